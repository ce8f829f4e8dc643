"""The characters of one PDF page with their boxes, as arrays; and whether the text layer can be trusted."""

from __future__ import annotations

import ctypes
import re
from collections import deque
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

_MIN_CHARACTERS, _FEW_CHARACTERS = 4, 200
_GARBAGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x01\x03-\x08\x0e-\x1f]|\\(cid:")
_SPACE, _WORD, _DIGIT = re.compile(r"\s"), re.compile(r"[^\W_]"), re.compile(r"\d")
_RULINGS = 6
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
        visible = len(text) - len(_SPACE.findall(text))
        digits = len(_DIGIT.findall(text))
        letters = len(_WORD.findall(text)) - digits
        garbage = len(_GARBAGE.findall(text))
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
        codes = np.zeros(count, dtype=np.uint32)
        boxes = np.zeros((count, 4), dtype=np.float32)
        handle = ctypes.cast(text.raw, ctypes.c_void_p)
        unicode_of, box_of = _calls()
        place = boxes.ctypes.data
        codes[:] = list(map(unicode_of, repeat(handle), range(count)))
        deque(map(box_of, repeat(handle), range(count), range(place, place + 16 * count, 16)), 0)
        angle = _angle(text, codes)
    finally:
        text.close()
    shown, width, height = _turned(boxes, page, angle)
    return Page(_whole(codes), shown, width, height, _has_rulings(page))


def _whole(codes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Half characters and characters without a meaning become U+FFFD."""
    broken = ((codes >= 0xD800) & (codes < 0xE000)) | (codes == 0) | (codes > 0x10FFFF)
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
    """Whether enough lines or rectangles are drawn on the page for a table."""
    count = 0
    for i in range(min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        kind = pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, i))
        count += kind == pdfium.FPDF_PAGEOBJ_PATH
        if count >= _RULINGS:
            return True
    return False
