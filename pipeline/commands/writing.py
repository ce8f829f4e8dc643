"""Answers that become files: to `--output`, or to standard output where that is no terminal."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.common import replace_file
from pipeline.errors import DragomanError, StorageError
from pipeline.terminal import say


class CiteStyle(StrEnum):
    """How sources are cited; without one, in the words of the document's language."""

    OSCOLA = "oscola"
    GOST = "gost"


Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file, not to standard output.", show_default=False)
]


def write(data: bytes, output: Path | None, *, binary: bool = False) -> None:
    """Write a whole file; a binary one never goes to a terminal."""
    if output is None:
        if binary and sys.stdout.isatty():
            raise DragomanError("this format is not for a terminal", reason="terminal", hint="name a file with -o")
        sys.stdout.buffer.write(data)
        return
    try:
        replace_file(output, data)
    except OSError as error:
        raise StorageError(f"{output}: {error.strerror}", reason="storage", hint="choose another -o") from error
    say(f"{output}: {len(data)} bytes")
