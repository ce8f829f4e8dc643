"""Paragraphs, subparagraphs, points and indents inside one article, annex or section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.language.pack import StructureWords
from pipeline.model import Provision, Span
from pipeline.structure.lines import Page
from pipeline.structure.markers import Marker, readings
from pipeline.structure.segments import Segment, segments

AHEAD = 12  # paragraphs in which a series shows its alphabet
NOTE_WITHIN = 3000  # characters in which a diplomatic note shows its courtesy, to propose numbered paragraphs behind it
NEAR = 3  # numbers a series may skip
# What the first paragraph of a unit may be numbered with other than 1: paragraphs run through sections, excerpts begin
# anywhere.
OPENING = {"section": "1.", "chapter": "1.", "part": "1.", "article": "1.", "excerpt": "any"}
SHORT = {"paragraph": "para", "subparagraph": "subpara", "point": "point", "indent": "indent"}


@dataclass(slots=True)
class _Node:
    """A provision in the making; only this file sees it."""

    kind: str
    slug: str
    start: int
    marker: Marker | None
    end: int = 0
    children: list[_Node] = field(default_factory=list)


def provisions(
    page: Page, start: int, end: int, prefix: str, words: StructureWords, outer: str = ""
) -> tuple[Provision, ...]:
    """The provisions of a unit of kind `outer` whose text is `start:end` and whose id is `prefix` ("" at the top)."""
    parts = segments(page, start, end, words)
    root = _Node("", "", start, None)
    stack = [root]
    note = outer == "section" and bool(
        re.compile(words.notes, re.IGNORECASE).search(page.text, start, min(end, start + NOTE_WITHIN))
    )
    for i, part in enumerate(parts):
        before = parts[i - 1] if i else None
        opens = "" if i else OPENING.get(outer, "")
        marker = _choose(page.text, parts[i : i + AHEAD], stack, words, opens=opens)
        if marker is not None:
            introduced = not note and _introduced(page.text, before)
            _place(marker, part, stack, introduced, prefix.rpartition("_")[2])
        else:
            _unnumbered(page.text, part, before, stack, words)
        for node in stack:
            node.end = part.end
    _level(root, introductions=outer == "excerpt")
    if outer == "paragraph":
        _lower(root)
    return tuple(_record(node, prefix) for node in root.children)


def _introduced(text: str, before: Segment | None) -> bool:
    """Does the text before end with a colon?"""
    return before is not None and text[before.end - 1] == ":"


def _choose(
    text: str, parts: Sequence[Segment], stack: list[_Node], words: StructureWords, *, opens: str = ""
) -> Marker | None:
    """The reading of the marker of the first of `parts` that carries on an open series, deepest first, or opens one.

    The others are what follows it. `opens` is the style of marker that may have any number here ("any": every style).
    """
    part = parts[0]
    options = readings(text, part.start, words)
    for node in reversed(stack):
        if node.marker is None:
            continue
        for marker in options:
            if marker.style == "-" == node.marker.style or marker.follows(node.marker):
                return marker
    for marker in options:
        if marker.depth > 1 and _carries_on(marker, stack):
            return marker
    first = [m for m in options if m.style == "-" or (m.value == 1 and not m.rank and not _open(m, stack))]
    if first:
        return first[0] if len(first) == 1 else _carried_on(text, first, parts[1:], words)
    for node in reversed(stack):
        for marker in options:
            if node.marker and marker.style == node.marker.style and 0 < marker.value - node.marker.value <= NEAR:
                return marker
    if len(stack) == 1 and not part.inline:
        return next((m for m in options if opens in ("any", m.style) or (m.style == "1." and m.value == 2)), None)
    return None


def _carried_on(text: str, first: Sequence[Marker], parts: Sequence[Segment], words: StructureWords) -> Marker:
    """The reading in whose alphabet the series goes on: a letter that two alphabets share tells it not by itself."""
    behind = [marker for part in parts for marker in readings(text, part.start, words)]
    return next((m for m in first if any(marker.follows(m) for marker in behind)), first[0])


def _carries_on(marker: Marker, stack: list[_Node]) -> bool:
    """Is "6.3" the next, or nearly, of a series that "6.2.1" has closed?"""
    closed = (child.marker for node in stack for child in node.children if child.marker)
    return any(marker.style == one.style and 0 < marker.value - one.value <= NEAR for one in closed)


def _open(marker: Marker, stack: list[_Node]) -> bool:
    return any(node.marker is not None and node.marker.style == marker.style for node in stack)


def _place(marker: Marker, part: Segment, stack: list[_Node], introduced: bool, unit: str) -> None:
    """Put a marked provision where its series is open, or below the innermost one. `unit` is the number of the unit."""
    level = next((i for i, node in enumerate(stack) if node.marker and node.marker.style == marker.style), None)
    if marker.depth > 1:
        level = _dotted_level(marker, stack)
    if level is not None:
        del stack[level:]
    elif not introduced and marker.style in ("1.", "(1)", "1)", "§1.") and len(stack) > 1 and stack[-1].marker is None:
        del stack[1:]
    slug = marker.slug if marker.depth == 1 or _holds(stack[-1], marker, unit) else marker.printed.replace(".", "-")
    node = _Node(_kind(marker, stack, introduced), slug, part.start, marker)
    if marker.style == "-":
        node.slug = str(1 + sum(child.kind == "indent" for child in stack[-1].children))
    stack[-1].children.append(node)
    stack.append(node)


def _holds(node: _Node, marker: Marker, unit: str) -> bool:
    """Do the first parts of "2.1" name what stands around it: the provision `node`, or the unit where that is none?"""
    before = marker.printed.split(".")[:-1]
    if node.marker is None:
        return before == [unit]
    return node.marker.printed.split(".")[-1] == before[-1]


def _dotted_level(marker: Marker, stack: list[_Node]) -> int:
    """ "1.2" stands one level below "1." and beside "1.1", "2.1" without a "2." at the top."""
    parts = marker.printed.split(".")
    for i in range(len(stack) - 1, 0, -1):
        held = stack[i].marker
        if (
            held is not None
            and held.printed.split(".") in (parts[: held.depth], parts[-2:-1])
            and held.depth < marker.depth
        ):
            return i + 1
    return 1


def _kind(marker: Marker, stack: list[_Node], introduced: bool) -> str:
    if marker.style == "-":
        return "indent"
    numeric = marker.style[-1:] in ".)" and "1" in marker.style
    if marker.depth > 1:
        return "subparagraph" if len(stack) > 1 else "paragraph"
    if numeric and len(stack) == 1 and not (introduced and marker.style != "1."):
        return "paragraph"
    return "point"


def _unnumbered(text: str, part: Segment, before: Segment | None, stack: list[_Node], words: StructureWords) -> None:
    """A paragraph without a number: an item of a list that a colon opened, or one that stands for itself."""
    if len(stack) > 1 and re.compile(words.note_endings, re.IGNORECASE).match(text, part.start, part.end):
        del stack[1:]  # the courtesies that end a note belong to no paragraph of it
        return
    top = stack[-1]
    if before is not None and text[before.end - 1] == ":" and text[part.end - 1] in ";,":
        _item(part, stack)
        return
    if top.kind == "indent" and top.marker is None and before is not None and text[before.end - 1] not in ".":
        stack.pop()
        _item(part, stack)
        return
    if len(stack) > 1 and before is not None and text[before.end - 1] == ":":
        return
    while len(stack) > 1 and not (stack[-1].kind == "paragraph" and stack[-1].marker is not None):
        stack.pop()
    if len(stack) == 1:
        node = _Node("paragraph", "", part.start, None)
        stack[-1].children.append(node)
        stack.append(node)


def _item(part: Segment, stack: list[_Node]) -> None:
    count = 1 + sum(child.kind == "indent" for child in stack[-1].children)
    node = _Node("indent", str(count), part.start, None)
    stack[-1].children.append(node)
    stack.append(node)


def _level(root: _Node, *, introductions: bool) -> None:
    """Number paragraphs that print no number, unless the unit has others that do, or only this one.

    `introductions`: one that introduces points stays a paragraph all the same.
    """
    plain = [child for child in root.children if child.kind == "paragraph" and child.marker is None]
    if introductions:
        plain = [child for child in plain if not child.children]
        for count, child in enumerate((c for c in root.children if c.kind == "paragraph"), start=1):
            child.slug = child.slug or str(count)
    if len(plain) == len([c for c in root.children if c.kind == "paragraph"]) > 1:
        for count, child in enumerate(plain, start=1):
            child.slug = str(count)
        return
    root.children = [grand for child in root.children for grand in (child.children if child in plain else [child])]


def _lower(root: _Node) -> None:
    """Below a paragraph that is the basic unit, paragraphs are subparagraphs."""
    for child in root.children:
        if child.kind == "paragraph":
            child.kind = "subparagraph"


def _record(node: _Node, prefix: str) -> Provision:
    eid = f"{prefix}__" if prefix else ""
    eid += f"{SHORT[node.kind]}_{node.slug}"
    children = tuple(_record(child, eid) for child in node.children)
    number = node.marker.printed if node.marker and node.marker.style != "-" else None
    return Provision(eid, node.kind, number, None, Span(node.start, node.end), children)
