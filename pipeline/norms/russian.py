"""Reading modality, verb and subject from a parsed Russian sentence, the normative present included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeGuard

from spacy.tokens import Doc, Token

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Strength
from pipeline.norms.frames import Frame
from pipeline.norms.russian_agents import agent_of, entrusted_to
from pipeline.norms.russian_clauses import future_of, goal_of, is_finite, is_negated, owes, standing_alone
from pipeline.norms.russian_continued import continued
from pipeline.norms.russian_denials import denied
from pipeline.norms.russian_depth import verbs_below
from pipeline.norms.russian_doers import one_of_them
from pipeline.norms.russian_frames import coordinated, frame_of
from pipeline.norms.russian_holdings import Reading, absent, belongs, effort, granted, possession
from pipeline.norms.russian_modals import constitutes, lets_go, limited, modal, settles
from pipeline.norms.russian_relatives import relative, told_beside
from pipeline.norms.russian_subjects import NOMINAL, agrees, named_behind, subject_of
from pipeline.norms.russian_unsaid import unsaid
from pipeline.norms.russian_words import animate, form, instrumental, lemma, only_finite

_OWING = frozenset({"nsubj", "nsubj:pass", "iobj", "obl", "obl:agent"})
_CIRCUMSTANCE = 8  # words before a pronoun that opens a sentence
_FINITE_ENDINGS = ("ит", "ет", "ёт", "ут", "ют", "ат", "ят", "ся")


def frames(doc: Doc, cues: NormCues, *, actors: frozenset[int], present: bool) -> Iterator[Frame]:
    """Every norm of one sentence. `actors` are the tokens of names that can owe something; `present` allows duties in
    the present tense, as Russian instruments have them.
    """
    seen: set[int] = set()
    actors = actors | {t.i for t in doc if t.dep_ in _OWING and t.pos_ in {"NOUN", "PROPN"} and owes(t, cues)}
    actors = actors | {t.i for t in doc if t.dep_ in NOMINAL and standing_alone(t)}
    actors = actors | one_of_them(doc, cues)
    actors = actors | _doers(doc, actors, cues)
    if present:
        yield from unsaid(doc, cues)
    first = min((t.i for t in doc if t.i in actors or lemma(t) in cues.actors), default=len(doc))
    actors = actors | {t.i for t in doc if t.lower_ in cues.anaphors and (t.i > first or _goes_back(t, cues))}
    below = verbs_below(doc, cues)
    for token in doc:
        told = told_beside(token, cues)
        if told is not None:
            yield from relative(token, told, cues)
        reading = _read(token, cues, actors, present, below)
        if reading is None and told is None and present and token.i in below:
            reading = continued(token, cues)
        if reading is None:
            continue
        subject = subject_of(reading.cue, reading.verb, actors)
        for verb in coordinated(reading):
            if verb.i not in seen:
                seen.add(verb.i)
                frame = frame_of(_for(verb, reading, cues), subject, actors, cues)
                if frame is not None:
                    yield frame


def _doers(doc: Doc, actors: frozenset[int], cues: NormCues) -> frozenset[int]:
    """What does something that no mere thing does is somebody («Города обмениваются»), unless a body stands behind."""
    found = set()
    for verb in doc:
        if verb.pos_ != "VERB" or not is_finite(verb) or not _acts(verb, cues):
            continue
        subject = next((c for c in verb.children if c.dep_ in NOMINAL and c.i < verb.i), None)
        if subject is None or _thing(subject, cues) or not agrees(subject, verb):
            continue
        if named_behind(verb, actors) is None:
            found.add(subject.i)
    return frozenset(found)


def _acts(verb: Token, cues: NormCues) -> bool:
    """Whether a verb says what somebody does: an active one, or «сносятся», that things do not do."""
    word = lemma(verb)
    states = cues.constitutive | cues.always_constitutive | cues.descriptive | cues.telling_what_is | cues.lifeless
    if word in states and not _accepts(verb, cues):
        return False
    return not verb.lower_.endswith(("ся", "сь")) or word in cues.own_reflexives


def _thing(noun: Token, cues: NormCues) -> bool:
    """Whether a noun is nobody: a document, a law, a process or quality by its ending («исполнение», «ценность»)."""
    word = lemma(noun)
    lifeless = word in cues.unable | cues.documents | cues.laws or word.endswith(cues.abstract)
    return lifeless or noun.pos_ not in {"NOUN", "PROPN"}


def _goes_back(pronoun: Token, cues: NormCues) -> bool:
    """Whether the pronoun that opens a sentence does something, as only somebody named before can."""
    verb = pronoun.head
    if (
        not _opens_sentence(pronoun)
        or pronoun.dep_ not in NOMINAL
        or lemma(verb) in cues.constitutive | cues.always_constitutive
    ):
        return pronoun.i < 2 and pronoun.dep_ == "iobj"
    return verb.lower_ in cues.modals or not verb.lower_.endswith(("ся", "сь")) or lemma(verb) in cues.own_reflexives


def _opens_sentence(pronoun: Token) -> bool:
    """«Она сообщает», «В этом случае она сообщает»: nothing but circumstances stands before it."""
    if pronoun.i < 2:
        return True
    before = pronoun.doc[: pronoun.i]
    if len(before) > _CIRCUMSTANCE or any(form(t, "VerbForm") == "Fin" for t in before):
        return False
    return all(t.pos_ in {"ADV", "ADP", "PUNCT", "PART"} or form(t, "Case") not in {"Nom", ""} for t in before)


def _read(token: Token, cues: NormCues, actors: frozenset[int], present: bool, below: frozenset[int]) -> Reading | None:
    named = cues.modals.get(token.lower_)
    if named is not None and not settles(token, cues) and not lets_go(token, cues):
        return None if token.i in below else modal(token, named, cues, actors)
    if _mistaken(token):
        return _present(token, cues, actors) if present and token.i not in below else None
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "aux:pass"} or token.i in below:
        return None
    future = future_of(token)
    if future is not None:
        return _will(token, cues, actors) if future.i not in below else None
    if token.lower_ in {"будет", "будут"} and (goal := _distant(token)) is not None:
        return _will(goal, cues, actors, aux=token)
    if not is_finite(token):
        return None
    return (
        effort(token, cues)
        or granted(token, cues)
        or belongs(token, cues)
        or possession(token, cues)
        or absent(token, cues)
        or denied(token, cues, actors)
        or (_present(token, cues, actors) if present else None)
    )


def _mistaken(token: Token) -> bool:
    """Whether the tagger took a finite verb for another word: the dictionary knows «уведомит» as a verb only."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "ADV", "X"} or not token.lower_.endswith(_FINITE_ENDINGS):
        return False
    return only_finite(token.lower_)


def _for(verb: Token, reading: Reading, cues: NormCues) -> Reading:
    """The reading for one of several verbs: «обязуется не разглашать и хранить» forbids only the first."""
    if verb.i != reading.verb.i and lemma(verb) in cues.strivings and reading.modality is Modality.OBLIGATION:
        return Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, "endeavour", reading.cue, goal_of(verb) or verb)
    if reading.shared or verb.i == reading.verb.i:
        return replace(reading, verb=verb)
    alternative = any(t.lower_ in {"или", "либо", "ни"} for t in verb.doc[reading.verb.i : verb.i])
    negated = is_negated(verb) or (alternative and reading.modality is Modality.PROHIBITION)
    return replace(reading, verb=verb, modality=Modality.PROHIBITION if negated else Modality.OBLIGATION)


def _distant(aux: Token) -> Token | None:
    """«будет в пределах своих возможностей, а также …, способствовать»: the infinitive the parser did not find."""
    stands_alone = any(c.dep_ == "case" for c in aux.head.children)  # a copula of «в пределах …»
    if any(c.pos_ in {"VERB", "ADJ"} for c in aux.children) or (aux.dep_ == "cop" and not stands_alone):
        return None
    for token in aux.doc[aux.i + 1 :]:
        if form(token, "VerbForm") == "Inf" and token.dep_ != "xcomp":
            return token
        if form(token, "VerbForm") == "Fin" or token.text in {";", ":"}:
            return None
    return None


def _will(verb: Token, cues: NormCues, actors: frozenset[int], aux: Token | None = None) -> Reading | None:
    if constitutes(verb, subject_of(aux or verb, verb, actors), cues, actors):
        return None
    aux = aux or future_of(verb)
    negated = is_negated(verb) or (aux is not None and is_negated(aux))
    if lemma(verb) in cues.strivings:
        return Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, "endeavour", verb, goal_of(verb) or verb)
    modality = Modality.PROHIBITION if negated else Modality.OBLIGATION
    return Reading(modality, Strength.WILL, "будут", aux if _distant_of(aux, verb) else verb, verb)


def _distant_of(aux: Token | None, verb: Token) -> TypeGuard[Token]:
    return aux is not None and aux.head.i != verb.i


def _by_law(verb: Token, cues: NormCues) -> bool:
    """«определяется законодательством», «устанавливается настоящим Положением»: the law speaks, nobody is bound."""
    if lemma(verb) not in cues.laid_down:
        return False
    return any(lemma(t) in cues.laws and instrumental(t.lower_) for t in verb.children)


def _present(verb: Token, cues: NormCues, actors: frozenset[int]) -> Reading | None:
    """«Стороны обмениваются», «осуществляется»: a duty, unless the verb only says how the law stands."""
    subject = subject_of(verb, verb, actors)
    acts = subject is not None and subject.i in actors
    word = lemma(verb)
    if word in cues.constitutive and any(c.lower_ in cues.forces for c in verb.children):
        return None  # «вступает в силу», whoever "it" may be
    if word in cues.declaring and _that(verb):
        return None
    if (allowed := _allowed(verb, subject, cues, actors, acts=acts)) is not None:
        return allowed
    if word in cues.naming and verb.doc.text.rstrip().endswith(":") and agent_of(verb, actors, cues) is not None:
        return None  # «Компетентными органами назначаются: …» names them
    if (exempt := _spared(verb, subject, cues, acts=acts)) is not None:
        return exempt
    if _says_how_things_are(verb, subject, cues, actors):
        return None
    if word in cues.exceeding and is_negated(verb):
        return Reading(Modality.PROHIBITION, Strength.PRESENT, "bound", verb, verb)
    reflexive = verb.lower_.endswith(("ся", "сь"))
    if not (acts or reflexive or _document(subject, cues) or _they(verb, subject, cues)):
        return None
    future = form(verb, "Tense") == "Fut"
    modality = Modality.PROHIBITION if is_negated(verb) or word in cues.abstaining else Modality.OBLIGATION
    strength = Strength.WILL if future else Strength.PRESENT
    return Reading(modality, strength, "future" if future else "present", verb, verb)


def _allowed(
    verb: Token, subject: Token | None, cues: NormCues, actors: frozenset[int], *, acts: bool
) -> Reading | None:
    """What the present entrusts somebody with, gives him a right to or leaves to him to decide."""
    word = lemma(verb)
    if word in cues.entrusting and (_told(subject) or not acts) and entrusted_to(verb, actors) is not None:
        return Reading(Modality.OBLIGATION, Strength.PRESENT, "entrusted", verb, verb)
    if is_negated(verb):
        return None
    if word in cues.enjoying and subject is not None and animate(subject.lower_):
        return Reading(Modality.RIGHT, Strength.PRESENT, "enjoys", verb, verb)
    if _chooses(verb, cues) and (acts or agent_of(verb, actors, cues) is not None):
        return Reading(Modality.RIGHT, Strength.PRESENT, "own-choice", verb, verb)
    if subject is not None and lemma(subject) in cues.deciders and _decides(verb, cues) and not limited(verb, cues):
        return Reading(Modality.POWER, Strength.PRESENT, "decides", verb, verb)
    return None


def _says_how_things_are(verb: Token, subject: Token | None, cues: NormCues, actors: frozenset[int]) -> bool:
    """Whether the present states a definition, an effect or the law, and binds nobody."""
    word, recognised = lemma(verb), _recognised(verb, cues, actors)
    if word in cues.always_constitutive | cues.constitutive and not recognised:
        return word in cues.always_constitutive or constitutes(verb, subject, cues, actors)
    return (word in cues.descriptive and not _accepts(verb, cues)) or _by_law(verb, cues)


def _told(subject: Token | None) -> bool:
    """«Секретарю вменяется в обязанность …»"""
    return subject is not None and subject.dep_ == "iobj"


def _that(verb: Token) -> bool:
    """«заявляет, что …»"""
    return [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]] == [",", "что"]


def _they(verb: Token, subject: Token | None, cues: NormCues) -> bool:
    """«О заболевании родителей извещают»: what is done by nobody in particular."""
    return subject is None and form(verb, "Number") == "Plur" and form(verb, "Person") == "3" and _acts(verb, cues)


def _spared(verb: Token, subject: Token | None, cues: NormCues, *, acts: bool) -> Reading | None:
    """«не облагаются», «не требуют легализации», «ввозится без уплаты пошлин»: what somebody need not do."""
    word, negated = lemma(verb), is_negated(verb)
    if word in cues.extending and negated and subject is not None and lemma(subject) in cues.burdens:
        return Reading(Modality.EXEMPTION, Strength.PRESENT, "not-extended", verb, verb)
    if word in cues.unburdened and negated:
        return Reading(Modality.EXEMPTION, Strength.PRESENT, "unburdened", verb, verb)
    if word in cues.needless and negated and not acts:
        return Reading(Modality.EXEMPTION, Strength.PRESENT, "needs-no", verb, verb)
    if _duty_free(verb, cues):
        return Reading(Modality.EXEMPTION, Strength.PRESENT, "duty-free", verb, verb)
    return None


def _recognised(verb: Token, cues: NormCues, actors: frozenset[int]) -> bool:
    """«Дипломы признаются Сторонами», «признаются действительными»"""
    if lemma(verb) not in cues.recognising:
        return False
    return agent_of(verb, actors, cues) is not None or any(c.lower_ in cues.as_valid for c in verb.children)


def _accepts(verb: Token, cues: NormCues) -> bool:
    """«признают дипломы», «взаимно признают»: papers are recognised, while «признают важность» binds nobody."""
    if lemma(verb) not in cues.accepting:
        return False
    things = (lemma(c) for c in verb.children if c.dep_ in {"obj", "nsubj:pass", "nsubj"})
    return any(thing in cues.documents | cues.made | cues.accepted for thing in things)


def _chooses(verb: Token, cues: NormCues) -> bool:
    """«самостоятельно выбирает маршрут», «определяются перевозчиками по своему усмотрению»"""
    return (
        lemma(verb) in cues.choosing and not is_negated(verb) and any(t.lower_ in cues.own_choice for t in verb.subtree)
    )


def _duty_free(verb: Token, cues: NormCues) -> bool:
    """«ввозится без уплаты пошлин»"""
    return any(
        c.lower_ in cues.untaxed and (c.pos_ == "ADV" or any(g.lower_ == "без" for g in c.children))
        for c in verb.children
    )


def _decides(verb: Token, cues: NormCues) -> bool:
    """«Совет утверждает бюджет», «Директор представляет Центр в отношениях с …»: an act of office, not a duty."""
    word = lemma(verb)
    if word in cues.deciding:
        return True
    objects = {lemma(c) for c in verb.children if c.dep_ == "obj"}
    links = {
        g.lower_
        for c in verb.subtree
        if c.i > verb.i
        for g in c.children
        if g.dep_ == "case" and g.i < c.i and not any(f.dep_ == "fixed" for f in g.children) and not _numbered(c)
    }
    return any(f"{word}/{extra}" in cues.deciding for extra in (*objects, *links))


def _numbered(noun: Token) -> bool:
    """«раз в шесть месяцев»: an amount of time, nobody before whom one speaks."""
    return any(c.dep_.startswith("nummod") for c in noun.children)


def _document(subject: Token | None, cues: NormCues) -> bool:
    return subject is not None and lemma(subject) in cues.documents
