"""Tables without ruling lines: short cells that stand under each other, several lines running."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.extract import marks

_FEWEST = 3  # rows of a table with numbers, or of three columns
_FEWEST_PAIRS = 6  # rows of a table of two columns without numbers
_PAIR = 2
_MARK = 7  # characters of the mark of a list item: "(xviii)"
_APART = 1.5  # of the height of a line: texts side by side stand further apart
_STRIP = 5.0  # points: a blank strip between columns is at least so wide
_STEP = 3.2  # times the height of a line: rows of one table stand no further apart
_NUMBER = re.compile(r"[(<>≈~±+−–-]?\s?[$€£№%]?\s?\d[\d\s.,:/×x%–-]{0,20}[^\W\d_]{0,6}\.?[)%*]{0,2}")
_EMPTY = re.compile(r"[-–—.…*/\s]{1,5}|n/?a|н/д", re.IGNORECASE)
_NUMERIC = 0.6  # share of the cells of a column of numbers
_EDGE, _ALIGNED = 2.0, 0.7  # points, and the share of the cells of a column that share an edge
_GOING, _WORD = 0.4, 15  # share of cells in small letters, and their usual length, from which they are running text
_FULL = 0.85  # share of the width of their column that lines of running text fill
_WORDS = 4  # half of the cells of a table without numbers have no more words


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of one line without a wide gap between them (points)."""

    left: float
    right: float
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line as its cells, from left to right."""

    top: float
    bottom: float
    cells: tuple[Cell, ...]

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Found:
    """Lines `start` to `end` of a column are a table: for each of its rows the first line, its end, and the texts.

    Without rows they are texts side by side, as signatures are, to be read one after the other; `edges` are where
    each but the first begins.
    """

    start: int
    end: int
    rows: tuple[tuple[int, int, tuple[str, ...]], ...]
    edges: tuple[float, ...] = ()


Strips = Sequence[tuple[float, float]]


def tables(rows: Sequence[Row]) -> Iterator[Found]:
    """The tables among the lines of a column, and the texts that stand side by side in it."""
    for start, end, columns, laid in _blocks(rows):
        part = rows[start:end]
        if _is_table(part, laid, columns):
            yield Found(start, end, tuple((start + a, start + b, texts) for a, b, texts in _joined(part, laid)))
        elif _side_by_side(part, laid, columns):
            yield Found(start, end, (), tuple(left for left, _ in columns[1:]))


def any_table(rows: Sequence[Row]) -> bool:
    """Whether there is a table among the lines of a column."""
    return any(_is_table(rows[start:end], laid, columns) for start, end, columns, laid in _blocks(rows))


def _blocks(rows: Sequence[Row]) -> Iterator[tuple[int, int, Strips, list[tuple[str, ...]]]]:
    """What may be a table: first line and end, the strips of its columns, and the text of each line in each of them."""
    for start, before in _runs(rows):
        columns = _columns(rows[start:before])
        end = before
        while end < len(rows) and _hangs(rows[end - 1], rows[end], columns):
            end += 1
        rights = [right for _, right in columns]
        yield start, end, columns, [_laid(row, rights) for row in rows[start:end]]


def _hangs(above: Row, row: Row, columns: Strips) -> bool:
    """Whether a line after the last one of several cells only goes on with a cell of it."""
    if len(row.cells) > 1 or row.bottom - above.bottom > 1.5 * row.height:
        return False
    cell = row.cells[0]
    return any(abs(cell.left - left) <= _EDGE and cell.right <= right + _STRIP for left, right in columns[1:])


def _side_by_side(rows: Sequence[Row], laid: Sequence[tuple[str, ...]], columns: Strips) -> bool:
    """Whether two texts of several lines stand beside each other, far apart and each with an edge of its own."""
    if len(columns) != _PAIR or sum(all(texts) for texts in laid) < _PAIR or _marks([texts[0] for texts in laid]):
        return False
    apart = columns[1][0] - columns[0][1] > _APART * median(row.height for row in rows)
    letters = all(any(char.isalpha() for char in text) for texts in laid for text in texts if text)
    return apart and letters and all(_edged(rows, column) for column in columns)


def _runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Stretches that begin and end with a line of several cells and have no more than one other line in between."""
    several = [i for i, row in enumerate(rows) if len(row.cells) > 1]
    if len(several) < _PAIR:
        return
    height = median(row.height for row in rows)
    start = several[0]
    for here, following in [*pairwise(several), (several[-1], None)]:
        near = following is not None and _close(rows[here : following + 1], height)
        if not near:
            yield start, here + 1
            start = following if following is not None else start


def _close(rows: Sequence[Row], height: float) -> bool:
    between = rows[1:-1]
    if len(between) > 2 or any(b.bottom - a.bottom > _STEP * height for a, b in pairwise(rows)):
        return False
    edges = [(cell.left, cell.right) for row in (rows[0], rows[-1]) for cell in row.cells]
    return all(any(left - 2 <= row.cells[0].left <= right for left, right in edges) for row in between)


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """The strips that the cells of all rows stand in, from left to right."""
    full = sorted((cell.left, cell.right) for row in rows if len(row.cells) > 1 for cell in row.cells)
    columns: list[tuple[float, float]] = []
    for left, right in full:
        if columns and left < columns[-1][1] + _STRIP:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    return columns


def _laid(row: Row, rights: Sequence[float]) -> tuple[str, ...]:
    """The text in each column (`rights` are their right edges); a cell across several stands in the first of them."""
    texts = [""] * len(rights)
    for cell in row.cells:
        at = min(bisect_right(rights, cell.left), len(rights) - 1)
        texts[at] = f"{texts[at]} {cell.text}" if texts[at] else cell.text
    return tuple(texts)


def _is_table(rows: Sequence[Row], laid: Sequence[tuple[str, ...]], columns: Strips) -> bool:
    """Whether the columns hold numbers or short cells: not running text, and not only the marks of a list."""
    kept = [i for i in range(len(columns)) if not (i == 0 and _marks([texts[0] for texts in laid]))]
    full = sum(sum(bool(texts[i]) for i in kept) > 1 for texts in laid)
    if len(kept) < _PAIR or full < _FEWEST:
        return False
    told = [[texts[i] for texts in laid if texts[i]] for i in kept]
    numbers = [_numeric(texts) for texts in told]
    if any(_running(rows, columns[i], texts) for i, texts, n in zip(kept, told, numbers, strict=True) if not n):
        return False
    if not all(_edged(rows, columns[i]) for i in kept):
        return False
    if any(numbers):
        return True
    if any(_goes_on(texts) > _GOING and median(map(len, texts)) > _WORD for texts in told):
        return False
    scripts = {marks.script(" ".join(texts)) for texts in told}
    return len(kept) > _PAIR or (full >= _FEWEST_PAIRS and full == len(rows) and len(scripts) == 1)


def _edged(rows: Sequence[Row], column: tuple[float, float]) -> bool:
    """Whether the cells of a column stand under each other by their left edge, right edge or middle."""
    cells = [c for row in rows if len(row.cells) > 1 for c in row.cells if column[0] - 1 <= c.left < column[1]]
    for places in ([c.left for c in cells], [c.right for c in cells], [(c.left + c.right) / 2 for c in cells]):
        counted = Counter(round(x / _EDGE) for x in places)
        most, _ = max(counted.items(), key=lambda item: (item[1], -item[0]))
        if sum(counted[most + shift] for shift in (-1, 0, 1)) >= _ALIGNED * len(cells):
            return True
    return False


def _marks(texts: Sequence[str]) -> bool:
    """Whether a column holds nothing but bullets, "1.", "(a)" or the numbers of lines."""
    known = [text for text in texts if text]
    return all(marks.starts_item(f"{text} ") and len(text) <= _MARK for text in known)


def _numeric(texts: Sequence[str]) -> bool:
    """Whether most cells of a column below its head are numbers, and there are enough of them."""
    numbers = sum(bool(_NUMBER.fullmatch(text)) for text in texts)
    blank = sum(bool(_EMPTY.fullmatch(text)) for text in texts)
    return numbers >= _FEWEST - 1 and numbers + blank >= _NUMERIC * len(texts)


def _running(rows: Sequence[Row], column: tuple[float, float], texts: Sequence[str]) -> bool:
    """Whether a column is running text: lines that fill it or that go on in small letters, or long cells."""
    left, right = column
    widths = [c.right - c.left for row in rows for c in row.cells if left - 1 <= c.left <= right]
    full = sum(width > _FULL * (right - left) for width in widths) / max(len(widths), 1)
    words = median(len(text.split()) for text in texts)
    return (words > _WORDS and (full > 0.5 or _goes_on(texts) > 0.5)) or words > 3 * _WORDS


def _goes_on(texts: Sequence[str]) -> float:
    """The share of cells that begin in small letters."""
    return sum(text[:1].islower() for text in texts) / len(texts)


def _joined(rows: Sequence[Row], laid: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Rows of the table: a line that only goes on with cells of the line before belongs to it."""
    steps = [b.bottom - a.bottom for a, b in pairwise(rows)]
    usual = median(steps) if steps else 0.0
    start, texts = 0, laid[0]
    for i in range(1, len(rows)):
        if _continues(laid[i - 1], laid[i], steps[i - 1], usual):
            texts = tuple(f"{a} {b}".strip() for a, b in zip(texts, laid[i], strict=True))
        else:
            yield start, i, texts
            start, texts = i, laid[i]
    yield start, len(rows), texts


def _continues(above: tuple[str, ...], texts: tuple[str, ...], step: float, usual: float) -> bool:
    filled = [i for i, text in enumerate(texts) if text]
    if len(filled) == len(texts) or not all(above[i] for i in filled) or step > 1.05 * usual:
        return False
    if any(_NUMBER.fullmatch(texts[i]) for i in filled):
        return False
    return 0 not in filled or (filled == [0] and (texts[0][:1].islower() or step < 0.9 * usual))
