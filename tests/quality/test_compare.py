"""Pairs of our own, as freely rendered as treaties are: hardly a false alarm, and what is changed in them is found."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import yaml

from pipeline.bilingual import Comparison, Divergence, compare
from pipeline.model import Document
from pipeline.structure import read_structure
from tests.support.structure import document

PAIRS = Path(__file__).parent / "parallel"
CHANGES: dict[str, list[tuple[str, str, str, str]]] = yaml.safe_load((PAIRS / "changes.yaml").read_text("utf-8"))
ALARMS = 1 / 20  # for each provision
FOUND = 0.83
SURE = {"negation": 0.93, "modality": 0.9, "deadline": 0.95, "number": 1.0}
Found = tuple[str, str, str]


def text(name: str, language: str) -> str:
    return (PAIRS / f"{name}.{language}.txt").read_text("utf-8")


@cache
def analysed(said: str, language: str) -> Document:
    made = document(said, language)
    return replace(made, structure=read_structure(made))


def compared(name: str, english: str = "", russian: str = "") -> Comparison:
    return compare(analysed(english or text(name, "en"), "en"), analysed(russian or text(name, "ru"), "ru"))


def named(divergence: Divergence) -> Found:
    return divergence.kind, divergence.eid, divergence.detail


def provisions(name: str) -> int:
    return sum(not p.children for p in analysed(text(name, "en"), "en").structure.walk())


def told(name: str, language: str, old: str, new: str) -> bool:
    """Does the comparison tell the change, at its place, when it was silent before?"""
    whole = text(name, language)
    assert whole.count(old) == 1, old
    changed = whole.replace(old, new)
    silent = {named(d) for d in compared(name).divergences}
    result = compared(name, **{{"en": "english", "ru": "russian"}[language]: changed})
    at = range(whole.index(old), whole.index(old) + len(new))
    sides = [d.english if language == "en" else d.russian for d in result.divergences if named(d) not in silent]
    return any(side is not None and side.start <= at.stop and at.start <= side.end for side in sides)


def test_faithful_pairs_raise_hardly_an_alarm() -> None:
    alarms = [(name, *named(d)) for name in CHANGES for d in compared(name).divergences]
    assert len(alarms) <= ALARMS * sum(map(provisions, CHANGES)), alarms
    assert all(not compared(name).unaligned for name in CHANGES)


def test_changes_of_a_word_are_found() -> None:
    rows = [(name, *row) for name, changes in CHANGES.items() for row in changes]
    found = [(kind, told(name, language, old, new)) for name, language, kind, old, new in rows]
    total, right = Counter(kind for kind, _ in found), Counter(kind for kind, hit in found if hit)
    assert right.total() >= FOUND * total.total(), right
    assert {kind: right[kind] / total[kind] for kind in SURE if right[kind] < SURE[kind] * total[kind]} == {}
