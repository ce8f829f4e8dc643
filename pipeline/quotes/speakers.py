"""Whose words: the person, office or body that an attribution names, by the fullest name the document gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from pipeline.language import PACKS
from pipeline.model import Document, Kind, Mention, Span

_BESIDE = 4  # characters between a role and its holder: ", " or " - "
_STYLES = frozenset({"", "mr", "ms", "mrs", "dr", "г-н", "г-жа"})
_NAME = re.compile(r"(?:[A-ZА-ЯЁ][\w’'-]*\.?\s){0,3}[A-ZА-ЯЁ][\w’'-]+[a-zа-яё][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Speaker:
    """`name` in full as the document has it, None for an office without a name; `entity_id` where it is known."""

    name: str | None
    entity_id: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody a document names: mentions by kind, full names by id and by surname, roles by person."""

    persons: tuple[Mention, ...]
    roles: tuple[Mention, ...]
    bodies: tuple[Mention, ...]
    full: Mapping[str, str]
    held: Mapping[str, str]

    @classmethod
    def of(cls, document: Document) -> Cast:
        persons = _kind(document.mentions, Kind.PERSON)
        roles = _kind(document.mentions, Kind.ROLE)
        bodies = tuple(m for m in _kind(document.mentions, Kind.ORGANISATION, Kind.COUNTRY) if m.text[:1].isupper())
        cast = cls(persons, roles, bodies, _full_names(persons), {})
        held: dict[str, str] = {}
        for person in persons:
            role = _role_beside(person, roles, document.text)
            if role is not None:
                held.setdefault(cast.full_name(person), role.text)
        return replace(cast, held=held)

    def person(self, mention: Mention, text: str) -> Speaker:
        name = self.full_name(mention)
        role = _role_beside(mention, self.roles, text)
        return Speaker(name, mention.entity_id, role.text if role else self.held.get(name))

    def full_name(self, mention: Mention) -> str:
        """The fullest name of a person; a bare surname finds the one full name that ends with it."""
        known = self.full.get(_key(mention), mention.text)
        return known if " " in known else self.full.get(known.split()[-1].lower(), known)

    def surnames(self, entity_id: str | None) -> frozenset[str]:
        """The last words of all mentions of one person."""
        return frozenset(p.text.split()[-1] for p in self.persons if entity_id is not None and p.entity_id == entity_id)

    def holder(self, role: Mention) -> Speaker:
        """Who holds an office that an attribution names alone: somebody only if the document names exactly one."""
        wanted = role.text.lower()
        names = sorted(name for name, held in self.held.items() if held.lower() == wanted)
        if len(names) == 1:
            person = next((p for p in self.persons if self.full_name(p) == names[0]), None)
            return Speaker(names[0], person.entity_id if person else None, role.text)
        return Speaker(None, None, role.text)

    def only_person(self, where: Span, text: str) -> Speaker | None:
        """The one person whom a stretch of text names: whom a pronoun behind it means."""
        people = [p for p in self.persons if where.covers(p.span)]
        return self.person(people[-1], text) if len({_key(p) for p in people}) == 1 else None

    def office(self, words: str, last: Speaker | None) -> Speaker:
        """Who "the minister" is: the last speaker if the office fits, else the only person who holds one."""
        title = words.lower().split()[-1]
        if last is not None and last.role is not None and title[:6] in last.role.lower():
            return last
        names = sorted({name for name, held in self.held.items() if title[:6] in held.lower()})
        if len(names) != 1:
            return Speaker(None, None, words)
        person = next((p for p in self.persons if self.full_name(p) == names[0]), None)
        return Speaker(names[0], person.entity_id if person else None, self.held[names[0]])


def _kind(mentions: Iterable[Mention], *kinds: Kind) -> tuple[Mention, ...]:
    return tuple(sorted((m for m in mentions if m.kind in kinds), key=lambda m: m.span))


def _key(person: Mention) -> str:
    return person.entity_id or person.text.split()[-1].lower()


def _full_names(persons: Iterable[Mention]) -> dict[str, str]:
    """The fullest name under each id; a surname without an id finds the one full name that ends with it."""
    full: dict[str, str] = {}
    for person in persons:
        for key in {_key(person), person.text.split()[-1].lower()}:
            if _weight(person.text) > _weight(full.get(key, "")):
                full[key] = person.text
    return full


def _weight(name: str) -> tuple[int, int]:
    """Full words count more than initials."""
    words = [word for word in re.split(r"[\s.]+", name) if len(word) > 1]
    return len(words), len(name)


def _role_beside(person: Mention, roles: Iterable[Mention], text: str) -> Mention | None:
    for role in roles:
        near = 0 <= person.span.start - role.span.end <= _BESIDE + 2
        if near and text[role.span.end : person.span.start].strip(" ,.–—-").lower() in _STYLES:
            return role
        between = text[person.span.end : role.span.start]
        if 0 <= role.span.start - person.span.end <= _BESIDE + 4 and between.strip(" ,–—-(") in {"", "the"}:
            return role
    return None


@cache
def _words(language: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(getattr(PACKS[language].quotes, name)) or '(?!)'})(?![\w-])", re.I)


def cue_in(text: str, start: int, end: int, language: str, name: str = "verbs") -> Span | None:
    """The first word of attribution in `text[start:end]`."""
    found = _words(language, name).search(text, start, end)
    return Span(*found.span()) if found else None


def cues_in(text: str, start: int, end: int, language: str, name: str = "verbs") -> list[Span]:
    return [Span(*found.span()) for found in _words(language, name).finditer(text, start, end)]


def named(where: Span, cue: Span, document: Document, cast: Cast, last: Speaker | None) -> Speaker | None:
    """The speaker that the words at `where` name, nearest to `cue`; `last` is whom a pronoun means."""
    people = [m for m in cast.persons if where.covers(m.span)]
    if people:
        return cast.person(min(people, key=lambda m: (_distance(m.span, cue), m.span)), document.text)
    pronoun = cue_in(document.text, where.start, where.end, document.language, "pronouns")
    if pronoun is not None and last is not None and _distance(pronoun, cue) <= 3:
        return last
    office = cue_in(document.text, where.start, where.end, document.language, "offices")
    if office is not None and _distance(office, cue) <= 3 and not any(r.span.overlaps(office) for r in cast.roles):
        return cast.office(office.of(document.text), last)
    roles = [m for m in cast.roles if where.covers(m.span)]
    if roles:
        return cast.holder(min(roles, key=lambda m: (_distance(m.span, cue), m.span)))
    name = _printed_name(where, cue, document, cast)
    bodies = [m for m in cast.bodies if where.covers(m.span) and _distance(m.span, cue) <= 60]
    if bodies and (name is None or name.name is None):
        body = min(bodies, key=lambda m: (_distance(m.span, cue), m.span))
        return Speaker(body.text, body.entity_id)
    if name is not None:
        return name
    source = cue_in(document.text, where.start, where.end, document.language, "sources")
    if source is None:
        return None
    words = _words(document.language, "lead_ins").sub("", source.of(document.text)).strip()
    return Speaker(words)


def _printed_name(where: Span, cue: Span, document: Document, cast: Cast) -> Speaker | None:
    """A capitalised name right beside the verb that no mention covers."""
    hits = [Span(*found.span()) for found in _NAME.finditer(document.text, where.start, where.end)]
    near = [
        h
        for h in hits
        if _distance(h, cue) <= 2 and not h.overlaps(cue) and not any(b.span.overlaps(h) for b in cast.bodies)
    ]
    near = [h for h in near if h.start > where.start or " " in h.of(document.text)]
    if not near:
        return None
    text = near[0].of(document.text)
    name = cast.full.get(text.split()[-1].lower(), text)
    return Speaker(name, None, cast.held.get(name))


def _distance(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)
