"""One file from disk to memory: regular files only, never more than the cap, never a mix of two states."""

from __future__ import annotations

import hashlib
import os
import stat
from os import PathLike

from pipeline.errors import ChangedError, SkippedError, UnreadableError
from pipeline.model import Source

MAX_MIB = 100
_CHUNK = 1024 * 1024
_KINDS = (
    (stat.S_ISDIR, "directory"),
    (stat.S_ISFIFO, "pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
)


def shown(path: str | PathLike[str]) -> str:
    """A path as it can stand in a message: no control characters, no half characters."""
    text = os.fsdecode(os.fspath(path))
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)


def read(path: str | PathLike[str], *, max_mib: int = MAX_MIB) -> Source:
    """The file at `path` with its sha256.

    Raises SkippedError (not a regular file, vanished), UnreadableError (no permission, empty, larger than `max_mib`
    MiB; nothing is read then) or ChangedError (it changed while it was read).
    """
    name = shown(path)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY)
    except OSError as error:
        raise _refused(name, error) from error
    try:
        before = os.fstat(descriptor)
        _check(name, before, max_mib)
        data = _all(descriptor, before.st_size)
        after = os.fstat(descriptor)
        digest = hashlib.sha256(data).hexdigest()
        if _state(before) != _state(after) or len(data) != before.st_size or _digest(descriptor) != digest:
            raise ChangedError(f"{name}: changed while it was read", reason="changed", hint="read it again later")
    except OSError as error:
        raise UnreadableError(f"{name}: {error.strerror}", reason="io", hint="check the disk and try again") from error
    finally:
        os.close(descriptor)
    return Source(os.fsdecode(os.fspath(path)), data, digest)


def _refused(name: str, error: OSError) -> SkippedError | UnreadableError:
    if isinstance(error, FileNotFoundError):
        return SkippedError(f"{name}: no such file", reason="vanished", hint="check the path")
    if isinstance(error, PermissionError):
        return UnreadableError(f"{name}: no permission to read it", reason="permission", hint="check owner and mode")
    return SkippedError(f"{name}: {error.strerror}", reason="not-a-file", hint="give the path of a document")


def _check(name: str, state: os.stat_result, max_mib: int) -> None:
    if not stat.S_ISREG(state.st_mode):
        kind = next((word for test, word in _KINDS if test(state.st_mode)), "special file")
        raise SkippedError(f"{name}: a {kind}, not a document", reason="not-a-file", hint="give the path of a document")
    if state.st_size == 0:
        raise UnreadableError(f"{name}: the file is empty", reason="empty", hint="fetch it again")
    if state.st_size > max_mib * 1024 * 1024:
        size = state.st_size / (1024 * 1024)
        raise UnreadableError(
            f"{name}: {size:.0f} MiB, larger than the limit of {max_mib} MiB",
            reason="too-large",
            hint="split it, or raise max_file_size",
        )


def _state(state: os.stat_result) -> tuple[int, ...]:
    return state.st_size, state.st_mtime_ns, state.st_ino, state.st_dev


def _all(descriptor: int, size: int) -> bytes:
    """At most one byte more than `size`, so that a growing file is noticed and never read without end."""
    parts: list[bytes] = []
    left = size + 1
    while left > 0 and (part := os.read(descriptor, min(_CHUNK, left))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _digest(descriptor: int) -> str:
    """The hash of what the file holds now, read again from its beginning."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    digest = hashlib.sha256()
    while part := os.read(descriptor, _CHUNK):
        digest.update(part)
    return digest.hexdigest()
