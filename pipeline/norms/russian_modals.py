"""What a Russian modal word says, and where it binds nobody because the law itself speaks."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Strength
from pipeline.norms.russian_agents import agent_of
from pipeline.norms.russian_clauses import goal_of, is_negated
from pipeline.norms.russian_holdings import NEGATED, Reading, effort
from pipeline.norms.russian_subjects import NOMINAL, stated_subject, subject_of
from pipeline.norms.russian_words import comparative, form, lemma


def settles(token: Token, cues: NormCues) -> bool:
    """«споры разрешаются», «споры, касающиеся толкования, разрешаются»: settled, not permitted."""
    if token.lower_ not in cues.settling:
        return False
    first = next((t for t in token.doc[: token.i] if t.pos_ == "NOUN"), None)
    if first is not None and lemma(first) in cues.settled:
        return True
    subject = stated_subject(token, token)
    return (
        subject is not None
        and subject.dep_ != "iobj"
        and (lemma(subject) in cues.settled or subject.lower_ in cues.anaphors)
    )


def lets_go(token: Token, cues: NormCues) -> bool:
    """«лицо освобождается из-под стражи» is no exemption: that is from something."""
    return token.lower_ in cues.releasing and not any(t.lower_ == "от" for t in token.doc[token.i : token.i + 8])


def modal(cue: Token, named: str, cues: NormCues, actors: frozenset[int]) -> Reading | None:
    """What a modal word («обязаны», «вправе», «не может») says, none where it only says how the law stands."""
    kind, _, grade = named.partition("/")
    modality, strength = Modality(kind), Strength(grade or "shall")
    goal = _bound(cue, modality) or goal_of(cue) or (_being(cue) if modality is Modality.OBLIGATION else None)
    if goal is None and cue.lower_ in cues.need_infinitive and not (cue.lower_ in cues.waiving and is_negated(cue)):
        return None
    if cue.lower_ in cues.possible and not any(c.dep_ in NOMINAL or c.pos_ == "AUX" for c in cue.children):
        return None  # «возможно» as an adverb
    if goal is not None and _states(goal, cue, modality, cues, actors):
        return None
    if modality is Modality.EXEMPTION and is_negated(cue):
        return None  # «не освобождаются от основной работы»: all stays as it is
    shared = modality is not Modality.OBLIGATION or is_negated(cue)
    if is_negated(cue):
        freed = any(lemma(c) in cues.taxing for c in cue.children)  # «не подлежит налогообложению»
        forbids = cue.lower_ in cues.forbidding_not and not freed
        modality = Modality.PROHIBITION if forbids else NEGATED.get(modality, modality)
    elif goal is not None and modality is Modality.OBLIGATION and _refrains(goal, cues):
        modality = Modality.PROHIBITION
    if goal is not None and modality is Modality.OBLIGATION and (tried := effort(goal, cues)) is not None:
        return replace(tried, cue=cue)
    if goal is not None and lemma(goal) in cues.strivings and modality is Modality.OBLIGATION:
        inner = goal_of(goal)
        return Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, "endeavour", cue, inner or goal)
    verb = goal or cue
    if verb.lemma_ == "быть" or verb.lower_ == "быть":
        verb = next((c for c in verb.children if c.dep_ in {"xcomp", "conj"} and c.pos_ == "VERB"), verb)
    return Reading(modality, strength, cue.lower_, cue, verb, cue.lower_ in cues.undertaking, shared)


def _refrains(goal: Token, cues: NormCues) -> bool:
    """«обязан не разглашать», «должны воздерживаться», but not «не старше»."""
    return (goal.pos_ in {"VERB", "AUX"} and is_negated(goal)) or lemma(goal) in cues.abstaining


def _bound(cue: Token, modality: Modality) -> Token | None:
    """«не может быть менее 20 процентов», «должен быть не старше 35 лет»: the comparative that sets a bound."""
    if modality is not Modality.OBLIGATION and not is_negated(cue):
        return None
    being = next((t for t in cue.doc[cue.i + 1 : cue.i + 4] if t.lower_ == "быть"), None)
    if being is None:
        return None
    return next((t for t in being.doc[being.i + 1 : being.i + 3] if comparative(t.lower_)), None)


def _being(cue: Token) -> Token | None:
    """«должны быть не старше 35 лет», «не должны быть выше»: what somebody or something has to be."""
    being = next((t for t in cue.doc[cue.i + 1 : cue.i + 4] if t.lower_ == "быть"), None)
    return being.head if being is not None and being.dep_ == "cop" and being.head.i > being.i else None


def _states(goal: Token, cue: Token, modality: Modality, cues: NormCues, actors: frozenset[int]) -> bool:
    """Whether a modal only says how the law stands: «не должно толковаться», but «должны быть не старше 35 лет»."""
    subject = subject_of(cue, goal, actors)
    if modality in {Modality.RIGHT, Modality.POWER}:
        return False
    binds = modality in {Modality.OBLIGATION, Modality.PROHIBITION}
    if (
        binds
        and lemma(goal) not in cues.interpreting
        and (cue.lower_ in cues.impersonal_modals or not _of_law(subject, cues))
    ):
        return False
    return constitutes(goal, subject, cues, actors)


def _of_law(subject: Token | None, cues: NormCues) -> bool:
    """Whether a clause speaks of the instrument itself, of a legal state, or of nothing in particular."""
    if subject is None or subject.pos_ == "PRON" or lemma(subject) in cues.states:
        return True
    if lemma(subject) not in cues.laws:
        return False
    alone = form(subject, "Number") == "Sing" and not any(c.pos_ in {"ADJ", "DET", "NOUN"} for c in subject.children)
    named = subject.text[:1].isupper() and (subject.i > 0 or alone)
    before = subject.nbor(-1).lower_ if subject.i else ""
    return named or before.startswith(cues.itself) or any(c.lower_.startswith(cues.itself) for c in subject.children)


def constitutes(verb: Token, subject: Token | None, cues: NormCues, actors: frozenset[int]) -> bool:
    """«не должно рассматриваться как …»: the law itself speaks, nobody is bound."""
    if subject is not None and (subject.i in actors or lemma(subject) in cues.documents):
        return False
    if agent_of(verb, actors, cues) is not None:
        return False  # «может быть прекращён любой из Сторон»
    around = (*verb.children, *(verb.head.children if verb.dep_ == "xcomp" else ()))
    if lemma(verb) in cues.timed and limited(verb, cues):
        return False  # «Розыск начинается не позднее чем через …»
    if lemma(verb) in cues.attaching and not _in_itself(subject, around, cues):
        return False  # «К запросу прилагаются …», not «Перечень прилагается», «указывается в приложении»
    if lemma(verb) in cues.ending and not _of_law(subject, cues) and not _lies_in(verb):
        return False  # «выплата прекращается», not «Соглашение прекращается»
    if _used(verb, subject, cues):
        return False
    return lemma(verb) in cues.constitutive


def _lies_in(verb: Token) -> bool:
    """«заключается в предоставлении …»: what something is."""
    return lemma(verb) == "заключаться" and any(c.lower_ == "в" for c in verb.subtree)


def _used(verb: Token, subject: Token | None, cues: NormCues) -> bool:
    """«Яды не применяются», «Заявления рассматриваются», not «рассматривается как», not of the law."""
    if lemma(verb) not in cues.using_up or subject is None or lemma(subject) in cues.laws | cues.states:
        return False
    as_something = any(t.lower_ in {"как", "к"} for t in verb.doc[verb.i + 1 : verb.i + 4])
    return not as_something and subject.pos_ != "PRON" and (is_negated(verb) or lemma(verb) == "рассматриваться")


def _in_itself(subject: Token | None, around: tuple[Token, ...], cues: NormCues) -> bool:
    """Whether something stands in the instrument itself or its annexes."""
    if subject is not None and (lemma(subject) in cues.states | cues.parts or _of_law(subject, cues)):
        return subject.pos_ != "PRON"
    return any(lemma(c) in cues.parts or (lemma(c) in cues.laws and _of_law(c, cues)) for c in around)


def limited(verb: Token, cues: NormCues) -> bool:
    """Whether a verb has a limit of time among its words."""
    return any(t.lower_ in cues.limiting for t in verb.subtree) or _limited_next(verb, cues)


def _limited_next(verb: Token, cues: NormCues) -> bool:
    """«созывает её не позднее чем через год»: a limit next behind the verb, whatever the parser hung it on."""
    return any(t.lower_ in cues.limiting - {"течение"} for t in verb.doc[verb.i + 1 : verb.i + 5])
