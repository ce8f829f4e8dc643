"""What find refuses before an engine is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.engines.embedded import EmbeddedEngine
from pipeline.errors import QueryError
from pipeline.search.find import find


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"index": "pages"}, "choose one of documents, passages"),
        ({"sort": "size"}, "choose one of relevance, date"),
        ({"facets": ("body",)}, "have no facet body"),
        ({"facets": ("colour",)}, "choose one of"),
        ({"filters": {"body": "x"}}, "have no filter body"),
        ({"filters": {"language": "x" * 20_000}}, "too long"),
        ({"limit": -1}, "count from 0"),
        ({"offset": -5}, "count from 0"),
        ({"offset": 10**9}, "cannot be paged to"),
        ({"limit": 10**6}, "cannot be paged to"),
    ],
)
def test_refused(tmp_path: Path, asked: dict[str, Any], says: str) -> None:
    with pytest.raises(QueryError) as told:
        find(EmbeddedEngine(tmp_path), "heroin", **asked)
    assert says in told.value.line()
    assert told.value.exit_code == 2
