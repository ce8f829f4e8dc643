"""Reading modality, verb and subject from a parsed English sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Strength
from pipeline.norms.english_clauses import (
    action_of,
    agent_of,
    bearer_behind,
    coordinated,
    does_nothing,
    followed_by_not,
    fronted_no,
    governed,
    has_be,
    infinitive_of,
    is_passive,
    negated_by,
    subordinate,
)
from pipeline.norms.english_phrases import phrase
from pipeline.norms.english_predicates import Reading, answers, copula, passive_of, possession
from pipeline.norms.english_present import finite, reserved, undertook
from pipeline.norms.english_subjects import SUBJECTS, joined_subject, meant_by, subject_of, thing_meant
from pipeline.norms.english_turns import impersonal, spread
from pipeline.norms.frames import Frame, at, upward

_CONJ = frozenset({"conj"})
_CLOSE = 4  # words between "not" and its verb
_NEXT = 3  # words from "enter" to "force"
_MODALITIES = {"may": Modality.PERMISSION, "should": Modality.ASPIRATION}


def frames(doc: Doc, cues: NormCues, *, actors: frozenset[int], present: bool) -> Iterator[Frame]:
    """Every norm of one sentence. `actors` are the tokens of names that can owe something; `present` allows bare
    present-tense duties, as memoranda have them.
    """
    actors = actors | {t.i for t in doc if ((t.dep_ in SUBJECTS or _by(t)) and _acting(t, cues)) or _works(t, cues)}
    named = min((t.i for t in doc if t.dep_ in SUBJECTS and t.i in actors), default=len(doc))
    actors = actors | {t.i for t in doc if t.lower_ in cues.anaphors and t.i > named}
    seen: set[int] = set()
    for told in impersonal(doc, cues):
        seen.update(verb.i for verb in at(doc, told.action))
        yield told
    for token in doc:
        for reading, subject in _readings(token, cues, actors, present):
            for verb in coordinated(reading.verb):
                if verb.i in seen:
                    continue
                seen.add(verb.i)
                frame = _frame(_joined(reading, verb, cues), subject, actors, cues)
                if frame is not None:
                    yield from spread(frame, verb, cues)


def _by(noun: Token) -> bool:
    """ "by the polluter": a common noun behind "by"."""
    return (
        noun.dep_ == "pobj" and noun.head.dep_ == "agent" and (noun.tag_ in {"NN", "NNS", "NNPS"} or _of_parties(noun))
    )


def _works(noun: Token, cues: NormCues) -> bool:
    """ "verified by border posts", "insured by their club": a plain noun behind "by" where only people do so."""
    if not _by(noun) or noun.head.head.lemma_.lower() not in cues.done_by_people:
        return False
    told = noun.tag_ == "NNS" or any(t.dep_ in {"det", "poss"} for t in noun.children)
    thing = noun.lower_ in cues.not_actors or noun.lemma_.lower() in cues.documents
    return told and not thing and not noun.lower_.endswith(("ing", "tion", "ment", "ity", "nce", "ness", "means"))


def _of_parties(noun: Token) -> bool:
    """ "the Meeting of the Parties" is a body."""
    return noun.lower_ == "meeting" and any(
        t.lemma_.lower() == "party" for of in noun.children if of.lower_ == "of" for t in of.children
    )


def _acting(noun: Token, cues: NormCues) -> bool:
    """A noun for persons by its ending ("investigator"), or a proper name that is no instrument ("the Centre")."""
    if noun.lower_ in cues.not_actors and noun.text in cues.capital_actors and noun.i > 0:
        return True  # "the Detaining Power"
    if noun.lower_ in {"other", "others"} and noun.dep_ in SUBJECTS:
        return True  # "the other may suspend its shipments"
    if noun.lemma_ == "point":
        return any(t.lower_ in cues.contacting for t in noun.children)
    if noun.i and len(noun) == 1 and noun.text.isupper() and noun.nbor(-1).lower_ in cues.bound:
        return True  # "Party A"
    if noun.lower_ in cues.not_actors or noun.lemma_.lower() in cues.documents:
        return False
    if noun.i and noun.text.isupper() and noun.nbor(-1).lower_ in cues.not_actors:
        return False  # "Article VI"
    if noun.lower_ in cues.deciders or noun.lemma_.lower() in cues.actors or _acronym(noun):
        return True
    told = noun.i == 1 and noun.doc[0].tag_ == "DT"
    if noun.tag_ in {"NNP", "NNPS"} and (noun.i > 1 or told):
        return noun.text[:1].isupper()
    return noun.pos_ in {"NOUN", "PROPN"} and len(noun) > 5 and noun.lower_.endswith(cues.actor_endings)


def _acronym(noun: Token) -> bool:
    """ "the HR", "NCAs": a body by its initials."""
    return noun.pos_ in {"NOUN", "PROPN"} and len(noun) > 1 and noun.text.removesuffix("s").isupper()


def _mistaken(token: Token) -> bool:
    """A verb in the plain present that the tagger takes for an infinitive or a noun: "informs"."""
    if token.dep_ != "ROOT" or token.tag_ not in {"VB", "NNS"} or not any(c.dep_ == "nsubj" for c in token.children):
        return False
    return not any(child.dep_ in {"aux", "auxpass"} or child.tag_ in {"MD", "TO"} for child in token.children)


def _readings(
    token: Token, cues: NormCues, actors: frozenset[int], present: bool
) -> Iterator[tuple[Reading, Token | None]]:
    if token.lower_ in cues.modals and (token.tag_ == "MD" or (token.dep_ == "aux" and token.lower_ == "need")):
        yield from _modal(token, cues, actors, present)
    elif (token.tag_ in {"VBP", "VBZ"} and not any(child.tag_ == "MD" for child in token.children)) or _mistaken(token):
        yield from finite(token, cues, actors, present)
    elif token.tag_ == "NNS" and token.lower_ == "reserves":
        yield from reserved(token, actors)
    elif (
        token.tag_ in {"VBD", "VBN"}
        and token.lemma_.lower() in cues.performatives
        and token.dep_ in {"ROOT", "conj", "ccomp"}
    ):
        yield from undertook(token, cues, actors)


def _joined(reading: Reading, verb: Token, cues: NormCues) -> Reading:
    """What one verb is said to do, said of another beside it, which may be negated on its own."""
    no = (
        reading.modality is Modality.OBLIGATION
        and verb is not reading.verb
        and any(t.dep_ == "neg" or t.lower_ == "not" for t in verb.subtree if verb.i - _CLOSE < t.i < verb.i)
    ) or (reading.modality is Modality.OBLIGATION and verb.lemma_.lower() in cues.abstaining)
    return replace(reading, verb=verb, modality=Modality.PROHIBITION if no else reading.modality)


# --- a modal verb ---------------------------------------------------------------------------------------------------


def _modal(
    modal: Token, cues: NormCues, actors: frozenset[int], present: bool
) -> Iterator[tuple[Reading, Token | None]]:
    verb = governed(modal)
    if verb is None or subordinate(modal, verb):
        return
    subject = _resumed(modal, cues) or joined_subject(modal, verb) or subject_of(verb, modal)
    acts = subject is not None and subject.i in actors
    word = "can" if modal.lower_ == "ca" else modal.lower_
    negated = negated_by(verb, subject) or followed_by_not(modal) or fronted_no(modal) or does_nothing(verb)
    plainly = upward(verb, _CONJ)[-1].dep_ == "ROOT" and verb.lemma_.lower() not in cues.unable | cues.descriptive
    if word == "can" and not negated and is_passive(verb) and (plainly or verb.lemma_.lower() in cues.can_be):
        yield Reading(Modality.PERMISSION, Strength.SHALL, "can-be", verb), subject
    elif word == "can" and not negated and acts and plainly:
        yield Reading(Modality.PERMISSION, Strength.SHALL, "can", verb), subject
    if (word in {"can", "need"} and not negated) or (word == "can" and verb.lemma_ in cues.unable):
        return
    told = is_passive(verb) or (present and _is_document(subject, cues)) or _exceeds(verb, cues)
    if word in {"will", "can"} and not (acts or told or _effort(verb, cues)):
        return
    if _accomplished(verb) and word != "must":
        return
    reading = _read_verb(verb, cues, acts, Strength(cues.modals[modal.lower_]), word, negated)
    if reading is not None:
        yield reading, subject


def _accomplished(verb: Token) -> bool:
    """ "shall have failed": what must have happened before, no duty unless a time is set for it."""
    perfect = verb.tag_ == "VBN" and any(t.lower_ == "have" and t.dep_ == "aux" for t in verb.children)
    return perfect and not any(t.lower_ in {"by", "within", "later", "before"} for t in verb.subtree if t.i > verb.i)


def _resumed(modal: Token, cues: NormCues) -> Token | None:
    """The subject of the modal before, where this one only goes on: "shall decide whether …, and shall notify"."""
    before = next((t for t in reversed(modal.doc[: modal.i]) if not t.is_space and not t.is_punct), None)
    if before is None or before.tag_ != "CC":
        return None
    for other in reversed(modal.doc[: before.i]):
        if other.tag_ == "MD" and other.lower_ in cues.modals and (verb := governed(other)) is not None:
            return None if subordinate(other, verb) else subject_of(verb, other)
    return None


def _read_verb(verb: Token, cues: NormCues, acts: bool, strength: Strength, word: str, negated: bool) -> Reading | None:
    lemma = verb.lemma_.lower()
    passive = any(child.dep_ == "auxpass" for child in verb.children) or (verb.tag_ == "VBN" and has_be(verb))
    plain = _plain(word, negated, strength, verb)
    if lemma == "be":
        return copula(verb, cues, acts, plain, negated)
    if passive:
        return passive_of(verb, cues, plain, negated, lemma)
    if lemma in cues.strivings and (goal := infinitive_of(verb)) is not None:
        modality = Modality.PROHIBITION if negated and plain.modality is Modality.PROHIBITION else Modality.ASPIRATION
        return Reading(modality, Strength.ENDEAVOUR, f"{word}-endeavour", goal)
    if _effort(verb, cues):
        return Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, f"{word}-best-efforts", _effort_goal(verb, cues))
    if lemma in {"have", "enjoy", "retain", "reserve"}:
        return possession(verb, cues, plain, negated, acts)
    if lemma in cues.always_constitutive or _takes_effect(verb) or _has_attribute(verb, cues):
        return None
    if _occurs(verb, cues):
        return plain
    if lemma in cues.abstaining and plain.modality is Modality.OBLIGATION:
        return replace(plain, modality=Modality.PROHIBITION)
    if plain.rule == "may-not" and lemma in cues.opening:
        return plain
    if negated and answers(verb, cues):
        return replace(plain, modality=Modality.EXEMPTION, rule=f"{plain.rule}-answer")
    if lemma == "entitle":
        return replace(plain, modality=Modality.RIGHT, rule=f"{word}-entitle")
    if not acts and (word == "must" or _exceeds(verb, cues) or (negated and _takes_place(verb))):
        return plain  # what must be so somebody has to make so
    if not acts and (lemma in cues.constitutive or not _is_document(subject_of(verb, verb), cues)):
        return None  # a thing cannot owe: "the period shall not exceed" states how it is
    return plain


def _takes_effect(verb: Token) -> bool:
    """ "shall take effect", "shall enter into force"; to "give effect to" or bring into force is a duty."""
    if verb.lemma_ in {"enter", "come", "remain", "continue"}:
        return any(t.lower_ == "force" and 0 < t.i - verb.i <= _NEXT for t in verb.subtree)
    return verb.lemma_ not in {"give", "use"} and any(
        t.dep_ == "dobj" and t.lower_ in {"effect", "form"} for t in verb.children
    )


def _has_attribute(verb: Token, cues: NormCues) -> bool:
    """ "shall possess legal personality" tells what a body is."""
    had = verb.lemma_ in {"have", "possess", "enjoy", "establish", "maintain"}
    return had and any(t.dep_ == "dobj" and t.lemma_.lower() in cues.attributes for t in verb.children)


def _exceeds(verb: Token, cues: NormCues) -> bool:
    """ "the fees shall not exceed the cost": what somebody sets, charges or does; a period only lasts."""
    subject = subject_of(verb, verb)
    spoken = {subject.lemma_.lower(), subject.lower_} if subject is not None else set()
    return verb.lemma_ == "exceed" and not spoken.isdisjoint(cues.measured)


def _effort(verb: Token, cues: NormCues) -> bool:
    """ "shall make every effort", "utilize its best efforts"."""
    if is_passive(verb) and (made := subject_of(verb, verb)) is not None and made.lemma_.lower() in cues.efforts:
        return verb.lemma_ in {"make", "exert"}
    return verb.lemma_ in {"make", "use", "exert", "do", "utilize", "employ", "undertake"} and any(
        t.lemma_.lower() in cues.efforts for t in verb.subtree if t.i - verb.i < 6
    )


def _meets(subject: Token | None, verb: Token, cues: NormCues) -> bool:
    """ "a planning conference shall take place": an occasion, whoever meets at it."""
    return _occurs(verb, cues) and subject is not None


def _occurs(verb: Token, cues: NormCues) -> bool:
    """ "consultations shall take place", "shall begin within a month": whoever meets owes it."""
    subject = subject_of(verb, verb)
    if subject is None or subject.lemma_.lower() not in cues.occasions:
        return False
    return verb.lemma_ in cues.opening or _takes_place(verb)


def _takes_place(verb: Token) -> bool:
    return verb.lemma_ == "take" and any(t.lower_ == "place" for t in verb.children)


def _is_document(subject: Token | None, cues: NormCues) -> bool:
    """A request or report "shall contain …": whoever writes it owes the content."""
    return subject is not None and (subject.lemma_.lower() in cues.documents or subject.lower_ in cues.anaphors)


def _plain(word: str, negated: bool, strength: Strength, verb: Token) -> Reading:
    if word == "need":
        return Reading(Modality.EXEMPTION, Strength.SHALL, "need-not", verb)
    if negated:
        return Reading(Modality.PROHIBITION, strength, f"{word}-not", verb)
    return Reading(_MODALITIES.get(word, Modality.OBLIGATION), strength, word, verb)


def _effort_goal(verb: Token, cues: NormCues) -> Token:
    noun = next((t for t in verb.children if t.lemma_.lower() in cues.efforts), None)
    return (infinitive_of(noun) if noun is not None else None) or infinitive_of(verb) or verb


# --- the frame ------------------------------------------------------------------------------------------------------


def _says_how_many(agent: Token) -> bool:
    """ "by a two-thirds majority" tells how, "by the majority of the members" by whom."""
    return agent.lower_ in {"majority", "vote"} and not any(t.lower_ == "of" for t in agent.children)


def _frame(reading: Reading, subject: Token | None, actors: frozenset[int], cues: NormCues) -> Frame | None:
    verb = reading.verb
    passive = "-be-" not in reading.rule and is_passive(verb)
    others = [c for c in verb.children if c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"} and c.i > verb.i]
    action = action_of(verb, others)
    if action is None:
        return None
    agent = agent_of(verb) if passive else None
    if reading.rule.endswith("-responsibility"):
        passive, agent = True, bearer_behind(verb)
    if agent is not None and (agent.i not in actors or _says_how_many(agent)):
        agent = None
    pronoun = agent if passive else subject
    pronoun = pronoun if pronoun is not None and pronoun.lower_ in cues.anaphors else None
    meant = meant_by(pronoun, actors) if pronoun is not None else None
    told = passive and subject is not None and subject.lower_ in cues.anaphors
    thing = thing_meant(subject) if told and subject is not None else None
    return Frame(
        rule=f"en-{reading.rule}",
        modality=reading.modality,
        strength=reading.strength,
        lemma=verb.lemma_.lower(),
        action=action,
        subject=phrase(subject) if subject is not None else None,
        subject_acts=subject is not None and subject.i in actors and not _meets(subject, verb, cues),
        passive=passive,
        undertaking=reading.undertaking,
        agent=phrase(agent) if agent is not None else None,
        antecedent=phrase(meant) if meant is not None else None,
        resumes=phrase(thing) if thing is not None else None,
    )
