"""Excerpts and other papers without the frame of an instrument: their articles, numbered paragraphs and points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.language.pack import StructureWords
from pipeline.model import Block, Genre, Provision, Span, Structure
from pipeline.structure import body, release
from pipeline.structure.front import title_line
from pipeline.structure.lines import Page
from pipeline.structure.markers import Marker, readings
from pipeline.structure.treaty import unique

FIRST = frozenset({"1.", "(1)", "1)"})
REACH = 25_000
UNFRAMED = "numbered provisions without the frame of an instrument"
FRAME = frozenset({"preface", "preamble"})
UNITS = frozenset({"part", "title", "chapter", "section", "article"})


def read_excerpt(
    page: Page, provisions: tuple[Provision, ...], blocks: tuple[Block, ...], words: StructureWords, *, told: bool
) -> Structure | None:
    """The structure of a text without an instrument's frame, from the `provisions` read from its headings.

    A treaty where articles speak of duties of the Parties, else other. `told`: the text reads like a release, which
    only a heading or number at its very beginning outweighs. None for running text.
    """
    duty = re.search(words.duties, page.text[:REACH], re.IGNORECASE)
    opened = _begins_numbered(page, words) or bool(provisions and provisions[0].kind in UNITS)
    if told and not (duty and opened):
        return None
    articles = sum(p.kind == "article" for top in provisions for p in top.walk())
    if duty and articles:
        evidence = f"an excerpt: {articles} article{'s' if articles > 1 else ''}, the words “{_flat(duty[0])}”"
        return Structure(Genre.TREATY, evidence, provisions=_framed(page, provisions, blocks, words))
    if any(p.kind in UNITS for p in provisions):
        made = _framed(page, provisions, blocks, words)
    else:
        made = read_numbered(page, blocks, words)
    return Structure(Genre.OTHER, UNFRAMED, provisions=made) if made else None


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _framed(
    page: Page, provisions: tuple[Provision, ...], blocks: tuple[Block, ...], words: StructureWords
) -> tuple[Provision, ...]:
    """The provisions; what stands before the first is a preface only if it names an instrument."""
    if title_line(page, len(page.text), words) or _names_instrument(page, words):
        return provisions
    return filled(page, (p for p in provisions if p.kind not in FRAME), blocks)


def _names_instrument(page: Page, words: StructureWords) -> bool:
    names = tuple(name for group in words.instruments.values() for name in group)
    return page.words(0).lower().startswith(names)


def _begins_numbered(page: Page, words: StructureWords) -> bool:
    """Does the text begin with a numbered paragraph, whatever its number, or with words that introduce points?"""
    return bool(page.lines) and _list_at(page, 0, words, any_number=True)


def read_numbered(page: Page, blocks: tuple[Block, ...], words: StructureWords) -> tuple[Provision, ...]:
    """Numbered paragraphs with their points, all other text as in a release; empty where nothing is numbered."""
    first = next((i for i in range(len(page.lines)) if _list_at(page, i, words, any_number=not i)), None)
    if first is None:
        return ()
    start, end = page.lines[first].start, page.lines[-1].end
    listed = body.provisions(page, start, end, "", words, outer="excerpt")
    return unique(filled(page, listed, blocks)) if any(p.number or p.children for p in listed) else ()


def read_plain(page: Page, blocks: tuple[Block, ...], words: StructureWords) -> tuple[Provision, ...]:
    """Every paragraph of an instrument that numbers none, counted, with its points."""
    made = body.provisions(page, page.lines[0].start, page.lines[-1].end, "", words, outer="excerpt")
    return unique(filled(page, made, blocks))


def _list_at(page: Page, index: int, words: StructureWords, *, any_number: bool) -> bool:
    """Does a list begin at this line: a paragraph "1.", or an introduction with a colon before a point "a"?"""
    line = page.lines[index]
    numbered = _opens(page, index, words, any_number=any_number)
    if numbered is not None and (any_number or numbered.style in FIRST):
        return True
    if page.text[line.end - 1] != ":" or index + 1 >= len(page.lines):
        return False
    point = _opens(page, index + 1, words, any_number=False)
    return point is not None and point.style not in FIRST


def _opens(page: Page, index: int, words: StructureWords, *, any_number: bool) -> Marker | None:
    """The marker that line `index` begins with, if words follow it and it may begin a list."""
    line = page.lines[index]
    for marker in readings(page.text, line.start, words):
        worded = marker.end < line.end and (page.text[marker.end].isalpha() or page.text[marker.end] in '"“«(')
        if worded and marker.style != "-" and (marker.value == 1 or any_number):
            return marker
    return None


def filled(page: Page, provisions: Iterable[Provision], blocks: tuple[Block, ...]) -> tuple[Provision, ...]:
    """The provisions with all text around them as paragraphs and headings of their own."""
    loose = release.read_paragraphs(page, blocks)
    out: list[Provision] = []
    here = 0
    for provision in provisions:
        out += _within(page, loose, here, provision.span.start)
        out.append(provision)
        here = provision.span.end
    out += _within(page, loose, here, len(page.text))
    return tuple(_counted(out))


def _within(page: Page, loose: Iterable[Provision], start: int, end: int) -> Iterator[Provision]:
    """The loose paragraphs between two offsets, cut there."""
    for one in loose:
        low, high = max(one.span.start, start), min(one.span.end, end)
        low += len(page.text[low:high]) - len(page.text[low:high].lstrip()) if low < high else 0
        high = low + len(page.text[low:high].rstrip())
        if low < high:
            yield replace(one, span=Span(low, high))


def _counted(provisions: Iterable[Provision]) -> Iterator[Provision]:
    """Loose paragraphs numbered anew."""
    counts = {"p": 0, "heading": 0}
    for one in provisions:
        if one.kind in counts and re.fullmatch(r"[ph]_\d+", one.eid):
            counts[one.kind] += 1
            yield replace(one, eid=f"{'p' if one.kind == 'p' else 'h'}_{counts[one.kind]}")
        else:
            yield one
