"""Whose bodies a text means by "Foreign Ministry", and which body a name in other words means."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.grammars_heads import gapped
from pipeline.entities.kinds import Candidate
from pipeline.language import PACKS
from pipeline.model import Kind, Layer

_BODY = re.compile(r"org:[A-Z]{2}-")
_BESIDE = re.compile(r"[^\n.!?]{3,50}")  # "for the Belarusian Side: the State Customs Committee"
_OWNED = re.compile(r"(?:['’]s?)?\s{1,3}(?:[^\W\d_]+\s)?\Z")  # "Kenya's Foreign Ministry", "Kazakh First Foreign …"
_PLACED = re.compile(r",?\s{1,3}(?:in|of|at|в)\s{1,3}(?:the\s{1,3})?")
_SENTENCE = re.compile(r"[.!?]\s|\n")
_LONGEST = 400  # characters of a sentence that are searched for its country
_TITLE = r"(?=[^\S\n]*[^\s].{8,150}[^.:;,!»”\"\s][^\S\n]*\n[^\S\n]*\n)"
_FIRST_HEADING, _HEADING = re.compile(_TITLE), re.compile(rf"\n[^\S\n]*\n{_TITLE}")
_DATELINE = re.compile(r"(?:\A|\n)[^\S\n]{0,4}(?:г\.\s)?\Z")
_OF_SEVERAL = re.compile(
    rf"\s{{1,3}}(?:{'|'.join(f'(?:{gapped(pack.entities.of_several_states)})' for pack in PACKS.values())})"
)
_FEWEST_ITEMS = 3  # a text with fewer headings is about one thing
_FEWEST_WORDS, _MOST_MORE = 4, 4  # of a shortened name, and how many words it may lack


class Countries:
    """The countries of one text: its own, and those of the items of a digest."""

    def __init__(self, text: str, candidates: Iterable[Candidate]) -> None:
        """Counts the countries of `candidates`; of equals the first is the main one."""
        self.text = text
        candidates = sorted(candidates, key=lambda one: (one.start, one.end))
        self.named = [
            (one.start, one.entity_id[8:]) for one in candidates if one.kind is Kind.COUNTRY and one.entity_id
        ]
        homes = [(one.start, code) for one in candidates if one.entity_id and (code := _home(one.entity_id))]
        bodies = [one for one in candidates if one.kind is Kind.ORGANISATION]
        inside = {at for body in bodies for at in range(body.start, body.end)}
        self.free = [
            (one.start, one.end, one.entity_id[8:])
            for one in candidates
            if one.kind is Kind.COUNTRY and one.entity_id and one.start not in inside
        ]
        self.at = dict((*homes, *self.named))
        counted = Counter(code for _, code in (*self.named, *homes))
        first = counted.most_common(2)
        self.main = first[0][0] if first else None
        self.two = len(first) > 1 and first[1][1] * 2 > first[0][1]  # no country is the text's own
        self.all = sorted((*self.named, *homes))
        items = [match.end() for match in (_FIRST_HEADING.match(text), *_HEADING.finditer(text)) if match]
        self.items = items if len(items) >= _FEWEST_ITEMS else []
        opening = [(start, code) for start, code in homes if _DATELINE.search(text, max(start - 40, 0), start)]
        self.datelines = opening if len({code for _, code in opening}) > 1 else []

    def near(self, start: int, end: int) -> str | None:
        """The country whose body a name without one is.

        It stands right in front or behind ("in Tehran"); where a text is about two it is named shortly before or opens
        the sentence; else it is that of the item, or the main one. What several states have is nobody's.
        """
        if _OF_SEVERAL.match(self.text, end):
            return None
        i = bisect_right(self.free, (start, start, "")) - 1
        before = self.free[i] if i >= 0 else None
        if before and _OWNED.fullmatch(self.text, before[1], start):
            return before[2]
        placed = _PLACED.match(self.text, end)
        if placed and placed.end() in self.at:
            return self.at[placed.end()]
        if before and (self.two or self.items):
            if self.two and _BESIDE.fullmatch(self.text, before[0], start):
                return before[2]
            if (subject := self._of_sentence(start, i)) is not None:
                return subject
        return self._of_item(start) or self.main

    def _of_sentence(self, start: int, last: int) -> str | None:
        """The country that a sentence names first, in front of `start`; `last` is the nearest one."""
        ends = [match.end() for match in _SENTENCE.finditer(self.text, max(start - _LONGEST, 0), start)]
        opened = ends[-1] if ends else max(start - _LONGEST, 0)
        first = None
        while last >= 0 and self.free[last][0] >= opened:
            first, last = self.free[last][2], last - 1
        return first

    def _of_item(self, offset: int) -> str | None:
        j = bisect_right(self.datelines, (offset, ""))
        if j and "\n" not in self.text[self.datelines[j - 1][0] : offset]:
            return self.datelines[j - 1][1]
        i = bisect_right(self.items, offset)
        if not i:
            return None
        end = self.items[i] if i < len(self.items) else len(self.text)
        counted = Counter(code for start, code in self.all if self.items[i - 1] <= start < end)
        if not counted or (self.main in counted and not self.two):
            return self.main
        return counted.most_common(1)[0][0]

    def inside(self, one: Candidate) -> str | None:
        """The country in a name."""
        i = bisect_right(self.named, (one.start - 1, "~"))
        return self.named[i][1] if i < len(self.named) and self.named[i][0] < one.end else None


@lru_cache(maxsize=5_000)
def _home(entity_id: str) -> str | None:
    """The country of a city, or of a national body."""
    if entity_id.startswith("place:"):
        return gazetteer().row(entity_id).get("country") if entity_id in gazetteer() else None
    return entity_id[4:6] if _BODY.match(entity_id) else None


def national(text: str, one: Candidate, countries: Countries, language: str) -> str | None:
    """The id of "Foreign Ministry" in a text about one country, of a known body under another name."""
    own = countries.inside(one)
    country = own or countries.near(one.start, one.end)
    if country is None:
        return None
    plain = " ".join(text[one.start : one.end].split())
    body = None if own else _body(plain, language)
    if body and (entity_id := f"org:{country}-{body}") in gazetteer():
        return entity_id
    return _full(plain, country, language) or (_in_other_words(plain, country, language) if _is_sure(one) else None)


def _is_sure(one: Candidate) -> bool:
    return one.by is not Layer.MODEL


@cache
def _body(name: str, language: str) -> str | None:
    """The part of a national body's id behind the country: "MFA" for the foreign ministry of any country."""
    for probe in PACKS[language].entities.national:
        for one in gazetteer().lookup(probe.format(name)):
            if _BODY.match(one):
                return one[7:]
    return None


@lru_cache(maxsize=5_000)
def _full(name: str, country: str, language: str) -> str | None:
    """The id of the same name with its country behind it, among the bodies of that country."""
    behind = PACKS[language].entities.of_country.get(country)
    found = gazetteer().lookup(f"{name} {behind}") if behind else ()
    return next((one for one in found if one.startswith(f"org:{country}-")), None)


# --- the same words in another order ---------------------------------------------------------------------------------


@lru_cache(maxsize=5_000)
def _in_other_words(name: str, country: str, language: str) -> str | None:
    """The body of a country that has a name of the same words, or the one body whose name goes on behind them."""
    bag = _bag(name, country, language)
    names = _names(country, language)
    if bag in names:
        return names[bag]
    if len(bag) < _FEWEST_WORDS:
        return None
    longer = {one for words, one in names.items() if bag < words and len(words) - len(bag) <= _MOST_MORE}
    return next(iter(longer)) if len(longer) == 1 else None


@cache
def _names(country: str, language: str) -> Mapping[frozenset[str], str | None]:
    """The words of each name of a country's bodies → the body; None where two have the same words."""
    names: dict[frozenset[str], str | None] = {}
    for entity_id in gazetteer().ids():
        if entity_id.startswith(f"org:{country}-"):
            for name in gazetteer().row(entity_id).get(language, ()):
                bag = _bag(name, country, language)
                names[bag] = entity_id if names.get(bag, entity_id) == entity_id else None
    return names


def _bag(name: str, country: str, language: str) -> frozenset[str]:
    """The words that carry a name's sense, without its country, in one form for synonyms and cases."""
    return _sense(name, _empty(country, language), language)


def _sense(name: str, empty: frozenset[str], language: str) -> frozenset[str]:
    same = PACKS[language].entities.synonyms
    bare = (word for word in _WORD.findall(name.lower()) if word not in empty)
    return frozenset(same.get(word, word.removesuffix("s"))[:_STEM] for word in bare)


@cache
def _empty(country: str, language: str) -> frozenset[str]:
    """Small words, and those of a country's names."""
    row = gazetteer().row(f"country:{country}") if f"country:{country}" in gazetteer() else {}
    names = (*row.get(language, ()), *(row.get("adjectives") or {}).get(language, ()))
    return (
        PACKS[language].entities.phrases.links
        | _PLAIN
        | {word for name in names for word in _WORD.findall(name.lower())}
    )


_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = frozenset({"the", "of", "and", "over", "under", "at", "a", "и", "при", "по", "за", "с"})
_STEM = 6  # letters that tell a word in any case


# --- treaties --------------------------------------------------------------------------------------------------------

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_ALIKE, _FEWEST_SENSES = 0.8, 4  # share of words in common, and words that a title has at least


@lru_cache(maxsize=5_000)
def treaty(title: str, language: str) -> str | None:
    """The one treaty whose title has nearly the same words, and the same year where one is stated."""
    words = _sense(title, _formal(language), language)
    if len(words) < _FEWEST_SENSES:
        return None
    years = frozenset(_YEAR.findall(title))
    alike: dict[str, float] = {}
    for entity_id, known, dated in _titles(language):
        share = len(words & known) / len(words | known)
        if share >= _ALIKE and (not years or not dated or years & dated):
            alike[entity_id] = max(share, alike.get(entity_id, 0.0))
    best = sorted(alike, key=lambda one: (-alike[one], one))
    return best[0] if best and (len(best) == 1 or alike[best[0]] > alike[best[1]]) else None


@cache
def _titles(language: str) -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    rows = (gazetteer().row(entity_id) for entity_id in gazetteer().ids() if entity_id.startswith("treaty:"))
    return tuple(
        (row["id"], _sense(name, _formal(language), language), _years(name, row))
        for row in rows
        for name in row.get(language, ())
    )


def _years(name: str, row: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(_YEAR.findall(f"{name} {row.get('date', '')}"))


@cache
def _formal(language: str) -> frozenset[str]:
    """Words that a translator changes freely."""
    words = PACKS[language].entities
    return words.phrases.links | _PLAIN | words.formal


# --- acronyms --------------------------------------------------------------------------------------------------------


def acronyms(text: str, countries: Countries, language: str) -> Iterator[Candidate]:
    """Acronyms that bodies of several states share, as the body of the state that the text speaks of there."""
    known = PACKS[language].entities.national_acronyms
    for match in _pattern(language).finditer(text):
        country = countries.near(*match.span())
        entity_id = next(
            (one for body in known[match.group()] if (one := f"org:{country}-{body}") in gazetteer()), None
        )
        if entity_id:
            yield Candidate(
                *match.span(), Kind.ORGANISATION, entity_id, Layer.DOCUMENT, "organisation.national-acronym"
            )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    known = PACKS[language].entities.national_acronyms
    ordered = sorted(known, key=lambda name: (-len(name), name))
    # the letter comes before the look behind it: a search for letters is many times faster
    names = "|".join(rf"{re.escape(name[0])}(?<![\w-]{re.escape(name[0])}){re.escape(name[1:])}" for name in ordered)
    return re.compile(rf"(?:{names})(?![\w-])") if known else re.compile(r"(?!)")
