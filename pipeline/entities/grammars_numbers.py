"""Amounts: numbers with approximators, units, percentages, currencies and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.dates import alternatives
from pipeline.language import PACKS
from pipeline.language.pack import NumberWords
from pipeline.model import Bound, Kind


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a text: `value` (and `high` of a range) in the base unit; `start:end` holds approximator and unit.

    `unit` is an ISO 4217 code for money, "%" for shares, "" for pieces, else a base unit (g, m, m2, m3, l, W).
    """

    start: int
    end: int
    kind: Kind
    value: float
    high: float | None
    unit: str
    bound: Bound
    rule: str


def amounts(text: str, language: str) -> Iterator[Amount]:
    """The amounts of `text`, in order; what numbers something (an article), an age or a length of time is left out."""
    words, rules = PACKS[language].entities.numbers, _rules(language)
    end = 0
    for first in rules.first.finditer(text):
        match = _number_at(text, first.start(), rules) if first.start() >= end else None
        amount = _read(text, match, words, rules) if match else None
        if amount is not None and amount.start >= end:
            yield amount
            end = amount.end


def counted(text: str, end: int, language: str) -> str | None:
    """What an amount that ends at `end` counts, in the text's words; None where it is not said."""
    words, rules = PACKS[language].entities.numbers, _rules(language)
    taken: list[str] = []
    at = end
    while len(taken) < _MOST_COUNTED and (match := rules.following.match(text, at)):
        word = match["word"]
        if word.lower() in words.counted_stop and not (not taken and word.lower() == words.of_word):
            break
        if word.lower() != words.of_word:
            taken.append(word)
        at = match.end()
        if rules.head.search(word):
            break
    return " ".join(taken) or None


def _number_at(text: str, start: int, rules: _Rules) -> re.Match[str] | None:
    """A number or a range; "and" joins the ends of a range only behind "between"."""
    if _before(text, start).isalpha() and rules.range_start.search(text[max(start - _NEAR, 0) : start]):
        return rules.pair.match(text, start) or rules.number.match(text, start)
    return rules.number.match(text, start)


def _before(text: str, start: int) -> str:
    """The last character in front of the blanks in front of `start`; a letter stands for what lies further."""
    back = text[max(start - 4, 0) : start]
    return back.rstrip()[-1:] or ("a" if back else "")


_MOST_COUNTED = 5
_GAP = r"\s{1,3}"


@dataclass(frozen=True, slots=True)
class _Rules:
    first: re.Pattern[str]
    number: re.Pattern[str]
    pair: re.Pattern[str]
    approximator: re.Pattern[str]
    sign: re.Pattern[str]
    reference: re.Pattern[str]
    currency: re.Pattern[str]
    unit: re.Pattern[str]
    percent: re.Pattern[str]
    uncounted: re.Pattern[str]
    counted: re.Pattern[str]
    range_start: re.Pattern[str]
    following: re.Pattern[str]
    head: re.Pattern[str]


@cache
def _rules(language: str) -> _Rules:
    words = PACKS[language].entities.numbers
    numeral = _any(words.numerals)
    digits = _digits(words)
    scale = rf"(?:\s{{0,2}}(?:{_any(words.scales)})(?![^\W\d_]))"
    hundreds = _any(word for word, value in words.numerals.items() if value >= _HUNDRED)
    tens = rf"(?:{numeral})(?:[\s-](?:{numeral}))?"
    spelled = rf"(?:(?:(?:{numeral})\s)?(?:{hundreds})(?:\s(?:(?:{words.and_word})\s)?{tens})?|{tens})(?![^\W_])"
    single = rf"(?:{digits}|{spelled})"
    to_word = rf"{_GAP}(?:{words.to_word}){_GAP}"
    both = rf"{_GAP}(?:{words.to_word}|{words.and_word}){_GAP}"
    low = rf"(?P<low>{digits}(?={scale}?(?:\s?[-–—−]\s?\d|{to_word}))|{spelled}(?={scale}?{to_word}))"
    first = rf"(?:{low}(?P<lowscale>{scale})?(?:\s?[-–—−]\s?|{to_word}))?"
    pair = rf"(?P<low>{single})(?P<lowscale>{scale})?{both}"
    cased = [form for word in words.numerals for form in (word, word.capitalize())]
    return _Rules(
        first=re.compile(rf"(?<![\w.,/№#])(?:\d|{alternatives(cased)}(?![^\W_]))"),
        number=re.compile(rf"{first}(?P<n>{single})(?P<scale>{scale})?", re.I),
        pair=re.compile(rf"{pair}(?P<n>{single})(?P<scale>{scale})?", re.I),
        approximator=re.compile(rf"(?<![\w-])(?P<word>{_any(words.bounds)})\s{{1,3}}$", re.I),
        sign=re.compile(rf"(?<![^\W_])(?P<sign>{_any(words.signs)})\s{{0,2}}$", re.I),
        reference=re.compile(rf"(?:(?<![\w])(?:{_gapped(words.references)})|№|\bNo\.?)\s{{0,3}}[(«\"]?$", re.I),
        currency=re.compile(rf"\s{{0,3}}(?P<word>{_any(words.currencies)})(?![^\W_])", re.I),
        unit=re.compile(rf"\s{{0,3}}(?P<word>{_any(words.units)})(?![^\W_])", re.I),
        percent=re.compile(rf"\s{{0,2}}(?:{_gapped(words.percent)})", re.I),
        uncounted=re.compile(rf"[\s-]{{1,3}}(?:{_gapped(words.uncounted)})", re.I),
        counted=re.compile(rf"{_GAP}(?:{_gapped(words.counted)})"),
        range_start=re.compile(rf"(?<![\w-])(?:{words.range_start})\s{{1,3}}$", re.I),
        following=re.compile(r"\s{1,3}(?P<word>[^\W\d_][\w’'-]{0,40})(?![^\W_])"),
        head=re.compile(words.head_noun) if words.head_noun else re.compile(r"(?!)"),
    )  # fmt: skip


def _digits(words: NumberWords) -> str:
    """Digits with the language's separators; blanks of any kind may group thousands.

    Translated texts keep the decimal sign of the other language before a unit ("1,2 million").
    """
    comma, point = re.escape(words.thousands.strip()), re.escape(words.decimal)
    grouped = rf"\d{{1,3}}(?:[{comma}\u00a0\u202f\u2009 ]\d{{3}})+(?!\d)"
    measured = _any(word for word in (*words.scales, *words.units) if len(word) > 1)
    foreign = rf"\d{{1,4}}{comma}\d{{1,2}}(?=\s{{1,2}}(?:{measured})(?![^\W_]))"
    return rf"(?:{foreign}|(?:{grouped}|\d+)(?:{point}\d+)?(?![\d]|[.,:/]\d))"


def _any(table: Iterable[str]) -> str:
    return alternatives(table)


def _gapped(pattern: str) -> str:
    return pattern.replace("[ ]", " ").replace(" ", f"(?:{_GAP})")


_NEAR, _FAR, _BACK = 16, 28, 40  # characters in front of a number that a sign, an approximator, a reference may take


def _read(text: str, match: re.Match[str], words: NumberWords, rules: _Rules) -> Amount | None:
    kind, unit, factor, end, rule = _unit(text, match, words, rules)
    rest, end = _smaller(text, end, unit, factor, words, rules) if rule == "quantity.unit" else (0.0, end)
    start, currency = _signed(text, match.start(), words, rules)
    if currency is not None and kind is not Kind.MONEY:
        kind, unit, factor, rule, end = Kind.MONEY, currency, 1.0, "money.sign", match.end()
    if kind is None:
        if not _counts(text, match, words, rules):
            return None
        kind, rule = Kind.QUANTITY, "quantity.count"
    start, bound = _approximated(text, start, words, rules)
    value, high = _values(match, words)
    if value is None:
        return None
    if high is not None:
        start = _range_start(text, start, rules)
    scaled = None if high is None else high * factor
    return Amount(start, end, kind, value * factor + rest, scaled, unit, bound, rule)


def _unit(
    text: str, match: re.Match[str], words: NumberWords, rules: _Rules
) -> tuple[Kind | None, str, float, int, str]:
    """Kind, base unit, factor, end and rule of what stands behind the number."""
    end = match.end()
    behind = text[end : end + 4].lstrip()[:1]
    if behind.isdigit() or behind in _NO_UNIT:
        return None, "", 1.0, end, ""
    if found := rules.currency.match(text, end):
        return Kind.MONEY, words.currencies[_key(found["word"])], 1.0, found.end(), "money.currency"
    if found := rules.percent.match(text, end):
        return Kind.QUANTITY, "%", 1.0, found.end(), "quantity.share"
    if (found := rules.unit.match(text, end)) and not _abbreviated_year(text, match, found):
        unit, factor = words.units[_key(found["word"])]
        return Kind.QUANTITY, unit, factor, found.end(), "quantity.unit"
    return None, "", 1.0, end, ""


_NO_UNIT, _NO_SIGN = "-–—,;:)", "-–—,;:(/"


def _smaller(text: str, end: int, unit: str, factor: float, words: NumberWords, rules: _Rules) -> tuple[float, int]:
    """What smaller units add right behind a larger one: "23 tons 417 kg", «2 тонны 64 кг 250 г»."""
    total = 0.0
    for _ in range(_MOST_UNITS):
        gap = _BLANKS.match(text, end)
        number = rules.number.match(text, gap.end()) if gap else None
        behind = rules.unit.match(text, number.end()) if number and number["low"] is None else None
        if number is None or behind is None:
            break
        base, smaller = words.units[_key(behind["word"])]
        if base != unit or smaller >= factor:
            break
        total += _number(number["n"], words) * _scale(number["scale"], words) * smaller
        end, factor = behind.end(), smaller
    return total, end


_MOST_UNITS = 3
_HUNDRED, _THOUSAND, _GROUP = 100, 1000, 3
_BLANKS = re.compile(r"\s{1,3}(?:(?:and|и)\s{1,3})?")


def _abbreviated_year(text: str, number: re.Match[str], unit: re.Match[str]) -> bool:
    """A single letter with a full stop behind a year is the word "year", not a unit; a bare "m" may be a million."""
    return len(unit["word"]) == 1 and len(number["n"]) == 4 and text[unit.end() : unit.end() + 1] == "."


def _signed(text: str, start: int, words: NumberWords, rules: _Rules) -> tuple[int, str | None]:
    before = _before(text, start)
    if not before or before.isdigit() or before in _NO_SIGN:
        return start, None
    base = max(start - _NEAR, 0)
    sign = rules.sign.search(text[base:start])
    if sign is None:
        return start, None
    return base + sign.start(), words.signs[_key(sign["sign"])]


def _approximated(text: str, start: int, words: NumberWords, rules: _Rules) -> tuple[int, Bound]:
    if not _before(text, start).isalpha() and text[max(start - 4, 0) : start].rstrip()[-1:] != ".":
        return start, Bound.EXACT
    base = max(start - _FAR, 0)
    found = rules.approximator.search(text[base:start])
    if found is None:
        return start, Bound.EXACT
    return base + found.start(), Bound(words.bounds[_key(found["word"])])


def _range_start(text: str, start: int, rules: _Rules) -> int:
    base = max(start - _BACK, 0)
    found = rules.range_start.search(text[base:start])
    return base + found.start() if found else start


def _key(written: str) -> str:
    return " ".join(written.lower().split())


def _counts(text: str, match: re.Match[str], words: NumberWords, rules: _Rules) -> bool:
    """Whether a bare number counts what follows it."""
    start, end = match.span()
    if match["n"].lower() in words.uncounted_numerals and not match["scale"]:
        return False
    if rules.uncounted.match(text, end) or not rules.counted.match(text, end):
        return False
    before = text[max(start - _BACK, 0) : start]
    if rules.reference.search(before) or before.endswith(("-", "–", "’", "'", "(", "/", "§", "+")):
        return False
    if not match["n"][0].isdigit():
        return True
    line_start = before.rstrip(" \t\u00a0").endswith("\n") or not before.strip()
    return not (line_start and text[end : end + 1] == ".") and not _NAME_BEFORE.search(before)


# "the Borat 24 store"; the first word of a sentence is no name
_NAME_BEFORE = re.compile(r"[^.!?:;\s]\s{1,2}[A-ZА-ЯЁ][\w-]*[ \u00a0]$")


def _values(match: re.Match[str], words: NumberWords) -> tuple[float | None, float | None]:
    """The value, or the two ends of a range; both ends share the scale unless the lower has its own."""
    high = _number(match["n"], words) * _scale(match["scale"], words)
    if match["low"] is None:
        return high, None
    low = _number(match["low"], words) * _scale(match["lowscale"] or match["scale"], words)
    return (low, high) if low < high else (None, None)


def _scale(written: str | None, words: NumberWords) -> float:
    return words.scales[_key(written)] if written else 1.0


def _number(written: str, words: NumberWords) -> float:
    if not written[0].isdigit():
        whole = words.numerals.get(_key(written))
        return float(whole) if whole else _spelled(re.findall(r"[^\W\d_]+", written.lower()), words.numerals)
    comma = words.thousands.strip()
    if written.count(comma) == 1 and len(written.rpartition(comma)[2]) < _GROUP and words.decimal not in written:
        written = written.replace(comma, words.decimal)
    plain = "".join(char for char in written if not char.isspace() and char not in words.thousands)
    return float(plain.replace(words.decimal, "."))


def _spelled(parts: list[str], numerals: Mapping[str, float]) -> float:
    """Units and tens add up, a larger number behind a smaller one multiplies it ("two hundred", "three dozen").

    A thousand closes what stands before it.
    """
    total = current = 0.0
    for part in parts:
        value = numerals.get(part, 0.0)
        current = current * value if 0 < current < value else current + value
        if value >= _THOUSAND:
            total, current = total + current, 0.0
    return total + current
