"""English clauses without a modal: the present of statutes and memoranda, performatives, what was undertaken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Strength
from pipeline.norms.english_clauses import agent_of, infinitive_of, is_below, negated_by, under_duty
from pipeline.norms.english_predicates import Reading, adjectival, answers, answers_nothing, copula, granted, possession
from pipeline.norms.english_subjects import subject_of

_BESIDE = frozenset({"relcl", "advcl", "acl"})


def finite(
    verb: Token, cues: NormCues, actors: frozenset[int], present: bool
) -> Iterator[tuple[Reading, Token | None]]:
    """The readings of a verb in the present tense."""
    if verb.dep_ == "aux" and (verb.lemma_, verb.head.tag_) in {("do", "VB"), ("be", "VBG")}:
        verb = verb.head  # "do not allow", "are implementing"
    if verb.dep_ in {"aux", "auxpass"}:
        if verb.dep_ == "auxpass" and verb.head.lower_ in cues.adjectives:
            yield from _stated(verb.head, verb, cues)
        elif verb.dep_ == "auxpass":
            yield from _done(verb.head, verb, cues, present, actors)
        return
    subject = subject_of(verb, verb)
    acts = subject is not None and subject.i in actors
    lemma = verb.lemma_.lower()
    below = is_below(verb) and not (verb.dep_ == "relcl" and acts and lemma in cues.performatives)
    if below or _no_act(verb, cues):
        return
    negated = negated_by(verb, subject) or (answers(verb, cues) and answers_nothing(verb))
    forbids = negated or lemma in cues.abstaining
    plain = Reading(Modality.PROHIBITION if forbids else Modality.OBLIGATION, Strength.PRESENT, "present", verb)
    binding = cues.adjectives.keys() | cues.owed | ({"subject"} if negated else set())
    if lemma in {"be", "remain"} and (any(child.lower_ in binding for child in verb.children) or under_duty(verb)):
        reading = copula(verb, cues, acts, plain, negated)
        if reading is not None and _says_how(reading) and (acts or not reading.rule.endswith("responsible")):
            yield reading, subject
    elif lemma in {"have", "reserve", "enjoy"}:
        reading = possession(verb, cues, plain, negated, acts)
        if reading is not None and reading.modality is not Modality.OBLIGATION:
            yield reading, subject
    elif (acts or _goes_on(subject, cues)) and lemma in cues.performatives:
        yield from _performative(verb, subject, cues, negated)
    elif subject is not None and subject.lower_ in cues.deciders and lemma in cues.deciding and not negated:
        yield replace(plain, modality=Modality.POWER, rule="present-decides"), subject
    elif _organ_does(verb, subject, cues):
        yield replace(plain, rule="present-organ"), subject
    elif negated and subject is not None and _spares(verb, acts, cues):
        yield replace(plain, modality=Modality.EXEMPTION, rule=f"present-not-{lemma}"), subject
    elif _goes_on(subject, cues) and lemma in cues.constitutive:
        return  # "they come into force"
    elif (acts or _goes_on(subject, cues)) and not _describes(verb, cues) and _binds(verb, cues, present):
        decides = not acts and lemma in cues.deciding and not negated
        yield (replace(plain, modality=Modality.POWER, rule="present-decides") if decides else plain), subject


def _no_act(verb: Token, cues: NormCues) -> bool:
    """ "grant the officers the privileges" has no second verb; "presents its compliments" is courtesy."""
    return verb.lower_ in cues.holders or any(t.lemma_.lower() in cues.courtesies for t in verb.children)


def _spares(verb: Token, acts: bool, cues: NormCues) -> bool:
    """What is denied: "crews do not need visas", "accepts no liability", "this does not require a permit"."""
    return (verb.lemma_ == "need" or answers(verb, cues)) if acts else verb.lemma_ == "require"


def _disclaims(verb: Token, cues: NormCues) -> bool:
    """ "It does not create legal obligations" says what an instrument is."""
    return verb.lemma_ in {"create", "impose", "give", "confer", "establish"} and any(
        t.dep_ == "dobj" and t.lemma_.lower() in cues.disclaimed for t in verb.children
    )


def _describes(verb: Token, cues: NormCues) -> bool:
    """Whether a verb tells what somebody is or thinks; to share results and to consider reports are acts."""
    if verb.lemma_ == "bear":
        return not any(t.lemma_.lower() in cues.borne for t in verb.subtree if t.i > verb.i)
    if verb.lemma_ not in {"share", "consider"}:
        return verb.lemma_.lower() in cues.descriptive or _disclaims(verb, cues)
    things = [t for t in verb.children if t.i > verb.i and t.dep_ in {"dobj", "ccomp"}]
    if verb.lemma_ == "consider":
        return not any(t.dep_ == "dobj" for t in things) or any(t.dep_ in {"ccomp", "oprd"} for t in verb.children)
    return not things or things[0].lemma_.lower() in cues.opinions


def _goes_on(subject: Token | None, cues: NormCues) -> bool:
    """ "It elects its chairperson": the pronoun means whoever acted in the sentence before."""
    return subject is not None and subject.lower_ in cues.anaphors


def _binds(verb: Token, cues: NormCues, present: bool) -> bool:
    """Whether the plain present makes a duty: everywhere in a memorandum or statute, of few verbs elsewhere."""
    plainly = verb.dep_ == "ROOT" and not any(t.tag_ == "MD" and t.head.dep_ not in _BESIDE for t in verb.doc)
    subject = subject_of(verb, verb)
    party = subject is not None and subject.lemma_.lower() in cues.bound
    return present or ((verb.lemma_.lower() in cues.dutiful or party) and plainly)


def _organ_does(verb: Token, subject: Token | None, cues: NormCues) -> bool:
    """The present of a statute: "the Council meets", "the Director reports"; not what an organ is or consists of."""
    lemma = verb.lemma_.lower()
    return (
        subject is not None
        and (subject.lower_ in cues.deciders or _authority(subject))
        and lemma not in cues.descriptive | cues.constitutive | cues.always_constitutive
        and not any(t.tag_ == "MD" for t in verb.subtree if t.i < verb.i)
    )


def _authority(noun: Token) -> bool:
    return noun.lower_ == "authorities"


def _done(
    participle: Token, be: Token, cues: NormCues, present: bool, actors: frozenset[int]
) -> Iterator[tuple[Reading, Token | None]]:
    """ "the staff are appointed by the Director": a passive in the present of a statute, and the organ behind it."""
    if granted(participle) and not is_below(participle):
        yield Reading(Modality.RIGHT, Strength.PRESENT, "present-grant", participle), subject_of(participle, be)
        return
    agent = agent_of(participle)
    lemma = participle.lemma_.lower()
    by_organ = agent is not None and (
        agent.lower_ in cues.deciders
        or (agent.lemma_.lower() in cues.bound and lemma in cues.dutiful)
        or (agent.i in actors and participle.dep_ == "ROOT" and lemma not in cues.described_passive)
    )
    described = cues.constitutive_passive | (frozenset() if _by_party(agent, cues) else cues.described_passive)
    if not (by_organ or present) or is_below(participle) or lemma in described:
        return
    subject = subject_of(participle, be)
    decides = agent is not None and agent.lower_ in cues.deciders and lemma in cues.deciding
    modality = Modality.POWER if decides else Modality.OBLIGATION
    if negated_by(participle, subject):
        modality = Modality.PROHIBITION
    yield Reading(modality, Strength.PRESENT, "present-by-organ", participle), subject


def _by_party(agent: Token | None, cues: NormCues) -> bool:
    return agent is not None and agent.lemma_.lower() in cues.bound


def _says_how(reading: Reading) -> bool:
    """ "is responsible", "is free", "is competent" bind only with what for."""
    word = reading.rule.split("-be-")[-1]
    return word not in {"free", "competent"} or reading.verb.tag_ == "VB"


def reserved(noun: Token, actors: frozenset[int]) -> Iterator[tuple[Reading, Token | None]]:
    """ "Either Party reserves the right to …", where the tagger takes the verb for a noun."""
    right = next((t for t in noun.doc[noun.i + 1 : noun.i + 4] if t.lemma_.lower() == "right"), None)
    who = noun.nbor(-1) if noun.i else None
    if right is not None and who is not None and who.i in actors:
        goal = infinitive_of(right) or right
        yield Reading(Modality.RIGHT, Strength.PRESENT, "present-reserve", goal), who


def _stated(participle: Token, be: Token, cues: NormCues) -> Iterator[tuple[Reading, Token | None]]:
    """ "is required to", "are prohibited" in a main clause."""
    if is_below(participle):
        return
    subject = subject_of(participle, be)
    negated = negated_by(participle, subject)
    plain = Reading(Modality.OBLIGATION, Strength.PRESENT, "present", participle)
    reading = adjectival(participle, cues.adjectives[participle.lower_], plain, negated, cues)
    if reading is not None:
        yield reading, subject


def _performative(
    verb: Token, subject: Token | None, cues: NormCues, negated: bool
) -> Iterator[tuple[Reading, Token | None]]:
    goal = infinitive_of(verb)
    if goal is None and verb.lemma_.lower() in {"commit", "bind"}:
        goal = next((t for t in verb.subtree if t.dep_ == "pcomp" and t.tag_ == "VBG"), None)
    if goal is None:
        return
    modality = Modality(cues.performatives[verb.lemma_.lower()])
    strength = Strength.ENDEAVOUR if modality is Modality.ASPIRATION else Strength.SHALL
    if modality is Modality.OBLIGATION and (negated or any(t.dep_ == "neg" for t in goal.children)):
        modality = Modality.PROHIBITION
    if goal.lemma_.lower() in cues.strivings and (inner := infinitive_of(goal)) is not None:
        yield Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, f"{verb.lemma_.lower()}-endeavour", inner), subject
        return
    if goal.lemma_ in {"make", "use", "exert", "do", "utilize", "employ"} and any(
        t.lemma_.lower() in cues.efforts for t in goal.subtree if t.i - goal.i < 6
    ):
        modality, strength = Modality.ASPIRATION, Strength.ENDEAVOUR
    yield Reading(modality, strength, f"performative-{verb.lemma_.lower()}", goal, undertaking=True), subject


def undertook(verb: Token, cues: NormCues, actors: frozenset[int]) -> Iterator[tuple[Reading, Token | None]]:
    """ "agreed to exchange", "has pledged to provide": what a report says was undertaken."""
    subject = subject_of(verb, verb)
    if subject is None or subject.i not in actors or any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return
    yield from _performative(verb, subject, cues, negated_by(verb, subject))
