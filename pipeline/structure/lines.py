"""The lines of a text, and whether they were broken by a page's width."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

LINE = re.compile(r"[^\n]+")
# Marks of headings and lists in plain text and markdown: no part of a heading's words.
DECORATION = re.compile(r"[\s\ufeff#*=_~>\\]{0,12}")
SENTENCE_END = ".!?;:…"
HEAD_LINES = 2
LEAST_HEADS = 2  # repeats below the first that make a line a running head
SHORTEST_HEAD = 5
LONGEST_HEAD = 160
PAGE_NUMBER = re.compile(r"^\W{0,4}\d{1,4}\s{2,}|\s{2,}\W{0,4}\d{1,4}\W{0,4}$")
PAGE_LINE = re.compile(
    r"[-–—]\s{0,3}\d{1,4}\s{0,3}[-–—]|(?:page|p\.|стр\.|страница|с\.)\s{0,3}\d{1,4}(?:\s{1,3}(?:of|из)\s{1,3}\d{1,4})?"
    r"|\d{1,4}\s{1,3}(?:of|из)\s{1,3}\d{1,4}",
    re.IGNORECASE,
)
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


def without_furniture(page: Page) -> Page:
    """The page as if it were one sheet: without running heads and numbers of pages."""
    lines = _without_running_heads(page.text, page.lines)
    return page if lines is page.lines else Page(page.text, lines, _width(page.text, lines))


def _without_running_heads(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without those that number a page or repeat one of the first two, as the head of every page does."""
    heads = {_bare(text, line) for line in lines[:HEAD_LINES]} - {""}
    found = {
        i for i in range(HEAD_LINES, len(lines) - 1) if len(lines[i]) < LONGEST_HEAD and _bare(text, lines[i]) in heads
    }
    again = Counter(_bare(text, lines[i]) for i in found)
    left_out = {i for i in found if again[_bare(text, lines[i])] >= LEAST_HEADS}
    left_out.update(i for i in range(1, len(lines) - 1) if PAGE_LINE.fullmatch(text, lines[i].start, lines[i].end))
    return tuple(line for i, line in enumerate(lines) if i not in left_out) if left_out else lines


def _bare(text: str, line: Line) -> str:
    """The words of a line without numbers of pages; empty for a line that is too short to know again."""
    words = PAGE_NUMBER.sub("", text[line.start : min(line.end, line.start + LONGEST_HEAD)]).strip().lower()
    return words if len(words) > SHORTEST_HEAD else ""


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
