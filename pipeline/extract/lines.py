"""What a single line of a web page or its plain-text export is: text, or furniture with a reason.

The phrases are data (corpora/boilerplate.yaml); here is only how they are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import yaml

from pipeline import resources
from pipeline.language import PACKS

_EDGE = " .,;:|/\\•·»>«<-–—_*()[]←→↑▲›‹×"
_MARKS = re.compile(r"[\s.,;:|/\\•·»>«<\-–—_*()\[\]←→↑▲›‹×]+")
_SENTENCE_END = re.compile(r"[.!?…][\"”»’)]*$")
_GLUED = re.compile(r"[a-zа-яё][A-ZА-ЯЁ]")
_CRUMB = re.compile(r"\s{0,9}(?:»|>|→|›|/|\||::|\\)")
_NUMERIC = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([^\W\d_]{3,12})\.?,?\s+(\d{4})\b")
_MONTH_DAY = re.compile(r"\b([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_TIME = re.compile(r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\b|\bг\.|\bгода\b|\bжыл[ығ]?\b|\b\d+\b")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The rules of boilerplate.yaml, lower case: glued phrases, beginnings and parts, each with its reason."""

    whole: tuple[tuple[str, str], ...]
    weak: frozenset[str]
    begins: tuple[tuple[str, str], ...]
    contains: tuple[tuple[str, tuple[str, ...], str], ...]
    home: tuple[str, ...]
    published: tuple[str, ...]
    starts: tuple[str, ...]
    max_length: int


@cache
def phrases() -> Phrases:
    """The rules, longest phrase first."""
    table = _table(resources.corpora("boilerplate.yaml").read_text(encoding="utf-8"))
    rules = table["rules"]
    return Phrases(
        whole=_longest_first((p.lower(), r["reason"]) for r in rules for p in r.get("whole", ())),
        weak=frozenset(p.lower() for p in table["weak"]),
        begins=_longest_first((p.lower(), r["reason"]) for r in rules for p in r.get("begins", ())),
        contains=tuple(_parted(p, r["reason"]) for r in rules for p in r.get("contains", ())),
        home=tuple(sorted((h.lower() for h in table["home"]), key=len, reverse=True)),
        published=tuple(sorted((h.lower() for h in table["published"]), key=len, reverse=True)),
        starts=tuple(sorted(_beginnings(table))),
        max_length=table["max_length"],
    )


def _table(text: str) -> Any:
    """YAML by libyaml, ten times as fast, where PyYAML was built with it."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def _beginnings(table: Mapping[str, Any]) -> set[str]:
    """Whatever a furniture line can begin with, so that most lines of text are told apart at once."""
    phrases = {p.lower() for r in table["rules"] for kind in ("whole", "begins") for p in r.get(kind, ())}
    return phrases | {word.lower() for word in table["published"]} | set(_months())


def _parted(parts: Sequence[str], code: str) -> tuple[str, tuple[str, ...], str]:
    """The longest part, which few lines hold, and the others."""
    first, *others = sorted((part.lower() for part in parts), key=len, reverse=True)
    return first, tuple(others), code


def _longest_first(rows: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


def reason(line: str) -> str | None:
    """Why a line is furniture wherever it stands; None for a line that can be text."""
    rules = phrases()
    text = " ".join(line.lower().split())
    if not text or len(text) > rules.max_length:
        return None
    if text.startswith(rules.starts):
        for start, code in rules.begins:
            if text.startswith(start) and _bare(text, start):
                return code
    for first, others, code in rules.contains:
        if first in text and all(part in text for part in others):
            return code
    return _made_of_phrases(text, rules, alone=False)


def weak_reason(line: str) -> str | None:
    """Why a line is furniture if it stands beside furniture: alone it could be a heading, as "Search" or "Comments"."""
    text = " ".join(line.lower().split())
    return _made_of_phrases(text, phrases(), alone=True) if 0 < len(text) <= phrases().max_length else None


def _bare(text: str, start: str) -> bool:
    """A credit or an invitation is one short sentence: another sentence after it belongs to the article."""
    return not re.search(r"[.!?] +[^\W\d_]{2}", text[len(start) :]) or text.endswith("!")


def _made_of_phrases(text: str, rules: Phrases, *, alone: bool) -> str | None:
    """The reason of the longest phrase where nothing but phrases, a date and marks stands in the line.

    A phrase that can also be a heading counts by itself only if `alone` says so.
    """
    if not text.lstrip(_EDGE).startswith(rules.starts) and not text[0].isdigit():
        return None
    rest, found, first, count = text, None, "", 0
    for phrase, code in rules.whole:
        if phrase in rest:
            found, first = found or code, first or phrase
            count += rest.count(phrase)
            rest = rest.replace(phrase, " ")
    if found is None or (count == 1 and first in rules.weak and not alone):
        return None
    rest = _MARKS.sub("", _TIME.sub(" ", _without_date(_without_publisher(rest, rules))))
    return None if any(c.isalpha() for c in rest) else found


def _without_publisher(text: str, rules: Phrases) -> str:
    for word in rules.published:
        text = text.replace(word, " ")
    return text


def _without_date(text: str) -> str:
    for pattern in (_ISO, _NUMERIC, _DAY_MONTH, _MONTH_DAY):
        text = pattern.sub(lambda m: " " if date_in(m.group()) else m.group(), text)
    return text


def only_date(line: str) -> date | None:
    """The date of a line that holds nothing else (perhaps "Published:" and a time)."""
    found = date_in(line) if len(line) <= 80 else None
    if found is None:
        return None
    rest = _TIME.sub(" ", _without_date(_without_publisher(line.lower(), phrases())))
    return None if any(c.isalpha() for c in rest) else found


def date_in(text: str) -> date | None:
    """The first full calendar date written in `text`: day first in numeric forms, month names of all languages."""
    for pattern, order in (
        (_ISO, "ymd"),
        (_NUMERIC, "dmy"),
        (_NUMERIC, "mdy"),
        (_DAY_MONTH, "dmy"),
        (_MONTH_DAY, "mdy"),
    ):
        for m in pattern.finditer(text):
            found = _calendar(dict(zip(order, m.groups(), strict=True)))
            if found:
                return found
    return None


def _calendar(parts: dict[str, str]) -> date | None:
    month = parts["m"]
    number = int(month) if month.isdigit() else _months().get(month.lower(), 0)
    try:
        return date(int(parts["y"]), number, int(parts["d"]))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    return {name: number for pack in PACKS.values() for name, number in pack.dates.months.items()}


def breadcrumb(line: str, following: str) -> bool:
    """Whether the first line of a page is the path that leads to it: "Home > News > …", glued or not."""
    text = " ".join(line.split())
    home = next((h for h in phrases().home if text.lower().startswith(h)), None)
    if home is None or _SENTENCE_END.search(text) or len(text) > 200:
        return False
    rest = text[len(home) :]
    if _CRUMB.match(rest):
        return True
    glued = bool(rest) and rest[0].isupper() and bool(_GLUED.search(text))
    tail = " ".join(following.split())
    return glued or (bool(tail) and text != tail and text.endswith(tail))
