"""From a document to its norms: cues propose passages, the parse confirms, slots are filled from the same words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from spacy.tokens import Doc

from pipeline import nlp
from pipeline.language import PACKS
from pipeline.model import (
    CrossRef,
    Document,
    Modality,
    Norm,
    Span,
    Statement,
    Strength,
)
from pipeline.norms import english, operative, russian, slots
from pipeline.norms.frames import Frame
from pipeline.norms.limits import Reach, clauses, deadline_of
from pipeline.norms.parts import Frames, heirs, parts
from pipeline.norms.passages import Passage, passages
from pipeline.norms.proposals import (
    Context,
    Job,
    any_of,
    conditions_follow,
    context_of,
    is_release,
    jobs_of,
    named_lead,
    opens,
    readable,
)
from pipeline.norms.spoken import Last, after, article_of, in_sentence, spoken_of
from pipeline.norms.who import bearer_of

_CLAUSE = ("VerbForm=Fin",)
"""Marks of a clause: a statistical name that has a verb is none."""

Grammar = Callable[..., Iterator[Frame]]
GRAMMARS: Mapping[str, Grammar] = MappingProxyType({"en": english.frames, "ru": russian.frames})


def read(document: Document) -> tuple[Norm, ...]:
    """The norms of `document`; see pipeline.norms.read_norms."""
    pack = PACKS.get(document.language)
    if pack is None or document.language not in GRAMMARS:
        return ()
    context = context_of(document, pack.norms)
    units = passages(document)
    release = is_release(document, pack.norms)
    jobs = [job for unit in units for job in jobs_of(unit, context, release=release)]
    frames = {id(job.passage): (job, found) for job, found in _parsed(jobs, context)}
    norms = _undertakings(frames, context) if release else _assemble(units, frames, context)
    return tuple(norms)


def _parsed(jobs: list[Job], context: Context) -> Iterator[tuple[Job, tuple[Frame, ...]]]:
    """The frames of every job, parsed in batches of similar length."""
    order = sorted(range(len(jobs)), key=lambda i: (len(jobs[i].text), i))
    grammar = GRAMMARS[context.language]
    texts = (readable(jobs[i].text, context.cues) for i in order)
    docs = nlp.parse(texts, context.language) if jobs else iter(())
    for i, doc in zip(order, docs, strict=True):
        actors = _actors(doc, jobs[i], context)
        yield jobs[i], tuple(grammar(doc, context.cues, actors=actors, present=context.present))


def _actors(doc: Doc, job: Job, context: Context) -> frozenset[int]:
    """The tokens that name somebody who can act: cue nouns, pronouns, and the entities of the document."""
    cues = context.cues
    found = {t.i for t in doc if t.lower_ in cues.actors or t.lower_ in cues.pronouns or t.lower_ in context.doers}
    for named in any_of((cues.acting_phrases,)).finditer(doc.text.lower()):
        found.update(t.i for t in doc if named.start() <= t.idx < named.end())
    shift = job.lead - job.passage.span.start
    for mention in context.acting:
        if job.passage.span.covers(mention.span):
            low, high = mention.span.start + shift, mention.span.end + shift
            inside = [t for t in doc if low <= t.idx < high]
            if not any(form in t.morph for t in inside for form in _CLAUSE):
                found.update(t.i for t in inside)
    return frozenset(found)


# --- assembling -----------------------------------------------------------------------------------------------------


def _assemble(units: Iterable[Passage], frames: Frames, context: Context) -> Iterator[Norm]:
    units = tuple(units)
    completing = heirs(units, frames, context.cues)
    left_to_points = frozenset(completing.values())
    for unit in units:
        if unit.chapeau is not None:
            context.points.setdefault(id(unit.chapeau), []).append(unit.text)
    last: Last | None = None
    for unit in units:
        definition = _definition(unit, context)
        if definition is not None:
            yield definition
            continue
        directed = operative.norms(unit, context.document, context.names)
        yield from (replace(one, cross_refs=_references_in(one.span, context)) for one in directed)
        if directed and directed[0].span.start == unit.span.start:
            continue
        job, own = frames.get(id(unit), (None, ()))
        listed = unit.opens and (opens(unit, context.cues) or named_lead(unit, context.cues) is not None)
        if id(unit) in left_to_points or listed:
            own = own[:-1]  # its last verb is said once for each point
        chapeau = completing.get(id(unit))
        if chapeau is not None:
            job, own = frames[chapeau][0], frames[chapeau][1][-1:]
        if not own:
            last = spoken_of(unit, context) or last
        for frame, part in zip(own, parts(unit, job, own, context.language), strict=True):
            assert job is not None
            norm = _norm(unit, job, frame, context, frames[id(job.passage)][1], last, part)
            last = after(norm, frame, job, context, last)
            yield norm


def _definition(unit: Passage, context: Context) -> Norm | None:
    if not any_of(context.cues.definition).search(unit.text[:300].lower()):
        return None
    return Norm(
        eid=unit.eid,
        span=unit.span,
        modality=Modality.DEFINITION,
        statement=Statement.CONSTITUTIVE,
        strength=Strength.PRESENT,
        bearer=None,
        action=unit.text,
        quote=unit.text,
        rule=f"{context.language}-definition",
        chapeau=unit.chapeau.text if unit.chapeau else None,
    )


def _norm(
    unit: Passage,
    job: Job | None,
    frame: Frame,
    context: Context,
    siblings: tuple[Frame, ...],
    last: Last | None,
    part: Span,
) -> Norm:
    assert job is not None
    text = job.text
    last = last if last is not None and last.article == article_of(unit.eid) else None
    bearer = bearer_of(frame, job, context, in_sentence(frame, job, siblings, context) or last)
    around = slots.read(text, frame.subject, frame.action, context.language)
    action = frame.action.of(text)
    if job.passage is not unit:
        action = f"{action.rstrip(' :')}: {unit.text}"
    return Norm(
        eid=unit.eid,
        span=part,
        modality=frame.modality,
        statement=frame.statement,
        strength=frame.strength,
        bearer=bearer.canonical,
        action=action,
        quote=part.of(context.document.text),
        rule=frame.rule,
        bearer_text=bearer.text,
        bearer_inferred=bool(bearer.why),
        bearer_why=bearer.why,
        counterparty=around.counterparty.of(text) if around.counterparty else None,
        lemma=frame.lemma,
        condition=_condition(around.condition, unit, text, context),
        exception=around.exception.of(text) if around.exception else None,
        deadline=deadline_of(
            frame, job, unit, context, siblings, Reach(part, around.condition, clauses(around, text, context))
        ),
        chapeau=_chapeau(unit),
        cross_refs=_references_in(unit.span, context),
    )


def _condition(stated: Span | None, unit: Passage, text: str, context: Context) -> str | None:
    """The condition of a clause; in the introduction of a list of conditions, with all of them."""
    words = stated.of(text) if stated else None
    if unit.opens and conditions_follow(unit, context.cues):
        return " ".join((words or "", *context.points.get(id(unit), ()))).strip()
    return words


def _references_in(span: Span, context: Context) -> tuple[CrossRef, ...]:
    low = bisect_left(context.reference_starts, span.start)
    high = bisect_left(context.reference_starts, span.end)
    return context.references[low:high]


def _chapeau(unit: Passage) -> str | None:
    parts = []
    above = unit.chapeau
    while above is not None:
        parts.append(above.text)
        above = above.chapeau
    return " ".join(reversed(parts)) or None


# --- press releases -------------------------------------------------------------------------------------------------


def _undertakings(frames: Frames, context: Context) -> Iterator[Norm]:
    """Only what a release says somebody undertook: news in the present tense binds nobody."""
    for job, found in frames.values():
        for frame in found:
            if frame.undertaking:
                yield _norm(job.passage, job, frame, context, found, None, job.passage.span)
