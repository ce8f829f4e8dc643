"""The engine on an Elasticsearch server, by the official client.

Every index is a generation `<prefix>-<index>-000001` behind the alias `<prefix>-<index>`; all reading and writing goes
through the alias, and a rebuild moves the four aliases in one request.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pipeline.engines import answers, clauses
from pipeline.engines.base import INDEXES, Entry, Results, Written
from pipeline.engines.cluster import Cluster
from pipeline.engines.query import Query
from pipeline.engines.schema import schema
from pipeline.errors import ConfigurationError, EngineError, EngineUnreachableError
from pipeline.settings import Settings

_BATCH, _BATCH_BYTES = 500, 5_000_000
_PAGE = 10_000
_ALL_FACETS = 1000
_PREFIX = re.compile(r"[a-z0-9][a-z0-9_-]{0,100}")
_SORT: Mapping[str, Sequence[Mapping[str, str]]] = {
    "relevance": ({"_score": "desc"}, {"rank": "asc"}, {"id": "asc"}),
    "date": ({"newest": "desc"}, {"id": "asc"}),
}


class ElasticsearchEngine:
    """Implements engines.base.Engine; any number of processes may search and write."""

    def __init__(self, settings: Settings) -> None:
        """Nothing is contacted here; raises ConfigurationError on an address or prefix that cannot be one."""
        if not _PREFIX.fullmatch(settings.elasticsearch_prefix):
            raise ConfigurationError(
                f"elasticsearch_prefix: {settings.elasticsearch_prefix!r} cannot begin an index name",
                hint="use lower-case letters, digits, - and _",
            )
        self._prefix = settings.elasticsearch_prefix
        self._cluster = Cluster(settings)

    def prepare(self) -> None:
        have = self._generations()
        number = self._next_number()
        for index in INDEXES:
            behind = have.get(self._alias(index), [])
            if not behind:
                self._create(index, number, alias=True)
            elif len(behind) > 1:
                raise EngineError(
                    f"the alias {self._alias(index)} stands for {len(behind)} indexes: {', '.join(sorted(behind))}",
                    reason="index-damaged",
                    hint="run: dragoman rebuild",
                )
            else:
                self._check(index, behind[0])

    def write(self, entries: Iterable[Entry]) -> Iterator[Written]:
        yield from self._write(entries, {index: self._alias(index) for index in INDEXES}, require_alias=True)

    def delete(self, document_ids: Iterable[str]) -> None:
        wanted = list(document_ids)
        if not wanted:
            return
        aliases = [self._alias(index) for index in INDEXES]
        self._cluster.call("indices.refresh", index=aliases)
        for start in range(0, len(wanted), _BATCH):
            found = {"terms": {"document_id": wanted[start : start + _BATCH]}}
            self._cluster.call("delete_by_query", index=aliases, query=found, conflicts="proceed", refresh=True)

    def search(self, query: Query) -> Results:
        told = self._cluster.call(
            "search",
            index=self._alias(query.index),
            query=clauses.elastic(query.clause),
            aggs={name: {"terms": {"field": name, "size": _ALL_FACETS}} for name in query.facets} or None,
            sort=list(_SORT[query.sort]),
            size=query.limit,
            from_=query.offset,
            track_total_hits=True,
            track_scores=query.sort == "relevance",
        )
        hits = tuple(answers.hit(row["_source"], round(row["_score"] or 0.0, 4), query) for row in told["hits"]["hits"])
        facets = {
            name: answers.facet((str(b["key"]), b["doc_count"]) for b in told["aggregations"][name]["buckets"])
            for name in query.facets
        }
        return Results(told["hits"]["total"]["value"], hits, facets)

    def refresh(self) -> None:
        self._cluster.call("indices.refresh", index=[self._alias(index) for index in INDEXES])

    def count(self, index: str) -> int:
        return int(self._cluster.call("count", index=self._alias(index))["count"])

    def document_ids(self) -> frozenset[str]:
        found: set[str] = set()
        after: list[Any] | None = None
        while True:
            told = self._cluster.call(
                "search",
                index=self._alias("documents"),
                size=_PAGE,
                sort=[{"id": "asc"}],
                source=False,
                search_after=after,
            )
            hits = told["hits"]["hits"]
            found.update(row["sort"][0] for row in hits)
            if len(hits) < _PAGE:
                return frozenset(found)
            after = hits[-1]["sort"]

    def rebuild(self, entries: Iterable[Entry]) -> Iterator[Written]:
        number = self._next_number()
        fresh = {index: self._create(index, number, alias=False) for index in INDEXES}
        try:
            yield from self._write(entries, fresh, require_alias=False)
            self._cluster.call("indices.refresh", index=list(fresh.values()))
        except BaseException:
            self._drop(list(fresh.values()))
            raise
        old = self._all_generations()
        self._switch(fresh)
        self._drop(sorted(old - set(fresh.values())))

    def close(self) -> None:
        self._cluster.close()

    # --- writing ---

    def _write(self, entries: Iterable[Entry], targets: Mapping[str, str], *, require_alias: bool) -> Iterator[Written]:
        for batch in _batches(entries):
            operations = [
                part
                for entry in batch
                for part in ({"index": {"_index": targets[entry.index], "_id": entry.id}}, dict(entry.fields))
            ]
            yield from self._cluster.bulk([entry.id for entry in batch], operations, require_alias=require_alias)

    # --- generations ---

    def _alias(self, index: str) -> str:
        return f"{self._prefix}-{index}"

    def _pattern(self) -> list[str]:
        return [f"{self._alias(index)}-*" for index in INDEXES]

    def _generations(self) -> dict[str, list[str]]:
        """alias → the indexes behind it."""
        told = self._cluster.call("indices.get_alias", index=self._pattern(), allow_no_indices=True)
        behind: dict[str, list[str]] = {}
        for name, spec in told.items():
            for alias in spec["aliases"]:
                behind.setdefault(alias, []).append(name)
        return behind

    def _all_generations(self) -> set[str]:
        names = self._cluster.call("indices.get_alias", index=self._pattern(), allow_no_indices=True)
        return {name for name in names if re.fullmatch(r".*-\d{6}", name)}

    def _next_number(self) -> int:
        return 1 + max((int(name[-6:]) for name in self._all_generations()), default=0)

    def _create(self, index: str, number: int, *, alias: bool) -> str:
        described = schema(index)
        meta = {**described.mappings["_meta"], "fingerprint": described.fingerprint}
        name = f"{self._alias(index)}-{number:06}"
        self._cluster.call(
            "indices.create",
            index=name,
            settings=described.settings,
            mappings={**described.mappings, "_meta": meta},
            aliases={self._alias(index): {}} if alias else None,
            wait_for_active_shards=1,
        )
        return name

    def _check(self, index: str, name: str) -> None:
        told = self._cluster.call("indices.get_mapping", index=name)
        meta = next(iter(told.values()))["mappings"].get("_meta", {})
        if meta.get("fingerprint") != schema(index).fingerprint:
            raise EngineError(
                f"the index {name} was made by another version of its description",
                reason="index-outdated",
                hint="run: dragoman rebuild",
            )

    def _switch(self, fresh: Mapping[str, str]) -> None:
        behind = self._generations()
        actions: list[dict[str, Any]] = []
        for index, name in fresh.items():
            alias = self._alias(index)
            actions += [{"remove": {"index": old, "alias": alias}} for old in behind.get(alias, []) if old != name]
            actions.append({"add": {"index": name, "alias": alias}})
        self._cluster.call("indices.update_aliases", actions=actions)

    def _drop(self, names: Sequence[str]) -> None:
        """Remove generations nobody reads; what cannot be removed now goes with the next rebuild."""
        try:
            for name in names:
                self._cluster.call("indices.delete", index=name, ignore_unavailable=True)
        except EngineUnreachableError:
            return


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """At most 500 entries and about five megabytes each."""
    batch: list[Entry] = []
    size = 0
    for entry in entries:
        length = len(json.dumps(dict(entry.fields), ensure_ascii=False).encode("utf-8", "surrogatepass"))
        if batch and (len(batch) >= _BATCH or size + length > _BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(entry)
        size += length
    if batch:
        yield batch
