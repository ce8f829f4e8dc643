"""The words of a language pack that authentic texts are held against each other by, made into patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from pipeline.language import PACKS
from pipeline.language.parallel import ParallelWords

_Sides = tuple[tuple[re.Pattern[str], str], ...]
_Lengths = tuple[
    re.Pattern[str],
    tuple[tuple[re.Pattern[str], str, int], ...],
    re.Pattern[str],
    tuple[tuple[re.Pattern[str], str], ...],
]


@dataclass(frozen=True, slots=True)
class Sort:
    """Patterns of one sort of cues."""

    counts: re.Pattern[str]
    words: tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The words of a language that texts are held against each other by, as patterns over small letters."""

    words: ParallelWords
    numerals: Mapping[str, int]
    duration: re.Pattern[str]
    units: tuple[tuple[re.Pattern[str], str, int], ...]
    prefix: re.Pattern[str]
    lone: tuple[tuple[re.Pattern[str], str], ...]
    bounds: tuple[tuple[re.Pattern[str], str], ...]
    bounds_after: tuple[tuple[re.Pattern[str], str], ...]
    date_bounds: tuple[tuple[re.Pattern[str], str], ...]
    lead_before: re.Pattern[str]
    lead_after: re.Pattern[str]
    ahead: re.Pattern[str]
    since_before: re.Pattern[str]
    since_after: re.Pattern[str]
    permission: Sort
    aspiration: Sort
    advice: Sort
    denial: Sort
    unlicensed: re.Pattern[str]
    dependent: re.Pattern[str]
    restricted: re.Pattern[str]
    limited: re.Pattern[str]
    doubling: re.Pattern[str]
    duty: re.Pattern[str]
    conditional: re.Pattern[str]
    repeated: re.Pattern[str]
    shared: re.Pattern[str]
    limiting: re.Pattern[str]
    pleonastic: re.Pattern[str]
    references: re.Pattern[str]
    once: re.Pattern[str]
    working: re.Pattern[str]
    clock: re.Pattern[str]
    contrasts: tuple[tuple[str, re.Pattern[str]], ...]
    subject: re.Pattern[str]
    pronouns: re.Pattern[str]
    opening: re.Pattern[str]
    roles: tuple[tuple[str, re.Pattern[str]], ...]
    instruments: tuple[tuple[str, re.Pattern[str]], ...]
    things: tuple[tuple[str, re.Pattern[str]], ...]
    common: re.Pattern[str]
    verbal: re.Pattern[str]
    inflected: re.Pattern[str]
    shortened: tuple[tuple[re.Pattern[str], str], ...]
    conditions: re.Pattern[str]
    conjunctions: tuple[tuple[str, re.Pattern[str]], ...]


def _sort(counts: str, words: Mapping[str, str]) -> Sort:
    return Sort(re.compile(counts), _rows(words))


def _rows(patterns: Mapping[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in patterns.items())


def _before(bounds: Mapping[str, str], between: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b(?:{cue})(?!\w){between}$"), side) for cue, side in bounds.items())


def _behind(bounds: Mapping[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\W{{0,2}}(?:\w+\W){{0,3}}?(?:{cue})\b"), side) for cue, side in bounds.items())


def _bounds(words: ParallelWords) -> tuple[_Sides, _Sides, _Sides]:
    """Patterns of what tells a side: before a number, behind it, before a date."""
    return (
        _before(words.bounds, words.between),
        _behind(words.bounds_after),
        _before(words.date_bounds, r"(?:\s+the)?\s*"),
    )


def _lengths(words: ParallelWords) -> _Lengths:
    """Patterns of units behind a number, of units by themselves, of numbers grown together with one, of lone words."""
    return (
        re.compile(rf"(?<!\w)(?:\w+[-\s]){{0,2}}?(?P<unit>{'|'.join(words.durations)})(?!\w)"),
        tuple((re.compile(unit), letter, factor) for unit, (letter, factor) in words.durations.items()),
        re.compile(rf"(?<!\w)(?P<number>{words.prefixes})[- ]?(?P<unit>{'|'.join(words.durations)})(?!\w)"),
        tuple((re.compile(rf"\b(?:{cue})\b"), duration) for cue, duration in words.lone_durations.items()),
    )


ROWS = ("contrasts", "conjunctions", "roles", "instruments", "things")
SORTS = ("permission", "aspiration", "advice", "denial")


@cache
def patterns_of(language: str) -> Patterns:
    """The patterns of a language, made once."""
    words = PACKS[language].structure.parallel
    duration, units, prefix, lone = _lengths(words)
    bounds, bounds_after, date_bounds = _bounds(words)
    made: dict[str, Any] = {
        "words": words,
        "numerals": {**PACKS[language].dates.numerals, **words.counts},
        "duration": duration,
        "units": units,
        "prefix": prefix,
        "lone": lone,
        "bounds": bounds,
        "bounds_after": bounds_after,
        "date_bounds": date_bounds,
        "shortened": tuple((re.compile(end), other) for end, other in words.shortened.items()),
        **{name: _sort(getattr(words, name), getattr(words, f"{name}_words")) for name in SORTS},
        **{name: _rows(getattr(words, name)) for name in ROWS},
    }
    plain: dict[str, Any] = {f.name: re.compile(getattr(words, f.name)) for f in fields(Patterns) if f.name not in made}
    return Patterns(**made, **plain)
