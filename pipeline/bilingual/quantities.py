"""Numbers, lengths of time and dates of a passage, with the sides on which they bound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pipeline.bilingual.patterns import Patterns

TOKEN = re.compile(r"\d{1,2}:\d\d(?!\d)|\d{1,3}(?:[ \u00a0,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+")
GAP = re.compile(r"[\s\u00a0-]{1,3}|\s{1,3}(?:and|и)\s{1,3}")
TAIL = re.compile(r"(?:[^\W\d_]{2}\b)?[\s\u00a0-]{0,2}(?:\([^()]{1,20}\)\s?)?")
SIDES = {"late": "most", "early": "least"}
LEAD = {"late": "least", "early": "most"}
NEAR = 60
TIME = {"H": "H", "MIN": "M"}


def numbers(text: str, numerals: Mapping[str, int]) -> Iterator[tuple[int, int, str]]:
    """Numbers in figures and in words, words that belong together added up ("twenty-one", «сто двадцать»)."""
    run: list[int] = []
    start = end = 0
    for token in TOKEN.finditer(text):
        word = token[0]
        value = numerals.get(word.lower()) if not word[0].isdigit() else None
        if value is not None and run and _adds(run[-1], value) and GAP.fullmatch(text, end, token.start()):
            run.append(value)
            end = token.end()
            continue
        if run:
            yield start, end, str(_total(run))
            run = []
        if value is not None:
            run, start, end = [value], token.start(), token.end()
        elif word[0].isdigit():
            yield token.start(), token.end(), _figure(word)
    if run:
        yield start, end, str(_total(run))


def _figure(word: str) -> str:
    """A number in figures in one form: 10,000 and 10 000, 2.5 and 2,5, 08:00 and 8.00."""
    if ":" in word:
        word = word.removeprefix("0").replace(":", ".")
    plain = re.sub(r"[ \u00a0]|,(?=\d{3})", "", word).replace(",", ".")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _adds(before: int, value: int) -> bool:
    return value in (100, 1000) or (value < before and (before >= 100 or (before >= 20 and value < 10)))


def _total(run: list[int]) -> int:
    total = part = 0
    for value in run:
        if value in (100, 1000) and part:
            part *= value
            total, part = (total + part, 0) if value == 1000 else (total, part)
        else:
            part += value
    return total + part


def durations(lower: str, numbers: list[tuple[int, int, str]], patterns: Patterns) -> Iterator[tuple[str, int, int]]:
    """Durations ("P30D") with the place of their number; a number in brackets behind words belongs to it."""
    starts = [start for start, _, value in numbers if value.isdigit()]
    for start, end, value in numbers:
        if not value.isdigit():
            continue
        tail = TAIL.match(lower, end)
        unit = patterns.duration.match(lower, tail.end() if tail else end)
        if unit and not any(end < later < unit.start("unit") for later in starts):
            yield _iso(int(value), unit["unit"], patterns), start, unit.end()
    for found in patterns.prefix.finditer(lower):
        word = found["number"]
        number = int(word) if word.isdigit() else patterns.numerals.get(word)
        if number and not any(start == found.start() for start, _, _ in numbers):
            yield _iso(number, found["unit"], patterns), found.start(), found.end()


def _iso(value: int, unit: str, patterns: Patterns) -> str:
    letter, factor = next((letter, factor) for pattern, letter, factor in patterns.units if pattern.fullmatch(unit))
    value *= factor
    if letter == "H" and value % 24 == 0:
        letter, value = "D", value // 24
    if letter in TIME:
        return f"PT{value}{TIME[letter]}"
    return f"P{value}{letter}"


def unnumbered(lower: str, patterns: Patterns) -> Iterator[tuple[str, int, int]]:
    """Durations told without a number ("a month", «ежегодно»), each with the place of its last word."""
    for pattern, duration in patterns.lone:
        for found in pattern.finditer(lower):
            yield duration, found.start() + found[0].rfind(" ") + 1, found.end()


def turns(lower: str, found: Iterable[tuple[str, int, int]], patterns: Patterns) -> Iterator[tuple[str, str]]:
    """Durations that count back from an event ("30 days before") or on from one, where the text says which."""
    for value, start, end in found:
        before = lower[max(0, start - NEAR) : start]
        if patterns.lead_after.match(lower, end) or patterns.ahead.search(before):
            yield value, "before"
        elif patterns.since_after.match(lower, end) or patterns.since_before.search(before):
            yield value, "after"


def limits(lower: str, found: Iterable[tuple[str, int, int]], patterns: Patterns) -> Iterator[tuple[str, str]]:
    """Numbers and durations with the side on which they bound; "late" and "early" turn round before an event."""
    for value, start, end in found:
        before = lower[max(0, start - NEAR) : start]
        side = next((side for pattern, side in patterns.bounds if pattern.search(before)), None)
        side = next((side for pattern, side in patterns.bounds_after if pattern.match(lower, end)), side)
        if side is None:
            continue
        lead = value.startswith("P") and (patterns.lead_before.search(before) or patterns.lead_after.match(lower, end))
        yield value, (LEAD if lead else SIDES).get(side, side)


def day_limits(lower: str, days: Iterable[tuple[str, int]], patterns: Patterns) -> Iterator[tuple[str, str]]:
    for edtf, start in days:
        if "/" not in edtf:
            before = lower[max(0, start - NEAR) : start]
            side = next((side for pattern, side in patterns.date_bounds if pattern.search(before)), None)
            if side:
                yield edtf, SIDES[side]
