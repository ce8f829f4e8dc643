"""How a document is built: its genre, its provisions with Akoma Ntoso ids, what it says of itself.

Ids. Articles carry no container: their numbers run through an instrument ("Article 5 (2) (a)" says enough).
- `preface` (title), `preamble` with `preamble__recital_1` …, `conclusions` (closing words, signatures);
- `art_5`, `art_5bis`, `art_5-1` («Статья 5¹»); roman and spelled numbers become figures (`art_5` for "Article V");
- below: `__para_2` (also for unnumbered paragraphs of an article that has several, counted), `__subpara_1` (for "2.1"),
  `__point_a` (the letter or number as printed), `__indent_1` (dashes and items without a number, counted);
- containers: `part_2`, `part_2__chp_1`, `part_2__chp_1__sec_3`, `title_1`;
- annexes and further instruments in the same text: `att_1`, and what they hold: `att_1__art_2`, `att_1__para_3`;
- instruments without articles: `sec_1__para_2` where sections are the basic unit, else `para_1__subpara_2`;
- releases and other running text: `p_1` … and `h_1` … for headings between paragraphs;
- excerpts, which begin at any number: `art_5__para_2__point_a`, `para_4__point_b`, and `p_1` … for what stands around.
Every character that is not blank lies in some top-level provision.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.language import PACKS
from pipeline.model import Document, Genre, Structure
from pipeline.structure import excerpt, frame, gaps, metadata, parties, release, signing, treaty
from pipeline.structure.binding import Binding, binding
from pipeline.structure.lines import Page, read_lines, without_furniture

VERSION = 2
INSTRUMENTS = frozenset({Genre.TREATY, Genre.MEMORANDUM, Genre.EXCHANGE_OF_NOTES, Genre.RESOLUTION})

__all__ = ["VERSION", "Binding", "binding", "read_structure"]


def read_structure(document: Document) -> Structure:
    """Genre, title, provisions and stated metadata of one document; a language without a pack gets paragraphs."""
    page = read_lines(document.text)
    pack = PACKS.get(document.language)
    if pack is None or not page.lines:
        paragraphs = release.read_paragraphs(page, document.blocks)
        return Structure(Genre.OTHER, "no words for this language", provisions=paragraphs)
    sheet = without_furniture(page)
    provisions = treaty.read_provisions(sheet, pack.structure)
    genre, evidence = frame.genre(sheet, provisions, pack.structure)
    if genre is Genre.EXCHANGE_OF_NOTES:
        provisions = provisions or excerpt.read_plain(page, document.blocks, pack.structure)
    if genre in INSTRUMENTS and provisions:
        frame_only = Structure(genre, evidence, provisions=provisions, notes=gaps.notes(document, provisions))
        return _instrument(sheet, frame_only, document)
    part = excerpt.read_excerpt(page, provisions, document.blocks, pack.structure, told=genre is Genre.RELEASE)
    if part and part.genre in INSTRUMENTS:
        return _instrument(page, replace(part, notes=gaps.notes(document, part.provisions)), document)
    return Structure(
        part.genre if part else genre,
        part.evidence if part else evidence,
        release.headline(page, document.blocks),
        signed_on=metadata.issued(page),
        provisions=part.provisions if part else release.read_paragraphs(page, document.blocks),
        terms=metadata.defined_terms(page, document.language),
    )


def _instrument(page: Page, frame_only: Structure, document: Document) -> Structure:
    """The structure of an instrument completed with what it states of itself."""
    language = document.language
    title = frame.title(page, frame_only, PACKS[language].structure, document.blocks, language)
    frame_only = replace(frame_only, title=title)
    clauses = metadata.clauses(page, frame_only, language)
    signed_on, signed_at = signing.signature(page, frame_only, language)
    return replace(
        frame_only,
        parties=() if frame_only.genre is Genre.RESOLUTION else parties.parties(page, frame_only, language),
        signed_on=signed_on,
        signed_at=signed_at,
        in_force_rule=metadata.in_force_rule(clauses, language),
        terms=metadata.defined_terms(page, language),
        clauses=clauses,
    )
