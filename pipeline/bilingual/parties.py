"""Who acts in a sentence: whether both texts give a duty to the same of two parties that they both name."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.bilingual.held import Pair
from pipeline.bilingual.patterns import patterns_of
from pipeline.bilingual.terms import Passages, stem
from pipeline.bilingual.usage import WORD, Usage
from pipeline.model import Document, Span


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
