"""What all commands share: options on either side of the name, settings, ledger, engine."""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from pipeline.errors import StorageError
from pipeline.terminal import Format

if TYPE_CHECKING:
    from pipeline.engines.base import Engine
    from pipeline.engines.names import Known
    from pipeline.ledger import Ledger
    from pipeline.settings import Settings

EXIT_FAILED_DOCUMENTS = 3
HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}

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


class _InOrder(TyperGroup):
    """Commands in the order a new user needs them, not in that of imports."""

    _FIRST = (
        *("ingest", "search", "obligations", "quotes", "facts", "entities", "precedents", "compare", "treaties"),
        *("show", "cite", "export", "status", "failures"),
    )

    def list_commands(self, ctx: Any) -> list[str]:
        names = super().list_commands(ctx)
        return [name for name in self._FIRST if name in names] + [name for name in names if name not in self._FIRST]


app = typer.Typer(
    cls=_InOrder,
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=HELP_OPTIONS,
)


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


common = Common()


def take(
    data_dir: DataDir = None,
    engine: EngineOption = None,
    form: FormatOption = None,
    verbose: Verbose = False,
    debug: Debug = False,
) -> None:
    """Keep the common options, wherever they stood."""
    common.data_dir = data_dir or common.data_dir
    common.engine = engine or common.engine
    common.form = form or common.form
    common.verbose = verbose or common.verbose
    common.debug = debug or common.debug


app.callback()(take)


def registrar(group: typer.Typer) -> Callable[..., Callable[[Callable[..., None]], Callable[..., None]]]:
    """A decorator that registers commands in `group`, each taking the common options as well."""
    return functools.partial(_register, group)


def _register(group: typer.Typer, name: str | None = None) -> Callable[[Callable[..., None]], Callable[..., None]]:
    def register(function: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(function)
        def run(**given: Any) -> None:
            take(**{key: given.pop(key) for key in shared})
            function(**given)

        own = inspect.signature(function, eval_str=True)
        shared = inspect.signature(take, eval_str=True).parameters
        parameters = [p.replace(kind=p.KEYWORD_ONLY) for p in (*own.parameters.values(), *shared.values())]
        run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in parameters}
        group.command(name, context_settings=HELP_OPTIONS)(run)
        return function

    return register


def load_settings(**flags: Any) -> Settings:
    from pipeline.settings import load

    return load({"data_dir": common.data_dir, "engine": common.engine, **flags})


@contextmanager
def open_ledger(settings: Settings, *, create: bool = False) -> Iterator[Ledger]:
    from pipeline.ledger import Ledger

    with Ledger(settings.data_dir, create=create) as ledger:
        yield ledger


@contextmanager
def open_engine(settings: Settings) -> Iterator[Engine]:
    from pipeline import engines

    engine = engines.open_engine(settings)
    try:
        yield engine
    finally:
        engine.close()


@contextmanager
def names_of(settings: Settings) -> Iterator[Known]:
    """What names mean in the corpus, for queries; they are answered without its persons where there is no ledger."""
    from pipeline.ledger import Ledger

    try:
        ledger = Ledger(settings.data_dir, create=False)
    except StorageError:
        yield names_in(settings, None)
        return
    with ledger:
        yield names_in(settings, ledger)


def names_in(settings: Settings, ledger: Ledger | None) -> Known:
    from pipeline.entities import decisions_file
    from pipeline.search.names import known

    return known(ledger, decisions_file.load(settings.data_dir))


def replace_file(path: Path, data: bytes) -> None:
    """Write a whole file or none; a device is written to as it is. Raises OSError."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink()


def chosen_format() -> Format:
    return common.form or Format.TABLE


def wants_table() -> bool:
    return chosen_format() is Format.TABLE
