"""Texts to measure on: our own samples, repeated; nothing outside the project is needed."""

from __future__ import annotations

from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "corpora" / "samples"


def masters(language: str) -> list[str]:
    """Every sample text of one language."""
    return [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.rglob(f"{language}/*.txt"))]


def of_length(language: str, characters: int) -> list[str]:
    """Samples, repeated until they add up to about `characters`."""
    pool = masters(language)
    chosen: list[str] = []
    while sum(map(len, chosen)) < characters:
        chosen.extend(pool)
    return chosen
