"""Sentence boundaries inside the lines of a text: razdel's rules, with the abbreviations of a language joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from razdel import sentenize

from pipeline.language import PACKS
from pipeline.language.pack import LanguagePack
from pipeline.model import Span

_STOP = re.compile(r"[.!?…][\"”»“')\]]*\s")
_LINE = re.compile(r"[^\n]+")
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"'“«„])([^\W_][\w.\-]{0,14})\.$")
_OPENS_LOWER = re.compile(r"[a-zа-яё]")
_INITIAL = re.compile(r"[A-ZА-ЯЁ]")


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of `text`, in order, without the white space around them; none crosses a line break.

    `language` is ISO 639-1; a language without a pack is split without abbreviations.
    """
    pack = PACKS.get(language)
    return tuple(span for line in _LINE.finditer(text) for span in _of_line(line.group(), line.start(), pack))


def _of_line(line: str, offset: int, pack: LanguagePack | None) -> Iterator[Span]:
    if not _STOP.search(line):  # no boundary to look for: tables and rows of signs stay cheap
        bare = line.strip()
        if bare:
            at = offset + line.index(bare)
            yield Span(at, at + len(bare))
        return
    start = end = -1
    for piece in sentenize(line):
        if start >= 0 and _joined(line[start:end], line[piece.start : piece.stop], pack):
            end = piece.stop
            continue
        if start >= 0:
            yield Span(offset + start, offset + end)
        start, end = piece.start, piece.stop
    if 0 <= start < end:
        yield Span(offset + start, offset + end)


def _joined(before: str, after: str, pack: LanguagePack | None) -> bool:
    """Whether the full stop between the two pieces ends an abbreviation, not a sentence."""
    found = _LAST_WORD.search(before[-18:])
    if not found or not after or pack is None:
        return False
    word = found.group(1).lower()
    if len(word) == 1 and _INITIAL.match(found.group(1)):
        return bool(_INITIAL.match(after))  # an initial before a surname
    if word not in pack.abbreviations:
        return False
    return word not in pack.ending_abbreviations or bool(_OPENS_LOWER.match(after) or after[0].isdigit())
