"""Running heads, running feet and page numbers: the same line in the same place of many pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.words import Line, Region

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W{0,4}(?:(?:page|p\.|стр\.|страница|с\.|бет|seite)\s*)?(?:\d{1,4}|[ivxlc]{1,6})"
    r"(?:\s*(?:/|of|из|of the)\s*\d{1,4})?\W{0,4}",
    re.IGNORECASE,
)
_EDGE = 3  # lines at the top and at the bottom of a page that are looked at
_MARGIN = 0.12  # share of the page's height in which a lone page number may stand


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its regions, its height in points, and the lines set aside with the reason."""

    regions: tuple[Region, ...]
    height: float
    dropped: tuple[tuple[Line, str], ...] = ()


def set_aside(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The same pages without repeated edge lines ("running-head") and lone page numbers ("page-number")."""
    edges = [_edges(sheet) for sheet in sheets]
    seen = Counter(key for edge in edges for key in {_key(line, top) for line, top in edge})
    needed = max(3, round(0.3 * len(sheets)))
    return tuple(
        _without(sheet, {id(line): why for line, top in edge if (why := _why(line, top, sheet, seen, needed))})
        for sheet, edge in zip(sheets, edges, strict=True)
    )


def _edges(sheet: Sheet) -> list[tuple[Line, bool]]:
    """The highest and the lowest lines of a page (True for the highest), wherever their columns stand."""
    ordered = sorted((x for region in sheet.regions for x in region.lines), key=lambda x: (x.base, x.left))
    top, bottom = ordered[:_EDGE], ordered[_EDGE:][-_EDGE:]
    return [(line, True) for line in top] + [(line, False) for line in bottom]


def _key(line: Line, top: bool) -> tuple[str, bool, int]:
    return _DIGITS.sub("#", line.text.lower()), top, round(line.base / 6)


def _why(line: Line, top: bool, sheet: Sheet, seen: Counter[tuple[str, bool, int]], needed: int) -> str | None:
    text, _, place = _key(line, top)
    repeats = max(seen[text, top, place + shift] for shift in (-1, 0, 1))
    at_edge = line.base < _MARGIN * sheet.height if top else line.base > (1 - _MARGIN) * sheet.height
    if at_edge and len(line.text) <= 16 and _PAGE_NUMBER.fullmatch(line.text):
        return "page-number"
    return "running-head" if repeats >= needed and len(text.strip("# -–—.")) > 0 else None


def _without(sheet: Sheet, gone: dict[int, str]) -> Sheet:
    if not gone:
        return sheet
    dropped = tuple((x, gone[id(x)]) for region in sheet.regions for x in region.lines if id(x) in gone)
    kept = (replace(r, lines=tuple(x for x in r.lines if id(x) not in gone)) for r in sheet.regions)
    return replace(sheet, regions=tuple(r for r in kept if r.lines), dropped=dropped)
