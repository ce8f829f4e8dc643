"""The statistical layer: persons, and organisations and places that no table knows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from pipeline.entities.grammars_heads import gapped
from pipeline.entities.kinds import Candidate
from pipeline.entities.russian_words import is_known_word, is_verb, lemmas, may_be_personal
from pipeline.entities.statistical_names import holder, is_given, is_none, one_line, whole_person, with_class
from pipeline.entities.statistical_persons import sorted_out, without_country
from pipeline.language import PACKS
from pipeline.model import Kind, Layer
from pipeline.nlp import recogniser

LABELS: Mapping[str, Kind] = {
    "PERSON": Kind.PERSON,
    "PER": Kind.PERSON,
    "ORG": Kind.ORGANISATION,
    "GPE": Kind.LOCATION,
    "LOC": Kind.LOCATION,
    "FAC": Kind.LOCATION,
}
"""Labels of the English and the Russian model; its other labels (dates, sums, laws) are left to the grammars."""

_SOFT, _HARD = 1200, 6000  # characters: a chunk ends at a paragraph after the first, at any blank after the second
_SENTENCE_ENDS = tuple('.!?:;…»”"')
_BLANK_LINES = re.compile(r"\s*\n")


def chunks(text: str) -> Iterator[tuple[int, str]]:
    """Pieces of `text` with their offsets: whole paragraphs, so that no name is cut."""
    start = 0
    for end in _paragraphs(text):
        if end - start >= _SOFT:
            yield from _pieces(start, text[start:end])
            start = end
    if start < len(text):
        yield from _pieces(start, text[start:])


def _paragraphs(text: str) -> Iterator[int]:
    """Where paragraphs end: behind blank lines, and behind a line that ends as a sentence does."""
    line = 0
    while (end := text.find("\n", line)) >= 0:
        written = text[line:end]
        ended = written.rstrip(" \t").endswith(_SENTENCE_ENDS)
        blank = _BLANK_LINES.match(text, end + 1) if not ended or written.endswith(_SENTENCE_ENDS) else None
        line = blank.end() if blank else end + 1
        if ended or blank:
            yield line


def _pieces(start: int, text: str) -> Iterator[tuple[int, str]]:
    """A paragraph that is too long is cut at a blank."""
    while len(text) > _HARD:
        cut = text.rfind(" ", _HARD // 2, _HARD) + 1 or _HARD
        yield start, text[:cut]
        start, text = start + cut, text[cut:]
    yield start, text


def recognise(text: str, language: str) -> Iterable[Candidate]:
    """What the model of `language` takes for persons, organisations and places."""
    pieces = [(offset, piece) for offset, piece in chunks(text) if piece.strip()]
    model, common = recogniser(language), PACKS[language].entities.common
    docs = model.pipe([piece for _, piece in pieces], batch_size=32)
    for (offset, piece), doc in zip(pieces, docs, strict=True):
        for span in doc.ents:
            kind = LABELS.get(span.label_)
            if kind is None:
                continue
            if _is_title(span.text, kind, language):
                continue
            for whole in _names(piece, span.start_char, span.end_char, common):
                for start, end, named in sorted_out(piece, *whole, kind, language):
                    edges = (start, one_line(piece, start, end, named))
                    if named is Kind.PERSON:
                        edges = _person(piece, start, end, language)
                    if _is_title(piece[slice(*edges)], named, language):
                        continue
                    yield Candidate(
                        offset + edges[0], offset + edges[1], named, None, Layer.MODEL, f"model.{span.label_}"
                    )


@lru_cache(maxsize=20_000)
def _is_title(name: str, kind: Kind, language: str) -> bool:
    """A rank alone names nobody ("Major-General"), nor do the capitals of a heading."""
    if kind is Kind.PERSON and (_HEADING.fullmatch(name) or name.islower()):
        return True
    if name.isupper() and len(name) <= _SHORT_ACRONYM:
        return False
    return any(title.fullmatch(name) for title in _titles(language))


_SHORT_ACRONYM = 4  # LTS is no rank
_HEADING = re.compile(r"(?:[IVX]{1,5}\.\s{0,2})?[A-ZА-ЯЁ]{4,20}")


@cache
def _titles(language: str) -> tuple[re.Pattern[str], ...]:
    words = PACKS[language].entities
    return tuple(
        re.compile(rf"(?:{gapped(pattern)})s?", re.I) for pattern in (words.person_title, words.rank, words.role)
    )


def _names(text: str, start: int, end: int, common: frozenset[str]) -> Iterator[tuple[int, int]]:
    """A span of the model: its two parts where the second stands in brackets, its cells where it runs over some."""
    split = _BRACKETED.fullmatch(text[start:end])
    split = split or _ENUMERATED.fullmatch(text[start:end])
    parts = [split.span(1), split.span(2)] if split else [cell.span() for cell in _CELL.finditer(text[start:end])]
    for first, last in parts:
        name = trimmed(text, start + first, start + last, common)
        if name is not None:
            yield name


def _person(text: str, start: int, end: int, language: str) -> tuple[int, int]:
    """A name without the title in front of it ("Prince Hassan bin Talal"), with the surname behind a particle."""
    for pattern in _titles(language):
        title = pattern.match(text, start, end)
        if title and text[title.end() : title.end() + 1].isspace() and text[title.end() + 1 : end].strip():
            start = title.end() + 1
    words = PACKS[language].entities
    end = one_line(text, start, end, Kind.PERSON)
    behind = re.compile(rf"\s{{1,3}}(?:{words.particle})\s{{1,3}}{words.name_word}(?![\w-])").match(text, end)
    return start, behind.end() if behind else end


_ENUMERATED = re.compile(r"([А-ЯЁ][а-яё]{2,20}),\s([А-ЯЁ][а-яё]{2,20})")  # two surnames of a list
_CELL = re.compile(r"[^|]+")
_BRACKETED = re.compile(r"([^()]{2,80})\s\(([^()]{2,80})\)?")
_TAIL = re.compile(r"(?:\s?['’]s?|[\s,.;:|—–-]+)$")
_FUNCTION_WORD = re.compile(r"[\s,]{1,3}(?:of|the|for|and|in|on|to|at|by|with|from|и|в|на|по|с|о|для|при|от)$")
_FRONT = re.compile(
    r"^(?:[\s,;:|—–«“\"'‘(-]+|(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]ither|[Nn]either|[Bb]oth|[Nn]o)\s{1,3}|(?:далее|именуем\w{2,4}|hereinafter)\s{1,3})+"
)


def trimmed(text: str, start: int, end: int, common: frozenset[str]) -> tuple[int, int] | None:
    """A name without article, possessive, quotation mark, and what stands before a blank line; None if only
    `common` words are left."""
    name = text[start:end]
    start += name.rfind("\n\n") + 2 if "\n\n" in name else 0
    front = _FRONT.match(text[start:end])
    start += front.end() if front else 0
    while tail := _TAIL.search(text[start:end]):
        if tail.group().strip() == "." and re.search(r"\b\w$", text[: end - len(tail.group())][-2:]):
            break
        end = start + tail.start()
    while tail := _FUNCTION_WORD.search(text[start:end]):
        end = start + tail.start()
    name = text[start:end]
    for opening, closing in (("«", "»"), ("“", "”"), ("(", ")")):
        if name.endswith(closing) and opening not in name:
            end -= 1
        elif opening in name and closing not in name and (cut := name.rfind(opening)) > 0:
            end = start + len(name[:cut].rstrip())
    name = text[start:end]
    words = re.findall(r"[^\W\d_][\w-]*", name.lower())
    return (start, end) if any(word not in common for word in words) else None


def fitting(text: str, proposed: Iterable[Candidate], known: Iterable[Candidate], language: str) -> Iterator[Candidate]:
    """The candidates of the model that contradict no table and no grammar.

    A model's span may lie inside a known name or hold known names; it may not cross one, nor be a person or place that
    holds a country.
    """
    ordered = sorted(known, key=lambda one: (one.start, -one.end))
    starts, words = [one.start for one in ordered], PACKS[language].entities
    plain = words.common | (frozenset() if words.phrases.governed else _small(text))
    places: list[Candidate] = []
    for seen in proposed:
        if is_none(text, seen.start, seen.end, seen.kind, language):
            continue
        common = words.common if text[seen.start : seen.end].islower() else plain
        near = ordered[max(bisect_left(starts, seen.start) - _NEAR, 0) : bisect_left(starts, seen.end)]
        one = holder(text, without_country(text, seen, near, language), language)
        kind = _kind(text, one, (*near, *places[-1:]), language)
        one = one if kind is one.kind else replace(one, kind=kind)
        if one.kind is Kind.PERSON:
            one = whole_person(text, one, near, language)
        elif one.kind is Kind.LOCATION:
            one = with_class(text, one, language)
        start, end = one.start, one.end
        overlapping = [other for other in near if start < other.end and other.start < end]
        if one.kind is Kind.PERSON:
            overlapping = [other for other in overlapping if not is_given(text, one, other, language)]
        if any(_contradicts(one, other) for other in overlapping) or _is_generic(text, one, overlapping, common):
            continue
        if one.kind is Kind.PERSON and words.phrases.governed and _holds_common(text, one, common):
            continue
        if not _is_term(text, one, language):
            yield one
            places += [one] if one.kind is Kind.LOCATION else []


def _holds_common(text: str, one: Candidate, common: frozenset[str]) -> bool:
    """Whether a word of instruments stands in what the model takes for a name («К. С. Статья»)."""
    found = (word for word in _WORDS.findall(text[one.start : one.end].lower()) if len(word) >= _INFLECTED)
    return any(is_common(word, common) for word in found)


def _is_term(text: str, one: Candidate, language: str) -> bool:
    """Whether one word with an article names a role ("the Consignor"), or a noun of instruments ("Statute")."""
    rules, name = _around(language), text[one.start : one.end]
    if (rules.term.fullmatch(name) and not text.startswith(("'", "’"), one.end)) or (
        one.kind is Kind.PERSON and any(map(rules.term.fullmatch, _WORDS.findall(name)))
    ):
        return True
    if one.kind is not Kind.PERSON or not rules.word.fullmatch(name):
        return False
    behind = _BEHIND.match(text, one.end)
    phrases = PACKS[language].entities.phrases
    if behind and behind[1] not in phrases.stops | phrases.links | phrases.lists | phrases.sentence_words:
        return False  # "the Clinton administration"
    return rules.article.search(text, max(one.start - 12, 0), one.start) is not None


_BEHIND = re.compile(r"\s([a-z]+)")


def _kind(text: str, one: Candidate, near: Iterable[Candidate], language: str) -> Kind:
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


_CASE = re.compile(r"\sv\.?\s")  # "in Hamdan v. Rumsfeld"


_NEVER = re.compile(r"(?!)")


_PLACE_WORDS = 3


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


def _is_generic(text: str, one: Candidate, inside: Iterable[Candidate], common: frozenset[str]) -> bool:
    """Whether a name is a country and common nouns only: "the Bulgarian Party", "the Kazakh Government"."""
    rest = text[one.start : one.end]
    for other in inside:
        if other.kind in (Kind.COUNTRY, Kind.LOCATION) and one.covers(other):
            rest = rest.replace(text[other.start : other.end], " ")
    rest = _NUMERAL.sub(" ", _GLUED.sub(" ", rest))
    found = _WORDS.findall(rest.lower())
    return all(is_common(word, common) for word in found) or _is_of_heading(rest, found)


def _is_of_heading(name: str, words: list[str]) -> bool:
    """Whether a name in capitals is what a heading says: long words of the dictionary, or a verb among the words."""
    if not name.isupper() or name.isascii():
        return False
    long = all(len(word) > _SHORT_ACRONYM for word in words)
    return (long and all(map(is_known_word, words))) or (" " in name.strip() and any(map(is_verb, words)))


def is_common(word: str, common: frozenset[str]) -> bool:
    """Whether a word in small letters, or what it is a form of, is one of `common`."""
    if word in common or _singular(word) in common:
        return True
    return not word.isascii() and len(word) >= _INFLECTED and not common.isdisjoint(lemmas(word))


_INFLECTED = 4  # letters of a word whose forms are looked at


def _small(text: str) -> frozenset[str]:
    """The words that a text also writes in small letters: with capitals they are defined terms, or open a sentence."""
    return frozenset(_SMALL.findall(text))


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


_WORDS = re.compile(r"[^\W\d_][\w-]*")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")  # "theCommittee": a blank that a page lost
_NUMERAL = re.compile(r"(?<!\w)[IVXLC]+(?!\w)")
_SMALL = re.compile(r"(?<![\w@.<~/-])[a-zß-öø-ÿ][\w-]*+(?![@./]\w)")

_NEAR = 24


def _contradicts(one: Candidate, other: Candidate) -> bool:
    if other.covers(one):
        return other.length == one.length or one.kind is Kind.PERSON or other.kind not in _OPEN
    if not one.covers(other):
        return True
    if other.by is Layer.GAZETTEER and other.kind is one.kind and 2 * other.length > one.length:
        return True  # most of it is a known name: the rest is a neighbour
    return other.kind not in _PARTS.get(one.kind, frozenset())


_OPEN = frozenset({Kind.ORGANISATION, Kind.TREATY, Kind.OPERATION, Kind.EVENT})
_PARTS = {
    Kind.ORGANISATION: frozenset(
        {Kind.COUNTRY, Kind.LOCATION, Kind.SUBSTANCE, Kind.ORGANISATION, Kind.TREATY, Kind.OPERATION}
    ),
    Kind.PERSON: frozenset({Kind.LOCATION, Kind.SUBSTANCE}),
}
