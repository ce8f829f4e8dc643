"""The statistical layer: persons, and organisations and places that no table knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from pipeline.entities.chunks import chunks
from pipeline.entities.grammars_heads import gapped
from pipeline.entities.kinds import Candidate
from pipeline.entities.statistical_kinds import SHORT_ACRONYM
from pipeline.entities.statistical_names import one_line
from pipeline.entities.statistical_persons import sorted_out
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
    if name.isupper() and len(name) <= SHORT_ACRONYM:
        return False
    return any(title.fullmatch(name) for title in _titles(language))


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
