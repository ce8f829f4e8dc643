"""The process that parsers are forked from: it has the libraries loaded, no network and no right to write.

Started by `sandbox` as a program of its own, so the caller's script is never run a second time. One message on the
control socket (JSON, with three descriptors: the document, the result pipe, the job's lifeline) is one document, read
by a child forked for it. Documents of formats that are read without native parsers of their own may be given to a
child that has read others of the same format before, all of them without any error (see `child`).

The end of a document is told on its lifeline; a lifeline that closes or says anything kills the child's whole process
group; the end of the control socket ends everything.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import selectors
import signal
import socket
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from pipeline import resources
from pipeline.errors import DragomanError
from pipeline.extract import child, kernel

PRELOADED = ("lxml.etree",)
_MOST_IDLE = 8


@dataclass(slots=True)
class Reader:
    """One child: the lifeline of who waits for it, and where it takes more orders if it may read several documents."""

    pid: int
    key: str
    lifeline: socket.socket | None
    orders: socket.socket | None = None
    served: int = 0  # documents read to the end


@dataclass(slots=True)
class Server:
    """The children at work and those that wait for another document, by process number."""

    channel: socket.socket
    statm: int
    selector: selectors.BaseSelector
    readers: dict[int, Reader] = field(default_factory=dict)
    idle: list[int] = field(default_factory=list)


def main(control: int, environ: Mapping[str, str]) -> NoReturn:
    """Load, fence in, report the layers, and serve until the control socket ends."""
    for name in PRELOADED:
        import_module(name)
    _loaded("pipeline.extract.plain")
    statm = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
    layers = {"network": kernel.without_network(), "files": kernel.restrict_files(_readable(environ))}
    with socket.socket(fileno=control) as channel, selectors.DefaultSelector() as selector:
        channel.send(json.dumps(layers).encode())
        _serve(Server(channel, statm, selector))
    sys.exit(0)


@cache
def _loaded(name: str) -> None:
    """Import a reader and its tables once for all later documents of its format."""
    gc.disable()  # next to nothing of what is loaded is ever thrown away
    loader = threading.Thread(target=_warmed, args=(name,))  # a child then finds the holes it leaves in no heap of its
    loader.start()  # own, where it would copy a page for each that it fills
    loader.join()
    gc.freeze()  # a collection in a child would copy every page of memory it shares with this process
    gc.enable()


def _warmed(name: str) -> None:
    with contextlib.suppress(ImportError, DragomanError):
        import_module(name).warm()


def _readable(environ: Mapping[str, str]) -> tuple[Path, ...]:
    own = (Path(__file__).resolve().parent.parent, resources.corpora())
    return kernel.library_paths(own, environ)


def _serve(server: Server) -> None:
    woken, waker = socket.socketpair()
    waker.setblocking(False)
    woken.setblocking(False)
    signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    server.selector.register(server.channel, selectors.EVENT_READ)
    server.selector.register(woken, selectors.EVENT_READ)
    while True:
        for key, _ in server.selector.select():
            if key.fileobj is server.channel:
                if not _accept(server):
                    _end_all(server)
                    return
            elif key.fileobj is woken:
                with contextlib.suppress(BlockingIOError):
                    woken.recv(4096)
                _reap(server)
            else:
                _heard(server, key.fileobj, server.readers.get(key.data))


def _heard(server: Server, told: object, reader: Reader | None) -> None:
    """A lifeline ends its child; a child's word on its own socket ends the document."""
    if reader is None:
        return
    if told is reader.lifeline:
        _silence(server, reader.lifeline)
        _kill(reader.pid)
    elif told is reader.orders and reader.orders is not None:
        if reader.lifeline is None or reader.orders.recv(len(child.READY)) != child.READY:
            _silence(server, reader.orders)  # it has ended, or says what nobody asked
            _kill(reader.pid)
            return
        _told(server, reader, 0, 0)
        reader.served += 1
        if reader.served < child.SEVERAL and len(server.idle) < _MOST_IDLE:
            server.idle.append(reader.pid)
        else:
            _kill(reader.pid)


# --- orders --------------------------------------------------------------------------------------------------------


def _accept(server: Server) -> bool:
    """Have the document of one message read; False at the end of the control socket."""
    message, descriptors = child.received(server.channel)
    if not message or len(descriptors) != 3:
        return False
    document, result, line = descriptors
    order = json.loads(message)
    _loaded(order["module"])
    lifeline = socket.socket(fileno=line)
    key = json.dumps([order["module"], order["limits"]])
    reader = _used(server, key, message, [document, result]) if order["several"] else None
    if reader is None:
        reader = _forked(server, key, order, document, result)
    os.close(document)
    os.close(result)
    reader.lifeline = lifeline
    server.selector.register(lifeline, selectors.EVENT_READ, reader.pid)
    return True


def _used(server: Server, key: str, message: bytes, descriptors: list[int]) -> Reader | None:
    """An idle child that reads such documents, with this one given to it; None where there is none."""
    for reader in [server.readers[pid] for pid in reversed(server.idle)]:
        if reader.key != key or reader.orders is None:
            continue
        server.idle.remove(reader.pid)
        try:
            child.sent(reader.orders, message, descriptors)
        except OSError:  # it has died meanwhile
            _kill(reader.pid)
        else:
            return reader
    return None


def _forked(server: Server, key: str, order: Mapping[str, Any], document: int, result: int) -> Reader:
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET) if order["several"] else (None, None)
    space = kernel.address_space(server.statm)
    pid = os.fork()
    if pid == 0:
        child.run(order, document, result, space, theirs)
    server.readers[pid] = Reader(pid, key, None, ours)
    if ours is not None and theirs is not None:
        theirs.close()
        server.selector.register(ours, selectors.EVENT_READ, pid)
    return server.readers[pid]


# --- ends ----------------------------------------------------------------------------------------------------------


def _kill(pid: int) -> None:
    for kill in (os.kill, os.killpg):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)


def _silence(server: Server, talker: socket.socket | None) -> None:
    if talker is not None:
        with contextlib.suppress(KeyError):
            server.selector.unregister(talker)


def _told(server: Server, reader: Reader, status: int, rss_mib: int) -> None:
    """Tell who waits how the reading ended, and whether the child had read other documents before."""
    if reader.lifeline is None:
        return
    _silence(server, reader.lifeline)
    ended = {"status": status, "rss_mib": rss_mib, "served": reader.served}
    with contextlib.suppress(OSError):
        reader.lifeline.send(json.dumps(ended).encode())
    reader.lifeline.close()
    reader.lifeline = None


def _reap(server: Server) -> None:
    """Tell the end of each finished child, after the last of its process group was killed."""
    while server.readers:
        try:
            ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        except ChildProcessError:
            return
        if ended is None:
            return
        _kill(ended.si_pid)  # its own children; the number cannot have been given away yet
        _, status, usage = os.wait4(ended.si_pid, 0)
        reader = server.readers.pop(ended.si_pid, None)
        if reader is None:
            continue
        if reader.pid in server.idle:
            server.idle.remove(reader.pid)
        if reader.orders is not None:
            _silence(server, reader.orders)
            reader.orders.close()
        _told(server, reader, status, usage.ru_maxrss // 1024)


def _end_all(server: Server) -> None:
    for pid in server.readers:
        _kill(pid)
