"""Who does what a Russian passive says, where the parser hangs him on another word or gives him another case."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.language.pack import NormCues
from pipeline.norms.russian_words import animate, attribute, form, instrumental_only, lemma, noun_form, transitive_below

_REACH = 10  # words on either side of a verb


def doer_near(verb: Token, cues: NormCues) -> Token | None:
    """«Завершение работ удостоверяется инженером», «Следственным судьёй могут быть допрошены …».

    The first noun for somebody that stands in the instrumental and in nothing else, without a preposition, in the
    clause of the verb: behind it, else before it.
    """
    if lemma(verb) in cues.naming | cues.becoming:
        return None
    behind = verb.doc[verb.i + 1 : verb.i + 1 + _REACH]
    before = verb.doc[max(0, verb.i - _REACH) : verb.i]
    return _first(list(behind), cues) or _first(list(reversed(before)), cues)


def one_of_them(doc: Doc, cues: NormCues) -> frozenset[int]:
    """«Ни один из Участников не вводит …»: the numeral that the parser takes for the subject."""
    return frozenset(
        t.i
        for t in doc
        if t.lower_ in {"один", "одна", "одно"} and any(lemma(c) in cues.actors for c in t.children if c.i > t.i)
    )


def fronted_doer(verb: Token, cues: NormCues) -> Token | None:
    """«Директором Службы нанимается персонал»: who opens the clause of a reflexive passive in the instrumental."""
    if not verb.lower_.endswith(("ся", "сь")) or not transitive_below(lemma(verb)):
        return None
    found = doer_near(verb, cues)
    if found is None or found.i > verb.i:
        return None
    opening = verb.doc[: found.i]
    return found if all(attribute(t.lower_) or t.is_punct or t.like_num for t in opening) else None


def _first(words: list[Token], cues: NormCues) -> Token | None:
    for token in words:
        if token.is_punct or token.lower_.startswith(cues.relatives) or _another_clause(token):
            return None
        if noun_form(token.lower_) and instrumental_only(token.lower_) and _somebody(token, cues) and _alone(token):
            return token
    return None


def _another_clause(token: Token) -> bool:
    return (form(token, "VerbForm") in {"Inf", "Conv"} and token.pos_ != "AUX") or token.lower_ in {
        "если",
        "когда",
        "чтобы",
        "как",
    }


def _somebody(noun: Token, cues: NormCues) -> bool:
    return lemma(noun) in cues.actors or animate(noun.lower_)


def _alone(noun: Token) -> bool:
    """Whether no preposition governs a noun: «с экспертами» are no doers."""
    at = noun.i - 1
    while at >= 0 and attribute(noun.doc[at].lower_):
        at -= 1
    before = noun.doc[at] if at >= 0 else None
    return before is None or (before.pos_ != "ADP" and before.lower_ not in {"как", "и", "или", "либо"})
