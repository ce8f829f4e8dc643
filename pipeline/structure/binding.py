"""Whether an instrument binds its parties in law: yes, no or unclear, with the words that say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from pipeline.language import PACKS
from pipeline.model import Clause, Document, Genre
from pipeline.structure.metadata import in_force, sentence


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Binding:
    """The answer and why; `eid` and `quote` are the provision and the sentence that carry it, None where none does."""

    answer: Answer
    why: str
    eid: str | None = None
    quote: str | None = None


def binding(document: Document) -> Binding:
    """Only what the text says: it denies or states that it binds, or a treaty or note provides for its force."""
    structure = document.structure
    denied = _clause(document, "not_binding")
    if denied:
        return Binding(Answer.NO, "it says that it does not bind", denied.eid, denied.text)
    stated = _stated(document)
    if stated:
        return stated
    force = in_force(structure.clauses, document.language) or _clause(document, "provisional")
    if force and structure.genre in (Genre.TREATY, Genre.EXCHANGE_OF_NOTES):
        return Binding(Answer.YES, f"{_name(structure.genre)} with a rule on its force", force.eid, force.text)
    if force:
        why = f"{_name(structure.genre)} with a rule on its force, which says nothing of binding"
        return Binding(Answer.UNCLEAR, why, force.eid, force.text)
    return Binding(Answer.UNCLEAR, f"{_name(structure.genre)} that says nothing of its force")


def _name(genre: Genre) -> str:
    name = "text of another kind" if genre is Genre.OTHER else genre.value.replace("_", " ")
    return f"an {name}" if name.startswith("e") else f"a {name}"


def _clause(document: Document, kind: str) -> Clause | None:
    return next((clause for clause in document.structure.clauses if clause.kind == kind), None)


def _stated(document: Document) -> Binding | None:
    """A sentence in which the instrument itself says that it binds."""
    pack = PACKS.get(document.language)
    found = re.search(pack.structure.binding, document.text, re.IGNORECASE) if pack else None
    place = document.structure.innermost(found.start()) if found else None
    if found is None or place is None or not document.structure.clauses:
        return None
    span = sentence(document.text, found.start(), found.end(), place.span)
    return Binding(Answer.YES, "it says that it binds", place.eid, span.of(document.text))
