"""The characters of one PDF page with their boxes, as arrays; and whether the text layer can be trusted."""

from __future__ import annotations

import ctypes
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, repeat
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

BLANK = np.array((9, 10, 11, 12, 13, 32, 0xA0, 0x3000, *range(0x2000, 0x200C)), np.uint32)
"""Characters that leave no ink."""

_MIN_CHARACTERS, _FEW_CHARACTERS = 4, 200
_GARBAGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x01\x03-\x08\x0e-\x1f]")
_LEADERS = "._…·"  # between a chapter and its page, or where a form is to be filled in
_RULINGS, _THIN = 3, 3.0  # lines across and down; points: thicker shapes are boxes
_HALVES = 0xD800, 0xE000  # surrogates
_MOST_OBJECTS = 20_000


@dataclass(frozen=True, slots=True)
class Page:
    """Characters in the order of the content stream.

    `codes` (n,) are code points; `boxes` (n, 4) left, top, right, bottom in points, origin top left of the page with
    its text upright; `width` and `height` are those of that page; `ruled` says that it has lines enough for a table.
    """

    codes: NDArray[np.uint32]
    boxes: NDArray[np.float32]
    width: float
    height: float
    ruled: bool

    @property
    def text(self) -> str:
        return as_text(self.codes)

    @property
    def blank(self) -> bool:
        """No text layer at all."""
        return int((self.codes > 32).sum()) < _MIN_CHARACTERS

    @property
    def sparse(self) -> bool:
        """A text layer of a few lines: the page may be a scan with a stamp on it."""
        return int((self.codes > 32).sum()) < _FEW_CHARACTERS

    @property
    def usable(self) -> bool:
        """Whether the text layer reads as text: mostly letters and digits, hardly any character without a meaning."""
        if self.blank:
            return False
        text = self.text
        counts = [(char, text.count(char)) for char in set(text)]
        visible = sum(n for char, n in counts if not char.isspace() and char not in _LEADERS)
        digits = sum(n for char, n in counts if char.isdecimal())
        letters = sum(n for char, n in counts if char.isalnum()) - digits
        garbage = sum(n for char, n in counts if _GARBAGE.match(char)) + text.count("(cid:")
        return garbage < 0.1 * visible and (letters >= 0.5 * visible or letters + digits >= 0.7 * visible)


def as_text(codes: NDArray[np.uint32]) -> str:
    """Code points as a string."""
    return codes.astype("<u4").tobytes().decode("utf-32-le")


@cache
def _calls() -> tuple[Any, Any]:
    """pdfium's two functions per character, without the cost of converting structures."""
    unicode_of = ctypes.CFUNCTYPE(ctypes.c_uint, ctypes.c_void_p, ctypes.c_int)
    box_of = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
    return (
        unicode_of(_address(pdfium.FPDFText_GetUnicode)),
        box_of(_address(pdfium.FPDFText_GetLooseCharBox)),
    )


def _address(function: Any) -> int:
    value = ctypes.cast(function, ctypes.c_void_p).value
    if value is None:
        raise ValueError(f"{function} has no address")
    return value


def read_page(page: pypdfium2.PdfPage) -> Page:
    """All characters of `page`, turned the way a reader sees it."""
    text = page.get_textpage()
    try:
        count = text.count_chars()
        codes = _codes(text, count)
        boxes = _boxes(text, codes)
        angle = _angle(text, codes)
    finally:
        text.close()
    shown, width, height = _turned(boxes, page, angle)
    return Page(_whole(codes), shown, width, height, _has_rulings(page))


def _codes(text: pypdfium2.PdfTextPage, count: int) -> NDArray[np.uint32]:
    """All code points: in one call, or one by one where some take no place or two places in pdfium's text."""
    buffer = np.zeros(count + 1, dtype=np.uint16)
    place = buffer.ctypes.data_as(ctypes.POINTER(ctypes.c_ushort))
    written = pdfium.FPDFText_GetText(text.raw, 0, count, place)
    codes = buffer[:count].astype(np.uint32)
    if written == count + 1 and not ((codes >= _HALVES[0]) & (codes < _HALVES[1])).any():
        return codes
    handle = ctypes.cast(text.raw, ctypes.c_void_p)
    return np.fromiter(map(_calls()[0], repeat(handle), range(count)), np.uint32, count)


def _boxes(text: pypdfium2.PdfTextPage, codes: NDArray[np.uint32]) -> NDArray[np.float32]:
    """The boxes of all characters but blanks (those are empty) in the space of the page."""
    boxes = np.zeros((len(codes), 4), dtype=np.float32)
    handle, place = ctypes.cast(text.raw, ctypes.c_void_p), boxes.ctypes.data
    inked = np.flatnonzero(~np.isin(codes, BLANK))
    deque(map(_calls()[1], repeat(handle), inked.tolist(), (place + 16 * inked).tolist()), 0)
    return boxes


def _whole(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Half characters and characters without a meaning become U+FFFD."""
    broken = ((codes >= _HALVES[0]) & (codes < _HALVES[1])) | (codes == 0) | (codes > 0x10FFFF)
    return np.where(broken, np.uint32(0xFFFD), codes)


def _angle(text: pypdfium2.PdfTextPage, codes: NDArray[np.uint32]) -> int:
    """Quarter turns of most of the text on its page (a landscape table printed upright)."""
    inked = np.flatnonzero(codes > 32)
    if len(inked) == 0:
        return 0
    sample = inked[:: max(1, len(inked) // 25)][:25]
    turns = [-round(pdfium.FPDFText_GetCharAngle(text.raw, int(i)) / (np.pi / 2)) % 4 for i in sample]
    most = max(sorted(set(turns)), key=turns.count)
    return most if turns.count(most) > 0.6 * len(turns) else 0


def _turned(
    boxes: NDArray[np.float32], page: pypdfium2.PdfPage, turns: int
) -> tuple[NDArray[np.float32], float, float]:
    """From page space (origin bottom left) to the page turned so that its text is upright, origin top left."""
    x0, y0, x1, y1 = page.get_bbox()
    width, height = x1 - x0, y1 - y0
    x = np.stack([boxes[:, 0], boxes[:, 2]]) - x0
    y = height - (np.stack([boxes[:, 1], boxes[:, 3]]) - y0)
    for _ in range(turns):
        x, y = height - y, x
        width, height = height, width
    return np.stack([x.min(0), y.min(0), x.max(0), y.max(0)], axis=1).astype(np.float32), width, height


def _has_rulings(page: pypdfium2.PdfPage) -> bool:
    """Whether lines enough for a table are drawn both across and down the page; underlines alone are none."""
    across = down = 0
    for drawn in islice(_paths(page), _MOST_OBJECTS):
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        if not pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            continue
        wide, high = right.value - left.value > _THIN, top.value - bottom.value > _THIN
        lines = pdfium.FPDFPath_CountSegments(drawn) // 2 if wide and high else 1
        across, down = across + lines * wide, down + lines * high
        if min(across, down) >= _RULINGS:
            return True
    return False


def _paths(page: pypdfium2.PdfPage) -> Iterator[Any]:
    """The drawn lines and shapes of a page, also those in the forms it is put together from (one level deep)."""
    for i in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page.raw, i)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield drawn
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            inner = (pdfium.FPDFFormObj_GetObject(drawn, k) for k in range(pdfium.FPDFFormObj_CountObjects(drawn)))
            yield from (x for x in inner if pdfium.FPDFPageObj_GetType(x) == pdfium.FPDF_PAGEOBJ_PATH)
