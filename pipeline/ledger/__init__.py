"""The durable layers in one SQLite file: what was seen, the text that was read, the annotated documents, every outcome.

The ledger is the truth and the search index disposable. Paths are stored as the bytes the file system gave, so that a
name in no encoding survives; text and documents are stored as compressed JSON.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import msgspec

from pipeline import codec
from pipeline.errors import StorageError
from pipeline.ledger.records import DocumentRow, Failure, Packed, PackedText, pack, pack_text
from pipeline.ledger.schema import MIGRATIONS
from pipeline.ledger.storage import damaged, on_network, storage
from pipeline.model import Document, Extraction

__all__ = [
    "FILE", "MIGRATIONS", "DocumentRow", "Failure", "Ledger", "Packed", "PackedText", "on_network", "pack", "pack_text",
]  # fmt: skip

T = TypeVar("T")
FILE = "ledger.sqlite3"


class Ledger:
    """One open ledger. All writes go through `transaction`; errors of SQLite come out as StorageError."""

    def __init__(self, directory: Path, *, create: bool = True) -> None:
        self.path = directory / FILE
        if not create and not self.path.exists():
            raise StorageError(f"{self.path}: no ledger here", reason="no-ledger", hint="run: dragoman ingest PATH")
        with storage(self.path):
            directory.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, timeout=30, isolation_level=None)
            try:
                self._open(directory)
            except BaseException:
                self._db.close()
                raise

    def _open(self, directory: Path) -> None:
        journal = "DELETE" if on_network(directory) else "WAL"
        self._db.execute(f"PRAGMA journal_mode={journal}")
        self._db.execute("PRAGMA synchronous=FULL")
        self._migrate()

    def _migrate(self) -> None:
        have = self._db.execute("PRAGMA user_version").fetchone()[0]
        if have > len(MIGRATIONS):
            raise StorageError(
                f"{self.path}: written by a newer dragoman (schema {have}, known {len(MIGRATIONS)})",
                reason="newer-schema",
                hint="upgrade dragoman or use another --data-dir",
            )
        for number in range(have, len(MIGRATIONS)):
            with self.transaction() as db:
                MIGRATIONS[number](db)
                db.execute(f"PRAGMA user_version={number + 1}")

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; nested use is an error of the caller."""
        with storage(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:  # SQLite has rolled back by itself where the disk was full
                    self._db.execute("ROLLBACK")
                raise

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """All rows of a SELECT; for the parts of dragoman that ask questions of their own."""
        with storage(self.path):
            return self._db.execute(query, values).fetchall()

    def damage(self) -> str | None:
        """What SQLite's quick check complains of, or None."""
        try:
            found = [str(row[0]) for row in self._db.execute("PRAGMA quick_check(5)").fetchall()]
        except sqlite3.DatabaseError as error:
            return str(error)
        return None if found == ["ok"] else "; ".join(found)

    def backup(self, target: Path) -> None:
        """A consistent copy in one file, also while a run writes; `target` appears whole or not at all."""
        if target.exists() and (not target.is_file() or target.samefile(self.path)):
            what = "the ledger itself" if target.is_file() else "not a file"
            raise StorageError(f"{target}: {what}", reason="storage", hint="name another file")
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with storage(target):
                self._copy(part)
                part.replace(target)
        finally:
            with suppress(OSError):
                part.unlink()

    def _copy(self, part: Path) -> None:
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o640))
        copy = sqlite3.connect(part, isolation_level=None)
        try:
            self._db.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:  # of the two files only the ledger has content that can be wrong
            raise damaged(self.path, error) from error
        finally:
            copy.close()
        if found != "ok":
            raise damaged(self.path, found)
        with part.open("rb") as file:
            os.fsync(file.fileno())

    # --- paths

    def paths(self) -> dict[bytes, str]:
        """Every path that was there when last looked at → the hash of its content."""
        return {bytes(p): str(h) for p, h in self.rows("SELECT path, sha256 FROM paths WHERE gone = 0")}  # type: ignore[call-overload]

    def gone_paths(self) -> dict[bytes, str]:
        return {bytes(p): str(h) for p, h in self.rows("SELECT path, sha256 FROM paths WHERE gone = 1")}  # type: ignore[call-overload]

    def set_path(self, db: sqlite3.Connection, path: bytes, digest: str) -> None:
        db.execute(
            "INSERT INTO paths (path, sha256, gone) VALUES (?, ?, 0) "
            "ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256, gone = 0",
            (path, digest),
        )

    def paths_of(self, digest: str) -> tuple[bytes, ...]:
        found = self.rows("SELECT path FROM paths WHERE sha256 = ? AND gone = 0 ORDER BY path", digest)
        return tuple(bytes(row[0]) for row in found)  # type: ignore[call-overload]

    # --- texts and documents

    def extraction(self, digest: str) -> tuple[int, Extraction] | None:
        """The stored text of a source and the version of the reading room that made it."""
        found = self.rows("SELECT version, data FROM extractions WHERE sha256 = ?", digest)
        if not found:
            return None
        version, data = found[0]
        return int(str(version)), self._unpacked(data, Extraction)

    def has_extraction(self, digest: str, version: int) -> bool:
        return bool(self.rows("SELECT 1 FROM extractions WHERE sha256 = ? AND version = ?", digest, version))

    def store(self, db: sqlite3.Connection, digest: str, text: PackedText | None, documents: Sequence[Packed]) -> None:
        """Keep the text (if it is new) and the documents of one source; its earlier documents are replaced."""
        if text is not None:
            db.execute("INSERT OR REPLACE INTO extractions VALUES (?, ?, ?)", (digest, text.version, text.data))
        for (old,) in db.execute("SELECT id FROM documents WHERE sha256 = ?", (digest,)).fetchall():
            db.execute("DELETE FROM mentions WHERE document_id = ?", (old,))
        db.execute("DELETE FROM documents WHERE sha256 = ?", (digest,))
        for packed in documents:
            row = packed.row
            db.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    row.id,
                    digest,
                    row.language,
                    row.title,
                    row.issued_on,
                    row.genre,
                    packed.stages,
                    row.digest,
                    packed.data,
                ),
            )
            db.executemany("INSERT INTO mentions VALUES (?, ?, ?, ?, ?)", [(row.id, *rest) for rest in packed.mentions])

    def document(self, document_id: str) -> Document | None:
        found = self.rows("SELECT data FROM documents WHERE id = ?", document_id)
        return self._unpacked(found[0][0], Document) if found else None

    def documents_of(self, digest: str) -> tuple[Document, ...]:
        found = self.rows("SELECT data FROM documents WHERE sha256 = ? ORDER BY id", digest)
        return tuple(self._unpacked(row[0], Document) for row in found)

    def _unpacked(self, data: object, kind: type[T]) -> T:
        try:
            return codec.decode(zlib.decompress(data) if isinstance(data, bytes) else b"", kind)
        except (zlib.error, msgspec.MsgspecError) as error:
            raise damaged(self.path, error) from error

    def live(self) -> dict[str, str]:
        """id → digest of every document that at least one present path leads to."""
        found = self.rows(
            "SELECT id, digest FROM documents WHERE sha256 IN (SELECT sha256 FROM paths WHERE gone = 0) ORDER BY id"
        )
        return {str(i): str(d) for i, d in found}

    def live_rows(self) -> tuple[DocumentRow, ...]:
        found = self.rows(
            "SELECT id, sha256, language, title, issued_on, genre, digest FROM documents "
            "WHERE sha256 IN (SELECT sha256 FROM paths WHERE gone = 0) ORDER BY id"
        )
        return tuple(DocumentRow(*row) for row in found)  # type: ignore[arg-type]

    def stages(self) -> dict[str, dict[str, int]]:
        """Hash of a source → the stage versions its stored documents were made with (the oldest, where they differ)."""
        result: dict[str, dict[str, int]] = {}
        for digest, text in self.rows("SELECT sha256, stages FROM documents"):
            made = dict(codec.decode(str(text).encode(), tuple[tuple[str, int], ...]))
            kept = result.setdefault(str(digest), made)
            for name, version in made.items():
                kept[name] = min(version, kept.get(name, version))
        return result

    # --- failures

    def failures(self) -> tuple[Failure, ...]:
        found = self.rows(
            "SELECT path, sha256, stage, reason, message, hint, transient, skipped, attempts, version, ignored, since "
            "FROM failures ORDER BY path"
        )
        return tuple(
            Failure(bytes(r[0]), r[1], r[2], r[3], r[4], r[5], bool(r[6]), bool(r[7]), r[8], r[9], bool(r[10]), r[11])  # type: ignore[arg-type, call-overload]
            for r in found
        )

    def fail(self, db: sqlite3.Connection, failure: Failure) -> None:
        """Remember a failure; the attempts of the same content by the same reader add up."""
        db.execute(
            "INSERT INTO failures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (path) DO UPDATE SET "
            "attempts = CASE WHEN sha256 IS excluded.sha256 AND version = excluded.version "
            "THEN attempts + 1 ELSE 1 END, "
            "since = CASE WHEN sha256 IS excluded.sha256 THEN since ELSE excluded.since END, "
            "ignored = CASE WHEN sha256 IS excluded.sha256 THEN ignored ELSE 0 END, "
            "sha256 = excluded.sha256, stage = excluded.stage, reason = excluded.reason, message = excluded.message, "
            "hint = excluded.hint, transient = excluded.transient, skipped = excluded.skipped, "
            "version = excluded.version",
            (
                failure.path,
                failure.sha256,
                failure.stage,
                failure.reason,
                failure.message,
                failure.hint,
                failure.transient,
                failure.skipped,
                failure.attempts,
                failure.version,
                failure.ignored,
                failure.since,
            ),
        )

    def forgive(self, db: sqlite3.Connection, paths: Iterable[bytes]) -> None:
        db.executemany("DELETE FROM failures WHERE path = ?", [(path,) for path in paths])

    # --- the index

    def indexed(self, engine: str) -> dict[str, str]:
        """id → digest of what was last written to this engine."""
        found = self.rows("SELECT document_id, digest FROM indexed WHERE engine = ?", engine)
        return {str(i): str(d) for i, d in found}

    def set_indexed(self, engine: str, written: Iterable[tuple[str, str]], removed: Iterable[str] = ()) -> None:
        with self.transaction() as db:
            db.executemany("DELETE FROM indexed WHERE engine = ? AND document_id = ?", [(engine, i) for i in removed])
            db.executemany("INSERT OR REPLACE INTO indexed VALUES (?, ?, ?)", [(engine, i, d) for i, d in written])

    def forget_index(self, engine: str) -> None:
        with self.transaction() as db:
            db.execute("DELETE FROM indexed WHERE engine = ?", (engine,))

    # --- runs

    def begin_run(self, started: str) -> int:
        with self.transaction() as db:
            db.execute("UPDATE runs SET status = 'died' WHERE status = 'running'")
            return int(
                db.execute("INSERT INTO runs (started, status) VALUES (?, 'running')", (started,)).lastrowid or 0
            )

    def end_run(self, run: int, finished: str, status: str, report: str) -> None:
        with self.transaction() as db:
            db.execute(
                "UPDATE runs SET finished = ?, status = ?, report = ? WHERE id = ?", (finished, status, report, run)
            )
            db.execute("DELETE FROM runs WHERE id <= ?", (run - 1000,))
