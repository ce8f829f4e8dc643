"""What the words around a name make of it: a place, a person, or a term that names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pipeline.entities.grammars_heads import gapped
from pipeline.entities.kinds import Candidate
from pipeline.entities.russian_words import may_be_personal
from pipeline.language import PACKS
from pipeline.model import Kind

_PLACE_WORDS = 3
_CASE = re.compile(r"\sv\.?\s")  # "in Hamdan v. Rumsfeld"
_NEVER = re.compile(r"(?!)")
_BEHIND = re.compile(r"\s([a-z]+)")
SHORT_ACRONYM = 4
"""Letters up to which a name in capitals may be an acronym: LTS is no rank."""
WORDS = re.compile(r"[^\W\d_][\w-]*")


@dataclass(frozen=True, slots=True)
class _Around:
    word: re.Pattern[str]
    name: re.Pattern[str]
    head: re.Pattern[str]
    place: re.Pattern[str]
    place_behind: re.Pattern[str]
    joined: re.Pattern[str]
    position: re.Pattern[str]
    landscape: re.Pattern[str]
    full: re.Pattern[str]
    term: re.Pattern[str]
    article: re.Pattern[str]


@cache
def _around(language: str) -> _Around:
    words = PACKS[language].entities
    front = rf"(?:(?:{gapped(words.role_front)})\s{{1,3}}){{0,3}}"
    return _Around(
        word=re.compile(words.name_word),
        name=re.compile(rf"{words.name_word}(?:\s{{1,3}}{words.name_word}){{1,2}}"),
        head=words.phrases.head,
        place_behind=re.compile(rf"\s(?:{gapped(words.place_behind)})(?![\w-])"),
        place=re.compile(rf"(?<![\w-])(?:{words.place_front})\s{{1,3}}\Z"),
        term=re.compile(rf"{words.treaty}|{words.term}"),
        full=re.compile(rf"(?P<first>{words.name_word})\s{{1,3}}(?=[A-ZА-ЯЁ])(?i:{words.surname})")
        if words.phrases.governed
        else _NEVER,
        landscape=re.compile(rf"\s(?:{gapped(words.place_class_behind)})\Z"),
        article=re.compile(rf"(?<![\w-])(?:{words.article})\s{{1,3}}\Z", re.IGNORECASE),
        joined=re.compile(r"(?:\s(?:and|or|и|или)|/)\s?\Z"),
        position=re.compile(rf",\s{{1,3}}(?:the\s{{1,3}})?{front}(?:{gapped(words.role)})(?![\w-])", re.IGNORECASE),
    )


def kind_of(text: str, one: Candidate, near: Iterable[Candidate], language: str) -> Kind:
    """What the words around a name make of it: "in Astara" is a place, "Ann Lee, Head of …" a person."""
    rules, name = _around(language), text[one.start : one.end]
    base = max(one.start - 30, 0)
    if one.kind is not Kind.LOCATION and rules.landscape.search(name) and len(name.split()) <= _PLACE_WORDS:
        return Kind.LOCATION
    if one.kind is not Kind.LOCATION and rules.name.fullmatch(name) and rules.place_behind.match(text, one.end):
        return Kind.LOCATION
    if one.kind is Kind.LOCATION and (full := rules.full.fullmatch(name)) and may_be_personal(full["first"]):
        return Kind.PERSON
    if one.kind is not Kind.LOCATION and rules.word.fullmatch(name) and not text.startswith(("'", "’"), one.end):
        if rules.place_behind.match(text, one.end):
            return Kind.LOCATION
        beside = rules.joined.search(text, base, one.start)
        place = beside and any(other.end == beside.start() and other.kind is Kind.LOCATION for other in near)
        in_place = (
            one.kind is Kind.PERSON and rules.place.search(text, base, one.start) and not _CASE.match(text, one.end)
        )
        return Kind.LOCATION if place or in_place else one.kind
    if one.kind is Kind.ORGANISATION and rules.name.fullmatch(name) and not rules.head.search(name):
        return Kind.PERSON if rules.position.match(text, one.end) else one.kind
    return one.kind


def is_term(text: str, one: Candidate, language: str) -> bool:
    """Whether one word with an article names a role ("the Consignor"), or a noun of instruments ("Statute")."""
    rules, name = _around(language), text[one.start : one.end]
    if (rules.term.fullmatch(name) and not text.startswith(("'", "’"), one.end)) or (
        one.kind is Kind.PERSON and any(map(rules.term.fullmatch, WORDS.findall(name)))
    ):
        return True
    if one.kind is not Kind.PERSON or not rules.word.fullmatch(name):
        return False
    behind = _BEHIND.match(text, one.end)
    phrases = PACKS[language].entities.phrases
    if behind and behind[1] not in phrases.stops | phrases.links | phrases.lists | phrases.sentence_words:
        return False  # "the Clinton administration"
    return rules.article.search(text, max(one.start - 12, 0), one.start) is not None
