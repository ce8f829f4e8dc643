"""The measure itself: exact and overlapping hits, ids, ignored ranges, coarse gold, malformed files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.errors import ConfigurationError, UnreadableError
from pipeline.evaluate import GoldEntity, GoldText, evaluate, read_gold, score
from pipeline.model import Kind, Layer, Mention, Span


def mention(start: int, end: int, kind: Kind, entity_id: str | None = None, inner: tuple[Mention, ...] = ()) -> Mention:
    return Mention(Span(start, end), "x" * (end - start), kind, entity_id, Layer.GRAMMAR, "test", inner)


def gold(*entities: GoldEntity, **more: object) -> GoldText:
    return GoldText("t", "en", "x" * 100, entities, **more)  # type: ignore[arg-type]


def test_exact_and_overlapping_hits() -> None:
    country = GoldEntity(0, 5, "COUNTRY", "country:KZ")
    text = gold(country, GoldEntity(10, 20, "organisation"), GoldEntity(30, 40, "date"))
    found = (mention(0, 5, Kind.COUNTRY, "country:KZ"), mention(12, 20, Kind.ORGANISATION))
    rows = {row.kind: row for row in score([(text, found)])}
    assert (rows["country"].precision, rows["country"].recall, rows["country"].id_accuracy) == (1.0, 1.0, 1.0)
    assert (rows["organisation"].f1, rows["organisation"].overlapping_f1) == (0.0, 1.0)
    assert (rows["micro"].exact, rows["micro"].found, rows["micro"].gold) == (1, 2, 3)
    assert rows["micro"].f1 == pytest.approx(0.4)


def test_wrong_id_is_a_hit_but_not_linked() -> None:
    rows = score([(gold(GoldEntity(0, 5, "country", "country:KZ")), (mention(0, 5, Kind.COUNTRY, "country:KG"),))])
    assert rows[0].f1 == 1.0
    assert rows[0].id_accuracy == 0.0


def test_ignored_ranges_count_neither_way() -> None:
    text = gold(GoldEntity(0, 5, "country"), GoldEntity(50, 60, "organisation"), ignore=((45, 70),))
    rows = score([(text, (mention(0, 5, Kind.COUNTRY), mention(46, 48, Kind.PERSON)))])
    assert [(row.kind, row.gold, row.found) for row in rows] == [("country", 1, 1), ("micro", 1, 1)]


def test_inner_mentions_have_their_row() -> None:
    text = gold(GoldEntity(0, 30, "organisation"), inner=(GoldEntity(20, 30, "country", "country:GE"),))
    outer = mention(0, 30, Kind.ORGANISATION, inner=(mention(20, 30, Kind.COUNTRY, "country:GE"),))
    inner = score([(text, (outer,))])[-1]
    assert (inner.kind, inner.f1, inner.id_accuracy) == ("inner", 1.0, 1.0)


def test_coarse_gold_takes_countries_as_places_and_looks_into_roles() -> None:
    text = gold(GoldEntity(0, 5, "LOC"), GoldEntity(20, 30, "ORG"))
    role = mention(10, 30, Kind.ROLE, inner=(mention(20, 30, Kind.ORGANISATION),))
    rows = {row.kind: row for row in score([(text, (mention(0, 5, Kind.COUNTRY), role, mention(40, 45, Kind.DATE)))])}
    assert rows.keys() == {"LOC", "ORG", "micro"}
    assert rows["micro"].f1 == 1.0


@pytest.mark.model
def test_a_gold_file_from_end_to_end(tmp_path: Path) -> None:
    text = "Mongolia seized 36 kg of heroin."
    entities = [
        {"start": 0, "end": 8, "label": "country", "id": "country:MN"},
        {"start": 16, "end": 21, "label": "quantity"},
        {"start": 25, "end": 31, "label": "substance", "id": "substance:heroin"},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "1", "lang": "en", "text": text, "entities": entities}) + "\n", encoding="utf-8")
    micro = evaluate("entities", path)[-1]
    assert micro.row() == {
        "kind": "micro", "gold": 3, "found": 3, "precision": 1.0, "recall": 1.0, "f1": 1.0, "overlapping_f1": 1.0,
        "id_accuracy": 1.0,
    }  # fmt: skip


OUTSIDE = '{"id": "1", "lang": "en", "text": "ab", "entities": [{"start": 1, "end": 9, "label": "date"}]}'


@pytest.mark.parametrize("line", ["{", '{"id": 1}', OUTSIDE])
def test_a_malformed_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"gold\.jsonl:1"):
        list(read_gold(path))


def test_missing_file_and_unknown_kind(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        evaluate("entities", tmp_path / "none.jsonl")
    with pytest.raises(ConfigurationError, match="nothing evaluates"):
        evaluate("weather", tmp_path / "none.jsonl")
