"""Bodies for a part of a country: a service's acronym or name with the region, city or transport it serves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.entities.grammars_heads import gapped
from pipeline.entities.grammars_rules import phrases
from pipeline.entities.grammars_russian import RussianPhrases
from pipeline.entities.kinds import Candidate
from pipeline.entities.russian_words import is_known_word
from pipeline.language import PACKS
from pipeline.model import Kind, Layer

_GAP = re.compile(r"[^\S\n]{1,3}|[^\S\n]?\n(?!\s)")
_CAPITALS = re.compile(r"(?<![\w-])[А-ЯЁ]{2,7}(?:иПК)?(?![\w-])")
_NATIONAL = re.compile(r"org:[A-Z]{2}-")
_SHORT = 2  # letters of an acronym that alone may be anything
_ABOVE = 4  # bodies that one belongs to


@dataclass(frozen=True, slots=True)
class _Rules:
    acronym: re.Pattern[str]
    region: re.Pattern[str]
    over: re.Pattern[str]
    whole: re.Pattern[str]
    genitive: re.Pattern[str]
    never: re.Pattern[str]


@cache
def _rules(language: str) -> _Rules:
    words = PACKS[language].entities.territory
    return _Rules(
        acronym=re.compile(rf"(?:{words.acronym})(?![\w-])"),
        region=re.compile(gapped(words.region)),
        over=re.compile(rf"\s{{1,3}}(?:{words.over})\s{{1,3}}"),
        whole=re.compile(rf"\s{{1,3}}(?:{gapped(words.whole)})(?![\w-])"),
        never=re.compile(words.never),
        genitive=re.compile(rf"(?:{gapped(words.genitive)})\Z"),
    )


def territorial(text: str, known: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    """Acronyms of services with what they serve, and known national bodies with the region behind them."""
    reader = phrases(text, known, language)
    if not isinstance(reader, RussianPhrases):
        return
    rules, last = _rules(language), 0
    for match in _CAPITALS.finditer(text):
        if match.start() < last or match.start() in known:
            continue
        service = rules.acronym.fullmatch(match.group()) is not None
        if not service and (is_known_word(match.group()) or rules.never.fullmatch(match.group())):
            continue
        last = _whole(reader, match.end(), language, service=service)
        if last > match.end() or (service and len(match.group()) > _SHORT):
            yield _body(match.start(), last)
    for start, one in known.items():
        if one.kind is Kind.ORGANISATION and _NATIONAL.match(one.entity_id or ""):
            end = _served(reader, one.end, language)
            if end > one.end:
                yield _body(start, end)


def _body(start: int, end: int) -> Candidate:
    return Candidate(start, end, Kind.ORGANISATION, None, Layer.GRAMMAR, "organisation.territorial")


def _whole(reader: RussianPhrases, pos: int, language: str, *, service: bool) -> int:
    """Over further acronyms, the ministry and the country above, then over what the body serves.

    Letters that are no known `service` are a body's only right before a ministry or a region.
    """
    rules, start = _rules(language), pos
    for _ in range(_ABOVE):
        gap = _GAP.match(reader.text, pos)
        if gap is None:
            return pos
        above = reader.atoms.get(gap.end())
        if above is not None and _is_above(reader.text, above, sure=service or pos > start):
            pos = above.end
        elif acronym := rules.acronym.match(reader.text, gap.end()):
            pos = acronym.end()
        elif above is not None and above.kind is Kind.LOCATION:
            return above.end if rules.genitive.search(reader.text, above.start, above.end) else pos
        else:
            town = reader.place(gap.end()) if service or pos > start else None
            return town or _served(reader, pos, language)
    return pos


def _is_above(text: str, one: Candidate, *, sure: bool) -> bool:
    """Whether a known name is what a service belongs to: a ministry, or a country behind a `sure` service."""
    if one.kind is Kind.ORGANISATION:
        return text[one.start].isupper() and (sure or _NATIONAL.match(one.entity_id or "") is not None)
    return sure and one.kind is Kind.COUNTRY and text[one.start].isupper()


def _served(reader: RussianPhrases, pos: int, language: str) -> int:
    """The end of «по городу Омску», «по Омской области», «на транспорте» behind `pos`, else `pos`."""
    rules, text = _rules(language), reader.text
    if whole := rules.whole.match(text, pos):
        return whole.end()
    over = rules.over.match(text, pos)
    if over is None:
        return pos
    here = over.end()
    place = reader.atoms.get(here)
    region = rules.region.match(text, here)
    end = place.end if place is not None and place.kind is Kind.LOCATION else reader.place(here)
    end = max(end or 0, region.end() if region else 0)
    if not end:
        return pos
    gap = _GAP.match(text, end)
    return (reader.place(gap.end()) if gap else None) or end
