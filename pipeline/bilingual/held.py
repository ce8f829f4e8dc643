"""What two units of authentic texts hold, and how alike they are for it: numbers, names, offices, cues and length."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.bilingual import align, facts
from pipeline.bilingual.align import Piece, Unit
from pipeline.bilingual.facts import Facts
from pipeline.model import Document, Kind, Span
from pipeline.structure.identity import by_identity

UNLIKE = 0.28
UNTOLD = 0.4
COUNTRY = "country:"


@dataclass(frozen=True, slots=True)
class Pair:
    """Both documents, with how long the Russian text is for the English one and where either breaks off."""

    english: Document
    russian: Document
    ratio: float
    broken: Mapping[str, int] = field(default_factory=dict)
    held: dict[tuple[str, int, int], dict[str, int]] = field(default_factory=dict, compare=False, repr=False)


def unlike(pair: Pair, both: Sequence[tuple[Unit, Unit]]) -> bool:
    """Do even the units that answer best to each other hold other things?"""
    told = [content(pair, a, b) for a, b in both if _held(pair, pair.english, a) or _held(pair, pair.russian, b)]
    return not both or (bool(told) and sum(told) / len(told) < UNLIKE)


def likeness(pair: Pair, one: Unit, other: Unit) -> float:
    """-0.8 … 1.2: how well two units agree in length, in their parts and in what they hold; below 0 rather not."""
    log = abs(math.log((len(one.span) * pair.ratio + 40) / (len(other.span) + 40)))
    form = max(0.0, 0.5 - log) + 0.2 * (len(one.provision.children) == len(other.provision.children))
    if one.span.end == pair.broken.get("en") or other.span.end == pair.broken.get("ru"):
        form = 0.7 if one.eid == other.eid else 0.1  # where a text breaks off, neither length nor parts tell anything
    return form + 1.3 * content(pair, one, other) - 0.8


def content(pair: Pair, one: Unit, other: Unit) -> float:
    """0 … 1: how much of the numbers, names, offices and cues of two units is the same; UNTOLD if there is none."""
    left = _held(pair, pair.english, one)
    right = _held(pair, pair.russian, other)
    shared = sum(min(count, right[key]) for key, count in left.items() if key in right)
    total = sum(left.values()) + sum(right.values()) - shared
    return (shared + UNTOLD) / (total + 1)  # a single name says little


def sameness(pair: Pair, one: Sequence[Piece], other: Sequence[Piece]) -> float:
    """0 … 1: how much of the numbers, names, offices and things of two points of lists is the same."""
    left, right = _inside(pair.english, one[0].span), _inside(pair.russian, other[0].span)
    shared = (left & right).total()
    return (shared + UNTOLD) / (left.total() + right.total() - shared + 1)


def _inside(document: Document, span: Span) -> Counter[str]:
    said = facts_of(document, span)
    return Counter((*said.numbers, *said.durations, *said.dates, *said.roles, *said.things, *names(document, span)))


def _held(pair: Pair, document: Document, unit: Unit) -> dict[str, int]:
    """What a unit holds and how often, its own number apart; kept for the many units it is held against."""
    key = document.language, unit.span.start, unit.span.end
    if key not in pair.held:
        counted: Counter[str] = Counter()
        for piece in align.pieces(unit, document.text):
            said = facts_of(document, piece.span)
            counted.update((*said.numbers, *said.durations, *said.dates, *said.roles, *names(document, piece.span)))
            counted.update(may=said.permission.count, **{"try": said.aspiration.count, "not": said.denial.count})
        pair.held[key] = {name: count for name, count in counted.items() if count}
    return pair.held[key]


def facts_of(document: Document, span: Span) -> Facts:
    return _facts(span.of(document.text), document.language)


_facts = lru_cache(maxsize=16384)(facts.read)


def names(document: Document, span: Span) -> tuple[str, ...]:
    """The countries and organisations named inside a span."""
    starts, named = _named(document)
    inside = range(bisect_left(starts, span.start), bisect_left(starts, span.end))
    return tuple(named[i] for i in inside)


def countries(document: Document, span: Span) -> tuple[str, ...]:
    """The countries named inside a span, as often as they are."""
    return tuple(name for name in names(document, span) if name.startswith(COUNTRY))


@by_identity
def _named(document: Document) -> tuple[list[int], list[str]]:
    """Where countries and organisations are named, in order, with their ids."""
    kinds = (Kind.COUNTRY, Kind.ORGANISATION)
    rows = sorted((m.span.start, m.entity_id) for m in document.mentions if m.kind in kinds and m.entity_id)
    return [start for start, _ in rows], [name for _, name in rows]
