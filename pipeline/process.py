"""The one straight line: an Extraction becomes annotated Documents, one per language version."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any

from pipeline import clean, facts, figures, norms, quotes, structure
from pipeline.entities import mentions, terms
from pipeline.entities.decisions import NONE, Decisions
from pipeline.extract import sandbox
from pipeline.language import detect
from pipeline.model import Block, Document, Extraction, Source


@dataclass(frozen=True, slots=True)
class Stage:
    """One annotation: `run` reads a Document and returns the value of its field `name`.

    A raised `version` makes stored documents stale in this stage, and in the stages that name it in `needs`.
    """

    name: str
    version: int
    needs: tuple[str, ...]
    run: Callable[[Document], Any]


STAGES: tuple[Stage, ...] = (
    Stage("structure", structure.VERSION, (), structure.read_structure),
    Stage("mentions", mentions.VERSION, ("structure",), mentions.read_mentions),
    Stage("figures", figures.VERSION, ("mentions",), figures.read_figures),
    Stage("facts", facts.VERSION, ("structure", "mentions", "figures"), facts.read_facts),
    Stage("norms", norms.VERSION, ("structure", "mentions"), norms.read_norms),
    Stage("quotes", quotes.VERSION, ("structure", "mentions"), quotes.read_quotes),
)

READING = (("extract", sandbox.VERSION), ("clean", clean.VERSION), ("language", detect.VERSION))
"""Versions of the steps before annotation: a raised one re-reads the stored extraction or the source."""

DECIDED = "mentions"
"""The stage that people's decisions change."""
_DECISIONS = "decisions"

STAGE_VERSIONS = (*READING, *((stage.name, stage.version) for stage in STAGES))


def decided(decisions: Decisions) -> dict[str, int]:
    """The entry of `stage_versions` that tells which decisions were applied; empty for none."""
    return {_DECISIONS: decisions.version} if decisions.version else {}


def documents(
    extraction: Extraction, sha256: str, decisions: Decisions = NONE, *, language: str | None = None
) -> tuple[Document, ...]:
    """Every language version of one source, annotated. `language` overrides detection."""
    return tuple(annotate(draft, decisions=decisions) for draft in drafts(extraction, sha256, language=language))


def drafts(extraction: Extraction, sha256: str, *, language: str | None = None) -> tuple[Document, ...]:
    """The language versions of one source, cleaned but not annotated; a source without text gives none."""
    versions = detect.versions(extraction) if language is None else ((language, extraction.blocks),)
    return tuple(_draft(extraction, sha256, code, blocks) for code, blocks in versions)


def _draft(extraction: Extraction, sha256: str, language: str, blocks: tuple[Block, ...]) -> Document:
    cleaned, kept = clean.version(extraction, blocks)
    return Document(
        id=f"{sha256[:16]}-{language}",
        sha256=sha256,
        language=language,
        text=cleaned.text,
        origin=cleaned.offsets,
        blocks=kept,
        meta=extraction.meta,
        dropped=extraction.dropped,
        notes=extraction.notes,
        stage_versions=READING,
    )


def annotate(document: Document, stages: Collection[str] | None = None, *, decisions: Decisions = NONE) -> Document:
    """The document with every stage run, or only those named (their inputs are taken as stored)."""
    done = dict(document.stage_versions)
    for stage in STAGES:
        if stages is None or stage.name in stages:
            value = stage.run(document)
            if stage.name == DECIDED:
                value = decisions.applied(document, value)
                done.pop(_DECISIONS, None)
                done.update(decided(decisions))
            document = replace(document, **{stage.name: value})
            if stage.name == DECIDED:  # structure comes first and cannot know whom a defined term names
                document = replace(document, structure=terms.identified(document))
            done[stage.name] = stage.version
    return replace(document, stage_versions=tuple(done.items()))


def stale(document: Document, decisions: Decisions = NONE) -> frozenset[str]:
    """The stages whose stored result is older than the code or the decisions, with all that build on them."""
    have = dict(document.stage_versions)
    old: set[str] = set()
    if have.get(_DECISIONS, 0) != decisions.version:
        old.add(DECIDED)
    for stage in STAGES:
        if have.get(stage.name) != stage.version or old.intersection(stage.needs):
            old.add(stage.name)
    return frozenset(old)


def analyse_text(text: str, *, language: str | None = None) -> tuple[Document, ...]:
    """Documents of a text already in memory; offsets lead back into `text`."""
    from pipeline.extract import plain  # its tables of encodings are for whoever reads, not for the ledger's writer

    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return documents(plain.from_text(text), sha256, language=language)


def analyse_source(source: Source, limits: sandbox.Limits) -> tuple[Document, ...]:
    """Documents of one file, parsed in a limited child process; raises the errors of pipeline.errors."""
    return documents(sandbox.extract(source, limits), source.sha256)
