"""A page as a grey picture for recognition: rendered by pdfium, and straightened where it was scanned askew."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

POINTS = 72
_WHITE = 0xFFFFFFFF
_MOST_PIXELS, _COARSEST = 40_000_000, 30  # of a picture; dots an inch below which nothing can be read
_PROBE = 1200  # pixels of the longer side of the picture in which the skew is looked for
_BORDER = 0.03  # share of the picture at each side that is left out: shadows of the scanner
_FEWEST, _MOST = 400, 40_000  # edges of letters: fewer tell nothing, more are not needed
_WIDEST = 10.0  # degrees
_COARSE, _FINE = 0.5, 0.05
_CLEAR = 1.25  # the best angle stands out of all others by this factor, or there are no lines
_STRAIGHT = 0.25  # degrees that tesseract does not mind

Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Picture:
    """A portable greymap, its resolution, the size of the page on it in points, and how far it was turned (degrees)."""

    data: bytes
    dpi: int
    width: float
    height: float
    turned: float = 0.0


def taken(page: Any, dpi: int) -> Picture:
    """A pypdfium2 page at `dpi`, or less where it is huge, turned so that its lines are level."""
    width, height = page.get_size()
    dpi = max(_COARSEST, min(dpi, int(POINTS * math.sqrt(_MOST_PIXELS / max(width * height, 1)))))
    grey = _rendered(page, dpi, 0.0, width, height)
    turn = -skew(grey)
    if abs(turn) < _STRAIGHT:
        return Picture(_portable(grey), dpi, width, height)
    angle = math.radians(abs(turn))
    wide = width * math.cos(angle) + height * math.sin(angle)
    high = width * math.sin(angle) + height * math.cos(angle)
    return Picture(_portable(_rendered(page, dpi, turn, wide, high)), dpi, wide, high, turn)


def _rendered(page: Any, dpi: int, turn: float, width: float, height: float) -> Grey:
    """The page in the middle of a sheet of `width` times `height` points, turned clockwise about its middle."""
    scale = dpi / POINTS
    wide, high = math.ceil(width * scale), math.ceil(height * scale)
    bitmap = pypdfium2.PdfBitmap.new_native(wide, high, pdfium.FPDFBitmap_Gray)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap.raw, 0, 0, wide, high, _WHITE)
        cos, sin = (scale * f(math.radians(turn)) for f in (math.cos, math.sin))
        x, y = (size / 2 for size in page.get_size())
        matrix = pdfium.FS_MATRIX(cos, sin, -sin, cos, wide / 2 - cos * x + sin * y, high / 2 - sin * x - cos * y)
        clip = pdfium.FS_RECTF(0, 0, wide, high)
        flags = pdfium.FPDF_GRAYSCALE | pdfium.FPDF_ANNOT
        pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap.raw, page.raw, ctypes.byref(matrix), ctypes.byref(clip), flags)
        rows: Grey = bitmap.to_numpy().reshape(high, wide).copy()
    finally:
        bitmap.close()
    return rows


def _portable(rows: Grey) -> bytes:
    height, width = rows.shape
    return f"P5 {width} {height} 255\n".encode("ascii") + rows.tobytes()


def skew(grey: Grey) -> float:
    """By how many degrees the lines of a picture fall to the right (negative: they rise), whichever side is up.

    The edges of letters are projected at many angles; at that of the lines they gather on few of them.
    """
    step = max(1, max(grey.shape) // _PROBE)
    top, left = (int(_BORDER * size) for size in grey.shape)
    small = grey[top : grey.shape[0] - top : step, left : grey.shape[1] - left : step]
    if small.size == 0:
        return 0.0
    dark = small < (float(np.percentile(small, 1)) + float(np.median(small))) / 2
    level = _best(*np.nonzero(dark[:-1] & ~dark[1:]))
    upright = _best(*np.nonzero((dark[:, :-1] & ~dark[:, 1:]).T))
    return level[1] if level[0] >= upright[0] else -upright[1]


def _best(across: NDArray[np.intp], along: NDArray[np.intp]) -> tuple[float, float]:
    """How clearly, and at which angle, points gather on lines."""
    if len(across) < _FEWEST:
        return 0.0, 0.0
    every = max(1, len(across) // _MOST)
    across, along = across[::every], along[::every]
    coarse = np.arange(-_WIDEST, _WIDEST + _COARSE / 2, _COARSE)
    scores = np.array([_gathered(across, along, angle) for angle in coarse])
    clear = float(scores.max() / np.median(scores))
    if clear < _CLEAR:
        return 0.0, 0.0
    middle = float(coarse[int(scores.argmax())])
    fine = np.arange(middle - _COARSE, middle + _COARSE + _FINE / 2, _FINE)
    best = max(fine.tolist(), key=lambda angle: (_gathered(across, along, angle), -abs(angle)))
    return clear, round(best, 2)


def _gathered(across: NDArray[np.intp], along: NDArray[np.intp], angle: float) -> float:
    """The sum of squares of how many points fall on each line at an angle: the greater, the fewer lines."""
    place = np.rint(across - along * math.tan(math.radians(angle))).astype(np.intp)
    counts = np.bincount(place - place.min())
    return float(np.square(counts, dtype=np.float64).sum())
