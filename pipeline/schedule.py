"""Deadline arithmetic: from the days on which events happened to the days on which duties fall due.

Counting follows the usage of treaties and of the European Convention on the Calculation of Time-Limits: the day of the
event does not count, months and years end on the day of the same number or on the last day of a shorter month, and
working days leave out Saturdays, Sundays and the holidays that are named. Nothing is guessed: a deadline whose anchor
is uncertain stays without a day, with the reason.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from pipeline import dates
from pipeline.durations import Duration
from pipeline.engines.analysis import analyzers
from pipeline.errors import DragomanError
from pipeline.language import PACKS
from pipeline.language.pack import InstrumentWords
from pipeline.model import Deadline, Document, Norm, Relation

PERIODS = "every"
"""The event with which periods begin that the text does not tie to any: `--event every=2010-01-01`."""
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
_FILLERS = 3
_YEAR = "P1Y"
_FORCE = "entry into force"
_RECURRING = re.compile(r"XXXX-(\d\d)-(\d\d)")
_BEHIND = 40
"""Characters behind "annually" in which its day may stand."""
_TERM = ("duration", "renewal", "termination", "in_force")
"""Clauses in whose article "that period" is the life of the instrument."""


class Limit(StrEnum):
    """What a due day is: the last day for the act, the first day, the day itself, or the first of a series."""

    LATEST = "latest"
    EARLIEST = "earliest"
    ON = "on"
    EVERY = "every"


@dataclass(frozen=True, slots=True)
class Due:
    """When a norm falls due. `due_on` is None where that cannot be said, and `reason` tells why.

    `event` is the trigger that was used, `every` the ISO 8601 period of a series; `note` says what a reader must know
    of the count (holidays, hours).
    """

    norm: Norm
    document_id: str
    due_on: date | None
    limit: Limit
    event: str | None = None
    every: str | None = None
    note: str = ""
    reason: str = ""


def read_events(given: Iterable[str]) -> dict[str, date]:
    """Events from "NAME=YYYY-MM-DD"; raises DragomanError for anything else."""
    events: dict[str, date] = {}
    for one in given:
        name, _, day = one.rpartition("=")
        try:
            events[name.strip().lower().replace("_", " ")] = date.fromisoformat(day.strip())
        except ValueError as error:
            raise DragomanError(
                f"{one}: not an event", reason="event", hint="write it as entry_into_force=2009-09-04"
            ) from error
        if not name.strip():
            raise DragomanError(f"{one}: the event has no name", reason="event", hint="write it as NAME=YYYY-MM-DD")
    return events


def schedule(document: Document, events: Mapping[str, date], holidays: Collection[date] = ()) -> tuple[Due, ...]:
    """All norms of a document that have a deadline, in the order of the text, with their due days.

    `events` maps a name to the day of the event: entry into force, signature, ratification, expiry, termination,
    withdrawal, "every", or the words of an anchor ("receipt of the request"). They are events of this instrument.
    """
    names = {name.replace("_", " ").lower(): day for name, day in events.items()}
    own = _Own(_own_nouns(document), frozenset(_article(c.eid) for c in document.structure.clauses if c.kind in _TERM))
    return tuple(
        _due(norm, norm.deadline, document, own, names, holidays)
        for norm in document.norms
        if norm.deadline is not None
    )


@dataclass(frozen=True, slots=True)
class _Own:
    """How an instrument speaks of itself: the stems of its nouns, and the articles that say how long it lasts."""

    nouns: frozenset[str]
    lasting: frozenset[str]


def _article(eid: str) -> str:
    return eid.partition("__")[0]


def _own_nouns(document: Document) -> frozenset[str]:
    """The stems of the nouns by which an instrument calls itself."""
    words = PACKS.get(document.language)
    found = re.finditer(words.instruments.here, document.text.lower()) if words else ()
    return _stems(" ".join(sorted({match["noun"] for match in found})))


def _due(
    norm: Norm,
    deadline: Deadline,
    document: Document,
    own: _Own,
    events: Mapping[str, date],
    holidays: Collection[date],
) -> Due:
    document_id, language, iso = document.id, document.language, deadline.iso8601
    if iso is None:
        return Due(norm, document_id, None, Limit.LATEST, reason=f"“{deadline.text}” sets no measurable limit")
    if _DAY.fullmatch(iso):
        return _fixed(norm, document_id, deadline)
    duration = Duration.read(iso)
    if duration is None:
        return Due(norm, document_id, None, Limit.LATEST, reason=f"{iso} is neither a duration nor a day")
    every = iso if deadline.relation is Relation.EVERY else None
    limit = Limit.EVERY if every else _limit(deadline)
    yearly = _day_of_year(deadline, document) if every == _YEAR else None
    if yearly:
        return _each_year(norm, document_id, yearly, events)
    event, reason = _event(norm, deadline, language, own, events)
    start = events[event] if event else _day_named(deadline, language)
    if start is None:
        return Due(norm, document_id, None, limit, every=every, reason=reason)
    backwards = _backwards(deadline, language)
    if backwards is None:
        return Due(norm, document_id, None, limit, event, reason=f"“{deadline.text}” says neither before nor after")
    day, note = _counted(start, duration, backwards, deadline.unit == "working", holidays)
    if day is None:
        return Due(norm, document_id, None, limit, event, every, reason=note)
    return Due(norm, document_id, day, limit, event, every, note)


def _day_of_year(deadline: Deadline, document: Document) -> tuple[int, int] | None:
    """Month and day of "annually, by 31 January", where the words or those right behind them name one."""
    behind = re.split(r"[.;\n]", document.text[deadline.span.end : deadline.span.end + _BEHIND], maxsplit=1)[0]
    for found in dates.find(deadline.text + behind, document.language):
        told = _RECURRING.fullmatch(found.edtf)
        if told:
            return int(told[1]), int(told[2])
    return None


def _each_year(norm: Norm, document_id: str, day: tuple[int, int], events: Mapping[str, date]) -> Due:
    """The first such day from the day on which periods begin, or the instrument enters into force."""
    event = next((name for name in (PERIODS, _FORCE) if name in events), None)
    if event is None:
        reason = "the text does not say in which year it begins"
        return Due(norm, document_id, None, Limit.EVERY, every=_YEAR, reason=reason)
    start = events[event]
    for year in (start.year, start.year + 1):
        found = date(year, day[0], min(day[1], monthrange(year, day[0])[1])) if year <= date.max.year else None
        if found and found >= start:
            return Due(norm, document_id, found, Limit.EVERY, event, _YEAR)
    return Due(norm, document_id, None, Limit.EVERY, event, _YEAR, reason="the day lies outside the calendar")


def _fixed(norm: Norm, document_id: str, deadline: Deadline) -> Due:
    """A deadline that is a day, or the last day of a month or a year."""
    parts = [int(part) for part in (deadline.iso8601 or "").split("-")]
    limit = _limit(deadline)
    try:
        if len(parts) == 3:
            return Due(norm, document_id, date(*parts), limit)
        year, month = parts[0], parts[1] if len(parts) == 2 else (1 if limit is Limit.EARLIEST else 12)
        day = 1 if limit is Limit.EARLIEST else monthrange(year, month)[1]
        return Due(norm, document_id, date(year, month, day), limit, note=f"the text says {deadline.iso8601}, no day")
    except ValueError:
        return Due(norm, document_id, None, limit, reason=f"{deadline.iso8601} is no day of the calendar")


def _limit(deadline: Deadline) -> Limit:
    if deadline.relation is Relation.AFTER:
        return Limit.EARLIEST
    return Limit.ON if deadline.relation is Relation.ON else Limit.LATEST


def _event(
    norm: Norm, deadline: Deadline, language: str, own: _Own, events: Mapping[str, date]
) -> tuple[str | None, str]:
    """The given event that a deadline counts from, or why none is."""
    anchor = _squeezed(deadline)
    if not anchor:
        if deadline.relation is Relation.EVERY:
            return (PERIODS, "") if PERIODS in events else (None, "the text does not say when the periods begin")
        return None, "the text does not say from when"
    words = PACKS[language].instruments
    anchor = re.sub(rf"^(?:{words.day_of})\s*", "", anchor)
    for name in events:
        if name != PERIODS and _stems(name) and _stems(anchor) == _stems(name):
            return name, ""
    for name, pattern in words.events.items():
        found = re.match(rf"(?:{pattern})(?!\w)", anchor)
        if found is None:
            continue
        told = name.replace("_", " ")
        if re.search(words.each, anchor):
            return None, f"“{deadline.anchor_event}” is another day for each party"
        elsewhere = found.lastgroup is not None and _article(norm.eid) not in own.lasting
        if elsewhere or not _is_own(anchor[found.end() :], words, own.nouns):
            return None, f"“{deadline.anchor_event}” may be another event than {told}"
        return (told, "") if told in events else (None, f"the day of {told} is not given")
    return None, f"the day of “{deadline.anchor_event}” is not given"


def _squeezed(deadline: Deadline) -> str:
    return re.sub(r"\s+", " ", deadline.anchor_event or "").strip().lower()


def _day_named(deadline: Deadline, language: str) -> date | None:
    """The day that stands in the place of an event: "30 days after 1 March 2010"."""
    anchor = re.sub(rf"^(?:{PACKS[language].instruments.day_of})\s*", "", _squeezed(deadline))
    found = next(iter(dates.find(anchor, language)), None)
    whole = found is not None and found.span.start == 0 and found.span.end == len(anchor.rstrip(" ."))
    return found.start if found and whole and found.precision == "day" and not found.inferred else None


def _is_own(rest: str, words: InstrumentWords, own: frozenset[str]) -> bool:
    """Whether the words behind an event speak of the instrument itself: "of this Agreement", or nothing at all."""
    found = re.fullmatch(words.own, rest)
    if found is None:
        return False
    noun = found["noun"]
    return noun is None or re.search(words.here, rest) is not None or _stems(noun) <= own


@cache
def _stems(text: str) -> frozenset[str]:
    """The stems of the longer words: "its receipt" is "receipt"."""
    found = analyzers()["stemmed"].tokens(text)
    return frozenset(stem for stem in found if len(stem) > _FILLERS or stem.isdigit())


def _backwards(deadline: Deadline, language: str) -> bool | None:
    """Whether a deadline counts back from its event; None where its words do not say."""
    if deadline.relation is Relation.BEFORE:
        return True
    if deadline.relation in (Relation.AFTER, Relation.EVERY):
        return False
    words = PACKS[language].instruments
    head = deadline.text.lower()
    anchor = (deadline.anchor_event or "").lower()
    lead = head[: head.rfind(anchor)] if anchor and anchor in head else head
    if re.search(words.before, lead):
        return True
    return False if re.search(words.after, lead) or deadline.relation is Relation.WITHIN else None


def _counted(
    start: date, duration: Duration, backwards: bool, working: bool, holidays: Collection[date]
) -> tuple[date | None, str]:
    """The day a duration leads to, and what to know of the count."""
    sign = -1 if backwards else 1
    try:
        if duration.hours:
            return _hours(start, duration, sign)
        day = _months(start, sign * (12 * duration.years + duration.months))
        if not working:
            return day + timedelta(days=sign * (7 * duration.weeks + duration.days)), ""
        note = "" if holidays else "working days: Monday to Friday; holidays are not known"
        return _working(day, sign * (5 * duration.weeks + duration.days), holidays), note
    except (OverflowError, ValueError):
        return None, "the day lies outside the calendar"


def _hours(start: date, duration: Duration, sign: int) -> tuple[date, str]:
    """Hours count from an hour that a day does not tell: the earlier day is taken."""
    days, rest = divmod(duration.hours, 24)
    day = start + timedelta(days=sign * days - (1 if rest and sign < 0 else 0))
    return day, "at the hour of the event" if not rest else f"{duration.hours} hours: perhaps on the next day"


def _months(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _working(start: date, count: int, holidays: Collection[date]) -> date:
    day, step = start, 1 if count > 0 else -1
    for _ in range(abs(count)):
        day += timedelta(days=step)
        while day.weekday() > 4 or day in holidays:
            day += timedelta(days=step)
    return day


def series(first: date, every: str, count: int) -> Iterator[date]:
    """The first days of a series of periods, counted from the first one."""
    duration = Duration.read(every)
    start = first
    for number in range(count):
        if duration is None:
            return
        months = number * (12 * duration.years + duration.months)
        yield _months(start, months) + timedelta(days=number * (7 * duration.weeks + duration.days))
