"""How answers look on a terminal and in a pipe: data on stdout, everything else on stderr.

Text of documents is never taken for markup, and control characters never reach a terminal.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pipeline.engines import highlight

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.progress import TaskID
    from rich.table import Table
    from rich.text import Text


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def emit(value: Any, rows: Sequence[Mapping[str, Any]], form: Format) -> None:
    """Write `value` whole as JSON, or its `rows` one a line or as CSV."""
    sys.stdout.write(as_written(value, rows, form))


def as_written(value: Any, rows: Sequence[Mapping[str, Any]], form: Format) -> str:
    """What `emit` writes."""
    if form is Format.JSON:
        return f"{as_json(value, indent=2)}\n"
    if form is Format.JSONL:
        return "".join(f"{as_json(row)}\n" for row in rows)
    return as_csv(rows)


def as_json(value: Any, *, indent: int | None = None) -> str:
    """JSON that is valid in any encoding of standard output."""
    wide = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps(value, ensure_ascii=not wide, indent=indent)
    return text.encode("utf-8", "replace").decode() if wide else text  # half characters are none


def as_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows as CSV with a header; nested values as JSON; nothing a spreadsheet would run as a formula."""
    columns = list(dict.fromkeys(key for row in rows for key in row))
    if not columns:
        return ""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value, ensure_ascii=False)
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(("=", "+", "-", "@", "\t", "\r", "|")) else text


def lines(text: str) -> str:
    """Text of several lines without control characters or direction marks."""
    return "\n".join(safe(line.expandtabs(4)) for line in text.split("\n"))


def safe(text: str) -> str:
    """One line without control characters or direction marks."""
    return "".join(c if c.isprintable() else " " for c in text)


_PIPE_WIDTH = 1000  # what is read by programs is not folded


def console(*, err: bool = False) -> Console:
    """A console that wraps only on a real terminal."""
    from rich.console import Console

    stream = sys.stderr if err else sys.stdout
    width = None if stream.isatty() else _PIPE_WIDTH
    return Console(stderr=err, markup=False, highlight=False, emoji=False, width=width)


def marked(snippet: str) -> Text:
    """A snippet with its matches bold; the markers go."""
    from rich.text import Text

    text = Text()
    for part, matched in highlight.marked(snippet):
        text.append(safe(part), style="bold yellow" if matched else "")
    return text


_INDENT = 5
_NARROWEST = 20


def card(number: int, head: str, facts: Iterable[str], body: Text | str) -> None:
    """One answer: a number with its heading, a line of facts, the words."""
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    for row, line in enumerate(Text(safe(head), style="bold").wrap(out, max(out.width - _INDENT, _NARROWEST))):
        out.print(Text.assemble((f"{number:>{_INDENT - 2}}. " if not row else " " * _INDENT, "dim"), line))
    told = " · ".join(safe(fact) for fact in facts if fact)
    words = Text(safe(body)) if isinstance(body, str) else body
    for text in (Text(told, style="dim"), words):
        if text:
            _put(out, Padding(text, (0, 0, 0, _INDENT), expand=False))


_SHORT = 14  # characters of a cell that is never broken


def table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    title: str | None = None,
    clip: Mapping[str, int] = MappingProxyType({}),
) -> None:
    """A plain table; numbers stand at the right; on a terminal the columns in `clip` are cut at so many characters."""
    from rich import box
    from rich.table import Table

    kept = [list(row) for row in rows]
    drawn = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False, collapse_padding=True)
    for i, column in enumerate(columns):
        numeric = bool(kept) and all(isinstance(row[i], (int, float)) for row in kept)
        width = clip.get(column) if sys.stdout.isatty() else None
        short = all(len(str(row[i])) <= _SHORT for row in kept)
        drawn.add_column(
            column,
            justify="right" if numeric else "left",
            overflow="ellipsis" if width else "fold",
            no_wrap=bool(width) or short,
            max_width=width,
        )
    _draw(drawn, kept)


def facts(pairs: Iterable[tuple[str, object]], *, below: bool = False) -> None:
    """Names with their values, one a line; `below` a card they stand under its words."""
    from rich.table import Table

    drawn = Table.grid(padding=(0, 2))
    if below:
        drawn.add_column(width=_INDENT - 2)
    drawn.add_column(style="dim", no_wrap=True)
    drawn.add_column(overflow="fold")
    _draw(drawn, [(["", *pair] if below else list(pair)) for pair in pairs])


def _draw(drawn: Table, rows: Iterable[Sequence[object]]) -> None:
    from rich.text import Text

    for row in rows:
        drawn.add_row(*(Text(safe("" if cell is None else str(cell))) for cell in row))
    _put(console(), drawn)


def _put(out: Console, drawn: RenderableType) -> None:
    """Print; a pipe needs no blanks to the edge of a screen."""
    if out.is_terminal:
        out.print(drawn)
        return
    with out.capture() as printed:
        out.print(drawn)
    for line in printed.get().splitlines():
        print(line.rstrip())


def say(message: str) -> None:
    """A line for a person, on stderr."""
    print(safe(message), file=sys.stderr)


class Progress:
    """Bars with name, rate, remaining time and failures so far; silent where stderr is no terminal."""

    def __init__(self) -> None:
        self._bars: Any = None
        self._tasks: dict[str, TaskID] = {}
        self._failed = 0

    def __enter__(self) -> Progress:
        if sys.stderr.isatty():
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
            from rich.progress import Progress as Bars

            self._bars = Bars(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TextColumn("{task.fields[rate]}"),
                TimeRemainingColumn(),
                TextColumn("{task.fields[failed]}"),
                TextColumn("{task.fields[name]}", markup=False),
                console=console(err=True),
                transient=True,
            )
            self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bars:
            self._bars.stop()

    def total(self, phase: str, count: int) -> None:
        if self._bars and count:
            self._tasks[phase] = self._bars.add_task(phase, total=count, rate="", failed="", name="")

    def step(self, phase: str, name: str, *, failed: bool = False) -> None:
        self._failed += failed
        if not self._bars or phase not in self._tasks:
            return
        task = self._tasks[phase]
        speed = self._bars.tasks[task].speed
        trouble = f"{self._failed} failed" if self._failed else ""
        rate = f"{speed:.1f}/s" if speed else ""
        self._bars.update(task, advance=1, rate=rate, failed=trouble, name=safe(name)[-48:])
