"""What the beginning or the end of a line tells about paragraphs: list items, article headings, ends of sentences."""

from __future__ import annotations

import re

_ITEM = re.compile(
    r"\s{0,9}(?:[-–—•*·▪]\s|\(?(?:\d{1,3}|[a-zа-яё]|[ivxlc]{1,6})[.)](?:\d{1,3}[.)]?){0,4}\s|§\s?\d|\|)", re.IGNORECASE
)
_NUMBER = r"(?:\d{1,4}|[IVXLC]{1,7})(?:\s?(?:bis|ter|quater))?"
_UNIT = re.compile(
    rf"\s{{0,9}}[^\W\d_]{{4,12}}(?:\s{{1,9}}|\s?[-–—]\s?){_NUMBER}[.:]?(?:\s{{1,9}}[A-ZА-ЯЁ«\"“(\[][^\n]{{0,118}}[^\s.,;:!?])?\s{{0,9}}$"
)
_UNIT_RUN = re.compile(rf"\s{{0,9}}[^\W\d_]{{4,12}}\s{{1,9}}{_NUMBER}\.\s{{1,9}}[A-ZА-ЯЁ]")
_NOTE = re.compile(r"\s{0,9}(?:\d{1,3}[.)]?|\(\d{1,3}\)|[*†‡]{1,3}\)?)\s?[^\W\d_«\"“]?")
_TERMINAL, _CLOSING = (".", ";", ":", "!", "?", "…"), '"”»’)]'
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z]")
_HYPHEN = re.compile(r"[^\W\d_][-\u2010\xad\xac\ufffe]$")


def starts_item(text: str) -> bool:
    """Whether a line begins with a bullet, "1.", "(a)", "а)", "§ 3"."""
    return bool(_ITEM.match(text))


def starts_note(text: str) -> bool:
    """Whether a line begins with the mark of a footnote: "1 See …", "2) …", "* …"."""
    return bool(_NOTE.match(text))


def is_unit(text: str) -> bool:
    """Whether a line is the heading of a numbered unit: "Article 5", «Статья 5. Сроки», "CHAPTER IV"."""
    return text.lstrip()[:1].isupper() and bool(_UNIT.match(text))


def starts_unit(text: str) -> bool:
    """Whether a line begins a numbered unit, as a heading or run in: "Article 5. The Parties shall …"."""
    return text.lstrip()[:1].isupper() and bool(_UNIT.match(text) or _UNIT_RUN.match(text))


def ends_sentence(text: str) -> bool:
    """Whether a line ends with a mark that can end a paragraph."""
    return text.rstrip()[-4:].rstrip(_CLOSING).endswith(_TERMINAL)


def divided(text: str) -> bool:
    """Whether a line ends inside a word."""
    return bool(_HYPHEN.search(text[-2:]))


def runs_on(text: str) -> bool:
    """Whether a line is in the middle of a sentence, so that "Article 5 of …" after it is no heading."""
    return not ends_sentence(text) and not text.isupper() and len(text.split()) > 4


def script(text: str) -> str:
    """The script most letters of `text` belong to."""
    if text.isascii():
        return "Latin"
    return "Cyrillic" if len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text)) else "Latin"
