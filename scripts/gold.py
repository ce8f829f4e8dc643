"""Compiles the marked texts of corpora/gold to JSON Lines and keeps the floors of tests/quality.

The marks are described in corpora/gold/README.md. Without options the compiled files are written anew; `--check` ends
with 1 when one is older than its sources; `--floors` measures and writes tests/quality/floors.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

GOLD = ROOT / "corpora" / "gold"
FLOORS = ROOT / "tests" / "quality" / "floors.json"
KINDS = ("entities", "norms")
HALVES = ("tuned", "held_out")

LABELS: Mapping[str, str] = {
    "country": "COUNTRY", "org": "ORGANISATION", "operation": "OPERATION", "treaty": "TREATY", "event": "EVENT",
    "person": "PERSON", "role": "ROLE", "substance": "SUBSTANCE", "quantity": "QUANTITY", "money": "MONEY",
    "date": "DATE", "place": "LOCATION", "organisation": "ORGANISATION", "location": "LOCATION",
}  # fmt: skip
"""Prefix of an id, or bare kind, to label."""
INNER = frozenset({"COUNTRY", "ORGANISATION", "OPERATION", "TREATY", "LOCATION"})
MODALITIES = frozenset(
    {"obligation", "prohibition", "permission", "right", "exemption", "aspiration", "definition", "power"}
)
RELATIONS = frozenset({"within", "before", "not_later_than", "after", "every", "on"})

_TOKEN = re.compile(r"\[\[|\|(?P<tag>[^\[\]|]{1,120})\]\]|\{\{|\}\}|<<(?P<eid>[^<>]{1,60})>>")
_DEADLINE = re.compile(r"(?P<relation>[a-z_]+) (?P<iso>P[0-9TYMWDH]+|\d{4}-\d\d-\d\d)")


class MarkError(ValueError):
    """A mark that cannot be read; the message names the file."""


@dataclass(frozen=True)
class Mark:
    """A marked span of the plain text; `depth` counts the marks around it."""

    start: int
    end: int
    tag: str
    depth: int


@dataclass
class Marked:
    """A text without its marks, and what the marks said."""

    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    ignore: list[tuple[int, int]] = field(default_factory=list)
    provisions: list[tuple[int, str]] = field(default_factory=list)


def read_marks(source: str, name: str) -> Marked:
    """The plain text and the marks of `source`; raises MarkError where marks do not pair."""
    read, opened, ignored, at = Marked(), [], [], 0
    for token in _TOKEN.finditer(source):
        read.text += source[at : token.start()]
        at = token.end()
        here = len(read.text)
        if token["eid"]:
            read.provisions.append((here, token["eid"]))
        elif token.group() in ("[[", "{{"):
            (opened if token.group() == "[[" else ignored).append(here)
        elif not (opened if token["tag"] else ignored):
            raise MarkError(f"{name}: {token.group()!r} closes nothing, near {read.text[-40:]!r}")
        elif token["tag"]:
            read.marks.append(Mark(opened.pop(), here, token["tag"], len(opened)))
        else:
            read.ignore.append((ignored.pop(), here))
    read.text += source[at:]
    if opened or ignored or "[[" in read.text or "]]" in read.text:
        raise MarkError(f"{name}: a mark is not closed")
    read.marks.sort(key=lambda one: (one.start, -one.end))
    return read


def compile_entities(source: str, name: str) -> dict[str, Any]:
    """One gold line of a text with entity marks."""
    read = read_marks(source, name)
    outer, inner = [], []
    for mark in read.marks:
        row = _entity(mark, name)
        if mark.depth and row["label"] not in INNER:
            raise MarkError(f"{name}: a {row['label']} is never inside another mention")
        (inner if mark.depth else outer).append(row)
    ranges = [{"start": start, "end": end} for start, end in read.ignore]
    return {"id": name, "lang": name[:2], "text": read.text, "entities": outer, "inner": inner, "ignore": ranges}


def _entity(mark: Mark, name: str) -> dict[str, Any]:
    prefix, _, key = mark.tag.partition(":")
    if prefix not in LABELS:
        raise MarkError(f"{name}: no kind {mark.tag!r}")
    return {"start": mark.start, "end": mark.end, "label": LABELS[prefix], "id": mark.tag if key else None}


def compile_norms(source: str, name: str) -> dict[str, Any]:
    """One gold line of an instrument with marked provisions and norms."""
    read = read_marks(source, name)
    norms = [_norm(mark, read, name) for mark in read.marks]
    provisions = [eid for _, eid in read.provisions]
    if len(set(provisions)) < len(provisions):
        raise MarkError(f"{name}: a provision id stands twice")
    return {"id": name, "lang": name[:2], "text": read.text, "provisions": provisions, "norms": norms}


def _norm(mark: Mark, read: Marked, name: str) -> dict[str, Any]:
    modality, bearer, limit = ([part.strip() for part in mark.tag.split(";")] + ["", ""])[:3]
    deadline = _DEADLINE.fullmatch(limit)
    if modality not in MODALITIES or (limit and (not deadline or deadline["relation"] not in RELATIONS)):
        raise MarkError(f"{name}: no norm is marked {mark.tag!r}")
    bearer, _, words = (part.strip() for part in bearer.partition("="))
    eids = [eid for start, eid in read.provisions if start <= mark.start]
    return {
        "start": mark.start,
        "end": mark.end,
        "eid": eids[-1] if eids else None,
        "modality": modality,
        "bearer": bearer or None,
        "bearer_text": words or None,
        "deadline": deadline["iso"] if deadline else None,
        "relation": deadline["relation"] if deadline else None,
    }


def compiled() -> Iterator[tuple[Path, str]]:
    """Every compiled file with what it should hold."""
    for kind, compile_one in zip(KINDS, (compile_entities, compile_norms), strict=True):
        for half in HALVES:
            lines = [
                json.dumps(compile_one(path.read_text(encoding="utf-8"), path.stem), ensure_ascii=False)
                for path in sorted((GOLD / kind / half).glob("*.txt"))
            ]
            yield GOLD / kind / f"{half}.jsonl", "".join(f"{line}\n" for line in lines)


def stale() -> list[Path]:
    """Compiled files that differ from what their sources give."""
    return [path for path, text in compiled() if not path.is_file() or path.read_text(encoding="utf-8") != text]


# --- floors --------------------------------------------------------------------------------------------------------


def measure(kind: str, gold: Path) -> dict[str, float]:
    """Every figure that has a floor: F1 by kind, micro F1 by language, id and bearer accuracy; four places."""
    return _measure_entities(gold) if kind == "entities" else _measure_norms(gold)


def _measure_entities(gold: Path) -> dict[str, float]:
    from pipeline.evaluate import predict, read_gold, score

    pairs = [(text, predict(text)) for text in read_gold(gold)]
    rows = score(pairs)
    figures = {row.kind: row.f1 for row in rows}
    figures["id_accuracy"] = next(row.id_accuracy or 0.0 for row in rows if row.kind == "micro")
    for lang in sorted({text.lang for text, _ in pairs}):
        rows = score(pair for pair in pairs if pair[0].lang == lang)
        figures[f"micro_{lang}"] = next(row.f1 for row in rows if row.kind == "micro")
    return {name: round(value, 4) for name, value in figures.items()}


def _measure_norms(gold: Path) -> dict[str, float]:
    from pipeline.evaluate_norms import analysed, score_norms, score_structure

    pairs = analysed(gold)
    figures = {row.kind: row.f1 for row in (*score_norms(pairs), *score_structure(pairs))}
    for lang in sorted({text.lang for text, _ in pairs}):
        rows = score_norms([pair for pair in pairs if pair[0].lang == lang])
        figures[f"micro_{lang}"] = next(row.f1 for row in rows if row.kind == "micro")
    return {name: round(value, 4) for name, value in figures.items()}


def measured() -> dict[str, dict[str, Any]]:
    """The figures of all four gold files, each with the hash of the file."""
    return {
        f"{kind}/{half}": {
            "sha256": hashlib.sha256((GOLD / kind / f"{half}.jsonl").read_bytes()).hexdigest(),
            "figures": measure(kind, GOLD / kind / f"{half}.jsonl"),
        }
        for kind in KINDS
        for half in HALVES
    }


def fallen(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """What would be lowered, one line each; a figure that is gone has fallen too."""
    lines = []
    for name, part in old.items():
        figures = new.get(name, {"figures": {}})["figures"]
        for figure, floor in part["figures"].items():
            if figures.get(figure, -1.0) < floor:
                lines.append(f"{name} {figure}: {floor} -> {figures.get(figure)}")
    return lines


def write_floors(lower: bool) -> int:
    old = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    new = measured()
    lowered = fallen(old, new)
    for line in lowered:
        print(line)
    if lowered and not lower:
        print("floors are lowered with --lower only")
        return 1
    FLOORS.parent.mkdir(parents=True, exist_ok=True)
    FLOORS.write_text(json.dumps(new, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="end with 1 when a compiled file is stale")
    parser.add_argument("--floors", action="store_true", help="measure, and write tests/quality/floors.json")
    parser.add_argument("--lower", action="store_true", help="let --floors lower a figure")
    arguments = parser.parse_args()
    if arguments.check:
        old = stale()
        for path in old:
            print(f"{path.relative_to(ROOT)}: older than its sources; run: python scripts/gold.py")
        return bool(old)
    if arguments.floors:
        return write_floors(arguments.lower)
    for path, text in compiled():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
