"""When two passages that should say the same do not: by their facts alone, and slow to cry wolf."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.bilingual.facts import Facts


def unlike_sets(kind: str, one: Iterable[str], other: Iterable[str]) -> Iterator[tuple[str, str]]:
    """One side says something else: each says what the other lacks, or says less often."""
    left, right = Counter(one), Counter(other)
    new, old = sorted(set(left) - set(right)), sorted(set(right) - set(left))
    if (new and (right - left)) or (old and (left - right)):
        yield kind, f"English {', '.join(sorted(left - right))}, Russian {', '.join(sorted(right - left))}"


def modality(one: Facts, other: Facts) -> str:
    """A permission against a duty, or a duty against an aspiration; loose words of the other side excuse it."""
    if other.permissions > one.permissions_loose and one.duties:
        return "English a duty, Russian a permission"
    if one.permissions and one.permissions_loose > other.permissions_loose and not one.negations:
        return "English a permission, Russian none"
    if other.duties and not one.duties and one.permissions_loose > other.permissions_loose:
        return "English a permission, Russian a duty"
    if one.aspiration and other.duties and not other.aspiration_loose:
        return "English an aspiration, Russian a duty"
    if other.aspiration and one.duties and not one.aspiration_loose:
        return "English a duty, Russian an aspiration"
    return ""


def negation(one: Facts, other: Facts) -> str:
    """One side denies more often than the other, and the other has no words that deny in another way."""
    if _denies_more(one, other):
        return "the Russian text denies less than the English"
    if _denies_more(other, one):
        return "the English text denies less than the Russian"
    return ""


def _denies_more(one: Facts, other: Facts) -> bool:
    if one.unless and not (other.unless or other.negations or other.negations_loose or other.negations_paired):
        return True
    more = one.negations > other.negations and one.denials > other.denials
    return more and not other.negations_loose and other.negations_paired <= one.negations_paired
