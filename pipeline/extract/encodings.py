"""Bytes to text: the encoding by evidence, doubt told in a note, never a silent guess.

UTF-8 and UTF-16 are recognised by their form. Among one-byte encodings the one wins whose text looks most like text,
line by line where a file was pasted together from several. Text that was decoded wrongly before it was saved is put
right.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from pipeline.model import Note

_PRIOR = {
    "cp1251": 0.0, "koi8-r": -2.0, "cp866": -3.0, "mac-cyrillic": -6.0, "cp1252": -1.0, "koi8-u": -4.0, "cp1125": -5.0,
    "kz1048": -3.0, "iso8859-5": -5.0, "cp1254": -5.0, "cp1250": -6.0,
}  # fmt: skip
"""The one-byte encodings that are looked for, and in bits how seldom each is met."""
_DECLARED = 6.0  # bits that a declaration weighs
_DOUBT = 9.0  # bits between the best two readings from which the better one is sure
_DOUBT_OF_LETTERS = 20.0  # the same where the two differ only in some letters
_FEW = 0.2
_NEAR = 60.0  # bits between readings from which they are looked at for letters of different alphabets
_STRANGER = 4.0  # bits against a reading for each letter that the rest of its alphabet does not have
_PLAUSIBLE = -0.5  # bits for each character beyond ASCII that text has at least
_OTHER_LINE = 14.0  # bits from which a line is in an encoding of its own
_NAMES = {
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "koi8_r": "koi8-r",
    "mac_cyrillic": "mac-cyrillic",
}
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 512 * 1024
_DAMAGED = 0.8  # share of the bytes above 127 of a line that must form UTF-8 sequences
_ASCII = bytes(range(128))
_LINE_END = re.compile(rb"[\r\n]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of `data`; `declared` (a meta tag, a header) is heard only where the bytes allow it.

    Notes: "encoding-doubt" (another reading is as good, or none is good), "mixed-encoding" (lines differ), "mojibake"
    (wrongly decoded before it was saved, now repaired).
    """
    if data.isascii() and not _utf16(data):
        return Decoded(data.decode("ascii"), "utf-8")
    for mark, name in _MARKS:
        if data.startswith(mark):
            found = _marked(data.removeprefix(mark), name)
            if found is not None:
                return _repaired(found, name.removesuffix("-le").removesuffix("-be"))
            data = data.removeprefix(mark)
    if wide := _utf16(data):
        return _repaired(data.decode(wide, "replace"), wide)
    try:
        return _repaired(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _legacy(data, declared)


def _marked(data: bytes, name: str) -> str | None:
    """The text after a byte order mark; None where the mark lies."""
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        return text if text.count("\ufffd") <= 1 + len(text) // 200 else None


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: one byte of each pair has few values (ASCII, Cyrillic, general punctuation)."""
    sample = data[: 64 * 1024]
    pairs = len(sample) // 2
    if pairs < 3 or len(data) % 2:
        return None
    for name, high, low in (("utf-16-le", sample[1::2], sample[0::2]), ("utf-16-be", sample[0::2], sample[1::2])):
        pages = high.count(0) + high.count(4)
        if pages + high.count(0x20) + high.count(0x21) >= 0.95 * pairs and pages >= 0.8 * pairs:
            counts = Counter(low)
            return name if counts[0] + counts[4] <= 0.1 * pairs else None
    return None


# --- one-byte encodings --------------------------------------------------------------------------------------------


def _legacy(data: bytes, declared: str | None) -> Decoded:
    """Text that is not UTF-8 as a whole: each line in UTF-8, in the encoding of the file, or in one of its own."""
    from pipeline.extract import letters, mojibake  # only those who read files need numpy

    lines = _lines(data)
    narrow = [i for i, line in enumerate(lines) if not line.isascii() and not _is_utf8(line)]
    bits = letters.bits_of_bytes([lines[i] for i in narrow], tuple(_PRIOR), _SAMPLE)
    totals = {name: sum(found) + _PRIOR[name] for name, found in bits.items()}
    named = _codec(declared)
    if named in totals:
        totals[named] += _DECLARED
    sample = b"".join(lines[i] for i in narrow)[:_SAMPLE]
    for name in [name for name in totals if totals[name] > max(totals.values()) - _NEAR]:
        totals[name] -= _STRANGER * letters.strangers(sample.decode(name, "replace"))
    best = max(totals, key=lambda name: (totals[name], name))
    chosen = dict.fromkeys(range(len(lines)), "utf-8") | {
        i: _of_line({name: found[at] for name, found in bits.items()}, best) for at, i in enumerate(narrow)
    }
    text = "".join(line.decode(chosen[i], "replace") for i, line in enumerate(lines))
    used = Counter(chosen[i] for i, line in enumerate(lines) if not line.isascii())
    encoding = max(used, key=lambda name: (used[name], name))
    notes = (*_mixed(used), *_doubts(sample, best, totals, text))
    fixed, repaired = mojibake.undo(text)
    return Decoded(fixed, encoding, (*notes, *repaired))


def _lines(data: bytes) -> list[bytes]:
    """The lines with their ends; whatever ends them."""
    ends = [m.end() for m in _LINE_END.finditer(data)]
    return [data[a:b] for a, b in zip([0, *ends], [*ends, len(data)], strict=True) if b > a]


def _is_utf8(line: bytes) -> bool:
    """Whether a line is UTF-8, or was before a byte or two were lost."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        high = len(line.translate(None, _ASCII))
        wrong = line.decode("utf-8", "replace").count("\ufffd") - line.count(b"\xef\xbf\xbd")
        return high > 6 and wrong / high <= 1 - _DAMAGED
    return True


def _of_line(bits: dict[str, float], best: str) -> str:
    """The encoding of a line: that of the file unless another one reads it far better."""
    other = max(bits, key=lambda name: (bits[name] + _PRIOR[name], name))
    if bits[other] + _PRIOR[other] - bits[best] > _OTHER_LINE and bits[other] > 0:
        return other
    return best


def _mixed(used: Counter[str]) -> tuple[Note, ...]:
    if len(used) < 2:
        return ()
    parts = ", ".join(f"{n} in {name}" for name, n in sorted(used.items(), key=lambda item: (-item[1], item[0])))
    return (Note("mixed-encoding", f"lines of several encodings: {parts}"),)


def _doubts(sample: bytes, best: str, totals: dict[str, float], text: str) -> tuple[Note, ...]:
    """A note where another encoding reads the same bytes about as well, or none reads them well."""
    if not sample:
        return (Note("encoding-doubt", "some bytes are not UTF-8"),) if "\ufffd" in text else ()
    read = sample.decode(best, "replace")
    near = [name for name in totals if name != best and totals[best] - totals[name] < _DOUBT_OF_LETTERS]
    beyond = len(sample.translate(None, _ASCII))
    poor = totals[best] - _PRIOR[best] < _PLAUSIBLE * beyond
    if (
        "\ufffd" in text
        or poor
        or any(_in_doubt(read, sample.decode(name, "replace"), totals[best] - totals[name]) for name in near)
    ):
        return (Note("encoding-doubt", f"the encoding is not certain; read as {best}"),)
    return ()


def _in_doubt(one: str, other: str, bits: float) -> bool:
    """Whether another reading could be the right one; one with other letters in few places must fall behind more."""
    differing = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    letters_only = len(differing) < _FEW * len(one) and all(a.isalpha() and b.isalpha() for a, b in differing)
    return bool(differing) and (bits < _DOUBT or letters_only)


def _codec(declared: str | None) -> str:
    try:
        name = codecs.lookup((declared or "").strip()).name
    except (LookupError, ValueError):
        return ""
    return _NAMES.get(name, name)


def _repaired(text: str, encoding: str) -> Decoded:
    from pipeline.extract import mojibake

    fixed, notes = mojibake.undo(text)
    return Decoded(fixed, encoding, notes)
