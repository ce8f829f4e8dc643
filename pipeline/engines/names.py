"""Entities by name, for queries: what is typed in any language or case, as ids."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from pipeline.engines.analysis import fold

MAX_WORDS = 10
"""How many words of a query are tried as one name."""

_SHORT = 3

Known = Callable[[str], tuple[str, ...]]
"""From a name to the ids that it can stand for."""


@cache
def entity_ids(name: str) -> tuple[str, ...]:
    """The ids that `name` can stand for, sorted; none for an unknown name.

    A name of up to three letters counts only in capitals: "US" is a country, "us" a word.
    """
    if len(name) <= _SHORT and not name.isupper():
        return ()
    from pipeline.entities.gazetteer import gazetteer

    return tuple(sorted({*gazetteer().lookup(name), *gazetteer().lookup(fold(name))}))
