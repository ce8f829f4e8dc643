"""From a document to its norms: cues propose passages, the parse confirms, slots are filled from the same words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from spacy.tokens import Doc

from pipeline import nlp
from pipeline.language import PACKS
from pipeline.language.pack import NormCues
from pipeline.model import (
    CrossRef,
    Deadline,
    Document,
    Genre,
    Modality,
    Norm,
    Span,
    Statement,
    Strength,
)
from pipeline.norms import bearers, deadlines, english, operative, russian, russian_words, slots
from pipeline.norms.bearers import Bearer, described, inferred, named, whose_act
from pipeline.norms.frames import Frame
from pipeline.norms.passages import Passage, passages
from pipeline.norms.proposals import (
    LONGEST,
    Context,
    Job,
    any_of,
    conditions_follow,
    context_of,
    jobs_of,
    named_lead,
    opens,
    readable,
)

_JOINT = re.compile(r"[,;]\s+|\s(?:and|or|but|и|или|а|но|а также)\s")
_NEAR = 100
_NEAR_START = 50
_LOOSE_END = re.compile(r"[\s,;]*(?:\b(?:and|or|but|и|или|а|но|а также))?[\s,;]*$")

_SIDES = frozenset({"each_party", "state", "receiving_party", "sending_party"})

Grammar = Callable[..., Iterator[Frame]]
ANTECEDENTS: Mapping[str, Callable[[str, str, frozenset[str]], str | None]] = MappingProxyType(
    {"ru": russian_words.antecedent}
)
GRAMMARS: Mapping[str, Grammar] = MappingProxyType({"en": english.frames, "ru": russian.frames})


def read(document: Document) -> tuple[Norm, ...]:
    """The norms of `document`; see pipeline.norms.read_norms."""
    pack = PACKS.get(document.language)
    if pack is None or document.language not in GRAMMARS:
        return ()
    context = context_of(document, pack.norms)
    units = passages(document)
    release = document.structure.genre is Genre.RELEASE
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
    found = {t.i for t in doc if t.lower_ in cues.actors or t.lower_ in cues.pronouns}
    shift = job.lead - job.passage.span.start
    for mention in context.acting:
        if job.passage.span.covers(mention.span):
            low, high = mention.span.start + shift, mention.span.end + shift
            found.update(t.i for t in doc if low <= t.idx < high)
    return frozenset(found)


# --- assembling -----------------------------------------------------------------------------------------------------

Frames = Mapping[int, tuple[Job, tuple[Frame, ...]]]


def _assemble(units: Iterable[Passage], frames: Frames, context: Context) -> Iterator[Norm]:
    units = tuple(units)
    heirs = _heirs(units, frames, context.cues)
    left_to_points = frozenset(heirs.values())
    for unit in units:
        if unit.chapeau is not None:
            context.points.setdefault(id(unit.chapeau), []).append(unit.text)
    last: _Last | None = None
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
        chapeau = heirs.get(id(unit))
        if chapeau is not None:
            job, own = frames[chapeau][0], frames[chapeau][1][-1:]
        if not own:
            last = _spoken_of(unit, context) or last
        for frame, part in zip(own, _parts(unit, job, own, context.language), strict=True):
            assert job is not None
            norm = _norm(unit, job, frame, context, frames[id(job.passage)][1], last, part)
            last = _after(norm, frame, job, context, last)
            yield norm


def _parts(unit: Passage, job: Job | None, frames: tuple[Frame, ...], language: str) -> list[Span]:
    """The words of a passage that belong to each of its verbs: they part where the next verb or its subject begins."""
    if job is None or job.passage is not unit or len(frames) < 2:
        return [unit.span] * len(frames)
    order = sorted(range(len(frames)), key=lambda i: frames[i].action.start)
    cuts = [unit.span.start]
    for before, here in pairwise(order):
        start = _opening(frames[here], frames[before], job.text, language)
        cuts.append(max(cuts[-1], unit.span.start + start - job.lead))
    cuts.append(unit.span.end)
    spans = [unit.span] * len(frames)
    for place, i in enumerate(order):
        span = _trimmed(unit, cuts[place], cuts[place + 1])
        spans[i] = span if len(span) > 2 else unit.span
    return spans


def _opening(frame: Frame, before: Frame, text: str, language: str) -> int:
    """Where the words of a later verb begin: at its own subject, else behind the comma or conjunction before it."""
    subject = frame.subject
    own = subject is not None and before.action.start < subject.start < frame.action.start
    start = subject.start if subject is not None and own else frame.action.start
    marks = [hit.end() for hit in _JOINT.finditer(text, before.action.start, start)]
    words = [hit.end() for hit in _JOINT.finditer(text, before.action.start, start) if hit.group().strip(" ,;")]
    if not own and words and start - words[-1] < _NEAR and deadlines.find(text[words[-1] : start], language):
        return words[-1]  # "and shall, within twelve hours, notify"
    if own and marks and not deadlines.find(text[marks[-1] : start], language):
        return start  # only a time limit before the subject is sure to be its own
    return marks[-1] if marks else start


def _trimmed(unit: Passage, start: int, end: int) -> Span:
    words = unit.text[start - unit.span.start : end - unit.span.start]
    tail = _LOOSE_END.search(words)
    kept = words[: tail.start()] if tail and end < unit.span.end else words
    stripped = kept.strip()
    start += len(kept) - len(kept.lstrip())
    return Span(start, start + len(stripped))


def _heirs(units: tuple[Passage, ...], frames: Frames, cues: NormCues) -> dict[int, int]:
    """id of an enumerated point → id of the passage whose last frame it completes."""
    found: dict[int, int] = {}
    for unit in units:
        if unit.chapeau is None or conditions_follow(unit.chapeau, cues):
            continue
        if opens(unit.chapeau, cues) or frames.get(id(unit), (None, ()))[1]:
            continue
        source = found.get(id(unit.chapeau), id(unit.chapeau))
        if frames.get(source, (None, ()))[1] and not unit.opens:
            found[id(unit)] = source
    return found


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
    last: _Last | None,
    part: Span,
) -> Norm:
    assert job is not None
    text = job.text
    last = last if last is not None and last.article == _article(unit.eid) else None
    bearer = _bearer(frame, job, context, _in_sentence(frame, job, siblings, context) or last)
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
        deadline=_deadline(
            frame, job, unit, context, siblings, _Reach(part, around.condition, _clauses(around, text, context))
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


def _article(eid: str) -> str:
    return eid.split("__")[0]


@dataclass(frozen=True, slots=True)
class _Last:
    """The norm before, for pronouns and hidden doers of the next; `topic` is its grammatical subject, if that acts."""

    article: str
    bearer: str
    why: str
    topic: str | None
    quote: str


def _after(norm: Norm, frame: Frame, job: Job, context: Context, before: _Last | None) -> _Last | None:
    if not norm.bearer:
        return before
    words = frame.subject.of(job.text) if frame.subject is not None and frame.subject_acts else ""
    topic = None
    if _anaphoric(words, context.cues):
        topic = before.topic if before is not None else None
    elif words:
        topic = _named(words, None, context).canonical
    return _Last(_article(norm.eid), norm.bearer, norm.bearer_why if norm.bearer_inferred else "", topic, norm.quote)


def _in_sentence(frame: Frame, job: Job, siblings: tuple[Frame, ...], context: Context) -> _Last | None:
    """What the clause before a pronoun in its sentence is about: "the authorities shall help, and they shall …"."""
    if frame.subject is None or not _anaphoric(frame.subject.of(job.text), context.cues):
        return None
    for other in sorted(siblings, key=lambda one: -one.action.start):
        subject = other.subject
        if subject is not None and other.subject_acts and other.action.start < frame.subject.start:
            words = subject.of(job.text)
            who = None if _anaphoric(words, context.cues) else _named(words, None, context).canonical
            if who is not None:
                return _Last("", who, "", who, "")
    return None


def _spoken_of(unit: Passage, context: Context) -> _Last | None:
    """The organ that a sentence without a norm begins with ("The Council is the supreme organ"): the next "it"."""
    organ = bearers.organ_in(unit.text[:_NEAR_START], context.language)
    return _Last(_article(unit.eid), organ, "", organ, unit.text) if organ is not None else None


def _named(words: str, where: Span | None, context: Context) -> Bearer:
    return named(operative.NOMINATIVES.get(context.language, str)(words), where, context.names, context.language)


def _nobody(*_: object) -> None:
    """Languages whose pronouns tell too little."""


def _meant(pronoun: str, last: _Last, context: Context) -> str:
    """Whom a pronoun means: the last subject, or the body that the Parties were just said to set up ("It shall …")."""
    topic = last.topic or last.bearer
    if last.topic is None and last.why:  # nobody was named as the doer: some other word of that sentence is meant
        words = ANTECEDENTS.get(context.language, _nobody)(pronoun, last.quote, context.cues.actors)
        topic = (_named(words, None, context).canonical or topic) if words else topic
    if pronoun.lower() in context.cues.singular and topic in bearers.SEVERAL:
        return bearers.organ_in(last.quote, context.language) or topic
    return topic


def _bearer(frame: Frame, job: Job, context: Context, last: _Last | None) -> Bearer:
    who = frame.agent if frame.passive else frame.subject
    told = frame.subject.of(job.text) if frame.subject is not None and frame.passive and frame.agent is None else ""
    if _anaphoric(told, context.cues) and last is not None and last.why:
        return Bearer(last.bearer, None, last.why)
    if last is not None and last.bearer and any_of((context.cues.own_acts,)).search(told.lower()):
        return Bearer(last.bearer, None, f"{told.lower()}: the acts of whom was named before")
    if who is not None and not frame.passive and _anaphoric(who.of(job.text), context.cues):
        pronoun = who.of(job.text)
        near = last if last is not None and not last.article else None
        meant = near.topic if near is not None else _antecedent(job.text[: who.start], context)
        meant = meant or (_meant(pronoun, last, context) if last else None)
        if meant is not None:
            return Bearer(meant, who.of(job.text))
        return inferred(job.text, 0, context.language, context.default)
    if who is not None and (frame.passive or frame.subject_acts):
        own = who.start >= job.lead
        shift = job.passage.span.start - job.lead
        where = Span(who.start + shift, who.end + shift) if own else None
        found = _named(who.of(job.text), where, context)
        if any_of((context.cues.latter,)).match(who.of(job.text).lower()):
            return Bearer(bearers.last_in(job.text[: who.start], context.language) or found.canonical, found.text)
        reach = max(frame.action.start, who.end) if who.start < frame.action.start else who.end
        side = described(job.text[who.start : min(reach, who.end + 120)], context.language)
        placed = side == "depositary" or (side is not None and found.canonical in _SIDES)
        return Bearer(side if placed else found.canonical, who.of(job.text))
    default = _default(told, _article(job.passage.eid), context, last)
    if frame.subject is None or frame.subject.start > frame.action.start:
        return inferred(job.text, len(job.text), context.language, default)
    clause = job.text[frame.subject.start :]
    organ = whose_act(clause, context.language)
    if organ is not None:
        found = _named(organ, None, context)
        return Bearer(found.canonical, None, f"what {organ} decides or holds is its own act")
    return inferred(clause, len(frame.subject), context.language, default)


def _default(told: str, article: str, context: Context, last: _Last | None) -> tuple[str, str] | None:
    """Who acts where no word tells: the organ an article is about, unless something is done to the organ itself."""
    organ = context.organs.get(article)
    if last is not None and last.bearer in context.cues.inherited_sides:
        return last.bearer, "a passive without agent, behind what this side does"
    if organ is None or (told and bearers.organ_in(told, context.language) == organ):
        return context.default
    return organ, "a passive without agent, in an article about this organ"


def _anaphoric(words: str, cues: NormCues) -> bool:
    return words.lower().replace(" ", "-") in cues.anaphors


def _antecedent(before: str, context: Context) -> str | None:
    """Whom a pronoun means: the first bearer named earlier in its sentence."""
    return described(before, context.language) or bearers.first_in(before, context.language)


@dataclass(frozen=True, slots=True)
class _Reach:
    """The words of a norm in the document; the condition and the dependent clauses it has in the parsed text."""

    part: Span
    condition: Span | None
    clauses: tuple[Span, ...]


def _clauses(around: slots.Slots, text: str, context: Context) -> tuple[Span, ...]:
    """The conditions and exceptions that have a verb of their own ("if no reply comes within ten days")."""
    opens_clause = any_of((context.cues.subordinating,))
    both = (span for span in (around.condition, around.exception) if span is not None)
    return tuple(span for span in both if opens_clause.match(span.of(text).lower()))


def _deadline(
    frame: Frame, job: Job, unit: Passage, context: Context, siblings: tuple[Frame, ...], reach: _Reach
) -> Deadline | None:
    """The time limit nearest to the verb: in the passage itself, or in the words that introduce it."""
    for passage in dict.fromkeys((unit, job.passage, unit.chapeau)):
        if passage is None or len(passage.text) > LONGEST:
            continue
        found = deadlines.find(passage.text, context.language, passage.span.start)
        shift = passage.span.start - (job.lead if passage is job.passage else 0)
        if passage is job.passage:
            found = tuple(
                d
                for d in found
                if (len(siblings) > 1 and _within(d.span.start, reach.part))
                or not _belongs_elsewhere(d.span.start - shift, frame, siblings)
                if not _outside(d.span.start, shift, frame, siblings, reach)
            )
        if found:
            verb = frame.action.start + shift
            return min(
                found, key=lambda d: (d.iso8601 is None, not _reaches(frame, shift, d), abs(d.span.start - verb))
            )
    return None


def _belongs_elsewhere(at: int, frame: Frame, siblings: tuple[Frame, ...]) -> bool:
    """Whether a limit stands among the words of another verb of the sentence and not among those of this one."""
    if frame.action.start <= at < frame.action.end:
        return any(frame.action.start < s.action.start <= at < s.action.end for s in siblings)
    return any(s.action.start <= at < s.action.end for s in siblings)


def _outside(at: int, shift: int, frame: Frame, siblings: tuple[Frame, ...], reach: _Reach) -> bool:
    """Whether a limit only sets a condition before the verb, or stands among the words of another verb."""
    condition = reach.condition
    if any(clause.start <= at - shift < clause.end for clause in reach.clauses):
        return True
    if condition is not None and condition.end <= frame.action.start and condition.start <= at - shift < condition.end:
        return True
    first = min((s.action.start for s in siblings), default=0) + shift
    if at < first:
        return frame.subject is not None and frame.subject.start + shift > first
    return len(siblings) > 1 and not _within(at, reach.part)


def _within(at: int, part: Span) -> bool:
    return part.start <= at < part.end


def _reaches(frame: Frame, shift: int, deadline: Deadline) -> bool:
    return frame.action.start + shift <= deadline.span.start < frame.action.end + shift


# --- press releases -------------------------------------------------------------------------------------------------


def _undertakings(frames: Frames, context: Context) -> Iterator[Norm]:
    """Only what a release says somebody undertook: news in the present tense binds nobody."""
    for job, found in frames.values():
        for frame in found:
            if frame.undertaking:
                yield _norm(job.passage, job, frame, context, found, None, job.passage.span)
