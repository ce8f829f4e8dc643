"""Names in quotation marks that the word in front makes a body or a place: «компания „Алтын"», «КПП „Фотехобод"»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.entities.grammars_heads import around_signs, gapped
from pipeline.entities.kinds import Candidate
from pipeline.language import PACKS
from pipeline.model import Kind, Layer

_MARK = re.compile(r"[«“„\"](?<=\s.)(?=[A-ZА-ЯЁ0-9])")
_REACH = 100  # characters that a name and the word in front of it may take on either side of the first mark
_MORE = re.compile(r"(?:,|\s(?:и|или|and|or))\s{1,3}[«“„\"](?P<name>[A-ZА-ЯЁ0-9][^«»“”„\"\n]{1,60})[»”“\"]")
_NAME = r"\s{1,3}[«“„\"](?P<name>[A-ZА-ЯЁ0-9][^«»“”„\"\n]{1,60})[»”“\"]"


@cache
def _patterns(language: str) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    words = PACKS[language].entities
    classes = ((Kind.ORGANISATION, words.organisation_quoted), (Kind.LOCATION, words.place_quoted))
    return tuple(
        (kind, re.compile(rf"(?<![\w-])(?:{gapped(pattern)}){_NAME}")) for kind, pattern in classes if pattern != "(?!)"
    )


def quoted(text: str, known: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    """What no table knows, without its quotation marks and the word in front."""
    places = tuple(around_signs(text, _MARK, _REACH))
    for kind, pattern in _patterns(language):
        for match in (found for place in places for found in pattern.finditer(text, *place)):
            if match.start() in known:
                continue
            found: re.Match[str] | None = match
            while found:
                start, end = found.span("name")
                if start not in known and start - 1 not in known:
                    yield Candidate(start, end, kind, None, Layer.GRAMMAR, f"{kind}.quoted")
                found = _MORE.match(text, found.end())
