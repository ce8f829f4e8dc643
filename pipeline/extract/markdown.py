"""What in a line of Markdown is mark and not text: the targets of links, the signs of emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINK = re.compile(
    r"!?\[(?P<words>[^\[\]\n]{1,400})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:\s{1,3}\"[^\"\n]{0,200}\")?\)"
)
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(?P<sign>\*{1,3})(?=[^\s*])(?P<words>[^*\n]{1,400})(?<=[^\s*])(?P=sign)(?![\w*])"
    r"|(?<![\w_\\/])(?P<low>_{1,3})(?=[^\s_])(?P<said>[^_\n]{1,400})(?<=[^\s_])(?P=low)(?![\w_])"
)


def marks(line: str) -> Iterator[tuple[int, int]]:
    """The stretches of one line that are no text, in order: "[", "](target)", "**", "_"."""
    found = []
    for link in _LINK.finditer(line):
        found += [(link.start(), link.start("words")), (link.end("words"), link.end())]
    held = list(targets(line))
    for mark in _EMPHASIS.finditer(line):
        group = "words" if mark["sign"] else "said"
        if not any(start < mark.end() and mark.start() < end for start, end in held):
            found += [(mark.start(), mark.start(group)), (mark.end(group), mark.end())]
    yield from sorted(found)


def targets(line: str) -> Iterator[tuple[int, int]]:
    """Where the targets of links stand in one line, brackets included; no sentence ends in them."""
    return ((link.end("words"), link.end()) for link in _LINK.finditer(line))
