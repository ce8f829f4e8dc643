"""What a Russian clause gives or leaves to somebody: «дают право», «не исключает права», «не обязывает»."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Strength
from pipeline.norms.russian_agents import recipient_of
from pipeline.norms.russian_clauses import is_negated, owes
from pipeline.norms.russian_holdings import Reading
from pipeline.norms.russian_subjects import NOMINAL, stated_subject
from pipeline.norms.russian_words import animate, form, lemma, noun_form

_NEAR = 6  # words between a verb and the right it leaves untouched


def denied(verb: Token, cues: NormCues, actors: frozenset[int]) -> Reading | None:
    """What somebody may or need not do because something does not hinder or oblige him."""
    word = lemma(verb)
    if not is_negated(verb):
        return _entitles(verb, cues, actors)
    if word in cues.assuming:
        taken = any(cues.possessions.get(c.lower_) == "obligation" for c in verb.children)
        return Reading(Modality.EXEMPTION, Strength.SHALL, "not-assumed", verb, verb) if taken else None
    own = next((c for c in verb.children if c.dep_ in NOMINAL and c.i < verb.i), None)
    subject = own or stated_subject(verb, verb, actors)
    if subject is not None and subject.i in actors and subject.i < verb.i:
        return None
    if word in cues.compelling and _infinitive(verb):
        return Reading(Modality.EXEMPTION, Strength.SHALL, "not-obliged", verb, verb)
    if word in cues.depriving and _right(verb):
        return Reading(Modality.RIGHT, Strength.SHALL, "not-deprived", verb, verb)
    if word in cues.unhindering and (_infinitive(verb) or (_act_behind(verb, cues) and not _law(subject, cues))):
        return Reading(Modality.PERMISSION, Strength.SHALL, "unhindered-act", verb, verb)
    return None


def _entitles(verb: Token, cues: NormCues, actors: frozenset[int]) -> Reading | None:
    """«Аттестаты дают право на …», «За сотрудником сохраняется место», «Работникам гарантируется оплата»"""
    word = lemma(verb)
    if word in cues.granting and (whom := recipient_of(verb)) is not None and _somebody(whom, cues, actors):
        given = word in cues.assuring or any(c.lower_ == "за" for c in whom.children)
        return Reading(Modality.RIGHT, Strength.PRESENT, "granted", verb, verb) if given else None
    subject = stated_subject(verb, verb, actors)
    if word not in cues.entitling or subject is None or subject.i in actors:
        return None
    gives = any(cues.possessions.get(c.lower_) == "right" for c in verb.children if c.dep_ == "obj")
    return Reading(Modality.RIGHT, Strength.PRESENT, "entitles", verb, verb) if gives else None


def _somebody(noun: Token, cues: NormCues, actors: frozenset[int]) -> bool:
    return owes(noun, cues) or noun.i in actors or animate(noun.lower_)


def left_to(verb: Token, cues: NormCues) -> Token | None:
    """Whose right is left to him: «права Стороны», «лишает инициатора»; whom nothing obliges."""
    right = _right(verb)
    whose = [c for c in (right.children if right is not None else ()) if c.dep_ == "nmod"]
    given = [c for c in verb.children if c.dep_ in {"obj", "iobj"} and (right is None or c.i != right.i)]
    return next((c for c in (*whose, *given) if c.pos_ != "VERB" and c.lower_ not in cues.possessions), None)


def _infinitive(verb: Token) -> bool:
    return any(form(t, "VerbForm") == "Inf" for t in verb.subtree if t.i > verb.i)


def _right(verb: Token) -> Token | None:
    """The noun «право» next behind a verb, with an infinitive: what somebody has a right to do."""
    for token in verb.doc[verb.i + 1 : verb.i + _NEAR]:
        if token.lower_ in {"право", "права"}:
            behind = token.doc[token.i + 1 : token.i + 2 * _NEAR]
            return token if any(form(t, "VerbForm") == "Inf" for t in behind) else None
    return None


def _act_behind(verb: Token, cues: NormCues) -> bool:
    """«не препятствует его повторному аресту»: an act in the dative."""
    things = [c for c in verb.children if c.dep_ in {"iobj", "obl", "obj"} and c.i > verb.i]
    return any(form(c, "Case") == "Dat" and noun_form(c.lower_) and lemma(c) not in cues.actors for c in things)


def _law(subject: Token | None, cues: NormCues) -> bool:
    return subject is None or lemma(subject) in cues.laws | cues.states or subject.dep_ not in NOMINAL
