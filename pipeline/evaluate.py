"""Precision and recall of the entity layers against a gold file, by kind and over all kinds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.mentions import read_mentions
from pipeline.errors import ConfigurationError, UnreadableError
from pipeline.model import Block, Document, Kind, Mention, SourceMeta, Span
from pipeline.offsets import OffsetMap

COARSE: Mapping[str, frozenset[Kind]] = {
    "PER": frozenset({Kind.PERSON}),
    "ORG": frozenset({Kind.ORGANISATION}),
    "LOC": frozenset({Kind.LOCATION, Kind.COUNTRY}),
}
"""Gold that knows only persons, organisations and places: countries by their names are places there, adjectives and
inhabitants are not; of a role, an event or a treaty the names inside count, all other kinds are left out."""
_COARSE_NAMES: Mapping[str, str] = {
    "per": "PER", "person": "PER", "org": "ORG", "loc": "LOC", "location": "LOC", "locorg": "LOC",
}  # fmt: skip
_NAMES: Mapping[str, str] = {
    **{kind.value: kind.value for kind in Kind},
    "org": "organisation",
    "organization": "organisation",
    "per": "person",
    "loc": "location",
}


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An annotated span; `id` is None where the annotation names no entity."""

    start: int
    end: int
    label: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class GoldText:
    """One annotated text; what overlaps an `ignore` range counts neither way."""

    id: str
    lang: str
    text: str
    entities: tuple[GoldEntity, ...]
    inner: tuple[GoldEntity, ...] | None = None
    ignore: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one kind (or "micro", "inner"), spans equal (`exact`) or sharing a character (`overlapping`).

    `linked` of `identified` exact hits with a gold id carry that id.
    """

    kind: str
    gold: int
    found: int
    exact: int
    overlapping: int
    identified: int = 0
    linked: int = 0

    @property
    def precision(self) -> float:
        return self.exact / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.exact / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.exact / (self.gold + self.found) if self.gold + self.found else 0.0

    @property
    def overlapping_f1(self) -> float:
        return 2 * self.overlapping / (self.gold + self.found) if self.gold + self.found else 0.0

    @property
    def id_accuracy(self) -> float | None:
        return self.linked / self.identified if self.identified else None

    def row(self) -> dict[str, Any]:
        """The score as a flat row; shares are rounded to four places."""
        accuracy = self.id_accuracy
        return {
            "kind": self.kind,
            "gold": self.gold,
            "found": self.found,
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "overlapping_f1": round(self.overlapping_f1, 4),
            "id_accuracy": None if accuracy is None else round(accuracy, 4),
        }


def evaluate(kind: str, gold: Path) -> tuple[Score, ...]:
    """Scores by kind, then "micro" over all kinds, then "inner" where the gold has inner spans.

    `kind` is "entities"; `gold` a JSON Lines file of {id, lang, text, entities, inner, ignore}. Raises
    ConfigurationError for another kind, UnreadableError for a file that cannot be read.
    """
    if kind != "entities":
        raise ConfigurationError(f"nothing evaluates {kind!r}", reason="unknown-kind", hint="use: entities")
    return score((text, predict(text)) for text in read_gold(gold))


def predict(gold: GoldText) -> tuple[Mention, ...]:
    """The mentions that the layers find in a gold text as it stands."""
    whole = Block(Span(0, len(gold.text)), language=gold.lang)
    document = Document(
        id=gold.id,
        sha256=sha256(gold.text.encode("utf-8", "surrogatepass")).hexdigest(),
        language=gold.lang,
        text=gold.text,
        origin=OffsetMap.identity(len(gold.text)),
        blocks=(whole,),
        meta=SourceMeta("text/plain"),
    )
    return read_mentions(document)


# --- reading -------------------------------------------------------------------------------------------------------


def read_gold(path: Path) -> Iterator[GoldText]:
    """The texts of a gold file; raises UnreadableError with the line that is wrong."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror}", reason="unreadable", hint="check the path") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _gold_text(line, f"{path}:{number}")


def _gold_text(line: bytes, where: str) -> GoldText:
    try:
        raw = msgspec.json.decode(line)
        text = GoldText(
            id=str(raw["id"]),
            lang=raw["lang"],
            text=raw["text"],
            entities=tuple(_entity(one) for one in raw["entities"]),
            inner=None if raw.get("inner") is None else tuple(_entity(one) for one in raw["inner"]),
            ignore=tuple(_range(one) for one in raw.get("ignore") or ()),
        )
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError) as error:
        reason = f"{where}: not a gold line ({error})"
        raise UnreadableError(reason, reason="malformed", hint="see corpora/gold") from error
    if any(not 0 <= one.start < one.end <= len(text.text) for one in (*text.entities, *(text.inner or ()))):
        raise UnreadableError(f"{where}: a span lies outside the text", reason="malformed", hint="see corpora/gold")
    return text


def _entity(raw: Mapping[str, Any]) -> GoldEntity:
    return GoldEntity(raw["start"], raw["end"], raw["label"], raw.get("id"))


def _range(raw: Any) -> tuple[int, int]:
    return (raw["start"], raw["end"]) if isinstance(raw, dict) else (raw[0], raw[1])


# --- counting ------------------------------------------------------------------------------------------------------

_Labelled = tuple[int, int, str, str | None]


def score(pairs: Iterable[tuple[GoldText, tuple[Mention, ...]]]) -> tuple[Score, ...]:
    """The scores of predictions against gold texts."""
    texts = list(pairs)
    labels = {one.label.lower() for text, _ in texts for one in text.entities}
    coarse = bool(labels) and labels <= _COARSE_NAMES.keys() | _LEFT_OUT
    counts: Counter[tuple[str, str]] = Counter()
    for text, mentions in texts:
        found = list(_coarse(mentions, _is_nested(text)) if coarse else _fine(mentions))
        _count(counts, _gold(text, text.entities, coarse), _outside(found, text.ignore))
        if text.inner is not None:
            _count(counts, _gold(text, text.inner, coarse=False, label=_INNER), _outside(_inner(mentions), text.ignore))
    kinds = [str(name) for name in (*COARSE, *Kind) if counts[name, "gold"] or counts[name, "found"]]
    rows = [*(_score(name, (name,), counts) for name in kinds), _score("micro", kinds, counts)]
    has_inner = any(text.inner is not None for text, _ in texts)
    return (*rows, _score(_INNER, (_INNER,), counts)) if has_inner else tuple(rows)


def _inner(mentions: Iterable[Mention]) -> Iterator[_Labelled]:
    for outer in mentions:
        for one in outer.inner:
            yield one.span.start, one.span.end, _INNER, one.entity_id


_INNER = "inner"
_LEFT_OUT = frozenset({"project", "misc"})  # labels of coarse gold that no kind answers to
_ADJECTIVE = re.compile(r"[а-яё]|[А-ЯЁ][а-яё]+(?:ск|цк)(?:ий|ая|ое|ие|ого|ой|их|ому|им|ую|ом|ими)$")


def _score(name: str, parts: Iterable[str], counts: Counter[tuple[str, str]]) -> Score:
    fields = ("gold", "found", "exact", "overlapping", "identified", "linked")
    totals = {field: sum(counts[part, field] for part in parts) for field in fields}
    return Score(name, **totals)


def _fine(mentions: Iterable[Mention]) -> Iterator[_Labelled]:
    for one in mentions:
        yield one.span.start, one.span.end, str(one.kind), one.entity_id


def _is_nested(text: GoldText) -> bool:
    ordered = sorted((one.start, one.end) for one in text.entities)
    return any(second[0] < first[1] for first, second in pairwise(ordered))


def _coarse(mentions: Iterable[Mention], nested: bool) -> Iterator[_Labelled]:
    """Mentions under the three coarse labels; the names inside count in nested gold, and in roles, events and the like.

    `nested` gold annotates names inside of names.
    """
    for outer in mentions:
        known = any(outer.kind in kinds for kinds in COARSE.values())
        for one in (outer, *outer.inner) if known and nested else (outer,) if known else outer.inner:
            label = next((label for label, kinds in COARSE.items() if one.kind in kinds), None)
            if label is not None and not (label == "LOC" and _is_adjective(one)):
                yield one.span.start, one.span.end, label, one.entity_id


def _is_adjective(one: Mention) -> bool:
    """Whether a place stands as an adjective or an inhabitant ("Kazakh", «российский»): coarse gold leaves it out."""
    if _ADJECTIVE.match(one.text):
        return True
    if one.entity_id is None or one.entity_id not in gazetteer():
        return False
    row = gazetteer().row(one.entity_id)
    return any(one.text in (row.get(key) or {}).get("en", ()) for key in ("adjectives", "inhabitants"))


def _gold(text: GoldText, entities: Iterable[GoldEntity], coarse: bool, label: str = "") -> list[_Labelled]:
    labelled = []
    for one in entities:
        name = one.label.lower()
        read = _COARSE_NAMES.get(name) if coarse else label or _NAMES.get(name, name)
        if read is not None:
            labelled.append((one.start, one.end, read, one.id))
    return _outside(labelled, text.ignore)


def _outside(spans: Iterable[_Labelled], ignore: Iterable[tuple[int, int]]) -> list[_Labelled]:
    ranges = list(ignore)
    return [one for one in spans if not any(one[0] < end and start < one[1] for start, end in ranges)]


def _count(counts: Counter[tuple[str, str]], gold: list[_Labelled], found: list[_Labelled]) -> None:
    hits = {(start, end, label): entity_id for start, end, label, entity_id in found}
    for start, end, label, entity_id in gold:
        counts[label, "gold"] += 1
        if (start, end, label) in hits:
            counts[label, "exact"] += 1
            if entity_id:
                counts[label, "identified"] += 1
                counts[label, "linked"] += hits[start, end, label] == entity_id
    for _, _, label, _ in found:
        counts[label, "found"] += 1
    for label in sorted({one[2] for one in gold}):
        counts[label, "overlapping"] += _overlapping(
            [one[:2] for one in gold if one[2] == label], [one[:2] for one in found if one[2] == label]
        )


def _overlapping(gold: list[tuple[int, int]], found: list[tuple[int, int]]) -> int:
    """How many gold spans meet a found span of their own."""
    left = sorted(found)
    hits = 0
    for start, end in sorted(gold):
        partner = next((one for one in left if one[0] < end and start < one[1]), None)
        if partner is not None:
            left.remove(partner)
            hits += 1
    return hits
