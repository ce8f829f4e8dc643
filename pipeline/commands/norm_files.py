"""Norms with their due days as files: tables, a Word document, a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.commands.common import common
from pipeline.commands.writing import write
from pipeline.terminal import say

if TYPE_CHECKING:
    from pipeline.schedule import Due

_COLUMNS = (
    "title", "language", "citation", "eid", "modality", "strength", "bearer", "bearer_inferred", "counterparty",
    "action", "quote", "chapeau", "condition", "exception", "deadline_text", "deadline_iso8601", "deadline_relation",
    "deadline_anchor", "deadline_unit",
)  # fmt: skip
_DUE_COLUMNS = ("due_on", "limit", "event", "every", "note", "reason")


class Written(StrEnum):
    """The formats an answer can be written in."""

    CSV = "csv"
    XLSX = "xlsx"
    DOCX = "docx"
    ICS = "ics"


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """One row of a table: the deadline and the due day in columns of their own."""
    deadline, due = row.get("deadline") or {}, row.get("due") or {}
    spread = {f"deadline_{name}": deadline.get(name) for name in ("text", "iso8601", "relation", "unit")}
    return {**row, **spread, "deadline_anchor": deadline.get("anchor_event"), **{n: due.get(n) for n in _DUE_COLUMNS}}


def write_norms(
    rows: list[dict[str, Any]], dues: list[Due], events: Sequence[str], form: Written, output: Path | None
) -> None:
    """Write rows of `dragoman obligations` to a file, or to standard output."""
    from pipeline.export import tables

    flat = [_flat(row) for row in rows]
    columns = (*_COLUMNS, *(_DUE_COLUMNS if events else ()), "document_id", "page")
    if form is Written.CSV:
        write(tables.as_csv(columns, flat), output)
    elif form is Written.XLSX:
        days = [{**row, "due_on": date.fromisoformat(row["due_on"])} if row["due_on"] else row for row in flat]
        write(tables.as_xlsx(columns, days), output, binary=True)
    elif form is Written.DOCX:
        from pipeline.export.word import as_docx

        write(as_docx("Obligations", flat), output, binary=True)
    else:
        _calendar(rows, dues, events, output)


def _calendar(rows: list[dict[str, Any]], dues: list[Due], events: Sequence[str], output: Path | None) -> None:
    from pipeline.export.ics import as_ics
    from pipeline.schedule import read_events

    for due in dues:
        if due.due_on is None and common.verbose:
            say(f"{due.norm.eid}: not in the calendar: {due.reason}")
    left = sum(due.due_on is None for due in dues)
    if left:
        say(f"{left} of {len(dues)} deadlines have no day and are not in the calendar; --verbose says why")
    citations = {(row["document_id"], str(row["eid"])): str(row["citation"]) for row in rows}
    write(as_ics(dues, events=read_events(events), citations=citations).encode(), output)
