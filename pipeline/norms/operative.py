"""Operative paragraphs of resolutions: what a body decides to do, and whom it instructs, asks or urges to do what.

To instruct, direct or demand makes an obligation, to authorise a power, to urge, call upon, encourage, invite or
recommend an aspiration. A request makes an obligation where it goes to an organ or officer and an aspiration where it
goes to States. The addressee is the bearer; who decides to do something is bound by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from pipeline.language import PACKS
from pipeline.model import Document, Genre, Modality, Norm, Span, Statement, Strength
from pipeline.norms import deadlines, russian_words
from pipeline.norms.bearers import Bearer, Names, named
from pipeline.norms.passages import Passage
from pipeline.norms.proposals import named_lead

_FREE = frozenset({"all_parties", "each_party", "state"})  # whom a body can ask, not bind
_END = re.compile(r"[\s,;.:]*(?:\b(?:and|и))?[\s,;.:]*$")
_ISSUER_WITHIN = 6000  # characters: the name of the body stands before the recitals

NOMINATIVES: Mapping[str, Callable[[str], str]] = MappingProxyType({"ru": russian_words.nominative})
VERBLESS: Mapping[str, Callable[[str], bool]] = MappingProxyType({"ru": russian_words.verbless})
CARRYING: Mapping[str, Callable[[str], bool]] = MappingProxyType({"ru": russian_words.carries_clause})
TOLD: Mapping[str, Callable[[str], bool]] = MappingProxyType({"ru": russian_words.dative})


@dataclass(frozen=True, slots=True)
class _Directive:
    """`modality` None is a request: it depends on who is asked. `task` is where the action begins in the passage."""

    modality: Modality | None
    bearer: Bearer
    task: int
    rule: str


def norms(unit: Passage, document: Document, names: Names) -> tuple[Norm, ...]:
    """The norms of one operative paragraph or of one of its points, one for each task; none where it directs nobody."""
    if document.structure.genre is not Genre.RESOLUTION:
        return ()
    cues = PACKS[document.language].norms
    source = unit.chapeau if unit.chapeau is not None and unit.chapeau.opens else unit
    listed = named_lead(source, cues) is not None
    if source is not unit:
        found = None if listed else _directive(source, document, names)
        return (_norm(unit, found, source, document),) if found is not None else ()
    if unit.opens and source.text.rstrip().endswith(":") and not listed:
        return ()
    return tuple(_told(unit, document, names))


def _told(unit: Passage, document: Document, names: Names) -> Iterator[Norm]:
    """The norms of a paragraph without points: every directive in it, and every task of each."""
    cues = PACKS[document.language].norms
    whom: Bearer | None = None
    for part in _cut(unit, re.compile(cues.another), 0):
        found = _directive(part, document, names)
        if found is None:
            continue
        if found.bearer.canonical in cues.anaphors and whom is not None:
            found = replace(found, bearer=whom)
        whom = found.bearer
        tasks = _cut(part, re.compile(cues.another_task), found.task)
        for i, task in enumerate(tasks):
            yield _norm(task, found if i == 0 else replace(found, task=0), task, document)


def _cut(unit: Passage, joint: re.Pattern[str], start: int) -> list[Passage]:
    """A passage in pieces, cut where `joint` stands behind the offset `start`."""
    pieces, low = [], 0
    for found in joint.finditer(unit.text, start + 1):
        pieces.append((low, found.start()))
        low = found.end()
    pieces.append((low, len(unit.text)))
    at = unit.span.start
    return [replace(unit, span=Span(at + low, at + high), text=unit.text[low:high]) for low, high in pieces]


def _norm(unit: Passage, found: _Directive, source: Passage, document: Document) -> Norm:
    modality = found.modality
    if modality is None:
        modality = Modality.ASPIRATION if found.bearer.canonical in _FREE else Modality.OBLIGATION
    text = _END.sub("", unit.text)
    span = Span(unit.span.start, unit.span.start + len(text))
    limits = deadlines.find(text, document.language, span.start)
    return Norm(
        eid=unit.eid,
        span=span,
        modality=modality,
        statement=Statement.PRESCRIPTIVE,
        strength=Strength.SHOULD if modality is Modality.ASPIRATION else Strength.SHALL,
        bearer=found.bearer.canonical,
        action=text[found.task :].strip() if source is unit else text,
        quote=text,
        rule=f"{document.language}-resolution-{found.rule}",
        bearer_text=found.bearer.text,
        bearer_inferred=bool(found.bearer.why),
        bearer_why=found.bearer.why,
        deadline=next((d for d in limits if d.iso8601), next(iter(limits), None)),
        chapeau=source.text if source is not unit else None,
    )


def _directive(unit: Passage, document: Document, names: Names) -> _Directive | None:
    cues = PACKS[document.language].norms
    opening = _directives(document.language).match(unit.text)
    if opening is not None:
        kind = cues.directives[int(str(opening.lastgroup)[1:])][1]
        who, end = _addressee(unit, opening.end(), document, names)
        return _Directive(Modality(kind) if kind != "request" else None, who, end, kind)
    for pattern, modality, binds in cues.voiced:
        voice = re.compile(rf"(?i)\W{{0,3}}{pattern}\s").match(unit.text)
        if voice is not None:
            who = _issuer(document, names) if binds else Bearer(None)
            return _Directive(Modality(modality), who, voice.end(), "voices")
    own = re.match(cues.resolving, unit.text)
    if (
        own is not None
        and own.group(1).lower() not in cues.performed
        and not _rules(unit.text[own.start(1) :], document.language)
    ):
        return _Directive(Modality.OBLIGATION, _issuer(document, names), own.start(1), "decides")
    told = re.match(cues.told, unit.text) or re.match(r"\s*([^:]{3,200}):\s*$", unit.text)
    if told is not None and _is_told(unit.text[: told.end()], document.language):
        whom = str(re.split(cues.directed, told.group(1), maxsplit=1)[0])
        return _Directive(Modality.OBLIGATION, _named(whom, None, document.language, names), told.end(1), "told")
    return _fronted(unit, document, names)


def _rules(said: str, language: str) -> bool:
    """«Иметь при себе оружие не разрешается»: a rule with a predicate of its own, no decision."""
    head = re.split(r"[,:;]", said, maxsplit=1)[0]
    return language in CARRYING and any(CARRYING[language](word) for word in re.findall(r"\w+", head.lower()))


def _is_told(words: str, language: str) -> bool:
    """«Секретариату подготовить доклад», not «Сотруднику не разрешается подготовить …»"""
    return TOLD.get(language, _nobody)(words) and VERBLESS.get(language, _nobody)(words)


def _fronted(unit: Passage, document: Document, names: Names) -> _Directive | None:
    """«Контроль за выполнением возложить на Секретариат»: the object first, then what to do with it and who does."""
    cues = PACKS[document.language].norms
    found = re.match(cues.fronted, unit.text)
    if found is None or not VERBLESS.get(document.language, _nobody)(found["what"]):
        return None
    if found["verb"] in cues.entrusting and found["who"]:
        who = re.split(cues.directed, found["who"], maxsplit=1)[0]
        return _Directive(Modality.OBLIGATION, _named(str(who), None, document.language, names), 0, "entrusted")
    return _Directive(Modality.OBLIGATION, _issuer(document, names), 0, "decides")


def _nobody(phrase: str) -> bool:
    """Languages without a dative name nobody so."""
    return not phrase


@cache
def _directives(language: str) -> re.Pattern[str]:
    cues = PACKS[language].norms
    rows = "|".join(f"(?P<d{i}>{pattern})" for i, (pattern, _) in enumerate(cues.directives))
    return re.compile(rf"(?i)\W{{0,3}}(?:{rows})\b\s*" if rows else r"(?!)")


def _addressee(unit: Passage, start: int, document: Document, names: Names) -> tuple[Bearer, int]:
    """Who is told, and where the task begins."""
    cues = PACKS[document.language].norms
    cut = re.compile(cues.directed).search(unit.text, start)
    end = cut.start() if cut is not None else len(unit.text)
    words = unit.text[start:end].strip(" ,:;.")
    if not words:
        return Bearer(None), start
    bearer = _named(words, Span(unit.span.start + start, unit.span.start + end), document.language, names)
    return bearer, end


def _named(words: str, where: Span | None, language: str, names: Names) -> Bearer:
    found = named(NOMINATIVES.get(language, str)(words), where, names, language)
    return Bearer(found.canonical, words)


def _issuer(document: Document, names: Names) -> Bearer:
    found = re.compile(PACKS[document.language].norms.issuer).search(document.text, 0, _ISSUER_WITHIN)
    if found is None:
        return Bearer(None)
    bearer = named(found.group(1), Span(*found.span(1)), names, document.language)
    return Bearer(bearer.canonical, None, "who resolves is bound by what it decides to do")
