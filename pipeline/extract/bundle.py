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
    files = sorted(((name, info) for name, info in parts.files if not _system(name)), key=lambda file: file[0])
    if not files:
        raise UnreadableError(f"{source.path}: an archive without a file in it", reason="empty", hint="pack it again")
    if len(files) > _MAX_MEMBERS:
        raise UnreadableError(
            f"{source.path}: {len(files)} files in the archive", reason="too-large", hint="unpack it into a folder"
        )
    read: list[Extraction] = []
    failures: list[DragomanError] = []
    for name, info in files:
        try:
            read.append(member(source, name, parts.content(info), limits))
        except DragomanError as error:  # costs only itself
            failures.append(error)
    if not read:
        raise _nothing_read(source, failures)
    whole = joined(read, SourceMeta(media_type="application/zip"))
    return replace(whole, notes=whole.notes + tuple(Note("member", error.message) for error in failures))


def _nothing_read(source: Source, failures: Sequence[DragomanError]) -> DragomanError:
    """What to say of an archive with nothing to read: what is wrong with its files if that is worse than their kind."""
    worst = next((error for reason in ("bomb", "encrypted") for error in failures if error.reason == reason), None)
    return worst or SkippedError(
        f"{source.path}: an archive without a document that can be read", reason="unsupported", hint="unpack it"
    )


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
