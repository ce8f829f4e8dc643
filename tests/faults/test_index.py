"""An index that is damaged, outdated, lost or foreign is made anew from the ledger, and a person is told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.ledger import FILE
from tests.support.faults import run, sentence, write

QUERY = ("search", "Almaty", "--format", "json")


def _generation(data: Path) -> Path:
    return data / "index" / (data / "index" / "current").read_text().strip()


def _truncate(data: Path) -> None:
    for path in _generation(data).rglob("*"):
        if path.is_file() and path.name != "described.json":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _outdate(data: Path) -> None:
    described = _generation(data) / "described.json"
    told = json.loads(described.read_text())
    described.write_text(json.dumps(dict.fromkeys(told, "another")))


def _lose_generation(data: Path) -> None:
    shutil.rmtree(_generation(data))


def _lose_all(data: Path) -> None:
    shutil.rmtree(data / "index")


@pytest.mark.parametrize("harm", [_truncate, _outdate, _lose_generation, _lose_all])
def test_an_unusable_index_is_made_anew(
    harm: Callable[[Path], None], own: tuple[Path, Path], held: tuple[Path, Path]
) -> None:
    folder, data = own
    harm(data)
    ran = run(data, "ingest", folder)
    assert len(ran.err.splitlines()) == 1
    assert "index" in ran.err
    assert run(data, *QUERY).json() == run(held[1], *QUERY).json()
    assert run(data, "verify").out == "everything agrees\n"


def test_a_search_before_anything_was_read(tmp_path: Path) -> None:
    ran = run(tmp_path / "nothing", *QUERY, code=1)
    assert len(ran.err.splitlines()) == 1
    assert "dragoman ingest" in ran.err
    assert not (tmp_path / "nothing").exists()


def test_what_only_the_index_knows_leaves_it(own: tuple[Path, Path], tmp_path: Path) -> None:
    _, data = own
    (data / FILE).unlink()
    other = write(tmp_path / "other", {"x.txt": sentence(99)})
    run(data, "ingest", other)
    assert run(data, *QUERY).json()["total"] == 1
    assert run(data, "verify").out == "everything agrees\n"
