"""Two instruments side by side: the norms of one with those of the other that come nearest."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.engines.analysis import analyzers
from pipeline.model import Document, Modality, Norm

ALIKE = 0.3
_ASIDE = (Modality.DEFINITION,)


@dataclass(frozen=True, slots=True)
class Side:
    """A norm of the first instrument with the one of the second that comes nearest; one of them may be missing.

    `differences` say in words what is not the same: modality, bearer, deadline, condition.
    """

    first: Norm | None
    second: Norm | None
    likeness: float
    differences: tuple[str, ...]


def side_by_side(first: Document, second: Document) -> tuple[Side, ...]:
    """The norms of two instruments in pairs, in the order of the first; those of the second that are left come last.

    Norms pair by the words of what is to be done; in two languages, by their place and modality.
    """
    left = [norm for norm in first.norms if norm.modality not in _ASIDE]
    right = [norm for norm in second.norms if norm.modality not in _ASIDE]
    scores = _by_words(left, right) if first.language == second.language else _by_place(left, right)
    mate: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, i, j in sorted(scores, key=lambda row: (-row[0], row[1], row[2])):
        if i not in mate and j not in taken:
            mate[i] = (j, score)
            taken.add(j)
    sides = [
        _side(norm, right[mate[i][0]] if i in mate else None, mate.get(i, (0, 0.0))[1]) for i, norm in enumerate(left)
    ]
    return (*sides, *(_side(None, norm, 0.0) for j, norm in enumerate(right) if j not in taken))


def _side(one: Norm | None, other: Norm | None, likeness: float) -> Side:
    return Side(one, other, round(likeness, 3), tuple(_differences(one, other)) if one and other else ())


def _differences(one: Norm, other: Norm) -> Iterator[str]:
    pairs = (
        ("modality", one.modality.value, other.modality.value),
        ("strength", one.strength.value, other.strength.value),
        ("bearer", one.bearer, other.bearer),
        ("deadline", _limit(one), _limit(other)),
        ("condition", bool(one.condition), bool(other.condition)),
        ("exception", bool(one.exception), bool(other.exception)),
    )
    for name, left, right in pairs:
        if left != right:
            yield f"{name}: {_said(left)} / {_said(right)}"


def _said(value: object) -> str:
    return (
        {True: "yes", False: "no", None: "none"}.get(value, str(value)) if value in (True, False, None) else str(value)
    )


def _limit(norm: Norm) -> str | None:
    """The time limit in figures, with its direction and kind of days."""
    if norm.deadline is None:
        return None
    unit = " working" if norm.deadline.unit == "working" else ""
    return f"{norm.deadline.relation.value} {norm.deadline.iso8601 or norm.deadline.text}{unit}"


def _by_words(left: Sequence[Norm], right: Sequence[Norm]) -> list[tuple[float, int, int]]:
    """Cosine of the stems of two norms, rare ones weighing more."""
    vectors = [Counter(_stems(norm)) for norm in (*left, *right)]
    spread = Counter(stem for vector in vectors for stem in vector)
    weighed = [
        {stem: math.log(1 + len(vectors) / spread[stem]) * (1 + math.log(count)) for stem, count in vector.items()}
        for vector in vectors
    ]
    norm = [math.sqrt(sum(w * w for w in vector.values())) or 1.0 for vector in weighed]
    out = []
    for i in range(len(left)):
        for j in range(len(right)):
            other = weighed[len(left) + j]
            dot = sum(w * other[stem] for stem, w in weighed[i].items() if stem in other)
            cosine = dot / (norm[i] * norm[len(left) + j])
            if cosine >= ALIKE:
                out.append((cosine, i, j))
    return out


def _stems(norm: Norm) -> list[str]:
    words = f"{norm.chapeau or ''} {norm.action} {norm.quote}"
    return [stem for stem in analyzers()["stemmed"].tokens(words) if len(stem) > 3]


def _by_place(left: Sequence[Norm], right: Sequence[Norm]) -> list[tuple[float, int, int]]:
    """Norms of the same provision, the same modality first, the nearer in order first."""
    out = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            if one.eid == other.eid:
                same = 1.0 if one.modality is other.modality else 0.7
                out.append((same - abs(i - j) / (100 * max(len(left), len(right))), i, j))
    return out
