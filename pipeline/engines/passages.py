"""How a document is cut into passages: the lowest provisions a lawyer would cite, and all other text that has words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Document, Provision, Span

WHOLE = 1500
"""A paragraph with its points stays one passage up to this many characters."""

_POINTS = frozenset({"point", "indent"})
_HAS_WORD = re.compile(r"[^\W\d_]|\d{3}")
_FRAME = 24
"""Characters that "Article 5." or «Статья 5» take beside number and heading."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document; `path` leads from the outermost provision to its own, empty outside all provisions."""

    key: str
    span: Span
    path: tuple[Provision, ...]

    @property
    def provision(self) -> Provision | None:
        return self.path[-1] if self.path else None

    @property
    def kind(self) -> str:
        return self.path[-1].kind if self.path else "text"

    @property
    def heading(self) -> str | None:
        """The nearest heading on the way up."""
        return next((p.heading for p in reversed(self.path) if p.heading), None)


def passages(document: Document) -> tuple[Passage, ...]:
    """The passages of a document in order; together they hold every word but the numbers and headings of provisions."""
    found: list[Passage] = []
    seen: dict[str, int] = {}
    for span, path in _level(document, Span(0, len(document.text)), document.structure.provisions, ()):
        trimmed = _trim(document.text, span)
        if trimmed is None:
            continue
        eid = path[-1].eid if path else "text"
        seen[eid] = seen.get(eid, 0) + 1
        key = eid if seen[eid] == 1 and path else f"{eid}~{seen[eid]}"
        found.append(Passage(key, trimmed, path))
    return tuple(found)


def _level(
    document: Document, outer: Span, provisions: tuple[Provision, ...], path: tuple[Provision, ...]
) -> Iterator[tuple[Span, tuple[Provision, ...]]]:
    here = outer.start
    for provision in provisions:
        yield from _between(document, Span(here, provision.span.start), path)
        yield from _provision(document, provision, (*path, provision))
        here = max(here, provision.span.end)
    yield from _between(document, Span(here, outer.end), path)


def _provision(
    document: Document, provision: Provision, path: tuple[Provision, ...]
) -> Iterator[tuple[Span, tuple[Provision, ...]]]:
    below = list(provision.walk())[1:]
    if not below:
        yield from ((span, path) for span in _pieces(document.text, provision.span))
    elif all(p.kind in _POINTS for p in below) and len(provision.span) <= WHOLE:
        yield provision.span, path
    else:
        yield from _level(document, provision.span, provision.children, path)


def _between(
    document: Document, gap: Span, path: tuple[Provision, ...]
) -> Iterator[tuple[Span, tuple[Provision, ...]]]:
    """Text of no child: the chapeau of an enumeration, a line outside all provisions; not a mere number and heading."""
    if len(gap) <= 0:
        return
    if path and gap.start == path[-1].span.start:
        own = path[-1]
        if len(gap.of(document.text).strip()) <= len(own.heading or "") + len(own.number or "") + _FRAME:
            return
    yield from ((span, path) for span in _pieces(document.text, gap))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A long stretch in pieces of whole lines; a line is never cut."""
    if len(span) <= 2 * WHOLE:
        yield span
        return
    start = here = span.start
    while here < span.end:
        line_end = text.find("\n", here, span.end)
        here = span.end if line_end < 0 else line_end + 1
        if here - start >= WHOLE:
            yield Span(start, here)
            start = here
    if start < span.end:
        yield Span(start, span.end)


def _trim(text: str, span: Span) -> Span | None:
    """The span without white space around it; None where it holds no more than a short number."""
    words = span.of(text)
    if not _HAS_WORD.search(words):
        return None
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
