"""Norms that Russian tells without a verb: «Страхование – за счёт принимающей стороны», «Срок ответа – 30 дней»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Span, Strength
from pipeline.norms.frames import Frame
from pipeline.norms.russian_words import instrumental, noun_form, only_finite

_PART = re.compile(r"[^;]+")


def unsaid(doc: Doc, cues: NormCues) -> Iterator[Frame]:
    """What the clauses say that have a dash where a verb would stand."""
    for part in _PART.finditer(doc.text):
        for pattern, modality in cues.unsaid:
            for found in _pattern(pattern).finditer(part.group()):
                if _verbless(found.group()) and any(noun_form(w) for w in _words(found["what"])):
                    yield from _frame(found, Modality(modality), part.start())


def _frame(found: re.Match[str], modality: Modality, shift: int) -> Iterator[Frame]:
    who = _span(found, "who", shift) if found.groupdict().get("who") else None
    if who is not None and not any(instrumental(word) for word in _words(found["who"])[:3]):
        return  # «за секретарём»: whoever has to do it stands in the instrumental
    yield Frame(
        rule="ru-unsaid",
        modality=modality,
        strength=Strength.PRESENT,
        lemma="быть",
        action=_span(found, "how", shift),
        subject=_span(found, "what", shift),
        passive=True,
        agent=who,
    )


def _span(found: re.Match[str], group: str, shift: int) -> Span:
    return Span(shift + found.start(group), shift + found.end(group))


def _verbless(words: str) -> bool:
    return not any(only_finite(word) for word in _words(words))


def _words(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text.lower())


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
