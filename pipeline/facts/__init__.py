"""What a text reports as done: seizures, arrests, laboratories destroyed, destructions, convictions, contributions."""

from __future__ import annotations

from pipeline.facts.reader import read
from pipeline.model import Document, Fact

VERSION = 1


def read_facts(document: Document) -> tuple[Fact, ...]:
    """The facts of one document, in the order of the text.

    Needs `structure`, `mentions` and `figures`. Treaties and memoranda regulate and report nothing: they have none.
    """
    return read(document)
