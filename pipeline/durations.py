"""Lengths of time as ISO 8601 writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DURATION = re.compile(r"P(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?)?")


@dataclass(frozen=True, slots=True)
class Duration:
    """An ISO 8601 duration in its parts."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0

    @classmethod
    def read(cls, iso: str) -> Duration | None:
        found = _DURATION.fullmatch(iso)
        if found is None or not any(found.groups()):
            return None
        return cls(*(int(part) if part else 0 for part in found.groups()))

    @property
    def in_days(self) -> float:
        """About how many days: to compare durations, never to count with."""
        return self.years * 365.25 + self.months * 30.4375 + self.weeks * 7 + self.days + self.hours / 24
