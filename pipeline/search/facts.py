"""Sums over facts: how much was seized of what, how many were arrested."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

_MEASURED = frozenset({"g", "l", "m2", "m3"})
"""Units that are added up for each substance; persons and things are counted together."""

Key = tuple[str, str, str]


def sums(facts: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """One row for each kind, unit and substance of the given facts, largest number of facts first.

    A part of another fact's amount is not counted again, nor is a fact that a source tells in both its languages. The
    lower end of a range counts; the same event told by two sources counts twice.
    """
    added: dict[Key, tuple[float, int]] = {}
    for (_, key, value), count in _told_once(facts).items():
        whole, number = added.get(key, (0.0, 0))
        added[key] = (whole + value * count, number + count)
    ordered = sorted(added.items(), key=lambda item: (-item[1][1], item[0]))
    return [
        {"kind": kind, "unit": unit, "of": of or None, "value": value, "facts": count}
        for (kind, unit, of), (value, count) in ordered
    ]


def _told_once(facts: Iterable[Mapping[str, Any]]) -> dict[tuple[str, Key, float], int]:
    """How often each source tells each amount: in that of its languages that tells it most often."""
    told: defaultdict[tuple[str, Key, float], Counter[str]] = defaultdict(Counter)
    for fact in facts:
        amount = fact["amount"]
        if amount is None or fact["part"]:
            continue
        source, _, language = str(fact["document_id"]).rpartition("-")
        of = fact["of"] if amount["unit"] in _MEASURED else ""
        key = (str(fact["kind"]), str(amount["unit"]), str(of or ""))
        told[source, key, float(amount["value"])][language] += 1
    return {one: max(languages.values()) for one, languages in told.items()}
