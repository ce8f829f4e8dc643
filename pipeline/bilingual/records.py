"""What a comparison of two authentic texts says: quotations, divergences and provisions that answer to each other."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Note

KINDS = ("missing_provision", "modality", "negation", "number", "date", "deadline", "party", "term")


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation from one of the texts: `quote` is `start:end` of its document."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Divergence:
    """A place where the texts differ. `kind` is one of KINDS; a side is None where its text has nothing there.

    `eid` is the provision of the English text, or of the Russian one where the English has none; `detail` says in words
    what differs.
    """

    kind: str
    eid: str
    english: Passage | None
    russian: Passage | None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """`aligned` pairs of provision ids (English, Russian); `unaligned` language and id of those without a twin."""

    divergences: tuple[Divergence, ...]
    aligned: tuple[tuple[str, str], ...]
    unaligned: tuple[tuple[str, str], ...]
    notes: tuple[Note, ...] = ()
    partial: bool = False
