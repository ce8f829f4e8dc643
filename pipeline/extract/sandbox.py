"""Reading a file that may be hostile: one child process per document, limited, watched from outside, without network.

The children are forked from a helper process that has the parsers loaded (`zygote`); it starts with the first document,
is shared by all threads of this process, and ends with it. What a child sends back is data of a fixed shape (JSON into
the records of pipeline.model), never code.

Small files of plain and rich text, which only our own Python looks into, are read one after the other in a child that
has read nothing but such files, each under limits of its own; the first that goes wrong is that child's last, and is
read again by a fresh one. What a parser in native code touches never shares a child.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgspec

from pipeline import codec
from pipeline import errors as error_types
from pipeline.errors import DragomanError, MissingToolError, ParserFailedError, SkippedError, UnreadableError
from pipeline.extract import base, child
from pipeline.extract.base import Limits
from pipeline.extract.sources import shown
from pipeline.model import Extraction, Source

__all__ = ["VERSION", "Limits", "close", "extract", "layers"]

VERSION = 1
"""Raise it when any reader gives another text for the same file."""

_ERRORS = {kind.__name__: kind for kind in (UnreadableError, SkippedError, MissingToolError, ParserFailedError)}
_ANSWER_FACTOR = 16  # bytes of an encoded Extraction for each permitted character of text, at most
_GRACE = 2.0
_SMALL = base.MIB  # bytes: a larger document has a child of its own whatever its format
_LAST_STREAM = 2
_BOOT = """
import gc, json, os, sys
gc.disable()  # until all is loaded
sys.path[:] = json.loads(sys.argv[1])
from pipeline.extract import zygote
zygote.main(int(sys.argv[2]), os.environ)
"""
_KEPT_ENVIRONMENT = ("PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "TMPDIR", "HOME", "COVERAGE_PROCESS_START")


class _LostError(Exception):
    """The helper process is gone."""


class _UsedError(Exception):
    """A child that had read other documents failed on this one: a fresh child is asked."""


class _Zygote:
    """The parent's end: a process, its control socket and the layers it could put up."""

    def __init__(self) -> None:
        _open_standard_streams()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        for side in (ours, theirs):
            side.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
        root = str(Path(__file__).resolve().parent.parent.parent)
        path = json.dumps([root, *(p for p in sys.path if p and p != root)])
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-c", _BOOT, path, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
                cwd="/",
                env=_environment(),
            )
        self.channel = ours
        hello = ours.recv(4096)
        if not hello:
            self.process.wait()
            ours.close()
            raise ParserFailedError(
                "the process that reads files did not start", reason="crash", hint="run: dragoman doctor"
            )
        self.layers: dict[str, bool] = json.loads(hello)

    def submit(self, order: dict[str, Any], descriptors: list[int]) -> None:
        try:
            child.sent(self.channel, json.dumps(order).encode(), descriptors)
        except OSError as error:
            raise _LostError from error

    def end(self) -> None:
        self.channel.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(_GRACE)
            return
        self.process.kill()
        self.process.wait()


def _open_standard_streams() -> None:
    """Where a caller has closed its standard streams, no socket of ours may take their numbers."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= _LAST_STREAM:
        os.set_inheritable(descriptor, True)
    os.close(descriptor)


def _environment() -> dict[str, str]:
    """Little, and one thread for every numerical library: they are forked."""
    kept = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    single = dict.fromkeys(("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return {"PATH": os.defpath, "LANG": "C.UTF-8", "TZ": "UTC", **kept, **single}


_lock = threading.Lock()
_current: _Zygote | None = None


def _zygote() -> _Zygote:
    global _current  # noqa: PLW0603 - one helper per process, guarded by the lock
    with _lock:
        if _current is None or _current.process.poll() is not None:
            if _current is not None:
                _current.end()
            _current = _Zygote()
        return _current


def _discard(lost: _Zygote) -> None:
    """Have the next document start a new helper process, unless another thread has already."""
    global _current  # noqa: PLW0603 - see _zygote
    with _lock:
        if _current is lost:
            _current.end()
            _current = None


def close() -> None:
    """End the helper process; the next document starts a new one."""
    global _current  # noqa: PLW0603 - see _zygote
    with _lock:
        if _current is not None:
            _current.end()
            _current = None


def _forget() -> None:
    """In a forked child the helper belongs to the parent: close the copy of its socket."""
    global _current, _lock  # noqa: PLW0603 - see _zygote
    _lock = threading.Lock()
    if _current is not None:
        _current.channel.close()
        _current.process.returncode = 0  # not our child: nothing to wait for
        _current = None


atexit.register(close)
os.register_at_fork(after_in_child=_forget)


def layers() -> tuple[tuple[str, bool], ...]:
    """The walls around a parser on this machine, each with whether it stands; starts the helper process if need be."""
    found = _zygote().layers
    return (
        (f"one child process per document (small plain and rich text, read by Python alone: {child.SEVERAL})", True),
        ("limits of memory, CPU time, file size and open files", True),
        ("wall-clock limit, whole process group killed", True),
        ("no network (own network namespace)", found["network"]),
        ("no writing, reading of libraries only (Landlock)", found["files"]),
    )


def extract(source: Source, limits: Limits | None = None) -> Extraction:
    """The whole text of `source`, read in a child process.

    Raises what the reader raised (UnreadableError, SkippedError, MissingToolError), or ParserFailedError with reason
    "timeout", "oom" or "crash".
    """
    limits = limits or Limits()
    reader = base.sniff(source)
    several = reader.several and len(source.data) <= _SMALL
    for _ in range(3):
        zygote = _zygote()
        try:
            return _decoded(source, _answer(zygote, source, limits, reader.module, several=several))
        except _LostError:
            _discard(zygote)
        except _UsedError:
            several = False
    raise _failed(source, "crash", "the process that reads files was killed")


def _answer(zygote: _Zygote, source: Source, limits: Limits, module: str, *, several: bool) -> bytes:
    result, result_end = os.pipe()
    lifeline, lifeline_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    document = os.memfd_create("document", os.MFD_CLOEXEC)
    with open(result, "rb", buffering=0) as pipe, lifeline:
        try:
            with open(document, "wb", closefd=False) as stream:
                stream.write(source.data)
            order = {"path": shown(source.path), "sha256": source.sha256, "limits": asdict(limits), "module": module}
            zygote.submit({**order, "several": several}, [document, result_end, lifeline_end.fileno()])
        finally:
            os.close(document)
            os.close(result_end)
            lifeline_end.close()
        return _watch(source, limits, pipe.fileno(), lifeline)


def _watch(source: Source, limits: Limits, pipe: int, lifeline: socket.socket) -> bytes:
    """Collect the answer until the child has ended; kill it when time or size is exceeded."""
    begun = time.monotonic()
    deadline = begun + limits.seconds
    most = limits.max_text_mib * base.MIB * _ANSWER_FACTOR
    parts: list[bytes] = []
    size = 0
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        selector.register(lifeline, selectors.EVENT_READ)
        ended: dict[str, int] | None = None
        while selector.get_map():
            ready = selector.select(max(deadline - time.monotonic(), 0) if ended is None else _GRACE)
            if not ready:
                _stop(lifeline)
                raise _failed(source, "timeout", f"reading took longer than {limits.seconds} s")
            for key, _ in ready:
                if key.fd == pipe:
                    part = os.read(pipe, 1 << 20)
                    if not part:
                        selector.unregister(pipe)
                    answer = part if parts else part.lstrip(b".")
                    earned = limits.page_seconds * (len(part) - len(answer))
                    deadline = min(deadline + earned, begun + max(limits.most_seconds, limits.seconds))
                    parts += [answer] if answer else []
                    size += len(answer)
                    if size > most:
                        _stop(lifeline)
                        raise _failed(source, "too-large", "the text grew beyond every limit")
                else:
                    told = lifeline.recv(4096)
                    if not told:
                        raise _LostError
                    ended = json.loads(told)
                    selector.unregister(lifeline)
    return _judged(source, limits, b"".join(parts), ended or {})


def _stop(lifeline: socket.socket) -> None:
    """Have the child's process group killed, and wait until it is gone."""
    lifeline.settimeout(_GRACE)
    with contextlib.suppress(OSError):
        lifeline.send(b"kill")
        lifeline.recv(4096)


def _judged(source: Source, limits: Limits, answer: bytes, ended: dict[str, int]) -> bytes:
    """The answer of a child that ended well; otherwise why it died."""
    status = ended.get("status", 0)
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if ended.get("served") and number != signal.SIGXCPU and (status != 0 or answer[:1] != b"+"):
        raise _UsedError
    if status == 0 or answer[:1] == b"-":
        return answer
    if number == signal.SIGXCPU:
        raise _failed(source, "timeout", f"reading took more than {limits.seconds} s of CPU time")
    if ended.get("rss_mib", 0) > 0.5 * limits.memory_mib:
        raise _failed(source, "oom", f"reading needs more than {limits.memory_mib} MiB of memory")
    how = f"signal {signal.Signals(number).name}" if number else f"exit code {os.WEXITSTATUS(status)}"
    raise _failed(source, "crash", f"the reader died ({how})")


_HINTS = {
    "timeout": "raise parse_seconds, or split the file",
    "oom": "raise parse_memory, or split the file",
    "crash": "the file is broken or hostile: open it in a viewer and save it again",
    "too-large": "split the file",
}


def _failed(source: Source, reason: str, what: str) -> ParserFailedError:
    return ParserFailedError(f"{shown(source.path)}: {what}", reason=reason, hint=_HINTS[reason])


def _decoded(source: Source, answer: bytes) -> Extraction:
    if answer[:1] == b"-":
        raise _error(source, answer[1:])
    try:
        return codec.decode(answer[1:], Extraction)
    except msgspec.MsgspecError as error:
        raise _failed(source, "crash", "the reader's answer is damaged") from error


def _error(source: Source, answer: bytes) -> DragomanError:
    try:
        kind, message, reason, hint = msgspec.json.decode(answer, type=tuple[str, str, str, str])
    except msgspec.MsgspecError:
        return _failed(source, "crash", "the reader's answer is damaged")
    if kind == "ParserFailedError":
        return _failed(source, reason if reason in _HINTS else "crash", message)
    return _ERRORS.get(kind, error_types.UnreadableError)(message, reason=reason, hint=hint)
