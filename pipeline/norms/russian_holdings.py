"""What a Russian clause gives or lets somebody hold: rights, powers, duties as things, efforts and intentions."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Strength
from pipeline.norms.russian_agents import owner_of, recipient_of
from pipeline.norms.russian_clauses import goal_of, is_negated, owes
from pipeline.norms.russian_subjects import NOMINAL
from pipeline.norms.russian_words import form, instrumental, lemma

NEGATED = {
    Modality.OBLIGATION: Modality.EXEMPTION,
    Modality.PERMISSION: Modality.PROHIBITION,
    Modality.RIGHT: Modality.PROHIBITION,
    Modality.POWER: Modality.PROHIBITION,
    Modality.PROHIBITION: Modality.PERMISSION,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """`cue` is the word that binds, `verb` the one that carries the action (often the same)."""

    modality: Modality
    strength: Strength
    rule: str
    cue: Token
    verb: Token
    undertaking: bool = False
    shared: bool = True  # by every verb of the cue; else a negation goes with the first one alone


def effort(verb: Token, cues: NormCues) -> Reading | None:
    """«прилагают усилия к …»"""
    if lemma(verb) in cues.efforts and any(
        c.lower_ in cues.effort_nouns or lemma(c) in cues.intentions for c in verb.children
    ):
        return Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, "best-efforts", verb, verb)
    if lemma(verb) in cues.strivings:
        return Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, "endeavour", verb, goal_of(verb) or verb)
    return None


def granted(verb: Token, cues: NormCues) -> Reading | None:
    """«Уполномоченным предоставляется право …», «Право … принадлежит Стороне»."""
    thing = next((c for c in verb.children if c.dep_ in NOMINAL and c.lower_ in cues.possessions), None)
    if thing is None or lemma(verb) not in cues.granting or recipient_of(verb) is None:
        return _unhindered(verb, cues)
    modality = Modality(cues.possessions[thing.lower_])
    if is_negated(verb):  # «Наблюдателям не предоставляется право голоса»
        modality = NEGATED.get(modality, modality)
    return Reading(modality, Strength.SHALL, "granted", verb, verb)


def _unhindered(verb: Token, cues: NormCues) -> Reading | None:
    """«Ничто не препятствует Сторонам заключать …»: they may."""
    who = recipient_of(verb)
    if lemma(verb) not in cues.unhindering or not is_negated(verb) or who is None or not owes(who, cues):
        return None
    subject = next((c for c in verb.children if c.dep_ in NOMINAL), None)
    if subject is not None and owes(subject, cues):
        return None  # «Стороны не препятствуют …»: whoever can act is forbidden to hinder
    return Reading(Modality.PERMISSION, Strength.SHALL, "unhindered", verb, verb)


def belongs(verb: Token, cues: NormCues) -> Reading | None:
    """«К компетенции Совета относится рассмотрение споров», «Задачами Совета являются: …»"""
    if lemma(verb) not in cues.belonging or is_negated(verb):
        return None
    if verb.doc.text.rstrip().endswith(":") and owner_of(verb, cues.task_nouns) is not None:
        return Reading(Modality.OBLIGATION, Strength.PRESENT, "tasks", verb, verb)
    if owner_of(verb, cues.competences) is None:
        return None
    return Reading(Modality.POWER, Strength.PRESENT, "competence", verb, verb)


def possession(verb: Token, cues: NormCues) -> Reading | None:
    """«имеет право», «несет ответственность», «пользуется иммунитетом»"""
    if lemma(verb) not in cues.possessors:
        return _assumed(verb, cues)
    thing = next(
        (
            c
            for c in verb.children
            if c.dep_ in {"obj", "obl", "iobj", "nsubj"} and (c.lower_ in cues.possessions or c.lower_ in cues.held)
        ),
        None,
    )
    thing = thing or _far_possession(verb, cues)
    if thing is None:
        return None
    modality = Modality(cues.possessions.get(thing.lower_) or cues.held[thing.lower_])
    if is_negated(verb):
        modality = NEGATED.get(modality, modality)
    goal = next((c for c in thing.children if form(c, "VerbForm") == "Inf"), None) or goal_of(verb)
    return Reading(modality, Strength.SHALL, f"иметь-{lemma(thing)}", verb, goal or verb)


def absent(verb: Token, cues: NormCues) -> Reading | None:
    """«Выдача не имеет места, если …»: what does not take place is forbidden."""
    noun = cues.occurring.get(lemma(verb))
    if noun is None or not is_negated(verb) or not any(c.lower_ == noun for c in verb.children):
        return None
    return Reading(Modality.PROHIBITION, Strength.PRESENT, "absent", verb, verb)


def _assumed(verb: Token, cues: NormCues) -> Reading | None:
    """«принимают на себя обязательство не размещать …»"""
    if lemma(verb) not in cues.assuming:
        return None
    thing = next((c for c in verb.children if cues.possessions.get(c.lower_) == "obligation"), None)
    goal = next((c for c in thing.children if form(c, "VerbForm") == "Inf"), None) if thing is not None else None
    if goal is None:
        return None
    modality = Modality.PROHIBITION if is_negated(goal) else Modality.OBLIGATION
    return Reading(modality, Strength.SHALL, "assumed", verb, goal, shared=False)


def _far_possession(verb: Token, cues: NormCues) -> Token | None:
    """«пользуются на территории другой Стороны теми же правами»: what the parser hangs on another word."""
    if lemma(verb) in {"иметь", "получать", "получить"}:
        return None
    for token in verb.doc[verb.i + 1 : verb.i + 14]:
        if form(token, "VerbForm") == "Fin" or token.text in {";", ":"}:
            return None
        if (
            token.lower_ in cues.possessions
            and instrumental(token.lower_)
            and not any(c.dep_ == "case" for c in token.children)
        ):
            return token
    return None
