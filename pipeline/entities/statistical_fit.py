"""Which names of a model are kept: those that contradict no table and no grammar, and are more than common words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.entities.kinds import Candidate
from pipeline.entities.russian_words import is_known_word, is_verb, lemmas
from pipeline.entities.statistical_kinds import SHORT_ACRONYM, WORDS, is_term, kind_of
from pipeline.entities.statistical_names import holder, is_given, is_none, whole_person, with_class
from pipeline.entities.statistical_persons import without_country
from pipeline.language import PACKS
from pipeline.model import Kind, Layer

_NEAR = 24
_OPEN = frozenset({Kind.ORGANISATION, Kind.TREATY, Kind.OPERATION, Kind.EVENT})
_PARTS = {
    Kind.ORGANISATION: frozenset(
        {Kind.COUNTRY, Kind.LOCATION, Kind.SUBSTANCE, Kind.ORGANISATION, Kind.TREATY, Kind.OPERATION}
    ),
    Kind.PERSON: frozenset({Kind.LOCATION, Kind.SUBSTANCE}),
}
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")  # "theCommittee": a blank that a page lost
_NUMERAL = re.compile(r"(?<!\w)[IVXLC]+(?!\w)")
_SMALL = re.compile(r"(?<![\w@.<~/-])[a-zß-öø-ÿ][\w-]*+(?![@./]\w)")
_INFLECTED = 4  # letters of a word whose forms are looked at


def fitting(text: str, proposed: Iterable[Candidate], known: Iterable[Candidate], language: str) -> Iterator[Candidate]:
    """The candidates of the model that contradict no table and no grammar.

    A model's span may lie inside a known name or hold known names; it may not cross one, nor be a person or place that
    holds a country.
    """
    ordered = sorted(known, key=lambda one: (one.start, -one.end))
    starts, words = [one.start for one in ordered], PACKS[language].entities
    plain = words.common | (frozenset() if words.phrases.governed else _small(text))
    places: list[Candidate] = []
    for seen in proposed:
        if is_none(text, seen.start, seen.end, seen.kind, language):
            continue
        common = words.common if text[seen.start : seen.end].islower() else plain
        near = ordered[max(bisect_left(starts, seen.start) - _NEAR, 0) : bisect_left(starts, seen.end)]
        one = holder(text, without_country(text, seen, near, language), language)
        kind = kind_of(text, one, (*near, *places[-1:]), language)
        one = one if kind is one.kind else replace(one, kind=kind)
        if one.kind is Kind.PERSON:
            one = whole_person(text, one, near, language)
        elif one.kind is Kind.LOCATION:
            one = with_class(text, one, language)
        start, end = one.start, one.end
        overlapping = [other for other in near if start < other.end and other.start < end]
        if one.kind is Kind.PERSON:
            overlapping = [other for other in overlapping if not is_given(text, one, other, language)]
        if any(_contradicts(one, other) for other in overlapping) or _is_generic(text, one, overlapping, common):
            continue
        if one.kind is Kind.PERSON and words.phrases.governed and _holds_common(text, one, common):
            continue
        if not is_term(text, one, language):
            yield one
            places += [one] if one.kind is Kind.LOCATION else []


def _contradicts(one: Candidate, other: Candidate) -> bool:
    if other.covers(one):
        return other.length == one.length or one.kind is Kind.PERSON or other.kind not in _OPEN
    if not one.covers(other):
        return True
    if other.by is Layer.GAZETTEER and other.kind is one.kind and 2 * other.length > one.length:
        return True  # most of it is a known name: the rest is a neighbour
    return other.kind not in _PARTS.get(one.kind, frozenset())


def _holds_common(text: str, one: Candidate, common: frozenset[str]) -> bool:
    """Whether a word of instruments stands in what the model takes for a name («К. С. Статья»)."""
    found = (word for word in WORDS.findall(text[one.start : one.end].lower()) if len(word) >= _INFLECTED)
    return any(is_common(word, common) for word in found)


def _is_generic(text: str, one: Candidate, inside: Iterable[Candidate], common: frozenset[str]) -> bool:
    """Whether a name is a country and common nouns only: "the Bulgarian Party", "the Kazakh Government"."""
    rest = text[one.start : one.end]
    for other in inside:
        if other.kind in (Kind.COUNTRY, Kind.LOCATION) and one.covers(other):
            rest = rest.replace(text[other.start : other.end], " ")
    rest = _NUMERAL.sub(" ", _GLUED.sub(" ", rest))
    found = WORDS.findall(rest.lower())
    return all(is_common(word, common) for word in found) or _is_of_heading(rest, found)


def _is_of_heading(name: str, words: list[str]) -> bool:
    """Whether a name in capitals is what a heading says: long words of the dictionary, or a verb among the words."""
    if not name.isupper() or name.isascii():
        return False
    long = all(len(word) > SHORT_ACRONYM for word in words)
    return (long and all(map(is_known_word, words))) or (" " in name.strip() and any(map(is_verb, words)))


def is_common(word: str, common: frozenset[str]) -> bool:
    """Whether a word in small letters, or what it is a form of, is one of `common`."""
    if word in common or _singular(word) in common:
        return True
    return not word.isascii() and len(word) >= _INFLECTED and not common.isdisjoint(lemmas(word))


def _small(text: str) -> frozenset[str]:
    """The words that a text also writes in small letters: with capitals they are defined terms, or open a sentence."""
    return frozenset(_SMALL.findall(text))


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
