"""Which words belong to which norm: a sentence parted among its verbs, a verb said once for many points."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from pipeline.language.pack import NormCues
from pipeline.model import Span
from pipeline.norms import deadlines
from pipeline.norms.frames import Frame
from pipeline.norms.passages import Passage
from pipeline.norms.proposals import Job, conditions_follow, is_condition, opens

_JOINT = re.compile(r"[,;]\s+|\s(?:and|or|but|и|или|а|но|а также)\s")
_NEAR = 100
_LOOSE_END = re.compile(r"[\s,;]*(?:\b(?:and|or|but|и|или|а|но|а также))?[\s,;]*$")

Frames = Mapping[int, tuple[Job, tuple[Frame, ...]]]


def parts(unit: Passage, job: Job | None, frames: tuple[Frame, ...], language: str) -> list[Span]:
    """The words of a passage that belong to each of its verbs: they part where the next verb or its subject begins."""
    if job is None or job.passage is not unit or len(frames) < 2:
        return [unit.span] * len(frames)
    order = sorted(range(len(frames)), key=lambda i: frames[i].action.start)
    cuts = [unit.span.start]
    for before, here in pairwise(order):
        start = _opening(frames[here], frames[before], job.text, language)
        cuts.append(max(cuts[-1], unit.span.start + start - job.lead))
    cuts.append(unit.span.end)
    spans = [unit.span] * len(frames)
    for place, i in enumerate(order):
        span = _trimmed(unit, cuts[place], cuts[place + 1])
        spans[i] = span if len(span) > 2 else unit.span
    return spans


def _opening(frame: Frame, before: Frame, text: str, language: str) -> int:
    """Where the words of a later verb begin: at its own subject, else behind the comma or conjunction before it."""
    subject = frame.subject
    own = subject is not None and before.action.start < subject.start < frame.action.start
    start = subject.start if subject is not None and own else frame.action.start
    marks = [hit.end() for hit in _JOINT.finditer(text, before.action.start, start)]
    words = [hit.end() for hit in _JOINT.finditer(text, before.action.start, start) if hit.group().strip(" ,;")]
    if not own and words and start - words[-1] < _NEAR and deadlines.find(text[words[-1] : start], language):
        return words[-1]  # "and shall, within twelve hours, notify"
    if own and marks and not deadlines.find(text[marks[-1] : start], language):
        return start  # only a time limit before the subject is sure to be its own
    return marks[-1] if marks else start


def _trimmed(unit: Passage, start: int, end: int) -> Span:
    words = unit.text[start - unit.span.start : end - unit.span.start]
    tail = _LOOSE_END.search(words)
    kept = words[: tail.start()] if tail and end < unit.span.end else words
    stripped = kept.strip()
    start += len(kept) - len(kept.lstrip())
    return Span(start, start + len(stripped))


def heirs(units: tuple[Passage, ...], frames: Frames, cues: NormCues) -> dict[int, int]:
    """id of an enumerated point → id of the passage whose last frame it completes."""
    found: dict[int, int] = {}
    for unit in units:
        if unit.chapeau is None or conditions_follow(unit.chapeau, cues) or is_condition(unit, cues):
            continue
        if opens(unit.chapeau, cues) or frames.get(id(unit), (None, ()))[1]:
            continue
        source = found.get(id(unit.chapeau), id(unit.chapeau))
        if frames.get(source, (None, ()))[1] and not unit.opens:
            found[id(unit)] = source
    return found
