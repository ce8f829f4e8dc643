"""Runs the command line as a user does: a real process, a real data directory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


def dragoman(
    data: Path,
    *arguments: str | Path,
    environ: Mapping[str, str] | None = None,
    code: int | None = 0,
    cwd: Path = ROOT,
    stdin: bytes = b"",
) -> Ran:
    """Run `dragoman --data-dir DATA ARGUMENTS`; check the exit code unless it is None, and that no traceback shows."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "--data-dir", str(data), *map(str, arguments)],
        cwd=cwd,
        env={**_environment(), **(environ or {})},
        capture_output=True,
        timeout=300,
        input=stdin,
    )
    ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ran.err, ran.err
    if code is not None:
        assert ran.code == code, f"exit {ran.code}\n{ran.out}\n{ran.err}"
    return ran


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DRAGOMAN_")}
    return {**kept, "PYTHONPATH": str(ROOT)}


def ingest(
    data: Path, *arguments: str | Path, code: int | None = 0, environ: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Run `ingest` and return its report."""
    return dragoman(data, "ingest", *arguments, "--format", "json", code=code, environ=environ).json()
