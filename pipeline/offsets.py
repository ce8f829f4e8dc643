"""The way back from a text that was cleaned to the text it was made from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `text[start:end]` by `new`; the edits of one step do not overlap."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """A piecewise map between two texts.

    Piece i begins at `targets[i]` in the new text and at `sources[i]` in the old one; inside a piece whose `linear`
    flag is set, characters correspond one to one; another piece stands as a whole for the old characters up to
    `source_ends[i]`.
    """

    targets: tuple[int, ...]
    sources: tuple[int, ...]
    source_ends: tuple[int, ...]
    linear: tuple[bool, ...]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        return cls((0,), (0,), (length,), (True,))

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The old range that the new range `start:end` stands for."""
        if end <= start:
            point = self._start(start)
            return point, point
        return self._start(start), self._end(end)

    def _start(self, offset: int) -> int:
        i = max(bisect_right(self.targets, offset) - 1, 0)
        if self.linear[i]:
            return min(self.sources[i] + offset - self.targets[i], self.source_ends[i])
        return self.sources[i]

    def _end(self, offset: int) -> int:
        i = max(bisect_right(self.targets, offset - 1) - 1, 0)
        if self.linear[i]:
            return min(self.sources[i] + offset - self.targets[i], self.source_ends[i])
        return self.source_ends[i]

    def then(self, later: OffsetMap) -> OffsetMap:
        """The map of two steps in a row: `self` was made first, `later` from its result."""
        cuts = sorted({*later.targets, *later._images(self.targets)})
        pieces = [self._piece(later, cut, following) for cut, following in zip(cuts, [*cuts[1:], None], strict=True)]
        return _assemble(pieces)

    def _images(self, offsets: Sequence[int]) -> Iterable[int]:
        """Where old offsets that begin a piece of the earlier map appear in the new text (linear pieces only)."""
        for i, flag in enumerate(self.linear):
            if not flag:
                continue
            low, high = self.sources[i], self.source_ends[i]
            inside = offsets[bisect_right(offsets, low) : bisect_left(offsets, high)]
            yield from (self.targets[i] + o - low for o in inside)

    def _piece(self, later: OffsetMap, cut: int, following: int | None) -> tuple[int, int, int, bool]:
        i = max(bisect_right(later.targets, cut) - 1, 0)
        middle = later._start(cut)
        if not later.linear[i]:
            start, end = self.source(middle, later.source_ends[i])
            return cut, start, end, False
        length = (following - cut) if following is not None else later.source_ends[i] - middle
        j = max(bisect_right(self.targets, middle) - 1, 0)
        start, end = self.source(middle, middle + length)
        return cut, start, end, self.linear[j]


def _assemble(pieces: Iterable[tuple[int, int, int, bool]]) -> OffsetMap:
    """Join pieces, merging linear neighbours that continue each other."""
    rows: list[tuple[int, int, int, bool]] = []
    for target, start, end, linear in pieces:
        if rows and linear and rows[-1][3]:
            t, s, e, _ = rows[-1]
            if e == start and target - t == start - s:
                rows[-1] = (t, s, end, True)
                continue
        rows.append((target, start, end, linear))
    if not rows:
        return OffsetMap((0,), (0,), (0,), (True,))
    targets, sources, ends, flags = zip(*rows, strict=True)
    return OffsetMap(targets, sources, ends, flags)


def apply(text: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """Carry out non-overlapping `edits` (in any order) and return the new text with its map."""
    parts: list[str] = []
    pieces: list[tuple[int, int, int, bool]] = []
    here = length = 0

    def keep(upto: int) -> None:
        nonlocal here, length
        if upto > here:
            parts.append(text[here:upto])
            pieces.append((length, here, upto, True))
            length += upto - here
        here = upto

    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < here:
            raise ValueError(f"edits overlap at {edit.start}")
        keep(edit.start)
        if edit.new:
            parts.append(edit.new)
            linear = len(edit.new) == edit.end - edit.start
            pieces.append((length, edit.start, edit.end, linear))
            length += len(edit.new)
        here = edit.end
    keep(len(text))
    return "".join(parts), _assemble(pieces)
