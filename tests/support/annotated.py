"""Sentences with mentions marked in place: `[[Россия|country:RU]]`, or `[[три|quantity]]` where the id is left open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pipeline.model import Block, Document, Kind, SourceMeta, Span
from pipeline.offsets import OffsetMap

_MARK = re.compile(r"\[\[([^|\]]+)\|([a-z]+)(?::([^\]]*))?\]\]")
_KINDS = {"org": Kind.ORGANISATION, "place": Kind.LOCATION}


@dataclass(frozen=True, slots=True)
class Marked:
    """A plain text and what is marked in it: (words, kind, id or None), in order."""

    text: str
    mentions: tuple[tuple[str, Kind, str | None], ...]


def read(marked: str) -> Marked:
    """The text without its marks."""
    mentions = []
    for words, prefix, key in _MARK.findall(marked):
        mentions.append((words, _KINDS.get(prefix) or Kind(prefix), f"{prefix}:{key}" if key else None))
    return Marked(_MARK.sub(r"\1", marked), tuple(mentions))


def document(text: str, language: str, issued_on: date | None = None) -> Document:
    """A document that is one block of text."""
    return Document(
        id=f"test-{language}",
        sha256="",
        language=language,
        text=text,
        origin=OffsetMap.identity(len(text)),
        blocks=(Block(Span(0, len(text)), language=language),),
        meta=SourceMeta("text/plain", issued_on=issued_on),
    )
