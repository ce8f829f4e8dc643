"""A query as every engine takes it: clauses over the fields of one index.

Words are cut and lower-cased already; the engine finds their stems as it does for the text of the field.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

MAX_WINDOW = 10_000
"""How deep a result list can be read: offset + limit."""

MAX_FACET = 50
"""How many values a facet names."""


@dataclass(frozen=True, slots=True)
class All:
    """Every entry, with no score."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word in a text field, scored by BM25."""

    field: str
    word: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row in a text field, scored by BM25."""

    field: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A keyword field holds exactly this value; no score."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """A word of the field begins so; no score."""

    field: str
    start: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A word of the field is at most `distance` edits away (a transposition is one); no score."""

    field: str
    word: str
    distance: int


@dataclass(frozen=True, slots=True)
class Range:
    """A date field lies within two ISO days, both included; None is open."""

    field: str
    low: str | None
    high: str | None


@dataclass(frozen=True, slots=True)
class Between:
    """A field of integers holds one from `low` to `high`, both included."""

    field: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class And:
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of the clauses, at least `minimum` of them; scores add up."""

    clauses: tuple[Clause, ...]
    minimum: int = 1


@dataclass(frozen=True, slots=True)
class Not:
    clause: Clause


@dataclass(frozen=True, slots=True)
class Scored:
    """The answers of `clause`, each with the same `score`."""

    clause: Clause
    score: float


@dataclass(frozen=True, slots=True)
class Boosted:
    """The answers of `clause` with their scores multiplied."""

    clause: Clause
    factor: float


Clause: TypeAlias = All | Word | Phrase | Value | Prefix | Fuzzy | Range | Between | And | Or | Not | Scored | Boosted


@dataclass(frozen=True, slots=True)
class Marks:
    """What a snippet marks: stems, phrases of stems, beginnings and near forms of words, and entities by id."""

    words: frozenset[str] = frozenset()
    phrases: frozenset[tuple[str, ...]] = frozenset()
    prefixes: frozenset[str] = frozenset()
    fuzzy: frozenset[tuple[str, int]] = frozenset()
    entities: frozenset[str] = frozenset()

    def __or__(self, other: Marks) -> Marks:
        return Marks(
            self.words | other.words,
            self.phrases | other.phrases,
            self.prefixes | other.prefixes,
            self.fuzzy | other.fuzzy,
            self.entities | other.entities,
        )


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for in one index, and how to answer.

    `sort` is "relevance" or "date" (newest first, entries without a date last);
    ties stand in the order of the documents.
    """

    index: str
    clause: Clause = field(default_factory=All)
    marks: Marks = field(default_factory=Marks)
    facets: tuple[str, ...] = ()
    sort: str = "relevance"
    limit: int = 10
    offset: int = 0


def walk(clause: Clause) -> Iterator[Clause]:
    """The clause and all below it."""
    yield clause
    if isinstance(clause, And | Or):
        for below in clause.clauses:
            yield from walk(below)
    elif isinstance(clause, Not | Scored | Boosted):
        yield from walk(clause.clause)
