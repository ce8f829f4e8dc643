"""The pass over the whole document: one id for a person in every spelling, surnames, headlines, national bodies."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.grammars_heads import gapped, headlines, in_headline
from pipeline.entities.kinds import Candidate
from pipeline.entities.persons import Persons
from pipeline.language import PACKS
from pipeline.model import Kind, Layer


def link(text: str, found: Iterable[Candidate], language: str) -> Iterator[Candidate]:
    """The candidates of the earlier layers, corrected and completed by what the whole text tells."""
    candidates = _shortened(text, _believed(text, _quoted(text, _human(text, found, language)), language))
    countries = Countries(text, candidates)
    candidates = list(_claimed(text, candidates, language))
    persons = Persons((text[one.start : one.end] for one in candidates if one.kind is Kind.PERSON), language)
    for one in candidates:
        if one.kind is Kind.PERSON:
            yield replace(one, entity_id=persons.id(text[one.start : one.end]))
        elif one.kind is Kind.ORGANISATION and one.entity_id is None:
            yield replace(one, entity_id=_national(text[one.start : one.end], countries.near(one.start), language))
        else:
            yield one
    yield from persons.surnames(text)
    yield from _names_again(text, candidates)


# --- persons -----------------------------------------------------------------------------------------------------


def _human(text: str, found: Iterable[Candidate], language: str) -> list[Candidate]:
    """Without persons that hold an article or the like: "C. The Government" begins a point of a list."""
    never = PACKS[language].entities.phrases.sentence_words
    return [
        one
        for one in found
        if one.kind is not Kind.PERSON or never.isdisjoint(_SMALL.findall(text[one.start : one.end].lower()))
    ]


_SMALL = re.compile(r"[^\W\d_]{2,}")


# --- bodies of a country -------------------------------------------------------------------------------------------


class Countries:
    """Whose bodies a text means by "Foreign Ministry"."""

    def __init__(self, text: str, candidates: Iterable[Candidate]) -> None:
        """Counts the countries of `candidates`; of equals the first is the main one."""
        self.text = text
        named = sorted((one.start, one.entity_id) for one in candidates if one.kind is Kind.COUNTRY and one.entity_id)
        counted = Counter(_code(name) for _, name in named)
        for one in candidates:
            if one.kind in (Kind.LOCATION, Kind.ORGANISATION) and one.entity_id and (home := _home(one.entity_id)):
                counted[home] += 1
        first = counted.most_common(2)
        self.main = first[0][0] if first else None
        self.two = len(first) > 1 and first[1][1] * 2 > first[0][1]  # no country is the text's own
        self.starts, self.codes = [start for start, _ in named], [_code(name) for _, name in named]

    def near(self, offset: int) -> str | None:
        """The country named in front of `offset` where a text is about two, else the main one."""
        i = bisect_right(self.starts, offset) - 1
        if self.two and i >= 0 and _BESIDE.fullmatch(self.text, self.starts[i], offset):
            return self.codes[i]
        return self.main


_BESIDE = re.compile(r"[^\n.!?]{3,50}")  # "for the Belarusian Side: the State Customs Committee"


@lru_cache(maxsize=5_000)
def _home(entity_id: str) -> str | None:
    """The country of a city, or of a national body."""
    if entity_id.startswith("place:"):
        return gazetteer().row(entity_id).get("country") if entity_id in gazetteer() else None
    return entity_id[4:6] if re.match(r"org:[A-Z]{2}-", entity_id) else None


def _code(entity_id: str) -> str:
    return entity_id.partition(":")[2]


@cache
def _body(name: str, language: str) -> str | None:
    """The part of a national body's id behind the country: "MFA" for the foreign ministry of any country."""
    for probe in PACKS[language].entities.national:
        for one in gazetteer().lookup(probe.format(name)):
            if re.match(r"org:[A-Z]{2}-", one):
                return one[7:]
    return None


def _national(name: str, country: str | None, language: str) -> str | None:
    """The id of "Foreign Ministry" in a text about one country."""
    if country is None:
        return None
    plain = " ".join(name.split())
    body = _body(plain, language)
    if body and (entity_id := f"org:{country}-{body}") in gazetteer():
        return entity_id
    return _full(plain, country, language)


@lru_cache(maxsize=5_000)
def _full(name: str, country: str, language: str) -> str | None:
    """The id of the same name with its country behind it, among the bodies of that country."""
    behind = PACKS[language].entities.of_country.get(country)
    found = gazetteer().lookup(f"{name} {behind}") if behind else ()
    return next((one for one in found if one.startswith(f"org:{country}-")), None)


def _claimed(text: str, candidates: list[Candidate], language: str) -> Iterator[Candidate]:
    """The Security Council that has a secretary is a state's, not that of the United Nations."""
    secretary = _secretary(language)
    for one in candidates:
        national = one.entity_id == _SECURITY_COUNCIL and secretary.search(text, max(one.start - 30, 0), one.start)
        yield replace(one, entity_id=None) if national else one


_SECURITY_COUNCIL = "org:UNSC"


@cache
def _secretary(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{gapped(PACKS[language].entities.secretary)})\s{{1,3}}\Z", re.IGNORECASE)


def _names_again(text: str, candidates: list[Candidate]) -> Iterator[Candidate]:
    """ "Trigger IX" alone, in a text that says "Operation Trigger IX"; one word alone may be any word."""
    known = {}
    for one in candidates:
        name = text[one.start : one.end].partition(" ")[2]
        if one.kind is Kind.OPERATION and one.rule == "operation.named" and " " in name:
            known[name] = one.entity_id
    names = "|".join(map(re.escape, sorted(known, key=lambda name: (-len(name), name))))
    for match in re.finditer(rf"(?<![\w-])(?:{names})(?![\w-])", text) if known else ():
        yield Candidate(*match.span(), Kind.OPERATION, known[match.group()], Layer.DOCUMENT, "operation.again")


def _quoted(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """What stands in quotation marks beside an operation's head is an operation, not the body of the same name."""
    operations = {(one.start, one.end) for one in candidates if one.kind is Kind.OPERATION and one.start}
    marked = {span for span in operations if text[span[0] - 1] in '«“„"'}
    return [one for one in candidates if one.kind is Kind.OPERATION or (one.start, one.end) not in marked]


def _shortened(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """A name that the text also gives in full ("State Service" of "State Service of Tajikistan") has the same id."""
    full: dict[str, str] = {}
    for one in candidates:
        if one.kind is Kind.ORGANISATION and one.entity_id:
            words = text[one.start : one.end].split()
            for i in range(_FEWEST, len(words)):
                full.setdefault(" ".join(words[:i]), one.entity_id)
    return [
        replace(one, entity_id=full.get(" ".join(text[one.start : one.end].split())))
        if one.kind is Kind.ORGANISATION and one.entity_id is None and one.by is not Layer.MODEL
        else one
        for one in candidates
    ]


_FEWEST = 3

# --- headlines -----------------------------------------------------------------------------------------------------


def _believed(text: str, candidates: list[Candidate], language: str) -> list[Candidate]:
    """Without what only the capitals of a headline suggest: names there count if the text below has them too."""
    if not headlines(text) or PACKS[language].entities.phrases.governed:
        return candidates  # nor does a language with cases write its headlines in capitals
    below = {text[one.start : one.end] for one in candidates if not in_headline(text, one.start)}
    return [
        one
        for one in candidates
        if _certain(text, one) or not in_headline(text, one.start) or text[one.start : one.end] in below
    ]


def _certain(text: str, one: Candidate) -> bool:
    """Tables and most grammars need no capitals; the model does, and so do bodies and treaties without a complement."""
    if one.entity_id is not None or one.by is Layer.GAZETTEER:
        return True
    words = text[one.start : one.end].lower()
    if one.kind is Kind.ORGANISATION:
        return one.by is not Layer.MODEL and " of " in words
    return one.by is not Layer.MODEL and (one.kind is not Kind.TREATY or " between " in words or " of " in words)
