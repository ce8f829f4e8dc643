"""What two passages that should say the same say otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.bilingual import content, held, lists, rules
from pipeline.bilingual.content import Habits
from pipeline.bilingual.facts import Facts
from pipeline.bilingual.held import Pair
from pipeline.bilingual.parties import crossed, turned
from pipeline.bilingual.terms import Passages, Term, swapped
from pipeline.bilingual.usage import Usage, exchanged
from pipeline.language import PACKS


@dataclass(frozen=True, slots=True)
class Known:
    """What both texts teach about the words they use."""

    usage: Usage
    habits: Habits


def differences(
    pair: Pair, terms: Sequence[Term], known: Known, here: Passages, whole: Passages, *, binding: bool = True
) -> Iterator[tuple[str, str]]:
    """Kinds of divergence between two passages that should say the same, with what differs.

    `whole` are the provisions that they stand in; `binding`: they may bind, as considerations do not.
    """
    usage = known.usage
    one, other = here.english, here.russian
    a, b = held.facts_of(pair.english, one), held.facts_of(pair.russian, other)
    yield from rules.deadlines(a, b)
    yield from rules.limits(a, b)
    yield from rules.turns(a, b)
    yield from rules.working_days(a, b)
    yield from rules.ages(a, b)
    yield from rules.days(a, b)
    yield from rules.unlike_sets("number", a.numbers, b.numbers)
    yield from rules.unlike_sets("term", a.instruments, b.instruments)
    yield from rules.unlike_sets("term", a.contrasts, b.contrasts)
    roles = list(rules.unlike_sets("party", a.roles, b.roles))
    yield from roles or rules.unlike_sets("term", _known(usage, a, b), _known(usage, b, a))
    yield from rules.unlike_sets("party", set(held.names(pair.english, one)), set(held.names(pair.russian, other)))
    yield from rules.unlike_sets("party", held.countries(pair.english, one), held.countries(pair.russian, other))
    if said := turned(usage, pair, here) or crossed(pair, here):
        yield "party", said
    keys = _keys()
    if binding and (modality := rules.modality(a, b, keys.negate)):
        yield "modality", modality
    if negation := rules.negation(a, b, keys):
        yield "negation", negation
    words = one.of(pair.english.text).lower(), other.of(pair.russian.text).lower()
    if said := swapped(terms, *words):
        yield "term", said
    elif binding:
        yield from _content(pair, known, here, whole)


def _content(pair: Pair, known: Known, here: Passages, whole: Passages) -> Iterator[tuple[str, str]]:
    """What the passages speak of and the other does not; considerations are rendered too freely for that."""
    gap = content.gaps(pair, known.habits, here, whole)
    if said := exchanged(known.usage, pair, here) or content.replaced(known.habits, gap) or lists.exchanged(pair, here):
        yield "term", said
    elif said := lists.left_out(pair, known.habits, here, gap) or content.left_out(pair, here, gap):
        yield "missing_provision", said


def _known(usage: Usage, one: Facts, other: Facts) -> list[str]:
    """The things of a passage, if the texts are known to name those side by side that they name apart here."""
    apart = set(one.things) ^ set(other.things)
    return list(one.things) if apart & usage.firm else []


@cache
def _keys() -> rules.Keys:
    """The keys of words that deny, of both languages."""
    one, other = (PACKS[language].structure.parallel for language in ("en", "ru"))
    return rules.Keys(
        one.words_negate | other.words_negate, one.words_deny | other.words_deny, one.words_either | other.words_either
    )
