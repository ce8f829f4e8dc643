"""From a Document to the rows of the five indexes."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate
from typing import Any, Generic, TypeVar

from pipeline import codec
from pipeline.citation import cite
from pipeline.durations import Duration
from pipeline.engines import amounts
from pipeline.engines.analysis import fold
from pipeline.engines.base import Entry
from pipeline.engines.passages import Passage, passages
from pipeline.engines.schema import schema
from pipeline.model import Document, Fact, Kind, Mention, Norm, Provision, Quote, Span

_NAMED = {
    Kind.COUNTRY: "country",
    Kind.ORGANISATION: "organisation",
    Kind.OPERATION: "operation",
    Kind.TREATY: "treaty",
    Kind.EVENT: "event",
    Kind.PERSON: "person",
    Kind.SUBSTANCE: "substance",
    Kind.LOCATION: "place",
}
_DATE_ID = re.compile(r"date:(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_SURROGATE = re.compile("[\ud800-\udfff]")
VERSION = 4
"""Raised when the rows of a document change, so that every index is written anew."""

_HEADS = ("preface", "heading")
_ID = re.compile(r"[a-z]+:\S")
_CONTEXT = 600
_SPANS_UPTO = 20_000
_RANK_BITS, _ORDINAL_BITS = 46, 18
_FIRST_DAY = date(1800, 1, 1).toordinal()
_LAST_DAY = (1 << 17) - 1

R = TypeVar("R", Norm, Quote, Fact, Passage)


def entries(document: Document) -> Iterator[Entry]:
    """Every row of one document: itself, its passages, norms, quotes and facts. Ids are the same on every engine."""
    row = _Row(document)
    yield row.document()
    cut = passages(document)
    laid = _Laid(cut)
    for i, passage in enumerate(cut):
        yield row.passage(i + 1, passage)
    for i, norm in enumerate(document.norms):
        yield row.norm(i + 1, norm)
    for i, quote in enumerate(document.quotes):
        yield row.quote(i + 1, quote, laid)
    for i, fact in enumerate(document.facts):
        yield row.fact(i + 1, fact, laid)


class _Laid(Generic[R]):
    """Records by where they lie, so that an instrument of thousands of articles is not walked for each of them."""

    def __init__(self, records: Iterable[R]) -> None:
        self._records: list[R] = sorted(records, key=lambda record: record.span)
        self._starts: list[int] = [record.span.start for record in self._records]
        self._reach: list[int] = list(accumulate((record.span.end for record in self._records), max))

    def over(self, span: Span) -> list[R]:
        """Those that share a character with `span`, in the order of the text."""
        first, last = bisect_right(self._reach, span.start), bisect_left(self._starts, span.end)
        return [record for record in self._records[first:last] if record.span.overlaps(span)]


class _Row:
    """Makes the rows of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._mentions = sorted(_flat(document.mentions), key=lambda m: (m.span, m.kind))
        self._figure_starts = [figure.span.start for figure in document.figures]
        self._starts = [mention.span.start for mention in self._mentions]
        self._norms, self._quotes, self._facts = _Laid(document.norms), _Laid(document.quotes), _Laid(document.facts)
        self._paths = dict(_paths(document.structure.provisions, ()))
        self._about = self._head()
        self._rank = int(hashlib.sha256(document.id.encode()).hexdigest()[:7], 16) << _ORDINAL_BITS

    def document(self) -> Entry:
        document = self._document
        signed_on = document.structure.signed_on
        fields = {
            "kind": "document",
            "body": document.text,
            "page": document.page_of(0),
            "citation": cite(document, None),
            "signed_on": signed_on.isoformat() if signed_on else None,
            "media_type": document.meta.media_type,
        }
        return self._entry("documents", "", 0, Span(0, len(document.text)), fields)

    def passage(self, ordinal: int, passage: Passage) -> Entry:
        norms, quotes = self._norms.over(passage.span), self._quotes.over(passage.span)
        fields = {
            **self._place(passage.path, passage.span),
            "kind": passage.kind,
            "heading": passage.heading,
            "body": passage.span.of(self._document.text),
            "modality": _unique(norm.modality.value for norm in norms),
            "bearer": _unique(norm.bearer for norm in norms),
            "bearer_text": _unique(norm.bearer_text for norm in norms),
            "speaker": _unique(quote.speaker for quote in quotes),
            "fact": _unique(fact.kind.value for fact in self._facts.over(passage.span)),
            "amounts": self._amounts(passage.span),
        }
        return self._entry("passages", f"#{passage.key}", ordinal, passage.span, fields)

    def norm(self, ordinal: int, norm: Norm) -> Entry:
        path = self._paths.get(norm.eid, ())
        fields = {
            **self._place(path, norm.span),
            "kind": "norm",
            "eid": norm.eid,
            "heading": next((p.heading for p in reversed(path) if p.heading), None),
            "body": norm.quote,
            "chapeau": norm.chapeau,
            "modality": norm.modality.value,
            "statement": norm.statement.value,
            "strength": norm.strength.value,
            "bearer": norm.bearer,
            "bearer_text": norm.bearer_text,
            "counterparty": norm.counterparty,
            "deadline": norm.deadline.iso8601 if norm.deadline else None,
            "hours": _hours(norm),
            "record": codec.plain(norm),
        }
        return self._entry("norms", f"#norm-{ordinal}", ordinal, norm.span, fields)

    def quote(self, ordinal: int, quote: Quote, cut: _Laid[Passage]) -> Entry:
        around = next((p for p in cut.over(quote.span) if p.span.covers(quote.span)), None)
        fields = {
            **self._place(around.path if around else (), quote.span),
            "kind": "quote",
            "body": quote.words,
            "speaker": quote.speaker,
            "speaker_id": quote.speaker_id,
            "role": quote.role,
            "cue": quote.cue,
            "direct": quote.direct,
            "context": _context(self._document.text, around.span if around else quote.span, quote.span),
            "record": codec.plain(quote),
        }
        return self._entry("quotes", f"#quote-{ordinal}", ordinal, quote.span, fields)

    def fact(self, ordinal: int, fact: Fact, cut: _Laid[Passage]) -> Entry:
        """Substance, place and amount are those of this fact alone, not of its neighbours in the sentence."""
        around = next(iter(cut.over(fact.span)), None)
        names = self._names(fact.span)
        ids = [one for one in (fact.of, fact.actor, fact.recipient, fact.place) if one and _ID.match(one)]
        bodies = {"country:": "country", "org:": "organisation"}
        fields = {
            **self._place(around.path if around else (), fact.span),
            "kind": "fact",
            "body": fact.text,
            "fact": fact.kind.value,
            "amounts": sorted(
                {code for figure in (fact.amount, fact.worth) if figure for code in amounts.coded(figure)}
            ),
            "actor": fact.actor,
            "part": fact.part,
            "dates": _unique([_day(f"date:{fact.on}")]) if fact.on else [],
            "substance": [one for one in ids if one.startswith("substance:")],
            "substance_names": [fact.of] if fact.of and fact.of not in ids else [],
            "place": _unique([*names["place"], *(one for one in ids if one.startswith("place:"))]),
            "entities": _unique([*(i for i in names["entities"] if not i.startswith("substance:")), *ids]),
            "context": _context(self._document.text, around.span if around else fact.span, fact.span),
            "record": codec.plain(fact),
        }
        for prefix, name in bodies.items():
            fields[name] = _unique([*names[name], *(one for one in ids if one.startswith(prefix))])
        return self._entry("facts", f"#fact-{ordinal}", ordinal, fact.span, fields)

    def _amounts(self, span: Span) -> list[int]:
        """The quantities and sums inside `span`, as the index holds them."""
        first = bisect_left(self._figure_starts, span.start)
        last = bisect_left(self._figure_starts, span.end)
        return sorted({code for figure in self._document.figures[first:last] for code in amounts.coded(figure)})

    def _head(self) -> dict[str, list[str]]:
        """The countries and organisations a document is about: its parties, and whom its title names.

        Every row can be filtered by them: who asks for an article of an agreement of Kazakhstan does not mean an
        article that says so.
        """
        document = self._document
        heads = [p.span for p in document.structure.provisions if p.kind in _HEADS][:1]
        for party in document.structure.parties:
            at = document.text.find(party)
            heads.extend([Span(at, at + len(party))] if at >= 0 else [])
        named = [m for m in self._mentions if m.entity_id and any(head.covers(m.span) for head in heads)]
        return {
            _NAMED[kind]: _unique(m.entity_id for m in named if m.kind is kind)
            for kind in (Kind.COUNTRY, Kind.ORGANISATION)
        }

    # --- what all rows have ---

    def _entry(self, index: str, suffix: str, ordinal: int, span: Span, fields: dict[str, Any]) -> Entry:
        document = self._document
        day = document.issued_on
        rank = self._rank + min(ordinal, (1 << _ORDINAL_BITS) - 1)
        whole = {
            "id": f"{document.id}{suffix}",
            "document_id": document.id,
            "type": document.structure.genre.value,
            "language": document.language,
            "title": document.title,
            "parties": list(document.structure.parties),
            "issued_on": day.isoformat() if day else None,
            "year": str(day.year) if day else None,
            "rank": rank,
            "newest": _newest(day, rank),
            **self._names(span),
            **fields,
        }
        return Entry(index, whole["id"], document.id, _folded(index, whole))

    def _place(self, path: tuple[Provision, ...], span: Span) -> dict[str, Any]:
        own = path[-1] if path else None
        eid = own.eid if own else None
        return {
            "eid": eid,
            "page": self._document.page_of(span.start),
            "citation": cite(self._document, eid, page=self._document.page_of(span.start)),
            "provisions": _unique([*(p.eid for p in path), *(p.eid for p in (own.walk() if own else ()))]),
            "article": _unique(number for p in (path[-1].walk() if path else ()) for number in self._numbers(p.eid)),
        }

    def _numbers(self, eid: str) -> list[str]:
        """5, 5.2 and 5.2.a of a point of an article, or of a numbered paragraph of an instrument that has no articles.

        As printed, and in figures where the print is roman or in words.
        """
        path = self._paths[eid]
        units = [i for i, p in enumerate(path) if p.kind == "article"]
        units += [i for i, p in enumerate(path) if p.kind in ("section", "paragraph") and p.number]
        if not units:
            return []
        numbered = [p for p in path[units[0] :] if p.number]
        printed = [_number(p.number or "") for p in numbered]
        figures = [_number(p.eid.rpartition("_")[2]) for p in numbered]
        return [number for row in (printed, figures) for number in _joined(row)]

    def _names(self, span: Span) -> dict[str, Any]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        inside = [m for m in self._mentions[first:last] if m.span.end <= span.end]
        known = [m for m in inside if m.entity_id]
        row: dict[str, Any] = {
            "entities": _unique(m.entity_id for m in known),
            "dates": _unique(_day(m.entity_id) for m in known if m.kind is Kind.DATE),
            "spans": [
                [m.span.start - span.start, m.span.end - span.start, m.entity_id]
                for m in known
                if m.span.end - span.start <= _SPANS_UPTO
            ],
        }
        for kind, name in _NAMED.items():
            row[name] = _unique([*(m.entity_id for m in known if m.kind is kind), *self._about.get(name, ())])
            row[f"{name}_names"] = _unique(m.text for m in inside if m.kind is kind)
        return row


def _folded(index: str, whole: dict[str, Any]) -> dict[str, Any]:
    """The fields without empty ones; texts folded, with `printed` keeping those that changed."""
    texts = {field.name for field in schema(index).fields.values() if field.type == "text"}
    fields = {name: _encodable(value) for name, value in whole.items() if value not in (None, [], ())}
    printed: dict[str, Any] = {}
    for name in sorted(texts.intersection(fields)):
        value = fields[name]
        new = fold(value) if isinstance(value, str) else [fold(one) for one in value]
        if new != value:
            fields[name], printed[name] = new, value
    return {**fields, "printed": printed} if printed else fields


def _encodable(value: Any) -> Any:
    """The value without lone surrogates, which no engine can store."""
    if isinstance(value, str):
        return value if value.isascii() else _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, dict):
        return {key: _encodable(one) for key, one in value.items()}
    return [_encodable(one) for one in value] if isinstance(value, list) else value


def _flat(mentions: Iterable[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        yield mention
        yield from _flat(mention.inner)


def _paths(
    provisions: tuple[Provision, ...], above: tuple[Provision, ...]
) -> Iterator[tuple[str, tuple[Provision, ...]]]:
    for provision in provisions:
        path = (*above, provision)
        yield provision.eid, path
        yield from _paths(provision.children, path)


def _unique(values: Iterable[str | None]) -> list[str]:
    """Without None and repetitions, in the order of the text."""
    return list(dict.fromkeys(value for value in values if value))


def _hours(norm: Norm) -> int | None:
    """About how many hours a deadline gives, so that days, months and years can be compared; None where it is a day."""
    length = Duration.read(norm.deadline.iso8601) if norm.deadline and norm.deadline.iso8601 else None
    return round(length.in_days * 24) if length else None


def _joined(numbers: Iterable[str]) -> Iterator[str]:
    """5, then 5.2 for a "2" and for a "5.2" below it."""
    above = ""
    for number in numbers:
        above = number if not above or number.startswith(f"{above}.") else f"{above}.{number}"
        yield above


def _number(number: str) -> str:
    return "".join(c for c in number.lower() if c.isalnum() or c in "-.").strip(".-")


def _day(entity_id: str | None) -> str | None:
    """The first day of a date's id; None for a date that is no calendar day."""
    found = _DATE_ID.match(entity_id or "")
    if found is None:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        return date(year, month if month <= 12 else 1, day).isoformat()
    except ValueError:
        return None


def _newest(day: date | None, rank: int) -> int:
    """Greatest for the newest; of one day, the first rank; 0 upwards for no date."""
    days = min(max(day.toordinal() - _FIRST_DAY, 1), _LAST_DAY) if day else 0
    return (days << _RANK_BITS) + (1 << _RANK_BITS) - 1 - rank


def _context(text: str, around: Span, quoted: Span) -> str:
    """The passage a quote stands in, at most some lines of it."""
    start = max(around.start, quoted.start - _CONTEXT // 2)
    return text[start : min(around.end, max(quoted.end, start + _CONTEXT))]
