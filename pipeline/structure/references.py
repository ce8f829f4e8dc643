"""References from one provision to another: "Article 3, paragraph 2 (b)", «подпункт «а» пункта 1 статьи 4»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.language import PACKS
from pipeline.model import CrossRef, Kind, Mention, Provision, Span, Structure
from pipeline.structure.identity import by_identity
from pipeline.structure.numbering import roman_value

LEVELS = ("part", "chapter", "section", "attachment", "article", "paragraph", "point")
SHORT = {"article": "art", "paragraph": "para", "attachment": "att", "section": "sec", "chapter": "chp", "part": "part"}
TAIL = r"(?:\s?\(\w{1,4}\)){0,3}"
NUMBER = (
    rf"(?:\d{{1,3}}(?:[-.]\d{{1,2}}|[⁰¹²³⁴-⁹]{{1,2}}|\s(?:bis|ter|quater)\b)?{TAIL}|[IVXLC]{{1,6}}\b{TAIL}|[A-Z]\b"
    rf"|\(\w{{1,4}}\)(?:\s?\(\w{{1,4}}\)){{0,2}}|[«\"“„]\w{{1,3}}[»\"”“])"
)
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
MENTION_WITHIN = 25
NAMES_GO_ON = frozenset(
    {"of", "on", "for", "against", "concerning", "between", "relating", "regarding", "in", "to", "with"}
)


@dataclass(frozen=True, slots=True)
class _Unit:
    """One word of a reference with its numbers: "paragraphs 1 and 2" or, with a `step`, "the preceding Article"."""

    kind: str
    start: int
    end: int
    numbers: tuple[tuple[str, ...], ...] = ()
    step: int | None = None


@dataclass(frozen=True, slots=True)
class _Grammar:
    units: re.Pattern[str]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    number: re.Pattern[str]
    more: re.Pattern[str]
    reach: re.Pattern[str]
    join: re.Pattern[str]
    here: re.Pattern[str]
    own: re.Pattern[str]
    other: re.Pattern[str]


@cache
def _grammar(language: str) -> _Grammar:
    words = PACKS[language].structure
    names = "|".join(words.reference_units.values())
    flags = re.IGNORECASE
    return _Grammar(
        re.compile(rf"(?<!\w)(?:{names})(?=\s|\u00a0)", flags),
        tuple((kind, re.compile(pattern, flags)) for kind, pattern in words.reference_units.items()),
        re.compile(NUMBER),
        re.compile(rf"(?:{words.reference_list})(?={NUMBER})"),
        re.compile(rf"(?:{words.reference_range})(?={NUMBER})"),
        re.compile(words.reference_join, flags),
        re.compile(rf"(?<!\w)(?:{words.reference_here})", flags),
        re.compile(words.reference_self, flags),
        re.compile(words.reference_other),
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
    grammar = _grammar(language)
    low, high = (span.start, span.end) if span else (0, len(text))
    headings = _heading_starts(structure)
    out: list[CrossRef] = []
    for chain in _chains(text, low, high, grammar, language):
        if chain[0].start not in headings:
            out.extend(_resolved(text, chain, structure, language, mentions))
    return tuple(out)


def _chains(text: str, low: int, high: int, grammar: _Grammar, language: str) -> Iterator[list[_Unit]]:
    """Runs of units that together make one reference."""
    chain: list[_Unit] = []
    for unit in _units(text, low, high, grammar, language):
        if chain and (unit.start < chain[-1].end):
            continue
        if (
            chain
            and grammar.join.fullmatch(text, chain[-1].end, unit.start)
            and unit.kind not in {u.kind for u in chain}
        ):
            chain.append(unit)
            continue
        if chain:
            yield chain
        chain = [unit]
    if chain:
        yield chain


def _units(text: str, low: int, high: int, grammar: _Grammar, language: str) -> Iterator[_Unit]:
    found = [_numbered(text, match, grammar) for match in grammar.units.finditer(text, low, high)]
    found += [_here(match, language) for match in grammar.here.finditer(text, low, high)]
    yield from sorted((unit for unit in found if unit is not None), key=lambda unit: (unit.start, -unit.end))


def _here(match: re.Match[str], language: str) -> _Unit | None:
    """ "This Article", "the preceding paragraph"."""
    words = PACKS[language].structure
    said = re.sub(r"\s+", " ", match["step"].lower())
    step = next((step for word, step in words.reference_step.items() if said.startswith(word)), None)
    for kind, pattern in words.reference_units.items():
        if step is not None and re.fullmatch(pattern, match["unit"], re.IGNORECASE):
            return _Unit(kind, match.start(), match.end(), step=step)
    return None


def _numbered(text: str, match: re.Match[str], grammar: _Grammar) -> _Unit | None:
    start = match.end()
    while start < len(text) and text[start] in " \u00a0\n":
        start += 1
    number = grammar.number.match(text, start)
    if number is None or start - match.end() > 3:
        return None
    kind = next(kind for kind, pattern in grammar.kinds if pattern.fullmatch(match[0]))
    numbers, end = [_parts(number[0])], number.end()
    while True:
        reach, more = grammar.reach.match(text, end), grammar.more.match(text, end)
        gap = reach or more
        following = grammar.number.match(text, gap.end()) if gap else None
        if gap is None or following is None:
            break
        last = _parts(following[0])
        numbers += _between(numbers[-1], last) if reach else []
        numbers.append(last)
        end = following.end()
    return _Unit(kind, match.start(), end, tuple(numbers))


def _parts(printed: str) -> tuple[str, ...]:
    """ "5 (2) (a)" → ("5", "2", "a")."""
    head = re.split(r"[(«\"“„]", printed, maxsplit=1)[0].strip()
    inner = re.findall(r"[(«\"“„](\w{1,4})[)»\"”“]", printed)
    return (*((_slug(head),) if head else ()), *inner)


def _slug(head: str) -> str:
    value = roman_value(head) if head.isalpha() and head.isupper() and len(head) < 7 else None
    if value:
        return str(value)
    tail = re.fullmatch(r"(\d+)([⁰¹²³⁴-⁹]+)", head)
    if tail:
        return f"{tail[1]}-{tail[2].translate(SUPERSCRIPTS)}"
    return head.replace(" ", "").replace(".", "-")


def _between(first: tuple[str, ...], last: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The numbers strictly inside "Articles 5 to 9"."""
    if len(first) == len(last) == 1 and first[0].isdigit() and last[0].isdigit() and int(last[0]) - int(first[0]) < 100:
        return [(str(n),) for n in range(int(first[0]) + 1, int(last[0]))]
    return []


def _resolved(
    text: str, chain: list[_Unit], structure: Structure, language: str, mentions: Sequence[Mention]
) -> Iterator[CrossRef]:
    grammar = _grammar(language)
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
    for levels in _readings(chain):
        yield CrossRef(span.of(text), span, _find(levels, start, structure))


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


def _readings(chain: list[_Unit]) -> list[dict[str, tuple[str, ...] | int]]:
    """The levels each reading of a chain names; a list of numbers gives one reading for each."""
    out: list[dict[str, tuple[str, ...] | int]] = [{}]
    for unit in sorted(chain, key=lambda unit: LEVELS.index(unit.kind)):
        if unit.step is not None:
            out = [{**reading, unit.kind: unit.step} for reading in out]
        else:
            out = [{**reading, unit.kind: number} for reading in out for number in unit.numbers]
    return out


@by_identity
def _index(structure: Structure) -> dict[str, Provision]:
    return {provision.eid: provision for provision in structure.walk()}


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
        else:
            steps += _slugs(kind, value)
    return _closest(steps, index)


def _own(path: list[str], upto: str | tuple[str, ...]) -> list[str]:
    """The current path down to its paragraph, or to its article."""
    place = next((i for i, step in enumerate(path) if step.startswith(upto)), None)
    if place is None:
        place = next((i for i, step in enumerate(path) if step.startswith(("art_", "sec_"))), -1)
    return path[: place + 1]


def _slugs(kind: str, value: tuple[str, ...]) -> list[str]:
    """Steps of an id: ("article", ("5", "2", "a")) → art_5, para_2, point_a."""
    if kind == "point":
        return [f"point_{part}" for part in value]
    below = [f"para_{value[1]}"] if kind == "article" and len(value) > 1 and value[1].isdigit() else []
    points = value[1 + len(below) :]
    return [f"{SHORT[kind]}_{value[0]}", *below, *(f"point_{part}" for part in points)]


def _beside(path: list[str], short: str, step: int, structure: Structure) -> str | None:
    """The provision of this kind that holds the place, or the one before or behind it."""
    place = next((i for i, part in enumerate(path) if part.startswith(f"{short}_")), None)
    if place is None:
        return None
    own = "__".join(path[: place + 1])
    if step == 0:
        return own
    depth = own.count("__")
    row = [
        p.eid for p in structure.walk() if p.eid.count("__") == depth and p.eid.split("__")[-1].startswith(f"{short}_")
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
