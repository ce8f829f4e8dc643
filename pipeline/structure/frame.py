"""What an instrument says of itself: genre, title, parties, signature, entry into force. Only what is stated."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from pipeline.language.pack import StructureWords
from pipeline.model import Block, Genre, Provision, Structure
from pipeline.structure.front import title_line
from pipeline.structure.lines import Page
from pipeline.structure.signing import placed_day
from pipeline.structure.skeleton import NOTE_WITHIN

HEAD = 700
FRONT = 12_000
TITLE_LENGTH = 600
LIKELY = 1.5
FEW = 4
OTHER_WORDS = 2
NAMED = "the words"
SERIES = re.compile(r"\s(?:[A-Z]\d{5,6}\s[-–]\s)?(?:CTS|UNTS|LNTS|TIAS|UST|ETS|CETS|BTS)\s.{1,40}$")
DATELINE = re.compile(
    r"[A-ZА-ЯЁ][^\W\d_]+(?:[ -][A-ZА-ЯЁ][^\W\d_]+)?,\s\d{1,2}\s\w{3,10}\s\d{4}(?:\s\w{1,4}\.?)?"
    r"|\d{1,2}\.\d{2}\.\d{2,4}(?:\s[A-ZА-ЯЁ][\w-]+)?"
)
PLACE_ALONE = re.compile(r"(?:г\.\s?)?[A-ZА-ЯЁ][a-zа-яё]{2,30}(?:[ -][A-ZА-ЯЁ][a-zа-яё]{2,30})?")  # below a day
BRACKETED = re.compile(r"[(\[]([^()\[\]]{10,400})[)\]]")


def genre(page: Page, provisions: tuple[Provision, ...], words: StructureWords) -> tuple[Genre, str]:
    """The genre and, in words, why."""
    articles = sum(p.kind == "article" for top in provisions for p in top.walk())
    units = sum(p.kind in ("section", "paragraph") and p.number is not None for p in provisions)
    agreed = _formula(page.text[:FRONT], words)
    named = title_genre(page, words)
    reasons: list[str] = []
    if agreed:
        reasons.append(f"the words “{agreed}”")
    if named:
        reasons.append(f"“{named[1]}” in the title")
    if units > 1 and not articles:
        reasons.append(f"{units} numbered provisions")
    if articles:
        reasons.append(f"{articles} article{'s' if articles > 1 else ''}")
    title = 0 if not named else 1 if named[2] else 0.5
    recitals = any(p.kind == "recital" for top in provisions for p in top.walk())
    points = 0.5 * (units > 1) + 0.5 * recitals + 2 * (articles >= FEW) + (articles > 1) + bool(agreed) + title
    told = _news(page, words)
    if (note := _note(page, words)) and articles < FEW and not (told and not note[1]):
        return Genre.EXCHANGE_OF_NOTES, f"the words “{note[0]}”"
    news = told and (told[1].startswith(NAMED) or not (named and named[2]))  # rules too speak of meetings held
    if points >= 2 or (points >= LIKELY and named and not news):
        return (named[0] if named else Genre.TREATY), ", ".join(reasons)
    return told or (Genre.OTHER, "no words of an instrument or of a release")


def _note(page: Page, words: StructureWords) -> tuple[str, bool] | None:
    """The courtesy of a diplomatic note near the beginning, and whether the note also ends like one."""
    found = re.search(words.notes, page.text[:NOTE_WITHIN], re.IGNORECASE)
    if not found:
        return None
    ending = re.compile(words.note_endings, re.IGNORECASE)
    ends = any(ending.match(page.text, line.start, line.end) for line in page.lines)
    return re.sub(r"\s+", " ", found[0]), ends


def _formula(text: str, words: StructureWords) -> str | None:
    """The formula that ends a preamble; two words of it ("have agreed") count only before a colon."""
    for cue in sorted(words.agreed, key=lambda words: (-len(words), words)):
        loose = re.escape(cue).replace(r"\ ", r"[\s\u00a0]{1,4}")
        stop = "" if cue.count(" ") > 1 else r"\s{0,3}:"
        found = re.search(rf"(?<!\w)({loose})(?!\w){stop}", text, re.IGNORECASE)
        if found:
            return re.sub(r"\s+", " ", found[1])
    form = re.search(words.agreed_form, text, re.IGNORECASE)
    return re.sub(r"\s+", " ", form[0]) if form else None


def _news(page: Page, words: StructureWords) -> tuple[Genre, str] | None:
    """A release names itself, or reports what somebody said and did."""
    name = first_cue(page.text[:HEAD], words.release_names)
    if name:
        return Genre.RELEASE, f"{NAMED} “{name}” at the head"
    tokens = re.findall(r"[^\W\d_]+", page.text[:FRONT].lower())
    told = sorted(set(words.reporting).intersection(tokens))
    if len(told) >= 2 or (told and len(tokens) < 150):
        return Genre.RELEASE, f"reporting words: {', '.join(told[:4])}"
    return None


def title_genre(page: Page, words: StructureWords) -> tuple[Genre, str, bool] | None:
    """The genre that the title names, its word, and whether a line begins with it or stands in capitals."""
    line = title_line(page, len(page.text), words)
    start = page.lines[line].start
    head = re.sub(r"\s", " ", page.text[start : start + HEAD].lower())
    found = [
        (at.start(), -len(name), kind, name)
        for kind, names in words.instruments.items()
        for name in names
        if (at := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", head))
    ]
    if not found:
        return None
    place, _, kind, name = min(found)
    return Genre(kind), name, place == 0 or (place < len(page.lines[line]) and page.words(line).isupper())


def first_cue(text: str, cues: Iterable[str]) -> str | None:
    """The first of `cues` that stands in `text`, whatever the white space between its words."""
    longest_first = sorted(cues, key=lambda words: (-len(words), words))
    patterns = (re.escape(words).replace(r"\ ", r"[\s\u00a0]{1,4}") for words in longest_first)
    found = re.search(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", text, re.IGNORECASE)
    return re.sub(r"\s+", " ", found[0]) if found else None


def title(
    page: Page, structure: Structure, words: StructureWords, blocks: tuple[Block, ...] = (), language: str = ""
) -> str | None:
    """The instrument's title as printed: the lines of the preface without datelines and remarks in brackets.

    Where another language's title stands beside, only the lines in `language`, if they name an instrument.
    """
    preface = next((p for p in structure.provisions if p.kind == "preface"), None)
    named = title_genre(page, words)
    if preface is None or (structure.genre is Genre.EXCHANGE_OF_NOTES and not (named and named[2])):
        return None
    last = page.line_at(preface.span.end - 1)
    numbers = range(title_line(page, preface.span.end, words), min(last + 1, 40))
    foreign = [b.span for b in blocks[:40] if b.language not in ("", "und", language)]
    own = [i for i in numbers if not any(span.start <= page.lines[i].start < span.end for span in foreign)]
    own = own if _names_instrument([page.words(i) for i in own], words) else list(numbers)
    lines = [page.text[page.lines[i].start : min(page.lines[i].end, preface.span.end)] for i in own]
    native = [left for line in lines if (left := own_letters(line, words))]
    lines = native if native and _names_instrument(native, words) else lines
    told = [_is_dateline(line, language) for line in lines]
    placed = [
        before and PLACE_ALONE.fullmatch(line) is not None for before, line in zip([False, *told], lines, strict=False)
    ]
    kept = [
        line
        for line, dated, place in zip(lines, told, placed, strict=True)
        if not dated and not place and not (line[0] in "([" and line[-1] in ")].")
    ]
    joined = re.sub(r"\s+", " ", " ".join(kept or lines)).strip()
    return _plain_title(joined, words)[:TITLE_LENGTH] or None


def _is_dateline(line: str, language: str) -> bool:
    return DATELINE.fullmatch(line) is not None or placed_day(line, language) is not None


def _plain_title(title: str, words: StructureWords) -> str:
    """The title without what editors add behind it (a treaty series, "unofficial translation") or around it."""
    title = SERIES.sub("", re.sub(words.title_asides, "", title, flags=re.IGNORECASE)).strip()
    bracketed = BRACKETED.match(title)
    return (bracketed[1] if bracketed and _names_instrument([bracketed[1]], words) else title).strip()


def own_letters(line: str, words: StructureWords) -> str:
    """The line without the title beside it in another alphabet: runs of words none of whose letters are of this one."""
    kept: list[str] = []
    for own, run in groupby(line.split(), lambda word: _alphabet(word, words)):
        said = list(run)
        if own is not False or len(said) < OTHER_WORDS:
            kept += said
    return " ".join(kept).strip(" /|–—-")


def _alphabet(word: str, words: StructureWords) -> bool | None:
    """Whether a word is written in the letters of this language; None for a number or a mark."""
    letters = [letter for letter in word.lower() if letter.isalpha()]
    return any(letter in words.letters for letter in letters) if letters else None


def _names_instrument(lines: Iterable[str], words: StructureWords) -> bool:
    names = tuple(name for group in words.instruments.values() for name in group)
    return first_cue(" ".join(lines), names) is not None
