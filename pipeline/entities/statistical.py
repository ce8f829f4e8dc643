"""The statistical layer: persons, and organisations and places that no table knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pipeline.entities.kinds import Candidate
from pipeline.model import Kind, Layer
from pipeline.nlp import recogniser

LABELS: Mapping[str, Kind] = {
    "PERSON": Kind.PERSON,
    "PER": Kind.PERSON,
    "ORG": Kind.ORGANISATION,
    "GPE": Kind.LOCATION,
    "LOC": Kind.LOCATION,
    "FAC": Kind.LOCATION,
}
"""Labels of the English and the Russian model; its other labels (dates, sums, laws) are left to the grammars."""

_SOFT, _HARD = 1200, 6000  # characters: a chunk ends at a paragraph after the first, at any blank after the second
_PARAGRAPH = re.compile(r"\n\s*\n|(?<=[.!?:;…»”\"])[ \t]*\n")


def chunks(text: str) -> Iterator[tuple[int, str]]:
    """Pieces of `text` with their offsets: whole paragraphs, so that no name is cut."""
    start = 0
    for match in _PARAGRAPH.finditer(text):
        if match.end() - start >= _SOFT:
            yield from _pieces(start, text[start : match.end()])
            start = match.end()
    if start < len(text):
        yield from _pieces(start, text[start:])


def _pieces(start: int, text: str) -> Iterator[tuple[int, str]]:
    """A paragraph that is too long is cut at a blank."""
    while len(text) > _HARD:
        cut = text.rfind(" ", _HARD // 2, _HARD) + 1 or _HARD
        yield start, text[:cut]
        start, text = start + cut, text[cut:]
    yield start, text


def recognise(text: str, language: str) -> Iterable[Candidate]:
    """What the model of `language` takes for persons, organisations and places."""
    pieces = [(offset, piece) for offset, piece in chunks(text) if piece.strip()]
    model = recogniser(language)
    docs = model.pipe([piece for _, piece in pieces], batch_size=32)
    for (offset, _), doc in zip(pieces, docs, strict=True):
        for span in doc.ents:
            kind = LABELS.get(span.label_)
            if kind is not None:
                start, end = offset + span.start_char, offset + span.end_char
                yield Candidate(start, end, kind, None, Layer.MODEL, f"model.{span.label_}")
