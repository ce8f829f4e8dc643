"""Obligations as a Word document, opened again."""

from __future__ import annotations

import io
import zipfile

import docx

from pipeline.export.word import as_docx

ROW = {
    "title": "Agreement on Seed Banks",
    "citation": "Agreement on Seed Banks (signed 4 May 2011, entered into force [n.d.]) art 1(2)(a)",
    "modality": "obligation",
    "bearer": "each_party",
    "bearer_inferred": True,
    "quote": "(a) send a sample <b>\x00\u202e of every seed;",
    "chapeau": "Each Party shall:",
    "deadline_text": "within 10 working days",
    "due_on": "2012-01-20",
}


def _texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_each_entry_has_bearer_quote_and_citation() -> None:
    texts = _texts(as_docx("Obligations", [ROW]))
    assert texts[:4] == [
        "Obligations",
        "1 provision",
        "Agreement on Seed Banks",
        "1. each party (inferred): obligation",
    ]
    assert texts[4] == "Each Party shall: […] “(a) send a sample <b> of every seed;”"
    assert texts[5].splitlines() == [ROW["citation"], "Deadline: within 10 working days", "Due: 2012-01-20"]


def test_entries_stand_under_the_title_of_their_instrument() -> None:
    rows = [ROW, ROW, {**ROW, "title": "Договор о складах"}, {**ROW, "title": None}]
    document = docx.Document(io.BytesIO(as_docx("Obligations", rows)))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["Agreement on Seed Banks", "Договор о складах", "Untitled"]


def test_the_same_rows_give_the_same_bytes_and_name_nobody() -> None:
    first, second = as_docx("Obligations", [ROW]), as_docx("Obligations", [ROW])
    assert first == second
    document = docx.Document(io.BytesIO(first))
    assert document.core_properties.author == "dragoman"
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {2000}
