"""Due days as a calendar, read line by line as RFC 5545 says."""

from __future__ import annotations

from datetime import date

from pipeline.export.ics import as_ics
from pipeline.schedule import schedule
from tests.support.instruments import SEEDS_EN, SEEDS_RU, read

EVENTS = {"entry into force": date(2011, 12, 31), "every": date(2012, 1, 1)}


def _calendar(text: str) -> str:
    document = read(text)
    citations = {(document.id, norm.eid): f"Seeds, {norm.eid}; a\\b" for norm in document.norms}
    return as_ics(schedule(document, EVENTS), events=EVENTS, citations=citations)


def _unfolded(calendar: str) -> list[str]:
    return calendar.replace("\r\n ", "").split("\r\n")[:-1]


def _events(calendar: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for line in _unfolded(calendar):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and line not in ("END:VEVENT", "END:VCALENDAR"):
            found[-1][name] = value
    return found


def test_lines_are_folded_by_octets_between_characters() -> None:
    calendar = _calendar(SEEDS_RU)
    assert calendar.endswith("END:VCALENDAR\r\n")
    assert calendar.count("\n") == calendar.count("\r\n")
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    assert any(line.startswith(" ") for line in calendar.split("\r\n"))


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
