"""From a reading of a Russian clause to its frame: which verbs share it, whether the subject acts, who does instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeGuard

from spacy.tokens import Token

from pipeline.language.pack import NormCues
from pipeline.model import Modality
from pipeline.norms.frames import Frame, conjuncts
from pipeline.norms.russian_agents import (
    agent_of,
    asked_of,
    bound_by,
    entrusted_to,
    is_passive,
    meant_by,
    owner_of,
    recipient_of,
)
from pipeline.norms.russian_clauses import action_of, future_of, phrase_of
from pipeline.norms.russian_denials import left_to
from pipeline.norms.russian_doers import doer_near, fronted_doer
from pipeline.norms.russian_holdings import Reading
from pipeline.norms.russian_subjects import NOMINAL
from pipeline.norms.russian_words import form, lemma, short_participle, transitive_below

_GIVEN: Mapping[str, Callable[[Token, frozenset[int], NormCues], Token | None]] = MappingProxyType(
    {
        "entrusted": lambda verb, actors, _: entrusted_to(verb, actors),
        "not-deprived": lambda verb, _, cues: left_to(verb, cues),
        "not-obliged": lambda verb, _, cues: left_to(verb, cues),
        "granted": lambda verb, *_: recipient_of(verb),
        "unhindered": lambda verb, *_: recipient_of(verb),
        "competence": lambda verb, _, cues: owner_of(verb, cues.competences),
        "tasks": lambda verb, _, cues: owner_of(verb, cues.task_nouns),
    }
)
"""Readings whose bearer is not the grammatical subject: rule → who it is."""


def coordinated(reading: Reading) -> list[Token]:
    """The infinitives that share one modal; finite verbs are read on their own."""
    verb = reading.verb
    if verb.i == reading.cue.i and future_of(verb) is None:
        return [verb]
    shared = [verb]
    for token in conjuncts(verb):
        if token.i > verb.i and token.head in shared and _same_form(token, verb):
            shared.append(token)
    for token in reading.cue.children:  # «обязуются обмениваться …, а также направлять …»
        if token.dep_ == "xcomp" and token.i > verb.i and token not in shared and _joined(token, verb):
            shared.append(token)
    if form(verb, "VerbForm") == "Part":  # «не может быть привлечено …, а также передано …», hung on the modal
        shared.extend(t for t in reading.cue.children if t.dep_ == "conj" and t.i > verb.i and _same_form(t, verb))
    return shared


def _joined(token: Token, verb: Token) -> bool:
    """Whether an infinitive stands behind another and a conjunction."""
    between = token.doc[verb.i + 1 : token.i]
    both = form(token, "VerbForm") == "Inf" and form(verb, "VerbForm") == "Inf"
    return both and any(t.lower_ in {"и", "или", "либо", "также"} for t in between)


def _same_form(token: Token, verb: Token) -> bool:
    """Whether a coordinated word is a verb in the form of the first, without a subject or future of its own."""
    if token.pos_ != "VERB" or form(token, "VerbForm") != form(verb, "VerbForm") or future_of(token) is not None:
        return False
    return not any(c.dep_ in NOMINAL for c in token.children)


def frame_of(reading: Reading, subject: Token | None, actors: frozenset[int], cues: NormCues) -> Frame | None:
    verb = reading.verb
    action = action_of(verb)
    if action is None:
        return None
    acts = subject is not None and (subject.i in actors or reading.cue.lower_ in cues.bearing)
    given = subject is not None and subject.dep_ == "iobj"
    if given and reading.cue.lower_ not in cues.modals:
        acts = False  # «Стороне возвращаются документы»
    elif subject is not None and (given or reading.rule.startswith("иметь-")):
        acts = True  # «Сотруднику следует …», «Суда имеют право …»
    if reading.rule in _GIVEN or _done_to(reading, subject, cues) or _to_be_done(reading, subject, cues):
        acts = False
    if acts and subject is not None and subject.i > verb.i and fronted_doer(verb, cues) is not None:
        acts = False  # «Директором нанимается персонал»
    passive = not acts and (is_passive(verb) or is_passive(reading.cue) or reading.cue.lower_ in cues.undergoing)
    agent = agent_of(verb, actors, cues) if not acts else None
    if reading.rule in _GIVEN:
        agent = _GIVEN[reading.rule](verb, actors, cues)
    elif reading.cue.lower_ in cues.binding_for:
        agent = bound_by(reading.cue)
    elif reading.cue.lower_ in cues.waiving and agent is None:
        agent = asked_of(verb, actors)
    if passive and agent is None and reading.rule not in _GIVEN:
        agent = doer_near(verb, cues)
    done_to = passive and agent is None
    meant = meant_by(subject, cues, acts=not done_to) if _pronoun(subject, cues) and (done_to or acts) else None
    return Frame(
        rule=f"ru-{reading.rule}",
        modality=reading.modality,
        strength=reading.strength,
        lemma=lemma(verb),
        action=action,
        subject=phrase_of(subject) if subject is not None else None,
        subject_acts=acts,
        passive=passive or agent is not None,
        agent=phrase_of(agent) if agent is not None else None,
        undertaking=reading.undertaking,
        antecedent=phrase_of(meant) if meant is not None else None,
    )


def _pronoun(subject: Token | None, cues: NormCues) -> TypeGuard[Token]:
    return subject is not None and subject.lower_ in cues.anaphors


def _to_be_done(reading: Reading, subject: Token | None, cues: NormCues) -> bool:
    """«выданное лицо нельзя подвергнуть …»: whoever must or may do it would stand in the dative."""
    if subject is None or reading.cue.lower_ not in cues.impersonal_modals or subject.dep_ == "iobj":
        return False
    return form(subject, "Case") != "Dat" and subject.lower_ not in cues.anaphors


def _done_to(reading: Reading, subject: Token | None, cues: NormCues) -> bool:
    """Whether something is done to the subject: «лицо не может быть выдано», «эксперты направляются Сторонами»."""
    verb = reading.verb
    undergoes = reading.cue.lower_ in cues.undergoing and reading.modality is not Modality.EXEMPTION
    if lemma(verb) in cues.reflexive_passive or undergoes:
        return True
    if reading.cue.lower_ in cues.releasing and reading.modality is not Modality.EXEMPTION:
        return True  # «Лицо освобождается из-под стражи»
    if subject is None or reading.rule.startswith("иметь-") or lemma(verb) in cues.own_reflexives:
        return False
    if subject.lower_ in cues.anaphors and subject.dep_ != "iobj":
        if reading.modality is Modality.EXEMPTION:
            return False  # «Они освобождаются от …»
        return is_passive(verb) or is_passive(reading.cue)
    if form(verb, "VerbForm") == "Part" and verb.i != reading.cue.i:
        return short_participle(verb.lower_)
    if not verb.lower_.endswith(("ся", "сь")) or verb.i < subject.i or reading.cue.lower_ in cues.modals:
        return False
    if any(t.lower_ in cues.own_with.get(lemma(verb), ()) for t in verb.subtree):
        return False  # «Студенты возвращаются на родину»
    if transitive_below(lemma(verb)) and lemma(verb) not in cues.middle:
        return True  # «Суда не задерживаются», whatever the parser says
    return form(verb, "Voice") == "Pass" or subject.dep_ == "nsubj:pass"
