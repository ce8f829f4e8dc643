"""The embedded engine: the contract, and what only it can suffer."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from pipeline.engines.base import Engine
from pipeline.engines.embedded import EmbeddedEngine
from pipeline.engines.entries import entries
from pipeline.errors import EngineError
from pipeline.search.find import find
from tests.engines.contract import EngineContract, Opener, rows
from tests.support.corpus import corpus


class TestEmbedded(EngineContract):
    @pytest.fixture(scope="class")
    @classmethod
    def opener(cls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opener]:
        opened: list[EmbeddedEngine] = []

        def open_() -> Engine:
            opened.append(EmbeddedEngine(tmp_path_factory.mktemp("engine")))
            return opened[-1]

        yield open_
        for engine in opened:
            engine.close()


def filled(data_dir: Path) -> Path:
    engine = EmbeddedEngine(data_dir)
    engine.prepare()
    list(engine.write(rows()))
    engine.close()
    return data_dir


def test_a_search_before_any_ingest_says_so(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as told:
        find(EmbeddedEngine(tmp_path), "heroin")
    assert told.value.reason == "index-missing"
    assert not (tmp_path / "index").exists()


def test_another_process_sees_what_was_refreshed(tmp_path: Path) -> None:
    writer = EmbeddedEngine(tmp_path)
    writer.prepare()
    list(writer.write(rows()))
    reader = EmbeddedEngine(tmp_path)
    assert find(reader, "lorry").total == 0
    writer.refresh()
    assert find(reader, "lorry").total == 1
    assert find(EmbeddedEngine(tmp_path), "lorry").total == 1
    writer.close()


def test_a_reader_follows_a_rebuild(tmp_path: Path) -> None:
    filled(tmp_path)
    reader, writer = EmbeddedEngine(tmp_path), EmbeddedEngine(tmp_path)
    assert find(reader, "lorry").total == 1
    list(writer.rebuild(entries(corpus()[0])))
    writer.close()
    assert find(reader, "lorry").total == 0
    assert len(list((tmp_path / "index").glob("gen-*"))) == 1


def test_two_writers_exclude_each_other(tmp_path: Path) -> None:
    first, second = EmbeddedEngine(tmp_path), EmbeddedEngine(tmp_path)
    first.prepare()
    list(first.write(rows()))
    with pytest.raises(EngineError) as told:
        list(second.write(rows()))
    assert told.value.reason == "index-locked"
    first.close()


def _used(engine: Engine) -> None:
    engine.prepare()
    find(engine, "heroin OR официальный")


@pytest.mark.parametrize("kind", ["truncated", "overwritten", "emptied", "meta", "current"])
def test_damage_is_noticed_and_rebuilt(tmp_path: Path, kind: str) -> None:
    place = filled(tmp_path) / "index"
    if kind == "meta":
        next(place.glob("gen-*/passages/meta.json")).write_text("{broken")
    elif kind == "current":
        (place / "current").write_text("gen-999999")
    else:
        for path in place.glob("gen-*/passages/*.*"):
            if path.suffix in {".idx", ".term", ".store", ".fast", ".pos"}:
                data = path.read_bytes()
                spoiled = {"truncated": data[: len(data) // 2], "overwritten": b"\xff" * len(data), "emptied": b""}
                path.write_bytes(spoiled[kind])
    engine = EmbeddedEngine(tmp_path)
    with pytest.raises(EngineError) as told:
        _used(engine)
    assert told.value.reason == "index-damaged"
    assert all(verdict.ok for verdict in engine.rebuild(rows()))
    assert find(engine, "lorry").total == 1
    engine.close()


def test_an_index_of_another_description_is_outdated(tmp_path: Path) -> None:
    described = next((filled(tmp_path) / "index").glob("gen-*/described.json"))
    described.write_text('{"passages": "another"}')
    with pytest.raises(EngineError) as told:
        EmbeddedEngine(tmp_path).prepare()
    assert told.value.reason == "index-outdated"


def test_killed_while_writing_loses_only_what_was_not_refreshed(tmp_path: Path) -> None:
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from pipeline.engines.embedded import EmbeddedEngine\n"
        "from tests.engines.contract import rows\n"
        "engine = EmbeddedEngine(Path(sys.argv[1]))\n"
        "engine.prepare()\n"
        "written = rows()\n"
        "list(engine.write(written[:10]))\n"
        "engine.refresh()\n"
        "list(engine.write(written[10:]))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    root = Path(__file__).resolve().parents[2]
    killed = subprocess.run([sys.executable, "-c", script, tmp_path], cwd=root)
    assert killed.returncode == -9
    engine = EmbeddedEngine(tmp_path)
    engine.prepare()
    assert sum(engine.count(index) for index in ("documents", "passages", "norms", "quotes")) == 10
    assert all(verdict.ok for verdict in engine.write(rows()))
    engine.refresh()
    assert engine.count("passages") == 20
    engine.close()


def test_many_equal_scores_page_in_order(tmp_path: Path) -> None:
    engine = EmbeddedEngine(tmp_path)
    engine.prepare()
    row = next(row for row in rows() if row.index == "passages")
    numbered = count(1)
    same = [
        type(row)(row.index, f"x{n:04}", row.document_id, {**row.fields, "id": f"x{n:04}", "rank": n, "newest": n})
        for n in (next(numbered) for _ in range(400))
    ]
    list(engine.write(reversed(same)))
    engine.refresh()
    for offset in (0, 7, 130, 393):
        page = find(engine, "parties", limit=7, offset=offset)
        assert [hit.fields["rank"] if "rank" in hit.fields else hit.fields["id"] for hit in page.hits] == [
            f"x{n:04}" for n in range(offset + 1, min(offset + 8, 401))
        ]
    engine.close()
