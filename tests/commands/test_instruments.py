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

from tests.support.command import ROOT, dragoman, ingest
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


def _ids(data: Path, *options: str) -> set[object]:
    return {norm["id"] for norm in _norms(data, *options)}


def _file(data: Path, name: str) -> str:
    return str(data.parent / name)


def test_options_narrow_the_question(data: Path) -> None:
    everything = _norms(data)
    assert {n["modality"] for n in _norms(data, "--modality", "prohibition")} == {"prohibition"}
    assert {n["language"] for n in _norms(data, "--language", "ru")} == {"ru"}
    assert {n["bearer"] for n in _norms(data, "--bearer", "each_party")} == {"each_party"}
    second = _norms(data, "--article", "2.2", "--instrument", _file(data, "seeds.en.txt"))
    assert {n["eid"] for n in second} == {"art_2__para_2"}
    assert len(_norms(data, "--party", "Украина")) == len(_norms(data, "--party", "Ukraine")) == len(everything)
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
    ran = dragoman(data, "obligations", "--event", "entry_into_force=2011-12-31", "--limit", "1", code=2)
    assert "--instrument" in ran.err


def test_the_earliest_day_comes_first_and_idle_events_are_told(data: Path) -> None:
    given = ("obligations", "--instrument", _file(data, "seeds.en.txt"), "--format", "json")
    events = (
        "--event",
        "entry_into_force=2011-12-31",
        "--event",
        "every=2011-01-01",
        "--event",
        "moon landing=1969-07-20",
    )
    ran = dragoman(data, *given, *events)
    days = [n.get("due", {}).get("due_on") for n in ran.json()["hits"]]
    known = [day for day in days if day]
    assert days[: len(known)] == sorted(known) == ["2012-01-01", "2012-02-29"]
    assert "moon landing" in ran.err
    assert "receipt of a request" in ran.err


def test_what_stands_in_the_way_is_refused_before_anything_is_asked(data: Path, tmp_path: Path) -> None:
    for wrong in (
        ("--holiday", "tomorrow"),
        ("--sort", "due"),
        ("--as", "ics"),
        ("-o", tmp_path / "norms.odt"),
        ("--modality", "wish"),
        ("--language", "klingon"),
        ("--article", "the last"),
        ("--deadline", "soon"),
        (
            "--diff",
            _file(data, "seeds.en.txt"),
            _file(data, "protocol.txt"),
            "--as",
            "ics",
            "--event",
            "every=2010-01-01",
        ),
    ):
        ran = dragoman(data, "obligations", *wrong, code=2)
        assert (ran.out, ran.err.count("\n")) == ("", 1)


def test_everyday_words_mean_what_the_index_holds(data: Path) -> None:
    assert _ids(data, "--bearer", "Каждая Сторона") == _ids(data, "--bearer", "each_party") != set()
    both = _ids(data, "--bearer", "each_party", "--bearer", "all_parties")
    assert _ids(data, "--bearer", "parties") == both > _ids(data, "--bearer", "all_parties")
    assert _norms(data, "--modality", "запреты,permissions") == _norms(
        data, "--modality", "prohibition", "--modality", "permission"
    )
    assert _norms(data, "--article", "статья 1, пункт 2") == _norms(data, "--article", "1.2") != []
    assert _norms(data, "--deadline", "10 дней") == _norms(data, "--deadline", "P10D") != []
    assert _norms(data, "--language", "Russian") == _norms(data, "--language", "ru") != []
    limited = _norms(data, "--deadline", "any", "--sort", "deadline")
    assert all(n["deadline"] for n in limited)
    assert [n["deadline"]["iso8601"] for n in limited][:2] == ["P10D", "P10D"]  # type: ignore[index]


def test_an_empty_answer_says_why(data: Path) -> None:
    assert "no instrument is called UNCLOS" in dragoman(data, "obligations", "--instrument", "UNCLOS").err
    nobody = dragoman(data, "obligations", "--bearer", "the Moon")
    assert (nobody.out.split("\n")[0], "each_party (" in nobody.err) == ("0 found", True)
    crossed = dragoman(data, "obligations", "consent", "--article", "1").err
    assert "without the words consent" in crossed
    assert "without --article 1" in crossed


def test_the_order_of_the_text_and_what_is_left(data: Path) -> None:
    told = [n["span"]["start"] for n in _norms(data, "--sort", "text", "--instrument", _file(data, "seeds.en.txt"))]  # type: ignore[index]
    assert told == sorted(told)
    pages = [_norms(data, "--sort", "text", "--limit", "2", "--offset", str(start)) for start in (0, 2)]
    assert [n["id"] for page in pages for n in page] == [
        n["id"] for n in _norms(data, "--sort", "text", "--limit", "4")
    ]
    assert "1–2 of 13; more with --limit" in dragoman(data, "obligations", "--limit", "2").out


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


def test_the_name_of_a_file_tells_its_kind(data: Path, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx", "docx"):
        dragoman(data, "obligations", "-o", tmp_path / f"named.{ending}")
        dragoman(data, "obligations", "--as", ending, "-o", tmp_path / "asked")
        assert (tmp_path / f"named.{ending}").read_bytes() == (tmp_path / "asked").read_bytes()
    dragoman(data, "obligations", "--format", "json", "-o", tmp_path / "norms.json")
    printed = dragoman(data, "obligations", "--format", "json").out
    assert (tmp_path / "norms.json").read_text("utf-8") == printed


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


def test_sides_are_narrowed_written_and_named_by_title(data: Path, tmp_path: Path) -> None:
    pair = ("Seed Banks Ukraine", _file(data, "protocol.txt"))
    ambiguous = dragoman(data, "obligations", "--diff", *pair, code=1).err
    assert "2 documents" in ambiguous
    pair = (_file(data, "seeds.en.txt"), "amendments to the Agreement")
    told = dragoman(data, "obligations", "--diff", *pair, "--modality", "prohibition", "--format", "json").json()
    assert [row["a"]["eid"] for row in told["rows"]] == ["art_2__para_2"]
    rows = list(csv.DictReader(io.StringIO(dragoman(data, "obligations", "--diff", *pair, "--format", "csv").out)))
    assert {"a_quote", "b_quote", "differences"} <= set(rows[0])
    dragoman(data, "obligations", "--diff", *pair, "-o", tmp_path / "sides.docx")
    (table,) = docx.Document(str(tmp_path / "sides.docx")).tables
    assert len(table.rows) == len(rows) + 1
    assert "shall exchange lists" in table.rows[1].cells[0].text


def test_one_of_two_languages_of_a_file(tmp_path: Path) -> None:
    sample = ROOT / "corpora" / "samples" / "bilingual" / "tj-tm-customs-memorandum.docx"
    ingest(tmp_path, sample)
    assert "--language" in dragoman(tmp_path, "cite", sample, code=1).err
    cited = {language: dragoman(tmp_path, "cite", sample, "--language", language).out for language in ("en", "ru")}
    assert len(set(cited.values())) == 2
    assert "there is en, ru" in dragoman(tmp_path, "show", sample, "--language", "fr", code=1).err
    assert 'FRBRlanguage language="rus"' in dragoman(tmp_path, "export", sample, "--language", "ru").out


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
    assert "articles: 1–4" in dragoman(data, "cite", name, "--article", "77", code=1).err
    for said in ("Article 1(2)", "пункт 2 статьи 1", "art_1__para_2"):
        assert dragoman(data, "cite", name, "--article", said, "--format", "json").json() == told
    assert "no Annex 2" in dragoman(data, "cite", name, "--article", "Annex 2", code=1).err
    assert "[art_2]" in dragoman(data, "show", name, "--article", "Article 2").out
    tree = etree.fromstring(dragoman(data, "export", name).out.encode())
    assert tree.find(".//{*}article[@eId='art_4']") is not None


def test_a_file_that_cannot_be_written_is_one_line(data: Path, tmp_path: Path) -> None:
    ran = dragoman(data, "export", _file(data, "seeds.en.txt"), "-o", tmp_path / "no" / "file.xml", code=13)
    assert ran.err.count("\n") == 1
