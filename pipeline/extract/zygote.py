"""The process that parsers are forked from: it has the libraries loaded, no network and no right to write.

Started by `sandbox` as a program of its own, so the caller's script is never run a second time. One message on the
control socket (JSON, with three descriptors: the document, the result pipe, the job's lifeline) makes one child. The
end of a child is told on its lifeline; a lifeline that closes or says anything kills the child's whole process group;
the end of the control socket ends everything.
"""

from __future__ import annotations

import array
import contextlib
import gc
import json
import os
import selectors
import signal
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from pipeline import codec, resources
from pipeline.errors import DragomanError
from pipeline.extract import base, kernel, pulse
from pipeline.model import Source

PRELOADED = ("numpy", "lxml.etree", "pypdfium2")
MESSAGE = 256 * 1024
CRASH = 70


@dataclass(slots=True)
class Job:
    """One running child and the lifeline of who waits for it."""

    pid: int
    lifeline: socket.socket


def main(control: int, environ: Mapping[str, str]) -> NoReturn:
    """Load, fence in, report the layers, and serve until the control socket ends."""
    for name in PRELOADED:
        import_module(name)
    _loaded("pipeline.extract.plain")
    statm = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
    layers = {"network": kernel.without_network(), "files": kernel.restrict_files(_readable(environ))}
    with socket.socket(fileno=control) as channel:
        channel.send(json.dumps(layers).encode())
        _serve(channel, statm)
    sys.exit(0)


@cache
def _loaded(name: str) -> None:
    """Import a reader and its tables once for all later documents of its format."""
    with contextlib.suppress(ImportError, DragomanError):
        import_module(name).warm()
    gc.collect()
    gc.freeze()  # a collection in a child would copy every page of memory it shares with this process


def _readable(environ: Mapping[str, str]) -> tuple[Path, ...]:
    own = (Path(__file__).resolve().parent.parent, resources.corpora())
    return kernel.library_paths(own, environ)


def _serve(channel: socket.socket, statm: int) -> None:
    woken, waker = socket.socketpair()
    waker.setblocking(False)
    woken.setblocking(False)
    signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    jobs: dict[int, Job] = {}
    with selectors.DefaultSelector() as selector:
        selector.register(channel, selectors.EVENT_READ)
        selector.register(woken, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj is channel:
                    if not _accept(channel, statm, selector, jobs):
                        _end_all(jobs)
                        return
                elif key.fileobj is woken:
                    with contextlib.suppress(BlockingIOError):
                        woken.recv(4096)
                    _reap(selector, jobs)
                elif key.data in jobs:
                    _kill(key.data)
                    selector.unregister(key.fileobj)


def _accept(channel: socket.socket, statm: int, selector: selectors.BaseSelector, jobs: dict[int, Job]) -> bool:
    """Start the child of one message; False at the end of the control socket."""
    message, ancillary, _, _ = channel.recvmsg(MESSAGE, socket.CMSG_SPACE(3 * array.array("i").itemsize))
    descriptors = array.array("i")
    for _, _, data in ancillary:
        descriptors.frombytes(data[: len(data) - len(data) % descriptors.itemsize])
    if not message or len(descriptors) != 3:
        return False
    document, result, line = descriptors
    order = json.loads(message)
    _loaded(order["module"])
    space = kernel.address_space(statm)
    pid = os.fork()
    if pid == 0:
        _child(order, document, result, space)
    os.close(document)
    os.close(result)
    jobs[pid] = Job(pid, socket.socket(fileno=line))
    selector.register(jobs[pid].lifeline, selectors.EVENT_READ, pid)
    return True


def _kill(pid: int) -> None:
    for kill in (os.kill, os.killpg):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)


def _reap(selector: selectors.BaseSelector, jobs: dict[int, Job]) -> None:
    """Tell the end of each finished child, after the last of its process group was killed."""
    while jobs:
        try:
            ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        except ChildProcessError:
            return
        if ended is None:
            return
        _kill(ended.si_pid)  # its own children; the number cannot have been given away yet
        _, status, usage = os.wait4(ended.si_pid, 0)
        job = jobs.pop(ended.si_pid, None)
        if job is None:
            continue
        with contextlib.suppress(KeyError):
            selector.unregister(job.lifeline)
        with contextlib.suppress(OSError):
            job.lifeline.send(json.dumps({"status": status, "rss_mib": usage.ru_maxrss // 1024}).encode())
        job.lifeline.close()


def _end_all(jobs: Mapping[int, Job]) -> None:
    for pid in jobs:
        _kill(pid)


# --- in the child --------------------------------------------------------------------------------------------------


def _child(order: Mapping[str, Any], document: int, result: int, space: int) -> NoReturn:
    """Fence this process in, read the document, send the answer and end. `space` is the address space so far."""
    status = CRASH
    try:
        os.setsid()
        kernel.die_with_parent()
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        kernel.close_others(document, result)
        limits = base.Limits(**{**order["limits"], "passwords": tuple(order["limits"]["passwords"])})
        kernel.limit(limits.seconds, space + limits.memory_mib * base.MIB)
        pulse.listen(lambda: _send(result, b"."))
        status = _run(order, limits, document, result)
    finally:
        failure = sys.exception()
        if failure is not None:
            what = f"the reader failed: {type(failure).__name__}: {failure}"
            _send(result, _told("ParserFailedError", what, "crash"))
        os._exit(status)  # nothing may unwind into the loop this was forked from


def _run(order: Mapping[str, Any], limits: base.Limits, document: int, result: int) -> int:
    with open(document, "rb") as stream:
        stream.seek(0)
        source = Source(order["path"], stream.read(), order["sha256"])
    try:
        answer = b"+" + codec.encode(base.extract(source, limits))
    except DragomanError as error:
        answer = _told(type(error).__name__, error.message, error.reason, error.hint)
    except MemoryError:
        answer = _told("ParserFailedError", "out of memory", "oom")
    _send(result, answer)
    return 0


def _told(kind: str, message: str, reason: str, hint: str = "") -> bytes:
    return b"-" + json.dumps([kind, message[:2000], reason, hint]).encode("ascii")


def _send(result: int, answer: bytes) -> None:
    view = memoryview(answer)
    while view:
        view = view[os.write(result, view) :]
