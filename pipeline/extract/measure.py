"""How a column of lines is set: its edges, the distance between lines, and how its paragraphs are told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.extract import marks
from pipeline.extract.words import Line

_EDGE = 1.5  # points by which lines of one edge differ
_RAGGED = 1.2  # points by which the full lines of a justified column end apart
_FLUSH = 0.6  # share of the lines of a justified column that reach its right edge
_FEWEST = 3  # indented lines that make a habit
_MOST_INDENTED = 0.6  # share of the lines; more are another edge
_OBEYED = 0.75  # share of the indented lines that follow a line which can end a paragraph
_DEEPEST = 0.2  # of the width: an indent is no deeper


@dataclass(frozen=True, slots=True)
class Measure:
    """What is normal in a column (points).

    `indent` is how far the first lines of its paragraphs stand in (0 where that is no habit); `justified` says that
    full lines end at the right edge; `starts` are base lines on which the column beside it, in another script, begins
    a paragraph.
    """

    left: float
    right: float
    pitch: float
    height: float
    indent: float = 0.0
    justified: bool = False
    starts: tuple[float, ...] = ()

    @property
    def width(self) -> float:
        return self.right - self.left

    def room(self, line: Line) -> float:
        """How much is left blank after `line`."""
        return self.right - line.right

    def flush(self, line: Line) -> bool:
        """Whether a line fills its column."""
        return self.room(line) <= _RAGGED

    def indented(self, line: Line) -> bool:
        """Whether a line begins where the paragraphs of this column begin."""
        return self.indent > 0 and abs(line.left - self.left - self.indent) <= _EDGE

    def at_left(self, line: Line) -> bool:
        """Whether a line begins at the left edge."""
        return abs(line.left - self.left) <= _EDGE

    def aligned(self, line: Line) -> bool:
        """Whether the column beside it begins a paragraph on the same base line."""
        return any(abs(line.base - start) <= _EDGE for start in self.starts)


def measured(lines: Sequence[Line], known: float = 0.0) -> Measure:
    """The measure of one column; an indent `known` from elsewhere in the document needs no repetition here."""
    height = median(line.height for line in lines)
    left, right = _left_edge(lines), max(x.right for x in lines)
    flush = sum(right - line.right <= _RAGGED for line in lines) >= _FLUSH * len(lines)
    return Measure(
        left, right, _pitch(lines, height), height, _habit(lines, left, right, known), flush and len(lines) > _FEWEST
    )


def common_indent(measures: Collection[Measure]) -> float:
    """The indent that most columns of a document share; 0 where hardly any has one."""
    found = Counter(round(m.indent) for m in measures if m.indent)
    indent, count = found.most_common(1)[0] if found else (0, 0)
    return float(indent) if count * 4 >= len(measures) else 0.0


def starts(lines: Sequence[Line]) -> tuple[float, ...]:
    """The base lines on which paragraphs begin beyond doubt: after a gap, and at the top."""
    if not lines:
        return ()
    pitch = _pitch(lines, median(line.height for line in lines))
    return (lines[0].base, *(b.base for a, b in pairwise(lines) if b.base - a.base > 1.25 * pitch))


def _pitch(lines: Sequence[Line], height: float) -> float:
    """From base line to base line inside paragraphs: the median of the shorter distances, of which none are between."""
    bases = [line.base for line in lines]
    steps = [b - a for a, b in pairwise(bases)]
    ordered = sorted(s for s in steps if 0.6 * height < s < 2.2 * height) or [1.2 * height]
    return median(ordered[: max(1, (len(ordered) * 2 + 2) // 3)])


def _left_edge(lines: Collection[Line]) -> float:
    """Where lines begin, but for a few that hang out into the margin."""
    lefts = sorted(line.left for line in lines)
    needed = max(1, len(lefts) // 12)
    return next(x for i, x in enumerate(lefts) if lefts[min(i + needed - 1, len(lefts) - 1)] - x <= _EDGE)


def _habit(lines: Sequence[Line], left: float, right: float, known: float) -> float:
    """The indent of first lines: one inset that several lines share, each after a line that can end a paragraph."""
    insets = [round(line.left - left) for line in lines]
    counted = Counter(n for n in insets if 2 * _EDGE < n <= _DEEPEST * (right - left))
    for inset, _ in counted.most_common(2):
        at = [i for i, line in enumerate(lines) if abs(line.left - left - inset) <= _EDGE]
        followed = [i for i in at if i > 0]
        obeyed = sum(_can_end(lines[i - 1], lines[i], right) for i in followed)
        needed = 1 if known and abs(inset - known) <= _EDGE else _FEWEST
        if needed <= len(at) <= _MOST_INDENTED * len(lines) and obeyed >= _OBEYED * len(followed):
            return median(lines[i].left - left for i in at)
    return 0.0


def _can_end(last: Line, line: Line, right: float) -> bool:
    return marks.ends_sentence(last.text) or right - last.right > line.first + last.height
