"""What Russian words may be: their cases, what they agree with, whether they point or are names of persons."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple

_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF", "NPRO"})
_CASES = {"gen2": "gent", "loc2": "loct", "acc2": "accs", "gen1": "gent", "loc1": "loct", "voct": "nomn"}


@cache
def _analyser() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=50_000)
def _parses(word: str) -> tuple[Any, ...]:
    """What the dictionary says of a form, the likeliest first; asking it takes longest of all."""
    return tuple(_analyser().parse(word))


class _Reading(NamedTuple):
    """What a form may be, of the dictionary's words."""

    part: str | None
    case: str | None
    number: str
    gender: str
    fixed: bool
    likely: bool


@lru_cache(maxsize=50_000)
def _readings(word: str) -> tuple[_Reading, ...]:
    return tuple(_Reading(*_tagged(parse.tag), parse.score > _UNLIKELY) for parse in _parses(word))


@lru_cache(maxsize=2_000)
def _tagged(tag: Any) -> tuple[str | None, str | None, str, str, bool]:
    """Part of speech, case, number, gender of a tag, and whether it is not inflected; tags are few, words many."""
    case = _CASES.get(tag.case, tag.case)
    return tag.POS, case, tag.number or "", tag.gender or "", not _UNINFLECTED.isdisjoint(tag.grammemes)


_UNLIKELY = 0.01
_UNINFLECTED = frozenset({"Fixd", "Abbr"})
_ADJECTIVES = frozenset({"ADJF", "PRTF"})


@lru_cache(maxsize=50_000)
def cases(word: str) -> frozenset[str]:
    """The cases that a noun, adjective or participle of this form can stand in; empty for any other word."""
    found: set[str | None] = set()
    for one in _readings(word):
        if one.part in _NOMINAL and one.likely:
            found.add(one.case)
            if one.fixed:
                found.update(("gent", "datv", "ablt", "loct", "accs"))
    return frozenset(case for case in found if case)


@lru_cache(maxsize=50_000)
def may_be_personal(word: str) -> bool:
    """Whether a word is a given name, patronymic or surname, or in no dictionary."""
    analyser = _analyser()
    if not analyser.word_is_known(word.lower()):
        return True
    return not _PERSONAL.isdisjoint(_parses(word)[0].tag.grammemes)


_PERSONAL = frozenset({"Name", "Surn", "Patr"})


@lru_cache(maxsize=50_000)
def agreement(word: str) -> frozenset[tuple[str, str, str]]:
    """(case, number, gender) of the adjective readings of a word; gender is "" in the plural."""
    readings = [one for one in _readings(word) if one.part in _ADJECTIVES]
    return frozenset((one.case, one.number, one.gender) for one in readings if one.case)


@lru_cache(maxsize=50_000)
def noun_forms(word: str) -> frozenset[tuple[str, str, str]]:
    """(case, number, gender) of the noun readings of a word; gender is "" in the plural."""
    return frozenset(
        (one.case, one.number, "" if one.number == "plur" else one.gender)
        for one in _readings(word)
        if one.part == "NOUN" and one.case
    )


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> frozenset[str]:
    """The dictionary forms that a word may be a form of; the word itself where no dictionary has it."""
    return frozenset(parse.normal_form.replace("ё", "е") for parse in _parses(word))


@lru_cache(maxsize=50_000)
def points(word: str) -> bool:
    """Whether a word is a pronoun that stands like an adjective: «этой», «такую», «всякий»."""
    return any("Apro" in parse.tag.grammemes for parse in _parses(word))


@lru_cache(maxsize=50_000)
def is_known_word(word: str) -> bool:
    """Whether a dictionary has the word, and not as the name of a person, a place or a body."""
    if not _analyser().word_is_known(word.lower()):
        return False
    return _NAMES.isdisjoint(_parses(word)[0].tag.grammemes)


_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"})


@lru_cache(maxsize=50_000)
def is_verb(word: str) -> bool:
    """Whether a dictionary has the word, as a verb in the first place."""
    return bool(_analyser().word_is_known(word.lower()) and _analyser().parse(word)[0].tag.POS == "VERB")


@lru_cache(maxsize=50_000)
def is_adjective(word: str) -> bool:
    """Whether a word can only be an adjective."""
    return bool(agreement(word)) and not noun_forms(word)
