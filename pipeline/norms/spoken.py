"""What was spoken of before a clause: whom its pronouns mean, and "that Party", "the other Party", "the latter"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pipeline.language.pack import NormCues
from pipeline.model import Norm, Span
from pipeline.norms import bearers, operative, russian_words
from pipeline.norms.bearers import Bearer, described, named
from pipeline.norms.frames import Frame
from pipeline.norms.passages import Passage
from pipeline.norms.proposals import Context, Job, any_of

_NEAR_START = 50
_WORD = re.compile(r"[\w-]+")
_TO_HIM = re.compile(r"\b(?:to|with|from)\s(?:the\s|an?\s|its\s)?(?:\w+\s)?$")
_ACRONYM = re.compile(r"[A-Z]{3,}")
ANTECEDENTS: Mapping[str, Callable[[str, str, frozenset[str]], str | None]] = MappingProxyType(
    {"ru": russian_words.antecedent}
)


@dataclass(frozen=True, slots=True)
class Last:
    """The norm before, for pronouns and hidden doers of the next; `topic` is its grammatical subject, if that acts.

    `doer` is the last side or body of its article that acts, whoever was spoken of since, `body` the last that meets;
    `lemma` is what was done.
    """

    article: str
    bearer: str
    why: str
    topic: str | None
    quote: str
    eid: str = ""
    thing: str = ""
    doer: str = ""
    body: str = ""
    lemma: str = ""


def article_of(eid: str) -> str:
    """The id of the article that a provision belongs to; of the first part of its id where there are no articles."""
    parts = eid.split("__")
    at = next((i for i, part in enumerate(parts) if part.startswith("art_")), 0)
    return "__".join(parts[: at + 1])


def after(norm: Norm, frame: Frame, job: Job, context: Context, before: Last | None) -> Last | None:
    """What a norm leaves for the pronouns and hidden doers behind it."""
    if not norm.bearer:
        return before
    words = frame.subject.of(job.text) if frame.subject is not None and frame.subject_acts else ""
    topic = None
    if anaphoric(words, context.cues):
        topic = before.topic if before is not None else None
    elif words:
        topic = named_there(words, place(frame.subject, job) if frame.subject else None, context).canonical
    if norm.lemma in context.cues.giving and (thing := any_of((context.cues.thing_given,)).match(norm.action.lower())):
        context.given[thing["what"].removesuffix("s")] = norm.bearer
    why = norm.bearer_why if norm.bearer_inferred else ""
    return Last(
        article_of(norm.eid),
        norm.bearer,
        why,
        topic,
        norm.quote,
        norm.eid,
        _thing(frame, job, context, before),
        _doer(norm, before, context),
        _body(norm, before, context),
        norm.lemma or "",
    )


def _body(norm: Norm, before: Last | None, context: Context) -> str:
    if norm.bearer and any_of((context.cues.meeting_bodies,)).search(norm.bearer):
        return norm.bearer
    return before.body if before is not None and before.article == article_of(norm.eid) else ""


def _doer(norm: Norm, before: Last | None, context: Context) -> str:
    """The last side or body of an article that acts: no guest, and nobody in common."""
    visits = any_of((context.cues.visitors or "(?!)",)).search(norm.bearer or "") is not None
    if norm.bearer and norm.bearer not in bearers.COMMON and not visits:
        return norm.bearer
    return before.doer if before is not None and before.article == article_of(norm.eid) else ""


def _thing(frame: Frame, job: Job, context: Context, before: Last | None) -> str:
    """What a clause says something is done to, for the pronoun of the next one."""
    if frame.subject is None or frame.subject_acts:
        return ""
    words = frame.subject.of(job.text)
    if not anaphoric(words, context.cues):
        return words
    return frame.resumes.of(job.text) if frame.resumes is not None else (before.thing if before is not None else "")


def in_sentence(frame: Frame, job: Job, siblings: tuple[Frame, ...], context: Context) -> Last | None:
    """What the clause before a pronoun in its sentence is about: "the authorities shall help, and they shall …"."""
    if frame.subject is None or not anaphoric(frame.subject.of(job.text), context.cues):
        return None
    for other in sorted(siblings, key=lambda one: -one.action.start):
        subject = other.subject
        if subject is not None and other.subject_acts and other.action.start < frame.subject.start:
            words = subject.of(job.text)
            who = None if anaphoric(words, context.cues) else named_there(words, place(subject, job), context).canonical
            if who is not None:
                return Last("", who, "", who, "")
    return None


def spoken_of(unit: Passage, context: Context) -> Last | None:
    """The organ that a sentence without a norm begins with ("The Council is the supreme organ"): the next "it"."""
    organ = bearers.organ_in(unit.text[:_NEAR_START], context.language)
    return Last(article_of(unit.eid), organ, "", organ, unit.text, unit.eid) if organ is not None else None


def named_there(words: str, where: Span | None, context: Context) -> Bearer:
    """The bearer that some words of a document name, whatever case they stand in; `where` is their place in it."""
    return named(operative.NOMINATIVES.get(context.language, str)(words), where, context.names, context.language)


def _nobody(*_: object) -> None:
    """Languages whose pronouns tell too little."""


def meant(pronoun: str, last: Last, context: Context) -> str:
    """Whom a pronoun means: the last subject, or the body that the Parties were just said to set up ("It shall …")."""
    topic = last.topic or last.bearer
    if pronoun.lower() in context.cues.of_persons and not any_of((context.cues.offices_held,)).search(topic):
        office = any_of((context.cues.offices_held,)).search(last.quote.lower())
        return named_there(office.group(), None, context).canonical or topic if office is not None else topic
    if last.topic is None and last.why:  # nobody was named as the doer: some other word of that sentence is meant
        words = ANTECEDENTS.get(context.language, _nobody)(pronoun, last.quote, context.cues.actors)
        topic = (named_there(words, None, context).canonical or topic) if words else topic
    if pronoun.lower() in context.cues.singular and topic in bearers.SEVERAL:
        return bearers.organ_in(last.quote, context.language) or topic
    return topic


def place(who: Span, job: Job) -> Span | None:
    """Where the words of a name stand in the document: in the passage or in what introduces it."""
    if who.start >= job.lead:
        shift = job.passage.span.start - job.lead
    elif (above := job.passage.chapeau) is not None and who.of(above.text) == who.of(job.text):
        shift = above.span.start
    else:
        return None
    return Span(who.start + shift, who.end + shift)


def turned(who: Span, job: Job, context: Context, last: Last | None) -> str | None:
    """Who "that Party" or "the other Party" is behind a side that was named in the sentence or in the norm before."""
    words = who.of(job.text).lower()
    opposites = context.cues.opposites
    this, other = (any_of((pattern,)).match(words) for pattern in (context.cues.that_one, context.cues.other_one))
    if this is None and other is None:
        return None
    before = bearers.last_in(job.text[: who.start], context.language)
    if before not in opposites and last is not None and last.eid == job.passage.eid:
        before = _described_last(last.quote, context) or last.bearer
    if before is None or before not in opposites:
        return None
    return before if this is not None else opposites[before]


def _described_last(quote: str, context: Context) -> str | None:
    """The side that a Party named in the sentence before is on by what it did: "the Party that supplied it"."""
    named_before = list(any_of((context.cues.one_side,)).finditer(quote.lower()))
    return described(quote[named_before[-1].start() :], context.language) if named_before else None


def last_named(before: str, job: Job, context: Context, last: Last | None = None) -> str | None:
    """Whom "the latter" means: the side or body named last before it, a country by its name, the opposite of a side."""
    named_before = list(any_of((context.cues.one_side,)).finditer(before.lower()))
    actor = _last_actor(before, context)
    given = actor is not None and named_before and _TO_HIM.search(before[named_before[-1].end() : actor[0]]) is not None
    if named_before and not given:
        span = Span(*named_before[-1].span())
        here = place(span, job) if job.text.startswith(before) else None
        side = named_there(span.of(before), here, context).canonical
        if side is not None and side not in bearers.COMMON:
            return side
    found = bearers.last_in(before, context.language) or (actor[1] if actor is not None else None)
    faced = any_of((context.cues.faced_last,)).search(before.lower()) is not None and last is not None
    return context.cues.opposites.get(last.bearer, found) if last is not None and faced else found


def _last_actor(before: str, context: Context) -> tuple[int, str] | None:
    """Who is named last by a common noun for somebody who acts, or by an acronym; with its place."""
    if context.cues.free_order:
        return None
    acting = context.cues.actors | context.doers | context.names.roles
    words = [one for one in _WORD.finditer(before) if one.group().lower() in acting or _ACRONYM.fullmatch(one.group())]
    name = named_there(words[-1].group(), None, context).canonical if words else None
    return (words[-1].start(), name) if name is not None else None


def anaphoric(words: str, cues: NormCues) -> bool:
    """Whether words are a pronoun that takes up somebody named before."""
    return words.lower().replace(" ", "-") in cues.anaphors


def antecedent(frame: Frame, who: Span, job: Job, context: Context) -> str | None:
    """Whom a pronoun means: the subject of a clause before it, else the first bearer named earlier in its sentence."""
    before = job.text[: who.start]
    side = described(before, context.language)
    if side is None and frame.antecedent is not None:
        side = named_there(frame.antecedent.of(job.text), place(frame.antecedent, job), context).canonical
    return side or bearers.first_in(before, context.language)
