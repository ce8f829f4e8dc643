"""The layers that find mentions, as a spaCy component list in one fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import spacy
from spacy.language import Language
from spacy.vocab import Vocab

from pipeline.entities import components
from pipeline.entities.kinds import Candidate
from pipeline.entities.merge import merge
from pipeline.model import Document, Genre, Mention

_INSTRUMENTS = frozenset({Genre.TREATY, Genre.MEMORANDUM, Genre.EXCHANGE_OF_NOTES, Genre.RESOLUTION})
"""Texts whose dates without a year mean every year."""
_MOST = 1_000_000  # characters annotated at a time: bounds the memory of a worker


def read(document: Document) -> tuple[Mention, ...]:
    """The mentions of a document in a language with a pack; see pipeline.entities.mentions.read_mentions."""
    return merge(_candidates(document), document.text)


def _candidates(document: Document) -> Iterator[Candidate]:
    nlp = layers(document.language)
    issued = document.issued_on
    for offset, piece in _pieces(document.text):
        doc = nlp.make_doc(piece)
        doc.user_data[components.YEAR] = issued and issued.year
        doc.user_data[components.TIMELESS] = document.structure.genre in _INSTRUMENTS
        for one in components.found(nlp(doc)):
            yield replace(one, start=one.start + offset, end=one.end + offset) if offset else one


@cache
def layers(language: str) -> Language:
    """The component list for one language, in its order."""
    nlp = spacy.blank(language, vocab=Vocab())  # nobody asks for the shapes and prefixes of words here
    nlp.tokenizer = components.Sheets(nlp.vocab)
    nlp.max_length = 2 * _MOST
    for name in components.LAYERS:
        nlp.add_pipe(name)
    return nlp


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Very long texts are cut at the ends of paragraphs."""
    start = 0
    while len(text) - start > _MOST:
        cut = text.rfind("\n", start + _MOST // 2, start + _MOST) + 1 or start + _MOST
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]
