"""The pieces of a text that may be provisions: paragraphs as they are set, points and considerations inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.language.pack import StructureWords
from pipeline.structure.headings import quoted_on
from pipeline.structure.lines import Page, ends_sentence
from pipeline.structure.markers import inline_points, readings

# A paragraph that lost its line break: "other status.States Parties shall", "in the world,Considering".
GLUED = re.compile(r"(?<=[a-zа-яё)]{3})[.;,](?=[A-ZА-ЯЁ][a-zа-яё]{2})")
CLAUSE = re.compile(r"(?<=[^\W\d_]|[)»”\"])[,;]\s{1,3}(?=[^\W\d_])")
NAME_ON = re.compile(r"\w+(?:,|\s(?:and|or)\b)")  # "Development, Stockpiling and Use"
SHORT_LINE = 0.6  # share of the width below which a line was not broken by it
FULL_LINE = 0.85


@dataclass(frozen=True, slots=True)
class Segment:
    """A paragraph as it is set, or a point inside one: the least piece of text that may be a provision of its own."""

    start: int
    end: int
    inline: bool = False


def segments(page: Page, start: int, end: int, words: StructureWords, *, recitals: bool = False) -> tuple[Segment, ...]:
    """The paragraphs between two offsets: broken lines joined, enumerations inside a line cut.

    With `recitals` a consideration begins one also in small letters, as it does in a preamble.
    """
    out: list[Segment] = []
    for first, last in _joined(page, start, end, words, recitals=recitals):
        points = {place for place in inline_points(page.text, first, last, words) if place > first}
        glued = {found.end() for found in GLUED.finditer(page.text, first, last)}
        if recitals:
            glued.update(_inline_recitals(page.text, first, last, words))
        for a, b in pairwise(sorted({first, last, *points, *glued})):
            stop = a + len(page.text[a:b].rstrip())
            if stop > a:
                out.append(Segment(a, stop, inline=a in points))
    return tuple(out)


def _inline_recitals(text: str, start: int, end: int, words: StructureWords) -> Iterator[int]:
    """Where considerations begin inside a preamble that was set as one paragraph."""
    for found in CLAUSE.finditer(text, start, end):
        named_on = NAME_ON.match(text, found.end())
        if not named_on and is_recital(text, found.end(), words) and _opens(text[found.end()], words):
            yield found.end()


def _opens(letter: str, words: StructureWords) -> bool:
    """In a language whose considerations are known by an ending, only a capital opens one inside a line."""
    return letter.isupper() or not words.recital_endings


def _joined(page: Page, start: int, end: int, words: StructureWords, *, recitals: bool) -> Iterator[tuple[int, int]]:
    first = last = -1
    quoted = quoted_on(page)
    for i in range(page.line_at(start), len(page.lines)):
        line = page.lines[i]
        if line.start >= end:
            break
        a, b = max(line.start, start), min(line.end, end)
        a += len(page.text[a:b]) - len(page.text[a:b].lstrip())
        if a >= b:
            continue
        if first >= 0 and (
            i in quoted or not (_begins(page, i, a, words) or (recitals and _considers(page, i, words)))
        ):
            last = b
            continue
        if first >= 0:
            yield first, last
        first, last = a, b
    if first >= 0:
        yield first, last


def _begins(page: Page, index: int, start: int, words: StructureWords) -> bool:
    """Does line `index` begin a paragraph, or does it carry on the one before?"""
    line, before = page.lines[index], page.lines[index - 1]
    ended = ends_sentence(page.text, before.start, before.end)
    short = len(before) < page.width * SHORT_LINE
    if readings(page.text, start, words):
        if ended or line.blank or not page.width or short or page.text[start] in "(–-—":
            return True
    elif _runs_on(page, index - 1, words) and not line.blank:
        return False
    if page.text[start].islower() and not ended and page.text[before.end - 1] != ",":
        return False
    if line.blank or not page.width:
        return True
    if page.text[start].isupper() and page.text[before.end - 1] in ",;.:" and is_recital(page.text, start, words):
        return True
    return len(before) < page.width * (FULL_LINE if ended else SHORT_LINE)


def _runs_on(page: Page, index: int, words: StructureWords) -> bool:
    """Does line `index` stop at a word that wants more ("in accordance with"), and not at the last "and" of a list?"""
    before, _, last = page.words(index).rpartition(" ")
    return last.islower() and last in words.running_on and before.rstrip()[-1:] not in ",;"


def _considers(page: Page, index: int, words: StructureWords) -> bool:
    """Does line `index` open a consideration behind the comma of the one before?"""
    before = page.lines[index - 1]
    start = page.lines[index].start
    return page.text[before.end - 1] in ",;:" and is_recital(page.text, start, words)


def is_recital(text: str, start: int, words: StructureWords) -> bool:
    """Does the paragraph at `start` open like a consideration ("Recalling", «учитывая»)?"""
    opening = re.sub(r"^\W*(?:\(?\w{1,4}\)\W*)?", "", text[start : start + 40].lower())
    first = opening.split(None, 1)[0].rstrip(",") if opening.strip() else ""
    return first.endswith(words.recital_endings) or opening.startswith(words.recital_stems)
