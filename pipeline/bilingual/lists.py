"""Members of lists ("schools, clubs and theatres"): what a text leaves out of them, and whether all or one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.bilingual import held
from pipeline.bilingual.content import Gap, Habits, said_in, telling
from pipeline.bilingual.held import Pair
from pipeline.bilingual.patterns import patterns_of
from pipeline.bilingual.terms import Passages
from pipeline.bilingual.vocabulary import WORD, firm, meanings

LONGEST = 2  # words of a member
CLOSE = 3  # words between a conjunction and what it joins
TURN = re.compile(r"[.;:()«»“”\"/]")


@dataclass(frozen=True, slots=True)
class Joined:
    """Two words that a conjunction joins: what they may mean, and the key of the conjunction."""

    key: str
    left: frozenset[int]
    right: frozenset[int]


@lru_cache(maxsize=8192)
def joined(text: str, language: str) -> tuple[Joined, ...]:
    """What the words on both sides of every conjunction of a text in small letters may mean."""
    tokens = list(WORD.finditer(text))
    out = []
    for key, pattern in patterns_of(language).conjunctions:
        for found in re.finditer(rf"(?<![\w/])(?:{pattern.pattern})(?![\w/])", text):
            left = _near([t for t in tokens if t.end() <= found.start()][: -CLOSE - 1 : -1], text, language)
            right = _near([t for t in tokens if t.start() >= found.end()][:CLOSE], text, language)
            if left and right:
                out.append(Joined(key, left, right))
    return tuple(out)


def _near(tokens: Sequence[re.Match[str]], text: str, language: str) -> frozenset[int]:
    """What the words beside a conjunction may mean, from the nearest up to the next turn of the sentence."""
    found: set[int] = set()
    for token in tokens:
        if TURN.search(text[token.start() - 1 : token.end() + 1]):
            break
        found |= meanings(token[0], language)
    return frozenset(found)


def exchanged(pair: Pair, here: Passages) -> str:
    """The same two things, of which one text means both and the other either: how they are joined, "" where alike."""
    a, b = held.facts_of(pair.english, here.english), held.facts_of(pair.russian, here.russian)
    if any(
        said.denial.count or "forbid" in dict(said.denial.words) for said in (a, b)
    ):  # "nor" is told with "and" as well
        return ""
    left = joined(here.english.of(pair.english.text).lower(), pair.english.language)
    right = joined(here.russian.of(pair.russian.text).lower(), pair.russian.language)
    for one in left:
        same = [o for o in right if one.left & o.left and one.right & o.right]
        if same and all(o.key != one.key for o in same):
            return f"English “{one.key}”, Russian «{same[0].key}»"
    return ""


def _members(text: str, language: str) -> Iterator[tuple[str, ...]]:
    """The lists of a text in small letters: their members."""
    conjunction = "|".join(pattern.pattern for _, pattern in patterns_of(language).conjunctions)
    word = r"[^\W\d_][\w-]*"
    member = rf"{word}(?: {word}){{0,{LONGEST - 1}}}"
    for found in re.finditer(rf"(?<!\w)(?:{member}, ){{0,8}}{member},? (?:{conjunction}) {member}(?!\w)", text):
        parts = re.split(rf", | (?:{conjunction}) ", found[0])
        yield tuple(part.strip(" ,") for part in parts)


def left_out(pair: Pair, known: Habits, here: Passages, gap: tuple[Gap, Gap]) -> str:
    """A member of a list of which the other passage says nothing, though it names another: which, "" where none."""
    one, other = gap
    for document, span, that, rest in (
        (pair.english, here.english, said_in(pair.russian, here.russian), other),
        (pair.russian, here.russian, said_in(pair.english, here.english), one),
    ):
        if rest.all_firm or rest.loose > 1:
            continue
        for members in _members(span.of(document.text).lower(), document.language):
            answered = [
                any(meanings(w, document.language) & that.meant for w in WORD.findall(part)) for part in members
            ]
            if any(answered):
                for part, said in zip(members, answered, strict=True):
                    if not said and _telling(part, document.language, known):
                        return (
                            f"“{part}” in one text only" if document.language == "en" else f"«{part}» in one text only"
                        )
    return ""


def _telling(member: str, language: str, known: Habits) -> bool:
    """Are all words of a member known, and does one of them tell something where it is left out?"""
    words = WORD.findall(member)
    return all(meanings(word, language) for word in words) and any(
        firm(word, language) and telling(word, language, known) for word in words
    )
