"""The lines of a text, and whether they were broken by a page's width."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

LINE = re.compile(r"[^\n]+")
# Marks of headings and lists in plain text and markdown: no part of a heading's words.
DECORATION = re.compile(r"[\s\ufeff#*=_~>\\]{0,12}")
SENTENCE_END = ".!?;:…"
CLOSERS = "\"'»”’)]*_ "


@dataclass(frozen=True, slots=True)
class Line:
    """One line without white space and decoration: `text[start:end]`. `blank` tells of an empty line before it."""

    start: int
    end: int
    blank: bool

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Page:
    """All lines that hold something. `width` is the usual length of broken lines, 0 where lines are paragraphs."""

    text: str
    lines: tuple[Line, ...]
    width: int

    def line_at(self, offset: int) -> int:
        """The index of the line that holds `offset`, or of the last one before it."""
        return max(bisect_right(self.lines, offset, key=lambda line: line.start) - 1, 0)

    def words(self, index: int) -> str:
        line = self.lines[index]
        return self.text[line.start : line.end]


def read_lines(text: str) -> Page:
    lines = tuple(_lines(text))
    return Page(text, lines, _width(text, lines))


def _lines(text: str) -> Iterator[Line]:
    last = 0
    for found in LINE.finditer(text):
        start = DECORATION.match(text, found.start(), found.end()).end()  # type: ignore[union-attr]  # it can be empty
        end = start + len(text[start : found.end()].rstrip(" \t\r\f\u00a0#*=_|"))
        if end <= start:
            continue
        yield Line(start, end, text.count("\n", last, found.start()) > 1)
        last = found.end()


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Does the line end like a sentence or a clause (quotes and brackets behind the stop are looked through)?"""
    tail = text[max(start, end - 8) : end].rstrip(CLOSERS)
    return bool(tail) and tail[-1] in SENTENCE_END


def _width(text: str, lines: tuple[Line, ...]) -> int:
    """Lines that stop in mid-sentence, with a line of small letters right behind, are broken by a page's width."""
    broken = [
        len(line)
        for line, after in pairwise(lines)
        if not after.blank and not ends_sentence(text, line.start, line.end) and text[after.start].islower()
    ]
    if len(broken) < max(3, len(lines) // 8):
        return 0
    broken.sort()
    return broken[len(broken) // 2]
