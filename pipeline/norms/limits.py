"""The time limit of a norm: of all that its sentence tells, the one that belongs to its verb."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Deadline, Modality, Relation, Span
from pipeline.norms import deadlines, slots
from pipeline.norms.frames import Frame
from pipeline.norms.passages import Passage
from pipeline.norms.proposals import LONGEST, Context, Job, any_of


@dataclass(frozen=True, slots=True)
class Reach:
    """The words of a norm in the document; the condition and the dependent clauses it has in the parsed text."""

    part: Span
    condition: Span | None
    clauses: tuple[Span, ...]


def clauses(around: slots.Slots, text: str, context: Context) -> tuple[Span, ...]:
    """The conditions and exceptions that have a verb of their own ("if no reply comes within ten days")."""
    opens_clause = any_of((context.cues.subordinating,))
    both = (span for span in (around.condition, around.exception) if span is not None)
    return tuple(span for span in both if opens_clause.match(span.of(text).lower()))


def deadline_of(
    frame: Frame, job: Job, unit: Passage, context: Context, siblings: tuple[Frame, ...], reach: Reach
) -> Deadline | None:
    """The time limit nearest to the verb: in the passage itself, or in the words that introduce it."""
    for passage in dict.fromkeys((unit, job.passage, unit.chapeau)):
        if passage is None or len(passage.text) > LONGEST:
            continue
        found = deadlines.find(passage.text, context.language, passage.span.start)
        shift = passage.span.start - (job.lead if passage is job.passage else 0)
        if passage is job.passage:
            found = tuple(
                d
                for d in found
                if (len(siblings) > 1 and _within(d.span.start, reach.part))
                or not _belongs_elsewhere(d.span.start - shift, frame, siblings)
                if not _outside(d.span.start, shift, frame, siblings, reach)
            )
        if frame.modality is Modality.PROHIBITION:  # "not within two years": how long it holds, no deadline
            found = tuple(d for d in found if d.relation is not Relation.WITHIN)
        if found:
            verb = frame.action.start + shift
            return min(
                found, key=lambda d: (d.iso8601 is None, not _reaches(frame, shift, d), abs(d.span.start - verb))
            )
    return None


def _belongs_elsewhere(at: int, frame: Frame, siblings: tuple[Frame, ...]) -> bool:
    """Whether a limit stands among the words of another verb of the sentence and not among those of this one."""
    if frame.action.start <= at < frame.action.end:
        return any(frame.action.start < s.action.start <= at < s.action.end for s in siblings)
    return any(s.action.start <= at < s.action.end for s in siblings)


def _outside(at: int, shift: int, frame: Frame, siblings: tuple[Frame, ...], reach: Reach) -> bool:
    """Whether a limit only sets a condition before the verb, or stands among the words of another verb."""
    condition = reach.condition
    if any(clause.start <= at - shift < clause.end for clause in reach.clauses):
        return True
    if condition is not None and condition.end <= frame.action.start and condition.start <= at - shift < condition.end:
        return True
    first = min((s.action.start for s in siblings), default=0) + shift
    if at < first:
        own = frame.subject is not None and frame.subject.start + shift > first
        return own and frame.action.start + shift > first  # a subject may follow its own verb («передаётся отчёт»)
    return len(siblings) > 1 and not _within(at, reach.part)


def _within(at: int, part: Span) -> bool:
    return part.start <= at < part.end


def _reaches(frame: Frame, shift: int, deadline: Deadline) -> bool:
    return frame.action.start + shift <= deadline.span.start < frame.action.end + shift
