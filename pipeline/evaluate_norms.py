"""Precision and recall of norms, their slots and the structure of instruments, against a gold file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from pipeline.errors import UnreadableError
from pipeline.evaluate import Score
from pipeline.model import Document, Modality, Norm
from pipeline.process import analyse_text

PROVISIONS = frozenset({"article", "paragraph", "subparagraph", "point", "indent"})
"""Kinds of provisions that gold lists: no containers, recitals, preface or conclusions."""


@dataclass(frozen=True, slots=True)
class GoldNorm:
    """An annotated norm: `bearer` is canonical, `bearer_text` its name in the language of the text where that differs.

    `deadline` is an ISO 8601 duration or date. Each is None where there is none.
    """

    start: int
    end: int
    eid: str | None
    modality: str
    bearer: str | None = None
    bearer_text: str | None = None
    deadline: str | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class GoldInstrument:
    """One annotated instrument; `provisions` are the ids of all its articles, paragraphs and points."""

    id: str
    lang: str
    text: str
    provisions: tuple[str, ...]
    norms: tuple[GoldNorm, ...]


@dataclass(frozen=True, slots=True)
class FoundNorm:
    """A norm that was read, with offsets into the gold text."""

    start: int
    end: int
    modality: str
    bearer: str | None
    deadline: str | None
    relation: str | None
    bearer_text: str | None = None


Analysed = tuple[GoldInstrument, tuple[Document, ...]]


def evaluate_norms(gold: Path) -> tuple[Score, ...]:
    """Scores by modality, then "micro", then the slots "bearer", "deadline" and "relation".

    `gold` is a JSON Lines file of {id, lang, text, provisions, norms}. A norm is found when it shares at least half of
    the shorter span with a gold norm of the same modality, one to one; `overlapping` of "micro" takes any modality.
    The bearer counts on found norms, `id_accuracy` of "micro" is the same share; a deadline counts where the norm is
    found and both limits are the same length of time. Raises UnreadableError.
    """
    return score_norms(analysed(gold))


def evaluate_structure(gold: Path) -> tuple[Score, ...]:
    """Scores of provision ids by kind (article, paragraph, point), then "structure"; raises UnreadableError."""
    return score_structure(analysed(gold))


def analysed(gold: Path) -> list[Analysed]:
    """Every instrument of a gold file with what is read from it."""
    return [(one, analyse_text(one.text, language=one.lang)) for one in read_instruments(gold)]


# --- reading -------------------------------------------------------------------------------------------------------


def read_instruments(path: Path) -> Iterator[GoldInstrument]:
    """The instruments of a gold file; raises UnreadableError with the line that is wrong."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror}", reason="unreadable", hint="check the path") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                one = msgspec.json.decode(line, type=GoldInstrument)
            except msgspec.DecodeError as error:
                message = f"{path}:{number}: not a gold line ({error})"
                raise UnreadableError(message, reason="malformed", hint="see corpora/gold") from error
            if any(not 0 <= norm.start < norm.end <= len(one.text) for norm in one.norms):
                message = f"{path}:{number}: a span lies outside the text"
                raise UnreadableError(message, reason="malformed", hint="see corpora/gold")
            yield one


# --- norms ---------------------------------------------------------------------------------------------------------


def score_norms(pairs: Iterable[Analysed]) -> tuple[Score, ...]:
    """The scores of `evaluate_norms` for instruments already analysed."""
    counts: Counter[tuple[str, str]] = Counter()
    for instrument, documents in pairs:
        found = [_found(norm, document) for document in documents for norm in document.norms]
        hits = pair_up(instrument.norms, found)
        counts["micro", "overlapping"] += len(pair_up(instrument.norms, found, any_modality=True))
        _count_modalities(counts, instrument.norms, found, hits)
        _count_slots(counts, instrument.norms, found, hits)
    modalities = [str(one) for one in Modality if counts[one, "gold"] or counts[one, "found"]]
    micro = {field: sum(counts[one, field] for one in modalities) for field in ("gold", "found", "exact")}
    micro |= {"overlapping": counts["micro", "overlapping"]}
    micro |= {"identified": counts["bearer", "gold"], "linked": counts["bearer", "exact"]}
    rows = [_row(one, counts) for one in modalities]
    return (*rows, Score("micro", **micro), *(_row(slot, counts) for slot in ("bearer", "deadline", "relation")))


def pair_up(gold: Sequence[GoldNorm], found: Sequence[FoundNorm], *, any_modality: bool = False) -> dict[int, int]:
    """Which found norm (by index) answers which gold norm: half of the shorter span shared, one to one, best first."""
    shares = [
        (share, -i, -j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (any_modality or one.modality == other.modality) and (share := _share(one, other)) >= 0.5
    ]
    hits: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(shares, reverse=True):
        if -i not in hits and -j not in taken:
            hits[-i] = -j
            taken.add(-j)
    return hits


def same_time(one: str | None, other: str | None) -> bool:
    """Whether two limits are one length of time or day: weeks are read as days (P2W is P14D)."""
    return _days(one) == _days(other)


def _days(limit: str | None) -> str | None:
    weeks = re.fullmatch(r"P(\d{1,4})W", limit or "")
    return f"P{int(weeks[1]) * 7}D" if weeks else limit


def _found(norm: Norm, document: Document) -> FoundNorm:
    start, end = document.source_span(norm.span)
    limit = norm.deadline
    return FoundNorm(
        start,
        end,
        str(norm.modality),
        norm.bearer,
        limit.iso8601 if limit else None,
        str(limit.relation) if limit else None,
        norm.bearer_text,
    )


def _share(one: GoldNorm, other: FoundNorm) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(common, 0) / max(min(one.end - one.start, other.end - other.start), 1)


def _count_modalities(
    counts: Counter[tuple[str, str]], gold: Sequence[GoldNorm], found: Sequence[FoundNorm], hits: Mapping[int, int]
) -> None:
    for i, one in enumerate(gold):
        counts[one.modality, "gold"] += 1
        counts[one.modality, "exact"] += i in hits
    for other in found:
        counts[other.modality, "found"] += 1


def _count_slots(
    counts: Counter[tuple[str, str]], gold: Sequence[GoldNorm], found: Sequence[FoundNorm], hits: Mapping[int, int]
) -> None:
    for i, j in hits.items():
        if gold[i].bearer is not None:
            counts["bearer", "gold"] += 1
            counts["bearer", "found"] += 1
            counts["bearer", "exact"] += same_bearer(gold[i], found[j])
        dated = gold[i].deadline is not None and same_time(gold[i].deadline, found[j].deadline)
        counts["deadline", "exact"] += dated
        counts["relation", "exact"] += dated and gold[i].relation == found[j].relation
    for slot in ("deadline", "relation"):
        counts[slot, "gold"] += sum(one.deadline is not None for one in gold)
        counts[slot, "found"] += sum(one.deadline is not None for one in found)


def same_bearer(gold: GoldNorm, found: FoundNorm) -> bool:
    """Whether a bearer was read right, canonical or in the text's words; case, plurals and joints do not count.

    What is known by an id (`org:UNODC`) may be called by it, or as the text calls it, up to whose it is.
    """
    wanted = {_plain(name) for name in (gold.bearer, gold.bearer_text) if name}
    if _plain(found.bearer) in wanted:
        return True
    kind, _, own = (found.bearer or "").partition(":")
    words = _plain(_ARTICLE.sub("", found.bearer_text or ""))
    return bool(own) and any(_plain(own) == name or (kind == "org" and words[: len(name)] == name) for name in wanted)


_ARTICLE = re.compile(r"\A(?:the|an?)\s+", re.I)


def _plain(bearer: str | None) -> tuple[str, ...]:
    words = re.split(r"[\s_:,-]+", (bearer or "").lower().replace("ё", "е"))
    return tuple(re.sub(r"ies$", "y", word).removesuffix("s") for word in words)


def _row(name: str, counts: Counter[tuple[str, str]]) -> Score:
    gold, found, exact = (counts[name, field] for field in ("gold", "found", "exact"))
    return Score(name, gold, found, exact, overlapping=exact)


# --- structure -----------------------------------------------------------------------------------------------------


def score_structure(pairs: Iterable[Analysed]) -> tuple[Score, ...]:
    """The scores of `evaluate_structure` for instruments already analysed."""
    counts: Counter[tuple[str, str]] = Counter()
    for instrument, documents in pairs:
        gold = Counter(instrument.provisions)
        found = Counter(
            one.eid for document in documents for one in document.structure.walk() if one.kind in PROVISIONS
        )
        for field, eids in (("gold", gold), ("found", found), ("exact", gold & found)):
            for eid, times in eids.items():
                counts[_kind(eid), field] += times
                counts["structure", field] += times
    kinds = [kind for kind in ("article", "paragraph", "point") if counts[kind, "gold"] or counts[kind, "found"]]
    return tuple(_row(kind, counts) for kind in (*kinds, "structure"))


def _kind(eid: str) -> str:
    last = eid.rpartition("__")[2]
    return {"art": "article", "para": "paragraph", "subpara": "paragraph"}.get(last.partition("_")[0], "point")
