"""Sums over facts: how much was seized of what, how many were arrested."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def sums(facts: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """One row for each kind, unit and substance of the given facts, largest number of facts first.

    A part of another fact's amount is not counted again. The lower end of a range counts; the same event told by two
    documents counts twice.
    """
    added: dict[tuple[str, str, str], tuple[float, int]] = {}
    for fact in facts:
        amount = fact["amount"]
        if amount is None or fact["part"]:
            continue
        of = fact["of"] if amount["unit"] in {"g", "l", "m2", "m3"} else ""
        key = (str(fact["kind"]), str(amount["unit"]), str(of or ""))
        value, count = added.get(key, (0.0, 0))
        added[key] = (value + float(amount["value"]), count + 1)
    ordered = sorted(added.items(), key=lambda item: (-item[1][1], item[0]))
    return [
        {"kind": kind, "unit": unit, "of": of or None, "value": value, "facts": count}
        for (kind, unit, of), (value, count) in ordered
    ]
