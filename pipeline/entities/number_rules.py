"""The expressions that find numbers, approximators, units and currencies, made of the words of a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.dates.grammar import alternatives
from pipeline.language import PACKS
from pipeline.language.pack import NumberWords

_GAP = r"\s{1,3}"
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Rules:
    """`first` finds where a number may begin; `number`, `pair` and `more` read one there, `measure` what needs none.

    `approximator`, `sign`, `reference`, `range_start`, `changes` and `place` end where a search region ends.
    """

    first: re.Pattern[str]
    number: re.Pattern[str]
    pair: re.Pattern[str]
    more: re.Pattern[str]
    measure: re.Pattern[str]
    approximator: re.Pattern[str]
    sign: re.Pattern[str]
    reference: re.Pattern[str]
    currency: re.Pattern[str]
    unit: re.Pattern[str]
    percent: re.Pattern[str]
    spelled: re.Pattern[str]
    uncounted: re.Pattern[str]
    counted: re.Pattern[str]
    partitive: re.Pattern[str]
    range_start: re.Pattern[str]
    changes: re.Pattern[str]
    place: re.Pattern[str]
    following: re.Pattern[str]
    head: re.Pattern[str]


@cache
def rules(language: str) -> Rules:
    """The expressions of a language with a pack."""
    words = PACKS[language].entities.numbers
    numerals, months = alternatives(words.numerals), alternatives(PACKS[language].dates.months)
    measures = [*words.measures, *words.lone]
    cased = [form for word in (*words.numerals, *measures) for form in (word, word.capitalize())]
    return Rules(
        first=re.compile(rf"(?<![\w.,/№#])(?:\d|{alternatives(cased)}(?![^\W_]))"),
        **_numbers(words),
        measure=_behind(rf"(?P<word>{alternatives(measures) or '(?!)'})", ""),
        approximator=_ending(rf"(?<![\w-])(?P<word>{alternatives(words.bounds)})\s{{1,3}}"),
        sign=_ending(rf"(?<![^\W_])(?P<sign>{alternatives(words.signs)})\s{{0,2}}"),
        reference=_ending(rf"(?:(?<![\w])(?:{_gapped(words.references)})|№|\bNo\.?)\s{{0,3}}[(«\"]?"),
        currency=_behind(rf"(?P<word>{alternatives(words.currencies)})", r"\s{0,3}"),
        unit=_behind(rf"(?P<word>{alternatives(words.units)})", r"\s{0,3}"),
        percent=re.compile(rf"\s{{0,2}}(?:{_gapped(words.percent)})", re.I),
        spelled=re.compile(rf"\s?\((?:{numerals})(?![^\W_])[^()\d\n]{{0,80}}\)", re.I),
        uncounted=re.compile(rf"[\s-]{{1,3}}(?:{_gapped(words.uncounted)}|(?:{months})(?![^\W_]))", re.I),
        counted=re.compile(rf"{_GAP}(?:{_gapped(words.counted)})"),
        partitive=_ending(rf"(?<![\w-])(?:{_gapped(words.partitive)}),?\s{{1,3}}"),
        range_start=_ending(rf"(?<![\w-])(?:{words.range_start})\s{{1,3}}"),
        changes=_ending(
            rf"(?<![\w-])(?:{_gapped(words.changes)})\s{{1,3}}(?P<start>(?:{words.change_start})\s{{1,3}})?"
        ),
        place=_ending(rf"(?<![\w-])(?:{words.places_before})\s{{1,2}}[A-ZА-ЯЁ][\w-]{{1,30}}[ \u00a0]"),
        following=re.compile(r"\s{1,3}(?P<word>[^\W\d_][\w’'-]{0,40})(?![^\W_])"),
        head=re.compile(words.head_noun) if words.head_noun else re.compile(r"(?!)"),
    )


def _numbers(words: NumberWords) -> dict[str, re.Pattern[str]]:
    """A number or a range; what may stand between the number and its unit: a half, «с лишним», a scale."""
    single, spelled = f"(?:{_digits(words)}|{_spelled(words)})", _spelled(words)
    scale = rf"(?:\s{{0,2}}(?:{alternatives(words.scales)})(?![^\W\d_]))"
    fraction = rf"(?:{_GAP}(?P<fraction>{alternatives(words.fractions) or '(?!)'})(?![^\W_]))?"
    surplus = rf"(?:{_GAP}(?P<surplus>{_gapped(words.surplus)})(?![^\W_]))?"
    number = rf"(?P<n>{single}){fraction}{surplus}(?P<scale>{scale})?"
    sign_at = rf"(?:(?:{alternatives(words.signs)})\s?)?"
    sign = rf"(?:(?P<midsign>{alternatives(words.signs)})\s?)?"
    to_word, dash = rf"{_GAP}(?:{words.to_word}){_GAP}", r"\s?[-–—−]\s?"
    both = rf"{_GAP}(?:(?:{words.to_word}){_GAP}|(?:{words.and_word}){_GAP}{sign})"
    low = rf"(?P<low>{_digits(words)}(?={scale}?(?:{dash}{sign_at}\d|{to_word}))|{spelled}(?={scale}?{to_word}))"
    return {
        "number": re.compile(rf"(?:{low}(?P<lowscale>{scale})?(?:{dash}{sign}|{to_word}))?{number}", re.I),
        "pair": re.compile(rf"(?P<low>{single})(?P<lowscale>{scale})?{both}{number}", re.I),
        "more": re.compile(rf"{_GAP}(?P<n>{single})(?P<scale>{scale})?", re.I),
    }


def _spelled(words: NumberWords) -> str:
    numeral = alternatives(words.numerals)
    hundreds = alternatives(word for word, value in words.numerals.items() if value >= _HUNDRED)
    tens = rf"(?:{numeral})(?:[\s-](?:{numeral}))?"
    return rf"(?:(?:(?:{numeral})\s)?(?:{hundreds})(?:\s(?:(?:{words.and_word})\s)?{tens})?|{tens})(?![^\W_])"


def _digits(words: NumberWords) -> str:
    """Digits with the language's separators; blanks of any kind may group thousands.

    Translated texts keep the decimal sign of the other language before a unit ("1,2 million").
    """
    comma, point = re.escape(words.thousands.strip()), re.escape(words.decimal)
    grouped = rf"\d{{1,3}}(?:[{comma}\u00a0\u202f\u2009 ]\d{{3}}){{1,6}}(?!\d)"
    measured = alternatives(word for word in (*words.scales, *words.units) if len(word) > 1)
    foreign = rf"\d{{1,4}}{comma}\d{{1,2}}(?=\s{{1,2}}(?:{measured})(?![^\W_]))"
    return rf"(?:{foreign}|(?:{grouped}|\d+)(?:{point}\d+)?(?![\d]|[.,:/]\d))"


def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{pattern}$", re.I)


def _behind(pattern: str, blanks: str) -> re.Pattern[str]:
    return re.compile(rf"{blanks}{pattern}(?![^\W_])", re.I)


def _gapped(pattern: str) -> str:
    return pattern.replace("[ ]", " ").replace(" ", f"(?:{_GAP})")
