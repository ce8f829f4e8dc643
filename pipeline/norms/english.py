"""Reading modality, verb and subject from a parsed English sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Span, Strength
from pipeline.norms.english_clauses import (
    SUBJECTS,
    action_of,
    agent_of,
    bearer_behind,
    coordinated,
    followed_by_not,
    fronted_no,
    governed,
    has_be,
    infinitive_of,
    is_below,
    is_passive,
    negated_by,
    phrase,
    subject_of,
    subordinate,
    under_duty,
)
from pipeline.norms.frames import Frame, at, conjuncts

_MODALITIES = {"may": Modality.PERMISSION, "should": Modality.ASPIRATION}


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a verb group binds: what `modality`, through which word (`rule`), with the verb that carries the action."""

    modality: Modality
    strength: Strength
    rule: str
    verb: Token
    undertaking: bool = False


def frames(doc: Doc, cues: NormCues, *, actors: frozenset[int], present: bool) -> Iterator[Frame]:
    """Every norm of one sentence. `actors` are the tokens of names that can owe something; `present` allows bare
    present-tense duties, as memoranda have them.
    """
    actors = actors | {t.i for t in doc if t.dep_ in SUBJECTS and _acting(t, cues)}
    named = min((t.i for t in doc if t.dep_ in SUBJECTS and t.i in actors), default=len(doc))
    actors = actors | {t.i for t in doc if t.lower_ in cues.anaphors and t.i > named}
    seen: set[int] = set()
    for told in _impersonal(doc, cues):
        seen.update(verb.i for verb in at(doc, told.action))
        yield told
    for token in doc:
        for reading, subject in _readings(token, cues, actors, present):
            for verb in coordinated(reading.verb):
                if verb.i in seen:
                    continue
                seen.add(verb.i)
                frame = _frame(replace(reading, verb=verb), subject, actors)
                if frame is not None:
                    yield frame


def _impersonal(doc: Doc, cues: NormCues) -> Iterator[Frame]:
    """What "it is the duty of" somebody, or "nothing obliges" him, to do: the words say who and which verb."""
    lowered = doc.text.lower()
    for pattern, modality in cues.impersonal:
        found = _compiled(pattern).search(lowered)
        verb = next((t for t in doc if found and t.idx == found.start("verb")), None)
        if found is None or verb is None:
            continue
        for one in coordinated(verb):
            others = [c for c in one.children if c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"} and c.i > one.i]
            action = action_of(one, others)
            if action is not None:
                yield Frame(
                    rule=f"en-impersonal-{modality}",
                    modality=Modality(modality),
                    strength=Strength.SHALL,
                    lemma=one.lemma_.lower(),
                    action=action,
                    subject=Span(*found.span("who")),
                    subject_acts=True,
                )
        return


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _acting(noun: Token, cues: NormCues) -> bool:
    """A noun for persons by its ending ("investigator"), or a proper name that is no instrument ("the Centre")."""
    if noun.lower_ in cues.not_actors or noun.lemma_.lower() in cues.documents:
        return False
    if noun.tag_ in {"NNP", "NNPS"}:
        told = noun.i == 1 and noun.doc[0].tag_ == "DT"
        return noun.text[:1].isupper() and (noun.i > 1 or told or noun.text.isupper())
    return noun.tag_ in {"NN", "NNS"} and len(noun) > 5 and noun.lower_.endswith(cues.actor_endings)


def _readings(
    token: Token, cues: NormCues, actors: frozenset[int], present: bool
) -> Iterator[tuple[_Reading, Token | None]]:
    if token.lower_ in cues.modals and (token.tag_ == "MD" or (token.dep_ == "aux" and token.lower_ == "need")):
        yield from _modal(token, cues, actors, present)
    elif token.tag_ in {"VBP", "VBZ"} and not any(child.tag_ == "MD" for child in token.children):
        yield from _finite(token, cues, actors, present)
    elif token.tag_ == "NNS" and token.lower_ == "reserves":
        yield from _reserved(token, actors)
    elif (
        token.tag_ in {"VBD", "VBN"}
        and token.lemma_.lower() in cues.performatives
        and token.dep_ in {"ROOT", "conj", "ccomp"}
    ):
        yield from _undertook(token, cues, actors)


# --- a modal verb ---------------------------------------------------------------------------------------------------


def _modal(
    modal: Token, cues: NormCues, actors: frozenset[int], present: bool
) -> Iterator[tuple[_Reading, Token | None]]:
    verb = governed(modal)
    if verb is None or subordinate(modal, verb):
        return
    subject = _resumed(modal, cues) or subject_of(verb, modal)
    acts = subject is not None and subject.i in actors
    word = "can" if modal.lower_ == "ca" else modal.lower_
    negated = negated_by(verb, subject) or followed_by_not(modal) or fronted_no(modal)
    if word == "can" and not negated and verb.lemma_.lower() in cues.can_be and is_passive(verb):
        yield _Reading(Modality.PERMISSION, Strength.SHALL, "can-be", verb), subject
    if (word in {"can", "need"} and not negated) or (word == "can" and acts):
        return
    if word in {"will", "can"} and not (acts or agent_of(verb) is not None or (present and is_passive(verb))):
        return
    reading = _read_verb(verb, cues, acts, Strength(cues.modals[modal.lower_]), word, negated)
    if reading is not None:
        yield reading, subject


def _resumed(modal: Token, cues: NormCues) -> Token | None:
    """The subject of the modal before, where this one only goes on: "shall decide whether …, and shall notify"."""
    before = next((t for t in reversed(modal.doc[: modal.i]) if not t.is_space and not t.is_punct), None)
    if before is None or before.tag_ != "CC":
        return None
    for other in reversed(modal.doc[: before.i]):
        if other.tag_ == "MD" and other.lower_ in cues.modals and (verb := governed(other)) is not None:
            return None if subordinate(other, verb) else subject_of(verb, other)
    return None


def _read_verb(
    verb: Token, cues: NormCues, acts: bool, strength: Strength, word: str, negated: bool
) -> _Reading | None:
    lemma = verb.lemma_.lower()
    passive = any(child.dep_ == "auxpass" for child in verb.children) or (verb.tag_ == "VBN" and has_be(verb))
    plain = _plain(word, negated, strength, verb)
    if lemma == "be":
        return _copula(verb, cues, acts, plain, negated)
    if passive:
        return _passive(verb, cues, plain, negated, lemma)
    if lemma in cues.strivings and (goal := infinitive_of(verb)) is not None:
        modality = Modality.PROHIBITION if negated and plain.modality is Modality.PROHIBITION else Modality.ASPIRATION
        return _Reading(modality, Strength.ENDEAVOUR, f"{word}-endeavour", goal)
    if lemma in {"make", "use", "exert", "do"} and any(
        t.lemma_.lower() in cues.efforts for t in verb.subtree if t.i - verb.i < 6
    ):
        return _Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, f"{word}-best-efforts", _effort_goal(verb, cues))
    if lemma in {"have", "enjoy", "retain", "reserve"}:
        return _possession(verb, cues, plain, negated, acts)
    if lemma in cues.always_constitutive or _takes_effect(verb):
        return None
    if _occurs(verb, cues):
        return plain
    if lemma in cues.abstaining and plain.modality is Modality.OBLIGATION:
        return replace(plain, modality=Modality.PROHIBITION)
    if not acts and (lemma in cues.constitutive or not _is_document(subject_of(verb, verb), cues)):
        return None  # a thing cannot owe: "the period shall not exceed" states how it is
    return plain


def _takes_effect(verb: Token) -> bool:
    """ "shall take effect"; to "give effect to" something is a duty."""
    return verb.lemma_ != "give" and any(t.dep_ == "dobj" and t.lower_ == "effect" for t in verb.children)


def _occurs(verb: Token, cues: NormCues) -> bool:
    """ "consultations shall take place": whoever meets owes it."""
    subject = subject_of(verb, verb)
    return (
        subject is not None
        and subject.lemma_.lower() in cues.occasions
        and verb.lemma_ == "take"
        and any(t.lower_ == "place" for t in verb.children)
    )


def _is_document(subject: Token | None, cues: NormCues) -> bool:
    """A request or report "shall contain …": whoever writes it owes the content."""
    return subject is not None and (subject.lemma_.lower() in cues.documents or subject.lower_ in cues.anaphors)


def _plain(word: str, negated: bool, strength: Strength, verb: Token) -> _Reading:
    if word == "need":
        return _Reading(Modality.EXEMPTION, Strength.SHALL, "need-not", verb)
    if negated:
        return _Reading(Modality.PROHIBITION, strength, f"{word}-not", verb)
    return _Reading(_MODALITIES.get(word, Modality.OBLIGATION), strength, word, verb)


def _effort_goal(verb: Token, cues: NormCues) -> Token:
    noun = next((t for t in verb.children if t.lemma_.lower() in cues.efforts), None)
    return (infinitive_of(noun) if noun is not None else None) or infinitive_of(verb) or verb


def _copula(verb: Token, cues: NormCues, acts: bool, plain: _Reading, negated: bool) -> _Reading | None:
    for child in verb.children:
        if child.i > verb.i and child.lower_ in cues.released and not _from(child):
            continue
        if child.i > verb.i and child.lower_ in cues.owed and (child.lower_ != "due" or _timed(child)):
            return replace(plain, rule=f"{plain.rule.removesuffix('-not')}-be-{child.lower_}")
        named = cues.adjectives.get(child.lower_) if child.i > verb.i else None
        if named is not None:
            return _adjectival(child, named, plain, negated, cues)
    if negated and any(t.lower_ == "subject" and t.i > verb.i for t in verb.children):
        return replace(plain, modality=Modality.EXEMPTION, rule=f"{plain.rule}-be-subject")
    owed = under_duty(verb)
    if owed is not None:
        none = negated or any(t.lower_ == "no" for t in owed.children)
        modality = Modality.EXEMPTION if none else Modality.OBLIGATION
        rule = f"{plain.rule.removesuffix('-not')}-be-under-{owed.lemma_.lower()}"
        return _Reading(modality, plain.strength, rule, infinitive_of(owed) or infinitive_of(verb) or verb)
    if bearer_behind(verb) is not None and plain.strength is not Strength.PRESENT:
        return replace(plain, rule=f"{plain.rule}-responsibility")
    subject = subject_of(verb, verb)
    if subject is not None and subject.lemma_.lower() in cues.documents and not acts:
        return plain
    if acts and any(t.dep_ == "pobj" and t.lower_ in cues.standing for c in verb.children for t in c.children):
        return plain
    return plain if acts and any(t.dep_ == "prep" for t in verb.children) is False and negated else None


def _from(word: Token) -> bool:
    """ "released from its obligation"; a person "released" is set free."""
    return any(t.lower_ == "from" for t in word.children)


def _timed(due: Token) -> bool:
    """ "due within two years", "due on 1 January"; not "due to"."""
    return due.i + 1 < len(due.doc) and due.nbor().lower_ in {"within", "on", "by", "not", "no", "at"}


def _adjectival(word: Token, named: str, plain: _Reading, negated: bool, cues: NormCues) -> _Reading | None:
    modality = Modality(named)
    if modality is Modality.RIGHT and word.lower_ == "free" and any(t.lower_ in {"from", "of"} for t in word.children):
        modality = Modality.EXEMPTION  # "free of duty"
    if modality is Modality.POWER and _private(subject_of(word.head if word.tag_ == "JJ" else word, word), cues):
        modality = Modality.PERMISSION
    answers = word.lower_ == "responsible" and any(t.lower_ == "for" for t in word.children)
    spared = negated and word.lower_ == "liable"
    stated = plain.strength is Strength.PRESENT and modality is Modality.OBLIGATION and not (answers or spared)
    if stated and infinitive_of(word) is None:
        return None  # "his presence is required for …" describes
    if negated:
        modality = {
            Modality.OBLIGATION: Modality.EXEMPTION,
            Modality.ASPIRATION: Modality.EXEMPTION,
            Modality.PROHIBITION: Modality.PERMISSION,
        }.get(modality, Modality.PROHIBITION)
    verb = infinitive_of(word) or (infinitive_of(word.head) if word.dep_ in {"acomp", "attr"} else None) or word
    return _Reading(modality, plain.strength, f"{plain.rule.removesuffix('-not')}-be-{word.lower_}", verb)


def _passive(verb: Token, cues: NormCues, plain: _Reading, negated: bool, lemma: str) -> _Reading | None:
    named = cues.adjectives.get(verb.lower_)
    if named is not None and (verb.lower_ not in cues.released or _from(verb)):
        return _adjectival(verb, named, plain, negated, cues)
    if plain.modality is Modality.PERMISSION and lemma in cues.changing:
        return plain
    if lemma == "constitute" and (set_up := subject_of(verb, verb)) is not None and set_up.lower_ in cues.deciders:
        return plain
    if lemma == "apply" and any(t.lower_ == "no" for t in verb.subtree if t.i < verb.i and t.head.head.i == verb.i):
        return plain  # "no coercion may be applied"
    return None if lemma in cues.constitutive_passive else plain


def _private(subject: Token | None, cues: NormCues) -> bool:
    """Persons and ships are permitted what they are authorised to do; organs are empowered."""
    return subject is not None and any(t.lower_ in cues.private for t in conjuncts(subject))


def _possession(verb: Token, cues: NormCues, plain: _Reading, negated: bool, acts: bool) -> _Reading | None:
    thing = next((t for t in verb.children if t.dep_ in {"dobj", "attr"}), None)
    named = cues.possessions.get(thing.lemma_.lower()) if thing is not None else None
    if named is None:
        if verb.lemma_ in {"enjoy", "reserve"}:
            return replace(plain, modality=Modality.RIGHT, rule=f"{plain.rule}-{verb.lemma_}")
        return plain if acts else None
    modality = Modality(named)
    if negated or (thing is not None and any(t.lower_ == "no" for t in thing.children)):
        modality = Modality.EXEMPTION if modality is Modality.OBLIGATION else Modality.PROHIBITION
    goal = infinitive_of(thing) if thing is not None else None
    rule = f"{plain.rule.removesuffix('-not')}-have-{thing.lemma_.lower() if thing is not None else ''}"
    return _Reading(modality, plain.strength, rule, goal or infinitive_of(verb) or verb)


# --- a present tense ------------------------------------------------------------------------------------------------


def _finite(
    verb: Token, cues: NormCues, actors: frozenset[int], present: bool
) -> Iterator[tuple[_Reading, Token | None]]:
    if verb.dep_ in {"aux", "auxpass"}:
        if verb.dep_ == "auxpass" and verb.head.lower_ in cues.adjectives:
            yield from _stated(verb.head, verb, cues)
        elif verb.dep_ == "auxpass":
            yield from _done(verb.head, verb, cues, present)
        return
    subject = subject_of(verb, verb)
    acts = subject is not None and subject.i in actors
    lemma = verb.lemma_.lower()
    if is_below(verb) and not (verb.dep_ == "relcl" and acts and lemma in cues.performatives):
        return
    negated = negated_by(verb, subject)
    forbids = negated or lemma in cues.abstaining
    plain = _Reading(Modality.PROHIBITION if forbids else Modality.OBLIGATION, Strength.PRESENT, "present", verb)
    binding = cues.adjectives.keys() | cues.owed | ({"subject"} if negated else set())
    if lemma == "be" and (any(child.lower_ in binding for child in verb.children) or under_duty(verb)):
        reading = _copula(verb, cues, acts, plain, negated)
        if reading is not None and _says_how(reading) and (acts or not reading.rule.endswith("responsible")):
            yield reading, subject
    elif lemma in {"have", "reserve", "enjoy"}:
        reading = _possession(verb, cues, plain, negated, acts)
        if reading is not None and reading.modality is not Modality.OBLIGATION:
            yield reading, subject
    elif acts and lemma in cues.performatives:
        yield from _performative(verb, subject, cues, negated)
    elif subject is not None and subject.lower_ in cues.deciders and lemma in cues.deciding and not negated:
        yield replace(plain, modality=Modality.POWER, rule="present-decides"), subject
    elif _organ_does(verb, subject, cues):
        yield replace(plain, rule="present-organ"), subject
    elif negated and not acts and lemma == "require" and subject is not None:
        yield replace(plain, modality=Modality.EXEMPTION, rule="present-not-require"), subject
    elif (acts or _goes_on(subject, lemma, cues)) and lemma not in cues.descriptive and _binds(verb, cues, present):
        decides = not acts and lemma in cues.deciding and not negated
        yield (replace(plain, modality=Modality.POWER, rule="present-decides") if decides else plain), subject


def _goes_on(subject: Token | None, lemma: str, cues: NormCues) -> bool:
    """ "It elects its chairperson": the pronoun means whoever acted in the sentence before."""
    return subject is not None and subject.lower_ in cues.anaphors and lemma not in cues.constitutive


def _binds(verb: Token, cues: NormCues, present: bool) -> bool:
    """Whether the plain present makes a duty: everywhere in a memorandum or statute, of few verbs elsewhere."""
    plainly = verb.dep_ == "ROOT" and not any(t.tag_ == "MD" for t in verb.doc)
    return present or (verb.lemma_.lower() in cues.dutiful and plainly)


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
    return noun.lemma_.lower() == "authority" and noun.tag_ in {"NNS", "NNPS"}


def _done(participle: Token, be: Token, cues: NormCues, present: bool) -> Iterator[tuple[_Reading, Token | None]]:
    """ "the staff are appointed by the Director": a passive in the present of a statute, and the organ behind it."""
    agent = agent_of(participle)
    lemma = participle.lemma_.lower()
    by_organ = agent is not None and agent.lower_ in cues.deciders
    if not (by_organ or present) or is_below(participle) or lemma in cues.constitutive_passive | cues.described_passive:
        return
    subject = subject_of(participle, be)
    modality = Modality.POWER if by_organ and lemma in cues.deciding else Modality.OBLIGATION
    if negated_by(participle, subject):
        modality = Modality.PROHIBITION
    yield _Reading(modality, Strength.PRESENT, "present-by-organ", participle), subject


def _says_how(reading: _Reading) -> bool:
    """ "is responsible", "is free", "is competent" bind only with what for."""
    word = reading.rule.split("-be-")[-1]
    return word not in {"free", "competent"} or reading.verb.tag_ == "VB"


def _reserved(noun: Token, actors: frozenset[int]) -> Iterator[tuple[_Reading, Token | None]]:
    """ "Either Party reserves the right to …", where the tagger takes the verb for a noun."""
    right = next((t for t in noun.doc[noun.i + 1 : noun.i + 4] if t.lemma_.lower() == "right"), None)
    who = noun.nbor(-1) if noun.i else None
    if right is not None and who is not None and who.i in actors:
        goal = infinitive_of(right) or right
        yield _Reading(Modality.RIGHT, Strength.PRESENT, "present-reserve", goal), who


def _stated(participle: Token, be: Token, cues: NormCues) -> Iterator[tuple[_Reading, Token | None]]:
    """ "is required to", "are prohibited" in a main clause."""
    if is_below(participle):
        return
    subject = subject_of(participle, be)
    negated = negated_by(participle, subject)
    plain = _Reading(Modality.OBLIGATION, Strength.PRESENT, "present", participle)
    reading = _adjectival(participle, cues.adjectives[participle.lower_], plain, negated, cues)
    if reading is not None:
        yield reading, subject


def _performative(
    verb: Token, subject: Token | None, cues: NormCues, negated: bool
) -> Iterator[tuple[_Reading, Token | None]]:
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
        yield _Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, f"{verb.lemma_.lower()}-endeavour", inner), subject
        return
    yield _Reading(modality, strength, f"performative-{verb.lemma_.lower()}", goal, undertaking=True), subject


def _undertook(verb: Token, cues: NormCues, actors: frozenset[int]) -> Iterator[tuple[_Reading, Token | None]]:
    """ "agreed to exchange", "has pledged to provide": what a report says was undertaken."""
    subject = subject_of(verb, verb)
    if subject is None or subject.i not in actors or any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return
    yield from _performative(verb, subject, cues, negated_by(verb, subject))


# --- the frame ------------------------------------------------------------------------------------------------------


def _frame(reading: _Reading, subject: Token | None, actors: frozenset[int]) -> Frame | None:
    verb = reading.verb
    passive = "-be-" not in reading.rule and is_passive(verb)
    others = [c for c in verb.children if c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"} and c.i > verb.i]
    action = action_of(verb, others)
    if action is None:
        return None
    agent = agent_of(verb) if passive else None
    if reading.rule.endswith("-responsibility"):
        passive, agent = True, bearer_behind(verb)
    agent = agent if agent is not None and agent.i in actors else None
    return Frame(
        rule=f"en-{reading.rule}",
        modality=reading.modality,
        strength=reading.strength,
        lemma=verb.lemma_.lower(),
        action=action,
        subject=phrase(subject) if subject is not None else None,
        subject_acts=subject is not None and subject.i in actors,
        passive=passive,
        undertaking=reading.undertaking,
        agent=phrase(agent) if agent is not None else None,
    )
