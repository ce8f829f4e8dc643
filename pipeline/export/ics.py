"""Due days as an iCalendar file (RFC 5545) that any calendar program takes; the same days give the same bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from pipeline.durations import Duration
from pipeline.export.text import line, plain
from pipeline.schedule import PERIODS, Due, Limit, series

_LIMITS = {Limit.LATEST: "due by", Limit.EARLIEST: "from", Limit.ON: "on", Limit.EVERY: "due by"}
_OCTETS = 75
_SHORTEST = 28
"""Days of the shortest month."""


def as_ics(dues: Iterable[Due], *, events: Mapping[str, date], citations: Mapping[tuple[str, str], str]) -> str:
    """Every due day as an event of a whole day; a series repeats. What has no day is left out.

    `events` are the days it was counted from, `citations` maps document id and eid to a citation.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dragoman//deadlines//EN", "CALSCALE:GREGORIAN"]
    for due in dues:
        if due.due_on is not None:
            lines += _event(due, due.due_on, events, citations.get((due.document_id, due.norm.eid), due.document_id))
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for one in lines for folded in _folded(one))


def _event(due: Due, day: date, events: Mapping[str, date], citation: str) -> Iterator[str]:
    norm = due.norm
    deadline = norm.deadline.text if norm.deadline else ""
    start = events.get(due.event or "")
    since = "the day given" if due.event == PERIODS else due.event
    counted = f"Counted from {since}: {start.isoformat()}." if start else ""
    head = f"{norm.bearer or 'nobody named'}: {norm.action} ({_LIMITS[due.limit]} this day)"
    told = (f"“{norm.quote}”", f"Deadline: {deadline}", counted, due.note, citation)
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(due)}"
    yield f"DTSTAMP:{start or day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    if due.every and (rule := _rule(due.every, _beginning(due.every, start, day))):
        yield f"RRULE:{rule}"
    yield f"SUMMARY:{_text(line(head))}"
    yield f"DESCRIPTION:{_text(chr(10).join(plain(part) for part in told if part))}"
    yield f"CATEGORIES:{_text(norm.modality.value)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _uid(due: Due) -> str:
    """The same for the same norm, day and event."""
    said = f"{due.document_id}|{due.norm.eid}|{due.norm.span.start}|{due.norm.action}|{due.due_on}|{due.event}"
    return f"{hashlib.sha256(said.encode()).hexdigest()[:32]}@dragoman"


def _beginning(every: str, start: date | None, first: date) -> date:
    """The day from which periods are counted: that of the event, unless the series has a day of its own."""
    return start if start and [*series(start, every, 2)][1:] == [first] else first


def _rule(every: str, start: date) -> str:
    """An RRULE for a period that began with the day `start`; empty for one that no rule says.

    Months and years end on the day of the same number or on the last of a shorter month, as they are counted: a plain
    rule would leave such months out.
    """
    length = Duration.read(every)
    if length is None:
        return ""
    months, days, hours = 12 * length.years + length.months, 7 * length.weeks + length.days, length.hours
    if (months and (days or hours)) or hours % 24:
        return ""
    if not months:
        days += hours // 24
        return f"FREQ=DAILY;INTERVAL={days}" if days % 7 else f"FREQ=WEEKLY;INTERVAL={days // 7}" if days else ""
    last = f"BYMONTHDAY={','.join(map(str, range(_SHORTEST, start.day + 1)))};BYSETPOS=-1"
    if months % 12:
        return f"FREQ=MONTHLY;INTERVAL={months}" + (f";{last}" if start.day > _SHORTEST else "")
    leap = start.month == 2 and start.day > _SHORTEST
    return f"FREQ=YEARLY;INTERVAL={months // 12}" + (f";BYMONTH=2;{last}" if leap else "")


def _text(value: str) -> str:
    """A TEXT value: backslash, semicolon, comma and line breaks escaped."""
    return re.sub(r"([\\;,])", r"\\\1", value).replace("\n", "\\n")


def _folded(content: str) -> Iterator[str]:
    """Lines of at most 75 octets, broken between characters; those that go on begin with a blank."""
    piece, size = "", 0
    for character in content:
        width = len(character.encode("utf-8"))
        if size + width > _OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + width
    yield piece
