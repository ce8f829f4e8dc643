"""The command line: parses, calls, prints. Everything heavy is imported inside the commands that need it."""

from __future__ import annotations

import functools
import inspect
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.errors import DragomanError, StorageError
from pipeline.terminal import Format, card, emit, facts, marked, say, table

if TYPE_CHECKING:
    from types import FrameType

    from pipeline.engines.base import Engine, Hit, Results
    from pipeline.ingest.report import Report
    from pipeline.ledger import Ledger
    from pipeline.model import Document
    from pipeline.settings import Settings

EXIT_FAILED_DOCUMENTS = 3

HELP = """Reads agreements and press releases, says who undertook what, and finds it again.

\b
Examples:
  dragoman ingest ~/agreements ~/releases
  dragoman search 'controlled delivery country:Казахстан date:2005..2014'
  dragoman obligations 'notify bearer:each_party'

\b
Exit codes:
  0 ok            3 finished, some documents failed    11 another run is under way
  1 fatal         5 search engine unreachable          12 configuration
  2 wrong usage   (what was read is kept)              13 disk     130/143 signals
"""

_HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}
app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_HELP_OPTIONS,
)
failures_app = typer.Typer(help="Files that could not be read.", rich_markup_mode=None)
config_app = typer.Typer(help="Settings and where each comes from.", rich_markup_mode=None, no_args_is_help=True)
app.add_typer(failures_app, name="failures")
app.add_typer(config_app, name="config")


class EngineName(StrEnum):
    EMBEDDED = "embedded"
    ELASTICSEARCH = "elasticsearch"


DataDir = Annotated[Path | None, typer.Option("--data-dir", help="Where ledger and index lie.", show_default=False)]
EngineOption = Annotated[EngineName | None, typer.Option("--engine", help="Search engine.", show_default=False)]
FormatOption = Annotated[Format | None, typer.Option("--format", help="How the answer is written.", show_default=False)]
Verbose = Annotated[bool, typer.Option("--verbose", help="Tell more on stderr.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show where an error was raised.")]
Limit = Annotated[int, typer.Option("--limit", min=1, max=10_000, help="At most so many answers.")]
Offset = Annotated[int, typer.Option("--offset", min=0, help="Leave out the first answers.")]


@dataclass(slots=True)
class Common:
    """Options that may stand before or after the command."""

    data_dir: Path | None = None
    engine: EngineName | None = None
    form: Format | None = None
    verbose: bool = False
    debug: bool = False


_common = Common()


def _take(
    data_dir: DataDir = None,
    engine: EngineOption = None,
    form: FormatOption = None,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    _common.data_dir = data_dir or _common.data_dir
    _common.engine = engine or _common.engine
    _common.form = form or _common.form
    _common.verbose = verbose or _common.verbose
    _common.debug = debug or _common.debug


app.callback()(_take)


def _command(group: typer.Typer, name: str | None = None) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register a command that also takes the common options, so that they may stand on either side of its name."""

    def register(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def run(**given: Any) -> None:
            _take(**{key: given.pop(key) for key in shared})
            function(**given)

        own = inspect.signature(function, eval_str=True)
        shared = inspect.signature(_take, eval_str=True).parameters
        parameters = [p.replace(kind=p.KEYWORD_ONLY) for p in (*own.parameters.values(), *shared.values())]
        run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in parameters}
        group.command(name, context_settings=_HELP_OPTIONS)(run)
        return function

    return register


def _settings(**flags: Any) -> Settings:
    from pipeline import settings

    return settings.load({"data_dir": _common.data_dir, "engine": _common.engine, **flags})


@contextmanager
def _ledger(settings: Settings, *, create: bool = False) -> Iterator[Ledger]:
    from pipeline.ledger import Ledger

    with Ledger(settings.data_dir, create=create) as ledger:
        yield ledger


@contextmanager
def _engine(settings: Settings) -> Iterator[Engine]:
    from pipeline.engines import open_engine

    engine = open_engine(settings)
    try:
        yield engine
    finally:
        engine.close()


# --- ingest ---------------------------------------------------------------------------------------------------------


class _Interrupted(BaseException):
    """A signal asked the run to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@_command(app)
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
    try:
        _ingest(paths or [], _settings(jobs=jobs), options, wait, result)
    except _Interrupted as signalled:
        result.status = "interrupted"
        _finish(result, report)
        raise typer.Exit(128 + signalled.number) from None
    _finish(result, report)
    raise typer.Exit(_ingest_code(result))


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
        _ledger(settings, create=True) if not fresh_dry else _empty_ledger() as ledger,
    ):
        damage = ledger.damage()
        if damage:
            raise StorageError(
                f"{ledger.path}: damaged: {damage}",
                reason="ledger-damaged",
                hint="restore it from a backup, or move it away and ingest again",
            )
        roots = list(paths) or [os.fsdecode(failure.path) for failure in ledger.failures()]
        opened = nullcontext(None) if options.dry_run else _engine(settings)
        with opened as engine, Progress() as progress:
            run.ingest(roots, ledger, engine, settings, options, progress, result)


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
            report.write_text(json.dumps(account, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        except OSError as error:
            raise StorageError(
                f"{report}: {error.strerror}", reason="storage", hint="choose another --report"
            ) from error
    for trouble in result.troubles:
        if not trouble.skipped or _common.verbose:
            say(
                f"{'skipped' if trouble.skipped else 'failed'} ({trouble.reason}): {trouble.message}"
                + (f" ({trouble.hint})" if trouble.hint else "")
            )
    if result.engine_error:
        say(f"dragoman: {result.engine_error}")
    if _common.form in (Format.JSON, Format.JSONL):
        print(json.dumps(account, ensure_ascii=False, indent=2 if _common.form is Format.JSON else None))
    elif sys.stderr.isatty() or _common.verbose or result.status == "interrupted":
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


# --- asking ---------------------------------------------------------------------------------------------------------

Query = Annotated[str, typer.Argument(help='Words, "phrases", -not, OR, fields such as country:KZ; see docs/query.md.')]
Facets = Annotated[list[str] | None, typer.Option("--facet", help="Count the values of a field; may be repeated.")]
Sort = Annotated[str, typer.Option("--sort", help="relevance or date")]


@_command(app)
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
    if _table():
        _print_hits(results, query, offset)
        _print_facets(results)
    else:
        emit(
            {"total": results.total, "hits": rows, "facets": {k: dict(v) for k, v in results.facets.items()}},
            rows,
            _form(),
        )


def _find(
    query: str, index: str, *, limit: int, offset: int, facets: Sequence[str] = (), sort: str = "relevance"
) -> Results:
    from pipeline.search.find import find

    settings = _settings()
    with _engine(settings) as engine:
        return find(engine, query, index=index, facets=tuple(facets), sort=sort, limit=limit, offset=offset)


def _form() -> Format:
    return _common.form or Format.TABLE


def _table() -> bool:
    return _form() is Format.TABLE


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


@_command(app)
def obligations(
    query: Annotated[str, typer.Argument(help="As in search; also modality: and bearer:.")] = "",
    limit: Limit = 50,
    offset: Offset = 0,
    sort: Sort = "relevance",
) -> None:
    """Who must do what by when.

    Obligations, prohibitions, permissions, rights: with bearer, deadline, quote and citation."""
    results = _find(query, "norms", limit=limit, offset=offset, sort=sort)
    rows = [{**hit.fields, "document_id": hit.document_id, "citation": hit.citation} for hit in results.hits]
    if not _table():
        emit({"total": results.total, "hits": rows}, rows, _form())
        return
    print(f"{results.total} found\n")
    for number, (hit, row) in enumerate(zip(results.hits, rows, strict=True), start=offset + 1):
        bearer = row.get("bearer") or "nobody named"
        inferred = " (inferred)" if row.get("bearer_inferred") else ""
        deadline = row.get("deadline") or {}
        due = f"deadline: {deadline.get('text')}" if deadline else ""
        card(
            number,
            f"{row.get('modality')} · {bearer}{inferred}",
            [hit.citation, due, hit.document_id],
            marked(hit.snippet),
        )


@_command(app)
def quotes(
    query: Annotated[str, typer.Argument(help="As in search; also speaker:.")] = "",
    limit: Limit = 20,
    offset: Offset = 0,
    sort: Sort = "relevance",
) -> None:
    """Who said what, in which words."""
    results = _find(query, "quotes", limit=limit, offset=offset, sort=sort)
    rows = [{**hit.fields, "document_id": hit.document_id, "citation": hit.citation} for hit in results.hits]
    if not _table():
        emit({"total": results.total, "hits": rows}, rows, _form())
        return
    print(f"{results.total} found\n")
    for number, (hit, row) in enumerate(zip(results.hits, rows, strict=True), start=offset + 1):
        speaker = row.get("speaker") or "unnamed speaker"
        role = f", {row['role']}" if row.get("role") else ""
        card(number, f"{speaker}{role}", _facts(hit), marked(hit.snippet))


@_command(app)
def entities(
    query: Annotated[str, typer.Argument(help="A name in any language, or the beginning of an id.")] = "",
    kind: Annotated[
        str | None, typer.Option("--kind", help="country, organisation, operation, …", show_default=False)
    ] = None,
    limit: Limit = 50,
) -> None:
    """The names of the corpus.

    With counts, first and last date, aliases and companions."""
    from pipeline import codec
    from pipeline.search.entities import entities as listed

    with _ledger(_settings()) as ledger:
        found = listed(ledger, query, kind=kind, limit=limit)
    rows = [codec.plain(entity) for entity in found]
    if not _table():
        emit({"total": len(rows), "entities": rows}, rows, _form())
        return
    table(
        ["id", "kind", "name", "mentions", "documents", "first", "last", "also"],
        [
            [e.id, e.kind, e.label, e.mentions, e.documents, e.first_seen, e.last_seen, ", ".join(e.aliases[:4])]
            for e in found
        ],
    )


@_command(app)
def precedents(
    draft: Annotated[Path, typer.Argument(help="A draft text; - for standard input.")],
    limit: Annotated[int, typer.Option("--limit", min=1, max=50, help="At most so many passages a sentence.")] = 3,
) -> None:
    """What was said before.

    For each sentence of a draft the nearest earlier passages, with date and speaker."""
    from pipeline import codec
    from pipeline.search.precedents import precedents as nearest

    text = _draft(draft)
    with _engine(_settings()) as opened:
        found = nearest(opened, text, limit=limit)
    rows = [codec.plain(precedent) for precedent in found]
    if not _table():
        emit({"sentences": rows}, rows, _form())
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


# --- one document ---------------------------------------------------------------------------------------------------


@_command(app)
def show(
    document: Annotated[str, typer.Argument(help="A document id or the beginning of one, or a file's path.")],
    article: Annotated[
        str | None,
        typer.Option("--article", help="Only this article, such as 5 or 5.2 or art_5__para_2.", show_default=False),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Name the rule or model behind every record.")] = False,
    dropped: Annotated[bool, typer.Option("--dropped", help="List what was left out of the text, and why.")] = False,
) -> None:
    """A document as it was read, or one of its articles."""
    from pipeline import codec
    from pipeline.search import documents

    with _ledger(_settings()) as ledger:
        shown = documents.open_document(ledger, document)
        view = documents.view(shown, article=article)
        paths = ledger.paths_of(shown.sha256)
    if not _table():
        value = codec.plain(view)
        emit(value, [value], _form())
        return
    _print_document(shown, view, [os.fsdecode(path) for path in paths], why=why, dropped=dropped)


def _print_document(document: Document, view: Any, paths: Sequence[str], *, why: bool, dropped: bool) -> None:
    structure = document.structure
    told = {
        "document": document.id,
        "title": document.title,
        "genre": f"{structure.genre.value} ({structure.evidence})",
        "language": document.language,
        "date": document.issued_on,
        "parties": "; ".join(structure.parties),
        "file": ", ".join(paths),
        "notes": "; ".join(note.message for note in document.notes),
    }
    facts((name, value) for name, value in told.items() if value)
    for section in view.sections:
        page = f" · p. {section.page}" if section.page else ""
        print(f"\n[{section.eid}]{page}\n{section.text}")
        for row in section.records if why else ():
            print(f"    {row}")
    if dropped:
        table(
            ["left out", "reason"],
            [[item.text.strip()[:100], item.reason] for item in document.dropped],
            title="\nDropped",
        )


@_command(app)
def status() -> None:
    """What the data directory holds.

    Files, documents, failures, the last run, and how far the index is behind."""
    from pipeline.ingest.status import status as read

    settings = _settings()
    with _ledger(settings) as ledger:
        state = read(ledger, settings)
    if not _table():
        emit(state, [state], _form())
        return
    facts((name.replace("_", " "), _told(value)) for name, value in state.items())


def _told(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {count}" for name, count in value.items()) or "none"
    return "never" if value is None else str(value)


# --- failures -------------------------------------------------------------------------------------------------------


@failures_app.callback(invoke_without_command=True)
def _failures(context: typer.Context, form: FormatOption = None) -> None:
    _take(form=form)
    if context.invoked_subcommand is None:
        failures_list()


@_command(failures_app, "list")
def failures_list() -> None:
    """All files that failed or were left out by their content, with reason and advice."""
    rows = _failure_rows()
    if not _table():
        emit({"failures": rows}, rows, _form())
        return
    columns = ["path", "stage", "reason", "message", "hint", "attempts", "state"]
    table(columns, [[row[column] for column in columns] for row in rows])


def _failure_rows(path: str | None = None) -> list[dict[str, Any]]:
    from pipeline.ingest.walk import shown

    with _ledger(_settings()) as ledger:
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


@_command(failures_app, "show")
def failures_show(
    path: Path1,
) -> None:
    """One failure in full."""
    rows = _failure_rows(path)
    if not rows:
        raise DragomanError(f"{path}: no failure is known", reason="unknown", hint="see: dragoman failures list")
    if not _table():
        emit({"failures": rows}, rows, _form())
        return
    for row in rows:
        facts(row.items())


@_command(failures_app, "retry")
def failures_retry(
    path: Annotated[
        str | None, typer.Argument(metavar="[PATH]", help="A file or folder; all if left out.", show_default=False)
    ] = None,
) -> None:
    """Read again what failed."""
    _ignore(path, ignored=False)
    ingest(paths=[path] if path else None, retry_failed=True)


@_command(failures_app, "ignore")
def failures_ignore(
    path: Path1,
) -> None:
    """Count a failure as skipped from now on, until its content changes."""
    if not _ignore(path, ignored=True):
        raise DragomanError(f"{path}: no failure is known", reason="unknown", hint="see: dragoman failures list")


def _ignore(path: str | None, *, ignored: bool) -> int:
    with _ledger(_settings()) as ledger, ledger.transaction() as db:
        if path is None:
            return db.execute("UPDATE failures SET ignored = ?", (ignored,)).rowcount
        wanted = os.path.abspath(os.fsencode(path))
        return db.execute(
            "UPDATE failures SET ignored = ? WHERE path = ? OR substr(path, 1, ?) = ?",
            (ignored, wanted, len(wanted) + 1, wanted + b"/"),
        ).rowcount


# --- keeping house --------------------------------------------------------------------------------------------------


@_command(app)
def rebuild() -> None:
    """Make the search index anew.

    From the ledger alone: no file is read again."""
    from pipeline.ingest import indexing, lock

    settings = _settings()
    with lock.hold(settings.data_dir), _ledger(settings) as ledger, _engine(settings) as opened:
        done = indexing.rebuild(ledger, opened, indexing.key(settings))
    for entry, reason in done.refused:
        say(f"refused: {entry}: {reason}")
    if not _table():
        emit({"documents": done.written, "refused": len(done.refused)}, [], _form())
    else:
        print(f"{done.written} documents indexed")
    raise typer.Exit(EXIT_FAILED_DOCUMENTS if done.refused else 0)


@_command(app)
def verify() -> None:
    """Hold ledger, records and index together."""
    from pipeline.ingest.status import verify as check

    settings = _settings()
    with _ledger(settings) as ledger, _engine(settings) as opened:
        complaints = check(ledger, opened, settings)
    if not _table():
        emit({"ok": not complaints, "complaints": complaints}, [{"complaint": c} for c in complaints], _form())
    else:
        for complaint in complaints:
            say(complaint)
        print("everything agrees" if not complaints else f"{len(complaints)} complaints")
    raise typer.Exit(1 if complaints else 0)


@_command(app)
def doctor() -> None:
    """What is installed, what is missing."""
    from pipeline import codec
    from pipeline.ingest.doctor import examine

    findings = examine(_settings())
    rows = [codec.plain(finding) for finding in findings]
    if not _table():
        emit({"findings": rows}, rows, _form())
    else:
        table(["", "what", "found", "advice"], [[f.state, f.what, f.found, f.advice] for f in findings])
    raise typer.Exit(1 if any(f.state == "missing" for f in findings) else 0)


@_command(config_app, "show")
def config_show(
    origin: Annotated[bool, typer.Option("--origin", help="Say where each value comes from.")] = False,
) -> None:
    """The settings in force; secrets are masked."""
    shown = _settings().shown()
    rows = [
        {"setting": name, "value": value, **({"origin": where} if origin else {})}
        for name, (value, where) in shown.items()
    ]
    if not _table():
        emit({row["setting"]: {k: v for k, v in row.items() if k != "setting"} for row in rows}, rows, _form())
        return
    columns = ["setting", "value", "origin"] if origin else ["setting", "value"]
    table(columns, [[row[column] for column in columns] for row in rows])


@_command(app)
def evaluate(
    kind: Annotated[str, typer.Argument(help="entities")],
    gold: Annotated[Path, typer.Argument(help="A gold file (JSON lines).")],
) -> None:
    """Precision and recall on a gold file."""
    from pipeline.evaluate import evaluate as measure

    rows = [score.row() for score in measure(kind, gold)]
    if not _table():
        emit({"scores": rows}, rows, _form())
        return
    columns = list(rows[0]) if rows else []
    table(columns, [list(row.values()) for row in rows])


def main() -> None:
    """Run the command line; every error of our own is one line on stderr and a documented exit code."""
    try:
        app()
        sys.stdout.flush()
    except DragomanError as error:
        if _common.debug:
            raise
        say(f"dragoman: {error.line()}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output is gone: so are we, quietly
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except OSError as error:
        say(f"dragoman: {error.strerror}: {error.filename or 'standard output'} (check space and permissions)")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(13)


if __name__ == "__main__":
    main()
