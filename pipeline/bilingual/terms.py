"""Defined terms that two texts of one instrument must use side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.language import PACKS
from pipeline.model import DefinedTerm, Document, Span

TOGETHER = 2
STEADY = 0.6


@dataclass(frozen=True, slots=True)
class Term:
    """One thing with the word that either text defines for it; the patterns find the forms of these words.

    `heads` find any word of a term of several, by which a text may shorten it; `since` is where the English
    text defines it: before, the word may mean anything.
    """

    words: tuple[str, str]
    english: re.Pattern[str]
    russian: re.Pattern[str]
    heads: tuple[re.Pattern[str], re.Pattern[str]]
    since: int


@dataclass(frozen=True, slots=True)
class Passages:
    """Two passages that say the same."""

    english: Span
    russian: Span


def lexicon(english: Document, russian: Document, aligned: Sequence[Passages]) -> tuple[Term, ...]:
    """The terms defined in passages that answer to each other, if both texts use them side by side throughout."""
    found = {term.words: term for term in _defined(english, russian, aligned)}
    texts = [(p.english.start, p.english.of(english.text).lower(), p.russian.of(russian.text).lower()) for p in aligned]
    return tuple(term for term in found.values() if _steady(term, texts))


def _defined(english: Document, russian: Document, aligned: Sequence[Passages]) -> Iterator[Term]:
    for passages in aligned:
        left = _inside(english, passages.english)
        right = _inside(russian, passages.russian)
        if len(left) == len(right):
            for one, other in zip(left, right, strict=True):
                words = one.term, other.term
                yield Term(
                    words,
                    _forms(words[0], english.language),
                    _forms(words[1], russian.language),
                    (_any(words[0], english.language), _any(words[1], russian.language)),
                    one.span.start,
                )


def _inside(document: Document, span: Span) -> list[DefinedTerm]:
    """The terms a passage defines; the names of the parties are left out, pronouns stand for them too often."""
    parties = re.compile(PACKS[document.language].structure.parallel.parties)
    terms = (term for term in document.structure.terms if span.start <= term.span.start < span.end)
    return [term for term in terms if term.term.strip() and not parties.search(term.term.lower())]


def _forms(words: str, language: str) -> re.Pattern[str]:
    forms = PACKS[language].structure.parallel.forms
    return re.compile(
        r"\W{1,3}".join(rf"\b{re.escape(stem(word, language))}{forms}\b" for word in words.lower().split())
    )


def _any(words: str, language: str) -> re.Pattern[str]:
    """Any word of a term by itself."""
    stems = "|".join(re.escape(stem(word, language)) for word in words.lower().split() if len(word) > 3)
    return re.compile(rf"\b(?:{stems}){PACKS[language].structure.parallel.forms}\b" if stems else r"(?!)")


@cache
def _ending(language: str) -> re.Pattern[str]:
    return re.compile(PACKS[language].structure.parallel.ending)


@cache
def stem(word: str, language: str) -> str:
    """A word in small letters without the ending that declines it."""
    found = _ending(language).search(word)
    return word[: found.start()] if found and found.start() >= 3 else word


def _steady(term: Term, texts: Iterable[tuple[int, str, str]]) -> bool:
    """Do the texts use both words together, but for a passage now and then?"""
    both = alone = 0
    for start, one, other in texts:
        if start + len(one) <= term.since:
            continue
        left, right = bool(term.english.search(one)), bool(term.russian.search(other))
        both, alone = both + (left and right), alone + (left != right)
    return both >= TOGETHER and both >= STEADY * (both + alone)


def swapped(terms: Sequence[Term], one: str, other: str) -> str:
    """The terms of two passages (in small letters) where one has another than the other; "" where none.

    A term may also stand in the place of one that is said elsewhere in the passage.
    """
    counted = [(t, len(t.english.findall(one)), len(t.russian.findall(other))) for t in terms]
    left, right = [row for row in counted if row[1] > row[2]], [row for row in counted if row[2] > row[1]]
    for a, _, answered in left:
        for b, answer, _ in right:
            if not (answered and answer):
                return f"English “{a.words[0]}”, Russian «{b.words[1]}»"
    return ""


def dropped(terms: Sequence[Term], one: str, other: str, ratio: float) -> str:
    """The term of one passage (in small letters) that the other never uses; "" where both use the same.

    `ratio` is how long the Russian text is for the English one.
    """
    left, right = _alone(terms, one, other)
    if bool(left) == bool(right) or (left or right)[0].heads[bool(left)].search(other if left else one):
        return ""
    english, russian = (left or right)[0].words
    # one that only says more names the term besides; one that says another thing in its place is as long
    words, without = (english, len(other)) if left else (russian, len(one) * ratio)
    named = len(one) * ratio if left else len(other)
    if " " in words and named - without >= len(words):
        return ""
    return (
        f"English “{english}”, Russian without «{russian}»"
        if left
        else f"Russian «{russian}», English without “{english}”"
    )


def _alone(terms: Sequence[Term], one: str, other: str) -> tuple[list[Term], list[Term]]:
    """The terms only the English passage uses, and those only the Russian does."""
    used = [(term, bool(term.english.search(one)), bool(term.russian.search(other))) for term in terms]
    return [t for t, left, right in used if left and not right], [t for t, left, right in used if right and not left]
