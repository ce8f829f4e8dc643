"""Duties that Russian tells without a verb: «Страхование – за счёт принимающей стороны», «Срок ответа – 30 дней»."""

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
    """The duties of the clauses that have a dash where a verb would stand."""
    for part in _PART.finditer(doc.text):
        found = next(filter(None, (_pattern(one).search(part.group()) for one in cues.unsaid)), None)
        if found is None or not _verbless(found.group()) or not any(noun_form(w) for w in _words(found["what"])):
            continue
        who = _span(found, "who", part.start()) if found.groupdict().get("who") else None
        if who is not None and not any(instrumental(word) for word in _words(found["who"])[:3]):
            continue  # «за секретарём»: whoever has to do it stands in the instrumental
        yield Frame(
            rule="ru-unsaid",
            modality=Modality.OBLIGATION,
            strength=Strength.PRESENT,
            lemma="быть",
            action=_span(found, "how", part.start()),
            subject=_span(found, "what", part.start()),
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
