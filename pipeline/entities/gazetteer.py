"""Names with ids: finds every known name of every entity in a text, in any case, number or typography.

The names come from corpora/gazetteers/*.yaml, were inflected when `forms.tsv` was built, and are only looked up here.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigurationError
from pipeline.model import Kind
from pipeline.resources import corpora

FORMS = "forms.tsv"
ROWS = "rows.jsonl"
_KIND_ORDER = {kind: place for place, kind in enumerate(Kind)}
WORD = re.compile(r"[^\W_]+")  # what a form is looked up by
_WORDS = re.compile(f"({WORD.pattern})")
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


class Mode(StrEnum):
    """How the case of a name in the text may differ from the case of the form."""

    EXACT = "exact"  # capitals of the form must stand; more capitals may (headlines)
    FOLDED = "folded"  # any case
    ACRONYM = "acronym"  # as it stands
    CAUTION = "caution"  # as it stands, and not in a line of capitals, where it may be a common word (US, WHO)
    COMPOUND = "compound"  # first half of a hyphen compound («афгано» in «афгано-иранский»)


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in a text; `row` names the file and the id, for explanations."""

    start: int
    end: int
    entity_id: str
    kind: Kind
    row: str


@dataclass(frozen=True, slots=True)
class Owner:
    """The entity a form belongs to."""

    entity_id: str
    kind: Kind
    file: str


@dataclass(frozen=True, slots=True)
class Form:
    """One surface form. Without an owner it hides what it covers: "New Mexico" is no Mexico."""

    text: str
    mode: Mode
    owner: Owner | None


@dataclass(frozen=True, slots=True)
class _Section:
    """The YAML file that the following lines came from."""

    file: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    owner: Owner | None


class _Node:
    """The forms that consist of the words on the way here, and the words that may follow."""

    __slots__ = ("following", "forms")

    def __init__(self) -> None:
        self.forms: list[tuple[int, str, Form]] = []  # characters before the first word, form in lower case, form
        self.following: dict[str, _Node] = {}

    def insert(self, form: Form) -> None:
        key = form.text.lower()
        words = WORD.findall(key)
        node = self
        for word in words[1:]:
            node = node.following.setdefault(word, _Node())
        node.forms.append((_lead(key), key, form))

    def walk(self) -> Iterator[tuple[str, Form]]:
        for _, key, form in self.forms:
            yield key, form
        for node in self.following.values():
            yield from node.walk()


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text with one shape for blanks, quotes, hyphens and ё; `lower` has the same length as `cased`."""

    cased: str
    lower: str
    cuts: tuple[int, ...]  # offsets in `cased` after each collapsed run of blanks
    shifts: tuple[int, ...]  # how many characters were lost up to there

    def source(self, start: int, end: int) -> tuple[int, int]:
        if not self.cuts:
            return start, end
        return start + self._shift(start), end - 1 + self._shift(end - 1) + 1

    def _shift(self, offset: int) -> int:
        i = bisect_right(self.cuts, offset)
        return self.shifts[i - 1] if i else 0


def fold(text: str) -> str:
    """One shape for quotes, apostrophes, hyphens, single blanks and ё; the length stays."""
    for old, new in _REPLACEMENTS:
        text = text.replace(old, new)
    return text


def _fold(text: str) -> _Folded:
    shaped = fold(text)
    runs = [(m.start(), m.end()) for m in _BLANKS.finditer(shaped)]
    lost = list(accumulate(end - start - 1 for start, end in runs))
    cuts = tuple(end - gone for (_, end), gone in zip(runs, lost, strict=True))
    shaped = _BLANKS.sub(_collapse, shaped).replace("\n", " ")
    return _Folded(shaped, shaped.lower(), cuts, tuple(lost))


def _collapse(blanks: re.Match[str]) -> str:
    """A blank line ends every name; other blanks are one."""
    return "\x1f" if blanks.group().count("\n") > 1 else " "


class Gazetteer:
    """All names of all entities; made once by `gazetteer()`."""

    def __init__(self, forms: str, rows: Callable[[], str]) -> None:
        """`forms` and `rows` are the texts of the compiled files; rows are read when something asks for them."""
        self._lines = _by_first_word(forms)
        self._tries: dict[str, _Node] = {}
        self._read = rows
        self._known: Mapping[str, Mapping[str, Any]] | None = None

    def find(self, text: str, *, overlapping: bool = False) -> tuple[Match, ...]:
        """Every name in `text`, in order, the longest first at each place.

        Without `overlapping` no two matches share a character: the leftmost, then the longest wins, and of two entities
        with one name the first kind in the order of `Kind`. With it all matches are returned.
        """
        folded = _fold(text)
        found = sorted(self._candidates(folded), key=_order)
        kept = _visible(found) if overlapping else _leftmost_longest(found)
        return tuple(_match(folded, one.start, one.end, one.owner) for one in kept if one.owner)

    def lookup(self, name: str) -> tuple[str, ...]:
        """The ids a user may mean by `name`, typed in any language, case or inflection; empty if unknown."""
        key = " ".join(fold(name).split()).strip("\"'.,;:()").removesuffix("'s").lower()
        words = WORD.search(key)
        node = self._trie(words.group()) if words else None
        owners = {form.owner for text, form in (node.walk() if node else ()) if text.strip('".') == key and form.owner}
        return tuple(o.entity_id for o in sorted(owners, key=lambda o: (_KIND_ORDER[o.kind], o.entity_id)))

    def label(self, entity_id: str, language: str) -> str | None:
        """The usual name in `language`, or None."""
        names = self._rows.get(entity_id, {}).get(language) or ()
        return str(names[0]) if names else None

    def names(self, entity_id: str) -> tuple[str, ...]:
        """The uninflected names in all languages, then the acronyms."""
        row = self._rows.get(entity_id, {})
        names = [*row.get("en", ()), *row.get("ru", ()), *row.get("acronyms", ())]
        return tuple(dict.fromkeys(map(str, names)))

    def row(self, entity_id: str) -> Mapping[str, Any]:
        """What the YAML says of this entity, with its `kind`; raises KeyError for an unknown id."""
        return self._rows[entity_id]

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self._rows

    @property
    def _rows(self) -> Mapping[str, Mapping[str, Any]]:
        if self._known is None:
            self._known = {row["id"]: row for row in map(json.loads, self._read().splitlines())}
        return self._known

    def _trie(self, word: str) -> _Node | None:
        """The forms that begin with `word`, put together when it is first seen."""
        node = self._tries.get(word)
        if node is None and word in self._lines:
            node = self._tries[word] = _Node()
            for section, line in self._lines[word]:
                for form in _forms(section, line):
                    if _first_word(form.text) == word:
                        node.insert(form)
        return node

    def _candidates(self, folded: _Folded) -> Iterator[_Found]:
        parts = _WORDS.split(folded.lower)  # odd parts are words; faster than as many match objects
        words, starts = parts[1::2], list(accumulate(map(len, parts)))[::2]
        for i, word in enumerate(words):
            if word in self._lines:
                yield from self._at(folded, starts[i], words, i)

    def _at(self, folded: _Folded, start: int, words: list[str], i: int) -> Iterator[_Found]:
        """All names whose first word is the i-th word of the text, which begins at `start`."""
        node = self._trie(words[i])
        while node is not None:
            for lead, key, form in node.forms:
                begin = start - lead
                end = begin + len(key)
                if begin >= 0 and folded.lower.startswith(key, begin) and _fits(form, folded, begin, end):
                    yield _Found(begin, end, form.owner)
            i += 1
            node = node.following.get(words[i]) if i < len(words) else None


def _first_word(form: str) -> str:
    word = WORD.search(form)
    if word is None:
        raise ConfigurationError(f"a name needs a letter or digit: {form!r}", hint="correct the gazetteer")
    return word.group().lower()


def _lead(form: str) -> int:
    """How many characters stand before the first word: 1 for a name that begins with a quotation mark."""
    word = WORD.search(form)
    return word.start() if word else 0


def _fits(form: Form, folded: _Folded, begin: int, end: int) -> bool:
    return _ends_here(folded.lower, end) and _case_fits(form, folded.cased[begin:end], folded.cased, end)


def _ends_here(text: str, end: int) -> bool:
    """A form that ends in a full stop needs no boundary: "U.S.$"."""
    return end >= len(text) or not text[end].isalnum() or not text[end - 1].isalnum()


_HALF = re.compile(r"-\w{2,30}?(?:(?:ск|цк)(?:о(?=-)|\w{1,3}\b)|(?:an|ese|ish|ch|ani|ek|ai|eli|aqi)\b)")


def _case_fits(form: Form, surface: str, text: str, end: int) -> bool:
    match form.mode:
        case Mode.FOLDED:
            return True
        case Mode.ACRONYM:
            return surface == form.text
        case Mode.CAUTION:
            return surface == form.text and not _in_capitals(text, end)
        case Mode.COMPOUND:
            return _has_capitals(form.text, surface) and _HALF.match(text, end) is not None
        case Mode.EXACT:
            return _has_capitals(form.text, surface)


def _has_capitals(form: str, surface: str) -> bool:
    """Capitals of the form stand in the text; the first one need not where the rest tells a name («план „Канал"»)."""
    if form == surface:
        return True
    if form[0] != surface[0] and form[0].lower() == surface[0]:
        return _tells_a_name(form) and _has_capitals(form[1:], surface[1:])
    return all(f == s or f == s.lower() for f, s in zip(form, surface, strict=True))


def _tells_a_name(form: str) -> bool:
    """A capital, digit or quotation mark after the first word, or four words: more than a common phrase."""
    first, _, rest = form.partition(" ")
    return not rest.islower() or '"' in rest or rest.count(" ") >= 2 if rest and first else False


def _in_capitals(text: str, end: int) -> bool:
    """Whether the words around `end` are all capitals, so that an acronym cannot be told from a word."""
    around = text[max(end - 40, 0) : end + 40]
    return sum(map(str.islower, around)) * 3 < sum(map(str.isupper, around))


def _order(found: _Found) -> tuple[int, int, int, str]:
    owner = found.owner
    return found.start, -found.end, _KIND_ORDER[owner.kind] if owner else -1, owner.entity_id if owner else ""


def _leftmost_longest(found: Iterable[_Found]) -> Iterator[_Found]:
    end = 0
    for one in found:
        if one.start >= end:
            end = one.end
            yield one


def _visible(found: Iterable[_Found]) -> Iterator[_Found]:
    """All but what lies inside a form without an owner; each entity once per span."""
    hidden_to = 0
    last: _Found | None = None
    for one in found:
        if one.owner is None:
            hidden_to = max(hidden_to, one.end)
        elif one.end > hidden_to and one != last:
            last = one
            yield one


def _match(folded: _Folded, start: int, end: int, owner: Owner) -> Match:
    source_start, source_end = folded.source(start, end)
    return Match(source_start, source_end, owner.entity_id, owner.kind, f"{owner.file}: {owner.entity_id}")


# --- the compiled files --------------------------------------------------------------------------------------------


def digest(folder: Path) -> str:
    """One sha256 over the names and bytes of all YAML files in `folder`; fresh compiled forms carry it."""
    total = sha256()
    for path in sorted(folder.glob("*.yaml")):
        total.update(path.name.encode() + b"\0" + sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _by_first_word(text: str) -> dict[str, list[tuple[_Section, str]]]:
    """first word → lines of the compiled forms; see corpora/gazetteers/README.md for the line format."""
    lines: dict[str, list[tuple[_Section, str]]] = {}
    section = _Section("", Kind.COUNTRY)
    for line in text.split("\n"):
        if line.startswith("["):
            file, kind = line[1:-1].split(" ")
            section = _Section(file, Kind(kind))
        elif line and line[0] not in "#!":
            words, _, rest = line.partition("\t")
            entry = (section, rest)
            for word in words.split(" ") if words else rest.rpartition("\t")[2].lower().split("|"):
                lines.setdefault(word, []).append(entry)
    return lines


def _forms(section: _Section, line: str) -> Iterator[Form]:
    entity_id, mode, tail, heads = line.split("\t")
    owner = Owner(entity_id, section.kind, section.file) if entity_id != "-" else None
    for head in heads.split("|"):
        yield Form(head + tail, _MODES[mode], owner)


_MODES = {str(mode): mode for mode in Mode}


@cache
def gazetteer() -> Gazetteer:
    """The packaged gazetteer; raises ConfigurationError where its compiled files are missing."""
    return Gazetteer(_compiled(FORMS), lambda: _compiled(ROWS))


def clashes() -> tuple[str, ...]:
    """What the builder found doubtful: a name claimed by two entities of one kind, names that are common words."""
    return tuple(line[2:] for line in _compiled(FORMS).splitlines() if line.startswith("! "))


def stale() -> bool:
    """Whether the YAML files differ from those that the compiled forms were built from."""
    built_from = _compiled(FORMS).partition("\n")[0].rpartition(" ")[2]
    return built_from != digest(corpora("gazetteers"))


def _compiled(name: str) -> str:
    path = corpora("gazetteers", name)
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}", hint="reinstall, or run scripts/gazetteers.py") from error
