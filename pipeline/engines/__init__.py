"""Search engines: what goes into an index (entries), what is asked of it (grammar, plan, query), and both engines."""

from __future__ import annotations

from pipeline.engines.base import INDEXES, Engine, Entry, Hit, Results, Written
from pipeline.settings import Settings

__all__ = ["INDEXES", "Engine", "Entry", "Hit", "Results", "Written", "open_engine"]


def open_engine(settings: Settings) -> Engine:
    """The engine that the settings name; nothing is created or contacted before its first method call."""
    if settings.engine == "elasticsearch":
        from pipeline.engines.elastic import ElasticsearchEngine

        return ElasticsearchEngine(settings)
    from pipeline.engines.embedded import EmbeddedEngine

    return EmbeddedEngine(settings.data_dir)
