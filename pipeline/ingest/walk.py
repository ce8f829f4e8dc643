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
        for found in _under(os.path.abspath(root), max_bytes, top=True):
            if found.path not in seen:
                seen.add(found.path)
                yield found


def _under(path: bytes, max_bytes: int, *, top: bool = False) -> Iterator[Item | Left]:
    try:
        mode = os.stat(path).st_mode if top else os.lstat(path).st_mode
    except FileNotFoundError:
        yield _missing(path, top=top)
        return
    except OSError as error:
        yield Left(path, "unreadable", f"{shown(path)}: {error.strerror}", "check its permissions", skipped=False)
        return
    if stat.S_ISDIR(mode):
        yield from _directory(path, max_bytes, top=top)
    else:
        yield _file(path, mode, max_bytes)


def _missing(path: bytes, *, top: bool) -> Left:
    if top:
        return Left(path, "missing", f"{shown(path)}: no such file or directory", "check the path", skipped=False)
    return Left(path, "vanished", f"{shown(path)}: vanished while the folder was read", "nothing to do", skipped=True)


def _directory(path: bytes, max_bytes: int, *, top: bool) -> Iterator[Item | Left]:
    if not top and os.path.basename(path).startswith(b"."):
        yield Left(
            path, "hidden", f"{shown(path)}: hidden folder", "name it on the command line to read it", skipped=True
        )
        return
    try:
        names = sorted(os.listdir(path))
    except OSError as error:
        yield Left(path, "unreadable", f"{shown(path)}: {error.strerror}", "check its permissions", skipped=False)
        return
    for name in names:
        yield from _under(os.path.join(path, name), max_bytes)


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
    """Hash in pieces; the size limit is checked before the first byte is read."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return _missing(path, top=False)
    except OSError as error:
        return Left(path, "unreadable", f"{shown(path)}: {error.strerror}", "check its permissions", skipped=False)
    with os.fdopen(handle, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > max_bytes:
            return Left(
                path,
                "too-large",
                f"{shown(path)}: {size >> 20} MiB, the limit is {max_bytes >> 20} MiB",
                "raise max_file_size or split the file",
                skipped=False,
            )
        digest = sha256()
        try:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        except OSError as error:
            return Left(
                path, "unreadable", f"{shown(path)}: {error.strerror}", "check the disk", skipped=False, transient=True
            )
    return Item(path, digest.hexdigest(), size)
