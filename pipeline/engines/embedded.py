"""The engine without a server: one tantivy index for each of the four, derived from index_config/.

Layout below `<data_dir>/index`: `current` names the generation in use; `gen-000001/<index>/` holds one tantivy index.
A rebuild fills the next generation and switches `current` by one rename, so that a search sees the old one or the new.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import tantivy

from pipeline.engines import answers, clauses
from pipeline.engines.analysis import analyzers
from pipeline.engines.base import INDEXES, Entry, Results, Written
from pipeline.engines.query import Query
from pipeline.engines.schema import Field, Schema, schema, schemas
from pipeline.errors import EngineError, StorageError

T = TypeVar("T")
_HEAP = 32_000_000
_CURRENT = "current"
_DESCRIBED = "described.json"
_SOURCE = "_source"
_ALL_FACETS = 1000


class EmbeddedEngine:
    """Implements engines.base.Engine in the data directory of one process at a time (any number may search)."""

    def __init__(self, data_dir: Path) -> None:
        self._root = data_dir / "index"
        self._open: dict[str, _Index] = {}
        self._generation: str | None = None

    def prepare(self) -> None:
        with _storage(self._root):
            self._root.mkdir(parents=True, exist_ok=True)
            if not (self._root / _CURRENT).exists():
                self._switch(self._new_generation())
        described = self._described()
        if described != _fingerprints():
            raise EngineError(
                f"the search index in {self._root} was made by another version of its description",
                reason="index-outdated",
                hint="run: dragoman rebuild",
            )
        for index in INDEXES:
            self._index(index)

    def write(self, entries: Iterable[Entry]) -> Iterator[Written]:
        for entry in entries:
            yield self._index(entry.index).write(entry)

    def delete(self, document_ids: Iterable[str]) -> None:
        wanted = tuple(document_ids)
        for index in INDEXES:
            self._index(index).delete(wanted)

    def search(self, query: Query) -> Results:
        return self._index(query.index).search(query)

    def refresh(self) -> None:
        for index in self._open.values():
            index.commit()

    def count(self, index: str) -> int:
        return self._index(index).count()

    def document_ids(self) -> frozenset[str]:
        return self._index("documents").document_ids()

    def rebuild(self, entries: Iterable[Entry]) -> Iterator[Written]:
        """Also the way out of a damaged index: nothing of the old one is read."""
        self.close()
        with _storage(self._root):
            self._root.mkdir(parents=True, exist_ok=True)
            name = self._new_generation()
        fresh = {index: _Index(self._root / name / index, schema(index)) for index in INDEXES}
        try:
            for entry in entries:
                yield fresh[entry.index].write(entry)
        except BaseException:
            self._discard(name, fresh)
            raise
        for opened in fresh.values():
            opened.close()
        with _storage(self._root):
            self._switch(name)
            self._remove_others(name)

    def close(self) -> None:
        for index in self._open.values():
            index.close()
        self._open = {}
        self._generation = None

    # --- generations ---

    def _new_generation(self) -> str:
        numbers = [int(path.name[4:]) for path in self._root.glob("gen-*") if path.name[4:].isdigit()]
        name = f"gen-{max(numbers, default=0) + 1:06}"
        place = self._root / name
        place.mkdir()
        (place / _DESCRIBED).write_text(json.dumps(_fingerprints(), sort_keys=True), encoding="utf-8")
        for index in INDEXES:
            (place / index).mkdir()
        return name

    def _switch(self, name: str) -> None:
        """Point `current` at a generation; the rename is the moment of change, and durable."""
        pending = self._root / f"{_CURRENT}.new"
        with pending.open("w", encoding="ascii") as file:
            file.write(name)
            file.flush()
            os.fsync(file.fileno())
        pending.replace(self._root / _CURRENT)
        folder = os.open(self._root, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def _remove_others(self, name: str) -> None:
        for path in self._root.glob("gen-*"):
            if path.name != name:
                shutil.rmtree(path, ignore_errors=True)

    def _discard(self, name: str, opened: Mapping[str, _Index]) -> None:
        for index in opened.values():
            index.abandon()
        shutil.rmtree(self._root / name, ignore_errors=True)

    def _current(self) -> Path:
        try:
            name = (self._root / _CURRENT).read_text(encoding="ascii").strip()
        except FileNotFoundError:
            raise EngineError(
                f"there is no search index in {self._root}", reason="index-missing", hint="run: dragoman ingest PATH"
            ) from None
        except (OSError, UnicodeDecodeError) as error:
            raise _damaged(self._root, str(error)) from error
        if not name.startswith("gen-") or not (self._root / name).is_dir():
            raise _damaged(self._root, f"generation {name[:40]!r} is missing")
        if self._generation not in {None, name}:
            self.close()
        self._generation = name
        return self._root / name

    def _described(self) -> Any:
        place = self._current()
        try:
            return json.loads((place / _DESCRIBED).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise _damaged(place, str(error)) from error

    def _index(self, index: str) -> _Index:
        place = self._current()
        if index not in self._open:
            self._open[index] = _Index(place / index, schema(index))
        return self._open[index]


def _fingerprints() -> dict[str, str]:
    return {index: found.fingerprint for index, found in schemas().items()}


# --- one of the four -----------------------------------------------------------------------------------------------


class _Index:
    """One tantivy index; its writer is opened by the first write and holds tantivy's own lock."""

    def __init__(self, path: Path, described: Schema) -> None:
        self._path = path
        self._schema = described
        self._native = _guard(path, lambda: tantivy.Index(native_schema(described), path=str(path)))
        for name, analyzer in analyzers().items():
            self._native.register_tokenizer(name, analyzer.native)
        self._compiler = clauses.Tantivy(self._native.schema, described.fields)
        self._writer: tantivy.IndexWriter | None = None
        self._changed = False

    def write(self, entry: Entry) -> Written:
        writer = self._writing()
        self._changed = True
        try:
            document = native_document(entry, self._schema)
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
        return int(_guard(self._path, lambda: self._native.searcher().num_docs))

    def document_ids(self) -> frozenset[str]:
        searcher = self._native.searcher()
        everything = tantivy.Query.all_query()
        found = _guard(self._path, lambda: searcher.search(everything, max(searcher.num_docs, 1)))
        return frozenset(str(self._source(searcher, address)["document_id"]) for _, address in found.hits)

    def search(self, query: Query) -> Results:
        return _guard(self._path, lambda: self._search(query))

    def _search(self, query: Query) -> Results:
        searcher = self._native.searcher()
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

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            try:
                self._writer = self._native.writer(_HEAP, 1)
            except ValueError as error:
                if "lock" in str(error).lower():
                    raise EngineError(
                        f"another process writes to {self._path}", reason="index-locked", hint="wait until it is done"
                    ) from error
                raise _damaged(self._path, str(error)) from error
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


def native_document(entry: Entry, described: Schema) -> tantivy.Document:
    """An entry as tantivy stores it; raises ValueError on a field the schema lacks."""
    unknown = sorted(set(entry.fields) - {field.source for field in described.fields.values()})
    if unknown:
        raise ValueError(f"no such field: {', '.join(unknown)}")
    document = tantivy.Document()
    document.add_bytes(_SOURCE, json.dumps(dict(entry.fields), ensure_ascii=False, sort_keys=True).encode())
    for field in described.fields.values():
        value = entry.fields.get(field.source)
        for one in value if isinstance(value, list | tuple) else () if value is None else (value,):
            _add(document, field, one)
    return document


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


def _damaged(path: Path, detail: str) -> EngineError:
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
        raise _damaged(path, str(error)) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged(path, str(error)) from None


@contextmanager
def _storage(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageError(
            f"{error.filename or path}: {error.strerror}", reason="storage", hint="check space and permissions"
        ) from error
