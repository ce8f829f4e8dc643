"""Tables of word processors and web pages: rows of cells, or columns of running text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.marks import script
from pipeline.extract.paragraphs import Paragraph
from pipeline.model import Role

SEPARATOR = " | "
"""Stands between the cells of a row in the text."""

LONG_CELL = 160
"""Characters: a table whose cells are longer on the average lays out a page and holds no data."""

Rows = Sequence[Sequence[Sequence[Paragraph]]]


def read(rows: Rows) -> Iterator[Paragraph]:
    """Row by row, cells in order; but two languages side by side, or columns of prose, one column after the other."""
    if lays_out(rows):
        for column in range(max((len(row) for row in rows), default=0)):
            for row in rows:
                yield from row[column] if column < len(row) else ()
        return
    for row in rows:
        texts = [" ".join(" ".join(p.text.split()) for p in cell) for cell in row]
        if any(texts):
            yield Paragraph(SEPARATOR.join(texts).strip(), None, None, Role.TABLE_ROW)


def lays_out(rows: Rows) -> bool:
    """Whether the table only puts text side by side."""
    cells = [cell for row in rows for cell in row if cell]
    if not cells:
        return True
    several = any(sum(bool(cell) for cell in row) > 1 for row in rows)
    letters = sum(len(p.text) for cell in cells for p in cell)
    return not several or letters / len(cells) > LONG_CELL or _two_scripts(rows)


def _two_scripts(rows: Rows) -> bool:
    """Whether two columns hold Latin letters in one and Cyrillic ones in the other, row by row."""
    if any(len(row) != 2 for row in rows):
        return False
    pairs = [[script(" ".join(p.text for p in cell)) for cell in row if cell] for row in rows]
    full = {tuple(pair) for pair in pairs if len(pair) == 2}
    return len(full) == 1 and len(set(next(iter(full)))) == 2
