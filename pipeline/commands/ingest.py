"""The command that reads files and folders."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.commands.common import (
    EXIT_FAILED_DOCUMENTS,
    app,
    common,
    load_settings,
    open_engine,
    open_ledger,
    registrar,
    replace_file,
)
from pipeline.errors import DragomanError, StorageError
from pipeline.terminal import Format, as_json, say

if TYPE_CHECKING:
    from types import FrameType

    from pipeline.ingest.report import Report
    from pipeline.ledger import Ledger
    from pipeline.settings import Settings

command = registrar(app)


class _Interrupted(BaseException):
    """A signal asked the run to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@command()
def ingest(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Files and folders.", show_default=False)
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, max=64, help="Worker processes.", show_default=False)
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", min=0, help="Read at most so many new files.", show_default=False)
    ] = None,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Read again what failed before.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Read everything again.")] = False,
    wait: Annotated[bool, typer.Option("--wait", help="Wait for another run to end.")] = False,
    allow_mass_delete: Annotated[
        bool, typer.Option("--allow-mass-delete", help="Accept that many known files have disappeared.")
    ] = False,
    password_file: Annotated[
        Path | None,
        typer.Option("--password-file", help="A password a line, tried on encrypted PDFs.", show_default=False),
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--report", help="Write the account of the run as JSON.", show_default=False)
    ] = None,
) -> None:
    """Read files and folders.

    Unchanged files cost nothing; a second run writes nothing."""
    from pipeline.ingest.report import Report
    from pipeline.ingest.run import Options

    if not paths and not retry_failed:
        raise typer.BadParameter("name at least one file or folder")
    options = Options(dry_run, retry_failed, force, allow_mass_delete, limit)
    result = Report()
    with _account(result, report):
        _ingest(paths or [], load_settings(jobs=jobs, password_file=password_file), options, wait, result)
    raise typer.Exit(_ingest_code(result))


@contextmanager
def _account(result: Report, report: Path | None) -> Iterator[None]:
    """Tell what a run did, however it ends."""
    try:
        yield
    except DragomanError:
        if result.status == "stopped":  # the account of a run that began, not of one that another run kept out
            with suppress(StorageError):
                _finish(result, report)
        raise
    except _Interrupted as signalled:
        result.status = "interrupted"
        _finish(result, report)
        raise typer.Exit(128 + signalled.number) from None
    _finish(result, report)


def _ingest(paths: Sequence[str], settings: Settings, options: Any, wait: bool, result: Report) -> None:
    from contextlib import nullcontext

    from pipeline.ingest import lock, run
    from pipeline.ledger import FILE
    from pipeline.terminal import Progress

    existing = [path for path in paths if os.path.lexists(path)]
    if paths and not existing:
        raise DragomanError(f"{paths[0]}: no such file or directory", reason="missing", hint="check the path") from None
    fresh_dry = options.dry_run and not (settings.data_dir / FILE).exists()
    with (
        _signals(),
        nullcontext() if options.dry_run else lock.hold(settings.data_dir, wait=wait),
        open_ledger(settings, create=True) if not fresh_dry else _empty_ledger() as ledger,
    ):
        damage = ledger.damage()
        if damage:
            raise StorageError(
                f"{ledger.path}: damaged: {damage}",
                reason="ledger-damaged",
                hint="restore it from a backup, or move it away and ingest again",
            )
        roots = list(paths) or _failed_paths(ledger)
        opened = nullcontext(None) if options.dry_run else open_engine(settings)
        with opened as engine, Progress() as progress:
            run.ingest(roots, ledger, engine, settings, options, progress, result)


def _failed_paths(ledger: Ledger) -> list[str]:
    """Where failures are known; those of files that are no longer there are forgotten."""
    known = [failure.path for failure in ledger.failures()]
    vanished = [path for path in known if not os.path.lexists(path)]
    with ledger.transaction() as db:
        ledger.forgive(db, vanished)
    return [os.fsdecode(path) for path in known if path not in vanished]


@contextmanager
def _empty_ledger() -> Iterator[Ledger]:
    """A ledger that leaves no trace, for a dry run before the first run."""
    from tempfile import TemporaryDirectory

    from pipeline.ledger import Ledger

    with TemporaryDirectory() as folder, Ledger(Path(folder)) as ledger:
        yield ledger


@contextmanager
def _signals() -> Iterator[None]:
    """SIGINT and SIGTERM end a run in an orderly way: what is done is kept, the rest is for the next run."""

    def stop(number: int, _: FrameType | None) -> None:
        raise _Interrupted(number)

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _finish(result: Report, report: Path | None) -> None:
    import json

    account = result.as_json()
    if report is not None:
        try:
            replace_file(report, (json.dumps(account, ensure_ascii=False, indent=2) + "\n").encode())
        except OSError as error:
            raise StorageError(
                f"{report}: {error.strerror}", reason="storage", hint="choose another --report"
            ) from error
    for trouble in result.troubles:
        if not trouble.skipped or common.verbose:
            say(
                f"{'skipped' if trouble.skipped else 'failed'} ({trouble.reason}): {trouble.message}"
                + (f" ({trouble.hint})" if trouble.hint else "")
            )
    for notice in result.notices:
        say(f"dragoman: {notice}")
    if result.engine_error:
        say(f"dragoman: {result.engine_error}")
    if common.form in (Format.JSON, Format.JSONL):
        print(as_json(account, indent=2 if common.form is Format.JSON else None))
    elif sys.stderr.isatty() or common.verbose or result.status == "interrupted":
        say(summary(account))


def summary(account: dict[str, Any]) -> str:
    """The account of a run in one line."""
    names = ("new", "changed", "unchanged", "duplicate", "moved", "skipped", "failed", "gone")
    told = ", ".join(f"{account[name]} {name}" for name in names if account[name])
    work = f"{account['documents']} documents · {account['seconds']:.1f} s"
    return f"{account['seen']} seen: {told or 'nothing to do'} · {work}"


def _ingest_code(result: Report) -> int:
    if result.engine_error:
        return 5
    return EXIT_FAILED_DOCUMENTS if any(not t.skipped for t in result.troubles) else 0
