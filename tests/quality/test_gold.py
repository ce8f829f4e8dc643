"""The marks of gold texts, the compiled files, and what refuses to be compiled."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.entities.gazetteer import gazetteer
from scripts import gold

ROOT = Path(gold.__file__).resolve().parents[1]


def lines(kind: str, half: str) -> list[dict]:
    return [json.loads(line) for line in (gold.GOLD / kind / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()]


def every_entity_text() -> list[dict]:
    return [text for half in gold.HALVES for text in lines("entities", half)]


def test_compiled_files_are_fresh() -> None:
    assert subprocess.run([sys.executable, "scripts/gold.py", "--check"], cwd=ROOT, check=False).returncode == 0


def test_nested_marks_give_outer_and_inner() -> None:
    marked = "The [[[[SCO|org:SCO]] Charter|treaty:SCO-CHARTER]] of\u00a0{{[[Riga|place:riga]]}}."
    row = gold.compile_entities(marked, "en-x")
    assert row["text"] == "The SCO Charter of\u00a0Riga."
    assert [(row["text"][one["start"] : one["end"]], one["label"], one["id"]) for one in row["entities"]] == [
        ("SCO Charter", "TREATY", "treaty:SCO-CHARTER"),
        ("Riga", "LOCATION", "place:riga"),
    ]
    assert row["inner"] == [{"start": 4, "end": 7, "label": "ORGANISATION", "id": "org:SCO"}]
    assert row["ignore"] == [{"start": 19, "end": 23}]


def test_a_norm_belongs_to_the_provision_it_stands_in() -> None:
    row = gold.compile_norms(
        "<<art_1>>Article 1\n<<art_1__para_1>>1. [[She shall go|obligation; envoy = посланник; before P2W]].", "en-x"
    )
    assert row["provisions"] == ["art_1", "art_1__para_1"]
    norm = row["norms"][0]
    assert row["text"][norm["start"] : norm["end"]] == "She shall go"
    assert [norm[key] for key in ("eid", "bearer", "bearer_text", "deadline", "relation")] == [
        "art_1__para_1", "envoy", "посланник", "P2W", "before",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "source",
    ["[[Riga", "Riga|place:riga]]", "[[Riga|town]]", "{{Riga", "[[of [[Anna|person]]|role]]"],
)
def test_broken_marks_are_refused(source: str) -> None:
    with pytest.raises(gold.MarkError, match="en-x"):
        gold.compile_entities(source, "en-x")


@pytest.mark.parametrize("tag", ["duty", "obligation; envoy; soon", "obligation; envoy; near P3D"])
def test_a_norm_needs_a_known_modality_and_limit(tag: str) -> None:
    with pytest.raises(gold.MarkError):
        gold.compile_norms(f"[[She shall go|{tag}]]", "en-x")


def test_each_half_has_seven_texts_or_more_of_each_language_and_all_kinds() -> None:
    for half in gold.HALVES:
        texts = lines("entities", half)
        languages = [text["lang"] for text in texts]
        assert min(languages.count("en"), languages.count("ru")) >= 7
        assert {one["label"] for text in texts for one in text["entities"]} == set(gold.LABELS.values())


def test_outer_mentions_do_not_overlap_and_hold_the_inner_ones() -> None:
    for text in every_entity_text():
        outer = [(one["start"], one["end"]) for one in text["entities"]]
        assert all(end <= start for (_, end), (start, _) in pairwise(outer)), text["id"]
        assert all(any(start <= one["start"] and one["end"] <= end for start, end in outer) for one in text["inner"]), (
            text["id"]
        )
        for one in (*text["entities"], *text["inner"]):
            words = text["text"][one["start"] : one["end"]]
            assert words == words.strip(), (text["id"], words)


def test_every_id_is_a_row_of_a_gazetteer() -> None:
    rows = gazetteer()
    unknown = {
        one["id"]
        for text in every_entity_text()
        for one in (*text["entities"], *text["inner"])
        if one["id"] and not one["id"].startswith("date:") and one["id"] not in rows
    }
    assert not unknown


def test_bilingual_instruments_hold_the_same_norms() -> None:
    for half in gold.HALVES:
        rows = {row["id"]: row for row in lines("norms", half)}
        pairs = [(rows[name], rows[f"ru{name[2:]}"]) for name in rows if name[:2] == "en" and f"ru{name[2:]}" in rows]
        assert len(pairs) >= 2
        for english, russian in pairs:
            assert len(english["provisions"]) == len(russian["provisions"])
            slots = ("modality", "bearer", "deadline", "relation")
            assert [[one[slot] for slot in slots] for one in english["norms"]] == [
                [one[slot] for slot in slots] for one in russian["norms"]
            ]


def test_a_lower_figure_or_a_lost_one_has_fallen() -> None:
    old = {"norms/tuned": {"figures": {"micro": 0.9, "right": 1.0}}}
    assert gold.fallen(old, {"norms/tuned": {"figures": {"micro": 0.91, "right": 1.0, "new": 0.1}}}) == []
    assert gold.fallen(old, {"norms/tuned": {"figures": {"micro": 0.89}}}) == [
        "norms/tuned micro: 0.9 -> 0.89",
        "norms/tuned right: 1.0 -> None",
    ]
