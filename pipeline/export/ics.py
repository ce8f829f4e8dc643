"""Due days as an iCalendar file (RFC 5545) that any calendar program takes; the same days give the same bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from pipeline.durations import Duration
from pipeline.export.text import line, plain
from pipeline.schedule import PERIODS, Due, Limit

_LIMITS = {Limit.LATEST: "due by", Limit.EARLIEST: "from", Limit.ON: "on", Limit.EVERY: "due by"}
_OCTETS = 75


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
    if due.every and (rule := _rule(due.every)):
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


def _rule(every: str) -> str:
    """An RRULE for a period of one unit."""
    duration = Duration.read(every)
    if duration is None:
        return ""
    for count, unit in (
        (duration.years, "YEARLY"),
        (duration.months, "MONTHLY"),
        (duration.weeks, "WEEKLY"),
        (duration.days, "DAILY"),
    ):
        if count:
            return f"FREQ={unit};INTERVAL={count}"
    return ""


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
