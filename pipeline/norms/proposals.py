"""Which sentences are worth a parse: cues propose, and points are completed by the words that introduce them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.language import PACKS
from pipeline.language.pack import NormCues
from pipeline.model import CrossRef, Document, Genre, Kind, Mention
from pipeline.norms.bearers import Names
from pipeline.norms.passages import Passage
from pipeline.structure.references import find_references

LONGEST = 2500  # characters; a longer "sentence" is a table or an unsegmented page, and parsing it costs too much
_LONGEST_LEAD = 200
_COMMA = re.compile(r",\s+(\w+)")
ACTING = frozenset({Kind.ORGANISATION, Kind.COUNTRY, Kind.PERSON, Kind.ROLE})


@dataclass(frozen=True, slots=True)
class Context:
    """What the reading of one document needs everywhere."""

    document: Document
    cues: NormCues
    names: Names
    acting: tuple[Mention, ...]
    references: tuple[CrossRef, ...]
    reference_starts: tuple[int, ...]
    default: tuple[str, str] | None
    present: bool
    points: dict[int, list[str]]

    @property
    def language(self) -> str:
        return self.document.language


@dataclass(frozen=True, slots=True)
class Job:
    """One passage to parse: `lead` words that are not its own come first in `text`."""

    passage: Passage
    text: str
    lead: int


def context_of(document: Document, cues: NormCues) -> Context:
    binding = _party(document.language).search(document.text) is not None or bool(document.structure.parties)
    why = "a passive without agent, in an instrument that binds its Parties"
    genre = document.structure.genre
    references = _references(document)
    return Context(
        document,
        cues,
        Names.of(document),
        tuple(m for m in document.mentions if m.kind in ACTING),
        references,
        tuple(ref.span.start for ref in references),
        ("all_parties", why) if binding and genre is not Genre.RESOLUTION else None,
        cues.always_present or genre in {Genre.MEMORANDUM, Genre.EXCHANGE_OF_NOTES},
        {},
    )


def _references(document: Document) -> tuple[CrossRef, ...]:
    """All references of an instrument to provisions, in order."""
    if not document.structure.provisions or document.structure.genre is Genre.RELEASE:
        return ()
    found = find_references(document.text, document.language, document.structure, mentions=document.mentions)
    return tuple(sorted(found, key=lambda ref: ref.span))


@cache
def _party(language: str) -> re.Pattern[str]:
    return re.compile(PACKS[language].norms.party_word, re.I)


@cache
def any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or r"(?!)")


# --- proposing ------------------------------------------------------------------------------------------------------


def jobs_of(unit: Passage, context: Context, *, release: bool) -> Iterator[Job]:
    cues = context.cues
    if len(unit.text) > LONGEST:
        return
    if (
        unit.chapeau is not None
        and conditions_follow(unit.chapeau, cues)
        and not any_of(cues.own_modal).search(unit.text.lower())
    ):
        return
    if unit.chapeau is not None and opens(unit.chapeau, cues):
        lead = _lead(unit.chapeau, cues)
        yield Job(unit, lead + unit.text, len(lead))
    elif any_of(cues.releases if release else cues.proposes).search(unit.text.lower()) or (
        context.present and not release and _party(context.language).search(unit.text)
    ):
        yield Job(unit, unit.text, 0)


def conditions_follow(chapeau: Passage, cues: NormCues) -> bool:
    """Whether the points only set conditions ("may refuse if:"): then the norm stands in the introduction."""
    return any_of(cues.list_of_conditions).search(_tail(chapeau)) is not None


def opens(chapeau: Passage, cues: NormCues) -> bool:
    """Whether the points complete the verb of the chapeau ("shall:"), not its object ("shall include:")."""
    return any_of(cues.open_list).search(_tail(chapeau)) is not None


def _tail(chapeau: Passage) -> str:
    """The last words of an introduction, where it shows how its points go on."""
    return chapeau.text[-300:].lower()


def _lead(chapeau: Passage, cues: NormCues) -> str:
    """The words before a point that make it a sentence; a long chapeau is cut to its pronoun and modal."""
    text = chapeau.text.rstrip(" :–—-")
    full = (_lead(chapeau.chapeau, cues) if chapeau.chapeau and opens(chapeau.chapeau, cues) else "") + text + " "
    if len(full) <= _LONGEST_LEAD:
        return full
    cue = any_of(cues.open_list).search(chapeau.text.lower())
    words = chapeau.text[cue.start() : cue.end()].split(",")[0].rstrip(" :–—-") if cue else ""
    return f"{cues.subject_of_list} {words} ".lstrip()


def without_insertions(text: str, cues: NormCues) -> str:
    """The sentence with "…, where appropriate, …" after a modal blanked out: the parser loses the verb behind it."""
    clause = any_of((cues.subject_clause,)).match(text)
    if clause is not None:
        text = text[: clause.start(1)] + " " * (clause.end(1) - clause.start(1)) + text[clause.end(1) :]
    for phrase in any_of(cues.phrases_after_modal).finditer(text):
        low, high = next(phrase.span(i) for i in range(1, (phrase.lastindex or 0) + 1) if phrase.group(i))
        text = text[:low] + " " * (high - low) + text[high:]
    for modal in any_of(cues.insertions).finditer(text):
        for comma in _COMMA.finditer(text, modal.end(1), min(len(text), modal.end() + 250)):
            word = comma.group(1).lower()
            if word not in cues.function_words and not word.endswith(cues.not_bare):
                blank = " " * (comma.start(1) - modal.end(1))
                text = text[: modal.end(1)] + blank + text[comma.start(1) :]
                break
    return text
