"""Who must, may or must not do what: norms with bearer, action, condition, deadline and place. Cheap to import."""

from __future__ import annotations

from pipeline.model import Document, Norm

VERSION = 1


def read_norms(document: Document) -> tuple[Norm, ...]:
    """The norms of one document, in the order of the text; a document in a language without a parser has none.

    Needs `structure` and `mentions`. Loads the parser only if some sentence proposes a norm.
    """
    from pipeline.norms import reader

    return reader.read(document)
