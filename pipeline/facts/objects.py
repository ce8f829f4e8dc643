"""Which things a cue takes: behind a verb, before a passive, as the complement of a noun, with lists and breakdowns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.facts.scene import Scene
from pipeline.facts.things import Thing, fits
from pipeline.model import FactKind, Span

_SUPPORT, _RECEIVED = "supported", "received"
_POINT = re.compile(r"\(?(?:[a-zа-яё]{1,3}|\d{1,3})\)\s")


@dataclass(frozen=True, slots=True)
class Object:
    """A thing with the cue that took it and how; `part` where an earlier object contains it."""

    kind: FactKind
    how: str
    cue: Span
    thing: Thing
    part: bool = False


def objects(scene: Scene) -> Iterator[Object]:
    """The objects of a sentence; a thing is the object of one cue of a kind only."""
    if scene.words.conditional.search(scene.document.text, scene.sentence.start, scene.sentence.end):
        return
    taken: set[tuple[FactKind, Span]] = set()
    for kind, how, cue in _cues(scene):
        for one in _of_cue(scene, kind, how, cue):
            if (kind, one.thing.span) not in taken:
                taken.add((kind, one.thing.span))
                yield one
    for kind, thing in _counted(scene):
        if (kind, thing.span) not in taken:
            yield Object(kind, "counted", thing.span, thing)


def _cues(scene: Scene) -> Iterator[tuple[FactKind, str, Span]]:
    """Passives before actives and nouns: one form may be either, and what stands before a passive is surer."""
    order = ("passive", "active", "noun", _SUPPORT, _RECEIVED)
    enumerated = bool(_POINT.match(scene.document.text, scene.sentence.start))
    keys = sorted(scene.words.cues, key=lambda key: (order.index(key[1]), key[0]))
    for kind, how in keys:
        pattern = scene.words.cues[kind, how]
        if enumerated and how == "noun":  # "(b) report seizures of 1 kg": a point of what shall be
            continue
        for found in pattern.finditer(scene.document.text, scene.sentence.start, scene.sentence.end):
            yield kind, how, Span(*found.span())


def _of_cue(scene: Scene, kind: FactKind, how: str, cue: Span) -> list[Object]:
    if how == _RECEIVED and scene.donor(cue) is None:
        return []
    verb = cue.of(scene.document.text)
    weighed = kind is FactKind.SEIZURE and how != "noun" and bool(scene.words.weighed.fullmatch(verb))
    chain = _before(scene, kind, how, cue, weighed=weighed) or _behind(scene, kind, how, cue, weighed=weighed)
    if how == _SUPPORT and not scene.given(cue, chain[0][0] if chain else None):
        return []
    if not chain or not scene.real(cue, [thing.span for thing, _ in chain], kind, how):
        return []
    end = max(cue.end, *(thing.span.end for thing, _ in chain))
    parts = scene.breakdown(end, kind)
    return [
        *(Object(kind, how, cue, thing, part) for thing, part in chain),
        *(Object(kind, how, cue, thing, part=True) for thing in parts),
    ]


# --- behind the cue -------------------------------------------------------------------------------------------------


def _behind(scene: Scene, kind: FactKind, how: str, cue: Span, *, weighed: bool) -> list[tuple[Thing, bool]]:
    for thing in scene.things:
        if thing.span.start < cue.end:
            continue
        gap = Span(cue.end, thing.span.start)
        if not scene.clear(gap, bare=thing.figure is None, noun=how == "noun"):
            return []
        if scene.after_preposition(gap, kind):
            continue
        if not _taken(kind, how, cue, thing, scene, weighed=weighed):
            if thing.figure is None and how != "noun":
                continue
            return []
        return [(thing, False), *((more, False) for more in scene.listed(thing.span, kind, part=False))]
    return []


def _taken(kind: FactKind, how: str, cue: Span, thing: Thing, scene: Scene, *, weighed: bool) -> bool:
    sure = scene.words.of_people.search(cue.of(scene.document.text)) is not None
    if thing.figure is None and (how in ("noun", _SUPPORT, _RECEIVED) or weighed):
        return False
    if how in (_SUPPORT, _RECEIVED) and not (thing.money or scene.words.goods.search(thing.noun)):
        return False
    return fits(kind, thing, scene.words, weighed=weighed, sure=sure)


# --- before the cue -------------------------------------------------------------------------------------------------


def _before(scene: Scene, kind: FactKind, how: str, cue: Span, *, weighed: bool) -> list[tuple[Thing, bool]]:
    """The subject of a passive; of a bare participle only what is weighed, or what follows another passive."""
    verb = cue.of(scene.document.text)
    active = how == "active" and not scene.words.reduced and not scene.words.impersonal.fullmatch(verb)
    if how in ("noun", _RECEIVED) or active:
        return []
    part: Thing | None = None
    for thing in reversed([t for t in scene.things if t.span.end <= cue.start]):
        gap = Span(thing.span.end, part.span.start if part else cue.start)
        if thing.figure is not None and scene.in_part(thing):
            part = part or thing
            continue
        if part is None and not scene.clear(gap, bare=thing.figure is None, back=True):
            return []
        if scene.after_preposition(Span(scene.sentence.start, thing.span.start), kind):
            continue
        if not _taken(kind, how, cue, thing, scene, weighed=weighed) or not _is_subject(scene, how, cue, thing):
            if thing.figure is None:
                continue
            return []
        chain = [*reversed(list(_earlier(scene, thing, kind))), thing]
        inner = [part] if part is not None and fits(kind, part, scene.words) else []
        return [*((one, False) for one in chain), *((one, True) for one in inner)]
    return []


def _is_subject(scene: Scene, how: str, cue: Span, thing: Thing) -> bool:
    if how == "passive" or (how == _SUPPORT and scene.passive(cue)):
        return True
    return how == "active" and thing.figure is not None and (thing.weighed or scene.follows_passive(cue, thing.span))


def _earlier(scene: Scene, last: Thing, kind: FactKind) -> Iterator[Thing]:
    """The members of a list before its last one, backwards."""
    for thing in reversed([t for t in scene.things if t.span.end <= last.span.start]):
        if last.people or not scene.joined(thing, last) or not fits(kind, thing, scene.words):
            return
        if scene.after_preposition(Span(scene.sentence.start, thing.span.start), kind):
            return
        yield thing
        last = thing


# --- numbers of events ----------------------------------------------------------------------------------------------


def _counted(scene: Scene) -> Iterable[tuple[FactKind, Thing]]:
    """ "Made 50 arrests", "led to 120 convictions"."""
    for kind, pattern in scene.words.counted.items():
        for thing in scene.things:
            if thing.figure is not None and pattern.search(thing.noun) and scene.real(thing.span, [], kind, "counted"):
                yield kind, thing
