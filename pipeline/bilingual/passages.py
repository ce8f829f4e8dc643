"""Which passages of two authentic texts answer to each other, and which have no twin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from pipeline.bilingual import align, content, held, rules
from pipeline.bilingual.align import Piece, Unit
from pipeline.bilingual.records import Divergence, Passage
from pipeline.bilingual.terms import Passages
from pipeline.model import Document, Span
from pipeline.sentences import sentences

LEAST_MISSING = 20
HEADING = 100
UNRELATED = 1.0
INNER_STOP = re.compile(r"[.!?…:;)»”]\s+\S|\n")


@dataclass(frozen=True, slots=True)
class Bead:
    """Passages that answer to each other, in the provision `eid` of the English text."""

    eid: str
    passages: Passages


def of_units(pair: held.Pair, one: Unit | None, other: Unit | None) -> Iterator[Divergence | Bead]:
    """What is missing in two units, and the passages that answer to each other."""
    if one is None or other is None:
        yield _missing(pair, (one,) if one else (), (other,) if other else ())
        return
    if one.provision.kind == "conclusions" or (one.provision.kind == "preamble" and not _recitals(one, other)):
        yield from _frame(pair, one, other)
        return
    left, right = align.pieces(one, pair.english.text), align.pieces(other, pair.russian.text)
    if one.span.end == pair.broken.get("en") or other.span.end == pair.broken.get("ru"):
        whole = min(len(left), len(right)) - 1  # the last piece breaks off
        left, right = left[:whole], right[:whole]
    found = align.beads(left, right, pair.ratio, partial(_distance, pair))
    for a, b in align.lists_in_order(found, partial(held.sameness, pair)):
        if a and b:
            yield Bead(a[0].eid, Passages(_around(a), _around(b)))
        elif sum(len(p.span) for p in (*a, *b)) >= LEAST_MISSING and not _headed(pair, one, other, a, b):
            yield _missing(pair, a, b)


def of_lines(pair: held.Pair) -> Iterator[Divergence | Bead]:
    """What is missing in either text, and the lines that answer to each other, whatever provisions they are read as."""
    left, right = align.lines(pair.english), align.lines(pair.russian)
    for a, b in align.beads(left, right, pair.ratio, partial(_distance, pair)):
        if a and b:
            yield Bead(a[0].eid, Passages(_around(a), _around(b)))
        elif sum(len(p.span) for p in (*a, *b)) >= LEAST_MISSING:
            yield _missing(pair, a, b)


def _headed(pair: held.Pair, one: Unit, other: Unit, a: Sequence[Piece], b: Sequence[Piece]) -> bool:
    """Is what stands alone the first line of its unit, and reads like a heading: no stop at its end?"""
    document, unit, pieces = (pair.english, one, a) if a else (pair.russian, other, b)
    said = pieces[0].span.of(document.text).rstrip()
    first = len(pieces) == 1 and pieces[0].eid == unit.eid and bool(unit.provision.children)
    return first and "\n" not in said and len(said) <= HEADING and said[-1:].isalpha()


def titles(pair: held.Pair) -> Iterator[Divergence]:
    """Differences between the dates in the titles."""
    prefaces = [
        next((p for p in document.structure.provisions if p.kind == "preface"), None)
        for document in (pair.english, pair.russian)
    ]
    if prefaces[0] and prefaces[1]:
        yield from _frame(
            pair,
            Unit(prefaces[0].eid, prefaces[0].span, prefaces[0]),
            Unit(prefaces[1].eid, prefaces[1].span, prefaces[1]),
        )


def _recitals(one: Unit, other: Unit) -> bool:
    """Do both preambles hold considerations that can be told apart?"""
    return bool(one.provision.children) and bool(other.provision.children)


def _frame(pair: held.Pair, one: Unit, other: Unit) -> Iterator[Divergence]:
    """Opening and closing formulas differ by custom, signatures by hand: only the dates must agree."""
    a, b = held.facts_of(pair.english, one.span), held.facts_of(pair.russian, other.span)
    for kind, detail in rules.unlike_sets("date", a.dates, b.dates):
        yield Divergence(kind, one.eid, passage(pair.english, one.span), passage(pair.russian, other.span), detail)


def _distance(pair: held.Pair, one: Piece, other: Piece) -> float:
    """What two pieces lack in common: numbers, and the stop they end with."""
    a, b = held.facts_of(pair.english, one.span), held.facts_of(pair.russian, other.span)
    ends = one.span.of(pair.english.text)[-1:], other.span.of(pair.russian.text)[-1:]
    unlike = 0.3 * (ends[0] != ends[1] and set(ends) <= set(".;:"))
    unlike += UNRELATED * (1 - content.common(pair, Passages(one.span, other.span)))
    return unlike + 0.4 * bool({*a.numbers, *a.durations} ^ {*b.numbers, *b.durations})


def _around(pieces: Sequence[Piece]) -> Span:
    return Span(pieces[0].span.start, pieces[-1].span.end)


def passage(document: Document, span: Span) -> Passage:
    return Passage(span.of(document.text), span.start, span.end)


def _missing(pair: held.Pair, a: Sequence[Unit | Piece], b: Sequence[Unit | Piece]) -> Divergence:
    first = (*a, *b)[0]
    return Divergence(
        "missing_provision",
        first.eid,
        passage(pair.english, Span(a[0].span.start, a[-1].span.end)) if a else None,
        passage(pair.russian, Span(b[0].span.start, b[-1].span.end)) if b else None,
        f"only the {'English' if a else 'Russian'} text has this",
    )


def side_by_side(pair: held.Pair, bead: Bead) -> Iterator[Passages]:
    """The sentences of a passage that answer to each other."""
    left = _sentences(pair.english, bead.eid, bead.passages.english)
    right = _sentences(pair.russian, bead.eid, bead.passages.russian)
    for a, b in align.beads(left, right, pair.ratio, partial(_distance, pair), align.MERGES):
        yield Passages(_around(a), _around(b))


def _sentences(document: Document, eid: str, span: Span) -> list[Piece]:
    said = span.of(document.text)
    found = sentences(said, document.language) if INNER_STOP.search(said) else ()
    rows = [Span(span.start + s.start, span.start + s.end) for s in found] or [span]
    return [Piece(eid, row, numbered=False) for row in rows]
