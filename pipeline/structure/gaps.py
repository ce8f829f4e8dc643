"""What seems wrong with an instrument's numbering: gaps, articles out of order, a text that breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from pipeline.model import Document, Note, Provision
from pipeline.structure.lines import ends_sentence

YEAR = re.compile(r"\b(?:19|20)\d\d\b")  # a dateline below the text
UNITS = frozenset({"article", "section", "paragraph"})


def notes(document: Document, provisions: tuple[Provision, ...]) -> tuple[Note, ...]:
    """Stable codes: `provision_missing`, `provision_out_of_order`, `text_cut_short`; each with its place and page."""
    found = list(_numbering(document, list(_units(provisions))))
    last = provisions[-1] if provisions else None
    if last is not None and last.kind not in ("conclusions", "attachment"):
        end = max(p.span.end for p in last.walk())
        closing = document.text[:end].rsplit("\n", 1)[-1]
        if not ends_sentence(document.text, last.span.start, end) and not YEAR.search(closing):
            tail = " ".join(document.text[max(0, end - 40) : end].split())
            message = f"the text breaks off in {last.eid}, behind “{tail}”"
            found.append(Note("text_cut_short", message, document.page_of(end - 1)))
    return tuple(found)


def _units(provisions: Iterable[Provision]) -> Iterator[Provision]:
    """The numbered basic units of the main instrument, those inside parts and chapters among them."""
    for provision in provisions:
        if provision.kind in ("part", "title", "chapter"):
            yield from _units(provision.children)
        elif provision.kind in UNITS:
            yield provision


def _value(provision: Provision) -> int | None:
    digits = provision.eid.rsplit("_", 1)[-1].split("-")[0]
    return int(digits) if digits.isdigit() else None


def _numbering(document: Document, units: list[Provision]) -> Iterator[Note]:
    have = {_value(unit) for unit in units}
    for before, after in pairwise(units):
        low, high = _value(before), _value(after)
        if low is None or high is None:
            continue
        page = document.page_of(after.span.start)
        missing = [str(n) for n in range(low + 1, high) if n not in have]
        if missing:
            numbers = missing[0] if len(missing) == 1 else f"{missing[0]}–{missing[-1]}"
            yield Note("provision_missing", f"no number {numbers} between {before.eid} and {after.eid}", page)
        if high < low:
            yield Note("provision_out_of_order", f"{after.eid} stands behind {before.eid}", page)
