"""How far an English name reaches: over capitalised words, over "of", "for", "on" and what they govern, over lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.entities.kinds import Candidate
from pipeline.language.pack import PhraseWords
from pipeline.model import Kind

_GAP = re.compile(r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?(?!\s))")
_WORD = re.compile(r"[^\W\d_]+(?:[.’'&-][^\W\d_]+)*(?<!['’]s)|\d+(?:st|nd|rd|th)?(?![\w])")
_POSSESSIVE = re.compile(r"\s?['’]s?(?=\s)")
_BACK_WORD = re.compile(r"(?<![^\s(«“\"‘—–/])([^\W\d_][\w.&’'-]*|\d+(?:st|nd|rd|th))(\s?['’]s?)?([^\S\n]{1,3}|[^\S\n]?\n)$")
_LIST_SPAN = 9  # words that an enumeration may take up to its "and"


@dataclass(frozen=True, slots=True)
class Style:
    """What may stand in one kind of name: prepositions, and whether words in lower case go on behind them."""

    links: frozenset[str]
    lower_after: frozenset[str]
    regions: bool = False
    cities: bool = False


class EnglishPhrases:
    """Finds the edges of names in one text; `atoms` are the longest known names by their start."""

    def __init__(self, text: str, atoms: Mapping[int, Candidate], words: PhraseWords) -> None:
        self.text = text
        self.atoms = atoms
        self.words = words

    def tail(self, pos: int, style: Style) -> int:
        """The end of a name whose head ends at `pos`."""
        end, linked, lower = pos, False, False
        while (gap := _GAP.match(self.text, pos)) or self.text[pos : pos + 1] == ",":
            if gap is None:
                if not (linked and self._list_goes_on(pos + 1, lower)) or not (gap := _GAP.match(self.text, pos + 1)):
                    break
                here = gap.end()
            else:
                here = gap.end()
            step = self._step(here, style, linked=linked, lower=lower, after_link=pos != end and gap is not None)
            if step is None:
                break
            pos, content, linked, lower = step
            if content:
                end = pos
        return end

    def _step(
        self, here: int, style: Style, *, linked: bool, lower: bool, after_link: bool
    ) -> tuple[int, bool, bool, bool] | None:
        """One word or known name on: new position, whether it may end the name, and the new state."""
        atom = self.atoms.get(here)
        if atom is not None:
            return self._atom(atom, linked=linked, lower=lower, after_link=after_link, style=style)
        word = _WORD.match(self.text, here)
        if word is None:
            return None
        plain = word.group().lower()
        if plain in self.words.lists:
            return (word.end(), False, linked, lower) if linked and self._goes_on(word.end(), lower) else None
        if plain in style.links:
            lower_on = lower or plain in style.lower_after
            return (word.end(), False, True, lower_on) if self._governs(word.end(), style, lower_on, plain) else None
        if plain in self.words.determiners:
            return (word.end(), False, linked, lower) if after_link else None
        if word.group()[0].isupper():
            return None if plain in self.words.stops else (word.end(), True, linked, lower)
        return (word.end(), True, linked, lower) if lower and linked and self._content(word.group()) else None

    def _atom(
        self, atom: Candidate, *, linked: bool, lower: bool, after_link: bool, style: Style
    ) -> tuple[int, bool, bool, bool] | None:
        if atom.kind in (Kind.DATE, Kind.PERSON, Kind.MONEY, Kind.QUANTITY, Kind.EVENT):
            return None
        if atom.kind is Kind.LOCATION and not (style.regions or after_link):
            return None
        return atom.end, True, linked, lower

    def _governs(self, pos: int, style: Style, lower: bool, link: str) -> bool:
        """Whether a preposition is followed by something that belongs to a name."""
        here = self._skip(pos)
        if here is None:
            return False
        atom = self.atoms.get(here)
        if atom is not None:
            if link in ("in", "to", "from") and atom.kind is Kind.LOCATION:
                return style.regions
            if link in ("in", "at") and atom.kind is Kind.COUNTRY:
                return style.regions
            return atom.kind not in (Kind.DATE, Kind.MONEY, Kind.QUANTITY, Kind.PERSON)
        word = _WORD.match(self.text, here)
        if word is None:
            return False
        if word.group()[0].isupper():
            return (link not in ("in", "at", "from") or style.cities) and word.group().lower() not in self.words.stops
        return lower and self._content(word.group())

    def _skip(self, pos: int) -> int | None:
        """The start of the next word behind determiners."""
        for _ in range(3):
            gap = _GAP.match(self.text, pos)
            if gap is None:
                return None
            word = _WORD.match(self.text, gap.end())
            if word is None or word.group().lower() not in self.words.determiners:
                return gap.end()
            pos = word.end()
        return None

    def _content(self, word: str) -> bool:
        plain = word.lower()
        if plain in self.words.stops or plain in self.words.links:
            return False
        return not (plain.endswith("ed") and plain not in self.words.participles)

    def _goes_on(self, pos: int, lower: bool) -> bool:
        """Whether "and" joins two parts of one name rather than two names."""
        here = self._skip(pos)
        if here is None:
            return False
        atom = self.atoms.get(here)
        if atom is not None:
            return atom.kind in (Kind.SUBSTANCE, Kind.LOCATION)
        word = _WORD.match(self.text, here)
        if word is None:
            return False
        if word.group()[0].isupper():
            return not self.words.head.match(self.text, here) and word.group().lower() not in self.words.stops
        return lower and self._content(word.group())

    def _list_goes_on(self, pos: int, lower: bool) -> bool:
        """Whether a comma separates members of an enumeration that ends in "and"."""
        for _ in range(_LIST_SPAN):
            gap = _GAP.match(self.text, pos)
            word = _WORD.match(self.text, gap.end() if gap else pos)
            if word is None:
                return False
            plain = word.group().lower()
            if plain in self.words.lists:
                return self._goes_on(word.end(), lower)
            if word.group()[0].islower() and not (lower and (self._content(plain) or plain in self.words.links)):
                return False
            pos = word.end()
            if self.text[pos : pos + 1] == ",":
                pos += 1
        return False

    def left(self, start: int, limit: int = 9) -> int:
        """The start of a name whose head begins at `start`: over capitalised words in front of it."""
        first = start
        for _ in range(limit):
            found = _BACK_WORD.search(self.text, max(start - 60, 0), start)
            if found is None:
                break
            word, possessive, at = found[1], found[2], found.start(1)
            plain = word.lower()
            if plain in self.words.lists:
                if not self._joined(at):
                    break
                start = at
                continue
            if not (word[0].isupper() or word[0].isdigit()) or plain in self.words.sentence_words:
                break
            if possessive and not self.words.possessors.search(word):
                break
            first = start = at
        return first

    def _joined(self, at: int) -> bool:
        """Whether a capitalised word that is no name of its own stands in front of "and"."""
        found = _BACK_WORD.search(self.text, max(at - 60, 0), at)
        if found is None or not found[1][0].isupper() or found[2]:
            return False
        atom = self.atoms.get(found.start(1))
        return found[1].lower() not in self.words.sentence_words and (atom is None or atom.kind is Kind.SUBSTANCE)
