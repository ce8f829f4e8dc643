"""Normalised text of one language version, with the way back into the extracted text.

The clean text has one line per block: inside a block every line end is undone, blocks are separated by one newline.
What a person wrote stays; only how it was encoded and laid out is made regular.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.model import Block, CleanText, Dropped, Extraction, Span
from pipeline.offsets import Edit, OffsetMap, apply

VERSION = 1

LINE_END = "\u2028"
"""Stands for a line end inside a block until the steps have decided what becomes of it."""

_BREAKS = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+"
)
_SOFT_END = re.compile(rf"(?<=[^\W\d_])[\xad\ufffe\u0002] ?{LINE_END} {{0,40}}(?=[^\W\d_])")
_HARD_END = re.compile(rf"(?<=[^\W\d_])([-\u2010\xac]) ?({LINE_END} {{0,40}})(?=[^\W\d_])")
_ENDS = re.compile(rf" {{0,40}}{LINE_END}[ {LINE_END}]{{0,80}}")
_BLANKS = re.compile(r"(?<= ) +|^ +| +$", re.MULTILINE)
_HYPHENATED = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,40}-[^\W\d_]{1,40}")
_WORD = re.compile(r"[^\W\d_]+")

_JOINED = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile(f"[{''.join(_JOINED)}]")
_LATIN = "ABCEHIKMOPTXaceiopxyËÏëï"
_CYRILLIC = "АВСЕНІКМОРТХасеіорхуЁЇёї"
_TO_CYRILLIC = dict(zip(_LATIN, _CYRILLIC, strict=True))
_TO_LATIN = dict(zip(_CYRILLIC, _LATIN, strict=True))
_CYRILLIC_LETTER = re.compile(r"[\u0400-\u052f]")
_MIXED = re.compile(r"[A-Za-zËÏëï][\u0400-\u052f]|[\u0400-\u052f][A-Za-zËÏëï]")
_LONE = re.compile(r"(?<=[\u0400-\u052f] )[aceopxyCOAKBY](?= [\u0400-\u052f]{2})")


def compose(text: str) -> Iterator[Edit]:
    """Unicode NFC: a letter and its combining marks become one character."""
    if unicodedata.is_normalized("NFC", text):
        return
    start = 0
    for line in text.splitlines(keepends=True):
        if not unicodedata.is_normalized("NFC", line):
            yield from _compose_line(line, start)
        start += len(line)


def _compose_line(line: str, base: int) -> Iterator[Edit]:
    starts = [i for i, char in enumerate(line) if not unicodedata.combining(char)]
    for start, end in zip(starts, [*starts[1:], len(line)], strict=True):
        piece = line[start:end]
        composed = unicodedata.normalize("NFC", piece)
        if composed != piece:
            yield Edit(base + start, base + end, composed)


def ligatures(text: str) -> Iterator[Edit]:
    """Letters that a typesetter joined become the letters they are."""
    return (Edit(m.start(), m.end(), _JOINED[m.group()]) for m in _LIGATURE.finditer(text))


def spaces(text: str) -> Iterator[Edit]:
    """No-break, thin and other blanks become a plain one."""
    return (Edit(m.start(), m.end(), " ") for m in _SPACES.finditer(text))


def hyphenation(text: str) -> Iterator[Edit]:
    """A word divided at a line end becomes whole; a hyphen that belongs to the word stays."""
    for m in _SOFT_END.finditer(text):
        yield Edit(m.start(), m.end(), "")
    known: frozenset[str] | None = None
    for m in _HARD_END.finditer(text):
        if known is None:
            known = frozenset(word.group().lower() for word in _HYPHENATED.finditer(text))
        keep = text[m.end()].isupper() or _compound(text, m, known)
        yield Edit(m.start(2) if keep else m.start(), m.end(), "")


def _compound(text: str, m: re.Match[str], known: frozenset[str]) -> bool:
    """Whether the word divided at `m` stands elsewhere in the same text with its hyphen."""
    before, after = text[max(0, m.start() - 40) : m.start()], _WORD.match(text, m.end())
    left = re.search(r"[^\W\d_]+$", before)
    return bool(left and after and f"{left.group()}-{after.group()}".lower() in known)


def line_ends(text: str) -> Iterator[Edit]:
    """The remaining line ends inside a block become a blank."""
    return (Edit(m.start(), m.end(), " ") for m in _ENDS.finditer(text))


def invisible(text: str) -> Iterator[Edit]:
    """Soft hyphens, zero-width and direction marks and control characters go; half characters become U+FFFD."""
    for pattern, new in ((_INVISIBLE, ""), (_SURROGATES, "\ufffd")):
        yield from (Edit(m.start(), m.end(), new) for m in pattern.finditer(text))
    yield from (Edit(m.start(), m.end(), "") for m in re.finditer(r"[\xad\ufffe\uffff]", text))


def look_alikes(text: str) -> Iterator[Edit]:
    """Latin letters that look Cyrillic inside a Cyrillic word become Cyrillic, and the other way round."""
    done = -1
    for m in _MIXED.finditer(text):
        if m.start() >= done:
            start, done = _word_bounds(text, m.start())
            yield from _fold(text[start:done], start)
    for m in _LONE.finditer(text):
        yield Edit(m.start(), m.end(), _TO_CYRILLIC.get(m.group(), m.group()))


def _word_bounds(text: str, inside: int) -> tuple[int, int]:
    start = inside
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    word = _WORD.match(text, start)
    return start, word.end() if word else inside + 1


def _fold(word: str, base: int) -> Iterator[Edit]:
    cyrillic = [bool(_CYRILLIC_LETTER.match(char)) for char in word]
    only_cyrillic = sum(c and char not in _TO_LATIN for c, char in zip(cyrillic, word, strict=True))
    only_latin = sum(not c and char not in _TO_CYRILLIC for c, char in zip(cyrillic, word, strict=True))
    if only_cyrillic and only_latin:
        return  # a word of two scripts on purpose: a Latin name with a Russian ending
    latin = only_latin > 0 or (not only_cyrillic and 2 * sum(cyrillic) < len(word))
    table = _TO_LATIN if latin else _TO_CYRILLIC
    yield from (Edit(base + i, base + i + 1, table[char]) for i, char in enumerate(word) if char in table)


def blanks(text: str) -> Iterator[Edit]:
    """Runs of blanks become one; none stand at the ends of a block."""
    return (Edit(m.start(), m.end(), "") for m in _BLANKS.finditer(text))


Step = Callable[[str], Iterable[Edit]]

STEPS: tuple[Step, ...] = (compose, ligatures, spaces, hyphenation, line_ends, invisible, look_alikes, blanks)


def version(extraction: Extraction, blocks: Sequence[Block]) -> tuple[CleanText, tuple[Block, ...]]:
    """The clean text of `blocks` (in their order in the text) and the same blocks with spans in that text.

    Characters in `extraction.dropped` are left out even inside a block; blocks without a visible character disappear.
    """
    chosen = sorted((b for b in blocks if _visible(b.span.of(extraction.text))), key=lambda b: b.span)
    text, offsets = apply(extraction.text, _selection(extraction.text, chosen, extraction.dropped))
    for step in STEPS:
        text, later = apply(text, step(text))
        offsets = offsets.then(later) if later.targets != (0,) or later.source_ends != (len(text),) else offsets
    return CleanText(text, offsets), _placed(text, chosen)


def _visible(text: str) -> bool:
    return any(not char.isspace() and unicodedata.category(char)[0] != "C" for char in text)


def _selection(text: str, blocks: Sequence[Block], dropped: Sequence[Dropped]) -> Iterator[Edit]:
    """Edits that keep only `blocks`, one line each, without what was dropped inside them."""
    holes = sorted(d.span for d in dropped)
    here = next_hole = 0
    for i, block in enumerate(blocks):
        yield Edit(here, block.span.start, "\n" if i else "")
        here = block.span.start
        while next_hole < len(holes) and holes[next_hole].end <= here:
            next_hole += 1
        for hole in holes[next_hole:]:
            if hole.start >= block.span.end:
                break
            yield from _line_edits(text, here, hole.start)
            here = min(hole.end, block.span.end)
            yield Edit(hole.start, here, "")
        yield from _line_edits(text, here, block.span.end)
        here = block.span.end
    yield Edit(here, len(text), "")


def _line_edits(text: str, start: int, end: int) -> Iterator[Edit]:
    return (Edit(m.start(), m.end(), LINE_END) for m in _BREAKS.finditer(text, start, end))


def _placed(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    placed, start = [], 0
    for block, line in zip(blocks, text.split("\n") if blocks else [], strict=True):
        placed.append(replace(block, span=Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(placed)


def identity(text: str) -> CleanText:
    """A text that needs no cleaning."""
    return CleanText(text, OffsetMap.identity(len(text)))
