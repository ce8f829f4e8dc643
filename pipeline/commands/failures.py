"""The commands about files that could not be read."""

from __future__ import annotations

import os
from typing import Annotated, Any

import typer

from pipeline.commands import ingest
from pipeline.commands.common import (
    FormatOption,
    app,
    chosen_format,
    load_settings,
    open_ledger,
    registrar,
    take,
    wants_table,
)
from pipeline.errors import DragomanError
from pipeline.terminal import emit, facts, table

group = typer.Typer(help="Files that could not be read.", rich_markup_mode=None)
app.add_typer(group, name="failures")
command = registrar(group)


@group.callback(invoke_without_command=True)
def _failures(context: typer.Context, form: FormatOption = None) -> None:
    take(form=form)
    if context.invoked_subcommand is None:
        failures_list()


@command("list")
def failures_list() -> None:
    """All files that failed or were left out by their content, with reason and advice."""
    rows = _failure_rows()
    if not wants_table():
        emit({"failures": rows}, rows, chosen_format())
        return
    columns = ["path", "stage", "reason", "message", "hint", "attempts", "state"]
    for row in rows:
        row["message"] = row["message"].removeprefix(f"{row['path']}: ")
    table(columns, [[row[column] for column in columns] for row in rows])


def _failure_rows(path: str | None = None) -> list[dict[str, Any]]:
    from pipeline.ingest.walk import shown

    with open_ledger(load_settings()) as ledger:
        found = ledger.failures()
    wanted = os.path.abspath(os.fsencode(path)) if path else None
    return [
        {
            "path": shown(f.path),
            "stage": f.stage,
            "reason": f.reason,
            "message": f.message,
            "hint": f.hint,
            "attempts": f.attempts,
            "since": f.since,
            "state": "ignored" if f.ignored else "skipped" if f.skipped else "failed",
        }
        for f in found
        if wanted is None or f.path == wanted or f.path.startswith(wanted + b"/")
    ]


Path1 = Annotated[str, typer.Argument(metavar="PATH", help="A file or folder.")]


@command("show")
def failures_show(
    path: Path1,
) -> None:
    """One failure in full."""
    rows = _failure_rows(path)
    if not rows:
        raise DragomanError(f"{path}: no failure is known", reason="unknown", hint="see: dragoman failures list")
    if not wants_table():
        emit({"failures": rows}, rows, chosen_format())
        return
    for row in rows:
        facts(row.items())


@command("retry")
def failures_retry(
    path: Annotated[
        str | None, typer.Argument(metavar="[PATH]", help="A file or folder; all if left out.", show_default=False)
    ] = None,
) -> None:
    """Read again what failed."""
    _ignore(path, ignored=False)
    ingest.ingest(paths=[path] if path else None, retry_failed=True)


@command("ignore")
def failures_ignore(
    path: Path1,
) -> None:
    """Count a failure as skipped from now on, until its content changes."""
    if not _ignore(path, ignored=True):
        raise DragomanError(f"{path}: no failure is known", reason="unknown", hint="see: dragoman failures list")


def _ignore(path: str | None, *, ignored: bool) -> int:
    with open_ledger(load_settings()) as ledger, ledger.transaction() as db:
        if path is None:
            return db.execute("UPDATE failures SET ignored = ?", (ignored,)).rowcount
        wanted = os.path.abspath(os.fsencode(path))
        return db.execute(
            "UPDATE failures SET ignored = ? WHERE path = ? OR substr(path, 1, ?) = ?",
            (ignored, wanted, len(wanted) + 1, wanted + b"/"),
        ).rowcount
