"""The command about the instruments of a corpus: held, only named, and who cites whom."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.commands.common import app, chosen_format, load_settings, open_ledger, registrar, wants_table
from pipeline.commands.writing import CiteStyle, Output, write
from pipeline.terminal import card, emit, lines, table

if TYPE_CHECKING:
    from pipeline.instruments.survey import Citation, Instrument, Survey

command = registrar(app)


class Drawn(StrEnum):
    """How the graph of citations is written."""

    JSON = "json"
    GRAPHML = "graphml"
    SVG = "svg"


@command()
def treaties(
    missing: Annotated[
        bool, typer.Option("--missing", help="Those that are named and not held, with who names them.")
    ] = False,
    graph: Annotated[
        Drawn | None, typer.Option("--graph", help="Who cites whom, as data or as a picture.", show_default=False)
    ] = None,
    output: Output = None,
) -> None:
    """The instruments of the corpus.

    Which are held, which are only named, who cites whom."""
    from pipeline.instruments.survey import survey

    with open_ledger(load_settings()) as ledger:
        found = _in_full(survey(ledger), {row.id: row.title or "" for row in ledger.live_rows()})
    if graph:
        write(_graph(found, graph).encode(), output)
        return
    rows = _missing_rows(found) if missing else _held_rows(found)
    if not wants_table():
        held = {} if missing else {"held": rows}
        emit({**held, "missing": _missing_rows(found)}, rows, chosen_format())
    elif missing:
        _print_missing(rows)
    else:
        _print_held(rows)
        print(f"{len(rows)} held, {len(found.missing)} named and not held: --missing")


def _in_full(found: Survey, titles: Mapping[str, str]) -> Survey:
    """The survey with the whole titles of the instruments held, where it has cut them."""

    def whole(one: Instrument) -> Instrument:
        if not one.title.endswith("…"):
            return one
        told = (" ".join(titles.get(document, "").split()) for document in one.documents)
        return replace(one, title=next((t for t in told if t.startswith(one.title[:-1])), one.title))

    return replace(found, held=tuple(whole(one) for one in found.held))


Document = Annotated[
    str, typer.Argument(help="A document id or the beginning of one, a file's path, or words of a title.")
]
Language = Annotated[
    str | None, typer.Option("--language", help="Of several texts the one in this language.", show_default=False)
]


@command()
def export(document: Document, language: Language = None, output: Output = None) -> None:
    """A document as Akoma Ntoso XML.

    Provisions with their ids, entities and references as links; valid against the OASIS schema."""
    from pipeline.export.akn import akoma_ntoso
    from pipeline.instruments.chosen import opened

    with open_ledger(load_settings()) as ledger:
        chosen = opened(ledger, document, language)
    write(akoma_ntoso(chosen), output)


@command()
def cite(
    document: Document,
    article: Annotated[
        str | None, typer.Option("--article", help="Such as 5 or 5.2.", metavar="PLACE", show_default=False)
    ] = None,
    language: Language = None,
    style: Annotated[CiteStyle, typer.Option("--style", help="How it is cited.")] = CiteStyle.OSCOLA,
) -> None:
    """A footnote for a document or one of its articles."""
    from pipeline.export.citations import Style, footnote
    from pipeline.instruments.chosen import opened, placed

    with open_ledger(load_settings()) as ledger:
        chosen = opened(ledger, document, language)
    provision = placed(chosen, article) if article else None
    page = chosen.page_of(provision.span.start) if provision else None
    told = footnote(chosen, provision.eid if provision else None, style=Style(style.value), page=page)
    row = {"document_id": chosen.id, "eid": provision.eid if provision else None, "citation": told}
    if wants_table():
        print(told)
    else:
        emit(row, [row], chosen_format())


def _graph(found: Survey, form: Drawn) -> str:
    from pipeline.export import graph, picture

    makers = {Drawn.JSON: graph.as_json, Drawn.GRAPHML: graph.as_graphml, Drawn.SVG: picture.as_svg}
    return makers[form](found)


def _cell(value: Any) -> Any:
    return ", ".join(value) if isinstance(value, list) else value


def _held_rows(found: Survey) -> list[dict[str, Any]]:
    from pipeline.export.graph import node

    return [
        {
            **node(one),
            "cites": sum(c.source == one.id for c in found.citations),
            "cited_by": len({c.source for c in found.citing(one.id)}),
        }
        for one in found.held
        if one.is_instrument
    ]


def _missing_rows(found: Survey) -> list[dict[str, Any]]:
    """The most cited first."""
    from pipeline.export.graph import node

    rows = [{**node(one), "cited_by": _citing(found, one)} for one in found.missing]
    for row in rows:
        for name in ("held", "genre", "languages", "documents"):
            del row[name]
    return sorted(rows, key=lambda row: (-_witnesses(row), row["title"].casefold(), row["id"]))


def _witnesses(row: dict[str, Any]) -> int:
    """How many instruments name it, however often and in whatever relation."""
    return len({one["id"] for one in row["cited_by"]})


def _citing(found: Survey, one: Instrument) -> list[dict[str, Any]]:
    return [_told(found, citation) for citation in found.citing(one.id)]


def _told(found: Survey, citation: Citation) -> dict[str, Any]:
    source = found.find(citation.source)
    return {
        "id": citation.source,
        "title": source.title if source else citation.source,
        "genre": source.genre if source else None,
        "relation": citation.relation,
        "places": [
            {
                "document_id": place.document_id,
                "eid": place.eid,
                "place": place.place,
                "text": " ".join(place.text.split()),
            }
            for place in citation.places
        ],
    }


_WIDE = 130  # columns of a terminal from which the table is easily read


def _print_held(rows: list[dict[str, Any]]) -> None:
    """A table, or on a narrow terminal one entry below the other."""
    if sys.stdout.isatty() and get_terminal_size().columns < _WIDE:
        for number, row in enumerate(rows, start=1):
            told = [row["signed_on"] or "n.d.", row["genre"], _cell(row["languages"]), _cell(row["documents"])]
            card(number, row["title"], told, f"cites {row['cites']}, cited by {row['cited_by']}")
        return
    columns = ["title", "signed_on", "genre", "languages", "cites", "cited_by", "documents"]
    table(columns, [["n.d." if row[c] is None else _cell(row[c]) for c in columns] for row in rows])


def _print_missing(rows: list[dict[str, Any]]) -> None:
    from rich.text import Text

    print(f"{len(rows)} named and not held\n")
    for number, row in enumerate(rows, start=1):
        citing: dict[tuple[str, str], list[str]] = {}
        for one in row["cited_by"]:
            verb = "" if one["relation"] == "cites" else f"{one['relation']} it: "
            said = [verb + (p["place"] or p["eid"] or p["document_id"]) for p in one["places"]]
            citing.setdefault((one["id"], one["title"]), []).extend(said)
        known = "" if row["id"].startswith("name:") else row["id"]
        told = [row["signed_on"] or "n.d.", f"named by {_witnesses(row)}", known]
        who = lines("\n".join(f"{title}: {'; '.join(dict.fromkeys(at))}" for (_, title), at in citing.items()))
        card(number, row["title"], told, Text(who))
