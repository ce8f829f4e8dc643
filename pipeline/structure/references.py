"""References from one provision to another: "Article 3, paragraph 2 (b)", «подпункт «а» пункта 1 статьи 4»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.language import PACKS
from pipeline.model import CrossRef, Kind, Mention, Provision, Span, Structure
from pipeline.structure.identity import by_identity
from pipeline.structure.referring import ALL, LAST, MOST_BETWEEN, Unit, chains, grammar_of

LEVELS = ("part", "chapter", "section", "attachment", "article", "paragraph", "point")
SHORT = {"article": "art", "paragraph": "para", "attachment": "att", "section": "sec", "chapter": "chp", "part": "part"}
MENTION_WITHIN = 25
LETTERED = re.compile(r"(\d{1,3})([A-Za-zа-я])")
COMPOUND = re.compile(r"(\d{1,3})([-.])(\d{1,2})")
NAMES_GO_ON = frozenset(
    {"of", "on", "for", "against", "concerning", "between", "relating", "regarding", "in", "to", "with"}
)


def find_references(
    text: str,
    language: str,
    structure: Structure,
    span: Span | None = None,
    mentions: Sequence[Mention] = (),
) -> tuple[CrossRef, ...]:
    """All references inside `span` (the whole text without one), in order; a list of numbers gives one for each.

    `eid` is the provision meant, or the closest one above it that the structure holds. For another instrument
    `instrument` is the entity id of the treaty mentioned behind the reference, and `eid` names no provision here.
    """
    if language not in PACKS:
        return ()
    grammar = grammar_of(language)
    low, high = (span.start, span.end) if span else (0, len(text))
    headings = _heading_starts(structure)
    out: list[CrossRef] = []
    for chain in chains(text, low, high, grammar, language):
        if chain[0].start not in headings:
            out.extend(_resolved(text, chain, structure, language, mentions))
    return tuple(out)


def _resolved(
    text: str, chain: list[Unit], structure: Structure, language: str, mentions: Sequence[Mention]
) -> Iterator[CrossRef]:
    grammar = grammar_of(language)
    start, end = chain[0].start, chain[-1].end
    if len(chain) == 1 and chain[0].step == 0:
        return
    own = grammar.own.match(text, end)
    other = None if own else grammar.other.match(text, end)
    if own:
        end = own.end()
    elif other and any(unit.step is not None for unit in chain):
        other = None
    if other and not _same_instrument(other, structure):
        instrument = _instrument(other.start(), mentions)
        stop = instrument.span.end if instrument else end
        span = Span(start, max(stop, end))
        yield CrossRef(span.of(text), span, None, instrument.entity_id if instrument else None)
        return
    span = Span(start, end)
    every = any(unit.count == ALL for unit in chain)
    for levels in _readings(_written_out(chain, structure)):
        eid = _find(levels, start, structure)
        if eid is not None or not every:
            yield CrossRef(span.of(text), span, eid)


def _same_instrument(other: re.Match[str], structure: Structure) -> bool:
    """ "Article 5 of the Agreement", bare, in an instrument whose own title begins with that word."""
    name = (other["name"] or "").split() if "name" in other.groupdict() else []
    title = (structure.title or "").lower().split()
    named_on = len(name) > 1 and (not name[1][0].islower() or name[1] in NAMES_GO_ON)
    bare = bool(name) and (name[0].endswith(",") or not named_on)
    return bare and name[0].lower().rstrip(",") in title[:4]


def _instrument(start: int, mentions: Sequence[Mention]) -> Mention | None:
    near = (m for m in mentions if m.kind is Kind.TREATY and start <= m.span.start <= start + MENTION_WITHIN)
    return next(near, None)


def _written_out(chain: list[Unit], structure: Structure) -> list[Unit]:
    """ "Articles 6-8" are three where none is numbered so, "Article 1.2" is paragraph 2 of Article 1."""
    out = []
    for unit in chain:
        numbers = tuple(one for number in unit.numbers for one in _pieces(unit.kind, number, structure))
        out.append(replace(unit, numbers=numbers))
    return out


def _pieces(kind: str, number: tuple[str, ...], structure: Structure) -> list[tuple[str, ...]]:
    lettered = LETTERED.fullmatch(number[0]) if number else None
    if lettered:
        whole = f"{lettered[1]}{lettered[2].lower()}"
        known = f"{SHORT.get(kind, 'point')}_{whole}" in _steps(structure)
        return [(whole, *number[1:]) if known else (lettered[1], lettered[2], *number[1:])]
    pair = COMPOUND.fullmatch(number[0]) if number else None
    if pair is None:
        return [number]
    own = f"{pair[1]}-{pair[3]}"
    low, high = int(pair[1]), int(pair[3])
    if f"{SHORT.get(kind, 'point')}_{own}" in _steps(structure):
        return [(own, *number[1:])]
    if pair[2] == "-" and low < high < low + MOST_BETWEEN:
        return [(str(n),) for n in range(low, high)] + [(pair[3], *number[1:])]
    return [(pair[1], pair[3], *number[1:])] if kind == "article" else [(own, *number[1:])]


def _readings(chain: list[Unit]) -> list[dict[str, tuple[str, ...] | int]]:
    """The levels each reading of a chain names; a list of numbers gives one reading for each."""
    out: list[dict[str, tuple[str, ...] | int]] = [{}]
    for unit in sorted(chain, key=lambda unit: LEVELS.index(unit.kind)):
        if unit.step is not None:
            out = [{**reading, unit.kind: step} for reading in out for step in unit.steps]
        else:
            out = [{**reading, unit.kind: number} for reading in out for number in unit.numbers]
    return out


@by_identity
def _index(structure: Structure) -> dict[str, Provision]:
    return {provision.eid: provision for provision in structure.walk()}


@by_identity
def _steps(structure: Structure) -> frozenset[str]:
    """The last steps of all ids."""
    return frozenset(provision.eid.rpartition("__")[2] for provision in structure.walk())


@by_identity
def _heading_starts(structure: Structure) -> frozenset[int]:
    kinds = ("article", "section", "chapter", "part", "attachment", "paragraph")
    return frozenset(p.span.start for p in structure.walk() if p.kind in kinds)


def _find(levels: dict[str, tuple[str, ...] | int], at: int, structure: Structure) -> str | None:
    """The id of the provision that the levels name, seen from the provision at offset `at`."""
    index = _index(structure)
    here = structure.innermost(at)
    path = here.eid.split("__") if here else []
    steps: list[str] = [path[0]] if path and path[0].startswith("att_") and "attachment" not in levels else []
    if "article" not in levels and "attachment" not in levels and not {"section", "chapter", "part"} & set(levels):
        steps = _own(path, "para_" if "paragraph" not in levels else ("art_", "sec_"))
    for kind in LEVELS:
        if kind not in levels:
            continue
        value = levels[kind]
        if isinstance(value, int):
            found = _beside(path, SHORT.get(kind, "point"), value, structure)
            if found is None:
                return None
            steps = found.split("__")
        elif value == (LAST,):
            steps = _last(steps, kind, structure)
        else:
            steps += _slugs(kind, value)
    return _closest(steps, index)


def _last(steps: list[str], kind: str, structure: Structure) -> list[str]:
    """The steps on to the last provision of this kind in the one they name."""
    holder = _index(structure).get("__".join(steps))
    short = f"{SHORT.get(kind, 'point')}_"
    inside = [child.eid for child in holder.children] if holder else []
    last = next((eid for eid in reversed(inside) if eid.rpartition("__")[2].startswith(short)), None)
    return last.split("__") if last else steps


def _own(path: list[str], upto: str | tuple[str, ...]) -> list[str]:
    """The current path down to its paragraph, or to its article."""
    place = next((i for i, step in enumerate(path) if step.startswith(upto)), None)
    if place is None:
        place = next((i for i, step in enumerate(path) if step.startswith(("art_", "sec_"))), -1)
    return path[: place + 1]


def _slugs(kind: str, value: tuple[str, ...]) -> list[str]:
    """Steps of an id: ("article", ("5", "2", "a")) → art_5, para_2, point_a."""
    if kind == "point" or (kind == "paragraph" and value[0].isalpha()):
        return [f"point_{part}" for part in value]
    below = [f"para_{value[1]}"] if kind == "article" and len(value) > 1 and value[1].isdigit() else []
    points = value[1 + len(below) :]
    return [f"{SHORT[kind]}_{value[0]}", *below, *(f"point_{part}" for part in points)]


def _beside(path: list[str], short: str, step: int, structure: Structure) -> str | None:
    """The provision of this kind that holds the place, or the one before or behind it."""
    place = next((i for i, part in enumerate(path) if part.startswith(f"{short}_")), None)
    if place is None:
        unit = _own(path, ())
        return "__".join(unit) if unit and not step else None
    own = "__".join(path[: place + 1])
    if step == 0:
        return own
    depth, holder = own.count("__"), own.rpartition("__")[0]
    row = [
        p.eid
        for p in structure.walk()
        if p.eid.count("__") == depth
        and p.eid.rpartition("__")[2].startswith(f"{short}_")
        and (short == "art" or p.eid.rpartition("__")[0] == holder)
    ]
    at = row.index(own) + step if own in row else -1
    return row[at] if 0 <= at < len(row) else None


def _closest(steps: list[str], index: dict[str, Provision]) -> str | None:
    """The id of the steps, or of the closest provision above that exists; a level the print leaves out is skipped."""
    while steps:
        eid = "__".join(steps)
        short = "__".join(step for step in steps if not step.startswith("para_") or step == steps[-1])
        sub = "__".join([*steps[:-1], steps[-1].replace("point_", "subpara_")])
        for known in (eid, sub, short):
            if known in index:
                return known
        steps = steps[:-1]
    return None
