"""A gazetteer made from YAML written in a test, by the real builder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pipeline.entities.gazetteer import FORMS, ROWS, Gazetteer

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "gazetteers.py"


def run_builder(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """scripts/gazetteers.py on the YAML files in `folder`."""
    command = [sys.executable, str(SCRIPT), "--folder", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def compiled(folder: Path, **files: str) -> Gazetteer:
    """The gazetteer of these YAML texts, named by their file stems."""
    for stem, text in files.items():
        (folder / f"{stem}.yaml").write_text(text, encoding="utf-8")
    done = run_builder(folder)
    assert done.returncode == 0, done.stderr
    return Gazetteer((folder / FORMS).read_text("utf-8"), lambda: (folder / ROWS).read_text("utf-8"))
