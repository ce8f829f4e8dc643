"""What the layers pass on: candidate mentions, and which kinds may stand inside another mention."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Kind, Layer

INNER_KINDS = frozenset({Kind.COUNTRY, Kind.ORGANISATION, Kind.LOCATION, Kind.TREATY, Kind.OPERATION})
"""Kinds that stay visible inside a longer mention: search wants the country inside a ministry's name."""


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A stretch of text that one layer takes for a mention; offsets as in `Mention`."""

    start: int
    end: int
    kind: Kind
    entity_id: str | None
    by: Layer
    rule: str

    @property
    def length(self) -> int:
        return self.end - self.start

    def covers(self, other: Candidate) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Candidate) -> bool:
        return self.start < other.end and other.start < self.end


def slug(name: str) -> str:
    """A name as the key of an id: letters and digits in lower case, one hyphen between words."""
    words = "".join(char if char.isalnum() else " " for char in name.lower()).split()
    return "-".join(words)
