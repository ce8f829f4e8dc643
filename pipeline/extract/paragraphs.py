"""Lines of a column to paragraphs, by what a typesetter does between them: a gap, an indent, a short last line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from pipeline.extract import marks
from pipeline.extract.layout import Line, Region
from pipeline.model import Box, Role

_SMALL_PRINT = 0.88  # of the normal height of a line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines separated by newlines, with page and box; `column` is 0 for text across the page; `dropped` a reason."""

    text: str
    page: int | None
    box: Box | None
    role: Role = Role.TEXT
    column: int = 0
    runs_on: bool = False
    dropped: str | None = None


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is normal in a column: its edges, the distance between lines, the height of a line (points)."""

    left: float
    right: float
    pitch: float
    height: float


def paragraphs(region: Region, page: int) -> Iterator[Paragraph]:
    """The paragraphs of one region, in order."""
    if region.rows:
        yield from (_paragraph([line], region, page, None) for line in region.lines)
        return
    measure = _measure(region.lines)
    body, notes = _without_notes(region.lines, measure)
    yield from _grouped(body, region, page, measure)
    if notes:
        small = _measure(notes)
        for p in _grouped(notes, region, page, replace(measure, pitch=small.pitch, height=small.height)):
            yield replace(p, role=Role.FOOTNOTE, runs_on=False)


def _without_notes(lines: Sequence[Line], measure: _Measure) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines of the text, and those of the footnotes: small print to the end of the column, begun by a mark."""
    at = len(lines)
    while at > 0 and lines[at - 1].height < _SMALL_PRINT * measure.height:
        at -= 1
    marked = 0 < at < len(lines) and marks.starts_note(lines[at].text)
    return (lines[:at], lines[at:]) if marked else (lines, ())


def _grouped(lines: Sequence[Line], region: Region, page: int, measure: _Measure) -> Iterator[Paragraph]:
    group: list[Line] = []
    for line in lines:
        if group and _breaks(group, line, measure):
            yield _paragraph(group, region, page, measure)
            group = []
        group.append(line)
    if group:
        yield _paragraph(group, region, page, measure)


def _measure(lines: Sequence[Line]) -> _Measure:
    height = median(line.height for line in lines)
    steps = [b.base - a.base for a, b in pairwise(lines)]
    normal = [s for s in steps if 0.6 * height < s < 2.2 * height] or [1.2 * height]
    return _Measure(min(x.left for x in lines), max(x.right for x in lines), _low_median(normal), height)


def _low_median(values: Sequence[float]) -> float:
    """The median of the shorter half: the distance inside paragraphs, not between them."""
    ordered = sorted(values)
    return median(ordered[: max(1, (len(ordered) * 2 + 2) // 3)])


def _breaks(group: Sequence[Line], line: Line, measure: _Measure) -> bool:
    """Whether `line` begins a new paragraph after the lines of `group`."""
    last = group[-1]
    step = line.base - last.base
    if step > 1.25 * measure.pitch or step < -0.5 * measure.height:
        return True
    if abs(line.height - last.height) > 0.15 * max(line.height, last.height):
        return True
    if marks.divided(last.text) and line.text[:1].islower():
        return False
    if marks.is_unit(last.text) and len(group) == 1:
        return True
    if marks.starts_unit(line.text) and not marks.runs_on(last.text):
        return True
    if marks.starts_item(line.text) and (marks.ends_sentence(last.text) or last.text.endswith(",")):
        return True
    if _centred(last, measure) and _centred(line, measure):
        return marks.ends_sentence(last.text)
    return _indented(group, line, measure) or _ends_short(last, line, measure)


def _centred(line: Line, measure: _Measure) -> bool:
    middle = (measure.left + measure.right) / 2
    inset = line.left - measure.left
    return inset > measure.height and abs((line.left + line.right) / 2 - middle) < 0.04 * (measure.right - measure.left)


def _indented(group: Sequence[Line], line: Line, measure: _Measure) -> bool:
    """Whether `line` stands further in than the line before, and that is no hanging list item."""
    last = group[-1]
    inset = line.left - last.left
    if abs(inset) <= 0.7 * measure.height:
        return False
    if inset > 0:
        return not (len(group) == 1 and marks.starts_item(last.text))
    return len(group) > 1 and not marks.runs_on(last.text)


def _ends_short(last: Line, line: Line, measure: _Measure) -> bool:
    """Whether the first word of `line` would have fitted into the line before."""
    room = measure.right - last.right
    if room < line.first + 0.8 * measure.height:
        return False
    in_sentence = marks.runs_on(last.text) and line.text[:1].islower()
    return not (in_sentence and room < 0.4 * (measure.right - measure.left))


def _paragraph(group: Sequence[Line], region: Region, page: int, measure: _Measure | None) -> Paragraph:
    box = Box(
        round(min(x.left for x in group), 1),
        round(min(x.top for x in group), 1),
        round(max(x.right for x in group), 1),
        round(max(x.bottom for x in group), 1),
    )
    text = "\n".join(line.text for line in group)
    if measure is None:
        return Paragraph(text, page, box, Role.TABLE_ROW, region.column)
    last = group[-1]
    full = measure.right - last.right < 0.25 * (measure.right - measure.left)
    runs_on = marks.divided(last.text) or (full and not marks.ends_sentence(last.text))
    return Paragraph(text, page, box, _role(group, measure), region.column, runs_on)


def _role(group: Sequence[Line], measure: _Measure) -> Role:
    text = " ".join(line.text for line in group)
    if marks.is_unit(text):
        return Role.HEADING
    short = len(text) < 200 and not marks.ends_sentence(text) and not text.endswith(",")
    if short and (all(_centred(x, measure) for x in group) or group[0].height > 1.15 * measure.height):
        return Role.HEADING
    return Role.LIST_ITEM if marks.starts_item(text) else Role.TEXT
