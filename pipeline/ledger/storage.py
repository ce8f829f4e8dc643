"""What can be wrong with the place where a ledger lies."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import StorageError

_NETWORK = ("nfs", "cifs", "smb", "9p", "fuse.sshfs", "afs", "glusterfs", "ceph")


def on_network(directory: Path) -> bool:
    """Whether a directory lies on a network file system, where SQLite's WAL is unsafe."""
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    place = os.path.realpath(directory)
    best = ("", "")
    for line in lines:
        fields = line.split(" ")
        mount, kind = fields[4], line.partition(" - ")[2].split(" ")[0]
        inside = place == mount or place.startswith(mount.rstrip("/") + "/")
        if inside and len(mount) >= len(best[0]):
            best = (mount, kind)
    return best[1].startswith(_NETWORK)


@contextmanager
def storage(path: Path) -> Iterator[None]:
    """Errors of SQLite and of the file system come out as StorageError that names `path`."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise _operational(path, error) from error
    except sqlite3.DatabaseError as error:
        raise damaged(path, error) from error
    except OSError as error:
        raise StorageError(
            f"{path}: {error.strerror}", reason="storage", hint="check space and permissions of the data directory"
        ) from error


def damaged(path: Path, error: object) -> StorageError:
    """The error for a file whose content is wrong."""
    return StorageError(
        f"{path}: damaged: {error}",
        reason="ledger-damaged",
        hint="restore it from a backup, or move it away and ingest again",
    )


def _operational(path: Path, error: sqlite3.OperationalError) -> StorageError:
    text = str(error)
    if "malformed" in text or "corrupt" in text:
        return damaged(path, error)
    if "full" in text:
        return StorageError(
            f"{path}: disk full", reason="disk-full", hint="free some space and run again; nothing was lost"
        )
    if "locked" in text:
        return StorageError(
            f"{path}: locked by another process", reason="locked", hint="wait for the other run to finish"
        )
    return StorageError(
        f"{path}: {text}", reason="storage", hint="check space and permissions of the data directory, and run again"
    )
