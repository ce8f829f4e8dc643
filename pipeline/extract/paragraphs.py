"""Lines of a column to paragraphs, by what a typesetter does between them: a gap, an indent, a short last line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract import marks
from pipeline.extract.measure import Measure, common_indent, measured, starts
from pipeline.extract.words import Line, Region
from pipeline.model import Box, Role

_SMALL_PRINT = 0.88  # of the normal height of a line
_TITLE, _NARROW = 0.8, 250.0  # of the width of a column, or points: the last line of a title in its middle is shorter
_BLANK = 0.3  # of the height of a line: the width of a blank between words, roughly


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines separated by newlines, with page and box; `column` is 0 for text across the page; `dropped` a reason.

    `runs_on` says that the last line stops in the middle of a sentence, `filled` that it ends where full lines end;
    `begins` whether the first line stands where paragraphs of its column begin (None where that has no place).
    """

    text: str
    page: int | None
    box: Box | None
    role: Role = Role.TEXT
    column: int = 0
    runs_on: bool = False
    dropped: str | None = None
    filled: bool = False
    begins: bool | None = None


def of_document(pages: Sequence[Sequence[Region]]) -> Iterator[list[Paragraph]]:
    """The paragraphs of each page, from its regions in order; pages count from 1."""
    measures = {id(r): measured(r.lines) for regions in pages for r in regions if not r.rows}
    known = common_indent(tuple(measures.values()))
    for number, regions in enumerate(pages, 1):
        found: list[Paragraph] = []
        for region in regions:
            if region.rows:
                found += (_paragraph([line], region, number, None) for line in region.lines)
                continue
            measure = measures[id(region)]
            if known and not measure.indent:
                measure = measured(region.lines, known)
            found += _paragraphs(region, number, replace(measure, starts=_beside(region, regions)))
        yield found


def _beside(region: Region, regions: Sequence[Region]) -> tuple[float, ...]:
    """Where paragraphs begin in the columns beside this one that hold the same text in another script."""
    if region.column == 0:
        return ()
    script = marks.script(" ".join(line.text for line in region.lines))
    others = (r for r in regions if r.column not in (0, region.column) and not r.rows)
    found = [r for r in others if marks.script(" ".join(line.text for line in r.lines)) != script]
    return tuple(start for r in found for start in starts(r.lines))


def _paragraphs(region: Region, page: int, measure: Measure) -> Iterator[Paragraph]:
    body, notes = _without_notes(region.lines, measure)
    yield from _grouped(body, region, page, measure)
    if notes:
        small = measured(notes)
        for p in _grouped(notes, region, page, replace(measure, pitch=small.pitch, height=small.height)):
            yield replace(p, role=Role.FOOTNOTE, runs_on=False, filled=False)


def _without_notes(lines: Sequence[Line], measure: Measure) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines of the text, and those of the footnotes: small print to the end of the column, begun by a mark."""
    at = len(lines)
    while at > 0 and lines[at - 1].height < _SMALL_PRINT * measure.height:
        at -= 1
    marked = 0 < at < len(lines) and marks.starts_note(lines[at].text)
    return (lines[:at], lines[at:]) if marked else (lines, ())


def _grouped(lines: Sequence[Line], region: Region, page: int, measure: Measure) -> Iterator[Paragraph]:
    group: list[Line] = []
    for line in lines:
        if group and _breaks(group, line, measure):
            yield _paragraph(group, region, page, measure)
            group = []
        group.append(line)
    if group:
        yield _paragraph(group, region, page, measure)


def _breaks(group: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Whether `line` begins a new paragraph after the lines of `group`."""
    last = group[-1]
    step = line.base - last.base
    if step > 1.25 * measure.pitch or step < -0.5 * measure.height:
        return True
    if abs(line.height - last.height) > 0.15 * max(line.height, last.height):
        return True
    if line.text[:1].islower() and marks.divided(last.text):
        return False
    if len(group) == 1 and marks.is_unit(last.text):
        return True
    if marks.starts_unit(line.text) and not marks.runs_on(last.text):
        return True
    ended = marks.ends_sentence(last.text)
    if (ended or last.text.endswith(",")) and marks.starts_item(line.text):
        return True
    if _centred(last, measure) and _centred(line, measure):
        return ended
    if ended and _begins(line.text) and measure.aligned(line):
        return True
    if measure.indented(line):
        return not (marks.runs_on(last.text) and line.text[:1].islower())
    return _indented(group, line, measure) or _ends_short(last, line, measure)


def _centred(line: Line, measure: Measure) -> bool:
    before, after = line.left - measure.left, measure.room(line)
    return min(before, after) > measure.height and abs(before - after) < 0.08 * measure.width


def _indented(group: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Whether `line` stands further in than the line before, and that is no hanging list item."""
    last = group[-1]
    inset = line.left - last.left
    if abs(inset) <= 0.7 * measure.height:
        return False
    if inset > 0:
        return not (len(group) == 1 and marks.starts_item(last.text))
    return len(group) > 1 and not marks.runs_on(last.text)


def _ends_short(last: Line, line: Line, measure: Measure) -> bool:
    """Whether `last` stops before the right edge although the first word of `line` would have fitted.

    In a justified column it need only stop short; where first lines are indented it must leave much blank to count.
    """
    room = measure.room(last)
    in_sentence = marks.runs_on(last.text) and line.text[:1].islower()
    if measure.indent and measure.at_left(line):
        return room > max(0.4 * measure.width, line.first + measure.height) and not in_sentence
    between = marks.ends_sentence(last.text) and _begins(line.text)
    if measure.justified and between:
        return not measure.flush(last)
    if room < line.first + (_BLANK if between else 0.8) * measure.height:
        return False
    return not (in_sentence and room < 0.4 * measure.width)


def _begins(text: str) -> bool:
    """Whether a sentence can begin like this."""
    first = text.lstrip("«\"“„'([")[:1]
    return first.isupper() or first.isdigit() or not first.isalnum()


def _paragraph(group: Sequence[Line], region: Region, page: int, measure: Measure | None) -> Paragraph:
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
    near = measure.room(last) < 0.25 * measure.width
    runs_on = marks.divided(last.text) or (near and not marks.ends_sentence(last.text))
    filled = measure.flush(last) if measure.justified else near and measure.indent > 0
    begins = measure.indented(group[0]) if measure.indent else None
    return Paragraph(text, page, box, _role(group, measure), region.column, runs_on, filled=filled, begins=begins)


def _role(group: Sequence[Line], measure: Measure) -> Role:
    text = " ".join(line.text for line in group)
    if marks.is_unit(text):
        return Role.HEADING
    short = len(text) < 200 and not marks.ends_sentence(text) and not text.endswith(",")
    if short and group[0].height > 1.15 * measure.height:
        return Role.HEADING
    title = text.isupper() or group[-1].right - group[-1].left < max(_TITLE * measure.width, _NARROW)
    if short and title and all(_centred(x, measure) for x in group):
        return Role.HEADING
    return Role.LIST_ITEM if marks.starts_item(text) else Role.TEXT
