"""One stored document, opened by id or by path, whole or by article."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.errors import DragomanError
from pipeline.ledger import Ledger
from pipeline.model import Document, Genre, Provision, Span
from pipeline.structure import Binding, binding


@dataclass(frozen=True, slots=True)
class Section:
    """One provision as shown: its id, page and words, and the records that lie in it, one line each."""

    eid: str
    kind: str
    page: int | None
    text: str
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What an instrument says of itself: `kind` as in model.Clause, the sentence and where it is written."""

    kind: str
    eid: str
    text: str


@dataclass(frozen=True, slots=True)
class Particulars:
    """Who concluded an instrument, when and where, whether it binds, and what its final clauses say.

    Only what the text states: `signed_on` is ISO 8601 or None, `parties` are names as printed.
    """

    parties: tuple[str, ...]
    signed_on: str | None
    signed_at: str | None
    binding: Binding
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A document, or part of it, ready to be shown."""

    document_id: str
    title: str | None
    language: str
    genre: str
    issued_on: str | None
    sections: tuple[Section, ...]
    particulars: Particulars | None = None


def by_path(ledger: Ledger, name: str) -> list[str]:
    """The ids of the documents read from this path."""
    digest = ledger.paths().get(os.path.abspath(os.fsencode(name)))
    return [document.id for document in ledger.documents_of(digest)] if digest else []


def view(document: Document, *, article: str | None = None) -> View:
    """All top provisions (articles one by one), or the one asked for; raises DragomanError where there is none."""
    chosen = tuple(_units(document.structure.provisions)) if article is None else (found(document, article),)
    issued = document.issued_on
    return View(
        document.id,
        document.title,
        document.language,
        document.structure.genre.value,
        issued.isoformat() if issued else None,
        tuple(_section(document, provision) for provision in chosen),
        particulars(document),
    )


def particulars(document: Document) -> Particulars | None:
    """None for a text that is no instrument."""
    structure = document.structure
    if structure.genre in {Genre.RELEASE, Genre.OTHER}:
        return None
    signed_on = structure.signed_on
    return Particulars(
        structure.parties,
        signed_on.isoformat() if signed_on else None,
        structure.signed_at,
        binding(document),
        tuple(Statement(clause.kind, clause.eid, clause.text) for clause in structure.clauses),
    )


def _units(provisions: tuple[Provision, ...]) -> Iterator[Provision]:
    """Articles and everything that holds no articles."""
    for provision in provisions:
        if any(child.kind == "article" for child in provision.walk() if child is not provision):
            yield from _units(provision.children)
        else:
            yield provision


def found(document: Document, article: str) -> Provision:
    """The provision that `locate` finds; raises DragomanError, with the articles there are, where it finds none."""
    provision = locate(document, article)
    if provision is None:
        known = ", ".join(p.number or p.eid for p in document.structure.walk() if p.kind == "article")
        raise DragomanError(
            f"{document.id}: no article {article}", reason="unknown", hint=f"articles: {known or 'none'}"
        )
    return provision


def locate(document: Document, name: str) -> Provision | None:
    """The provision meant by an eid, "5", "5.2", "5(2)(a)" or "Article 5"."""
    structure = document.structure
    if exact := structure.find(name):
        return exact
    steps = re.findall(r"[^\W_]+", name.casefold())
    steps = steps[1:] if len(steps) > 1 and not steps[0].isdigit() and len(steps[0]) > 2 else steps
    if not steps:
        return None
    found = next((p for p in structure.walk() if p.kind == "article" and _goes_by(p, steps[0])), None)
    found = found or next((p for p in structure.walk() if _goes_by(p, steps[0])), None)
    for step in steps[1:]:
        found = next((p for p in found.children if _goes_by(p, step)), None) if found else None
    return found


def _goes_by(provision: Provision, number: str) -> bool:
    """Is this its number as printed, or, of "Article V" and «Статья пятая», the figure in its id?"""
    return number in ((provision.number or "").casefold(), provision.eid.rpartition("_")[2].casefold())


def _section(document: Document, provision: Provision) -> Section:
    page = document.page_of(provision.span.start)
    return Section(
        provision.eid,
        provision.kind,
        page,
        provision.span.of(document.text).strip(),
        tuple(_records(document, provision.span)),
    )


def _records(document: Document, span: Span) -> Iterator[str]:
    """Every record inside `span` with the rule that made it."""
    for m in document.mentions:
        if span.covers(m.span):
            yield f"{m.kind.value}: {m.text} → {m.entity_id or 'unresolved'} [{m.by.value}: {m.rule}]"
    for n in document.norms:
        if span.covers(n.span):
            who = n.bearer or "nobody named"
            told = f" (inferred: {n.bearer_why})" if n.bearer_inferred else ""
            yield f"norm: {n.modality.value} of {who}{told}: {n.action} [{n.rule}]"
    for f in document.facts:
        if span.covers(f.span):
            told = " ".join(part for part in (f.amount.text if f.amount else "", f.of or "") if part)
            yield f"fact: {f.kind.value}: {told} [{f.rule}]"
    for q in document.quotes:
        if span.covers(q.span):
            yield f"quote: {q.speaker or 'unnamed'}: {q.words} [{q.rule}]"
