"""Text that was decoded wrongly before it was saved: the right characters again, and a note that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

import numpy as np

from pipeline.extract import letters
from pipeline.model import Note

Way = tuple[tuple[str, str], ...]
"""Wrong decodings to undo one after the other: the encoding that was taken, the right one."""

_WRONG = ("cp1251", "cp1252", "koi8-r", "cp866", "mac-cyrillic")
_RIGHT = ("utf-8", "cp1251", "koi8-r", "cp866", "mac-cyrillic")
_ONCE: tuple[Way, ...] = tuple(((wrong, right),) for wrong, right in product(_WRONG, _RIGHT) if wrong != right)
_MANGLED = (("cp1252", "utf-8"), ("cp1251", "utf-8"))
_TWICE: tuple[Way, ...] = tuple(
    (first, second) for first in _MANGLED for second in (*_MANGLED, ("cp1252", "cp1251"), ("koi8-r", "cp1251"))
)
_ROUNDS = 2
_AWFUL = -1.0  # bits for each character below which two wrong decodings in a row are thought of
_POOR = 1.0  # bits for each character beyond ASCII below which a line is looked at
_ODD = 0.02  # and the share of its characters that look out of place from which it is
_GOOD = 0.0  # bits for each character from which a repaired line is believed
_GAIN = 12.0  # bits that the repair of the worst lines together must bring
_SHARE = 1.5  # and for each of their characters, unless they are many:
_MUCH = 25.0
_LEAST = 5.0  # bits that each line must gain
_LOST = -6.0  # bits for a character that the wrong encoding does not have
_SAMPLE = 3000
_LINE = re.compile(r"[^\n]*\n?")
_WORD = re.compile(r"[^\s\x00-\x7f]{6}")  # shorter ones may be abbreviations
_LOST_BLANK = re.compile(rb"(?<=[\xd0\xd1\xd2\xd3]) ")
_CONTROLS = ("cp1251", "cp1252")  # programs let these through where such an encoding has no character
_FEW, _LONG = 20, 2000  # so few letters beyond ASCII in so long a text tell nothing
_BAD_LINE = -2.0
_BAD_TEXT = -0.3


def undo(text: str) -> tuple[str, tuple[Note, ...]]:
    """`text` with every line put right that reads like text only after a wrong decoding is undone (up to three times).

    Notes: "mojibake" where a line was repaired, "encoding-doubt" where much of the text reads like no language.
    """
    if text.isascii():
        return text, ()
    lines = [m.group() for m in _LINE.finditer(text) if m.group()]
    changed: set[int] = set()
    for _ in range(_ROUNDS):
        fixed = _round(lines)
        if not fixed:
            break
        changed |= fixed.keys()
        for i, line in fixed.items():
            lines[i] = line
    notes = _doubt(lines)
    if changed:
        told = f"{len(changed)} lines had been saved in the wrong encoding and were repaired"
        return "".join(lines), (Note("mojibake", told), *notes)
    return text, notes


def _round(lines: Sequence[str]) -> dict[int, str]:
    """The lines that one more undoing makes better, by their places."""
    bits, counts, odd = _judged(lines)
    suspect = np.flatnonzero((counts >= 3) & ((bits < _POOR * counts) | (odd > _ODD * counts)))
    bad = [i for i in map(int, suspect) if _WORD.search(lines[i])]
    if not bad:
        return {}
    sample: list[int] = []
    for i in sorted(bad, key=lambda i: (bits[i], i)):
        if sum(len(lines[k]) for k in sample) > _SAMPLE:
            break
        sample.append(i)
    worst, size = [lines[i] for i in sample], counts[sample].sum()
    gain, best = max((_gain(worst, way), way) for way in _ONCE)
    if gain < _GAIN and bits[sample].sum() < _AWFUL * size:
        gain, best = max((_gain(worst, way), way) for way in _TWICE)
    if gain < _GAIN or (gain < _MUCH and gain < _SHARE * size):
        return {}
    return {i: new for i in bad if (new := _better(lines[i], best)) is not None}


def _judged(lines: Sequence[str]) -> tuple[letters.Array, ...]:
    starts = np.cumsum([0, *(len(line) for line in lines)])[:-1]
    return letters.bits_of_text("".join(lines), starts)


def _gain(lines: Sequence[str], way: Way) -> float:
    """The bits that lines gain by an undoing, those together that read like text afterwards."""
    undone = [(line, *new) for line in lines if (new := _undone(line, way)) is not None]
    if not undone:
        return 0.0
    before, _, _ = _judged([old for old, _, _ in undone])
    after, counts, _ = _judged([new for _, new, _ in undone])
    lost = np.array([n for _, _, n in undone])
    return float(((after - before + _LOST * lost) * (after >= _GOOD * counts)).sum())


def _better(line: str, way: Way) -> str | None:
    found = _undone(line, way)
    if found is None:
        return None
    bits, counts, _ = _judged([line, found[0]])
    gained = bits[1] - bits[0] + _LOST * found[1] > _LEAST
    return found[0] if gained and bits[1] >= _GOOD * counts[1] else None


def _undone(line: str, way: Way) -> tuple[str, int] | None:
    """The line as it was before it was decoded wrongly in this `way`, and how many characters of it are lost."""
    new, lost = line, 0
    for wrong, right in way:
        data, missing = _encoded(new, wrong)
        if missing > len(new) // 25:
            return None
        new = (_LOST_BLANK.sub(b"\xa0", data) if right == "utf-8" else data).decode(right, "replace")
        lost += missing + new.count("\ufffd")
    return (new, lost) if new and new != line and lost <= len(new) // 25 else None


def _encoded(line: str, encoding: str) -> tuple[bytes, int]:
    """As `str.encode`, and how many characters the encoding does not have."""
    try:
        return line.encode(encoding), 0
    except UnicodeEncodeError:
        parts = [_byte(char, encoding) for char in line]
        return b"".join(part or b"?" for part in parts), parts.count(b"")


def _byte(char: str, encoding: str) -> bytes:
    try:
        return char.encode(encoding)
    except UnicodeEncodeError:
        return char.encode("latin-1") if "\x80" <= char <= "\x9f" and encoding in _CONTROLS else b""


def _doubt(lines: Sequence[str]) -> tuple[Note, ...]:
    """A note where the characters beyond ASCII, taken together, read like no language or stand where none should."""
    bits, counts, odd = _judged(lines)
    all_letters, strange = int(counts.sum()), int(odd.sum())
    if not all_letters or (all_letters < _FEW and sum(map(len, lines)) > _LONG):
        return ()
    poor = (counts >= 3) & (bits < _BAD_LINE * counts)
    gibberish = bits.sum() < _BAD_TEXT * all_letters or counts[poor].sum() > 0.5 * all_letters
    if gibberish or strange > _ODD * max(all_letters, _FEW):
        return (Note("encoding-doubt", "characters beyond ASCII read like no language; they may be wrongly encoded"),)
    return ()
