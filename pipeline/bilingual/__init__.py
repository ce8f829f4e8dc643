"""The authentic texts of one instrument held against each other, provision by provision."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial

from pipeline.bilingual import align, content, differing, held, passages
from pipeline.bilingual.align import Unit
from pipeline.bilingual.records import KINDS, Comparison, Divergence, Passage
from pipeline.citation import place
from pipeline.errors import DragomanError
from pipeline.model import Document, Note

__all__ = ["KINDS", "Comparison", "Divergence", "Passage", "compare"]

CUT = "text_cut_short"
LANGUAGES = {"en": "English", "ru": "Russian"}
MOVED = 0.6
RATIOS = (0.95, 1.3)
ALIKE = (0.8, 1.6)
ANSWERED = 0.6
COMMON = 0.4


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
    if _divided_otherwise(ones, others, both) and (told := _by_lines(pair, cut)):
        return told
    if len(both) * 3 < min(len(ones), len(others)) or held.unlike(pair, both):
        return _different(ones, others)
    pair = replace(pair, ratio=_median([len(b.span) / max(len(a.span), 1) for a, b in both]))
    matched, moved = align.moved_units(matched, partial(held.content, pair), MOVED)
    read = (d for one, other in matched for d in passages.of_units(pair, one, other))
    beads, found = differing.divergences(pair, read)
    return Comparison(
        tuple(differing.once(differing.unusual(pair, beads, [d for d in found if not _behind(d, both, cut)]))),
        tuple((a.eid, b.eid) for a, b in matched if a and b),
        tuple(_alone(matched)),
        (*cut.values(), *(_out_of_order(pair, a, b) for a, b in moved)),
        partial=bool(cut),
    )


def _divided_otherwise(ones: Sequence[Unit], others: Sequence[Unit], both: Sequence[tuple[Unit, Unit]]) -> bool:
    """Do two texts of about the same length hardly answer to each other by provision?"""
    sizes, told = (_size(ones), _size(others)), (_size([a for a, _ in both]), _size([b for _, b in both]))
    if not all(sizes) or not ALIKE[0] < sizes[1] / sizes[0] < ALIKE[1]:
        return False
    return min(told[0] / sizes[0], told[1] / sizes[1]) < ANSWERED


def _by_lines(pair: held.Pair, cut: dict[str, Note]) -> Comparison | None:
    """The texts line by line, where they say the same but are divided differently; None where they do not."""
    read = list(passages.of_lines(pair))
    beads = [bead for bead in read if isinstance(bead, passages.Bead)]
    if not beads or sum(content.common(pair, bead.passages) for bead in beads) < COMMON * len(beads):
        return None
    beads, found = differing.divergences(pair, read)
    note = Note("divided_otherwise", "the texts are divided differently: they were held against each other by line")
    holders = ((b.eid, pair.russian.structure.innermost(b.passages.russian.start)) for b in beads)
    return Comparison(
        tuple(differing.once(differing.unusual(pair, beads, found))),
        tuple(dict.fromkeys((eid, holder.eid) for eid, holder in holders if holder)),
        (),
        (*cut.values(), note),
        partial=bool(cut),
    )


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
