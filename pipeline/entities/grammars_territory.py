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
from pipeline.language import PACKS
from pipeline.model import Kind, Layer

_GAP = re.compile(r"[^\S\n]{1,3}|[^\S\n]?\n(?!\s)")
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


@cache
def _rules(language: str) -> _Rules:
    words = PACKS[language].entities.territory
    return _Rules(
        acronym=re.compile(rf"(?<![\w-])(?:{words.acronym})(?![\w-])"),
        region=re.compile(gapped(words.region)),
        over=re.compile(rf"\s{{1,3}}(?:{words.over})\s{{1,3}}"),
        whole=re.compile(rf"\s{{1,3}}(?:{gapped(words.whole)})(?![\w-])"),
        genitive=re.compile(rf"(?:{gapped(words.genitive)})\Z"),
    )


def territorial(text: str, known: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    """Acronyms of services with what they serve, and known national bodies with the region behind them."""
    reader = phrases(text, known, language)
    if not isinstance(reader, RussianPhrases):
        return
    last = 0
    for match in _rules(language).acronym.finditer(text):
        if match.start() < last:
            continue
        last = _whole(reader, match.end(), language)
        if len(match.group()) > _SHORT or last > match.end():
            yield _body(match.start(), last)
    for start, one in known.items():
        if one.kind is Kind.ORGANISATION and _NATIONAL.match(one.entity_id or ""):
            end = _served(reader, one.end, language)
            if end > one.end:
                yield _body(start, end)


def _body(start: int, end: int) -> Candidate:
    return Candidate(start, end, Kind.ORGANISATION, None, Layer.GRAMMAR, "organisation.territorial")


def _whole(reader: RussianPhrases, pos: int, language: str) -> int:
    """Over further acronyms, the ministry and the country above, then over what the body serves."""
    rules = _rules(language)
    for _ in range(_ABOVE):
        gap = _GAP.match(reader.text, pos)
        if gap is None:
            return pos
        above = reader.atoms.get(gap.end())
        if above is not None and above.kind in (Kind.ORGANISATION, Kind.COUNTRY) and _is_name(reader.text, above):
            pos = above.end
        elif acronym := rules.acronym.match(reader.text, gap.end()):
            pos = acronym.end()
        elif above is not None and above.kind is Kind.LOCATION:
            return above.end if rules.genitive.search(reader.text, above.start, above.end) else pos
        else:
            return reader.place(gap.end()) or _served(reader, pos, language)
    return pos


def _is_name(text: str, one: Candidate) -> bool:
    return text[one.start].isupper()


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
