"""What a search engine has to do, and the records that go in and out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from pipeline.engines.query import Query

INDEXES = ("documents", "passages", "norms", "quotes", "facts")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of one index. `fields` follow index_config/<index>.json; `id` is the same on every engine."""

    index: str
    id: str
    document_id: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Written:
    """The verdict on one entry of a bulk: stored, or refused with the engine's reason."""

    id: str
    ok: bool
    error: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer. `snippet` is plain text in which `**` stands before and after what matched (engines.highlight.marked
    takes it apart); `score` compares answers of one query; `fields` is the stored entry with its texts as printed.
    """

    document_id: str
    kind: str
    title: str | None
    language: str
    issued_on: date | None
    eid: str | None
    page: int | None
    citation: str
    snippet: str
    score: float
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Results:
    """`total` counts all answers; `facets` maps a field to its values with counts, most frequent first."""

    total: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)


class Engine(Protocol):
    """A search engine. Every method raises EngineError or EngineUnreachableError, nothing else."""

    def prepare(self) -> None:
        """Create what is missing; safe to call again.

        Raises EngineError with reason "index-outdated" (made by another schema) or "index-damaged": `rebuild` helps.
        """
        ...

    def write(self, entries: Iterable[Entry]) -> Iterator[Written]:
        """Insert or replace entries by id; one verdict each; searchable after `refresh`."""
        ...

    def delete(self, document_ids: Iterable[str]) -> None:
        """Remove every entry of these documents."""
        ...

    def search(self, query: Query) -> Results: ...

    def refresh(self) -> None:
        """Make everything written so far searchable and durable."""
        ...

    def count(self, index: str) -> int: ...

    def document_ids(self) -> frozenset[str]:
        """The documents that have an entry in the index `documents`."""
        ...

    def rebuild(self, entries: Iterable[Entry]) -> Iterator[Written]:
        """Replace the whole index; searches see the old one until the new one is complete."""
        ...

    def close(self) -> None: ...
