"""Whether the letters of a text layer stand together as they do in any language, or were decoded wrongly.

A font that names its glyphs wrongly, a shifted alphabet or one code page taken for another leave letters and blanks
in place; but hardly a pair of neighbours is then one that languages use much.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from operator import add

import yaml

from pipeline import resources

_SAMPLE = 2000  # characters that are looked at
_WORD = re.compile("[a-zà-ɏḀ-ỿ]{4,40}|[а-яѐ-ӿ]{4,40}")
_ACCENTED = re.compile("[à-öø-ÿ]")
_FEWEST_PAIRS, _FEWEST_LETTERS = 200, 30
_KNOWN = 0.38  # share of frequent pairs: half or more in languages, seldom above a third in permuted alphabets
_ACCENTS = 0.5  # share of accented letters: one in four at most where a language has many


@cache
def _pairs() -> frozenset[str]:
    table = yaml.safe_load(resources.corpora("letter_pairs.yaml").read_text(encoding="utf-8"))
    return frozenset(pair for row in table.values() for pair in row.split())


@cache
def _plain() -> dict[int, str]:
    """Accented letters to those without, "ё" and "й" apart from "е" and "и"."""
    folded = {
        code: unicodedata.normalize("NFD", chr(code))[0] for code in (*range(0xDF, 0x250), *range(0x1E00, 0x1F00))
    }
    return {**folded, ord("ı"): "i", ord("ə"): "a", ord("ø"): "o", ord("ł"): "l", ord("đ"): "d", ord("ё"): "е"}


def plausible(text: str) -> bool:
    """False for text that reads like no language; True also where there is too little of it, or in other scripts."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    letters = "".join(words)
    latin = sum(map(len, (word for word in words if word[0] < "\u0370")))
    if latin >= _FEWEST_LETTERS and len(_ACCENTED.findall(letters)) > _ACCENTS * latin:
        return False
    known, plain = _pairs(), [word.translate(_plain()) for word in words]
    count = len(letters) - len(words)
    frequent = sum(sum(map(known.__contains__, map(add, word, word[1:]))) for word in plain)
    return count < _FEWEST_PAIRS or frequent >= _KNOWN * count
