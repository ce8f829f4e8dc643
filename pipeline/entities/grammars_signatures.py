"""Persons who signed: a line that is a name only, below "For the Government of …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pipeline.entities.grammars_heads import gapped
from pipeline.entities.kinds import Candidate
from pipeline.language import PACKS
from pipeline.model import Kind, Layer

_SPACE = r"[^\S\n]{0,40}"
_SIGNED = r"(?:\(?(?:signed|sgd\.?|s\.?|\(?-\)?|подпись)\)?[:.]?\s{1,3})?"


def signers(text: str, found: Iterable[Candidate], language: str) -> Iterator[Candidate]:
    """The names in signatures that no table knows as something else."""
    given = PACKS[language].entities.given_places
    known = {one.start for one in found if text[one.start : one.end].lower() not in given}
    for match in _pattern(language).finditer(text):
        start, end = match.span("name")
        if not any(at in known for at in range(start, end)):
            yield Candidate(start, end, Kind.PERSON, None, Layer.GRAMMAR, "person.signature")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = PACKS[language].entities
    particle = rf"(?:{words.particle})[^\S\n]{{1,3}}" if words.particle else ""
    name = (
        rf"(?:(?:[^\W\d_]\.\s?){{0,3}}{words.name_word})"
        rf"(?:[^\S\n]{{1,3}}(?:[^\W\d_]\.|(?:{particle})?{words.name_word})){{1,3}}"
    )
    title = rf"(?:(?:{gapped(words.person_title)}){_SPACE})?"
    return re.compile(
        rf"^{_SPACE}(?:{gapped(words.signature)}){_SPACE}\n(?:{_SPACE}\n)?{_SPACE}{_SIGNED}{title}(?P<name>{name})[.,]?{_SPACE}$",
        re.MULTILINE,
    )
