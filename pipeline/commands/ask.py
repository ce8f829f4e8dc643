"""The commands that ask the index and the ledger."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.commands.common import (
    Limit,
    Offset,
    app,
    chosen_format,
    load_settings,
    names_of,
    open_engine,
    open_ledger,
    registrar,
    wants_table,
)
from pipeline.errors import DragomanError
from pipeline.terminal import Format, card, emit, marked, say, table

if TYPE_CHECKING:
    from pipeline.engines.base import Hit, Results

command = registrar(app)


Query = Annotated[str, typer.Argument(help='Words, "phrases", -not, OR, fields such as country:KZ; see docs/query.md.')]
Facets = Annotated[list[str] | None, typer.Option("--facet", help="Count the values of a field; may be repeated.")]
Sort = Annotated[str, typer.Option("--sort", help="relevance or date")]


@command()
def search(
    query: Query,
    limit: Limit = 10,
    offset: Offset = 0,
    facet: Facets = None,
    sort: Sort = "relevance",
) -> None:
    """Find provisions and paragraphs.

    Each answer leads to document, article and page."""
    results = _find(
        query, "passages", limit=limit, offset=offset, facets=facet or ("type", "language", "country"), sort=sort
    )
    rows = [_hit(hit) for hit in results.hits]
    if wants_table():
        _print_hits(results, query, offset)
        _print_facets(results)
    else:
        emit(
            {"total": results.total, "hits": rows, "facets": {k: dict(v) for k, v in results.facets.items()}},
            rows,
            chosen_format(),
        )


def _find(
    query: str, index: str, *, limit: int, offset: int, facets: Sequence[str] = (), sort: str = "relevance"
) -> Results:
    from pipeline.search.find import find

    settings = load_settings()
    with open_engine(settings) as engine, names_of(settings) as known:
        return find(
            engine,
            query,
            index=index,
            facets=tuple(facets),
            sort=sort,
            limit=limit,
            offset=offset,
            known=known,
        )


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "document_id": hit.document_id,
        "kind": hit.kind,
        "title": hit.title,
        "language": hit.language,
        "issued_on": hit.issued_on.isoformat() if hit.issued_on else None,
        "eid": hit.eid,
        "page": hit.page,
        "citation": hit.citation,
        "snippet": hit.snippet,
        "score": hit.score,
    }


def _facts(hit: Hit) -> list[str]:
    page = f"p. {hit.page}" if hit.page else ""
    return [hit.issued_on.isoformat() if hit.issued_on else "n.d.", hit.language, page, hit.document_id]


def _print_hits(results: Results, query: str, offset: int) -> None:
    if not results.total:
        say(f"nothing found for {query}")
        return
    print(f"{results.total} found\n")
    for number, hit in enumerate(results.hits, start=offset + 1):
        card(number, hit.citation or hit.title or hit.document_id, _facts(hit), marked(hit.snippet))


def _print_facets(results: Results) -> None:
    for name, values in results.facets.items():
        if values:
            print(f"{name}: " + ", ".join(f"{value} ({count})" for value, count in values[:8]))


@command()
def quotes(
    query: Annotated[str, typer.Argument(help="As in search; also speaker:.")] = "",
    limit: Limit = 20,
    offset: Offset = 0,
    sort: Sort = "relevance",
) -> None:
    """Who said what, in which words."""
    results = _find(query, "quotes", limit=limit, offset=offset, sort=sort)
    rows = [{**hit.fields, "document_id": hit.document_id, "citation": hit.citation} for hit in results.hits]
    if not wants_table():
        emit({"total": results.total, "hits": rows}, rows, chosen_format())
        return
    print(f"{results.total} found\n")
    for number, (hit, row) in enumerate(zip(results.hits, rows, strict=True), start=offset + 1):
        speaker = row.get("speaker") or "unnamed speaker"
        role = f", {row['role']}" if row.get("role") else ""
        card(number, f"{speaker}{role}", _facts(hit), marked(hit.snippet))


class Shape(StrEnum):
    """Other tools' shapes for entities."""

    FTM = "ftm"


@command()
def entities(
    query: Annotated[str, typer.Argument(help="A name in any language, or the beginning of an id.")] = "",
    kind: Annotated[
        str | None, typer.Option("--kind", help="country, organisation, operation, …", show_default=False)
    ] = None,
    limit: Limit = 50,
    shape: Annotated[
        Shape | None,
        typer.Option("--as", help="followthemoney-style JSON lines.", show_default=False),
    ] = None,
) -> None:
    """The names of the corpus.

    With counts, first and last date, aliases and companions."""
    from pipeline import codec
    from pipeline.entities import decisions_file
    from pipeline.search.entities import entities as listed

    settings = load_settings()
    with open_ledger(settings) as ledger:
        decisions = decisions_file.load(settings.data_dir)
        found = listed(ledger, query, kind=kind, limit=limit, decisions=decisions)
    if shape is Shape.FTM:
        from pipeline.search.followthemoney import followthemoney

        told = [one for one in map(followthemoney, found) if one]
        emit(told, told, Format.JSONL)
        return
    rows = [codec.plain(entity) for entity in found]
    if not wants_table():
        emit({"total": len(rows), "entities": rows}, rows, chosen_format())
        return
    table(
        ["id", "kind", "name", "named", "in", "first", "last", "also"],
        [
            [e.id, e.kind, e.label, e.mentions, e.documents, e.first_seen, e.last_seen, ", ".join(e.aliases[:4])]
            for e in found
        ],
        clip={"id": 20, "name": 28, "also": 20},
    )


@command()
def precedents(
    draft: Annotated[Path, typer.Argument(help="A draft text; - for standard input.")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=50, help="At most so many passages a sentence.")] = 3,
) -> None:
    """What was said before.

    For each sentence of a draft the nearest earlier passages, with date and speaker."""
    from pipeline import codec
    from pipeline.search.precedents import precedents as nearest

    text = _draft(draft)
    with open_engine(load_settings()) as opened:
        found = nearest(opened, text, limit=limit)
    rows = [codec.plain(precedent) for precedent in found]
    if not wants_table():
        emit({"sentences": rows}, rows, chosen_format())
        return
    for precedent in found:
        print(f"\n› {precedent.sentence}")
        for number, match in enumerate(precedent.matches, start=1):
            speaker = match.speaker or ""
            day = match.issued_on.isoformat() if match.issued_on else "n.d."
            card(number, match.citation, [day, speaker, match.language, match.document_id], marked(match.snippet))


_DRAFT_BYTES = 1 << 20


def _draft(path: Path) -> str:
    try:
        data = sys.stdin.buffer.read(_DRAFT_BYTES + 1) if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise DragomanError(f"{path}: {error.strerror}", reason="missing", hint="check the path") from error
    if len(data) > _DRAFT_BYTES or b"\0" in data:
        raise DragomanError(
            f"{path}: not a draft (over 1 MiB, or not text)", reason="draft", hint="give a text file in UTF-8"
        )
    return data.decode("utf-8", "replace")
