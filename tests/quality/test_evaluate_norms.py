"""How norms and structure are counted."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import UnreadableError
from pipeline.evaluate_norms import (
    FoundNorm,
    GoldNorm,
    evaluate_norms,
    evaluate_structure,
    pair_up,
    read_instruments,
    same_bearer,
    same_time,
)

TEXT = (
    "AGREEMENT between the Republic of Malta and Ireland\n\nThe Republic of Malta and Ireland (the Parties) "
    "have agreed as follows:\n\nArticle 1\n\n1. The Parties shall exchange lists within 30 days.\n\n"
    "2. Neither Party shall disclose the lists.\n\n"
    "Article 2\n\nThis Agreement shall enter into force on signature.\n"
)


def gold(start: int, end: int, modality: str = "obligation", **slots: str) -> GoldNorm:
    return GoldNorm(start, end, "art_1", modality, **slots)


def found(start: int, end: int, modality: str = "obligation", bearer: str | None = None) -> FoundNorm:
    return FoundNorm(start, end, modality, bearer, None, None)


def test_half_of_the_shorter_span_is_enough() -> None:
    assert pair_up([gold(0, 100)], [found(90, 110)]) == {0: 0}
    assert pair_up([gold(0, 100)], [found(91, 110)]) == {}


def test_pairs_are_one_to_one_and_the_best_comes_first() -> None:
    assert pair_up([gold(0, 10), gold(10, 20)], [found(5, 15), found(0, 10)]) == {0: 1, 1: 0}
    assert pair_up([gold(0, 10)], [found(0, 10), found(0, 10)]) == {0: 0}


def test_modality_must_agree_unless_any_will_do() -> None:
    assert pair_up([gold(0, 10, "right")], [found(0, 10, "power")]) == {}
    assert pair_up([gold(0, 10, "right")], [found(0, 10, "power")], any_modality=True) == {0: 0}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("P2W", "P14D", True), ("P1M", "P30D", False), (None, None, True), ("P3D", None, False), ("PT6H", "PT6H", True)],
)
def test_weeks_are_days_and_months_are_not(one: str | None, other: str | None, same: bool) -> None:
    assert same_time(one, other) is same


@pytest.mark.parametrize(
    ("bearer", "same"),
    [
        ("joint_commission", True),
        ("Joint Commissions", True),
        ("Смешанная комиссия", True),
        ("all_parties", False),
        (None, False),
    ],
)
def test_a_bearer_may_be_named_in_the_words_of_the_text(bearer: str | None, same: bool) -> None:
    one = gold(0, 9, bearer="joint_commission", bearer_text="смешанная комиссия")
    assert same_bearer(one, found(0, 9, bearer=bearer)) is same


@pytest.mark.parametrize(
    ("named", "same"),
    [("aao", True), ("Agency of Arid Oases", True), ("agency", True), ("oases", False), ("org:AAO", True)],
)
def test_a_bearer_known_by_an_id_may_be_called_by_it_or_as_the_text_calls_it(named: str, same: bool) -> None:
    read = replace(found(0, 9, bearer="org:AAO"), bearer_text="the Agency of Arid Oases")
    assert same_bearer(gold(0, 9, bearer=named), read) is same


@pytest.mark.model
def test_a_small_instrument_is_scored(tmp_path: Path) -> None:
    first, second = TEXT.index("The Parties shall"), TEXT.index("Neither Party")
    norms = [
        {"start": first, "end": first + 50, "eid": "art_1__para_1", "modality": "obligation", "bearer": "all_parties",
         "deadline": "P30D", "relation": "within"},
        {"start": second, "end": second + 40, "eid": "art_1__para_2", "modality": "permission", "bearer": "each_party"},
    ]  # fmt: skip
    provisions = ["art_1", "art_1__para_1", "art_1__para_2", "art_3"]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "x", "lang": "en", "text": TEXT, "provisions": provisions, "norms": norms}))
    rows = {row.kind: row for row in (*evaluate_norms(path), *evaluate_structure(path))}
    assert (rows["micro"].gold, rows["micro"].found, rows["micro"].exact, rows["micro"].overlapping) == (2, 2, 1, 2)
    assert rows["obligation"].f1 == 1.0
    assert rows["prohibition"].precision == 0.0
    assert rows["permission"].recall == 0.0
    assert (rows["deadline"].gold, rows["deadline"].exact, rows["relation"].exact) == (1, 1, 1)
    assert rows["bearer"].exact == rows["bearer"].gold == 1
    assert (rows["structure"].gold, rows["structure"].found, rows["structure"].exact) == (4, 4, 3)


OUTSIDE = {"start": 0, "end": 9, "eid": None, "modality": "right"}


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"id": 1}',
        json.dumps({"id": "x", "lang": "en", "text": "a", "provisions": [], "norms": [OUTSIDE]}),
    ],
)
def test_a_malformed_line_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{line}\n")
    with pytest.raises(UnreadableError, match=r"gold\.jsonl:2"):
        list(read_instruments(path))


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        evaluate_norms(tmp_path / "none.jsonl")
