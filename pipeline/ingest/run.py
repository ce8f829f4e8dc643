"""One ingest run from the walk to the report."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from pipeline import codec, process
from pipeline.engines.base import Engine
from pipeline.entities import decisions_file
from pipeline.entities.decisions import Decisions
from pipeline.errors import DragomanError, EngineError, EngineUnreachableError
from pipeline.extract import sandbox
from pipeline.ingest import faults, indexing
from pipeline.ingest.plan import Known, Outcome, Plan, Work, guard, inside, plan
from pipeline.ingest.pool import Pool
from pipeline.ingest.report import Report, Trouble
from pipeline.ingest.walk import Item, Left, shown, walk
from pipeline.ingest.worker import Done, Failed, Job
from pipeline.ledger import Failure, Ledger
from pipeline.model import Document, Extraction
from pipeline.settings import Settings, passwords

CHECKPOINT, SHARE = 20, 50
"""New sources are indexed so many at a time, or a fiftieth of the corpus where that is more: a long run becomes
searchable as it goes, the workers read on meanwhile, and comparing ledger and index stays a small part of the work."""
READER = sum(version for _, version in process.STAGE_VERSIONS)
"""Goes up with any stage: what failed for good is tried again by newer code, once."""
_MENDED = frozenset({"index-damaged", "index-outdated", "index-missing"})


@dataclass(frozen=True, slots=True)
class Options:
    """What one run is asked to do."""

    dry_run: bool = False
    retry_failed: bool = False
    force: bool = False
    allow_mass_delete: bool = False
    limit: int | None = None


class Progress(Protocol):
    """Told how far a run is; the command line draws it."""

    def total(self, phase: str, count: int) -> None: ...
    def step(self, phase: str, name: str, *, failed: bool = False) -> None: ...


def roots_of(paths: Sequence[str | os.PathLike[str]]) -> list[bytes]:
    return [os.path.abspath(os.fsencode(path)) for path in paths]


def ingest(
    paths: Sequence[str | os.PathLike[str]],
    ledger: Ledger,
    engine: Engine | None,
    settings: Settings,
    options: Options,
    progress: Progress,
    report: Report,
) -> None:
    """Read what is new, keep the ledger, bring the index in step; `report` is filled as the run goes.

    Raises DragomanError where the whole run must stop. An engine that does not answer is no such reason: the report
    tells, and the next run catches up.
    """
    began = time.monotonic()
    run = 0 if options.dry_run else ledger.begin_run(_now())
    report.status = "interrupted"
    try:
        _Run(paths, ledger, engine, settings, options, progress, report).go()
        report.status = "finished"
        report.check()
    except DragomanError as error:
        report.status, report.stopped = "stopped", error.line()
        raise
    finally:
        report.seconds = time.monotonic() - began
        if run:
            ledger.end_run(run, _now(), report.status, codec.encode(report.as_json()).decode())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class _Run:
    """The state of one run, in the order of its steps."""

    def __init__(
        self,
        paths: Sequence[str | os.PathLike[str]],
        ledger: Ledger,
        engine: Engine | None,
        settings: Settings,
        options: Options,
        progress: Progress,
        report: Report,
    ) -> None:
        self.roots = roots_of(paths)
        self.ignored: set[bytes] = set()
        self.ledger, self.engine, self.settings = ledger, engine, settings
        self.options, self.progress, self.report = options, progress, report
        self.decisions = decisions_file.load(settings.data_dir)
        self.limits = sandbox.Limits(
            seconds=settings.parse_seconds,
            memory_mib=settings.parse_memory,
            max_pages=settings.max_pages,
            max_file_mib=settings.max_file_size,
            passwords=passwords(settings),
        )

    def go(self) -> None:
        items, left = self._walk()
        known = _known(self.ledger, self.decisions, locked=not self.limits.passwords)
        self.ignored = {path for path, failure in known.failures.items() if failure.ignored}
        # a file that is named and gone is gone; a folder that is named and missing may be a share that is not mounted
        closed = {e.path for e in left if not e.skipped and (e.reason != "missing" or e.path not in known.paths)}
        retry, force = self.options.retry_failed, self.options.force
        decided = plan(items, self.roots, known, retry=retry, force=force, closed=closed)
        if not self.options.allow_mass_delete:
            guard(decided, items, known, self.roots)
        later = self._limit(decided)
        if self.options.dry_run:
            self._count_dry(decided, left, later)
            return
        self._settle(decided, left, later)
        self._work(decided.work)
        self._index()

    # --- finding

    def _walk(self) -> tuple[list[Item], list[Left]]:
        items: list[Item] = []
        left: list[Left] = []
        for found in walk(self.roots, self.settings.max_file_bytes):
            self.report.seen += 1
            if isinstance(found, Item):
                items.append(found)
            else:
                left.append(found)
        return items, left

    def _limit(self, decided: Plan) -> list[Work]:
        limit = self.options.limit
        if limit is None:
            return []
        later, decided.work = decided.work[limit:], decided.work[:limit]
        return [work for work in later if work.outcome is not Outcome.UNCHANGED]

    # --- what needs no reading

    def _count_dry(self, decided: Plan, left: Sequence[Left], later: Sequence[Work]) -> None:
        counts = self.report.counts
        for work in decided.work:
            if work.outcome is not Outcome.UNCHANGED:
                counts[work.outcome] += 1
                counts[Outcome.DUPLICATE] += len(work.twins)
        counts[Outcome.MOVED] += len(decided.moved)
        counts[Outcome.GONE] += len(decided.gone)
        for _, outcome in decided.settled:
            counts[outcome] += 1
        self._tell(decided, left, later)

    def _tell(self, decided: Plan, left: Sequence[Left], later: Sequence[Work]) -> None:
        """Troubles that are known without reading anything."""
        for entry in left:
            skipped = entry.skipped or entry.path in self.ignored
            self._trouble(entry.path, "walk", entry.reason, entry.message, entry.hint, skipped=skipped)
        for failure in decided.still_failing:
            self._count(Outcome.SKIPPED if failure.skipped or failure.ignored else Outcome.FAILED)
        for failure in (*decided.still_failing, *decided.stuck):
            skipped = failure.skipped or failure.ignored
            hint = "ignored; dragoman failures retry reads it again" if failure.ignored else failure.hint
            self._tell_of(failure.path, failure.stage, failure.reason, failure.message, hint, skipped=skipped)
        for work in later:
            for path in (work.item.path, *work.twins):
                message = f"{shown(path)}: beyond --limit"
                self._trouble(path, "walk", "limit", message, "read by the next run", skipped=True)

    def _trouble(self, path: bytes, stage: str, reason: str, message: str, hint: str, *, skipped: bool) -> None:
        self._count(Outcome.SKIPPED if skipped else Outcome.FAILED)
        self._tell_of(path, stage, reason, message, hint, skipped=skipped)

    def _count(self, outcome: Outcome) -> None:
        self.report.counts[outcome] += 1

    def _tell_of(self, path: bytes, stage: str, reason: str, message: str, hint: str, *, skipped: bool) -> None:
        self.report.troubles.append(Trouble(shown(path), stage, reason, _one_line(message), hint, skipped))

    def _settle(self, decided: Plan, left: Sequence[Left], later: Sequence[Work]) -> None:
        """Write what the walk alone decides: moves, duplicates, disappearances, files that could not be opened."""
        counts = self.report.counts
        paths = self.ledger.paths()
        with self.ledger.transaction() as db:
            for old, item in decided.moved:
                db.execute("DELETE FROM paths WHERE path = ?", (old,))
                self.ledger.set_path(db, item.path, item.sha256)
            for item, outcome in decided.settled:
                counts[outcome] += 1
                if paths.get(item.path) != item.sha256:
                    self.ledger.set_path(db, item.path, item.sha256)
            db.executemany("UPDATE paths SET gone = 1 WHERE path = ?", [(path,) for path in decided.gone])
            for entry in left:
                if not entry.skipped:
                    self.ledger.fail(db, _failure_of(entry))
            self.ledger.forgive(db, self._healed(decided, left, later))
        counts[Outcome.MOVED] += len(decided.moved)
        counts[Outcome.GONE] += len(decided.gone)
        self._tell(decided, left, later)
        faults.point("settled")

    def _healed(self, decided: Plan, left: Sequence[Left], later: Sequence[Work]) -> list[bytes]:
        """Remembered failures of files that are gone, or that now have readable content."""
        keep = {failure.path for failure in (*decided.still_failing, *decided.stuck)}
        keep.update(entry.path for entry in left if not entry.skipped)
        for work in (*decided.work, *later):
            keep.update((work.item.path, *work.twins))
        settled = {item.path for item, _ in decided.settled} | {item.path for _, item in decided.moved}
        return [
            failure.path
            for failure in self.ledger.failures()
            if failure.path not in keep and (failure.path in settled or inside(failure.path, self.roots))
        ]

    # --- reading

    def _work(self, works: Sequence[Work]) -> None:
        self.progress.total("read", len(works))
        by_hash = {work.item.sha256: work for work in works}
        pending, together = 0, max(CHECKPOINT, len(self.ledger.live()) // SHARE, len(works) // SHARE)
        with Pool(self.settings.jobs) as pool:
            for job, answer in pool.run(self._jobs(works)):
                work = by_hash[job.sha256]
                if isinstance(answer, Done):
                    self._store(work, answer)
                    pending += 1
                else:
                    self._fail(work, answer)
                self.progress.step("read", shown(work.item.path), failed=isinstance(answer, Failed))
                if pending >= together:
                    self._index()
                    pending = 0

    def _jobs(self, works: Sequence[Work]) -> Iterator[Job]:
        for work in works:
            digest = work.item.sha256
            if work.reread:
                yield self._job(work)
                continue
            documents = self.ledger.documents_of(digest)
            if documents and not _drafts_stale({d.language: dict(d.stage_versions) for d in documents}):
                yield self._job(work, documents=documents)
            else:
                stored = self.ledger.extraction(digest)
                yield self._job(work, extraction=stored[1] if stored else None)

    def _job(self, work: Work, *, extraction: Extraction | None = None, documents: tuple[Document, ...] = ()) -> Job:
        item, longest = work.item, self.settings.max_characters
        return Job(item.path, item.sha256, self.limits, longest, extraction, documents, self.decisions)

    def _store(self, work: Work, done: Done) -> None:
        item = work.item
        faults.point("read")
        with self.ledger.transaction() as db:
            self.ledger.store(db, item.sha256, done.text, done.documents)
            for path in (item.path, *work.twins):
                self.ledger.set_path(db, path, item.sha256)
            self.ledger.forgive(db, (item.path, *work.twins))
            faults.point("storing")
        faults.point("stored")
        self.report.documents += len(done.documents)
        if work.outcome is Outcome.UNCHANGED:
            self.report.renewed += 1
        else:
            self.report.counts[work.outcome] += 1
            self.report.counts[Outcome.DUPLICATE] += len(work.twins)

    def _fail(self, work: Work, failed: Failed) -> None:
        """A failure of known content keeps its old documents: it was counted as unchanged, and the trouble is told."""
        with self.ledger.transaction() as db:
            for path in (work.item.path, *work.twins):
                self.ledger.fail(db, _failure(path, work.item.sha256, failed))
        tell = self._tell_of if work.outcome is Outcome.UNCHANGED else self._trouble
        for path in (work.item.path, *work.twins):
            tell(path, failed.stage, failed.reason, failed.message, failed.hint, skipped=failed.skipped)

    # --- the index

    def _index(self) -> None:
        if self.engine is None or self.report.engine_error:
            return
        try:
            done = self._synchronised(self.engine, indexing.key(self.settings))
        except EngineUnreachableError as error:
            self.report.engine_error = error.line()
            return
        self.report.indexed += done.written
        self.report.removed += done.removed
        for entry, reason in done.refused:
            self.report.troubles.append(
                Trouble(entry, "index", "refused", _one_line(reason), "run: dragoman rebuild", skipped=False)
            )

    def _synchronised(self, engine: Engine, name: str) -> indexing.Synced:
        """Bring the index in step; one that cannot be used is made anew, which is told."""
        try:
            engine.prepare()
            lost = indexing.check(self.ledger, engine, name)
            if lost:
                self.report.notices.append(f"the search index had lost {lost} documents; they were indexed again")
            return indexing.synchronise(self.ledger, engine, name)
        except EngineError as error:
            if error.reason not in _MENDED:
                raise
            self.report.notices.append(f"{error.message}; it was made anew from the ledger")
            return indexing.rebuild(self.ledger, engine, name)


def _known(ledger: Ledger, decisions: Decisions, *, locked: bool) -> Known:
    """What the ledger holds; `locked` says that there is no password to try on encrypted files."""
    paths = ledger.paths()
    stages = ledger.stages()
    homes: dict[str, int] = {}
    for digest in paths.values():
        homes[digest] = homes.get(digest, 0) + 1
    wanted = {**dict(process.STAGE_VERSIONS), **process.decided(decisions)}
    return Known(
        paths=paths,
        homes=homes,
        sources=frozenset(stages),
        failures={failure.path: failure for failure in ledger.failures()},
        reread=lambda digest: not ledger.has_extraction(digest, sandbox.VERSION),
        renew=lambda digest: digest in stages and stages[digest] != wanted,
        version=READER,
        mended=frozenset({"missing-tool"} if locked else {"missing-tool", "encrypted"}),
    )


def _drafts_stale(versions: Mapping[str, Mapping[str, int]]) -> bool:
    """Whether cleaning or language detection changed, so that drafts must be made again from the stored text."""
    wanted = dict(process.READING)
    return any(made.get(name) != version for made in versions.values() for name, version in wanted.items())


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))


def _failure_of(entry: Left) -> Failure:
    return Failure(
        entry.path,
        None,
        "walk",
        entry.reason,
        _one_line(entry.message),
        entry.hint,
        entry.transient,
        entry.skipped,
        1,
        READER,
        False,
        _now(),
    )


def _failure(path: bytes, digest: str, failed: Failed) -> Failure:
    return Failure(
        path,
        digest,
        failed.stage,
        failed.reason,
        _one_line(failed.message),
        failed.hint,
        failed.transient,
        failed.skipped,
        1,
        READER,
        False,
        _now(),
    )
