"""Sums of facts: what is counted, and what only once."""

from __future__ import annotations

from typing import Any

from pipeline.search.facts import sums


def fact(document: str, grams: float, *, of: str = "substance:heroin", part: bool = False) -> dict[str, Any]:
    amount = {"value": grams, "unit": "g"}
    return {"kind": "seizure", "amount": amount, "of": of, "part": part, "document_id": document}


def heroin(*facts: dict[str, Any]) -> tuple[float, int]:
    (row,) = [row for row in sums(facts) if row["of"] == "substance:heroin"]
    return row["value"], row["facts"]


def test_both_languages_of_a_source_count_once() -> None:
    assert heroin(fact("ab12-en", 500.0), fact("ab12-ru", 500.0)) == (500.0, 1)


def test_what_only_one_language_tells_counts() -> None:
    told = (fact("ab12-en", 500.0), fact("ab12-ru", 500.0), fact("ab12-ru", 70.0))
    assert heroin(*told) == (570.0, 2)


def test_equal_amounts_of_one_language_are_events_of_their_own() -> None:
    told = (fact("ab12-en", 500.0), fact("ab12-en", 500.0), fact("ab12-ru", 500.0))
    assert heroin(*told) == (1000.0, 2)


def test_two_sources_count_twice_and_parts_never() -> None:
    told = (fact("ab12-en", 500.0), fact("cd34-ru", 500.0), fact("cd34-ru", 20.0, part=True))
    assert heroin(*told) == (1000.0, 2)
    assert sums([]) == []
