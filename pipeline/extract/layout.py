"""The lines of a page in reading order: columns (only where a gutter is found), tables, lines.

Everything geometric is done on arrays; a page of three thousand characters costs a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.extract import aligned
from pipeline.extract.characters import Page
from pipeline.extract.grid import SEPARATOR
from pipeline.extract.words import Floats, Indices, Line, Ordered, Region, Words, lines, ordered, wide, words
from pipeline.model import Box

_ROW = 4.0  # points of one row of the grid in which gutters are looked for
_GUTTER = 5  # a gutter is at least so many points wide
_SIDE = 0.22  # each column holds at least this share of the width
_STRAIGHT = 0.6  # share of the lines of a right column that begin at its edge
_NARROW = 300.0  # points: in a column so narrow chance gaps stand above each other more often
_FAR_WORDS = 2  # words far from the one before, in a column with a table or with texts side by side
_COUNTED = 4  # numbers of lines in a margin
_LINES = 5  # lines that must stand on both sides of a gutter


def regions(page: Page, taken: Sequence[Box] = ()) -> tuple[Region, ...]:
    """The lines of a page in reading order, without what lies in the boxes `taken` (tables read elsewhere).

    Numbers of lines in the margin, and what stands outside the page, are regions of their own, named as furniture.
    """
    found = words(page)
    if taken and len(found):
        found = found.take(np.flatnonzero(~_inside(found.boxes, taken)))
    outside = ~_inside(found.boxes, [Box(0, 0, page.width, page.height)])
    if 2 * int(outside.sum()) > len(found):  # the box of the page is wrong
        outside[:] = False
    counting = _line_numbers(found) & ~outside
    parts = _cut(found, np.flatnonzero(~counting & ~outside), 0)
    read = [region for chosen, column in parts for region in _parts(ordered(found.take(chosen)), column)]
    for chosen, why in ((counting, "line-number"), (outside, "outside-page")):
        if chosen.any():
            read.append(Region(tuple(lines(ordered(found.take(np.flatnonzero(chosen))))), furniture=why))
    return tuple(read)


def _line_numbers(found: Words) -> NDArray[np.bool_]:
    """Which words are the numbers of lines: outside the text, under each other, counting on by one step."""
    none = np.zeros(len(found), np.bool_)
    number = np.array([text.isdecimal() and len(text) < 4 for text in found.texts], np.bool_)
    if int(number.sum()) < _COUNTED:
        return none
    boxes = found.boxes
    text = boxes[~number]
    if len(text) == 0:
        return none
    for outside in (boxes[:, 2] < text[:, 0].min(), boxes[:, 0] > text[:, 2].max()):
        chosen = np.flatnonzero(number & outside)
        chosen = chosen[np.argsort(boxes[chosen, 1], kind="stable")]
        values = [int(found.texts[i]) for i in chosen.tolist()]
        steps = {b - a for a, b in pairwise(values)}
        if len(values) >= _COUNTED and len(steps) == 1 and steps <= {1, 2, 5, 10}:
            none[chosen] = True
    return none


def _parts(found: Ordered, column: int) -> Iterator[Region]:
    """The lines of a column, and between them the tables without rulings and the texts side by side in it."""
    printed, here = tuple(lines(found)), 0
    for table in tuple(aligned.tables(list(_rows(found)))):
        if table.start > here:
            yield Region(printed[here : table.start], column)
        if table.rows:
            yield Region(tuple(_row(printed[a:b], texts) for a, b, texts in table.rows), column, rows=True)
        else:
            yield from _side_by_side(found, table, column)
        here = table.end
    if here < len(printed):
        yield Region(printed[here:], column)


def _side_by_side(found: Ordered, block: aligned.Found, column: int) -> Iterator[Region]:
    """Texts beside each other, the left one first."""
    bounds = found.bounds
    here = slice(bounds[block.start][0], bounds[block.end - 1][1])
    part = Words(found.boxes[here], found.texts[here])
    place = np.searchsorted(np.array(block.edges) - 1, part.boxes[:, 0], side="right")
    for i in range(len(block.edges) + 1):
        yield Region(tuple(lines(ordered(part.take(np.flatnonzero(place == i))))), 2 * column + 1 + i)


def _row(printed: Sequence[Line], texts: Sequence[str]) -> Line:
    """Lines that are one row of a table, as one line."""
    left, right = min(x.left for x in printed), max(x.right for x in printed)
    return Line(SEPARATOR.join(texts).strip(), left, printed[0].top, right, printed[-1].bottom, right - left)


def _rows(found: Ordered) -> Iterator[aligned.Row]:
    """The lines of a column as cells; nothing where no words, or hardly any, stand far from those before them."""
    far = np.flatnonzero(wide(found)).tolist()
    if len(far) < _FAR_WORDS:
        return
    left, top, right, bottom = found.boxes.T.tolist()
    k = 0
    for start, end in found.bounds:
        begins = [start]
        while k < len(far) and far[k] < end:
            begins.append(far[k])
            k += 1
        cells = tuple(
            aligned.Cell(left[a], max(right[a:b]), " ".join(found.texts[a:b]))
            for a, b in zip(begins, [*begins[1:], end], strict=True)
        )
        yield aligned.Row(min(top[start:end]), max(bottom[start:end]), cells)


def _inside(boxes: Floats, taken: Sequence[Box]) -> NDArray[np.bool_]:
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    inside = np.zeros(len(boxes), np.bool_)
    for box in taken:
        inside |= (x >= box.left) & (x <= box.right) & (y >= box.top) & (y <= box.bottom)
    return inside


# --- columns -------------------------------------------------------------------------------------------------------


def _cut(page: Words, chosen: Indices, column: int) -> Iterator[tuple[Indices, int]]:
    """Cut words into what stands above a gutter, left of it, right of it and below; again in each part."""
    if len(chosen) == 0:
        return
    boxes = page.boxes[chosen]
    gutter = _gutter(boxes)
    if gutter is None:
        yield chosen, column
        return
    x, top, bottom = gutter
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    above, below = middle < top, middle > bottom
    beside = ~above & ~below
    if aligned.any_table(list(_rows(ordered(page.take(chosen[beside]))))):
        yield from _cut(page, chosen[above], column)
        yield chosen[beside], column
        yield from _cut(page, chosen[below], column)
        return
    left = beside & (boxes[:, 2] <= x + 1)
    right = beside & ~left
    yield from _cut(page, chosen[above], column)
    yield from _cut(page, chosen[left], 2 * column + 1)
    yield from _cut(page, chosen[right], 2 * column + 2)
    yield from _cut(page, chosen[below], column)


def _gutter(boxes: Floats) -> tuple[float, float, float] | None:
    """(x, top, bottom) of the blank strip that has the most lines on both sides; None where no column begins."""
    x0, y0 = float(boxes[:, 0].min()), float(boxes[:, 1].min())
    width, height = float(boxes[:, 2].max()) - x0, float(boxes[:, 3].max()) - y0
    line = float(np.median(boxes[:, 3] - boxes[:, 1]))
    if width < 150 or height < _LINES * line or len(boxes) < 4 * _LINES:
        return None
    ink = _grid(boxes, x0, y0, width, height)
    first, last = int(_SIDE * width), int((1 - _SIDE) * width)
    left, right = _beside_ink(ink, first, last)
    needed = (_LINES if width > _NARROW else 2 * _LINES) * line * 0.75 / _ROW
    crossed = _wide(ink)[:, first:last]
    hopeful = np.flatnonzero(_most(crossed, left, right) >= needed)
    if len(hopeful) == 0:
        return None
    score, begin, end = _stretches(crossed[:, hopeful], left[:, hopeful], right[:, hopeful])
    best = int(score.max())
    if best < needed:
        return None
    plateau = np.flatnonzero(score == best)
    at = int(plateau[len(plateau) // 2])
    x, top, bottom = x0 + first + int(hopeful[at]) + 0.5, y0 + begin[at] * _ROW - 0.5, y0 + (end[at] + 1) * _ROW + 0.5
    return (x, top, bottom) if _straight(boxes, x, top, bottom, line) else None


def _straight(boxes: Floats, x: float, top: float, bottom: float, line: float) -> bool:
    """Whether the lines right of a blank strip begin at one edge; the words beside a chance gap in a text do not."""
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    right = boxes[(middle >= top) & (middle <= bottom) & (boxes[:, 0] > x)]
    rows = ((right[:, 1] + right[:, 3]) / 2 / line).astype(int)
    starts = np.array([right[rows == row, 0].min() for row in np.unique(rows)])
    edge = np.sort(starts)[len(starts) // 10]
    return float((np.abs(starts - edge) < 2.0).mean()) >= _STRAIGHT


def _grid(boxes: Floats, x0: float, y0: float, width: float, height: float) -> NDArray[np.bool_]:
    """Where there is ink: rows of _ROW points, columns of one point. Only the middle of a line counts as its height."""
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    half = (boxes[:, 3] - boxes[:, 1]) * 0.3
    rows, columns = int(height / _ROW) + 2, int(width) + 2
    top = np.clip(((middle - half - y0) / _ROW).astype(int), 0, rows - 1)
    bottom = np.clip(((middle + half - y0) / _ROW).astype(int) + 1, 0, rows)
    left = np.clip((boxes[:, 0] - x0).astype(int), 0, columns - 1)
    right = np.clip(np.ceil(boxes[:, 2] - x0).astype(int), 0, columns)
    ink = np.zeros((rows, columns), np.bool_)
    for a, b, c, d in zip(top.tolist(), bottom.tolist(), left.tolist(), right.tolist(), strict=True):
        ink[a:b, c:d] = True
    return ink


def _beside_ink(ink: NDArray[np.bool_], first: int, last: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """For the columns `first:last` whether there is ink at them or left of them, and at them or right of them."""
    columns = np.arange(first, last)
    inked = ink.any(axis=1)
    leftmost = np.where(inked, ink.argmax(axis=1), ink.shape[1])
    rightmost = np.where(inked, ink.shape[1] - 1 - ink[:, ::-1].argmax(axis=1), -1)
    return leftmost[:, None] <= columns, rightmost[:, None] >= columns


def _wide(ink: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Ink made wider by half a gutter on each side, so that a free column means a free strip."""
    wide = ink.copy()
    for shift in range(1, _GUTTER // 2 + 1):
        wide[:, shift:] |= ink[:, :-shift]
        wide[:, :-shift] |= ink[:, shift:]
    return wide


def _most(crossed: NDArray[np.bool_], left: NDArray[np.bool_], right: NDArray[np.bool_]) -> NDArray[np.uint16]:
    """For each column of the grid how many uncrossed rows it has with ink on either side: no stretch scores more."""
    free = ~crossed
    most: NDArray[np.uint16] = np.minimum(
        (free & left).view(np.uint8).sum(axis=0, dtype=np.uint16),
        (free & right).view(np.uint8).sum(axis=0, dtype=np.uint16),
    )
    return most


def _stretches(
    crossed: NDArray[np.bool_], left: NDArray[np.bool_], right: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """For each column of the grid its best uncrossed stretch: rows with ink on both sides, first row, last row."""
    rows, columns = crossed.shape
    fenced = np.ones((columns, rows + 2), np.bool_)
    fenced[:, 1:-1] = crossed.T
    column, row = np.nonzero(fenced)
    free = np.flatnonzero((column[1:] == column[:-1]) & (row[1:] > row[:-1] + 1))
    column, begin, end = column[free], row[free], row[free + 1] - 1
    counts = [np.concatenate([np.zeros((1, columns), np.int32), side.cumsum(0, np.int32)]) for side in (left, right)]
    score = np.minimum(*(count[end, column] - count[begin, column] for count in counts))
    best, best_begin, best_end = (np.zeros(columns, np.int64) for _ in range(3))
    order = np.lexsort((-begin, score))  # the best of a column is written last; of equal ones the highest
    best[column[order]] = score[order]
    best_begin[column[order]], best_end[column[order]] = begin[order], end[order] - 1
    return best, best_begin, best_end
