"""The two sides of an instrument by their roles ("the Borrower" and "the Bank"): what one is told, given or asked for
its consent to is done by the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import permutations

from pipeline.language import PACKS
from pipeline.model import Document

Across = tuple[re.Pattern[str], str]
_SIDE = "{side}"
_TWICE = 2
_TAIL = 20  # characters of a definition that must be found in the name of a party
_SPACE = re.compile(r"\s+")


def across(document: Document) -> tuple[Across, ...]:
    """Patterns of what is done to one of two sides, each with the words for the other side, who does it."""
    lowered = _SPACE.sub(" ", document.text.lower())
    pair = _defined(document, lowered) or _known(lowered, document.language)
    if pair is None:
        return ()
    templates = PACKS[document.language].norms.across
    return tuple(
        (re.compile(template.replace(_SIDE, rf"(?:the )?(?:{re.escape(one)})\b")), other)
        for template in templates
        for one, other in permutations(pair, 2)
    )


def opposite(clause: str, rows: tuple[Across, ...]) -> str | None:
    """The side across from the one that a passive `clause` tells or gives something, asks or has consent from."""
    lowered = _SPACE.sub(" ", clause.lower())
    return next((other for pattern, other in rows if pattern.search(lowered)), None)


def roles(document: Document) -> frozenset[str]:
    """The common nouns that are defined as names of the parties: "borrower", "government", "office"."""
    collective = re.compile(PACKS[document.language].norms.party_word, re.I)
    parties = tuple(_SPACE.sub(" ", party.lower()) for party in document.structure.parties)
    return frozenset(
        term.term.lower().removeprefix("the ")
        for term in document.structure.terms
        if not collective.search(term.term)
        and term.meaning
        and any(_SPACE.sub(" ", term.meaning.lower()).strip(" ,;")[-_TAIL:] in party for party in parties)
    )


def _defined(document: Document, lowered: str) -> tuple[str, str] | None:
    """The two roles that the instrument itself gives its parties, if it uses both."""
    found = sorted(role for role in roles(document) if _used(role, lowered))
    return (found[0], found[1]) if len(found) == len(("one", "other")) else None


def _known(lowered: str, language: str) -> tuple[str, str] | None:
    """Two roles that are known to face one another, where both are spoken of."""
    for one, others in PACKS[language].norms.role_pairs:
        for other in _facing(others):
            if _used(one, lowered) and _used(other, lowered):
                return one, other
    return None


@cache
def _facing(others: str) -> tuple[str, ...]:
    return tuple(others.split("|"))


def _used(role: str, lowered: str) -> bool:
    return sum(1 for _ in _times(role, lowered)) >= _TWICE


def _times(role: str, lowered: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"\bthe {re.escape(role)}\b", lowered)
