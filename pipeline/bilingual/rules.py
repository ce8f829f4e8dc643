"""When two passages that should say the same do not: by their facts alone, and slow to cry wolf.

A translator may say a thing in other words, so a difference counts only where the other text holds no words left that
could say it: words of one sort are struck out against those of the same sort on the other side first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.bilingual.facts import Cues, Facts

UNTIL, WHILE, BEFORE = frozenset({"until"}), frozenset({"while"}), frozenset({"before"})


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys of the words that may deny: as surely as "not" (`negate`), by themselves or not (`deny`), or left untold."""

    negate: frozenset[str]
    deny: frozenset[str]
    either: frozenset[str]


def unlike_sets(kind: str, one: Iterable[str], other: Iterable[str]) -> Iterator[tuple[str, str]]:
    """One side says something else: each says what the other lacks, or says less often."""
    if (one := sorted(one)) == (other := sorted(other)):
        return
    left, right = Counter(one), Counter(other)
    more, less = left - right, right - left
    if more and less and (set(more) - set(right) or set(less) - set(left)):
        yield kind, f"English {_said(more)}, Russian {_said(less)}"


def _said(counted: Mapping[str, int]) -> str:
    return ", ".join(sorted(counted))


def days(one: Facts, other: Facts) -> Iterator[tuple[str, str]]:
    """Other dates, or a date that the other text never names although it names some."""
    more, less = sorted(set(one.dates) - set(other.dates)), sorted(set(other.dates) - set(one.dates))
    if (more or less) and one.dates and other.dates:
        said = (f"{name} {', '.join(dates)}" for name, dates in (("English", more), ("Russian", less)) if dates)
        yield "date", ", ".join(said)


def turns(one: Facts, other: Facts) -> Iterator[tuple[str, str]]:
    """The same length of time before an event on one side and after it on the other."""
    left, right = dict(one.turns), dict(other.turns)
    for value in sorted(set(left) & set(right)):
        if left[value] != right[value] and len(one.turns) == len(left) and len(other.turns) == len(right):
            yield "deadline", f"{value}: English {left[value]}, Russian {right[value]}"


def working_days(one: Facts, other: Facts) -> Iterator[tuple[str, str]]:
    """Working days on one side that are any days on the other."""
    if bool(one.working) == bool(other.working):
        return
    rest = other if one.working else one
    if any(length.startswith("P") and length.endswith("D") for length in rest.durations):
        said, unsaid = ("English", "Russian") if one.working else ("Russian", "English")
        yield "deadline", f"{said} working days, {unsaid} days"


def deadlines(one: Facts, other: Facts) -> Iterator[tuple[str, str]]:
    """Other lengths of time; a length without a number ("annually") answers one with, and counts only if none does."""
    left, right = Counter(one.durations), Counter(other.durations)
    more = _without(left - right, other.lone - one.lone)
    less = _without(right - left, one.lone - other.lone)
    if not (more or less):
        return
    more = more or sorted(one.lone - other.lone - set(right))
    less = less or sorted(other.lone - one.lone - set(left))
    if more and less:
        yield "deadline", f"English {', '.join(more)}, Russian {', '.join(less)}"


def _without(counted: Mapping[str, int], lone: frozenset[str]) -> list[str]:
    return sorted(set(counted) - lone)


def ages(one: Facts, other: Facts) -> Iterator[tuple[str, str]]:
    """A number that one text leaves without a unit ("the age of 18") and another number with one ("19 лет")."""
    more, less = Counter(one.numbers) - Counter(other.numbers), Counter(other.numbers) - Counter(one.numbers)
    longer = Counter(one.durations) - Counter(other.durations)
    shorter = Counter(other.durations) - Counter(one.durations)
    for numbers, lengths in ((more, shorter), (less, longer)):
        length = next(iter(lengths), "")
        if len(numbers) == len(lengths) == 1 and _years(length) and not numbers.keys() & _values(length):
            yield "number", f"{_said(numbers)} and {_said(lengths)}"


def _years(length: str) -> bool:
    """Is this a number of whole years?"""
    return length.endswith("M") and not length.startswith("PT") and int(length[1:-1]) % 12 == 0


def _values(length: str) -> set[str]:
    """The numbers by which a length may be told: 24 months or 2 years."""
    value = int("".join(c for c in length if c.isdigit()))
    return {str(value)} | {str(value // n) for n in (7, 12) if value % n == 0} | {str(value * 24)}


def limits(one: Facts, other: Facts) -> Iterator[tuple[str, str]]:
    """The same number as the least on one side and the most on the other."""
    left, right = _sides(one), _sides(other)
    for value in sorted(set(left) & set(right)):
        if not left[value] & right[value]:
            kind = "deadline" if value.startswith("P") or "-" in value else "number"
            yield kind, f"{value}: English at {_said_side(left[value])}, Russian at {_said_side(right[value])}"


def _sides(facts: Facts) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for value, side in facts.limits:
        out.setdefault(value, set()).add(side)
    return out


def _said_side(sides: Iterable[str]) -> str:
    return " and ".join(sorted(sides))


def modality(one: Facts, other: Facts, negate: frozenset[str]) -> str:
    """A permission against a duty, or a duty against an aspiration; loose words of the other side excuse it."""
    denied = one.denial.count + spare(one.denial, other.denial, negate)
    answer = other.denial.count + spare(other.denial, one.denial, negate)
    alike = denied == answer and one.limiting == other.limiting  # "only with" is not "not without"
    if _exceeds(other.permission, one.permission, restricted=alike):
        return "English a duty, Russian a permission"
    if _exceeds(one.permission, other.permission, restricted=alike):
        return "English a permission, Russian a duty"
    if _instead(one, other, restricted=alike):
        return "English a permission, Russian a duty"
    if _instead(other, one, restricted=alike):
        return "English a duty, Russian a permission"
    if _exceeds(one.aspiration, other.aspiration) or _exceeds(one.advice, other.advice):
        return "English an aspiration, Russian a duty"
    if _exceeds(other.aspiration, one.aspiration) or _exceeds(other.advice, one.advice):
        return "English a duty, Russian an aspiration"
    return ""


def _instead(one: Facts, other: Facts, *, restricted: bool) -> bool:
    """Has one text more permissions, those in doubt among them, and the other more duties in their place?"""
    more = sum(number for _, number in other.permission.words) - sum(number for _, number in one.permission.words)
    count = one.permission.count + one.permission.doubtful + (one.permission.restricted if restricted else 0)
    answer = other.permission.count + other.permission.doubtful + other.permission.restricted + other.permission.limited
    return count > answer + max(more, 0) and other.duties > one.duties


def _exceeds(one: Cues, other: Cues, *, restricted: bool = True) -> bool:
    count = one.count + (one.restricted if restricted else 0)
    more = sum(number for _, number in other.words) - sum(number for _, number in one.words)
    return count > other.count + other.restricted + other.limited + other.doubtful + max(more, 0)


def spare(one: Cues, other: Cues, keys: frozenset[str] | None = None) -> int:
    """How many loose words of a side the other does not answer with the same sort; of `keys` only, if given."""
    answered = dict(other.words)
    return sum(max(count - answered.get(key, 0), 0) for key, count in one.words if keys is None or key in keys)


def negation(one: Facts, other: Facts, keys: Keys) -> str:
    """One text denies an even number of times, the other an odd one, and has no words that deny in another way."""
    for this, that in ((one, other), (other, one)):
        if spare(this.denial, that.denial, UNTIL) and spare(that.denial, this.denial, WHILE):
            return "one text says until, the other as long as"
    a, b = _denials(one, other, keys), _denials(other, one, keys)
    if {n % 2 for n in a} & {n % 2 for n in b} and not _doubled(one, other, a, b):
        return ""
    if max(a) > max(b):
        return "" if _excused(other, one, keys) else "the Russian text denies less than the English"
    return "" if _excused(one, other, keys) else "the English text denies less than the Russian"


def _denials(one: Facts, other: Facts, keys: Keys) -> range:
    """How often a text may be said to deny; an exception answered by "only" denies for certain."""
    exceptions = max(spare(one.denial, other.denial, keys.deny) - spare(other.denial, one.denial, BEFORE), 0)
    before = spare(one.denial, other.denial, BEFORE)
    certain = min(exceptions + before, max(other.limiting - one.limiting, 0))
    repeated = min(max(one.denial.doubtful - other.denial.doubtful, 0), other.shared)
    count = one.denial.count + spare(one.denial, other.denial, keys.negate)
    earlier = before if other.denial.count > 1 else 0  # "not before having heard" is told as "not without hearing"
    most = count + max(exceptions, certain, earlier) + spare(one.denial, other.denial, keys.either)
    return range(max(count + certain - repeated, 0), most + 1)


def _doubled(one: Facts, other: Facts, a: range, b: range) -> bool:
    """One text denies twice what the other never does, and neither undoes one denial by another."""
    if one.doubling or other.doubling:
        return False
    return (max(a) == 0 and min(b) > 1) or (max(b) == 0 and min(a) > 1)


def _excused(one: Facts, other: Facts, keys: Keys) -> bool:
    """Has the text that denies less other words that may deny, of a sort that the other text has none of?"""
    known = keys.deny | keys.negate | keys.either | WHILE | BEFORE
    answered = dict(other.denial.words)
    return any(key not in known and key not in answered for key, _ in one.denial.words)
