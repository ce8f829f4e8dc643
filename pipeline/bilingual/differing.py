"""Where passages that answer to each other differ, and which differences are but the way of these two texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.bilingual import held, unlike
from pipeline.bilingual.content import habits
from pipeline.bilingual.passages import Bead, passage, side_by_side, titles
from pipeline.bilingual.records import Divergence
from pipeline.bilingual.terms import Passages, Term, dropped, lexicon
from pipeline.bilingual.unlike import Known
from pipeline.bilingual.usage import learn

QUOTED = "“«"  # details of defined terms quote them, those of things name them
USUAL = 3


def divergences(pair: held.Pair, read: Iterable[Divergence | Bead]) -> tuple[list[Bead], list[Divergence]]:
    """What answers to each other in the texts, and where it differs, after their titles."""
    found = [*titles(pair), *read]
    beads = [bead for bead in found if isinstance(bead, Bead)]
    terms = lexicon(pair.english, pair.russian, [bead.passages for bead in beads])
    sides = {bead: tuple(side_by_side(pair, bead)) for bead in beads}
    said = [passages for bead in beads for passages in sides[bead]]
    known = Known(learn(pair, said), habits(pair, said))
    articles: dict[str, list[Passages]] = {}
    earlier: dict[Bead, tuple[Passages, ...]] = {}
    for bead in beads:
        before = articles.setdefault(_article(bead), [])
        earlier[bead] = tuple(before)
        before.append(bead.passages)
    told = [
        d
        for one in found
        for d in (_differing(pair, terms, known, sides[one], one, earlier[one]) if isinstance(one, Bead) else (one,))
    ]
    return beads, told


def _differing(
    pair: held.Pair,
    terms: Sequence[Term],
    known: Known,
    sides: Sequence[Passages],
    bead: Bead,
    earlier: Sequence[Passages],
) -> Iterator[Divergence]:
    """Differences inside one aligned passage, sentence by sentence."""
    binding = not bead.eid.startswith("preamble")
    for side in sides:
        here, there = passage(pair.english, side.english), passage(pair.russian, side.russian)
        for kind, detail in unlike.differences(pair, terms, known, side, bead.passages, binding=binding):
            yield Divergence(kind, bead.eid, here, there, detail)
    one, other = bead.passages.english, bead.passages.russian
    words = one.of(pair.english.text).lower(), other.of(pair.russian.text).lower()
    loose = [
        t for t in terms if t.since < one.start and bool(t.english.search(words[0])) != bool(t.russian.search(words[1]))
    ]
    loose = [t for t in loose if not any(_carried(pair, t, before) for before in earlier)]
    if loose and (said := dropped(loose, *words, pair.ratio)):
        yield Divergence("term", bead.eid, passage(pair.english, one), passage(pair.russian, other), said)


def _article(bead: Bead) -> str:
    return bead.eid.partition("__para_")[0]


def _carried(pair: held.Pair, term: Term, before: Passages) -> bool:
    """Both texts named the thing in the same article before, so that either may go on with "it" or "the holder"."""
    one, other = before.english.of(pair.english.text).lower(), before.russian.of(pair.russian.text).lower()
    return bool(term.english.search(one) and term.russian.search(other))


def unusual(pair: held.Pair, beads: Sequence[Bead], found: Sequence[Divergence]) -> list[Divergence]:
    """Without words that the texts hold against each other throughout, or more than once and their like never side by
    side: so these texts name the thing, and no other passage speaks against it.
    """
    often = Counter(d.detail for d in found if d.kind in ("party", "term"))
    together = {detail: _together(pair, beads, detail) for detail in often}
    usual = {detail for detail, count in often.items() if count >= USUAL and count > together[detail]}
    alone = {d.detail for d in found if d.kind == "term" and not set(QUOTED).intersection(d.detail)}
    usual.update(detail for detail in alone if often[detail] > 1 and not together[detail])
    return [d for d in found if d.detail not in usual]


def _together(pair: held.Pair, beads: Sequence[Bead], detail: str) -> int:
    """In how many passages both texts name a thing that they name apart elsewhere."""
    sides = [
        (held.facts_of(pair.english, b.passages.english), held.facts_of(pair.russian, b.passages.russian))
        for b in beads
    ]
    return sum(
        any(name in detail for name in {*a.things, *a.roles, *a.instruments} & {*b.things, *b.roles, *b.instruments})
        for a, b in sides
    )


def once(found: Sequence[Divergence]) -> Iterator[Divergence]:
    """Every kind once for a passage."""
    seen: set[tuple[str, int, int]] = set()
    for item in found:
        key = (item.kind, item.english.start if item.english else -1, item.russian.start if item.russian else -1)
        if key not in seen:
            seen.add(key)
            yield item
