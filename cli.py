"""The command line: `dragoman`. The commands are in pipeline/commands; here they come together, and errors end."""

from __future__ import annotations

import os
import sys

from pipeline.commands import ask, compare, failures, house, ingest, instruments, show
from pipeline.commands.common import app, common
from pipeline.errors import DragomanError
from pipeline.terminal import say

__all__ = ["app", "ask", "compare", "failures", "house", "ingest", "instruments", "main", "show"]


def main() -> None:
    """Run the command line; every error of our own is one line on stderr and a documented exit code."""
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
        say(f"dragoman: {error.strerror}: {error.filename or 'standard output'} (check space and permissions)")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(13)


if __name__ == "__main__":
    main()
