"""From the characters of a page to words, and from the words of a column to lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.characters import BLANK, Page, as_text

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]

_HYPHENS = (0xFFFE, 2)  # how pdfium marks a hyphen at a line end
_LIGATURES = tuple(range(0xFB00, 0xFB07))
_SPELT = dict(zip(_LIGATURES, ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_FAR, _FAR_POINTS = 0.9, 8.0  # of the height of a line, and points: a gap wider than both parts cells of a table


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
    """Lines that are read one after the other: a column, or what stands above or below columns; or rows of a table.

    `furniture` is why the lines are no text of the document.
    """

    lines: tuple[Line, ...]
    column: int = 0
    rows: bool = False
    furniture: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a page as arrays: boxes (n, 4) left, top, right, bottom; `texts[i]` belongs to row i."""

    boxes: Floats
    texts: tuple[str, ...] = field(repr=False)

    def take(self, chosen: Indices) -> Words:
        return Words(self.boxes[chosen], tuple(map(self.texts.__getitem__, chosen.tolist())))

    def __len__(self) -> int:
        return len(self.texts)


def words(page: Page) -> Words:
    """Runs of characters without a blank, a jump or a change of line between them."""
    codes, boxes = page.codes, page.boxes
    inked = np.flatnonzero(~np.isin(codes, BLANK) & (boxes[:, 2] > boxes[:, 0] - 0.01))
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
    parts = (text[a:b] for a, b in zip(starts.tolist(), ends, strict=True))
    if ((codes >= _LIGATURES[0]) & (codes <= _LIGATURES[-1])).any():
        parts = (part.translate(_SPELT) for part in parts)
    return Words(merged, tuple(parts))


def _not_printed_twice(codes: NDArray[np.uint32], boxes: Floats) -> NDArray[np.bool_]:
    """False for a character printed again almost in its own place to look bold."""
    if len(codes) == 0:
        return np.zeros(0, np.bool_)
    same = (codes[1:] == codes[:-1]) & (np.abs(boxes[1:, :2] - boxes[:-1, :2]).max(axis=1) < 0.6)
    return np.concatenate([[True], ~same])


@dataclass(frozen=True, slots=True)
class Ordered:
    """Words of one column in reading order; a line begins at each of `starts`."""

    boxes: Floats
    texts: tuple[str, ...] = field(repr=False)
    starts: Indices

    @property
    def bounds(self) -> list[tuple[int, int]]:
        """First and last word, exclusive, of each line."""
        begins = self.starts.tolist()
        return list(zip(begins, [*begins[1:], len(self.texts)], strict=True))


def ordered(found: Words) -> Ordered:
    """Words of one column, line by line from top to bottom; there is at least one."""
    boxes = found.boxes
    height = boxes[:, 3] - boxes[:, 1]
    base = boxes[:, 3] - 0.21 * height
    order = np.lexsort((boxes[:, 0], base))
    step = np.diff(base[order])
    typical = float(np.median(height))
    starts = np.flatnonzero(np.concatenate([[True], step > 0.33 * np.minimum(height[order][1:], typical)]))
    row = _rows(boxes[order], starts)
    order = order[np.lexsort((boxes[order, 0], row))]
    texts = tuple(map(found.texts.__getitem__, order.tolist()))
    return Ordered(boxes[order], texts, np.flatnonzero(np.diff(row, prepend=-1)))


def wide(found: Ordered) -> NDArray[np.bool_]:
    """For each word whether it stands far from the word before it in its line."""
    boxes = found.boxes
    gap = boxes[1:, 0] - boxes[:-1, 2]
    far = gap > np.maximum(_FAR * (boxes[1:, 3] - boxes[1:, 1]), _FAR_POINTS)
    far = np.concatenate([[False], far])
    far[found.starts] = False
    return far


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


def lines(found: Ordered) -> Iterator[Line]:
    """The lines from top to bottom."""
    boxes, texts, starts = found.boxes, found.texts, found.starts
    left, top = (np.minimum.reduceat(boxes[:, i], starts).tolist() for i in (0, 1))
    right, bottom = (np.maximum.reduceat(boxes[:, i], starts).tolist() for i in (2, 3))
    first = (boxes[starts, 2] - boxes[starts, 0]).tolist()
    tight = boxes[1:, 0] - boxes[:-1, 2] < 0.1 * (boxes[1:, 3] - boxes[1:, 1])
    parts = [texts[0], *(t if joined else f" {t}" for t, joined in zip(texts[1:], tight.tolist(), strict=True))]
    for i, (start, end) in enumerate(found.bounds):
        yield Line("".join(parts[start:end]).lstrip(" "), left[i], top[i], right[i], bottom[i], first[i])
