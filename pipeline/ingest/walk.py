"""Finding files: every path under the roots is either an Item with its content hash or Left out with a reason."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

_UNFINISHED = (b".part", b".crdownload", b".tmp", b".filepart", b".download", b".swp")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Item:
    """A regular file that was there and readable, with the hash of its content."""

    path: bytes
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Left:
    """A path that is not read: skipped on purpose, or failed before its content could be known."""

    path: bytes
    reason: str
    message: str
    hint: str
    skipped: bool
    transient: bool = False


def shown(path: bytes) -> str:
    """A path for people and logs: control characters, undecodable bytes and direction marks are escaped."""
    text = os.fsdecode(path)
    return "".join(
        c if c.isprintable() else c.encode("utf-8", "surrogatepass").decode("latin-1").encode("unicode_escape").decode()
        for c in text
    )


def walk(roots: Sequence[bytes], max_bytes: int) -> Iterator[Item | Left]:
    """All files under `roots`, sorted, each once; links are not followed."""
    seen: set[bytes] = set()
    for root in roots:
        top = os.path.abspath(root)
        waiting = [top]
        while waiting:  # a stack of our own: folders may be nested deeper than calls
            path = waiting.pop()
            if path in seen:
                continue
            found = _look(path, max_bytes, top=path == top)
            if isinstance(found, list):
                waiting.extend(os.path.join(path, name) for name in reversed(found))
            else:
                seen.add(path)
                yield found


def _look(path: bytes, max_bytes: int, *, top: bool) -> Item | Left | list[bytes]:
    """What stands at a path; the names in it where that is a folder."""
    try:
        mode = os.stat(path).st_mode if top else os.lstat(path).st_mode
        return _names(path, top=top) if stat.S_ISDIR(mode) else _file(path, mode, max_bytes)
    except FileNotFoundError:
        return _missing(path, top=top)
    except OSError as error:
        return Left(path, "unreadable", f"{shown(path)}: {error.strerror}", "check its permissions", skipped=False)


def _missing(path: bytes, *, top: bool) -> Left:
    if top:
        return Left(path, "missing", f"{shown(path)}: no such file or directory", "check the path", skipped=False)
    return Left(path, "vanished", f"{shown(path)}: vanished while the folder was read", "nothing to do", skipped=True)


def _names(path: bytes, *, top: bool) -> Left | list[bytes]:
    if not top and os.path.basename(path).startswith(b"."):
        return Left(
            path, "hidden", f"{shown(path)}: hidden folder", "name it on the command line to read it", skipped=True
        )
    return sorted(os.listdir(path))


def _file(path: bytes, mode: int, max_bytes: int) -> Item | Left:
    name = os.path.basename(path)
    if stat.S_ISLNK(mode):
        return Left(
            path, "link", f"{shown(path)}: a symbolic link is not followed", "name its target instead", skipped=True
        )
    if not stat.S_ISREG(mode):
        return Left(path, "not-a-file", f"{shown(path)}: neither a file nor a folder", "nothing to do", skipped=True)
    if name.startswith((b".", b"~$")):
        return Left(path, "hidden", f"{shown(path)}: hidden file", "rename it to have it read", skipped=True)
    if name.lower().endswith(_UNFINISHED):
        return Left(
            path,
            "unfinished",
            f"{shown(path)}: still being written",
            "read by the next run once it is complete",
            skipped=True,
        )
    return _hash(path, max_bytes)


def _hash(path: bytes, max_bytes: int) -> Item | Left:
    """Hash in pieces; the size limit is checked before the first byte is read, and as a file grows."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > max_bytes:
            return _too_large(path, size, max_bytes)
        digest = sha256()
        read = 0
        try:
            while chunk := file.read(_CHUNK):
                read += len(chunk)
                if read > max_bytes:
                    return _too_large(path, read, max_bytes)
                digest.update(chunk)
        except OSError as error:
            return Left(
                path, "unreadable", f"{shown(path)}: {error.strerror}", "check the disk", skipped=False, transient=True
            )
    return Item(path, digest.hexdigest(), read)


def _too_large(path: bytes, size: int, max_bytes: int) -> Left:
    message = f"{shown(path)}: {size >> 20} MiB, the limit is {max_bytes >> 20} MiB"
    return Left(path, "too-large", message, "raise max_file_size or split the file", skipped=False)
