"""Two instruments side by side, as `dragoman obligations --diff` shows and writes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.commands.common import (
    chosen_format,
    load_settings,
    names_in,
    open_engine,
    open_ledger,
    wants_table,
)
from pipeline.commands.writing import write
from pipeline.errors import QueryError
from pipeline.terminal import Format, as_written, emit, say, table

if TYPE_CHECKING:
    from pipeline.instruments.duties import Asked
    from pipeline.instruments.sides import Side
    from pipeline.model import Document, Norm

_SIDES = tuple(f"{side}_{name}" for side in "ab" for name in ("citation", "modality", "bearer", "deadline", "quote"))
_MOST = 10_000


def tell(names: tuple[str, str], asked: Asked, form: str | None, output: Path | None) -> None:
    """Print or write the norms of two instruments in pairs; what `asked` narrows holds for one of each pair."""
    from pipeline.instruments.chosen import opened
    from pipeline.instruments.sides import side_by_side

    if asked.instrument:
        raise QueryError("--diff names its two instruments itself", reason="usage", hint="leave --instrument out")
    language = asked.language[0] if isinstance(asked.language, list) and len(asked.language) == 1 else None
    with open_ledger(load_settings()) as ledger:
        one, other = (opened(ledger, name, language) for name in names)
    if one.language != other.language:
        say("two languages: norms are paired by their place in the instrument")
    sides = side_by_side(one, other)
    if asked.query or asked.narrowed:
        kept = _asked_for(asked, one, other)
        sides = tuple(s for s in sides if _key(s.first, one) in kept or _key(s.second, other) in kept)
    rows = [{"likeness": s.likeness, "differences": list(s.differences), **_both(s, one, other)} for s in sides]
    if form:
        _write(rows, form, output, (one, other))
    elif not wants_table():
        _emit(rows, one, other, output)
    else:
        _print(sides, one, other)


def _key(norm: Norm | None, document: Document) -> tuple[str, int, str] | None:
    return (document.id, norm.span.start, norm.action) if norm else None


def _asked_for(asked: Asked, *documents: Document) -> set[tuple[str, int, str] | None]:
    """The norms of these documents that answer the question."""
    from pipeline.instruments.duties import norms

    settings = load_settings()
    found: set[tuple[str, int, str] | None] = set()
    with open_ledger(settings) as ledger, open_engine(settings) as engine:
        known = names_in(settings, ledger)
        for document in documents:
            question = replace(asked, instrument=document.id, sort="relevance")
            hits = norms(engine, ledger, question, limit=_MOST, known=known)[1]
            found.update((hit.document_id, hit.fields["span"]["start"], hit.fields["action"]) for hit in hits)
    return found


def _both(side: Side, one: Document, other: Document) -> dict[str, Any]:
    return {"a": _told(side.first, one), "b": _told(side.second, other)}


def _told(norm: Norm | None, document: Document) -> dict[str, Any] | None:
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


def _flat(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each side in columns of its own."""
    spread = ({f"{side}_{name}": told for side in "ab" for name, told in (row[side] or {}).items()} for row in rows)
    return [
        {"likeness": row["likeness"], "differences": "; ".join(row["differences"]), **dict.fromkeys(_SIDES), **flat}
        for row, flat in zip(rows, spread, strict=True)
    ]


def _write(rows: list[dict[str, Any]], form: str, output: Path | None, documents: tuple[Document, Document]) -> None:
    from pipeline.export import tables

    columns = ("likeness", "differences", *_SIDES)
    if form == "csv":
        write(tables.as_csv(columns, _flat(rows)), output)
    elif form == "xlsx":
        write(tables.as_xlsx(columns, _flat(rows), sheet="side by side"), output, binary=True)
    elif form == "docx":
        from pipeline.citation import short_title
        from pipeline.export.word import sides_as_docx

        one, other = (short_title(document) for document in documents)
        write(sides_as_docx(one, other, _flat(rows)), output, binary=True)
    else:
        raise QueryError("two instruments side by side are no calendar", reason="usage", hint="use csv, xlsx or docx")


def _emit(rows: list[dict[str, Any]], one: Document, other: Document, output: Path | None) -> None:
    value = {"a": one.id, "b": other.id, "rows": rows}
    lines = _flat(rows) if chosen_format() is Format.CSV else rows
    if output:
        write(as_written(value, lines, chosen_format()).encode(), output)
    else:
        emit(value, lines, chosen_format())


def _print(sides: Sequence[Side], one: Document, other: Document) -> None:
    from pipeline.citation import place, short_title

    def words(norm: Norm | None, document: Document) -> str:
        return f"{place(document, norm.eid) or norm.eid}: {' '.join(norm.quote.split())}" if norm else "—"

    table(
        [short_title(one), short_title(other), "differences"],
        [[words(s.first, one), words(s.second, other), "; ".join(s.differences)] for s in sides],
    )
    both = sum(bool(s.first and s.second) for s in sides)
    only = sum(s.second is None for s in sides)
    print(f"{both} in both, {only} only in the first, {len(sides) - both - only} only in the second")
