"""Numbers that an OpenDocument program prints before list items and headings, made again from the styles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from pipeline.extract import numbering

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
HEADINGS = "(headings)"
"""The name under which the numbering of headings is kept."""

_KINDS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "а": "russianLower",
    "А": "russianUpper", "А, Б, .., Аа, Аб, ... (ru)": "russianUpper", "а, б, .., аа, аб, ... (ru)": "russianLower",
}  # fmt: skip
_LEVELS = 10


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number is written, what stands around it, how many levels are shown."""

    kind: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    bullet: str = ""


@dataclass(slots=True)
class Outlines:
    """The list styles of a document, and how far each list has been counted."""

    styles: dict[str, dict[int, Level]] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)

    def begin(self, style: str) -> None:
        """A list that does not continue an earlier one starts again."""
        self._counts.pop(style, None)

    def mark(self, style: str, level: int, start: int | None = None) -> str:
        """What is printed before the next item of this level (1 is the outermost), with a blank; "" for nothing."""
        levels = self.styles.get(style, {})
        form = levels.get(level)
        if form is None or not 1 <= level <= _LEVELS:
            return ""
        if form.bullet:
            return f"{form.bullet} "
        counts = self._counts.setdefault(style, [None] * _LEVELS)
        before = counts[level - 1]
        counts[level - 1] = start if start is not None else form.start if before is None else before + 1
        counts[level:] = [None] * (_LEVELS - level)
        if not form.kind:
            return f"{form.prefix}{form.suffix} ".lstrip() if form.prefix.strip() or form.suffix.strip() else ""
        numbers = []
        for i in range(max(level - form.shown, 0), level):
            shown, value = levels.get(i + 1, Level()), counts[i]
            if shown.kind:
                numbers.append(numbering.formatted(shown.start if value is None else value, shown.kind))
        return f"{form.prefix}{'.'.join(numbers)}{form.suffix}".strip() + " "


def read(trees: Iterable[etree._Element | None]) -> Outlines:
    """The list styles in these parts (content and styles)."""
    found = Outlines()
    for tree in trees:
        for item in tree.iter(f"{TEXT}list-style", f"{TEXT}outline-style") if tree is not None else ():
            name = HEADINGS if item.tag.endswith("outline-style") else item.get(f"{STYLE}name", "")
            found.styles[name] = {
                numbering.integer(level.get(f"{TEXT}level")): _level(level)
                for level in item.iterchildren()
                if isinstance(level.tag, str)
            }
    return found


def _level(item: etree._Element) -> Level:
    if item.tag == f"{TEXT}list-level-style-bullet":
        bullet = item.get(f"{TEXT}bullet-char") or "•"
        return Level(bullet="•" if "\ue000" <= bullet <= "\uf8ff" else bullet)
    return Level(
        kind=_KINDS.get(item.get(f"{STYLE}num-format") or "", ""),
        prefix=item.get(f"{STYLE}num-prefix") or "",
        suffix=item.get(f"{STYLE}num-suffix") or "",
        start=numbering.integer(item.get(f"{TEXT}start-value"), 1),
        shown=numbering.integer(item.get(f"{TEXT}display-levels"), 1),
    )
