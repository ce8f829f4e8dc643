"""The pass over the whole document: one id for a person in every spelling, surnames, headlines, national bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from pipeline.entities.bodies import Countries, acronyms, national, treaty
from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.grammars_heads import gapped, headlines, in_headline
from pipeline.entities.kinds import Candidate
from pipeline.entities.persons import Persons
from pipeline.entities.russian_words import lemmas
from pipeline.language import PACKS
from pipeline.model import Kind, Layer


def link(text: str, found: Iterable[Candidate], language: str) -> Iterator[Candidate]:
    """The candidates of the earlier layers, corrected and completed by what the whole text tells."""
    candidates = _shortened(text, _believed(text, _quoted(text, _human(text, found, language)), language))
    countries = Countries(text, candidates)
    candidates = _titles_again(text, list(_claimed(text, candidates, language)))
    persons = Persons((text[one.start : one.end] for one in candidates if one.kind is Kind.PERSON), language)
    for one in candidates:
        if one.kind is Kind.PERSON:
            yield replace(one, entity_id=persons.id(text[one.start : one.end]))
        elif (
            one.kind is Kind.TREATY
            and one.entity_id is None
            and not _of_parties(language).search(text, one.start, one.end)
        ):
            yield replace(one, entity_id=treaty(" ".join(text[one.start : one.end].split()), language))
        elif one.kind is Kind.LOCATION and one.entity_id is None:
            yield replace(one, entity_id=_place(text[one.start : one.end]))
        elif one.kind is Kind.ORGANISATION and one.entity_id is None:
            yield replace(one, entity_id=national(text, one, countries, language) or _sole(text[one.start : one.end]))
        else:
            yield one
    yield from persons.surnames(text)
    yield from acronyms(text, countries, language)
    yield from _names_again(text, candidates)
    yield from _initials(text, candidates)


@cache
def _of_parties(language: str) -> re.Pattern[str]:
    """Where a title names its parties: many agreements of many pairs have the same words."""
    return re.compile(PACKS[language].entities.pair or "(?!)", re.IGNORECASE)


@lru_cache(maxsize=5_000)
def _place(name: str) -> str | None:
    """The id of a place that the tables have under this name, but count only with care."""
    return next((one for one in gazetteer().lookup(name) if one.startswith("place:")), None)


@lru_cache(maxsize=5_000)
def _sole(name: str) -> str | None:
    """The only body that the tables have under this name, where the name counts only with care."""
    found = [one for one in gazetteer().lookup(name) if one.startswith("org:")]
    return found[0] if len(found) == 1 else None


# --- persons -----------------------------------------------------------------------------------------------------


def _human(text: str, found: Iterable[Candidate], language: str) -> list[Candidate]:
    """Without persons that hold an article or the like: "C. The Government" begins a point of a list."""
    words = PACKS[language].entities
    inflected = words.common if words.phrases.governed else frozenset()
    never = words.phrases.sentence_words | (words.common - inflected)
    return [one for one in found if one.kind is not Kind.PERSON or not _is_said(text, one, never, inflected)]


def _is_said(text: str, one: Candidate, never: frozenset[str], inflected: frozenset[str]) -> bool:
    """Whether a word of sentences or instruments, or a form of one, stands in a name."""
    found = _SMALL.findall(text[one.start : one.end].lower())
    if not never.isdisjoint(found):
        return True
    return any(len(word) >= _LONG and not inflected.isdisjoint(lemmas(word)) for word in found) if inflected else False


_LONG = 4  # letters of a word whose forms are looked at
_SMALL = re.compile(r"[^\W\d_]{2,}")


# --- bodies ---------------------------------------------------------------------------------------------------------


def _claimed(text: str, candidates: list[Candidate], language: str) -> Iterator[Candidate]:
    """The Security Council that has a secretary is a state's, not that of the United Nations."""
    secretary = _secretary(language)
    for one in candidates:
        national = one.entity_id == _SECURITY_COUNCIL and secretary.search(text, max(one.start - 30, 0), one.start)
        yield replace(one, entity_id=None) if national else one


_SECURITY_COUNCIL = "org:UNSC"


@cache
def _secretary(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{gapped(PACKS[language].entities.secretary)})\s{{1,3}}\Z", re.IGNORECASE)


def _names_again(text: str, candidates: list[Candidate]) -> Iterator[Candidate]:
    """ "Trigger IX" alone, in a text that says "Operation Trigger IX"; one word alone may be any word."""
    known = {}
    for one in candidates:
        name = text[one.start : one.end].partition(" ")[2]
        if one.kind is Kind.OPERATION and one.rule == "operation.named" and " " in name:
            known[name] = one.entity_id
    names = "|".join(map(re.escape, sorted(known, key=lambda name: (-len(name), name))))
    for match in re.finditer(rf"(?<![\w-])(?:{names})(?![\w-])", text) if known else ():
        yield Candidate(*match.span(), Kind.OPERATION, known[match.group()], Layer.DOCUMENT, "operation.again")


def _initials(text: str, candidates: list[Candidate]) -> Iterator[Candidate]:
    """The initials of a known body that the text names in full: "ICC" for the International Criminal Court."""
    meant: dict[str, set[str]] = {}
    for one in candidates:
        if one.kind is Kind.ORGANISATION and one.by is Layer.GAZETTEER and one.entity_id:
            initials = "".join(word[0] for word in _CAPITALISED.findall(text, one.start, one.end))
            if len(initials) >= _FEWEST:
                meant.setdefault(initials, set()).add(one.entity_id)
    known = {name: next(iter(ids)) for name, ids in meant.items() if len(ids) == 1 and name in text}
    names = "|".join(sorted(known, key=lambda name: (-len(name), name)))
    for match in re.finditer(rf"(?<![\w-])(?:{names})(?![\w-])", text) if known else ():
        yield Candidate(*match.span(), Kind.ORGANISATION, known[match.group()], Layer.DOCUMENT, "organisation.initials")


_CAPITALISED = re.compile(r"(?<![\w-])[A-ZА-ЯЁ](?=[^\W\d_])")


def _quoted(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """What stands in quotation marks beside an operation's head is an operation, not the body of the same name."""
    operations = {(one.start, one.end) for one in candidates if one.kind is Kind.OPERATION and one.start}
    marked = {span for span in operations if text[span[0] - 1] in '«“„"'}
    return [one for one in candidates if one.kind is Kind.OPERATION or (one.start, one.end) not in marked]


def _shortened(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """A name that the text also gives in full ("State Service" of "State Service of Tajikistan") has the same id."""
    full: dict[str, str] = {}
    heads: dict[str, set[str]] = {}
    for one in candidates:
        if one.kind is Kind.ORGANISATION and one.entity_id:
            words = text[one.start : one.end].split()
            for i in range(_FEWEST, len(words)):
                full.setdefault(" ".join(words[:i]), one.entity_id)
            if len(words) >= _FEWEST and len(words[0]) >= _LONG_HEAD:
                heads.setdefault(words[0][:_LONG_HEAD], set()).add(one.entity_id)
    return [
        replace(one, entity_id=_in_full(" ".join(text[one.start : one.end].split()), full, heads))
        if one.kind is Kind.ORGANISATION
        and one.entity_id is None
        and (one.by is not Layer.MODEL or " " not in text[one.start : one.end])
        else one
        for one in candidates
    ]


_FEWEST, _LONG_HEAD = 3, 9


def _in_full(name: str, full: Mapping[str, str], heads: Mapping[str, set[str]]) -> str | None:
    """The body that a shortened name means; a head noun alone («Содружество») that of the one name it begins."""
    if name in full:
        return full[name]
    meant = heads.get(name[:_LONG_HEAD], ()) if " " not in name and len(name) >= _LONG_HEAD else ()
    return next(iter(meant)) if len(meant) == 1 else None


# --- treaties -------------------------------------------------------------------------------------------------------


def _titles_again(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The first words of one title that the text gives in full ("Vienna Convention") name the same treaty."""
    full: dict[str, set[str]] = {}
    for one in candidates:
        if one.kind is Kind.TREATY and one.entity_id:
            words = text[one.start : one.end].split()
            for i in range(2, len(words)):
                full.setdefault(" ".join(words[:i]), set()).add(one.entity_id)
    return [
        replace(one, entity_id=next(iter(meant)))
        if one.kind is Kind.TREATY
        and one.entity_id is None
        and len(meant := full.get(" ".join(text[one.start : one.end].split()), set())) == 1
        else one
        for one in candidates
    ]


# --- headlines -----------------------------------------------------------------------------------------------------


def _believed(text: str, candidates: list[Candidate], language: str) -> list[Candidate]:
    """Without what only the capitals of a headline suggest: names there count if the text below has them too."""
    if not headlines(text) or PACKS[language].entities.phrases.governed:
        return candidates  # nor does a language with cases write its headlines in capitals
    below = {text[one.start : one.end] for one in candidates if not in_headline(text, one.start)}
    return [
        one
        for one in candidates
        if _certain(text, one) or not in_headline(text, one.start) or text[one.start : one.end] in below
    ]


def _is_line(text: str, one: Candidate) -> bool:
    """Whether a line holds nothing but the name."""
    opens = one.start == 0 or text[one.start - 1] == "\n"
    return opens and text[one.end : one.end + 1] in ("", "\n")


def _certain(text: str, one: Candidate) -> bool:
    """Tables and most grammars need no capitals; the model does, and so do bodies and treaties without a complement."""
    if one.entity_id is not None or one.by is Layer.GAZETTEER or (one.by is Layer.GRAMMAR and _is_line(text, one)):
        return True
    words = text[one.start : one.end].lower()
    if one.kind is Kind.ORGANISATION:
        return one.by is not Layer.MODEL and " of " in words
    return one.by is not Layer.MODEL and (one.kind is not Kind.TREATY or " between " in words or " of " in words)
