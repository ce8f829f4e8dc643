"""An instrument's provisions: preface, preamble, the tree of parts and articles, conclusions, attachments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pipeline.language.pack import StructureWords
from pipeline.model import Provision, Span
from pipeline.structure import body
from pipeline.structure.chain import best_chain
from pipeline.structure.headings import Heading, candidates, shapes, titled
from pipeline.structure.lines import Page
from pipeline.structure.numbering import Number

SHORT = {
    "part": "part", "title": "title", "chapter": "chp", "section": "sec", "article": "art", "attachment": "att",
    "paragraph": "para", "preface": "preface", "preamble": "preamble", "conclusions": "conclusions",
}  # fmt: skip
CONTAINERS = ("part", "title", "chapter", "section")
LEAST_CONTAINER = 1.5
NUMBERED_HEAD = re.compile(r"(?:[A-Z]-)?(?P<number>\d{1,3}|[IVXLC]{1,7})(?:[.)]{1,2}|(?=[\s]*$))[\s\u00a0]{0,8}")


@dataclass(slots=True)
class _Unit:
    """A stretch of the text under one heading, while the tree is built; only this file sees it."""

    kind: str
    start: int
    heading: Heading | None
    end: int = 0
    children: list[_Unit] = field(default_factory=list)


def read_provisions(page: Page, words: StructureWords) -> tuple[Provision, ...]:
    """The provisions of every instrument in the text; empty for a text without numbered provisions."""
    form = shapes(words, page.text)
    found = candidates(page, form)
    endings = conclusion_lines(page, words)
    heads = skeleton(page, found, endings)
    if not any(h.kind not in ("attachment",) for h in heads):
        return ()
    heads = [titled(h, page, form) for h in heads]
    units = _units(page, heads, endings, words)
    return _unique(_records(page, units, words))


def conclusion_lines(page: Page, words: StructureWords) -> tuple[int, ...]:
    """Offsets where a closing formula begins: at a line's start, or behind a full stop in a flattened text."""
    cues = "|".join(re.escape(cue).replace(r"\ ", r"\s{1,3}") for cue in words.conclusions)
    pattern = re.compile(rf"(?:^[^\w\n]{{0,6}}|(?<=[.;])\s{{0,3}})({cues})(?!\w)", re.IGNORECASE | re.MULTILINE)
    return tuple(found.start(1) for found in pattern.finditer(page.text))


def skeleton(page: Page, found: Sequence[Heading], endings: Sequence[int]) -> list[Heading]:
    """The headings that carry the instrument: the best chain of its basic unit, with the containers around it."""
    attachments = [h for h in found if h.kind == "attachment" and h.score >= LEAST_CONTAINER]
    boundaries = sorted({*endings, *(h.start for h in attachments)})
    base = "article"
    chain: tuple[Heading, ...] = ()
    for base in ("article", "section", "paragraph"):
        chain = best_chain([h for h in found if h.kind == base], boundaries)
        if len(chain) > (0 if base == "article" else 1):
            break
    else:
        base, chain = "paragraph", best_chain(list(_numbered_heads(page)), boundaries)
    chain = _without_contents(page, chain)
    if not chain:
        return []
    rest = [h for h in found if h.kind in CONTAINERS and h.kind != base and h.score >= LEAST_CONTAINER]
    first = min(h.start for h in chain)
    attachments = [h for h in attachments if h.start > first]
    return sorted({*chain, *_nested(rest), *attachments}, key=lambda h: (h.start, -h.end))


def _numbered_heads(page: Page) -> Iterable[Heading]:
    """Paragraphs that begin with a plain number, the basic unit of memoranda without articles."""
    for line in page.lines:
        found = NUMBERED_HEAD.match(page.text, line.start, line.end)
        if not found or not found["number"].isdigit():
            continue
        number = Number(found["number"], int(found["number"]), 0, found["number"])
        rest = page.text[found.end() : found.end() + 1]
        score = 0.5 + (0.5 if line.blank else 0.0) + (0.5 if rest.isupper() or rest == "\n" else -1.0)
        yield Heading("paragraph", line.start, found.end(), number, score)


def _without_contents(page: Page, chain: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The chain without a table of contents: a first run 1…N of headings on lines in a row, before a second run."""
    restart = next((i for i in range(1, len(chain)) if chain[i].value <= chain[0].value), None)
    if restart is None or restart < 3:
        return chain
    rows = [page.line_at(h.start) for h in chain[:restart]]
    close = sum(b - a <= 1 for a, b in pairwise(rows))
    return chain[restart:] if close >= 0.8 * (len(rows) - 1) else chain


def _nested(found: Iterable[Heading]) -> list[Heading]:
    """Containers without the repeats that page headers make."""
    kept: list[Heading] = []
    last: dict[str, int] = {}
    for heading in found:
        if last.get(heading.kind) == heading.value and heading.score < 3.0:
            continue
        last[heading.kind] = heading.value
        for lower in CONTAINERS[CONTAINERS.index(heading.kind) + 1 :]:
            last.pop(lower, None)
        kept.append(heading)
    return kept


def _units(page: Page, heads: list[Heading], endings: Sequence[int], words: StructureWords) -> list[_Unit]:
    """The tree of units in the order of the text, with preface, preamble and conclusions at the top."""
    heads = _with_second_instruments(page, heads, endings, words)
    top: list[_Unit] = []
    stack: list[_Unit] = []
    closing = _closings(heads, endings)
    for heading in heads:
        unit = _Unit(heading.kind, heading.start, heading)
        if heading.kind == "attachment":
            stack = []
        elif heading.kind in CONTAINERS and any(u.kind == heading.kind for u in stack):
            while stack.pop().kind != heading.kind:
                pass
        else:
            while stack and stack[-1].kind not in (*CONTAINERS, "attachment"):
                stack.pop()
        (stack[-1].children if stack else top).append(unit)
        stack.append(unit)
        if heading.start in closing:
            end = _Unit("conclusions", closing[heading.start], None)
            holder = next((u for u in stack if u.kind == "attachment"), None)
            (holder.children if holder else top).append(end)
            stack = [holder] if holder else []
    top = _front(page, top[0].start) + top
    _close(top, page.lines[-1].end)
    return top


def _closings(heads: Sequence[Heading], endings: Sequence[int]) -> dict[int, int]:
    """For the last article of an instrument or annex, where its closing formula begins."""
    out: dict[int, int] = {}
    following = [*heads[1:], None]
    for heading, after in zip(heads, following, strict=True):
        if heading.kind in CONTAINERS or (heading.kind == "attachment" and after is not None):
            continue
        if after is not None and after.kind != "attachment":
            continue
        stop = after.start if after else None
        place = next((e for e in endings if e > heading.end and (stop is None or e < stop)), None)
        if place is not None and heading.kind != "attachment":
            out[heading.start] = place
    return out


def _with_second_instruments(
    page: Page, heads: list[Heading], endings: Sequence[int], words: StructureWords
) -> list[Heading]:
    """Where numbers begin again with no annex named, another instrument begins: it becomes an attachment."""
    out: list[Heading] = []
    seen: set[tuple[str, int, int]] = set()
    for heading in heads:
        rank = heading.number.rank if heading.number else 0
        if heading.kind == "attachment":
            seen.clear()
        elif heading.kind not in CONTAINERS:
            key = (heading.kind, heading.value, rank)
            if key in seen and heading.value == 1:
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


def _front(page: Page, end: int) -> list[_Unit]:
    """What stands before the first provision: the title in the preface, then the preamble."""
    if not page.lines or page.lines[0].start >= end:
        return []
    start = page.lines[0].start
    begin = preamble_start(page, end)
    if begin <= start:
        return [_Unit("preamble", start, None)]
    units = [_Unit("preface", start, None)]
    return units if begin >= end else [*units, _Unit("preamble", begin, None)]


def preamble_start(page: Page, end: int) -> int:
    """Where the title is over: the first line behind it that reads like a sentence."""
    for i, line in enumerate(page.lines):
        if line.start >= end:
            break
        text = page.words(i)
        if text.isupper() or (i == 0 and len(text) < 400):
            continue
        if len(text) > 60 or text[-1] in ",:;":
            while i > 1 and not page.lines[i].blank and page.width and not page.words(i - 1).isupper():
                i -= 1  # noqa: PLW2901  # back to the first line of the broken sentence
            return page.lines[i].start
    return end


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
    attachments = 0
    for unit in units:
        if unit.kind == "attachment":
            attachments += 1
        eid = _eid(unit, prefix, around, attachments)
        out.append(_record(page, unit, eid, words, prefix))
    return tuple(out)


def _record(page: Page, unit: _Unit, eid: str, words: StructureWords, prefix: str) -> Provision:
    heading = unit.heading
    inner = eid if unit.kind == "attachment" else prefix
    around = eid if unit.kind in CONTAINERS else inner
    children = _records(page, unit.children, words, inner, around)
    start = (heading.title[1] if heading.title else heading.end) if heading else unit.start
    stop = unit.children[0].start if unit.children else unit.end
    if unit.kind in ("preface", "conclusions"):
        own: tuple[Provision, ...] = ()
    elif unit.kind == "preamble":
        own = _recitals(page, unit, words)
    else:
        own = body.provisions(page, start, stop, eid, words) if start < stop else ()
    end = unit.start + len(page.text[unit.start : unit.end].rstrip())
    number = heading.number.printed if heading and heading.number else None
    title = page.text[slice(*heading.title)].strip(" .") if heading and heading.title else None
    return Provision(eid, unit.kind, number, title, Span(unit.start, end), own + children)


def _eid(unit: _Unit, prefix: str, around: str, attachments: int) -> str:
    number = unit.heading.number if unit.heading else None
    slug = number.slug if number else ""
    if unit.kind == "attachment":
        return f"att_{number.value if number and number.value else attachments}"
    if unit.kind in ("preface", "preamble", "conclusions"):
        return f"{prefix}__{unit.kind}" if prefix else unit.kind
    holder = around if unit.kind in CONTAINERS else prefix
    own = f"{SHORT[unit.kind]}_{slug}"
    return f"{holder}__{own}" if holder else own


def _recitals(page: Page, unit: _Unit, words: StructureWords) -> tuple[Provision, ...]:
    """The considerations of a preamble, each a paragraph that opens with a participle."""
    out: list[Provision] = []
    for part in body.segments(page, unit.start, unit.end, words):
        opening = re.sub(r"^\W*(?:\(?\w{1,4}\)\W*)?", "", page.text[part.start : part.start + 40].lower())
        first = opening.split(None, 1)[0].rstrip(",") if opening.strip() else ""
        ending = first.endswith(words.recital_endings)
        if ending or opening.startswith(words.recital_stems):
            span = Span(part.start, part.end)
            out.append(Provision(f"preamble__recital_{len(out) + 1}", "recital", None, None, span))
    return tuple(out)


def _unique(provisions: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """Ids made unique: a second provision of the same number gets a suffix."""
    seen: dict[str, int] = {}

    def rename(provision: Provision, old: str, new: str) -> Provision:
        eid = new + provision.eid[len(old) :] if old and provision.eid.startswith(old + "__") else provision.eid
        seen[eid] = seen.get(eid, 0) + 1
        unique = eid if seen[eid] == 1 else f"{eid}_again{seen[eid] - 1}"
        children = tuple(rename(child, provision.eid, unique) for child in provision.children)
        return replace(provision, eid=unique, children=children)

    return tuple(rename(provision, "", "") for provision in provisions)
