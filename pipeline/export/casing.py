"""Titles printed in capitals, written as a footnote writes them.

Which words keep a capital letter is not known from the title: the document's own sentences tell, and its names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import takewhile

from pipeline.engines.analysis import analyzers
from pipeline.model import Document, Kind
from pipeline.structure.identity import by_identity

_WORD = re.compile(r"[^\W\d_]+")
_WITHIN = re.compile(r"(?:(?<=[a-zа-яё] )|(?<=[a-zа-яё], ))[^\W\d_]+")
"""Words that begin no sentence: right behind another one, which is not in capitals."""
_NOTE_MARK = re.compile(r"(?<=[^\W\d_]{4})\d{1,2}(?!\w)")
_NAMES = frozenset({Kind.COUNTRY, Kind.LOCATION, Kind.PERSON})
_JOINED = re.compile(r"([^\W\d_]*)['’-]$")
_PART = 4
"""Shorter parts before a hyphen are prefixes ("Co-operation")."""
_LOUD = 6
"""Shorter words in capitals may be abbreviations."""
_LOUD_PART = 0.75
_SPOKEN = re.compile("[AEIOUYАЕЁИОУЫЭЮЯ]")
_LETTERS = frozenset("aаивкосу")
"""Letters that are words."""
_SMALL = frozenset(re.findall(r"\w+", "a an and as at by for from in into its of on or the to with"))
_JOINING = frozenset(re.findall(r"\w+", "between among under upon concerning regarding relating"))
_LATIN_TO = "\u0250"


def calm(title: str, document: Document) -> str:
    """A title without shouting: "Agreement between the Government of Georgia and …" for one in capitals.

    A few capitals at its head ("MEMORANDUM OF UNDERSTANDING between …") are calmed alone; marks of footnotes and a
    full stop at the end go, and it begins with a capital letter.
    """
    title = _NOTE_MARK.sub("", title).strip()
    title = title if title.endswith("..") else title.removesuffix(".")
    words = _WORD.findall(title)
    loud = [word for word in words if len(word) > 1 and word.isupper()]
    if loud and len(loud) >= _LOUD_PART * len([word for word in words if len(word) > 1]):
        title = _spoken(title, document)
    else:
        title = _headed(title, document)
    first = _WORD.search(title)
    return title[: first.start()] + first[0][:1].upper() + title[first.start() + 1 :] if first else title


def _headed(title: str, document: Document) -> str:
    """A title of which only the first words are in capitals."""
    words = title.split(" ")
    loud = list(takewhile(lambda word: word.isalpha() and word.isupper(), words))
    if not loud or len(loud[0]) < _LOUD or (len(loud) == 1 and _is_name(loud[0], document)):
        return title
    return " ".join((*(_unseen(word) for word in loud), *words[len(loud) :]))


def _spoken(title: str, document: Document) -> str:
    """A title in capitals as its words are written elsewhere."""

    def written(found: re.Match[str]) -> str:
        word = found[0]
        low = word.lower()
        joined = _JOINED.search(title[: found.start()])
        if not word.isupper() or (len(word) == 1 and low not in _LETTERS and not joined):
            return word
        if low in _SMALL or (joined and (len(joined[1]) < _PART or "-" not in joined[0])):
            return low
        return _written(word, document)

    return _WORD.sub(written, title)


def _written(word: str, document: Document) -> str:
    low = word.lower()
    if low in _named(document):
        return word.capitalize()
    if _is_name(word, document):
        return word
    seen = _seen(document)
    form = seen.get(low) or seen.get(_stem(low), "")
    return word.capitalize() if form == "capital" else _unseen(word)


def _is_name(word: str, document: Document) -> bool:
    """Whether a word in capitals is an abbreviation: nobody writes it otherwise, or it cannot be spoken."""
    form = _seen(document).get(word.lower())
    return form == "upper" or (form is None and len(word) < _LOUD and not _SPOKEN.search(word))


def _unseen(word: str) -> str:
    """English titles write their longer words with a capital letter, Russian ones only names."""
    low = word.lower()
    return low.capitalize() if low[0] < _LATIN_TO and low not in _SMALL and low not in _JOINING else low


def _stem(word: str) -> str:
    return next(iter(analyzers()["stemmed"].tokens(word)), word)


@by_identity
def _seen(document: Document) -> Mapping[str, str]:
    """How words and their stems are mostly written inside sentences: lower, capital, upper."""
    forms: dict[str, Counter[str]] = {}
    for found in _WITHIN.finditer(document.text):
        word = found[0]
        shape = "lower" if word.islower() else "upper" if word.isupper() and len(word) > 1 else "capital"
        forms.setdefault(word.lower(), Counter())[shape] += 1
    out: dict[str, str] = {}
    for word, counts in sorted(forms.items()):
        shape = "upper" if counts["upper"] == counts.total() else max(("lower", "capital"), key=lambda s: counts[s])
        out[word] = shape
        if shape != "upper":
            out.setdefault(_stem(word), shape)
    return out


@by_identity
def _named(document: Document) -> frozenset[str]:
    """The words of names of countries, places and persons."""

    def words() -> Iterator[str]:
        for mention in document.mentions:
            if mention.kind in _NAMES and mention.entity_id:
                yield from (word.lower() for word in _WORD.findall(mention.text) if len(word) > 2)

    return frozenset(words()) - _SMALL
