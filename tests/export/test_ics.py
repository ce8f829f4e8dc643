"""Due days as a calendar, read line by line as RFC 5545 says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline.export.ics import as_ics
from pipeline.export.text import line, plain
from pipeline.model import Norm
from pipeline.schedule import Due, Limit, schedule, series
from tests.support.instruments import SEEDS_EN, SEEDS_RU, read

_steady = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A loaded machine fails no test."""
EVENTS = {"entry into force": date(2011, 12, 31), "every": date(2012, 1, 1)}


def _calendar(text: str) -> str:
    document = read(text)
    citations = {(document.id, norm.eid): f"Seeds, {norm.eid}; a\\b" for norm in document.norms}
    return as_ics(schedule(document, EVENTS), events=EVENTS, citations=citations)


def _unfolded(calendar: str) -> list[str]:
    return calendar.replace("\r\n ", "").split("\r\n")[:-1]


def _events(calendar: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for one in _unfolded(calendar):
        name, _, value = one.partition(":")
        if one == "BEGIN:VEVENT":
            found.append({})
        elif found and one not in ("END:VEVENT", "END:VCALENDAR"):
            found[-1][name] = value
    return found


def test_lines_are_folded_by_octets_between_characters() -> None:
    calendar = _calendar(SEEDS_RU)
    assert calendar.endswith("END:VCALENDAR\r\n")
    assert calendar.count("\n") == calendar.count("\r\n")
    assert all(len(one.encode()) <= 75 for one in calendar.split("\r\n"))
    assert any(one.startswith(" ") for one in calendar.split("\r\n"))


def test_every_event_has_what_calendars_need() -> None:
    events = _events(_calendar(SEEDS_EN))
    needed = {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION"}
    assert len(events) == 2
    assert all(needed <= set(event) for event in events)
    assert len({event["UID"] for event in events}) == len(events)
    first = next(event for event in events if event["DTSTART;VALUE=DATE"] == "20120229")
    assert first["DTEND;VALUE=DATE"] == "20120301"
    assert "Counted from entry into force: 2011-12-31." in first["DESCRIPTION"]


def test_periods_repeat() -> None:
    (series,) = (event for event in _events(_calendar(SEEDS_EN)) if "RRULE" in event)
    assert (series["DTSTART;VALUE=DATE"], series["RRULE"]) == ("20130101", "FREQ=YEARLY;INTERVAL=1")


def test_text_is_escaped() -> None:
    described = _events(_calendar(SEEDS_EN))[0]["DESCRIPTION"]
    assert "art_1__para_1\\; a\\\\b" in described
    assert "\\n" in described
    assert not any(c in described.replace("\\;", "").replace("\\,", "") for c in ";,")


def test_what_has_no_day_is_left_out_and_nothing_changes_from_run_to_run() -> None:
    assert _events(as_ics(schedule(read(SEEDS_EN), {}), events={}, citations={})) == []
    assert _calendar(SEEDS_EN) == _calendar(SEEDS_EN)


def _of(norm: Norm, day: date, **given: Any) -> Due:
    return Due(norm, "d-en", day, given.pop("limit", Limit.LATEST), **given)


@cache
def _norm() -> Norm:
    return next(norm for norm in read(SEEDS_EN).norms if norm.deadline)


_ANYTHING = st.text(st.characters(codec="utf-8"), max_size=300) | st.text(
    "aж€😀,;\\\n \t\r\u2028\x00\u0301\u202e", max_size=300
)


@_steady
@given(_ANYTHING, _ANYTHING, _ANYTHING)
def test_any_words_are_folded_escaped_and_come_back(quote: str, action: str, citation: str) -> None:
    norm = replace(_norm(), quote=quote, action=action)
    calendar = as_ics([_of(norm, date(2012, 2, 29))], events={}, citations={("d-en", norm.eid): citation})
    lines = calendar.encode().split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(one) <= 75 and one.decode() and b"\n" not in one and b"\r" not in one for one in lines[:-1])
    (event,) = _events(calendar)
    back = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], event["DESCRIPTION"])
    assert plain(quote) in back
    assert plain(citation) in back
    assert line(action) in line(re.sub(r"\\(.)", r"\1", event["SUMMARY"]))


_EVERY = st.one_of(
    st.integers(1, 30).map(lambda n: f"P{n}M"),
    st.integers(1, 9).map(lambda n: f"P{n}Y"),
    st.integers(1, 60).map(lambda n: f"P{n}D"),
    st.integers(1, 20).map(lambda n: f"P{n}W"),
    st.integers(1, 9).map(lambda n: f"PT{24 * n}H"),
    st.just("P1Y6M"),
    st.just("P2W3D"),
)


@_steady
@given(st.dates(date(1950, 1, 1), date(2080, 12, 31)), _EVERY)
@example(date(2012, 2, 29), "P1Y")
@example(date(2011, 12, 31), "P1M")
@example(date(2012, 1, 30), "P1M")
def test_a_rule_gives_the_days_that_are_counted(start: date, every: str) -> None:
    hours = int(every[2:-1]) if every.startswith("PT") else 0
    counted = [start + timedelta(hours=hours * n) for n in range(8)] if hours else [*series(start, every, 8)]
    due = _of(_norm(), counted[1], limit=Limit.EVERY, event="every", every=every)
    (event,) = _events(as_ics([due], events={"every": start}, citations={}))
    first = datetime.combine(counted[1], time())
    days = islice(rrulestr(event["RRULE"], dtstart=first), 7)
    assert [day.date() for day in days] == counted[1:]


def test_periods_that_no_rule_can_say_do_not_repeat() -> None:
    for every in ("P1M3D", "PT36H", "P1Y2W"):
        due = _of(_norm(), date(2012, 3, 1), limit=Limit.EVERY, event="every", every=every)
        assert "RRULE" not in _events(as_ics([due], events={}, citations={}))[0]
