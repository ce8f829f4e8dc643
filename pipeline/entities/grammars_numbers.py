"""Amounts: numbers with approximators, units, percentages, currencies and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.entities.number_rules import Rules
from pipeline.entities.number_rules import rules as rules_of
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


@lru_cache(maxsize=4)
def amounts(text: str, language: str) -> tuple[Amount, ...]:
    """The amounts of `text`, in order; what numbers something (an article), an age or a length of time is left out."""
    return tuple(_amounts(text, PACKS[language].entities.numbers, rules_of(language)))


def _amounts(text: str, words: NumberWords, rules: Rules) -> Iterator[Amount]:
    end, last_count = 0, None
    for first in rules.first.finditer(text):
        start = first.start()
        if start < end:
            continue
        number = _number_at(text, start, words, rules)
        amount = _read(text, number, words, rules, last_count) if number else _measure(text, start, words, rules)
        if amount is not None and amount.start >= end:
            yield amount
            end = amount.end
            last_count = end if amount.rule == "quantity.count" else last_count


def counted(text: str, end: int, language: str) -> str | None:
    """What an amount that ends at `end` counts, in the text's words; None where it is not said."""
    words, rules = PACKS[language].entities.numbers, rules_of(language)
    taken: list[str] = []
    at = end
    while len(taken) < _MOST_COUNTED and (match := rules.following.match(text, at)):
        word = match["word"]
        if word.lower() in words.counted_stop and not (not taken and word.lower() == words.of_word):
            break
        if word.lower() != words.of_word and (taken or word.lower() not in _OWNERS):
            taken.append(word)
        at = match.end()
        if rules.head.search(word):
            break
    return " ".join(taken) or None


_MOST_COUNTED = 5
_OWNERS = frozenset({"the", "its", "their", "his", "her", "these", "those", "our"})  # "two of its ships"


# --- numbers -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Number:
    """A number or range whose digits or words stand at `start:end`; `begin` is where its currency sign begins."""

    begin: int
    start: int
    end: int
    value: float
    high: float | None
    written: str
    scaled: bool
    surplus: bool
    currency: str | None


def _number_at(text: str, start: int, words: NumberWords, rules: Rules) -> _Number | None:
    """A number or a range; "and" joins the ends of a range only behind "between"."""
    begin, currency = _signed(text, start, words, rules)
    opened = _before(text, begin).isalpha() and rules.range_start.search(text, max(begin - _NEAR, 0), begin)
    match = (rules.pair.match(text, start) if opened else None) or rules.number.match(text, start)
    changed = match and match["low"] and rules.changes.search(text[max(begin - _BACK, 0) : begin])
    value, high = _values(match, words, falling=bool(changed)) if match else (None, None)
    if match is None or value is None:
        return None
    if match["midsign"]:
        currency = words.signs[_key(match["midsign"])]
    end, added = _added(text, match, words, rules) if high is None else (match.end(), 0.0)
    in_words = rules.spelled.match(text, end) if match["n"][0].isdigit() else None
    return _Number(
        begin,
        start,
        in_words.end() if in_words else end,
        value + added,
        high,
        match["n"],
        match["scale"] is not None,
        match["surplus"] is not None,
        currency,
    )


def _before(text: str, start: int) -> str:
    """The last character in front of the blanks in front of `start`; a letter stands for what lies further."""
    back = text[max(start - 4, 0) : start]
    return back.rstrip()[-1:] or ("a" if back else "")


def _added(text: str, match: re.Match[str], words: NumberWords, rules: Rules) -> tuple[int, float]:
    """What smaller numbers add behind a scale: "2 million 350 thousand", «15 тыс. 200»."""
    end, total, scale = match.end(), 0.0, _scale(match["scale"], words)
    while scale > 1 and (more := rules.more.match(text, end)) and more["n"] is not None:
        value = _number(more["n"], words) * _scale(more["scale"], words)
        if value >= scale:
            break
        end, total, scale = more.end(), total + value, _scale(more["scale"], words)
    return end, total


_NEAR, _FAR, _BACK = 16, 28, 40  # characters in front of a number that a sign, an approximator, a reference may take


def _read(text: str, number: _Number, words: NumberWords, rules: Rules, last_count: int | None) -> Amount | None:
    kind, unit, factor, end, rule = _unit(text, number, words, rules)
    rest, end = _smaller(text, end, unit, factor, words, rules) if rule == "quantity.unit" else (0.0, end)
    if number.currency is not None and kind is not Kind.MONEY:
        kind, unit, factor, rule, end = Kind.MONEY, number.currency, 1.0, "money.sign", _without_stop(text, number.end)
    start, bound = _approximated(text, number.begin, words, rules)
    if bound is Bound.EXACT and number.surplus:
        bound = Bound.MORE_THAN
    if bound is Bound.EXACT and not number.scaled and _key(number.written).split()[0] in words.vague:
        return None  # "several thousand dollars", «тысячи людей»
    if kind is None:
        if not _counts(text, number, words, rules, last_count):
            return None
        kind, rule = Kind.QUANTITY, "quantity.count"
    value, high = number.value, number.high
    if high is not None and (changed := rules.changes.search(text[max(start - _BACK, 0) : start])):
        value, high = high, None  # "rose from 2 to 3.5 %": it is 3.5 now
        start -= len(changed["start"] or "")
    elif high is not None:
        start = _range_start(text, start, rules)
    return Amount(start, end, kind, value * factor + rest, None if high is None else high * factor, unit, bound, rule)


def _without_stop(text: str, end: int) -> int:
    """The full stop behind an abbreviated scale («€ 3 млн.») ends the sentence where nothing goes on."""
    rest = text[end : end + 3].lstrip()[:1]
    ends = not text[end : end + 2].strip(" \u00a0") or (text[end : end + 1] == "\n" and not rest.islower())
    return end - 1 if text[end - 1] == "." and ends else end


def _measure(text: str, start: int, words: NumberWords, rules: Rules) -> Amount | None:
    """An amount without a number: «полкило»; "more than a tonne"."""
    match = rules.measure.match(text, start)
    if match is None:
        return None
    begin, bound = _approximated(text, start, words, rules)
    word = _key(match["word"])
    if word not in words.measures and bound in (Bound.EXACT, Bound.UP_TO):
        return None
    unit, value = words.measures.get(word) or words.lone[word]
    return Amount(begin, match.end(), Kind.QUANTITY, value, None, unit, bound, "quantity.measure")


# --- what stands behind and in front -------------------------------------------------------------------------------


def _unit(text: str, number: _Number, words: NumberWords, rules: Rules) -> tuple[Kind | None, str, float, int, str]:
    """Kind, base unit, factor, end and rule of what stands behind the number."""
    end = number.end
    behind = text[end : end + 4].lstrip()[:1]
    if behind.isdigit() or behind in _NO_UNIT:
        return None, "", 1.0, end, ""
    if found := rules.currency.match(text, end):
        return Kind.MONEY, words.currencies[_key(found["word"])], 1.0, found.end(), "money.currency"
    if found := rules.percent.match(text, end):
        return Kind.QUANTITY, "%", 1.0, found.end(), "quantity.share"
    if (found := rules.unit.match(text, end)) and not _abbreviated_year(text, number, found):
        unit, factor = words.units[_key(found["word"])]
        return Kind.QUANTITY, unit, factor, found.end(), "quantity.unit"
    return None, "", 1.0, end, ""


_NO_UNIT, _NO_SIGN = "-–—,;:)", "-–—,;:(/"


def _smaller(text: str, end: int, unit: str, factor: float, words: NumberWords, rules: Rules) -> tuple[float, int]:
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
_THOUSAND, _GROUP = 1000, 3
_BLANKS = re.compile(r"\s{1,3}(?:(?:and|и)\s{1,3})?")


def _abbreviated_year(text: str, number: _Number, unit: re.Match[str]) -> bool:
    """A single letter with a full stop behind a year is the word "year", not a unit; a bare "m" may be a million."""
    return len(unit["word"]) == 1 and len(number.written) == 4 and text[unit.end() : unit.end() + 1] == "."


def _signed(text: str, start: int, words: NumberWords, rules: Rules) -> tuple[int, str | None]:
    before = _before(text, start)
    if not before or before.isdigit() or before in _NO_SIGN:
        return start, None
    base = max(start - _NEAR, 0)
    sign = rules.sign.search(text[base:start])
    if sign is None:
        return start, None
    return base + sign.start(), words.signs[_key(sign["sign"])]


def _approximated(text: str, start: int, words: NumberWords, rules: Rules) -> tuple[int, Bound]:
    if not _before(text, start).isalpha() and text[max(start - 4, 0) : start].rstrip()[-1:] != ".":
        return start, Bound.EXACT
    base = max(start - _FAR, 0)
    found = rules.approximator.search(text[base:start])
    if found is None:
        return start, Bound.EXACT
    bound = Bound(words.bounds[_key(found["word"])])
    if bound is Bound.UP_TO and rules.changes.search(text[max(start - _BACK, 0) : base + found.start()]):
        return start, Bound.EXACT  # «выросли до 340 млн»
    return base + found.start(), bound


def _range_start(text: str, start: int, rules: Rules) -> int:
    base = max(start - _BACK, 0)
    found = rules.range_start.search(text[base:start])
    return base + found.start() if found else start


def _key(written: str) -> str:
    return " ".join(written.lower().split())


def _counts(text: str, number: _Number, words: NumberWords, rules: Rules, last_count: int | None) -> bool:
    """Whether a bare number counts what follows it, or what a number before it in the sentence counts."""
    start, end = number.start, number.end
    if number.written[0].isdigit() and text[end : end + 3].lstrip()[:1].isdigit():
        return False  # a table's row
    collective = _key(number.written) in words.collective
    uncounted = rules.uncounted.match(text, end)
    before = text[max(start - _BACK, 0) : start]
    headed = collective or (not number.written[0].isdigit() and rules.partitive.search(before) is not None)
    if 0 < number.value < 1 or (uncounted and not (headed and len(uncounted.group().strip()) <= _FUNCTION_WORD)):
        return False
    if before.endswith(("-", "–", "’", "'", "(", "/", "§", "+")) or rules.reference.search(before):
        return False
    if not number.scaled and _key(number.written) in words.uncounted_numerals:
        return False
    if not rules.counted.match(text, end):
        alone = collective or rules.partitive.search(before) is not None
        return (alone and not text[end : end + 1].isalnum()) or _elliptical(text, start, end, last_count)
    if not number.written[0].isdigit():
        return True
    line_start = before.rstrip(" \t\u00a0").endswith("\n") or not before.strip()
    if line_start and text[end : end + 1] == ".":
        return False
    return not _NAME_BEFORE.search(before) or rules.place.search(before) is not None


def _elliptical(text: str, start: int, end: int, last_count: int | None) -> bool:
    """Whether "– 5," tells how many more of what was counted before in the sentence."""
    if last_count is None or not _DASH_BEFORE.search(text, max(start - 6, 0), start):
        return False
    return _CLAUSE_END.match(text, end) is not None and not _SENTENCE_END.search(text, last_count, start)


_FUNCTION_WORD = 3  # letters: «трое из них», but «трое суток»
_DASH_BEFORE = re.compile(r"[^\W\d_]\s{1,2}[-–—]\s{1,2}$")
_CLAUSE_END = re.compile(r"\s?(?:[.;)]|,(?!\s?\d)|$)")
_SENTENCE_END = re.compile(r"[.!?]\s|\n\s*\n")
# "the Borat 24 store"; the first word of a sentence is no name
_NAME_BEFORE = re.compile(r"[^.!?:;\s]\s{1,2}[A-ZА-ЯЁ][\w-]*[ \u00a0]$")


def _values(match: re.Match[str], words: NumberWords, *, falling: bool) -> tuple[float | None, float | None]:
    """The value, or the ends of a range, the lower first unless something fell; they share the scale of the second."""
    fraction = words.fractions[_key(match["fraction"])] if match["fraction"] else 0.0
    high = (_number(match["n"], words) + fraction) * _scale(match["scale"], words)
    if match["low"] is None:
        return high, None
    low = _number(match["low"], words) * _scale(match["lowscale"] or match["scale"], words)
    return (low, high) if low < high or falling else (None, None)


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
