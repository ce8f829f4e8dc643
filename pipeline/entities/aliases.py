"""The surface forms of names: how they are stored, and how far a text may depart from them in case and typography."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from pipeline.model import Kind

NOBODY = "-"  # the id of forms that hide what they cover
WORD = re.compile(r"[^\W_]+")  # what a form is looked up by
_BLANKS = re.compile(r"\s{2,}")
_SINGLES = (
    ("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}\t\r\f\v", " "),
    ("‐‑‒–—−", "-"),
    ("«»„“”‟〈〉", '"'),
    ("’‘‛ʼ`´′", "'"),
    ("ё", "е"),
    ("Ё", "Е"),
    ("İ", "I"),  # the only letter whose lower case is two characters long
)
_REPLACEMENTS = tuple((old, new) for olds, new in _SINGLES for old in olds)
_INNER_HYPHEN = re.compile(r"-(?<=[^\W\d_]-)(?=[^\W\d_])")  # begins with its one literal, which makes the search fast


class Mode(StrEnum):
    """How the case of a name in the text may differ from the case of the form."""

    EXACT = "exact"  # capitals of the form must stand; more capitals may (headlines)
    FOLDED = "folded"  # any case
    ACRONYM = "acronym"  # as it stands
    CAUTION = "caution"  # a word too (US, WHO, Того): as it stands, not among capitals, not opening a sentence
    ADJECTIVE = "adjective"  # exact, and not the name of a language
    QUOTED = "quoted"  # exact, and words such as "operation" stand near: the name is a common word in quotation marks
    COMPOUND = "compound"  # first half of a hyphen compound («афгано» in «афгано-иранский»)


@dataclass(frozen=True, slots=True)
class Owner:
    """The entity a form belongs to."""

    entity_id: str
    kind: Kind
    file: str


@dataclass(frozen=True, slots=True)
class Form:
    """One surface form. Without an owner it hides what it covers: "Jordan River" is no Jordan."""

    text: str
    mode: Mode
    owner: Owner | None


@dataclass(frozen=True, slots=True)
class Section:
    """The YAML file that the following lines were compiled from."""

    file: str
    kind: Kind


# --- typography ----------------------------------------------------------------------------------------------------


def fold(text: str) -> str:
    """One shape for quotes, apostrophes, hyphens, single blanks and ё; the length stays."""
    for old, new in _REPLACEMENTS:
        text = text.replace(old, new)
    return text


def unhyphen(text: str) -> str:
    """A hyphen between letters is a blank (Nur-Sultan, Nur Sultan); the length stays."""
    return _INNER_HYPHEN.sub(" ", text) if "-" in text else text


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text in one shape, as it is matched. `hyphened`, `cased` and `lower` have the same length."""

    hyphened: str
    cased: str  # hyphens between letters are blanks
    lower: str
    cuts: tuple[int, ...]  # offsets after each collapsed run of blanks
    shifts: tuple[int, ...]  # how many characters were lost up to there

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The range of the given text that `start:end` stands for."""
        if not self.cuts:
            return start, end
        return start + self._shift(start), end + self._shift(end - 1)

    def _shift(self, offset: int) -> int:
        i = bisect_right(self.cuts, offset)
        return self.shifts[i - 1] if i else 0


def folded(text: str) -> FoldedText:
    """`text` in one shape; runs of blanks are one blank, but a blank line ends every name."""
    shaped = fold(text)
    runs = [m.span() for m in _BLANKS.finditer(shaped)]
    lost = tuple(accumulate(end - start - 1 for start, end in runs))
    cuts = tuple(end - gone for (_, end), gone in zip(runs, lost, strict=True))
    shaped = _BLANKS.sub(_collapse, shaped).replace("\n", " ")
    cased = unhyphen(shaped)
    return FoldedText(shaped, cased, cased.lower(), cuts, lost)


def _collapse(blanks: re.Match[str]) -> str:
    return "\x1f" if blanks.group().count("\n") > 1 else " "


# --- case ----------------------------------------------------------------------------------------------------------

# The second half of «афгано-иранский», "Sino-Russian".
_HALF = re.compile(r"-\w{2,30}?(?:(?:ск|цк)(?:о(?=-)|\w{1,3}\b)|(?:an|ese|ish|ch|ani|ek|ai|eli|aqi)\b)")
# "… Russian and French languages", «… русском, казахском языках»: adjectives up to the word they all belong to.
_TO_LANGUAGE = re.compile(
    r"(?:(?:, and | and | or |, )[a-z]{3,20}){0,10} (?:language|text|version)s?\b"
    r"|(?:(?: и | или |, а также |, )"
    r"(?:[а-я]{3,25}(?:ск|цк)[а-я]{2,3}|хинди|урду|дари|пушту|фарси|иврите?)){0,10} "
    r"(?:государственн[а-я]{2,3} )?"
    r"(?:язык|текст|алфавит)"
)
_AFTER_LANGUAGE = re.compile(
    r"(?:(?:, and | and |, )[a-z]{3,20}){0,10}(?:[.;:)\]]|$|, (?:all|both|each|every|the|which|with)\b)"
)
_BEFORE_LANGUAGE = re.compile(r"\bin (?:the )?(?:[a-z]{3,20}(?:, and |, | and )){0,10}$")
_LOOK_BACK = 90
_NEAR = 150
_HEAD_WORD = re.compile(
    r"\b(?:operation|project|exercise|campaign|initiative|phase|(?:спец)?операци|проект|учени|инициатив|этап)"
)
_CHEMICAL_PREFIX = re.compile(r"[\d)\]']-|[)\]]$")  # "6,14-endoetheno", "1-pyrrolidinyl)valerophenone"
_WORD_BEFORE = re.compile(r"([^\W\d_]{2,30})[ ,]{1,2}$")
_WORD_AFTER = re.compile(r"[ ,]{1,2}([^\W\d_]{2,30})")


def fits(form: Form, text: FoldedText, start: int, end: int) -> bool:
    """Whether `start:end`, which has the letters of `form`, is an occurrence of it: word boundary and case."""
    if _inside_a_word(text.lower, start, end):
        return False
    surface = text.cased[start:end]
    if text.hyphened[max(start - 1, 0) : start] == "-" and surface[0].islower() and form.text[0].isupper():
        return False  # "North-west Indian Ocean" speaks of no West Indian
    match form.mode:
        case Mode.FOLDED:
            return not _CHEMICAL_PREFIX.search(text.hyphened, max(start - 2, 0), start)
        case Mode.EXACT:
            return _has_capitals(form.text, surface)
        case Mode.ACRONYM:
            return surface == form.text
        case Mode.CAUTION:
            return surface == form.text and not _could_be_a_word(text.cased, start, end)
        case Mode.ADJECTIVE:
            return _has_capitals(form.text, surface) and not _names_a_language(text.lower, start, end)
        case Mode.QUOTED:
            return _has_capitals(form.text, surface) and _near_head_word(text.lower, start, end)
        case Mode.COMPOUND:
            return _has_capitals(form.text, surface) and _HALF.match(text.hyphened, end) is not None


def _inside_a_word(text: str, start: int, end: int) -> bool:
    """Names begin where a word begins; an underscore joins words of an address (en_US)."""
    after = text[end : end + 1]
    return (after.isalnum() and text[end - 1].isalnum()) or after == "_" or text[max(start - 1, 0) : start] == "_"


def _has_capitals(form: str, surface: str) -> bool:
    """Capitals of the form stand in the text; the first one need not where the rest tells a name («план „Канал"»)."""
    if form == surface:
        return True
    if form[0] != surface[0] and form[0].lower() == surface[0]:
        return _tells_a_name(form) and _has_capitals(form[1:], surface[1:])
    return all(f == s or f == s.lower() for f, s in zip(form, surface, strict=True))


def _tells_a_name(form: str) -> bool:
    """A capital, digit or quotation mark after the first word, or four words: more than a common phrase."""
    rest = form.partition(" ")[2]
    return bool(rest) and (not rest.islower() or '"' in rest or rest.count(" ") >= 2)


def _could_be_a_word(text: str, start: int, end: int) -> bool:
    """Between words in capitals "US" may be a pronoun; at the head of a sentence «Того» mostly is one."""
    if not text[start:end].isupper():
        return not text[max(start - _LOOK_BACK, 0) : start].rstrip(" \"'(-,;")[-1:].isalnum()
    before, after = _WORD_BEFORE.search(text, max(start - _LOOK_BACK, 0), start), _WORD_AFTER.match(text, end)
    return all(word is None or word.group(1).isupper() for word in (before, after)) and bool(before or after)


def _near_head_word(lower: str, start: int, end: int) -> bool:
    return _HEAD_WORD.search(lower, max(start - _NEAR, 0), end + _NEAR) is not None


def _names_a_language(lower: str, start: int, end: int) -> bool:
    if _TO_LANGUAGE.match(lower, end):
        return True
    if not _AFTER_LANGUAGE.match(lower, end):
        return False
    return _BEFORE_LANGUAGE.search(lower, max(start - _LOOK_BACK, 0), start) is not None


# --- the compiled file ---------------------------------------------------------------------------------------------


def digest(folder: Path) -> str:
    """One sha256 over the names and bytes of all YAML files in `folder`; fresh compiled forms carry it."""
    total = sha256()
    for path in sorted(folder.glob("*.yaml")):
        total.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return total.hexdigest()


def index(forms: str) -> str:
    """Where the forms stand that begin with a word: `word <TAB> offset offset …`, behind the digest of the sources."""
    offsets: dict[str, list[str]] = {}
    at = 0
    for line in forms.split("\n"):
        if line and line[0] not in "#![":
            words, _, rest = line.partition("\t")
            for word in words.split(" ") if words else rest.rpartition("\t")[2].lower().split("|"):
                offsets.setdefault(word, []).append(str(at))
        at += len(line) + 1
    return "\n".join([sources(forms), *(f"{word}\t{' '.join(where)}" for word, where in offsets.items()), ""])


def sources(compiled: str) -> str:
    """The digest of the YAML files that a compiled file names in its first line."""
    return compiled.partition("\n")[0].rpartition(" ")[2]


class Lines:
    """The lines of the compiled forms, by the first words of the forms."""

    def __init__(self, forms: str, words: str) -> None:
        """`words` is the `index` of `forms`; one of other forms is not used but made again."""
        if sources(words) != sources(forms) or not words:
            words = index(forms)
        self.words = dict(line.split("\t") for line in words.split("\n")[1:-1])
        self._forms = forms
        self._beginnings: dict[str, Beginning] = {}
        self._starts: list[int] = []
        self._sections: list[Section] = []
        at = forms.find("\n[")
        while at >= 0:
            file, kind = forms[at + 2 : forms.index("]\n", at)].split(" ")
            self._starts.append(at)
            self._sections.append(Section(file, Kind(kind)))
            at = forms.find("\n[", at + 1)

    def of(self, word: str) -> Beginning:
        """The lines with forms that begin with `word`; the inflected forms of a head mostly share them."""
        where = self.words[word]
        have = self._beginnings.get(where)
        if have is None:
            have = self._beginnings[where] = _beginning(map(self._line, map(int, where.split(" "))))
        return have

    def _line(self, at: int) -> Line:
        section = self._sections[bisect_right(self._starts, at) - 1]
        return Line(section, *self._forms[at : self._forms.find("\n", at)].split("\t"))


class Line(NamedTuple):
    """One line of the compiled forms."""

    section: Section
    words: str
    entity_id: str
    mode: str
    tail: str
    heads: str


class Beginning(NamedTuple):
    """What begins with one word: lines to be spelt out, and by their next word those of which it is the whole head."""

    whole: list[Line]
    longer: dict[str, list[Line]]


def _beginning(lines: Iterable[Line]) -> Beginning:
    whole: list[Line] = []
    longer: dict[str, list[Line]] = {}
    for line in lines:
        following = WORD.search(line.tail.lower()) if line.tail and not line.words else None
        (longer.setdefault(following.group(), []) if following else whole).append(line)
    return Beginning(whole, longer)


class Spelling(NamedTuple):
    """A form as it is stored; made by the thousand, so that a `Form` is only made of what a text comes near to."""

    lower: str
    text: str
    mode: str
    entity_id: str
    section: Section

    def form(self) -> Form:
        section = self.section
        owner = Owner(self.entity_id, section.kind, section.file) if self.entity_id != NOBODY else None
        return Form(self.text, _MODES[self.mode], owner)


def spellings(line: Line, word: str) -> Iterator[Spelling]:
    """The forms of one compiled line that begin with `word`."""
    section, _, entity_id, mode, tail, heads = line
    rest, among, sought = tail.lower(), f"|{heads.lower()}|", f"|{word}"
    if _SIGN_FIRST.search(heads):
        for head in heads.split("|"):
            if _begins(head.lower(), word):
                yield Spelling(head.lower() + rest, head + tail, mode, entity_id, section)
        return
    at = among.find(sought)  # heads are many, those with this word few: they are not taken apart from the others
    while at >= 0:
        end = among.index("|", at + 1)
        if not among[at + len(sought)].isalnum():
            yield Spelling(among[at + 1 : end] + rest, heads[at : end - 1] + tail, mode, entity_id, section)
        at = among.find(sought, end)


_SIGN_FIRST = re.compile(r"(?:\A|\|)[\W_]")


def _begins(head: str, word: str) -> bool:
    if not head[:1].isalnum():
        first = WORD.search(head)
        return first is not None and first.group() == word
    return head.startswith(word) and not head[len(word) : len(word) + 1].isalnum()


_MODES = {str(mode): mode for mode in Mode}
