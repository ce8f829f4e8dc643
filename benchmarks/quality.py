"""Quality on corpora that lie outside the project: `make evaluate-shared SHARED=folder`.

The folder holds data/ner (JSON lines with PER, ORG, LOC), data/norms (sentence and regulatory|constitutive),
data/treaties_en (nl_* files mark their headings with ###), data/treaties_ru and data/bilingual. What is not there is
left out.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from pipeline import analyse
from pipeline.evaluate import evaluate
from pipeline.model import Document, Statement

_ARTICLE = re.compile(r"^#{2,4}\s+art(?:icle)?\.?\s+(\w+)", re.IGNORECASE | re.MULTILINE)
_MARK = re.compile(r"^#{1,6}[ \t]*", re.MULTILINE)


def names(folder: Path) -> None:
    """Persons, organisations and places, exact spans."""
    for path in sorted(folder.glob("*.jsonl")):
        for score in evaluate("entities", path):
            print(f"{path.name:22} {score.kind:6} P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}")


def duties(folder: Path) -> None:
    """Whether a sentence lays a duty, a prohibition or a permission on somebody."""
    for path in sorted(folder.glob("*.jsonl")):
        right = found = gold = false = constitutive = 0
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            regulatory = row["gold"] == "regulatory"
            norms = [n for d in analyse(row["sentence"], language="en") for n in d.norms]
            ours = any(n.statement is Statement.PRESCRIPTIVE for n in norms)
            gold, found, right = gold + regulatory, found + ours, right + (ours and regulatory)
            constitutive, false = constitutive + (not regulatory), false + (ours and not regulatory)
        print(
            f"{path.name:22} regulatory F1 {2 * right / (gold + found):.3f}, "
            f"duties on constitutive {false / constitutive:.3f}"
        )


def articles(documents: Iterable[Document]) -> list[str]:
    return [p.number.lower() for d in documents for p in d.structure.walk() if p.kind == "article" and p.number]


def headings(folder: Path) -> None:
    """Article headings of the files that mark them, with the marks taken away."""
    right = found = gold = 0
    for path in sorted(folder.glob("nl_*.md")):
        text = path.read_text(encoding="utf-8")
        marked = [number.lower() for number in _ARTICLE.findall(text)]
        ours = articles(d for d in analyse(_MARK.sub("", text)) if d.language == "en")
        common = sum(min(marked.count(number), ours.count(number)) for number in set(marked))
        right, found, gold = right + common, found + len(ours), gold + len(marked)
    if gold:
        print(f"article headings       F1 {2 * right / (gold + found):.4f} ({right} of {gold}, {found} found)")


def chains(folder: Path) -> None:
    """Russian instruments: articles run from 1 without a gap."""
    for path in sorted(folder.glob("*.txt")):
        numbers = articles(analyse(path.read_text(encoding="utf-8-sig"), language="ru"))
        gap = next((i for i, number in enumerate(numbers, 1) if number != str(i)), None)
        print(f"{path.name:34} {len(numbers)} articles{'' if gap is None else f', not in order at {gap}'}")


def faithful(folder: Path) -> None:
    """Two authentic texts that say the same: every divergence is a false alarm."""
    from pipeline import compare

    english, russian = folder / "un_charter.en.txt", folder / "un_charter.ru.txt"
    if english.exists() and russian.exists():
        en, ru = (analyse(p.read_text(encoding="utf-8"), language=c)[0] for p, c in ((english, "en"), (russian, "ru")))
        told = compare(en, ru)
        aligned = len(told.aligned)
        share = 20 * len(told.divergences) / aligned
        print(f"charter en/ru          {len(told.divergences)} alarms on {aligned} provisions ({share:.2f} per 20)")


def main() -> None:
    data = Path(sys.argv[1]) / "data"
    for part, name in (
        (names, "ner"), (duties, "norms"), (headings, "treaties_en"), (chains, "treaties_ru"), (faithful, "bilingual"),
    ):  # fmt: skip
        if (data / name).is_dir():
            part(data / name)


if __name__ == "__main__":
    main()
