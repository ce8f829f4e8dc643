"""What the words of a date say: its points, its days, its EDTF value."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from pipeline.language.pack import DateWords
from pipeline.model import Span


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date in a text. `edtf` is an EDTF value (ISO 8601-2) or interval; an unknown year is `XXXX`.

    `start` and `end` are the first and last day it can mean (None while the year is unknown); `precision` is day,
    month, season, quarter, half, year or decade; `inferred` tells that the year was not written but taken from the
    document.
    """

    span: Span
    start: date | None
    end: date | None
    precision: str
    edtf: str
    inferred: bool
    rule: str


@dataclass(frozen=True, slots=True)
class _Point:
    """One end of a date; `unit` is an EDTF code above 12 for seasons (21…24), quarters (33…36) and halves (40, 41)."""

    year: int | None
    month: int | None = None
    day: int | None = None
    decade: bool = False

    @property
    def precision(self) -> str:
        if self.decade:
            return "decade"
        if self.day is not None:
            return "day"
        if self.month is None:
            return "year"
        return "month" if self.month < 13 else "season" if self.month < 33 else "quarter" if self.month < 40 else "half"

    @property
    def edtf(self) -> str:
        written = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.decade:
            return written[:3] + "X"
        return "-".join((written, *(f"{part:02d}" for part in (self.month, self.day) if part is not None)))

    def first(self) -> date | None:
        if self.year is None:
            return None
        return date(self.year, _FIRST_MONTH.get(self.month or 1, self.month or 1), self.day or 1)

    def last(self) -> date | None:
        if self.year is None:
            return None
        if self.decade:
            return date(self.year + 9, 12, 31)
        month, months = self.month or 1, _MONTHS_LONG.get(self.month or 0, 12 if self.month is None else 1)
        begin = _FIRST_MONTH.get(month, month) + months - 1
        year, month = self.year + (begin - 1) // 12, (begin - 1) % 12 + 1
        return date(year, month, self.day or monthrange(year, month)[1])


Reading = tuple[_Point, _Point | None]
_FIRST_MONTH: Mapping[int, int] = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
_MONTHS_LONG: Mapping[int, int] = {**dict.fromkeys((21, 22, 23, 24, 33, 34, 35, 36), 3), 40: 6, 41: 6}
_CENTURY_PIVOT = 50  # 13.05.14 is 2014, 13.05.96 is 1996


def match_of(span: Span, rule: str, reading: Reading, year: int | None) -> DateMatch:
    first, second = reading
    inferred = first.year is None and year is not None
    if inferred:
        first = replace(first, year=year)
        second = second and replace(second, year=year)
    if second is not None and first.year is not None and second.edtf < first.edtf and first.year == second.year:
        first = replace(first, year=first.year - 1)  # from 30 December to 2 January 2011
    last = second or first
    edtf = first.edtf if second is None else f"{first.edtf}/{second.edtf}"
    name = f"date.{rule}.inferred" if inferred else f"date.{rule}"
    return DateMatch(span, _checked(first.first), _checked(last.last), first.precision, edtf, inferred, name)


def _checked(point: object) -> date | None:
    """29 February of an inferred year may not exist."""
    try:
        return point()  # type: ignore[operator,no-any-return]
    except ValueError:
        return None


def read(match: re.Match[str], words: DateWords) -> Reading | None:
    """The first and the last point of a match; None for a day that no calendar has."""
    got = {key: value for key, value in match.groupdict().items() if value is not None}
    year = _year(got, words)
    month, month2 = (_month(got.get(key), words) for key in ("m1", "m2"))
    unit = _unit(got, words)
    day, day2 = _day(got, "1", words), _day(got, "2", words)
    if "tens" in got:
        return _Point(1900 + int(got["tens"]), decade=True), None
    if "decade" in got:
        return _Point(int(got["decade"]), decade=True), None
    if "us" in got and max(month or 0, month2 or 0) > 12:
        month, day, month2, day2 = day, month, day2, month2
    if "yy2" in got:
        return _split_years(got["y1"], got["yy2"], every="span" in got)
    first = _Point(int(got["y1"]) if "y1" in got else year, unit or month or month2, day)
    ranged = day2 is not None or month2 is not None or ("y1" in got and "y2" in got)
    second = _Point(year or first.year, month2 or month, day2) if ranged else None
    if "night" in got and second is not None and not _follows(first, second):
        return None  # a meeting moved «с 3 на 12 мая» has two days
    return (first, second) if all(_exists(point) for point in (first, second) if point) else None


def _split_years(written: str, ending: str, *, every: bool) -> Reading | None:
    """A year of account from one calendar year into the next: 2013/14; `every` later year with a dash: 2004–08."""
    year, last = int(written), int(written[: -len(ending)] + ending)
    if last + 100 == year + 1:  # 1999/00
        last += 100
    return (_Point(year), _Point(last)) if last == year + 1 or (every and last > year) else None


def _follows(first: _Point, second: _Point) -> bool:
    """Whether the second day is the one behind the first."""
    if first.month == second.month:
        return (second.day or 0) == (first.day or 0) + 1
    return second.day == 1 and (first.day or 0) >= _SHORTEST_MONTH


_SHORTEST_MONTH = 28


def _year(got: Mapping[str, str], words: DateWords) -> int | None:
    if "yw" in got:
        return _number(got["yw"], words) or None
    if "yy" in got:
        short = int(got["yy"])
        return short + (2000 if short < _CENTURY_PIVOT else 1900)
    written = got.get("y2") or got.get("y1")
    return int(written) if written else None


def _month(written: str | None, words: DateWords) -> int | None:
    if written is None:
        return None
    if written.isdigit():
        return int(written)
    return _ROMAN.get(written.translate(_LATIN)) or words.months[written.lower().rstrip(".")]


_LATIN = str.maketrans("ХІ", "XI")  # Cyrillic letters typed for the Latin ones they look like
_ROMAN = {
    roman: i for i, roman in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), 1)
}


def _day(got: Mapping[str, str], side: str, words: DateWords) -> int | None:
    if side == "1" and "dw" in got:
        return _number(got["dw"], words)
    forms = (f"d{side}", f"guillemets{side}", f"quotes{side}", f"lined{side}")
    written = next((got[form] for form in forms if form in got), None)
    return int(written) if written else None


def _unit(got: Mapping[str, str], words: DateWords) -> int | None:
    """The EDTF code of a season, quarter or half-year."""
    if "season" in got:
        return int(words.seasons[got["season"].lower()])
    for key, base in (("half", 39), ("quarter", 32)):
        if key in got:
            return base + words.halves[(got.get("nth") or got["nthq"]).lower()]
    return None


def _number(written: str, words: DateWords) -> int:
    """A number in words: units add up; a thousand multiplies what stands before it, so does a hundred after a unit."""
    total = current = 0
    for word in re.findall(r"[^\W\d_]+", written.lower()):
        value = words.numerals.get(word, 0)
        if value == 1000:
            total, current = total + (current or 1) * 1000, 0
        elif value == 100 and 0 < current < 100:
            current *= 100
        else:
            current += value
    return total + current


def _exists(point: _Point) -> bool:
    if point.day is None:
        return point.month is None or point.month in range(1, 13) or point.month > 20
    if point.month is None or not 1 <= point.month <= 12:
        return False
    return 1 <= point.day <= (monthrange(point.year, point.month)[1] if point.year else 31)
