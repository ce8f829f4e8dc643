"""What the defined terms of an instrument stand for: "the Centre" is the entity that the text calls so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.language import PACKS
from pipeline.model import DefinedTerm, Document, Kind, Mention, Structure

_KINDS = frozenset({Kind.ORGANISATION, Kind.TREATY, Kind.OPERATION, Kind.COUNTRY, Kind.LOCATION, Kind.SUBSTANCE})
_NAMED = re.compile(r"[\s,]{0,3}[(,–—-][^.;:()\n]{0,90}\Z")
_MEANT = re.compile(
    r"[\"”»*_’']{0,3}\s{1,3}[^\W\d_]{4,12}(?:\s[^\W\d_]{4,12})?\s{1,3}(?:the\s{1,3})?\Z|[\"”»]?\s[–—-]\s\Z"
)
_ENDS = re.compile(r"\s{0,2}(?:[;.,)]|\Z|\n)")
_JOINED = re.compile(r"(?<!\w)(?:and|и)\s{1,3}(?:[^\W\d_]{1,20}\s{1,3}){0,5}\Z")
_FRONT = 70
_STEM = 5  # letters by which a term is told to repeat a word of the name
_REACH = 300  # characters between a definition and the name it belongs to, name included


def identified(document: Document) -> Structure:
    """The structure of a document, its defined terms with the ids of what they stand for."""
    if document.language not in PACKS or not document.structure.terms:
        return document.structure
    mentions = [one for outer in document.mentions for one in (outer, *outer.inner) if one.entity_id]
    parties = frozenset(name[:_STEM] for name in PACKS[document.language].structure.unnamed_parties if " " not in name)
    terms = tuple(
        replace(term, entity_id=None if _stems(term.term) & parties else _entity(document.text, term, mentions))
        for term in document.structure.terms
    )
    return replace(document.structure, terms=terms)


def _entity(text: str, term: DefinedTerm, mentions: Iterable[Mention]) -> str | None:
    """The entity right in front of "(hereinafter the Centre)", or right behind "Centre means the …"."""
    near = [one for one in mentions if one.kind in _KINDS and abs(one.span.start - term.span.start) <= _REACH]
    named = list(_in_front(text, term, near))
    if named:
        last = max(one.span.end for one in named)
        best = max((one for one in named if one.span.end == last), key=lambda one: (_repeats(term, one), len(one.text)))
        joined = _JOINED.search(text, max(best.span.start - _FRONT, 0), best.span.start)
        return None if joined and not _repeats(term, best) else best.entity_id  # "A and B (hereinafter the Sides)"
    return next(_behind(text, term, near), None)


def _in_front(text: str, term: DefinedTerm, near: Iterable[Mention]) -> Iterator[Mention]:
    for one in near:
        if one.span.end <= term.span.start and _NAMED.match(text, one.span.end, term.span.start):
            yield one


def _behind(text: str, term: DefinedTerm, near: Iterable[Mention]) -> Iterator[str | None]:
    for one in near:
        between = one.span.start >= term.span.end and _MEANT.match(text, term.span.end, one.span.start)
        if between and _ENDS.match(text, one.span.end):
            yield one.entity_id


def _repeats(term: DefinedTerm, one: Mention) -> bool:
    return not _stems(term.term).isdisjoint(_stems(one.text))


def _stems(name: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _words(name) if len(word) >= _STEM)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", name.lower()))
