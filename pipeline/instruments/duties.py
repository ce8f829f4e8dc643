"""The norms of a corpus asked for by bearer, party, deadline and the like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from pipeline.durations import Duration
from pipeline.engines.base import Engine, Hit
from pipeline.engines.names import Known, entity_ids
from pipeline.engines.query import MAX_WINDOW
from pipeline.entities.gazetteer import gazetteer
from pipeline.errors import QueryError
from pipeline.instruments import asking
from pipeline.instruments.chosen import named
from pipeline.language import PACKS
from pipeline.ledger import Ledger
from pipeline.search.find import find

PAGE = 1000
_FREQUENT = 8
ANY = "any"
"""Instead of a range of time limits: whatever has one, measured or not."""


class Order(StrEnum):
    """How norms stand in an answer; `DUE` needs days that `schedule` computes."""

    RELEVANCE = "relevance"
    DATE = "date"
    TEXT = "text"
    DEADLINE = "deadline"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a user asks of norms; `query` is in the query language, the rest narrows it, in the words of `asking`.

    Of several values of one field one must hold.
    """

    query: str = ""
    bearer: asking.Given = None
    modality: asking.Given = None
    party: asking.Given = None
    article: asking.Given = None
    language: asking.Given = None
    instrument: str | None = None
    deadline: str | None = None
    sort: str = "relevance"

    def text(self, known: Known = entity_ids) -> str:
        """All of it but instrument and provision ids in the query language; raises QueryError."""
        limit = asking.lengths(self.deadline) if self.deadline and self.deadline != ANY else ""
        narrowed = [
            *(asking.any_of("bearer", names) for names in _one_of(asking.bearers(self.bearer))),
            asking.any_of("modality", asking.modalities(self.modality)),
            *(asking.any_of("party", names) for names in _one_of(asking.parties(self.party, known))),
            asking.any_of("art", asking.places(self.article).numbers),
            asking.any_of("lang", asking.languages(self.language)),
            asking.any_of("deadline", (limit,) if limit else ()),
        ]
        said = [part for part in narrowed if part]
        return " ".join((f"({self.query})" if self.query and said else self.query, *said)).strip()

    @property
    def narrowed(self) -> dict[str, str]:
        """The narrowings that were given, as typed."""
        fields = ("bearer", "modality", "party", "article", "language", "instrument", "deadline")
        return {name: ", ".join(asking.values(getattr(self, name))) for name in fields if getattr(self, name)}

    def only(self, field: str) -> Asked:
        """This one narrowing alone; "query" for the words alone."""
        return Asked(**{field: getattr(self, field)})

    def without(self, field: str) -> Asked:
        empty: dict[str, Any] = {field: "" if field == "query" else None}
        return replace(self, **empty)


def _one_of(values: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Several values of one field are alternatives: all their names together."""
    return (tuple(name for names in values for name in names),) if values else ()


def norms(
    engine: Engine, ledger: Ledger, asked: Asked, *, limit: int, offset: int = 0, known: Known = entity_ids
) -> tuple[int, tuple[Hit, ...]]:
    """How many norms answer, and those of one page; raises QueryError as `find` does.

    An order that the engine does not know (`text`, `deadline`), and `deadline` "any", take all answers, at most 10,000.
    """
    if asked.deadline != ANY and asked.sort not in (Order.TEXT, Order.DEADLINE):
        return _found(engine, ledger, asked, limit=limit, offset=offset, known=known)
    total, hits = _found(engine, ledger, replace(asked, sort=_engine_order(asked.sort)), limit=MAX_WINDOW, known=known)
    if total > len(hits):
        raise QueryError(f"{total} answers are too many to be sorted", reason="query", hint="narrow the question")
    kept = [hit for hit in hits if asked.deadline != ANY or hit.fields.get("deadline")]
    if asked.sort in _ORDERS:
        kept.sort(key=_ORDERS[asked.sort])
    return len(kept), tuple(kept[offset : offset + limit])


def _engine_order(sort: str) -> str:
    return Order.DATE if sort == Order.DATE else Order.RELEVANCE


def _in_text(hit: Hit) -> tuple[str, str, int, int]:
    span = hit.fields["span"]
    return (hit.title or "").casefold(), hit.document_id, span["start"], span["end"]


def _by_length(hit: Hit) -> tuple[int, float, str, tuple[str, str, int, int]]:
    """At once, then the shortest, then those with a day, then those without a limit."""
    limit = hit.fields.get("deadline") or {}
    iso = limit.get("iso8601")
    length = Duration.read(iso) if iso else None
    rank = 3 if not limit else 0 if not iso else 1 if length else 2
    return rank, length.in_days if length else 0.0, iso or "", _in_text(hit)


_ORDERS: Mapping[str, Callable[[Hit], Any]] = {Order.TEXT: _in_text, Order.DEADLINE: _by_length}


def _found(
    engine: Engine, ledger: Ledger, asked: Asked, *, limit: int, offset: int = 0, known: Known = entity_ids
) -> tuple[int, tuple[Hit, ...]]:
    text, filters = _question(ledger, asked, known)
    hits: list[Hit] = []
    total = 0
    for start in range(offset, offset + max(limit, 1), PAGE):
        size = min(PAGE, offset + limit - start)
        found = find(
            engine,
            text,
            index="norms",
            filters=filters,
            sort=asked.sort,
            limit=size,
            offset=start,
            known=known,
        )
        total = found.total
        hits.extend(found.hits)
        if len(found.hits) < size:
            break
    return total, tuple(hits)


def _question(ledger: Ledger, asked: Asked, known: Known) -> tuple[str, dict[str, Sequence[str]]]:
    """The query and the filters on ids that say what is asked."""
    filters: dict[str, Sequence[str]] = {}
    text = asked.text(known)
    places = asking.places(asked.article)
    if places.eids and places.numbers:
        raise QueryError("articles and other provisions are asked for apart", reason="query", hint="ask twice")
    if places.eids:
        filters["provisions"] = places.eids
    if asked.instrument:
        ids = named(ledger, asked.instrument)
        if ids:
            filters["document_id"] = ids
        else:
            text = f"{text} {_titled(asked.instrument)}".strip()
    return text, filters


# --- why nothing was found ---


def advice(engine: Engine, ledger: Ledger, asked: Asked, known: Known = entity_ids) -> tuple[str, ...]:
    """What a user may do about an empty answer: which part of the question finds nothing, and what it might be."""

    def count(question: Asked) -> int:
        return norms(engine, ledger, question, limit=0, known=known)[0]

    given = {**({"query": asked.query} if asked.query else {}), **asked.narrowed}
    empty = [field for field in given if not count(asked.only(field))]
    if empty:
        return tuple(_nothing(engine, field, given[field]) for field in empty)
    if len(given) < 2:
        return ()
    freed = ((field, count(asked.without(field))) for field in given)
    told = [f"without {_option(field, given[field])}: {found}" for field, found in freed if found]
    return (f"each part of the question has answers, together they have none; {', '.join(told)}",) if told else ()


def _option(field: str, value: str) -> str:
    return f"the words {value}" if field == "query" else f"--{field} {value}"


def _nothing(engine: Engine, field: str, value: str) -> str:
    told = f"nothing has {_option(field, value)}"
    if field == "instrument":
        return f"no instrument is called {value}; `dragoman treaties` lists those that are held"
    if field == "query":
        return f"{told}; words are looked for as they are written, not translated"
    if field not in ("bearer", "language"):
        return told
    found = find(engine, "", index="norms", facets=(field,), limit=0)
    frequent = ", ".join(f"{name} ({count})" for name, count in found.facets.get(field, ())[:_FREQUENT])
    return f"{told}; there are {frequent}"


def _titled(instrument: str) -> str:
    """The query for words of a title, and for the titles of the treaty that goes by this name ("UNCAC")."""
    names = gazetteer()
    known = [i for i in names.lookup(instrument) if i.startswith("treaty:")]
    labels = [label for i in known for language in PACKS if (label := names.label(i, language))]
    return asking.any_of("title", (instrument, *labels))
