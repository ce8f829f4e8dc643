"""Where and when an instrument was signed, adopted or completed, as its own words tell. Nothing is inferred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline import dates
from pipeline.language import PACKS
from pipeline.model import Genre, Structure
from pipeline.structure.lines import Page
from pipeline.structure.metadata import patterns_of
from pipeline.structure.places import nominative

TAIL = 2500  # characters at the end of an instrument where a formula of signature may stand
NEAR = 200
SIGNATURES = 24  # lines at the end in which signatures and their days may stand
FIRST_WORDS = 400
LONGEST_DAY = 30  # "twenty-second of January 1964"
ADOPTED_WITHIN = 3000
ALSO = re.compile(r",?\s(?:and|и)\s(?=(?:at|in|в|во)\s(?:г\.\s?)?[A-ZА-ЯЁ])")
CAPITALS = re.compile(r"(?:^|[.,(:]\s{0,3})([A-ZА-ЯЁ][^\d.,;:()]{1,40}),\s{0,3}(?:[a-z]{2,4}\s)?$")
DATELINE = re.compile(r"(?:г\.\s?)?(?P<place>[A-ZА-ЯЁ][^\W\d_][\w .-]{0,38}?),?\s(?P<day>[^;:]{6,40})")
PLACED = re.compile(
    r"(?:г\.\s?|гор\.\s?|город\s)?(?P<place>[A-ZА-ЯЁ][^\W\d_]{1,30}(?:[ -][A-ZА-ЯЁ][^\W\d_]{1,30}){0,2})"
    r"[,\s\u00a0]{1,120}(?P<day>[«\"“_]{0,3}\d{1,2}.{5,40})"
)
DAY_FIRST = re.compile(
    r"(?P<day>[«\"“_]{0,3}\d{1,2}.{5,30}?)[,\s\u00a0]{1,120}"
    r"(?:г\.\s?|гор\.\s?|город\s)(?P<place>[A-ZА-ЯЁ][^\W\d_]{1,30}(?:[ -][A-ZА-ЯЁ][^\W\d_]{1,30}){0,2})"
)


def signature(page: Page, structure: Structure, language: str) -> tuple[date | None, str | None]:
    """Day and place of signature (adoption, for a resolution; the last note, for an exchange): the closing formula,
    else a dateline.
    """
    if structure.genre is Genre.EXCHANGE_OF_NOTES:
        return _last_note(page, language)
    patterns = patterns_of(language)
    closing = next((p.span for p in structure.provisions if p.kind == "conclusions"), None)
    if closing is not None:
        text = page.text[closing.start : min(closing.end, closing.start + 3000)]
        done = patterns.done.search(text)
        if done and any(signed := _signed(text[done.start() :], language)):
            return signed
    main = max((p.span.end for p in structure.provisions if p.kind != "attachment"), default=0)
    tail = page.text[max(0, main - TAIL) : main]
    for done in reversed(list(patterns.closed.finditer(tail))):
        day, place = _signed(tail[done.start("done") :][:NEAR], language)
        if day:
            return day, place
    return next((found for found in _elsewhere(page, structure, main, language) if any(found)), (None, None))


def _elsewhere(page: Page, structure: Structure, main: int, language: str) -> Iterator[tuple[date | None, str | None]]:
    """Day and place where no closing formula tells them: datelines, days beside signatures, the first words."""
    last = page.line_at(max(main - 1, 0))
    yield _dateline(page, structure, last, language)
    rows = range(max(0, last - SIGNATURES), last + 1)
    yield max((day for i in rows for day in _labelled(page.words(i), language)), default=None), None
    yield _whole_day(page.words(last), language), None
    preamble = next((p.span for p in structure.provisions if p.kind == "preamble"), None)
    text = page.text[preamble.start : min(preamble.end, preamble.start + FIRST_WORDS)] if preamble else ""
    if patterns_of(language).opened_by.match(text):
        yield _day(text, language), None


def _labelled(line: str, language: str) -> Iterator[date]:
    """The days on a line beside signatures: "Date: 11 April 2006", also in two columns."""
    label = patterns_of(language).label
    for found in label.finditer(line) if label.match(line) else ():
        behind = line[found.end() : found.end() + LONGEST_DAY]
        day = next((day for day in dates.find(behind, language) if day.precision == "day"), None)
        if day and day.start and not day.span.start:
            yield day.start


def _whole_day(words: str, language: str) -> date | None:
    """The day that the words are, if they are nothing else."""
    found = next((day for day in dates.find(words[:80], language) if day.precision == "day"), None)
    return found.start if found and len(words.strip(" .")) <= found.span.end - found.span.start + 2 else None


def _last_note(page: Page, language: str) -> tuple[date | None, str | None]:
    """An exchange is complete with its last note: the latest of the lines that hold a place and a day alone."""
    found: list[tuple[date, str]] = []
    for i in range(len(page.lines)):
        line = DATELINE.fullmatch(page.words(i)[:120])
        day = _day(line["day"], language) if line and len(line["day"]) < LONGEST_DAY else None
        if line and day:
            found.append((day, line["place"].strip()))
    last = max(found, default=None, key=lambda note: note[0])
    return (last[0], nominative(last[1])) if last else (None, None)


def _signed(text: str, language: str) -> tuple[date | None, str | None]:
    """Day and place from a text that begins with "Done" or "Adopted"; of two signatures the one that completes it."""
    found = next((d for d in dates.find(text[:400], language) if d.precision == "day" and d.start), None)
    place = patterns_of(language).place.search(text, 0, found.span.start if found else 400)
    place = place or (patterns_of(language).place.search(text, 0, 400) if found else None)
    named = place["place"] if place else None
    before = CAPITALS.search(text[: found.span.start]) if found and not named else None
    named = named or (before[1] if before else None)
    also = ALSO.match(text, found.span.end) if found else None
    if also and (later := _signed(f"{text.split(None, 1)[0]} {text[also.end() :]}", language))[0]:
        return later
    return found.start if found else None, nominative(re.sub(r"\s+", " ", named).strip()) if named else None


def _dateline(page: Page, structure: Structure, ending_at: int, language: str) -> tuple[date | None, str | None]:
    last = page.words(ending_at)
    ending = re.fullmatch(r"(?:г\.\s?)?([A-ZА-ЯЁ][\w -]{1,40}?),\s(\d[^,;]{5,40})", last)
    if ending and (signed := _day(ending[2], language)):
        return signed, nominative(ending[1].strip())
    front = [p.span for p in structure.provisions if p.kind in ("preface", "preamble")]
    preface = next((p.span for p in structure.provisions if p.kind == "preface"), None)
    if structure.genre is Genre.RESOLUTION and front:
        text = page.text[front[0].start : front[-1].end][:ADOPTED_WITHIN]
        adopted = patterns_of(language).adopted.search(text)
        if adopted and any(signed_at := _signed(text[adopted.start() :].split("\n", 1)[0], language)):
            return signed_at
    if preface is None:
        return None, None
    text = preface.of(page.text)
    for line in text.split("\n"):
        if placed := placed_day(line, language):
            return placed
    for found in re.finditer(r"\(\s?(?:г\.\s?)?([A-ZА-ЯЁ][^(),\d\n]{1,40}?)[.,]\s*([^()\n]{6,40})\)", text):
        day = _day(found[2], language)
        if day:
            return day, nominative(found[1].strip())
    done = patterns_of(language).done.search(text)
    groups = PACKS[language].structure.instruments.values()
    names = [name for group in groups for name in group if re.search(rf"\b{name}", text, re.IGNORECASE)]
    return _signed(text[done.start() :], language) if done and len(names) == 1 else (None, None)


def placed_day(line: str, language: str) -> tuple[date, str] | None:
    """Day and place of a line that says nothing else: «г. Остов    18 мая 2018 г.»."""
    line = line.strip(" \u00a0*_")
    found = PLACED.fullmatch(line) or DAY_FIRST.fullmatch(line)
    day = _whole_day(found["day"], language) if found else None
    return (day, nominative(found["place"])) if found and day else None


def _day(text: str, language: str) -> date | None:
    return next((found.start for found in dates.find(text, language) if found.precision == "day"), None)
