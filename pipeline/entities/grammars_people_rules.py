"""The patterns of persons and positions, made of the words of a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.entities.grammars_heads import gapped
from pipeline.language import PACKS

_GAP = r"\s{1,3}"
_INITIAL = r"(?:[A-ZА-ЯЁ]|Kh|Sh|Zh|Ch|Ts|Yu|Ya|Ye|Yo|Dzh|Dj|Gh)\."
_INITIALS = rf"(?:{_INITIAL}\s{{0,2}}(?:{_INITIAL}\s{{0,2}})?)(?<![IVX]\.\n)"
_TWO_INITIALS = r"[А-ЯЁ]\.\s{0,2}[А-ЯЁ]\."


@dataclass(frozen=True, slots=True)
class Rules:
    """Compiled patterns; those with a group `name` find the person, `\\Z` looks back from a position."""

    head: re.Pattern[str]
    front: re.Pattern[str]
    title: re.Pattern[str]
    ranking: re.Pattern[str]
    name: re.Pattern[str]
    initials: re.Pattern[str]
    between: re.Pattern[str]
    before: re.Pattern[str]
    apposition: re.Pattern[str]
    envoy: re.Pattern[str]
    rank: re.Pattern[str]
    son_of: re.Pattern[str]
    abroad: re.Pattern[str]
    ranked: re.Pattern[str]
    listed: re.Pattern[str]
    joined: re.Pattern[str]
    of_named: re.Pattern[str]
    plural: re.Pattern[str]
    patronymic: re.Pattern[str]
    patronymic_behind: re.Pattern[str]
    word_before: re.Pattern[str]
    surname: re.Pattern[str]


@cache
def rules_of(language: str) -> Rules:
    """The patterns of a language."""
    words = PACKS[language].entities
    word = words.name_word
    name = rf"{word}(?:{_GAP}{word}){{1,3}}"
    return Rules(
        head=re.compile(rf"(?<![\w-])(?:{gapped(words.role)})(?![\w-])", re.IGNORECASE),
        front=re.compile(rf"(?<![\w-])(?:{words.role_front})(?:{_GAP}|-)$", re.IGNORECASE),
        title=re.compile(rf"(?<![\w-])(?:{gapped(words.person_title)}){_GAP}(?P<name>{word}(?:{_GAP}{word}){{0,2}})"),
        ranking=re.compile(
            rf"(?<![\w-])(?:{gapped(words.rank_of_person)}){_GAP}(?P<name>{word}(?:{_GAP}(?:(?:{words.particle}){_GAP})?{word}){{1,2}})(?![\w-])"
            if words.rank_of_person
            else "(?!)"
        ),
        name=re.compile(rf"(?P<name>{name})(?!\w)"),
        initials=re.compile(rf"(?<![\w.-])(?P<name>{_INITIALS}{word}|{word}{_GAP}{_TWO_INITIALS})(?!\w)"),
        between=re.compile(
            rf"(?:\s?\([^()\n]{{2,12}}\))?,?{_GAP}"
            rf"(?:(?:{gapped(words.person_title)}|{gapped(words.rank)}){_GAP}){{0,2}}"
        ),
        before=re.compile(rf"(?<![\w-])(?P<name>{name}),{_GAP}(?:the{_GAP})?$"),
        apposition=re.compile(rf"(?:{gapped(words.apposition)})$"),
        envoy=re.compile(words.envoy, re.IGNORECASE),
        rank=re.compile(rf"(?:{gapped(words.rank_of_two)})(?![\w-])", re.IGNORECASE),
        son_of=re.compile(rf"{_GAP}(?:{words.son_of})(?!\w)(?:{_GAP}{word})?"),
        abroad=re.compile(words.role_abroad, re.IGNORECASE),
        ranked=re.compile(rf"{_GAP}(?:{gapped(words.rank)})(?P<name>(?:{_GAP}{word}){{2,4}})?\Z"),
        listed=_listed("|".join(sorted(words.phrases.lists))),
        of_named=re.compile(rf"(?<![\w-])(?:{gapped(words.organisation_quoted)})\Z"),
        joined=re.compile(words.role_joined),
        plural=re.compile(words.role_plural),
        patronymic=re.compile(rf"{word}{_GAP}(?=[A-ZА-ЯЁ])(?:{words.patronymic})"),
        patronymic_behind=re.compile(rf"{_GAP}(?=[A-ZА-ЯЁ])(?:{words.patronymic})(?![\w-])"),
        surname=re.compile(words.surname, re.IGNORECASE),
        word_before=re.compile(rf"(?<![\w.-])(?P<word>{word}|[A-ZА-ЯЁ]{{3,20}}){_GAP}\Z"),
    )


def _listed(joins: str) -> re.Pattern[str]:
    """The rest of a list of fields: ", Industry and Energy", of one or two words each, not into a name behind it."""
    word = r"[A-Z][a-z]{2,20}"
    pair = rf"{word}(?:{_GAP}{word})?"
    last = rf"(?:{pair}(?!{_GAP}[A-Z])|{word}(?={_GAP}{word}{_GAP}{word}(?!{_GAP}[A-Z])))"
    return re.compile(rf"(?:,{_GAP}{pair}){{1,4}},?{_GAP}(?:{joins}){_GAP}{last}(?!\w)")
