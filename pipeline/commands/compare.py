"""The command that holds the authentic texts of an instrument against each other."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.commands.common import app, chosen_format, load_settings, open_ledger, registrar, wants_table
from pipeline.commands.writing import Output, write
from pipeline.errors import QueryError, StorageError
from pipeline.terminal import Format, as_written, card, emit, facts, say

if TYPE_CHECKING:
    from pipeline.bilingual import Comparison, Divergence, Passage
    from pipeline.model import Document

command = registrar(app)


@command()
def compare(
    texts: Annotated[
        list[str], typer.Argument(metavar="EN [RU]", help="Two files, ids or titles; one, where it holds both texts.")
    ],
    output: Output = None,
) -> None:
    """Where two authentic texts differ.

    Missing provisions, modality, negation, numbers, dates, deadlines, parties, terms; each with both quotes.
    The ending of -o tells what is written: csv, xlsx, docx, or what --format says."""
    from pipeline import bilingual

    if len(texts) > 2:
        raise typer.BadParameter("give two texts, or one file that holds both")
    ending = output.suffix.lower().removeprefix(".") if output and wants_table() else ""
    if output and wants_table() and ending not in _WRITTEN:
        hint = f"end it with {', '.join(_WRITTEN)}, or add --format json"
        raise QueryError(f"{output}: what kind of file this is cannot be told", reason="usage", hint=hint)
    versions = [version for text in texts for version in _versions(text, alone=len(texts) == 1)]
    english, russian = _pair(versions, " and ".join(texts))
    found = bilingual.compare(english, russian)
    for note in found.notes:
        say(f"{note.code.replace('_', ' ')}: {note.message}")
    rows = [_row(divergence) for divergence in found.divergences]
    if output and ending:
        _write(rows, ending, output, english, russian)
        return
    if wants_table():
        _print(found, english, russian)
        return
    value = {
        "divergences": rows,
        "aligned": [list(pair) for pair in found.aligned],
        "unaligned": [list(side) for side in found.unaligned],
        "partial": found.partial,
        "notes": [{"code": note.code, "message": note.message} for note in found.notes],
        "documents": {"en": english.id, "ru": russian.id},
    }
    told = [_flat(row) for row in rows] if chosen_format() is Format.CSV else rows
    if output:
        write(as_written(value, told, chosen_format()).encode(), output)
    else:
        emit(value, told, chosen_format())


_WRITTEN = ("csv", "xlsx", "docx")
_SIDES = tuple(f"{language}_{name}" for language in ("en", "ru") for name in ("quote", "start", "end"))


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """A divergence with each side in columns of its own."""
    spread = {f"{side}_{name}": told for side in ("en", "ru") for name, told in (row[side] or {}).items()}
    return {"kind": row["kind"], "eid": row["eid"], "detail": row["detail"], **dict.fromkeys(_SIDES), **spread}


def _write(rows: list[dict[str, Any]], form: str, output: Path, english: Document, russian: Document) -> None:
    from pipeline.citation import place, short_title
    from pipeline.export import tables

    flat = [_flat(row) for row in rows]
    columns = ("kind", "eid", "detail", *_SIDES)
    if form == "csv":
        write(tables.as_csv(columns, flat), output)
    elif form == "xlsx":
        write(tables.as_xlsx(columns, flat, sheet="divergences"), output, binary=True)
    else:
        from pipeline.export.word import sides_as_docx

        sides = [
            {
                "a_quote": row["en_quote"],
                "a_citation": place(english, row["eid"]) or row["eid"],
                "b_quote": row["ru_quote"],
                "b_citation": place(russian, row["eid"]) or row["eid"],
                "differences": f"{row['kind'].replace('_', ' ')}: {_plain(row['detail'])}",
            }
            for row in flat
        ]
        write(sides_as_docx(short_title(english), short_title(russian), sides), output, binary=True)


def _versions(name: str, *, alone: bool) -> tuple[Document, ...]:
    """The documents of a file; or the one meant by an id or a title, with the other texts of its file where no second
    is named."""
    if Path(name).is_file():
        return _read(Path(name))
    if Path(name).is_dir():
        raise QueryError(f"{name} is a folder", reason="usage", hint="give the two files")
    from pipeline.instruments.chosen import named, opened

    with open_ledger(load_settings()) as ledger:
        ids = named(ledger, name)
        sources = {row.sha256 for row in ledger.live_rows() if row.id in ids}
        if alone and len(sources) == 1:
            return ledger.documents_of(*sources)
        if alone:
            return ledger.documents_of(opened(ledger, name).sha256)
        return (opened(ledger, name),)


def _read(path: Path) -> tuple[Document, ...]:
    """The documents of a file: as they were read, where this very content was, by the code that runs now."""
    from pipeline import analyse_file, process

    try:
        with open_ledger(load_settings()) as ledger:
            held = ledger.documents_of(sha256(path.read_bytes()).hexdigest())
    except (StorageError, OSError):  # no corpus yet; a file that cannot be read is told of by the reader
        held = ()
    current = set(process.STAGE_VERSIONS)
    return held if held and all(current <= set(d.stage_versions) for d in held) else analyse_file(str(path))


def _pair(versions: list[Document], named: str) -> tuple[Document, Document]:
    """The one English and the one Russian text among the versions."""
    chosen = [[d for d in versions if d.language == language] for language in ("en", "ru")]
    if any(len(side) != 1 for side in chosen):
        held = ", ".join(d.language for d in versions) or "nothing"
        raise QueryError(
            f"{named}: one English and one Russian text are needed, there is {held}",
            reason="languages",
            hint="give both files, or one that holds both texts",
        )
    return chosen[0][0], chosen[1][0]


def _row(divergence: Divergence) -> dict[str, Any]:
    return {
        "kind": divergence.kind,
        "eid": divergence.eid,
        "en": _side(divergence.english),
        "ru": _side(divergence.russian),
        "detail": divergence.detail,
    }


def _side(passage: Passage | None) -> dict[str, Any] | None:
    return {"quote": passage.quote, "start": passage.start, "end": passage.end} if passage else None


_LENGTH = re.compile(r"\bP(?:(?P<M>\d+)M|(?P<D>\d+)D|T(?P<H>\d+)H|T(?P<T>\d+)M)\b")
_UNITS = {"M": "months", "D": "days", "H": "hours", "T": "minutes"}


def _plain(detail: str) -> str:
    """What differs, with lengths of time in words."""
    return _LENGTH.sub(lambda m: f"{m[m.lastgroup or 0]} {_UNITS[m.lastgroup or 'D']}", detail)


def _print(found: Comparison, english: Document, russian: Document) -> None:
    from pipeline.citation import place

    for number, divergence in enumerate(found.divergences, start=1):
        where = place(english, divergence.eid) or place(russian, divergence.eid) or divergence.eid
        card(number, f"{divergence.kind.replace('_', ' ')} · {where}", [_plain(divergence.detail)], "")
        rows: list[tuple[str, object]] = []
        for language, passage in (("en", divergence.english), ("ru", divergence.russian)):
            rows.append((language, passage.quote.strip() if passage else "(nothing)"))
        facts(rows, below=True)
    partial = f"; partial: {', '.join(note.code.replace('_', ' ') for note in found.notes)}" if found.partial else ""
    print(
        f"{len(found.divergences)} divergences · {len(found.aligned)} provisions aligned, "
        f"{len(found.unaligned)} without a twin{partial}"
    )
