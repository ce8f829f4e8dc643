"""Documents from bare text, and the shape of what was read from them."""

from __future__ import annotations

import re

from pipeline.model import Block, Document, Provision, SourceMeta, Span, Structure
from pipeline.offsets import OffsetMap
from pipeline.structure import read_structure


def document(text: str, language: str = "en") -> Document:
    blocks = tuple(Block(Span(*found.span())) for found in re.finditer(r"[^\n]+", text))
    return Document(
        "0" * 16 + "-" + language, "0", language, text, OffsetMap.identity(len(text)), blocks, SourceMeta("text/plain")
    )


def read(text: str, language: str = "en") -> Structure:
    return read_structure(document(text, language))


def eids(structure: Structure, *kinds: str) -> list[str]:
    return [p.eid for p in structure.walk() if not kinds or p.kind in kinds]


def words(text: str, structure: Structure, eid: str) -> str:
    found = structure.find(eid)
    assert found is not None, f"no provision {eid}"
    return found.span.of(text)


def check_cover(text: str, structure: Structure) -> None:
    """Top-level provisions cover every character that is not blank; children lie in order inside their parents."""
    here = 0
    for top in structure.provisions:
        assert not text[here : top.span.start].strip(" \n\t\u00a0\ufeff#*_=|~>"), text[here : top.span.start]
        here = top.span.end
        _check_children(top)
    assert not text[here:].strip(" \n\t\f\u00a0#*_=|"), text[here:]
    ids = eids(structure)
    assert len(ids) == len(set(ids))


def _check_children(parent: Provision) -> None:
    here = parent.span.start
    for child in parent.children:
        assert here <= child.span.start < child.span.end <= parent.span.end
        here = child.span.end
        _check_children(child)
