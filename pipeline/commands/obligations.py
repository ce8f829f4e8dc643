"""The command about who must do what by when: asked for, computed, written down, held side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.commands.common import (
    Offset,
    app,
    chosen_format,
    load_settings,
    names_in,
    open_engine,
    open_ledger,
    registrar,
    wants_table,
)
from pipeline.commands.writing import CiteStyle, Output, write
from pipeline.errors import DragomanError
from pipeline.terminal import card, emit, marked, say

if TYPE_CHECKING:
    from pipeline.engines.base import Hit
    from pipeline.instruments.duties import Asked, Side
    from pipeline.ledger import Ledger
    from pipeline.model import Document, Norm
    from pipeline.schedule import Due

command = registrar(app)
_SHOWN, _WRITTEN = 50, 10_000
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


def _text(name: str, help_: str) -> Any:
    return typer.Option(f"--{name}", help=help_, show_default=False)


Query = Annotated[str, typer.Argument(help="As in search; also modality: and bearer:.")]
Bearer = Annotated[str | None, _text("bearer", "Who is bound: each_party, requested_party, a name, …")]
ModalityName = Annotated[str | None, _text("modality", "obligation, prohibition, permission, right, …")]
Party = Annotated[str | None, _text("party", "A party to the instrument.")]
DeadlineRange = Annotated[str | None, _text("deadline", "Time limits in this range: 1d..60d, ..2m, P30D.")]
Article = Annotated[str | None, _text("article", "Of this article, such as 5 or 5.2.")]
InstrumentName = Annotated[str | None, _text("instrument", "Of this document (id or path), or words of a title.")]
Language = Annotated[str | None, _text("language", "In this language, such as en.")]
Events = Annotated[list[str] | None, _text("event", "NAME=DATE, to compute due days; may be repeated.")]
Holidays = Annotated[list[str] | None, _text("holiday", "A day that is no working day; may be repeated.")]
Styled = Annotated[CiteStyle | None, _text("style", "How sources are cited.")]
As = Annotated[Written | None, _text("as", "Write a file of this kind.")]
Diff = Annotated[tuple[str, str] | None, _text("diff", "Two instruments (ids or paths) side by side.")]
Most = Annotated[int | None, typer.Option(min=1, max=10_000, help="At most so many answers.", show_default=False)]
Sort = Annotated[str, typer.Option(help="relevance or date")]


@command()
def obligations(
    query: Query = "",
    bearer: Bearer = None,
    modality: ModalityName = None,
    party: Party = None,
    deadline: DeadlineRange = None,
    article: Article = None,
    instrument: InstrumentName = None,
    language: Language = None,
    event: Events = None,
    holiday: Holidays = None,
    style: Styled = None,
    written: As = None,
    output: Output = None,
    diff: Diff = None,
    limit: Most = None,
    offset: Offset = 0,
    sort: Sort = "relevance",
) -> None:
    """Who must do what by when.

    Obligations, prohibitions, permissions, rights: with bearer, deadline, quote and citation."""
    from pipeline.instruments.duties import Asked

    asked = Asked(query, bearer, modality, party, article, language, instrument, deadline, sort)
    if diff:
        _diff(*diff, written, output)
        return
    rows, dues, total = _answer(
        asked, event or [], holiday or [], style, limit or (_WRITTEN if written else _SHOWN), offset
    )
    if written:
        _write(rows, dues, event or [], written, output)
    elif not wants_table():
        plain = [{k: v for k, v in row.items() if k != "snippet"} for row in rows]
        emit({"total": total, "hits": plain}, plain, chosen_format())
    else:
        print(f"{total} found\n")
        for number, row in enumerate(rows, start=offset + 1):
            _print(number, row)


def _answer(
    asked: Asked, events: Sequence[str], holidays: Sequence[str], style: CiteStyle | None, limit: int, offset: int
) -> tuple[list[dict[str, Any]], list[Due], int]:
    """Rows for the answers, the due days among them, and how many norms answer in all."""
    from pipeline.instruments.duties import norms

    settings = load_settings()
    with open_ledger(settings) as ledger, open_engine(settings) as engine:
        known = names_in(settings, ledger)
        total, hits = norms(engine, ledger, asked, limit=limit, offset=offset, known=known)
        documents = _documents(ledger, hits) if events or style or asked.deadline is not None else {}
        due = _due(documents, events, holidays) if events else {}
        rows = [_row(hit, documents.get(hit.document_id), style, due) for hit in hits]
    keys = [_key(row["document_id"], row["eid"], row["span"]["start"], row["action"]) for row in rows]
    return rows, [due[key] for key in keys if key in due], total


def _documents(ledger: Ledger, hits: Sequence[Hit]) -> dict[str, Document]:
    ids = dict.fromkeys(hit.document_id for hit in hits)
    return {i: document for i in ids if (document := ledger.document(i))}


def _key(document_id: str, eid: str, start: int, action: str) -> tuple[str, str, int, str]:
    return document_id, eid, start, action


def _due(
    documents: dict[str, Document], events: Sequence[str], holidays: Sequence[str]
) -> dict[tuple[str, str, int, str], Due]:
    """Due days by norm; events belong to one instrument, so that its versions alone may be among the answers."""
    from pipeline.schedule import read_events, schedule

    if len({document.sha256 for document in documents.values()}) > 1:
        raise DragomanError(
            f"events are those of one instrument, and the answers are of {len(documents)} documents",
            reason="event",
            hint="name one with --instrument",
        )
    days, free = read_events(events), frozenset(_day(text) for text in holidays)
    return {
        _key(due.document_id, due.norm.eid, due.norm.span.start, due.norm.action): due
        for document in documents.values()
        for due in schedule(document, days, free)
    }


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DragomanError(f"{text}: not a day", reason="event", hint="write it as 2009-05-09") from error


def _row(hit: Hit, document: Document | None, style: CiteStyle | None, due: dict[Any, Due]) -> dict[str, Any]:
    row = {**hit.fields, "document_id": hit.document_id, "citation": hit.citation, "snippet": hit.snippet}
    if document and style:
        from pipeline.export.citations import Style, footnote

        row["citation"] = footnote(document, hit.eid, style=Style(style.value), page=hit.page)
    found = due.get(_key(hit.document_id, str(hit.eid), row["span"]["start"], row["action"]))
    if found:
        row["due"] = {
            "due_on": found.due_on.isoformat() if found.due_on else None,
            "limit": found.limit.value,
            "event": found.event,
            "every": found.every,
            "note": found.note,
            "reason": found.reason,
        }
    return row


def _print(number: int, row: dict[str, Any]) -> None:
    bearer = row.get("bearer") or "nobody named"
    inferred = " (inferred)" if row.get("bearer_inferred") else ""
    deadline = row.get("deadline") or {}
    told = f"deadline: {deadline.get('text')}" if deadline else ""
    head = f"{row.get('modality')} · {bearer}{inferred}"
    card(number, head, [row["citation"], told, _told(row.get("due")), row["document_id"]], marked(row["snippet"]))


def _told(due: dict[str, Any] | None) -> str:
    if due is None:
        return ""
    if due["due_on"] is None:
        return f"no day: {due['reason']}"
    words = {"latest": "due by", "earliest": "not before", "on": "due on", "every": "first due by"}
    again = f", then every {due['every']}" if due["every"] else ""
    return f"{words[due['limit']]} {due['due_on']}{again}" + (f" ({due['note']})" if due["note"] else "")


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """One row of a table: the deadline and the due day in columns of their own."""
    deadline, due = row.get("deadline") or {}, row.get("due") or {}
    spread = {f"deadline_{name}": deadline.get(name) for name in ("text", "iso8601", "relation", "unit")}
    return {**row, **spread, "deadline_anchor": deadline.get("anchor_event"), **{n: due.get(n) for n in _DUE_COLUMNS}}


def _write(rows: list[dict[str, Any]], dues: list[Due], events: Sequence[str], form: Written, output: Any) -> None:
    from pipeline.export import tables

    flat = [_flat(row) for row in rows]
    columns = (*_COLUMNS, *(_DUE_COLUMNS if events else ()), "document_id", "page")
    if form is Written.CSV:
        write(tables.as_csv(columns, flat), output)
    elif form is Written.XLSX:
        write(tables.as_xlsx(columns, flat), output, binary=True)
    elif form is Written.DOCX:
        from pipeline.export.word import as_docx

        write(as_docx("Obligations", flat), output, binary=True)
    else:
        _calendar(rows, dues, events, output)


def _calendar(rows: list[dict[str, Any]], dues: list[Due], events: Sequence[str], output: Any) -> None:
    from pipeline.export.ics import as_ics
    from pipeline.schedule import read_events

    if not events:
        raise DragomanError(
            "a calendar needs the day of an event", reason="event", hint="add --event entry_into_force=2009-09-04"
        )
    for due in dues:
        if due.due_on is None:
            say(f"{due.norm.eid}: not in the calendar: {due.reason}")
    citations = {(row["document_id"], str(row["eid"])): str(row["citation"]) for row in rows}
    write(as_ics(dues, events=read_events(events), citations=citations).encode(), output)


def _diff(first: str, second: str, form: Written | None, output: Any) -> None:
    from pipeline.export import tables
    from pipeline.instruments.duties import side_by_side
    from pipeline.search.documents import open_document

    with open_ledger(load_settings()) as ledger:
        one, other = open_document(ledger, first), open_document(ledger, second)
    if one.language != other.language:
        say("two languages: norms are paired by their place in the instrument")
    sides = side_by_side(one, other)
    rows = [{"likeness": s.likeness, "differences": list(s.differences), **_both(s, one, other)} for s in sides]
    columns = ("likeness", "differences", *_SIDES)
    if form in (Written.CSV, Written.XLSX):
        flat = [{**row, **{f"{side}_{k}": v for side in "ab" for k, v in (row[side] or {}).items()}} for row in rows]
        made = (
            tables.as_csv(columns, flat) if form is Written.CSV else tables.as_xlsx(columns, flat, sheet="side by side")
        )
        write(made, output, binary=form is Written.XLSX)
    elif form:
        raise DragomanError("two instruments side by side are a table", reason="usage", hint="use --as csv or xlsx")
    elif not wants_table():
        emit({"a": one.id, "b": other.id, "rows": rows}, rows, chosen_format())
    else:
        _print_sides(sides, one, other)


_SIDES = tuple(f"{side}_{name}" for side in "ab" for name in ("citation", "modality", "bearer", "deadline", "quote"))


def _both(side: Side, one: Document, other: Document) -> dict[str, Any]:
    return {"a": _told_norm(side.first, one), "b": _told_norm(side.second, other)}


def _told_norm(norm: Norm | None, document: Document) -> dict[str, Any] | None:
    from pipeline.citation import cite

    if norm is None:
        return None
    return {
        "citation": cite(document, norm.eid),
        "eid": norm.eid,
        "modality": norm.modality.value,
        "bearer": norm.bearer,
        "deadline": norm.deadline.text if norm.deadline else None,
        "quote": norm.quote,
    }


def _print_sides(sides: Sequence[Side], one: Document, other: Document) -> None:
    from pipeline.citation import place, short_title
    from pipeline.terminal import table

    def words(norm: Norm | None, document: Document) -> str:
        return f"{place(document, norm.eid) or norm.eid}: {' '.join(norm.quote.split())}" if norm else "—"

    table(
        [short_title(one), short_title(other), "differences"],
        [[words(s.first, one), words(s.second, other), "; ".join(s.differences)] for s in sides],
    )
    both = sum(bool(s.first and s.second) for s in sides)
    only = sum(s.second is None for s in sides)
    print(f"{both} in both, {only} only in the first, {len(sides) - both - only} only in the second")
