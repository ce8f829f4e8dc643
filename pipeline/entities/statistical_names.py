"""What the model takes for names though its shape or its line tells that it is none, and persons it takes half of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from pipeline.entities.grammars_heads import gapped
from pipeline.entities.kinds import Candidate
from pipeline.language import PACKS
from pipeline.model import Kind

_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_REFERENCE = re.compile(r"\d/\Z")  # "2000/60/EC"
_CAPITAL = re.compile(r"[A-Z]")
_AROUND = 200  # characters around a name in small letters that tell whether the text writes capitals at all
_FEWEST = 2  # words of a name that may end where its line does


@dataclass(frozen=True, slots=True)
class _Shapes:
    heading: re.Pattern[str]
    term: re.Pattern[str]
    domestic: re.Pattern[str]
    titled: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    next_word: re.Pattern[str]
    holder: re.Pattern[str]
    place_class: re.Pattern[str]


@cache
def _shapes(language: str) -> _Shapes:
    words = PACKS[language].entities
    return _Shapes(
        heading=re.compile(rf"(?:{words.numbered_unit})[^\S\n]{{1,3}}[\w.]{{1,8}}[^\S\n]*\n+[^\S\n]*\Z", re.I),
        term=re.compile(words.instrument_names),
        domestic=re.compile(
            rf"(?:[^\W\d_][\w-]*\s{{1,3}}){{0,4}}(?:{words.domestic})(?:\s(?:of|on|for|to|against)\s.{{0,150}})?"
        ),
        titled=re.compile(rf"(?:{gapped(words.person_title)}|{gapped(words.rank)}|{gapped(words.role)})s?", re.I),
        before=re.compile(
            rf"(?<![^\W\d_])(?P<front>(?!for\s)[a-zа-яё]{{2,20}}|[^\W\d_]{{3,30}}['’]s|{gapped(words.person_title)}|{gapped(words.rank)}|{gapped(words.role)})\s{{1,3}}(?P<word>{words.name_word})[^\S\n]{{1,2}}\Z"
        ),
        holder=re.compile(
            rf"(?<![\w-])(?:{gapped(words.role)})\s(?P<name>{words.name_word}(?:\s{words.name_word}){{1,2}})\Z"
        ),
        next_word=re.compile(rf"[^\S\n](?P<word>{words.name_word})(?=[^\S\n](?!(?:and|of|for)\b)[a-z]|[,.;)](?!\w))"),
        place_class=re.compile(rf"\s(?!city|town|area|City)(?:{gapped(words.place_known_behind)})(?![\w-])"),
        behind=re.compile(r"[^\S\n]{1,2}([^\W\d_a-zа-яё]{3,20})(?![\w'’-])"),
    )


def is_none(text: str, start: int, end: int, kind: Kind, language: str) -> bool:
    """Whether a span of the model is no name: digits, a heading of an article, a term of instruments, a state's law."""
    name, shapes = text[start:end], _shapes(language)
    if not _TWO_LETTERS.search(name) or sum(map(str.isdigit, name)) * 2 > sum(map(str.isalpha, name)):
        return True
    if _is_heading(text, start, end, language):
        return True
    if kind is Kind.PERSON:
        return False
    plain = " " in name and name.islower() and not PACKS[language].entities.phrases.governed
    plain = plain and _CAPITAL.search(text, max(start - _AROUND, 0), end + _AROUND) is not None
    return bool(plain or shapes.term.fullmatch(name) or shapes.domestic.fullmatch(name)) or (
        _REFERENCE.search(text, max(start - 2, 0), start) is not None
    )


def _is_heading(text: str, start: int, end: int, language: str) -> bool:
    """Whether a span is the whole line below "Article VIII"."""
    if text[start - 1 : start] not in ("\n", " ", "\t") or text[end : end + 1] not in ("\n", " ", "\t", ""):
        return False
    line, behind = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    if text[line:start].strip() or text[end : behind if behind >= 0 else len(text)].strip() or "\n" in text[start:end]:
        return False
    return _shapes(language).heading.search(text, max(line - 40, 0), line) is not None


def one_line(text: str, start: int, end: int, kind: Kind) -> int:
    """The end of a person's name that the line breaks off, and of any name below which another case begins."""
    cut = text.find("\n", start, end)
    if cut < 0:
        return end
    first, rest = text[start:cut].strip(), text[cut:end].strip()
    full = kind is Kind.PERSON and len(first.split()) >= _FEWEST
    return start + len(text[start:cut].rstrip()) if full or first.isupper() != rest.isupper() else end


def whole_person(text: str, one: Candidate, near: Iterable[Candidate], language: str) -> Candidate:
    """A person with the given name in front and the surname in capitals behind that the model left out."""
    shapes = _shapes(language)
    taken = [(other.start, other.end) for other in near]
    front = shapes.before.search(text, max(one.start - 60, 0), one.start)
    if front and _is_given(front, taken, language):
        one = replace(one, start=front.start("word"))
    last = text[one.start : one.end].split()[-1]
    cased = bool(PACKS[language].entities.phrases.governed)
    behind = shapes.behind.match(text, one.end) if len(last) > 1 and last.isupper() and not cased else None
    if behind and not any(start < behind.end() and behind.start(1) < end for start, end in taken):
        return replace(one, end=behind.end())
    word = shapes.next_word.match(text, one.end) if " " in text[one.start : one.end] else None
    if word and _is_surname(text, word, taken, language):
        return replace(one, end=word.end())
    return one


def _is_surname(text: str, word: re.Match[str], taken: list[tuple[int, int]], language: str) -> bool:
    """Whether a capitalised word behind a name is one of it that the text never writes in small letters."""
    words = PACKS[language].entities
    plain = word["word"].lower()
    if any(a < word.end() and word.start("word") < b for a, b in taken) or plain.endswith(("'s", "’s")):
        return False
    if words.phrases.governed or plain in words.common | words.phrases.stops | _CALENDAR:
        return False
    if _shapes(language).titled.fullmatch(word["word"]) or words.phrases.head.match(word["word"]):
        return False
    return re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", text) is None


_CALENDAR = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


def _is_given(front: re.Match[str], taken: list[tuple[int, int]], language: str) -> bool:
    """Whether a capitalised word inside a sentence may belong to the name behind it."""
    words = PACKS[language].entities
    start, end = front.span("word")
    plain = front["word"].lower()
    if plain in words.given_places and front["front"] not in words.phrases.links:
        return True
    if (
        any(a < end and start < b for a, b in taken)
        or plain.endswith(("'s", "’s"))
        or plain in words.common | words.phrases.sentence_words
    ):
        return False
    return not (
        words.phrases.governed
        or _shapes(language).titled.fullmatch(front["word"])
        or words.phrases.head.match(front["word"])
    )


def is_given(text: str, person: Candidate, place: Candidate, language: str) -> bool:
    """Whether a person's given name is a place's too: "Salvador Panelo"."""
    begins = person.kind is Kind.PERSON and person.start == place.start and person.end > place.end
    return begins and text[place.start : place.end].lower() in PACKS[language].entities.given_places


def with_class(text: str, place: Candidate, language: str) -> Candidate:
    """A place with the class word behind it: "Noi Bai airport"."""
    if PACKS[language].entities.phrases.governed:
        return place
    behind = _shapes(language).place_class.match(text, place.end)
    return replace(place, end=behind.end()) if behind else place


def holder(text: str, one: Candidate, language: str) -> Candidate:
    """The person in what the model takes for a body: "UN Resident Coordinator Roli Asthana"."""
    if one.kind is not Kind.ORGANISATION or " " not in text[one.start : one.end]:
        return one
    words, found = PACKS[language].entities, _shapes(language).holder.search(text, one.start, one.end)
    if found is None or words.phrases.governed:
        return one
    parts = found["name"].split()
    shapes = (words.phrases.head, _shapes(language).titled)
    if any(shape.match(part) for part in parts for shape in shapes) or not words.common.isdisjoint(
        map(str.lower, parts)
    ):
        return one
    return replace(one, start=found.start("name"), kind=Kind.PERSON)
