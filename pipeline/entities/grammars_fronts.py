"""How far an English name reaches to the left of its head: over capitalised words, "and", and places in front."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.entities.grammars_heads import in_headline
from pipeline.entities.grammars_lines import Lines
from pipeline.entities.kinds import Candidate
from pipeline.language.pack import PhraseWords
from pipeline.model import Kind

_BACK_WORD = re.compile(
    r"(?<![^\s(«“\"‘—–/])([^\W\d_](?:(?!['’]s?\s)[\w.&’'-])*|\d+(?:st|nd|rd|th))"
    r"(\s?['’]s?)?([^\S\n]{1,3}|[^\S\n]?\n)\Z"
)
_COMPANY = re.compile(r"(?:Corporation|Company|University|Hospital)(?!\w)")
_SENTENCE_END = re.compile(r"^[^.]{4,}\.\Z")
_LOWER_INSIDE = re.compile(r"(?<=[A-Za-z])\s[a-z]")


class Fronts:
    """Finds where names begin in one text; `atoms` are the longest known names by their start."""

    def __init__(self, text: str, atoms: Mapping[int, Candidate], words: PhraseWords, lines: Lines) -> None:
        self.text = text
        self.atoms = atoms
        self.words = words
        self.lines = lines
        self.backs: dict[int, re.Match[str] | None] = {}
        named = [one for one in atoms.values() if one.kind in (Kind.LOCATION, Kind.ORGANISATION)]
        self.cities = {one.end: one.start for one in sorted(named, key=lambda one: one.length)}

    def left(self, start: int, limit: int = 9) -> int:
        """The start of a name whose head begins at `start`: over capitalised words in front of it."""
        first = start
        title, alone = in_headline(self.text, start), _COMPANY.match(self.text, start) is not None
        for _ in range(limit):
            if (city := self._city_before(start)) is not None:
                start = first = city
                continue
            found = self._back_word(start)
            if found is None:
                break
            word, possessive, at = found[1], found[2], found.start(1)
            plain = word.lower()
            if plain in self.words.lists:
                if alone or not self._joined(at):
                    break
                start = at
                continue
            if not (word[0].isupper() or word[0].isdigit()) or plain in self.words.sentence_words:
                if title and word == "the":
                    first = start  # an article opens the name where capitals do not tell
                break
            if (possessive and not self.words.possessors.search(word)) or _SENTENCE_END.search(word):
                break
            start = at
            if not title or (at in self.atoms and first == found.end()):
                first = at  # where every word is capitalised only known names are sure to belong
        return first

    def _city_before(self, at: int) -> int | None:
        """The start of a place in front of `at` whose name has words in lower case (Dar es Salaam)."""
        start = self.cities.get(at - 1)
        return start if start is not None and _LOWER_INSIDE.search(self.text, start, at - 1) else None

    def _back_word(self, at: int) -> re.Match[str] | None:
        """The word in front of `at`; names that follow each other closely ask for the same ones."""
        if at not in self.backs:
            found = _BACK_WORD.search(self.text, max(at - 60, 0), at)
            if found is not None and "\n" in found[3]:
                end = found.end(1)
                found = None if self.lines.is_short(end) or self.lines.cases_differ(end, at) else found
            self.backs[at] = found
        return self.backs[at]

    def _joined(self, at: int) -> bool:
        """Whether a capitalised word that is no name of its own stands in front of "and"."""
        found = self._back_word(at)
        if found is None or not found[1][0].isupper() or found[2]:
            return False
        atom = self.atoms.get(found.start(1))
        return found[1].lower() not in self.words.sentence_words and (atom is None or atom.kind is Kind.SUBSTANCE)
