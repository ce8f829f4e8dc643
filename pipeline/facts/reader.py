"""From cues and things to facts, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.facts.circumstances import dateline
from pipeline.facts.objects import Object, objects
from pipeline.facts.scene import Scene
from pipeline.facts.things import Inside, things
from pipeline.facts.words import words
from pipeline.language import PACKS
from pipeline.model import Document, Fact, FactKind, Genre, Span
from pipeline.sentences import sentences

_REPORTING = frozenset({Genre.RELEASE, Genre.RESOLUTION, Genre.OTHER})
_LONGEST = 1500  # characters of one sentence
_REGULATING = frozenset({"article", "paragraph", "point", "indent", "attachment"})
"""Provisions that say what shall be, in a note or resolution as well."""


def read(document: Document) -> tuple[Fact, ...]:
    """The facts of `document`; see pipeline.facts.read_facts."""
    if document.language not in PACKS or document.structure.genre not in _REPORTING:
        return ()
    if not PACKS[document.language].facts.active:
        return ()
    return tuple(sorted(_facts(document), key=lambda fact: (fact.span, fact.kind)))


def _facts(document: Document) -> Iterator[Fact]:
    vocabulary = words(document.language)
    home = dateline(document)
    index = _Index.of(document)
    last: FactKind | None = None
    for sentence in _sentences(document):
        continued = vocabulary.parts.match(document.text, sentence.start, sentence.end) if last else None
        if continued is None and not vocabulary.trigger.search(document.text, sentence.start, sentence.end):
            last = None
            continue
        inside = index.inside(sentence)
        found_things = things(document.text, sentence, inside, vocabulary)
        scene = Scene(document, sentence, inside.mentions, found_things, vocabulary, home)
        found = list(objects(scene))
        if not found and continued is not None and last is not None:
            parts = scene.listed(Span(sentence.start, continued.end()), last, part=True)
            found = [Object(last, "parts", Span(sentence.start, continued.end()), thing, True) for thing in parts]
        facts = [_fact(scene, one) for one in found]
        yield from facts
        last = facts[-1].kind if facts and continued is None else None


@dataclass(frozen=True, slots=True)
class _Index:
    """Finds what lies in a sentence without going through the whole document."""

    document: Document
    mentions: tuple[int, ...]
    figures: tuple[int, ...]

    @classmethod
    def of(cls, document: Document) -> _Index:
        starts = (tuple(r.span.start for r in records) for records in (document.mentions, document.figures))
        return cls(document, *starts)

    def inside(self, sentence: Span) -> Inside:
        low, high = bisect_left(self.mentions, sentence.start), bisect_left(self.mentions, sentence.end)
        first, last = bisect_left(self.figures, sentence.start), bisect_left(self.figures, sentence.end)
        return Inside(self.document.mentions[low:high], self.document.figures[first:last])


def _fact(scene: Scene, one: Object) -> Fact:
    document, thing = scene.document, one.thing
    span = Span(min(one.cue.start, thing.span.start), max(one.cue.end, thing.span.end))
    place, place_inferred = scene.place(one.cue, one.kind)
    on, on_inferred = scene.on(one.cue)
    return Fact(
        span=span,
        kind=one.kind,
        amount=thing.figure,
        of=_of(one),
        text=span.of(document.text),
        rule=f"{document.language}-{one.kind}-{one.how}",
        actor=scene.actor(one.cue, one.kind, one.how, thing),
        place=place,
        on=on,
        place_inferred=place_inferred,
        on_inferred=on_inferred,
        part=one.part,
        recipient=scene.recipient(one.cue, thing) if one.kind is FactKind.CONTRIBUTION else None,
        worth=scene.worth(thing),
    )


def _of(one: Object) -> str | None:
    """What was counted; of a heroin laboratory not the heroin."""
    of = one.thing.noun if one.kind is FactKind.LABORATORY and one.thing.noun else one.thing.of
    return " ".join(of.split()) if of else None


def _sentences(document: Document) -> Iterator[Span]:
    """The sentences of each paragraph, over the line breaks inside it; of the whole text where it has no paragraphs."""
    provisions = document.structure.provisions
    leaves = [p.span for p in document.structure.walk() if not p.children and p.kind not in _REGULATING]
    for leaf in leaves if provisions else [Span(0, len(document.text))]:
        plain = leaf.of(document.text).replace("\n", " ") if provisions else leaf.of(document.text)
        for found in sentences(plain, document.language):
            yield from _pieces(document.text, Span(leaf.start + found.start, leaf.start + found.end))


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    """A sentence; what is far longer than prose (tables, enumerations) in pieces that end where a member ends."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        cut = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in (",", ";", " ")) + 1
        cut = cut or start + _LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, sentence.end)
