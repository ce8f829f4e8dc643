"""Archives of documents, and documents that hold others: the parts read one by one and joined."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.errors import DragomanError, SkippedError, UnreadableError
from pipeline.extract import base
from pipeline.extract.base import Limits
from pipeline.extract.xml import Container
from pipeline.model import Dropped, Extraction, Note, Source, SourceMeta, Span

_MAX_DEPTH = 3
_MAX_MEMBERS = 500


def warm() -> None:
    """Nothing to load beyond the standard library."""


def extract(source: Source, limits: Limits) -> Extraction:
    """The documents of a zip archive in the order of their names, as one text; what cannot be read is noted."""
    parts = Container(source, limits)
    names = sorted(name for name in parts.names if not name.endswith("/") and not _system(name))
    if len(names) > _MAX_MEMBERS:
        raise UnreadableError(
            f"{source.path}: {len(names)} files in the archive", reason="too-large", hint="unpack it into a folder"
        )
    read: list[Extraction] = []
    notes: list[Note] = []
    for name in names:
        try:
            read.append(member(source, name, parts.read(name) or b"", limits))
        except DragomanError as error:
            if error.reason == "bomb":
                raise
            notes.append(Note("member", error.message))
    if not read:
        raise SkippedError(
            f"{source.path}: an archive without a document that can be read", reason="unsupported", hint="unpack it"
        )
    whole = joined(read, SourceMeta(media_type="application/zip"))
    return replace(whole, notes=whole.notes + tuple(notes))


def _system(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rpartition("/")[2].startswith(".")


def member(source: Source, name: str, data: bytes, limits: Limits) -> Extraction:
    """One part of a file, read like a file of its own; its name is only ever shown, never used as a path."""
    path = f"{source.path} > {''.join(c if c.isprintable() else '?' for c in name)}"
    if path.count(" > ") > _MAX_DEPTH:
        raise UnreadableError(f"{path}: archives inside archives", reason="bomb", hint="the file is hostile")
    return base.extract(Source(path, data, hashlib.sha256(data).hexdigest()), limits)


def joined(parts: Sequence[Extraction], meta: SourceMeta) -> Extraction:
    """Several texts as one, blocks and dropped parts moved along."""
    moved = list(_moved(parts))
    return Extraction(
        "\n\n".join(part.text for part in parts),
        tuple(block for part in moved for block in part.blocks),
        replace(
            meta,
            title=meta.title or next((p.meta.title for p in parts if p.meta.title), None),
            issued_on=meta.issued_on or next((p.meta.issued_on for p in parts if p.meta.issued_on), None),
        ),
        tuple(dropped for part in moved for dropped in part.dropped),
        tuple(note for part in moved for note in part.notes),
    )


def _moved(parts: Sequence[Extraction]) -> Iterator[Extraction]:
    start = 0
    for part in parts:
        blocks = tuple(replace(b, span=_shift(b.span, start)) for b in part.blocks)
        dropped = tuple(Dropped(_shift(d.span, start), d.text, d.reason) for d in part.dropped)
        yield replace(part, blocks=blocks, dropped=dropped)
        start += len(part.text) + 2


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
