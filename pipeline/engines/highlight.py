"""Snippets, the same on every engine: the stretch of a text where most of a query stands, with the matches marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.engines.analysis import Token, analyzers
from pipeline.engines.query import Marks
from pipeline.engines.schema import EXACT

MARK = "**"
WIDTH = 240
"""Characters a snippet has room for, before marks and dots."""

_ANALYSED = 20_000
"""Characters of a text looked at: a longer text is a whole document, whose passages are found one by one."""

_CONSIDERED = 500
"""Matches from which a snippet may begin."""

_DOTS = "…"
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\\s]{1,50}")
_STARS = re.compile(r"\*{2,50}")


@dataclass(frozen=True, slots=True, order=True)
class _Match:
    """A marked range; `what` is the same for two finds of one term of the query."""

    start: int
    end: int
    what: str


def snippet(text: str, marks: Marks, spans: Sequence[Sequence[object]] = ()) -> str:
    """One line of `text` with every match between two `**`.

    `spans` are (start, end, entity id) rows of the names in `text`. Control characters and line breaks become blanks.
    """
    matches = _disjoint(_matches(text[:_ANALYSED], marks, spans))
    start, end = _window(text, matches)
    parts: list[str] = []
    here = start
    for match in matches:
        if match.start < start or match.end > end:
            continue
        parts += [_plain(text[here : match.start]), MARK, _plain(text[match.start : match.end]), MARK]
        here = match.end
    parts.append(_plain(text[here:end]))
    line = "".join(parts).strip()
    return f"{_DOTS if start else ''}{line}{_DOTS if end < len(text.rstrip()) else ''}"


def marked(line: str) -> tuple[tuple[str, bool], ...]:
    """A snippet as (text, matched?) pieces, for a terminal or a page."""
    return tuple((piece, i % 2 == 1) for i, piece in enumerate(line.split(MARK)) if piece)


def _plain(text: str) -> str:
    return _STARS.sub(lambda found: "∗" * len(found.group()), _CONTROL.sub(" ", text))


# --- what matches --------------------------------------------------------------------------------------------------


def _matches(text: str, marks: Marks, spans: Sequence[Sequence[object]]) -> Iterator[_Match]:
    for start, end, entity_id in spans:
        if entity_id in marks.entities and isinstance(start, int) and isinstance(end, int) and end <= len(text):
            yield _Match(start, end, str(entity_id))
    if marks.words or marks.phrases:
        yield from _of_stems(analyzers()["stemmed"].spans(text), marks)
    if marks.prefixes or marks.fuzzy:
        yield from _of_forms(analyzers()[EXACT].spans(text), marks)


def _of_stems(tokens: Sequence[Token], marks: Marks) -> Iterator[_Match]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(marks.phrases):
        by_first.setdefault(phrase[0], []).append(phrase)
    for i, token in enumerate(tokens):
        if token.text in marks.words:
            yield _Match(token.start, token.end, token.text)
        for phrase in by_first.get(token.text, ()):
            row = tokens[i : i + len(phrase)]
            if tuple(t.text for t in row) == phrase:
                yield _Match(token.start, row[-1].end, " ".join(phrase))


def _of_forms(tokens: Sequence[Token], marks: Marks) -> Iterator[_Match]:
    from rapidfuzz.distance import OSA

    prefixes, fuzzy = sorted(marks.prefixes), sorted(marks.fuzzy)
    for token in tokens:
        for prefix in prefixes:
            if token.text.startswith(prefix):
                yield _Match(token.start, token.end, prefix)
        for word, distance in fuzzy:
            if OSA.distance(token.text, word, score_cutoff=distance) <= distance:
                yield _Match(token.start, token.end, word)


def _disjoint(matches: Iterator[_Match]) -> list[_Match]:
    """The longest of overlapping matches, in the order of the text."""
    kept: list[_Match] = []
    for match in sorted(set(matches), key=lambda m: (m.start, -m.end, m.what)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return kept


# --- which stretch -------------------------------------------------------------------------------------------------


def _window(text: str, matches: Sequence[_Match]) -> tuple[int, int]:
    """The stretch with most different matches, the first of equals, cut between words."""
    if len(text) <= WIDTH or not matches:
        return _cut(text, 0)
    best, at = (0, 0), 0
    for i, first in enumerate(matches[:_CONSIDERED]):
        inside = [m for m in matches[i : i + 50] if m.end <= first.start + WIDTH * 3 // 4]
        worth = (len({m.what for m in inside}), len(inside))
        if worth > best:
            best, at = worth, i
    last = max((m.end for m in matches[at : at + 50] if m.end <= matches[at].start + WIDTH * 3 // 4), default=0)
    spare = WIDTH - (max(last, matches[at].end) - matches[at].start)
    return _cut(text, max(matches[at].start - spare // 2, 0))


def _cut(text: str, start: int) -> tuple[int, int]:
    end = min(start + WIDTH, len(text))
    start = max(min(start, len(text) - WIDTH), 0) if end == len(text) else start
    if start and not text[start - 1].isspace():
        blank = re.search(r"\s", text[start : start + 40])
        start += blank.end() if blank else 0
    if end < len(text) and not text[end].isspace():
        blank_before = max(text.rfind(" ", end - 40, end), text.rfind("\n", end - 40, end))
        end = blank_before if blank_before > start else end
    return start, end
