"""A text in pieces that a model reads at once: whole paragraphs, so that no name is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SOFT, _HARD = 1200, 6000  # characters: a chunk ends at a paragraph after the first, at any blank after the second
_SENTENCE_ENDS = tuple('.!?:;…»”"')
_BLANK_LINES = re.compile(r"\s*\n")


def chunks(text: str) -> Iterator[tuple[int, str]]:
    """Pieces of `text` with their offsets: whole paragraphs, so that no name is cut."""
    start = 0
    for end in _paragraphs(text):
        if end - start >= _SOFT:
            yield from _pieces(start, text[start:end])
            start = end
    if start < len(text):
        yield from _pieces(start, text[start:])


def _paragraphs(text: str) -> Iterator[int]:
    """Where paragraphs end: behind blank lines, and behind a line that ends as a sentence does."""
    line = 0
    while (end := text.find("\n", line)) >= 0:
        written = text[line:end]
        ended = written.rstrip(" \t").endswith(_SENTENCE_ENDS)
        blank = _BLANK_LINES.match(text, end + 1) if not ended or written.endswith(_SENTENCE_ENDS) else None
        line = blank.end() if blank else end + 1
        if ended or blank:
            yield line


def _pieces(start: int, text: str) -> Iterator[tuple[int, str]]:
    """A paragraph that is too long is cut at a blank."""
    while len(text) > _HARD:
        cut = text.rfind(" ", _HARD // 2, _HARD) + 1 or _HARD
        yield start, text[:cut]
        start, text = start + cut, text[cut:]
    yield start, text
