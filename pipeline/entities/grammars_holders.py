"""Who holds a position: the person named behind it, in front of it, or in apposition."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile

from pipeline.entities.grammars_people_rules import Rules, rules_of
from pipeline.entities.kinds import Candidate
from pipeline.entities.russian_words import may_be_personal
from pipeline.language import PACKS
from pipeline.model import Kind, Layer

_HEADING = 12  # characters of a position that tell whether its line is in capitals
_NAMES = 2  # words of a name
_WORD_IN_CAPITALS = re.compile(r"[А-ЯЁ]{2,20}(?:-[А-ЯЁ]{2,20}){0,2}")
_CAPITALS = re.compile(r"[А-ЯЁ]{2,20}(?:-[А-ЯЁ]{2,20}){0,2}(?:\s[А-ЯЁ]{2,20}(?:-[А-ЯЁ]{2,20}){0,2}){1,2}")
_APART_BY = 24  # characters between a name and the position behind it: ", the former "


def named_behind(
    text: str, end: int, language: str, persons: Mapping[int, Candidate], known: Mapping[int, Candidate]
) -> Candidate | None:
    """The person whose name follows a role."""
    rules = rules_of(language)
    gap = rules.between.match(text, end)
    if gap is None:
        return None
    person = persons.get(gap.end())
    if person is not None:
        return person
    if text[max(end - _HEADING, 0) : end].isupper() and (capitals := _in_capitals(text, gap.end(), rules)):
        return capitals
    name = rules.name.match(text, gap.end())
    doubtful = known.get(gap.end())
    if name and doubtful and doubtful.by is Layer.MODEL and (doubtful.start, doubtful.end) == name.span("name"):
        return replace(doubtful, kind=Kind.PERSON)  # what has a position is no body
    if name is None or "," in gap.group() or gap.end() in known or _holds_known(name, known):
        return None
    words = PACKS[language].entities
    if not (words.phrases.stops | words.common).isdisjoint(name.group().lower().split()):
        return None
    if rules.head.search(name.group()) or rules.front.match(f"{name.group().split()[0]} "):
        return None
    return Candidate(*name.span("name"), Kind.PERSON, None, Layer.GRAMMAR, "person.behind-role")


def _in_capitals(text: str, start: int, rules: Rules) -> Candidate | None:
    """The name behind a position in a heading in capitals, word for word as long as no dictionary has the words."""
    found = _CAPITALS.match(text, start)
    words = list(_WORD_IN_CAPITALS.finditer(found.group())) if found else []

    def is_name(word: re.Match[str]) -> bool:
        surname = word.start() > 0 and rules.surname.fullmatch(word.group()) is not None
        return surname or all(map(may_be_personal, word.group().split("-")))

    fitting = list(takewhile(is_name, words))
    if found is None or len(fitting) < _NAMES:
        return None
    end = start + fitting[-1].end()
    return Candidate(start, end, Kind.PERSON, None, Layer.GRAMMAR, "person.behind-role")


def named_before(
    text: str, start: int, head_end: int, end: int, language: str, known: Mapping[int, Candidate]
) -> Candidate | None:
    """A name that the model missed in front of ", Head of …", with a complement or at the end of a line."""
    if not text[start].isupper() or (end == head_end and text[end : end + 1] not in ("", "\n")):
        return None
    base = max(start - 60, 0)
    found = rules_of(language).before.search(text[base:start])
    if found is None:
        return None
    first, last = base + found.start("name"), base + found.end("name")
    words = text[first:last].lower().split()
    stops = PACKS[language].entities.phrases.sentence_words | PACKS[language].entities.phrases.stops
    if any(at in known for at in range(first, last)) or any(word in stops for word in words):
        return None
    if any(rules_of(language).head.match(word) for word in words):
        return None
    return Candidate(first, last, Kind.PERSON, None, Layer.GRAMMAR, "person.before-role")


def _holds_known(name: re.Match[str], known: Mapping[int, Candidate]) -> bool:
    start, end = name.span("name")
    inside = (known[at] for at in range(start, end) if at in known and known[at].kind is not Kind.PERSON)
    return any(one.by is not Layer.MODEL or one.end > end for one in inside)


def in_apposition(text: str, start: int, rules: Rules, persons: Mapping[int, Candidate]) -> Candidate | None:
    """The person whose name and a comma stand in front of the role."""
    found = rules.apposition.search(text, max(start - _APART_BY, 0), start)
    return persons.get(found.start()) if found else None
