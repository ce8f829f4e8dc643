"""What two passages that should say the same say otherwise."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.bilingual import held, rules
from pipeline.bilingual.held import Pair
from pipeline.bilingual.terms import Term, swapped
from pipeline.language import PACKS
from pipeline.model import Span

OMITTED = math.log(1.7)
OMITTED_LENGTH = 200


def differences(pair: Pair, terms: Sequence[Term], one: Span, other: Span) -> Iterator[tuple[str, str]]:
    """Kinds of divergence between two passages that should say the same, with what differs."""
    a, b = held.facts_of(pair.english, one), held.facts_of(pair.russian, other)
    yield from rules.deadlines(a, b)
    yield from rules.limits(a, b)
    yield from rules.ages(a, b)
    yield from rules.unlike_sets("date", a.dates, b.dates)
    yield from rules.unlike_sets("number", a.numbers, b.numbers)
    yield from rules.unlike_sets("term", a.instruments, b.instruments)
    roles = list(rules.unlike_sets("party", a.roles, b.roles))
    yield from roles or rules.unlike_sets("term", a.things, b.things)
    yield from rules.unlike_sets("party", set(held.names(pair.english, one)), set(held.names(pair.russian, other)))
    yield from rules.unlike_sets("party", held.countries(pair.english, one), held.countries(pair.russian, other))
    if modality := rules.modality(a, b, _keys("words_negate")):
        yield "modality", modality
    if negation := rules.negation(a, b, _keys("words_deny"), _keys("words_negate")):
        yield "negation", negation
    if said := swapped(terms, one.of(pair.english.text).lower(), other.of(pair.russian.text).lower()):
        yield "term", said
    log = math.log((a.length * pair.ratio + 40) / (b.length + 40))
    if abs(log) > OMITTED and max(a.length * pair.ratio, b.length) > OMITTED_LENGTH:
        shorter = "Russian" if log > 0 else "English"
        yield "missing_provision", f"the {shorter} text is much shorter here"


@cache
def _keys(name: str) -> frozenset[str]:
    """The keys of words that deny, of all languages."""
    return frozenset().union(*(getattr(PACKS[language].structure.parallel, name) for language in ("en", "ru")))
