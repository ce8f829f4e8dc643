"""One tantivy index: its schema, its rows and its answers, derived from index_config/."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import tantivy

from pipeline.engines import answers, clauses
from pipeline.engines.analysis import analyzers
from pipeline.engines.base import Entry, Results, Written
from pipeline.engines.query import Query
from pipeline.engines.schema import Field, Schema
from pipeline.errors import EngineError, StorageError

T = TypeVar("T")
_HEAP = 32_000_000
_SOURCE = "_source"
_ALL_FACETS = 1000


class Shelf:
    """One tantivy index; its writer is opened by the first write and holds tantivy's own lock."""

    def __init__(self, path: Path, described: Schema) -> None:
        self._path = path
        self._by_source = _by_source(described)
        self._native = _guard(path, lambda: tantivy.Index(native_schema(described), path=str(path)))
        for name, analyzer in analyzers().items():
            self._native.register_tokenizer(name, analyzer.native)
        self._compiler = clauses.Tantivy(self._native.schema, described.fields)
        self._writer: tantivy.IndexWriter | None = None
        self._state = self._committed()
        self._changed = False

    def write(self, entry: Entry) -> Written:
        writer = self._writing()
        self._changed = True
        try:
            document = native_document(entry, self._by_source)
        except (ValueError, TypeError, OverflowError) as error:
            return Written(entry.id, ok=False, error=str(error))
        _guard(self._path, lambda: writer.delete_documents_by_term("id", entry.id))
        _guard(self._path, lambda: writer.add_document(document))
        return Written(entry.id, ok=True)

    def delete(self, document_ids: Iterable[str]) -> None:
        for document_id in document_ids:
            writer = self._writing()
            self._changed = True
            _guard(self._path, lambda i=document_id, w=writer: w.delete_documents_by_term("document_id", i))  # type: ignore[misc]

    def commit(self) -> None:
        if self._writer is not None and self._changed:
            _guard(self._path, self._writer.commit)
            self._changed = False
        _guard(self._path, self._native.reload)

    def close(self) -> None:
        """Commit what was written and let go of the lock once merges are done."""
        if self._writer is not None:
            self.commit()
            _guard(self._path, self._writer.wait_merging_threads)
            self._writer = None

    def abandon(self) -> None:
        """Let go of the lock without keeping what was written."""
        self._writer = None

    def count(self) -> int:
        return int(_guard(self._path, lambda: self._searcher().num_docs))

    def document_ids(self) -> frozenset[str]:
        searcher = self._searcher()
        everything = tantivy.Query.all_query()
        found = _guard(self._path, lambda: searcher.search(everything, max(searcher.num_docs, 1)))
        return frozenset(str(self._source(searcher, address)["document_id"]) for _, address in found.hits)

    def search(self, query: Query) -> Results:
        return _guard(self._path, lambda: self._search(query))

    def _search(self, query: Query) -> Results:
        searcher = self._searcher()
        wanted = self._compiler.compile(query.clause)
        if query.sort == "date":
            total, page = self._newest(searcher, wanted, query)
        else:
            total, page = self._best(searcher, wanted, query)
        hits = tuple(answers.hit(self._source(searcher, address), score, query) for score, address in page)
        return Results(total, hits, self._facets(searcher, wanted, query))

    def _newest(
        self, searcher: tantivy.Searcher, wanted: tantivy.Query, query: Query
    ) -> tuple[int, list[tuple[float, tantivy.DocAddress]]]:
        found = searcher.search(wanted, max(query.limit, 1), offset=query.offset, order_by_field="newest")
        return _total(found), [(0.0, address) for _, address in found.hits[: query.limit]]

    def _best(
        self, searcher: tantivy.Searcher, wanted: tantivy.Query, query: Query
    ) -> tuple[int, list[tuple[float, tantivy.DocAddress]]]:
        """The page by score, ties in the order of `rank`: reads on until all ties at the end of the page are there."""
        last = query.offset + query.limit
        reach = last + 50
        while True:
            found = searcher.search(wanted, max(reach, 1))
            hits = [(round(score, 4), address) for score, address in found.hits]
            complete = len(hits) < reach or last == 0 or hits[-1][0] < hits[last - 1][0]
            if complete:
                break
            reach *= 4
        ranks = searcher.fast_field_values("rank", [address for _, address in hits])
        order = sorted(range(len(hits)), key=lambda i: (-hits[i][0], ranks[i] or 0))
        return _total(found), [hits[i] for i in order[query.offset : last]]

    def _facets(
        self, searcher: tantivy.Searcher, wanted: tantivy.Query, query: Query
    ) -> dict[str, tuple[tuple[str, int], ...]]:
        if not query.facets:
            return {}
        asked = {name: {"terms": {"field": name, "size": _ALL_FACETS}} for name in query.facets}
        told = searcher.aggregate(wanted, asked)
        return {
            name: answers.facet((str(b["key"]), int(b["doc_count"])) for b in told[name]["buckets"])
            for name in query.facets
        }

    def _source(self, searcher: tantivy.Searcher, address: tantivy.DocAddress) -> dict[str, Any]:
        stored = searcher.doc(address).get_first(_SOURCE)
        source: dict[str, Any] = json.loads(bytes(stored or b"{}"))
        return source

    def _searcher(self) -> tantivy.Searcher:
        """A searcher of the last commit, whichever process made it."""
        state = self._committed()
        if state != self._state:
            self._native.reload()
            self._state = state
        return self._native.searcher()

    def _committed(self) -> tuple[int, int]:
        """Changes with every commit: tantivy replaces meta.json."""
        told = (self._path / "meta.json").stat()
        return told.st_mtime_ns, told.st_ino

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            try:
                self._writer = self._native.writer(_HEAP, 1)
            except ValueError as error:
                if "lock" in str(error).lower():
                    raise EngineError(
                        f"another process writes to {self._path}", reason="index-locked", hint="wait until it is done"
                    ) from error
                raise damaged(self._path, str(error)) from error
        return self._writer


def _total(found: tantivy.SearchResult) -> int:
    return int(found.count or 0)  # type: ignore[attr-defined]  # missing from the library's stubs


# --- the native side -----------------------------------------------------------------------------------------------


def native_schema(described: Schema) -> tantivy.Schema:
    """The tantivy schema that an index description stands for."""
    builder = tantivy.SchemaBuilder().add_bytes_field(_SOURCE, stored=True)
    for field in described.fields.values():
        if field.type == "text":
            option = "position" if field.positions else "basic"
            builder.add_text_field(field.name, tokenizer_name=str(field.analyzer), index_option=option)
        elif field.type in {"keyword", "boolean"} and field.indexed:
            builder.add_text_field(field.name, fast=field.columnar, tokenizer_name="raw", index_option="basic")
        elif field.type in {"date", "integer", "long"}:
            builder.add_integer_field(field.name, indexed=field.indexed, fast=field.columnar)
    return builder.build()


def native_document(entry: Entry, known: Mapping[str, Sequence[Field]]) -> tantivy.Document:
    """An entry as tantivy stores it; raises ValueError on a field the schema lacks."""
    unknown = sorted(set(entry.fields) - known.keys())
    if unknown:
        raise ValueError(f"no such field: {', '.join(unknown)}")
    document = tantivy.Document()
    document.add_bytes(_SOURCE, json.dumps(dict(entry.fields), ensure_ascii=False).encode())
    for source, value in entry.fields.items():
        for field in known[source]:
            for one in value if isinstance(value, list | tuple) else (value,):
                _add(document, field, one)
    return document


def _by_source(described: Schema) -> Mapping[str, Sequence[Field]]:
    """Field of an entry → the fields of the index it fills."""
    known: dict[str, list[Field]] = {}
    for field in described.fields.values():
        known.setdefault(field.source, []).append(field)
    return known


def _add(document: tantivy.Document, field: Field, value: Any) -> None:
    if field.type == "text":
        document.add_text(field.name, analyzers()[str(field.analyzer)].prepare(value))
    elif field.type == "keyword" and field.indexed:
        document.add_text(field.name, value)
    elif field.type == "boolean":
        document.add_text(field.name, "true" if value else "false")
    elif field.type == "date":
        document.add_integer(field.name, clauses.day(value))
    elif field.type in {"integer", "long"}:
        document.add_integer(field.name, value)


# --- faults --------------------------------------------------------------------------------------------------------


def damaged(path: Path, detail: str) -> EngineError:
    return EngineError(
        f"the search index in {path} is damaged: {' '.join(detail.split())[:200]}",
        reason="index-damaged",
        hint="run: dragoman rebuild; nothing but the index is lost",
    )


def _guard(path: Path, call: Callable[[], T]) -> T:
    """What `call` gives; tantivy's errors and panics become EngineError."""
    try:
        return call()
    except EngineError:
        raise
    except (ValueError, OSError) as error:
        if "No space left" in str(error):
            raise StorageError(f"{path}: the disk is full", reason="disk-full", hint="free some space") from error
        raise damaged(path, str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise damaged(path, str(error)) from None
