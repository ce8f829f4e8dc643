"""From what an engine stored to Hits and facets, the same for both engines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pipeline.engines.base import Hit
from pipeline.engines.highlight import snippet
from pipeline.engines.query import MAX_FACET, Query

_INTERNAL = frozenset({"rank", "newest", "spans", "printed", "record"})


def hit(source: Mapping[str, Any], score: float, query: Query) -> Hit:
    """The Hit of a stored entry, with its texts as printed; of a norm or quote with the fields of its record."""
    stored = {**source, **source.get("printed", {})}
    issued_on = stored.get("issued_on")
    return Hit(
        document_id=stored["document_id"],
        kind=stored["kind"],
        title=stored.get("title"),
        language=stored["language"],
        issued_on=date.fromisoformat(issued_on) if issued_on else None,
        eid=stored.get("eid"),
        page=stored.get("page"),
        citation=stored.get("citation", ""),
        snippet=snippet(stored.get("body", ""), query.marks, stored.get("spans", ())),
        score=round(score, 3),
        fields={**{name: value for name, value in stored.items() if name not in _INTERNAL}, **stored.get("record", {})},
    )


def facet(counted: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """The most frequent values first, equals in the order of the alphabet."""
    return tuple(sorted(counted, key=lambda row: (-row[1], row[0]))[:MAX_FACET])
