"""Figures: quantities and sums of money as numbers in base units, with their bound and what they count."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.entities.grammars_numbers import Amount, amounts, counted
from pipeline.language import PACKS
from pipeline.model import Document, Figure, Kind, Mention, Span

VERSION = 1

_KINDS = (Kind.QUANTITY, Kind.MONEY)


def read_figures(document: Document) -> tuple[Figure, ...]:
    """One figure for each quantity or sum of money among the mentions of `document`, in order."""
    if document.language not in PACKS:
        return ()
    return tuple(_figures(document))


def _figures(document: Document) -> Iterator[Figure]:
    read = {Span(one.start, one.end): one for one in amounts(document.text, document.language)}
    for mention in document.mentions:
        if mention.kind in _KINDS:
            amount = read.get(mention.span) or _amount(mention, document)
            if amount is not None:
                yield _figure(mention, amount, document)


def _amount(mention: Mention, document: Document) -> Amount | None:
    """The mention read as an amount again; some characters behind it tell what a bare number counts."""
    text = document.text[mention.span.start : mention.span.end + _AHEAD]
    length = len(mention.span)
    return next((amount for amount in amounts(text, document.language) if amount.start < length), None)


_AHEAD = 60


def _figure(mention: Mention, amount: Amount, document: Document) -> Figure:
    of = counted(document.text, mention.span.end, document.language) if mention.kind is Kind.QUANTITY else None
    return Figure(
        span=Span(mention.span.start, mention.span.end),
        text=mention.text,
        kind=mention.kind,
        value=amount.value,
        unit=amount.unit,
        bound=amount.bound,
        high=amount.high,
        of=of,
    )
