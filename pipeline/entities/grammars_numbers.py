"""Amounts: numbers with approximators, units, percentages, currencies and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.entities.number_rules import Rules
from pipeline.entities.number_rules import rules as rules_of
from pipeline.entities.number_values import (
    BACK,
    COINS,
    NEAR,
    THOUSAND,
    Number,
    key,
    last_before,
    measured,
    number_at,
    number_of,
    scale_of,
)
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
        number = number_at(text, start, words, rules)
        amount = _read(text, number, words, rules, last_count) if number else _measure(text, start, words, rules)
        if amount is not None and amount.start >= end:
            yield amount
            end = amount.end
            last_count = end if amount.rule == "quantity.count" else last_count
        elif number is not None and number.high is None and number.written[0].isdigit():
            end = number.end  # the groups of a number that counts nothing are no numbers of their own


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


# --- amounts -------------------------------------------------------------------------------------------------------

_FAR, _LIST = 28, 70  # characters in front of a number that an approximator, a list of references may take


def _read(text: str, number: Number, words: NumberWords, rules: Rules, last_count: int | None) -> Amount | None:
    kind, unit, factor, end, rule = _unit(text, number, words, rules)
    rest, end = _smaller(text, end, unit, factor, words, rules) if rule == "quantity.unit" else (0.0, end)
    if rule == "money.currency" and (coins := rules.subunits.match(text, end)):
        rest, end = int(coins["n"]) / COINS, coins.end()
    if number.currency is not None and kind is not Kind.MONEY:
        kind, unit, factor, rule, end = Kind.MONEY, number.currency, 1.0, "money.sign", _without_stop(text, number.end)
    start, bound = _approximated(text, number.begin, words, rules)
    if bound is Bound.EXACT and number.surplus:
        bound = Bound.MORE_THAN
    if bound is Bound.EXACT and not number.scaled and key(number.written).split()[0] in words.vague:
        return None  # "several thousand dollars", «тысячи людей»
    if kind is None:
        if not _counts(text, number, words, rules, last_count):
            return None
        kind, rule, end = Kind.QUANTITY, "quantity.count", _without_stop(text, end)
    value, high = number.value, number.high
    if high is not None and (changed := rules.changes.search(text[max(start - BACK, 0) : start])):
        value, high = high, None  # "rose from 2 to 3.5 %": it is 3.5 now
        start -= len(changed["start"] or "")
    elif high is not None:
        start = _range_start(text, start, rules)
    return Amount(start, end, kind, value * factor + rest, None if high is None else high * factor, unit, bound, rule)


def _without_stop(text: str, end: int) -> int:
    """The full stop behind an abbreviated scale («€ 3 млн.») ends the sentence where nothing goes on."""
    if text[end - 1] != ".":
        return end
    rest = text[end : end + 3].lstrip()[:1]
    ends = not text[end : end + 2].strip(" \u00a0") or (text[end : end + 1] == "\n" and not rest.islower())
    return end - 1 if ends or rest.isupper() else end


def _measure(text: str, start: int, words: NumberWords, rules: Rules) -> Amount | None:
    """An amount without a number: «полкило»; "more than a tonne"."""
    match = rules.measure.match(text, start)
    if match is None:
        return None
    begin, bound = _approximated(text, start, words, rules)
    word = key(match["word"])
    if word not in words.measures and bound in (Bound.EXACT, Bound.UP_TO):
        return None
    unit, value = words.measures.get(word) or words.lone[word]
    return Amount(begin, match.end(), Kind.QUANTITY, value, None, unit, bound, "quantity.measure")


# --- what stands behind and in front -------------------------------------------------------------------------------


def _unit(text: str, number: Number, words: NumberWords, rules: Rules) -> tuple[Kind | None, str, float, int, str]:
    """Kind, base unit, factor, end and rule of what stands behind the number."""
    end = number.end
    behind = text[end : end + 4].lstrip()[:1]
    if behind.isdigit() or behind in _NO_UNIT:
        return None, "", 1.0, end, ""
    kind, unit, factor, stop, rule = measured(text, end, words, rules)
    if rule == "quantity.unit" and _abbreviated_year(text, number, stop):
        return None, "", 1.0, end, ""
    return kind, unit, factor, stop, rule


_NO_UNIT = "-–—,;:)"


def _smaller(text: str, end: int, unit: str, factor: float, words: NumberWords, rules: Rules) -> tuple[float, int]:
    """What smaller units add right behind a larger one: "23 tons 417 kg", «2 тонны 64 кг 250 г»."""
    total = 0.0
    for _ in range(_MOST_UNITS):
        gap = _BLANKS.match(text, end + (text[end : end + 1] == "."))
        number = rules.number.match(text, gap.end()) if gap else None
        behind = rules.unit.match(text, number.end()) if number and number["low"] is None else None
        if number is None or behind is None:
            break
        base, smaller = words.units[key(behind["word"])]
        if base != unit or smaller >= factor:
            break
        total += number_of(number["n"], words) * scale_of(number["scale"], words) * smaller
        end, factor = behind.end(), smaller
    return total, end + (_ABBREVIATED.match(text, end) is not None)


_MOST_UNITS = 3
# the full stop of "540 gr.," belongs to the unit, that of "540 kg. The" ends the sentence
_ABBREVIATED = re.compile(r"(?<=[^\W_])(?<![^\W_]{4})\.(?=\s{0,2}[,;:)]|\s{1,2}[a-zа-яё])")
_BLANKS = re.compile(r"\s{1,3}(?:(?:and|и)\s{1,3})?")


def _abbreviated_year(text: str, number: Number, end: int) -> bool:
    """A single letter with a full stop behind a year is the word "year", not a unit; a bare "m" may be a million."""
    single = not text[end - 2 : end - 1].isalpha()
    return single and len(number.written) == 4 and text[end : end + 1] == "."


def _approximated(text: str, start: int, words: NumberWords, rules: Rules) -> tuple[int, Bound]:
    if not last_before(text, start).isalpha() and text[max(start - 4, 0) : start].rstrip()[-1:] != ".":
        return start, Bound.EXACT
    base = max(start - _FAR, 0)
    found = rules.approximator.search(text[base:start])
    if found is None:
        return start, Bound.EXACT
    word = key(found["word"])
    if word in words.thresholds:
        return start, Bound(words.thresholds[word])
    if rules.phrasal.search(text[max(base + found.start() - NEAR, 0) : base + found.end()]):
        return start, Bound.EXACT
    bound = Bound(words.bounds[word])
    if bound is Bound.UP_TO and rules.changes.search(text[max(start - BACK, 0) : base + found.start()]):
        return start, Bound.EXACT  # «выросли до 340 млн»
    return base + found.start(), bound


def _range_start(text: str, start: int, rules: Rules) -> int:
    base = max(start - BACK, 0)
    found = rules.range_start.search(text[base:start])
    return base + found.start() if found else start


def _counts(text: str, number: Number, words: NumberWords, rules: Rules, last_count: int | None) -> bool:
    """Whether a bare number counts what follows it, or what a number before it in the sentence counts."""
    start, end = number.start, number.end
    if number.written[0].isdigit() and text[end : end + 3].lstrip()[:1].isdigit():
        return False  # a table's row
    collective = key(number.written) in words.collective
    uncounted = rules.uncounted.match(text, end)
    before = text[max(start - BACK, 0) : start]
    line_start = before.rstrip(" \t\u00a0").endswith("\n") or not before.strip()
    headed = collective or (not number.written[0].isdigit() and rules.partitive.search(before) is not None)
    if 0 < number.value < 1 or (uncounted and not (headed and len(uncounted.group().strip()) <= _FUNCTION_WORD)):
        return False
    if before.endswith(("-", "–", "’", "'", "/", "§", "+")) or rules.reference.search(
        text[max(start - _LIST, 0) : start]
    ):
        return False
    if not number.scaled and key(number.written) in words.uncounted_numerals:
        return False
    if not rules.counted.match(text, end):
        alone = not line_start and (collective or rules.partitive.search(before) is not None)
        return (alone and not text[end : end + 1].isalnum()) or _closes(text, number, last_count)
    if not number.written[0].isdigit():
        return True
    if _CELL.search(before) and "\n" in text[end : end + 3]:
        return False  # the last cell of a row
    if line_start and text[end : end + 1] == ".":
        return False
    if (line_start or before.rstrip()[-1:] in _STOPS) and _HEADED.match(text, start):
        return False
    named = _NAME_BEFORE.search(before) is not None and rules.place.search(before) is None
    return not named or _plural(text, end, rules)  # "gave Tajikistan 15 patrol vehicles"


def _plural(text: str, end: int, rules: Rules) -> bool:
    """Whether one of the two words behind a number is a noun of more than one."""
    for _ in range(2):
        word = rules.following.match(text, end)
        if word is None:
            return False
        if rules.head.search(word["word"]):
            return True
        end = word.end()
    return False


def _closes(text: str, number: Number, last_count: int | None) -> bool:
    """Whether a number that ends its clause counts without a noun: a large one, or one behind a dash."""
    large = number.value >= THOUSAND and (number.scaled or not number.written.isdigit())
    if large and _CLAUSE_END.match(text, number.end):
        return True
    return _elliptical(text, number.start, number.end, last_count)


def _elliptical(text: str, start: int, end: int, last_count: int | None) -> bool:
    """Whether "– 5," tells how many more of what was counted before in the sentence."""
    if last_count is None or not _DASH_BEFORE.search(text, max(start - 6, 0), start):
        return False
    return _CLAUSE_END.match(text, end) is not None and not _SENTENCE_END.search(text, last_count, start)


_HEADED = re.compile(r"\d{1,2}\.\d{1,2}\s{1,3}[A-ZА-ЯЁ]")  # "5.8 Parties shall": the number of a paragraph
_STOPS = frozenset(".;:)")
_CELL = re.compile(r"[|\t][ \u00a0]{0,3}$")
_FUNCTION_WORD = 3  # letters: «трое из них», but «трое суток»
_DASH_BEFORE = re.compile(r"[^\W\d_]\s{1,2}[-–—]\s{1,2}$")
_CLAUSE_END = re.compile(r"\s?(?:[.;)]|,(?!\s?\d)|$)")
_SENTENCE_END = re.compile(r"[.!?]\s|\n\s*\n")
# "the Borat 24 store"; the first word of a sentence is no name
_NAME_BEFORE = re.compile(r"[^.!?:;\s]\s{1,2}[A-ZА-ЯЁ][\w-]*[ \u00a0]$")
