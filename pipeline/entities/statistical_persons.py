"""Persons in what the model takes for bodies, and two persons in what it takes for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from pipeline.entities.grammars_heads import gapped
from pipeline.entities.kinds import Candidate
from pipeline.entities.russian_words import may_be_personal
from pipeline.language import PACKS
from pipeline.model import Kind

_GAP = r"\s{1,3}"
_INITIALS = r"(?:[A-ZА-ЯЁ]\.\s{0,2}){1,2}"
_MOST = 60  # characters of a name that is worth a second look


@dataclass(frozen=True, slots=True)
class _Shapes:
    titled: re.Pattern[str]
    initials: re.Pattern[str]
    neighbours: re.Pattern[str]
    common_first: re.Pattern[str]
    last_two: re.Pattern[str]
    full: re.Pattern[str]
    named: re.Pattern[str]
    office: re.Pattern[str]


@cache
def _shapes(language: str) -> _Shapes:
    words = PACKS[language].entities
    word = words.name_word
    return _Shapes(
        titled=re.compile(rf"(?:{gapped(words.person_title)}){_GAP}(?P<name>{word}(?:{_GAP}{word}){{0,2}})"),
        initials=re.compile(rf"{_INITIALS}{word}"),
        neighbours=re.compile(rf"(?P<one>{_INITIALS}{word}){_GAP}(?P<other>{word}(?:{_GAP}{word}){{1,2}})"),
        common_first=re.compile(rf"(?P<noun>[^\W\d_]+){_GAP}(?P<name>(?P<given>{word}){_GAP}(?P<surname>{word}))"),
        last_two=re.compile(rf"{word}(?:{_GAP}{word}){{1,3}}{_GAP}(?P<name>{word}{_GAP}{word})"),
        full=re.compile(rf"(?P<first>{word}){_GAP}(?P<last>{word})"),
        named=re.compile(rf"(?P<name>(?P<first>{word}){_GAP}(?P<last>{word}))"),
        office=re.compile(rf"(?<![\w-])(?:{gapped(words.role)}){_GAP}for{_GAP}\Z"),
    )


def sorted_out(text: str, start: int, end: int, kind: Kind, language: str) -> Iterator[tuple[int, int, Kind]]:
    """A span of the model with the kind that its shape tells: "Mr Olim Saidov" and "T. Mamytov" are persons.

    Of «Центра Бекназар Тулегенов» only the person is a name; initials with a surname end where a full name follows.
    """
    shapes, found = _shapes(language), None
    if end - start <= _MOST and kind is Kind.ORGANISATION:
        found = shapes.titled.fullmatch(text, start, end) or _behind_noun(text, start, end, language)
        if found is None and shapes.office.search(text, max(start - 40, 0), start):
            found = shapes.last_two.fullmatch(text, start, end)
            found = None if found and PACKS[language].entities.phrases.head.search(found.group()) else found
        found = found or _full_name(text, start, end, language)
        kind = Kind.PERSON if found or shapes.initials.fullmatch(text, start, end) else kind
    cased = bool(PACKS[language].entities.phrases.governed)
    if cased and kind is Kind.PERSON and (both := shapes.neighbours.fullmatch(text, start, end)):
        yield (*both.span("one"), kind)
        yield (*both.span("other"), kind)
        return
    yield (*(found.span("name") if found else (start, end)), kind)


def _behind_noun(text: str, start: int, end: int, language: str) -> re.Match[str] | None:
    """A person behind a common noun, which capitals alone make a part of the name."""
    words = PACKS[language].entities
    found = _shapes(language).common_first.fullmatch(text, start, end) if words.phrases.governed else None
    if found is None or found["noun"].lower() not in words.common:
        return None
    return found if may_be_personal(found["given"]) and may_be_personal(found["surname"]) else None


def _full_name(text: str, start: int, end: int, language: str) -> re.Match[str] | None:
    """Two words whose second has the ending of a surname and whose first is no head of a body's name."""
    words = PACKS[language].entities
    found = _shapes(language).named.fullmatch(text, start, end)
    if found is None or words.phrases.head.search(found["first"]) or found["first"].lower() in words.common:
        return None
    return found if _surname(language).fullmatch(found["last"]) else None


@cache
def _surname(language: str) -> re.Pattern[str]:
    return re.compile(PACKS[language].entities.surname, re.IGNORECASE)


def without_country(text: str, one: Candidate, near: Iterable[Candidate], language: str) -> Candidate:
    """The person behind a country's name: "the citizen of Tajikistan Davlatov Sherali"."""
    if one.kind is not Kind.ORGANISATION or one.length > _MOST:
        return one
    country = next((other for other in near if other.kind is Kind.COUNTRY and other.start == one.start), None)
    if country is None or country.end >= one.end:
        return one
    start = country.end + 1
    full = _shapes(language).full.fullmatch(text, start, one.end)
    surname = _surname(language)
    if full is None or not (surname.fullmatch(full["first"]) or surname.fullmatch(full["last"])):
        return one
    return replace(one, start=start, kind=Kind.PERSON)
