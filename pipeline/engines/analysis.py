"""Text as both engines see it: folding before analysis, and the analyzers of index_config/analysis.json.

What an analyzer can do (ё, lower case, stems) stands in analysis.json and both engines do it. What it cannot (dotted
acronyms, look-alike letters of the other script, decomposed letters) is folded here, once, before either engine.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import tantivy

from pipeline import resources
from pipeline.errors import ConfigurationError
from pipeline.offsets import Edit, OffsetMap, apply

_LATIN, _CYRILLIC = "AaBCcEeHKMOoPpTXxy", "АаВСсЕеНКМОоРрТХху"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_MARK = re.compile("[\u0300-\u036f]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]{1,100}")
_DECOMPOSED = re.compile("[^\u0300-\u036f][\u0300-\u036f]{1,100}")
_DOTTED = re.compile(r"(?<!\w)[A-ZА-ЯЁ](?:\.[A-ZА-ЯЁ]){1,12}(?!\w)\.?")
_MIXED = re.compile("[A-Za-z][а-яёА-ЯЁ]|[а-яёА-ЯЁ][A-Za-z]")
_WORD = re.compile(r"[^\W\d_]{2,100}")
_HIDING = re.compile(r"[A-ZА-ЯЁ]\.[A-ZА-ЯЁ]|[\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f]|" + _MIXED.pattern)
"""What every text has that folding changes."""
_LATIN_LETTERS = re.compile("[A-Za-z]")
_CYRILLIC_LETTERS = re.compile("[\u0400-\u04ff]")

STEMMERS = {"porter2": "english", "russian": "russian"}
"""What Elasticsearch and tantivy call the same stemmer."""


def fold(text: str) -> str:
    """`text` without what hides words from a search: U.N. → UN, Cтатья with a Latin C → Статья, no soft hyphens."""
    return fold_with_map(text)[0] if _HIDING.search(text) else text


def fold_with_map(text: str) -> tuple[str, OffsetMap]:
    """The folded text and the way back into `text`."""
    folded, offsets = text, OffsetMap.identity(len(text))
    for edits in (_invisible, _marks, _acronyms, _look_alikes):
        found = tuple(edits(folded))
        if found:
            folded, later = apply(folded, found)
            offsets = offsets.then(later)
    return folded, offsets


def _invisible(text: str) -> Iterator[Edit]:
    if not text.isascii():
        yield from (Edit(found.start(), found.end(), "") for found in _INVISIBLE.finditer(text))


def _marks(text: str) -> Iterator[Edit]:
    """One letter for a letter and its marks; marks that make up no such letter go."""
    if text.isascii():
        return
    for found in _DECOMPOSED.finditer(text):
        yield Edit(found.start(), found.end(), _MARK.sub("", unicodedata.normalize("NFC", found.group())))


def _acronyms(text: str) -> Iterator[Edit]:
    for found in _DOTTED.finditer(text):
        glued = found.end() < len(text) and text[found.end()].isalnum()
        yield Edit(found.start(), found.end(), found.group().replace(".", "") + (" " if glued else ""))


def _look_alikes(text: str) -> Iterator[Edit]:
    if text.isascii() or not _MIXED.search(text):
        return
    for found in _WORD.finditer(text):
        word = found.group()
        new = _one_script(word) if _MIXED.search(word) else word
        if new != word:
            yield Edit(found.start(), found.end(), new)


def _one_script(word: str) -> str:
    """A word of two scripts in one of them, where the letters of the other all have a twin; else as it is."""
    if all(letter in _LATIN for letter in _LATIN_LETTERS.findall(word)):
        return word.translate(_TO_CYRILLIC)
    if all(letter in _CYRILLIC for letter in _CYRILLIC_LETTERS.findall(word)):
        return word.translate(_TO_LATIN)
    return word


# --- analyzers -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """One analysed word; `start` and `end` lie in the text that was analysed."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Analyzer:
    """One analyzer of analysis.json, carried out by tantivy; `letters` are its one-to-one character filters."""

    native: tantivy.TextAnalyzer
    letters: tuple[tuple[str, str], ...]

    def prepare(self, text: str) -> str:
        """`text` after the character filters, as the native analyzer takes it; no offset moves."""
        for old, new in self.letters:
            text = text.replace(old, new)
        return text

    def tokens(self, text: str) -> list[str]:
        """The analysed words of a text that is folded already."""
        return list(self.native.analyze(self.prepare(text)))

    def spans(self, text: str) -> list[Token]:
        """The analysed words of any text with their places in it."""
        folded, offsets = fold_with_map(text)
        found = self.native.pre_tokenize(self.prepare(folded)).tokens
        return [Token(t.text, *offsets.source(t.char_offset_from, t.char_offset_to)) for t in found]


@cache
def configuration() -> dict[str, Any]:
    """The `analysis` settings, as Elasticsearch takes them."""
    loaded: dict[str, Any] = json.loads(resources.index_config("analysis.json").read_text(encoding="utf-8"))
    return loaded


@cache
def analyzers() -> dict[str, Analyzer]:
    """Every analyzer of analysis.json by name; raises ConfigurationError on what tantivy cannot do alike."""
    analysis = configuration()["analysis"]
    return {name: _analyzer(name, spec, analysis) for name, spec in analysis["analyzer"].items()}


def _analyzer(name: str, spec: dict[str, Any], analysis: dict[str, Any]) -> Analyzer:
    rules = [rule for used in spec.get("char_filter", ()) for rule in analysis["char_filter"][used]["mappings"]]
    letters = tuple((old.strip(), new.strip()) for old, new in (rule.split("=>") for rule in rules))
    if any(len(old) != len(new) for old, new in letters):
        raise ConfigurationError(f"analysis.json: analyzer {name}: a character filter must keep the length")
    tokenizer = analysis["tokenizer"][spec["tokenizer"]]
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(tokenizer["pattern"]))
    for step in spec.get("filter", ()):
        native = _filter(name, step, analysis)
        builder = builder.filter(native) if native is not None else builder
    return Analyzer(builder.build(), letters)


def _filter(name: str, step: str, analysis: dict[str, Any]) -> tantivy.Filter | None:
    if step == "lowercase":
        return tantivy.Filter.lowercase()
    spec = analysis["filter"][step]
    if spec["type"] == "stemmer" and spec["language"] in STEMMERS:
        return tantivy.Filter.stemmer(STEMMERS[spec["language"]])
    if spec["type"] in {"stemmer_override", "pattern_replace"}:
        return None  # these only bring Elasticsearch's English stemmer to the stems tantivy finds by itself
    raise ConfigurationError(f"analysis.json: analyzer {name}: the embedded engine has no filter {step}")


# --- synonyms ------------------------------------------------------------------------------------------------------


@cache
def synonyms() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Stems of each member of a group of synonyms.txt → the words of the other members."""
    stemmed, exact = analyzers()["stemmed"], analyzers()["exact"]
    table: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for line in resources.index_config("synonyms.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        group = [fold(word) for word in line.split(",")]
        for member in group:
            others = (tuple(exact.tokens(other)) for other in group if other != member)
            table[tuple(stemmed.tokens(member))] = tuple(others)
    return table
