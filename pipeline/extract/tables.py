"""Tables with ruling lines in a PDF, read with pdfplumber: rows with their cells in order."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pipeline.extract.grid import LONG_CELL, SEPARATOR
from pipeline.extract.words import Line, Region
from pipeline.model import Box


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its box on the page (points, from the top left) and its rows as lines."""

    box: Box
    rows: tuple[Line, ...]

    def region(self) -> Region:
        return Region(self.rows, rows=True)


class Ruled:
    """Tables of one document; pdfplumber opens it only when the first page with rulings asks."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pdf: Any = None

    def on(self, number: int) -> tuple[Table, ...]:
        """The tables of a page (counted from 0)."""
        if self._pdf is None:
            import pdfplumber

            self._pdf = pdfplumber.open(io.BytesIO(self._data))
        page = self._pdf.pages[number]
        found = tuple(_tables(page))
        page.close()
        return found

    def close(self) -> None:
        if self._pdf is not None:
            self._pdf.close()


@contextmanager
def open_tables(data: bytes) -> Iterator[Ruled]:
    """Tables of the PDF in `data`, closed at the end."""
    ruled = Ruled(data)
    try:
        yield ruled
    finally:
        ruled.close()


def _tables(page: Any) -> Iterator[Table]:
    for found in page.find_tables():
        rows = found.extract()
        if _is_table(rows):
            left, top, right, bottom = found.bbox
            lines = (_row(row.bbox, cells) for row, cells in zip(found.rows, rows, strict=True))
            yield Table(Box(left, top, right, bottom), tuple(line for line in lines if line is not None))


def _is_table(rows: Sequence[Sequence[str | None]]) -> bool:
    """At least two rows and columns with text, and cells shorter than running text."""
    cells = [cell for row in rows for cell in row if cell and cell.strip()]
    columns = max((sum(bool(cell and cell.strip()) for cell in row) for row in rows), default=0)
    return len(rows) > 1 and columns > 1 and sum(map(len, cells)) / len(cells) < LONG_CELL


def _row(box: Sequence[float], cells: Sequence[str | None]) -> Line | None:
    texts = [" ".join((cell or "").split()) for cell in cells]
    if not any(texts):
        return None
    left, top, right, bottom = box
    return Line(SEPARATOR.join(texts), left, top, right, bottom, right - left)
