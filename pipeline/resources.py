"""The only file that knows where corpora/ and index_config/ lie: beside pipeline/, or inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    packed = _PACKAGE / "_data"
    return packed if packed.is_dir() else _PACKAGE.parent


def corpora(*parts: str) -> Path:
    """A path below corpora/ (gazetteers, samples; gold only in a checkout)."""
    return _root().joinpath("corpora", *parts)


def index_config(name: str) -> Path:
    """One file of index_config/."""
    return _root() / "index_config" / name
