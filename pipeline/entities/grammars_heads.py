"""Where head nouns and headlines stand: one pass over a text for all grammars."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache, lru_cache

from pipeline.language import PACKS

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{3,}")
_KINDS = ("organisation", "treaty", "event", "operation", "role")


def gapped(pattern: str) -> str:
    """Blanks of the packs' expressions stand for any white space."""
    return pattern.replace("[ ]", r"(?:\s{1,3})")


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = PACKS[language].entities
    patterns = (
        words.organisation,
        f"{words.treaty}|{words.treaty_capitals}|{words.treaty_programme}|(?i:{words.treaty_lower})|{words.treaty_of_place}",
        words.event,
        f"{words.operation}|{words.operation_plural}",
        f"(?i:{words.role})",
    )
    return tuple((kind, re.compile(gapped(pattern))) for kind, pattern in zip(_KINDS, patterns, strict=True))


@lru_cache(maxsize=200_000)
def _kinds(word: str, language: str) -> tuple[str, ...]:
    """Which kinds of names a word may be the head of, or the first word of a head."""
    first = PACKS[language].entities.first_words
    if word.lower().startswith(first):
        return _KINDS
    return tuple(kind for kind, pattern in _patterns(language) if pattern.match(word))


@lru_cache(maxsize=4)
def heads(text: str, language: str) -> Mapping[str, tuple[int, ...]]:
    """Offsets of words that may begin a head noun, by kind of name; the patterns of the packs decide at the place."""
    found: dict[str, list[int]] = {kind: [] for kind in _KINDS}
    for match in _WORD.finditer(text):
        for kind in _kinds(match.group(), language):
            found[kind].append(match.start())
    return {kind: tuple(offsets) for kind, offsets in found.items()}


# --- headlines -----------------------------------------------------------------------------------------------------

_LINE = re.compile(r"[^\n]+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LONGEST, _FEWEST, _SHARE = 200, 4, 0.8


@lru_cache(maxsize=4)
def headlines(text: str) -> tuple[tuple[int, int], ...]:
    """The lines in title case: nearly all long words begin with a capital, and no sentence ends there."""
    return tuple(match.span() for match in _LINE.finditer(text) if _is_headline(match.group()))


def _is_headline(line: str) -> bool:
    if len(line) > _LONGEST or line.rstrip().endswith((".", ";", ",")):
        return False
    words = _LONG_WORD.findall(line)
    return len(words) >= _FEWEST and sum(1 for word in words if word[0].isupper()) >= _SHARE * len(words)


def in_headline(text: str, offset: int) -> bool:
    """Whether the character at `offset` stands in a line in title case."""
    lines = headlines(text)
    i = bisect_right(lines, (offset, len(text))) - 1
    return i >= 0 and offset < lines[i][1]
