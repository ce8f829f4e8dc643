"""What a Russian relative clause behind a named organ adds: «рабочая группа, которая собирается …» binds the group."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Strength
from pipeline.norms.frames import Frame
from pipeline.norms.russian_agents import agent_of
from pipeline.norms.russian_clauses import action_of, is_finite, is_negated, phrase_of
from pipeline.norms.russian_subjects import NOMINAL
from pipeline.norms.russian_words import lemma


def told_beside(verb: Token, cues: NormCues) -> Token | None:
    """The named organ or thing of which «…, который …» behind it tells what it does or what is done to it."""
    pronoun = next((c for c in verb.children if c.dep_ in NOMINAL and c.lower_.startswith(cues.relatives)), None)
    if pronoun is None or pronoun.i < 2 or pronoun.nbor(-1).text != "," or not is_finite(verb):
        return None
    named = verb.head if verb.dep_ == "acl:relcl" else pronoun.nbor(-2)
    return named if lemma(named) in cues.organs_named and named.i < pronoun.i else None


def relative(verb: Token, named: Token, cues: NormCues) -> Iterator[Frame]:
    """«создаётся рабочая группа, которая собирается дважды в год»"""
    word = lemma(verb)
    if word in cues.always_constitutive | cues.descriptive | cues.telling_what_is or verb.lower_ in cues.modals:
        return
    action = action_of(verb)
    passive = verb.lower_.endswith(("ся", "сь")) and word not in cues.own_reflexives
    if action is None or (passive and agent_of(verb, frozenset(), cues) is None and word in cues.reflexive_passive):
        return
    modality = Modality.PROHIBITION if is_negated(verb) else Modality.OBLIGATION
    agent = agent_of(verb, frozenset(), cues) if passive else None
    yield Frame(
        rule="ru-relative",
        modality=modality,
        strength=Strength.PRESENT,
        lemma=word,
        action=action,
        subject=phrase_of(named),
        subject_acts=agent is None,
        passive=agent is not None,
        agent=phrase_of(agent) if agent is not None else None,
    )
