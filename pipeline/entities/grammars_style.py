"""What may stand in one kind of name, in any language."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass

from pipeline.model import Kind


@dataclass(frozen=True, slots=True)
class Style:
    """What may stand in one kind of name: prepositions, and whether words in lower case go on behind them.

    `bare` names go on with capitalised words directly; `lists` over enumerations; `regions` and `cities` over "in …";
    `people` may follow a body's name ("CIS Foreign Ministers"), `topics` "in" in capitals; a country's name ends the
    name if `country_ends`. Words in lower case have to begin with a `subject`, if there is one. `accredited`
    prepositions go on behind a country to another one, with `posts` to a city too. `longest` is how many characters
    may follow the head.
    """

    links: frozenset[str]
    lower_after: frozenset[str]
    regions: bool = False
    cities: bool = False
    lists: bool = True
    bare: bool = True
    country_ends: bool = False
    accredited: frozenset[str] = frozenset()
    posts: bool = False
    topics: bool = False
    people: bool = False
    longest: int = 300
    subject: re.Pattern[str] | None = None

    @property
    def accredited_to(self) -> frozenset[Kind]:
        """What an envoy is accredited to."""
        return _POSTS if self.posts else _STATES


DEEPEST = 8
"""Names inside each other that are read: more are no names, and would take the square of their number."""


class Nested(ABC):
    """Reads names inside names, not deeper than `DEEPEST`."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def tail(self, pos: int, style: Style) -> int:
        """The end of a name whose head ends at `pos`; inside too many open names nothing is read any more."""
        self._open = [end for end in self._open if end > pos]
        if len(self._open) >= DEEPEST:
            return pos
        self._open.append(self._reach(pos, style))
        return self._open[-1]

    @abstractmethod
    def _reach(self, pos: int, style: Style) -> int:
        """The end of a name whose head ends at `pos`, however deep it lies."""


_STATES = frozenset({Kind.COUNTRY, Kind.ORGANISATION})
_POSTS = _STATES | {Kind.LOCATION}
