"""Persons whom a title, initials or a patronymic announces or completes, and their positions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pipeline.entities.grammars_heads import around_signs
from pipeline.entities.grammars_people_rules import Rules, rules_of
from pipeline.entities.grammars_roles import roles
from pipeline.entities.grammars_rules import atoms
from pipeline.entities.kinds import Candidate
from pipeline.model import Kind, Layer


def people(text: str, found: Iterable[Candidate], language: str) -> Iterator[Candidate]:
    """Roles that stand beside a person or name whose they are; persons behind roles and titles."""
    candidates = list(found)
    persons = {one.start: one for one in candidates if one.kind is Kind.PERSON}
    for one in tuple(persons.values()):
        if son_of := rules_of(language).son_of.match(text, one.end):
            persons[one.start] = replace(one, end=son_of.end(), by=Layer.GRAMMAR, rule="person.son-of")
            yield persons[one.start]
    for one in _completed(text, persons, language):
        persons[one.start] = one
        yield one
    for one in _announced(text, atoms(candidates), language):
        persons.setdefault(one.start, one)
        yield one
    yield from roles(text, [*candidates, *persons.values()], persons, language)


def _completed(text: str, persons: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    """Given name and patronymic with the surname on either side, where the model saw two names or half of one."""
    rules = rules_of(language)
    for one in list(persons.values()):
        if rules.patronymic.fullmatch(text, one.start, one.end):
            found = rules.word_before.search(text, max(one.start - 40, 0), one.start)
            if found and (found.start("word") in persons or rules.surname.fullmatch(found["word"])):
                yield replace(one, start=found.start("word"), by=Layer.GRAMMAR, rule="person.patronymic")
        elif behind := rules.patronymic_behind.match(text, one.end):
            yield replace(one, end=behind.end(), by=Layer.GRAMMAR, rule="person.patronymic")
        elif text[one.end : one.end + 1] == "." and _ONE_LETTER.search(text, one.start, one.end):
            yield replace(one, end=one.end + 1, by=Layer.GRAMMAR, rule="person.initials")


def _announced(text: str, known: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    rules = rules_of(language)
    for name, pattern in (
        ("person.title", rules.title),
        ("person.title", rules.ranking),
        ("person.initials", rules.initials),
    ):
        places = around_signs(text, _DOT, _REACH) if pattern is rules.initials else ((0, len(text)),)
        for match in (found for place in places for found in pattern.finditer(text, *place)):
            one = known.get(match.start("name"))
            if (one is None or one.kind is Kind.PERSON) and not _is_plain(text, match["name"], rules):
                yield _person(match, name)


_DOT = re.compile(r"\.(?:(?<=[A-ZА-ЯЁ]\.)|(?<=[A-Z][a-z]\.)|(?<=[A-Z][a-z]{2}\.))")
_REACH = 120  # characters that a name may take on either side of the full stop of an initial


def _is_plain(text: str, name: str, rules: Rules) -> bool:
    """Whether a position follows the title ("Mr. President"), or a word of the text the letter of a list ("E.Any")."""
    if rules.head.match(name):
        return True
    listed = _LISTED_WORD.fullmatch(name)
    return listed is not None and re.search(rf"(?<!\w){re.escape(listed[1].lower())}(?!\w)", text) is not None


_LISTED_WORD = re.compile(r"[A-Z]\.([A-Z][a-z]+)")


def _person(match: re.Match[str], rule: str) -> Candidate:
    start, end = match.span("name")
    return Candidate(start, end, Kind.PERSON, None, Layer.GRAMMAR, rule)


_ONE_LETTER = re.compile(r"\w{3}\s[А-ЯЁ]\Z")
