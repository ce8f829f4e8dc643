"""A search over 10,000 documents as a whole process, against a Python process that only imports typer."""

from __future__ import annotations

import dataclasses
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.texts import masters

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS, ROUNDS = 10_000, 7


def fill(data: Path) -> None:
    """An embedded index of DOCUMENTS documents made from the samples, annotated once and stored under many ids."""
    from pipeline import analyse
    from pipeline.engines import open_engine
    from pipeline.engines.entries import entries
    from pipeline.settings import Settings

    models = [
        document
        for language in ("en", "ru")
        for text in masters(language)
        for document in analyse(text, language=language)
    ]
    engine = open_engine(Settings(data_dir=data))
    engine.prepare()
    copies = (dataclasses.replace(models[i % len(models)], id=f"{i:016x}-xx") for i in range(DOCUMENTS))
    refused = [
        written for written in engine.write(entry for copy in copies for entry in entries(copy)) if not written.ok
    ]
    assert not refused, refused[:1]
    engine.refresh()
    engine.close()


def seconds(command: Sequence[str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    return time.perf_counter() - began


def main() -> None:
    with TemporaryDirectory() as folder:
        fill(Path(folder))
        base = [sys.executable, "-c", "import typer"]
        for query in ("controlled delivery", "ЦАРИКЦ country:Казахстан", '"precursors" date:2005..2015 type:release'):
            ask = [sys.executable, str(ROOT / "cli.py"), "--data-dir", folder, "search", query, "--format", "json"]
            seconds(ask)
            pairs = [(seconds(ask), seconds(base)) for _ in range(ROUNDS)]
            whole, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
            ratio = statistics.median(a / b for a, b in pairs)
            print(
                f"search {query!r} in {DOCUMENTS} documents: "
                f"{whole:.2f} s whole process (wanted 0.50), "
                f"{ratio:.1f} times `import typer` ({bare:.2f} s)"
            )


if __name__ == "__main__":
    main()
