"""How far an English name reaches: over capitalised words, over "of", "for", "on" and what they govern, over lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.grammars_fronts import Fronts
from pipeline.entities.grammars_heads import in_headline
from pipeline.entities.grammars_lines import WORD, Lines
from pipeline.entities.grammars_style import Nested, Style
from pipeline.entities.kinds import Candidate
from pipeline.language.pack import PhraseWords
from pipeline.model import Kind

_GAP = re.compile(r"(?:[^\S\n]{1,3}|[^\S\n]?\n[^\S\n]?(?!\s))")
_POSSESSIVE = re.compile(r"\s?['’]s?(?=\s)")
_BETWEEN = re.compile(r"\b(?:between|among)\s(?!.{0,160}\b(?:between|among)\s)[^.;:]{3,140}$", re.S | re.I)
_INDEFINITE = re.compile(r"\s{1,3}an?\s")
_PEOPLE = re.compile(r"(?:[A-Z][\w-]{2,20}\s){0,3}[A-Z][\w-]{2,20}(?:er|or|ist|ent|ant|ert|ead|ief)s(?![\w-])")
_MEMBERS = re.compile(r"(?:Members|Officials|Staff|Experts|Delegates|Representatives)(?![\w-])")
_COMPLETE = re.compile(
    r"(?:States|Part(?:y|ies)|Members|Council|Commission|Committee|Assembly|Board|Government|Conference|Secretariat|"
    r"Union|Nations)\s{1,3}\Z"
)
_POSSESSED = re.compile(r"['’]s\s")
_INSTRUMENT = re.compile(
    r"(?:Convention|Treaty|Agreement|Protocol|Charter|Declaration|Statute|Covenant|Memorandum|Process|Summit|Conference|"
    r"Session|Meeting|Statement|Resolution|Directive|Regulation|Decision)(?![\w-])"
)
_CORPORATE = re.compile(
    r"(?:Corporation|Foundation|Company|University|Bank|Institute|Agency|Association|Hospital|Federation)(?!\w)"
)
_PAIR_SPAN = 160
_PLAIN_LINKS = frozenset({"over"})  # "control over drugs": what follows is no task
_WITH_TO = frozenset({"relating", "relative", "pertaining", "with"})
_NOUN_BEHIND = re.compile(r"\s(?!(?:and|or|on|in|to|of|for|at|by|with|from|is|was|has|had|as|said)\b)[a-z]{4,}\b")
_BLANK = 2  # more than this between a conjunction and a word: an article
_LIST_SPAN = 9  # words that an enumeration may take up to its "and"


class EnglishPhrases(Nested):
    """Finds the edges of names in one text; `atoms` are the longest known names by their start."""

    def __init__(self, text: str, atoms: Mapping[int, Candidate], words: PhraseWords) -> None:
        super().__init__()
        self.text = text
        self.atoms = atoms
        self.words = words
        self.countries = {one.end for one in atoms.values() if one.kind is Kind.COUNTRY}
        self.bodies = {one.end for one in atoms.values() if one.kind is Kind.ORGANISATION}
        self.steps: dict[tuple[int, bool, bool, bool], tuple[int, bool, bool, bool] | None] = {}
        self.lines = Lines(text, words)
        self.fronts = Fronts(text, atoms, words, self.lines)
        self.stepped: Style | None = None
        self.ends = {one.end for one in atoms.values() if one.kind in (Kind.COUNTRY, Kind.ORGANISATION)}
        self.adjectives = {one.end for one in atoms.values() if _is_adjective(text, one)}

    def left(self, start: int, limit: int = 9) -> int:
        """The start of a name whose head begins at `start`: over capitalised words in front of it."""
        return self.fronts.left(start, limit)

    def _reach(self, pos: int, style: Style) -> int:
        if style is not self.stepped:
            self.steps, self.stepped = {}, style
        head = end = pos
        linked = lower = listed = closing = False
        stop = pos + style.longest
        while pos < stop:
            if pos in self.adjectives and (other := self._compound(pos)) is not None:
                pos = other
            gap = _GAP.match(self.text, pos)
            if gap is None and self.text[pos : pos + 1] == "," and linked and style.lists:
                if not self._list_goes_on(pos + 1, lower, listed):
                    break
                gap, listed = _GAP.match(self.text, pos + 1), True
            if gap is None:
                return end if style.bare else self._owned(pos) or end
            here = gap.end()
            if "\n" in gap.group() and self.lines.parts(head, end, here, linked=pos != end):
                break
            ends = style.country_ends and pos in self.countries and not self._accredited(here, style)
            if ends and not (style.bare and pos in self.adjectives and self.text[here : here + 1].isupper()):
                break
            state = (here, linked, lower, pos != end or listed)
            if state not in self.steps:
                self.steps[state] = self._step(here, style, linked=linked, lower=lower, after_link=state[3])
            step = self.steps[state]
            if step is None:
                break
            closing = closing or (listed and self.text[here : step[0]].lower() in self.words.lists)
            pos, content, linked, lower = step
            if content:
                end = pos
                listed, closing = listed and not closing, False
        return end

    def _compound(self, pos: int) -> int | None:
        """The end of the second half of "German-Czech"."""
        other = self.atoms.get(pos + 1) if self.text[pos : pos + 1] in ("-", "–") else None
        return other.end if other is not None and other.kind is Kind.COUNTRY else None

    def _owned(self, pos: int) -> int | None:
        """The end of a body that is a country's: "Director of Nigeria's Drug Law Enforcement Agency"."""
        possessive = _POSSESSIVE.match(self.text, pos) if pos in self.countries else None
        gap = _GAP.match(self.text, possessive.end()) if possessive else None
        body = self.atoms.get(gap.end()) if gap else None
        return body.end if body is not None and body.kind is Kind.ORGANISATION else None

    def _accredited(self, here: int, style: Style) -> bool:
        """Whether "to" and the name of a state follow: Ambassador of one country to another."""
        word = WORD.match(self.text, here)
        if word is None or word.group() not in style.accredited:
            return False
        state = self._skip(word.end())
        return state is not None and state in self.atoms and self.atoms[state].kind in style.accredited_to

    def _step(
        self, here: int, style: Style, *, linked: bool, lower: bool, after_link: bool
    ) -> tuple[int, bool, bool, bool] | None:
        """One word or known name on: new position, whether it may end the name, and the new state."""
        atom = self.atoms.get(here)
        if atom is not None:
            if not (style.bare or after_link):
                return None  # what follows a position directly is whose it is
            return self._atom(atom, linked=linked, lower=lower, after_link=after_link, style=style)
        word = WORD.match(self.text, here)
        if word is None:
            return None
        plain = word.group().lower()
        if plain in self.words.lists:
            joins = linked and (self._pair(here) or self._goes_on(word.end(), lower))
            return (word.end(), False, linked, lower) if joins else None
        if plain in style.links and not self.words.adverbial.match(self.text, here):
            lower_on = lower or plain in style.lower_after
            if not style.bare and self._behind_name(here):
                lower_on = False  # whose position it is has been said: "… of the United Nations of any change"
            return (word.end(), False, True, lower_on) if self._governs(word.end(), style, lower_on, plain) else None
        if plain in self.words.determiners:
            return (word.end(), False, linked, lower) if after_link else None
        if word.group()[0].isupper():
            stop = plain in self.words.stops or not (style.bare or linked) or self._position_of_body(here)
            stop = stop or (not after_link and (self._is_officer(here) or self._is_post(here, style)))
            stop = stop or (
                self._behind_atom(here, after_link)
                and not (style.topics and not in_headline(self.text, here))
                and not (style.people and _PEOPLE.match(self.text, here))
            )
            return None if stop else (word.end(), True, linked, lower)
        goes_on = lower and linked and self._content(word.group()) and (after_link or not self._is_complete(here))
        return (word.end(), True, linked, lower) if goes_on else None

    def _is_complete(self, here: int) -> bool:
        """Whether nothing in lower case goes on with the name: "Secretary-General of the Council accordingly"."""
        if self.text.startswith(("part", "member"), here):
            return False  # "States parties", "States members"
        return self._behind_name(here) or _COMPLETE.search(self.text, max(here - 16, 0), here) is not None

    def _is_post(self, here: int, style: Style) -> bool:
        """Whether what a name is followed by is a position, the people of a body, or what it made.

        "Force Commander", "Drafting Committee Members", "Council of Europe Convention".
        """
        if not style.bare:
            return False
        body = not (style.people or style.topics)
        other = body and any(rule.match(self.text, here) for rule in (_PEOPLE, _MEMBERS, _INSTRUMENT))
        return other or self.words.position.match(self.text, here) is not None

    def _behind_atom(self, here: int, after_link: bool) -> bool:
        """Whether a country or body ends right in front: what follows is another name, unless it is a head noun."""
        if after_link or not self._behind_name(here):
            return False
        return not self.words.head.match(self.text, here)

    def _position_of_body(self, here: int) -> bool:
        """Whether a position stands right behind a body: "Task Force President" names the body and its president."""
        if self.words.position.match(self.text, here) is None:
            return False
        return any(end in self.bodies for end in range(max(here - 3, 0), here))

    def _is_officer(self, here: int) -> bool:
        """Whether a rank and a person's name follow: "Drug Control Department Major Ivan Petrov"."""
        found = self.words.rank.match(self.text, here)
        return found is not None and not any(self.words.head.match(word) for word in found.group().split())

    def _behind_name(self, here: int) -> bool:
        return any(end in self.ends for end in range(max(here - 3, 0), here))

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
            if link in style.accredited and atom.kind in style.accredited_to:
                return True
            if link in ("in", "to", "from") and atom.kind is Kind.LOCATION:
                return style.regions or (link != "in" and "from" in style.links)
            if link in ("in", "at") and atom.kind is Kind.COUNTRY:
                return style.regions
            if link == "to" and _is_adjective(self.text, atom) and _NOUN_BEHIND.match(self.text, atom.end):
                return False  # "… to the Indonesian personnel"
            if link == "for" and atom.kind is Kind.ORGANISATION and style.bare and not style.topics:
                return False  # "commends the Office for the …"
            return atom.kind not in (Kind.DATE, Kind.MONEY, Kind.QUANTITY, Kind.PERSON)
        word = WORD.match(self.text, here)
        if word is None:
            return False
        if link in _WITH_TO and word.group().lower() == "to":
            return self._governs(word.end(), style, lower, "to")
        if link != "of" and _POSSESSED.match(self.text, word.end()) and self.words.head.match(self.text, here):
            return False  # "the Commission on the Board's recommendation"
        if word.group()[0].isupper():
            open_in = style.cities or (style.topics and link == "in")
            return (link not in ("in", "at", "from") or open_in) and word.group().lower() not in self.words.stops
        if style.subject is not None and link not in _PLAIN_LINKS and not style.subject.match(self.text, here):
            return False
        return lower and self._content(word.group())

    def _skip(self, pos: int) -> int | None:
        """The start of the next word behind determiners."""
        for _ in range(3):
            gap = _GAP.match(self.text, pos)
            if gap is None:
                return None
            word = WORD.match(self.text, gap.end())
            if word is None or word.group().lower() not in self.words.determiners:
                return gap.end()
            pos = word.end()
        return None

    def _content(self, word: str) -> bool:
        plain = word.lower()
        if plain in self.words.stops or plain in self.words.links:
            return False
        return not (plain.endswith("ed") and plain not in self.words.participles)

    def _pair(self, here: int) -> bool:
        """Whether "between" opened a pair of parties that this "and" joins."""
        found = _BETWEEN.search(self.text, max(here - _PAIR_SPAN, 0), here)
        return found is not None and self.text.count(" and ", found.end(), here) == 0

    def _goes_on(self, pos: int, lower: bool) -> bool:
        """Whether "and" joins two parts of one name rather than two names."""
        here = self._skip(pos)
        if here is None or _INDEFINITE.match(self.text, pos):
            return False  # "… and a work plan" names another thing
        atom = self.atoms.get(here)
        if atom is not None:
            return atom.kind in (Kind.SUBSTANCE, Kind.LOCATION)
        word = WORD.match(self.text, here)
        if word is None:
            return False
        if word.group()[0].isupper():
            if word.group().lower() in self.words.stops or self.words.head.match(self.text, here):
                return False
            return not self._names_another(word.end(), self.words.head if here - pos > _BLANK else _CORPORATE)
        return lower and self._content(word.group())

    def _names_another(self, pos: int, head: re.Pattern[str]) -> bool:
        """Whether a `head` noun follows within two capitalised words: "… and the Country Office" names another body."""
        for _ in range(2):
            gap = _GAP.match(self.text, pos)
            word = WORD.match(self.text, gap.end()) if gap else None
            if word is None or not word.group()[0].isupper():
                return False
            if head.match(self.text, word.start()):
                return True
            pos = word.end()
        return False

    def _list_goes_on(self, pos: int, lower: bool, listed: bool) -> bool:
        """Whether a comma separates members of an enumeration that ends in "and"; three members take ", and"."""
        for i in range(_LIST_SPAN):
            gap = _GAP.match(self.text, pos)
            word = WORD.match(self.text, gap.end() if gap else pos)
            if word is None:
                return False
            plain = word.group().lower()
            if plain in self.words.lists:
                return (i > 0 or listed) and self._goes_on(word.end(), lower)
            if word.group()[0].islower() and not (lower and (self._content(plain) or plain in self.words.links)):
                return False
            pos = word.end()
            if self.text[pos : pos + 1] == ",":
                pos += 1
        return False


def _is_adjective(text: str, one: Candidate) -> bool:
    """Whether a country is named by its adjective."""
    return one.kind is Kind.COUNTRY and text[one.start : one.end] in _adjectives(one.entity_id)


@cache
def _adjectives(country: str | None) -> frozenset[str]:
    row = gazetteer().row(country) if country and country in gazetteer() else {}
    return frozenset(name for names in (row.get("adjectives") or {}).values() for name in names)
