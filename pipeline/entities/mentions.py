"""Who and what a document names: twelve kinds of mentions, made by layers in one fixed order."""

from __future__ import annotations

from pipeline.language import PACKS
from pipeline.model import Document, Mention

VERSION = 1


def read_mentions(document: Document) -> tuple[Mention, ...]:
    """The mentions of a document, sorted, not overlapping, with what lies inside them as `inner`.

    A language without a pack gives none. The statistical model of the language is loaded on first use; raises
    MissingToolError where it is not installed.
    """
    from pipeline.entities import reader  # spaCy, only where it is needed

    return reader.read(document) if document.language in PACKS else ()
