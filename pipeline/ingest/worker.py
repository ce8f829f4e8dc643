"""A worker process: reads and annotates one source at a time, and never touches the ledger.

`main` gets the number of an inherited socket; jobs come and replies go over it. It ends when the other side
closes, and with its parent.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from pipeline.entities.decisions import NONE, Decisions
from pipeline.errors import ChangedError, DragomanError, SkippedError, UnreadableError
from pipeline.extract.sandbox import Limits
from pipeline.ledger import Packed, PackedText
from pipeline.model import Document, Extraction


@dataclass(frozen=True, slots=True)
class Job:
    """Read `path` (`extraction` None), draft again from a stored text, or only annotate stored documents."""

    path: bytes
    sha256: str
    limits: Limits
    max_characters: int
    extraction: Extraction | None = None
    documents: tuple[Document, ...] = ()
    decisions: Decisions = NONE


@dataclass(frozen=True, slots=True)
class Extracted:
    """Sent between reading and annotating, so that each has its own time limit. `characters` is the text's length."""

    characters: int


@dataclass(frozen=True, slots=True)
class Done:
    """The result of a job; `text` is None where the stored one was used."""

    text: PackedText | None
    documents: tuple[Packed, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """A job that ended in one of dragoman's own errors."""

    stage: str
    reason: str
    message: str
    hint: str
    transient: bool
    skipped: bool


def serve(connection: Connection) -> None:
    """Answer jobs until the other side hangs up."""
    with suppress(EOFError, ConnectionError):
        while True:
            job = connection.recv()
            connection.send(_answer(job, connection))
            gc.enable()  # models and tables, loaded with the first job, are no garbage


def _answer(job: Job, connection: Connection) -> Done | Failed:
    stage = "extract"
    try:
        text, extraction = _read(job)
        stage = "annotate"
        connection.send(Extracted(len(extraction.text) if extraction else sum(len(d.text) for d in job.documents)))
        return Done(text, _documents(job, extraction))
    except DragomanError as error:
        skipped = isinstance(error, SkippedError)
        return Failed(stage, error.reason, error.message, error.hint, error.transient, skipped)
    except ConnectionError:  # nobody is left to answer to
        raise
    except OSError as error:  # a library's temporary file on a full disk, a data file that is gone
        told = f"{os.fsdecode(job.path)}: {error.strerror}: {os.fsdecode(error.filename or 'temporary file')}"
        return Failed(stage, "io", told, "check space and permissions", transient=True, skipped=False)
    except MemoryError:
        return Failed(
            stage, "oom", f"{os.fsdecode(job.path)}: out of memory", "split the file", transient=True, skipped=False
        )


def _read(job: Job) -> tuple[PackedText | None, Extraction | None]:
    from pipeline import ledger
    from pipeline.extract import sandbox, sources

    if job.documents or job.extraction is not None:
        return None, job.extraction
    source = sources.read(os.fsdecode(job.path))
    if source.sha256 != job.sha256:
        raise ChangedError(
            f"{source.path}: changed while it was read", reason="changed", hint="read again by the next run"
        )
    extraction = sandbox.extract(source, job.limits)
    if len(extraction.text) > job.max_characters:
        raise UnreadableError(
            f"{source.path}: {len(extraction.text):,} characters, the limit is {job.max_characters:,}",
            reason="too-long",
            hint="split the file or raise max_characters",
        )
    return ledger.pack_text(extraction, sandbox.VERSION), extraction


def _documents(job: Job, extraction: Extraction | None) -> tuple[Packed, ...]:
    from pipeline import ledger, process

    if extraction is not None:
        documents = process.documents(extraction, job.sha256, job.decisions)
    else:
        documents = tuple(
            process.annotate(document, process.stale(document, job.decisions), decisions=job.decisions)
            for document in job.documents
        )
    if not documents:
        raise UnreadableError(f"{os.fsdecode(job.path)}: no text in it", reason="empty", hint="check the file")
    return tuple(ledger.pack(document) for document in documents)


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides; it closes the socket or kills
    _die_with_parent()
    gc.disable()
    serve(Connection(int(sys.argv[1])))
    gc.freeze()  # nothing is collected when the process ends: with the models that took a second


def _die_with_parent() -> None:
    """Ask Linux for SIGKILL when the parent is gone; elsewhere the closed socket ends the worker."""
    import ctypes

    try:
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)
    except (OSError, AttributeError):
        return
