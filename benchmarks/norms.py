"""Norms and comparison, provisions a second on one core; the peer is the parser alone on every provision."""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline import nlp
from pipeline.bilingual import compare
from pipeline.extract import plain
from pipeline.model import Document
from pipeline.norms import read_norms
from pipeline.process import annotate, drafts

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "corpora" / "gold" / "norms" / "tuned.jsonl"
PAIRS = ROOT / "tests" / "quality" / "parallel"
BEFORE = {"structure", "mentions", "figures"}


def instrument(text: str, language: str) -> Document:
    """A text read as far as norms need it."""
    (draft,) = drafts(plain.from_text(text), "0" * 64, language=language)
    return annotate(draft, BEFORE)


def instruments(language: str) -> list[Document]:
    rows = (json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines())
    return [instrument(row["text"], language) for row in rows if row["lang"] == language]


def provisions(documents: Sequence[Document]) -> list[str]:
    """The texts of all provisions that hold no others."""
    return [
        one.span.of(document.text) for document in documents for one in document.structure.walk() if not one.children
    ]


def seconds(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def norms(language: str) -> None:
    """Every instrument is read once: what was read before would be remembered word for word."""
    first, *documents = instruments(language)
    read_norms(first)
    texts = provisions(documents)
    mine = seconds(lambda: [read_norms(document) for document in documents])
    bare = seconds(lambda: list(nlp.parse(texts, language)))
    print(
        f"norms {language}: {len(texts) / mine:.0f} provisions/s (wanted 60), bare parser {len(texts) / bare:.0f}, "
        f"ratio {bare / mine:.2f}"
    )


def comparison() -> None:
    names = sorted(path.name.split(".")[0] for path in PAIRS.glob("*.en.txt"))
    pairs = [
        tuple(instrument((PAIRS / f"{name}.{language}.txt").read_text("utf-8"), language) for language in ("en", "ru"))
        for name in names
    ]
    pairs = [tuple(replace(one, norms=read_norms(one)) for one in pair) for pair in pairs]
    number = len(provisions([english for english, _ in pairs]))
    taken = seconds(lambda: [compare(*pair) for pair in pairs])
    print(f"compare: {number / taken:.0f} provisions/s, of texts already read")


def main() -> None:
    for language in ("en", "ru"):
        norms(language)
    comparison()


if __name__ == "__main__":
    main()
