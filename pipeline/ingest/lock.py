"""One writer per data directory. The kernel drops the lock when its holder dies, however it dies."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.errors import LockedError, StorageError

_PAUSE = 0.2


@contextmanager
def hold(directory: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold the run lock; raises LockedError at once, or waits for the other run to end."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        handle = os.open(directory / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
    except OSError as error:
        raise StorageError(
            f"{directory}: {error.strerror}", reason="storage", hint="choose a writable --data-dir"
        ) from error
    try:
        _acquire(handle, directory, wait=wait)
        _sign(handle, directory)
        yield
    finally:
        os.close(handle)


def _sign(handle: int, directory: Path) -> None:
    """Leave the number of this process for people to find."""
    try:
        os.truncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
    except OSError as error:
        raise StorageError(
            f"{directory}: {error.strerror}", reason="storage", hint="free some space and run again"
        ) from error


def _acquire(handle: int, directory: Path, *, wait: bool) -> None:
    while True:
        with suppress(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        if not wait:
            holder = os.pread(handle, 20, 0).decode(errors="replace") or "unknown"
            raise LockedError(
                f"{directory}: another run (process {holder}) holds the data directory",
                reason="locked",
                hint="wait for it to end, or use --wait",
            )
        time.sleep(_PAUSE)
