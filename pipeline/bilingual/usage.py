"""How two texts name things: which words answer each other, learned from the passages that say the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.bilingual import held
from pipeline.bilingual.held import Pair
from pipeline.bilingual.terms import Passages, stem
from pipeline.language import PACKS
from pipeline.model import Span

WORD = re.compile(r"[^\W\d_]{4,}")
TOGETHER = 3
ALIKE = 0.7
SHARE = 0.8  # of all passages: what stands everywhere answers everything
LONG = 260
ENDLESS = 350


@dataclass(frozen=True, slots=True)
class Usage:
    """`answers`: the Russian stem that stands for an English one, as a rule.

    `exact` are the stems of both languages that hardly ever come without their answer. `firm` are names of things and
    offices that both texts use side by side, `loose` those that often stand alone.
    """

    answers: Mapping[str, str]
    exact: frozenset[str]
    firm: frozenset[str]
    loose: frozenset[str]


def learn(pair: Pair, passages: Sequence[Passages]) -> Usage:
    """What the passages teach: stems that come and go together, and each other's best match."""
    left = [stems(pair, "en", p.english) for p in passages]
    right = [stems(pair, "ru", p.russian) for p in passages]
    often = _often(left), _often(right)
    together = Counter(
        (one, other)
        for a, b in zip(left, right, strict=True)
        for one in a
        if one in often[0]
        for other in b
        if other in often[1]
    )
    best: tuple[dict[str, tuple[float, str]], dict[str, tuple[float, str]]] = {}, {}
    for (one, other), count in sorted(together.items()):
        row = 2 * count / (often[0][one] + often[1][other])
        if count >= TOGETHER and row >= ALIKE:
            best[0][one] = max(best[0].get(one, (0.0, "")), (row, other))
            best[1][other] = max(best[1].get(other, (0.0, "")), (row, one))
    answers = {one: other for one, (_, other) in best[0].items() if best[1][other][1] == one}
    alone = {(a, b): often[0][a] + often[1][b] - 2 * together[a, b] for a, b in answers.items()}
    kept = {a: b for a, b in answers.items() if alone[a, b] <= max(2, together[a, b] // 4)}
    exact = frozenset(word for row in kept.items() if alone[row] <= 1 + together[row] // 8 for word in row)
    return Usage(kept, exact, *_names(pair, passages))


def _often(sides: Sequence[Counter[str]]) -> dict[str, int]:
    """In how many passages a stem stands, of those neither rare nor everywhere."""
    counted = Counter(stem for side in sides for stem in side)
    most = max(len(sides) * SHARE, TOGETHER)
    return {stem: count for stem, count in counted.items() if TOGETHER <= count <= most}


def stems(pair: Pair, language: str, span: Span) -> Counter[str]:
    """The stems of the words in a span with how often they stand there; words of every text are left out."""
    document = pair.english if language == "en" else pair.russian
    words = WORD.findall(span.of(document.text).lower())
    return Counter(found for word in words if (found := _counted(word, language)))


@lru_cache(maxsize=65536)
def _verbal(word: str) -> bool:
    """Is an English stem that of a word that is hardly a noun?"""
    return bool(re.fullmatch(PACKS["en"].structure.parallel.verbal, word))


@lru_cache(maxsize=65536)
def _counted(word: str, language: str) -> str:
    """The stem of a word; "" for one that every text holds."""
    return "" if re.fullmatch(PACKS[language].structure.parallel.common, word) else stem(word, language)


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
    short = length <= LONG
    more: list[tuple[str, bool]] = []
    less: list[tuple[str, bool]] = []
    for one, other in usage.answers.items():
        if _verbal(one):
            continue
        if left[one] > right[other]:
            more.append((one, right[other] == 0))
        elif right[other] > left[one]:
            less.append((other, left[one] == 0))
    named = _named(pair, here)
    more += ((name, True) for name in sorted(named[0].keys() - named[1].keys() - usage.loose))
    less += ((name, True) for name in sorted(named[1].keys() - named[0].keys() - usage.loose))
    known = set(usage.answers) | set(usage.answers.values()) | usage.firm
    for one, gone in more:
        for other, missing in less:
            replaced = gone and missing and (one in known or other in known)
            if replaced or (short and (gone or missing) and {one, other} <= usage.exact | usage.firm):
                return f"English “{one}”, Russian «{other}»"
    return ""
