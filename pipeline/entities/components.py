"""The layers as spaCy components: each reads the text and what earlier layers found, and adds to one span group.

A span carries everything a Candidate has: `label_` the kind, `kb_id_` the entity id, `id_` the layer and the rule.
Documents are made by `nlp.Runs`, so that the edges of any name are edges of tokens.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from pipeline import dates
from pipeline.entities import statistical
from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.grammars_definitions import definitions
from pipeline.entities.grammars_names import long_names
from pipeline.entities.grammars_numbers import amounts
from pipeline.entities.grammars_operations import operations, proper
from pipeline.entities.grammars_people import people
from pipeline.entities.grammars_signatures import signers
from pipeline.entities.kinds import Candidate
from pipeline.entities.link import link
from pipeline.language import PACKS
from pipeline.model import Kind, Layer
from pipeline.nlp import TEXT, span

FOUND = "found"
"""The span group that all layers write to."""
YEAR = "year"
"""Key in `doc.user_data`: the year that completes dates written without one."""

TIMELESS = "timeless"
"""Key in `doc.user_data`: whether dates without a year stay without one, as in instruments."""

Reader = Callable[[Doc, str], Iterable[Candidate]]


def add(doc: Doc, candidates: Iterable[Candidate]) -> None:
    """Append candidates to the group of the document."""
    have = doc.spans.get(FOUND) or SpanGroup(doc, name=FOUND)
    kept = [(span, one) for one in candidates if (span := _span(doc, one)) is not None]
    have.extend([span for span, _ in kept])
    doc.spans[FOUND] = have
    doc.user_data.setdefault(FOUND, []).extend([one for _, one in kept])


def _span(doc: Doc, one: Candidate) -> Span | None:
    return span(doc, one.start, one.end, str(one.kind), one.entity_id or "", f"{one.by}|{one.rule}")


def text(doc: Doc) -> str:
    """The text of a document, kept as one string: `doc.text` puts it together from tokens on every call."""
    whole: str = doc.user_data[TEXT]
    return whole


def found(doc: Doc) -> Iterator[Candidate]:
    """All candidates so far, in the order they were found; spans tell as much, but slowly."""
    return iter(doc.user_data.get(FOUND, ()))


def _component(name: str, read: Reader, *, first: bool = False) -> None:
    """Register a layer; all but the first build on what was found before."""

    @Language.factory(name, assigns=["doc.spans"], requires=[] if first else ["doc.spans"])
    def make(nlp: Language, name: str) -> Any:  # noqa: ARG001 - spaCy calls it with both
        def annotate(doc: Doc) -> Doc:
            add(doc, read(doc, nlp.lang or ""))
            return doc

        return annotate


def _names(doc: Doc, language: str) -> Iterator[Candidate]:
    for match in gazetteer().find(text(doc), overlapping=True):
        found = Candidate(match.start, match.end, match.kind, match.entity_id, Layer.GAZETTEER, match.row)
        if match.kind is Kind.ORGANISATION and _generic(language).fullmatch(text(doc), match.start, match.end):
            continue
        yield proper(text(doc), found, language)


@cache
def _generic(language: str) -> re.Pattern[str]:
    """A country's police or parliament in small letters: only the country is a name."""
    return re.compile(rf"[A-Z][\w.]{{1,20}}\s(?:{PACKS[language].entities.generic_bodies})")


def _dates(doc: Doc, language: str) -> Iterator[Candidate]:
    timeless = bool(doc.user_data.get(TIMELESS))
    matches = dates.find(text(doc), language, year=None if timeless else doc.user_data.get(YEAR))
    if not timeless and any(match.start is None for match in matches) and (year := _usual_year(matches)):
        matches = dates.find(text(doc), language, year=year)
    for match in matches:
        yield Candidate(match.span.start, match.span.end, Kind.DATE, f"date:{match.edtf}", Layer.GRAMMAR, match.rule)


def _usual_year(matches: Iterable[dates.DateMatch]) -> int | None:
    """The year that the full dates of a text name most often, the latest of equals."""
    years = Counter(match.start.year for match in matches if match.start and match.precision == "day")
    return max(years, key=lambda year: (years[year], year)) if years else None


def _amounts(doc: Doc, language: str) -> Iterator[Candidate]:
    for one in amounts(text(doc), language):
        yield Candidate(one.start, one.end, one.kind, None, Layer.GRAMMAR, one.rule)


def _long_names(doc: Doc, language: str) -> Iterable[Candidate]:
    return list(long_names(text(doc), found(doc), language))


def _operations(doc: Doc, language: str) -> Iterable[Candidate]:
    return list(operations(text(doc), found(doc), language))


def _definitions(doc: Doc, _: str) -> Iterable[Candidate]:
    return list(definitions(text(doc), found(doc)))


def _signatures(doc: Doc, language: str) -> Iterable[Candidate]:
    return list(signers(text(doc), found(doc), language))


def _model(doc: Doc, language: str) -> Iterable[Candidate]:
    return list(statistical.fitting(text(doc), statistical.recognise(text(doc), language), found(doc), language))


def _people(doc: Doc, language: str) -> Iterable[Candidate]:
    return list(people(text(doc), found(doc), language))


def _link(doc: Doc, language: str) -> Iterable[Candidate]:
    """The last layer judges all others: it replaces what they found."""
    linked = list(link(text(doc), found(doc), language))
    del doc.spans[FOUND], doc.user_data[FOUND]
    return linked


_component("dragoman_names", _names, first=True)
_component("dragoman_amounts", _amounts)
_component("dragoman_dates", _dates)
_component("dragoman_long_names", _long_names)
_component("dragoman_operations", _operations)
_component("dragoman_definitions", _definitions)
_component("dragoman_signatures", _signatures)
_component("dragoman_model", _model)
_component("dragoman_people", _people)
_component("dragoman_link", _link)

LAYERS = (
    "dragoman_names",
    "dragoman_amounts",
    "dragoman_dates",
    "dragoman_long_names",
    "dragoman_operations",
    "dragoman_definitions",
    "dragoman_signatures",
    "dragoman_model",
    "dragoman_people",
    "dragoman_link",
)
"""The components in their order."""
