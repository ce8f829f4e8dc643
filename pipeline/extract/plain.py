"""Plain text and Markdown: paragraphs from lines, furniture of web exports set aside.

The text is never changed; blocks are spans of it. Three shapes occur: a paragraph per line, hard-wrapped lines, and
whole documents flattened into one line; each file is read by what its lines look like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise

from pipeline.extract import datelines, examples, marks
from pipeline.extract import lines as web
from pipeline.extract import markdown as md
from pipeline.extract.base import MIB, Limits, too_long
from pipeline.extract.encodings import decode
from pipeline.model import Block, Dropped, Extraction, Note, Role, Source, SourceMeta, Span

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_HALF = re.compile(r"[\ud800-\udfff]")
_MARK = re.compile(r"(#{1,6})[ \t]*(?=[^\s#])")
_HTML_LINE = re.compile(r"(?:<[A-Za-z/!][^<>]{0,300}>\s{0,9}){1,20}$")
_RULE = re.compile(r"([-=_*~+#])(?:\s?\1){2,500}$")
_LOST_END = re.compile(r"(?<=[a-zа-яё)»”\"][,;:.])(?=[^\W\d_])|(?<=[^\W\d_]{3}\.)(?=[^\W\d_])")
_GLUED_UNIT = re.compile(
    r"(?:(?<=[.;:,)»”\"])|(?<=[.;:] ))(?P<word>[^\W\d_]{4,12}) (?:\d{1,3}|[IVX]{1,6}\b)(?=[^\W\d_])"
)
_LONE_NUMBER = re.compile(r"[-–—\s]{0,5}(\d{1,4})[-–—\s]{0,5}$")
_SHORTEST = 3  # characters of the shortest phrase of furniture
_LONG = 400  # characters from which a line is looked at for lost line ends
_FULL = 0.86  # share of the width from which a line counts as full


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    gap: bool  # an empty line stands before it
    mark: int = 0  # characters of a heading mark at its beginning

    @property
    def heading(self) -> bool:
        return self.mark > 0


def warm() -> None:
    """Load the tables that every document needs."""
    examples.read(extract, *examples.text())


def extract(source: Source, limits: Limits) -> Extraction:
    """The text of a plain file in whatever encoding it came."""
    if len(source.data) > 4 * limits.max_text_mib * MIB:
        raise too_long(source, limits)
    decoded = decode(source.data)
    if len(decoded.text) > limits.max_text_mib * MIB:
        raise too_long(source, limits)
    found = from_text(decoded.text)
    notes = decoded.notes + found.notes
    return replace(found, meta=replace(found.meta, encoding=decoded.encoding), notes=notes)


def from_text(text: str) -> Extraction:
    """The blocks of a text already in memory; `Extraction.text` is `text` itself, half characters as U+FFFD.

    Lines that are furniture of a web page are in `dropped` with a reason; a date in them becomes `meta.issued_on`.
    """
    text = _HALF.sub("\ufffd", text)
    markdown = _is_markdown(text)
    lines = list(_lines(text, markdown))
    kept, dropped, issued = _without_furniture(lines)
    blocks = tuple(_blocks(text, kept))
    marks = tuple(_markup(kept)) if markdown else ()
    meta = SourceMeta(
        media_type="text/markdown" if markdown else "text/plain",
        title=_title(text, blocks),
        issued_on=issued or _dateline(text, blocks),
    )
    return Extraction(text, blocks, meta, tuple(sorted((*dropped, *marks), key=lambda d: d.span)), _notes(text))


def _markup(lines: Sequence[_Line]) -> Iterator[Dropped]:
    for line in lines:
        first = [(0, line.mark)] if line.mark else []
        for start, end in (*first, *md.marks(line.text)):
            yield Dropped(Span(line.start + start, line.start + end), line.text[start:end], "markup")


def _notes(text: str) -> tuple[Note, ...]:
    wrong = text.count("\ufffd")
    return (Note("broken-characters", f"{wrong} characters could not be decoded"),) if wrong else ()


def _is_markdown(text: str) -> bool:
    return len(re.findall(r"^#{1,6}[ \t]*[^\s#!]", text, re.MULTILINE)) >= 2


def _lines(text: str, markdown: bool) -> Iterator[_Line]:
    end = 0
    for m in _LINE.finditer(text):
        if not m.group().strip():
            continue
        start = m.start() + len(m.group()) - len(m.group().lstrip())
        stop = m.start() + len(m.group().rstrip())
        gap = start - end > 1 and len(_END.findall(text, end, start)) > 1
        mark = _MARK.match(text, start) if markdown else None
        yield _Line(start, stop, text[start:stop], gap or end == 0, len(mark.group()) if mark else 0)
        end = stop


# --- furniture -----------------------------------------------------------------------------------------------------


def _without_furniture(lines: Sequence[_Line]) -> tuple[list[_Line], list[Dropped], date | None]:
    reasons = _reasons(lines)
    kept = [line for line, why in zip(lines, reasons, strict=True) if why is None]
    dropped = [
        Dropped(Span(line.start, line.end), line.text, why)
        for line, why in zip(lines, reasons, strict=True)
        if why is not None
    ]
    stated = (web.date_in(d.text) for d in dropped if d.reason not in ("page-number", "markup"))
    return kept, dropped, next((found for found in stated if found), None)


def _reasons(lines: Sequence[_Line]) -> list[str | None]:
    """Why each line is furniture. A word that is also a heading ("Search") goes only beside a line that surely is."""
    numbers = _page_numbers(lines)
    sure = [numbers.get(i) or _why(lines, i) for i in range(len(lines))]
    reasons = list(sure)
    for order in (range(len(lines)), reversed(range(len(lines)))):
        beside = False
        for i in order:
            if reasons[i] is None and beside:
                reasons[i] = _weak(lines[i].text)
            beside = reasons[i] is not None and reasons[i] not in ("page-number", "markup")
    return reasons


@lru_cache(maxsize=4096)
def _weak(text: str) -> str | None:
    return web.weak_reason(text)


def _why(lines: Sequence[_Line], i: int) -> str | None:
    text = lines[i].text
    if _HTML_LINE.match(text) or _RULE.match(text):
        return "markup"
    if i < 3 and web.breadcrumb(text, lines[i + 1].text if i + 1 < len(lines) else ""):
        return "breadcrumb"
    return _reason(text)


@lru_cache(maxsize=4096)
def _reason(text: str) -> str | None:
    """The same few lines stand on every page of an export."""
    return web.reason(text) if len(text) >= _SHORTEST else None


def _page_numbers(lines: Sequence[_Line]) -> dict[int, str]:
    """Lines that hold only a number, where these numbers count up through the text as pages do."""
    found = [(i, int(m.group(1))) for i, line in enumerate(lines) if (m := _LONE_NUMBER.match(line.text))]
    steps = [b - a for (_, a), (_, b) in pairwise(found)]
    if len(found) < 3 or sum(step == 1 for step in steps) < 0.7 * len(steps):
        return {}
    return {i: "page-number" for i, _ in found}


# --- paragraphs ----------------------------------------------------------------------------------------------------


def _blocks(text: str, lines: Sequence[_Line]) -> Iterator[Block]:
    width = _width(lines)
    group: list[_Line] = []
    for line in lines:
        if group and not _continues(group[-1], line, width):
            yield from _block(text, group)
            group = []
        group.append(line)
    if group:
        yield from _block(text, group)


def _width(lines: Sequence[_Line]) -> int | None:
    """The column at which lines were broken by hand or machine; None for a text with a paragraph per line."""
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < 4:
        return None
    width = lengths[int(0.9 * (len(lengths) - 1))]
    full = sum(0.75 * width <= n <= width for n in lengths)
    if not 30 <= width <= 180 or full < 0.3 * len(lengths):
        return None
    broken = sum(not marks.ends_sentence(line.text) for line in lines if len(line.text) >= 0.75 * width)
    return width if broken >= 0.4 * full else None


def _continues(line: _Line, following: _Line, width: int | None) -> bool:
    """Whether `following` is the next line of the same paragraph."""
    if following.gap or line.heading or following.heading:
        return False
    if marks.starts_unit(following.text) and not marks.runs_on(line.text):
        return False
    if line.text.isupper() and following.text.isupper():
        return _one_heading(line.text, following.text)
    if marks.divided(line.text) and following.text[:1].islower():
        return True
    if width is None or (marks.is_unit(line.text) and not _full(line, following, width)):
        return False
    if marks.starts_item(following.text) and (marks.ends_sentence(line.text) or line.text.endswith(",")):
        return False
    if _full(line, following, width):
        return not (line.text.isupper() and not following.text.isupper())
    return line.text[-1].islower() and following.text[0].islower() and len(line.text) > 0.6 * width


def _full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the first word of `following` did not fit into `line` any more."""
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > _FULL * width


def _one_heading(line: str, following: str) -> bool:
    """Whether two lines of capitals are one title: "… OF THE REPUBLIC" / "OF CHINA"; a lone word begins a new one."""
    if marks.ends_sentence(line) or marks.starts_item(following) or len(line) > 160:
        return False
    return len(following.split()) > 1 or len(line.split()[-1]) <= 3


def _block(text: str, group: Sequence[_Line]) -> Iterator[Block]:
    start, end = group[0].start + group[0].mark, group[-1].end
    if len(group) == 1 and end - start > _LONG:
        yield from (Block(span) for span in _unflattened(text, start, end))
        return
    yield Block(Span(start, end), Role.HEADING if group[0].heading else _role(text[start:end]))


@lru_cache(maxsize=4096)
def _role(text: str) -> Role:
    if marks.is_unit(text):
        return Role.HEADING
    return Role.LIST_ITEM if marks.starts_item(text) else Role.TEXT


def _unflattened(text: str, start: int, end: int) -> Iterator[Span]:
    """A long line that lost its line ends, cut where they were: after a mark without a blank, around "Article 5"."""
    line = text[start:end]
    cuts = [m.start() for m in _LOST_END.finditer(line)]
    if len(cuts) < 3 or len(line) / len(cuts) > 3000:
        cuts = []
    units = list(_GLUED_UNIT.finditer(line))
    words = [m.group("word").lower() for m in units]
    for m in units:
        if words.count(m.group("word").lower()) > 1:
            cuts += [m.start(), m.end()]
    held = list(md.targets(line)) if cuts else []
    cuts = [cut for cut in cuts if not any(low < cut < high for low, high in held)]
    here = 0
    for cut in [*sorted(set(cuts)), len(line)]:
        if line[here:cut].strip():
            lead = len(line[here:cut]) - len(line[here:cut].lstrip())
            yield Span(start + here + lead, start + here + len(line[here:cut].rstrip()))
        here = cut


# --- metadata ------------------------------------------------------------------------------------------------------


def _title(text: str, blocks: Sequence[Block]) -> str | None:
    """The first block, where it looks like a title: short and no sentence."""
    if not blocks:
        return None
    first = " ".join(blocks[0].span.of(text).split())
    return first if 3 <= len(first) <= 300 and not first.endswith((".", ";", ",", ":")) else None


def _dateline(text: str, blocks: Sequence[Block]) -> date | None:
    """The date of publication where one of the first blocks is a date or begins with place and date."""
    return datelines.stated(block.span.of(text) for block in blocks)
