"""Paragraphs of any reader to one Extraction: the text laid out, blocks and dropped lines as spans of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extract.marks import script, starts_item
from pipeline.extract.paragraphs import Paragraph
from pipeline.model import Block, Dropped, Extraction, Note, Role, SourceMeta, Span


def document(paragraphs: Iterable[Paragraph], meta: SourceMeta, notes: tuple[Note, ...] = ()) -> Extraction:
    """One text with a blank line between paragraphs; paragraphs without a visible character are left out."""
    parts: list[str] = []
    blocks: list[Block] = []
    dropped: list[Dropped] = []
    length = 0
    for p in paragraphs:
        if not p.text.strip():
            continue
        span = Span(length, length + len(p.text))
        if p.dropped:
            dropped.append(Dropped(span, p.text, p.dropped))
        else:
            blocks.append(Block(span, p.role, p.page, p.box))
        parts.append(p.text)
        length = span.end + 2
    return Extraction("\n\n".join(parts), tuple(blocks), meta, tuple(dropped), notes)


def across_pages(pages: Sequence[Sequence[Paragraph]]) -> list[Paragraph]:
    """All paragraphs in order; one that a page or column break divided becomes whole where it began."""
    joined: list[Paragraph] = []
    for page in pages:
        fresh = len(joined)
        for p in page:
            before = _divided_before(joined, fresh, p)
            if before is None:
                joined.append(p)
            else:
                joined[before] = _whole(joined[before], p)
    return joined


def _divided_before(joined: Sequence[Paragraph], fresh: int, p: Paragraph) -> int | None:
    """The place of the paragraph that `p` goes on with: the last open one of the same column and script.

    `joined[fresh:]` is the page `p` stands on: if the same column has begun there, nothing older is open.
    """
    if p.dropped or p.role is not Role.TEXT or starts_item(p.text):
        return None
    same_page = [i for i in range(fresh, len(joined)) if _text_like(joined[i])]
    for i in reversed(same_page):
        if joined[i].column == p.column:
            return None if joined[i].column else _open(joined, i, p)
    if same_page and joined[same_page[-1]].column != p.column:
        found = _open(joined, same_page[-1], p)
        if found is not None:
            return found
    for i in range(fresh - 1, max(-1, fresh - 40), -1):
        if _text_like(joined[i]) and script(joined[i].text) == script(p.text):
            return _open(joined, i, p)
    return None


def _text_like(p: Paragraph) -> bool:
    return not p.dropped and p.role not in (Role.FOOTNOTE, Role.TABLE_ROW, Role.CAPTION)


def _open(joined: Sequence[Paragraph], i: int, p: Paragraph) -> int | None:
    """`i` where paragraph `i` can go on with `p`: in the middle of a sentence, or by how the two are set."""
    last = joined[i]
    in_sentence = last.runs_on and _goes_on(p.text)
    by_setting = last.filled and not p.begins and last.role is Role.TEXT
    return i if (in_sentence or by_setting) and script(last.text) == script(p.text) else None


def _goes_on(text: str) -> bool:
    """Whether a paragraph begins in the middle of a sentence."""
    first = text.lstrip('«"“(')[:1]
    return first.islower() or first.isdigit()


def _whole(first: Paragraph, second: Paragraph) -> Paragraph:
    return replace(first, text=f"{first.text}\n{second.text}", runs_on=second.runs_on, filled=second.filled)
