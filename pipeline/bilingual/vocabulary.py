"""Which words of two texts may stand for each other, by a dictionary of what agreements speak of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.bilingual.patterns import patterns_of
from pipeline.language.parallel_words import DICTIONARY

WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})*")
LOOSE = "~"
FEW = 3
SAME = str.maketrans("ё", "е")


@dataclass(frozen=True, slots=True)
class _Table:
    """Of one language: the numbers of the meanings by whole word, by one cut short, by the beginning of one."""

    whole: Mapping[str, frozenset[int]]
    cut: Mapping[str, frozenset[int]]
    begun: Mapping[str, frozenset[int]]


@cache
def _rows() -> tuple[tuple[str, ...], tuple[tuple[bool, tuple[str, ...]], ...]]:
    """The languages of the columns, and of each line whether it is loose, with its columns."""
    lines = [line for line in DICTIONARY.splitlines() if line and not line.startswith("#")]
    languages = tuple(column.strip() for column in lines[0].split("|"))
    return languages, tuple((line.startswith(LOOSE), tuple(line.removeprefix(LOOSE).split("|"))) for line in lines[1:])


@cache
def _table(language: str) -> _Table:
    languages, rows = _rows()
    column, shortened = languages.index(language), patterns_of(language).shortened
    whole: dict[str, set[int]] = {}
    cut: dict[str, set[int]] = {}
    begun: dict[str, set[int]] = {}
    for number, (_, columns) in enumerate(rows):
        for word in columns[column].split():
            if word.endswith("*"):
                begun.setdefault(word[:-1], set()).add(number)
            else:
                whole.setdefault(word, set()).add(number)
                for end, other in shortened:
                    if (short := end.sub(other, word)) != word:
                        cut.setdefault(short, set()).add(number)
    return _Table(*({word: frozenset(found) for word, found in side.items()} for side in (whole, cut, begun)))


@cache
def _telling() -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of the lines whose words tell something, and of those whose words never do."""
    rows = _rows()[1]
    return (
        frozenset(number for number, (loose, _) in enumerate(rows) if not loose),
        frozenset(number for number, (_, columns) in enumerate(rows) if not all(map(str.strip, columns))),
    )


@lru_cache(maxsize=65536)
def meanings(word: str, language: str) -> frozenset[int]:
    """The numbers of what a word in small letters may mean; none for a word that the dictionary does not hold."""
    table, inflected = _table(language), patterns_of(language).inflected
    word = word.translate(SAME)
    found: set[int] = set()
    for end in range(2, len(word) + 1):
        found |= table.begun.get(word[:end], frozenset())
        if word[:end] in table.whole and inflected.fullmatch(word, end):
            found |= table.whole[word[:end]]
        if end < len(word) and word[:end] in table.cut and inflected.fullmatch(word, end):
            found |= table.cut[word[:end]]
    if not found and "-" in word:
        return frozenset().union(*(meanings(part, language) for part in word.split("-")))
    return frozenset(found)


@lru_cache(maxsize=65536)
def firm(word: str, language: str) -> bool:
    """Is a word rendered by few others, so that it tells something where they are not there? Verbs are not."""
    meant = meanings(word, language)
    telling, silent = _telling()
    return not meant.isdisjoint(telling) and meant.isdisjoint(silent) and not _verbal(word, language)


@lru_cache(maxsize=65536)
def exact(word: str, language: str) -> bool:
    """Is a word the name of one thing that both languages call by few words?"""
    meant = meanings(word, language)
    return (
        len(meant) == 1
        and firm(word, language)
        and all(len(column.split()) <= FEW for column in _rows()[1][next(iter(meant))][1])
    )


def _verbal(word: str, language: str) -> bool:
    return bool(patterns_of(language).verbal.fullmatch(word))
