"""Operations by their title: "Flagship Initiative on …", "Safe Harbour Campaign"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.entities.grammars_heads import heads
from pipeline.entities.grammars_operations import operation_id
from pipeline.entities.grammars_rules import around, matches, phrases, rules_of, style
from pipeline.entities.kinds import Candidate
from pipeline.language import PACKS
from pipeline.model import Kind, Layer

_WORD = re.compile(r"[^\W\d_][\w-]*")
_NAME_BEHIND = re.compile(r"\s[A-Z]")
_LONGEST = 160  # characters of what a title says behind its head


def initiatives(text: str, known: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    """Capitalised heads with a modifier that is no generic one; a known name is no part of another."""
    words, rules, reader = PACKS[language].entities, rules_of(language), phrases(text, known, language)
    inside = sorted((one for one in known.values() if one.kind in _NAMED), key=lambda one: one.start)
    how = replace(style("event", words), topics=True, longest=_LONGEST)
    for match in matches(text, rules.initiative, heads(text, language)["operation"]):
        if around(inside, *match.span()) is not None or _NAME_BEHIND.match(text, match.end()):
            continue  # "Project Minos" is no "Use Project"
        start, end = reader.left(match.start()), reader.tail(match.end(), how)
        modifiers = [word.lower() for word in _WORD.findall(text[start : match.start()])]
        if text[start].isupper() and any(word not in words.generic for word in modifiers):
            yield Candidate(start, end, Kind.OPERATION, operation_id(text[start:end]), Layer.GRAMMAR, "operation.title")


_NAMED = (Kind.OPERATION, Kind.ORGANISATION, Kind.TREATY)
