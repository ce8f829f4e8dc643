"""The ledger: what goes in comes out; crashes and damage lose nothing silently."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from pipeline import ledger
from pipeline.errors import StorageError
from pipeline.ledger import Failure, Ledger, on_network, pack, pack_text
from pipeline.model import Block, Document, Extraction, Kind, Layer, Mention, SourceMeta, Span, Structure
from pipeline.offsets import OffsetMap

TEXT = "Стороны обмениваются информацией. CARICC."


def _document(sha256: str = "a" * 64, language: str = "ru") -> Document:
    mention = Mention(Span(34, 40), "CARICC", Kind.ORGANISATION, "org:CARICC", Layer.GAZETTEER, "row")
    return Document(
        f"{sha256[:16]}-{language}",
        sha256,
        language,
        TEXT,
        OffsetMap.identity(len(TEXT)),
        (Block(Span(0, len(TEXT))),),
        SourceMeta("text/plain", issued_on=date(2014, 5, 13)),
        Structure(title="Соглашение"),
        (mention,),
        stage_versions=(("structure", 1),),
    )


def _extraction() -> Extraction:
    return Extraction(TEXT, (Block(Span(0, len(TEXT))),), SourceMeta("text/plain"))


def _stored(directory: Path) -> Ledger:
    opened = Ledger(directory)
    document = _document()
    with opened.transaction() as db:
        opened.store(db, document.sha256, pack_text(_extraction(), 3), [pack(document)])
        opened.set_path(db, b"/x/\xff.txt", document.sha256)
    return opened


def test_a_document_comes_back_as_it_was(tmp_path: Path) -> None:
    with _stored(tmp_path) as opened:
        document = _document()
        assert opened.document(document.id) == document
        assert opened.documents_of(document.sha256) == (document,)
        assert opened.extraction(document.sha256) == (3, _extraction())
        assert opened.paths() == {b"/x/\xff.txt": document.sha256}
        assert opened.stages() == {document.sha256: {"structure": 1}}
        (row,) = opened.live_rows()
        assert (row.title, row.issued_on, row.genre) == ("Соглашение", "2014-05-13", "other")


def test_storing_again_replaces_every_version(tmp_path: Path) -> None:
    with _stored(tmp_path) as opened:
        english = _document(language="en")
        with opened.transaction() as db:
            opened.store(db, english.sha256, None, [pack(english)])
        assert [d.language for d in opened.documents_of(english.sha256)] == ["en"]
        assert opened.extraction(english.sha256) is not None
        assert opened.rows("SELECT DISTINCT document_id FROM mentions") == [(english.id,)]


def test_a_document_without_a_path_is_not_live(tmp_path: Path) -> None:
    with _stored(tmp_path) as opened:
        with opened.transaction() as db:
            db.execute("UPDATE paths SET gone = 1")
        assert opened.live() == {}
        assert opened.document(_document().id) is not None


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    with _stored(tmp_path) as opened:
        with suppress(RuntimeError), opened.transaction() as db:
            opened.set_path(db, b"/y", "b" * 64)
            raise RuntimeError
        assert b"/y" not in opened.paths()


def test_attempts_add_up_for_the_same_content_only(tmp_path: Path) -> None:
    def fail(opened: Ledger, content: str) -> Failure:
        with opened.transaction() as db:
            opened.fail(
                db, Failure(b"/x", content, "extract", "broken", "m", "h", True, False, 1, 1, False, "2026-01-01")
            )
        return opened.failures()[0]

    with Ledger(tmp_path) as opened:
        assert [fail(opened, "A").attempts, fail(opened, "A").attempts, fail(opened, "B").attempts] == [1, 2, 1]


def test_an_interrupted_migration_is_rolled_back_and_taken_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE extra (x)")
        raise RuntimeError

    def mended(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE extra (x)")

    _stored(tmp_path).close()
    monkeypatch.setattr(ledger, "MIGRATIONS", (*ledger.MIGRATIONS, broken))
    with pytest.raises(RuntimeError):
        Ledger(tmp_path)
    monkeypatch.setattr(ledger, "MIGRATIONS", (*ledger.MIGRATIONS[:-1], mended))
    with Ledger(tmp_path) as opened:
        assert opened.document(_document().id) == _document()
        assert opened.rows("SELECT * FROM extra") == []


def test_a_newer_ledger_is_refused(tmp_path: Path) -> None:
    with _stored(tmp_path) as opened, opened.transaction() as db:
        db.execute("PRAGMA user_version=99")
    with pytest.raises(StorageError, match="newer dragoman"):
        Ledger(tmp_path)


def test_damage_is_told_not_guessed(tmp_path: Path) -> None:
    with _stored(tmp_path) as opened:
        assert opened.damage() is None
        opened.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    path = tmp_path / ledger.FILE
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 6] = b"\x5a" * 4096 * 4
    path.write_bytes(data)
    try:
        with Ledger(tmp_path) as opened:
            found = opened.damage()
    except StorageError as error:
        found = error.message
    assert found


def test_the_write_ahead_log_may_vanish(tmp_path: Path) -> None:
    with _stored(tmp_path) as opened:
        opened.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    for name in (f"{ledger.FILE}-wal", f"{ledger.FILE}-shm"):
        (tmp_path / name).unlink(missing_ok=True)
    with Ledger(tmp_path) as opened:
        assert opened.document(_document().id) == _document()


def test_a_folder_that_is_no_folder_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError) as caught:
        Ledger(tmp_path / "file")
    assert caught.value.exit_code == 13


def test_this_folder_is_local(tmp_path: Path) -> None:
    assert on_network(tmp_path) is False
