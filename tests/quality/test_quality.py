"""No figure measured on corpora/gold falls below its floor, and the floors belong to the gold that is there."""

from __future__ import annotations

import hashlib
import json

import pytest

from scripts import gold

FLOORS = json.loads(gold.FLOORS.read_text(encoding="utf-8"))
SLACK = 0.005
"""What a figure may lose by rounding and by one changed tie."""


def test_every_gold_file_has_floors_measured_on_it() -> None:
    files = {f"{kind}/{half}": gold.GOLD / kind / f"{half}.jsonl" for kind in gold.KINDS for half in gold.HALVES}
    hashes = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}
    assert {name: part["sha256"] for name, part in FLOORS.items()} == hashes


@pytest.mark.model
@pytest.mark.parametrize("name", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(name: str) -> None:
    figures = gold.measure(name.partition("/")[0], gold.GOLD / f"{name}.jsonl")
    below = {
        figure: (figures.get(figure), floor)
        for figure, floor in FLOORS[name]["figures"].items()
        if figures.get(figure, 0.0) < floor - SLACK
    }
    assert not below, f"{name}: measured and floor {below}"
