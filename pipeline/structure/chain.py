"""The best numbering chain: of all candidates, those that together read 1, 2, 3 … with the least doubt.

Dynamic programming over the candidates in the order of the text. A chain's score is the sum of its members' own
scores and of its steps: the next number is worth most, gaps cost, a step back costs most unless an annex or the end of
an instrument lies between. Time is linear in the number of candidates.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.structure.headings import Heading
from pipeline.structure.numbering import Number

NEXT = 2.0
JUMP = -3.5
WIDEST_GAP = 8
PLAIN = 3.5


@dataclass(frozen=True, slots=True)
class _End:
    """The best chain that ends at one candidate."""

    score: float
    index: int
    back: int
    value: int
    rank: int
    epoch: int


def best_chain(found: Sequence[Heading], boundaries: Sequence[int]) -> tuple[Heading, ...]:
    """The members of the best chain, numbers that could not be read filled in. `boundaries` are offsets in order."""
    ends: list[_End] = []
    by_value: dict[int, _End] = {}
    best: _End | None = None
    earlier: _End | None = None  # the best end of an earlier epoch
    for i, heading in enumerate(found):
        epoch = bisect_right(boundaries, heading.start)
        if best is not None and best.epoch < epoch and (earlier is None or best.score > earlier.score):
            earlier = best
        end = _extend(i, heading, epoch, by_value, best, earlier)
        ends.append(end)
        known = by_value.get(end.value)
        if known is None or end.score >= known.score:
            by_value[end.value] = end
        if best is None or end.score > best.score:
            best = end
    return _walk_back(found, ends, best)


def with_strays(chain: tuple[Heading, ...], found: Sequence[Heading], boundaries: Sequence[int]) -> tuple[Heading, ...]:
    """The chain with the headings that stand out of order: plain ones whose number the chain lacks."""
    have = {(bisect_right(boundaries, h.start), h.value) for h in chain}
    taken = {h.start for h in chain}
    strays: list[Heading] = []
    for heading in found:
        key = (bisect_right(boundaries, heading.start), heading.value)
        if heading.score >= PLAIN and heading.value and heading.start not in taken and key not in have:
            have.add(key)
            strays.append(heading)
    return tuple(sorted((*chain, *strays), key=lambda h: h.start)) if chain else ()


def _extend(
    i: int, heading: Heading, epoch: int, by_value: dict[int, _End], best: _End | None, earlier: _End | None
) -> _End:
    """The best chain that ends with this candidate."""
    value, rank = heading.value, heading.number.rank if heading.number else 0
    if value == 0:
        value = best.value + 1 if best else 1
    options: list[tuple[float, int]] = [(0.5 if value == 1 else -0.4 * min(value, 10), -1)]
    same = by_value.get(value)
    if rank and same is not None and same.rank < rank:
        options.append((same.score + NEXT, same.index))
    for gap in range(1, WIDEST_GAP + 1):
        before = by_value.get(value - gap)
        if before is not None and not (rank and gap > 1):
            step = NEXT if gap == 1 and rank <= 1 else -1.0 - 0.3 * gap
            options.append((before.score + step, before.index))
    if best is not None:
        options.append((best.score + JUMP, best.index))
    if earlier is not None and value == 1:
        options.append((earlier.score + 0.5, earlier.index))
    score, back = max(options)
    return _End(score + heading.score, i, back, value, rank, epoch)


def _walk_back(found: Sequence[Heading], ends: Sequence[_End], best: _End | None) -> tuple[Heading, ...]:
    members: list[Heading] = []
    at = best.index if best is not None and best.score > 0 else -1
    while at >= 0:
        heading, end = found[at], ends[at]
        if heading.value != end.value and heading.number is not None:
            heading = replace(heading, number=Number(heading.number.printed, end.value, 0, str(end.value)))
        members.append(heading)
        at = end.back
    return tuple(reversed(members))
