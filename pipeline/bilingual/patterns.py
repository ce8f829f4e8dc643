"""The words of a language pack that authentic texts are held against each other by, made into patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

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
    contrasts: tuple[tuple[str, re.Pattern[str]], ...]
    subject: re.Pattern[str]
    pronouns: re.Pattern[str]
    opening: re.Pattern[str]
    roles: tuple[tuple[str, re.Pattern[str]], ...]
    instruments: tuple[tuple[str, re.Pattern[str]], ...]
    things: tuple[tuple[str, re.Pattern[str]], ...]
    common: re.Pattern[str]
    verbal: re.Pattern[str]


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


@cache
def patterns_of(language: str) -> Patterns:
    """The patterns of a language, made once."""
    words = PACKS[language].structure.parallel
    return Patterns(
        words,
        {**PACKS[language].dates.numerals, **words.counts},
        *_lengths(words),
        *_bounds(words),
        re.compile(words.lead_before),
        re.compile(words.lead_after),
        re.compile(words.since_before),
        re.compile(words.since_after),
        _sort(words.permission, words.permission_words),
        _sort(words.aspiration, words.aspiration_words),
        _sort(words.advice, words.advice_words),
        _sort(words.denial, words.denial_words),
        re.compile(words.unlicensed),
        re.compile(words.dependent),
        re.compile(words.restricted),
        re.compile(words.limited),
        re.compile(words.doubling),
        re.compile(words.duty),
        re.compile(words.conditional),
        re.compile(words.repeated),
        re.compile(words.shared),
        re.compile(words.limiting),
        re.compile(words.pleonastic),
        re.compile(words.references),
        re.compile(words.once),
        re.compile(words.working),
        _rows(words.contrasts),
        re.compile(words.subject),
        re.compile(words.pronouns),
        re.compile(words.opening),
        _rows(words.roles),
        _rows(words.instruments),
        _rows(words.things),
        re.compile(words.common),
        re.compile(words.verbal),
    )
