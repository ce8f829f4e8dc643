"""Lengths of time as ISO 8601 writes them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.durations import Duration

_steady = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A loaded machine fails no test."""
_PARTS = st.integers(min_value=0, max_value=99_999)


def _written(length: Duration) -> str:
    days = "".join(
        f"{count}{unit}"
        for count, unit in ((length.years, "Y"), (length.months, "M"), (length.weeks, "W"), (length.days, "D"))
        if count
    )
    return f"P{days}" + (f"T{length.hours}H" if length.hours else "")


@_steady
@given(st.builds(Duration, _PARTS, _PARTS, _PARTS, _PARTS, _PARTS))
def test_what_is_written_is_read_again(length: Duration) -> None:
    told = _written(length)
    assert Duration.read(told) == (length if told != "P" else None)


@_steady
@given(st.text(alphabet="PTYMWDH0123456789.,- ", max_size=12))
def test_anything_is_read_or_refused(text: str) -> None:
    length = Duration.read(text)
    assert length is None or length.in_days >= 0


@pytest.mark.parametrize("text", ["", "P", "PT", "30D", "P30", "P1.5D", "P-1D", "2009-09-04", "PD", "P1D1Y"])
def test_what_is_no_length(text: str) -> None:
    assert Duration.read(text) is None


@pytest.mark.parametrize(("text", "days"), [("PT48H", 2), ("P1W", 7), ("P30D", 30), ("P12M", 365.25), ("P1Y", 365.25)])
def test_about_how_many_days(text: str, days: float) -> None:
    length = Duration.read(text)
    assert length
    assert length.in_days == days
