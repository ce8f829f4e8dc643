"""The command about who must do what by when: asked for, computed, written down, held side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
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
from pipeline.commands.norm_files import Written, write_norms
from pipeline.commands.writing import CiteStyle, Output, write
from pipeline.errors import QueryError
from pipeline.terminal import as_written, card, emit, marked, say

if TYPE_CHECKING:
    from pipeline.engines.base import Hit
    from pipeline.instruments.duties import Asked
    from pipeline.ledger import Ledger
    from pipeline.model import Document
    from pipeline.schedule import Due

command = registrar(app)
_SHOWN, _WRITTEN = 50, 10_000
_ANCHORS = 6
_VERSIONS = 12
"""More documents than this are not looked into: they are no versions of one instrument."""


class Sorting(StrEnum):
    """How answers stand."""

    RELEVANCE = "relevance"
    DATE = "date"
    TEXT = "text"
    DEADLINE = "deadline"
    DUE = "due"


def _option(name: str, help_: str, metavar: str | None = None) -> Any:
    return typer.Option(f"--{name}", help=help_, show_default=False, metavar=metavar)


Query = Annotated[str, typer.Argument(help="Words, or anything docs/query.md has; without it, all norms.")]
Bearer = Annotated[
    list[str] | None,
    _option("bearer", "Who is bound: each_party, «Каждая Сторона», parties (either way), Russia, depositary, …", "WHO"),
]
ModalityName = Annotated[
    list[str] | None,
    _option(
        "modality", "obligation, prohibition, permission, right, exemption, aspiration, definition, power.", "NAME"
    ),
]
Party = Annotated[list[str] | None, _option("party", "A party to the instrument, by any name of it.", "NAME")]
DeadlineRange = Annotated[
    str | None, _option("deadline", "Time limits in this range: 1d..60d, ..2m, '30 days', P30D; or any.", "RANGE")
]
Article = Annotated[list[str] | None, _option("article", "Of this article: 5, '5(2)(a)', 'Annex 1'.", "PLACE")]
InstrumentName = Annotated[
    str | None, _option("instrument", "Of this document (id or path), or words of a title.", "NAME")
]
Language = Annotated[list[str] | None, _option("language", "In this language, such as en.", "CODE")]
Events = Annotated[
    list[str] | None, _option("event", "The day of an event, to compute due days: signature=2009-05-04.", "NAME=DATE")
]
Holidays = Annotated[list[str] | None, _option("holiday", "A day that is no working day: 2009-05-09.", "DATE")]
Styled = Annotated[CiteStyle | None, _option("style", "How sources are cited.")]
As = Annotated[Written | None, _option("as", "Write a file of this kind; without it, the ending of -o tells.")]
Diff = Annotated[
    tuple[str, str] | None, _option("diff", "Two instruments (ids, paths, words of titles) side by side.", "A B")
]
Most = Annotated[
    int | None,
    typer.Option(min=1, max=10_000, help="At most so many answers: 50, or 10000 in a file.", show_default=False),
]
Sort = Annotated[
    Sorting | None,
    _option("sort", "By relevance, date of the document, place in the text, length of the deadline, or due day."),
]


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
    sort: Sort = None,
) -> None:
    """Who must do what by when.

    Obligations, prohibitions, permissions, rights: with bearer, deadline, quote and citation. Options that name
    bearer, modality, party, article, language, event and holiday may be repeated.

    \b
    Examples:
      dragoman obligations 'notify' --deadline '1..30 days' --modality obligation
      dragoman obligations --instrument UNCAC --article '46(13)'
      dragoman obligations --instrument ID --event entry_into_force=2009-09-04 -o due.ics
    """
    from pipeline.instruments.duties import Asked

    order = sort or (Sorting.DUE if event else Sorting.RELEVANCE)
    asked = Asked(query, bearer, modality, party, article, language, instrument, deadline, order.value)
    form = written or _by_ending(output)
    _check(form, event or [], holiday or [], order, output)
    if diff:
        from pipeline.commands.sides import tell

        tell(diff, asked, form, output)
        return
    rows, dues, total = _answer(asked, event or [], holiday or [], style, limit or _usual(form), offset)
    if form:
        write_norms(rows, dues, event or [], form, output)
    elif not wants_table():
        _emit(rows, total, output)
    else:
        _print_all(rows, total, offset)


def _usual(form: Written | None) -> int:
    return _WRITTEN if form else _SHOWN


def _by_ending(output: Path | None) -> Written | None:
    """The kind of file its name asks for, where --format has not said it."""
    ending = output.suffix.lower().removeprefix(".") if output else ""
    return Written(ending) if ending in list(Written) and wants_table() else None


def _check(
    form: Written | None, events: Sequence[str], holidays: Sequence[str], order: Sorting, output: Path | None
) -> None:
    """Refuse what cannot be answered before anything is asked."""
    from pipeline.schedule import read_events

    read_events(events)
    for text in holidays:
        _day(text)
    if output and not form and wants_table():
        hint = "add --as csv, xlsx, docx or ics, or --format json"
        raise QueryError(f"{output}: what kind of file this is cannot be told", reason="usage", hint=hint)
    hint = "add --event entry_into_force=2009-09-04"
    if form is Written.ICS and not events:
        raise QueryError("a calendar needs the day of an event", reason="event", hint=hint)
    if order is Sorting.DUE and not events:
        raise QueryError("due days need the day of an event", reason="event", hint=hint)
    if holidays and not events:
        say("--holiday counts only with --event")


def _answer(
    asked: Asked, events: Sequence[str], holidays: Sequence[str], style: CiteStyle | None, limit: int, offset: int
) -> tuple[list[dict[str, Any]], list[Due], int]:
    """Rows for the answers, the due days among them, and how many norms answer in all."""
    from pipeline.instruments.duties import advice, norms

    settings = load_settings()
    due: dict[Any, Due] = {}
    with open_ledger(settings) as ledger, open_engine(settings) as engine:
        known = names_in(settings, ledger)
        if events:
            total, hits = norms(engine, ledger, _in_text(asked), limit=_WRITTEN, known=known)
            files = {hit.document_id for hit in hits}
            if len(files) > _VERSIONS:
                raise _several(len(files))
            documents = _documents(ledger, hits)
            due = _due(documents, events, holidays)
            hits = tuple(_by_day(hits, due, asked)[offset : offset + limit])
        else:
            total, hits = norms(engine, ledger, asked, limit=limit, offset=offset, known=known)
            documents = _documents(ledger, hits) if style else {}
        rows = [_row(hit, documents.get(hit.document_id), style, due) for hit in hits]
        for line in advice(engine, ledger, asked, known) if not total else ():
            say(line)
    if events and total:
        _warn(due, events)
    return rows, [due[key] for key in map(_hit_key, hits) if key in due], total


def _in_text(asked: Asked) -> Asked:
    """The same question in the order of the text, where days are still to be computed."""
    return replace(asked, sort=Sorting.TEXT.value) if asked.sort == Sorting.DUE else asked


def _by_day(hits: Sequence[Hit], due: dict[Any, Due], asked: Asked) -> Sequence[Hit]:
    """The earliest day first, then deadlines without a day, then norms without a deadline."""
    if asked.sort != Sorting.DUE:
        return hits

    def rank(hit: Hit) -> tuple[int, date]:
        found = due.get(_hit_key(hit))
        return (0, found.due_on) if found and found.due_on else (1 if found else 2, date.max)

    return sorted(hits, key=rank)


def _documents(ledger: Ledger, hits: Sequence[Hit]) -> dict[str, Document]:
    ids = dict.fromkeys(hit.document_id for hit in hits)
    return {i: document for i in ids if (document := ledger.document(i))}


def _hit_key(hit: Hit) -> tuple[str, str, int, str]:
    return hit.document_id, str(hit.eid), hit.fields["span"]["start"], hit.fields["action"]


def _due(
    documents: dict[str, Document], events: Sequence[str], holidays: Sequence[str]
) -> dict[tuple[str, str, int, str], Due]:
    """Due days by norm; events belong to one instrument, so that its versions alone may be among the answers."""
    from pipeline.instruments.names import own_name
    from pipeline.schedule import read_events, schedule

    files = {document.sha256 for document in documents.values()}
    if len(files) > 1 and len({own_name(document).key for document in documents.values()}) > 1:
        raise _several(len(documents))
    days, free = read_events(events), frozenset(_day(text) for text in holidays)
    return {
        (due.document_id, due.norm.eid, due.norm.span.start, due.norm.action): due
        for document in documents.values()
        for due in schedule(document, days, free)
    }


def _several(documents: int) -> QueryError:
    told = f"events are those of one instrument, and the answers are of {documents} documents"
    return QueryError(told, reason="event", hint="name one with --instrument")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise QueryError(f"{text}: not a day", reason="event", hint="write it as 2009-05-09") from error


def _warn(due: dict[Any, Due], events: Sequence[str]) -> None:
    """Say which events no deadline counts from, and from what the deadlines without a day do."""
    from pipeline.schedule import read_events

    used = {one.event for one in due.values()}
    idle = [name for name in read_events(events) if name not in used]
    if not idle:
        return
    anchors = [d.norm.deadline.anchor_event for d in due.values() if d.norm.deadline and d.due_on is None]
    named = list(dict.fromkeys(" ".join(anchor.split()) for anchor in anchors if anchor))
    more = "; …" if len(named) > _ANCHORS else ""
    others = f"; others count from: {'; '.join(named[:_ANCHORS])}{more}" if named else ""
    say(f"no deadline of the answers counts from {', '.join(idle)}{others}")


def _row(hit: Hit, document: Document | None, style: CiteStyle | None, due: dict[Any, Due]) -> dict[str, Any]:
    row = {**hit.fields, "document_id": hit.document_id, "citation": hit.citation, "snippet": hit.snippet}
    if document and style:
        from pipeline.export.citations import Style, footnote

        row["citation"] = footnote(document, hit.eid, style=Style(style.value), page=hit.page)
    found = due.get(_hit_key(hit))
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


def _emit(rows: list[dict[str, Any]], total: int, output: Path | None) -> None:
    plain = [{k: v for k, v in row.items() if k != "snippet"} for row in rows]
    value = {"total": total, "hits": plain}
    if output:
        write(as_written(value, plain, chosen_format()).encode(), output)
    else:
        emit(value, plain, chosen_format())


def _print_all(rows: list[dict[str, Any]], total: int, offset: int) -> None:
    print(f"{total} found\n")
    for number, row in enumerate(rows, start=offset + 1):
        _print(number, row)
    if rows and len(rows) < total:
        print(f"\n{offset + 1}–{offset + len(rows)} of {total}; more with --limit and --offset")


def _print(number: int, row: dict[str, Any]) -> None:
    named = row.get("bearer") or (f"“{row['bearer_text']}”" if row.get("bearer_text") else "nobody named")
    inferred = " (inferred)" if row.get("bearer_inferred") else ""
    deadline = row.get("deadline") or {}
    told = f"deadline: {deadline.get('text')}" if deadline else ""
    head = f"{row.get('modality')} · {named}{inferred}"
    body = marked(row["snippet"])
    card(number, head, [row["citation"], told, _told(row.get("due")), row["document_id"]], body)


def _told(due: dict[str, Any] | None) -> str:
    if due is None:
        return ""
    if due["due_on"] is None:
        return f"no day: {due['reason']}"
    words = {"latest": "due by", "earliest": "not before", "on": "due on", "every": "first due by"}
    again = f", then every {due['every']}" if due["every"] else ""
    return f"{words[due['limit']]} {due['due_on']}{again}" + (f" ({due['note']})" if due["note"] else "")
