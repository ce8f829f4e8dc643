"""What seems wrong with an instrument's numbering: gaps, articles out of order, a text that breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.language import PACKS
from pipeline.model import Document, Note, Provision
from pipeline.structure.lines import ends_sentence
from pipeline.structure.metadata import body_start

YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # a dateline below the text
AGAIN = re.compile(r"_again\d+$")
MOST_REPEATED = 5  # notes of one kind told one by one
UNITS = frozenset({"section", "paragraph"})


def notes(document: Document, provisions: tuple[Provision, ...]) -> tuple[Note, ...]:
    """`provision_missing`, `_out_of_order`, `_repeated`, `_empty` and `text_cut_short`: each with its place."""
    units = list(_units(provisions))
    found = [*_opening(document, units), *_numbering(document, units)]
    found += _few([note for unit in units for note in _inside(document, unit)], "more gaps inside articles")
    found += [*_repeated(document, provisions), *_empty(document, units)]
    last = provisions[-1] if provisions else None
    if last is not None and (last.kind not in ("conclusions", "attachment") or _ends_in_article(last)):
        end = max(p.span.end for p in last.walk())
        closing = document.text[:end].rsplit("\n", 1)[-1]
        *_, inmost = last.walk()
        ended = ends_sentence(document.text, last.span.start, end) and _has_words(document, inmost)
        if not ended and not YEAR.search(closing) and not _is_courtesy(document, closing):
            tail = " ".join(document.text[max(0, end - 40) : end].split())
            message = f"the text breaks off in {inmost.eid}, behind “{tail}”"
            found.append(Note("text_cut_short", message, document.page_of(end - 1)))
    return tuple(found)


def _is_courtesy(document: Document, line: str) -> bool:
    """Does a letter end so ("Yours sincerely,")?"""
    pack = PACKS.get(document.language)
    return pack is not None and re.match(pack.structure.note_endings, line.strip(), re.IGNORECASE) is not None


def _has_words(document: Document, provision: Provision) -> bool:
    """Does a numbered provision say anything behind its number?"""
    return not provision.number or body_start(document.text, provision) < provision.span.end


def _few(found: list[Note], more: str) -> list[Note]:
    """The first notes, and how many more there are."""
    left = len(found) - MOST_REPEATED
    return found if left <= 0 else [*found[:MOST_REPEATED], Note(found[0].code, f"{left} {more}", None)]


def _opening(document: Document, units: Sequence[Provision]) -> Iterator[Note]:
    """Articles that begin behind the first: an excerpt, or a text that lost its beginning."""
    first = _value(units[0]) if units and units[0].kind == "article" else None
    if first is not None and first > 1 and all((_value(unit) or first) >= first for unit in units):
        numbers = "1" if first == 2 else f"1–{first - 1}"
        message = f"no number {numbers} before {units[0].eid}"
        yield Note("provision_missing", message, document.page_of(units[0].span.start))


def _inside(document: Document, unit: Provision) -> Iterator[Note]:
    """Numbers left out among the numbered paragraphs of an article."""
    numbered = [child for child in unit.children if child.kind == "paragraph" and child.number]
    for before, after in pairwise(numbered):
        low, high = _value(before), _value(after)
        if low is not None and high is not None and high > low + 1:
            numbers = f"{low + 1}" if high == low + 2 else f"{low + 1}–{high - 1}"
            message = f"no number {numbers} between {before.eid} and {after.eid}"
            yield Note("provision_missing", message, document.page_of(after.span.start))


def _empty(document: Document, units: Sequence[Provision]) -> Iterator[Note]:
    """Articles of which only the number is there."""
    bare = [unit for unit in units[:-1] if not unit.children and not unit.heading and not _has_words(document, unit)]
    notes = [Note("provision_empty", f"{u.eid} has no words", document.page_of(u.span.start)) for u in bare]
    yield from _few(notes, "more provisions have no words")


def _repeated(document: Document, provisions: tuple[Provision, ...]) -> Iterator[Note]:
    """Numbers that stand more than once in one place, and so have ids with a suffix."""
    twice = [one for top in provisions for one in top.walk() if AGAIN.search(one.eid)]
    notes = [
        Note(
            "provision_repeated",
            f"{AGAIN.sub('', one.eid)} stands more than once; here it is {one.eid}",
            document.page_of(one.span.start),
        )
        for one in twice
    ]
    yield from _few(notes, "more numbers stand more than once")


def _ends_in_article(provision: Provision) -> bool:
    """Is the last thing in an annex an article, and no list or table that ends without a stop?"""
    return bool(provision.children) and provision.children[-1].kind == "article"


def _units(provisions: Sequence[Provision]) -> Iterator[Provision]:
    """The numbered basic units of the main instrument, those inside parts and chapters among them."""
    main = [p for p in provisions if p.kind != "attachment"]
    articles = [p for top in main for p in top.walk() if p.kind == "article"]
    yield from articles or _lesser_units(main)


def _lesser_units(provisions: Iterable[Provision]) -> Iterator[Provision]:
    """Sections or numbered paragraphs, where an instrument has no articles."""
    for provision in provisions:
        if provision.kind in ("part", "title", "chapter"):
            yield from _lesser_units(provision.children)
        elif provision.kind in UNITS:
            yield provision


def _holder(provision: Provision) -> str:
    return provision.eid.rpartition("__")[0]


def _value(provision: Provision) -> int | None:
    digits = provision.eid.rsplit("_", 1)[-1].split("-")[0]
    return int(digits) if digits.isdigit() else None


def _numbering(document: Document, units: list[Provision]) -> Iterator[Note]:
    have = {_value(unit) for unit in units}
    for before, after in pairwise(units):
        low, high = _value(before), _value(after)
        if low is None or high is None or (high == 1 and _holder(before) != _holder(after)):
            continue
        page = document.page_of(after.span.start)
        missing = [str(n) for n in range(low + 1, high) if n not in have]
        if missing:
            numbers = missing[0] if len(missing) == 1 else f"{missing[0]}–{missing[-1]}"
            yield Note("provision_missing", f"no number {numbers} between {before.eid} and {after.eid}", page)
        if high < low:
            yield Note("provision_out_of_order", f"{after.eid} stands behind {before.eid}", page)
