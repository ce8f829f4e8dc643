"""What one of two passages speaks of and the other does not, by the words that may stand for each other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.bilingual import held
from pipeline.bilingual.held import Pair
from pipeline.bilingual.patterns import patterns_of
from pipeline.bilingual.terms import Passages, stem
from pipeline.bilingual.vocabulary import WORD, exact, firm, meanings
from pipeline.model import Document, Span

KNOWN = 4  # letters of a word that the dictionary might hold
USUAL = 2
NAMED = 3


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a passage with what they may mean, all that they may mean, and how many words are not known."""

    words: tuple[tuple[str, frozenset[int]], ...]
    meant: frozenset[int]
    unknown: int
    conditions: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What a passage says and the other does not: the telling words, how many others, numbers and conditions.

    `firm` are telling words that the provisions around the other passage do not answer either, `all_firm` those besides
    that they do.
    """

    firm: tuple[str, ...]
    all_firm: tuple[str, ...]
    loose: int
    unknown: int
    numbers: int
    conditions: int


@dataclass(frozen=True, slots=True)
class Habits:
    """Words by language that these texts leave unanswered more than once: so they render them, whatever is usual.

    `answered` are the stems of the words of both languages that they do answer somewhere.
    """

    usual: frozenset[tuple[str, str]]
    answered: frozenset[str]


@lru_cache(maxsize=8192)
def read(text: str, language: str) -> Said:
    """The words of a text, each once."""
    words = tuple((word, meanings(word, language)) for word in dict.fromkeys(WORD.findall(text.lower())))
    return Said(
        tuple((word, meant) for word, meant in words if meant),
        frozenset(meaning for _, meant in words for meaning in meant),
        sum(not meant and len(word) >= KNOWN for word, meant in words),
        len(patterns_of(language).conditions.findall(text.lower())),
    )


def said_in(document: Document, span: Span) -> Said:
    return read(span.of(document.text), document.language)


def answered(pair: Pair, here: Passages) -> set[str]:
    """The stems of the words of both passages that a word of the other may stand for."""
    one, other = said_in(pair.english, here.english), said_in(pair.russian, here.russian)
    return {
        stem(word, language)
        for language, this, that in (("en", one, other), ("ru", other, one))
        for word, meant in this.words
        if not meant.isdisjoint(that.meant)
    }


def common(pair: Pair, here: Passages) -> float:
    """0 … 1: which part of the known words of two passages the other answers; 1 where none is known."""
    sides = said_in(pair.english, here.english), said_in(pair.russian, here.russian)
    found = [not meant.isdisjoint(that.meant) for this, that in (sides, sides[::-1]) for _, meant in this.words]
    return sum(found) / len(found) if found else 1.0


def habits(pair: Pair, passages: Sequence[Passages]) -> Habits:
    """Which telling words the texts leave unanswered in more than one passage, as often as they answer them."""
    alone: Counter[tuple[str, str]] = Counter()
    often: Counter[tuple[str, str]] = Counter()
    for p in passages:
        sides = said_in(pair.english, p.english), said_in(pair.russian, p.russian)
        for language, one, other in (("en", sides[0], sides[1]), ("ru", sides[1], sides[0])):
            stems = {stem(word, language): meant for word, meant in one.words if firm(word, language)}
            often.update((language, word) for word in stems)
            alone.update((language, word) for word, meant in stems.items() if meant.isdisjoint(other.meant))
    return Habits(
        frozenset(row for row, count in alone.items() if count >= USUAL and 2 * count >= often[row]),
        frozenset(word for p in passages for word in answered(pair, p)),
    )


def telling(word: str, language: str, known: Habits) -> bool:
    """Is a word that stands alone here either answered elsewhere in these texts, or the name of one thing only?"""
    return exact(word, language) or stem(word, language) in known.answered


def gaps(pair: Pair, known: Habits, here: Passages, whole: Passages) -> tuple[Gap, Gap]:
    """What the English and what the Russian passage has alone; `whole` are the provisions around them."""
    one, other = said_in(pair.english, here.english), said_in(pair.russian, here.russian)
    around = said_in(pair.english, whole.english).meant, said_in(pair.russian, whole.russian).meant
    a, b = held.facts_of(pair.english, here.english), held.facts_of(pair.russian, here.russian)
    left, right = (Counter((*said.numbers, *said.durations, *said.dates)) for said in (a, b))
    return (
        _gap("en", one, other, around[1], known, (left - right).total()),
        _gap("ru", other, one, around[0], known, (right - left).total()),
    )


def _gap(language: str, one: Said, other: Said, around: frozenset[int], known: Habits, numbers: int) -> Gap:
    telling: list[str] = []
    gone: list[str] = []
    loose = 0
    seen: set[int] = set()
    for word, meant in one.words:
        if not meant.isdisjoint(other.meant) or not meant.isdisjoint(seen):
            continue
        seen |= meant
        if not firm(word, language):
            loose += 1
        elif (language, stem(word, language)) not in known.usual:
            telling.append(word)
            gone += [word] * meant.isdisjoint(around)
    return Gap(tuple(gone), tuple(telling), loose, one.unknown, numbers, one.conditions)


def replaced(known: Habits, gap: tuple[Gap, Gap]) -> str:
    """A telling word of one passage in the place of another in the other: which, "" where none."""
    one, other = gap
    if not (one.all_firm and other.all_firm):
        return ""
    rows = [(word, language) for side, language in ((one, "en"), (other, "ru")) for word in side.all_firm]
    sure = any(stem(*row) in known.answered for row in rows)
    if not sure and {language for word, language in rows if exact(word, language)} != {"en", "ru"}:
        return ""
    return f"English “{', '.join(one.all_firm[:NAMED])}”, Russian «{', '.join(other.all_firm[:NAMED])}»"


# How much each sign speaks for words left out, in logits: fitted by logistic regression on faithful pairs of provisions
# and on the same pairs with a clause or a member of a list taken out of one text.
BASE = -12.3
FIRM, SOLE, WORDS, NUMBER, LONGER, LONGER_YET = 1.52, -0.2, 0.37, 0.79, 19.7, -1.07
OTHER_FIRM, OTHER_WORDS, OTHER_NUMBER, UNKNOWN, SIZE, CONDITION, IN_RUSSIAN = (
    -0.04,
    -0.14,
    -1.09,
    0.07,
    1.52,
    0.33,
    -1.5,
)
LEFT_OUT = 0.7


def left_out(pair: Pair, here: Passages, gap: tuple[Gap, Gap]) -> str:
    """What one text says and the other seems to leave out: which words, "" where nothing."""
    lengths = len(here.english) * pair.ratio + 30, len(here.russian) + 30
    log, size = math.log(lengths[0] / lengths[1]), math.log(len(here.english) + len(here.russian))
    one, other = gap
    if _score(one, other, log, size) > LEFT_OUT:
        language, more = "English", one
    elif _score(other, one, -log, size) + IN_RUSSIAN > LEFT_OUT:
        language, more = "Russian", other
    else:
        return ""
    words = ", ".join(more.firm[:NAMED])
    return f"only the {language} text speaks of {words}" if words else f"the {language} text says more here"


def _score(this: Gap, that: Gap, longer: float, size: float) -> float:
    """How much speaks for it that one passage says what the other leaves out, in logits."""
    return (
        BASE
        + FIRM * min(len(this.firm), 3)
        + SOLE * (bool(this.firm) and not that.firm and this.unknown <= 1 + that.unknown)
        + WORDS * min(this.loose, 6)
        + NUMBER * min(this.numbers, 2)
        + (LONGER + LONGER_YET * size) * longer
        + OTHER_FIRM * min(len(that.firm), 2)
        + OTHER_WORDS * min(that.loose, 5)
        + OTHER_NUMBER * bool(that.numbers)
        + UNKNOWN * max(-4, min(this.unknown - that.unknown, 5))
        + SIZE * size
        + CONDITION * max(-2, min(this.conditions - that.conditions, 2))
    )
