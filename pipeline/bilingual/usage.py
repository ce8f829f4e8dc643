"""How two texts name things: which words answer each other, learned from the passages that say the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.bilingual import held
from pipeline.bilingual.content import answered
from pipeline.bilingual.held import Pair
from pipeline.bilingual.patterns import patterns_of
from pipeline.bilingual.terms import Passages, stem
from pipeline.model import Document, Span

WORD = re.compile(r"[^\W\d_]{4,}")
TOGETHER = 3
FREQUENT = 5
ALIKE = 0.7
SHARE = 0.8  # of all passages: what stands everywhere answers everything
SHORT = 200
LONG = 260
ENDLESS = 350


@dataclass(frozen=True, slots=True)
class Usage:
    """`answers`: the Russian stem that stands for an English one, as a rule, and `asks` the other way round.

    `sure` are the stems of both languages that hardly ever come without their answer, `single` those of them so
    frequent that the one place without tells; `firm` are names of things and offices that both texts use side by
    side, `loose` those that often stand alone.
    """

    answers: Mapping[str, str]
    asks: Mapping[str, str]
    sure: frozenset[str]
    single: frozenset[str]
    firm: frozenset[str]
    loose: frozenset[str]


def learn(pair: Pair, passages: Sequence[Passages]) -> Usage:
    """What the passages teach: stems that come and go together, and each other's best match."""
    left = [stems(pair, "en", p.english) for p in passages]
    right = [stems(pair, "ru", p.russian) for p in passages]
    often = _often(left), _often(right)
    together = _together(left, right, often)
    alone = {row: often[0][row[0]] + often[1][row[1]] - 2 * count for row, count in together.items()}
    kept = {a: b for a, b in _best(together, often).items() if alone[a, b] <= max(1, together[a, b] // 4)}
    rows = [(row, together[row], alone[row]) for row in kept.items()]
    sure = (row for row, count, missed in rows if count >= TOGETHER and missed <= 1 + (count >= FREQUENT))
    single = (row for row, count, missed in rows if count >= FREQUENT and missed == 1)
    return Usage(
        kept,
        {other: one for one, other in kept.items()},
        frozenset(word for row in sure for word in row),
        frozenset(word for row in single for word in row),
        *_names(pair, passages),
    )


def _together(
    left: Sequence[Counter[str]], right: Sequence[Counter[str]], often: tuple[Mapping[str, int], Mapping[str, int]]
) -> Counter[tuple[str, str]]:
    """In how many passages two stems stand side by side."""
    return Counter(
        (one, other)
        for a, b in zip(left, right, strict=True)
        for one in a
        if one in often[0]
        for other in b
        if other in often[1]
    )


def _best(
    together: Mapping[tuple[str, str], int], often: tuple[Mapping[str, int], Mapping[str, int]]
) -> dict[str, str]:
    """The stems that are each other's best match."""
    best: tuple[dict[str, tuple[float, str]], dict[str, tuple[float, str]]] = {}, {}
    for (one, other), count in together.items():
        row = 2 * count / (often[0][one] + often[1][other])
        if count > 1 and row >= ALIKE:
            best[0][one] = max(best[0].get(one, (0.0, "")), (row, other))
            best[1][other] = max(best[1].get(other, (0.0, "")), (row, one))
    return {one: other for one, (_, other) in sorted(best[0].items()) if best[1][other][1] == one}


def _often(sides: Sequence[Counter[str]]) -> dict[str, int]:
    """In how many passages a stem stands, of those neither rare nor everywhere."""
    counted = Counter(stem for side in sides for stem in side)
    most = max(len(sides) * SHARE, TOGETHER)
    return {stem: count for stem, count in counted.items() if 1 < count <= most}


def stems(pair: Pair, language: str, span: Span) -> Counter[str]:
    """The stems of the words in a span with how often they stand there; words of every text are left out."""
    document = pair.english if language == "en" else pair.russian
    words = WORD.findall(span.of(document.text).lower())
    return Counter(found for word in words if (found := _counted(word, language)))


@lru_cache(maxsize=65536)
def _verbal(word: str) -> bool:
    """Is an English stem that of a word that is hardly a noun?"""
    return bool(patterns_of("en").verbal.fullmatch(word))


@lru_cache(maxsize=65536)
def _counted(word: str, language: str) -> str:
    """The stem of a word; "" for one that every text holds."""
    return "" if patterns_of(language).common.fullmatch(word) else stem(word, language)


def _names(pair: Pair, passages: Sequence[Passages]) -> tuple[frozenset[str], frozenset[str]]:
    both: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for p in passages:
        a, b = _named(pair, p)
        both.update(a.keys() & b.keys())
        alone.update(a.keys() ^ b.keys())
    firm = frozenset(name for name, count in both.items() if count > 1 and count >= alone[name])
    return firm, frozenset(name for name, count in alone.items() if count > 1 and name not in firm)


def _named(pair: Pair, p: Passages) -> tuple[Counter[str], Counter[str]]:
    one, other = held.facts_of(pair.english, p.english), held.facts_of(pair.russian, p.russian)
    return Counter((*one.things, *one.roles)), Counter((*other.things, *other.roles))


def exchanged(usage: Usage, pair: Pair, here: Passages) -> str:
    """A word that has no answer in the other text, which has another in its place: what they are, "" where none."""
    length = max(len(here.english), len(here.russian))
    if length > ENDLESS:
        return ""
    left, right = stems(pair, "en", here.english), stems(pair, "ru", here.russian)
    more = [(a, not right[b]) for a in left if (b := usage.answers.get(a)) and left[a] > right[b] and not _verbal(a)]
    less = [(b, not left[a]) for b in right if (a := usage.asks.get(b)) and right[b] > left[a] and not _verbal(a)]
    said = answered(pair, here)
    more, less = ([row for row in rows if not (row[1] and row[0] in said)] for rows in (more, less))
    one, other = _named(pair, here)
    if not _opens(pair.russian, here.russian):
        more += ((name, True) for name in sorted(one.keys() - other.keys() - usage.loose))
    if not _opens(pair.english, here.english):
        less += ((name, True) for name in sorted(other.keys() - one.keys() - usage.loose))
    for a, gone in more:
        for b, missing in less:
            known = len({a, b} & (usage.sure | usage.firm))
            if known == 2 and ((gone and missing) or (length <= SHORT and (gone or missing))):
                return f"English “{a}”, Russian «{b}»"
            if gone and missing and length <= LONG and not usage.single.isdisjoint((a, b)):
                return f"English “{a}”, Russian «{b}»"
    return _without(usage, pair, here, more, less) if length <= LONG else ""


def _without(
    usage: Usage,
    pair: Pair,
    here: Passages,
    more: Sequence[tuple[str, bool]],
    less: Sequence[tuple[str, bool]],
) -> str:
    """A frequent word that lacks its answer in this passage only: which, "" where none."""
    for a, gone in more:
        answer = usage.answers.get(a) if gone and a in usage.single else None
        if answer and _silent(pair.russian, here.russian, answer):
            return f"English “{a}”, Russian without «{answer}»"
    for b, missing in less:
        answer = usage.asks.get(b) if missing and b in usage.single else None
        if answer and _silent(pair.english, here.english, answer):
            return f"Russian «{b}», English without “{answer}”"
    return ""


def _opens(document: Document, span: Span) -> bool:
    """Does a sentence begin with a pronoun, which may stand for any office?"""
    return bool(patterns_of(document.language).opening.match(span.of(document.text).lower()))


def _silent(document: Document, span: Span, word: str) -> bool:
    """Does a passage hold no word of the root of this one, and no pronoun that may stand for it?"""
    said = span.of(document.text).lower()
    return word[: max(3, len(word) - 2)] not in said and not patterns_of(document.language).pronouns.search(said)
