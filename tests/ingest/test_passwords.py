"""Passwords from a file open encrypted PDFs, also ones skipped before, and are never shown."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from pipeline.errors import ConfigurationError
from pipeline.settings import Settings, passwords
from tests.support import pages as made
from tests.support.command import dragoman

WORD = "Тайна-2014"


def locked() -> bytes:
    printer = made.Printer()
    printer.column(["The Parties shall exchange information on illicit trafficking."], made.MARGIN, 400)
    with pikepdf.open(io.BytesIO(printer.data())) as pdf:
        saved = io.BytesIO()
        pdf.save(saved, encryption=pikepdf.Encryption(owner="owner", user=WORD, R=6))
    return saved.getvalue()


def test_a_file_skipped_as_encrypted_is_read_once_there_is_a_password(tmp_path: Path) -> None:
    folder, data = tmp_path / "in", tmp_path / "data"
    folder.mkdir()
    (folder / "locked.pdf").write_bytes(locked())
    words = tmp_path / "words"
    words.write_text(f"wrong\n{WORD}\n", encoding="utf-8")
    first = dragoman(data, "ingest", folder, "--format", "json", code=None)
    assert (first.json()["skipped"], first.json()["new"]) == (1, 0)
    assert "--password-file" in first.out + first.err
    second = dragoman(data, "ingest", folder, "--password-file", words, "--format", "json", "--verbose")
    assert (second.json()["skipped"], second.json()["new"]) == (0, 1)
    shown = dragoman(data, "config", "show", environ={"DRAGOMAN_PASSWORD_FILE": str(words)})
    assert str(words) in shown.out
    assert all(WORD not in ran.out + ran.err for ran in (first, second, shown))


def test_lines_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "words"
    path.write_bytes(f"\ufeffone\r\n\r\n two \n{WORD}\none\n".encode())
    assert passwords(Settings(password_file=path)) == ("one", " two ", WORD)
    assert passwords(Settings()) == ()


@pytest.mark.parametrize("content", [None, b"\xff\xfe\xfa", b"word\n" * 10_000])
def test_a_file_that_is_no_list_of_passwords(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "words"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigurationError, match="words"):
        passwords(Settings(password_file=path))
