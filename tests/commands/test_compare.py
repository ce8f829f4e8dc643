"""The texts of one instrument, compared on the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import docx
import pytest

from pipeline import analyse, compare
from tests.support.command import ROOT, dragoman, ingest

ENGLISH = """AGREEMENT
between the Government of Georgia and the Government of Ukraine on Seed Banks

Article 1
The Parties shall exchange lists of stored seeds within 30 days of a request.

Article 2
Each Party may inspect two stores a year.

Article 3
This Agreement shall enter into force on the date of its signature.
"""
RUSSIAN = """СОГЛАШЕНИЕ
между Правительством Грузии и Правительством Украины о банках семян

Статья 1
Стороны обмениваются перечнями хранящихся семян в течение 60 дней с даты запроса.

Статья 2
Каждая Сторона может осматривать два хранилища в год.

Статья 3
Настоящее Соглашение вступает в силу с даты его подписания.
"""


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("texts")
    pair = folder / "seeds.en.txt", folder / "seeds.ru.txt"
    for path, text in zip(pair, (ENGLISH, RUSSIAN), strict=True):
        path.write_text(text, encoding="utf-8")
    return pair


def test_two_files_are_compared_with_both_quotes(tmp_path: Path, texts: tuple[Path, Path]) -> None:
    told = dragoman(tmp_path, "compare", *texts, "--format", "json").json()
    assert [(d["kind"], d["eid"]) for d in told["divergences"]] == [("deadline", "art_1")]
    only = told["divergences"][0]
    assert "within 30 days" in only["en"]["quote"]
    assert "в течение 60 дней" in only["ru"]["quote"]
    assert only["en"]["end"] - only["en"]["start"] == len(only["en"]["quote"])
    assert ["art_2", "art_2"] in told["aligned"]
    assert told["unaligned"] == []


def test_the_order_of_the_texts_does_not_matter(tmp_path: Path, texts: tuple[Path, Path]) -> None:
    one, other = (dragoman(tmp_path, "compare", *pair, "--format", "json").out for pair in (texts, texts[::-1]))
    assert one == other


def test_a_bilingual_file_and_a_document_id_need_no_second_text(tmp_path: Path) -> None:
    sample = ROOT / "corpora" / "samples" / "bilingual" / "kz-kg-drug-agreement.pdf"
    ingest(tmp_path, sample)
    by_file = dragoman(tmp_path, "compare", sample, "--format", "json").json()
    by_id = dragoman(tmp_path, "compare", by_file["documents"]["en"], "--format", "json").json()
    assert by_id == by_file
    assert len(by_file["aligned"]) > 8


def test_what_cannot_be_compared_is_said_in_one_line(tmp_path: Path, texts: tuple[Path, Path]) -> None:
    ran = dragoman(tmp_path, "compare", texts[0], code=2)
    assert ran.err.count("\n") == 1
    assert "there is en" in ran.err
    assert dragoman(tmp_path, "compare", texts[0], texts[1], texts[0], code=2).out == ""


def test_files_that_were_read_are_not_read_again(tmp_path: Path, texts: tuple[Path, Path]) -> None:
    afresh = dragoman(tmp_path / "none", "compare", *texts, "--format", "json").json()
    ingest(tmp_path, *texts)
    assert dragoman(tmp_path, "compare", *texts, "--format", "json").json() == afresh
    by_title = dragoman(tmp_path, "compare", "Seed Banks", "банки семян", "--format", "json").json()
    assert by_title == afresh
    assert "folder" in dragoman(tmp_path, "compare", texts[0].parent, code=2).err


def test_divergences_as_files(tmp_path: Path, texts: tuple[Path, Path]) -> None:
    ingest(tmp_path, *texts)
    printed = dragoman(tmp_path, "compare", *texts, "--format", "csv").out
    (row,) = csv.DictReader(io.StringIO(printed))
    assert (row["kind"], "30 days" in row["en_quote"], "60 дней" in row["ru_quote"]) == ("deadline", True, True)
    for ending in ("csv", "xlsx", "docx"):
        assert dragoman(tmp_path, "compare", *texts, "-o", tmp_path / f"told.{ending}").out == ""
    (told,) = csv.DictReader(io.StringIO((tmp_path / "told.csv").read_text("utf-8-sig")))
    assert told == row
    (table,) = docx.Document(str(tmp_path / "told.docx")).tables
    assert "within 30 days" in table.rows[1].cells[0].text
    dragoman(tmp_path, "compare", *texts, "--format", "json", "-o", tmp_path / "told.json")
    assert json.loads((tmp_path / "told.json").read_text("utf-8"))["divergences"][0]["kind"] == "deadline"
    assert dragoman(tmp_path, "compare", *texts, "-o", tmp_path / "told.odt", code=2).out == ""


def test_the_library_compares_documents() -> None:
    found = compare(analyse(ENGLISH)[0], analyse(RUSSIAN)[0])
    assert [(d.kind, d.eid) for d in found.divergences] == [("deadline", "art_1")]
