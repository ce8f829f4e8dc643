"""The layers as spaCy components: each reads the text and what earlier layers found, and adds to one list.

Documents are made by `Sheets`: they carry their text and the list; tokens would take longer than the layers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline import dates
from pipeline.entities import statistical, statistical_fit
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
from pipeline.nlp import TEXT

FOUND = "found"
"""Key in `doc.user_data`: the candidates that all layers add to."""
CUT = "cut"
"""Key in `doc.user_data`: whether a span has edges that a name may have."""
YEAR = "year"
"""Key in `doc.user_data`: the year that completes dates written without one."""

TIMELESS = "timeless"
"""Key in `doc.user_data`: whether dates without a year stay without one, as in instruments."""

Reader = Callable[[Doc, str], Iterable[Candidate]]


class Sheets:
    """Makes the documents that the layers write on."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        return Doc(self.vocab, user_data={TEXT: text, FOUND: [], CUT: {}})


def add(doc: Doc, candidates: Iterable[Candidate]) -> None:
    """Append the candidates whose edges are edges of words, numbers or signs."""
    whole, cut = text(doc), doc.user_data[CUT]
    for one in candidates:
        span = one.start, one.end
        well = cut.get(span)
        if well is None:
            well = cut[span] = _is_cut_well(whole, *span)
        if well:
            doc.user_data[FOUND].append(one)


def _is_cut_well(text: str, start: int, end: int) -> bool:
    """Whether a name begins and ends at edges; one character behind its end may be left over."""
    return start < end and _is_edge(text, start) and (_is_edge(text, end) or _is_edge(text, end + 1))


def _is_edge(text: str, at: int) -> bool:
    """Whether a run of letters, of digits of blanks, or a sign begins here; one blank begins nothing."""
    if not 0 < at < len(text):
        return at in (0, len(text))
    before, behind = text[at - 1], text[at]
    if behind.isalnum():
        return not before.isalnum() or behind.isdecimal() != before.isdecimal()
    return not behind.isspace() or not (before.isspace() or (behind == " " and not text[at + 1 : at + 2].isspace()))


def text(doc: Doc) -> str:
    """The text of a document."""
    whole: str = doc.user_data[TEXT]
    return whole


def found(doc: Doc) -> Iterator[Candidate]:
    """All candidates so far, in the order they were found."""
    return iter(doc.user_data[FOUND])


def _component(name: str, read: Reader) -> None:
    """Register a layer."""

    @Language.factory(name, assigns=["doc.user_data"])
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
    return list(statistical_fit.fitting(text(doc), statistical.recognise(text(doc), language), found(doc), language))


def _people(doc: Doc, language: str) -> Iterable[Candidate]:
    return list(people(text(doc), found(doc), language))


def _link(doc: Doc, language: str) -> Iterable[Candidate]:
    """The last layer judges all others: it replaces what they found."""
    linked = list(link(text(doc), found(doc), language))
    doc.user_data[FOUND] = []
    return linked


_component("dragoman_names", _names)
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
