"""Word's automatic numbers: "Article 5" and "5.2" that stand only in numbering.xml, counted as Word counts them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
          (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ALPHABETS = {"upperLetter": _LATIN, "lowerLetter": _LATIN, "russianUpper": _RUSSIAN, "russianLower": _RUSSIAN}
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_LARGEST = 5000


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number looks ("%1.%2."), its format, where it starts."""

    text: str
    kind: str
    start: int = 1
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class Numbering:
    """All lists of a document and their running counts."""

    lists: Mapping[str, str] = field(default_factory=dict)
    levels: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    overrides: Mapping[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, number_id: str, level: int) -> str:
        """The number of the next paragraph of a list at `level`, as printed; "" for bullets without meaning."""
        abstract = self.lists.get(number_id)
        known = self.levels.get(abstract or "", {})
        here = known.get(level)
        if abstract is None or here is None:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        self._advance(counts, known, number_id, level)
        if here.kind == "bullet":
            return "•"
        return _PLACE.sub(lambda m: _part(counts, known, int(m.group(1)) - 1, here.legal), here.text).strip()

    def _advance(self, counts: list[int | None], known: Mapping[int, Level], number_id: str, level: int) -> None:
        start = self.overrides.get((number_id, level))
        if start is not None and (number_id, level) not in self._begun:
            self._begun.add((number_id, level))
            counts[level] = start
        else:
            before = counts[level]
            counts[level] = known[level].start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            restart = known[deeper].restart if deeper in known else None
            if restart is None or 0 < restart <= level + 1:
                counts[deeper] = None
        for upper in range(level):
            if counts[upper] is None and upper in known:
                counts[upper] = known[upper].start


def _part(counts: list[int | None], known: Mapping[int, Level], place: int, legal: bool) -> str:
    level = known.get(place)
    value = counts[place]
    if level is None or value is None:
        return ""
    return formatted(value, "decimal" if legal else level.kind)


def formatted(value: int, kind: str) -> str:
    """A number in one of Word's formats."""
    if not 0 < value <= _LARGEST:  # no list is as long: the file is damaged or hostile
        return str(value)
    if kind in {"upperRoman", "lowerRoman"}:
        text = _roman(value)
        return text if kind == "upperRoman" else text.lower()
    letters = _ALPHABETS.get(kind)
    if letters:
        text = letters[(value - 1) % len(letters)] * ((value - 1) // len(letters) + 1)
        return text.upper() if "pper" in kind else text
    if kind == "none":
        return ""
    return f"{value:02d}" if kind == "decimalZero" else str(value)


def _roman(value: int) -> str:
    parts = []
    for worth, letters in _ROMAN:
        parts.append(letters * (value // worth))
        value %= worth
    return "".join(parts)


def read(tree: etree._Element | None) -> Numbering:
    """The lists of numbering.xml; none where the part is missing."""
    if tree is None:
        return Numbering()
    levels = {
        item.get(f"{W}abstractNumId", ""): dict(_level(x) for x in item.iterfind(f"{W}lvl"))
        for item in tree.iterfind(f"{W}abstractNum")
    }
    lists: dict[str, str] = {}
    overrides: dict[tuple[str, int], int] = {}
    for item in tree.iterfind(f"{W}num"):
        number_id = item.get(f"{W}numId", "")
        lists[number_id] = value(item, "abstractNumId") or ""
        for override in item.iterfind(f"{W}lvlOverride"):
            start = value(override, "startOverride")
            if start is not None:
                overrides[number_id, integer(override.get(f"{W}ilvl"))] = integer(start)
    return Numbering(lists, levels, overrides)


def _level(item: etree._Element) -> tuple[int, Level]:
    restart = value(item, "lvlRestart")
    return integer(item.get(f"{W}ilvl")), Level(
        text=value(item, "lvlText") or "",
        kind=value(item, "numFmt") or "decimal",
        start=integer(value(item, "start"), 1),
        restart=None if restart is None else integer(restart),
        legal=item.find(f"{W}isLgl") is not None,
    )


def value(item: etree._Element, name: str) -> str | None:
    """The w:val of a child element."""
    child = item.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def integer(text: str | None, default: int = 0) -> int:
    try:
        return int(text or default)
    except ValueError:
        return default
