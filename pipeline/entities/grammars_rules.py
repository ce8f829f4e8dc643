"""What the grammars of long names share: their expressions, the edges of names, known names by place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.entities.grammars_english import EnglishPhrases
from pipeline.entities.grammars_heads import gapped
from pipeline.entities.grammars_russian import RussianPhrases
from pipeline.entities.grammars_style import Style
from pipeline.entities.kinds import Candidate
from pipeline.language import PACKS
from pipeline.language.pack import EntityWords
from pipeline.model import Kind

Phrases = EnglishPhrases | RussianPhrases
_ENGINES: Mapping[str, type[EnglishPhrases] | type[RussianPhrases]] = {"en": EnglishPhrases, "ru": RussianPhrases}
_GAP = r"\s{1,3}"
_QUOTE = r"(?:«[^«»\n]{3,250}(?:«[^«»\n]{1,80}»[^«»\n]{0,150})?»|“[^“”\n]{3,250}”|\"[^\"\n]{3,250}\")"


@dataclass(frozen=True, slots=True)
class Rules:
    organisation: re.Pattern[str]
    treaty: re.Pattern[str]
    treaty_lower: re.Pattern[str]
    treaty_of_place: re.Pattern[str]
    treaty_tail: re.Pattern[str]
    treaty_bare: re.Pattern[str]
    programme: re.Pattern[str]
    operation: re.Pattern[str]
    carried_out: re.Pattern[str]
    treaty_frame: re.Pattern[str]
    sides: re.Pattern[str]
    joint: re.Pattern[str]
    ordinal: re.Pattern[str]
    event: re.Pattern[str]
    date_link: re.Pattern[str]
    quoted: re.Pattern[str]
    event_compound: re.Pattern[str]
    instrument_behind: re.Pattern[str]
    initiative: re.Pattern[str]
    year_in_front: re.Pattern[str]
    subject: re.Pattern[str] | None
    abroad: re.Pattern[str]
    qualifier: re.Pattern[str]
    attached: re.Pattern[str]


@cache
def rules_of(language: str) -> Rules:
    words = PACKS[language].entities
    edge = r"(?![\w-])"
    return Rules(
        organisation=re.compile(rf"(?<![\w-])(?:{words.organisation}){edge}"),
        treaty=re.compile(rf"(?<![\w-])(?:{words.treaty}|{words.treaty_capitals}|{words.treaty_programme}){edge}"),
        programme=re.compile(words.treaty_programme),
        operation=re.compile(words.programme),
        carried_out=re.compile(gapped(words.programme_joint)),
        joint=re.compile(rf"(?:{words.joint})(?!\w)"),
        sides=re.compile(gapped(words.treaty_sides)),
        treaty_frame=re.compile(gapped(words.treaty_frame)),
        treaty_lower=re.compile(rf"(?<![\w-])(?:{gapped(words.treaty_lower)}){edge}", re.I),
        treaty_of_place=re.compile(rf"(?<![\w-])(?:{words.treaty_of_place}){edge}"),
        treaty_tail=re.compile(rf"{_GAP}(?:{words.treaty_links})(?!\w)", re.I),
        treaty_bare=re.compile(rf"{_GAP}(?:{gapped(words.treaty_bare)})", re.I),
        ordinal=re.compile(rf"(?<![\w-])(?P<ordinal>{words.ordinal}){_GAP}(?:{words.modifier}{_GAP}){{0,3}}$"),
        event=re.compile(rf"(?<![\w-])(?:{gapped(words.event)}){edge}"),
        date_link=re.compile(gapped(words.date_link)),
        quoted=re.compile(rf",?{_GAP}(?:(?:{gapped(words.quote_link)}){_GAP})?(?P<quote>{_QUOTE})"),
        instrument_behind=re.compile(rf"[^\S\n]{{1,3}}(?:{words.instrument_behind}){edge}"),
        initiative=re.compile(rf"(?<![\w-])(?:{words.initiative}){edge}"),
        event_compound=re.compile(rf"[^\S\n]{{1,3}}(?:{words.event_compound}){edge}"),
        year_in_front=re.compile(r"(?<!\w)(?:1[89]|20)\d\d[^\S\n]$"),
        subject=re.compile(words.organisation_subject) if words.organisation_subject else None,
        abroad=re.compile(words.organisation_abroad, re.IGNORECASE),
        qualifier=re.compile(rf"(?<![\w-])(?:{words.qualifier}){_GAP}\Z"),
        attached=re.compile(rf"{_GAP}(?:{gapped(words.attached)})"),
    )


def atoms(found: Iterable[Candidate]) -> dict[int, Candidate]:
    """The longest candidate at each start."""
    longest: dict[int, Candidate] = {}
    for one in found:
        have = longest.get(one.start)
        if have is None or one.end > have.end:
            longest[one.start] = one
    return longest


def phrases(text: str, known: Mapping[int, Candidate], language: str) -> Phrases:
    engine = _ENGINES[language]
    return engine(text, known, PACKS[language].entities.phrases)


def style(kind: str, words: EntityWords, *, regions: bool = False, cities: bool = False) -> Style:
    nothing: frozenset[str] = frozenset()
    return Style(words.links.get(kind, nothing), words.lower_links.get(kind, nothing), regions, cities)


def matches(text: str, pattern: re.Pattern[str], offsets: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of a head's pattern at the places where it may begin, without overlaps."""
    end = 0
    for offset in offsets:
        match = pattern.match(text, offset) if offset >= end else None
        if match is not None:
            end = match.end()
            yield match


def around(ordered: list[Candidate], start: int, end: int) -> Candidate | None:
    """The longest known name that covers a head noun."""
    low, high = 0, len(ordered)
    while low < high:
        middle = (low + high) // 2
        if ordered[middle].start <= start:
            low = middle + 1
        else:
            high = middle
    near = [one for one in ordered[max(low - 8, 0) : low] if one.start <= start and end <= one.end]
    return max(near, key=lambda one: one.length, default=None)


def partner(text: str, start: int, end: int, known: Mapping[int, Candidate], rules: Rules) -> int:
    """The end of the second body of what is joint («Совместная программа ЕС и УНП ООН»), else `end`."""
    link = _AND.match(text, end) if rules.joint.match(text, start) else None
    body = known.get(link.end()) if link else None
    return body.end if body is not None and body.kind is Kind.ORGANISATION else end


_AND = re.compile(r"\s(?:and|и)\s(?:the\s)?")


def has_cases(words: EntityWords) -> bool:
    """Whether names of the language are written in lower case behind their first word."""
    return bool(words.phrases.governed)
