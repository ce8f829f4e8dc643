"""Files as people and saboteurs leave them: each is read or told, none stops the run, none reaches the terminal raw."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import unicodedata
from pathlib import Path

from pipeline.ledger import Ledger
from tests.support.faults import run, sentence, without_rights, write

ESCAPE = "\x1b[2J"
NAMES = [
    b"new\nline.txt",
    b"no-encoding-\xff\xfe.txt",
    "\u202etxt.fdp.txt".encode(),
    b"-rf",
    unicodedata.normalize("NFD", "Йод и ёж.txt").encode(),
    f"esc{ESCAPE}.txt".encode(),
    b"n" * 251 + b".txt",
    b"=cmd|' C'!A0.txt",
]


def _zoo(folder: Path) -> Path:
    """Eight readable files with hostile names, one with hostile text, and ten things that are not read."""
    place = os.fsencode(write(folder, {"empty.txt": "", "blank.txt": " \n\t ", ".hidden": "x", "half.pdf.part": "x"}))
    for number, name in enumerate(NAMES):
        with open(os.path.join(place, name), "w", encoding="utf-8") as file:
            file.write(sentence(number))
    (folder / "text.txt").write_text(f"{sentence(60)} {ESCAPE} \u202e {sentence(61)}", encoding="utf-8")
    os.mkfifo(folder / "pipe.pdf")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(folder / "socket.pdf"))
    (folder / "loop").symlink_to(folder)
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    (folder / "device").symlink_to("/dev/zero")
    write(folder / "folder.pdf", {"inside.txt": sentence(70)})
    closed = folder / "closed.txt"
    closed.write_text(sentence(80))
    closed.chmod(0)
    return folder


def test_whatever_lies_in_a_folder_is_read_or_told(tmp_path: Path) -> None:
    folder, data = tmp_path / "in", tmp_path / "data"
    _zoo(folder)
    ran = run(data, "ingest", folder, "--report", tmp_path / "r.json", "--verbose", code=3, before=without_rights)
    report = json.loads((tmp_path / "r.json").read_text())
    assert (report["seen"], report["new"], report["skipped"], report["failed"]) == (20, 10, 7, 3)
    assert sorted(row["reason"] for row in report["failures"]) == ["empty", "empty", "unreadable"]
    assert sorted(row["reason"] for row in report["left_out"]) == sorted(
        ["hidden", "unfinished", "not-a-file", "not-a-file", "link", "link", "link"]
    )
    assert _harmless(ran.err)
    for form in ("table", "json", "jsonl", "csv"):
        assert _harmless(run(data, "failures", "--format", form).out), form
    assert _harmless(run(data, "search", "Almaty", "--limit", "50").out)
    found = run(data, "search", "Almaty", "--limit", "50", "--format", "json")
    assert _harmless(found.out)
    assert found.json()["total"] == 10
    for name in NAMES[:3]:
        out = run(data, "show", os.path.join(os.fsencode(folder), name)).out
        assert _harmless(out)
        assert "Almaty" in out
    assert _harmless(run(data, "show", folder / "text.txt", "--why", "--dropped").out)


def _harmless(text: str) -> bool:
    return all(c.isprintable() or c == "\n" for c in text)


def test_folders_nested_beyond_all_reason(own: tuple[Path, Path]) -> None:
    folder, data = own
    place = folder
    for _ in range(1200):
        place /= "d"
    deep = os.open(folder, os.O_RDONLY)
    try:
        for _ in range(1200):
            os.mkdir("d", dir_fd=deep)
            inner = os.open("d", os.O_RDONLY, dir_fd=deep)
            os.close(deep)
            deep = inner
        os.close(deep)
        assert run(data, "ingest", folder, "--format", "json").json()["unchanged"] == 4
    finally:  # pytest's own cleaning would not come to the bottom
        subprocess.run(["rm", "-r", str(folder / "d")], check=True)


def test_what_changes_or_vanishes_under_the_readers_hands(own: tuple[Path, Path]) -> None:
    folder, data = own
    write(folder, {"growing.txt": sentence(10), "leaving.txt": sentence(11)})
    growing, leaving = str(folder / "growing.txt"), str(folder / "leaving.txt")
    worker = f"""
from pipeline.extract import sources
whole = sources._all
def grow(descriptor, size):
    data = whole(descriptor, size)
    with open({growing!r}, "a") as file:
        file.write(" Und so weiter.")
    return data
sources._all = grow
"""
    vanish = f"""
import os
from pipeline.ingest import faults
faults.point = lambda name: os.unlink({leaving!r}) if name == "settled" else None
"""
    report = run(data, "ingest", folder, "--format", "json", parent=vanish, worker=worker, code=3).json()
    assert [row["reason"] for row in report["failures"]] == ["changed"]
    assert [row["reason"] for row in report["left_out"]] == ["vanished"]
    report = run(data, "ingest", folder, "--format", "json").json()
    assert (report["new"], report["unchanged"], report["failed"]) == (1, 4, 0)
    assert run(data, "search", "weiter", "--format", "json").json()["total"] == 1


def test_what_cannot_be_looked_into_is_not_gone(own: tuple[Path, Path]) -> None:
    folder, data = own
    inner = folder / "inner"
    inner.mkdir()
    for name in ("1.txt", "2.txt"):
        (folder / name).rename(inner / name)
    run(data, "ingest", folder)
    (folder / "3.txt").chmod(0)
    inner.chmod(0)
    try:
        report = run(data, "ingest", folder, "--format", "json", code=3, before=without_rights).json()
        assert (report["failed"], report["gone"], report["unchanged"]) == (2, 0, 1)
        assert "4 found" in run(data, "search", "Almaty").out
        run(data, "failures", "ignore", inner)
        report = run(data, "ingest", folder, "--format", "json", code=3, before=without_rights).json()
        assert (report["failed"], report["skipped"]) == (1, 1)
    finally:
        inner.chmod(0o700)
        (folder / "3.txt").chmod(0o600)
    report = run(data, "ingest", folder, "--format", "json").json()
    assert (report["unchanged"], report["failed"], report["documents"]) == (4, 0, 0)
    assert run(data, "failures", "--format", "json").json()["failures"] == []


def test_a_share_that_is_not_mounted_stops_the_run(own: tuple[Path, Path], tmp_path: Path) -> None:
    folder, data = own
    share = write(tmp_path / "share", {})
    for name in ("1.txt", "2.txt", "3.txt"):
        (folder / name).rename(share / name)
    run(data, "ingest", folder, share)
    share.rename(tmp_path / "away")
    ran = run(data, "ingest", folder, share, code=3)
    assert "missing" in ran.err
    share.mkdir()
    ran = run(data, "ingest", folder, share, code=1)
    assert f"{share}: 3 of 3 known files are no longer there" in ran.err
    assert "4 found" in run(data, "search", "Almaty").out
    assert run(data, "ingest", folder, share, "--allow-mass-delete", "--format", "json").json()["gone"] == 3
    assert "1 found" in run(data, "search", "Almaty").out
    share.rmdir()
    (tmp_path / "away").rename(share)
    report = run(data, "ingest", folder, share, "--format", "json").json()
    assert (report["new"], report["documents"], report["indexed"]) == (3, 0, 3)  # their text was kept
    assert "4 found" in run(data, "search", "Almaty").out


def test_only_content_counts_not_the_clock(own: tuple[Path, Path]) -> None:
    folder, data = own
    year = 366 * 24 * 3600
    for shift, path in zip((-year, year, -60 * year, 3 * year), sorted(folder.iterdir()), strict=True):
        os.utime(path, (path.stat().st_atime, path.stat().st_mtime + shift))
    clock = "from pipeline.ingest import run\nrun._now = lambda: '{}'"
    for now in ("2038-01-19T03:14:08+00:00", "1969-12-31T23:59:59+00:00"):
        report = run(
            data, "ingest", folder, "--format", "json", parent=clock.format(now), worker="raise SystemExit"
        ).json()
        assert (report["unchanged"], report["documents"], report["indexed"]) == (4, 0, 0)
        assert report["seconds"] >= 0
    assert run(data, "status", "--format", "json").json()["last_run"]["status"] == "finished"


def test_a_failure_whose_file_is_gone_is_forgotten(own: tuple[Path, Path]) -> None:
    folder, data = own
    write(folder, {"empty.txt": "", "blank.txt": " "})
    run(data, "ingest", folder, code=3)
    (folder / "empty.txt").unlink()
    assert run(data, "failures", "retry", code=3).err.count("failed (") == 1
    with Ledger(data) as ledger:
        assert [os.path.basename(failure.path) for failure in ledger.failures()] == [b"blank.txt"]
