"""The engine without a server: one tantivy index for each of the four, derived from index_config/.

Layout below `<data_dir>/index`: `current` names the generation in use; `gen-000001/<index>/` holds one tantivy index.
A rebuild fills the next generation and switches `current` by one rename, so that a search sees the old one or the new.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.engines.base import INDEXES, Entry, Results, Written
from pipeline.engines.query import Query
from pipeline.engines.schema import schema, schemas
from pipeline.engines.shelf import Shelf, damaged
from pipeline.errors import EngineError, StorageError

_CURRENT = "current"
_DESCRIBED = "described.json"


class EmbeddedEngine:
    """Implements engines.base.Engine in the data directory of one process at a time (any number may search)."""

    def __init__(self, data_dir: Path) -> None:
        self._root = data_dir / "index"
        self._open: dict[str, Shelf] = {}
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
        into = {index: self._index(index) for index in INDEXES}
        for entry in entries:
            yield into[entry.index].write(entry)

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
        fresh = {index: Shelf(self._root / name / index, schema(index)) for index in INDEXES}
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

    def _discard(self, name: str, opened: Mapping[str, Shelf]) -> None:
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
            raise damaged(self._root, str(error)) from error
        if not name.startswith("gen-") or not (self._root / name).is_dir():
            raise damaged(self._root, f"generation {name[:40]!r} is missing")
        if self._generation not in {None, name}:
            self.close()
        self._generation = name
        return self._root / name

    def _described(self) -> Any:
        place = self._current()
        try:
            return json.loads((place / _DESCRIBED).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise damaged(place, str(error)) from error

    def _index(self, index: str) -> Shelf:
        place = self._current()
        if index not in self._open:
            self._open[index] = Shelf(place / index, schema(index))
        return self._open[index]


def _fingerprints() -> dict[str, str]:
    return {index: found.fingerprint for index, found in schemas().items()}


@contextmanager
def _storage(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageError(
            f"{error.filename or path}: {error.strerror}", reason="storage", hint="check space and permissions"
        ) from error
