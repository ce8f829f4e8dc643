"""From disk to memory: what is refused before a byte is read, and what is told."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from pipeline.errors import ChangedError, DragomanError, SkippedError, UnreadableError
from pipeline.extract import sources


def refused(path: Path | str, **options: int) -> DragomanError:
    with pytest.raises(DragomanError) as caught:
        sources.read(path, **options)
    assert "\n" not in caught.value.line()
    assert caught.value.hint
    return caught.value


def test_a_file_is_known_by_its_content(tmp_path: Path) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    for path in (one, other):
        path.write_bytes(b"text")
    assert sources.read(one).sha256 == sources.read(other).sha256
    assert sources.read(one).data == b"text"


def test_a_missing_file(tmp_path: Path) -> None:
    error = refused(tmp_path / "none.txt")
    assert isinstance(error, SkippedError)
    assert error.reason == "vanished"


@pytest.mark.parametrize("kind", ["directory", "pipe", "socket", "device", "loop", "below a file"])
def test_what_is_no_file_is_skipped_at_once(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "agreement.pdf"
    if kind == "directory":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(path))
    elif kind == "device":
        path = Path("/dev/zero")
    elif kind == "loop":
        path.symlink_to(path)
    else:
        path.write_text("x")
        path = path / "inner.txt"
    error = refused(path)
    assert isinstance(error, SkippedError)
    assert error.reason == "not-a-file"


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    assert refused(path).reason == "empty"


def test_a_file_over_the_limit_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(2 * 1024**3)  # a hole: nothing is written, and nothing may be read
    error = refused(path)
    assert error.reason == "too-large"
    assert "2048 MiB" in error.message
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    assert refused(path, max_mib=1).reason == "too-large"


def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")
    path.chmod(0)
    us = os.geteuid()
    if us == 0:
        os.seteuid(65534)  # root may read everything
    try:
        assert refused(path).reason == "permission"
    finally:
        os.seteuid(us)


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "moving.txt"
    path.write_bytes(b"one")
    original = sources._all

    def slow(descriptor: int, size: int) -> bytes:
        data = original(descriptor, size)
        path.write_bytes(b"two")
        return data

    monkeypatch.setattr(sources, "_all", slow)
    with pytest.raises(ChangedError) as caught:
        sources.read(path)
    assert caught.value.transient


@pytest.mark.parametrize("name", ["a\nb.txt", "-rf", "с\u202eexe.txt", "n" * 250 + ".txt", os.fsdecode(b"\xff.txt")])
def test_odd_names_are_read_and_shown_in_one_safe_line(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"text")
    assert sources.read(path).path == str(path)
    assert sources.shown(path).isprintable()
    path.write_bytes(b"")
    assert isinstance(refused(path), UnreadableError)
    assert refused(path).line().encode("utf-8")
