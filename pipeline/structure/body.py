"""Paragraphs, subparagraphs, points and indents inside one article, annex or section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.language.pack import StructureWords
from pipeline.model import Provision, Span
from pipeline.structure.lines import Page, ends_sentence
from pipeline.structure.markers import Marker, inline_points, readings

# A paragraph that lost its line break: "other status.States Parties shall", "in the world,Considering".
GLUED = re.compile(r"(?<=[a-zа-яё)]{3})[.;,](?=[A-ZА-ЯЁ][a-zа-яё]{2})")
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


@dataclass(frozen=True, slots=True)
class Segment:
    """A paragraph as it is set, or a point inside one: the least piece of text that may be a provision of its own."""

    start: int
    end: int
    inline: bool = False


def segments(page: Page, start: int, end: int, words: StructureWords) -> tuple[Segment, ...]:
    """The paragraphs between two offsets: broken lines joined, enumerations inside a line cut."""
    out: list[Segment] = []
    for first, last in _joined(page, start, end, words):
        points = {place for place in inline_points(page.text, first, last, words) if place > first}
        glued = {found.end() for found in GLUED.finditer(page.text, first, last)}
        for a, b in pairwise(sorted({first, last, *points, *glued})):
            stop = a + len(page.text[a:b].rstrip())
            if stop > a:
                out.append(Segment(a, stop, inline=a in points))
    return tuple(out)


def _joined(page: Page, start: int, end: int, words: StructureWords) -> Iterator[tuple[int, int]]:
    first = last = -1
    for i in range(page.line_at(start), len(page.lines)):
        line = page.lines[i]
        if line.start >= end:
            break
        a, b = max(line.start, start), min(line.end, end)
        if a >= b:
            continue
        if first >= 0 and (i == 0 or not _begins(page, i, a, words)):
            last = b
            continue
        if first >= 0:
            yield first, last
        first, last = a, b
    if first >= 0:
        yield first, last


def _begins(page: Page, index: int, start: int, words: StructureWords) -> bool:
    """Does line `index` begin a paragraph, or does it carry on the one before?"""
    line, before = page.lines[index], page.lines[index - 1]
    ended = ends_sentence(page.text, before.start, before.end)
    if readings(page.text, start, words) and (ended or line.blank or not page.width or page.text[start] in "(–-—"):
        return True
    if page.text[start].islower() and not ended and page.text[before.end - 1] != ",":
        return False
    if line.blank or not page.width:
        return True
    if page.text[start].isupper() and page.text[before.end - 1] in ",;.:" and is_recital(page.text, start, words):
        return True
    return ended and len(before) < page.width * 0.85


def is_recital(text: str, start: int, words: StructureWords) -> bool:
    """Does the paragraph at `start` open like a consideration ("Recalling", «учитывая»)?"""
    opening = re.sub(r"^\W*(?:\(?\w{1,4}\)\W*)?", "", text[start : start + 40].lower())
    first = opening.split(None, 1)[0].rstrip(",") if opening.strip() else ""
    return first.endswith(words.recital_endings) or opening.startswith(words.recital_stems)


def provisions(
    page: Page, start: int, end: int, prefix: str, words: StructureWords, outer: str = ""
) -> tuple[Provision, ...]:
    """The provisions of a unit of kind `outer` whose text is `start:end` and whose id is `prefix` ("" at the top)."""
    parts = segments(page, start, end, words)
    root = _Node("", "", start, None)
    stack = [root]
    for i, part in enumerate(parts):
        before = parts[i - 1] if i else None
        opens = "" if i else OPENING.get(outer, "")
        marker = _choose(page.text, part, stack, words, opens=opens)
        if marker is not None:
            _place(marker, part, stack, _introduced(page.text, before))
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


def _choose(text: str, part: Segment, stack: list[_Node], words: StructureWords, *, opens: str = "") -> Marker | None:
    """The reading of a marker that carries on an open series, deepest first, or opens one.

    `opens` is the style of marker that may have any number here ("any": every style).
    """
    options = readings(text, part.start, words)
    for node in reversed(stack):
        if node.marker is None:
            continue
        for marker in options:
            if marker.style == "-" == node.marker.style or marker.follows(node.marker):
                return marker
    for marker in options:
        if marker.style == "-" or (marker.value == 1 and not marker.rank and not _open(marker, stack)):
            return marker
    for node in reversed(stack):
        for marker in options:
            if node.marker and marker.style == node.marker.style and 0 < marker.value - node.marker.value <= 3:
                return marker
    if len(stack) == 1 and not part.inline:
        return next((m for m in options if opens in ("any", m.style) or (m.style == "1." and m.value == 2)), None)
    return None


def _open(marker: Marker, stack: list[_Node]) -> bool:
    return any(node.marker is not None and node.marker.style == marker.style for node in stack)


def _place(marker: Marker, part: Segment, stack: list[_Node], introduced: bool) -> None:
    """Put a marked provision where its series is open, or below the innermost one."""
    level = next((i for i, node in enumerate(stack) if node.marker and node.marker.style == marker.style), None)
    if level is None and marker.depth > 1:
        level = _dotted_level(marker, stack)
    if level is not None:
        del stack[level:]
    elif not introduced and marker.style in ("1.", "(1)", "1)") and len(stack) > 1 and stack[-1].marker is None:
        del stack[1:]
    node = _Node(_kind(marker, stack, introduced), marker.slug, part.start, marker)
    if marker.style == "-":
        node.slug = str(1 + sum(child.kind == "indent" for child in stack[-1].children))
    stack[-1].children.append(node)
    stack.append(node)


def _dotted_level(marker: Marker, stack: list[_Node]) -> int | None:
    """ "1.2" stands one level below "1." and beside "1.1"."""
    for i, node in enumerate(stack):
        if node.marker is not None and node.marker.depth >= marker.depth:
            return i
    return None


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
