"""How a document is built: its genre, its provisions with Akoma Ntoso ids, what it says of itself.

Ids. Articles carry no container: their numbers run through an instrument ("Article 5 (2) (a)" says enough).
- `preface` (title), `preamble` with `preamble__recital_1` …, `conclusions` (closing words, signatures);
- `art_5`, `art_5bis`, `art_5-1` («Статья 5¹»); roman and spelled numbers become figures (`art_5` for "Article V");
- below: `__para_2` (also for unnumbered paragraphs of an article that has several, counted), `__subpara_1` (for "2.1"),
  `__point_a` (the letter or number as printed), `__indent_1` (dashes and items without a number, counted);
- containers: `part_2`, `part_2__chp_1`, `part_2__chp_1__sec_3`, `title_1`;
- annexes and further instruments in the same text: `att_1`, and what they hold: `att_1__art_2`, `att_1__para_3`;
- instruments without articles: `sec_1__para_2` where sections are the basic unit, else `para_1__subpara_2`;
- releases and other running text: `p_1` … and `h_1` … for headings between paragraphs.
Every character that is not blank lies in some top-level provision.
"""

from __future__ import annotations

from pipeline.language import PACKS
from pipeline.model import Document, Genre, Structure
from pipeline.structure import frame, release, treaty
from pipeline.structure.lines import Page, read_lines

VERSION = 1
INSTRUMENTS = frozenset({Genre.TREATY, Genre.MEMORANDUM, Genre.EXCHANGE_OF_NOTES, Genre.RESOLUTION})

__all__ = ["VERSION", "read_structure"]


def read_structure(document: Document) -> Structure:
    """Genre, title, provisions and stated metadata of one document; a language without a pack gets paragraphs."""
    page = read_lines(document.text)
    pack = PACKS.get(document.language)
    if pack is None or not page.lines:
        paragraphs = release.read_paragraphs(page, document.blocks)
        return Structure(Genre.OTHER, "no words for this language", provisions=paragraphs)
    provisions = treaty.read_provisions(page, pack.structure)
    genre, evidence = frame.genre(page, provisions, pack.structure)
    if genre in INSTRUMENTS and provisions:
        end = next((p.span.end for p in provisions if p.eid == "preface"), 0)
        return Structure(genre, evidence, frame.title(page, end), provisions=provisions)
    return Structure(genre, evidence, _headline(page), provisions=release.read_paragraphs(page, document.blocks))


def _headline(page: Page) -> str | None:
    first = page.words(0)
    return first if len(first) <= release.HEADLINE_LENGTH else None
