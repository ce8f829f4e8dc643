"""Periods as a query writes them: 2004, 2004-05, 13.05.2004, 2001..2006, >=2004."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from pipeline.engines.grammar import wrong

_YEARS = re.compile(r"(\d{4})\s?[-–—]\s?(\d{4})$")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_DOTTED = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})$")
_SIGN = re.compile(r"(>=|<=|>|<|≥|≤)\s?")
_FORMS = "write 2004, 2004-05, 2004-05-13, 2001..2006, 2001.. or >=2004"


def period(text: str, position: int) -> tuple[str | None, str | None]:
    """First and last ISO day, both included; None where open. Raises QueryError with the valid forms."""
    text = text.strip()
    sign = _SIGN.match(text)
    if sign:
        return _compared(sign.group(1), *_days(text[sign.end() :], position))
    years = _YEARS.match(text)
    low, dots, high = (years.group(1), "..", years.group(2)) if years else text.partition("..")
    if not dots:
        low = high = text
    first = _days(low, position)[0] if low.strip() else None
    last = _days(high, position)[1] if high.strip() else None
    if first is None and last is None:
        raise wrong("a period needs a beginning or an end", position, hint=_FORMS)
    if first and last and first > last:
        raise wrong(f"{text} ends before it begins", position, hint="swap the two dates")
    return _iso(first), _iso(last)


def _compared(sign: str, first: date, last: date) -> tuple[str | None, str | None]:
    if sign in {">=", "≥"}:
        return _iso(first), None
    if sign in {"<=", "≤"}:
        return None, _iso(last)
    day = timedelta(days=1)
    if sign == ">":
        return (_iso(last + day), None) if last < date.max else (_iso(last), None)
    return (None, _iso(first - day)) if first > date.min else (None, _iso(first))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _days(text: str, position: int) -> tuple[date, date]:
    """First and last day of a year, month or day."""
    text = text.strip()
    iso, dotted = _ISO.match(text), _DOTTED.match(text)
    if iso:
        year, month, day = iso.group(1, 2, 3)
    elif dotted:
        day, month, year = dotted.group(1, 2, 3)
    else:
        raise wrong(f"{text or 'nothing'} is no date", position, hint=_FORMS)
    try:
        first = date(int(year), int(month or 1), int(day or 1))
        last_month = int(month or 12)
        last = date(int(year), last_month, int(day) if day else monthrange(int(year), last_month)[1])
    except ValueError:
        raise wrong(f"there is no day {text}", position, hint=_FORMS) from None
    return first, last
