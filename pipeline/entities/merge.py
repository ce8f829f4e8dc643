"""Candidates of all layers become mentions: the longest outer span wins, what lies inside it is kept as inner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.entities.grammars_heads import gapped
from pipeline.entities.kinds import INNER_KINDS, Candidate
from pipeline.entities.russian_words import is_adjective
from pipeline.language import PACKS
from pipeline.model import Kind, Layer, Mention, Span

_LAYER_ORDER = {Layer.GAZETTEER: 0, Layer.GRAMMAR: 1, Layer.DOCUMENT: 2, Layer.MODEL: 3}
# of two equal spans an event or a treaty is what holds the body's name
_KIND_ORDER = {kind: place for place, kind in enumerate(dict.fromkeys((Kind.TREATY, Kind.EVENT, *Kind)))}


def merge(candidates: Iterable[Candidate], text: str) -> tuple[Mention, ...]:
    """Non-overlapping mentions in the order of the text, each with its inner mentions.

    Of two candidates that overlap the longer wins, of two equally long ones the one with an id, then the earlier layer:
    gazetteer, grammar, document, model.
    """
    ranked = sorted((one.start, one.end, _rank(one), one) for one in set(candidates))
    found: list[Mention] = []
    for group in _clusters(ranked):
        if len(group) == 1:
            found.append(_mention(group[0][-1], (), text))
            continue
        kept: list[Candidate] = []
        for *_, candidate in sorted(group, key=lambda item: item[2]):
            if not any(candidate.overlaps(other) for other in kept):
                kept.append(candidate)
        for winner in sorted(kept):
            inside = [one for *_, one in group if one is not winner and winner.covers(one)]
            found.append(_mention(winner, inside, text))
    return tuple(found)


_Rank = tuple[int, bool, int, int, int, str, str]
_Ranked = tuple[int, int, _Rank, Candidate]  # start, end, rank, candidate


def _rank(one: Candidate) -> _Rank:
    layer, kind = _LAYER_ORDER[one.by], _KIND_ORDER[one.kind]
    return -one.length, one.entity_id is None, layer, kind, one.start, one.entity_id or "", one.rule


def _clusters(ordered: Iterable[_Ranked]) -> Iterator[list[_Ranked]]:
    """Runs of candidates that hang together by overlaps, so that only neighbours are compared."""
    group: list[_Ranked] = []
    end = -1
    for ranked in ordered:
        if group and ranked[0] >= end:
            yield group
            group = []
        group.append(ranked)
        end = max(end, ranked[1])
    if group:
        yield group


def _mention(one: Candidate, group: Iterable[Candidate], text: str) -> Mention:
    span = Span(one.start, one.end)
    return Mention(span, span.of(text), one.kind, one.entity_id, one.by, one.rule, tuple(_inner(one, group, text)))


def _inner(outer: Candidate, group: Iterable[Candidate], text: str) -> Iterator[Mention]:
    """One mention for each span strictly inside `outer`; spans that cross a longer inner one are dropped."""
    group, name = tuple(group), text[outer.start : outer.end]
    if not group or outer.kind in (Kind.MONEY, Kind.PERSON) or (name.isupper() and " " not in name):
        return  # "United States dollars"; "Salvador Panelo"; the letters of an acronym
    kept: list[Candidate] = []
    before_country = {end for one in group if one.kind is Kind.COUNTRY for end in _ends_before(text, one.start)}
    for one in sorted(group, key=_rank):
        if one.kind not in INNER_KINDS or one.length >= outer.length:
            continue
        if one.kind is not Kind.COUNTRY and name.isupper() and len(name) <= _LETTERS:
            continue  # the letters of one acronym behind those of another
        if one.kind is Kind.ORGANISATION is outer.kind and one.start == outer.start and one.end in before_country:
            continue  # the name of a national body without its country
        if one.kind is Kind.LOCATION and _BLOC.match(text, one.start):
            continue  # "European" only makes up the name of the Union
        if not any(_clash(one, other) or _same(one, other) or _is_head(one, other, text) for other in (*kept, outer)):
            kept.append(one)
    for one in sorted(kept, key=lambda item: (item.start, -item.end)):
        yield Mention(Span(one.start, one.end), text[one.start : one.end], one.kind, one.entity_id, one.by, one.rule)


def _ends_before(text: str, start: int) -> tuple[int, ...]:
    """Where a name may end right before a country's: directly, or before "of the"."""
    found = _OF.search(text, max(start - 12, 0), start)
    return (found.start(), len(text[:start].rstrip())) if found else ()


_LETTERS = 12  # of an acronym of two parts
_OF = re.compile(r"\s{1,3}(?:of\s{1,3})?(?:the\s{1,3})?\Z")
_BLOC = re.compile("|".join(f"(?:{gapped(pack.entities.bloc)})" for pack in PACKS.values() if pack.entities.bloc))
_JOINED = re.compile(r"[^\W\d_-]+[-\s]{1,3}$")
_LINK = re.compile(r"(?:\b(?:of|the|in|for|and|to|on|with|at|from)|,)\s{1,3}$", re.IGNORECASE)


def _is_head(one: Candidate, larger: Candidate, text: str) -> bool:
    """Whether a name is only the end of a longer one, as "Security Council" in "Collective Security Council"."""
    if one.kind is not Kind.ORGANISATION or larger.kind is not Kind.ORGANISATION or one.end != larger.end:
        return False
    before = text[larger.start : one.start]
    if text[one.start].islower() and not before.isascii():
        return is_adjective(before.split()[-1].lower())  # «таможенной службы» in «Федеральной таможенной службы»
    return before.isascii() and bool(_JOINED.search(before)) and not _LINK.search(before)


def _same(one: Candidate, larger: Candidate) -> bool:
    """A short form inside the full name of the same entity is no mention, nor is what the model sees in a name."""
    if not larger.covers(one):
        return False
    if one.by is Layer.MODEL and one.kind is not Kind.LOCATION and larger.kind is not Kind.ROLE:
        return True
    if one.kind is larger.kind is Kind.OPERATION and one.start == larger.start:
        return True  # a phase begins with the name of its series
    places = one.kind in (Kind.LOCATION, Kind.COUNTRY)
    if one.kind is Kind.LOCATION and larger.kind is Kind.COUNTRY:
        return True  # "South African"
    return one.kind is larger.kind and (places or one.entity_id in (None, larger.entity_id))


def _clash(one: Candidate, other: Candidate) -> bool:
    """Same span, or crossing; one inside the other is fine."""
    if (one.start, one.end) == (other.start, other.end):
        return True
    return one.overlaps(other) and not (one.covers(other) or other.covers(one))
