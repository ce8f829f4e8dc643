"""Bytes to text: the encoding by evidence, doubt told in a note, never a silent guess.

UTF-8 and UTF-16 are recognised by their form. Among the one-byte Cyrillic encodings the one wins whose text looks most
like Russian: letter frequencies, case inside words, and no box drawings or control characters.
"""

from __future__ import annotations

import codecs
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from pipeline.model import Note

_LEGACY = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "cp1252")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FREQUENCY = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        (110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16, 14, 12, 10, 9, 7, 6, 5, 4,
         3, 3, 1, 1),
        strict=True,
    )
)  # fmt: skip
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_CASE_BREAK = re.compile(r"[а-яё][А-ЯЁ]")
_GLUED_MARK = re.compile(r"[‘’—–•…†‡°§©®™€¶][а-яё]|[а-яё][†‡°§©®™€¶¤][а-яё]?")
_TWO_SCRIPTS = re.compile(r"[A-Za-z][а-яёА-ЯЁ]|[а-яёА-ЯЁ][A-Za-z]")
_ACCENTED = re.compile(r"(?<=[A-Za-z])[\u00df-\u00ff]|[\u00c0-\u00ff](?=[a-z])")
_WESTERN = re.compile(r"[\u00c0-\u00ff\u0152-\u017e]")
_MOJIBAKE_RUN = re.compile(r"[\u00a8\u00b8\u00c0-\u00ff]{3,}")
_UTF8_AS_CP1251 = re.compile(r"(?:[РС][\u0080-\u00bf\u0402-\u040f\u0452-\u045f\u2013-\u2122]){3}")
_UTF8_TWICE = re.compile(r"(?:[\u00c2\u00c3][\u0080-\u00bf\u0152-\u2122]){3}")
_UTF8_AS_LATIN = re.compile(r"(?:[\u00d0\u00d1][\u0080-\u00bf\u0152-\u2122]){3}")
_DOUBT = 0.03
_ASCII = bytes(range(128))
_DAMAGED = 0.9  # share of the bytes above 127 that must form UTF-8 sequences
_COMMON = {"cp1251": 0.03}  # by far the most frequent of them where two read equally well


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`; `declared` (a meta tag, a header) is heard only where the bytes allow it."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _repaired(data.decode(name, "replace"), name.removesuffix("-sig"))
    if wide := _utf16(data):
        return _repaired(data.decode(wide, "replace"), wide)
    try:
        return _repaired(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    return _mixed(data) or _damaged(data) or _legacy(data, declared)


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: blanks and line ends show as zero bytes on one side."""
    sample = data[: 64 * 1024]
    pairs = len(sample) // 2
    if pairs < 4:
        return None
    even, odd = sample[0 : 2 * pairs : 2], sample[1 : 2 * pairs : 2]
    for name, high in (("utf-16-le", odd), ("utf-16-be", even)):
        if high.count(0) + high.count(4) >= 0.9 * pairs and high.count(0) < pairs - high.count(b"\n"):
            return name
    return None


def _mixed(data: bytes) -> Decoded | None:
    """UTF-8 with some lines in another encoding (files pasted together), or with a damaged end."""
    lines = data.split(b"\n")
    good, bad = 0, []
    for line in lines:
        try:
            good += not line.isascii() and bool(line.decode("utf-8"))
        except UnicodeDecodeError:
            bad.append(line)
    if not good:
        return None
    best = _scored(b"\n".join(bad))[0][1] if bad else "cp1251"
    if good < len(bad) and not _utf8_share(data) > 0.5:
        return None
    out = []
    for line in lines:
        try:
            out.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            broken = _utf8_share(line) > 0.5
            out.append(line.decode("utf-8", "replace") if broken else line.decode(best, "replace"))
    note = Note("mixed-encoding", f"{len(bad)} lines are not UTF-8 and were read as {best}")
    return Decoded("\n".join(out), "utf-8", (note,))


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 that lost a few bytes, at a cut end for instance."""
    if _utf8_share(data) < _DAMAGED:
        return None
    return Decoded(data.decode("utf-8", "replace"), "utf-8", (Note("encoding-doubt", "some bytes are not UTF-8"),))


def _utf8_share(data: bytes) -> float:
    """How much of the bytes above 127 forms valid UTF-8 sequences."""
    high = len(data.translate(None, _ASCII))
    wrong = data.decode("utf-8", "replace").count("\ufffd") - data.count(b"\xef\xbf\xbd")
    return 1 - wrong / high if high else 1.0


def _legacy(data: bytes, declared: str | None) -> Decoded:
    ranked = _scored(data)
    best_score, best = ranked[0]
    runner_score = ranked[1][0]
    name = _codec(declared)
    if name in _LEGACY and best_score - {n: s for s, n in ranked}[name] < _DOUBT:
        best, best_score = name, best_score + _DOUBT
    text = data.decode(best, "replace")
    notes: tuple[Note, ...] = ()
    if best_score - runner_score < _DOUBT or "\ufffd" in text:
        notes = (Note("encoding-doubt", f"the encoding is not certain; read as {best}"),)
    return Decoded(text, best, notes)


def _codec(declared: str | None) -> str | None:
    try:
        name = codecs.lookup(declared or "").name
    except LookupError:
        return None
    return {"windows-1251": "cp1251", "iso8859-1": "cp1252"}.get(name, name)


def _scored(data: bytes) -> list[tuple[float, str]]:
    """(mean score per letter, encoding), best first."""
    sample = data[: 256 * 1024]
    scores = ((plausibility(sample.decode(name, "replace")) + _COMMON.get(name, 0.0), name) for name in _LEGACY)
    return sorted(scores, reverse=True)


def plausibility(text: str) -> float:
    """How much the letters beyond ASCII look like running Russian: about 0 for good text, below -1 for gibberish."""
    counts = {char: n for char, n in sorted(Counter(text).items()) if char > "\x7f"}
    if not counts:
        return 0.0
    table = _weights()
    score = sum(n * (table[char] if char in table else _other(char)) for char, n in counts.items())
    score -= 3.0 * (len(_CASE_BREAK.findall(text)) + len(_GLUED_MARK.findall(text)) + len(_TWO_SCRIPTS.findall(text)))
    score += 1.4 * len(_ACCENTED.findall(text))
    return score / sum(counts.values())


@cache
def _weights() -> dict[str, float]:
    total = sum(_FREQUENCY.values())
    mean = sum(n / total * math.log(n / total) for n in _FREQUENCY.values())
    lower = {c: math.log(n / total) - mean for c, n in _FREQUENCY.items()}
    upper = {c.upper(): min(w, 0.0) - 0.6 for c, w in lower.items()}
    return lower | upper | dict.fromkeys("«»„“”‘’–—№…\xa0§°•", 0.0)


def _other(char: str) -> float:
    if _WESTERN.match(char):
        return -1.5
    if _CYRILLIC.match(char):
        return -2.5
    return -4.0


def _repaired(text: str, encoding: str) -> Decoded:
    """Text that was decoded wrongly before it was saved is put right, and that is noted."""
    fixed = undo_mojibake(text)
    if fixed == text:
        return Decoded(text, encoding)
    told = "the text had been saved in the wrong encoding and was repaired"
    return Decoded(fixed, encoding, (Note("mojibake", told),))


def undo_mojibake(text: str) -> str:
    """Undo up to three wrong decodings, each only where the result looks like Russian and the text before did not."""
    for _ in range(3):
        for pattern, wrong, right in (
            (_UTF8_TWICE, "cp1252", "utf-8"),
            (_UTF8_AS_LATIN, "cp1252", "utf-8"),
            (_UTF8_AS_CP1251, "cp1251", "utf-8"),
            (_MOJIBAKE_RUN, "cp1252", "cp1251"),
        ):
            fixed = _undone(text, pattern, wrong, right)
            if fixed is not None:
                text = fixed
                break
        else:
            return text
    return text


def _undone(text: str, pattern: re.Pattern[str], wrong: str, right: str) -> str | None:
    """The text with every line put right that shows the pattern and reads better afterwards; None where none does."""
    if not pattern.search(text):
        return None
    lines = [_line_undone(line, pattern, wrong, right) for line in text.split("\n")]
    fixed = "\n".join(lines)
    return fixed if fixed != text else None


def _line_undone(line: str, pattern: re.Pattern[str], wrong: str, right: str) -> str:
    if not pattern.search(line):
        return line
    try:
        fixed = _encode(line, wrong).decode(right)
    except UnicodeError:
        return line
    better = plausibility(fixed) > plausibility(line) + 0.5 or pattern is _UTF8_TWICE
    return fixed if better else line


def _encode(text: str, name: str) -> bytes:
    """As `str.encode`, with the control characters that web browsers let through in cp1252 and cp1251."""
    try:
        return text.encode(name)
    except UnicodeEncodeError:
        return b"".join(c.encode("latin-1") if "\x80" <= c <= "\x9f" else c.encode(name) for c in text)
