"""Numbers at the beginning of paragraphs and points, and how a run of them nests."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.language.pack import StructureWords
from pipeline.structure.numbering import LATIN_RANKS, SUPERSCRIPTS, roman_value

MARKER = re.compile(
    r"(?P<open>\()?(?:(?P<num>\d{1,3}(?:\.\d{1,3}){0,4})|(?P<alpha>[^\W\d_]{1,5}))"
    r"(?:(?P<super>[⁰¹²³⁴-⁹]{1,2})|[-\u2011](?P<dash>\d)|\s?(?P<latin>bis|ter|quater|бис))?"
    r"(?P<close>[.)]{1,2}(?!\d)|(?=\s\s?[A-ZА-ЯЁ]))"
)
DASH = re.compile(r"[-–—•·▪*‣]\s{0,3}(?=[^\s\d|-])")
SIGN = re.compile(r"§[\s\u00a0]{0,3}(?P<num>\d{1,3})(?:[.)](?!\d))?[\s\u00a0]{0,4}(?=[^\W\d]|[\"“«(])")
INLINE = re.compile(
    r"(?:[:;,.]\s{0,3}|(?<=[^\W\d_])\s(?=\())(?:(?:and|or|и|или)\s{1,2})?(?=\(?(?:\d{1,2}|[^\W\d_]{1,4})[.)])",
    re.IGNORECASE,
)
ONES = frozenset("lI")
# Latin letters typed for Cyrillic ones in enumerations.
TYPED = str.maketrans("aceopxy", "асеорху")


@dataclass(frozen=True, slots=True)
class Marker:
    """One reading of a marker: its `style` (brackets and alphabet), its place in the series, and how ids spell it."""

    style: str
    value: int
    slug: str
    printed: str
    end: int
    rank: int = 0
    depth: int = 1

    def follows(self, other: Marker) -> bool:
        if self.style != other.style:
            return False
        if self.rank:
            return self.value == other.value and self.rank > other.rank
        return self.value == other.value + 1


def readings(text: str, start: int, words: StructureWords) -> tuple[Marker, ...]:
    """Every reading of the marker at `start`: "(i)" is a letter and a roman number."""
    dash = DASH.match(text, start)
    if dash:
        return (Marker("-", 0, "", dash[0].strip(), dash.end()),)
    sign = SIGN.match(text, start)
    if sign:
        return (Marker("§1.", int(sign["num"]), sign["num"], sign["num"], sign.end()),)
    found = MARKER.match(text, start)
    if not found or (found["open"] and ")" not in found["close"]):
        return ()
    if found["num"]:
        return _numeric(found)
    if not found["close"]:
        return ()
    return _alphabetic(found, words)


def _tail(found: re.Match[str]) -> tuple[int, str]:
    if found["super"]:
        digits = found["super"].translate(SUPERSCRIPTS)
        return int(digits), f"-{digits}"
    if found["dash"]:
        return int(found["dash"]), f"-{found['dash']}"
    if found["latin"]:
        return LATIN_RANKS[found["latin"].lower()], found["latin"].lower()
    return 0, ""


def _printed(found: re.Match[str]) -> str:
    start = found.end("open") if found["open"] else found.start()
    return found.string[start : found.start("close")].strip()


def _skip(found: re.Match[str]) -> int:
    """Behind the marker and the spaces after it."""
    end = found.end()
    while end < len(found.string) and found.string[end] in " \t\u00a0":
        end += 1
    return end


def _numeric(found: re.Match[str]) -> tuple[Marker, ...]:
    parts = found["num"].split(".")
    if not found["close"] and len(parts) == 1:
        return ()
    rank, tail = _tail(found)
    bracket = found["open"] or "" if len(parts) == 1 else ""
    close = found["close"][:1] if len(parts) == 1 else "."
    style = f"{bracket}1{close}" if len(parts) == 1 else ".".join("1" * len(parts)) + "@" + ".".join(parts[:-1])
    value = int(parts[-1])
    return (Marker(style, value, f"{value}{tail}", _printed(found), _skip(found), rank, len(parts)),)


def _alphabetic(found: re.Match[str], words: StructureWords) -> tuple[Marker, ...]:
    alpha, close = found["alpha"], found["close"][:1]
    rank, tail = _tail(found)
    case = "A" if alpha.isupper() else "a"
    if alpha != (alpha.upper() if alpha.isupper() else alpha.lower()):
        return ()
    read: list[Marker] = []

    def add(alphabet: str, value: int) -> None:
        style = f"{found['open'] or ''}{case}{alphabet}{close}"
        read.append(Marker(style, value, f"{alpha}{tail}", _printed(found), _skip(found), rank))

    lower = alpha.lower()
    if alpha in ONES and close == "." and not found["open"]:  # a scan's "l." for "1."
        read.append(Marker("1.", 1, "1", _printed(found), _skip(found), rank))
    if len(set(lower)) == 1 and len(lower) <= 2:
        letter, laps = lower[0], len(lower) - 1
        for alphabet in dict.fromkeys((words.letters, "abcdefghijklmnopqrstuvwxyz")):
            typed = letter if letter in alphabet else letter.translate(TYPED)
            if typed in alphabet:
                add(alphabet[0], alphabet.index(typed) + 1 + laps * len(alphabet))
    value = roman_value(alpha) if alpha.isascii() else None
    if value and not (close == "." and len(alpha) == 1 and case == "a" and lower not in "ivx"):
        add("i", value)
    return tuple(read)


BEHIND = re.compile(r"\s*(?:[,;.)]|(?:and|or|и|или|of|above|below|hereof|to \()\b)")


def _is_reference(text: str, place: int, options: tuple[Marker, ...], words: StructureWords) -> bool:
    """ "Paragraph 1 (a) and (b)" names points elsewhere: a word for them before, or no words of its own behind."""
    before = text[max(0, place - 30) : place].rstrip(" (").rsplit(None, 1)
    last = before[-1].lower().rstrip(",") if before else ""
    return last.startswith(words.point_words) or bool(options and BEHIND.match(text, options[0].end))


def inline_points(text: str, start: int, end: int, words: StructureWords) -> tuple[int, ...]:
    """Where enumerated points begin inside one paragraph: only runs that start at 1 and go on to 2."""
    places = [start, *(found.end() for found in INLINE.finditer(text, start, end))]
    read = [(place, readings(text, place, words)) for place in places]
    kept: set[int] = set()
    last: dict[str, Marker] = {}
    opened: dict[str, int] = {}
    for place, options in read:
        for marker in options if place == start or not _is_reference(text, place, options, words) else ():
            before = last.get(marker.style)
            if marker.style != "-" and marker.value == 1 and not marker.rank:
                last[marker.style], opened[marker.style] = marker, place
            elif before is not None and marker.follows(before):
                last[marker.style] = marker
                kept.update({place, opened[marker.style]})
                break
    return tuple(sorted(kept))
