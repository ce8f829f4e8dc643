"""Who is bound by a clause in its place: named in it, meant by its pronoun, or hidden behind a passive."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Span
from pipeline.norms import bearers
from pipeline.norms.bearers import Bearer, described
from pipeline.norms.frames import Frame
from pipeline.norms.passives import VERB, at_cost, facing, in_hands, inferred, whose_act
from pipeline.norms.plays import across_from, alone, in_own_hands, kind_of, part_of
from pipeline.norms.proposals import Context, Job, any_of
from pipeline.norms.sides import opposite
from pipeline.norms.spoken import Last, anaphoric, antecedent, article_of, last_named, meant, named_there, place, turned
from pipeline.norms.two_sides import from_before, still, to_him

_SECTIONS = ("sec_", "chp_", "part_", "title_")
_NEAR_START = 50
_SIDES = frozenset({"each_party", "state", "receiving_party", "sending_party"})


def bearer_of(frame: Frame, job: Job, context: Context, last: Last | None) -> Bearer:
    """The bearer of `frame`; `last` is the norm before it in its article, None for the first."""
    if context.cues.free_order and frame.passive and frame.agent is None and frame.antecedent is not None:
        frame = replace(frame, subject=frame.antecedent)  # «Если лицо не принято, оно освобождается»
    allowed = frame.modality is Modality.PERMISSION and frame.lemma in context.cues.attended
    if frame.passive and frame.agent is None and not allowed:
        frame = replace(frame, agent=_far_agent(frame, job, context))
    who = frame.agent if frame.passive and not allowed else frame.subject
    told = frame.subject.of(job.text) if frame.subject is not None and frame.passive and frame.agent is None else ""
    if anaphoric(told, context.cues):
        again = _done_to_it(frame, job, context, last)
        if again is not None:
            return again
    if last is not None and last.bearer and any_of((context.cues.own_acts,)).search(told.lower()):
        return Bearer(last.bearer, None, f"{told.lower()}: the acts of whom was named before")
    if who is not None and (not frame.passive or frame.agent is not None) and anaphoric(who.of(job.text), context.cues):
        return _pronoun(who, frame, job, context, last)
    if who is not None and (frame.passive or frame.subject_acts or _bound_itself(who, frame, job, context)):
        return _stated(who, frame, job, context, last)
    return _hidden(told, frame, job, context, last)


def _bound_itself(who: Span, frame: Frame, job: Job, context: Context) -> bool:
    """Whether a clause says who must or may do something himself, by any noun: "pupils shall not be required to"."""
    return any_of((context.cues.bound_to_do,)).search(job.text[who.end : frame.action.start].lower()) is not None


def _far_agent(frame: Frame, job: Job, context: Context) -> Span | None:
    """The doer of a passive that the parser hung elsewhere: "approved in writing by both Administrations"."""
    found = any_of((context.cues.done_by,)).match(job.text, frame.action.start)
    if found is None:
        return None
    who = Span(*found.span("who"))
    words = who.of(job.text).lower()
    known = bearers.sided(words, context.language) or words.split()[-1] in context.cues.actors | context.doers
    return who if known else None


def _pays_only(who: str, context: Context) -> bool:
    """Whether somebody at whose cost a thing is done is no side of the instrument: he pays, another acts."""
    name = named_there(who, None, context).canonical or ""
    return any_of((context.cues.visitors or "(?!)", context.cues.payers)).search(name) is not None


def _done_to_it(frame: Frame, job: Job, context: Context, last: Last | None) -> Bearer | None:
    """Who does something to what "it" or "he" was called before; else whoever did what was said of it before."""
    thing = frame.resumes.of(job.text) if frame.resumes is not None else (last.thing if last is not None else "")
    guests = last is not None and context.cues.visitors and any_of((context.cues.visitors,)).search(last.topic or "")
    if not thing and guests and last is not None and last.topic is not None:
        thing = last.topic.replace("_", " ")
    if thing:
        clause = f"{thing} {job.text[frame.action.start :]}"
        behind = f"{thing} {VERB} {job.text[frame.action.start :]}"
        orders = ((behind, len(thing)), (clause, len(thing)))
        found = inferred(orders, context.language, None, context.topics)
        if found.canonical is not None:
            return replace(found, canonical=context.renamed.get(found.canonical, found.canonical))
    jointly = any_of((context.cues.done_jointly,)).search(job.text.lower()) is not None
    return Bearer(last.bearer, None, last.why) if last is not None and last.why and not jointly else None


def _pronoun(who: Span, frame: Frame, job: Job, context: Context, last: Last | None) -> Bearer:
    near = last if last is not None and not last.article else None
    whom = near.topic if near is not None else antecedent(frame, who, job, context)
    whom = whom or (meant(who.of(job.text), last, context) if last else None)
    if whom is not None:
        return Bearer(whom, who.of(job.text))
    return inferred(((job.text, 0),), context.language, context.default)


def _stated(who: Span, frame: Frame, job: Job, context: Context, last: Last | None) -> Bearer:
    """The bearer that a clause names as its subject or, in a passive, as its agent."""
    found = named_there(who.of(job.text), place(who, job), context)
    if any_of((context.cues.latter,)).match(who.of(job.text).lower()):
        said = job.text[: who.start] if who.start > _NEAR_START or last is None else last.quote
        return Bearer(last_named(said, job, context, last) or found.canonical, found.text)
    again = any_of((context.cues.taken_up,)).match(who.of(job.text).lower())
    if again is not None and last is not None and (meant := _meant_again(again["what"], last, context)) is not None:
        return Bearer(meant, who.of(job.text))
    reach = max(frame.action.start, who.end) if who.start < frame.action.start else who.end
    if reach == who.end and (not context.cues.free_order or job.text[reach : reach + 1] == ","):
        reach = len(job.text)  # «руководит Сторона, которой оказывается помощь», "by the side which sends them"
    facing_one = turned(who, job, context, last)
    if facing_one is not None:
        return Bearer(facing_one, who.of(job.text))
    side = described(job.text[who.start : min(reach, who.end + 120)], context.language)
    placed = side == "depositary" or (side is not None and found.canonical in _SIDES)
    return Bearer(side if placed else found.canonical, who.of(job.text))


def _meant_again(noun: str, last: Last, context: Context) -> str | None:
    """Whom "this Party", "the said persons" mean: the last subject or doer, where it was called by the same noun."""
    topic = last.topic or last.bearer
    side = named_there(noun, None, context).canonical
    if side in bearers.COMMON and topic in context.cues.inherited_sides:
        return topic
    return topic if re.split(r"[\s_]", topic)[-1] == noun and topic != noun else None


def _hidden(told: str, frame: Frame, job: Job, context: Context, last: Last | None) -> Bearer:
    """Who acts in a clause that names nobody: by whose decision, whose act, to whom, what is done, and where."""
    subject = frame.subject
    spared = _spared(frame, job, context)
    if spared is not None:
        return spared
    clause = job.text[subject.start :] if subject is not None and _before_verb(frame) else None
    shown = _told_by(clause, told, frame, job, context, last) if clause is not None else None
    if shown is not None:
        return shown
    if context.cues.free_order and (hands := _around(frame, job, context)) is not None:
        found = named_there(hands, None, context)
        return Bearer(found.canonical, None, f"what {hands} decides or holds is its own act")
    words = subject.of(job.text) if subject is not None else ""
    orders = _orders(frame, job.text, context.cues)
    towards = across_from(orders[0][0], context) or in_own_hands(orders[0][0], context)
    if towards is not None:
        return towards
    if last is not None and last.eid == job.passage.eid and frame.rule in context.cues.going_on:
        return Bearer(last.bearer, None, last.why or "a relative clause goes on with what was just done")
    again = _done_again(words, job, last)
    if again is not None and context.cues.free_order:
        return again
    papers = frame.lemma in context.cues.containing and last is not None and last.eid != job.passage.eid
    near = None if papers else last  # what papers hold is for whoever writes them, whoever acted above
    default = _default(told, words or job.text[:_NEAR_START], clause or job.text, job.passage.eid, context, near)
    if again is not None and again.canonical and default == context.default:
        default = again.canonical, again.why
    default = _played(default, _kind(frame, words, job, context.cues), job, context)
    found = inferred(orders, context.language, default, context.topics)
    return replace(found, canonical=context.renamed.get(found.canonical or "", found.canonical))


def _told_by(clause: str, told: str, frame: Frame, job: Job, context: Context, last: Last | None) -> Bearer | None:
    """Whom the words of a clause give away: whose decision, claim or consent it is, who faces the one that is given."""
    action = frame.action.of(job.text)
    hands = in_hands(action, context.language)
    hands = None if hands is not None and at_cost(action, context.language) and _pays_only(hands, context) else hands
    organ = whose_act(clause, context.language)
    if organ is not None or hands is not None:
        found = named_there(organ or hands or "", None, context)
        return Bearer(found.canonical, None, f"what {organ or hands} decides or holds is its own act")
    known = _acts_itself(clause, context) or from_before(told, frame, last, context)
    if known is not None:
        return known
    side = facing(clause, context.language) or opposite(clause, context.across)
    side = side or (to_him(clause, last, context) if last is not None else None)
    if side is None:
        return None
    other = side if ":" in side else named_there(side, None, context).canonical
    return Bearer(other, None, "what one side gets comes from the other")


def _done_again(words: str, job: Job, last: Last | None) -> Bearer | None:
    """Who did something to the same thing in the clause before, in one sentence."""
    if last is None or not words or last.thing != words or last.eid != job.passage.eid or last.quote not in job.text:
        return None
    return Bearer(last.bearer, None, last.why or "what is done to one thing in one sentence is done by one")


def _kind(frame: Frame, words: str, job: Job, cues: NormCues) -> str | None:
    """The kind of act of a clause, what it is done to told with the words between it and its verb («…, присланный»)."""
    whole = job.text[frame.subject.start : frame.action.start] if frame.subject is not None else ""
    return kind_of(frame, whole if _before_verb(frame) else words, frame.action.of(job.text), cues)


def _played(default: tuple[str, str] | None, kind: str | None, job: Job, context: Context) -> tuple[str, str] | None:
    """The default, or whose part this kind of act is where the default is only that it binds the Parties."""
    carried = default is not None and default[0] in context.cues.inherited_sides
    if not carried and (default != context.default or (default is not None and default[0] not in bearers.SEVERAL)):
        return default
    part = part_of(kind, job.passage.eid, context) or (None if carried else alone(kind, context.cues))
    told = part is not None and part.canonical and (default is not None or part.canonical not in bearers.COMMON)
    return (part.canonical, part.why) if part is not None and part.canonical and told else default


def _around(frame: Frame, job: Job, context: Context) -> str | None:
    """By whose decision or at whose expense something happens, where the order of words is free."""
    at = frame.action.start
    return in_hands(job.text[at:], context.language) or in_hands(job.text[:at], context.language)


def _acts_itself(clause: str, context: Context) -> Bearer | None:
    """Whose claims or proposals something is, and which kind of authority tells one of its kind."""
    cues, lowered = context.cues, clause.lower()
    own = any_of((cues.claims_of,)).match(lowered)
    if own is not None and (own["who"] in cues.actors | context.doers or own["who"].endswith(cues.actor_endings)):
        return Bearer(
            named_there(own["who"], None, context).canonical, None, "claims and proposals are made by whose they are"
        )
    if any_of((cues.told_peer,)).match(lowered) is None:
        return None
    told = re.split(r"\b(?:requesting|which|that|of)\b", lowered, maxsplit=1)[0].strip()
    return (
        Bearer(named_there(told, None, context).canonical, None, "one authority is told by another of its kind")
        if told
        else None
    )


def _spared(frame: Frame, job: Job, context: Context) -> Bearer | None:
    """Whom a permission or exemption is for, though words make him an object: who is assisted, whose goods are free."""
    words = frame.subject.of(job.text) if frame.subject is not None else ""
    allowed = frame.modality in {Modality.PERMISSION, Modality.PROHIBITION}
    if allowed and frame.passive and words and frame.lemma in context.cues.attended:
        return Bearer(named_there(words, None, context).canonical, words)
    whole = job.text[frame.subject.start : frame.action.start] if frame.subject is not None else ""
    free = frame.modality is Modality.EXEMPTION or (allowed and frame.passive and frame.lemma in context.cues.carried)
    found = any_of((context.cues.owner,)).search(whole) if free else None
    who = next((words for words in found.groups() if words), "") if found is not None else ""
    if not who or (frame.modality is not Modality.EXEMPTION and not _holds(who, context.cues)):
        return None
    return Bearer(named_there(who, None, context).canonical, who)


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
        verb = text[frame.action.start :].split(" ")[0]
        behind = text[frame.action.start + len(verb) :].strip()
        turned_round = ((f"{behind} {verb} {text[: frame.action.start]}", len(behind)),) if cues.free_order else ()
        return (*turned_round, (text, len(text)))
    plain = (text[subject.start :], len(subject)) if _before_verb(frame) else (text, len(text))
    if not cues.free_order:
        behind = f"{subject.of(text)} {VERB} {text[frame.action.start :]}"
        return ((behind, len(subject)), plain) if _before_verb(frame) else (plain,)
    first = min(subject.start, frame.action.start)
    rest = text[first : subject.start] + text[subject.end :]
    return (f"{subject.of(text)} {rest.strip()} {text[:first].strip()}", len(subject)), plain


def _default(
    told: str, words: str, clause: str, eid: str, context: Context, last: Last | None
) -> tuple[str, str] | None:
    """Who acts where no word tells: the organ an article is about, unless something is done to the organ itself."""
    opening = words
    organ = context.organs.get(article_of(eid)) or context.organs.get(eid.split("__")[0])
    shared = any_of((context.cues.shared,)).match(told.lower()) is not None
    common = context.default is None or context.default[0] in bearers.SEVERAL
    addressed = _addressed(told, last, context)
    if addressed is not None:
        return addressed, "an answer comes from whoever was just given something to answer"
    if last is not None and last.body and any_of((context.cues.proceedings,)).match(told.lower()):
        return last.body, "what becomes of its sessions and decisions is for the body that meets"
    if last is not None and last.bearer in context.cues.inherited_sides and common and not shared:
        return last.bearer, "a passive without agent, behind what this side does"
    if last is not None and _beside(last.eid, eid) and _goes_on(last.bearer, told, context):
        return last.bearer, "a passive without agent, behind what this body does"
    if common and any_of((context.cues.done_jointly,)).search(clause.lower()):
        return "all_parties", "what is done jointly or in equal shares is done by all"
    if last is not None and last.eid == eid and not shared and (doer := still(last, told, clause, context)):
        return doer, "a passive without agent, behind what this side or body does"
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
    return named_there(found["who"], None, context).canonical if found is not None else None


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
    return single in context.cues.inheriting and named_there(told, None, context).canonical != bearer


def _goes_on_there(told: str, last: Last, context: Context) -> bool:
    """Whether, in one paragraph, a side that was named goes on acting, or what it made or gave is spoken of again."""
    specific = context.cues.specific | context.names.roles
    if not last.why and (last.bearer.startswith("country:") or last.bearer in specific):
        return True
    again = any_of((context.cues.resumed,)).match(told.lower())
    return again is not None and re.search(rf"\b{re.escape(again['what'])}\b", last.quote.lower()) is not None
