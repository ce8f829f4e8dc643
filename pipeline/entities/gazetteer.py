"""Names with ids: finds every known name of every entity in a text, in any case, number or typography.

The names come from corpora/gazetteers/*.yaml, were inflected when the compiled files were built, and are only looked up
here: neither a statistical model nor a morphological dictionary is loaded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from pipeline.entities.aliases import (
    WORD,
    Beginning,
    FoldedText,
    Form,
    Line,
    Lines,
    Owner,
    Spelling,
    digest,
    fits,
    fold,
    folded,
    sources,
    spellings,
)
from pipeline.errors import ConfigurationError
from pipeline.model import Kind
from pipeline.resources import corpora

FORMS = "forms.tsv"
ROWS = "rows.jsonl"
WORDS = "words.tsv"
_KIND_ORDER = {kind: place for place, kind in enumerate(Kind)}
_LAST = len(_KIND_ORDER)
_WORDS = re.compile(f"({WORD.pattern})")
_LEAD = re.compile(r"\W*")


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in a text; `row` names the file and the id, for explanations."""

    start: int
    end: int
    entity_id: str
    kind: Kind
    row: str


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    owner: Owner | None


class _Node:
    """The forms that consist of the words on the way here, and the words that may follow.

    Forms are handed on word by word, when a text first comes this way: most never are.
    """

    __slots__ = ("_following", "forms")

    def __init__(self, spellings: Iterable[tuple[int, Spelling]]) -> None:
        """`spellings` are those whose words up to an offset lead here."""
        self.forms: list[tuple[int, str, Form]] = []  # characters before the first word, form in lower case, form
        self._following: dict[str, _Node | list[tuple[int, Spelling]]] = {}
        following = self._following
        for read_to, spelling in spellings:
            word = WORD.search(spelling.lower, read_to)
            if word is None:
                lead = _LEAD.match(spelling.lower)
                self.forms.append((lead.end() if lead else 0, spelling.lower, spelling.form()))
            elif (waiting := following.get(word.group())) is None:
                following[word.group()] = [(word.end(), spelling)]
            else:
                waiting.append((word.end(), spelling))  # type: ignore[union-attr]  # no node before `after`

    def after(self, word: str) -> _Node | None:
        node = self._following.get(word)
        if isinstance(node, list):
            node = self._following[word] = _Node(node)
        return node


class _First(_Node):
    """The forms that begin with one word."""

    __slots__ = ("_longer", "_word")

    def __init__(self, word: str, beginning: Beginning) -> None:
        self._word, self._longer = word, beginning.longer
        super().__init__(_spelt_out(beginning.whole, word))

    def after(self, word: str) -> _Node | None:
        node = self._following.get(word)
        if isinstance(node, _Node) or (node is None and word not in self._longer):
            return node
        spelt = _spelt_out(self._longer.get(word, ()), self._word)
        node = self._following[word] = _Node((*(node or ()), *_further(spelt)))
        return node


class Gazetteer:
    """All names of all entities; made once by `gazetteer()`."""

    def __init__(self, forms: str, rows: Callable[[], str], words: str = "") -> None:
        """The arguments are the texts of the compiled files; rows are read when something asks for them.

        `words` is the index of `forms`, which is made again where it is missing or older.
        """
        self._lines = Lines(forms, words)
        self._tries: dict[str, _Node] = {}
        self._read = rows
        self._known: Mapping[str, Mapping[str, Any]] | None = None

    def find(self, text: str, *, overlapping: bool = False) -> tuple[Match, ...]:
        """Every name in `text`, in order, the longest first at each place.

        Without `overlapping` no two matches share a character: the leftmost, then the longest wins, and of two entities
        with one name the first kind in the order of `Kind`. With it all matches are returned.
        """
        shaped = folded(text)
        found = sorted(self._candidates(shaped), key=_order)
        kept = _visible(found) if overlapping else _leftmost_longest(found)
        return tuple(_match(shaped, one.start, one.end, one.owner) for one in kept if one.owner)

    def lookup(self, name: str) -> tuple[str, ...]:
        """The ids a user may mean by `name`, typed in any language, case or inflection; empty if unknown."""
        owners = {form.owner for spelt in _spelt(name) for form in self._called(spelt) if form.owner}
        return tuple(o.entity_id for o in sorted(owners, key=lambda o: (_KIND_ORDER[o.kind], o.entity_id)))

    def _called(self, words: list[str]) -> Iterator[Form]:
        """The forms that consist of these words."""
        node = self._trie(words[0]) if words else None
        for word in words[1:]:
            node = node.after(word) if node else None
        for _, _, form in node.forms if node else ():
            yield form

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
        """What the YAML says of this entity, with its `kind` and `file`; raises KeyError for an unknown id."""
        return self._rows[entity_id]

    def ids(self) -> tuple[str, ...]:
        """All entity ids in the order of the files."""
        return tuple(self._rows)

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self._rows

    @property
    def _rows(self) -> Mapping[str, Mapping[str, Any]]:
        if self._known is None:
            self._known = {row["id"]: row for row in map(json.loads, self._read().splitlines())}
        return self._known

    def _trie(self, word: str) -> _Node | None:
        """The forms that begin with `word`."""
        node = self._tries.get(word)
        if node is None and word in self._lines.words:
            node = self._tries[word] = _First(word, self._lines.of(word))
        return node

    def _candidates(self, text: FoldedText) -> Iterator[_Found]:
        parts = _WORDS.split(text.lower)  # odd parts are words; faster than as many match objects
        words, starts = parts[1::2], list(accumulate(map(len, parts)))[::2]
        for i, word in enumerate(words):
            if word in self._lines.words:
                yield from self._at(text, starts[i], words, i)

    def _at(self, text: FoldedText, start: int, words: list[str], i: int) -> Iterator[_Found]:
        """All names whose first word is the i-th word of the text, which begins at `start`."""
        node = self._trie(words[i])
        while node is not None:
            for lead, key, form in node.forms:
                begin = start - lead
                end = begin + len(key)
                if begin >= 0 and text.lower.startswith(key, begin) and fits(form, text, begin, end):
                    yield _Found(begin, end, form.owner)
            i += 1
            node = node.after(words[i]) if i < len(words) else None


def _spelt_out(lines: Iterable[Line], word: str) -> Iterator[tuple[int, Spelling]]:
    """The forms of `lines` that begin with `word`, each with the offset behind it."""
    for line in lines:
        for spelling in spellings(line, word):
            yield spelling.lower.index(word) + len(word), spelling


def _further(spelt: Iterable[tuple[int, Spelling]]) -> Iterator[tuple[int, Spelling]]:
    """The same forms, each with the offset behind its next word."""
    for read_to, spelling in spelt:
        word = WORD.search(spelling.lower, read_to)
        yield word.end() if word else read_to, spelling


def _spelt(name: str) -> tuple[list[str], list[str]]:
    """The words of a name as typed, and without a possessive."""
    plain = fold(name).strip("\"' .,;:?!").lower()
    return WORD.findall(plain), WORD.findall(plain.removesuffix("'s"))


def _order(found: _Found) -> tuple[int, int, int, str]:
    owner = found.owner
    return found.start, -found.end, _KIND_ORDER[owner.kind] if owner else _LAST, owner.entity_id if owner else ""


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


def _match(text: FoldedText, start: int, end: int, owner: Owner) -> Match:
    source_start, source_end = text.source(start, end)
    return Match(source_start, source_end, owner.entity_id, owner.kind, f"{owner.file}: {owner.entity_id}")


@cache
def gazetteer() -> Gazetteer:
    """The packaged gazetteer; raises ConfigurationError where its compiled files are missing."""
    return Gazetteer(_compiled(FORMS), lambda: _compiled(ROWS), _compiled(WORDS))


def clashes() -> tuple[str, ...]:
    """What the builder found doubtful: a name claimed by two entities of one kind, names that are common words."""
    return tuple(line[2:] for line in _compiled(FORMS).splitlines() if line.startswith("! "))


def stale() -> bool:
    """Whether the YAML files differ from those that the compiled forms were built from."""
    return sources(_compiled(FORMS)) != digest(corpora("gazetteers"))


def _compiled(name: str) -> str:
    path = corpora("gazetteers", name)
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}", hint="reinstall, or run scripts/gazetteers.py") from error
