"""Numbers of headings, paragraphs and points: arabic, roman, letters, words, with suffixes, and their form in an id."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.language.pack import StructureWords


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed; `value` is its place in the series, `rank` orders "5", "5 bis", "5 ter", `slug` is for ids.

    `value` is 0 where the print cannot be read (a scan's "Г" for "1"): the series then says what it must be.
    """

    printed: str
    value: int
    rank: int = 0
    slug: str = ""


ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# Cyrillic letters typed for Latin ones they look like.
LOOKALIKES = str.maketrans("ХІСМхісм", "XICMxicm")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
ARABIC = re.compile(
    r"(?P<digits>\d{1,4}(?!\d))"
    r"(?:(?P<super>[⁰¹²³⁴-⁹]{1,3})|[-\u2011^](?P<dash>\d{1,2})(?!\d)"
    r"|\.(?P<dot>\d{1,2})(?![\d.,])"
    r"|\s?(?P<latin>bis|ter|quater|quinquies|sexies|septies|octies|novies|nonies|decies|бис|тер)\b"
    r"|(?P<ordinal>[-\u2011]?(?:я|ая|й|ый|ой|е|ое)|st|nd|rd|th)(?!\w)"
    r"|\s?(?P<letter>[A-Za-zА-Яа-яё])(?![\w.)]))?",
    re.IGNORECASE,
)
LATIN = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
LATIN_RANKS = {word: rank for rank, word in enumerate(LATIN, start=2)} | {"nonies": 9, "бис": 2, "тер": 3}


def roman_value(letters: str) -> int | None:
    """The value of a roman numeral in one case throughout, or None."""
    plain = letters.translate(LOOKALIKES)
    if not plain or plain not in (plain.upper(), plain.lower()):
        return None
    upper = plain.upper()
    if not ROMAN.fullmatch(upper):
        return None
    values = [ROMAN_VALUES[letter] for letter in upper]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))


def arabic(text: str, start: int) -> tuple[Number, int] | None:
    """The arabic number at `start` with its suffix ("5 bis", "5¹", "5-1", "5A") and where it ends."""
    found = ARABIC.match(text, start)
    if not found:
        return None
    value, end = int(found["digits"]), found.end()
    if found["ordinal"]:  # «Статья 1-я»
        return Number(found["digits"], value, 0, str(value)), end
    if found["letter"] and not _letter_belongs(text, found):
        return Number(found["digits"], value, 0, str(value)), found.end("digits")
    rank, tail = _suffix(found)
    return Number(text[start:end], value, rank, f"{value}{tail}"), end


def _letter_belongs(text: str, found: re.Match[str]) -> bool:
    """ "5A" and "5a." are numbers; in "5 A party" and «5в целях» a sentence begins."""
    if found.end("digits") == found.start("letter") and found["letter"].isupper():
        return True
    return bool(LINE_END.match(text, found.end()))


def _suffix(found: re.Match[str]) -> tuple[int, str]:
    if found["super"]:
        digits = found["super"].translate(SUPERSCRIPTS)
        return int(digits), f"-{digits}"
    if found["dash"] or found["dot"]:
        digits = found["dash"] or found["dot"]
        return int(digits), f"-{int(digits)}"
    if found["latin"]:
        word = found["latin"].lower()
        return LATIN_RANKS[word], {"бис": "bis", "тер": "ter"}.get(word, word)
    if found["letter"]:
        letter = found["letter"].lower()
        return ord(letter) % 64 + 1, letter
    return 0, ""


ROMAN_AT = re.compile(r"[IVXLCDMХІСМivxlcdmхісм]{1,9}(?![\w])")
LETTER_BEHIND = re.compile(r"\s([A-H])(?=[ .:\t]{0,4}(?:\n|$))")  # "Article VI A"
LINE_END = re.compile(r"[ .:\t]{0,4}(?:\n|$)")
SPACED = re.compile(r"(\d) (\d)(?=\s{0,3}[.:]?\s{0,3}$|\s{0,3}[.:]?\s{0,3}\n)")
WORD_AT = re.compile(r"([^\W\d_]{3,16})(?:[\s-]([^\W\d_]{3,12}))?")


def heading_number(text: str, start: int, words: StructureWords) -> tuple[Number, int] | None:
    """The number that stands behind a heading's word: "5", "V", "5 bis", "Five", «пятая», and where it ends."""
    spaced = SPACED.match(text, start)
    if spaced:
        digits = spaced[1] + spaced[2]
        return Number(digits, int(digits), 0, digits), spaced.end()
    return arabic(text, start) or roman(text, start) or spelled(text, start, words.numerals)


def roman(text: str, start: int) -> tuple[Number, int] | None:
    found = ROMAN_AT.match(text, start)
    value = roman_value(found[0]) if found else None
    if not found or not value:
        return None
    letter = LETTER_BEHIND.match(text, found.end())
    if letter:
        return Number(
            text[start : letter.end()], value, ord(letter[1]) % 64 + 1, f"{value}{letter[1].lower()}"
        ), letter.end()
    latin = re.compile(r"\s?(bis|ter|quater)\b", re.IGNORECASE).match(text, found.end())
    if latin:
        word = latin[1].lower()
        return Number(text[start : latin.end()], value, LATIN_RANKS[word], f"{value}{word}"), latin.end()
    return Number(found[0], value, 0, str(value)), found.end()


def spelled(text: str, start: int, numerals: Mapping[str, int]) -> tuple[Number, int] | None:
    """A number in words; tens and units stand apart ("twenty-first")."""
    found = WORD_AT.match(text, start)
    if not found:
        return None
    first = _in_words(found[1], numerals)
    if first is None:
        return None
    second = _in_words(found[2] or "", numerals)
    if second is not None and first >= 20 and first % 10 == 0 and second < 10:
        return Number(found[0], first + second, 0, str(first + second)), found.end()
    return Number(found[1], first, 0, str(first)), found.end(1)


def _in_words(word: str, numerals: Mapping[str, int]) -> int | None:
    lower = word.lower()
    return numerals.get(lower, numerals.get(lower.replace("ё", "е")))
