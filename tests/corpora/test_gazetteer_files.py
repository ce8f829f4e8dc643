"""The YAML files: what they hold, and what the builder refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.entities.aliases import digest
from pipeline.entities.gazetteer import FORMS, gazetteer
from pipeline.model import Kind
from pipeline.resources import corpora
from tests.support.gazetteers import compiled, run_builder

HEAD = "kind: organisation\nmatch: exact\nrows:\n"


def test_the_compiled_files_are_those_of_the_yaml_files() -> None:
    first = corpora("gazetteers", FORMS).read_text("utf-8").partition("\n")[0]
    assert first.endswith(digest(corpora("gazetteers")))


@pytest.mark.parametrize(("kind", "least"), [(Kind.COUNTRY, 200), (Kind.LOCATION, 1000)])
def test_there_are_enough_rows(kind: Kind, least: int) -> None:
    assert sum(gazetteer().row(i)["kind"] == kind for i in gazetteer().ids()) >= least


def test_every_row_has_a_source_and_a_name() -> None:
    known = gazetteer()
    rows = {i: known.row(i) for i in known.ids()}
    without = [i for i, row in rows.items() if not row.get("source") or not (known.names(i) or row.get("quoted"))]
    assert without == []


def test_countries_have_both_languages() -> None:
    known = gazetteer()
    countries = [i for i in known.ids() if i.startswith("country:")]
    assert [i for i in countries if not (known.label(i, "en") and known.label(i, "ru"))] == []


def test_the_country_of_a_place_is_known() -> None:
    known = gazetteer()
    rows = [known.row(i) for i in known.ids() if i.startswith("place:")]
    named = {str(row["country"]) for row in rows if row.get("country")}
    assert sorted(code for code in named if f"country:{code}" not in known) == []


def test_a_label_finds_its_own_entity() -> None:
    known = gazetteer()
    ids = [i for i in known.ids() if known.row(i)["kind"] in {Kind.COUNTRY, Kind.LOCATION}]
    labels = [(i, label) for i in ids for language in ("en", "ru") if (label := known.label(i, language))]
    assert [(i, label) for i, label in labels if i not in known.lookup(label)] == []


@pytest.mark.parametrize(
    ("rows", "complaint"),
    [
        ("  - id: org:A\n    en: [Alpha Body]\n    colour: red\n", "unknown key colour"),
        ("  - id: org:A\n    en: [Alpha Body]\n  - id: org:A\n    en: [Beta Body]\n", "the id stands twice"),
        ("  - id: place:A\n    en: [Alpha Body]\n", "not of the form org:KEY"),
        ("  - id: org:Ä\n    en: [Alpha Body]\n", "not of the form org:KEY"),
        ("  - id: org:A\n    en: ['|']\n", "not a name"),
        ("  - id: org:A\n    en: [12]\n", "not a name"),
        ("  - id: org:A\n    en: ['(Alpha) Body']\n", "begins with a letter"),
        ("  - en: [Alpha Body]\n", "a row needs an id"),
    ],
)
def test_the_builder_refuses(tmp_path: Path, rows: str, complaint: str) -> None:
    (tmp_path / "some.yaml").write_text(HEAD + rows, encoding="utf-8")
    done = run_builder(tmp_path)
    assert done.returncode == 1
    assert complaint in done.stderr
    assert not (tmp_path / FORMS).exists()


def test_the_builder_tells_clashes_and_common_words(tmp_path: Path) -> None:
    rows = "  - {id: org:A, en: [Alpha Body, Eagle], source: own}\n  - {id: org:B, en: [Alpha Body], source: own}\n"
    (tmp_path / "some.yaml").write_text(HEAD + rows, encoding="utf-8")
    out = run_builder(tmp_path).stdout
    assert "org:A and org:B: both are called 'Alpha Body'" in out
    assert "org:A: the name 'Eagle' is a common word" in out


def test_check_tells_stale_from_fresh_and_the_build_is_repeatable(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text(HEAD + "  - {id: org:A, ru: [Альфа-центр], source: own}\n", encoding="utf-8")
    assert run_builder(tmp_path, "--check").returncode == 1
    assert run_builder(tmp_path).returncode == 0
    first = (tmp_path / FORMS).read_bytes()
    assert run_builder(tmp_path, "--check").returncode == 0
    assert run_builder(tmp_path).returncode == 0
    assert (tmp_path / FORMS).read_bytes() == first
    path.write_text(HEAD + "  - {id: org:A, ru: [Бета-центр], source: own}\n", encoding="utf-8")
    assert run_builder(tmp_path, "--check").returncode == 1


def test_folded_rows_and_plurals(tmp_path: Path) -> None:
    row = "  - {id: substance:x, en: [blue powder], ru: [синий порошок], source: own}\n"
    yaml = f"kind: substance\nmatch: folded\nrows:\n{row}"
    known = compiled(tmp_path, substances=yaml)
    found = known.find("BLUE POWDER, blue powders, Синих порошков, синим ПОРОШКОМ")
    assert [m.entity_id for m in found] == ["substance:x"] * 4


def test_a_row_may_override_the_match_of_its_file(tmp_path: Path) -> None:
    yaml = HEAD + "  - {id: org:A, en: [Alpha], match: folded, source: own}\n  - {id: org:B, en: [Beta], source: own}\n"
    assert [m.entity_id for m in compiled(tmp_path, some=yaml).find("alpha beta Beta")] == ["org:A", "org:B"]
