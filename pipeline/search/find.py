"""From a query text to Results: the one way the command line, the API and the pages search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.engines import names
from pipeline.engines.base import INDEXES, Engine, Results
from pipeline.engines.grammar import MAX_LENGTH
from pipeline.engines.plan import Planned, plan
from pipeline.engines.query import MAX_WINDOW, And, Clause, Or, Query, Value
from pipeline.engines.schema import schema
from pipeline.errors import QueryError

SORTS = ("relevance", "date")


def find(
    engine: Engine,
    query_text: str,
    *,
    index: str = "passages",
    filters: Mapping[str, str | Sequence[str]] | None = None,
    facets: Sequence[str] = (),
    sort: str = "relevance",
    limit: int = 10,
    offset: int = 0,
    known: names.Known = names.entity_ids,
) -> Results:
    """What the index holds on `query_text` (docs/query.md); an empty text asks for everything.

    `filters` are keyword fields of the index with the values allowed; `known` gives names their ids: the
    gazetteers, or `search.names.known` with the persons of a corpus and people's decisions. Raises QueryError on a
    query, filter, facet, sort or page that cannot be answered, EngineError and EngineUnreachableError where the engine
    cannot answer.
    """
    if index not in INDEXES:
        raise _refused(f"there is no index {index}", f"choose one of {', '.join(INDEXES)}")
    if sort not in SORTS:
        raise _refused(f"cannot sort by {sort}", f"choose one of {', '.join(SORTS)}")
    _check_page(limit, offset)
    for one in facets:
        _check_keyword(index, one, "facet")
    planned = plan(query_text, index, known)
    clause = _filtered(index, planned, filters or {})
    return engine.search(Query(index, clause, planned.marks, tuple(dict.fromkeys(facets)), sort, limit, offset))


def _filtered(index: str, planned: Planned, filters: Mapping[str, str | Sequence[str]]) -> Clause:
    clauses: list[Clause] = []
    for name, allowed in filters.items():
        _check_keyword(index, name, "filter")
        values = (allowed,) if isinstance(allowed, str) else tuple(allowed)
        if sum(map(len, values)) > MAX_LENGTH:
            raise _refused(f"the filter {name} is too long", "give fewer values")
        clauses.append(Or(tuple(Value(name, value) for value in values)))
    return And((planned.clause, *clauses)) if clauses else planned.clause


def _check_page(limit: int, offset: int) -> None:
    if limit < 0 or offset < 0:
        raise _refused("limit and offset count from 0", "give a whole number from 0")
    if limit + offset > MAX_WINDOW:
        raise _refused(
            f"answers beyond {MAX_WINDOW} cannot be paged to", "narrow the query, with date: or type: for example"
        )


def _check_keyword(index: str, name: str, what: str) -> None:
    fields = schema(index).fields
    if name not in fields or fields[name].type != "keyword" or not fields[name].columnar:
        valid = sorted(f.name for f in fields.values() if f.type == "keyword" and f.columnar)
        raise _refused(f"{index} have no {what} {name}", f"choose one of {', '.join(valid)}")


def _refused(what: str, hint: str) -> QueryError:
    return QueryError(what, reason="query", hint=hint)
