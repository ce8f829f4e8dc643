"""index_config/ as records: which fields an index has, and how each is looked for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline import resources
from pipeline.engines.base import INDEXES

EXACT = "exact"
"""The subfield that keeps whole words for prefix* and fuzzy~."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a mapping; `name` of a subfield is "body.exact". `source` is the field its value comes from."""

    name: str
    source: str
    type: str
    analyzer: str | None = None
    indexed: bool = True
    columnar: bool = True
    positions: bool = True
    norms: bool = True


@dataclass(frozen=True, slots=True)
class Schema:
    """One index. `words` are the fields of a bare word: 0 scores by BM25, another number is a constant score."""

    index: str
    fields: Mapping[str, Field]
    words: Mapping[str, float]
    mappings: Mapping[str, Any]
    settings: Mapping[str, Any]

    @property
    def fingerprint(self) -> str:
        """Changes when the description of this index changes."""
        told = json.dumps([self.mappings, self.settings], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()[:16]


@cache
def schema(index: str) -> Schema:
    """The schema of one of the five indexes."""
    spec = json.loads(resources.index_config(f"{index}.json").read_text(encoding="utf-8"))
    analysis = json.loads(resources.index_config("analysis.json").read_text(encoding="utf-8"))
    mappings = spec["mappings"]
    fields = [field for name, told in mappings["properties"].items() for field in _fields(name, told)]
    return Schema(
        index=index,
        fields={field.name: field for field in fields},
        words=mappings["_meta"]["words"],
        mappings=mappings,
        settings={**spec["settings"], **analysis},
    )


def schemas() -> dict[str, Schema]:
    return {index: schema(index) for index in INDEXES}


def _fields(name: str, told: Mapping[str, Any], source: str | None = None) -> list[Field]:
    kind = told["type"]
    field = Field(
        name=name,
        source=source or name,
        type=kind,
        analyzer=told.get("analyzer"),
        indexed=told.get("index", True) and told.get("enabled", True),
        columnar=kind not in {"text", "object"} and told.get("doc_values", True),
        positions=told.get("index_options", "positions") == "positions",
        norms=told.get("norms", True),
    )
    below = (_fields(f"{name}.{sub}", spec, name) for sub, spec in told.get("fields", {}).items())
    return [field, *(found for group in below for found in group)]
