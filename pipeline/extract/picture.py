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
_FIELD, _FIELDS, _DARK = 6.0, 10, 128  # points; fields of a short word on dark ground; grey that is dark
_GROUND = 0.4, 0.65, 0.95  # dark share: of each of these fields at least, of all of them at least and at most
_STRAIGHT = 0.25  # degrees that tesseract does not mind

Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Picture:
    """A portable greymap, its resolution, the size of the page on it in points, and how far it was turned (degrees).

    `reversed` says that there may be white print on dark ground in it.
    """

    data: bytes
    dpi: int
    width: float
    height: float
    turned: float = 0.0
    reversed: bool = False


def taken(page: Any, dpi: int) -> Picture:
    """A pypdfium2 page at `dpi`, or less where it is huge, turned so that its lines are level."""
    width, height = page.get_size()
    dpi = max(_COARSEST, min(dpi, int(POINTS * math.sqrt(_MOST_PIXELS / max(width * height, 1)))))
    grey = _rendered(page, dpi, 0.0, width, height)
    turn = -skew(grey)
    if abs(turn) < _STRAIGHT:
        return Picture(_portable(grey), dpi, width, height, reversed=_dark_ground(grey, dpi))
    angle = math.radians(abs(turn))
    wide = width * math.cos(angle) + height * math.sin(angle)
    high = width * math.sin(angle) + height * math.cos(angle)
    level = _rendered(page, dpi, turn, wide, high)
    return Picture(_portable(level), dpi, wide, high, turn, _dark_ground(grey, dpi))


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


def _dark_ground(grey: Grey, dpi: int) -> bool:
    """Whether a strip as long as a short word is mostly dark but not all black (as shadows are), across or down."""
    size = max(1, round(_FIELD * dpi / POINTS))
    inner = _within(grey)
    rows, columns = inner.shape[0] // size, inner.shape[1] // size
    if min(rows, columns) < _FIELDS:
        return True
    dark = (inner[: rows * size, : columns * size] < _DARK).reshape(rows, size, columns, size).mean(axis=(1, 3))
    strips = (np.lib.stride_tricks.sliding_window_view(dark, _FIELDS, axis=axis) for axis in (0, 1))
    least, low, high = _GROUND
    return any(bool(((x.min(-1) > least) & (x.mean(-1) > low) & (x.mean(-1) < high)).any()) for x in strips)


def skew(grey: Grey) -> float:
    """By how many degrees the lines of a picture fall to the right (negative: they rise), whichever side is up.

    The edges of letters are projected at many angles; at that of the lines they gather on few of them.
    """
    step = max(1, max(grey.shape) // _PROBE)
    small = _within(grey)[::step, ::step]
    if small.size == 0:
        return 0.0
    dark = small < (float(np.percentile(small, 1)) + float(np.median(small))) / 2
    level = _best(*np.nonzero(dark[:-1] & ~dark[1:]))
    upright = _best(*np.nonzero((dark[:, :-1] & ~dark[:, 1:]).T))
    return level[1] if level[0] >= upright[0] else -upright[1]


def _within(grey: Grey) -> Grey:
    """The picture without its border."""
    top, left = (int(_BORDER * size) for size in grey.shape)
    return grey[top : grey.shape[0] - top, left : grey.shape[1] - left]


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
