"""Citations for footnotes: after OSCOLA, and after the Russian standard for references; unknown dates are "[n.d.]".

Only what the text states, or what is known of a known treaty, is cited: the day of entry into force stands in no text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipeline.entities.gazetteer import gazetteer
from pipeline.export.casing import calm
from pipeline.export.text import line
from pipeline.instruments.names import own_name
from pipeline.model import Document, Genre, Kind, Provision

UNKNOWN = "[n.d.]"
_PARTY = 120
"""Longer names of parties are no names."""
_SERIES = re.compile(r"UNTS (\d+)$")
_BELOW_ARTICLE = ("paragraph", "point", "indent", "subparagraph", "clause")


class Style(StrEnum):
    """How a footnote is written."""

    OSCOLA = "oscola"
    GOST = "gost"


@dataclass(frozen=True, slots=True)
class _Words:
    """The words and marks of one style; `units` are patterns of a place by the kind of provision."""

    months: tuple[str, ...]
    day: str
    dates: str
    signed: str
    adopted: str
    release: str
    untitled: str
    registered: str
    units: Mapping[str, str]
    join: str
    page: str
    between: str
    end: str


_ENGLISH = "January February March April May June July August September October November December"
_RUSSIAN = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
_WORDS = {
    Style.OSCOLA: _Words(
        months=tuple(_ENGLISH.split(" ")),
        day="{day} {month} {year}",
        dates=" ({made} {day}, entered into force {in_force})",
        signed="signed",
        adopted="adopted",
        release="‘{title}’ ({day})",
        untitled="[untitled]",
        registered="UNTS Reg No {}",
        units={
            "article": "art {}",
            "paragraph": "para {}",
            "point": "({})",
            "preamble": "preamble",
            "recital": "recital {}",
            "attachment": "annex {}",
            "section": "s {}",
            "conclusions": "final clause",
            "chapter": "ch {}",
            "part": "pt {}",
            "indent": "indent {}",
        },
        join=" ",
        page="p {}",
        between=" ",
        end="",
    ),
    Style.GOST: _Words(
        months=tuple(_RUSSIAN.split(" ")),
        day="{day} {month} {year} г.",
        dates=" ({made}: {day}, вступление в силу: {in_force})",
        signed="дата подписания",
        adopted="дата принятия",
        release="{title} [Электронный ресурс]. – {day}",
        untitled="[без названия]",
        registered="UNTS, рег. № {}",
        units={
            "article": "ст. {}",
            "paragraph": "п. {}",
            "point": "подп. «{}»",
            "preamble": "преамбула",
            "recital": "абз. {}",
            "attachment": "прил. {}",
            "section": "разд. {}",
            "conclusions": "закл. часть",
            "chapter": "гл. {}",
            "part": "ч. {}",
            "indent": "абз. {}",
        },
        join=", ",
        page="С. {}",
        between=". – ",
        end=".",
    ),
}


def footnote(
    document: Document, eid: str | None = None, *, style: Style = Style.OSCOLA, page: int | None = None
) -> str:
    """A citation of a document, of one of its provisions, of a page (counted from 1)."""
    words = _WORDS[style]
    release = document.structure.genre in (Genre.RELEASE, Genre.OTHER)
    parts = [_release(document, words) if release else _instrument(document, words)]
    if place := _place(document, eid, words):
        parts.append(place)
    if page is not None:
        parts.append(words.page.format(page))
    if release and document.meta.url:
        parts.append(f"<{line(document.meta.url)}>")
    if style is Style.GOST:
        parts[1:] = [part[:1].upper() + part[1:] for part in parts[1:]]
    *lead, last = parts
    return words.between.join((*(part.rstrip(".") for part in lead), last.rstrip("."))) + words.end


def _title(document: Document, words: _Words) -> str:
    return calm(line(document.title or ""), document) or words.untitled


def _release(document: Document, words: _Words) -> str:
    return words.release.format(title=_title(document, words), day=_day(document.issued_on, words))


def _instrument(document: Document, words: _Words) -> str:
    """Title, parties of two where the title names none, dates, and the registration of a known treaty."""
    entity_id = own_name(document).entity_id
    known = gazetteer().row(entity_id) if entity_id and entity_id in gazetteer() else {}
    title = calm(line(document.structure.title or ""), document)
    if not title and entity_id:
        title = line(gazetteer().label(entity_id, document.language) or "")
    signed = document.structure.signed_on
    adopted = None if signed else _known_day(known)
    made = words.adopted if adopted else words.signed
    dates = words.dates.format(made=made, day=_day(signed or adopted, words), in_force=UNKNOWN)
    registered = _SERIES.match(str(known.get("registration") or ""))
    series = f" {words.registered.format(registered[1])}" if registered else ""
    return f"{title or _title(document, words)}{_parties(document, title)}{dates}{series}"


def _parties(document: Document, title: str) -> str:
    """The two parties between brackets where the title does not name them: states by their usual names."""
    parties = document.structure.parties
    told = re.search(r"\b(?:между|between)\b", title, re.IGNORECASE)
    if len(parties) != 2 or told:
        return ""
    states = [
        m.entity_id
        for m in document.mentions
        if m.kind is Kind.COUNTRY and m.entity_id and any(m.text in party for party in parties)
    ]
    named = list(dict.fromkeys(states))
    if len(named) == 2:
        return f" ({'–'.join(gazetteer().label(state, document.language) or state for state in named)})"
    printed = [line(party) for party in parties]
    fit = all(len(party) <= _PARTY and party.casefold() not in title.casefold() for party in printed)
    return f" ({' – '.join(printed)})" if fit and not named else ""


def _known_day(known: Mapping[str, object]) -> date | None:
    try:
        return date.fromisoformat(str(known["date"])) if known.get("date") else None
    except ValueError:
        return None


def _day(day: date | None, words: _Words) -> str:
    return words.day.format(day=day.day, month=words.months[day.month - 1], year=day.year) if day else UNKNOWN


def _place(document: Document, eid: str | None, words: _Words) -> str:
    """ "art 5(2)(a)" or «ст. 5, п. 2, подп. «а»»; containers above articles are left out."""
    path = _path(document.structure.provisions, eid) if eid else ()
    first = next((i for i, p in enumerate(path) if p.kind == "article"), None)
    shown = [p for p in path[first or 0 :] if p.kind in words.units or p.kind in _BELOW_ARTICLE]
    parts: list[str] = []
    last = ""
    for provision in shown:
        number = _figure(provision)
        below = bool(parts) and provision.kind in _BELOW_ARTICLE and provision.kind != "indent"
        if below and last and number.startswith(f"{last}."):
            parts[-1] = parts[-1].replace(last, number)
        elif below and words.join == " ":
            parts[-1] += f"({number})"
        else:
            kind = provision.kind if provision.kind in words.units else "point"
            parts.append(words.units[kind].format(number).strip())
        last = number
    return words.join.join(parts)


def _figure(provision: Provision) -> str:
    """The number as printed, one in words ("Five", «пятая») in figures."""
    printed = (provision.number or "").strip(" .()")
    spelled = len(printed) > 2 and printed.isalpha() and not printed.isupper() and provision.kind != "point"
    return (_counted(provision.eid) if spelled else "") or printed or _counted(provision.eid)


def _path(provisions: tuple[Provision, ...], eid: str) -> tuple[Provision, ...]:
    for provision in provisions:
        if provision.eid == eid:
            return (provision,)
        if eid.startswith(f"{provision.eid}__") or not eid.startswith(provision.eid):
            below = _path(provision.children, eid)
            if below:
                return (provision, *below)
    return ()


def _counted(eid: str) -> str:
    return eid.rpartition("_")[2] if eid.rpartition("_")[2].isdigit() else ""
