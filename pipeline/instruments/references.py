"""References to provisions of other instruments: "Article 9 of the 1988 Convention" and the provision meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import Document, Span, Structure
from pipeline.structure.references import find_references


@dataclass(frozen=True, slots=True)
class Pointer:
    """The words of a reference into another instrument; `place` are those before its name ("Article 9 of the ")."""

    span: Span
    text: str
    place: str
    language: str

    def resolve(self, structure: Structure) -> tuple[str, ...]:
        """The ids of the provisions in the other instrument, or of the closest ones above them that are there."""
        headings = {provision.span.start for provision in structure.walk()}
        offset = next(n for n in range(1, len(headings) + 2) if n not in headings)
        found = find_references(" " * offset + self.place, self.language, structure)
        return tuple(dict.fromkeys(one.eid for one in found if one.eid))


def pointers(document: Document, named: Sequence[Span]) -> Mapping[Span, tuple[Pointer, ...]]:
    """For each place where another instrument is named the references that end with it."""
    if not named:
        return {}
    found = find_references(document.text, document.language, document.structure, None, document.mentions)
    spans = list(dict.fromkeys(reference.span for reference in found))
    out: dict[Span, tuple[Pointer, ...]] = {}
    for name in named:
        around = [span for span in spans if span.start < name.start and span.end == name.end]
        out[name] = tuple(_pointer(document, span, name) for span in around)
    return out


def _pointer(document: Document, span: Span, name: Span) -> Pointer:
    place = Span(span.start, name.start).of(document.text)
    return Pointer(span, span.of(document.text), place, document.language)
