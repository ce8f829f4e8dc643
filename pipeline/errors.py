"""The errors dragoman raises on purpose; each says whether trying again can help."""

from __future__ import annotations


class DragomanError(Exception):
    """A fault told in one line: what happened, to which file and page, and what to do next.

    `reason` is a short stable code for reports and `failures`; `hint` is the advice; `transient` says whether the same
    work may succeed later without anybody changing the input; `exit_code` is what the command line ends with when the
    fault stops the whole command.
    """

    transient = False
    exit_code = 1

    def __init__(self, message: str, *, reason: str = "error", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.reason = reason
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders: keep the keyword arguments."""
        return (_rebuild, (type(self), self.message, self.reason, self.hint))

    def line(self) -> str:
        """The message and the advice as one line for a person."""
        return f"{self.message} ({self.hint})" if self.hint else self.message


def _rebuild(kind: type[DragomanError], message: str, reason: str, hint: str) -> DragomanError:
    return kind(message, reason=reason, hint=hint)


class UnreadableError(DragomanError):
    """This input cannot be read, now or later: encrypted, empty, broken, a format nobody claims."""


class SkippedError(DragomanError):
    """This input is left out on purpose (encrypted, not a document); counted as skipped, not failed."""


class ParserFailedError(DragomanError):
    """The child process that parsed a file ran out of time or memory, or died."""


class MissingToolError(DragomanError):
    """Reading needs a program or model that is not installed; tried again once it is there."""

    transient = True


class ChangedError(DragomanError):
    """The file changed or vanished while it was being read."""

    transient = True


class ConfigurationError(DragomanError):
    """A setting is unknown, malformed, or contradicts another."""

    exit_code = 12


class QueryError(DragomanError):
    """A query that cannot be understood; the message names the position and what is valid there."""

    exit_code = 2


class EngineError(DragomanError):
    """The search engine refused or failed: the message says which of the two and what to do."""


class EngineUnreachableError(EngineError):
    """The search engine does not answer; stored work is kept and indexed on the next run."""

    transient = True
    exit_code = 5


class LockedError(DragomanError):
    """Another run holds the data directory."""

    transient = True
    exit_code = 11


class StorageError(DragomanError):
    """The data directory cannot be read or written: disk full, read-only, damaged."""

    exit_code = 13
