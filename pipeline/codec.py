"""Records to JSON and back, the same bytes for the same record."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")
_ENCODER = msgspec.json.Encoder(order="deterministic")


def encode(record: Any) -> bytes:
    """A record of model.py, or anything made of records, as UTF-8 JSON."""
    return _ENCODER.encode(record)


def decode(data: bytes, kind: type[T]) -> T:
    """The record of type `kind` that `encode` wrote; raises msgspec.ValidationError on anything else."""
    return msgspec.json.decode(data, type=kind)


def plain(record: Any) -> Any:
    """A record as dicts, lists, strings and numbers, ready for json, csv and templates."""
    return msgspec.to_builtins(record)
