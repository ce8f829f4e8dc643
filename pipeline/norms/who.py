"""Who is bound by a clause in its place: named in it, meant by its pronoun, or hidden behind a passive."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Norm, Span
from pipeline.norms import bearers, operative, russian_words
from pipeline.norms.bearers import Bearer, described, facing, in_hands, inferred, named, whose_act
from pipeline.norms.frames import Frame
from pipeline.norms.passages import Passage
from pipeline.norms.proposals import Context, Job, any_of
from pipeline.norms.sides import opposite

_SECTIONS = ("sec_", "chp_", "part_", "title_")
_NEAR_START = 50
_SIDES = frozenset({"each_party", "state", "receiving_party", "sending_party"})
ANTECEDENTS: Mapping[str, Callable[[str, str, frozenset[str]], str | None]] = MappingProxyType(
    {"ru": russian_words.antecedent}
)


@dataclass(frozen=True, slots=True)
class Last:
    """The norm before, for pronouns and hidden doers of the next; `topic` is its grammatical subject, if that acts."""

    article: str
    bearer: str
    why: str
    topic: str | None
    quote: str
    eid: str = ""
    thing: str = ""


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
    if _anaphoric(words, context.cues):
        topic = before.topic if before is not None else None
    elif words:
        topic = _named(words, _place(frame.subject, job) if frame.subject else None, context).canonical
    why = norm.bearer_why if norm.bearer_inferred else ""
    return Last(
        article_of(norm.eid), norm.bearer, why, topic, norm.quote, norm.eid, _thing(frame, job, context, before)
    )


def _thing(frame: Frame, job: Job, context: Context, before: Last | None) -> str:
    """What a clause says something is done to, for the pronoun of the next one."""
    if frame.subject is None or frame.subject_acts:
        return ""
    words = frame.subject.of(job.text)
    if not _anaphoric(words, context.cues):
        return words
    return frame.resumes.of(job.text) if frame.resumes is not None else (before.thing if before is not None else "")


def in_sentence(frame: Frame, job: Job, siblings: tuple[Frame, ...], context: Context) -> Last | None:
    """What the clause before a pronoun in its sentence is about: "the authorities shall help, and they shall …"."""
    if frame.subject is None or not _anaphoric(frame.subject.of(job.text), context.cues):
        return None
    for other in sorted(siblings, key=lambda one: -one.action.start):
        subject = other.subject
        if subject is not None and other.subject_acts and other.action.start < frame.subject.start:
            words = subject.of(job.text)
            who = None if _anaphoric(words, context.cues) else _named(words, _place(subject, job), context).canonical
            if who is not None:
                return Last("", who, "", who, "")
    return None


def spoken_of(unit: Passage, context: Context) -> Last | None:
    """The organ that a sentence without a norm begins with ("The Council is the supreme organ"): the next "it"."""
    organ = bearers.organ_in(unit.text[:_NEAR_START], context.language)
    return Last(article_of(unit.eid), organ, "", organ, unit.text, unit.eid) if organ is not None else None


def _named(words: str, where: Span | None, context: Context) -> Bearer:
    return named(operative.NOMINATIVES.get(context.language, str)(words), where, context.names, context.language)


def _nobody(*_: object) -> None:
    """Languages whose pronouns tell too little."""


def _meant(pronoun: str, last: Last, context: Context) -> str:
    """Whom a pronoun means: the last subject, or the body that the Parties were just said to set up ("It shall …")."""
    topic = last.topic or last.bearer
    if last.topic is None and last.why:  # nobody was named as the doer: some other word of that sentence is meant
        words = ANTECEDENTS.get(context.language, _nobody)(pronoun, last.quote, context.cues.actors)
        topic = (_named(words, None, context).canonical or topic) if words else topic
    if pronoun.lower() in context.cues.singular and topic in bearers.SEVERAL:
        return bearers.organ_in(last.quote, context.language) or topic
    return topic


def bearer_of(frame: Frame, job: Job, context: Context, last: Last | None) -> Bearer:
    """The bearer of `frame`; `last` is the norm before it in its article, None for the first."""
    if context.cues.free_order and frame.passive and frame.agent is None and frame.antecedent is not None:
        frame = replace(frame, subject=frame.antecedent)  # «Если лицо не принято, оно освобождается»
    allowed = frame.modality is Modality.PERMISSION and frame.lemma in context.cues.attended
    who = frame.agent if frame.passive and not allowed else frame.subject
    told = frame.subject.of(job.text) if frame.subject is not None and frame.passive and frame.agent is None else ""
    if _anaphoric(told, context.cues):
        again = _done_to_it(frame, job, context, last)
        if again is not None:
            return again
    if last is not None and last.bearer and any_of((context.cues.own_acts,)).search(told.lower()):
        return Bearer(last.bearer, None, f"{told.lower()}: the acts of whom was named before")
    if (
        who is not None
        and (not frame.passive or frame.agent is not None)
        and _anaphoric(who.of(job.text), context.cues)
    ):
        return _pronoun(who, frame, job, context, last)
    if who is not None and (frame.passive or frame.subject_acts):
        return _stated(who, frame, job, context, last)
    return _hidden(told, frame, job, context, last)


def _done_to_it(frame: Frame, job: Job, context: Context, last: Last | None) -> Bearer | None:
    """Who does something to what "it" or "he" was called before; else whoever did what was said of it before."""
    thing = frame.resumes.of(job.text) if frame.resumes is not None else (last.thing if last is not None else "")
    if thing:
        clause = f"{thing} {job.text[frame.action.start :]}"
        behind = f"{thing} {bearers.VERB} {job.text[frame.action.start :]}"
        orders = ((behind, len(thing)), (clause, len(thing)))
        found = inferred(orders, context.language, None, context.topics)
        if found.canonical is not None:
            return replace(found, canonical=context.renamed.get(found.canonical, found.canonical))
    return Bearer(last.bearer, None, last.why) if last is not None and last.why else None


def _pronoun(who: Span, frame: Frame, job: Job, context: Context, last: Last | None) -> Bearer:
    near = last if last is not None and not last.article else None
    meant = near.topic if near is not None else _antecedent(frame, who, job, context)
    meant = meant or (_meant(who.of(job.text), last, context) if last else None)
    if meant is not None:
        return Bearer(meant, who.of(job.text))
    return inferred(((job.text, 0),), context.language, context.default)


def _place(who: Span, job: Job) -> Span | None:
    """Where the words of a name stand in the document: in the passage or in what introduces it."""
    if who.start >= job.lead:
        shift = job.passage.span.start - job.lead
    elif (above := job.passage.chapeau) is not None and who.of(above.text) == who.of(job.text):
        shift = above.span.start
    else:
        return None
    return Span(who.start + shift, who.end + shift)


def _stated(who: Span, frame: Frame, job: Job, context: Context, last: Last | None) -> Bearer:
    """The bearer that a clause names as its subject or, in a passive, as its agent."""
    found = _named(who.of(job.text), _place(who, job), context)
    if any_of((context.cues.latter,)).match(who.of(job.text).lower()):
        said = job.text[: who.start] if who.start > _NEAR_START or last is None else last.quote
        return Bearer(_last_named(said, job, context) or found.canonical, found.text)
    again = any_of((context.cues.taken_up,)).match(who.of(job.text).lower())
    if again is not None and last is not None and (meant := _meant_again(again["what"], last, context)) is not None:
        return Bearer(meant, who.of(job.text))
    reach = max(frame.action.start, who.end) if who.start < frame.action.start else who.end
    if context.cues.free_order and reach == who.end and job.text[reach : reach + 1] == ",":
        reach = len(job.text)  # «Работами руководит Сторона, которой оказывается помощь»
    turned = _turned(who, job, context, last)
    if turned is not None:
        return Bearer(turned, who.of(job.text))
    side = described(job.text[who.start : min(reach, who.end + 120)], context.language)
    placed = side == "depositary" or (side is not None and found.canonical in _SIDES)
    return Bearer(side if placed else found.canonical, who.of(job.text))


def _meant_again(noun: str, last: Last, context: Context) -> str | None:
    """Whom "this Party", "the said persons" mean: the last subject or doer, where it was called by the same noun."""
    topic = last.topic or last.bearer
    side = _named(noun, None, context).canonical
    if side in bearers.COMMON and topic in context.cues.inherited_sides:
        return topic
    return topic if re.split(r"[\s_]", topic)[-1] == noun and topic != noun else None


def _turned(who: Span, job: Job, context: Context, last: Last | None) -> str | None:
    """Who "that Party" or "the other Party" is behind a side that was named in the sentence or in the norm before."""
    words = who.of(job.text).lower()
    opposites = context.cues.opposites
    this, other = (any_of((pattern,)).match(words) for pattern in (context.cues.that_one, context.cues.other_one))
    if this is None and other is None:
        return None
    before = bearers.last_in(job.text[: who.start], context.language)
    if before not in opposites and last is not None and last.eid == job.passage.eid:
        before = last.bearer
    if before is None or before not in opposites:
        return None
    return before if this is not None else opposites[before]


def _last_named(before: str, job: Job, context: Context) -> str | None:
    """Whom "the latter" means: the side or body named last before it, a country by its name."""
    named_before = list(any_of((context.cues.one_side,)).finditer(before.lower()))
    if named_before:
        span = Span(*named_before[-1].span())
        here = _place(span, job) if job.text.startswith(before) else None
        side = _named(span.of(before), here, context).canonical
        if side is not None and side not in bearers.COMMON:
            return side
    return bearers.last_in(before, context.language)


def _hidden(told: str, frame: Frame, job: Job, context: Context, last: Last | None) -> Bearer:
    """Who acts in a clause that names nobody: by whose decision, whose act, to whom, what is done, and where."""
    subject = frame.subject
    spared = _spared(frame, job, context)
    if spared is not None:
        return spared
    clause = job.text[subject.start :] if subject is not None and _before_verb(frame) else None
    if clause is not None:
        hands = in_hands(job.text[frame.action.start : frame.action.end], context.language)
        organ = whose_act(clause, context.language)
        if organ is not None or hands is not None:
            found = _named(organ or hands or "", None, context)
            return Bearer(found.canonical, None, f"what {organ or hands} decides or holds is its own act")
        side = facing(clause, context.language) or opposite(clause, context.across)
        if side is not None:
            other = side if ":" in side else _named(side, None, context).canonical
            return Bearer(other, None, "what one side gets comes from the other")
    elif context.cues.free_order and (hands := in_hands(job.text[frame.action.start :], context.language)):
        return Bearer(_named(hands, None, context).canonical, None, f"what {hands} decides or holds is its own act")
    words = subject.of(job.text) if subject is not None else ""
    default = _default(told, words or job.text[:_NEAR_START], job.passage.eid, context, last)
    found = inferred(_orders(frame, job.text, context.cues), context.language, default, context.topics)
    return replace(found, canonical=context.renamed.get(found.canonical or "", found.canonical))


def _spared(frame: Frame, job: Job, context: Context) -> Bearer | None:
    """Whom a permission or exemption is for, though words make him an object: who is assisted, whose goods are free."""
    words = frame.subject.of(job.text) if frame.subject is not None else ""
    allowed = frame.modality in {Modality.PERMISSION, Modality.PROHIBITION}
    if allowed and frame.passive and words and frame.lemma in context.cues.attended:
        return Bearer(_named(words, None, context).canonical, words)
    whole = job.text[frame.subject.start : frame.action.start] if frame.subject is not None else ""
    free = frame.modality is Modality.EXEMPTION or (allowed and frame.passive and frame.lemma in context.cues.carried)
    found = any_of((context.cues.owner,)).search(whole) if free else None
    if found is None or (frame.modality is not Modality.EXEMPTION and not _holds(found["who"], context.cues)):
        return None
    return Bearer(_named(found["who"], None, context).canonical, found["who"])


def _holds(who: str, cues: NormCues) -> bool:
    return any(word in cues.holders for word in who.lower().split())


def _before_verb(frame: Frame) -> bool:
    return frame.subject is not None and frame.subject.start <= frame.action.start


def _orders(frame: Frame, text: str, cues: NormCues) -> tuple[tuple[str, int], ...]:
    """A clause from its subject on; where the order of words is free, with what stands before behind it, and as it is.

    Each with the characters in which what is done to must be named; first the subject with its verb behind a mark.
    """
    subject = frame.subject
    if subject is None:
        return ((text, len(text)),)
    plain = (text[subject.start :], len(subject)) if _before_verb(frame) else (text, len(text))
    if not cues.free_order:
        behind = f"{subject.of(text)} {bearers.VERB} {text[frame.action.start :]}"
        return ((behind, len(subject)), plain) if _before_verb(frame) else (plain,)
    first = min(subject.start, frame.action.start)
    rest = text[first : subject.start] + text[subject.end :]
    return (f"{subject.of(text)} {rest.strip()} {text[:first].strip()}", len(subject)), plain


def _default(told: str, words: str, eid: str, context: Context, last: Last | None) -> tuple[str, str] | None:
    """Who acts where no word tells: the organ an article is about, unless something is done to the organ itself."""
    opening = words
    organ = context.organs.get(article_of(eid)) or context.organs.get(eid.split("__")[0])
    shared = any_of((context.cues.shared,)).match(told.lower()) is not None
    common = context.default is None or context.default[0] in bearers.SEVERAL
    addressed = _addressed(told, last, context)
    if addressed is not None:
        return addressed, "an answer comes from whoever was just given something to answer"
    if last is not None and last.bearer in context.cues.inherited_sides and common and not shared:
        return last.bearer, "a passive without agent, behind what this side does"
    if last is not None and _beside(last.eid, eid) and _goes_on(last.bearer, told, context):
        return last.bearer, "a passive without agent, behind what this body does"
    if last is not None and last.eid == eid and not shared and _goes_on_there(told, last, context):
        return last.bearer, "a passive without agent, behind what this side does"
    if last is not None and common and any_of((context.cues.continuing,)).match(opening.lower()):
        return last.bearer, "it goes on with what was just said of somebody"
    if last is not None and any_of((context.cues.such_act,)).match(words.lower()):
        return last.bearer, "what was just spoken of is done by whoever was said to do it"
    if last is not None and last.bearer == "each_party" and last.eid == eid and common and not shared:
        return last.bearer, "a passive without agent, behind what one side does"
    meets = organ is not None and organ.split("_")[0] in context.cues.occasions and _occasion(told, context.cues)
    if organ is None or meets or (told and bearers.organ_in(told, context.language) == organ):
        return context.default
    return organ, "a passive without agent, in an article about this organ"


def _addressed(told: str, last: Last | None, context: Context) -> str | None:
    """The side that the norm before gave something to, where remarks or an answer are spoken of."""
    if last is None or any_of((context.cues.replying,)).match(told.lower()) is None:
        return None
    found = any_of((context.cues.given_to,)).search(last.quote.lower())
    return _named(found["who"], None, context).canonical if found is not None else None


def _beside(one: str, other: str) -> bool:
    """Whether two provisions of one article, or of one section without articles, stand in one paragraph."""
    if not one.startswith(_SECTIONS):
        return True
    return one.split("__")[:2] == other.split("__")[:2]


def _occasion(told: str, cues: NormCues) -> bool:
    return told.lower().split()[-1:] != [] and told.lower().split()[-1].removesuffix("s") in cues.occasions


def _goes_on(bearer: str, told: str, context: Context) -> bool:
    """Whether a body or trade that just acted goes on acting, and is not what something is done to."""
    if _occasion(told, context.cues):
        return False  # "ordinary sessions shall be held"
    head = re.split(r"[\s_]", bearer)[-1]
    single = head.removesuffix("ies") + "y" if head.endswith("ies") else head.removesuffix("s")
    return single in context.cues.inheriting and _named(told, None, context).canonical != bearer


def _goes_on_there(told: str, last: Last, context: Context) -> bool:
    """Whether, in one paragraph, a side that was named goes on acting, or what it made or gave is spoken of again."""
    specific = context.cues.specific | context.names.roles
    if not last.why and (last.bearer.startswith("country:") or last.bearer in specific):
        return True
    again = any_of((context.cues.resumed,)).match(told.lower())
    return again is not None and re.search(rf"\b{re.escape(again['what'])}\b", last.quote.lower()) is not None


def _anaphoric(words: str, cues: NormCues) -> bool:
    return words.lower().replace(" ", "-") in cues.anaphors


def _antecedent(frame: Frame, who: Span, job: Job, context: Context) -> str | None:
    """Whom a pronoun means: the subject of a clause before it, else the first bearer named earlier in its sentence."""
    before = job.text[: who.start]
    side = described(before, context.language)
    if side is None and frame.antecedent is not None:
        side = _named(frame.antecedent.of(job.text), _place(frame.antecedent, job), context).canonical
    return side or bearers.first_in(before, context.language)
