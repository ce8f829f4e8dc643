"""Where an instrument's title begins and where it is over."""

from __future__ import annotations

import re

from pipeline.language.pack import StructureWords
from pipeline.structure.lines import Line, Page

BROKEN = 45
FLAT = 600
TITLE_WITHIN = 15
FRONT_LEAST = 15
FRONT_MOST = 1500


def preamble_start(page: Page, end: int, words: StructureWords) -> int:
    """Where the title is over: the first line that neither carries it on nor stands in capitals."""
    first = title_line(page, end, words)
    if len(page.lines[first]) > FLAT and (over := _title_over(page, page.lines[first], end, words)):
        return over
    courtesy = re.compile(words.notes, re.IGNORECASE)
    defined = re.compile(words.named[0].replace(" ", r"\s{1,3}"), re.IGNORECASE) if words.named else re.compile(r"(?!)")
    opened = re.compile(words.opened_by.replace(" ", r"\s{1,3}"), re.IGNORECASE)
    for i, line in enumerate(page.lines):
        if line.start >= end:
            break
        opener = page.words(i).lower()
        if courtesy.search(page.text, line.start, line.end) or (
            i > first and defined.search(page.text, line.start, line.end)
        ):
            return line.start
        if len(line) > FLAT or _names_preamble(page.words(i), words) or opener.startswith(words.first_person):
            return line.start
        if i > first and page.words(i)[-1] in ".:," and opened.match(page.text, line.start, line.end):
            return line.start
        if i > first and (_opens_preamble(page, first, i, words) or not _carries_title(page, i, words)):
            return line.start
    return end


def _opens_preamble(page: Page, first: int, index: int, words: StructureWords) -> bool:
    """Does line `index` name the parties below a title that has done so, or open a decision with the next line?"""
    text, before = page.words(index), page.words(index - 1)
    spaced = any(line.blank for line in page.lines[: index + 1])
    if (
        (spaced and not page.lines[index].blank)
        or not text[0].isupper()
        or before.rsplit(None, 1)[-1].lower() in words.running_on
    ):
        return False
    after = page.words(index + 1) if index + 1 < len(page.lines) else ""
    if (
        after[:1].islower()
        and after[-1:] == ":"
        and not after.lower().startswith((*words.title_openers, *words.preamble))
    ):
        return True
    if text[-1] == "," and text.lower().startswith(words.party_openers) and _considers(after, words):
        return True
    title = page.text[page.lines[first].start : page.lines[index].start]
    named = re.search(words.title_parties, re.sub(r"\s+", " ", title), re.IGNORECASE) is not None
    return named and text.lower().startswith(words.party_openers) and (not text.isupper() or not title.isupper())


def _considers(line: str, words: StructureWords) -> bool:
    """Does a line open a consideration (the rule proper, which knows the neighbours too, is that of the segments)?"""
    first = re.match(r"\w*", line.lower())
    ending = first is not None and bool(words.recital_endings) and first[0].endswith(words.recital_endings)
    return ending or line.lower().startswith(words.recital_stems)


def _names_preamble(line: str, words: StructureWords) -> bool:
    """Is the line the word "Preamble", also with the first words of one glued to it?"""
    name = next((name for name in words.preamble if line.lower().startswith(name)), None)
    return name is not None and not line[len(name) : len(name) + 1].islower()


def _title_over(page: Page, line: Line, end: int, words: StructureWords) -> int | None:
    """Where, in a text without lines, the parties' names open the preamble behind the title."""
    names = tuple(name for group in words.instruments.values() for name in group)
    if not page.text[line.start : line.start + 60].lower().startswith(names):
        return None
    openers = "|".join(re.escape(opener.strip(" ,").capitalize()) for opener in words.party_openers)
    opener = re.compile(rf"(?<=[\w)»”\"]) (?=(?:{openers})(?!\w))")
    found = opener.search(page.text, line.start + FRONT_LEAST, min(end, line.start + FRONT_MOST))
    return found.end() if found else None


def title_line(page: Page, end: int, words: StructureWords) -> int:
    """The line where the instrument's title begins: its first words name an instrument, or it does so in capitals."""
    names = tuple(name for group in words.instruments.values() for name in group)
    for i, line in enumerate(page.lines[:TITLE_WITHIN]):
        text = page.words(i)
        lower = text.lower()
        if line.start >= end or len(text) > 400:
            break
        if not text[0].islower() and (lower.startswith(names) or (text.isupper() and any(n in lower for n in names))):
            return i
    done = re.compile(rf"(?:{'|'.join(words.done_at)})\b.{{0,120}}\d{{4}}", re.IGNORECASE)
    return next((i for i in range(min(TITLE_WITHIN, len(page.lines))) if not done.match(page.words(i))), 0)


def _carries_title(page: Page, index: int, words: StructureWords) -> bool:
    """Capitals, small letters at the start, a line before that wants more, a bracket, or a short line."""
    text, before = page.words(index), page.words(index - 1)
    names = tuple(name for group in words.instruments.values() for name in group)
    alone = before.lower().strip(" .*") in names and text[-1] not in ",;:"
    if alone or text.lower().startswith(words.title_openers):
        return True
    if text.isupper() and len(text) < 400:
        return True
    opener = text.lower()
    if opener.startswith(words.recital_stems) or text[-1] == ":":
        return False
    if text[0].islower() and before[-1] in ",;:":
        return False
    if text[0].islower() or before.rsplit(None, 1)[-1].lower() in words.running_on:
        return True
    broken = not page.lines[index].blank and len(before) > BROKEN and before[-1] not in ".)]"
    if broken and not opener.startswith(words.party_openers):
        return True
    return text[0] in "([" or (len(text) < 60 and text[-1] not in ",;") or any(c.isdigit() for c in text[:12])
