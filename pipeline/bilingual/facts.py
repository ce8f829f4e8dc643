"""What a passage says that its twin must say too: numbers, durations, dates, modality, negation, roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline import dates
from pipeline.language import PACKS

TOKEN = re.compile(r"\d{1,3}(?:[ \u00a0,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+")
GAP = re.compile(r"[\s\u00a0-]{1,3}|\s{1,3}(?:and|и)\s{1,3}")
ROMAN = re.compile(r"[IVX]{2,7}")
MARKER = re.compile(r"\s*(?:\(?\w{1,4}[.)]|[-–—•])\s")


@dataclass(frozen=True, slots=True)
class Facts:
    """What one passage says, comparable across languages, in normal forms: "P30D", "2001-05-03", "15"."""

    length: int
    numbers: tuple[str, ...]
    durations: frozenset[str]
    dates: frozenset[str]
    permissions: int
    permissions_loose: int
    duties: int
    aspiration: bool
    aspiration_loose: bool
    negations: int
    denials: int
    negations_loose: int
    negations_paired: int
    unless: bool
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Patterns:
    numerals: Mapping[str, int]
    duration: re.Pattern[str]
    units: tuple[tuple[re.Pattern[str], str, int], ...]
    prefix: re.Pattern[str]
    permission: re.Pattern[str]
    permission_loose: re.Pattern[str]
    duty: re.Pattern[str]
    aspiration: re.Pattern[str]
    aspiration_loose: re.Pattern[str]
    negation: re.Pattern[str]
    denial: re.Pattern[str]
    negation_loose: re.Pattern[str]
    negation_paired: re.Pattern[str]
    unless: re.Pattern[str]
    roles: tuple[tuple[str, re.Pattern[str]], ...]


@cache
def _patterns(language: str) -> _Patterns:
    pack = PACKS[language]
    words = pack.structure.parallel
    units = "|".join(words.durations)
    return _Patterns(
        pack.dates.numerals,
        re.compile(rf"(?<!\w)(?:\w+[-\s]){{0,2}}?(?P<unit>{units})(?!\w)"),
        tuple((re.compile(unit), letter, factor) for unit, (letter, factor) in words.durations.items()),
        re.compile(rf"(?<!\w)(?P<number>{words.prefixes})[- ]?(?P<unit>{units})(?!\w)"),
        re.compile(words.permission),
        re.compile(words.permission_loose),
        re.compile(words.duty),
        re.compile(words.aspiration),
        re.compile(words.aspiration_loose),
        re.compile(words.negation),
        re.compile(words.denial),
        re.compile(words.negation_loose),
        re.compile(words.negation_paired),
        re.compile(words.unless),
        tuple((role, re.compile(pattern)) for role, pattern in words.roles.items()),
    )


def read(text: str, language: str) -> Facts:
    """The facts of a passage; the marker it begins with ("2.", "(a)") is none of them."""
    marker = MARKER.match(text)
    body = text[marker.end() :] if marker else text
    patterns = _patterns(language)
    found_dates = dates.find(body, language)
    kept = _blanked(body, ((d.span.start, d.span.end) for d in found_dates))
    lower = kept.lower()
    numbers = list(_numbers(kept, patterns.numerals))
    durations = list(_durations(lower, numbers, patterns))
    timed = {start for _, start in durations}
    plain = [value for start, _, value in numbers if start not in timed and value != "1"]
    plain += [found[0] for found in ROMAN.finditer(kept)]
    return Facts(
        len(body.strip()),
        tuple(sorted(plain)),
        frozenset(duration for duration, _ in durations),
        frozenset(d.edtf for d in found_dates if d.precision in ("day", "month")),
        len(patterns.permission.findall(lower)),
        len(patterns.permission_loose.findall(lower)),
        len(patterns.duty.findall(lower)),
        bool(patterns.aspiration.search(lower)),
        bool(patterns.aspiration_loose.search(lower)),
        len(patterns.negation.findall(lower)),
        len(patterns.denial.findall(lower)),
        len(patterns.negation_loose.findall(lower)),
        len(patterns.negation_paired.findall(lower)),
        bool(patterns.unless.search(lower)),
        frozenset(role for role, pattern in patterns.roles if pattern.search(lower)),
    )


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _numbers(text: str, numerals: Mapping[str, int]) -> Iterator[tuple[int, int, str]]:
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
            yield token.start(), token.end(), re.sub(r"[ \u00a0]|,(?=\d{3})", "", word).replace(",", ".")
    if run:
        yield start, end, str(_total(run))


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


def _durations(lower: str, numbers: list[tuple[int, int, str]], patterns: _Patterns) -> Iterator[tuple[str, int]]:
    """Durations ("P30D") with the place of their number; a number in brackets behind words belongs to it."""
    for start, end, value in numbers:
        if not value.isdigit():
            continue
        tail = re.compile(r"[\s\u00a0-]{0,2}(?:\([^()]{1,20}\)\s?)?").match(lower, end)
        unit = patterns.duration.match(lower, tail.end() if tail else end)
        if unit:
            yield _iso(int(value), unit["unit"], patterns), start
    for found in patterns.prefix.finditer(lower):
        number = patterns.numerals.get(found["number"])
        if number:
            yield _iso(number, found["unit"], patterns), -1


def _iso(value: int, unit: str, patterns: _Patterns) -> str:
    letter, factor = next((letter, factor) for pattern, letter, factor in patterns.units if pattern.fullmatch(unit))
    value *= factor
    if letter == "H" and value % 24 == 0:
        letter, value = "D", value // 24
    return f"PT{value}H" if letter == "H" else f"P{value}{letter}"
