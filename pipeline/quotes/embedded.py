"""Attributions inside one pair of marks, as Russian sets them: «Слова, – сказал X. – Слова»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Document, Quote, Span
from pipeline.quotes import speakers
from pipeline.quotes.marks import Quoted
from pipeline.quotes.speakers import Cast, Speaker

_DASH = re.compile(r"[,.!?…]\s?[–—-]\s")
_LONGEST = 160


def split(document: Document, cast: Cast, quoted: tuple[Quoted, ...]) -> tuple[tuple[Quoted, ...], tuple[Quote, ...]]:
    """The stretches without an attribution inside, and the quotes of those that have one."""
    plain: list[Quoted] = []
    found: list[Quote] = []
    for piece in quoted:
        quotes = tuple(_parts(document, cast, piece))
        if quotes:
            found.extend(quotes)
        else:
            plain.append(piece)
    return tuple(plain), tuple(found)


def _parts(document: Document, cast: Cast, piece: Quoted) -> Iterator[Quote]:
    text = document.text
    dashes = [Span(*hit.span()) for hit in _DASH.finditer(text, piece.inner.start, piece.inner.end)]
    start, i = piece.inner.start, 0
    speaker: Speaker | None = None
    cue: Span | None = None
    while i < len(dashes):
        low = dashes[i].end
        cue = speakers.cue_in(text, low, min(low + 60, piece.inner.end), document.language)
        high = dashes[i + 1] if i + 1 < len(dashes) else Span(piece.inner.end, piece.inner.end)
        if cue is None or high.start - low > _LONGEST or not text[low].islower():
            i += 1
            continue
        speaker = speakers.named(Span(low, high.start), cue, document, cast, speaker)
        yield from _quote(document, Span(start, dashes[i].start + 1), speaker, cue)
        start, i = high.end, i + 2
    if cue is not None and start > piece.inner.start:
        yield from _quote(document, Span(start, piece.inner.end), speaker, cue)


def _quote(document: Document, span: Span, speaker: Speaker | None, cue: Span) -> Iterator[Quote]:
    words = span.of(document.text).rstrip(" ,")
    if not words:
        return
    who = speaker or Speaker(None)
    yield Quote(
        span=Span(span.start, span.start + len(words)),
        words=words,
        speaker=who.name,
        speaker_id=who.entity_id,
        role=who.role,
        cue=cue.of(document.text),
        direct=True,
        rule=f"{document.language}-direct-embedded",
    )
