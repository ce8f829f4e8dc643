"""Time limits as a query writes them: 30d, P1D..P60D, ..2m, >=1y."""

from __future__ import annotations

import re

from pipeline.durations import Duration
from pipeline.engines.grammar import wrong

_SHORT = re.compile(r"(\d{1,5})\s?(h|d|w|m|y|ч|дн?|нед|мес|г|л)\.?$")
_LETTERS = {"ч": "h", "д": "d", "дн": "d", "нед": "w", "мес": "m", "г": "y", "л": "y"}
_SIGN = re.compile(r"(>=|<=|>|<|≥|≤)\s?")
_MOST = 1 << 40
_FORMS = "write deadline:30d, deadline:P1D..P60D, deadline:..2m or deadline:>=1y (h, d, w, m, y)"


def hours(text: str, position: int) -> tuple[int, int]:
    """The least and the most hours of a range of time limits, months and years in mean days; raises QueryError."""
    text = text.strip()
    sign = _SIGN.match(text)
    if sign:
        length = _length(text[sign.end() :], position)
        return {
            ">=": (length, _MOST),
            "≥": (length, _MOST),
            ">": (length + 1, _MOST),
            "<=": (0, length),
            "≤": (0, length),
            "<": (0, length - 1),
        }[sign.group(1)]
    low, dots, high = text.partition("..")
    if not dots:
        return _length(text, position), _length(text, position)
    if not (low.strip() or high.strip()):
        raise wrong("a range needs a beginning or an end", position, hint=_FORMS)
    first = _length(low, position) if low.strip() else 0
    last = _length(high, position) if high.strip() else _MOST
    if first > last:
        raise wrong(f"{text} ends before it begins", position, hint="swap the two limits")
    return first, last


def _length(text: str, position: int) -> int:
    text = text.strip().lower()
    short = _SHORT.match(text)
    if short:
        unit = _LETTERS.get(short[2], short[2]).upper()
        text = f"PT{short[1]}H" if unit == "H" else f"P{short[1]}{unit}"
    length = Duration.read(text.upper())
    if length is None:
        raise wrong(f"{text} is no time limit", position, hint=_FORMS)
    return round(length.in_days * 24)
