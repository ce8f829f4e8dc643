"""Text made fit for other formats: no character that XML forbids or that turns a line around."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]")


def plain(text: str) -> str:
    """`text` without control characters, unpaired surrogates, direction marks and line separators; line breaks stay."""
    kept = _DIRECTION.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = kept.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    return "".join(c for c in _FORBIDDEN.sub("", kept) if c in "\t\n" or unicodedata.category(c) not in ("Cc", "Cs"))


def line(text: str) -> str:
    """`text` on one line, with single blanks."""
    return re.sub(r"\s+", " ", plain(text)).strip()
