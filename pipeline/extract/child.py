"""What runs in a reader's process: one document under limits, its answer, the end.

A child that may read several documents of one format does so only as long as nothing happened: the first error, a
thread, a process or memory left behind, and it ends. It is asked for no more than SEVERAL in any case.
"""

from __future__ import annotations

import array
import contextlib
import gc
import json
import os
import resource
import signal
import socket
import sys
import threading
from collections.abc import Mapping
from typing import Any, NoReturn

from pipeline import codec
from pipeline.errors import DragomanError
from pipeline.extract import base, kernel, pulse
from pipeline.model import Source

MESSAGE = 256 * 1024
CRASH = 70
SEVERAL = 32
"""Documents that one child reads, at most."""

READY = b"."
_GROWTH_MIB = 32  # of memory that documents may leave behind before the child is replaced
_COLLECT = (50_000, 20, 100)  # a collection copies pages shared with the parent: seldom


def run(order: Mapping[str, Any], document: int, result: int, space: int, orders: socket.socket | None) -> NoReturn:
    """Fence this process in, read the document, send the answer and end.

    `space` is the address space so far; `orders` is where a child that may read several documents gets the next one.
    """
    status = CRASH
    try:
        limits = _fence(order, space, (document, result, *([orders.fileno()] if orders else [])), orders is not None)
        born = _peak_mib()
        status, good = _read(order, limits, document, result)
        while good and orders is not None and _unchanged(born):
            os.close(result)
            orders.send(READY)
            order, document, result = _next(orders)
            kernel.more_time(limits.seconds)
            status, good = _read(order, limits, document, result)
    finally:
        with contextlib.suppress(OSError):
            failure = sys.exception()
            if failure is not None:
                what = f"the reader failed: {type(failure).__name__}: {failure}"
                _send(result, _told("ParserFailedError", what, "crash"))
        os._exit(status)  # nothing may unwind into the loop this was forked from


def _fence(order: Mapping[str, Any], space: int, kept: tuple[int, ...], several: bool) -> base.Limits:
    os.setsid()
    kernel.die_with_parent()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    kernel.close_others(*kept)
    gc.set_threshold(*_COLLECT)
    limits = base.Limits(**{**order["limits"], "passwords": tuple(order["limits"]["passwords"])})
    kernel.limit(limits.seconds, space + limits.memory_mib * base.MIB, documents=SEVERAL if several else 1)
    return limits


def _peak_mib() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _unchanged(born: int) -> bool:
    """Whether the last document left this process as it was: as large, one thread, no process of its own."""
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return _peak_mib() - born <= _GROWTH_MIB and threading.active_count() == 1
    return False


def _next(orders: socket.socket) -> tuple[Mapping[str, Any], int, int]:
    """The next order with its document and result; ends this process where there is none."""
    message, descriptors = received(orders)
    if len(descriptors) != 2:
        os._exit(0)
    return json.loads(message), descriptors[0], descriptors[1]


def received(channel: socket.socket) -> tuple[bytes, array.array[int]]:
    """One message and the descriptors that came with it, three at most."""
    message, ancillary, _, _ = channel.recvmsg(MESSAGE, socket.CMSG_SPACE(3 * array.array("i").itemsize))
    descriptors = array.array("i")
    for _, _, data in ancillary:
        descriptors.frombytes(data[: len(data) - len(data) % descriptors.itemsize])
    return message, descriptors


def sent(channel: socket.socket, message: bytes, descriptors: list[int]) -> None:
    """One message with descriptors."""
    channel.sendmsg([message], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))])


def _read(order: Mapping[str, Any], limits: base.Limits, document: int, result: int) -> tuple[int, bool]:
    """Read one document and answer: (exit status so far, whether it was read without any error)."""
    pulse.listen(lambda: _send(result, b"."))
    source = Source(order["path"], os.pread(document, os.fstat(document).st_size, 0), order["sha256"])
    os.close(document)
    good = False
    try:
        answer = b"+" + codec.encode(base.extract(source, limits))
        good = True
    except DragomanError as error:
        answer = _told(type(error).__name__, error.message, error.reason, error.hint)
    except MemoryError:
        answer = _told("ParserFailedError", "out of memory", "oom")
    _send(result, answer)
    return 0, good


def _told(kind: str, message: str, reason: str, hint: str = "") -> bytes:
    return b"-" + json.dumps([kind, message[:2000], reason, hint]).encode("ascii")


def _send(result: int, answer: bytes) -> None:
    view = memoryview(answer)
    while view:
        view = view[os.write(result, view) :]
