"""What a number in a text is worth: digits and words, scales, ranges, signs of currencies, units."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.entities.number_rules import Rules
from pipeline.language.pack import NumberWords
from pipeline.model import Kind

NEAR, BACK = 16, 40
"""Characters in front of a number that a sign or an opening word, and a verb of change, may take."""
THOUSAND, COINS = 1000, 100
_GROUP = 3
_NO_SIGN = "-–—,;:(/"


@dataclass(frozen=True, slots=True)
class Number:
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


def number_at(text: str, start: int, words: NumberWords, rules: Rules) -> Number | None:
    """A number or a range; "and" joins the ends of a range only behind "between"."""
    begin, currency = _signed(text, start, words, rules)
    opened = last_before(text, begin).isalpha() and rules.range_start.search(text, max(begin - NEAR, 0), begin)
    match = (rules.pair.match(text, start) if opened else None) or rules.number.match(text, start)
    if match is None:
        return None
    value, high = _values(text, match, words, rules)
    unlike = match["midsign"] and not match["dash"] and currency is None  # "in 2012 to $9.8 million"
    if (unlike or (value is None and (match["lowunit"] or not match["dash"]))) and (
        alone := rules.single.match(text, start)
    ):
        match = alone  # "$5,000 to 3 officers"
        value, high = _values(text, match, words, rules)
    if value is None:
        return None
    if match["midsign"]:
        currency = _coin(match["midsign"], words.signs)
    end, added = _added(text, match, words, rules) if high is None else (match.end(), 0.0)
    in_words = (rules.spelled if match["n"][0].isdigit() else rules.figured).match(text, end)
    return Number(
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


def last_before(text: str, start: int) -> str:
    """The last character in front of the blanks in front of `start`; a letter stands for what lies further."""
    back = text[max(start - 4, 0) : start]
    return back.rstrip()[-1:] or ("a" if back else "")


def _signed(text: str, start: int, words: NumberWords, rules: Rules) -> tuple[int, str | None]:
    before = last_before(text, start)
    if not before or before.isdigit() or before in _NO_SIGN:
        return start, None
    base = max(start - NEAR, 0)
    sign = rules.sign.search(text[base:start])
    code = _coin(sign["sign"], words.signs) if sign else None
    return (base + sign.start(), code) if sign and code else (start, None)


def _coin(written: str, table: Mapping[str, str]) -> str | None:
    """The currency of a word or sign; its bare code only in capitals: "all" is no lek."""
    code = table[key(written)]
    return None if written.upper() == code and not written.isupper() else code


def _added(text: str, match: re.Match[str], words: NumberWords, rules: Rules) -> tuple[int, float]:
    """What smaller numbers add behind a scale: "2 million 350 thousand", «15 тыс. 200»."""
    end, total, scale = match.end(), 0.0, scale_of(match["scale"], words)
    while scale > 1 and (more := rules.more.match(text, end)) and more["n"] is not None:
        value = number_of(more["n"], words) * scale_of(more["scale"], words)
        if value >= scale:
            break
        end, total, scale = more.end(), total + value, scale_of(more["scale"], words)
    return end, total


def measured(text: str, end: int, words: NumberWords, rules: Rules) -> tuple[Kind | None, str, float, int, str]:
    """What `_unit` tells, of a number that ends at `end`."""
    if (found := rules.currency.match(text, end)) and (code := _coin(found["word"], words.currencies)):
        return Kind.MONEY, code, 1.0, found.end(), "money.currency"
    if found := rules.coins.match(text, end):
        return Kind.MONEY, words.subunits[key(found["word"])], 1 / COINS, found.end(), "money.coins"
    if found := rules.percent.match(text, end):
        return Kind.QUANTITY, "%", 1.0, found.end(), "quantity.share"
    if found := rules.unit.match(text, end):
        unit, factor = words.units[key(found["word"])]
        return Kind.QUANTITY, unit, factor, found.end(), "quantity.unit"
    return None, "", 1.0, end, ""


def _values(text: str, match: re.Match[str], words: NumberWords, rules: Rules) -> tuple[float | None, float | None]:
    """The value, or the ends of a range; a first end without a unit shares the scale of the second.

    The lower end comes first unless something fell. No value where two numbers are no range.
    """
    fraction = words.fractions[key(match["fraction"])] if match["fraction"] else 0.0
    high = (number_of(match["n"], words) + fraction) * scale_of(match["scale"], words)
    if match["low"] is None:
        return _two(match["n"], words, high)
    low = number_of(match["low"], words)
    if match["lowunit"]:
        factor = _shared(text, match, words, rules)
        low *= scale_of(match["lowscale"], words) * factor
        if not factor:
            return None, None
    changed = rules.changes.search(text[max(match.start() - BACK, 0) : match.start()])
    if not match["lowunit"]:
        scaled = low * scale_of(match["lowscale"] or match["scale"], words)
        low = scaled if match["lowscale"] or changed or scaled < high else low
    return (low, high) if low < high or changed else (None, None)


def _two(written: str, words: NumberWords, value: float) -> tuple[float, float | None]:
    """Two neighbours of one row are a range: «пять-шесть»; "twenty-five" is one number."""
    first, dash, second = written.partition("-")
    if not dash or written[0].isdigit():
        return value, None
    low, high = number_of(first, words), number_of(second, words)
    scale = value / number_of(written, words) if value else 1.0
    return (low * scale, high * scale) if 0 < low < high else (value, None)


def _shared(text: str, match: re.Match[str], words: NumberWords, rules: Rules) -> float:
    """How many units of the second end make one of the first; 0 where they measure different things."""
    kind, unit, factor, _, _ = measured(text, match.end(), words, rules)
    first, second, low, _, _ = measured(text, match.start("lowunit"), words, rules)
    return low / factor if kind is not None and (kind, unit) == (first, second) else 0.0


def scale_of(written: str | None, words: NumberWords) -> float:
    return words.scales[key(written)] if written else 1.0


def number_of(written: str, words: NumberWords) -> float:
    if not written[0].isdigit():
        whole = words.numerals.get(key(written))
        return float(whole) if whole else _spelled(re.findall(r"[^\W\d_]+", written.lower()), words.numerals)
    comma = words.thousands.strip()
    if written.count(comma) == 1 and len(written.rpartition(comma)[2]) < _GROUP and words.decimal not in written:
        written = written.replace(comma, words.decimal)
    written = written.partition("-")[0]
    plain = "".join(char for char in written if not char.isspace() and char not in (*words.thousands, "'", "’"))
    return float(plain.replace(words.decimal, "."))


def _spelled(parts: list[str], numerals: Mapping[str, float]) -> float:
    """Units and tens add up, a larger number behind a smaller one multiplies it ("two hundred", "three dozen").

    A thousand closes what stands before it.
    """
    total = current = 0.0
    for part in parts:
        value = numerals.get(part, 0.0)
        current = current * value if 0 < current < value else current + value
        if value >= THOUSAND:
            total, current = total + current, 0.0
    return total + current


def key(written: str) -> str:
    """The words as the tables of a language write them."""
    return " ".join(written.lower().split())
