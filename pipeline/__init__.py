"""dragoman: reads international agreements and press releases in English and Russian.

    >>> from pipeline import analyse, analyse_file, compare

The models are loaded on the first call, not on import.
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.bilingual import Comparison
    from pipeline.model import Document

__all__ = ["analyse", "analyse_file", "compare"]
__version__ = "0.1.0"


def analyse(text: str, *, language: str | None = None) -> tuple[Document, ...]:
    """The documents of a text: one per language version; none for a text without words.

    `language` ("en", "ru", another ISO 639-1 code) overrides detection. `document.source_span(record.span)` gives the
    offsets of any record in `text`.
    """
    from pipeline.process import analyse_text

    return analyse_text(text, language=language)


def analyse_file(path: str | PathLike[str]) -> tuple[Document, ...]:
    """The documents of a file of any supported format, parsed in a limited child process.

    Raises pipeline.errors.DragomanError (UnreadableError, SkippedError, ParserFailedError, MissingToolError).
    """
    from pipeline.extract import sandbox, sources
    from pipeline.process import analyse_source

    return analyse_source(sources.read(path), sandbox.Limits())


def compare(english: Document, russian: Document) -> Comparison:
    """The authentic texts of one instrument held against each other: provisions aligned, divergences with both quotes.

    Raises pipeline.errors.DragomanError where the documents are not one English and one Russian text.
    """
    from pipeline import bilingual

    return bilingual.compare(english, russian)
