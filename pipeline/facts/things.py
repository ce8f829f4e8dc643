"""What can be seized, arrested or given in one sentence: numbers with what they count, and things without a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.facts.words import Words
from pipeline.model import FactKind, Figure, Kind, Mention, Span

_WEIGHTS = frozenset({"g", "l", "m3"})
_NEAR = 14  # characters between a number and the substance it counts ("kg of pure heroin" is longer: `of` tells)


@dataclass(frozen=True, slots=True)
class Inside:
    """The mentions and figures of one sentence."""

    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """`span` reaches from the number to the end of what it counts; `noun` are those words; `of` is the substance's id
    or the words. A thing without `figure` is a laboratory, a substance or people without a number; `people` tells that
    the number stands for people named before ("54 of them")."""

    span: Span
    figure: Figure | None
    noun: str
    of: str | None
    substance: bool = False
    people: bool = False

    @property
    def weighed(self) -> bool:
        return self.figure is not None and self.figure.unit in _WEIGHTS

    @property
    def money(self) -> bool:
        return self.figure is not None and self.figure.kind is Kind.MONEY


def things(text: str, sentence: Span, inside: Inside, words: Words) -> tuple[Thing, ...]:
    """The things of a sentence in order; none overlaps another."""
    counted = list(
        _named(text, (_counted(text, figure, inside.mentions, sentence) for figure in inside.figures), words)
    )
    bare = _bare(text, sentence, inside.mentions, words)
    alone = [thing for thing in bare if not any(thing.span.overlaps(other.span) for other in counted)]
    return tuple(sorted((*counted, *alone), key=lambda thing: thing.span))


def _named(text: str, counted: Iterable[Thing], words: Words) -> Iterator[Thing]:
    """The things of a sentence; "54 of them" are what was counted before."""
    last: Thing | None = None
    for thing in counted:
        behind = words.them.match(text, thing.figure.span.end) if thing.figure else None
        told = not thing.noun or words.any_cue.match(thing.noun)
        if told and thing.figure and thing.figure.text.lower().split()[-1] in words.collective:
            yield Thing(thing.figure.span, thing.figure, "", None, people=True)  # «пятеро арестованы»
        elif behind is None:
            last = thing if words.people.search(thing.noun) else last
            yield thing
        else:
            span = Span(thing.span.start, max(thing.span.end, behind.end()))
            noun = last.noun if last else ""
            yield Thing(span, thing.figure, noun, noun or None, people=behind["people"] is not None or last is not None)


def _counted(text: str, figure: Figure, mentions: tuple[Mention, ...], sentence: Span) -> Thing:
    if before := _before_dash(text, figure.span.start, mentions):
        span = Span(before.span.start, figure.span.end)
        return Thing(span, figure, before.text, before.entity_id or before.text, substance=True)
    end = figure.span.end
    for word in (figure.of or "").split():
        at = text.find(word, end, sentence.end)
        end = at + len(word) if at >= 0 else end
    named = _substance(text, figure.span.end, max(end, figure.span.end + _NEAR), mentions)
    if named is None:
        return Thing(Span(figure.span.start, end), figure, figure.of or "", figure.of)
    span = Span(figure.span.start, max(end, named.span.end))
    return Thing(span, figure, figure.of or named.text, named.entity_id or named.text, substance=True)


def _substance(text: str, start: int, end: int, mentions: tuple[Mention, ...]) -> Mention | None:
    """The first substance that begins in `start:end` with no other number or clause before it."""
    for mention in mentions:
        if mention.kind is Kind.SUBSTANCE and start <= mention.span.start < end:
            return None if _CUT.search(text[start : mention.span.start]) else mention
    return None


def _before_dash(text: str, start: int, mentions: tuple[Mention, ...]) -> Mention | None:
    """The substance whose amount a dash introduces: "heroin – 36 kg", «героина – 36 кг»."""
    for mention in mentions:
        if (
            mention.kind is Kind.SUBSTANCE
            and mention.span.end < start
            and _DASH.fullmatch(text, mention.span.end, start)
        ):
            return mention
    return None


_DASH = re.compile(r"\s{0,2}(?:[–—-]|:)\s{1,2}")
_CUT = re.compile(r"[,.;:()]|\d")


def _bare(text: str, sentence: Span, mentions: tuple[Mention, ...], words: Words) -> Iterator[Thing]:
    """Laboratories, substances and people that no number stands before."""
    names = [m.span for m in mentions if m.kind not in (Kind.SUBSTANCE, Kind.ROLE, Kind.COUNTRY)]
    taken: list[Span] = []
    for mention in mentions:
        if mention.kind is Kind.SUBSTANCE:
            taken.append(mention.span)
            yield Thing(mention.span, None, mention.text, mention.entity_id or mention.text, substance=True)
    for pattern in (words.laboratories, words.people):
        for found in pattern.finditer(text, sentence.start, sentence.end):
            span = Span(*found.span())
            if not any(span.overlaps(other) for other in (*names, *taken)):
                taken.append(span)
                yield Thing(span, None, found.group(), found.group())


def fits(kind: FactKind, thing: Thing, words: Words, *, weighed: bool = False, sure: bool = False) -> bool:
    """Whether this can be the object of such an event; `weighed` allows only drugs by weight, `sure` any people."""
    if thing.figure is not None and thing.figure.unit == "%":
        return False
    people = thing.people or bool(words.people.search(thing.noun))
    laboratory = bool(words.laboratories.search(thing.noun))
    pieces = thing.figure is not None and not (thing.money or thing.weighed or thing.figure.unit)
    match kind:
        case FactKind.ARREST | FactKind.CONVICTION:
            return (people and (pieces or thing.figure is None)) or (sure and pieces and _may_be_people(thing, words))
        case FactKind.LABORATORY:
            return laboratory and (pieces or thing.figure is None)
        case FactKind.DESTRUCTION:
            drug = thing.substance or bool(words.drugs.search(thing.noun))
            return drug and not (laboratory or people or thing.money or thing.figure is None)
        case FactKind.SEIZURE | FactKind.CONTRIBUTION:
            return _goods(kind, thing, words, pieces=pieces, people=people, weighed=weighed)


def _may_be_people(thing: Thing, words: Words) -> bool:
    unlike = (words.abstract, words.property, words.laboratories, words.drugs)
    return bool(thing.noun) and not thing.substance and not any(pattern.search(thing.noun) for pattern in unlike)


def _goods(kind: FactKind, thing: Thing, words: Words, *, pieces: bool, people: bool, weighed: bool) -> bool:
    if weighed:
        return thing.weighed and (thing.substance or bool(words.drugs.search(thing.noun)))
    if thing.money or thing.weighed:
        return kind is FactKind.SEIZURE or thing.money
    if thing.figure is None:
        return kind is FactKind.SEIZURE and not people
    return pieces and bool(thing.noun) and not people and not words.abstract.search(thing.noun)
