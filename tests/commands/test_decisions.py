"""Decisions, facts and entities on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import dragoman, ingest

RELEASE = """Border service reports

DUSHANBE, 12 March 2015 – Officers of Tajikistan seized 212 kg of heroin and detained 4 suspects, Zafar Nurov said.

In 2014 Norway donated 15 vehicles to UNODC. Nurov thanked CARICC for its help with the seizure of 3 tons of hashish.
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder with one release, and a data directory that has read it."""
    folder, data = tmp_path_factory.mktemp("in"), tmp_path_factory.mktemp("data")
    (folder / "release.txt").write_text(RELEASE, encoding="utf-8")
    ingest(data, folder)
    return folder, data


def test_decisions_survive_and_renew_once(corpus: tuple[Path, Path], tmp_path: Path) -> None:
    folder, data = corpus
    ran = dragoman(data, "decisions", "merge", "org:OUR-CENTRE", "org:CARICC", "--reason", "one body")
    assert ran.out == ""
    assert "decisions.yaml" in ran.err
    dragoman(data, "backup", tmp_path / "copy")
    assert (tmp_path / "copy.decisions.yaml").read_bytes() == (data / "decisions.yaml").read_bytes()
    report = ingest(data, folder)
    assert (report["unchanged"], report["renewed"], report["failed"]) == (1, 1, 0)
    assert ingest(data, folder)["renewed"] == 0
    assert ingest(data, folder, "--force")["failed"] == 0
    found = dragoman(data, "entities", "--kind", "organisation", "--format", "json").json()
    assert "org:OUR-CENTRE" in {entity["id"] for entity in found["entities"]}
    shown = dragoman(data, "show", str(folder / "release.txt"), "--why")
    assert "merged from org:CARICC" in shown.out
    listed = dragoman(data, "decisions", "list", "--format", "json").json()
    assert listed["decisions"] == [{"decision": "merge", "of": "org:CARICC", "into": "org:OUR-CENTRE", "where": ""}]


def test_a_wrong_decision_is_refused_with_exit_12(corpus: tuple[Path, Path], tmp_path: Path) -> None:
    folder, data = corpus
    assert "different kinds" in dragoman(data, "decisions", "merge", "org:A", "person:b", code=12).err
    dragoman(data, "decisions", "split", "person:a", "person:b", code=12)
    (tmp_path / "decisions.yaml").write_text("merge: nonsense\n", encoding="utf-8")
    assert "a list is needed" in dragoman(tmp_path, "ingest", folder, code=12).err


def test_facts_are_listed_with_sums(corpus: tuple[Path, Path]) -> None:
    _, data = corpus
    found = dragoman(data, "facts", "--format", "json").json()
    told = {(hit["kind"], hit["amount"]["value"], hit["of"], hit["actor"]) for hit in found["hits"]}
    assert ("seizure", 212_000.0, "substance:heroin", "country:TJ") in told
    assert ("contribution", 15.0, "vehicles", "country:NO") in told
    assert found["total"] == len(found["hits"]) == 4
    assert {"kind": "seizure", "unit": "g", "of": "substance:heroin", "value": 212_000.0, "facts": 1} in found["sums"]
    heavy = dragoman(data, "facts", "fact:seizure quantity:>=1т", "--format", "json").json()
    assert [hit["of"] for hit in heavy["hits"]] == ["substance:hashish"]
    assert heavy["hits"][0]["place_inferred"] is True
    assert "212 kg" in dragoman(data, "facts", "substance:героин").out
    first = dragoman(data, "facts", "--limit", "1", "--format", "json").json()
    assert (len(first["hits"]), first["sums"]) == (1, found["sums"])
    (gift,) = dragoman(data, "facts", "fact:contribution org:UNODC", "--format", "json").json()["hits"]
    assert (gift["actor"], gift["recipient"]) == ("country:NO", "org:UNODC")
    assert dragoman(data, "facts", "--format", "csv").out.startswith("kind,amount,of,actor")
    assert "is no unit" in dragoman(data, "facts", "quantity:5parsecs", code=2).err


def test_entities_in_the_shape_of_followthemoney(corpus: tuple[Path, Path]) -> None:
    _, data = corpus
    lines = [json.loads(line) for line in dragoman(data, "entities", "--as", "ftm").out.splitlines()]
    by_id = {line["id"]: line for line in lines}
    assert by_id["country:TJ"]["schema"] == "PublicBody"
    assert by_id["country:TJ"]["properties"]["country"] == ["tj"]
    person = next(line for line in lines if line["schema"] == "Person")
    assert person["properties"]["name"] == [person["caption"]]
    assert person["first_seen"] == "2015-03-12"
    assert not any(line["id"].startswith(("substance:", "date:")) for line in lines)


def test_doctor_lists_doubtful_names_when_asked(corpus: tuple[Path, Path]) -> None:
    from pipeline.entities.gazetteer import clashes

    _, data = corpus
    found = dragoman(data, "doctor", "--verbose", "--format", "json", code=None).json()["findings"]
    assert set(clashes()) <= {finding["advice"] for finding in found}
    short = dragoman(data, "doctor", "--format", "json", code=None).json()["findings"]
    assert sum(finding["what"] == "gazetteers" for finding in short) >= 1
    assert len(short) < len(found) or len(clashes()) < 2


def test_a_decided_name_finds_what_it_stands_for(corpus: tuple[Path, Path]) -> None:
    folder, data = corpus
    dragoman(data, "decisions", "alias", "The Almaty Bureau", "org:CARICC")
    ingest(data, folder)
    assert dragoman(data, "search", 'org:"The Almaty Bureau"', "--format", "json").json()["total"] >= 1
    assert dragoman(data, "search", "Almaty Bureau", "--format", "json").json()["total"] == 0
    assert dragoman(data, "facts", 'org:"The Almaty Bureau"', "--format", "json", code=0).json()["total"] >= 0


def test_what_a_seizure_is_worth_is_told(tmp_path: Path) -> None:
    folder, data = tmp_path / "in", tmp_path / "data"
    folder.mkdir()
    text = "OSH, 9 March 2016 – Customs officers seized 40 kg of heroin worth 2 million dollars in Osh.\n"
    (folder / "release.txt").write_text(text, encoding="utf-8")
    ingest(data, folder)
    (hit,) = dragoman(data, "facts", "--format", "json").json()["hits"]
    assert (hit["amount"]["value"], hit["worth"]["value"], hit["worth"]["unit"]) == (40_000.0, 2_000_000.0, "USD")
    assert dragoman(data, "facts", "money:>=1000000USD", "--format", "json").json()["total"] == 1
    assert "40 kg (worth 2,000,000 USD)" in dragoman(data, "facts", "--format", "table").out


SPELT = {
    "first.txt": "Officers were praised\n\nASTANA, 3 March 2011 – Kanat Nurmagambetov thanked the border guards.",
    "second.txt": "Talks in Almaty\n\nALMATY, 5 May 2012 – Kanat Nurmaganbetov opened the talks. "
    "“We agree on all points,” Kanat Nurmaganbetov said.",
    "third.txt": "Переговоры\n\nАСТАНА, 7 июня 2013 года. – Канат Нурмагамбетов открыл переговоры. "
    "«Мы согласны во всём», – сказал Канат Нурмагамбетов.",
    "fourth.txt": "Another man\n\nASTANA, 8 June 2014 – Dauren Nurmagambetov met officers.",
}


def test_a_person_is_found_in_every_script_and_spelling(tmp_path: Path) -> None:
    folder, data = tmp_path / "in", tmp_path / "data"
    folder.mkdir()
    for name, text in SPELT.items():
        (folder / name).write_text(text, encoding="utf-8")
    ingest(data, folder)
    found = dragoman(data, "entities", "Нурмагамбетова Каната", "--format", "json").json()["entities"]
    assert [(one["id"], one["documents"]) for one in found] == [("person:nurmagambetov-kanat", 3)]
    for query in ('person:"Kanat Nurmagambetov"', 'лицо:"Нурмагамбетов Канат"', "Канат Нурмагамбетов"):
        hits = dragoman(data, "search", query, "--format", "json").json()["hits"]
        assert len({hit["document_id"] for hit in hits}) == 3, query
    said = dragoman(data, "quotes", 'speaker:"Нурмагамбетов"', "--format", "json").json()["hits"]
    assert {hit["language"] for hit in said} == {"en", "ru"}


def test_a_person_is_listed_by_the_full_name(corpus: tuple[Path, Path]) -> None:
    found = dragoman(corpus[1], "entities", "Nurov", "--format", "json").json()["entities"]
    assert [(one["label"], one["aliases"]) for one in found] == [("Zafar Nurov", ["Nurov"])]
