"""Who acts, where nobody is named, by what the sides of an instrument were just said to do.

What one gives the other keeps and pays for; a consent is refused by whose it was; whoever acted goes on.
"""

from __future__ import annotations

import re

from pipeline.norms import bearers
from pipeline.norms.bearers import Bearer
from pipeline.norms.frames import Frame
from pipeline.norms.proposals import Context, any_of
from pipeline.norms.spoken import Last, anaphoric, named_there


def from_before(told: str, frame: Frame, last: Last | None, context: Context) -> Bearer | None:
    """Who pays for, uses or refuses what was spoken of before; None where nothing before tells."""
    kept = _kept(told, frame, last, context)
    if kept is not None or last is None:
        return kept
    cues = context.cues
    if frame.lemma in cues.paying and last.lemma in cues.supplying:
        payer = across(last.bearer, context)
        return Bearer(payer, None, "what one side supplies is paid for by the other") if payer is not None else None
    if _asks_again(told, frame, last, context):
        return Bearer(last.bearer, None, "such requests are made by whoever was just said to make them")
    if any_of((cues.withholding,)).match(told.lower()) is None:
        return None
    found = any_of((cues.consent_of,)).search(last.quote.lower())
    whose = named_there(found["who"], None, context).canonical if found is not None else None
    whose = whose or across(last.bearer, context)
    return Bearer(whose, None, "consent is given or refused by whoever was to be asked") if whose is not None else None


def _kept(told: str, frame: Frame, last: Last | None, context: Context) -> Bearer | None:
    """Who uses and keeps what one of two sides was said to give: the other."""
    if frame.lemma not in context.cues.using:
        return None
    if last is not None and last.lemma in context.cues.giving and _spoken_of(told, last):
        keeper = across(last.bearer, context)
        if keeper is not None:
            return Bearer(keeper, None, "what one side gives is used and kept by the other")
    things = [noun for noun in context.given if re.search(rf"\b{re.escape(noun)}", told.lower()) is not None]
    if context.given and anaphoric(told, context.cues) and (last is None or last.lemma in context.cues.giving):
        things = [next(reversed(context.given))]
    keeper = across(context.given[things[-1]], context) if things else None
    return Bearer(keeper, None, "what one side gives is used and kept by the other") if keeper is not None else None


def _spoken_of(told: str, last: Last) -> bool:
    """Whether the last noun of some words stood in the sentence before."""
    nouns = re.findall(r"[a-z]{4,}", told.lower())
    return bool(nouns) and re.search(rf"\b{nouns[-1].removesuffix('s')}", last.quote.lower()) is not None


def _asks_again(told: str, frame: Frame, last: Last, context: Context) -> bool:
    """Whether a request is meant that somebody was just said to make: such requests, or that of one who is no Party."""
    cues = context.cues
    if last.bearer in bearers.COMMON or frame.lemma not in cues.asking:
        return False
    if any_of((cues.such_requests,)).match(told.lower()) is not None:
        return True
    private = last.bearer not in cues.opposites and any_of((cues.visitors or "(?!)",)).search(last.bearer) is not None
    return private and any_of((cues.own_request,)).match(told.lower()) is not None


def across(bearer: str, context: Context) -> str | None:
    """The side that faces another in this instrument."""
    cues = context.cues
    found = cues.opposites.get(bearer)
    for pair in (context.names.pair, tuple(sorted(context.names.between))):
        if found is None and bearer in pair:
            found = next((one for one in pair if one != bearer), None)
    words = re.split(r"[\s_]", bearer)
    if found is None and len(words) > 1 and words[0] in cues.counterparts:
        found = " ".join((cues.counterparts[words[0]], *words[1:]))
    return found


def still(last: Last, told: str, clause: str, context: Context) -> str | None:
    """Who goes on acting: whoever last did, unless it is done to him, or he is a guest and it is not his."""
    cues = context.cues
    if not cues.visitors or (last.why and across(last.bearer, context) is not None):
        return None
    own = any_of((cues.own_things,)).match(clause.lower()) is not None and not anaphoric(told, cues)
    for doer in dict.fromkeys((last.bearer, last.doer)):
        free = doer and doer not in bearers.COMMON and (own or any_of((cues.visitors,)).search(doer) is None)
        if free and not _mentioned(doer, last, told, clause, context):
            return doer
    return None


def to_him(clause: str, last: Last, context: Context) -> str | None:
    """The side across from the one that a clause gives something to by its pronoun: "a copy shall be sent to it"."""
    pronoun = any_of((context.cues.given_to_it,)).search(clause.lower())
    if pronoun is None or last.topic is None or last.topic in bearers.COMMON:
        return None
    return across(last.topic, context)


def _mentioned(doer: str, last: Last, told: str, clause: str, context: Context) -> bool:
    """Whether a clause speaks of somebody as of another than who acts: "shall be submitted to the Mission"."""
    if anaphoric(told, context.cues):
        return last.topic == doer and (told.lower() in context.cues.singular) != doer.endswith("s")
    if named_there(told, None, context).canonical == doer:
        return True
    if any_of((context.cues.own_members,)).match(told.lower()) is not None:
        return True
    noun = re.escape(re.split(r"[\s_]", doer)[-1].removesuffix("s").removesuffix("ie"))
    whole = re.escape(doer.replace("_", " "))
    as_another = rf"\b{whole}|\b(?:to|with|by|from|for|of) (?:the |each |any |its |that )(?:\w+ )?{noun}"
    return re.search(as_another, clause.lower()) is not None
