"""Optical recognition of one page by tesseract, Russian and English together, with boxes and confidence."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from statistics import median, median_low
from threading import BoundedSemaphore
from typing import Any

from pipeline.errors import MissingToolError
from pipeline.extract import pulse
from pipeline.extract.picture import POINTS, Picture, taken
from pipeline.extract.words import Line, Region

LANGUAGES = ("rus", "eng")
_DPI = 200  # twice as fast as 300, and no worse from seven-point print upwards
_AS_IT_LIES, _ANY_WAY_UP = "3", "1"  # what tesseract calls page segmentation modes
_READS_WELL = 75.0  # mean confidence from which a page surely stands upright: one on its head stays below 60
_NOT_REVERSED = ("-c", "tessedit_do_invert=0")  # else all that reads badly is read again in negative
_AT_ONCE = 2  # pages; each takes a process of some 200 MiB
_LETTERS = re.compile(r"\w\w")
_WORD = re.compile(r"[^\W\d_]{3}|\d{2}")
_CONFIDENT = 30.0  # words below are stains and signatures, unless they stand among words that were read
_READ = 60.0
_LATIN, _CYRILLIC = "ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху"  # letters that look alike
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_ONLY_LATIN, _ONLY_CYRILLIC = re.compile(f"(?![{_LATIN}])[A-Za-z]"), re.compile(f"(?![{_CYRILLIC}])[А-яЁё]")
_LIKE_LATIN, _LIKE_CYRILLIC = (re.compile(rf"(?<!\w)[{letters}]+(?!\w)") for letters in (_CYRILLIC, _LATIN))
_SYSTEM = ("/usr", "/bin", "/opt")


@dataclass(frozen=True, slots=True)
class Recognised:
    """The lines of one page, and the mean confidence of its words in percent (0 where there is no text).

    `height` is that of the page with its text upright, in points; `turned` by how many degrees it was straightened;
    `illegible` are lines of which hardly a word was read, and what was left out of other lines.
    """

    regions: tuple[Region, ...]
    confidence: float
    height: float = 0.0
    turned: float = 0.0
    illegible: tuple[Line, ...] = ()


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

    def hand_in(self, image: Picture) -> Future[Recognised]:
        """Have a picture recognised; its result comes later."""
        self._free.acquire()
        later = self._threads.submit(recognise, image)
        later.add_done_callback(lambda _: self._free.release())
        return later


def picture(page: Any) -> Picture:
    """A pypdfium2 page as recognition wants it.

    Raises MissingToolError where tesseract or one of its languages is not installed.
    """
    _program()
    return taken(page, _DPI)


def recognise(image: Picture) -> Recognised:
    """The lines of a picture, turned upright if it lies on its side or stands on its head.

    Which way is up costs tesseract a fifth of its time, so that is asked only where it does not read well as it lies.
    """
    as_it_lies = _read(image, _AS_IT_LIES)
    return as_it_lies if _reads_well(as_it_lies) else _read(image, _ANY_WAY_UP)


def _reads_well(found: Recognised) -> bool:
    """On its head a page is all scraps: few words, few of them sure, most of its lines illegible."""
    lines = sum(len(region.lines) for region in found.regions)
    return found.confidence >= _READS_WELL and lines > 3 * len(found.illegible)


def _read(image: Picture, layout: str) -> Recognised:
    look = ("--psm", layout, *(() if image.reversed else _NOT_REVERSED))
    command = [_program(), "stdin", "stdout", "-l", "+".join(LANGUAGES), "--dpi", str(image.dpi), *look, "tsv"]
    done = subprocess.run(
        command, input=image.data, capture_output=True, check=False, env={**os.environ, "OMP_THREAD_LIMIT": "1"}
    )
    pulse.beat()
    words, height = _upright(tuple(_words(done.stdout.decode("utf-8", "replace"), image.dpi)), image)
    kept, illegible = _legible(words)
    mean = sum(word.confidence for word in kept) / len(kept) if kept else 0.0
    return Recognised(tuple(_regions(kept)), mean, height, image.turned, tuple(_line(x) for x in illegible))


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


def places() -> tuple[Path, ...]:
    """What a process that may read only named folders needs to run a tesseract installed outside the system's."""
    program = shutil.which("tesseract")
    if program is None:
        return ()
    found = Path(program).resolve()
    if found.is_relative_to("/usr") or any(found.is_relative_to(folder) for folder in _SYSTEM):
        return ()
    told = subprocess.run([program, "--list-langs"], capture_output=True, check=False, text=True).stdout
    data = re.search(r'in "([^"\n]{1,4096})"', told)
    home = found.parent.parent
    return (Path(program), found, home / "lib", home / "share", *([Path(data.group(1)).resolve()] if data else []))


@dataclass(frozen=True, slots=True)
class _Word:
    """A recognised word, its box in points, and the number of its line."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float
    line: tuple[int, int, int]


def _words(table: str, dpi: int) -> Iterator[_Word]:
    """Words with a confidence, from tesseract's table."""
    head, *rows = table.splitlines() or [""]
    names = head.split("\t")
    scale = POINTS / dpi
    for line in rows:
        row = dict(zip(names, line.split("\t"), strict=False))
        if not row.get("text", "").strip() or float(row["conf"]) < 0:
            continue
        left, top, width, height = (int(row[name]) * scale for name in ("left", "top", "width", "height"))
        number = int(row["block_num"]), int(row["par_num"]), int(row["line_num"])
        yield _Word(row["text"], left, top, left + width, top + height, float(row["conf"]), number)


def _upright(words: Sequence[_Word], image: Picture) -> tuple[tuple[_Word, ...], float]:
    """The words with boxes on the page turned so that they run from left to right, and the height of that page."""
    across = down = 0.0
    for one, other in pairwise(words):
        if one.line == other.line:
            across += (other.left + other.right - one.left - one.right) / 2
            down += (other.top + other.bottom - one.top - one.bottom) / 2
    level = abs(across) >= abs(down)
    turns = (0 if across >= 0 else 2) if level else (3 if down > 0 else 1)
    width, height = image.width, image.height
    for _ in range(turns):  # clockwise
        words = tuple(
            replace(w, left=height - w.bottom, top=w.left, right=height - w.top, bottom=w.right) for w in words
        )
        width, height = height, width
    return tuple(words), height


def _legible(words: Sequence[_Word]) -> tuple[list[_Word], list[list[_Word]]]:
    """The words of lines that were read, and what was left out, line by line: stains, stamps, signatures."""
    kept: list[_Word] = []
    lost: list[list[_Word]] = []
    for _, group in groupby(words, key=lambda word: word.line):
        line = list(group)
        sure = any(w.confidence >= _READ and _WORD.search(w.text) for w in line)
        good = [w for w in line if w.confidence >= _CONFIDENT or (sure and _WORD.search(w.text))]
        read = _LETTERS.search(" ".join(w.text for w in good)) is not None
        left_out = [w for w in line if not read or w not in good]
        kept += good if read else ()
        if any(char.isalnum() for w in left_out for char in w.text):
            lost.append(left_out)
    return kept, lost


def _regions(words: Sequence[_Word]) -> Iterator[Region]:
    """Columns of lines: tesseract's blocks, joined where one stands below the other."""
    groups = [list(group) for _, group in groupby(words, key=lambda word: word.line)]
    if not groups:
        return
    lines = [_line(group) for group in groups]
    height, letter = median(line.height for line in lines), median(_letter(line) for line in lines)
    column: list[Line] = []
    for tight, group in zip(lines, groups, strict=True):
        line = _of_normal_height(tight, median_low(w.bottom for w in group), height, letter)
        if column and not _below(column, line):
            yield Region(tuple(column))
            column = []
        column.append(line)
    yield Region(tuple(column))


def _of_normal_height(line: Line, base: float, height: float, letter: float) -> Line:
    """A line's box is tight around its letters and stains: without "g" or "b" it is no smaller print.

    `base` is where most of its words stand, `height` that of most lines, `letter` the width of a letter of most lines.
    """
    usual = 0.55 * height < line.height < 1.5 * height
    spaced = 0.75 * letter < _letter(line) < 1.3 * letter
    if not (usual or spaced):
        return line
    bottom = base + (line.bottom - line.base) * height / line.height
    return replace(line, top=bottom - height, bottom=bottom)


def _letter(line: Line) -> float:
    return (line.right - line.left) / len(line.text)


def _below(column: Sequence[Line], line: Line) -> bool:
    last = column[-1]
    left, right = min(x.left for x in column), max(x.right for x in column)
    shared = min(right, line.right) - max(left, line.left)
    return line.bottom > last.bottom - 0.3 * last.height and shared > 0.5 * (line.right - line.left)


def in_one_script(text: str) -> str:
    """A line in which words of nothing but look-alikes are in the letters of its other words."""
    latin, cyrillic = len(_ONLY_LATIN.findall(text)), len(_ONLY_CYRILLIC.findall(text))
    if latin > cyrillic:
        return _LIKE_LATIN.sub(lambda m: m.group().translate(_TO_LATIN), text)
    return _LIKE_CYRILLIC.sub(lambda m: m.group().translate(_TO_CYRILLIC), text) if cyrillic > latin else text


def _line(words: Sequence[_Word]) -> Line:
    left, top = min(w.left for w in words), min(w.top for w in words)
    right, bottom = max(w.right for w in words), max(w.bottom for w in words)
    return Line(
        in_one_script(" ".join(w.text for w in words)), left, top, right, bottom, words[0].right - words[0].left
    )
