"""Which provision of one text answers to which of the other: by number first, then by length and content."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from pipeline.model import Document, Provision, Span

CONTAINERS = frozenset({"part", "title", "chapter", "section", "attachment"})
BASIC = frozenset({"article", "section", "paragraph", "preamble", "conclusions", "attachment", "p", "point", "indent"})
NUMBERED = frozenset({"article", "section", "paragraph", "p", "point", "indent"})
LINE = re.compile(r"[^\s](?:[^\n]*[^\s])?")
BAND = 25
NARROW = 8
SAME_NUMBER = 0.45
ALONE = -0.05
ELSEWHERE = 0.3


@dataclass(frozen=True, slots=True)
class Unit:
    """A basic unit of an instrument: an article, a section or paragraph without articles, the preamble."""

    eid: str
    span: Span
    provision: Provision


@dataclass(frozen=True, slots=True)
class Piece:
    """The least stretch that may be compared: a point, a paragraph, or the words that introduce points."""

    eid: str
    span: Span
    numbered: bool


def units(document: Document) -> tuple[Unit, ...]:
    """The basic units in the order of the text, those inside parts, chapters and annexes among them."""
    return tuple(_units(document.structure.provisions))


def _units(provisions: Sequence[Provision]) -> Iterator[Unit]:
    for provision in provisions:
        inner = [c for c in provision.children if c.kind in {"article", *CONTAINERS}]
        if provision.kind in CONTAINERS and inner:
            yield from _units(provision.children)
        elif provision.kind in BASIC:
            yield Unit(provision.eid, provision.span, provision)


def pieces(unit: Unit, text: str) -> tuple[Piece, ...]:
    """The pieces of a unit in order; its own number and title are left out."""
    if unit.provision.kind == "preamble":
        return tuple(_lines(unit.provision, text))
    return tuple(_pieces(unit.provision, text, top=True))


def _lines(provision: Provision, text: str) -> Iterator[Piece]:
    """The lines of a preamble: which of them are considerations is not read in every one."""
    for found in LINE.finditer(text, provision.span.start, provision.span.end):
        holder = next((c for c in provision.children if c.span.start <= found.start() < c.span.end), provision)
        yield Piece(holder.eid, Span(*found.span()), numbered=False)


def _pieces(provision: Provision, text: str, *, top: bool = False) -> Iterator[Piece]:
    start = behind_heading(provision, text) if top else provision.span.start
    stop = provision.children[0].span.start if provision.children else provision.span.end
    if text[start:stop].strip():
        end = start + len(text[start:stop].rstrip())
        yield Piece(provision.eid, Span(start, end), provision.number is not None and not top)
    for child in provision.children:
        yield from _pieces(child, text)


def _side_by_side(pairs: Pairs) -> Pairs:
    """The pairs with units of one number joined that stand alone between the same neighbours."""
    out: Pairs = []
    for one, other in pairs:
        twin = None
        for k in range(len(out) - 1, -1, -1):
            a, b = out[k]
            if a and b:
                break
            if (one and not other and b and b.eid == one.eid) or (other and not one and a and a.eid == other.eid):
                twin = k
        if twin is None:
            out.append((one, other))
        else:
            out[twin] = (one or out[twin][0], other or out[twin][1])
    return out


def lines(document: Document) -> tuple[Piece, ...]:
    """All lines of a text between its title and its closing formula, whatever they are read as."""
    body = [p for p in document.structure.provisions if p.kind not in ("preface", "conclusions")]
    found = (Span(*row.span()) for p in body for row in LINE.finditer(document.text, p.span.start, p.span.end))
    inside = ((span, document.structure.innermost(span.start)) for span in found)
    return tuple(Piece(holder.eid, span, numbered=False) for span, holder in inside if holder)


def behind_heading(provision: Provision, text: str) -> int:
    """Where the words of the provision begin, behind its number and heading."""
    here, end = provision.span.start, provision.span.end
    if provision.kind in ("preamble", "conclusions"):
        return here
    last = provision.children[0].span.start if provision.children else end
    for part in (provision.number, provision.heading):
        if part and part == provision.heading and not text[here:last].replace(part, "", 1).strip(" \n.:;"):
            break  # a provision of one line, which reads like a heading
        at = text.find(part, here, min(end, here + 400)) if part else -1
        here = at + len(part) if part and at >= 0 else here
    while here < end and not (text[here].isalnum() or text[here] in '"“«(['):
        here += 1
    return here


def match_units(
    english: Sequence[Unit], russian: Sequence[Unit], likeness: Callable[[Unit, Unit], float]
) -> list[tuple[Unit | None, Unit | None]]:
    """Pairs in order; None where the other text has no such unit."""
    rows, columns = len(english), len(russian)
    best: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, 0)}
    same = [unit.eid for unit in english] == [unit.eid for unit in russian]
    width = NARROW if same else BAND + abs(rows - columns)
    for i in range(rows + 1):
        middle = i * columns // max(rows, 1)
        for j in range(max(middle - width, 0), min(middle + width, columns) + 1):
            if i or j:
                best[i, j] = _step(i, j, best, english, russian, likeness)
    return _path(best, english, russian)


def _step(
    i: int,
    j: int,
    best: dict[tuple[int, int], tuple[float, int]],
    english: Sequence[Unit],
    russian: Sequence[Unit],
    likeness: Callable[[Unit, Unit], float],
) -> tuple[float, int]:
    """The best way to cell (i, j): 1 both, 2 only English, 3 only Russian."""
    low = (-math.inf, 0)
    both, left, up = best.get((i - 1, j - 1), low)[0], best.get((i - 1, j), low)[0], best.get((i, j - 1), low)[0]
    options = [(left + ALONE, 2) if i else (-math.inf, 2), (up + ALONE, 3) if j else (-math.inf, 3)]
    if i and j and both > -math.inf:
        one, other = english[i - 1], russian[j - 1]
        same = SAME_NUMBER if one.eid == other.eid or _number(one) == _number(other) != "" else 0.0
        if of_one_kind(one, other):
            options.append((both + same + likeness(one, other), 1))
    return max(options)


def of_one_kind(one: Unit, other: Unit) -> bool:
    """May two units be the same provision, though one text numbers as articles what the other does as paragraphs?"""
    kinds = {one.provision.kind, other.provision.kind}
    return len(kinds) == 1 or kinds <= NUMBERED


def _number(unit: Unit) -> str:
    """The number of a unit at the end of its id."""
    return unit.eid.rpartition("_")[2] if unit.provision.kind in NUMBERED else ""


def _path(
    best: dict[tuple[int, int], tuple[float, int]], english: Sequence[Unit], russian: Sequence[Unit]
) -> list[tuple[Unit | None, Unit | None]]:
    i, j = len(english), len(russian)
    out: list[tuple[Unit | None, Unit | None]] = []
    while i or j:
        move = best[i, j][1]
        one = english[i - 1] if move in (1, 2) else None
        other = russian[j - 1] if move in (1, 3) else None
        out.append((one, other))
        i, j = i - (one is not None), j - (other is not None)
    return out[::-1]


Pairs = list[tuple[Unit | None, Unit | None]]


def moved_units(
    pairs: Pairs, likeness: Callable[[Unit, Unit], float], least: float
) -> tuple[Pairs, tuple[tuple[Unit, Unit], ...]]:
    """The pairs with units brought together that stand at different places, and which those are.

    Units of one number come together where they are alike by `least`, others where they are nearly the same.
    """
    pairs = _side_by_side(pairs)
    left = [one for one, other in pairs if one and not other]
    right = [other for one, other in pairs if other and not one]
    moved: list[tuple[Unit, Unit]] = []
    for one in left:
        rows = [(likeness(one, b) - (0.0 if one.eid == b.eid else ELSEWHERE), b) for b in right]
        best = max((row for row in rows if row[0] >= least), key=lambda row: row[0], default=None)
        if best and of_one_kind(one, best[1]):
            right.remove(best[1])
            moved.append((one, best[1]))
    twin = dict(moved)
    gone = {id(b) for _, b in moved}
    kept = [(one, twin.get(one, other) if one and not other else other) for one, other in pairs]
    return [(a, b) for a, b in kept if a or id(b) not in gone], tuple(moved)


SHAPES = ((1, 1, 0.0), (1, 0, 1.8), (0, 1, 1.8), (1, 2, 1.2), (2, 1, 1.2), (2, 2, 1.5), (1, 3, 1.7), (3, 1, 1.7))
MERGES = (*(shape for shape in SHAPES if shape[0] and shape[1]), (1, 4, 1.6), (4, 1, 1.6))
MERGE_NUMBERED = 2.0
DOUBT = 1.0
LENGTH_WEIGHT = 5.0
SLACK = 25


def beads(
    english: Sequence[Piece],
    russian: Sequence[Piece],
    ratio: float,
    cost: Callable[[Piece, Piece], float],
    shapes: Sequence[tuple[int, int, float]] = SHAPES,
) -> list[tuple[tuple[Piece, ...], tuple[Piece, ...]]]:
    """Runs of pieces that say the same, in order: mostly one and one, some split or joined, some without a twin.

    `ratio` is how long the Russian text is for the English one; `cost` what two pieces lack in common, 0 and up.
    """
    if len(english) == len(russian) == 1 and not any(shape[0] == 0 for shape in shapes):
        return [(tuple(english), tuple(russian))]
    best: dict[tuple[int, int], tuple[float, int, int]] = {(0, 0): (0.0, 0, 0)}
    width = BAND + abs(len(english) - len(russian))
    left, right = _side(english), _side(russian)
    for i in range(len(english) + 1):
        for j in range(max(i - width, 0), min(i + width, len(russian)) + 1):
            if not (i or j):
                continue
            options = [
                (best[i - a, j - b][0] + base + _bead_cost((left, i - a, i), (right, j - b, j), ratio, cost), a, b)
                for a, b, base in shapes
                if (i - a, j - b) in best
            ]
            if options:
                best[i, j] = min(options)
    out: list[tuple[tuple[Piece, ...], tuple[Piece, ...]]] = []
    i, j = len(english), len(russian)
    if (i, j) not in best:  # one sentence against many: no chain of these shapes leads to the end
        return [(tuple(english), tuple(russian))]
    while i or j:
        _, a, b = best[i, j]
        out.append((tuple(english[i - a : i]), tuple(russian[j - b : j])))
        i, j = i - a, j - b
    return out[::-1]


Bead = tuple[tuple[Piece, ...], tuple[Piece, ...]]
CROSSED = 0.25


def lists_in_order(
    found: Sequence[Bead], sameness: Callable[[Sequence[Piece], Sequence[Piece]], float]
) -> Iterator[Bead]:
    """Beads with the points of each list put beside their twins, where the texts list them in another order.

    Each State names itself first, and definitions follow the alphabet.
    """
    here = 0
    while here < len(found):
        end = here + 1
        while end < len(found) and _one_list(found[here], found[end]):
            end += 1
        yield from _crossed(found[here:end], sameness)
        here = end


def _one_list(one: Bead, other: Bead) -> bool:
    """Are both beads a single point of the same list?"""
    holders = {piece.eid.rpartition("__")[0] for bead in (one, other) for piece in bead[0]}
    return len(holders) == 1 and all(len(side) == 1 and side[0].numbered for bead in (one, other) for side in bead)


def _crossed(found: Sequence[Bead], sameness: Callable[[Sequence[Piece], Sequence[Piece]], float]) -> Sequence[Bead]:
    if not 1 < len(found) <= BAND:
        return found
    rows = {(i, j): sameness(a, b) for i, (a, _) in enumerate(found) for j, (_, b) in enumerate(found)}
    left, right, twin = set(range(len(found))), set(range(len(found))), dict[int, int]()
    for (i, j), _ in sorted(rows.items(), key=lambda row: (-row[1], abs(row[0][0] - row[0][1]), row[0])):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            twin[i] = j
    moved = [i for i in twin if twin[i] != i]
    gain = sum(rows[i, twin[i]] - rows[i, i] for i in moved)
    if not moved or gain < CROSSED * len(moved):
        return found
    return [(found[i][0], found[twin[i]][1]) for i in range(len(found))]


@dataclass(frozen=True, slots=True)
class _Side:
    """The pieces of one text with how many letters, and how many numbers, stand before each."""

    pieces: Sequence[Piece]
    letters: Sequence[int]
    numbers: Sequence[int]


def _side(pieces: Sequence[Piece]) -> _Side:
    letters = tuple(accumulate((len(p.span) for p in pieces), initial=0))
    return _Side(pieces, letters, tuple(accumulate((p.numbered for p in pieces), initial=0)))


Run = tuple[_Side, int, int]


def _bead_cost(one: Run, other: Run, ratio: float, cost: Callable[[Piece, Piece], float]) -> float:
    (left, i, k), (right, j, m) = one, other
    if i == k or j == m:
        return 0.0
    length = (left.letters[k] - left.letters[i]) * ratio
    log = abs(math.log((length + SLACK) / (right.letters[m] - right.letters[j] + SLACK)))
    if k - i == m - j == 1:
        return LENGTH_WEIGHT * log + cost(left.pieces[i], right.pieces[j])
    joined = left.numbers[k] - left.numbers[i + 1] + right.numbers[m] - right.numbers[j + 1]
    numbered = left.numbers[k] - left.numbers[i] + right.numbers[m] - right.numbers[j] == k - i + m - j
    unlike = cost(_run(left, i, k), _run(right, j, m))
    numbers = joined + (k - i != m - j and numbered)  # numbers of one text only, unless both say the same there
    return LENGTH_WEIGHT * log + unlike + MERGE_NUMBERED * numbers * min(1.0, DOUBT * unlike)


def _run(side: _Side, start: int, end: int) -> Piece:
    """Neighbouring pieces as one."""
    first, last = side.pieces[start], side.pieces[end - 1]
    return Piece(first.eid, Span(first.span.start, last.span.end), numbered=False)
