"""What a passage says that its twin must say too: numbers, durations, dates, limits, modality, negation, roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline import dates
from pipeline.bilingual import quantities
from pipeline.bilingual.patterns import Patterns, Sort, patterns_of

ROMAN = re.compile(r"[IVX]{2,7}")
WORD = re.compile(r"[^\W\d_]{3,}")
MARKER = re.compile(r"\s*(?:\(?\w{1,4}[.)]|\d{1,3}(?:\.\d{1,3}){1,3}\.?|[-–—•])\s")


@dataclass(frozen=True, slots=True)
class Cues:
    """Words of one sort: how many count, how many are in doubt, and the other words that may stand for them by key.

    `restricted` ones count only if the other text restricts or denies as often; `limited` ones ("may only") do not, for
    they are told as what is done.
    """

    count: int
    doubtful: int = 0
    restricted: int = 0
    limited: int = 0
    words: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What one passage says, comparable across languages, in normal forms: "P30D", "2001-05-03", "15".

    `lone` are durations that the text names without a number; `limits` pairs of a number, duration or date with the
    side ("most", "least") on which it bounds; `turns` pairs of a duration with the side of an event on which it lies.
    """

    length: int
    numbers: tuple[str, ...]
    durations: tuple[str, ...]
    lone: frozenset[str]
    dates: tuple[str, ...]
    limits: frozenset[tuple[str, str]]
    turns: frozenset[tuple[str, str]]
    working: int
    contrasts: tuple[str, ...]
    permission: Cues
    aspiration: Cues
    advice: Cues
    denial: Cues
    duties: int
    doubling: int
    shared: int
    limiting: int
    roles: tuple[str, ...]
    instruments: tuple[str, ...]
    things: tuple[str, ...]


def read(text: str, language: str) -> Facts:
    """The facts of a passage; the marker it begins with ("2.", "(a)") is none of them."""
    marker = MARKER.match(text)
    body = text[marker.end() :] if marker else text
    patterns = patterns_of(language)
    body = patterns.clock.sub(_clock, body)
    found_dates = dates.find(body.rstrip(" .;"), language)  # the stop of a sentence is no part of a date
    kept = _blanked(body, ((d.span.start, d.span.end) for d in found_dates))
    lower = kept.lower()
    numbers = list(quantities.numbers(kept, patterns.numerals))
    lengths = list(quantities.durations(lower, numbers, patterns))
    unsaid = list(quantities.unnumbered(lower, patterns))
    timed = {start for _, start, _ in lengths}
    plain = [(value, start, end) for start, end, value in numbers if start not in timed]
    days = [(d.edtf, d.span.start) for d in found_dates if d.precision in ("day", "month")]
    limits = quantities.limits(lower, (*lengths, *plain, *unsaid), patterns)
    counted = (*((start, end) for start, end, _ in numbers), *((start, end) for _, start, end in lengths))
    return Facts(
        len(body.strip()),
        tuple(sorted(_plain(kept, lower, plain, patterns))),
        tuple(sorted(duration for duration, _, _ in lengths)),
        frozenset(duration for duration, _, _ in unsaid),
        tuple(sorted(day for edtf, _ in days for day in edtf.split("/"))),
        frozenset((*limits, *quantities.day_limits(body.lower(), days, patterns))),
        frozenset(quantities.turns(lower, (*lengths, *unsaid), patterns)),
        len(patterns.working.findall(lower)),
        tuple(name for name, pattern in patterns.contrasts if pattern.search(lower)),
        _permission(lower, patterns),
        _cues(lower, patterns.aspiration),
        _cues(lower, patterns.advice),
        _denial(_figured(lower, counted), patterns),
        _duties(lower, patterns),
        len(patterns.doubling.findall(lower)),
        len(patterns.shared.findall(lower)),
        len(patterns.limiting.findall(lower)),
        _named(lower, patterns.roles),
        _named(lower, patterns.instruments),
        tuple(name for word in WORD.findall(lower) for name in _things(word, language)),
    )


def _clock(found: re.Match[str]) -> str:
    """A time of day in figures: 18:00."""
    groups = found.groupdict()
    if groups["noon"]:
        return "12:00"
    hour = next(value for name, value in groups.items() if name.startswith("hour") and value)
    late = 12 if groups.get("late") and int(hour) < 12 else 0
    return f"{int(hour) + late}:{groups['minute'] or '00'} "


def _plain(kept: str, lower: str, plain: Iterable[tuple[str, int, int]], patterns: Patterns) -> Iterator[str]:
    """The numbers that measure no time; "one" is an article in one language and none in the other."""
    yield from (value for value, start, _ in plain if value != "1" or kept[start] == "1")
    yield from (found[0] for found in ROMAN.finditer(kept))
    yield from ("1" for _ in patterns.once.finditer(lower))


def _named(lower: str, rows: Iterable[tuple[str, re.Pattern[str]]]) -> tuple[str, ...]:
    return tuple(name for name, pattern in rows for _ in pattern.finditer(lower))


@lru_cache(maxsize=65536)
def _things(word: str, language: str) -> tuple[str, ...]:
    """What the things are called that a word may name."""
    return tuple(name for name, pattern in patterns_of(language).things if pattern.fullmatch(word))


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _figured(lower: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with a figure at the end of every number, written in words or not, so that patterns see them all."""
    for start, _ in spans:
        lower = lower[:start] + "0" + lower[start + 1 :]
    return lower


# --- modality and negation -----------------------------------------------------------------------------------------


def _cues(lower: str, sort: Sort) -> Cues:
    return Cues(len(sort.counts.findall(lower)), words=_words(lower, sort))


def _words(lower: str, sort: Sort) -> tuple[tuple[str, int], ...]:
    rest = sort.counts.sub(" ", lower)
    counted = ((key, len(pattern.findall(rest))) for key, pattern in sort.words)
    return tuple((key, count) for key, count in counted if count)


def _permission(lower: str, patterns: Patterns) -> Cues:
    """Permissions of main clauses, one of a sentence; denied ones are none, restricted ones may be told otherwise."""
    certain = doubtful = restricted = limited = 0
    last = -1
    for found in patterns.permission.counts.finditer(lower):
        start = _sentence_start(lower, found.start())
        before = lower[start : found.start()]
        if patterns.unlicensed.search(before):
            continue
        if patterns.limited.search(lower, start, _sentence_end(lower, start)):
            limited += 1
        elif start == last or patterns.dependent.search(before):  # one sentence may say once what another repeats
            doubtful += 1
        elif patterns.restricted.search(lower, start, _sentence_end(lower, start)):
            restricted += 1
        else:
            certain += 1
        last = start
    return Cues(certain, doubtful, restricted, limited, _words(lower, patterns.permission))


def _duties(lower: str, patterns: Patterns) -> int:
    """Verbs of duties in main clauses."""
    found = (lower[_sentence_start(lower, m.start()) : m.start()] for m in patterns.duty.finditer(lower))
    return sum(not (patterns.dependent.search(before) or patterns.conditional.search(before)) for before in found)


def _sentence_start(lower: str, at: int) -> int:
    return max(lower.rfind(stop, 0, at) for stop in (". ", "; ", "\n")) + 1


def _sentence_end(lower: str, at: int) -> int:
    stops = [place for stop in (". ", "; ", "\n") if (place := lower.find(stop, at)) >= 0]
    return min(stops, default=len(lower))


def _denial(lower: str, patterns: Patterns) -> Cues:
    lower = patterns.references.sub(" ", patterns.pleonastic.sub(r"\g<0>_", lower))
    repeated = len(patterns.repeated.findall(lower))
    return Cues(len(patterns.denial.counts.findall(lower)), repeated, words=_words(lower, patterns.denial))
