"""Optical recognition of one page by tesseract, Russian and English together, with boxes and confidence."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from statistics import median
from threading import BoundedSemaphore
from typing import Any

from pipeline.errors import MissingToolError
from pipeline.extract import pulse
from pipeline.extract.words import Line, Region

LANGUAGES = ("rus", "eng")
_DPI = 300
_AT_ONCE = 2  # pages; each takes a process of some 200 MiB
_POINTS = 72
_LETTERS = re.compile(r"\w\w")
_CONFIDENT = 30.0  # words below are stains and signatures


@dataclass(frozen=True, slots=True)
class Recognised:
    """The lines of one page, and the mean confidence of its words in percent (0 where there is no text)."""

    regions: tuple[Region, ...]
    confidence: float


class Desk:
    """Pages under recognition, a few at a time; whoever brings one more waits until one is done."""

    def __init__(self) -> None:
        places = min(_AT_ONCE, len(os.sched_getaffinity(0)))
        self._threads = ThreadPoolExecutor(places)
        self._free = BoundedSemaphore(places)

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(cancel_futures=True)

    def hand_in(self, image: bytes) -> Future[Recognised]:
        """Have a picture recognised; its result comes later."""
        self._free.acquire()
        later = self._threads.submit(recognise, image)
        later.add_done_callback(lambda _: self._free.release())
        return later


def picture(page: Any) -> bytes:
    """A pypdfium2 page rendered in grey at 300 dpi.

    Raises MissingToolError where tesseract or one of its languages is not installed.
    """
    _program()
    bitmap = page.render(scale=_DPI / _POINTS, grayscale=True)
    try:
        return _portable_greymap(bitmap)
    finally:
        bitmap.close()


def recognise(image: bytes) -> Recognised:
    """The lines of a picture, turned upright if it lies on its side."""
    command = [_program(), "stdin", "stdout", "-l", "+".join(LANGUAGES), "--dpi", str(_DPI), "--psm", "1", "tsv"]
    done = subprocess.run(
        command, input=image, capture_output=True, check=False, env={**os.environ, "OMP_THREAD_LIMIT": "1"}
    )
    pulse.beat()
    rows = list(_rows(done.stdout.decode("utf-8", "replace")))
    return Recognised(tuple(_regions(rows)), _mean(float(row["conf"]) for row in rows))


@cache
def _program() -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise _missing("tesseract is not installed", "install tesseract-ocr and tesseract-ocr-rus")
    listed = subprocess.run([program, "--list-langs"], capture_output=True, check=False, text=True).stdout.split()
    lacking = [name for name in LANGUAGES if name not in listed]
    if lacking:
        raise _missing(f"tesseract lacks {', '.join(lacking)}", f"install tesseract-ocr-{lacking[0]}")
    return program


def _missing(what: str, hint: str) -> MissingToolError:
    return MissingToolError(f"a page without text needs recognition, but {what}", reason="missing-tool", hint=hint)


def _portable_greymap(bitmap: Any) -> bytes:
    """The bitmap as a PGM file."""
    rows = bitmap.to_numpy()
    height, width = rows.shape[:2]
    pixels: bytes = rows.reshape(height, width).tobytes()
    return f"P5 {width} {height} 255\n".encode("ascii") + pixels


def _rows(table: str) -> Iterator[Mapping[str, str]]:
    """Words with a confidence, from tesseract's table."""
    head, *lines = table.splitlines() or [""]
    names = head.split("\t")
    for line in lines:
        row = dict(zip(names, line.split("\t"), strict=False))
        if row.get("text", "").strip() and float(row["conf"]) >= _CONFIDENT:
            yield row


def _regions(rows: Sequence[Mapping[str, str]]) -> Iterator[Region]:
    """Columns of lines: tesseract's blocks, joined where one stands below the other."""
    groups = groupby(rows, key=lambda row: (row["block_num"], row["par_num"], row["line_num"]))
    lines = [line for _, words in groups if _LETTERS.search((line := _line(list(words))).text)]
    if not lines:
        return
    height = median(line.height for line in lines)
    column: list[Line] = []
    for line in (_of_normal_height(line, height) for line in lines):
        if column and not _below(column, line):
            yield Region(tuple(column))
            column = []
        column.append(line)
    yield Region(tuple(column))


def _of_normal_height(line: Line, height: float) -> Line:
    """A line's box is tight around its letters: one without "g" or "b" is no smaller print."""
    usual = 0.55 * height < line.height < 1.5 * height
    return replace(line, top=line.bottom - height) if usual else line


def _below(column: Sequence[Line], line: Line) -> bool:
    last = column[-1]
    left, right = min(x.left for x in column), max(x.right for x in column)
    shared = min(right, line.right) - max(left, line.left)
    return line.bottom > last.bottom - 0.3 * last.height and shared > 0.5 * (line.right - line.left)


def _line(words: list[Mapping[str, str]]) -> Line:
    scale = _POINTS / _DPI
    boxes = [[int(word[name]) * scale for name in ("left", "top", "width", "height")] for word in words]
    left, top = min(b[0] for b in boxes), min(b[1] for b in boxes)
    right, bottom = max(b[0] + b[2] for b in boxes), max(b[1] + b[3] for b in boxes)
    return Line(" ".join(word["text"] for word in words), left, top, right, bottom, boxes[0][2])


def _mean(values: Iterable[float]) -> float:
    known = list(values)
    return sum(known) / len(known) if known else 0.0
