"""The layers as spaCy components: each reads the text and what earlier layers found, and adds to one span group.

A span carries everything a Candidate has: `label_` the kind, `kb_id_` the entity id, `id_` the layer and the rule.
Tokens are runs of letters or digits and single signs, so that the edges of any name are edges of tokens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.vocab import Vocab

from pipeline import dates
from pipeline.entities import statistical
from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.grammars_definitions import definitions
from pipeline.entities.grammars_names import long_names
from pipeline.entities.grammars_numbers import amounts
from pipeline.entities.grammars_operations import operations
from pipeline.entities.grammars_people import people
from pipeline.entities.kinds import Candidate
from pipeline.entities.link import link
from pipeline.model import Kind, Layer

FOUND = "found"
"""The span group that all layers write to."""
YEAR = "year"
"""Key in `doc.user_data`: the year that completes dates written without one."""

_TOKEN = re.compile(r"[^\W\d_]+|\d+|\s+|.", re.DOTALL)
Reader = Callable[[Doc, str], Iterable[Candidate]]


class Tokeniser:
    """Runs of letters, runs of digits, single signs, white space; `doc.text` is the text, whatever stands in it."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            word = match.group()
            if word == " " and spaces and not spaces[-1]:
                spaces[-1] = True
            else:
                words.append(word)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)


def add(doc: Doc, candidates: Iterable[Candidate]) -> None:
    """Append candidates to the group of the document."""
    spans = [_span(doc, one) for one in candidates]
    have = list(doc.spans[FOUND]) if FOUND in doc.spans else []
    doc.spans[FOUND] = SpanGroup(doc, name=FOUND, spans=[*have, *(span for span in spans if span is not None)])


def _span(doc: Doc, one: Candidate) -> Span | None:
    label, id_ = str(one.kind), f"{one.by}|{one.rule}"
    return doc.char_span(one.start, one.end, label=label, kb_id=one.entity_id or "", span_id=id_)


def found(doc: Doc) -> Iterator[Candidate]:
    """All candidates so far, in the order they were found."""
    for span in doc.spans.get(FOUND, ()):
        by, _, rule = span.id_.partition("|")
        yield Candidate(span.start_char, span.end_char, Kind(span.label_), span.kb_id_ or None, Layer(by), rule)


def _component(name: str, read: Reader, *, first: bool = False) -> None:
    """Register a layer; all but the first build on what was found before."""

    @Language.factory(name, assigns=["doc.spans"], requires=[] if first else ["doc.spans"])
    def make(nlp: Language, name: str) -> Any:  # noqa: ARG001 - spaCy calls it with both
        def annotate(doc: Doc) -> Doc:
            add(doc, read(doc, nlp.lang or ""))
            return doc

        return annotate


def _names(doc: Doc, _: str) -> Iterator[Candidate]:
    for match in gazetteer().find(doc.text, overlapping=True):
        yield Candidate(match.start, match.end, match.kind, match.entity_id, Layer.GAZETTEER, match.row)


def _dates(doc: Doc, language: str) -> Iterator[Candidate]:
    for match in dates.find(doc.text, language, year=doc.user_data.get(YEAR)):
        yield Candidate(match.span.start, match.span.end, Kind.DATE, f"date:{match.edtf}", Layer.GRAMMAR, match.rule)


def _amounts(doc: Doc, language: str) -> Iterator[Candidate]:
    for one in amounts(doc.text, language):
        yield Candidate(one.start, one.end, one.kind, None, Layer.GRAMMAR, one.rule)


def _long_names(doc: Doc, language: str) -> Iterable[Candidate]:
    return list(long_names(doc.text, found(doc), language))


def _operations(doc: Doc, language: str) -> Iterable[Candidate]:
    return list(operations(doc.text, found(doc), language))


def _definitions(doc: Doc, _: str) -> Iterable[Candidate]:
    return list(definitions(doc.text, found(doc)))


def _model(doc: Doc, language: str) -> Iterable[Candidate]:
    return list(statistical.fitting(statistical.recognise(doc.text, language), found(doc)))


def _people(doc: Doc, language: str) -> Iterable[Candidate]:
    return list(people(doc.text, found(doc), language))


def _link(doc: Doc, language: str) -> Iterable[Candidate]:
    """The last layer judges all others: it replaces what they found."""
    linked = list(link(doc.text, found(doc), language))
    del doc.spans[FOUND]
    return linked


_component("dragoman_names", _names, first=True)
_component("dragoman_amounts", _amounts)
_component("dragoman_dates", _dates)
_component("dragoman_long_names", _long_names)
_component("dragoman_operations", _operations)
_component("dragoman_definitions", _definitions)
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
    "dragoman_model",
    "dragoman_people",
    "dragoman_link",
)
"""The components in their order."""
