"""`ingest --jobs 2` against `--jobs 1` on the same folder, and the memory of the largest process."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.texts import of_length

ROOT = Path(__file__).resolve().parent.parent
CHARACTERS = 900_000


def fill(folder: Path) -> None:
    """Files of about ten thousand characters, no two alike, in both languages."""
    for language in ("en", "ru"):
        texts = of_length(language, CHARACTERS // 2)
        for i in range(0, len(texts), 4):
            (folder / f"{language}{i:04}.txt").write_text(
                "\n\n".join(texts[i : i + 4]) + f"\n\n{i}\n", encoding="utf-8"
            )


def ingest(folder: Path, jobs: int) -> float:
    with TemporaryDirectory() as data:
        command = [sys.executable, str(ROOT / "cli.py"), "--data-dir", data, "ingest", str(folder), "--jobs", str(jobs)]
        began = time.perf_counter()
        subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"})
        return time.perf_counter() - began


def main() -> None:
    with TemporaryDirectory() as name:
        fill(Path(name))
        one, two = ingest(Path(name), 1), ingest(Path(name), 2)
        one = min(one, ingest(Path(name), 1))
        two = min(two, ingest(Path(name), 2))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"ingest: one job {one:.1f} s, two jobs {two:.1f} s, ratio {one / two:.2f} (wanted 1.70); "
        f"largest process {peak:.0f} MiB (wanted < 1024)"
    )


if __name__ == "__main__":
    main()
