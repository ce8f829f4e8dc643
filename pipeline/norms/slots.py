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


@dataclass(frozen=True, slots=True)
class _Openers:
    condition: re.Pattern[str]
    exception: re.Pattern[str]
    whole: re.Pattern[str]
    counterparties: tuple[re.Pattern[str], ...]


@cache
def _openers(language: str) -> _Openers:
    cues = PACKS[language].norms
    return _Openers(
        re.compile("|".join(cues.conditions) or r"(?!)"),
        re.compile("|".join(cues.exceptions) or r"(?!)"),
        re.compile(cues.whole_conditions),
        tuple(re.compile(pattern) for pattern in cues.counterparties),
    )


def read(text: str, subject: Span | None, action: Span, language: str) -> Slots:
    """The slots of the clause whose subject and action are given."""
    lowered, openers = text.lower(), _openers(language)
    head = subject if subject is not None and subject.end <= action.start else Span(action.start, action.start)
    stop = _clause_end(lowered, action)
    excepted = _clause(lowered, openers.exception, openers.whole, head, action, stop)
    limit = excepted.start if excepted and excepted.start > action.start else stop
    return Slots(
        _clause(lowered, openers.condition, openers.whole, head, action, limit),
        excepted,
        _counterparty(lowered, openers.counterparties, action, limit),
    )


def _clause_end(text: str, action: Span) -> int:
    """A semicolon ends the reach of a verb; otherwise the sentence does."""
    at = text.find(";", action.start)
    return len(text.rstrip(" .;:,")) if at < 0 else at


def _clause(
    text: str, opener: re.Pattern[str], whole: re.Pattern[str], head: Span, action: Span, stop: int
) -> Span | None:
    """The clause that an opener begins: before the subject, between it and the verb, or behind the verb."""
    for low, high in ((0, head.start), (head.end, action.start)):
        found = _opening(opener, text, low, high)
        if found is not None:
            formula = whole.match(text, found.start(), high)
            end = formula.end() if formula else text.rfind(",", found.end(), high)
            if end > found.start():
                return Span(found.start(), end)
    found = opener.search(text, action.start, stop)
    if found is None:
        return None
    formula = whole.match(text, found.start(), stop)
    end = formula.end() if formula else _own_end(text, found, action, stop)
    return Span(found.start(), end) if end > found.end() or formula else None


def _opening(opener: re.Pattern[str], text: str, low: int, high: int) -> re.Match[str] | None:
    """An opener at the beginning of the text or behind a mark: "the place where …" is none."""
    for found in opener.finditer(text, low, high):
        before = text[: found.start()].rstrip()
        if not before or before[-1] in ",;:—–-).":
            return found
    return None


def _own_end(text: str, opener: re.Match[str], action: Span, stop: int) -> int:
    """Where a clause behind the verb ends: an insertion and a short clause at their comma, but for that of a list; a
    long one where another clause begins, or with the reach.
    """
    inserted = _INSERTED.fullmatch(text, action.start, opener.start()) is not None
    last = stop if inserted else min(stop, opener.end() + _SHORT)
    comma = text.find(",", opener.end(), last)
    while comma >= 0 and _LISTED.match(text, comma, stop):
        comma = text.find(",", comma + 1, last)
    if comma >= 0:
        return comma
    other = _OTHER_CLAUSE.search(text, opener.end(), stop)
    return other.start() if other else len(text[:stop].rstrip(" ,"))


_SHORT = 40
"""Characters within which a comma closes the clause rather than parting its words."""
_INSERTED = re.compile(r"[\w-]{2,30}(?:\s[\w-]{2,12})?,\s")
_WORDS = r"(?!(?:the|an?|any|all|such|its|their)\s)[\w’'-]+(?:\s[\w’'-]+){0,2}?"
_LISTED = re.compile(rf",\s{_WORDS}(?:,\s{_WORDS}){{0,8}},?\s(?:and|or|и|или|либо)\s")
_OTHER_CLAUSE = re.compile(
    r",\s(?:(?:it|they|he|she|such\s[\w-]+|the\s(?:[\w’'-]+\s){0,5}[\w-]+)\s(?:shall|are|is|may|must|will)\b|то\s)"
)


def _counterparty(text: str, patterns: tuple[re.Pattern[str], ...], action: Span, stop: int) -> Span | None:
    for pattern in patterns:
        found = pattern.search(text, action.start, stop)
        if found is not None:
            return Span(*found.span(1))
    return None
