"""The units that norms are read from: one sentence, or one enumerated point with the words that introduce it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.language import PACKS
from pipeline.model import Document, Provision, Role, Span
from pipeline.sentences import sentences

_SILENT = frozenset({"preamble", "recital", "conclusions", "heading", "preface"})
_POINTS = frozenset({"point", "indent"})
_NUMBER = re.compile(
    r"\d{1,2}\.(?=[^\W\d_]{2})|(?:[-–—•*·]|\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\(?[a-zа-я]\)|\([ivx\d]{1,4}\))\s+(?=[^\W\d])"
)
_FRONT = frozenset({"preface", "preamble"})
_A_RULE = 500  # characters
_BULLET = re.compile(r"\W{0,3}[•*·]\s")
_LIST_END = re.compile(r"[:;,\-–—]\s*$")
_STOP_END = re.compile(r"[.!?][\"”»')\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a provision. `opens` tells that enumerated points follow; `chapeau` is what introduces this one."""

    eid: str
    span: Span
    text: str
    chapeau: Passage | None = None
    opens: bool = False


def passages(document: Document) -> tuple[Passage, ...]:
    """Every sentence that can carry a norm, in the order of the text; recitals, headings and signatures are not."""
    tops = document.structure.provisions
    if not tops:
        return tuple(_of_blocks(document))
    found: list[Passage] = []
    end = tops[0].span.start
    above: Passage | None = None
    for top in tops:
        found += _plain(document, "", Span(end, max(end, top.span.start)))
        own = list(_of_provision(document, top, None))
        end = max(end, top.span.end)
        if own and above is not None and own[0].text[:1].islower() and own[0].chapeau is None:
            own[0] = Passage(own[0].eid, own[0].span, own[0].text, above, own[0].opens)
        else:
            above = _above(document, top, own)
        found += own
    found += _plain(document, "", Span(end, len(document.text)))
    return tuple(found)


def _above(document: Document, top: Provision, own: list[Passage]) -> Passage | None:
    """The words with a colon at the end of a provision, which what follows beside it may go on with."""
    last = own[-1] if own else next(reversed(list(_plain(document, "", top.span))), None)
    if last is None or last.chapeau is not None or not last.text.rstrip().endswith(":"):
        return None
    opener = Passage(last.eid, last.span, last.text, opens=True)
    own[-1:] = [opener] if own else []
    return opener


def _of_blocks(document: Document) -> Iterator[Passage]:
    for block in document.blocks or ():
        if block.role in {Role.HEADING, Role.CAPTION}:
            continue
        yield from _plain(document, "", block.span)


def _of_provision(document: Document, provision: Provision, chapeau: Passage | None) -> Iterator[Passage]:
    if provision.kind in _FRONT:
        yield from _ruled(document, provision)
    if provision.kind in _SILENT and not (
        provision.kind == "heading" and _BULLET.match(provision.span.of(document.text))
    ):
        return
    children = provision.children
    own_end = children[0].span.start if children else provision.span.end
    own = list(_plain(document, provision.eid, Span(_body_start(document.text, provision, own_end), own_end)))
    if own and chapeau is not None:
        own[0] = Passage(own[0].eid, own[0].span, own[0].text, chapeau, own[0].opens)
    own = _listed(own)
    opening = None
    if own and children and _introduces(own[-1], children):
        opening = own[-1] = Passage(own[-1].eid, own[-1].span, own[-1].text, own[-1].chapeau, opens=True)
    yield from own
    inherited = opening or (chapeau if not own and provision.kind in _POINTS else None)
    for i, child in enumerate(children):
        points = child.kind in _POINTS or opening is not None
        yield from _of_provision(document, child, inherited if points else None)
        if i + 1 < len(children):
            yield from _plain(document, provision.eid, Span(child.span.end, children[i + 1].span.start))
    if children:
        yield from _plain(document, provision.eid, Span(children[-1].span.end, provision.span.end))


def _ruled(document: Document, provision: Provision) -> Iterator[Passage]:
    """Whole sentences in the words of rules at the front of an instrument, whose provisions were not told apart."""
    rules = re.compile("|".join(PACKS[document.language].norms.ruling) or r"(?!)")
    end = provision.children[0].span.start if provision.children else provision.span.end
    said = _plain(document, provision.eid, Span(provision.span.start, end))
    ruled = [one for one in said if rules.search(one.text) and one.text.endswith(".") and len(one.text) < _A_RULE]
    if len(ruled) > 1:
        yield from ruled


def _listed(own: list[Passage]) -> list[Passage]:
    """The sentences of a provision, with unmarked lines behind a colon read as the points they are.

    «Принимающая Сторона: / обеспечит …; / предоставит …»: lines that begin small, up to one that ends with a full stop.
    """
    found: list[Passage] = []
    above: Passage | None = None
    for i, one in enumerate(own):
        follows = own[i + 1].text if i + 1 < len(own) else ""
        if above is not None and one.text[:1].islower():
            found.append(Passage(one.eid, one.span, one.text, above))
            above = None if _STOP_END.search(one.text) else above
        elif one.text.rstrip().endswith(":") and follows[:1].islower():
            above = Passage(one.eid, one.span, one.text, one.chapeau, opens=True)
            found.append(above)
        else:
            above = None
            found.append(one)
    return found


def _introduces(last: Passage, children: tuple[Provision, ...]) -> bool:
    if _STOP_END.search(last.text):
        return False
    return bool(_LIST_END.search(last.text)) or children[0].kind in _POINTS


def _plain(document: Document, eid: str, span: Span) -> Iterator[Passage]:
    for sentence in sentences(span.of(document.text), document.language):
        number = _NUMBER.match(document.text, span.start + sentence.start, span.start + sentence.end)
        there = Span(number.end() if number else span.start + sentence.start, span.start + sentence.end)
        yield Passage(eid, there, there.of(document.text))


def _body_start(text: str, provision: Provision, end: int) -> int:
    """Where the words of a provision begin, after its number and heading."""
    start = provision.span.start
    if provision.heading:
        at = text.find(provision.heading, start, end)
        after = at + len(provision.heading)
        if at >= 0 and (provision.children or text[after:end].strip(" .;:,\n")):
            return after  # else the paragraph has no words but its "heading"
    if provision.number is None:
        return start
    found = re.compile(rf"[^\n]{{0,30}}?{re.escape(provision.number)}[\s.)\]:–—-]{{0,6}}").match(text, start, end)
    return found.end() if found else start
