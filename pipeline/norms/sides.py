"""The two sides of an instrument by their roles ("the Borrower" and "the Bank"): what one is told, given or asked for
its consent to is done by the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import permutations

from pipeline.language import PACKS
from pipeline.model import Document, Kind
from pipeline.norms.naming import singular

Across = tuple[re.Pattern[str], str]
_SIDE = "{side}"
_NAMES = "{names}"
_ROLE = "{role}"
_TWICE = 2
_TAIL = 20  # characters of a definition that must be found in the name of a party
_SPACE = re.compile(r"\s+")


def across(document: Document) -> tuple[Across, ...]:
    """Patterns of what is done to one of two sides, each with the words for the other, who does it, or its country."""
    cues = PACKS[document.language].norms
    named = [(_form(role, cues.role_form, document.language), role) for role in pair_of(document)]
    return tuple(
        (re.compile(template.replace(_SIDE, rf"{one[0]}\b")), other[1])
        for template in cues.across
        for sides in (named, _countries(document))
        for one, other in permutations(sides, 2)
    )


def _countries(document: Document) -> list[tuple[str, str]]:
    """The two countries between whom an instrument is: what each is called in it, and its id."""
    called: dict[str, set[str]] = {}
    for mention in document.mentions:
        if mention.kind is Kind.COUNTRY and mention.entity_id:
            called.setdefault(mention.entity_id, set()).add(_SPACE.sub(" ", mention.text.lower()))
    parties = [_SPACE.sub(" ", party.lower()) for party in document.structure.parties]
    found = [{id_ for id_, names in called.items() if any(name in party for name in names)} for party in parties]
    if len(found) != len(("one", "other")) or any(len(ids) != 1 for ids in found) or found[0] == found[1]:
        return []
    pattern = PACKS[document.language].norms.of_country
    return [
        (pattern.replace(_NAMES, "|".join(re.escape(name) for name in sorted(called[id_], key=len, reverse=True))), id_)
        for id_ in (next(iter(ids)) for ids in found)
    ]


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
        and any(_names(party, term.term, term.meaning) for party in parties)
    )


def pair_of(document: Document) -> tuple[str, ...]:
    """What the two sides of an instrument are called in it, where they are called differently; else empty."""
    lowered = _SPACE.sub(" ", document.text.lower())
    found = _lettered(lowered, document.language) or _defined(document, lowered) or _known(lowered, document.language)
    return found or ()


def peers(document: Document) -> frozenset[str]:
    """The noun that both parties are called by, where the instrument says "each" or "either" of it: "ministry"."""
    language = document.language
    called = [set(re.findall(r"\w+", party.lower())) for party in document.structure.parties]
    called = [words | {singular(word, language) for word in words} for words in called]
    common = set.intersection(*called) if len(called) >= _TWICE else set()
    collective = {word for term in document.structure.terms for word in re.findall(r"\w+", term.term.lower())}
    common |= {one for word in collective if word != (one := singular(word, language))}
    said = re.finditer(PACKS[language].norms.one_of_two, document.text.lower())
    return frozenset(what for found in said if (what := singular(found["what"], language)) in common) | (
        _kinds_before(document)
    )


def _kinds_before(document: Document) -> frozenset[str]:
    """The noun that the parties are together called by before the first provision: "together the Institutions"."""
    first = document.structure.provisions[0].span.start if document.structure.provisions else 0
    words = [t.term.lower().removeprefix("the ") for t in document.structure.terms if t.span.start < first]
    kinds = {singular(word, document.language) for word in words if " " not in word} - set(words)
    collective = re.compile(PACKS[document.language].norms.party_word, re.I)
    return frozenset(kind for kind in kinds if len(words) and not any(collective.search(word) for word in words))


def countries(document: Document) -> frozenset[str]:
    """The ids of the two countries between whom an instrument is; none where it is between others."""
    return frozenset(id_ for _, id_ in _countries(document))


def _names(party: str, term: str, meaning: str) -> bool:
    """Whether a defined term stands for a party: its definition ends with it, or the party is called by the term."""
    called = party.removeprefix("the ").startswith(term.lower().removeprefix("the "))
    return called or _SPACE.sub(" ", meaning.lower()).strip(" ,;")[-_TAIL:] in party


def _defined(document: Document, lowered: str) -> tuple[str, str] | None:
    """The two roles that the instrument itself gives its parties, if it uses both."""
    named_so = roles(document) or _terms_alone(document)
    found = sorted(role for role in named_so if _used(role, lowered, document.language) or lowered.count(role) > _TWICE)
    found = sorted(named_so) if len(named_so) == len(("one", "other")) else found
    if len(found) == len(("one", "other")):
        return found[0], found[1]
    return _headed(document, lowered)


def _terms_alone(document: Document) -> frozenset[str]:
    """The terms that a contract defines in its first words, where nothing else tells between whom it is."""
    collective = re.compile(PACKS[document.language].norms.party_word, re.I)
    first = document.structure.provisions[0].span.start if document.structure.provisions else 0
    return frozenset(
        term.term.lower().removeprefix("the ")
        for term in document.structure.terms
        if not document.structure.parties and term.span.start < first and not collective.search(term.term)
    )


def _lettered(lowered: str, language: str) -> tuple[str, str] | None:
    """The parties that are called by letters: "Party A" and "Party B"."""
    found = sorted(set(re.findall(PACKS[language].norms.lettered, lowered)))
    return (found[0], found[1]) if len(found) == len(("one", "other")) else None


def _headed(document: Document, lowered: str) -> tuple[str, str] | None:
    """What two different parties are called for short, where both are so spoken of: "the Commission"."""
    pattern = PACKS[document.language].norms.head_of_name
    heads = [re.match(pattern, _SPACE.sub(" ", party)) for party in document.structure.parties]
    if not pattern or len(heads) != len(("one", "other")) or heads[0] is None or heads[1] is None:
        return None
    one, other = heads[0]["head"].lower(), heads[1]["head"].lower()
    spoken = all(_used(who, lowered, document.language) or lowered.count(who) > _TWICE for who in (one, other))
    return (one, other) if one != other and spoken else None


def _known(lowered: str, language: str) -> tuple[str, str] | None:
    """Two roles that are known to face one another, where both are spoken of."""
    for one, others in PACKS[language].norms.role_pairs:
        for other in _facing(others):
            if _used(one, lowered, language) and next(_times(other, lowered, language), None) is not None:
                return one, other
    return None


@cache
def _facing(others: str) -> tuple[str, ...]:
    return tuple(others.split("|"))


def _used(role: str, lowered: str, language: str) -> bool:
    return sum(1 for _ in _times(role, lowered, language)) >= _TWICE


def _times(role: str, lowered: str, language: str) -> Iterator[re.Match[str]]:
    return re.finditer(_form(role, PACKS[language].norms.role_said, language), lowered)


def _form(role: str, template: str, language: str) -> str:
    """A pattern of a role as a text has it: with its article, or in any case."""
    stem = re.sub(PACKS[language].norms.role_ending, "", role)
    return template.replace(_ROLE, re.escape(stem))
