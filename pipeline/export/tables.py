"""Rows as CSV and as an Excel workbook, in which nothing is ever run: no formula, no link, no control character."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from pipeline.errors import DragomanError
from pipeline.export.text import plain

CELL = 32_000
"""Excel takes 32,767 characters in a cell."""
ROWS = 1_048_575
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
_WIDE = {
    "quote": 70,
    "citation": 46,
    "action": 46,
    "condition": 34,
    "exception": 34,
    "reason": 40,
    "note": 30,
    "title": 40,
}
_USUAL = 16
_FIRST_YEAR = 1901
"""Excel counts its days from 1900, and takes that year for a leap year."""
_EPOCH = datetime(2000, 1, 1)  # a workbook's properties know no zone; a fixed day gives the same bytes


def as_csv(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> bytes:
    """UTF-8 with a byte order mark, which Excel needs to read Cyrillic; text like a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_guarded(row.get(column)) for column in columns])
    return out.getvalue().encode("utf-8-sig")


def _guarded(value: Any) -> str:
    text = told(value)
    harmless = not isinstance(value, (str, list, tuple)) or not text.lstrip(" \u00a0\ufeff").startswith(_FORMULA)
    return text if harmless else f"'{text}"


def told(value: Any) -> str:
    """A cell's text: nothing for None, lists joined, other nested values as JSON."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
        return plain("; ".join(value))
    if isinstance(value, (dict, list, tuple)):
        return plain(json.dumps(value, ensure_ascii=False))
    return "yes" if value is True else "no" if value is False else plain(str(value))


def as_xlsx(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], *, sheet: str = "obligations") -> bytes:
    """A workbook with one sheet: head frozen and filtered, texts wrapped, every cell plain text, a number or a day."""
    import xlsxwriter

    if len(rows) > ROWS:
        raise DragomanError(f"{len(rows)} rows do not fit a sheet", reason="rows", hint="narrow the query, or use CSV")
    out = io.BytesIO()
    never = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    book = xlsxwriter.Workbook(out, {**never, "constant_memory": False})
    book.set_properties({"title": sheet, "created": _EPOCH})
    page = book.add_worksheet(sheet[:31])
    head = book.add_format({"bold": True, "bg_color": "#DCE6F0", "border": 1, "valign": "top", "text_wrap": True})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    for number, column in enumerate(columns):
        page.write_string(0, number, column.replace("_", " "), head)
        page.set_column(number, number, _WIDE.get(column, _USUAL), cell)
    for place, row in enumerate(rows, start=1):
        for number, column in enumerate(columns):
            _write(page, place, number, row.get(column), cell, day)
    page.freeze_panes(1, 0)
    if rows and columns:
        page.autofilter(0, 0, len(rows), len(columns) - 1)
    book.close()
    return out.getvalue()


def _write(page: Any, row: int, column: int, value: Any, cell: Any, day: Any) -> None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        refused = page.write_number(row, column, value, cell)
    elif isinstance(value, date) and value.year >= _FIRST_YEAR:
        refused = page.write_datetime(row, column, value, day)
    else:
        text = told(value)
        refused = page.write_string(row, column, text if len(text) <= CELL else f"{text[:CELL]}…", cell)
    if refused:
        raise DragomanError(f"row {row} does not fit the sheet ({refused})", reason="xlsx", hint="use --as csv")
