"""Samples that carry their expected norms: {{shall notify|obligation|each_party|P30D}}."""

from __future__ import annotations

import re

from pipeline.model import Block, Document, Genre, Norm, Provision, SourceMeta, Span, Structure
from pipeline.norms import read_norms
from pipeline.offsets import OffsetMap

_MARK = re.compile(r"\{\{([^|{}]+)\|([^{}]+)\}\}")


def document(text: str, language: str, genre: Genre = Genre.TREATY, provisions: tuple[Provision, ...] = ()) -> Document:
    """A document of one block per line, without mentions."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line))))
        start += len(line) + 1
    return Document(
        id="sample-" + language,
        sha256="0" * 64,
        language=language,
        text=text,
        origin=OffsetMap.identity(len(text)),
        blocks=tuple(blocks),
        meta=SourceMeta("text/plain"),
        structure=Structure(genre=genre, provisions=provisions),
    )


def expected(sample: str) -> tuple[str, list[tuple[str, ...]]]:
    """The sample without its marks, and (first word of the action, modality, bearer, deadline…) of each mark."""
    marks = [(hit.group(1).split()[-1], *hit.group(2).split("|")) for hit in _MARK.finditer(sample)]
    return _MARK.sub(lambda hit: hit.group(1), sample), marks


def found(norms: tuple[Norm, ...], wanted: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The norms in the form of the marks; each shows as many fields as the mark at its place asks for."""
    rows = []
    for i, norm in enumerate(norms):
        row = (
            norm.action.split()[0].rstrip(",.;"),
            norm.modality.value,
            str(norm.bearer),
            str(norm.deadline.iso8601 if norm.deadline else None),
        )
        rows.append(row[: len(wanted[i]) if i < len(wanted) else 2])
    return rows


def check(sample: str, language: str, genre: Genre = Genre.TREATY) -> None:
    """Assert that a sample gives the norms it marks, no others, and that every quote is its span."""
    text, wanted = expected(sample)
    doc = document(text, language, genre)
    norms = tuple(norm for norm in read_norms(doc) if norm.modality.value != "definition")
    assert found(norms, wanted) == wanted
    for norm in norms:
        assert norm.span.of(doc.text) == norm.quote
