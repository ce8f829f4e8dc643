"""What seems wrong with an instrument's numbering: gaps, articles out of order, a text that breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.model import Document, Note, Provision
from pipeline.structure.lines import ends_sentence

YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # a dateline below the text
AGAIN = re.compile(r"_again\d+$")
MOST_REPEATED = 5  # such numbers told one by one
UNITS = frozenset({"section", "paragraph"})


def notes(document: Document, provisions: tuple[Provision, ...]) -> tuple[Note, ...]:
    """`provision_missing`, `provision_out_of_order`, `provision_repeated`, `text_cut_short`: each with its place."""
    found = [*_numbering(document, list(_units(provisions))), *_repeated(document, provisions)]
    last = provisions[-1] if provisions else None
    if last is not None and (last.kind not in ("conclusions", "attachment") or _ends_in_article(last)):
        end = max(p.span.end for p in last.walk())
        closing = document.text[:end].rsplit("\n", 1)[-1]
        if not ends_sentence(document.text, last.span.start, end) and not YEAR.search(closing):
            tail = " ".join(document.text[max(0, end - 40) : end].split())
            *_, inmost = last.walk()
            message = f"the text breaks off in {inmost.eid}, behind “{tail}”"
            found.append(Note("text_cut_short", message, document.page_of(end - 1)))
    return tuple(found)


def _repeated(document: Document, provisions: tuple[Provision, ...]) -> Iterator[Note]:
    """Numbers that stand more than once in one place, and so have ids with a suffix."""
    twice = [one for top in provisions for one in top.walk() if AGAIN.search(one.eid)]
    for one in twice[:MOST_REPEATED]:
        page = document.page_of(one.span.start)
        yield Note("provision_repeated", f"{AGAIN.sub('', one.eid)} stands more than once; here it is {one.eid}", page)
    if len(twice) > MOST_REPEATED:
        more = len(twice) - MOST_REPEATED
        yield Note("provision_repeated", f"{more} more numbers stand more than once", None)


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
