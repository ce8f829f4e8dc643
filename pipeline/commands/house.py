"""The commands that look after a data directory, the installation and the quality of the rules."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline.commands.common import (
    EXIT_FAILED_DOCUMENTS,
    app,
    chosen_format,
    common,
    load_settings,
    open_engine,
    open_ledger,
    registrar,
    replace_file,
    wants_table,
)
from pipeline.errors import StorageError
from pipeline.terminal import emit, facts, say, table

command = registrar(app)
group = typer.Typer(help="Settings and where each comes from.", rich_markup_mode=None, no_args_is_help=True)
app.add_typer(group, name="config")


@command()
def status() -> None:
    """What the data directory holds.

    Files, documents, failures, the last run, and how far the index is behind."""
    from pipeline.ingest.status import status as read

    settings = load_settings()
    with open_ledger(settings) as ledger:
        state = read(ledger, settings)
    if not wants_table():
        emit(state, [state], chosen_format())
        return
    facts((name.replace("_", " "), _told(value)) for name, value in state.items())


def _told(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {count}" for name, count in value.items()) or "none"
    return "never" if value is None else str(value)


@command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy is written.")],
) -> None:
    """Copy the ledger into one file.

    Consistent, also while a run is under way. Decisions about entities, where there are any, are copied beside it. The
    index is not copied: rebuild makes it again."""
    from pipeline.entities.decisions import FILE

    settings = load_settings()
    with open_ledger(settings) as ledger:
        ledger.backup(file)
    say(f"{file}: {file.stat().st_size} bytes")
    decided = settings.data_dir / FILE
    if decided.is_file():
        beside = file.with_name(f"{file.name}.{FILE}")
        try:
            replace_file(beside, decided.read_bytes())
        except OSError as error:
            raise StorageError(
                f"{beside}: {error.strerror}", reason="storage", hint="check space and permissions"
            ) from error
        say(f"{beside}: {beside.stat().st_size} bytes")


@command()
def rebuild() -> None:
    """Make the search index anew.

    From the ledger alone: no file is read again."""
    from pipeline.ingest import indexing, lock

    settings = load_settings()
    with lock.hold(settings.data_dir), open_ledger(settings) as ledger, open_engine(settings) as opened:
        done = indexing.rebuild(ledger, opened, indexing.key(settings))
    for entry, reason in done.refused:
        say(f"refused: {entry}: {reason}")
    if not wants_table():
        emit({"documents": done.written, "refused": len(done.refused)}, [], chosen_format())
    else:
        print(f"{done.written} documents indexed")
    raise typer.Exit(EXIT_FAILED_DOCUMENTS if done.refused else 0)


@command()
def verify() -> None:
    """Hold ledger, records and index together."""
    from pipeline.ingest.status import verify as check

    settings = load_settings()
    with open_ledger(settings) as ledger, open_engine(settings) as opened:
        complaints = check(ledger, opened, settings)
    if not wants_table():
        emit({"ok": not complaints, "complaints": complaints}, [{"complaint": c} for c in complaints], chosen_format())
    else:
        for complaint in complaints:
            say(complaint)
        print("everything agrees" if not complaints else f"{len(complaints)} complaints")
    raise typer.Exit(1 if complaints else 0)


@command()
def doctor() -> None:
    """What is installed, what is missing."""
    from pipeline import codec
    from pipeline.ingest.doctor import examine

    findings = examine(load_settings(), all_clashes=common.verbose)
    rows = [codec.plain(finding) for finding in findings]
    if not wants_table():
        emit({"findings": rows}, rows, chosen_format())
    else:
        table(["", "what", "found", "advice"], [[f.state, f.what, f.found, f.advice] for f in findings])
    raise typer.Exit(1 if any(f.state == "missing" for f in findings) else 0)


@registrar(group)("show")
def config_show(
    origin: Annotated[bool, typer.Option("--origin", help="Say where each value comes from.")] = False,
) -> None:
    """The settings in force; secrets are masked."""
    shown = load_settings().shown()
    rows = [
        {"setting": name, "value": value, **({"origin": where} if origin else {})}
        for name, (value, where) in shown.items()
    ]
    if not wants_table():
        emit({row["setting"]: {k: v for k, v in row.items() if k != "setting"} for row in rows}, rows, chosen_format())
        return
    columns = ["setting", "value", "origin"] if origin else ["setting", "value"]
    table(columns, [[row[column] for column in columns] for row in rows])


class Gold(StrEnum):
    """What a gold file can hold."""

    ENTITIES = "entities"
    NORMS = "norms"
    STRUCTURE = "structure"


@command()
def evaluate(
    kind: Annotated[Gold, typer.Argument(help="What the gold file annotates.")],
    gold: Annotated[Path, typer.Argument(help="A gold file (JSON lines).")],
) -> None:
    """Precision and recall on a gold file."""
    from pipeline.evaluate import evaluate as entities
    from pipeline.evaluate_norms import evaluate_norms, evaluate_structure

    measures = {Gold.NORMS: evaluate_norms, Gold.STRUCTURE: evaluate_structure}
    scores = measures[kind](gold) if kind in measures else entities(kind.value, gold)
    rows = [score.row() for score in scores]
    if not wants_table():
        emit({"scores": rows}, rows, chosen_format())
        return
    columns = list(rows[0]) if rows else []
    table(columns, [list(row.values()) for row in rows])
