"""What a passage says that its twin must say too: numbers, durations, dates, limits, modality, negation, roles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline import dates
from pipeline.bilingual.patterns import Patterns, Sort, patterns_of
from pipeline.language import PACKS

TOKEN = re.compile(r"\d{1,2}:\d\d(?!\d)|\d{1,3}(?:[ \u00a0,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+")
GAP = re.compile(r"[\s\u00a0-]{1,3}|\s{1,3}(?:and|и)\s{1,3}")
TAIL = re.compile(r"[\s\u00a0-]{0,2}(?:\([^()]{1,20}\)\s?)?")
ROMAN = re.compile(r"[IVX]{2,7}")
WORD = re.compile(r"[^\W\d_]{3,}")
MARKER = re.compile(r"\s*(?:\(?\w{1,4}[.)]|\d{1,3}(?:\.\d{1,3}){1,3}|[-–—•])\s")
SIDES = {"late": "most", "early": "least"}
LEAD = {"late": "least", "early": "most"}
NEAR = 60


@dataclass(frozen=True, slots=True)
class Cues:
    """Words of one sort: how many count, how many are in doubt, and the other words that may stand for them by key.

    `restricted` ones count only if the other text restricts or denies as often.
    """

    count: int
    doubtful: int = 0
    restricted: int = 0
    words: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What one passage says, comparable across languages, in normal forms: "P30D", "2001-05-03", "15".

    `lone` are durations that the text names without a number; `limits` pairs of a number, duration or date with the
    side ("most", "least") on which it bounds.
    """

    length: int
    numbers: tuple[str, ...]
    durations: tuple[str, ...]
    lone: frozenset[str]
    dates: tuple[str, ...]
    limits: frozenset[tuple[str, str]]
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
    found_dates = dates.find(body.rstrip(" .;"), language)  # the stop of a sentence is no part of a date
    kept = _blanked(body, ((d.span.start, d.span.end) for d in found_dates))
    lower = kept.lower()
    numbers = list(_numbers(kept, patterns.numerals))
    durations = list(_durations(lower, numbers, patterns))
    timed = {start for _, start, _ in durations}
    figured = _figured(
        lower, (*((start, end) for start, end, _ in numbers), *((start, end) for _, start, end in durations))
    )
    plain = [(value, start, end) for start, end, value in numbers if start not in timed]
    days = [(d.edtf, d.span.start) for d in found_dates if d.precision in ("day", "month")]
    roman = [found[0] for found in ROMAN.finditer(kept)]
    return Facts(
        len(body.strip()),
        tuple(sorted([value for value, start, _ in plain if value != "1" or kept[start] == "1"] + roman)),
        tuple(sorted(duration for duration, _, _ in durations)),
        frozenset(duration for pattern, duration in patterns.lone if pattern.search(lower)),
        tuple(sorted(day for edtf, _ in days for day in edtf.split("/"))),
        frozenset((*_limits(lower, (*durations, *plain), patterns), *_day_limits(body.lower(), days, patterns))),
        _permission(lower, patterns),
        _cues(lower, patterns.aspiration),
        _cues(lower, patterns.advice),
        _denial(figured, patterns),
        _duties(lower, patterns),
        len(patterns.doubling.findall(lower)),
        len(patterns.shared.findall(lower)),
        len(patterns.limiting.findall(lower)),
        tuple(role for role, pattern in patterns.roles for _ in pattern.finditer(lower)),
        tuple(name for name, pattern in patterns.instruments for _ in pattern.finditer(lower)),
        tuple(name for word in WORD.findall(lower) for name in _things(word, language)),
    )


@lru_cache(maxsize=65536)
def _things(word: str, language: str) -> tuple[str, ...]:
    """What the things are called that a word may name."""
    things = PACKS[language].structure.parallel.things
    return tuple(name for name, pattern in things.items() if re.fullmatch(pattern, word))


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _figured(lower: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with a figure at the end of every number, written in words or not, so that patterns see them all."""
    for start, _ in spans:
        lower = lower[:start] + "0" + lower[start + 1 :]
    return lower


# --- numbers and time ----------------------------------------------------------------------------------------------


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
            yield token.start(), token.end(), _figure(word)
    if run:
        yield start, end, str(_total(run))


def _figure(word: str) -> str:
    """A number in figures in one form: 10,000 and 10 000, 2.5 and 2,5, 08:00 and 8.00."""
    if ":" in word:
        return word.removeprefix("0").replace(":", ".")
    return re.sub(r"[ \u00a0]|,(?=\d{3})", "", word).replace(",", ".")


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


def _durations(lower: str, numbers: list[tuple[int, int, str]], patterns: Patterns) -> Iterator[tuple[str, int, int]]:
    """Durations ("P30D") with the place of their number; a number in brackets behind words belongs to it."""
    for start, end, value in numbers:
        if not value.isdigit():
            continue
        tail = TAIL.match(lower, end)
        unit = patterns.duration.match(lower, tail.end() if tail else end)
        if unit:
            yield _iso(int(value), unit["unit"], patterns), start, unit.end()
    for found in patterns.prefix.finditer(lower):
        word = found["number"]
        number = int(word) if word.isdigit() else patterns.numerals.get(word)
        if number and not (word.isdigit() and any(start == found.start() for start, _, _ in numbers)):
            yield _iso(number, found["unit"], patterns), found.start(), found.end()


def _iso(value: int, unit: str, patterns: Patterns) -> str:
    letter, factor = next((letter, factor) for pattern, letter, factor in patterns.units if pattern.fullmatch(unit))
    value *= factor
    if letter == "H" and value % 24 == 0:
        letter, value = "D", value // 24
    return f"PT{value}H" if letter == "H" else f"P{value}{letter}"


def _limits(lower: str, found: Iterable[tuple[str, int, int]], patterns: Patterns) -> Iterator[tuple[str, str]]:
    """Numbers and durations with the side on which they bound; "late" and "early" turn round before an event."""
    for value, start, end in found:
        before = lower[max(0, start - NEAR) : start]
        side = next((side for pattern, side in patterns.bounds if pattern.search(before)), None)
        side = next((side for pattern, side in patterns.bounds_after if pattern.match(lower, end)), side)
        if side is None:
            continue
        lead = value.startswith("P") and (patterns.lead_before.search(before) or patterns.lead_after.match(lower, end))
        yield value, (LEAD if lead else SIDES).get(side, side)


def _day_limits(lower: str, days: Iterable[tuple[str, int]], patterns: Patterns) -> Iterator[tuple[str, str]]:
    for edtf, start in days:
        if "/" not in edtf:
            before = lower[max(0, start - NEAR) : start]
            side = next((side for pattern, side in patterns.date_bounds if pattern.search(before)), None)
            if side:
                yield edtf, SIDES[side]


# --- modality and negation -----------------------------------------------------------------------------------------


def _cues(lower: str, sort: Sort) -> Cues:
    return Cues(len(sort.counts.findall(lower)), words=_words(lower, sort))


def _words(lower: str, sort: Sort) -> tuple[tuple[str, int], ...]:
    rest = sort.counts.sub(" ", lower)
    counted = ((key, len(pattern.findall(rest))) for key, pattern in sort.words)
    return tuple((key, count) for key, count in counted if count)


def _permission(lower: str, patterns: Patterns) -> Cues:
    """Permissions of main clauses, one of a sentence; denied ones are none, restricted ones may be told otherwise."""
    certain = doubtful = restricted = 0
    last = -1
    for found in patterns.permission.counts.finditer(lower):
        start = _sentence_start(lower, found.start())
        before = lower[start : found.start()]
        if patterns.unlicensed.search(before):
            continue
        if start == last or patterns.dependent.search(before):  # one sentence may say once what another repeats
            doubtful += 1
        elif patterns.restricted.search(lower, start, _sentence_end(lower, start)):
            restricted += 1
        else:
            certain += 1
        last = start
    return Cues(certain, doubtful, restricted, _words(lower, patterns.permission))


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
    repeated = len(patterns.repeated.findall(lower))
    return Cues(len(patterns.denial.counts.findall(lower)), repeated, words=_words(lower, patterns.denial))
