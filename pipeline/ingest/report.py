"""The account of one run: every path in one counted outcome."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from pipeline.ingest.plan import Outcome

SEEN = tuple(outcome for outcome in Outcome if outcome is not Outcome.GONE)


@dataclass(frozen=True, slots=True)
class Trouble:
    """One path that failed or was skipped, as the report lists it."""

    path: str
    stage: str
    reason: str
    message: str
    hint: str
    skipped: bool


@dataclass(slots=True)
class Report:
    """Counts by outcome, with the troubles by name. `renewed` counts stored documents annotated by newer code.

    `engine_error` says why nothing was indexed, `stopped` why the run ended early, `notices` what it mended by itself.
    """

    counts: Counter[Outcome] = field(default_factory=Counter)
    troubles: list[Trouble] = field(default_factory=list)
    seen: int = 0
    documents: int = 0
    renewed: int = 0
    indexed: int = 0
    removed: int = 0
    seconds: float = 0.0
    status: str = "finished"
    engine_error: str = ""
    stopped: str = ""
    notices: list[str] = field(default_factory=list)

    def check(self) -> None:
        """Seen = new + changed + unchanged + duplicate + moved + skipped + failed, or the run has lost a file."""
        total = sum(self.counts[outcome] for outcome in SEEN)
        if total != self.seen:
            raise AssertionError(f"{self.seen} files seen but {total} accounted for: {dict(self.counts)}")

    def as_json(self) -> dict[str, Any]:
        """The stable report: keys may be added, never renamed."""
        return {
            "seen": self.seen,
            **{outcome.value: self.counts[outcome] for outcome in Outcome},
            "documents": self.documents,
            "renewed": self.renewed,
            "indexed": self.indexed,
            "removed": self.removed,
            "seconds": round(self.seconds, 3),
            "status": self.status,
            "engine_error": self.engine_error,
            "stopped": self.stopped,
            "notices": self.notices,
            "failures": [_row(t) for t in self.troubles if not t.skipped],
            "left_out": [_row(t) for t in self.troubles if t.skipped],
        }


def _row(trouble: Trouble) -> dict[str, str]:
    return {
        "path": trouble.path,
        "stage": trouble.stage,
        "reason": trouble.reason,
        "message": trouble.message,
        "hint": trouble.hint,
    }
