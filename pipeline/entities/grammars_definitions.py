"""Names that the text itself gives: "Long Name (ACR)" is one entity under both names, wherever the acronym stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.kinds import Candidate
from pipeline.entities.persons import latin
from pipeline.model import Kind, Layer

_BRACKET = re.compile(
    r"\((?:[^()\n]{0,40}?[«“\"\s–—-])?(?P<acronym>[A-ZА-ЯЁ][A-Za-zА-Яа-яЁё]{1,11}(?:-[A-ZА-ЯЁ]{1,6})?)[»”\"]?\)"
)
_KINDS = (Kind.ORGANISATION, Kind.OPERATION, Kind.TREATY)
_PREFIX = {Kind.ORGANISATION: "org", Kind.OPERATION: "operation", Kind.TREATY: "treaty"}
_SHORTEST, _LONGEST = 2, 12
_NUMERAL = re.compile(r"[IVX]+")


def definitions(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The long names with the id of their acronym, the acronyms with the id of their long name, in the whole text."""
    candidates = [one for one in found if one.kind in _KINDS]
    by_end: dict[int, list[Candidate]] = {}
    for one in candidates:
        by_end.setdefault(one.end, []).append(one)
    defined: dict[str, tuple[Kind, str]] = {}
    for match in _BRACKET.finditer(text):
        acronym = match["acronym"]
        if not _is_acronym(acronym) or _is_other(acronym):
            continue
        at = _behind(text, match.start())
        long_name = max(by_end.get(at, ()), key=_best, default=None) or _initials(text, at, acronym)
        if long_name is None:
            continue
        entity_id = _id(long_name, acronym)
        defined.setdefault(acronym, (long_name.kind, entity_id))
        if long_name.entity_id != entity_id:
            yield replace(long_name, entity_id=entity_id, by=Layer.GRAMMAR, rule="definition.long-name")
    yield from _acronyms(text, defined)


def _behind(text: str, bracket: int) -> int:
    """Where a name ends in front of a bracket: before at most two blanks."""
    base = max(bracket - 2, 0)
    return base + len(text[base:bracket].rstrip())


def _is_other(acronym: str) -> bool:
    """Whether the gazetteer knows the letters as something that no name defines: a country, a place, a substance."""
    known = gazetteer().lookup(acronym)
    return bool(known) and not any(one.startswith(tuple(_PREFIX.values())) for one in known)


def _best(one: Candidate) -> tuple[int, int]:
    return one.length, one.entity_id is not None


def _is_acronym(word: str) -> bool:
    if _NUMERAL.fullmatch(word):
        return False  # "(Protocol II)"
    return _SHORTEST <= len(word) <= _LONGEST and sum(map(str.isupper, word)) * 2 > len(word)


def _id(long_name: Candidate, acronym: str) -> str:
    if long_name.entity_id:
        return long_name.entity_id
    prefix = _PREFIX[long_name.kind]
    known = next((one for one in gazetteer().lookup(acronym) if one.startswith(f"{prefix}:")), None)
    return known or f"{prefix}:{latin(acronym).upper()}"


def _initials(text: str, end: int, acronym: str) -> Candidate | None:
    """The words in front of a bracket whose initials spell the acronym; small words may be skipped."""
    before = text[max(end - 12 * len(acronym) - 60, 0) : end]
    words = list(re.finditer(r"[^\W\d_][\w'’]*", re.split(r"[.;:!?()\n]", before)[-1]))
    offset = end - len(re.split(r"[.;:!?()\n]", before)[-1])
    letters = [char.lower() for char in acronym if char.isalpha()]
    for word in reversed(words):
        if letters and word.group()[0].lower() == letters[-1]:
            letters.pop()
            if not letters:
                return _long_form(text, offset + word.start(), end)
        elif word.group()[0].isupper():
            return None
    return None


def _long_form(text: str, start: int, end: int) -> Candidate | None:
    if not text[start].isupper() or " " not in text[start:end]:
        return None
    return Candidate(start, end, Kind.ORGANISATION, None, Layer.GRAMMAR, "definition.initials")


def _acronyms(text: str, defined: dict[str, tuple[Kind, str]]) -> Iterator[Candidate]:
    if not defined:
        return
    names = "|".join(sorted(map(re.escape, defined), key=lambda name: (-len(name), name)))
    for match in re.finditer(rf"(?<![\w-])(?:{names})(?![\w])", text):
        kind, entity_id = defined[match.group()]
        yield Candidate(*match.span(), kind, entity_id, Layer.DOCUMENT, "definition.acronym")
