"""The command that shows one document."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.commands.common import app, chosen_format, load_settings, open_ledger, registrar, wants_table
from pipeline.terminal import emit, facts, lines, safe, table

if TYPE_CHECKING:
    from pipeline.model import Document
    from pipeline.search.documents import Particulars

command = registrar(app)


@command()
def show(
    document: Annotated[
        str, typer.Argument(help="A document id or the beginning of one, a file's path, or words of a title.")
    ],
    article: Annotated[
        str | None,
        typer.Option("--article", help="Only this article, such as 5 or 5.2 or art_5__para_2.", show_default=False),
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", help="Of several texts the one in this language.", show_default=False)
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Name the rule or model behind every record.")] = False,
    dropped: Annotated[bool, typer.Option("--dropped", help="List what was left out of the text, and why.")] = False,
) -> None:
    """A document as it was read, or one of its articles."""
    from pipeline import codec
    from pipeline.instruments.chosen import opened, placed
    from pipeline.search import documents

    with open_ledger(load_settings()) as ledger:
        shown = opened(ledger, document, language)
        view = documents.view(shown, article=placed(shown, article).eid if article else None)
        paths = ledger.paths_of(shown.sha256)
    if not wants_table():
        value = codec.plain(view)
        emit(value, [value], chosen_format())
        return
    _print_document(shown, view, [os.fsdecode(path) for path in paths], why=why, dropped=dropped)


_CLAUSES = {
    "in_force": "in force",
    "not_binding": "no force",
    "authentic_texts": "authentic",
    "prevailing_text": "prevailing",
}


def _particulars(known: Particulars | None) -> dict[str, str]:
    """What an instrument says of its own life, one line for each kind of statement, with the place of each."""
    if known is None:
        return {}
    signed = ", ".join(part for part in (known.signed_on, known.signed_at) if part)
    place = f" [{known.binding.eid}]" if known.binding.eid else ""
    told = {"signed": signed, "binding": f"{known.binding.answer.value}: {known.binding.why}{place}"}
    for statement in known.statements:
        name = _CLAUSES.get(statement.kind, statement.kind)
        line = f"{' '.join(statement.text.split())} [{statement.eid}]"
        told[name] = f"{told[name]} / {line}" if name in told else line
    return told


def _print_document(document: Document, view: Any, paths: Sequence[str], *, why: bool, dropped: bool) -> None:
    structure = document.structure
    told = {
        "document": document.id,
        "title": document.title,
        "genre": f"{structure.genre.value} ({structure.evidence})",
        "language": document.language,
        "date": document.issued_on,
        "parties": "; ".join(structure.parties),
        **_particulars(view.particulars),
        "file": ", ".join(paths),
        "notes": "; ".join(f"p. {n.page}: {n.message}" if n.page else n.message for n in document.notes),
    }
    facts((name, value) for name, value in told.items() if value)
    for section in view.sections:
        page = f" · p. {section.page}" if section.page else ""
        print(f"\n[{section.eid}]{page}\n{lines(section.text)}")
        for row in section.records if why else ():
            print(f"    {safe(row)}")
    if dropped:
        table(
            ["left out", "reason"],
            [[item.text.strip()[:100], item.reason] for item in document.dropped],
            title="\nDropped",
        )
