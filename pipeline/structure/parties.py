"""The parties of an instrument, as its preamble or its title names them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language import PACKS
from pipeline.model import Genre, Provision, Structure
from pipeline.structure.headings import has_capitals
from pipeline.structure.lines import Page
from pipeline.structure.metadata import Patterns, patterns_of
from pipeline.structure.segments import is_recital

PREAMBLE_PARTIES = 1500
PARTY = re.compile(r"[A-ZА-ЯЁ][^\W\d_]{3}")
UNCASED = re.compile(r"[^\W\d_]{4}")
_PREPOSITION = 3  # letters: "Office on …" goes on, "Office concerning …" does not


def parties(page: Page, structure: Structure, language: str) -> tuple[str, ...]:
    """The parties as the preamble's first words name them, else as the title does ("between … and … on …").

    None where it only says "the States Parties". A note opens with a courtesy: its parties stand in the title.
    """
    preamble = next((p for p in structure.provisions if p.kind == "preamble"), None)
    capitals = has_capitals(page.text)
    if preamble is not None and structure.genre is not Genre.EXCHANGE_OF_NOTES:
        opening = _opening(page, preamble, language)
        opened = patterns_of(language).opened_by.match(opening)
        between = re.search(PACKS[language].structure.title_parties, opening, re.IGNORECASE) if opened else None
        opening = between["names"] if between else opening
        stop = patterns_of(language).stop.search(opening)
        named = (opening[: stop.start()] if stop else opening).strip()
        ends = re.search(PACKS[language].structure.party_ends, patterns_of(language).sides.sub(",", named))
        named = patterns_of(language).sides.sub(",", named)[: ends.start("end")].strip(" ,") if ends else named
        if "\n\n" not in named and (found := _parted(named, language, capitals=capitals)):
            return found
    return _title_parties(structure.title or "", language, capitals=capitals)


def _opening(page: Page, preamble: Provision, language: str) -> str:
    """The first words of a preamble, up to its first consideration; remarks in brackets left out."""
    words = PACKS[language].structure
    start = preamble.span.start
    opening = page.text[start : min(preamble.span.end, start + PREAMBLE_PARTIES)]
    head = re.match(rf"\W{{0,4}}(?:{'|'.join(words.preamble)})\b[*_.:\s]{{0,6}}", opening, re.IGNORECASE)
    start += head.end() if head else 0
    ends = [c.span.start for c in preamble.children]
    ends += [line.start for line in page.lines if start < line.start < preamble.span.end]
    stop = next((end for end in sorted(ends) if end > start and is_recital(page.text, end, words)), preamble.span.end)
    opening = page.text[start : min(stop, start + PREAMBLE_PARTIES)].lstrip(" \n")
    opening = re.sub(r"(?<!\n)\n(?!\n)", " ", opening).strip()
    return re.sub(r" {2,}", " ", patterns_of(language).asides.sub("", opening))


def _parted(named: str, language: str, *, capitals: bool = True) -> tuple[str, ...]:
    """Names joined by "and": split before "the" where every name begins with it, else before any capital.

    `capitals` is false for a text that has none.
    """
    words, patterns = PACKS[language].structure, patterns_of(language)
    named = patterns.sides.sub(",", named)
    if any(word in named.lower() for word in words.unnamed_parties):
        return ()
    if not capitals and is_recital(named, 0, words):
        return ()
    opener = next((word for word in words.first_person if named.lower().startswith(word)), "")
    if named[1:2].islower():  # "We, the Republic of …" conclude; "WE, THE PEOPLES" declare
        named = named[len(opener) :].lstrip(" ,")
    uncased = named.isupper() or (named.islower() and not capitals)
    shape = UNCASED if uncased else PARTY
    for split in patterns.capitals if uncased else (patterns.strict, patterns.split):
        parts = tuple(part.strip(" ,.;\n") for part in split.split(named))
        if len(parts) > 1 and all(shape.search(p) and len(p) < 160 for p in parts):
            return tuple(one for part in parts if part for one in _without_article(part, words.body_nouns, patterns))
    return ()


def _without_article(part: str, bodies: Sequence[str], patterns: Patterns) -> tuple[str, ...]:
    """The last of several names may be a single word without an article ("the Russian Federation and Ukraine")."""
    names = tuple(name.strip(" ,") for name in patterns.split.split(part))
    single = len(names) == 2 and len(names[1].split()) == 1
    return names if single and not any(word in bodies for word in names[0].lower().split()) else (part,)


def _title_parties(title: str, language: str, *, capitals: bool) -> tuple[str, ...]:
    words, patterns = PACKS[language].structure, patterns_of(language)
    between = re.search(words.title_parties, title, re.IGNORECASE)
    if not between:
        return ()
    named = between["names"]
    for stop in patterns.title_ends.finditer(named):
        before = re.findall(r"[^\W\d_]+", named[: stop.start()].lower())
        named_so_far = not before or (before[-1] in words.body_nouns and len(stop[0].strip(" ,")) <= _PREPOSITION)
        if not named_so_far and (found := _parted(named[: stop.start()], language, capitals=capitals)):
            return found
    return _parted(named, language, capitals=capitals)
