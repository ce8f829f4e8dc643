"""Obligations, treaties, footnotes and exports on the command line, over one small corpus."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from lxml import etree

from tests.support.command import dragoman, ingest
from tests.support.instruments import PROTOCOL_EN, RELEASE_EN, SEEDS_EN, SEEDS_RU

TEXTS = {"seeds.en.txt": SEEDS_EN, "seeds.ru.txt": SEEDS_RU, "protocol.txt": PROTOCOL_EN, "release.txt": RELEASE_EN}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    ingest(folder / "data", "--jobs", "1", *(folder / name for name in TEXTS))
    return folder / "data"


def _norms(data: Path, *options: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = dragoman(data, "obligations", *options, "--format", "json").json()["hits"]
    return found


def _file(data: Path, name: str) -> str:
    return str(data.parent / name)


def test_options_narrow_the_question(data: Path) -> None:
    everything = _norms(data)
    assert {n["modality"] for n in _norms(data, "--modality", "prohibition")} == {"prohibition"}
    assert {n["language"] for n in _norms(data, "--language", "ru")} == {"ru"}
    assert {n["bearer"] for n in _norms(data, "--bearer", "each_party")} == {"each_party"}
    second = _norms(data, "--article", "2.2", "--instrument", _file(data, "seeds.en.txt"))
    assert {n["eid"] for n in second} == {"art_2__para_2"}
    assert 0 < len(_norms(data, "--party", "Ukraine")) < len(everything)
    assert {n["modality"] for n in _norms(data, "inspect OR move", "--modality", "prohibition")} == {"prohibition"}
    assert _norms(data, "--party", "Mongolia") == []


def test_an_instrument_is_named_by_path_id_or_words(data: Path) -> None:
    by_path = _norms(data, "--instrument", _file(data, "protocol.txt"))
    (document,) = {str(n["document_id"]) for n in by_path}
    assert _norms(data, "--instrument", document) == by_path
    assert {n["document_id"] for n in _norms(data, "--instrument", "amendments")} == {document}


def test_a_range_of_time_limits(data: Path) -> None:
    isos = {str(n["deadline"]["iso8601"]) for n in _norms(data, "--deadline", "P10D..P60D")}  # type: ignore[index]
    assert {"P10D", "P15D", "P60D"} == isos
    assert {n["deadline"]["iso8601"] for n in _norms(data, "--deadline", "P2M..")} <= {"P3M", "P6M", "P1Y"}  # type: ignore[index]
    assert dragoman(data, "obligations", "--deadline", "soon", code=2).out == ""


def test_due_days_of_one_instrument(data: Path) -> None:
    found = _norms(data, "--instrument", _file(data, "seeds.en.txt"), "--event", "entry_into_force=2011-12-31")
    due = {str(n["eid"]): n["due"] for n in found if "due" in n}
    assert due["art_1__para_1"]["due_on"] == "2012-02-29"  # type: ignore[index]
    assert due["art_1__para_2__point_a"]["due_on"] is None  # type: ignore[index]
    assert due["art_1__para_2__point_a"]["reason"]  # type: ignore[index]
    ran = dragoman(data, "obligations", "--event", "entry_into_force=2011-12-31", code=1)
    assert "--instrument" in ran.err


def test_holidays_are_no_working_days(data: Path) -> None:
    given = ("--instrument", _file(data, "seeds.en.txt"), "--event", "receipt of a request=2012-01-06")
    free = _norms(data, *given, "--holiday", "2012-01-09")
    (due,) = (n["due"] for n in free if n["eid"] == "art_1__para_2__point_a")
    assert due["due_on"] == "2012-01-23"  # type: ignore[index]


def test_files_open_again(data: Path, tmp_path: Path) -> None:
    paths = {kind: tmp_path / f"norms.{kind}" for kind in ("csv", "xlsx", "docx", "ics")}
    events = ("--instrument", _file(data, "seeds.en.txt"), "--event", "entry_into_force=2011-12-31")
    for kind, path in paths.items():
        ran = dragoman(data, "obligations", *events, "--as", kind, "-o", path, "--style", "oscola")
        assert ran.out == ""
    rows = list(csv.DictReader(io.StringIO(paths["csv"].read_text("utf-8-sig"))))
    assert {"2012-02-29", ""} == {row["due_on"] for row in rows}
    assert all(row["citation"].startswith("Agreement between") for row in rows)
    with zipfile.ZipFile(paths["xlsx"]) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    assert len(sheet.findall(".//{*}row")) == len(rows) + 1
    texts = [p.text for p in docx.Document(str(paths["docx"])).paragraphs]
    assert any("Due: 2012-02-29" in text for text in texts)
    assert paths["ics"].read_bytes().count(b"BEGIN:VEVENT") == 1
    assert dragoman(data, "obligations", "--as", "ics", code=1).out == ""


def test_two_instruments_side_by_side(data: Path) -> None:
    pair = (_file(data, "seeds.en.txt"), _file(data, "protocol.txt"))
    told = dragoman(data, "obligations", "--diff", *pair, "--format", "json").json()
    both = [row for row in told["rows"] if row["a"] and row["b"]]
    assert any("deadline" in difference for row in both for difference in row["differences"])
    assert any(row["a"] is None for row in told["rows"])
    same = dragoman(data, "obligations", "--diff", pair[0], pair[0], "--format", "json").json()
    assert all(row["a"] == row["b"] and row["differences"] == [] for row in same["rows"])
    across = dragoman(data, "obligations", "--diff", pair[0], _file(data, "seeds.ru.txt"), "--format", "json")
    assert "two languages" in across.err
    eids = [(row["a"]["eid"], row["b"]["eid"]) for row in across.json()["rows"] if row["a"] and row["b"]]
    assert ("art_1__para_1", "art_1__para_1") in eids


def test_treaties_held_and_missing(data: Path) -> None:
    told = dragoman(data, "treaties", "--format", "json").json()
    assert len(told["held"]) == 3
    assert [row["id"] for row in told["missing"]] == ["treaty:UNTOC", "treaty:VCDR"]
    assert len(told["missing"][0]["cited_by"]) == 3
    table = dragoman(data, "treaties", "--missing").out
    assert "Vienna Convention on Diplomatic Relations" in table
    assert "Seed banks opened: paragraph 1" in table


@pytest.mark.parametrize("form", ["json", "graphml", "svg"])
def test_the_graph_in_every_form(data: Path, tmp_path: Path, form: str) -> None:
    printed = dragoman(data, "treaties", "--graph", form).out
    dragoman(data, "treaties", "--graph", form, "--output", tmp_path / "graph")
    assert (tmp_path / "graph").read_text("utf-8") == printed
    assert json.loads(printed) if form == "json" else etree.fromstring(printed.encode()) is not None


def test_a_footnote_and_the_document_as_xml(data: Path) -> None:
    name = _file(data, "seeds.en.txt")
    told = dragoman(data, "cite", name, "--article", "1.2", "--format", "json").json()
    assert (told["eid"], told["citation"].endswith("art 1(2)")) == ("art_1__para_2", True)
    assert dragoman(data, "cite", name, "--style", "gost").out.endswith("вступление в силу: [n.d.]).\n")
    assert "articles: 1, 2" in dragoman(data, "cite", name, "--article", "77", code=1).err
    tree = etree.fromstring(dragoman(data, "export", name).out.encode())
    assert tree.find(".//{*}article[@eId='art_4']") is not None


def test_a_file_that_cannot_be_written_is_one_line(data: Path, tmp_path: Path) -> None:
    ran = dragoman(data, "export", _file(data, "seeds.en.txt"), "-o", tmp_path / "no" / "file.xml", code=13)
    assert ran.err.count("\n") == 1
