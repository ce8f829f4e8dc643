"""Newer code: a raised version runs its own stage, and what fails then leaves the documents as they were."""

from __future__ import annotations

from pathlib import Path

from pipeline.ledger import Ledger
from tests.support.faults import run

RAISED = "import pipeline.figures as f\nf.VERSION += 1\n"
ONLY_FIGURES = (
    RAISED
    + """
import os
import pipeline.structure as s
from pipeline.extract import sandbox
s.read_structure = lambda document: os.abort()
sandbox.extract = lambda *_: os.abort()
"""
)
POISONED = RAISED + "import os, signal\nf.read_figures = lambda document: os.kill(os.getpid(), signal.SIGKILL)\n"


def _versions(data: Path) -> set[int]:
    with Ledger(data) as ledger:
        return {made["figures"] for made in ledger.stages().values()}


def _digests(data: Path) -> dict[str, str]:
    with Ledger(data) as ledger:
        return ledger.live()


def test_a_raised_version_runs_that_stage_and_no_other(own: tuple[Path, Path]) -> None:
    folder, data = own
    (old,) = _versions(data)
    report = run(data, "ingest", folder, "--format", "json", parent=RAISED, worker=ONLY_FIGURES).json()
    assert (report["unchanged"], report["renewed"], report["failed"], report["indexed"]) == (4, 4, 0, 4)
    assert _versions(data) == {old + 1}
    report = run(data, "ingest", folder, "--format", "json", parent=RAISED, worker="raise SystemExit").json()
    assert (report["unchanged"], report["renewed"], report["indexed"]) == (4, 0, 0)
    assert "4 found" in run(data, "search", "Almaty").out


def test_newer_code_that_fails_leaves_what_was_there_and_is_not_tried_for_ever(own: tuple[Path, Path]) -> None:
    folder, data = own
    for name in ("2.txt", "3.txt", "4.txt"):
        (folder / name).unlink()
    before = _digests(data)
    poisoned = ("ingest", folder, "--allow-mass-delete", "--format", "json")
    report = run(data, *poisoned, parent=RAISED, worker=POISONED, code=3).json()
    assert (report["unchanged"], report["failed"], report["renewed"]) == (1, 0, 0)
    assert [(row["reason"], row["stage"]) for row in report["failures"]] == [("crash", "annotate")]
    assert _digests(data).items() <= before.items()
    assert "1 found" in run(data, "search", "Almaty").out
    (row,) = run(data, "failures", "--format", "json").json()["failures"]
    assert (row["attempts"], row["state"]) == (1, "failed")
    with Ledger(data) as ledger, ledger.transaction() as db:
        db.execute("UPDATE failures SET attempts = 4")
    run(data, "ingest", folder, parent=RAISED, worker=POISONED, code=3)
    ran = run(data, "ingest", folder, parent=RAISED, worker="raise SystemExit('no worker is needed')", code=3)
    assert ran.err.count("failed (crash)") == len(ran.err.splitlines()) == 1
    again = RAISED + "f.VERSION += 1\n"
    assert run(data, "ingest", folder, "--format", "json", parent=again, worker=again).json()["renewed"] == 1
    assert run(data, "failures", "--format", "json").json()["failures"] == []
