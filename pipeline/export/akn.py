"""A document as Akoma Ntoso 3.0 XML: its provisions with their eIds, its entities as references.

Every word of the text stands in the XML once, in its order; what the format has no element for is an `hcontainer`. An
unknown date is 0001-01-01 with the name "unknown".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml import etree

from pipeline.export.akn_meta import EN, entity_eid, fill_meta, href
from pipeline.export.text import plain
from pipeline.model import Document, Genre, Kind, Mention, Provision, Span
from pipeline.structure.references import find_references

_HIERARCHY = """
clause section part paragraph chapter title article point indent rule subparagraph subchapter subsection subpart list
sublist level
"""
HIERARCHY = frozenset(_HIERARCHY.split())
_INLINE = {
    Kind.COUNTRY: "location",
    Kind.LOCATION: "location",
    Kind.ORGANISATION: "organization",
    Kind.PERSON: "person",
    Kind.EVENT: "event",
    Kind.OPERATION: "event",
    Kind.SUBSTANCE: "object",
}
_MIXED = frozenset({"ref", "def", "date", *_INLINE.values()})
"""Elements that stand between words, where a line break would be one more blank."""
_DAY_ID = re.compile(r"date:(\d{4}-\d\d-\d\d)")


def akoma_ntoso(document: Document) -> bytes:
    """The document as UTF-8 XML with a declaration; releases and papers without structure become a `doc`."""
    root = etree.Element(EN("akomaNtoso"), nsmap={None: EN.namespace})  # type: ignore[dict-item]  # the default one
    _Writer(document).write(root)
    for element in root.iter():
        if element.tail is None and etree.QName(element).localname not in _MIXED:
            element.tail = "\n"
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"


class _Writer:
    """Turns one document into elements."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._marks = tuple(_marks(document))
        self._starts = [span.start for span, _, _ in self._marks]
        self._cuts = sorted(block.span.start for block in document.blocks)

    def write(self, root: etree._Element) -> None:
        structure = self._document.structure
        if structure.genre in (Genre.RELEASE, Genre.OTHER):
            self._paper(root)
            return
        act = _add(root, "act", name=structure.genre.value, contains="originalVersion")
        fill_meta(_add(act, "meta"), self._document)
        front, body, back, annexes = _parted(structure.provisions)
        end = 0
        for provision in front:
            self._blocks(_add(act, provision.kind), end, provision.span.start)
            self._opening(act[-1], provision)
            end = provision.span.end
        main = _add(act, "body")
        self._row(main, body, end, back[0].span.start if back else self._stop(annexes), "body")
        if back:
            closing = _add(act, "conclusions")
            self._blocks(closing, back[0].span.start, self._stop(annexes)) or _add(closing, "p")
        if annexes:
            self._annexes(_add(act, "attachments"), annexes)

    def _stop(self, annexes: Sequence[Provision]) -> int:
        """Where the instrument proper ends."""
        return annexes[0].span.start if annexes else len(self._document.text)

    def _paper(self, root: etree._Element) -> None:
        doc = _add(root, "doc", name=self._document.structure.genre.value, contains="originalVersion")
        fill_meta(_add(doc, "meta"), self._document)
        body = _add(doc, "mainBody")
        end = 0
        for provision in self._document.structure.provisions:
            self._blocks(body, end, provision.span.start)
            if provision.kind in ("p", "heading"):
                named = {"name": "heading"} if provision.kind == "heading" else {}
                made = _add(body, "block" if named else "p", eId=provision.eid, **named)
                self._words(made, provision.span.start, provision.span.end)
            else:
                self._provision(body, provision)
            end = provision.span.end
        self._blocks(body, end, len(self._document.text))
        if not len(body):
            _add(body, "p")

    # --- the parts of an instrument ---

    def _opening(self, parent: etree._Element, provision: Provision) -> None:
        """A preface or preamble: blocks, with the recitals between them."""
        end = provision.span.start
        for group in _grouped(provision.children):
            self._blocks(parent, end, group[0].span.start)
            if group[0].kind == "recital":
                holder = _add(parent, "recitals", eId=f"{provision.eid}__recitals_{group[0].eid.rpartition('_')[2]}")
                for recital, following in pairwise((*group, None)):
                    assert recital is not None
                    stop = following.span.start if following else recital.span.end
                    item = _add(holder, "recital", eId=recital.eid)
                    self._blocks(item, recital.span.start, stop) or _add(item, "p")
            else:
                for child in group:
                    container = _add(parent, "container", name=child.kind, eId=child.eid)
                    self._blocks(container, child.span.start, child.span.end) or _add(container, "p")
            end = group[-1].span.end
        self._blocks(parent, end, provision.span.end)
        if not len(parent):
            _add(parent, "p")

    def _annexes(self, parent: etree._Element, annexes: Sequence[Provision]) -> None:
        for annex, following in pairwise((*annexes, None)):
            assert annex is not None
            holder = _add(parent, "attachment", eId=annex.eid)
            start = self._head(holder, annex)
            doc = _add(holder, "doc", name="annex", contains="originalVersion")
            fill_meta(_add(doc, "meta"), self._document, part=annex.eid)
            body = _add(doc, "mainBody")
            stop = following.span.start if following else len(self._document.text)
            self._row(body, annex.children, start, stop, annex.eid)

    def _row(self, parent: etree._Element, provisions: Sequence[Provision], start: int, stop: int, eid: str) -> None:
        """Provisions with all text before, between and behind them."""
        end = start
        for provision in provisions:
            self._loose(parent, end, provision.span.start, eid)
            self._provision(parent, provision)
            end = provision.span.end
        self._loose(parent, end, stop, eid)
        if not len(parent):
            self._empty(parent, eid)

    def _loose(self, parent: etree._Element, start: int, end: int, eid: str) -> None:
        """Text that belongs to no provision."""
        if self._document.text[start:end].strip():
            made = f"{eid}__text_{start}"
            holder = _add(parent, "hcontainer", name="text", eId=made)
            self._blocks(_add(holder, "content", eId=f"{made}__content"), start, end)

    def _empty(self, parent: etree._Element, eid: str) -> None:
        holder = _add(parent, "hcontainer", name="text", eId=f"{eid}__text")
        _add(_add(holder, "content", eId=f"{eid}__text__content"), "p")

    # --- one provision ---

    def _provision(self, parent: etree._Element, provision: Provision) -> None:
        if provision.kind == "crossHeading":
            if parent.tag in (EN("body"), EN("mainBody")):  # which take no crossHeading of their own
                holder = _add(parent, "hcontainer", name="crossHeading", eId=provision.eid)
                made = _add(holder, "heading", eId=f"{provision.eid}__heading")
            else:
                made = _add(parent, "crossHeading", eId=provision.eid)
            self._words(made, provision.span.start, provision.span.end)
            return
        known = provision.kind in HIERARCHY
        named = {} if known else {"name": provision.kind}
        made = _add(parent, provision.kind if known else "hcontainer", eId=provision.eid, **named)
        start = self._head(made, provision)
        if not provision.children:
            content = _add(made, "content", eId=f"{provision.eid}__content")
            self._blocks(content, start, provision.span.end) or _add(content, "p")
            return
        first, last = provision.children[0], provision.children[-1]
        if self._document.text[start : first.span.start].strip():
            self._blocks(_add(made, "intro", eId=f"{provision.eid}__intro"), start, first.span.start)
        end = first.span.start
        for child in provision.children:
            self._loose(made, end, child.span.start, provision.eid)
            self._provision(made, child)
            end = child.span.end
        if self._document.text[last.span.end : provision.span.end].strip():
            self._blocks(_add(made, "wrapUp", eId=f"{provision.eid}__wrapup"), last.span.end, provision.span.end)

    def _head(self, made: etree._Element, provision: Provision) -> int:
        """Write number and heading where the text begins with them; the offset behind them."""
        start = provision.span.start
        stop = provision.children[0].span.start if provision.children else provision.span.end
        if found := self._number(provision, stop):
            self._words(_add(made, "num", eId=f"{provision.eid}__num"), start, found)
            start = found
        if provision.heading:
            words = r"\s+".join(map(re.escape, provision.heading.split()))
            headed = re.compile(rf"[\s.:–—-]*{words}").match(self._document.text, start, stop)
            if headed:
                self._words(_add(made, "heading", eId=f"{provision.eid}__heading"), start, headed.end())
                start = headed.end()
        return start

    def _number(self, provision: Provision, stop: int) -> int | None:
        """The end of the printed number with its word and marks: "Article 5.", "(a)", «Статья пятая»."""
        if not provision.number:
            return None
        number = r"\s?".join(map(re.escape, provision.number.split()))
        pattern = rf"\s{{0,4}}(?:[^\W\d_]{{1,20}}\.?\s{{1,3}})?[(\[«\"“]?{number}(?!\w)[)\]»\"”]?[.):]{{0,2}}"
        found = re.compile(pattern, re.IGNORECASE).match(self._document.text, provision.span.start, stop)
        return found.end() if found else None

    # --- words ---

    def _blocks(self, parent: etree._Element, start: int, end: int) -> bool:
        """One `p` for each paragraph between two offsets; whether there was any."""
        text = self._document.text
        cuts = self._cuts[bisect_right(self._cuts, start) : bisect_left(self._cuts, end)]
        before = len(parent)
        for low, high in pairwise((start, *cuts, end)):
            if text[low:high].strip():
                self._words(_add(parent, "p"), low, high)
        return len(parent) > before

    def _words(self, parent: etree._Element, start: int, end: int) -> None:
        """Text with its references and entities, without blanks at its ends."""
        text = self._document.text
        start += len(text[start:end]) - len(text[start:end].lstrip())
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        at, last = start, None
        for span, tag, attributes in self._marks[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if span.end > end:
                continue
            last = _append(parent, last, text[at : span.start])
            last = _add(parent, tag, **attributes)
            last.text = _flat(text[span.start : span.end])
            at = span.end
        _append(parent, last, text[at:end])


def _append(parent: etree._Element, last: etree._Element | None, words: str) -> etree._Element | None:
    if last is None:
        parent.text = (parent.text or "") + _flat(words)
    else:
        last.tail = (last.tail or "") + _flat(words)
    return last


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", plain(words))


def _add(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, EN(tag), {name: plain(value) for name, value in attributes.items()})


def _parted(
    provisions: Sequence[Provision],
) -> tuple[list[Provision], list[Provision], list[Provision], list[Provision]]:
    """Preface and preamble, body, conclusions, annexes; of a second instrument in the file all is body."""
    rest = list(provisions)
    front: list[Provision] = []
    while rest and rest[0].kind in ("preface", "preamble") and rest[0].kind not in {p.kind for p in front}:
        front.append(rest.pop(0))
    annexes: list[Provision] = []
    while rest and rest[-1].kind == "attachment":
        annexes.insert(0, rest.pop())
    back = [rest.pop()] if rest and rest[-1].kind == "conclusions" else []
    return front, rest, back, annexes


def _grouped(children: Sequence[Provision]) -> Iterator[list[Provision]]:
    """Runs of recitals, and the rest one by one."""
    run: list[Provision] = []
    for child in children:
        if child.kind == "recital":
            run.append(child)
            continue
        if run:
            yield run
        run = []
        yield [child]
    if run:
        yield run


def _marks(document: Document) -> Iterator[tuple[Span, str, dict[str, str]]]:
    """Inline elements in order, none overlapping: references first, then names by length."""
    found = find_references(document.text, document.language, document.structure, None, document.mentions)
    wanted: list[tuple[int, Span, str, dict[str, str]]] = [
        *((0, one.span, "ref", {"href": f"#{one.eid}"}) for one in found if one.eid),
        *(
            (1, term.span, "def", {"refersTo": f"#term-{n}"})
            for n, term in enumerate(document.structure.terms, start=1)
        ),
        *((2, mention.span, *inline) for mention in document.mentions if (inline := _inline(mention))),
    ]
    free_from = 0
    for _, span, tag, attributes in sorted(wanted, key=lambda w: (w[1].start, w[0], -w[1].end)):
        if span.start >= free_from and span.end > span.start:
            yield span, tag, attributes
            free_from = span.end


def _inline(mention: Mention) -> tuple[str, dict[str, str]] | None:
    if mention.entity_id is None:
        return None
    if mention.kind is Kind.DATE:
        day = _DAY_ID.fullmatch(mention.entity_id)
        return ("date", {"date": day[1]}) if day else None
    if mention.kind is Kind.TREATY:
        return "ref", {"href": href(mention.entity_id)}
    tag = _INLINE.get(mention.kind)
    return (tag, {"refersTo": f"#{entity_eid(mention.entity_id)}"}) if tag else None
