"""How much characters look like text: bits for or against each pair of neighbours, from which letters follow which.

Only pairs with a character beyond ASCII are judged. Letters of Cyrillic words weigh by the table of neighbours,
accented letters by whether they stand in Latin words; box drawings, control characters and marks inside words tell
of wrong decoding.
Scripts that no one-byte encoding in question can produce (Greek, Georgian, Chinese) count neither way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

_TABLE = Path(__file__).resolve().parents[1] / "language" / "letters.tsv"
_CASE_BREAK = -8.0
_GLUED_DASH = 3.0  # bits against a dash with no blank after it
_ODD = -2.9  # bits of two neighbours of which one is of a kind that does not belong there
_KINDS = (
    "blank", "lower", "upper", "digit", "neutral", "junk", "symbol", "open", "close", "single", "apostrophe", "dash",
    "accent", "accent-upper", "rare", "other-cyrillic",
)  # fmt: skip
_KIND = {name: number for number, name in enumerate(_KINDS)}
_ACCENTS = "àáâãäåæçèéêëìíîïñòóôõöøùúûüßœşğıąćęłńśźżčďěňřšťůžőűășțţāēīūģķļņ"
_CHARACTERS = {
    "open": "«“„‹", "single": "‘", "close": "»”…›", "apostrophe": "’ʼʻʼ", "dash": "—–‑№•", "accent": _ACCENTS,
    "accent-upper": "".join(c.upper() for c in _ACCENTS if len(c.upper()) == 1 and c != "ı") + "İ",
    "rare": "ðþýÿµªºƒÐÞÝŸˆ˜đŕĺôĎŔĹĐ", "other-cyrillic": "ђѓѕјљњћќџЂЃЅЈЉЊЋЌЏ",
    "symbol": "¤¦§¨©¬®¯°±²³´¶·¸¹¼½¾€‚†‡‰™¡¢£¥¿×÷",
}  # fmt: skip

_OWN = {
    "ru": "ыэёъщ", "uk": "іїєґщ", "be": "іўыэё", "kk": "әғқңөұүһіыэёъщ", "ky": "ңөүыэёъщ", "uz": "ўқғҳэёъ",
    "tg": "ӣӯҷҳғқэёъ", "mn": "өүыэёъщ",
}  # fmt: skip
_NOT_COMMON = frozenset("".join(_OWN.values()))
Array = Any


@cache
def alphabet() -> str:
    """The Cyrillic letters the table knows."""
    return _TABLE.read_text(encoding="utf-8").split("\n", 1)[0].replace("\t", "").strip()


@cache
def classes() -> Array:
    """The class of every character of the basic plane."""
    table = np.full(65536, _KIND["neutral"], dtype=np.int16)
    table[:32] = _KIND["junk"]
    table[127:160] = _KIND["junk"]
    table[32:127] = _KIND["blank"]
    for code in (9, 10, 11, 12, 13, 0x85, 0xA0, 0xAD, 0x2009, 0x2028, 0x2029, 0x202F, 0xFEFF):
        table[code] = _KIND["blank"]
    table[ord("0") : ord("9") + 1] = _KIND["digit"]
    table[ord("a") : ord("z") + 1] = _KIND["lower"]
    table[ord("A") : ord("Z") + 1] = _KIND["upper"]
    table[0x2190:0x2600] = _KIND["junk"]  # arrows, signs of mathematics, box drawings
    table[0xFFF0:] = _KIND["junk"]
    table[0x400:0x530] = _KIND["other-cyrillic"]
    for kind, characters in _CHARACTERS.items():
        for char in characters:
            table[ord(char)] = _KIND[kind]
    for place, char in enumerate(alphabet()):
        table[ord(char)] = len(_KINDS) + place
        table[ord(char.upper())] = len(_KINDS) + len(alphabet()) + place
    return table


@cache
def weights() -> Array:
    """Bits for each pair of classes, as one row: index = first class × number of classes + second."""
    count = len(_KINDS) + 2 * len(alphabet())
    pairs = np.zeros((count, count), dtype=np.float32)
    _latin(pairs)
    _cyrillic(pairs)
    _marks(pairs)
    return pairs.ravel()


@cache
def oddities() -> Array:
    """Whether a pair is of kinds that do not belong together, as a capital after a small letter."""
    count = len(_KINDS) + 2 * len(alphabet())
    odd = (weights() <= _ODD).reshape(count, count).copy()
    letters = slice(len(_KINDS), None)
    odd[letters, letters] = weights().reshape(count, count)[letters, letters] == _CASE_BREAK
    for kind in ("blank", "digit", "dash", "lower", "upper"):  # two scripts in a word are no sign: words get glued
        odd[_KIND[kind], letters] = odd[letters, _KIND[kind]] = False
    odd[_KIND["open"], letters] = odd[letters, _KIND["close"]] = False
    return odd.ravel()


def _odds() -> Array:
    rows = _TABLE.read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]
    return np.array([[float(cell) for cell in row[2:].split("\t")] for row in rows]) / 10


def _cyrillic(pairs: Array) -> None:
    odds, first, size = _odds(), len(_KINDS), len(alphabet())
    lower, upper = slice(first, first + size), slice(first + size, first + 2 * size)
    inner, start, end = odds[1:, 1:], odds[0, 1:], odds[1:, 0]
    pairs[lower, lower] = inner
    pairs[upper, lower] = inner - 0.2
    pairs[upper, upper] = inner - 0.5
    pairs[lower, upper] = _CASE_BREAK
    for kind in ("blank", "open", "dash", "digit"):
        pairs[_KIND[kind], lower] = start
        pairs[_KIND[kind], upper] = start - 1.0
    pairs[_KIND["dash"], lower] -= _GLUED_DASH
    pairs[_KIND["dash"], upper] -= _GLUED_DASH
    for kind in ("blank", "close", "dash", "digit"):
        pairs[lower, _KIND[kind]] = end
        pairs[upper, _KIND[kind]] = end - 0.5
    for kind, before, after in (
        ("lower", -6, -6), ("upper", -6, -5), ("accent", -7, -7), ("accent-upper", -7, -7), ("rare", -7, -7),
        ("symbol", -4, -3), ("single", -3, -3), ("other-cyrillic", -3, -3), ("apostrophe", -1.5, -1),
    ):  # fmt: skip
        pairs[_KIND[kind], first:] = before
        pairs[first:, _KIND[kind]] = after
    pairs[first:, _KIND["open"]] = -5
    pairs[_KIND["close"], first:] = -4


def _latin(pairs: Array) -> None:
    lower, upper, accent, above = (_KIND[k] for k in ("lower", "upper", "accent", "accent-upper"))
    pairs[lower, accent] = pairs[accent, lower] = 1.5
    pairs[upper, accent] = 0.5
    pairs[lower, above] = -6
    pairs[upper, above] = pairs[above, upper] = 1
    pairs[above, lower] = 1
    pairs[accent, upper] = -6
    pairs[accent, accent] = pairs[above, above] = -1
    pairs[accent, above] = pairs[above, accent] = -5
    rare = _KIND["rare"]
    pairs[rare, :], pairs[:, rare] = -3, -3


def _marks(pairs: Array) -> None:
    """Marks that stand where none should, and characters that no text has."""
    kinds = {name: _KIND[name] for name in _KINDS}
    letters = [kinds[k] for k in ("lower", "upper", "accent", "accent-upper", "rare", "other-cyrillic")]
    for letter in letters:
        pairs[letter, kinds["open"]] = -4
        pairs[kinds["close"], letter] = -3
        pairs[letter, kinds["symbol"]] = pairs[kinds["symbol"], letter] = -3
    pairs[kinds["upper"], kinds["symbol"]] = pairs[kinds["symbol"], kinds["upper"]] = -2
    for one in ("open", "close", "apostrophe", "dash", "symbol"):
        for two in ("open", "close", "apostrophe", "dash", "symbol"):
            pairs[kinds[one], kinds[two]] = -1.0
    pairs[kinds["symbol"], kinds["symbol"]] = -3
    pairs[kinds["other-cyrillic"], kinds["other-cyrillic"]] = -2
    pairs[kinds["junk"], :] = pairs[:, kinds["junk"]] = -4.5


def bits_of_bytes(lines: Sequence[bytes], encodings: Sequence[str], most: int) -> dict[str, list[float]]:
    """For each one-byte encoding the bits of each line; lines that begin more than `most` bytes in count nothing."""
    joined, sizes = b"".join(lines)[:most], np.cumsum([0, *(len(line) for line in lines)])[:-1]
    starts = sizes[sizes < len(joined)]
    if not len(starts):
        return {name: [0.0] * len(lines) for name in encodings}
    codes = np.frombuffer(joined, dtype=np.uint8)
    beyond, rest = codes > 127, [0.0] * (len(lines) - len(starts))
    return {
        name: [*map(float, np.add.reduceat(_bits(of_bytes(name)[codes], beyond), starts)), *rest] for name in encodings
    }


def _bits(kinds: Array, beyond: Array) -> Array:
    """The bits of each character: of the pair it ends, where one of the two is beyond ASCII."""
    pairs, judged = _pairs(kinds), _either(beyond)
    bits = weights()[pairs] * judged
    bits[-2] += bits[-1]  # the end of the last word
    return bits[:-1]


def _pairs(kinds: Array) -> Array:
    """The index of each pair of neighbours, with a blank before the first and after the last."""
    before = np.concatenate(([_KIND["blank"]], kinds))
    return before * (len(_KINDS) + 2 * len(alphabet())) + np.concatenate((kinds, [_KIND["blank"]]))


def _either(beyond: Array) -> Array:
    return np.concatenate(([False], beyond)) | np.concatenate((beyond, [False]))


def strangers(text: str) -> int:
    """How many letters of a text the Cyrillic alphabet that fits it best does not have."""
    counts = Counter(char for char in text.lower() if char in _NOT_COMMON)
    return min(sum(n for char, n in counts.items() if char not in own) for own in _OWN.values())


@cache
def of_bytes(encoding: str) -> Array:
    """The class of each byte in a one-byte encoding; bytes that it leaves free are junk."""
    text = [bytes([i]).decode(encoding, "replace") for i in range(256)]
    return np.array([classes()[min(ord(char), 0xFFFF)] for char in text], dtype=np.int64)


def bits_of_text(text: str, starts: Array) -> tuple[Array, ...]:
    """For each line of a text its bits, how many of its letters could be judged, how many signs look out of place."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = classes()[np.minimum(codes, 0xFFFF)].astype(np.int64)
    kinds[codes > 0xFFFF] = _KIND["neutral"]
    beyond = codes > 127
    judged = (beyond & _judged_kinds()[kinds]).astype(np.int64)
    odd = ((oddities()[_pairs(kinds)] & _either(beyond))[:-1] & ~_glued(kinds)).astype(np.int64)
    return tuple(np.add.reduceat(part, starts) for part in (_bits(kinds, beyond), judged, odd))


def _glued(kinds: Array) -> Array:
    """Whether a capital begins a word that was glued to the one before: no sign of wrong decoding."""
    first, size = len(_KINDS), len(alphabet())
    lower = (kinds >= first) & (kinds < first + size)
    return (kinds >= first + size) & np.concatenate((lower[1:], [False])) & np.concatenate(([False], lower[:-1]))


@cache
def _judged_kinds() -> Array:
    """Kinds of which a wrongly decoded text is made: letters and what no text has, not marks and signs alone."""
    judged = np.ones(len(_KINDS) + 2 * len(alphabet()), dtype=bool)
    judged[[_KIND[k] for k in ("neutral", "symbol", "open", "close", "single", "apostrophe", "dash", "blank")]] = False
    return judged
