"""Who acts in a sentence: whether both texts give a duty to the same of two parties that they both name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.bilingual.held import Pair
from pipeline.bilingual.patterns import patterns_of
from pipeline.bilingual.terms import Passages, stem
from pipeline.bilingual.usage import WORD, Usage
from pipeline.bilingual.vocabulary import WORD as VOCABULARY_WORD
from pipeline.bilingual.vocabulary import meanings
from pipeline.language.parallel import COUNTERPARTS
from pipeline.model import Document, Span

ROLES = range(2)
TOLD = 2


def turned(usage: Usage, pair: Pair, here: Passages) -> str:
    """Both texts name two parties, one acts in the English and the other in the Russian: which, "" where none."""
    left = [word for word in _acting(pair.english, here.english) if word in usage.answers]
    right = _acting(pair.russian, here.russian)
    if not (left and right):
        return ""
    names = {russian: english for english, russian in usage.answers.items()}
    answered = [names[word] for word in right if word in names]
    if left == answered or not _both(usage, pair, here, {*left, *answered}):
        return ""
    if len(left) == len(answered) and (len(left) == 1 or sorted(left) == sorted(answered)):
        return f"English “{left[0]}”, Russian «{usage.answers[answered[0]]}» acts"
    return ""


def crossed(pair: Pair, here: Passages) -> str:
    """Both texts name two roles once and say of either what the other text says of the other: which, "" if not."""
    left, right = _roles(pair.english, here.english), _roles(pair.russian, here.russian)
    names = sorted(left)
    if len(names) != len(ROLES) or names != sorted(right):
        return ""
    shared = {
        (a, b): len((left[a] - left[_other(names, a)]) & (right[b] - right[_other(names, b)]))
        for a in names
        for b in names
    }
    straight = sum(shared[name, name] for name in names)
    turned_round = sum(shared[name, _other(names, name)] for name in names)
    return f"English “{names[0]}” where Russian “{names[1]}”" if turned_round >= max(TOLD, straight + TOLD) else ""


def _other(names: Sequence[str], name: str) -> str:
    return names[1 - names.index(name)]


def _roles(document: Document, span: Span) -> dict[str, frozenset[int]]:
    """By role what the words mean that stand nearer to it than to any other; nothing for a role named twice."""
    said = span.of(document.text).lower()
    rows = [row for row in patterns_of(document.language).roles if row[0] in COUNTERPARTS]
    named = [(name, found.start(), found.end()) for name, pattern in rows for found in pattern.finditer(said)]
    names = [name for name, _, _ in named]
    if len(set(names)) != len(names):
        return {}
    out: dict[str, set[int]] = {name: set() for name in names}
    for word in VOCABULARY_WORD.finditer(said):
        if any(start <= word.start() < end for _, start, end in named):
            continue
        near = sorted((max(word.start() - end, start - word.end()), name) for name, start, end in named)
        if near:
            out[near[0][1]] |= meanings(word[0], document.language)
    return {name: frozenset(meant) for name, meant in out.items()}


def _acting(document: Document, span: Span) -> Sequence[str]:
    """The stems of the words that tell the parties who act, in order."""
    found = patterns_of(document.language).subject.finditer(span.of(document.text).lower())
    words = (next(filter(None, match.groups())).split()[0] for match in found)
    return [stem(word, document.language) for word in words]


def _both(usage: Usage, pair: Pair, here: Passages, words: set[str]) -> bool:
    """Do both passages name all of them as two of one kind: the requesting and the requested Party?"""
    one = _kinds(pair.english, here.english, words)
    other = _kinds(pair.russian, here.russian, {usage.answers[word] for word in words})
    return len(words) > 1 and bool(set.intersection(*one)) and bool(set.intersection(*other))


def _kinds(document: Document, span: Span, words: set[str]) -> list[set[str]]:
    """For each of the words what it stands before."""
    said = [stem(word, document.language) for word in WORD.findall(span.of(document.text).lower())]
    return [{noun for before, noun in pairwise(said) if before == word} for word in words]
