"""Disks that are full, read-only, missing or damaged: exit code 13, one line, nothing lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from pathlib import Path

import pytest

from pipeline.ledger import FILE, Ledger
from tests.support.faults import WITH_ROOM, files_at_most, moved_in, run, sentence, start, until, without_rights, write


def _total(data: Path) -> int:
    return int(run(data, "search", "Almaty", "--format", "json").json()["total"])


def test_a_full_disk_stops_the_run_and_the_next_one_completes_it(own: tuple[Path, Path]) -> None:
    folder, data = own
    write(folder, {f"new{i}.txt": " ".join(sentence(100 * i + j) for j in range(150)) for i in range(3)})
    ran = run(data, "ingest", folder, code=13, before=files_at_most(40_000), worker=WITH_ROOM)
    assert str(data) in ran.err
    assert len(ran.err.splitlines()) == 1
    with Ledger(data) as ledger:
        assert ledger.damage() is None
        assert len(ledger.live()) >= 4
    run(data, "ingest", folder)
    assert run(data, "verify").out == "everything agrees\n"
    assert _total(data) == 7


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """A file system of 3 MB where one can be mounted, else a folder under a limit of file size."""
    place = tmp_path / "disk"
    place.mkdir()
    return place


def _mounted(place: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)]
    return subprocess.run(command, capture_output=True).returncode == 0


def test_a_small_disk_that_fills_up(held: tuple[Path, Path], small_disk: Path, tmp_path: Path) -> None:
    mounted = os.geteuid() == 0 and _mounted(small_disk)
    try:
        folder, data = moved_in(held, small_disk)
        if mounted:
            state = os.statvfs(small_disk)
            (small_disk / "ballast").write_bytes(b"x" * (state.f_bavail * state.f_frsize - 120_000))
        outside = write(tmp_path / "more", {"a.txt": " ".join(sentence(i) for i in range(400))})
        limit = None if mounted else files_at_most(0)
        ran = run(data, "ingest", folder, outside, code=13, before=limit)
        assert str(data) in ran.err
        (small_disk / "ballast").unlink(missing_ok=True)
        run(data, "ingest", folder, outside)
        assert _total(data) == 5
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(small_disk)], check=True)


def test_a_data_directory_without_rights(own: tuple[Path, Path]) -> None:
    folder, data = own
    for path in (data, data / "index"):
        path.chmod(0o500)
    (data / FILE).chmod(0o400)
    (data / "lock").chmod(0o400)
    try:
        for command in (["ingest", folder], ["status"], ["rebuild"], ["failures", "retry"]):
            ran = run(data, *command, code=13, before=without_rights)
            assert str(data) in ran.err
            assert len(ran.err.splitlines()) == 1
        assert "4 found" in run(data, "search", "Almaty", before=without_rights).out
    finally:
        for path in (data, data / "index"):
            path.chmod(0o700)


@pytest.mark.parametrize("command", [["ingest", "."], ["status"], ["search", "x"], ["verify"], ["backup", "/x/y"]])
def test_a_data_directory_that_is_a_file(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    ran = run(tmp_path / "data", *command, code=None, cwd=tmp_path)
    assert ran.code in {1, 13}
    assert str(tmp_path / "data") in ran.err
    assert (tmp_path / "data").read_text() == "not a folder"


def test_answers_and_accounts_that_cannot_be_written(own: tuple[Path, Path]) -> None:
    folder, data = own
    assert "No space left" in run(data, "search", "Almaty", shell=">/dev/full", code=13).err
    assert "/dev/full" in run(data, "ingest", folder, "--report", "/dev/full", code=13).err
    assert run(data, "backup", "/dev/full", code=13).err.count("\n") == 1
    assert Path("/dev/full").is_char_device()
    assert "no-folder" in run(data, "backup", data / "no-folder" / "x", code=13).err
    assert run(data, "ingest", folder, "--format", "json", shell=">&-").out == ""
    assert run(data, "search", "Almaty", shell="2>&-").out.startswith("4 found")
    assert run(data, "search", "nowhere", shell=">&- 2>&- <&-").err == ""


def test_the_account_of_a_stopped_run_is_written(own: tuple[Path, Path], tmp_path: Path) -> None:
    folder, data = own
    for path in folder.iterdir():
        path.unlink()
    report = tmp_path / "report.json"
    report.write_text("yesterday's")
    run(data, "ingest", folder, "--report", report, code=1)
    assert '"stopped": "' in report.read_text()
    assert list(tmp_path.glob(".*")) == []


def _spoil_head(path: Path) -> None:
    path.write_bytes(b"this is no ledger" * 1000)


def _spoil_pages(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 6] = b"\x5a" * 4096 * 4
    path.write_bytes(data)


def _newer(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version=99")
    db.close()


@pytest.mark.parametrize(
    ("harm", "words"), [(_spoil_head, "backup"), (_spoil_pages, "backup"), (_newer, "newer dragoman")]
)
def test_a_ledger_that_cannot_be_trusted_is_not_written(
    harm: object, words: str, own: tuple[Path, Path], tmp_path: Path
) -> None:
    folder, data = own
    assert callable(harm)
    harm(data / FILE)
    before = (data / FILE).read_bytes()
    write(folder, {"new.txt": sentence(9)})
    ran = run(data, "ingest", folder, code=13)
    assert words in ran.err
    assert str(data / FILE) in ran.err
    assert (data / FILE).read_bytes() == before
    run(data, "backup", tmp_path / "copy", code=13)
    assert not (tmp_path / "copy").exists()


def test_a_damaged_record_is_named_not_raised(own: tuple[Path, Path]) -> None:
    _, data = own
    with sqlite3.connect(data / FILE) as db:
        (known,) = db.execute("SELECT id FROM documents ORDER BY id").fetchone()
        db.execute("UPDATE documents SET data = substr(data, 1, 40) WHERE id = ?", (known,))
    db.close()
    assert "damaged" in run(data, "show", known, code=13).err
    assert "damaged" in run(data, "rebuild", code=13).err
    assert _total(data) == 4


def test_a_backup_taken_while_a_run_writes_restores_everything(own: tuple[Path, Path], tmp_path: Path) -> None:
    folder, data = own
    copy, restored = tmp_path / "copy", tmp_path / "restored"
    write(folder, {f"n{i}.txt": sentence(50 + i) for i in range(6)})
    running = start(data, "ingest", folder, "--jobs", "1")
    assert until(lambda: _count(data) > 4 or running.poll() is not None)
    run(data, "backup", copy)
    assert running.wait(60) == 0, running.stderr
    assert running.stderr is not None
    running.stderr.close()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith((".", "copy"))] == ["copy"]
    assert copy.stat().st_mode & 0o137 == 0
    restored.mkdir()
    copy.rename(restored / FILE)
    run(restored, "rebuild")
    assert 5 <= _total(restored) <= 10
    assert run(restored, "verify").out == "everything agrees\n"
    run(restored, "ingest", folder)
    query = ("search", "Almaty", "--format", "json")
    assert run(restored, *query).json() == run(data, *query).json()


def _count(data: Path) -> int:
    with Ledger(data) as ledger:
        return len(ledger.live())
