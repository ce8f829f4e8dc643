"""Where a line ends a name: titles above texts, entries of signatures, headings and cells."""

from __future__ import annotations

import re

from pipeline.language.pack import PhraseWords

WORD = re.compile(r"[^\W\d_]+(?:[.’'&-][^\W\d_]+)*(?<!['’]s)|\d+(?:st|nd|rd|th)?(?![\w])")
"""One word or number of a name."""
_CASED = re.compile(r"([^\W\d_]{4,})[^\w]{0,6}\Z")
_CASED_NEXT = re.compile(r"(?:[^\W\d_]{1,3}\s{1,3})?([^\W\d_]{4,})")
_SMALL_WORD = re.compile(r"(?<![^\W\d_])(?!(?:into|from|with|upon|over)\b)[a-z]{4,}")
_UNIT = re.compile(r"(?:Article|Chapter|Section|Part|Annex|ARTICLE|CHAPTER|SECTION|PART|ANNEX)\s[\dIVX]")
_RUNNING = 40  # characters from which a line may be one of running text


class Lines:
    """The breaks of lines in one text, and whether a name goes on over them."""

    def __init__(self, text: str, words: PhraseWords) -> None:
        self.text = text
        self.links = words.links
        self.small = words.links | words.lists

    def parts(self, head: int, end: int, here: int, *, linked: bool) -> bool:
        """Whether what begins a line is no part of the name above it: another case, entry, number, or heading."""
        return (
            self.cases_differ(end, here)
            or self._opens_a_line(here)
            or (not linked and self._is_heading(head, end, here))
        )

    def cases_differ(self, end: int, here: int) -> bool:
        """Whether a line in capitals follows one that is not, or the other way round: title and text are apart."""
        before, after = _CASED.search(self.text, max(end - 60, 0), end), _CASED_NEXT.match(self.text, here)
        if before is None or after is None:
            return False
        return before[1].isupper() != after[1].isupper() and not after[1].islower()

    def _opens_a_line(self, here: int) -> bool:
        """Whether a line begins with a capitalised preposition, in signatures another entry, or with a number."""
        word = WORD.match(self.text, here)
        if word is None or word.group().isdigit() or _UNIT.match(self.text, here):
            return True
        return word.group().istitle() and word.group().lower() in self.links

    def _is_heading(self, head: int, end: int, here: int) -> bool:
        """Whether a short line holds the name only, and the next one begins with a capital that nothing asks for."""
        word = WORD.match(self.text, here)
        if word is None or not word.group()[0].isupper() or word.group().lower() in self.small:
            return False
        start = self.text.rfind("\n", 0, end) + 1
        if start > head or end - start >= _RUNNING or _SMALL_WORD.search(self.text, start, head):
            return False
        return not (self.text[start:end].isupper() and word.group().isupper())

    def is_short(self, end: int) -> bool:
        """Whether the line that ends here is a heading or a cell: only lines of running text break inside a name."""
        return end - (self.text.rfind("\n", 0, end) + 1) < _RUNNING
