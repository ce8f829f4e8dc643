"""English turns of phrase that words tell better than the parse: impersonal duties, a verb that is not said again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Span, Strength
from pipeline.norms.english_clauses import action_of, coordinated
from pipeline.norms.frames import Frame, at


def spread(frame: Frame, verb: Token, cues: NormCues) -> Iterator[Frame]:
    """ "… shall be borne by A and those of lighting by B": what a verb that is not said again lays on another."""
    rest = _compiled(cues.elliptic).match(verb.doc.text, frame.agent.start) if frame.agent is not None else None
    if frame.agent is None or rest is None:
        yield frame
        return
    what, who = Span(*rest.span("what")), Span(*rest.span("who"))
    if any(t.tag_ in {"MD", "VBZ", "VBP", "VBD"} for t in at(verb.doc, what)):
        yield frame
        return
    first = Span(frame.agent.start, min(frame.agent.end, rest.end("own")))
    yield replace(frame, agent=first)
    yield replace(frame, action=Span(what.start, who.end), subject=what, agent=who, antecedent=None)


def impersonal(doc: Doc, cues: NormCues) -> Iterator[Frame]:
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
