"""A few worker processes, watched from outside: one that dies or overruns costs one document, never the run."""

from __future__ import annotations

import os
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from types import TracebackType

from pipeline.ingest.walk import shown
from pipeline.ingest.worker import Done, Extracted, Failed, Job

_START = "from pipeline.ingest import worker; worker.main()"  # under its own name, so that its records unpickle here
_GRACE = 15.0  # beyond the reader's own limit, for starting up and handing over
_STALLED = struct.pack("ll", 60, 0)
_SECRETS = "DRAGOMAN_ELASTICSEARCH_"
_ANNOTATE_FLOOR, _ANNOTATE_RATE = 180.0, 1000.0  # seconds; characters a second that any machine reaches


class _Worker:
    """One child process and the job it is on."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        for option in (socket.SO_SNDTIMEO, socket.SO_RCVTIMEO):  # a worker that stops in mid-sentence
            ours.setsockopt(socket.SOL_SOCKET, option, _STALLED)
        with theirs:
            os.set_inheritable(theirs.fileno(), True)
            self.process = subprocess.Popen(
                [sys.executable, "-c", _START, str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
                env=_environment(),
            )
        self.connection = Connection(ours.detach())
        self.job: Job | None = None
        self.stage = "extract"
        self.deadline = 0.0

    def give(self, job: Job) -> None:
        self.job, self.stage = job, "extract"
        self.deadline = time.monotonic() + job.limits.seconds + _GRACE
        self.connection.send(job)

    def annotating(self, characters: int) -> None:
        self.stage = "annotate"
        self.deadline = time.monotonic() + max(_ANNOTATE_FLOOR, characters / _ANNOTATE_RATE)

    def hang_up(self, *, kill: bool) -> None:
        """Tell it to end; one that ends takes a moment, so that many are told before the first is waited for."""
        self.connection.close()
        if kill:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def stop(self, *, kill: bool) -> None:
        self.hang_up(kill=kill)
        self.wait_for_end()

    def wait_for_end(self) -> None:
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _environment() -> dict[str, str]:
    """Workers share the cores: one thread each. The package must be importable wherever the parent found it; keys
    and passwords of the server stay with the parent.
    """
    import pipeline

    root = os.path.dirname(os.path.dirname(os.path.abspath(pipeline.__file__)))
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_SECRETS)}
    return {**kept, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": path}


class Pool:
    """Runs jobs on `size` workers; answers come in the order they are ready. Use as a context manager."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._workers: list[_Worker] = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.hang_up(kill=kind is not None or worker.job is not None)
        for worker in self._workers:
            worker.wait_for_end()
        self._workers.clear()

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Done | Failed]]:
        """One answer for each job. At most one job a worker is under way, so memory stays flat; a worker has its next
        job before its answer is handed on, so that it works while the answer is stored.
        """
        waiting = iter(jobs)
        answers: list[tuple[Job, Done | Failed]] = []
        while True:
            while self._has_room():
                job = next(waiting, None)
                if job is None:
                    break
                answers.extend(self._give(self._idle(), job))
            yield from answers
            busy = [worker for worker in self._workers if worker.job]
            if not busy:
                return
            answers = list(self._collect(busy))

    def _has_room(self) -> bool:
        return len(self._workers) < self._size or any(w.job is None for w in self._workers)

    def _idle(self) -> _Worker:
        """A worker without a job; started where there is none, so that a run without work starts none."""
        worker = next((w for w in self._workers if w.job is None), None)
        if worker is None:
            worker = _Worker()
            self._workers.append(worker)
        return worker

    def _give(self, worker: _Worker, job: Job) -> Iterator[tuple[Job, Done | Failed]]:
        try:
            worker.give(job)
        except OSError:  # it died, or was stopped, while it waited: no fault of this document
            self._workers.remove(worker)
            worker.stop(kill=True)
            worker = self._idle()
            try:
                worker.give(job)
            except OSError:
                yield self._lost(worker)

    def _collect(self, busy: list[_Worker]) -> Iterator[tuple[Job, Done | Failed]]:
        soonest = min(worker.deadline for worker in busy)
        ready = wait([worker.connection for worker in busy], max(0.0, min(soonest - time.monotonic(), 1.0)))
        for worker in busy:
            if worker.connection in ready:
                yield from self._hear(worker)
            elif time.monotonic() > worker.deadline:
                yield self._overrun(worker)

    def _hear(self, worker: _Worker) -> Iterator[tuple[Job, Done | Failed]]:
        assert worker.job is not None
        try:
            answer = worker.connection.recv()
        except (EOFError, OSError):
            yield self._lost(worker)
            return
        if isinstance(answer, Extracted):
            worker.annotating(answer.characters)
            return
        job, worker.job = worker.job, None
        yield job, answer

    def _lost(self, worker: _Worker) -> tuple[Job, Failed]:
        return self._end(
            worker, "crash", "the process that read it died", "report the file; other files are not affected"
        )

    def _overrun(self, worker: _Worker) -> tuple[Job, Failed]:
        return self._end(worker, "timeout", f"took too long to {worker.stage}", "raise parse_seconds or split the file")

    def _end(self, worker: _Worker, reason: str, message: str, hint: str) -> tuple[Job, Failed]:
        job = worker.job
        assert job is not None
        self._workers.remove(worker)
        worker.stop(kill=True)
        return job, Failed(worker.stage, reason, f"{shown(job.path)}: {message}", hint, transient=True, skipped=False)
