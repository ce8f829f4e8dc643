"""Stretches between quotation marks, of every shape: "…", “…”, «…», „…“, ‘…’, nested and over several paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model import Span

_MARK = re.compile(r"[\"“”«»„‟‘’]|\n+")
_CLOSERS = {"“": '”"', "«": "»", "„": '“”"', "‟": "”", "‘": "’", '"': '"”'}
_LONGEST = 4000
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks. `inner` are the words, `outer` includes the marks; `continues` tells that the stretch goes
    on with the next paragraph's (whose opening mark is repeated)."""

    inner: Span
    outer: Span
    continues: bool = False


@dataclass(slots=True)
class _Open:
    mark: str
    at: int


def find(text: str) -> tuple[Quoted, ...]:
    """The outermost quoted stretches in order; marks that never close are left out."""
    found: list[Quoted] = []
    stack: list[_Open] = []
    for hit in _MARK.finditer(text):
        mark, at = hit.group(), hit.start()
        if mark[0] == "\n":
            _at_paragraph_end(text, hit, stack, found)
        elif stack and mark in _CLOSERS[stack[-1].mark] and not _reopens(text, at, mark, stack):
            opened = stack.pop()
            if not stack and at - opened.at <= _LONGEST:
                _keep(text, opened.at, at, found)
        elif mark in _CLOSERS and _can_open(text, at, mark):
            stack.append(_Open(mark, at))
    return tuple(found)


def _keep(text: str, opening: int, closing: int, found: list[Quoted], *, continues: bool = False) -> None:
    start, end = opening + 1, closing
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):  # a comma there belongs to the attribution
        end -= 1
    if end > start:
        found.append(Quoted(Span(start, end), Span(opening, closing if continues else closing + 1), continues))


def _at_paragraph_end(text: str, newline: re.Match[str], stack: list[_Open], found: list[Quoted]) -> None:
    """Inside a quote a new paragraph either repeats the opening mark, or closes it, or the mark was a stray one."""
    if not stack:
        return
    first = stack[0]
    del stack[1:]
    following = _PARAGRAPH.match(text, newline.end())
    paragraph = following.group().lstrip() if following else ""
    if paragraph.startswith(first.mark) and any(mark in paragraph[1:] for mark in _CLOSERS[first.mark]):
        _keep(text, first.at, newline.start(), found, continues=True)
        stack.clear()
        return
    marks = [mark for mark in paragraph if mark in '"“”«»„']
    if not marks or marks[0] not in _CLOSERS[first.mark] or newline.end() - first.at > _LONGEST:
        stack.clear()


def _can_open(text: str, at: int, mark: str) -> bool:
    after = text[at + 1 : at + 2]
    if not after or (after.isspace() and mark in '‘"'):
        return False
    before = text[at - 1 : at]
    if mark == "‘":
        return not before.isalnum()
    return mark != '"' or not before.isalnum()


def _reopens(text: str, at: int, mark: str, stack: list[_Open]) -> bool:
    """A straight mark before a word, after a blank, inside another quote opens a nested one."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark == "’" and after.isalnum():
        return True
    return mark == '"' and stack[-1].mark != '"' and before.isspace() and after.isalnum()
