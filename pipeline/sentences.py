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
_CAPITAL_WORD = re.compile(r"(?<![.\w])[A-ZА-ЯЁ][^\W\d_]")
_LOWER_STOP = re.compile(r"(?<=[^\W\d_][^\W\d_)»”\"])\.\s{1,3}(?=[^\W\d_])")
_GLUED_NUMBER = re.compile(r"(?<=[^\W\d_][^\W\d_)»”\"][.;])(?=\d{1,2}\.\s{0,2}[^\W\d_]{3})")
_SHORTEST = 24
"""Characters of a sentence that ends without a blank or capital behind it: a shorter one is likelier no sentence."""


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of `text`, in order, without the white space around them; none crosses a line break.

    `language` is ISO 639-1; a language without a pack is split without abbreviations.
    """
    pack = PACKS.get(language)
    return tuple(span for line in _LINE.finditer(text) for span in _of_line(line.group(), line.start(), pack))


def _of_line(line: str, offset: int, pack: LanguagePack | None) -> Iterator[Span]:
    start = 0
    for found in _GLUED_NUMBER.finditer(line):
        if found.start() - start >= _SHORTEST:
            yield from _of_paragraph(line[start : found.start()], offset + start, pack)
            start = found.start()
    yield from _of_paragraph(line[start:], offset + start, pack)


def _of_paragraph(line: str, offset: int, pack: LanguagePack | None) -> Iterator[Span]:
    if not _STOP.search(line):  # no boundary to look for: tables and rows of signs stay cheap
        bare = line.strip()
        if bare:
            at = offset + line.index(bare)
            yield Span(at, at + len(bare))
        return
    lower = _CAPITAL_WORD.search(line) is None
    for start, end in _whole(line, pack):
        for low, high in _in_small_letters(line, start, end, pack) if lower else ((start, end),):
            yield Span(offset + low, offset + high)


def _whole(line: str, pack: LanguagePack | None) -> Iterator[tuple[int, int]]:
    """The sentences of a line, as capitals and full stops tell them."""
    start = end = -1
    for piece in sentenize(line):
        if start >= 0 and _joined(line[start:end], line[piece.start : piece.stop], pack):
            end = piece.stop
            continue
        if start >= 0:
            yield start, end
        start, end = piece.start, piece.stop
    if 0 <= start < end:
        yield start, end


def _in_small_letters(line: str, start: int, end: int, pack: LanguagePack | None) -> Iterator[tuple[int, int]]:
    """The sentences of a text without capitals, whose full stops alone tell them."""
    for found in _LOWER_STOP.finditer(line, start, end):
        if found.start() - start >= _SHORTEST and not _abbreviated(line[start : found.start() + 1], pack):
            yield start, found.start() + 1
            start = found.end()
    yield start, end


def _abbreviated(before: str, pack: LanguagePack | None) -> bool:
    """Whether the full stop at the end of a text in small letters ends a word of the list of abbreviations."""
    found = _LAST_WORD.search(before[-18:])
    return found is not None and pack is not None and found.group(1).lower() in pack.abbreviations


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
