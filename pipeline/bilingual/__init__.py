"""The authentic texts of one instrument held against each other, provision by provision."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pipeline.bilingual import align, held, rules, unlike
from pipeline.bilingual.align import Piece, Unit
from pipeline.bilingual.terms import Passages, Term, dropped, lexicon
from pipeline.bilingual.usage import Usage, learn
from pipeline.citation import place
from pipeline.errors import DragomanError
from pipeline.model import Document, Note, Span
from pipeline.sentences import sentences

__all__ = ["Comparison", "Divergence", "Passage", "compare"]

KINDS = ("missing_provision", "modality", "negation", "number", "date", "deadline", "party", "term")
CUT = "text_cut_short"
LANGUAGES = {"en": "English", "ru": "Russian"}
MOVED = 0.6
RATIOS = (0.95, 1.3)
LEAST_MISSING = 20
HEADING = 100
QUOTED = "“«"  # details of defined terms quote them, those of things name them
USUAL = 3
INNER_STOP = re.compile(r"[.!?…:;)»”]\s+\S|\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation from one of the texts: `quote` is `start:end` of its document."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Divergence:
    """A place where the texts differ. `kind` is one of KINDS; a side is None where its text has nothing there.

    `eid` is the provision of the English text, or of the Russian one where the English has none; `detail` says in words
    what differs.
    """

    kind: str
    eid: str
    english: Passage | None
    russian: Passage | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """`aligned` pairs of provision ids (English, Russian); `unaligned` language and id of those without a twin."""

    divergences: tuple[Divergence, ...]
    aligned: tuple[tuple[str, str], ...]
    unaligned: tuple[tuple[str, str], ...]
    notes: tuple[Note, ...] = ()
    partial: bool = False


@dataclass(frozen=True, slots=True)
class _Bead:
    """Passages that answer to each other, in the provision `eid` of the English text."""

    eid: str
    passages: Passages


def compare(english: Document, russian: Document) -> Comparison:
    """Align two language versions of one instrument and list where they differ.

    Raises DragomanError where the documents are not one English and one Russian text.
    """
    if (english.language, russian.language) == ("ru", "en"):
        english, russian = russian, english
    if (english.language, russian.language) != ("en", "ru"):
        raise DragomanError(
            f"compare needs an English and a Russian text, not {english.language} and {russian.language}",
            reason="languages",
            hint="name the language of each text with --language",
        )
    ones, others = align.units(english), align.units(russian)
    rough = max(_size(others), 1) / max(_size(ones), 1)
    cut = _cut_short(english, russian)
    broken = {
        d.language: side[-1].span.end for d, side in ((english, ones), (russian, others)) if d.language in cut and side
    }
    pair = held.Pair(english, russian, min(max(rough, RATIOS[0]), RATIOS[1]), broken)
    matched = align.match_units(ones, others, partial(held.likeness, pair))
    both = [(a, b) for a, b in matched if a and b]
    if len(both) * 3 < min(len(ones), len(others)) or held.unlike(pair, both):
        return _different(ones, others)
    pair = replace(pair, ratio=_median([len(b.span) / max(len(a.span), 1) for a, b in both]))
    matched, moved = align.moved_units(matched, partial(held.content, pair), MOVED)
    beads, divergences = _divergences(pair, matched)
    return Comparison(
        tuple(_once(_unusual(pair, beads, [d for d in divergences if not _behind(d, both, cut)]))),
        tuple((a.eid, b.eid) for a, b in matched if a and b),
        tuple(_alone(matched)),
        (*cut.values(), *(_out_of_order(pair, a, b) for a, b in moved)),
        partial=bool(cut),
    )


def _divergences(
    pair: held.Pair, matched: Sequence[tuple[Unit | None, Unit | None]]
) -> tuple[list[_Bead], list[Divergence]]:
    """What answers to each other in the units, and where it differs."""
    found = [*_titles(pair), *(d for one, other in matched for d in _unit(pair, one, other))]
    beads = [bead for bead in found if isinstance(bead, _Bead)]
    terms = lexicon(pair.english, pair.russian, [bead.passages for bead in beads])
    sides = {bead: tuple(_side_by_side(pair, bead)) for bead in beads}
    usage = learn(pair, [passages for bead in beads for passages in sides[bead]])
    articles: dict[str, list[Passages]] = {}
    earlier: dict[_Bead, tuple[Passages, ...]] = {}
    for bead in beads:
        said = articles.setdefault(_article(bead), [])
        earlier[bead] = tuple(said)
        said.append(bead.passages)
    divergences = [
        d
        for one in found
        for d in (_bead(pair, terms, usage, sides[one], one, earlier[one]) if isinstance(one, _Bead) else (one,))
    ]
    return beads, divergences


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


def _cut_short(english: Document, russian: Document) -> dict[str, Note]:
    """By language, where a text breaks off."""
    out: dict[str, Note] = {}
    for document in (english, russian):
        for note in document.structure.notes:
            if note.code == CUT:
                out[document.language] = replace(note, message=f"{LANGUAGES[document.language]} text: {note.message}")
    return out


def _behind(divergence: Divergence, both: Sequence[tuple[Unit, Unit]], cut: Collection[str]) -> bool:
    """Does a text lack a provision only because it breaks off before?"""
    if divergence.kind != "missing_provision" or not both:
        return False
    if divergence.russian is None and divergence.english and "ru" in cut:
        return divergence.english.start >= max(one.span.start for one, _ in both)
    if divergence.english is None and divergence.russian and "en" in cut:
        return divergence.russian.start >= max(other.span.start for _, other in both)
    return False


def _out_of_order(pair: held.Pair, one: Unit, other: Unit) -> Note:
    here = place(pair.english, one.eid) or one.eid
    there = place(pair.russian, other.eid) or other.eid
    return Note("out_of_order", f"{here} of the English text stands at another place of the Russian, as {there}")


def _alone(matched: Sequence[tuple[Unit | None, Unit | None]]) -> Iterator[tuple[str, str]]:
    """Language and id of the units without a twin."""
    for one, other in matched:
        if one and not other:
            yield "en", one.eid
        if other and not one:
            yield "ru", other.eid


def _size(units: Sequence[Unit]) -> int:
    return sum(len(unit.span) for unit in units)


def _different(ones: Sequence[Unit], others: Sequence[Unit]) -> Comparison:
    """Nothing is compared where the texts do not seem to be one instrument."""
    message = (
        f"the texts do not read like one instrument: {len(ones)} and {len(others)} provisions with little in common"
    )
    unaligned = (*(("en", u.eid) for u in ones), *(("ru", u.eid) for u in others))
    return Comparison((), (), unaligned, (Note("different_instruments", message),), partial=True)


def _unit(pair: held.Pair, one: Unit | None, other: Unit | None) -> Iterator[Divergence | _Bead]:
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
            yield _Bead(a[0].eid, Passages(_around(a), _around(b)))
        elif sum(len(p.span) for p in (*a, *b)) >= LEAST_MISSING and not _headed(pair, one, other, a, b):
            yield _missing(pair, a, b)


def _headed(pair: held.Pair, one: Unit, other: Unit, a: Sequence[Piece], b: Sequence[Piece]) -> bool:
    """Is what stands alone the first line of its unit, and reads like a heading: no stop at its end?"""
    document, unit, pieces = (pair.english, one, a) if a else (pair.russian, other, b)
    said = pieces[0].span.of(document.text).rstrip()
    first = len(pieces) == 1 and pieces[0].eid == unit.eid and bool(unit.provision.children)
    return first and "\n" not in said and len(said) <= HEADING and said[-1:].isalpha()


def _titles(pair: held.Pair) -> Iterator[Divergence]:
    """Differences between the dates in the titles."""
    titles = [
        next((p for p in document.structure.provisions if p.kind == "preface"), None)
        for document in (pair.english, pair.russian)
    ]
    if titles[0] and titles[1]:
        yield from _frame(
            pair, Unit(titles[0].eid, titles[0].span, titles[0]), Unit(titles[1].eid, titles[1].span, titles[1])
        )


def _recitals(one: Unit, other: Unit) -> bool:
    """Do both preambles hold considerations that can be told apart?"""
    return bool(one.provision.children) and bool(other.provision.children)


def _frame(pair: held.Pair, one: Unit, other: Unit) -> Iterator[Divergence]:
    """Opening and closing formulas differ by custom, signatures by hand: only the dates must agree."""
    a, b = held.facts_of(pair.english, one.span), held.facts_of(pair.russian, other.span)
    for kind, detail in rules.unlike_sets("date", a.dates, b.dates):
        yield Divergence(kind, one.eid, _passage(pair.english, one.span), _passage(pair.russian, other.span), detail)


def _distance(pair: held.Pair, one: Piece, other: Piece) -> float:
    """What two pieces lack in common: numbers, and the stop they end with."""
    a, b = held.facts_of(pair.english, one.span), held.facts_of(pair.russian, other.span)
    ends = one.span.of(pair.english.text)[-1:], other.span.of(pair.russian.text)[-1:]
    unlike = 0.3 * (ends[0] != ends[1] and set(ends) <= set(".;:"))
    return unlike + 0.4 * bool({*a.numbers, *a.durations} ^ {*b.numbers, *b.durations})


def _around(pieces: Sequence[Piece]) -> Span:
    return Span(pieces[0].span.start, pieces[-1].span.end)


def _passage(document: Document, span: Span) -> Passage:
    return Passage(span.of(document.text), span.start, span.end)


def _missing(pair: held.Pair, a: Sequence[Unit | Piece], b: Sequence[Unit | Piece]) -> Divergence:
    first = (*a, *b)[0]
    return Divergence(
        "missing_provision",
        first.eid,
        _passage(pair.english, Span(a[0].span.start, a[-1].span.end)) if a else None,
        _passage(pair.russian, Span(b[0].span.start, b[-1].span.end)) if b else None,
        f"only the {'English' if a else 'Russian'} text has this",
    )


def _side_by_side(pair: held.Pair, bead: _Bead) -> Iterator[Passages]:
    """The sentences of a passage that answer to each other."""
    left = _sentences(pair.english, bead.eid, bead.passages.english)
    right = _sentences(pair.russian, bead.eid, bead.passages.russian)
    for a, b in align.beads(left, right, pair.ratio, partial(_distance, pair), align.MERGES):
        yield Passages(_around(a), _around(b))


def _bead(
    pair: held.Pair,
    terms: Sequence[Term],
    usage: Usage,
    sides: Sequence[Passages],
    bead: _Bead,
    earlier: Sequence[Passages],
) -> Iterator[Divergence]:
    """Differences inside one aligned passage, sentence by sentence."""
    binding = not bead.eid.startswith("preamble")
    for side in sides:
        here, there = _passage(pair.english, side.english), _passage(pair.russian, side.russian)
        for kind, detail in unlike.differences(pair, terms, usage, side, binding=binding):
            yield Divergence(kind, bead.eid, here, there, detail)
    one, other = bead.passages.english, bead.passages.russian
    words = one.of(pair.english.text).lower(), other.of(pair.russian.text).lower()
    loose = [
        t for t in terms if t.since < one.start and bool(t.english.search(words[0])) != bool(t.russian.search(words[1]))
    ]
    loose = [t for t in loose if not any(_carried(pair, t, before) for before in earlier)]
    if loose and (said := dropped(loose, *words, pair.ratio)):
        yield Divergence("term", bead.eid, _passage(pair.english, one), _passage(pair.russian, other), said)


def _article(bead: _Bead) -> str:
    return bead.eid.partition("__para_")[0]


def _carried(pair: held.Pair, term: Term, before: Passages) -> bool:
    """Both texts named the thing in the same article before, so that either may go on with "it" or "the holder"."""
    one, other = before.english.of(pair.english.text).lower(), before.russian.of(pair.russian.text).lower()
    return bool(term.english.search(one) and term.russian.search(other))


def _sentences(document: Document, eid: str, span: Span) -> list[Piece]:
    said = span.of(document.text)
    found = sentences(said, document.language) if INNER_STOP.search(said) else ()
    rows = [Span(span.start + s.start, span.start + s.end) for s in found] or [span]
    return [Piece(eid, row, numbered=False) for row in rows]


def _unusual(pair: held.Pair, beads: Sequence[_Bead], found: Sequence[Divergence]) -> list[Divergence]:
    """Without words that the texts hold against each other throughout, or more than once and their like never side by
    side: so these texts name the thing, and no other passage speaks against it.
    """
    often = Counter(d.detail for d in found if d.kind in ("party", "term"))
    together = {detail: _together(pair, beads, detail) for detail in often}
    usual = {detail for detail, count in often.items() if count >= USUAL and count > together[detail]}
    alone = {d.detail for d in found if d.kind == "term" and not set(QUOTED).intersection(d.detail)}
    usual.update(detail for detail in alone if often[detail] > 1 and not together[detail])
    return [d for d in found if d.detail not in usual]


def _together(pair: held.Pair, beads: Sequence[_Bead], detail: str) -> int:
    """In how many passages both texts name a thing that they name apart elsewhere."""
    sides = [
        (held.facts_of(pair.english, b.passages.english), held.facts_of(pair.russian, b.passages.russian))
        for b in beads
    ]
    return sum(
        any(name in detail for name in {*a.things, *a.roles, *a.instruments} & {*b.things, *b.roles, *b.instruments})
        for a, b in sides
    )


def _once(found: Sequence[Divergence]) -> Iterator[Divergence]:
    """Every kind once for a passage."""
    seen: set[tuple[str, int, int]] = set()
    for item in found:
        key = (item.kind, item.english.start if item.english else -1, item.russian.start if item.russian else -1)
        if key not in seen:
            seen.add(key)
            yield item
