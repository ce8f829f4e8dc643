"""CSV and Excel files that run nothing."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date

import pytest
from lxml import etree

from pipeline.errors import DragomanError
from pipeline.export import tables

EVIL = ("=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", "  =HYPERLINK(1)", "|x", "%x")
ROWS = [
    {"quote": evil, "citation": "https://example.org/a", "page": 3, "bearer": None, "differences": ["a", "b"]}
    for evil in EVIL
]
COLUMNS = ("quote", "citation", "page", "bearer", "differences")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _parts(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")}


def test_csv_guards_formulas_and_reads_back() -> None:
    data = tables.as_csv(COLUMNS, ROWS)
    assert data.startswith(b"\xef\xbb\xbf")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert tuple(head) == COLUMNS
    assert [row[0] for row in rows] == [f"'{evil}" for evil in EVIL]
    assert rows[0][1:] == ["https://example.org/a", "3", "", "a; b"]


def test_a_negative_number_stays_a_number() -> None:
    assert tables.as_csv(("value",), [{"value": -2.5}]).decode("utf-8-sig").splitlines() == ["value", "-2.5"]


def test_a_workbook_holds_strings_and_numbers_only() -> None:
    parts = _parts(tables.as_xlsx(COLUMNS, ROWS))
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert not list(sheet.iter(f"{SHEET}f"))
    assert not list(sheet.iter(f"{SHEET}hyperlink"))
    strings = ["".join(item.itertext()) for item in parts["xl/sharedStrings.xml"]]
    assert set(EVIL) <= set(strings)
    kinds = {cell.get("t") for cell in sheet.iter(f"{SHEET}c") if cell.find(f"{SHEET}v") is not None}
    assert kinds == {"s", None}
    assert sheet.find(f".//{SHEET}pane").get("state") == "frozen"
    assert sheet.find(f"{SHEET}autoFilter").get("ref") == f"A1:E{len(ROWS) + 1}"


def test_control_and_direction_characters_never_arrive() -> None:
    row = {"quote": "a\x00b\x0bc\u202ed\u2066e\ud800f\ufffeg"}
    strings = _parts(tables.as_xlsx(("quote",), [row]))["xl/sharedStrings.xml"]
    assert "".join(strings[1].itertext()) == "ab\ncdefg"
    assert tables.as_csv(("quote",), [row]).decode("utf-8-sig").splitlines()[1:] == ['"ab', 'cdefg"']


def test_a_long_text_is_cut_where_excel_would_refuse_it() -> None:
    strings = _parts(tables.as_xlsx(("quote",), [{"quote": "я" * 40_000}]))["xl/sharedStrings.xml"]
    assert len("".join(strings[1].itertext())) == tables.CELL + 1


def test_the_same_rows_give_the_same_workbook() -> None:
    assert tables.as_xlsx(COLUMNS, ROWS) == tables.as_xlsx(COLUMNS, ROWS)
    assert tables.as_xlsx(COLUMNS, []).startswith(b"PK")


def test_more_rows_than_a_sheet_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "ROWS", 2)
    with pytest.raises(DragomanError, match="do not fit"):
        tables.as_xlsx(COLUMNS, ROWS)


def test_days_are_days_and_lists_are_guarded() -> None:
    book = tables.as_xlsx(("due_on",), [{"due_on": date(2012, 2, 29)}, {"due_on": date(1815, 6, 9)}, {"due_on": None}])
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert "<v>40968</v>" in sheet
        assert "1815-06-09" in archive.read("xl/sharedStrings.xml").decode()
    assert tables.as_csv(("a",), [{"a": ["=1+1", "b"]}]).decode("utf-8-sig").splitlines()[1] == "'=1+1; b"
