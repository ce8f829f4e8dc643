"""An instrument's provisions: preface, preamble, the tree of parts and articles, conclusions, attachments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.language.pack import StructureWords
from pipeline.model import Provision, Span
from pipeline.structure import body, segments
from pipeline.structure.captions import captioned
from pipeline.structure.front import preamble_start
from pipeline.structure.headings import Heading, candidates, shapes
from pipeline.structure.lines import Page
from pipeline.structure.skeleton import CONTAINERS, after_agreed, conclusion_lines, skeleton, with_titles

SHORT = {
    "part": "part", "title": "title", "chapter": "chp", "section": "sec", "article": "art", "attachment": "att",
    "paragraph": "para", "preface": "preface", "preamble": "preamble", "conclusions": "conclusions",
    "crossHeading": "crossHeading",
}  # fmt: skip


BLANK = " \t\n\r\f\v\u00a0\ufeff"
OUTSIDE = frozenset({*CONTAINERS, "attachment", "crossHeading"})


@dataclass(slots=True)
class _Unit:
    """A stretch of the text under one heading, while the tree is built; only this file sees it."""

    kind: str
    start: int
    heading: Heading | None
    end: int = 0
    children: list[_Unit] = field(default_factory=list)
    restarts: bool = False
    """Its numbers begin again in every part, so that only the part's id tells it from its like."""


def read_provisions(page: Page, words: StructureWords) -> tuple[Provision, ...]:
    """The provisions of every instrument in the text; empty for a text without numbered provisions."""
    form = shapes(words, page.text)
    found = candidates(page, form)
    endings = conclusion_lines(page, words)
    heads = skeleton(page, found, endings, words)
    if not heads:
        return _without_heads(page, endings, words)
    heads = with_titles(page, heads, form, endings)
    units = _units(page, heads, endings, words)
    return unique(_records(page, units, words))


def _without_heads(page: Page, endings: Sequence[int], words: StructureWords) -> tuple[Provision, ...]:
    """An instrument in plain paragraphs, or flattened to one line: what stands behind its formula of agreement."""
    start = after_agreed(page, words)
    if not start:
        return ()
    last = page.lines[-1].end
    stop = next((e for e in endings if e > start), last)
    main = captioned(page, body.provisions(page, start, stop, "", words), words)
    if len(main) < 2 and not any(p.number for p in main):
        return ()
    units = _front(page, main[0].span.start, words)
    if stop < last:
        units.append(_Unit("conclusions", stop, None))
    _close(units, last)
    if units and units[0].kind != "conclusions":
        units[-1 if stop >= last else -2].end = main[0].span.start
    front = _records(page, units, words)
    closing = tuple(p for p in front if p.kind == "conclusions")
    return unique(_filled(page, (*(p for p in front if p.kind != "conclusions"), *main, *closing)))


def _filled(page: Page, provisions: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """The provisions with every stretch of text between them as a paragraph of its own."""
    out: list[Provision] = []
    here, count = 0, 0
    for provision in provisions:
        gap = page.text[here : provision.span.start]
        if gap.strip(BLANK):
            count += 1
            start = here + len(gap) - len(gap.lstrip(BLANK))
            out.append(Provision(f"p_{count}", "p", None, None, Span(start, here + len(gap.rstrip()))))
        out.append(provision)
        here = provision.span.end
    return tuple(out)


def _units(page: Page, heads: Sequence[Heading], endings: Sequence[int], words: StructureWords) -> list[_Unit]:
    """The tree of units in the order of the text, with preface, preamble and conclusions at the top."""
    heads = _with_second_instruments(page, heads, endings, words)
    top: list[_Unit] = []
    stack: list[_Unit] = []
    closing = _closings(heads, endings)
    for heading, after in zip(heads, [*heads[1:], None], strict=True):
        unit = _Unit(heading.kind, heading.start, heading)
        if heading.kind == "attachment" or _carries_on(heading, top):
            stack = []
        elif heading.kind in CONTAINERS and any(u.kind == heading.kind for u in stack):
            while stack.pop().kind != heading.kind:
                pass
        else:
            while stack and stack[-1].kind not in (*CONTAINERS, "attachment"):
                stack.pop()
        (stack[-1].children if stack else top).append(unit)
        stack.append(unit)
        opens_another = after is not None and after.start == heading.start  # a second instrument and its first article
        if heading.start in closing and not opens_another:
            end = _Unit("conclusions", closing[heading.start], None)
            holder = next((u for u in stack if u.kind == "attachment"), None)
            (holder.children if holder else top).append(end)
            stack = [holder] if holder else []
    top = _front(page, top[0].start, words) + top
    _close(top, page.lines[-1].end)
    _mark_restarts(top)
    return top


def _mark_restarts(units: Sequence[_Unit]) -> None:
    """Mark the provisions of an instrument or annex whose numbers begin again in its parts."""
    own = [unit for unit in _within(units) if unit.kind not in OUTSIDE]
    held = {id(child) for unit in _within(units) if unit.kind in CONTAINERS for child in unit.children}
    slugs = [(u.kind, u.heading.number.slug) for u in own if id(u) in held and u.heading and u.heading.number]
    again = len(set(slugs)) < len(slugs)
    for unit in own:
        unit.restarts = again
    for unit in units:
        if unit.kind == "attachment":
            _mark_restarts(unit.children)


def _within(units: Iterable[_Unit]) -> Iterator[_Unit]:
    """All units of one instrument, those of its annexes left out."""
    for unit in units:
        if unit.kind != "attachment":
            yield unit
            yield from _within(unit.children)


def _carries_on(heading: Heading, top: Sequence[_Unit]) -> bool:
    """Is it a note or section whose number goes on behind an annex in between ("Note II" below the schedule of I)?"""
    if heading.kind != "section" or not top or top[-1].kind != "attachment" or top[-1].children:
        return False
    before = next((u.heading for u in reversed(top) if u.kind == "section"), None)
    return before is not None and 1 < heading.value == before.value + 1


def _closings(heads: Sequence[Heading], endings: Sequence[int]) -> dict[int, int]:
    """For the last article of an instrument or annex, where its closing formula begins."""
    out: dict[int, int] = {}
    following = [*heads[1:], None]
    articles = any(h.kind in ("article", "paragraph") for h in heads)
    outside = OUTSIDE if articles else OUTSIDE - set(CONTAINERS)
    for heading, after in zip(heads, following, strict=True):
        if heading.kind in outside or (after is not None and after.kind not in ("attachment", "crossHeading")):
            continue
        again = next((h for h in heads if h.start > heading.start and h.kind == heading.kind == "section"), None)
        if again is not None and again.value == heading.value + 1:
            continue  # a note whose courtesies stand before the next one
        stop = after.start if after else None
        place = next((e for e in endings if e > heading.end and (stop is None or e < stop)), None)
        if place is not None:
            out[heading.start] = place
    return out


def _with_second_instruments(
    page: Page, heads: Sequence[Heading], endings: Sequence[int], words: StructureWords
) -> list[Heading]:
    """Where numbers begin again with no annex named, another instrument begins: it becomes an attachment."""
    out: list[Heading] = []
    seen: set[tuple[str, str]] = set()
    for heading in heads:
        if heading.kind == "attachment":
            seen.clear()
        elif heading.kind not in OUTSIDE:
            key = (heading.kind, heading.number.slug if heading.number else "")
            if key in seen and heading.value == 1 and out[-1].kind not in CONTAINERS:
                out.append(_instrument_start(page, out[-1], heading, endings, words))
                seen.clear()
            seen.add(key)
        out.append(heading)
    return out


def _instrument_start(
    page: Page, before: Heading, first: Heading, endings: Sequence[int], words: StructureWords
) -> Heading:
    """A heading without a number for the instrument whose first article is `first`: its title line, or that article."""
    names = tuple(name for group in words.instruments.values() for name in group)
    after = next((e for e in endings if before.end < e < first.start), before.end)
    for i in range(page.line_at(after) + 1, page.line_at(first.start)):
        line = page.lines[i]
        opening = page.words(i)
        if opening.lower().startswith(names) and opening[0].isupper() and len(line) < 300:
            return Heading("attachment", line.start, line.start, None, 0.0, (line.start, line.end))
    return Heading("attachment", first.start, first.start, None, 0.0)


def _front(page: Page, end: int, words: StructureWords) -> list[_Unit]:
    """What stands before the first provision: the title in the preface, then the preamble."""
    if not page.lines or page.lines[0].start >= end:
        return []
    start = page.lines[0].start
    begin = preamble_start(page, end, words)
    if begin <= start:
        return [_Unit("preamble", start, None)]
    units = [_Unit("preface", start, None)]
    return units if begin >= end else [*units, _Unit("preamble", begin, None)]


def _close(units: list[_Unit], end: int) -> None:
    """Every unit ends where the next one begins."""
    following = [*units[1:], None] if units else []
    for unit, after in zip(units, following, strict=True):
        unit.end = after.start if after else end
        _close(unit.children, unit.end)


def _records(
    page: Page, units: Iterable[_Unit], words: StructureWords, prefix: str = "", around: str = ""
) -> tuple[Provision, ...]:
    """`prefix` holds the ids of attachments, `around` those of containers, which articles leave out."""
    out: list[Provision] = []
    counts = {"attachment": 0, "crossHeading": 0}
    for unit in units:
        counts[unit.kind] = counts.get(unit.kind, 0) + 1
        eid = _eid(unit, prefix, around, counts[unit.kind])
        out.append(_record(page, unit, eid, words, prefix))
    return tuple(out)


def _record(page: Page, unit: _Unit, eid: str, words: StructureWords, prefix: str) -> Provision:
    heading = unit.heading
    inner = eid if unit.kind == "attachment" else prefix
    around = eid if unit.kind in CONTAINERS else inner
    children = _records(page, unit.children, words, inner, around)
    start = max(heading.end, heading.title[1] if heading.title else 0) if heading else unit.start
    stop = unit.children[0].start if unit.children else unit.end
    if unit.kind in ("preface", "conclusions", "crossHeading"):
        own: tuple[Provision, ...] = ()
    elif unit.kind == "preamble":
        own = _recitals(page, unit, words)
    else:
        own = body.provisions(page, start, stop, eid, words, outer=unit.kind) if start < stop else ()
    end = unit.start + len(page.text[unit.start : unit.end].rstrip())
    number = heading.number.printed if heading and heading.number else None
    title = page.text[slice(*heading.title)].strip(" .") if heading and heading.title else None
    return Provision(eid, unit.kind, number, title, Span(unit.start, end), own + children)


def _eid(unit: _Unit, prefix: str, around: str, count: int) -> str:
    number = unit.heading.number if unit.heading else None
    slug = number.slug if number else ""
    if unit.kind == "attachment":
        return f"att_{slug or count}"
    if unit.kind in ("preface", "preamble", "conclusions"):
        return f"{prefix}__{unit.kind}" if prefix else unit.kind
    if unit.kind == "crossHeading":
        slug = str(count)
    holder = around if unit.kind in (*CONTAINERS, "crossHeading") or unit.restarts else prefix
    own = f"{SHORT[unit.kind]}_{slug}"
    return f"{holder}__{own}" if holder else own


def _recitals(page: Page, unit: _Unit, words: StructureWords) -> tuple[Provision, ...]:
    """The considerations of a preamble, each a paragraph that opens with a participle."""
    out: list[Provision] = []
    for part in segments.segments(page, unit.start, unit.end, words, recitals=True):
        if segments.is_recital(page.text, part.start, words):
            span = Span(part.start, part.end)
            out.append(Provision(f"preamble__recital_{len(out) + 1}", "recital", None, None, span))
    return tuple(out)


def unique(provisions: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """Ids made unique: a second provision of the same number gets a suffix."""
    seen: dict[str, int] = {}

    def rename(provision: Provision, old: str, new: str) -> Provision:
        eid = new + provision.eid[len(old) :] if old and provision.eid.startswith(old + "__") else provision.eid
        seen[eid] = seen.get(eid, 0) + 1
        unique = eid if seen[eid] == 1 else f"{eid}_again{seen[eid] - 1}"
        children = tuple(rename(child, provision.eid, unique) for child in provision.children)
        return replace(provision, eid=unique, children=children)

    return tuple(rename(provision, "", "") for provision in provisions)
