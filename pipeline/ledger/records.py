"""What the ledger holds, and how texts and documents are packed for it."""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from pipeline import codec
from pipeline.model import Document, Extraction


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, or was left out, with all a person needs to decide what to do."""

    path: bytes
    sha256: str | None
    stage: str
    reason: str
    message: str
    hint: str
    transient: bool
    skipped: bool
    attempts: int
    version: int
    ignored: bool
    since: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document's row without its data."""

    id: str
    sha256: str
    language: str
    title: str | None
    issued_on: str | None
    genre: str
    digest: str


@dataclass(frozen=True, slots=True)
class PackedText:
    """An Extraction ready to be stored, with the version of the reading room that made it."""

    version: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Packed:
    """A Document ready to be stored; packing is done where the document was made, not in the process that writes."""

    row: DocumentRow
    stages: str
    data: bytes
    mentions: tuple[tuple[str, str, str, int], ...]


def pack_text(extraction: Extraction, version: int) -> PackedText:
    return PackedText(version, zlib.compress(codec.encode(extraction), 6))


def pack(document: Document) -> Packed:
    data = codec.encode(document)
    row = DocumentRow(
        id=document.id,
        sha256=document.sha256,
        language=document.language,
        title=document.title,
        issued_on=document.issued_on.isoformat() if document.issued_on else None,
        genre=document.structure.genre.value,
        digest=sha256(data).hexdigest()[:32],
    )
    counts = Counter((m.kind.value, m.entity_id or "", m.text) for m in document.mentions)
    mentions = tuple((*key, count) for key, count in sorted(counts.items()))
    return Packed(row, codec.encode(document.stage_versions).decode(), zlib.compress(data, 6), mentions)
