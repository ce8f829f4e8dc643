"""Where head nouns and headlines stand: one pass over a text for all grammars."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from pipeline.language import PACKS

_WORD = re.compile(r"[^\W\d_]{3,}")
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
        f"{words.operation}|{words.operation_plural}|{words.initiative}",
        f"(?i:{words.role})",
    )
    return tuple((kind, re.compile(gapped(pattern))) for kind, pattern in zip(_KINDS, patterns, strict=True))


class _Kinds(dict[str, tuple[str, ...]]):
    """Which kinds of names a word may be the head of, or the first word of a head."""

    def __init__(self, language: str) -> None:
        self.first = PACKS[language].entities.first_words
        self.patterns = _patterns(language)

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _MOST_WORDS:
            self.clear()
        whole = word.lower().startswith(self.first)
        kinds = _KINDS if whole else tuple(kind for kind, pattern in self.patterns if pattern.match(word))
        self[word] = kinds
        return kinds


_MOST_WORDS = 200_000
_kinds = cache(_Kinds)


@lru_cache(maxsize=4)
def heads(text: str, language: str) -> Mapping[str, tuple[int, ...]]:
    """Offsets of words that may begin a head noun, by kind of name; the patterns of the packs decide at the place."""
    found: dict[str, list[int]] = {kind: [] for kind in _KINDS}
    kinds = _kinds(language)
    for match in _WORD.finditer(text):
        if having := kinds[match.group()]:
            start = match.start()
            before = text[start - 1] if start else " "
            # looked at here: within the expression that finds words it takes twice as long
            if before not in "_-" and not before.isdecimal():
                for kind in having:
                    found[kind].append(start)
    return {kind: tuple(offsets) for kind, offsets in found.items()}


def around_signs(text: str, sign: re.Pattern[str], reach: int) -> Iterator[tuple[int, int]]:
    """The stretches up to `reach` characters around each `sign`, which is found many times faster than what has one."""
    start = end = 0
    for match in sign.finditer(text):
        if match.start() - reach > end:
            if end:
                yield start, end
            start = match.start() - reach
        end = match.end() + reach
    if end:
        yield start, end


# --- headlines -----------------------------------------------------------------------------------------------------

_LINE = re.compile(r"[^\n]+")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LISTED = re.compile(r"[,\d]")
_LONGEST, _FEWEST, _SHARE = 200, 5, 0.8


@lru_cache(maxsize=4)
def headlines(text: str) -> tuple[tuple[int, int], ...]:
    """The lines in title case: nearly all long words begin with a capital, and no sentence ends there."""
    return tuple(match.span() for match in _LINE.finditer(text) if _is_headline(match.group()))


def _is_headline(line: str) -> bool:
    if len(line) > _LONGEST or line.rstrip().endswith((".", ";", ",")):
        return False
    words = _LONG_WORD.findall(line)
    fewest = _FEWEST if _LISTED.search(line) else _FEWEST - 1  # a short line with commas may be one of a list of names
    return len(words) >= fewest and sum(1 for word in words if word[0].isupper()) >= _SHARE * len(words)


def in_headline(text: str, offset: int) -> bool:
    """Whether the character at `offset` stands in a line in title case."""
    lines = headlines(text)
    i = bisect_right(lines, (offset, len(text))) - 1
    return i >= 0 and offset < lines[i][1]
