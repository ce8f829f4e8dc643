"""What an English predicate makes of a clause: "to be" with an adjective, a passive, "to have" with a noun."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Strength
from pipeline.norms.english_clauses import agent_of, bearer_behind, infinitive_of, under_duty
from pipeline.norms.english_subjects import subject_of
from pipeline.norms.frames import conjuncts

_ANSWERING = frozenset({"liable", "responsible", "accountable", "answerable"})
_COMPELLING = frozenset({"compulsory", "mandatory"})
_RENEWING = frozenset({"renew", "prolong"})
_TIMES = frozenset({"hour", "day", "week", "month", "year"})
_STATUS = ("able", "ible")
_NAMING = frozenset({"name", "attach", "annex", "limit", "replace", "renew"})
_CHARGED = frozenset({"account", "expense", "charge", "disposal"})
_JUDGING = frozenset({"consider", "regard", "treat", "interpret", "amend", "replace", "renew", "extend"})


@dataclass(frozen=True, slots=True)
class Reading:
    """How a verb group binds: what `modality`, through which word (`rule`), with the verb that carries the action."""

    modality: Modality
    strength: Strength
    rule: str
    verb: Token
    undertaking: bool = False


def copula(verb: Token, cues: NormCues, acts: bool, plain: Reading, negated: bool) -> Reading | None:
    """What "to be" with an adjective, a noun of duty or a phrase tells; None where it only says how something is."""
    if plain.strength is not Strength.PRESENT and _none_there(verb):
        return replace(plain, modality=Modality.PROHIBITION, rule=f"{plain.rule}-be-no")
    for child in verb.children:
        if child.i > verb.i and child.lower_ in cues.released and not _from(child):
            continue
        if child.i > verb.i and child.lower_ in cues.owed and (child.lower_ != "due" or _timed(child)):
            return replace(plain, rule=f"{plain.rule.removesuffix('-not')}-be-{child.lower_}")
        named = cues.adjectives.get(child.lower_) if child.i > verb.i else None
        if named is not None:
            return adjectival(child, named, plain, negated, cues)
    if negated and any(t.lower_ == "subject" and t.i > verb.i and t.nbor().lower_ == "to" for t in verb.children):
        return replace(plain, modality=Modality.EXEMPTION, rule=f"{plain.rule}-be-subject")
    owed = under_duty(verb)
    if owed is not None:
        none = negated or any(t.lower_ == "no" for t in owed.children)
        modality = Modality.EXEMPTION if none else Modality.OBLIGATION
        rule = f"{plain.rule.removesuffix('-not')}-be-under-{owed.lemma_.lower()}"
        return Reading(modality, plain.strength, rule, infinitive_of(owed) or infinitive_of(verb) or verb)
    if bearer_behind(verb) is not None:
        return replace(plain, rule=f"{plain.rule}-responsibility")
    if any(t.lower_ in _CHARGED for c in verb.children if c.dep_ == "prep" for t in c.children):
        return plain  # "shall be at the expense of the sending Party"
    subject = subject_of(verb, verb)
    if subject is not None and subject.lemma_.lower() in cues.documents and not acts:
        return None if any(t.lower_ in cues.final for t in verb.children) else plain
    if acts and any(t.dep_ == "pobj" and t.lower_ in cues.standing for c in verb.children for t in c.children):
        return plain
    if plain.rule in {"must", "shall"} and not negated and _of_quality(verb, plain.rule, acts, cues):
        return plain  # "the penalties must be effective"
    return plain if acts and any(t.dep_ == "prep" for t in verb.children) is False and negated else None


def _of_quality(verb: Token, word: str, acts: bool, cues: NormCues) -> bool:
    """ "charges shall be just and reasonable": how a thing has to be made; a status, or what it is "for", is none."""
    said = [t for t in verb.children if t.dep_ == "acomp"]
    if word == "must" or acts:
        return word == "must" and bool(said)
    return any(
        t.lower_ not in cues.final
        and (not t.lower_.endswith(_STATUS) or t.lower_ in cues.fair)
        and not any(c.dep_ in {"prep", "xcomp"} for c in t.children)
        for t in said
    )


def _none_there(verb: Token) -> bool:
    """ "There shall be no discrimination": what must not be."""
    there = any(t.dep_ == "expl" for t in verb.children)
    return there and any(c.lower_ == "no" for t in verb.children if t.dep_ == "attr" for c in t.children)


def _from(word: Token) -> bool:
    """ "released from its obligation"; a person "released" is set free."""
    return any(t.lower_ == "from" for t in word.children)


def _timed(due: Token) -> bool:
    """ "due within two years", "due on 1 January"; not "due to"."""
    return due.i + 1 < len(due.doc) and due.nbor().lower_ in {"within", "on", "by", "not", "no", "at"}


def adjectival(word: Token, named: str, plain: Reading, negated: bool, cues: NormCues) -> Reading | None:
    """What a word after "to be" makes of the clause: "required", "entitled", "prohibited", "exempt" …"""
    modality = Modality(named)
    if plain.rule == "must" and word.lower_ == "free":
        modality = Modality.OBLIGATION  # "must be free from pests"
    elif (
        modality is Modality.RIGHT and word.lower_ == "free" and any(t.lower_ in {"from", "of"} for t in word.children)
    ):
        modality = Modality.EXEMPTION  # "free of duty"
    if word.lower_ == "vested" and plain.strength is Strength.PRESENT:
        return None
    if modality is Modality.OBLIGATION and plain.modality is Modality.PERMISSION and not negated:
        modality = Modality.PERMISSION  # "may be required to": whoever may require it
    if (
        modality is Modality.POWER
        and word.lower_ != "vested"
        and _private(subject_of(word.head if word.tag_ == "JJ" else word, word), cues)
    ):
        modality = Modality.PERMISSION
    answers = word.lower_ == "responsible" and any(t.lower_ == "for" for t in word.children)
    spared = negated and word.lower_ == "liable"
    spared = spared or (negated and word.lower_ == "required")
    stated = plain.strength is Strength.PRESENT and modality is Modality.OBLIGATION and not (answers or spared)
    if stated and infinitive_of(word) is None and word.lower_ not in _COMPELLING:
        return None  # "his presence is required for …" describes
    if negated:
        modality = {
            Modality.OBLIGATION: Modality.EXEMPTION,
            Modality.ASPIRATION: Modality.EXEMPTION,
            Modality.PROHIBITION: Modality.PERMISSION,
        }.get(modality, Modality.PROHIBITION)
    verb = infinitive_of(word) or (infinitive_of(word.head) if word.dep_ in {"acomp", "attr"} else None) or word
    return Reading(modality, plain.strength, f"{plain.rule.removesuffix('-not')}-be-{word.lower_}", verb)


def passive_of(verb: Token, cues: NormCues, plain: Reading, negated: bool, lemma: str) -> Reading | None:
    """What a passive tells; None where it only says what holds."""
    named = cues.adjectives.get(verb.lower_)
    if named is not None and (verb.lower_ not in cues.released or _from(verb)):
        return adjectival(verb, named, plain, negated, cues)
    if lemma == "hold" and negated and any(t.lower_ in _ANSWERING for t in verb.children):
        return replace(plain, modality=Modality.EXEMPTION, rule=f"{plain.rule}-held-liable")
    made = subject_of(verb, verb) if lemma in {"make", "exert"} else None
    if made is not None and made.lemma_.lower() in cues.efforts and not negated:
        goal = infinitive_of(verb) or infinitive_of(made) or verb
        return Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, f"{plain.rule}-best-efforts", goal)
    if plain.modality is Modality.PERMISSION and lemma in cues.changing:
        return plain
    if lemma == "constitute" and (set_up := subject_of(verb, verb)) is not None and set_up.lower_ in cues.deciders:
        return plain
    if lemma == "apply" and any(t.lower_ == "no" for t in verb.subtree if t.i < verb.i and t.head.head.i == verb.i):
        return plain  # "no coercion may be applied"
    if lemma == "treat" and any(t.lower_ in cues.secret for t in verb.subtree if t.i > verb.i):
        return plain  # "shall be treated as confidential"
    if (
        lemma in cues.ratifying
        and (act := subject_of(verb, verb)) is not None
        and act.lemma_.lower() in cues.instruments
    ):
        return None if any(t.lower_ in {"this", "present"} for t in act.children) else plain
    doer = agent_of(verb)
    if lemma in _JUDGING and doer is not None and doer.lemma_.lower() in cues.bound | cues.deciders:
        return plain  # "shall be considered by the Council", "shall be regarded by both sides as national"
    if lemma == "apply" and plain.strength is not Strength.PRESENT and (thing := subject_of(verb, verb)) is not None:
        return None if {thing.lemma_.lower(), thing.lower_} & (cues.lasting | cues.holding) else plain
    if lemma in _RENEWING and (thing := subject_of(verb, verb)) is not None:
        return None if thing.lemma_.lower() in cues.lasting | cues.anaphors else plain
    if granted(verb):
        return replace(plain, modality=Modality.PROHIBITION if negated else Modality.RIGHT, rule=f"{plain.rule}-grant")
    if lemma == "limit" and plain.modality is Modality.OBLIGATION and plain.strength is not Strength.PRESENT:
        return plain  # "withdrawals shall be limited to …"
    if lemma == "extend" and any(t.lower_ == "to" for t in verb.children):
        return plain  # "the exemption shall be extended to certificates"
    if plain.rule == "must" and lemma in _NAMING:
        return plain
    return None if lemma in cues.constitutive_passive else plain


def _private(subject: Token | None, cues: NormCues) -> bool:
    """Persons and ships are permitted what they are authorised to do; organs are empowered."""
    if subject is None:
        return False
    return any(
        t.lower_ in cues.private or (t.tag_ == "NNS" and (t.text.islower() or t.i == 0) and t.lower_ not in cues.public)
        for t in conjuncts(subject)
    )


def answers(verb: Token, cues: NormCues) -> bool:
    """ "shall incur no liability", "accepts no responsibility": what one does not answer for."""
    return any(t.dep_ == "dobj" and t.lemma_.lower() in cues.answering for t in verb.children)


def granted(verb: Token) -> bool:
    """ "shall be granted the right to …"."""
    given = verb.lemma_ in {"grant", "accord", "give"}
    return given and any(t.dep_ in {"dobj", "oprd"} and t.lower_ == "right" for t in verb.children)


def answers_nothing(verb: Token) -> bool:
    """ "bear no liability"."""
    return any(t.lower_ == "no" for c in verb.children if c.dep_ == "dobj" for t in c.children)


def _to_do(time: Token) -> bool:
    """ "three months in which to object", not "five years of experience"."""
    return any(t.dep_ in {"relcl", "acl", "pcomp"} or t.lower_ in {"within", "in"} for t in time.children)


def possession(verb: Token, cues: NormCues, plain: Reading, negated: bool, acts: bool) -> Reading | None:
    """What "to have" or "to enjoy" tells, by the noun behind it: a right, a duty, a power."""
    thing = next((t for t in verb.children if t.dep_ in {"dobj", "attr"}), None)
    if thing is not None and thing.lemma_.lower() in cues.attributes:
        return None
    named = cues.possessions.get(thing.lemma_.lower()) if thing is not None else None
    if named is None and thing is not None and thing.lemma_.lower() in _TIMES and acts and _to_do(thing):
        named = Modality.RIGHT  # "shall have three months in which to object"
    if named is None:
        if verb.lemma_ in {"enjoy", "reserve"}:
            return replace(plain, modality=Modality.RIGHT, rule=f"{plain.rule}-{verb.lemma_}")
        return plain if acts else None
    modality = Modality.RIGHT if verb.lemma_ == "reserve" else Modality(named)
    if negated or (thing is not None and any(t.lower_ == "no" for t in thing.children)):
        modality = Modality.EXEMPTION if modality is Modality.OBLIGATION else Modality.PROHIBITION
    goal = infinitive_of(thing) if thing is not None else None
    rule = f"{plain.rule.removesuffix('-not')}-have-{thing.lemma_.lower() if thing is not None else ''}"
    return Reading(modality, plain.strength, rule, goal or infinitive_of(verb) or verb)
