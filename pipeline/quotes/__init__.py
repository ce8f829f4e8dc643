"""Who said what: words in quotation marks and reported speech, each with its speaker. Cheap to import."""

from __future__ import annotations

from pipeline.model import Document, Quote

VERSION = 1


def read_quotes(document: Document) -> tuple[Quote, ...]:
    """The quotes of one document, in the order of the text.

    Needs `structure` and `mentions`. Only releases and other prose attribute words to speakers; instruments have none.
    """
    from pipeline.quotes import reader

    return reader.read(document)
