"""Where dates stand in a text, which of them win, and which take a year they do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dates import grammar
from pipeline.dates.reading import DateMatch, match_of, read
from pipeline.language import PACKS
from pipeline.model import Span


def find(text: str, language: str, *, year: int | None = None, days: bool = False) -> tuple[DateMatch, ...]:
    """All dates of `text`, in order, without overlaps; a language without a pack gives none.

    `year` completes dates written without one, but not limits and days of every year ("by 1 April of each year").
    With `days` only days and ranges of days in figures are looked for, which takes a quarter of the rules.
    """
    if language not in PACKS:
        return ()
    found = [one for window in _windows(text, language) for one in _found(text, *window, language, days)]
    return tuple(_longest(text, found, year, language))


_FRONT, _BEHIND_YEAR, _BEHIND_MONTH = 60, 40, 100
"""Characters that a date may take in front of a number or the name of a month, and behind them."""


def _windows(text: str, language: str) -> Iterator[tuple[int, int, int, int]]:
    """The stretches where a date can stand: start, end, the last number or month there, and how many months."""
    start = end = last = months = 0
    for match in grammar.anchor(language).finditer(text):
        if match.start() - _FRONT > end:
            if end:
                yield start, end, last, months
            start, months = max(match.start() - _FRONT, 0), 0
        last, named = match.start(), match["month"] is not None
        end = max(end, match.end() + (_BEHIND_MONTH if named else _BEHIND_YEAR))
        months += named
    if end:
        yield start, min(end, len(text)), last, months


def _found(
    text: str, start: int, end: int, last: int, months: int, language: str, days: bool
) -> Iterator[tuple[int, int, str, re.Match[str]]]:
    starts = [match.start() for match in _START.finditer(text, start, last + 1)]
    for place, (name, _, needed) in enumerate(grammar.rules(language)):
        if needed > months or (days and name not in grammar.OF_DAYS):
            continue
        if (hint := grammar.HINTS.get(name)) and not hint.search(text, start, end):
            continue
        read_to, match_at = 0, grammar.compiled(language, place).match
        for at in starts:  # many times faster than a search, which tries every character
            if at >= read_to and (match := match_at(text, at, end)):
                read_to = match.end()
                yield match.start("core"), -match.end("core"), name, match


_START = re.compile(r"\b\w|(?<!\w)[^\w\s]")


def _longest(
    text: str, found: list[tuple[int, int, str, re.Match[str]]], year: int | None, language: str
) -> Iterator[DateMatch]:
    words, last = PACKS[language].dates, 0
    for start, end, name, match in sorted(found, key=lambda item: item[:3]):
        reading = read(match, words) if start >= last else None
        if reading is not None:
            last, named = -end, _weekday(text, start, last, language) if name in grammar.SINGLE_DAYS else start
            completed = year is not None and reading[0].year is None and not _recurs(text, start, last, language)
            yield match_of(Span(named, last), name, reading, year if completed else None)


def _weekday(text: str, start: int, floor: int, language: str) -> int:
    """The start of a day with its name in front: "Friday, 18 December 2015"."""
    found = grammar.weekdays(language).search(text, max(start - _BACK, floor), start)
    return found.start() if found else start


def _recurs(text: str, start: int, end: int, language: str) -> bool:
    """Whether a date without a year is a limit or a day of every year: no year of the text belongs to it."""
    before, after = grammar.recurring(language)
    return before.search(text, max(start - _BACK, 0), start) is not None or after.match(text, end) is not None


_BACK = 30  # characters in front of a date that tell of it
