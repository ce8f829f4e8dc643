"""The command that lists what happened: seizures, arrests, laboratories, destructions, convictions, contributions."""

from __future__ import annotations

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
    registrar,
    wants_table,
)
from pipeline.terminal import emit, table

if TYPE_CHECKING:
    from pipeline.engines.base import Hit, Results

command = registrar(app)
_SIGNS = {"at_least": "≥ ", "more_than": "> ", "about": "≈ ", "up_to": "≤ ", "less_than": "< "}
_LARGER = (("g", 1e6, "t"), ("g", 1e3, "kg"), ("m2", 1e4, "ha"))


@command()
def facts(
    query: Annotated[
        str, typer.Argument(help="As in search; also fact:, quantity: and money:, here of one event each.")
    ] = "",
    limit: Limit = 50,
    offset: Offset = 0,
    sort: Annotated[str, typer.Option("--sort", help="relevance or date")] = "date",
) -> None:
    """What happened, with figures.

    Seizures, arrests, laboratories, destructions, convictions, contributions: one row each, with sums over all that
    were found, printed or not."""
    from pipeline.engines.query import MAX_WINDOW
    from pipeline.search.facts import sums
    from pipeline.search.find import find

    settings = load_settings()
    with open_engine(settings) as engine, names_of(settings) as known:
        results = find(engine, query, index="facts", sort=sort, limit=limit, offset=offset, known=known)
        every = results
        if results.total > len(results.hits):
            every = find(engine, query, index="facts", limit=MAX_WINDOW, known=known)
    rows = _rows(results)
    added = sums(_rows(every))
    if not wants_table():
        emit({"total": results.total, "hits": rows, "sums": added}, rows, chosen_format())
        return
    print(f"{results.total} found\n")
    table(
        ["when", "what", "how much", "of", "who", "where", "written in"],
        [
            [
                _flagged(row["on"], inferred=row["on_inferred"]),
                f"{row['kind']}{' (part)' if row['part'] else ''}",
                _worth(row),
                row["of"],
                f"{row['actor'] or ''} → {row['recipient']}".strip() if row["recipient"] else row["actor"],
                _flagged(row["place"], inferred=row["place_inferred"]),
                row["citation"],
            ]
            for row in rows
        ],
    )
    for one in added:
        counted = "1 fact" if one["facts"] == 1 else f"{one['facts']} facts"
        print(f"{one['kind']}: {_amount(one)}{' ' + one['of'] if one['of'] else ''} in {counted}")


_NAMES = (
    "kind", "amount", "of", "actor", "recipient", "place", "place_inferred", "on", "on_inferred", "part", "text",
    "rule", "span", "worth",
)  # fmt: skip


def _rows(results: Results) -> list[dict[str, Any]]:
    return [{**_record(hit), "document_id": hit.document_id, "citation": hit.citation} for hit in results.hits]


def _record(hit: Hit) -> dict[str, Any]:
    """The fact as it was read; `kind` is the kind of fact, not of row."""
    return {**{name: hit.fields.get(name) for name in _NAMES}, "kind": hit.fields.get("fact")}


def _flagged(value: str | None, *, inferred: bool) -> str:
    """A value taken from the dateline stands in brackets."""
    return "" if value is None else f"({value})" if inferred else value


def _worth(row: dict[str, Any]) -> str:
    """The amount, with what the text says it is worth."""
    amount = _amount(row["amount"])
    return f"{amount} (worth {_amount(row['worth'])})" if row["worth"] else amount


def _amount(amount: dict[str, Any] | None) -> str:
    """ "> 36 kg", "5–7", "50,000 USD"."""
    if amount is None:
        return ""
    factor, unit = 1.0, amount["unit"]
    for base, size, name in _LARGER:
        if unit == base and amount["value"] >= size:
            factor, unit = size, name
            break
    ends = [amount["value"], *([amount["high"]] if amount.get("high") else [])]
    told = "–".join(f"{round(end / factor, 3):,.10g}" for end in ends)
    return f"{_SIGNS.get(amount.get('bound', ''), '')}{told} {unit}".strip()
