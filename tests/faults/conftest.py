"""One small corpus, read once; each test harms a copy of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.faults import moved_in, run, sentence, write


@pytest.fixture(scope="session")
def held(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder of four files and the data directory they were read into."""
    folder = write(tmp_path_factory.mktemp("held"), {f"{i}.txt": sentence(i) for i in range(1, 5)})
    data = tmp_path_factory.mktemp("ledger") / "data"
    run(data, "ingest", folder)
    return folder, data


@pytest.fixture
def own(held: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Path]:
    """Folder and data directory for one test to harm."""
    return moved_in(held, tmp_path)
