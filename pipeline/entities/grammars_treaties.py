"""Span grammar of treaties: a head noun with its subject, its parties, its date, or a proper name in front of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.grammars_heads import heads
from pipeline.entities.grammars_rules import Rules, around, has_cases, matches, partner, phrases, rules_of, style
from pipeline.entities.kinds import Candidate
from pipeline.language import PACKS
from pipeline.language.pack import EntityWords
from pipeline.model import Kind, Layer


def treaties(text: str, known: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    words, rules, reader = PACKS[language].entities, rules_of(language), phrases(text, known, language)
    inside = sorted((one for one in known.values() if one.kind is Kind.TREATY), key=lambda one: one.start)
    other = sorted((one for one in known.values() if one.kind is Kind.ORGANISATION), key=lambda one: one.start)
    how = replace(style("treaty", words, regions=True), topics=True, longest=600)
    for head in _heads(text, rules, heads(text, language)["treaty"]):
        known_name = around(inside, *head)
        if known_name is None and around(other, *head) is not None:
            continue
        start = _first(known_name, inside) if known_name else reader.left(head[0])
        if known_name is None and rules.treaty_of_place.match(text, head[0]) and not _of_city(start, head[0], known):
            continue
        base = known_name.end if known_name else head[1]
        end = _reach(text, (start, base), known, rules, partial(reader.tail, style=how))
        if known_name and text[base:end].split()[:1] and not rules.treaty_tail.match(text, base):
            end = base
        tail = _with_date(text, end, known, rules)
        if known_name is None and _is_joint(text, start, end, known, rules, language):
            yield Candidate(start, tail, Kind.OPERATION, None, Layer.GRAMMAR, "operation.joint")
            continue
        if (
            known_name is None
            and not _of_body(text, head, known)
            and not _is_title(text, start, head, end, rules, words, dated=tail > end)
        ):
            continue
        joint = tail > end and rules.carried_out.match(text, start)
        between = joint or _of_two_states(text, known, head[1], end, words)
        states = between or re.match(words.interstate, text[start : head[0]]) or _international(known, start, end)
        if rules.programme.match(text, *head) and not (states and text[start].isupper()):
            continue  # a state's own strategy
        if not between and rules.operation.match(text, *head) and not _adopted(text, known, start, end, language):
            yield Candidate(start, tail, Kind.OPERATION, None, Layer.GRAMMAR, "operation.programme")
            continue
        start = _with_year(text, start, rules)
        if known_name and (start, tail) == (known_name.start, known_name.end):
            continue
        entity_id = _treaty_id((text[start:tail], text[start:end]), known_name, _YEARS.findall(text, end, tail))
        yield Candidate(start, tail, Kind.TREATY, entity_id, Layer.GRAMMAR, "treaty.title")
    yield from _dated(text, inside, known, rules)


def _dated(text: str, inside: Iterable[Candidate], known: Mapping[int, Candidate], rules: Rules) -> Iterator[Candidate]:
    """Known titles with the date that stands behind them."""
    for one in inside:
        year = _YEAR_BEHIND.match(text, one.end)
        end = year.end() if year else _with_date(text, one.end, known, rules)
        if end > one.end:
            yield Candidate(one.start, end, Kind.TREATY, one.entity_id, Layer.GRAMMAR, "treaty.dated")


def _first(one: Candidate, others: Iterable[Candidate]) -> int:
    """Where a known title begins that has the city of a shorter one in front: "Istanbul Convention on …"."""
    return min((other.start for other in others if other.start < one.start < other.end), default=one.start)


def _reach(
    text: str, name: tuple[int, int], known: Mapping[int, Candidate], rules: Rules, tail: Callable[[int], int]
) -> int:
    """The end of a title: over its subject, the body it was made in, its parties, a second body of what is joint."""
    start, end = name
    if number := _NUMBER.match(text, end):
        name = start, number.end()  # "Convention (IV) relative to …", "Convention No. 182"
    end = tail(name[1])
    if end == name[1] and (dated := _with_date(text, end, known, rules)) > end and rules.treaty_tail.match(text, dated):
        end = tail(dated)  # "Convention of 18 March 1965 on the Settlement of …"
    end = _in_frame(text, end, known, rules)
    if sides := rules.sides.match(text, end):
        end = tail(sides.end())
    both = partner(text, start, end, known, rules)
    return tail(both) if both > end else end


_NUMBER = re.compile(r"[^\S\n](?:\((?:No\.\s?\d{1,3}|[IVX]{1,4})\)|No\.\s?\d{1,3}(?!\w))")
_YEAR_BEHIND = re.compile(r"\s(?:1[89]|20)\d\d(?![\w-]|\s?[–—/])")


def _heads(text: str, rules: Rules, offsets: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    patterns = (rules.treaty, rules.treaty_lower, rules.treaty_of_place)
    spans = {match.span() for pattern in patterns for match in matches(text, pattern, offsets)}
    last = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            last = end
            yield start, end


def _is_title(
    text: str, start: int, head: tuple[int, int], end: int, rules: Rules, words: EntityWords, *, dated: bool
) -> bool:
    """A title has a subject behind its head, or a proper name in front of it ("Vienna Convention")."""
    goes_on = (
        end > head[1] and (rules.treaty_tail.match(text, head[1]) or rules.programme.match(text, *head)) is not None
    )
    modifiers = [word for word in re.findall(r"[^\W\d_][\w-]*", text[start : head[0]]) if not rules.treaty.match(word)]
    if any(word[0].isupper() and word.lower() not in words.generic | _BARE_MODIFIERS for word in modifiers):
        return True
    if goes_on and not dated and rules.treaty_bare.fullmatch(text, head[1], end):
        return False  # "a memorandum of understanding": every one has this name
    if text[head[0]].isupper() or not goes_on:
        return goes_on or (dated and text[head[0]].isupper())
    # in lower case only what names its parties, its date, or a long subject by a fixed term is one instrument
    between = words.pair and re.search(words.pair, text[head[1] : end])
    return bool(between) or dated or (not has_cases(words) and end - head[1] > _SHORT_SUBJECT)


_SHORT_SUBJECT = 12


def _of_city(start: int, head: int, known: Mapping[int, Candidate]) -> bool:
    """Whether a place alone stands in front of a head noun in lower case: "the Minsk convention"."""
    place = known.get(start)
    return place is not None and place.kind is Kind.LOCATION and place.end + 1 == head


_BARE_MODIFIERS = frozenset(
    [
        "framework",
        "bilateral",
        "present",
        "additional",
        "optional",
        "contracting",
        "final",
        "draft",
        "agreed",
        "party",
        "implementing",
        "administrative",
        "subsidiary",
        "supplementary",
        "supplemental",
        "interim",
        "amending",
        "intergovernmental",
    ]
)


def _international(known: Mapping[int, Candidate], start: int, end: int) -> bool:
    """Whether a title names an organisation of several states."""
    inside = (known[at] for at in range(start, end) if at in known)
    return any(one.kind is Kind.ORGANISATION and _BODY.match(one.entity_id or "") for one in inside)


_BODY = re.compile(r"org:(?![A-Z]{2}-(?!RATS))")


def _with_date(text: str, end: int, known: Mapping[int, Candidate], rules: Rules) -> int:
    """Over "of 1988", ", 20 December 1988", «от 5 мая 1998 года», «1988 года»."""
    link = rules.date_link.match(text, end)
    if link is None:
        return end
    date = known.get(link.end())
    if not link.group().strip() and (date is None or not text[date.start : date.start + 4].isdigit()):
        date = None  # without a word between, only a year belongs to the title
    if date is not None and date.kind is Kind.DATE and re.search(r"\d{4}", text[date.start : date.end]):
        return date.end
    year = _YEAR.match(text, link.end())
    if year is None:
        return end
    told = link.group().strip(" ,\n") or (link.group().startswith(",") and _CLOSED.match(text, year.end()))
    return year.end() if told else end


_YEAR = re.compile(r"(?:1[89]|20)\d\d(?![\w-])")
_CLOSED = re.compile(r"\s?[.,;:)\]»”\"]|\s*\Z|\s(?:and|и)\s")


def _with_year(text: str, start: int, rules: Rules) -> int:
    found = rules.year_in_front.search(text, max(start - 6, 0), start)
    return found.start() if found else start


def _treaty_id(names: Iterable[str], known_name: Candidate | None, years: list[str]) -> str | None:
    """The id of the title, with its date or without it; not of an instrument of the same name of another year."""
    found = next((one for name in names for one in gazetteer().lookup(name) if one.startswith("treaty:")), None)
    found = found or (known_name.entity_id if known_name else None)
    if found is None or not years:
        return found
    row = gazetteer().row(found) if found in gazetteer() else {}
    dated = _YEARS.findall(f"{row.get('date', '')} {' '.join(map(str, (*row.get('en', ()), *row.get('ru', ()))))}")
    return found if not row.get("date") or not set(years).isdisjoint(dated) else None


_YEARS = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


def _of_body(text: str, head: tuple[int, int], known: Mapping[int, Candidate]) -> bool:
    """Whether the name of an organisation of states follows a capitalised head: «Устав Международной организации …»."""
    body = known.get(head[1] + 1)
    found = body is not None and body.kind is Kind.ORGANISATION and _BODY.match(body.entity_id or "")
    return bool(found) and text[head[0]].isupper()


def _in_frame(text: str, end: int, known: Mapping[int, Candidate], rules: Rules) -> int:
    """Over "within the framework of" a body, where the date of the title stands behind it."""
    frame = rules.treaty_frame.match(text, end)
    body = known.get(frame.end()) if frame else None
    if body is None or body.kind is not Kind.ORGANISATION:
        return end
    return body.end if _with_date(text, body.end, known, rules) > body.end else end


def _is_joint(text: str, start: int, end: int, known: Mapping[int, Candidate], rules: Rules, language: str) -> bool:
    """Whether a body of states carries a programme of cooperation out; what its members adopt is an instrument."""
    if not rules.carried_out.match(text, start) or not _international(known, start, end):
        return False
    return text[start].islower() or not re.search(PACKS[language].entities.programme_of_members, text[start:end])


def _of_two_states(text: str, known: Mapping[int, Candidate], head_end: int, end: int, words: EntityWords) -> bool:
    """Whether "between" and two states, or bodies of theirs, follow the head of a programme."""
    if not words.pair or not re.search(words.pair, text[head_end:end]):
        return False
    sides = (known[at] for at in range(head_end, end) if at in known)
    return len({one.start for one in sides if one.kind in (Kind.COUNTRY, Kind.ORGANISATION)}) > 1


def _adopted(text: str, known: Mapping[int, Candidate], start: int, end: int, language: str) -> bool:
    """Whether states adopt a programme: it is of cooperation, or of a body of theirs; others are carried out."""
    if re.search(PACKS[language].entities.programme_of_states, text[start:end]):
        return True
    bodies = {known[at].entity_id for at in range(start, end) if at in known and known[at].kind is Kind.ORGANISATION}
    return not bodies.isdisjoint(_UNIONS)


_UNIONS = frozenset(
    f"org:{name}"
    for name in ("CIS", "SCO", "CSTO", "EAEU", "OTS", "ECO", "GUAM", "CICA", "ASEAN", "AU", "BSEC", "UNGA")
)
