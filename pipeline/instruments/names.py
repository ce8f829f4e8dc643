"""Names of instruments made comparable: by entity id, by date and states, by the stems of their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from pipeline import dates
from pipeline.engines.analysis import analyzers
from pipeline.entities.gazetteer import gazetteer
from pipeline.language import PACKS
from pipeline.model import Document, Kind, Mention, Span
from pipeline.structure.frame import own_letters

LEAST_WORDS = 5
LEAST_STATES = 2
LIKE = 0.8
LIKE_DATED = 0.4
_TITLE_LEAD = 80
_BEFORE = 20
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Name:
    """What is known of an instrument from one name of it; `states` are country ids, `words` stems without the date."""

    text: str
    language: str
    entity_id: str | None
    day: date | None
    states: frozenset[str]
    words: frozenset[str]

    @property
    def key(self) -> str:
        """The same for names that surely mean one instrument."""
        if self.entity_id:
            return self.entity_id
        if self.day and len(self.states) >= LEAST_STATES:
            return f"name:{self.day.isoformat()}:{'+'.join(sorted(s.partition(':')[2] for s in self.states))}"
        return f"name:{'-'.join(sorted(self.words))}{f':{self.day.isoformat()}' if self.day else ''}"


def name_of(mention: Mention, language: str) -> Name:
    return read(mention.text, language, mention.entity_id, _states((mention,)))


@lru_cache(maxsize=4096)
def read(text: str, language: str, entity_id: str | None, states: frozenset[str]) -> Name:
    """The name `text`, in which the countries `states` were found."""
    plain = re.sub(r"\s+", " ", text).strip()
    dated = [match for match in dates.find(plain, language) if not match.inferred]
    rest = plain
    for match in reversed(dated):
        rest = rest[: match.span.start] + " " + rest[match.span.end :]
    day = next((m.start for m in dated if m.precision == "day"), None)
    return Name(plain, language, entity_id, day, states, _words(rest))


def particular(mention: Mention, document: Document) -> bool:
    """Whether the words name one instrument, and not "this Agreement" or "such agreements"."""
    language = document.language
    before = document.text[max(0, mention.span.start - _BEFORE) : mention.span.start].lower().split()
    if mention.entity_id:
        return True
    if before and _vague(language).fullmatch(before[-1]):
        return False
    text = re.sub(r"\s+", " ", mention.text).strip()
    if _vague(language).match(text.lower()):
        return False
    name = name_of(mention, language)
    dated = any(not match.inferred for match in dates.find(text, language))
    return dated or len(name.states) >= LEAST_STATES or (text[:1].isupper() and len(name.words) >= LEAST_WORDS)


def parent(document: Document) -> tuple[Name, Span, bool] | None:
    """The instrument that a title belongs to ("Protocol to the …"), where it is named, and whether it is amended."""
    words, preface = PACKS.get(document.language), _preface(document)
    title = preface.of(document.text)
    if words is None or not document.structure.title:
        return None
    found = re.search(words.instruments.parent, re.sub(r"\s", " ", title.lower()))
    if found is None:
        return None
    span = Span(preface.start + found.end(), preface.start + len(title.rstrip()))
    text = own_letters(span.of(document.text), words.structure)
    known = next((m for m in gazetteer().find(text) if m.start == 0 and m.kind is Kind.TREATY), None)
    states = _states(tuple(m for m in _flat(document.mentions) if span.covers(m.span)))
    name = read(text, document.language, known.entity_id if known else None, states)
    named = name.entity_id or name.day or len(name.states) >= LEAST_STATES
    return (name, span, re.search(words.instruments.amending, title.lower()) is not None) if named else None


def is_own(mention: Mention, document: Document, own: Name) -> bool:
    """Whether a mention is the document's own title, or a piece of it that stands in the preface."""
    if own.entity_id and mention.entity_id:
        return own.entity_id == mention.entity_id
    if not mention.entity_id and mention.span.start in _here(document):
        return True
    name = name_of(mention, document.language)
    at_head = mention.span.start < max(_preface(document).end, _TITLE_LEAD)
    return at_head and not mention.entity_id and len(name.words - own.words) <= 1


def own_name(document: Document) -> Name:
    """The name a document bears: its title, the states in it, its day of signature, its entity id if it is known."""
    title = document.title or ""
    bearing = _title_mention(document)
    states = _states((bearing,)) if bearing else frozenset()
    name = read(title, document.language, None, states | _preface_states(document))
    borne = bearing.entity_id if bearing and bearing.entity_id in gazetteer() else None
    found = borne or _looked_up(title) or _called_here(document) or _dated_id(document)
    return Name(name.text, name.language, found, document.structure.signed_on or name.day, name.states, name.words)


def likeness(cited: Name, held: Name) -> float:
    """How surely two names mean one instrument: 0 for not at all; names in two languages share only day and states."""
    if cited.entity_id or held.entity_id:
        return 1.0 if cited.entity_id == held.entity_id else 0.0
    if cited.day and held.day and cited.day != held.day:
        return 0.0
    dated = cited.day and cited.day == held.day and len(cited.states & held.states) >= LEAST_STATES
    if cited.language != held.language:
        return LIKE_DATED if dated else 0.0
    like = _shared(cited, held)
    if dated:
        return like if like >= LIKE_DATED else 0.0
    return like if like >= LIKE and len(cited.words) >= LEAST_WORDS else 0.0


def _shared(cited: Name, held: Name) -> float:
    """The part of the cited words that the held title has."""
    common = len(cited.words & held.words)
    return common / max(len(cited.words), LEAST_WORDS) if common else 0.0


@cache
def _vague(language: str) -> re.Pattern[str]:
    return re.compile(PACKS[language].instruments.vague if language in PACKS else r"(?!)")


def _states(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(m.entity_id for m in _flat(mentions) if m.kind is Kind.COUNTRY and m.entity_id)


def _flat(mentions: Iterable[Mention]) -> Iterator[Mention]:
    for mention in mentions:
        yield mention
        yield from _flat(mention.inner)


def _preface(document: Document) -> Span:
    first = next(iter(document.structure.provisions), None)
    return first.span if first and first.kind == "preface" else Span(0, len(document.title or ""))


def _preface_states(document: Document) -> frozenset[str]:
    preface = _preface(document)
    return _states(tuple(m for m in document.mentions if m.span.start < preface.end))


def _title_mention(document: Document) -> Mention | None:
    """The mention that is the title: it begins with the title's first word, near the head of the text."""
    head = re.match(r"\w+", (document.title or "").lower())
    preface = _preface(document)
    for mention in document.mentions:
        if mention.kind is not Kind.TREATY or mention.span.start > min(preface.end, preface.start + _TITLE_LEAD):
            continue
        if head and mention.text.lower().startswith(head.group()):
            return mention
    return None


def _looked_up(title: str) -> str | None:
    found = [i for i in gazetteer().lookup(re.sub(r"\s+", " ", title)) if i.startswith("treaty:")] if title else []
    return found[0] if len(found) == 1 else None


def _called_here(document: Document) -> str | None:
    """The known treaty that the text says it is: "the present Charter of the United Nations"."""
    nouns = _here(document)
    named = (m.entity_id for m in document.mentions if m.kind is Kind.TREATY and m.span.start in nouns)
    return next((entity_id for entity_id in named if entity_id in gazetteer()), None)


@lru_cache(maxsize=2)
def _here(document: Document) -> frozenset[int]:
    """Where the text says "this Agreement", "the present Charter": the offsets of the nouns."""
    words = PACKS.get(document.language)
    found = re.finditer(words.instruments.here, document.text.lower()) if words else ()
    return frozenset(match.start("noun") for match in found)


def _dated_id(document: Document) -> str | None:
    """The one known treaty of its day whose name the title says, or whose noun an untitled text calls itself by."""
    day, words = document.structure.signed_on, PACKS.get(document.language)
    if day is None or words is None:
        return None
    known = _by_day().get(day.isoformat(), ())
    if document.structure.title:
        title = read(document.structure.title, document.language, None, frozenset()).words
        found = [
            i for i, names in known if any(len(n) >= LEAST_WORDS and len(n & title) >= LIKE * len(n) for n in names)
        ]
    else:
        nouns = Counter(m["noun"] for m in re.finditer(words.instruments.here, document.text.lower()))
        stems = {s for noun, _ in nouns.most_common(1) for s in analyzers()["stemmed"].tokens(noun)}
        found = [i for i, names in known if any(stems & name for name in names)]
    return found[0] if len(found) == 1 else None


@cache
def _by_day() -> dict[str, list[tuple[str, tuple[frozenset[str], ...]]]]:
    """Day of adoption → known treaties with the stems of each of their names."""
    known: dict[str, list[tuple[str, tuple[frozenset[str], ...]]]] = {}
    for entity_id in gazetteer().ids():
        if entity_id.startswith("treaty:") and (day := gazetteer().row(entity_id).get("date")):
            names = tuple(_words(name) for name in gazetteer().names(entity_id))
            known.setdefault(str(day), []).append((entity_id, names))
    return known


def _words(text: str) -> frozenset[str]:
    return frozenset(s for s in analyzers()["stemmed"].tokens(text) if len(s) > _SHORT and not s.isdigit())
