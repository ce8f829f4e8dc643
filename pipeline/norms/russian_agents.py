"""By whom, for whom and at whose hands a Russian clause says something is done."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.language.pack import NormCues
from pipeline.norms.russian_words import (
    animate,
    attribute,
    form,
    in_dative,
    in_nominative,
    instrumental,
    lemma,
    noun_form,
)

_AGENTS = frozenset({"obl", "obl:agent", "iobj", "nmod", "xcomp"})


def is_passive(verb: Token) -> bool:
    return verb.lower_.endswith(("ся", "сь")) or form(verb, "VerbForm") == "Part"


def agent_of(verb: Token, actors: frozenset[int], cues: NormCues) -> Token | None:
    """«… осуществляется компетентными органами», «… решением Комиссии»: who acts, in the instrumental."""
    for child in [_behind_attribute(c) for c in verb.children if c.dep_ in _AGENTS]:
        if not _instrumental(child) or child.lower_ in cues.in_manner:
            continue
        if child.i < verb.i and lemma(verb) in cues.naming and animate(child.lower_):
            continue  # «выгодоприобретателем назначается …»: what he becomes
        if child.i in actors or lemma(child) in cues.actors or (child.pos_ == "NOUN" and animate(child.lower_)):
            return child
        if lemma(child) in cues.by_decision:
            return next((c for c in child.children if c.dep_ == "nmod" and lemma(c) in cues.actors), None)
    return _pronoun_behind(verb, cues) or _agent_behind(verb, actors) or _agent_before(verb, actors)


def _pronoun_behind(verb: Token, cues: NormCues) -> Token | None:
    """«проводятся каждой из Сторон», «оплачивается последней»: a pronoun in the instrumental next behind the verb."""
    word = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if word is None or word.lower_ not in cues.agent_pronouns:
        return None
    alone = word.i + 1 == len(word.doc) or not noun_form(word.nbor(1).lower_)
    return word if alone else None


def _agent_behind(verb: Token, actors: frozenset[int]) -> Token | None:
    """«оплачивается направляющей Стороной»: the agent in the words next behind the verb, whatever the parser says."""
    for token in verb.doc[verb.i + 1 : verb.i + 5]:
        if noun_form(token.lower_) and (token.i in actors or (animate(token.lower_) and instrumental(token.lower_))):
            return token if instrumental(token.lower_) and not in_dative(token.lower_) else None
        if token.pos_ != "ADV" and not (attribute(token.lower_) and instrumental(token.lower_)):
            return None
    return None


def _agent_before(verb: Token, actors: frozenset[int]) -> Token | None:
    """«Принимающей Стороной обеспечивается …»: the agent in the words that open a passive."""
    noun = verb.nbor(-1) if verb.i and verb.lower_.endswith(("ся", "сь")) else None
    if noun is None or noun.i not in actors or not instrumental(noun.lower_) or in_dative(noun.lower_):
        return None
    before = verb.doc[: noun.i]
    alone = all(attribute(t.lower_) and instrumental(t.lower_) for t in before)
    return noun if alone and not in_nominative(noun.lower_) else None


def _behind_attribute(child: Token) -> Token:
    """The noun behind an attribute that the parser took for its head («запрашивающей Стороной»)."""
    at = child
    while at.i + 1 < len(at.doc) and attribute(at.lower_) and instrumental(at.lower_) and not noun_form(at.lower_):
        following = at.nbor(1)
        if following.head.i not in {at.i, child.i} or not instrumental(following.lower_):
            break
        at = following
    return at


def _instrumental(noun: Token) -> bool:
    if any(c.dep_ == "case" for c in noun.children) or not instrumental(noun.lower_):
        return False
    return form(noun, "Case") == "Ins" or noun.dep_ == "obl:agent"


_GENDERS = {"он": "Masc", "она": "Fem", "оно": "Neut"}


def meant_by(pronoun: Token, cues: NormCues, *, acts: bool) -> Token | None:
    """What a pronoun takes up: a subject before it in its sentence, else the first noun; one who `acts` can act."""
    before = [
        t
        for t in pronoun.doc[: pronoun.i]
        if t.pos_ in {"NOUN", "PROPN"} and lemma(t) not in cues.vague and _same_kind(t, pronoun)
        if not acts or lemma(t) in cues.actors
    ]
    return next((t for t in before if t.dep_ in {"nsubj", "nsubj:pass"}), next(iter(before), None))


def _same_kind(noun: Token, pronoun: Token) -> bool:
    gender = _GENDERS.get(pronoun.lower_)
    if gender is None:
        return form(noun, "Number") == "Plur"
    return form(noun, "Number") == "Sing" and form(noun, "Gender") == gender


def asked_of(verb: Token, actors: frozenset[int]) -> Token | None:
    """«от членов экипажей не требуется …»"""
    return next((c for c in verb.children if c.i in actors and any(g.lower_ == "от" for g in c.children)), None)


def bound_by(word: Token) -> Token | None:
    """«решения обязательны для Сторон»: for whom."""
    found = next((c for c in word.children if "для" in prepositions(c)), None)
    if found is not None or word.i + 2 >= len(word.doc) or word.nbor(1).lower_ != "для":
        return found
    return next((t for t in word.doc[word.i + 2 : word.i + 5] if noun_form(t.lower_)), None)


def owner_of(verb: Token, nouns: frozenset[str]) -> Token | None:
    """«к компетенции Совета относится …», «задачами Совета являются …»: whose competence or tasks they are."""
    for child in verb.children:
        if lemma(child) in nouns:
            return next((c for c in child.children if c.dep_ == "nmod"), None)
    return None


def recipient_of(verb: Token) -> Token | None:
    """Whom something is given: in the dative, or behind "за" («за Стороной сохраняется право»)."""
    for child in verb.children:
        if child.dep_ == "iobj" or (child.dep_ == "obl" and form(child, "Case") == "Dat" and not prepositions(child)):
            return child
    return next((c for c in verb.children if c.dep_ == "obl" and prepositions(c) == {"за"}), None)


def entrusted_to(verb: Token, actors: frozenset[int]) -> Token | None:
    """«возлагается на Секретариат», «поручается Секретариату»: whoever stands behind "на" or in the dative."""
    for child in verb.children:
        behind = child.i > verb.i or child.i in actors or animate(child.lower_)
        if child.dep_ in {"obl", "nmod", "obj"} and behind and "на" in prepositions(child):
            return child
    return next((c for c in verb.children if c.i in actors and c.dep_ == "iobj"), None)


def prepositions(noun: Token) -> set[str]:
    return {c.lower_ for c in noun.children if c.dep_ == "case"}
