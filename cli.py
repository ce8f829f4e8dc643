"""The command line: `dragoman`. The commands are in pipeline/commands; here they come together, and errors end."""

from __future__ import annotations

import os
import sys

from pipeline.commands import ask, compare, decisions, facts, failures, house, ingest, instruments, obligations, show
from pipeline.commands.common import app, common
from pipeline.errors import DragomanError
from pipeline.terminal import say

__all__ = [
    "app",
    "ask",
    "compare",
    "decisions",
    "facts",
    "failures",
    "house",
    "ingest",
    "instruments",
    "main",
    "obligations",
    "show",
]


def main() -> None:
    """Run the command line; every error of our own is one line on stderr and a documented exit code."""
    _prepare()
    try:
        app()
        sys.stdout.flush()
    except DragomanError as error:
        if common.debug:
            raise
        say(f"dragoman: {error.line()}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output is gone: so are we, quietly
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except OSError as error:
        nameless = "current folder" if isinstance(error, FileNotFoundError) else "standard output"
        where = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else nameless
        say(f"dragoman: {where}: {error.strerror or error} (check space and permissions)")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(13)


def _prepare() -> None:
    """What cron and careless callers leave out: files of ours are not for everybody, and streams are there."""
    os.umask(os.umask(0o027) | 0o027)
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:  # closed by the caller: no file of ours may take its number
            os.open(os.devnull, os.O_RDWR)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - lasts as long as the process
        else:
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    main()
