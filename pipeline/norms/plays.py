"""Whose part a kind of act is where nobody is named as its doer: by the sides that its article speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.language import PACKS
from pipeline.language.pack import NormCues
from pipeline.model import Modality, Provision
from pipeline.norms import bearers
from pipeline.norms.bearers import Bearer, described
from pipeline.norms.frames import Frame
from pipeline.norms.proposals import Context, any_of
from pipeline.norms.sides import opposite
from pipeline.norms.spoken import article_of, named_there
from pipeline.norms.two_sides import across

_SPACE = re.compile(r"\s+")


def across_from(clause: str, context: Context) -> Bearer | None:
    """Who acts on the side that a clause gives something to, tells or needs the leave of: the other one."""
    if any_of((context.cues.on_request,)).search(_SPACE.sub(" ", clause.lower())) is not None:
        return Bearer("requested_party", None, "a request is fulfilled by the side that it is made to")
    for who in _sides(context.cues.faced, clause):
        other = any_of((context.cues.other_one,)).match(who)
        side = side_of(who, context)
        if side is not None and side in context.cues.opposites:
            return Bearer(context.cues.opposites[side], None, "what one side gets or allows comes from the other")
        if other is not None or (side == "each_party" and any_of((context.cues.whose_leave,)).match(who)):
            noun = who[other.end() :] if other is not None else who
            return Bearer(_counterpart(noun, side, context), None, "one side acts towards the other")
        facing = across(side, context) if side is not None else None
        if facing is not None:
            return Bearer(facing, None, "one side acts towards the other")
    facing_role = opposite(clause, context.across)
    return Bearer(facing_role, None, "one side acts towards the other") if facing_role is not None else None


def in_own_hands(clause: str, context: Context) -> Bearer | None:
    """The side at whose expense, in whose name or on whose territory a clause says something is done."""
    for who in _sides(context.cues.hands, clause):
        side = side_of(who, context)
        if side in context.cues.opposites or side in bearers.COMMON:
            return Bearer(side, None, "it is done at the expense, in the name or on the territory of this side")
    return None


def _counterpart(noun: str, side: str | None, context: Context) -> str | None:
    """One of two of a kind: "the other Service" is told by a service, "the other Party" by each."""
    return side if side in bearers.COMMON else named_there(noun.strip(), None, context).canonical


def _sides(patterns: tuple[str, ...], clause: str) -> list[str]:
    lowered = _SPACE.sub(" ", clause.lower())
    found = (any_of((pattern,)).search(lowered) for pattern in patterns)
    return [match["who"] for match in found if match is not None]


def side_of(words: str, context: Context) -> str | None:
    """The side that some words name: a Party with what it did, or by its role."""
    side = described(words, context.language)
    if side is None and any_of((context.cues.whose_leave,)).match(words):
        return "each_party"  # «Стороны, на территории которой …»: one of them
    return side or named_there(words.split(",")[0], None, context).canonical


def kind_of(frame: Frame, told: str, action: str, cues: NormCues) -> str | None:
    """The kind of act that a clause tells, by its verb and by what it is done to; None where it fits none."""
    thing = _SPACE.sub(" ", told.lower())
    behind = any_of((cues.act_behind,)).match(action.lower())
    protected = behind is not None and frame.modality is Modality.PROHIBITION  # «не подлежит аресту»: by anybody
    paper = frame.lemma in cues.containing and not cues.documents.isdisjoint(thing.split())
    if frame.modality is Modality.EXEMPTION or protected or paper or any_of((cues.shared,)).match(thing) is not None:
        return None  # what a notification contains is for whoever notifies
    light = frame.lemma in cues.light
    head = behind or (any_of((cues.head_noun,)).match(thing) if light else None)
    act = head.group("noun") if head is not None else "" if light else frame.lemma
    light = light and behind is None
    return next(
        (
            f"light {name}" if light else name
            for name, verbs, things in cues.acts
            if any_of((rf"^(?:{verbs})",)).match(act)
            and (not things or any_of((things,)).search(thing))
            and not (light and name in cues.mutual_kinds)
        ),
        None,
    )


def part_of(kind: str | None, eid: str, context: Context) -> Bearer | None:
    """Whose part an act of this kind is between the sides that the article, else the instrument, speaks of."""
    if kind is None:
        return None
    for text in (_article(eid, context), context.document.text.lower()):
        for pattern, parts, why in PACKS[context.language].norms.plays:
            side = parts.get(kind.removeprefix("light "))
            who = context.cast.get(side) if side is not None and side.startswith("@") else side
            if who is not None and any_of((pattern,)).search(text) is not None:
                return Bearer(who, None, why)
    return None


def alone(kind: str | None, cues: NormCues) -> Bearer | None:
    """Whose part an act of this kind is where no sides are spoken of."""
    side = cues.alone.get(kind or "")
    return Bearer(side, None, "what one of two does at home or to the other binds each") if side else None


def _article(eid: str, context: Context) -> str:
    wanted = article_of(eid)
    found = next((one.span for one in _all(context.document.structure.provisions) if one.eid == wanted), None)
    return found.of(context.document.text).lower() if found is not None else ""


def _all(provisions: Iterable[Provision]) -> Iterator[Provision]:
    for one in provisions:
        yield one
        yield from _all(one.children)
