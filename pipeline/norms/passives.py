"""Who acts in a passive that names nobody, by its words: what is done to what, to whom, and by whose decision."""

from __future__ import annotations

import re
from functools import cache

from pipeline.language import PACKS
from pipeline.norms.bearers import Bearer

VERB = "§"
"""Stands before the verb in a clause whose subject is right before it: rows of NormCues.hidden may ask for it."""
Row = tuple[re.Pattern[str], str, str]
_SPACE = re.compile(r"\s+")


@cache
def _acts_of(language: str) -> re.Pattern[str]:
    return re.compile(PACKS[language].norms.acts_of)


@cache
def _hidden(language: str) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile(pattern), canonical, why) for pattern, canonical, why in PACKS[language].norms.hidden)


@cache
def _mutual(language: str) -> re.Pattern[str]:
    return re.compile(PACKS[language].norms.mutual)


def whose_act(clause: str, language: str) -> str | None:
    """The organ whose decisions, sessions … the passive `clause` speaks of, as the text names it."""
    found = _acts_of(language).match(_SPACE.sub(" ", clause.lower()))
    return next((words for words in found.groups() if words), None) if found else None


@cache
def _hidden_in(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str], str, str], ...]:
    rows = PACKS[language].norms.hidden_in
    return tuple((re.compile(topic), re.compile(pattern), canonical, why) for topic, pattern, canonical, why in rows)


def topical(text: str, language: str) -> tuple[Row, ...]:
    """The rows for passives that hold in an instrument of these words only: what is done, who does it, why."""
    lowered = text.lower()
    return tuple(
        (pattern, canonical, why) for topic, pattern, canonical, why in _hidden_in(language) if topic.search(lowered)
    )


@cache
def _facing(language: str) -> tuple[re.Pattern[str], ...]:
    cues = PACKS[language].norms
    return re.compile(cues.told_side), re.compile(cues.given_side), re.compile(cues.consenting_side)


def facing(clause: str, language: str) -> str | None:
    """The side across from the one that a passive `clause` tells or gives something: "administering state"."""
    lowered = _SPACE.sub(" ", clause.lower())
    for pattern in _facing(language):
        found = pattern.search(lowered)
        if found is not None:
            return f"{PACKS[language].norms.counterparts[found['side']]} {found['noun']}"
    return None


@cache
def _hands(language: str) -> re.Pattern[str]:
    return re.compile(PACKS[language].norms.deciding_hands)


def in_hands(clause: str, language: str) -> str | None:
    """By whose decision, vote or agreement something happens: "by unanimous decision of the Board"."""
    found = _hands(language).search(_SPACE.sub(" ", clause.lower()))
    return next((words for words in found.groups() if words), None) if found is not None else None


def at_cost(clause: str, language: str) -> bool:
    """Whether somebody in whose hands something is only pays for it, rather than decides."""
    found = _hands(language).search(_SPACE.sub(" ", clause.lower()))
    return found is not None and found.lastgroup in {"payer", "paying"}


def inferred(
    clauses: tuple[tuple[str, int], ...], language: str, default: tuple[str, str] | None, topics: tuple[Row, ...] = ()
) -> Bearer:
    """The bearer of a passive that names no agent, from what is done to what.

    `clauses` are readings of one clause in different order of words; what is done to must be named in the first so many
    characters of each. `topics` are rows of this instrument, `default` is (canonical, why).
    """
    lowered = tuple((_SPACE.sub(" ", clause.lower()), reach) for clause, reach in clauses)
    rows = (*topics, *_hidden(language)) if PACKS[language].norms.free_order else (*_hidden(language), *topics)
    for pattern, canonical, why in rows:
        for clause, reach in lowered:
            found = pattern.search(clause)
            if found is not None and found.start() <= reach:
                return Bearer(canonical, None, why)
    if any(_mutual(language).search(clause) is not None for clause, _ in lowered):
        return Bearer("each_party", None, "what one of two does to the other binds each")
    return Bearer(default[0], None, default[1]) if default else Bearer(None)
