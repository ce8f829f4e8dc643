"""Headings of an instrument that numbers nothing: a short line above a paragraph becomes that paragraph's heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.language.pack import StructureWords
from pipeline.model import Provision, Span
from pipeline.structure.lines import Page, ends_sentence

LONGEST = 80
LEAST = 2  # captions that show how a text is set


def captioned(page: Page, provisions: Sequence[Provision], words: StructureWords) -> tuple[Provision, ...]:
    """The provisions with captions taken into the paragraphs behind them, and paragraphs counted anew."""
    last = len(provisions) - 1
    marked = [i < last and _is_caption(page, one, words) for i, one in enumerate(provisions)]
    marked = [own and not marked[i + 1] for i, own in enumerate(marked[:-1])] + [False]
    if sum(marked) < LEAST:
        return tuple(provisions)
    out: list[Provision] = []
    count = 0
    for i, one in enumerate(provisions):
        if marked[i]:
            continue
        own = one
        if i and marked[i - 1]:
            caption = provisions[i - 1].span
            own = replace(own, heading=caption.of(page.text).strip(" ."), span=Span(caption.start, own.span.end))
        if own.kind == "paragraph" and own.number is None:
            count += 1
            own = _renamed(own, own.eid, f"para_{count}")
        out.append(own)
    return tuple(out)


def _is_caption(page: Page, provision: Provision, words: StructureWords) -> bool:
    """Is it a short line that begins with a capital, ends like no sentence and has no verb?"""
    text = provision.span.of(page.text)
    plain = provision.kind == "paragraph" and provision.number is None and not provision.children
    if not plain or len(text) > LONGEST or "\n" in text or not text[0].isupper() or text[-1] in ",-–—":
        return False
    tokens = re.findall(r"[^\W\d_]+", re.sub(words.relative, " ", text.lower()))
    wanting = not tokens or tokens[-1] in words.running_on
    return not wanting and not ends_sentence(text, 0, len(text)) and not words.has_verb(tokens)


def _renamed(provision: Provision, old: str, new: str) -> Provision:
    eid = new + provision.eid[len(old) :]
    return replace(provision, eid=eid, children=tuple(_renamed(child, old, new) for child in provision.children))
