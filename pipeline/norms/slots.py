"""Condition, exception and counterparty of a norm, from the words around its verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.language import PACKS
from pipeline.model import Span


@dataclass(frozen=True, slots=True)
class Slots:
    """Stretches of the parsed sentence; None where it has none."""

    condition: Span | None = None
    exception: Span | None = None
    counterparty: Span | None = None


@cache
def _openers(language: str) -> tuple[re.Pattern[str], re.Pattern[str], tuple[re.Pattern[str], ...]]:
    cues = PACKS[language].norms
    return (
        re.compile("|".join(cues.conditions) or r"(?!)"),
        re.compile("|".join(cues.exceptions) or r"(?!)"),
        tuple(re.compile(pattern) for pattern in cues.counterparties),
    )


def read(text: str, subject: Span | None, action: Span, language: str) -> Slots:
    """The slots of the clause whose subject and action are given."""
    lowered = text.lower()
    condition, exception, others = _openers(language)
    head = subject if subject is not None and subject.end <= action.start else Span(action.start, action.start)
    stop = _clause_end(lowered, action)
    excepted = _clause(lowered, exception, head, action, stop)
    limit = excepted.start if excepted and excepted.start > action.start else stop
    return Slots(
        _clause(lowered, condition, head, action, limit), excepted, _counterparty(lowered, others, action, limit)
    )


def _clause_end(text: str, action: Span) -> int:
    """A semicolon ends the reach of a verb; otherwise the sentence does."""
    at = text.find(";", action.start)
    return len(text.rstrip(" .;:,")) if at < 0 else at


def _clause(text: str, opener: re.Pattern[str], head: Span, action: Span, stop: int) -> Span | None:
    """The clause that an opener begins: before the subject, between it and the verb, or behind the verb."""
    for low, high in ((0, head.start), (head.end, action.start)):
        found = _opening(opener, text, low, high)
        if found is not None:
            end = text.rfind(",", found.end(), high)
            if end > found.start():
                return Span(found.start(), end)
    found = opener.search(text, action.start, stop)
    if found is None:
        return None
    end = _own_end(text, found.end(), stop)
    return Span(found.start(), end) if end > found.end() else None


def _opening(opener: re.Pattern[str], text: str, low: int, high: int) -> re.Match[str] | None:
    """An opener at the beginning of the text or behind a mark: "the place where …" is none."""
    for found in opener.finditer(text, low, high):
        before = text[: found.start()].rstrip()
        if not before or before[-1] in ",;:—–-).":
            return found
    return None


def _own_end(text: str, start: int, stop: int) -> int:
    """A short clause ends at its comma ("where appropriate,"); a long one at the end of the reach."""
    comma = text.find(",", start, min(stop, start + 40))
    return comma if comma >= 0 else len(text[:stop].rstrip(" ,"))


def _counterparty(text: str, patterns: tuple[re.Pattern[str], ...], action: Span, stop: int) -> Span | None:
    for pattern in patterns:
        found = pattern.search(text, action.start, stop)
        if found is not None:
            return Span(*found.span(1))
    return None
