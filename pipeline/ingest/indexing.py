"""Keeps a search index in step with the ledger: what differs is written or removed, nothing else is touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.engines.base import Engine, Entry
from pipeline.engines.entries import VERSION, entries
from pipeline.ingest import faults
from pipeline.ledger import Ledger
from pipeline.settings import Settings

_BATCH = 50


@dataclass(frozen=True, slots=True)
class Synced:
    """How many documents were written and removed, and which entries the engine refused (id, reason)."""

    written: int = 0
    removed: int = 0
    refused: tuple[tuple[str, str], ...] = ()


def key(settings: Settings) -> str:
    """The name under which the ledger remembers what an engine holds."""
    if settings.engine == "elasticsearch":
        scheme, _, rest = settings.elasticsearch_url.rpartition("//")
        return f"elasticsearch {scheme}//{rest.rpartition('@')[2]} {settings.elasticsearch_prefix}"
    return "embedded"


def wanted(ledger: Ledger) -> dict[str, str]:
    """id → what the engine should have of every live document: its digest, and the version of the rows."""
    return {i: f"{digest}.{VERSION}" for i, digest in ledger.live().items()}


def synchronise(ledger: Ledger, engine: Engine, name: str, *, tick: Callable[[int], None] = lambda _: None) -> Synced:
    """Bring the engine to the state of the ledger; safe to be killed anywhere and run again."""
    live, have = wanted(ledger), ledger.indexed(name)
    stale = sorted(i for i in have if i not in live)
    fresh = [i for i, digest in live.items() if have.get(i) != digest]
    if not stale and not fresh:
        return Synced()
    if stale:
        engine.delete(stale)
        engine.refresh()
        ledger.set_indexed(name, (), stale)
    refused: list[tuple[str, str]] = []
    written = 0
    for start in range(0, len(fresh), _BATCH):
        batch = fresh[start : start + _BATCH]
        bad = _write(ledger, engine, batch, replaced=[i for i in batch if i in have])
        refused.extend(bad)
        faults.point("index-written")
        spoiled = {entry.partition("#")[0] for entry, _ in bad}
        ledger.set_indexed(name, [(i, live[i]) for i in batch if i not in spoiled])
        faults.point("index-recorded")
        written += len(batch)
        tick(len(batch))
    return Synced(written, len(stale), tuple(refused))


def _write(ledger: Ledger, engine: Engine, batch: Sequence[str], replaced: Sequence[str]) -> list[tuple[str, str]]:
    if replaced:  # a new version may have fewer passages than the old one
        engine.delete(replaced)
    refused = [(w.id, w.error) for w in engine.write(_entries(ledger, batch)) if not w.ok]
    engine.refresh()
    return refused


def _entries(ledger: Ledger, ids: Sequence[str]) -> Iterator[Entry]:
    for document_id in ids:
        document = ledger.document(document_id)
        if document is not None:
            yield from entries(document)


def rebuild(ledger: Ledger, engine: Engine, name: str) -> Synced:
    """Make the whole index anew from the ledger; searches see the old one until the new one is complete."""
    live = wanted(ledger)
    refused = [(w.id, w.error) for w in engine.rebuild(_entries(ledger, list(live))) if not w.ok]
    engine.refresh()
    ledger.forget_index(name)
    ledger.set_indexed(name, live.items())
    return Synced(len(live), 0, tuple(refused))


def check(ledger: Ledger, engine: Engine, name: str) -> int:
    """Forget what the ledger believes of an index that has been emptied or replaced behind its back, and have what
    only the index knows removed from it.

    Returns how many documents the index has lost; raises EngineError where the engine cannot tell what it holds.
    """
    believed, live = ledger.indexed(name), ledger.live()
    actual = engine.document_ids()
    lost = [i for i in believed if i not in actual]
    if lost:
        ledger.set_indexed(name, (), lost)
    stray = [(i, "") for i in sorted(actual) if i not in live and i not in believed]
    if stray:
        ledger.set_indexed(name, stray)
    return sum(i in live for i in lost)
