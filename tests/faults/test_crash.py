"""Processes that are killed, stopped or starved: one document is lost at most, and only until the next run."""

from __future__ import annotations

import os
import random
import signal
import subprocess
from pathlib import Path

from pipeline.ledger import Ledger
from tests.support.faults import alive, children, run, sentence, start, until, write

QUERY = ("search", "Almaty", "--limit", "50", "--format", "json")


def _ended(run: subprocess.Popen[bytes]) -> str:
    assert run.stderr is not None
    err = run.communicate(timeout=100)[1].decode()
    assert "Traceback" not in err
    return err


def test_killed_again_and_again_the_answer_is_that_of_an_undisturbed_run(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", {f"{i:02}.txt": sentence(i) for i in range(30)})
    run(tmp_path / "whole", "ingest", folder)
    data = tmp_path / "data"
    chance = random.Random(1961)
    for _ in range(8):
        running = start(data, "ingest", folder, "--jobs", "2")
        size = chance.randrange(6)
        until(lambda r=running, s=size: len(children(r.pid)) >= s or r.poll() is not None, chance.random() * 4)
        family = children(running.pid)
        running.kill()
        _ended(running)
        assert until(lambda f=family: not any(map(alive, f)), 20), "a process outlived its parent"
    run(data, "ingest", folder)
    assert run(data, "verify").out == "everything agrees\n"
    assert run(data, *QUERY).json() == run(tmp_path / "whole", *QUERY).json()
    assert run(data, "status", "--format", "json").json()["documents"] == 30


def _worker(pid: int) -> int | None:
    for child in children(pid):
        try:
            if b"worker.main" in Path(f"/proc/{child}/cmdline").read_bytes():
                return child
        except OSError:
            continue
    return None


def test_a_worker_that_is_killed_costs_one_file_until_the_next_run(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", {f"{i}.txt": sentence(i) for i in range(3)})
    running = start(tmp_path / "data", "ingest", folder)
    assert until(lambda: (w := _worker(running.pid)) and children(w))  # it is reading: its helper is there
    worker = _worker(running.pid)
    assert worker is not None
    os.kill(worker, signal.SIGKILL)
    err = _ended(running)
    assert running.returncode == 3
    assert err.count("failed (crash)") == len(err.splitlines()) == 1
    assert run(tmp_path / "data", "status", "--format", "json").json()["documents"] == 2
    report = run(tmp_path / "data", "ingest", folder, "--format", "json").json()
    assert (report["new"], report["unchanged"], report["failed"]) == (1, 2, 0)


def test_a_worker_that_stands_still_is_ended(tmp_path: Path) -> None:
    folder = write(tmp_path / "in", {f"{i}.txt": sentence(i) for i in range(2)})
    sleep = """
import os, signal
if not os.path.exists('{0}'):
    os.mkdir('{0}')
    os.kill(os.getpid(), signal.SIGSTOP)
"""
    ran = run(
        tmp_path / "data",
        "ingest",
        folder,
        parent="from pipeline.ingest import pool\npool._GRACE = 2.0",
        worker=sleep.format(tmp_path / "stopped"),
        environ={"DRAGOMAN_PARSE_SECONDS": "8"},
        code=3,
    )
    assert ran.err.count("failed (timeout)") == len(ran.err.splitlines()) == 1
    assert run(tmp_path / "data", "status", "--format", "json").json()["documents"] == 1


def test_a_worker_without_disk_says_so(own: tuple[Path, Path]) -> None:
    folder, data = own
    write(folder, {"a.txt": sentence(70)})
    harm = "open('/dev/full', 'w').write('x' * 100_000)"
    worker = f"from pipeline import process\nprocess.documents = lambda *_: {harm}"
    ran = run(data, "ingest", folder, worker=worker, code=3)
    assert ran.err.startswith(f"failed (io): {folder}/a.txt")
    assert len(ran.err.splitlines()) == 1


def test_a_failure_that_may_pass_is_tried_five_times(own: tuple[Path, Path]) -> None:
    folder, data = own
    write(folder, {"a.txt": sentence(70)})
    spoiled = "from pipeline import process\nprocess.documents = lambda *_: bytearray(1 << 60)"
    run(data, "ingest", folder, worker=spoiled, code=3)
    (row,) = run(data, "failures", "--format", "json").json()["failures"]
    assert row["attempts"] == 1
    with Ledger(data) as ledger, ledger.transaction() as db:
        db.execute("UPDATE failures SET attempts = 4")
    run(data, "ingest", folder, worker=spoiled, code=3)
    untouched = "raise SystemExit('no worker is needed')"
    ran = run(data, "ingest", folder, worker=untouched, code=3)
    assert ran.err.count("failed (oom)") == len(ran.err.splitlines()) == 1
    assert run(data, "ingest", folder, "--retry-failed", "--format", "json").json()["new"] == 1
