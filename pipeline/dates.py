"""One date grammar for every room: calendar dates, ranges, months, years, seasons and their parts.

>>> find("held on 13-14 May 2014", "en")[0].edtf
'2014-05-13/2014-05-14'
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from pipeline.language import PACKS
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


def find(text: str, language: str, *, year: int | None = None, days: bool = False) -> tuple[DateMatch, ...]:
    """All dates of `text`, in order, without overlaps; a language without a pack gives none.

    `year` completes dates written without one, but not limits and days of every year ("by 1 April of each year").
    With `days` only days and ranges of days in figures are looked for, which takes a quarter of the rules.
    """
    if language not in PACKS:
        return ()
    found = [one for window in _windows(text, language) for one in _found(text, *window, language, days)]
    return tuple(_longest(text, found, year, language))


_AROUND = 100  # characters that a date may take on either side of a number or the name of a month


def _windows(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """The stretches where a date can stand, and how many months are named there; the rules look nowhere else."""
    start = end = months = 0
    for match in _anchor(language).finditer(text):
        if match.start() - _AROUND > end:
            if end:
                yield start, end, months
            start, months = max(match.start() - _AROUND, 0), 0
        end = match.end() + _AROUND
        months += match["month"] is not None
    if end:
        yield start, min(end, len(text)), months


def _found(
    text: str, start: int, end: int, months: int, language: str, days: bool
) -> Iterator[tuple[int, int, str, _Reading]]:
    words = PACKS[language].dates
    for place, (name, _, needed) in enumerate(_rules(language)):
        if needed > months or (days and name not in _OF_DAYS):
            continue
        for match in _compiled(language, place).finditer(text, start, end):
            reading = _read(match, words)
            if reading is not None:
                first, last = match.span("core")
                yield first, -last, name, reading


def _longest(
    text: str, found: list[tuple[int, int, str, _Reading]], year: int | None, language: str
) -> Iterator[DateMatch]:
    last = 0
    for start, end, name, reading in sorted(found, key=lambda item: item[:3]):
        if start >= last:
            last, named = -end, _weekday(text, start, last, language) if name in _SINGLE_DAYS else start
            completed = year is not None and reading[0].year is None and not _recurs(text, start, last, language)
            yield _match(Span(named, last), name, reading, year if completed else None)


def _weekday(text: str, start: int, floor: int, language: str) -> int:
    """The start of a day with its name in front: "Friday, 18 December 2015"."""
    found = _weekdays(language).search(text, max(start - _BACK, floor), start)
    return found.start() if found else start


@cache
def _weekdays(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{PACKS[language].dates.weekday or '(?!)'}),?{_GAP}\Z")


def _recurs(text: str, start: int, end: int, language: str) -> bool:
    """Whether a date without a year is a limit or a day of every year: no year of the text belongs to it."""
    before, after = _recurring(language)
    return before.search(text, max(start - _BACK, 0), start) is not None or after.match(text, end) is not None


_BACK = 30


@cache
def _recurring(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = PACKS[language].dates
    before = rf"(?<![\w-])(?:{_gapped(words.recurring_before)}){_GAP}\Z"
    after = rf",?{_GAP}(?:{_gapped(words.recurring_after)})(?![\w-])"
    return re.compile(before, re.I), re.compile(after, re.I)


# --- what a match says ---------------------------------------------------------------------------------------------


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


_Reading = tuple[_Point, _Point | None]
_FIRST_MONTH: Mapping[int, int] = {21: 3, 22: 6, 23: 9, 24: 12, 33: 1, 34: 4, 35: 7, 36: 10, 40: 1, 41: 7}
_MONTHS_LONG: Mapping[int, int] = {**dict.fromkeys((21, 22, 23, 24, 33, 34, 35, 36), 3), 40: 6, 41: 6}
_CENTURY_PIVOT = 50  # 13.05.14 is 2014, 13.05.96 is 1996


def _match(span: Span, rule: str, reading: _Reading, year: int | None) -> DateMatch:
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


def _read(match: re.Match[str], words: DateWords) -> _Reading | None:
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
    if "us" in got and month is not None and month > 12:
        month, day = day, month
    first = _Point(int(got["y1"]) if "y1" in got else year, unit or month or month2, day)
    ranged = day2 is not None or month2 is not None or ("y1" in got and "y2" in got)
    second = _Point(year or first.year, month2 or month, day2) if ranged else None
    if "night" in got and second is not None and not _follows(first, second):
        return None  # a meeting moved «с 3 на 12 мая» has two days
    return (first, second) if all(_exists(point) for point in (first, second) if point) else None


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
    return int(written) if written.isdigit() else words.months[written.lower().rstrip(".")]


def _day(got: Mapping[str, str], side: str, words: DateWords) -> int | None:
    if side == "1" and "dw" in got:
        return _number(got["dw"], words)
    written = got.get(f"d{side}") or got.get(f"guillemets{side}") or got.get(f"quotes{side}")
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


# --- the rules -----------------------------------------------------------------------------------------------------

_GAP = r"\s{1,3}"
_DASH = r"\s{0,2}[-–—‒−]\s{0,2}"
_EDGE = r"(?![^\W_])"


@cache
def _anchor(language: str) -> re.Pattern[str]:
    """Years, numbers with a sign beside them, and the names of months: every date holds one of them."""
    words = PACKS[language].dates
    decade = rf"|{_gapped(words.short_decade)}" if words.short_decade else ""
    numbers = r"(?:1[5-9]|20|21)\d\d(?!\d)|\d\d\.\d\d\.\d\d"
    return re.compile(rf"(?<![\w])(?:(?P<month>{_month_pattern(words)})|{numbers}{decade})")


@cache
def _rules(language: str) -> tuple[tuple[str, str, int], ...]:
    """Name, expression, and how many names of months it needs."""
    words = PACKS[language].dates
    parts = _parts(words)
    rules = []
    for name, template in _TEMPLATES:
        pattern = re.sub(r"<<(\w+)>>", lambda found: parts[found[1]], template)
        if "<<" not in pattern and "(?!)" not in pattern:
            rules.append((name, rf"(?<![\w])(?:{pattern})", len(re.findall(r"<<M[12]>>", template))))
    return tuple(rules)


@cache
def _compiled(language: str, place: int) -> re.Pattern[str]:
    """One of the rules as an expression, made when the first text asks for it: all of them take long."""
    return re.compile(_rules(language)[place][1])


def _parts(words: DateWords) -> dict[str, str]:
    year = r"(?:1[5-9]|20|21)\d\d"
    tail = rf"(?:\s{{0,2}}(?i:{words.year_word})(?![^\W\d_]))" if words.year_word else "(?!)"
    optional_tail = rf"{tail}?" if words.year_word else ""
    month = _month_pattern(words)
    numerals = alternatives(words.numerals)
    another = rf"(?:[\s-](?i:{words.and_word}\s)?(?i:{numerals}))"
    of_word = rf"(?:{_GAP}(?i:{_gapped(words.of_word)}))?" if words.of_word else ""
    return {
        "G": _GAP,
        "DASH": _DASH,
        "EDGE": _EDGE,
        "D1": _day_pattern("1", words),
        "D2": _day_pattern("2", words),
        "OF": of_word,
        "M1": rf"(?P<m1>{month})",
        "M2": rf"(?P<m2>{month})",
        "Y1": rf"(?P<y1>{year}){optional_tail}",
        "Y2": rf"(?P<y2>{year}){optional_tail}",
        "BARE1": r"(?P<y1>(?:1[7-9]|20)\d\d)",
        "TAIL": tail,
        "YEARTAIL": optional_tail,
        "TO": rf"(?:{_DASH}|{_GAP}(?i:{words.to_word}){_GAP})",
        "AND": rf"(?:{_DASH}|{_GAP}(?i:{words.to_word}|{words.and_word}){_GAP})",
        "FROM": rf"(?:(?i:{words.start_word}|{words.between_word}){_GAP})?",
        **_pair(words),
        **_where_known(words),
        "START": rf"(?i:{words.start_word}){_GAP}",
        "UNTIL": rf"{_GAP}(?i:{words.to_word}){_GAP}",
        "PART": rf"(?:(?i:{_gapped(words.part)})(?:{_GAP}|-))?",
        "SOMEPART": rf"(?i:{_gapped(words.part)})(?:{_GAP}|-)",
        "HALF": rf"(?P<half>(?i:{_gapped(words.half)}))",
        "QUARTER": rf"(?P<quarter>(?i:{_gapped(words.quarter).replace('<nth>', '<nthq>')}))",
        "SEASON": rf"(?P<season>(?i:{alternatives(words.seasons)}))",
        "BEFOREYEAR": rf"(?i:{_gapped(words.before_year)})",
        "BEFOREMONTH": rf"(?i:{_gapped(words.before_month)})",
        "NOUNIT": rf"(?!\s{{0,2}}(?i:{_gapped(words.not_year_after)}))",
        "DECADE": words.decade,
        "DW": rf"(?P<dw>(?i:{numerals}){another}?)",
        "YW": rf"(?P<yw>(?i:{numerals}){another}{{1,7}}){optional_tail}",
    }


def _pair(words: DateWords) -> dict[str, str]:
    """The words around and inside "between … and …"."""
    return {"BETWEEN": rf"(?i:{words.between_word}){_GAP}", "JOIN": rf"{_GAP}(?i:{words.and_word}){_GAP}"}


def _where_known(words: DateWords) -> dict[str, str]:
    """What only some languages have; a rule with a part that is missing is left out."""
    return {
        "SHORTDECADE": _gapped(words.short_decade) or "(?!)",
        "NIGHT": rf"(?P<night>{_GAP}(?i:{words.night_word}){_GAP})" if words.night_word else "(?!)",
        "DAYWORD": rf"(?i:{words.day_word})" if words.day_word else "(?!)",
    }


def _gapped(pattern: str) -> str:
    """Blanks in the pack's expressions stand for any white space, a line break or a no-break space included."""
    return pattern.replace("[ ]", " ").replace(" ", f"(?:{_GAP})")


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first; words that begin alike share their beginning.

    A plain alternation tries every word at every place; this one looks at each character once.
    """
    branches: dict[str, set[str]] = {}
    for word in words:
        branches.setdefault(word[:1], set()).add(word[1:])
    ending = "" in branches
    parts = [_branch(first, rests) for first, rests in sorted(branches.items()) if first]
    if not parts:
        return ""
    pattern = parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
    return f"(?:{pattern})?" if ending else pattern


def _branch(first: str, rests: set[str]) -> str:
    return (r"\s{1,3}" if first == " " else re.escape(first)) + alternatives(rests)


def _month_pattern(words: DateWords) -> str:
    """Month names; a full stop belongs only to an abbreviation (four letters at most, a longer name begins with it)."""
    forms: dict[bool, list[str]] = {True: [], False: []}
    for name in words.months:
        short = len(name) <= 4 and any(other != name and other.startswith(name) for other in words.months)
        lower = [] if words.capital_months else [name]
        forms[short] += [*lower, name.capitalize(), name.upper()]
    return rf"(?:{alternatives(forms[False])}(?![^\W\d_])|{alternatives(forms[True])}\.?(?![^\W\d_]))"


def _day_pattern(side: str, words: DateWords) -> str:
    quoted = rf"«\s?(?P<guillemets{side}>\d{{1,2}})\s?»|[\"“„]\s?(?P<quotes{side}>\d{{1,2}})\s?[\"”“]"
    return rf"(?:{quoted}|(?P<d{side}>\d{{1,2}})(?:\s?{words.ordinal_suffix})?)"


_OF_DAYS = frozenset({
    "range.months-days", "range.night", "range.between", "range.days", "day", "range.us-months-days", "range.us-days",
    "us-day", "iso",
    "numeric", "numeric.short",
})  # fmt: skip
"""The rules whose dates are days."""
_SINGLE_DAYS = frozenset({"day", "us-day"})
_TEMPLATES: tuple[tuple[str, str], ...] = (
    ("range.night", r"(?P<core><<START>><<D1>><<NIGHT>><<D2>><<G>><<M1>>(?:<<G>><<Y1>>)?)<<EDGE>>"),
    ("range.night",
     r"(?P<core><<START>><<D1>><<G>><<M1>>(?:<<G>><<Y1>>)?<<NIGHT>><<D2>><<G>><<M2>>(?:<<G>><<Y2>>)?)<<EDGE>>"),
    ("range.months-days",
     r"(?P<core><<FROM>><<D1>><<OF>><<G>><<M1>>(?:,?<<G>><<Y1>>)?<<TO>>"
     r"<<D2>><<OF>><<G>><<M2>>(?:,?<<G>><<Y2>>)?)<<EDGE>>"),
    ("range.between",
     r"(?P<core><<BETWEEN>><<D1>><<OF>><<G>><<M1>>(?:,?<<G>><<Y1>>)?<<JOIN>><<D2>><<OF>><<G>><<M2>>(?:,?<<G>><<Y2>>)?)<<EDGE>>"),
    ("range.days", r"(?P<core><<FROM>><<D1>><<AND>><<D2>><<OF>><<G>><<M1>>(?:,?<<G>><<Y1>>)?)<<EDGE>>"),
    ("day", r"(?P<core><<D1>><<OF>>[\s-]{1,3}<<M1>>(?:,?[\s-]{1,3}<<Y1>>)?)<<EDGE>>"),
    ("range.us-months-days",
     r"(?P<core><<FROM>><<M1>>\s{0,2}<<D1>>(?:,?<<G>><<Y1>>)?<<TO>><<M2>>"
     r"\s{0,2}<<D2>>(?:,?<<G>><<Y2>>)?)<<EDGE>>"),
    ("range.us-days", r"(?P<core><<FROM>><<M1>>\s{0,2}<<D1>><<AND>><<D2>>(?:,?<<G>><<Y1>>)?)<<EDGE>>"),
    ("us-day", r"(?P<core><<M1>>\s{0,2}<<D1>>(?:,?<<G>><<Y1>>)?)<<EDGE>>"),
    ("iso", r"(?P<core>(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d))(?![\w-])"),
    ("numeric", r"(?P<core>(?P<d1>\d{1,2})\.(?P<m1>\d{1,2})\.(?P<y1>(?:1[5-9]|20)\d\d)<<YEARTAIL>>)(?!\w|\.\d)"),
    ("numeric", r"(?P<core>(?P<d1>\d{1,2})(?P<us>/)(?P<m1>\d{1,2})/(?P<y1>(?:19|20)\d\d))(?![\w/])"),
    ("numeric.short", r"(?P<core>(?P<d1>\d\d)\.(?P<m1>\d\d)\.(?P<yy>\d\d)<<TAIL>>)"),
    ("range.months", r"(?P<core><<FROM>><<M1>>(?:<<G>><<Y1>>)?<<AND>><<M2>>,?<<G>><<Y2>>)<<EDGE>>"),
    ("month", r"(?P<core><<PART>><<M1>>,?(?:<<OF>><<G>>)<<Y1>>)<<EDGE>>"),
    ("month.bare", r"<<BEFOREMONTH>><<G>>(?P<core><<PART>><<M1>>)(?!\s{1,2}\d|[^\W_])"),
    ("month.part", r"(?P<core><<SOMEPART>><<M1>>)(?!\s{1,2}\d|[^\W_])"),
    ("half", r"(?P<core><<HALF>><<G>><<Y1>>)<<EDGE>>"),
    ("quarter", r"(?P<core><<QUARTER>><<G>><<Y1>>)<<EDGE>>"),
    ("season", r"(?P<core><<SEASON>><<OF>><<G>><<Y1>>)<<EDGE>>"),
    ("range.years", r"(?P<core><<START>><<Y1>><<UNTIL>><<Y2>>)<<EDGE>>"),
    ("range.years", r"(?P<core><<Y1>><<DASH>><<Y2>>)(?![\d-])<<EDGE>>"),
    ("year.part", r"(?P<core><<SOMEPART>><<Y1>>)<<EDGE>><<NOUNIT>>"),
    ("year.word", r"(?P<core><<BARE1>><<TAIL>>)"),
    ("year.bare", r"<<BEFOREYEAR>><<G>>(?P<core><<BARE1>>)(?![\w-]|[.,:/]\d)<<NOUNIT>>"),
    ("year.brackets", r"\((?P<core><<BARE1>>)\)"),
    ("decade", r"(?P<core><<DECADE>>)<<EDGE>>"),
    ("decade", r"(?P<core><<SHORTDECADE>>)<<EDGE>>"),
    ("words",
     r"(?P<core><<M1>><<G>>(?:<<DW>>|<<D1>>)<<G>><<DAYWORD>>(?:,?<<G>>(?:<<YW>>|<<Y1>>))?)<<EDGE>>"),
    ("words",
     r"(?P<core>(?:<<DW>>|<<D1>>)<<OF>><<G>><<M1>>(?:,?(?:<<G>>(?i:in<<G>>"
     r"the<<G>>year))?<<G>>(?:<<YW>>|<<Y1>>))?)<<EDGE>>"),
)  # fmt: skip
