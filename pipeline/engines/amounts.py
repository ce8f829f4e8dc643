"""Quantities and sums of money as numbers that an index can hold, and the intervals of them that a query names.

One integer says unit and value: the unit in its high bits, thousandths of the base unit (whole units of money) in the
low ones. A range of integers is then a range of values of one unit, on every engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.engines.grammar import wrong
from pipeline.language import PACKS
from pipeline.model import Bound, Figure, Kind

_VALUE_BITS = 47
_MOST = (1 << _VALUE_BITS) - 1
_UNITS = {"": 1, "g": 2, "l": 3, "m": 4, "m2": 5, "m3": 6, "W": 7, "%": 8}
_LETTERS = 26
_SIGN = re.compile(r"(>=|<=|>|<|≥|≤)\s?")
_AMOUNT = re.compile(r"(?P<front>[^\d\s]{0,6}?)\s?(?P<number>\d[\d\s.,_]{0,30})(?P<rest>[^\d]{0,40}?\d?)$")
_FORMS = {
    False: "write quantity:100kg, quantity:>=1.5t, quantity:50..200кг, quantity:>=20 (pieces)",
    True: "write money:>=1000000USD, money:50..100тыс.евро, money:$5000",
}


def coded(figure: Figure) -> Iterator[int]:
    """The integers of a figure: its value, the next one where it is more than that, the other end of a range; none
    where no index could hold it.
    """
    unit = _unit_code(figure.unit)
    if unit is None or figure.value < 0:
        return
    scale = 1 if figure.kind is Kind.MONEY else 1000
    value = round(figure.value * scale)
    yield _code(unit, value)
    if figure.bound is Bound.MORE_THAN:
        yield _code(unit, value + 1)
    if figure.high is not None:
        yield _code(unit, round(figure.high * scale))


def _code(unit: int, value: int) -> int:
    return (unit << _VALUE_BITS) + min(max(value, 0), _MOST)


def _unit_code(unit: str) -> int | None:
    """Base units count from 1, currencies by their three letters from 100."""
    if unit in _UNITS:
        return _UNITS[unit]
    if len(unit) != 3 or not unit.isascii() or not unit.isupper():
        return None
    first, second, third = (ord(letter) - ord("A") for letter in unit)
    return 100 + (first * _LETTERS + second) * _LETTERS + third


def interval(text: str, position: int, *, money: bool) -> tuple[int, int]:
    """First and last integer of `>=100kg`, `50..200кг`, `1.5t`; raises QueryError with the valid forms."""
    text = text.strip()
    sign = _SIGN.match(text)
    if sign:
        unit, value = _read(text[sign.end() :], position, money=money)
        lows = {">=": value, "≥": value, ">": value + 1}
        highs = {"<=": value, "≤": value, "<": value - 1}
        return _code(unit, lows.get(sign.group(1), 0)), _code(unit, highs.get(sign.group(1), _MOST))
    low, dots, high = text.partition("..")
    if not dots:
        unit, value = _read(text, position, money=money)
        return _code(unit, value), _code(unit, value)
    return _between(low.strip(), high.strip(), position, money=money)


def _between(low: str, high: str, position: int, *, money: bool) -> tuple[int, int]:
    if not low and not high:
        raise wrong("a range needs a beginning or an end", position, hint=_FORMS[money])
    if not high:
        unit, first = _read(low, position, money=money)
        return _code(unit, first), _code(unit, _MOST)
    unit, last = _read(high, position, money=money)
    if not low:
        return _code(unit, 0), _code(unit, last)
    other, first = _read(low, position, money=money, like=high)
    if other != unit:
        raise wrong(f"{low} and {high} are of different units", position, hint="give both ends in one unit")
    if first > last:
        raise wrong(f"{low}..{high} ends before it begins", position, hint="swap the two ends")
    return _code(unit, first), _code(unit, last)


def _read(text: str, position: int, *, money: bool, like: str = "") -> tuple[int, int]:
    """Unit and value of one amount; an amount without a unit takes that of `like`."""
    found = _AMOUNT.match(text.strip())
    if found is None:
        raise wrong(f"{text or 'nothing'} is no amount", position, hint=_FORMS[money])
    told = _plain(found["rest"]) or _plain(found["front"])
    if not told and like:
        other = _AMOUNT.match(like)
        told = (_plain(other["rest"]) or _plain(other["front"])) if other else ""
    scale, unit = _scaled(told)
    known = _currencies() if money else _measures()
    if unit not in known:
        what = f"{unit} is no {'currency' if money else 'unit'}" if unit else "a sum of money needs a currency"
        raise wrong(what, position, hint=_FORMS[money])
    base, factor = known[unit]
    code = _unit_code(base)
    if code is None:
        raise wrong(f"{unit} cannot be searched for", position, hint=_FORMS[money])
    return code, round(_number(found["number"]) * scale * factor * (1 if money else 1000))


def _number(written: str) -> float:
    """Blanks and _ group digits; so do commas before three digits, and points that do so more than once."""
    plain = re.sub(r"[\s_]", "", written).rstrip(".,")
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", plain):
        return float(plain.replace(",", ""))
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3}){2,}", plain):
        return float(plain.replace(".", ""))
    head, _, tail = plain.replace(",", ".").rpartition(".")
    return float(f"{head.replace('.', '')}.{tail}") if head else float(tail)


def _plain(word: str) -> str:
    return re.sub(r"[\s._]", "", word.lower())


def _scaled(told: str) -> tuple[float, str]:
    """ "млндолл" is a million and a currency; a word that is a unit as it stands is no scale."""
    if told in _measures() or told in _currencies():
        return 1.0, told
    for scale, factor in _scales().items():
        if told.startswith(scale) and (told[len(scale) :] in _measures() or told[len(scale) :] in _currencies()):
            return factor, told[len(scale) :]
    return 1.0, told


@cache
def _measures() -> Mapping[str, tuple[str, float]]:
    """Units of every language without blanks and points → base unit and factor; nothing at all counts pieces."""
    units = {_plain(name): told for pack in PACKS.values() for name, told in pack.entities.numbers.units.items()}
    return {**units, "%": ("%", 1.0), "": ("", 1.0)}


@cache
def _currencies() -> Mapping[str, tuple[str, float]]:
    tables = [
        table for pack in PACKS.values() for table in (pack.entities.numbers.currencies, pack.entities.numbers.signs)
    ]
    return {_plain(name): (code, 1.0) for table in tables for name, code in table.items()}


@cache
def _scales() -> Mapping[str, float]:
    """Longest first, so that "millions" is not read as "million" and "s"."""
    scales = {_plain(name): factor for pack in PACKS.values() for name, factor in pack.entities.numbers.scales.items()}
    return dict(sorted(scales.items(), key=lambda item: (-len(item[0]), item[0])))
