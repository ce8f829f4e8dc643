"""Time limits: "within thirty (30) days of receipt", «не позднее чем за 60 дней до …», "annually", "by 1 March 2010".

`iso8601` is a duration (P30D, P6M, PT48H) or a date; for periods it is the interval ("twice a year": P6M). Words that
set no measurable limit ("immediately", "without delay") give a Deadline whose `iso8601` is None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline import dates
from pipeline.language import PACKS
from pipeline.language.pack import DeadlineWords
from pipeline.model import Deadline, Relation, Span

_BRACKETED = re.compile(r"\(\s*(\d{1,4})\s*\)")
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")


@dataclass(frozen=True, slots=True)
class _Grammar:
    words: DeadlineWords
    limits: tuple[tuple[re.Pattern[str], Relation], ...]
    adjectival: tuple[tuple[re.Pattern[str], Relation], ...]
    periods: tuple[tuple[re.Pattern[str], str], ...]
    prompt: tuple[re.Pattern[str], ...]
    dated: tuple[tuple[re.Pattern[str], Relation], ...]


@cache
def _grammar(language: str) -> _Grammar:
    words = PACKS[language].deadlines
    return _Grammar(
        words,
        tuple((_limit(pattern, words), Relation(relation)) for pattern, relation in words.limits),
        tuple((re.compile(rf"(?<!\w)(?:{pattern})"), Relation(relation)) for pattern, relation in words.adjectival),
        tuple((re.compile(rf"\b(?:{pattern})(?!\w)"), iso) for pattern, iso in words.periods),
        tuple(re.compile(rf"\b(?:{pattern})(?!\w)") for pattern in words.prompt),
        tuple(
            (re.compile(rf"\b(?:{pattern})\s+(?:the\s+)?$"), Relation(relation)) for pattern, relation in words.dated
        ),
    )


def _limit(pattern: str, words: DeadlineWords) -> re.Pattern[str]:
    number = "|".join(sorted(map(re.escape, words.numbers), key=lambda w: (-len(w), w)))
    count = (
        rf"(?P<count>(?:\d{{1,4}}|(?:{number})(?:[\s-](?:and\s)?(?:{number})){{0,3}})(?:\s?\(\s?[\w\s-]{{1,25}}\s?\))?)"
    )
    kinds = "|".join(words.working)
    stems = "|".join(sorted(words.units, key=lambda u: (-len(u), u)))
    unit = rf"(?P<unit>(?:(?:{kinds}|{'|'.join(words.calendar)})\s)?(?:{stems})\w{{0,3}}\b)"
    body = pattern.replace(r"(?P<count>)", count).replace(r"(?P<unit>)", unit).replace(" ", r"\s+")
    return re.compile(rf"(?<!\w)(?:{body})")


def find(text: str, language: str, offset: int = 0) -> tuple[Deadline, ...]:
    """Every time limit in `text`, in order; spans are shifted by `offset`."""
    grammar = _grammar(language)
    lowered = text.lower()
    found: list[Deadline] = []
    for deadline in (
        *_limits(lowered, text, grammar),
        *_dates(lowered, text, grammar, language),
        *_periods(lowered, text, grammar),
    ):
        if not any(deadline.span.overlaps(other.span) for other in found):
            found.append(deadline)
    return tuple(
        Deadline(
            d.text, Span(d.span.start + offset, d.span.end + offset), d.iso8601, d.relation, d.anchor_event, d.unit
        )
        for d in sorted(found, key=lambda d: d.span)
    )


def _limits(lowered: str, text: str, grammar: _Grammar) -> list[Deadline]:
    found = []
    for pattern, relation in (*grammar.limits, *grammar.adjectival):
        for hit in pattern.finditer(lowered):
            iso = _duration(hit.group("count"), hit.group("unit"), grammar.words)
            if iso is None:
                continue
            unit = "working" if any(word in hit.group("unit") for word in grammar.words.working) else "calendar"
            anchor = _anchor(text, hit.end(), grammar.words)
            end = anchor.end if anchor else hit.end()
            found.append(
                Deadline(
                    text[hit.start() : end],
                    Span(hit.start(), end),
                    iso,
                    relation,
                    anchor.of(text) if anchor else None,
                    unit,
                )
            )
    return found


def _duration(count: str, unit: str, words: DeadlineWords) -> str | None:
    bracketed = _BRACKETED.search(count)
    value = int(bracketed.group(1)) if bracketed else _number(count.split("(")[0], words)
    letter = next(
        (letter for stem, letter in words.units.items() if any(w.startswith(stem) for w in unit.split())), None
    )
    if not value or letter is None:
        return None
    return f"PT{value}H" if letter == "H" else f"P{value}{letter}"


def _number(text: str, words: DeadlineWords) -> int | None:
    """The value of digits or number words; 1 where an adjective holds no number («месячный срок»)."""
    digits = re.match(r"\s*(\d{1,4})", text)
    if digits:
        return int(digits.group(1))
    total = 0
    for word in re.split(r"[\s-]+", text.strip()):
        if word in {"and", ""}:
            continue
        value = words.numbers.get(word)
        if value is None:
            return None
        total = total * value if value == 100 and total else total + value
    return total or 1


@cache
def _anchor_start(words_key: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[\s,]{{0,3}}(?:{'|'.join(words_key)})(?!\w)\s*", re.I)


def _anchor(text: str, end: int, words: DeadlineWords) -> Span | None:
    """The event a limit counts from: the words after "of", "after", «со дня», up to the next mark or conjunction."""
    lead = _anchor_start(words.anchors).match(text, end)
    if lead is None:
        return None
    stop = _anchor_start_stop(words.anchor_stops).search(text, lead.end())
    last = min(stop.start() if stop else len(text), lead.end() + 160)
    while last > lead.end() and text[last - 1].isspace():
        last -= 1
    return Span(lead.end(), last) if last > lead.end() else None


@cache
def _anchor_start_stop(words_key: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[,;:.()]|\s(?:{'|'.join(words_key)})(?!\w)|$", re.I)


def _dates(lowered: str, text: str, grammar: _Grammar, language: str) -> list[Deadline]:
    found = []
    for match in dates.find(text, language):
        if not _DAY.fullmatch(match.edtf):
            continue
        for pattern, relation in grammar.dated:
            lead = pattern.search(lowered, max(0, match.span.start - 40), match.span.start)
            if lead is not None:
                span = Span(lead.start(), match.span.end)
                found.append(Deadline(span.of(text), span, match.edtf, relation))
                break
    return found


def _periods(lowered: str, text: str, grammar: _Grammar) -> list[Deadline]:
    found = [
        Deadline(hit.group() and text[hit.start() : hit.end()], Span(*hit.span()), iso, Relation.EVERY)
        for pattern, iso in grammar.periods
        for hit in pattern.finditer(lowered)
    ]
    found.extend(
        Deadline(text[hit.start() : hit.end()], Span(*hit.span()), None, Relation.WITHIN)
        for pattern in grammar.prompt
        for hit in pattern.finditer(lowered)
    )
    return found
