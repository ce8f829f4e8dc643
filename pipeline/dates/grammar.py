"""The expressions of dates, made of the words of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from pipeline.language import PACKS
from pipeline.language.pack import DateWords

_GAP = r"\s{1,3}"
_DASH = r"\s{0,2}[-–—‒−]\s{0,2}"
_EDGE = r"(?![^\W_])"


@cache
def anchor(language: str) -> re.Pattern[str]:
    """Years, numbers with a sign beside them, and the names of months: every date holds one of them."""
    words = PACKS[language].dates
    decade = rf"|{_gapped(words.short_decade)}" if words.short_decade else ""
    numbers = r"(?:1[5-9]|20|21)\d\d(?!\d)|\d\d\.\d\d\.\d\d"
    return re.compile(rf"(?<![\w])(?:(?P<month>{_month_pattern(words)})|{numbers}{decade})")


@cache
def rules(language: str) -> tuple[tuple[str, str, int], ...]:
    """Name, expression, and how many names of months it needs."""
    words = PACKS[language].dates
    parts = _parts(words)
    made = []
    for name, template in _TEMPLATES:
        pattern = re.sub(r"<<(\w+)>>", lambda found: parts[found[1]], template)
        if "<<" not in pattern and "(?!)" not in pattern:
            made.append((name, rf"(?<![\w])(?:{pattern})", len(re.findall(r"<<M[12]>>", template))))
    return tuple(made)


@cache
def compiled(language: str, place: int) -> re.Pattern[str]:
    """One of the rules as an expression, made when the first text asks for it: all of them take long."""
    return re.compile(rules(language)[place][1])


@cache
def weekdays(language: str) -> re.Pattern[str]:
    """The name of a day of the week that ends where a day begins."""
    return re.compile(rf"(?<!\w)(?:{PACKS[language].dates.weekday or '(?!)'}),?{_GAP}\Z")


@cache
def recurring(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and behind limits and days of every year."""
    words = PACKS[language].dates
    before = rf"(?<![\w-])(?:{_gapped(words.recurring_before)}){_GAP}\Z"
    after = rf",?{_GAP}(?:{_gapped(words.recurring_after)})(?![\w-])"
    return re.compile(before, re.I), re.compile(after, re.I)


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
        "SEASON": rf"(?:(?i:{alternatives(words.seasons)})[-–/])?(?P<season>(?i:{alternatives(words.seasons)}))",
        **_in_front(words),
        "NOUNIT": rf"(?!\s{{0,2}}(?i:{_gapped(words.not_year_after)}))",
        "DW": rf"(?P<dw>(?i:{numerals}){another}?)",
        "ASIDE": rf"(?:{_GAP}\((?i:{numerals}{another}?|\d{{1,2}}{words.ordinal_suffix}?)\))?",
        "YW": rf"(?P<yw>(?i:{numerals}){another}{{1,7}}){optional_tail}",
    }


def _in_front(words: DateWords) -> dict[str, str]:
    """The words that tell that a bare year, a year of account or a month follows."""
    return {
        "BEFOREYEAR": rf"(?i:{_gapped(words.before_year)})",
        "BEFORESPLIT": rf"(?i:{_gapped(words.before_split_year)})",
        "BEFORELAST": rf"(?i:{_gapped(words.before_last_year)})",
        "BEFOREMONTH": rf"(?i:{_gapped(words.before_month)})",
    }


def _pair(words: DateWords) -> dict[str, str]:
    """The words around and inside "between … and …"."""
    return {"BETWEEN": rf"(?i:{words.between_word}){_GAP}", "JOIN": rf"{_GAP}(?i:{words.and_word}){_GAP}"}


def _where_known(words: DateWords) -> dict[str, str]:
    """What only some languages have; a rule with a part that is missing is left out."""
    return {
        "DECADE": words.decade,
        "SHORTDECADE": _gapped(words.short_decade) or "(?!)",
        "NIGHT": rf"(?P<night>{_GAP}(?i:{words.night_word}){_GAP})" if words.night_word else "(?!)",
        "DAYWORD": rf"(?i:{words.day_word})" if words.day_word else "(?!)",
        "THE": rf"(?i:{words.before_day}){_GAP}" if words.before_day else "(?!)",
        "SMALL": rf"(?P<m1>{_small_months(words)})" if words.capital_months else "(?!)",
        "YEARFOLLOWS": rf"(?:,?{_GAP}(?i:{_gapped(words.in_the_year)}))?" if words.in_the_year else "",
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


def _small_months(words: DateWords) -> str:
    """Names of months in small letters, where they should have a capital: only a day and a year beside tell them."""
    return rf"{alternatives(words.months)}\.?(?![^\W\d_])"


def _day_pattern(side: str, words: DateWords) -> str:
    quoted = rf"«\s?(?P<guillemets{side}>\d{{1,2}})\s?»|[\"“„]\s?(?P<quotes{side}>\d{{1,2}})\s?[\"”“]"
    plain = rf"_{{1,3}}(?P<lined{side}>\d{{1,2}})_{{1,3}}"
    return rf"(?:{quoted}|{plain}|(?P<d{side}>\d{{1,2}})(?:\s?(?i:{words.ordinal_suffix})\.?)?)"


OF_DAYS = frozenset({
    "range.months-days", "range.night", "range.between", "range.days", "day", "range.us-months-days", "range.us-days",
    "us-day", "iso",
    "range.numeric", "numeric", "numeric.short", "numeric.roman",
})  # fmt: skip
"""The rules whose dates are days."""
SINGLE_DAYS = frozenset({"day", "us-day"})
HINTS: Mapping[str, re.Pattern[str]] = {
    "range.iso": re.compile(r"\d-\d\d-\d"),
    "iso": re.compile(r"\d-\d\d-\d"),
    "range.numeric": re.compile(r"\d[./]\d{1,2}[./]\d"),
    "numeric": re.compile(r"\d[./]\d{1,2}[./]\d"),
    "numeric.roman": re.compile(r"[./\s-][IVXІХ]{1,4}[./\s-]"),
    "numeric.short": re.compile(r"\d\.\d\d\.\d"),
    "range.years": re.compile(r"\d{4}\D{1,40}\d{4}"),
    "years.split": re.compile(r"\d{4}[/–-]\d\d"),
    "year.brackets": re.compile(r"\(\d{4}\)"),
    "decade": re.compile(r"\d0\W{0,2}[^\W\d_]"),
}
"""What has to stand in a text that some rules match, found many times faster than by the rule."""
_TEMPLATES: tuple[tuple[str, str], ...] = (
    ("range.night", r"(?P<core><<START>><<D1>><<NIGHT>><<D2>><<G>><<M1>>(?:<<G>><<Y1>>)?)<<EDGE>>"),
    ("range.night",
     r"(?P<core><<START>><<D1>><<G>><<M1>>(?:<<G>><<Y1>>)?<<NIGHT>><<D2>><<G>><<M2>>(?:<<G>><<Y2>>)?)<<EDGE>>"),
    ("range.months-days",
     r"(?P<core><<FROM>><<D1>><<OF>><<G>><<M1>>(?:,?<<G>><<Y1>>)?<<TO>>"
     r"<<D2>><<OF>><<G>><<M2>>(?:,?<<G>><<Y2>>)?)<<EDGE>>"),
    ("range.between",
     r"(?P<core><<BETWEEN>><<D1>><<OF>><<G>><<M1>>(?:,?<<G>><<Y1>>)?<<JOIN>>"
     r"<<D2>><<OF>><<G>><<M2>>(?:,?<<G>><<Y2>>)?)<<EDGE>>"),
    ("range.days",
     r"(?P<core><<FROM>><<D1>>(?:(?:,<<G>>\d{1,2}){1,6},?<<JOIN>>|<<AND>>)"
     r"<<D2>><<OF>><<G>><<M1>>(?:,?<<G>><<Y1>>)?)<<EDGE>>"),
    ("day", r"(?P<core><<D1>><<OF>>[\s-]{1,3}<<M1>>(?:,?[\s-]{1,3}<<Y1>>)?)<<EDGE>>"),
    ("day", r"(?P<core><<D1>><<OF>>[\s-]{1,3}<<SMALL>>,?[\s-]{1,3}<<Y1>>)<<EDGE>>"),
    ("range.us-months-days",
     r"(?P<core><<FROM>><<M1>>\s{0,2}<<D1>>(?:,?<<G>><<Y1>>)?<<TO>><<M2>>"
     r"\s{0,2}<<D2>>(?:,?<<G>><<Y2>>)?)<<EDGE>>"),
    ("range.us-days",
     r"(?P<core><<FROM>><<M1>>\s{0,2}<<D1>>(?:(?:,<<G>>\d{1,2}){1,6},?<<JOIN>>|<<AND>>)<<D2>>(?:,?<<G>><<Y1>>)?)<<EDGE>>"),
    ("range.us-days", r"(?P<core><<FROM>><<M1>>,<<G>><<D1>><<AND>><<D2>>,?<<G>><<Y1>>)<<EDGE>>"),
    ("us-day", r"(?P<core><<M1>>,<<G>><<D1>>,?<<G>><<Y1>>)<<EDGE>>"),
    ("us-day", r"(?P<core><<M1>>\s{0,2}<<D1>>(?:,?<<G>><<Y1>>)?)<<EDGE>>"),
    ("range.iso",
     r"(?P<core>(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)(?:/|<<TO>>)(?P<y2>(?:19|20)\d\d)-(?P<m2>\d\d)-(?P<d2>\d\d))(?![\w-])"),
    ("iso", r"(?P<core>(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d))(?:T\d|(?![\w-]))"),
    ("range.numeric",
     r"(?P<core><<FROM>>(?P<d1>\d{1,2})\.(?P<m1>\d{1,2})(?:\.(?P<y1>(?:1[5-9]|20)\d\d)<<YEARTAIL>>)?<<TO>>"
     r"(?P<d2>\d{1,2})\.(?P<m2>\d{1,2})\.(?P<y2>(?:1[5-9]|20)\d\d)<<YEARTAIL>>)(?!\w|\.\d)"),
    ("range.numeric",
     r"(?P<core><<FROM>>(?P<d1>\d{1,2})(?P<us>/)(?P<m1>\d{1,2})/(?P<y1>(?:19|20)\d\d)<<TO>>"
     r"(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y2>(?:19|20)\d\d))(?![\w/])"),
    ("range.numeric",
     r"(?P<core>(?P<d1>\d{1,2})[-–](?P<d2>\d{1,2})\.(?P<m1>\d\d)\.(?P<y1>(?:1[5-9]|20)\d\d)<<YEARTAIL>>)(?!\w|\.\d)"),
    ("numeric", r"(?P<core>(?P<y1>(?:19|20)\d\d)(?P<sep>[./])(?P<m1>\d\d)(?P=sep)(?P<d1>\d\d))(?![\w./-])"),
    ("numeric.roman",
     r"(?P<core>(?P<d1>\d{1,2})(?P<sep>[./-]|<<G>>)(?P<m1>[XХ][IІ]{0,2}|[IІ][XХ]|[IІ]V|V[IІ]{0,3}|[IІ]{1,3})(?:(?P=sep)|[./-])(?P<y1>(?:1[5-9]|20)\d\d)<<YEARTAIL>>)<<EDGE>>"),
    ("numeric", r"(?P<core>(?P<d1>\d{1,2})\.(?P<m1>\d{1,2})\.(?P<y1>(?:1[5-9]|20)\d\d)<<YEARTAIL>>)(?!\w|\.\d)"),
    ("numeric", r"(?P<core>(?P<d1>\d{1,2})(?P<us>/)(?P<m1>\d{1,2})/(?P<y1>(?:19|20)\d\d))(?![\w/])"),
    ("numeric.short", r"(?P<core>(?P<d1>\d\d)\.(?P<m1>\d\d)\.(?P<yy>\d\d)<<TAIL>>)"),
    ("range.months", r"(?P<core><<FROM>><<M1>>(?:<<G>><<Y1>>)?<<AND>><<M2>>,?<<G>><<Y2>>)<<EDGE>>"),
    ("month", r"(?P<core><<PART>><<M1>>,?(?:<<OF>><<G>>)<<Y1>>)<<EDGE>>"),
    ("month.bare", r"<<BEFOREMONTH>><<G>>(?P<core><<PART>><<M1>>)(?!\s{1,2}\d|[^\W_])"),
    ("range.months", r"<<BEFOREMONTH>><<G>>(?P<core><<M1>><<DASH>><<M2>>)(?!\s{1,2}\d|[^\W_])"),
    ("range.months", r"(?P<core><<START>><<M1>><<UNTIL>><<M2>>)(?!\s{1,2}\d|[^\W_])"),
    ("month.part", r"(?P<core><<SOMEPART>><<M1>>)(?!\s{1,2}\d|[^\W_])"),
    ("half", r"(?P<core><<PART>><<HALF>><<G>><<Y1>>)<<EDGE>>"),
    ("quarter", r"(?P<core><<PART>><<QUARTER>><<G>><<Y1>>)<<EDGE>>"),
    ("season", r"(?P<core><<PART>><<SEASON>>,?<<OF>><<G>><<Y1>>(?:[-–/]\d\d(?:\d\d)?<<YEARTAIL>>)?)<<EDGE>>"),
    ("range.years", r"(?P<core><<START>><<Y1>><<UNTIL>><<Y2>>)<<EDGE>>"),
    ("range.years", r"(?P<core><<Y1>><<DASH>><<Y2>>)(?![\d-])<<EDGE>>"),
    ("year.part", r"(?P<core><<SOMEPART>><<Y1>>)<<EDGE>><<NOUNIT>>"),
    ("year.word", r"(?P<core><<BARE1>><<TAIL>>)"),
    ("years.split",
     r"<<BEFORESPLIT>><<G>>(?P<core><<Y1>>(?:/|(?P<span>[-–]))(?P<yy2>\d\d(?:\d\d)?)<<YEARTAIL>>)(?![\w/-])"),
    ("years.split", r"(?P<core><<Y1>>/(?P<yy2>\d\d(?:\d\d)?)<<TAIL>>)"),
    ("year.bare", r"<<BEFORELAST>><<G>>(?P<core><<BARE1>>)(?=[.,;:)](?:\s|\Z)|\s{0,2}(?:\n|\Z)|\s\()"),
    ("year.bare", r"(?:<<BEFOREYEAR>><<G>>|(?<=(?:19|20)\d\d,\s))(?P<core><<BARE1>>)(?![\w-]|[.,:/]\d)<<NOUNIT>>"),
    ("year.brackets", r"(?<!\d)(?<!\d\s)\((?P<core><<BARE1>>)\)"),
    ("decade", r"(?P<core><<DECADE>>)<<EDGE>>"),
    ("decade", r"(?P<core><<SHORTDECADE>>)<<EDGE>>"),
    ("words",
     r"(?P<core><<M1>><<G>>(?:<<DW>>|<<D1>>)<<G>><<DAYWORD>>(?:,?<<G>>(?:<<YW>>|<<Y1>>))?)<<EDGE>>"),
    ("words",
     r"(?P<core>(?:<<DW>>|<<D1>>)<<ASIDE>><<OF>><<G>><<M1>>(?:<<YEARFOLLOWS>>,?<<G>>(?:<<YW>>|<<Y1>>))?)<<EDGE>>"),
    ("words", r"(?P<core><<M1>>,?<<G>><<THE>>(?:<<DW>>|<<D1>>)(?:<<YEARFOLLOWS>>,?<<G>>(?:<<YW>>|<<Y1>>)))<<EDGE>>"),
)  # fmt: skip
