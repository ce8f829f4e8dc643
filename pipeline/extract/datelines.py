"""The day a release gives itself: "VIENNA, 12 March 2015 –", "Issued on 5 December 2018", «13 мая 2014 года, 10:30».

A day inside a sentence ("On 5 May the police …") is what the release tells of, never when it was issued.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import islice

from pipeline import dates
from pipeline.extract import lines
from pipeline.language import PACKS

FIRST = 4
"""How many of the first lines are looked at; the headline is one of them."""
_HEAD = 120
_ALONE = 30  # characters that may stand around a day on a line of its own
_PLACE = 5  # words
_TIME = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?::\d{2})?(?!\d)")
_AGENCY = re.compile(r"[\s\u00a0]{0,3}(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/|[^\W\d_a-zа-яё]{2,14}[.,]?(?=\s{0,2}[-–—]))?")
_BREAK = re.compile(r"[\s\u00a0]{0,3}(?:[-–—:](?=[\s\u00a0])|[./](?=[\s\u00a0]+[^\W\d_]))")
_NEW_SENTENCE = re.compile(r"\.?[\s\u00a0]{1,3}[\"“«]?[A-ZА-ЯЁ]")
_ABBREVIATED = re.compile(r"(?:г|гор|пос|с|st)\.?", re.IGNORECASE)


def stated(texts: Iterable[str]) -> date | None:
    """The first day that one of the first lines gives; ranges of days and days without a year give none."""
    return next((day for text in islice(texts, FIRST) if (day := of_line(text))), None)


def of_line(line: str) -> date | None:
    """The day of a line that is a date (with a place, a time, "Issued on"), or of a dateline that opens a paragraph."""
    head = line.strip()[:_HEAD]
    whole = len(line.strip()) < _HEAD
    for day, start, end in _days(head):
        before, behind = _unlabelled(head[:start]), head[end:]
        if before is None:
            continue
        if whole and len(head) - (end - start) <= _ALONE + len(before) and not _words(_TIME.sub(" ", behind)):
            return day
        opened = _AGENCY.match(behind)
        if opened and _BREAK.match(behind, opened.end()):
            return day
        if before and _NEW_SENTENCE.match(behind):
            return day
    return None


def _days(text: str) -> Iterator[tuple[date, int, int]]:
    """Every single day with its year written in `text`, in the words of any language we have."""
    for language in sorted(PACKS):
        for found in dates.find(text, language, days=True):
            if found.precision == "day" and found.start is not None and found.start == found.end and not found.inferred:
                yield found.start, found.span.start, found.span.end


def _unlabelled(before: str) -> str | None:
    """The place before a date, without "Published:"; None where the words before are no place."""
    rest = before.strip(" \u00a0\t([*_–—-")
    lowered = rest.lower()
    label = next((w for w in _labels() if re.match(rf"{re.escape(w)}\b", lowered)), None)
    if label:
        rest = rest[len(label) :].strip(" :.,\u00a0")
        rest = "" if len(_words(rest)) == 1 and rest.islower() else rest
    words = _words(rest)
    if not words:
        return rest
    if len(words) > _PLACE or words[0].lower() in _PREPOSITIONS or rest[-1] in ';!?»”"':
        return None
    if rest[-1] not in ",.:–—-" and not rest.isupper() and len(words) > 2:
        return None
    placed = all(w[0].isupper() or _ABBREVIATED.fullmatch(w) for w in words)
    return rest if placed or (len(words) == 1 and rest[-1] == ",") else None


_PREPOSITIONS = frozenset(word for pack in PACKS.values() for word in pack.structure.running_on) - {"the"}  # The Hague


@cache
def _labels() -> tuple[str, ...]:
    """What may stand before the date of a release: "Published", "Press release"; the longest first."""
    names = {*lines.phrases().published, *(name for pack in PACKS.values() for name in pack.structure.release_names)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w-]*", text)
