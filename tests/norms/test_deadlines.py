"""Time limits in both languages: length or date, relation, anchor and unit."""

from __future__ import annotations

import pytest

from pipeline.norms.deadlines import find

CASES = (
    ("en", "shall reply within thirty (30) days of receipt", "P30D", "within", "receipt"),
    ("en", "not later than 60 days before the session", "P60D", "not_later_than", "the session"),
    ("en", "at least six months prior to expiry", "P6M", "before", "expiry"),
    ("en", "within forty-eight hours after the arrest", "PT48H", "within", "the arrest"),
    ("en", "within a period of one hundred and twenty days", "P120D", "within", None),
    ("en", "two years after signature", "P2Y", "after", "signature"),
    ("en", "at intervals of three months", "P3M", "every", None),
    ("en", "at least once a year", "P1Y", "every", None),
    ("en", "shall meet twice a year", "P6M", "every", None),
    ("en", "by 1 March 2010", "2010-03-01", "not_later_than", None),
    ("en", "shall immediately inform", None, "within", None),
    ("en", "at intervals not exceeding five years", "P5Y", "every", None),
    ("en", "before the lapse of two years", "P2Y", "before", None),
    ("en", "twice in every year", "P6M", "every", None),
    ("en", "in a period no longer than 48 hours", "PT48H", "within", None),
    ("en", "forty-eight hours beforehand", "PT48H", "before", None),
    ("ru", "в течение тридцати (30) дней со дня получения", "P30D", "within", "получения"),
    ("en", "in no case later than sixty days from receipt", "P60D", "not_later_than", "receipt"),
    ("en", "by 1 April of each year", "P1Y", "every", None),
    ("en", "three months in which to object", "P3M", "within", None),
    ("en", "without notice of at least two months", "P2M", "before", None),
    ("en", "to be tested hourly", "PT1H", "every", None),
    ("en", "on or before 31 December 2008", "2008-12-31", "not_later_than", None),
    ("ru", "не позднее чем за 60 дней до заседания", "P60D", "not_later_than", "заседания"),
    ("ru", "не позднее чем за месяц до заседания", "P1M", "not_later_than", "заседания"),
    ("ru", "не менее чем за 60 дней до заседания", "P60D", "before", "заседания"),
    ("ru", "о чём она за два месяца уведомляет другую Сторону", "P2M", "before", None),
    ("ru", "за неделю до заседания", "P1W", "before", "заседания"),
    ("ru", "в срок не более 30 дней", "P30D", "within", None),
    ("ru", "в течение не более 10 дней", "P10D", "within", None),
    ("ru", "не позднее мая 2010 года", "2010-05", "not_later_than", None),
    ("ru", "к концу каждого календарного года", "P1Y", "every", None),
    ("ru", "по прошествии года", "P1Y", "after", None),
    ("ru", "в течение трёх месяцев", "P3M", "within", None),
    ("ru", "в тридцатидневный срок", "P30D", "within", None),
    ("ru", "в 10-дневный срок", "P10D", "within", None),
    ("ru", "в месячный срок после подписания", "P1M", "within", "подписания"),
    ("ru", "по истечении шести месяцев", "P6M", "after", None),
    ("ru", "не реже одного раза в год", "P1Y", "every", None),
    ("ru", "два раза в год", "P6M", "every", None),
    ("ru", "в течение сорока пяти дней", "P45D", "within", None),
    ("ru", "не позднее 1 марта 2010 года", "2010-03-01", "not_later_than", None),
    ("ru", "незамедлительно уведомляет", None, "within", None),
)


@pytest.mark.parametrize(("language", "text", "iso", "relation", "anchor"), CASES)
def test_limits(language: str, text: str, iso: str | None, relation: str, anchor: str | None) -> None:
    (deadline,) = find(text, language)
    assert (deadline.iso8601, deadline.relation.value, deadline.anchor_event) == (iso, relation, anchor)
    assert deadline.span.of(text) == deadline.text


@pytest.mark.parametrize(
    ("language", "text"), [("en", "within ten working days"), ("ru", "в течение десяти рабочих дней")]
)
def test_working_days_are_told_from_calendar_days(language: str, text: str) -> None:
    (deadline,) = find(text, language)
    assert (deadline.iso8601, deadline.unit) == ("P10D", "working")


def test_how_long_something_lasts_is_no_limit() -> None:
    assert find("виза выдаётся на срок не более 30 дней", "ru") == ()


@pytest.mark.parametrize(
    "text",
    [
        "within the territory of the Parties",
        "five days of rest",
        "Article 5 (2)",
        "kept for at least two years after use",
    ],
)
def test_no_limit(text: str) -> None:
    assert find(text, "en") == ()


def test_offsets_are_shifted() -> None:
    (deadline,) = find("within two days", "en", 100)
    assert (deadline.span.start, deadline.span.end) == (100, 115)
