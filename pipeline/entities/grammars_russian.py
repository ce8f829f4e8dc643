"""How far a Russian name reaches: over genitives, over «по», «о», «в области» and what they govern, over lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from pipeline.entities.grammars_style import Nested, Style
from pipeline.entities.kinds import Candidate
from pipeline.entities.russian_words import (
    agreement,
    cases,
    is_adjective,
    is_known_word,
    lemmas,
    may_be_personal,
    noun_forms,
    points,
)
from pipeline.language.pack import PhraseWords
from pipeline.model import Kind, Layer

_GAP = re.compile(r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?(?!\s))")
_WORD = re.compile(r"[^\W\d_]++(?:-[^\W\d_]++)*+(?!-?\d)")
_BACK_WORD = re.compile(r"(?<![^\s(«“\"—–/])([^\W\d_]+(?:-[^\W\d_]+)*)([^\S\n]{1,3}|[^\S\n]?\n)$")
_DASH = re.compile(r"\s{0,2}[–—-]\s{0,2}(?=[а-яё])")
_NUMBER = re.compile(r"№\s?\d{1,5}(?!\w)|«[A-ZА-ЯЁ]{1,2}»")
_PLACE_NAME = re.compile(r"[А-ЯЁ][а-яё]{2,20}(?:-[А-ЯЁ][а-яё]{2,20})?(?![\w-])")
_PAIR = "между"
_NOTHING: frozenset[str] = frozenset()
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_ACRONYM = re.compile(r"[А-ЯЁ]{2,7}")
_DIRECT = frozenset({"nomn", "accs"})
GENITIVE = frozenset({"gent"})
_NAMED = frozenset({Kind.ORGANISATION, Kind.OPERATION, Kind.TREATY})


class RussianPhrases(Nested):
    """Finds the edges of names in one text; `atoms` are the longest known names by their start."""

    def __init__(self, text: str, atoms: Mapping[int, Candidate], words: PhraseWords) -> None:
        super().__init__()
        self.text = text
        self.atoms = atoms
        self.words = words
        self.dashed = re.compile(rf"(?:{words.dashed})\w{{0,4}}$")

    @cached_property
    def countries(self) -> frozenset[int]:
        """Where the names of countries end that are no adjectives."""
        return frozenset(
            one.end for one in self.atoms.values() if one.kind is Kind.COUNTRY and not self._adjective(one)
        )

    @cached_property
    def closed(self) -> frozenset[int]:
        """Where bodies' names in capitals end."""
        return frozenset(one.end for one in self.atoms.values() if self._closed(one))

    def _closed(self, one: Candidate) -> bool:
        """Whether a body's name ends in capitals, so that no word in small letters belongs to it."""
        if one.kind is not Kind.ORGANISATION or one.entity_id is None:
            return False
        return self.text[one.start : one.end].split()[-1][0].isupper()

    def _reach(self, pos: int, style: Style) -> int:
        end, head, governed = pos, pos, GENITIVE | self._governed_by(self._last_word(pos))
        last, pair = "", False
        stop = pos + style.longest
        while pos < stop:
            pair = pair or self.words.several.search(last) is not None
            here = self._next(pos, governed, pair=pair)
            if here is None:
                return end
            if style.country_ends and not pair and pos in self.countries and not self._charged(here, style):
                return end
            known = self._known(here, governed)
            if known is not None and known < here:
                return end
            if known is not None:
                pos, end = known, end if self._adjective(self.atoms.get(here)) else known
                continue
            word = _WORD.match(self.text, here)
            if word is None:
                return end
            plain = word.group().lower()
            if plain in self.words.lists:
                of_sentence = style.people and governed == GENITIVE and self._of_sentence(word.end(), last)
                if pos == head or of_sentence or not self._goes_on(word.end(), governed, pair=pair):
                    return end  # two heads are two names
                pos, pair = word.end(), False
            elif plain in self.words.governed:
                if not (self._accredited(here, style) or self._link(plain, last, word.end(), style)):
                    return end
                governed, pos = governed | self.words.governed[plain], word.end()
                pair = pair or plain == _PAIR
            elif self._content(word.group(), governed) and not self._begins_a_person(word):
                if pos in self.closed and word.group()[0].islower():
                    return end
                pos, end = word.end(), end if plain in self.words.determiners else word.end()
                last, governed = plain, governed | self._governed_by(plain)
            else:
                return end
        return end

    def _governed_by(self, noun: str) -> frozenset[str]:
        """The cases, besides the genitive, of what a noun is about: «обмен информацией», «помощь жертвам»."""
        found = self.words.governing.match(noun)
        return frozenset({str(found.lastgroup)}) if found else _NOTHING

    def _last_word(self, pos: int) -> str:
        found = _LAST_WORD.search(self.text, max(pos - 30, 0), pos)
        return found.group().lower() if found else ""

    def _known(self, here: int, governed: frozenset[str]) -> int | None:
        """The end of a known name, a place behind its class word, or a number; before `here` where it does not fit."""
        if number := _NUMBER.match(self.text, here):
            return number.end()
        atom = self.atoms.get(here)
        if atom is None:
            return self.place(here)
        if not self._fits(atom, governed):
            return -1
        return self._compound(atom.end)

    def place(self, here: int) -> int | None:
        """The end of a place behind its class word, in any case: «г. Омск», «города Ереван», «реки Сырдарья»."""
        found = self.words.place_class.match(self.text, here)
        if found is None:
            return None
        atom = self.atoms.get(found.end())
        if atom is not None and atom.kind is Kind.LOCATION:
            return atom.end
        name = _PLACE_NAME.match(self.text, found.end()) if atom is None else None
        return name.end() if name else None

    def _compound(self, pos: int) -> int:
        """Over the second half of «казахско-венгерский»."""
        while self.text[pos : pos + 1] == "-" and pos + 1 in self.atoms:
            pos = self.atoms[pos + 1].end
        return pos

    def _adjective(self, atom: Candidate | None) -> bool:
        """Whether a country or place is named by an adjective, which ends no name."""
        if atom is None or atom.kind not in (Kind.COUNTRY, Kind.LOCATION):
            return False
        return is_adjective(self.text[atom.start : self._compound(atom.end)].rpartition("-")[2].lower())

    def _begins_a_person(self, word: re.Match[str]) -> bool:
        """Whether two words follow that are personal names or in no dictionary: «парламента Огтай Асадов»."""
        if not word.group()[0].isupper() or word.group().isupper() or not may_be_personal(word.group()):
            return False
        gap = _GAP.match(self.text, word.end())
        after = _WORD.match(self.text, gap.end()) if gap else None
        if after is None or not after.group()[0].isupper() or after.group().isupper() or after.start() in self.atoms:
            return False
        return may_be_personal(after.group())

    def _charged(self, here: int, style: Style) -> bool:
        """Whether an envoy's field or post follows the name of the state: «по Афганистану», «при ООН»."""
        if self._accredited(here, style):
            return True
        found = self.words.charge.match(self.text, here) if style.accredited and style.posts else None
        return found is not None and (found.end() in self.atoms or found["field"] is not None)

    def _accredited(self, here: int, style: Style) -> bool:
        """Whether «в» and the name of a state follow: the ambassador of one country in another."""
        word = _WORD.match(self.text, here)
        gap = _GAP.match(self.text, word.end()) if word else None
        if word is None or gap is None or word.group() not in style.accredited:
            return False
        state = self.atoms.get(gap.end())
        return state is not None and state.kind in style.accredited_to

    def _next(self, pos: int, governed: frozenset[str], *, pair: bool) -> int | None:
        """The start of the next word; a comma may stand before it in an enumeration."""
        if self.text[pos : pos + 1] == "," and self._list_goes_on(pos + 1, governed, pair=pair):
            pos += 1
        gap = _DASH.match(self.text, pos) if self.dashed.search(self.text, max(pos - 14, 0), pos) else None
        gap = gap or _GAP.match(self.text, pos)
        return gap.end() if gap else None

    def _fits(self, atom: Candidate, governed: frozenset[str]) -> bool:
        """Whether a known name stands in the case that the words before it govern."""
        if atom.kind in (Kind.DATE, Kind.PERSON, Kind.MONEY, Kind.QUANTITY, Kind.EVENT):
            return False
        first = _WORD.match(self.text, atom.start)
        if first is None or atom.kind is Kind.SUBSTANCE:
            return True
        if first.group().isupper() or cases(first.group()) & governed:
            return True
        last = self.text[atom.start : atom.end].split()[-1]
        return atom.by is Layer.MODEL and atom.kind is Kind.ORGANISATION and bool(cases(last) & governed)

    def _link(self, plain: str, last: str, end: int, style: Style) -> bool:
        """Whether a preposition goes on with the name: «по» what, «борьбе с», «контролю за», «в области»."""
        gap = _GAP.match(self.text, end)
        if plain not in style.links or gap is None:
            return False
        word = _WORD.match(self.text, gap.end())
        if word is None:
            return False
        if plain in self.words.after and re.match(self.words.after[plain], last):
            return True
        if plain in self.words.after and plain not in self.words.only_before:
            return False
        if plain in self.words.only_before:
            atom = self.atoms.get(gap.end())
            if atom is not None and style.regions and atom.kind in (Kind.LOCATION, Kind.COUNTRY):
                return True
            return re.match(self.words.only_before[plain], word.group().lower()) is not None
        governed = self.words.governed[plain]
        atom = self.atoms.get(gap.end())
        following = word.group()
        if following.lower() in self.words.stops:
            return False
        return self._fits(atom, governed) if atom else self._content(following, governed)

    def _content(self, word: str, governed: frozenset[str]) -> bool:
        plain = word.lower()
        if plain in self.words.stops:
            return False
        if _ACRONYM.fullmatch(word) and not is_known_word(word):
            return True
        if plain in self.words.determiners:
            return True
        return bool(cases(plain) & governed)

    def _goes_on(self, pos: int, governed: frozenset[str], *, pair: bool = False) -> bool:
        """Whether «и» joins two parts of one name: the next word stands in the same case and begins no other name.

        In a `pair` («между … и …») it does begin one.
        """
        gap = _GAP.match(self.text, pos)
        if gap is None:
            return False
        here = gap.end()
        atom = self.atoms.get(here)
        if atom is not None:
            return (pair or atom.kind in (Kind.SUBSTANCE, Kind.LOCATION)) and self._fits(atom, governed)
        word = _WORD.match(self.text, here)
        if word is None or (not pair and (word.group()[0].isupper() or self.words.head.match(self.text, here))):
            return False
        plain = word.group().lower()
        if plain in self.words.governed:
            return plain in ("по", "в", "о", "об") and plain not in self.words.after
        return self._content(word.group(), governed)

    def _of_sentence(self, pos: int, last: str) -> bool:
        """Whether the word behind «и» may be an object as the one before cannot («итоги форума и планы»)."""
        gap = _GAP.match(self.text, pos)
        word = _WORD.match(self.text, gap.end()) if gap else None
        return (
            word is not None and not _DIRECT.isdisjoint(cases(word.group().lower())) and _DIRECT.isdisjoint(cases(last))
        )

    def _list_goes_on(self, pos: int, governed: frozenset[str], *, pair: bool) -> bool:
        for _ in range(8):
            gap = _GAP.match(self.text, pos)
            here = gap.end() if gap else pos
            word = _WORD.match(self.text, here)
            if word is None:
                return False
            plain = word.group().lower()
            if plain in self.words.lists:
                return self._goes_on(word.end(), governed, pair=pair)
            atom = self.atoms.get(here)
            if atom is not None and not pair and atom.kind in _NAMED:
                return False  # an enumeration of names, not of one name's subjects
            if atom is None and not self._content(word.group(), governed):
                return False
            pos = atom.end if atom else word.end()
            if self.text[pos : pos + 1] == ",":
                pos += 1
        return False

    def left(self, start: int, limit: int = 6) -> int:
        """The start of a name whose head begins at `start`: over adjectives that agree with it.

        Russian names begin with the only capital letter, so the first capitalised adjective ends the way back.
        """
        head = _WORD.match(self.text, start)
        if head is None:
            return start
        forms = noun_forms(head.group().lower())
        first, at = start, start
        for _ in range(limit):
            found = _BACK_WORD.search(self.text, max(at - 60, 0), at)
            if found is None:
                break
            word = found[1]
            if word.lower() in self.words.lists:
                at = found.start(1)
                continue
            plain = word.lower()
            if points(plain) or not self.words.sentence_words.isdisjoint((plain, *lemmas(plain))):
                break
            if not _agrees(agreement(plain), forms):
                break
            at = found.start(1)
            first = at
            if word[0].isupper():
                break
        return first


def _agrees(adjective: frozenset[tuple[str, str, str]], noun: frozenset[tuple[str, str, str]]) -> bool:
    return any(
        case == noun_case and number == noun_number and (number == "plur" or gender == noun_gender)
        for case, number, gender in adjective
        for noun_case, noun_number, noun_gender in noun
    )
