"""Condition, exception and counterparty of a norm, from the words around its verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.language import PACKS
from pipeline.model import Span

_SOFT_STOP = re.compile(r",\s+(?=(?:and|or|but|и|или|а|но)\s)|[;:]|\.\s*$")
_COMMA = re.compile(r",")


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


def read(text: str, subject: Span | None, action: Span, language: str, start: int = 0) -> Slots:
    """The slots of the clause whose subject and action are given; nothing before `start` is looked at."""
    lowered = text.lower()
    condition, exception, others = _openers(language)
    head = subject.start if subject is not None and subject.start < action.start else action.start
    stop = _clause_end(lowered, action)
    excepted = _clause(lowered, exception, start, head, action, stop)
    limit = excepted.start if excepted and excepted.start > action.start else stop
    conditional = _clause(lowered, condition, start, head, action, limit)
    return Slots(conditional, excepted, _counterparty(lowered, others, action, limit))


def _clause_end(text: str, action: Span) -> int:
    """A semicolon ends the reach of a verb; otherwise the sentence does."""
    at = text.find(";", action.start)
    return len(text.rstrip(" .;:,")) if at < 0 else at


def _clause(text: str, opener: re.Pattern[str], start: int, head: int, action: Span, stop: int) -> Span | None:
    """The clause that an opener begins: before the subject up to its comma, after the verb up to the end of the reach."""
    before = opener.search(text, start, head)
    if before is not None:
        end = text.rfind(",", before.start(), head + 1)
        if end > before.start():
            return Span(before.start(), end)
    after = opener.search(text, action.start, stop)
    if after is None:
        return None
    if (
        after.start() >= action.start and text[max(0, after.start() - 2) : after.start()].strip() == ","
    ) or after.end() - after.start() > 2:
        end = _own_end(text, after.end(), stop)
        return Span(after.start(), end) if end > after.end() else None
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
