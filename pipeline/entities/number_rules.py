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
_LISTED = r"(?:\d{1,4}(?:\s?\(\w{1,4}\))?(?:,?\s[^\W\d_]{1,3}\s|,\s?|\s?[–-]\s?)){0,10}(?<!,)(?<!,\s)"
"""The members of a list of references before its last one: "Articles 9, 11 and 33"."""


@dataclass(frozen=True, slots=True)
class Rules:
    """`first` finds where a number may begin; `number`, `pair`, `single`, `more` read one, `measure` what needs none.

    `approximator`, `sign`, `reference`, `range_start`, `changes` and `place` end where a search region ends.
    """

    first: re.Pattern[str]
    number: re.Pattern[str]
    pair: re.Pattern[str]
    single: re.Pattern[str]
    more: re.Pattern[str]
    measure: re.Pattern[str]
    approximator: re.Pattern[str]
    phrasal: re.Pattern[str]
    sign: re.Pattern[str]
    reference: re.Pattern[str]
    currency: re.Pattern[str]
    subunits: re.Pattern[str]
    coins: re.Pattern[str]
    unit: re.Pattern[str]
    percent: re.Pattern[str]
    spelled: re.Pattern[str]
    figured: re.Pattern[str]
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
    coins = alternatives(words.subunits) or "(?!)"
    cased = [form for word in (*words.numerals, *measures) for form in (word, word.capitalize())]
    return Rules(
        first=re.compile(rf"(?<![\w.,/№#])(?<!\d:)(?:\d|{alternatives(cased)}(?![^\W_]))"),
        **_numbers(words),
        measure=_behind(rf"(?P<word>{alternatives(measures) or '(?!)'})", ""),
        approximator=_ending(rf"(?<![\w-])(?P<word>{alternatives((*words.bounds, *words.thresholds))})\s{{1,3}}"),
        phrasal=_ending(rf"(?<![\w-])(?:{_gapped(words.phrasal)})\s{{1,3}}"),
        sign=_ending(rf"(?<![^\W_])(?P<sign>{alternatives(words.signs)})\s{{0,2}}"),
        reference=_ending(rf"(?:(?<![\w])(?:{_gapped(words.references)})|№|\bNo\.?)\s{{0,3}}[(«\"]?{_LISTED}"),
        currency=_behind(rf"(?P<word>{alternatives(words.currencies)})", r"\s{0,3}"),
        subunits=_behind(rf"(?P<n>\d{{1,2}}){_GAP}(?:{coins})", rf"{_GAP}(?:(?:{words.and_word}){_GAP})?"),
        coins=_behind(f"(?P<word>{coins})", _GAP),
        unit=_behind(rf"(?P<word>{alternatives(words.units)})", r"\s{0,3}"),
        percent=re.compile(rf"\s{{0,2}}(?:{_gapped(words.percent)})", re.I),
        spelled=re.compile(rf"\s?\((?:{numerals})(?![^\W_])[^()\d\n]{{0,80}}\)", re.I),
        figured=re.compile(rf"\s?\({_digits(words)}\)"),
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
    """A number or a range; what may stand between the number and its unit: a half, «с лишним», a scale.

    The first number of a range may have a unit of its own ("from 5 kg to 10 kg").
    """
    spelled, suffix = _spelled(words), f"(?:{words.digit_suffix}(?![^\\W_]))?"
    single = f"(?:{_digits(words)}{suffix}|{spelled})"
    scale = rf"(?:\s{{0,2}}(?:{alternatives(words.scales)})(?![^\W\d_]|/))"
    fraction = rf"(?:{_GAP}(?P<fraction>{alternatives(words.fractions) or '(?!)'})(?![^\W_]))?"
    surplus = rf"(?:{_GAP}(?P<surplus>{_gapped(words.surplus)})(?![^\W_]))?"
    number = rf"(?P<n>{single}){fraction}{surplus}(?P<scale>{scale})?"
    sign = rf"(?:(?P<midsign>{alternatives(words.signs)})\s?)?"
    measures = alternatives((*words.units, *(word for word in words.currencies if " " not in word)))
    own = rf"(?P<lowunit>\s{{0,2}}(?:{_gapped(words.percent)}|(?:{measures})(?![^\W_])))?"
    to_word, dash = rf"{_GAP}(?:{words.to_word}){_GAP}", r"\s?[-–—−]\s?"
    joined = rf"(?:(?P<dash>{dash})|{to_word})"
    low = rf"(?P<low>{_digits(words)}{suffix}|{spelled}(?={scale}?{to_word}))(?P<lowscale>{scale})?{own}"
    both = rf"{_GAP}(?:{words.to_word}|{words.and_word}){_GAP}"
    return {
        "number": re.compile(rf"(?:(?>{low}{joined}){sign})?{number}", re.I),
        "pair": re.compile(
            rf"(?>(?P<low>{single})(?P<lowscale>{scale})?{own}{both}){sign}(?P<dash>(?!))?{number}", re.I
        ),
        "single": re.compile(rf"(?P<low>(?!))?(?P<midsign>(?!))?{number}", re.I),
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
    grouped = rf"\d{{1,3}}(?:[{comma}'’\u00a0\u202f\u2009 ]\d{{3}}){{1,6}}(?!\d)"
    measures = {word.split()[0] for word in (*words.scales, *words.units, *words.currencies)}
    letters, longer = (alternatives(word for word in measures if (len(word) > 1) is more) for more in (False, True))
    measured = rf"(?:{longer})(?![^\W_])|(?:{letters})(?![^\W_]|\.\s?[^a-zа-яё])"
    behind = rf"\s?(?:{_gapped(words.percent)})|\s{{1,2}}(?:{measured})"
    foreign = rf"\d{{1,4}}{comma}\d{{1,2}}(?=(?:\s?[-–]\s?\d{{1,4}}(?:[.,]\d{{1,2}})?)?(?:{behind}))"
    return rf"(?:{foreign}|(?:{grouped}|\d+)(?:{point}\d+)?(?![\d]|[.,:/]\d))"


def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{pattern}$", re.I)


def _behind(pattern: str, blanks: str) -> re.Pattern[str]:
    return re.compile(rf"{blanks}{pattern}(?![^\W_])", re.I)


def _gapped(pattern: str) -> str:
    return pattern.replace("[ ]", " ").replace(" ", f"(?:{_GAP})")
