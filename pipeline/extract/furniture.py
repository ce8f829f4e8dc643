"""Running heads, running feet and page numbers: the same line in the same place of many pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipeline.extract.words import Line, Region

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W{0,4}(?:(?:page|p\.|стр\.|страница|с\.|бет|seite)\s*)?(?:\d{1,4}|[ivxlc]{1,6})"
    r"(?:\s*(?:/|of|из|of the)\s*\d{1,4})?\W{0,4}",
    re.IGNORECASE,
)
_LINES = 3  # lines at the top and at the bottom of a page that are looked at
_MARGIN = 0.12  # share of the page's height in which a lone page number may stand


_SHORT = 16  # characters of a page number with its words and marks
_APART = 1.8  # of the height of a line: from base to base, a head stands so far from the text
_FEWEST_PAGES, _MOST_PAGES = 4, 0.6  # pages, and their share, on which varying heads stand in one place
_COMES_BACK = 0.67  # different heads for each head


class _Edge(NamedTuple):
    """A line near the edge of a page: of the upper one?, and does it stand apart from the text?"""

    line: Line
    top: bool
    apart: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its regions, its height in points, and the lines set aside with the reason."""

    regions: tuple[Region, ...]
    height: float
    dropped: tuple[tuple[Line, str], ...] = ()


def set_aside(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The same pages without repeated edge lines ("running-head"), lone page numbers and numbers of lines."""
    edges = [_edges(sheet) for sheet in sheets]
    seen = Counter(key for edge in edges for key in {_key(line, top) for line, top, _ in edge})
    slots = _slots(edges)
    found = []
    for sheet, edge in zip(sheets, edges, strict=True):
        gone = {id(line): r.furniture for r in sheet.regions if r.furniture for line in r.lines}
        for line, top, apart in edge:
            why = _why(line, top, sheet, len(sheets), seen)
            if why is None and apart and _near_edge(line, top, sheet) and _place(line, top) in slots:
                why = "running-head"
            if why:
                gone[id(line)] = why
        found.append(_without(sheet, gone))
    return tuple(found)


def _edges(sheet: Sheet) -> list[_Edge]:
    """The highest and the lowest lines of a page, wherever their columns stand."""
    ordered = sorted((x for r in sheet.regions if not r.furniture for x in r.lines), key=lambda x: (x.base, x.left))
    top, bottom = ordered[:_LINES], ordered[_LINES:][-_LINES:]
    return [_Edge(line, True, _apart(line, ordered[i + 1 :])) for i, line in enumerate(top)] + [
        _Edge(line, False, _apart(line, ordered[len(ordered) - len(bottom) + i - 1 :: -1]))
        for i, line in enumerate(bottom)
    ]


def _apart(line: Line, inwards: Sequence[Line]) -> bool:
    """Whether more than a line's height is blank between a line and the next one towards the middle of the page."""
    following = next((x for x in inwards if abs(x.base - line.base) > 0.3 * line.height), None)
    return following is not None and abs(following.base - line.base) > _APART * max(line.height, following.height)


def _slots(edges: Sequence[Sequence[_Edge]]) -> frozenset[tuple[bool, int]]:
    """Places of lines apart from the text on most pages, whose words vary but come back: heads that name a chapter."""
    texts: dict[tuple[bool, int], list[str]] = {}
    for edge in edges:
        for line, top, apart in edge:
            if apart:
                texts.setdefault(_place(line, top), []).append(_DIGITS.sub("#", line.text.lower()))
    return frozenset(
        place
        for place, found in texts.items()
        if len(found) >= max(_FEWEST_PAGES, _MOST_PAGES * len(edges)) and len(set(found)) <= _COMES_BACK * len(found)
    )


def _place(line: Line, top: bool) -> tuple[bool, int]:
    return top, round(line.base / 6)


def _key(line: Line, top: bool) -> tuple[str, bool, int]:
    return _DIGITS.sub("#", line.text.lower()), *_place(line, top)


def _near_edge(line: Line, top: bool, sheet: Sheet) -> bool:
    return line.base < _MARGIN * sheet.height if top else line.base > (1 - _MARGIN) * sheet.height


def _why(line: Line, top: bool, sheet: Sheet, pages: int, seen: Counter[tuple[str, bool, int]]) -> str | None:
    text, _, place = _key(line, top)
    near = _near_edge(line, top, sheet)
    if near and len(line.text) <= _SHORT and _PAGE_NUMBER.fullmatch(line.text):
        return "page-number"
    repeats = sum(seen[text, top, place + shift] for shift in (-1, 0, 1))
    needed = 2 if pages == 2 and near else max(3, round(0.3 * pages))
    return "running-head" if repeats >= needed and text.strip("# -–—.") else None


def _without(sheet: Sheet, gone: dict[int, str]) -> Sheet:
    if not gone:
        return sheet
    dropped = tuple((x, gone[id(x)]) for region in sheet.regions for x in region.lines if id(x) in gone)
    kept = (replace(r, lines=tuple(x for x in r.lines if id(x) not in gone)) for r in sheet.regions)
    return replace(sheet, regions=tuple(r for r in kept if r.lines), dropped=(*dropped, *sheet.dropped))
