"""From characters to lines in reading order: words, columns (only where a gutter is found), lines.

Everything geometric is done on arrays; a page of three thousand characters costs a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.characters import Page, as_text
from pipeline.model import Box

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]

_ROW = 4.0  # points of one row of the grid in which gutters are looked for
_GUTTER = 5  # a gutter is at least so many points wide
_SIDE = 0.22  # each column holds at least this share of the width
_STRAIGHT = 0.6  # share of the lines of a right column that begin at its edge
_NARROW = 300.0  # points: in a column so narrow chance gaps stand above each other more often
_LINES = 5  # lines that must stand on both sides of a gutter
_BLANK = np.array((9, 10, 11, 12, 13, 32, 0xA0, 0x3000, *range(0x2000, 0x200C)), np.uint32)
_HYPHENS = (0xFFFE, 2)  # how pdfium marks a hyphen at a line end


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its text, box, and the width of its first word (points)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    first: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def base(self) -> float:
        """Near enough the line the letters stand on."""
        return self.bottom - 0.21 * (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that are read one after the other: a column, or what stands above or below columns; or rows of a table."""

    lines: tuple[Line, ...]
    column: int = 0
    rows: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a page as arrays: boxes (n, 4) left, top, right, bottom; `texts[i]` belongs to row i."""

    boxes: Floats
    texts: tuple[str, ...] = field(repr=False)

    def take(self, chosen: Indices) -> Words:
        return Words(self.boxes[chosen], tuple(self.texts[i] for i in chosen))

    def __len__(self) -> int:
        return len(self.texts)


def words(page: Page) -> Words:
    """Runs of characters without a blank, a jump or a change of line between them."""
    codes, boxes = page.codes, page.boxes
    inked = np.flatnonzero(~np.isin(codes, _BLANK) & (boxes[:, 2] > boxes[:, 0] - 0.01))
    inked = inked[_not_printed_twice(codes[inked], boxes[inked])]
    if len(inked) == 0:
        return Words(np.zeros((0, 4), np.float32), ())
    codes, boxes = codes[inked], boxes[inked]
    height = np.maximum(boxes[1:, 3] - boxes[1:, 1], 1)
    gap = boxes[1:, 0] - boxes[:-1, 2]
    jump = (gap > 0.3 * height) | (gap < -0.8 * height) | (np.abs(boxes[1:, 3] - boxes[:-1, 3]) > 0.4 * height)
    starts = np.flatnonzero(np.concatenate([[True], jump | (np.diff(inked) > 1)]))
    merged = np.stack(
        [
            np.minimum.reduceat(boxes[:, 0], starts),
            np.minimum.reduceat(boxes[:, 1], starts),
            np.maximum.reduceat(boxes[:, 2], starts),
            np.maximum.reduceat(boxes[:, 3], starts),
        ],
        axis=1,
    )
    text = as_text(np.where(np.isin(codes, _HYPHENS), np.uint32(ord("-")), codes))
    ends = [*starts[1:].tolist(), len(text)]
    return Words(merged, tuple(text[a:b] for a, b in zip(starts.tolist(), ends, strict=True)))


def _not_printed_twice(codes: NDArray[np.uint32], boxes: Floats) -> NDArray[np.bool_]:
    """False for a character printed again almost in its own place to look bold."""
    if len(codes) == 0:
        return np.zeros(0, np.bool_)
    same = (codes[1:] == codes[:-1]) & (np.abs(boxes[1:, :2] - boxes[:-1, :2]).max(axis=1) < 0.6)
    return np.concatenate([[True], ~same])


def regions(page: Page, taken: Sequence[Box] = ()) -> tuple[Region, ...]:
    """The lines of a page in reading order, without what lies in the boxes `taken` (tables read elsewhere)."""
    found = words(page)
    if taken and len(found):
        found = found.take(np.flatnonzero(~_inside(found.boxes, taken)))
    return tuple(
        Region(tuple(lines(found.take(chosen))), column) for chosen, column in _cut(found, np.arange(len(found)), 0)
    )


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
    left = ~above & ~below & (boxes[:, 2] <= x + 1)
    right = ~above & ~below & ~left
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
    score, begin, end = _stretches(_wide(ink)[:, first:last], left, right)
    best = int(score.max())
    needed = _LINES if width > _NARROW else 2 * _LINES
    if best * _ROW < needed * line * 0.75:
        return None
    plateau = np.flatnonzero(score == best)
    at = int(plateau[len(plateau) // 2])
    x, top, bottom = x0 + first + at + 0.5, y0 + begin[at] * _ROW - 0.5, y0 + (end[at] + 1) * _ROW + 0.5
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


# --- lines ---------------------------------------------------------------------------------------------------------


def lines(found: Words) -> Iterator[Line]:
    """Words of one column as lines from top to bottom."""
    if len(found) == 0:
        return
    boxes = found.boxes
    height = boxes[:, 3] - boxes[:, 1]
    base = boxes[:, 3] - 0.21 * height
    order = np.lexsort((boxes[:, 0], base))
    step = np.diff(base[order])
    typical = float(np.median(height))
    starts = np.flatnonzero(np.concatenate([[True], step > 0.33 * np.minimum(height[order][1:], typical)]))
    row = _rows(boxes[order], starts)
    order = order[np.lexsort((boxes[order, 0], row))]
    yield from _lines(boxes[order], [found.texts[i] for i in order.tolist()], np.flatnonzero(np.diff(row, prepend=-1)))


def _rows(boxes: Floats, starts: Indices) -> Indices:
    """The number of the line of each word, for groups of words on one base line that begin at `starts`.

    Raised and lowered figures go back into their line: small, beside its words, overlapping in height.
    """
    top, low = np.minimum.reduceat(boxes[:, 1], starts).tolist(), np.maximum.reduceat(boxes[:, 3], starts).tolist()
    ends = [*starts[1:].tolist(), len(boxes)]
    row = np.zeros(len(boxes), np.intp)
    here = number = 0
    for group, (start, end) in enumerate(zip(starts.tolist(), ends, strict=True)):
        if group:
            overlap = min(max(low[here:group]), low[group]) > max(min(top[here:group]), top[group])
            if not overlap or not _beside(boxes[starts[here] : start], boxes[start:end]):
                here, number = group, number + 1
        row[start:end] = number
    return row


def _beside(one: Floats, other: Floats) -> bool:
    overlap = min(one[:, 3].max(), other[:, 3].max()) - max(one[:, 1].min(), other[:, 1].min())
    low = min((one[:, 3] - one[:, 1]).max(), (other[:, 3] - other[:, 1]).max())
    if overlap < 0.55 * low:
        return False
    starts, ends = np.maximum.outer(one[:, 0], other[:, 0]), np.minimum.outer(one[:, 2], other[:, 2])
    return not bool((ends - starts > 0.5).any())


def _lines(boxes: Floats, texts: Sequence[str], starts: Indices) -> Iterator[Line]:
    """Words in reading order as lines that begin at `starts`."""
    left, top = (np.minimum.reduceat(boxes[:, i], starts).tolist() for i in (0, 1))
    right, bottom = (np.maximum.reduceat(boxes[:, i], starts).tolist() for i in (2, 3))
    first = (boxes[starts, 2] - boxes[starts, 0]).tolist()
    tight = boxes[1:, 0] - boxes[:-1, 2] < 0.1 * (boxes[1:, 3] - boxes[1:, 1])
    parts = [texts[0], *(t if joined else f" {t}" for t, joined in zip(texts[1:], tight.tolist(), strict=True))]
    ends = [*starts[1:].tolist(), len(texts)]
    for i, (start, end) in enumerate(zip(starts.tolist(), ends, strict=True)):
        yield Line("".join(parts[start:end]).lstrip(" "), left[i], top[i], right[i], bottom[i], first[i])
