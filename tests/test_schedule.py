"""From the days of events to the days on which duties fall due."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import DragomanError
from pipeline.model import (
    Block,
    Deadline,
    Document,
    Modality,
    Norm,
    Relation,
    SourceMeta,
    Span,
    Statement,
    Strength,
)
from pipeline.offsets import OffsetMap
from pipeline.schedule import Due, Limit, read_events, schedule, series
from tests.support.instruments import SEEDS_EN, SEEDS_RU, read

_steady = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A loaded machine fails no test."""
WORDS = {"en": "This Agreement binds the Parties. ", "ru": "Настоящее Соглашение обязывает Стороны. "}


def _due(
    text: str,
    iso: str | None,
    relation: Relation,
    anchor: str | None,
    events: dict[str, date],
    *,
    language: str = "en",
    unit: str = "calendar",
    holidays: frozenset[date] = frozenset(),
) -> Due:
    whole = WORDS[language] + text
    span = Span(len(WORDS[language]), len(whole))
    norm = Norm(
        eid="art_1",
        span=span,
        modality=Modality.OBLIGATION,
        statement=Statement.PRESCRIPTIVE,
        strength=Strength.SHALL,
        bearer="each_party",
        action="act",
        quote=text,
        rule="test",
        deadline=Deadline(text, span, iso, relation, anchor, unit),
    )
    block = Block(Span(0, len(whole)), language=language)
    identity = OffsetMap.identity(len(whole))
    document = Document("d-" + language, "0" * 64, language, whole, identity, (block,), SourceMeta("text/plain"))
    (found,) = schedule(replace(document, norms=(norm,)), events, holidays)
    return found


FORCE = {"entry_into_force": date(2009, 9, 4)}


@pytest.mark.parametrize(
    ("iso", "start", "due_on"),
    [
        ("P30D", date(2009, 9, 4), date(2009, 10, 4)),
        ("P60D", date(2011, 12, 31), date(2012, 2, 29)),
        ("P2W", date(2009, 9, 4), date(2009, 9, 18)),
        ("P1M", date(2010, 1, 31), date(2010, 2, 28)),
        ("P1M", date(2012, 1, 31), date(2012, 2, 29)),
        ("P3M", date(2009, 11, 30), date(2010, 2, 28)),
        ("P1Y", date(2012, 2, 29), date(2013, 2, 28)),
        ("P1Y6M", date(2009, 9, 4), date(2011, 3, 4)),
        ("PT48H", date(2009, 9, 4), date(2009, 9, 6)),
        ("PT36H", date(2009, 9, 4), date(2009, 9, 5)),
    ],
)
def test_durations_count_as_treaties_do(iso: str, start: date, due_on: date) -> None:
    found = _due("within it of signature", iso, Relation.WITHIN, "signature", {"signature": start})
    assert (found.due_on, found.limit, found.event) == (due_on, Limit.LATEST, "signature")


@pytest.mark.parametrize(
    ("text", "relation", "anchor", "due_on", "limit"),
    [
        ("not later than 5 days before its signature", Relation.NOT_LATER_THAN, "its signature", 31, Limit.LATEST),
        ("not later than 5 days after its signature", Relation.NOT_LATER_THAN, "its signature", 10, Limit.LATEST),
        ("5 days before signature", Relation.BEFORE, "signature", 31, Limit.LATEST),
        ("5 days after signature", Relation.AFTER, "signature", 10, Limit.EARLIEST),
    ],
)
def test_before_and_after(text: str, relation: Relation, anchor: str, due_on: int, limit: Limit) -> None:
    found = _due(text, "P5D", relation, anchor, {"signature": date(2010, 4, 5)})
    assert found.due_on
    assert (found.due_on.day, found.limit) == (due_on, limit)


def test_a_limit_that_says_neither_before_nor_after_stays_open() -> None:
    found = _due(
        "not later than 5 days signature", "P5D", Relation.NOT_LATER_THAN, "signature", {"signature": date.min}
    )
    assert (found.due_on, "neither before nor after" in found.reason) == (None, True)


def test_working_days_leave_out_weekends_and_holidays() -> None:
    friday = {"receipt of the request": date(2012, 1, 6)}
    given = (
        "within 3 working days of receipt of the request",
        "P3D",
        Relation.WITHIN,
        "receipt of the request",
        friday,
    )
    plain = _due(*given, unit="working")
    assert (plain.due_on, bool(plain.note)) == (date(2012, 1, 11), True)
    free = _due(*given, unit="working", holidays=frozenset({date(2012, 1, 9)}))
    assert (free.due_on, free.note) == (date(2012, 1, 12), "")
    back = _due(
        "3 working days before signature",
        "P3D",
        Relation.BEFORE,
        "signature",
        {"signature": date(2012, 1, 9)},
        unit="working",
    )
    assert back.due_on == date(2012, 1, 4)


@pytest.mark.parametrize(
    ("language", "anchor"),
    [
        ("en", "entry into force"),
        ("en", "its entry into force"),
        ("en", "the entry into force of this Agreement"),
        ("en", "the date of entry into force of the Agreement"),
        ("ru", "вступления в силу"),
        ("ru", "даты вступления в силу настоящего Соглашения"),
        ("ru", "вступления настоящего Соглашения в силу"),
    ],
)
def test_the_entry_into_force_of_the_instrument(language: str, anchor: str) -> None:
    found = _due(f"30 days: {anchor}", "P30D", Relation.WITHIN, anchor, FORCE, language=language)
    assert (found.due_on, found.reason) == (date(2009, 10, 4), "")


@pytest.mark.parametrize(
    ("language", "anchor"),
    [
        ("en", "entry into force of the amendment"),
        ("en", "the entry into force of the Protocol"),
        ("en", "entry into force of this Agreement for that Party"),
        ("en", "receipt of the last notification"),
        ("ru", "вступления в силу изменений"),
        ("ru", "вступления изменений в силу"),
        ("ru", "вступления в силу Протокола"),
        ("ru", "вступления в силу настоящего Соглашения для присоединившегося государства"),
    ],
)
def test_another_event_is_not_taken_for_it(language: str, anchor: str) -> None:
    found = _due(f"30 days: {anchor}", "P30D", Relation.WITHIN, anchor, FORCE, language=language)
    assert found.due_on is None
    assert found.reason


def test_the_words_of_the_text_name_an_event() -> None:
    found = _due("within 30 days of its receipt", "P30D", Relation.WITHIN, "its receipt", {"receipt": date(2010, 1, 1)})
    assert found.due_on == date(2010, 1, 31)
    other = _due("within 30 days of its receipt", "P30D", Relation.WITHIN, "its receipt", {"refusal": date(2010, 1, 1)})
    assert (other.due_on, other.reason) == (None, "the day of “its receipt” is not given")


def test_periods_begin_when_the_user_says() -> None:
    given = ("annually", "P1Y", Relation.EVERY, None)
    assert _due(*given, FORCE).reason == "the text does not say when the periods begin"
    found = _due(*given, {"every": date(2012, 2, 29)})
    assert (found.due_on, found.limit, found.every) == (date(2013, 2, 28), Limit.EVERY, "P1Y")
    assert list(series(date(2012, 1, 31), "P1M", 3)) == [date(2012, 1, 31), date(2012, 2, 29), date(2012, 3, 31)]


@pytest.mark.parametrize(
    ("iso", "relation", "due_on"),
    [
        ("2010-03-01", Relation.NOT_LATER_THAN, date(2010, 3, 1)),
        ("2012-02", Relation.NOT_LATER_THAN, date(2012, 2, 29)),
        ("2012", Relation.BEFORE, date(2012, 12, 31)),
        ("2012-02", Relation.AFTER, date(2012, 2, 1)),
        ("2011-02-30", Relation.BEFORE, None),
    ],
)
def test_days_of_the_text_need_no_event(iso: str, relation: Relation, due_on: date | None) -> None:
    assert _due("by then", iso, relation, None, {}).due_on == due_on


@pytest.mark.parametrize(
    ("text", "language", "start", "due_on"),
    [
        ("by 1 April of each year", "en", date(2010, 3, 1), date(2010, 4, 1)),
        ("by 1 April of each year", "en", date(2010, 4, 1), date(2010, 4, 1)),
        ("by 1 April of each year", "en", date(2010, 4, 2), date(2011, 4, 1)),
        ("annually, not later than 29 February", "en", date(2010, 1, 1), date(2010, 2, 28)),
        ("ежегодно до 1 марта", "ru", date(2010, 3, 2), date(2011, 3, 1)),
    ],
)
def test_a_day_of_every_year(text: str, language: str, start: date, due_on: date) -> None:
    for event in ("entry_into_force", "every"):
        found = _due(text, "P1Y", Relation.EVERY, None, {event: start}, language=language)
        assert (found.due_on, found.limit, found.every) == (due_on, Limit.EVERY, "P1Y")
    assert "which year" in _due(text, "P1Y", Relation.EVERY, None, {"signature": start}, language=language).reason


@pytest.mark.parametrize(
    ("anchor", "language"), [("1 March 2010", "en"), ("the date of 1 March 2010", "en"), ("1 марта 2010 года", "ru")]
)
def test_a_day_may_stand_in_the_place_of_an_event(anchor: str, language: str) -> None:
    assert _due(f"30 days: {anchor}", "P30D", Relation.WITHIN, anchor, {}, language=language).due_on == date(
        2010, 3, 31
    )
    later = f"{anchor} or receipt"
    assert _due(f"30 days: {later}", "P30D", Relation.WITHIN, later, {}, language=language).due_on is None


@pytest.mark.parametrize(
    ("anchor", "language", "due_on"),
    [
        ("the entry into effect of this Agreement", "en", date(2009, 10, 4)),
        ("enforcement of this Agreement", "en", date(2009, 10, 4)),
        ("enforcement", "en", None),
        ("the coming into force of the Convention as provided in Article 41", "en", None),
        ("the coming into force of this Agreement as provided in Article 41", "en", date(2009, 10, 4)),
        ("вступления в силу настоящего Соглашения в соответствии со статьей 9", "ru", date(2009, 10, 4)),
        ("введения в действие настоящего Соглашения", "ru", date(2009, 10, 4)),
    ],
)
def test_other_words_for_entry_into_force(anchor: str, language: str, due_on: date | None) -> None:
    assert _due(f"30 days: {anchor}", "P30D", Relation.WITHIN, anchor, FORCE, language=language).due_on == due_on


LASTING = """AGREEMENT
between the Government of Georgia and the Government of Ukraine on Seed Banks

have agreed as follows:

Article 1

Each Party shall reply within 30 days of the expiry of that period.

Article 2

This Agreement shall remain in force for five years. It will be extended for further periods of five years unless one of
the Parties notifies the other in writing, at least six months before the expiry of that period, that it will end it.
"""


def test_that_period_is_the_life_of_the_instrument_only_where_it_speaks_of_it() -> None:
    found = {due.norm.eid: due.due_on for due in schedule(read(LASTING), {"expiry": date(2015, 3, 31)})}
    assert found["art_1"] is None
    assert found["art_2"] == date(2014, 9, 30)


_DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))
_LENGTHS = st.one_of(
    st.integers(1, 400).map(lambda n: f"P{n}D"),
    st.integers(1, 60).map(lambda n: f"P{n}W"),
    st.integers(1, 240).map(lambda n: f"P{n}M"),
    st.integers(1, 50).map(lambda n: f"P{n}Y"),
)


def _counted(iso: str, start: date, relation: Relation, **given: Any) -> date:
    lead = "before" if relation is Relation.BEFORE else "after"
    found = _due(f"{iso} {lead} signature", iso, relation, "signature", {"signature": start}, **given)
    assert found.due_on
    return found.due_on


@_steady
@given(_DAYS, _LENGTHS, _LENGTHS)
def test_longer_limits_and_later_events_never_fall_due_earlier(start: date, one: str, other: str) -> None:
    first, second = _counted(one, start, Relation.AFTER), _counted(one, start + timedelta(days=1), Relation.AFTER)
    assert start < first <= second
    if one[-1] == other[-1] and int(one[1:-1]) <= int(other[1:-1]):
        assert first <= _counted(other, start, Relation.AFTER)


@_steady
@given(_DAYS, _LENGTHS)
def test_months_and_years_end_on_the_same_number_or_the_last_day(start: date, iso: str) -> None:
    due = _counted(iso, start, Relation.AFTER)
    if iso[-1] in "DW":
        assert (due - start).days == int(iso[1:-1]) * (7 if iso[-1] == "W" else 1)
        return
    months = int(iso[1:-1]) * (12 if iso[-1] == "Y" else 1)
    assert (due.year * 12 + due.month) - (start.year * 12 + start.month) == months
    assert due.day == min(start.day, monthrange(due.year, due.month)[1])


@_steady
@given(_DAYS, _LENGTHS)
def test_before_and_after_are_opposite(start: date, iso: str) -> None:
    before = _counted(iso, start, Relation.BEFORE)
    assert before < start
    back = _counted(iso, before, Relation.AFTER)
    assert back == start if iso[-1] in "DW" or start.day <= 28 else start - timedelta(days=3) <= back <= start


@_steady
@given(_DAYS, st.integers(1, 60), st.sets(st.integers(-40, 120), max_size=20))
def test_working_days_are_counted_one_by_one(start: date, count: int, free: set[int]) -> None:
    holidays = frozenset(start + timedelta(days=n) for n in free)
    due = _counted(f"P{count}D", start, Relation.AFTER, unit="working", holidays=holidays)
    days = [start + timedelta(days=n) for n in range(1, (due - start).days + 1)]
    working = [day for day in days if day.weekday() < 5 and day not in holidays]
    assert (working[-1], len(working)) == (due, count)


@_steady
@given(_DAYS, _LENGTHS, st.integers(1, 8))
def test_a_series_goes_on_as_its_first_period_was_counted(start: date, every: str, count: int) -> None:
    days = list(series(start, every, count))
    assert (days[0], len(days)) == (start, count)
    assert days == sorted(set(days))
    assert days[1:2] == [_counted(every, start, Relation.AFTER)][: count - 1]


def test_no_measurable_limit_and_no_calendar_that_far() -> None:
    assert "no measurable limit" in _due("immediately", None, Relation.WITHIN, None, FORCE).reason
    assert (
        "outside"
        in _due("after signature", "P9999Y", Relation.AFTER, "signature", {"signature": date(2010, 1, 1)}).reason
    )
    assert "does not say from when" in _due("within 20 days", "P20D", Relation.WITHIN, None, FORCE).reason


@pytest.mark.parametrize("text", [SEEDS_EN, SEEDS_RU], ids=["en", "ru"])
def test_an_agreement_as_it_is_read(text: str) -> None:
    asked = "получения запроса" if text is SEEDS_RU else "receipt of a request"
    found = schedule(read(text), {"entry_into_force": date(2011, 12, 31), asked: date(2012, 1, 6)})
    days = {due.norm.eid.replace("а", "a"): due.due_on for due in found}
    assert days["art_1__para_1"] == date(2012, 2, 29)
    assert days["art_1__para_2__point_a"] == date(2012, 1, 20)
    assert all(due.reason for due in found if due.due_on is None)


@pytest.mark.parametrize("given", ["entry_into_force", "=2009-01-01", "signature=2009-13-01", "signature="])
def test_an_event_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(DragomanError):
        read_events([given])
