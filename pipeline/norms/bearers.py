"""Who is bound: the canonical bearer of a clause, as the text names it or as a passive hides it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.language import PACKS
from pipeline.model import Document, Kind, Mention, Span
from pipeline.norms.naming import first_of_kind, singular, without_country
from pipeline.norms.sides import countries, pair_of, peers, roles

_ACTING = ("org:", "country:")
_NAMING = frozenset({Kind.ORGANISATION, Kind.COUNTRY})
COMMON = frozenset({"each_party", "all_parties", "state"})
_JOINT = "joint_commission"
SEVERAL = frozenset({"all_parties"})
_SECOND = re.compile(r"[,;]|\b(?:and|or|и|или)\b")
_SPACE = re.compile(r"\s+")
_GLUED = re.compile(r"(?<=[a-zа-яё]{3})(?=[A-ZА-ЯЁ][a-zа-яё])")
"""Where a page lost a blank: "eachState Party"."""
_TITLE_WITHIN = 600  # characters


@dataclass(frozen=True, slots=True)
class Bearer:
    """`canonical` as in model.Norm; `text` is what the document says, None where `why` tells an inference."""

    canonical: str | None
    text: str | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """The entities of a document by position, its defined terms by their words, the roles of its parties."""

    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    terms: Mapping[str, str]
    joint: bool
    roles: frozenset[str] = frozenset()
    guests: bool = False
    peers: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    pair: tuple[str, ...] = ()
    adjectives: frozenset[str] = frozenset()
    parties: tuple[str, ...] = ()

    @classmethod
    def of(cls, document: Document) -> Names:
        kept = sorted((m for m in document.mentions if m.kind in _NAMING and m.entity_id), key=lambda m: m.span)
        every = [inner for m in document.mentions for inner in (m, *m.inner)]
        terms = {
            t.term.lower().removeprefix("the "): t.entity_id
            for t in document.structure.terms
            if t.entity_id and t.entity_id.startswith(_ACTING)
        }
        joint = any(
            canonical == _JOINT and pattern.search(document.text.lower())
            for pattern, canonical in _patterns(document.language)[1]
        )
        own = roles(document) - PACKS[document.language].norms.realms
        guests = bool(own) and not any("participant" in term.term.lower() for term in document.structure.terms)
        return cls(
            tuple(kept),
            tuple(m.span.start for m in kept),
            terms,
            joint,
            own,
            guests,
            peers(document),
            countries(document),
            pair_of(document),
            frozenset(m.text.lower() for m in every if m.kind is Kind.COUNTRY),
            tuple(_SPACE.sub(" ", party.lower()) for party in document.structure.parties),
        )

    def around(self, span: Span) -> Mention | None:
        """The name of which a phrase is the end: «Социальный Совет» of «Экономический и Социальный Совет»."""
        low = bisect_left(self.starts, span.start)
        before = self.mentions[low - 1] if low else None
        return before if before is not None and before.span.covers(span) else None

    def inside(self, span: Span) -> list[Mention]:
        low, high = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return [m for m in self.mentions[low:high] if m.span.end <= span.end]


@cache
def _patterns(language: str) -> tuple[tuple[tuple[re.Pattern[str], str], ...], tuple[tuple[re.Pattern[str], str], ...]]:
    cues = PACKS[language].norms
    return (
        tuple((re.compile(pattern), canonical) for pattern, canonical in cues.parties),
        tuple((re.compile(pattern), canonical) for pattern, canonical in cues.organs),
    )


@cache
def _phrases(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    cues = PACKS[language].norms
    return re.compile(cues.determiners), re.compile(cues.owners), re.compile(cues.joined)


@cache
def _described(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), canonical) for pattern, canonical in PACKS[language].norms.described)


def described(text: str, language: str) -> str | None:
    """The side that a Party is on by what it did: "the Party receiving a request" is requested_party.

    `text` begins at the noun phrase and goes on to the verb.
    """
    lowered = _SPACE.sub(" ", text.lower())
    return next((canonical for pattern, canonical in _described(language) if pattern.search(lowered)), None)


def short(lowered: str, language: str) -> str:
    """A name without what stands around it: "each of the airlines of both sides" → "airlines"; of several the first."""
    determiners, _, joined = _phrases(language)
    own = joined.sub("", _own(lowered, language))
    for tail in PACKS[language].norms.tails:
        own = re.sub(tail, "", own)
    return determiners.sub("", own).strip(" ,")


def _own(lowered: str, language: str) -> str:
    """A name without its owner ("the airlines of both sides"); "each of the Parties" is no airline of theirs."""
    determiners, owners, _ = _phrases(language)
    own = owners.sub("", lowered)
    return own if determiners.sub("", f"{own} ").strip() else lowered


def body_of(text: str, language: str) -> str | None:
    """The organ whose statute or rules of procedure a text is, by its title."""
    found = _statute(language).search(text[:_TITLE_WITHIN].lower())
    return organ_in(found.group("of"), language) if found else None


@cache
def _statute(language: str) -> re.Pattern[str]:
    return re.compile(PACKS[language].norms.statute)


def named(text: str, where: Span | None, names: Names, language: str) -> Bearer:
    """The bearer that the noun phrase `text` names; `where` is its place in the document, None for inherited words.

    A Party alone or with a relative clause is each_party; organs have one name in the singular ("competent_authority"),
    of several subjects the first counts, and an organ of the requested Party stands for that Party.
    """
    lowered = _SPACE.sub(" ", _GLUED.sub(" ", text).lower()).rstrip(" .,;")
    bare = short(lowered.split(", ")[0], language)
    of_two = _of_two(lowered, bare, where, names, language)
    if of_two is not None:
        return Bearer(of_two, text)
    lowered = _phrases(language)[2].sub("", lowered)
    own = _own(lowered, language)
    parties, organs = _patterns(language)
    head = re.split(PACKS[language].norms.phrase_end, lowered, maxsplit=1)[0]
    organ = next((canonical for pattern, canonical in organs if pattern.search(head)), None)
    if organ == "=":
        own_name = _entity(text, where, names) if where is not None else None
        if own_name is not None and not _opens_with(text, where, names, language):
            own_name = None  # «член Совета Безопасности» is not the Council
        return Bearer(own_name if own_name and not own_name.startswith("country:") else bare, text)
    side = next(
        (canonical for pattern, canonical in parties if pattern.search(own if canonical in COMMON else lowered)), None
    )
    entity = _of_name(lowered, bare, own, organ, where, names, language)
    bare = _without_country(bare, text, names, language)
    if side == "state" and re.match(PACKS[language].norms.state_as_name, text) is not None:
        side = None  # "the State Printing Works"
    if names.guests and bare.startswith(PACKS[language].norms.guests):
        return Bearer(bare, text)  # "the participants" of a conference between two others
    if side is not None and (side not in COMMON or organ is None):
        one = side in {"each_party", "state"}
        specific = entity if one and entity and entity.startswith("country:") else None
        return Bearer(specific or side, text)
    if organ == "depositary":
        return Bearer(organ, text)
    if names.joint and organ in {"commission", "committee"} and " " not in bare:
        organ = _JOINT  # "the Commission" of an instrument that sets up a joint one
    return Bearer(entity or organ or bare or None, text)


def _of_name(
    lowered: str, bare: str, own: str, organ: str | None, where: Span | None, names: Names, language: str
) -> str | None:
    """The entity that a name is of: by its definition or by what stands in it; a country only where it acts itself."""
    entity = names.terms.get(bare) or (_entity(lowered, where, names) if where is not None else None)
    if _plural(language).match(own) is not None:
        return None  # «министерства здравоохранения» of both sides, not one of them
    if entity is None or not entity.startswith("country:"):
        return entity
    stands_for = organ is None and _for_country(language).search(lowered) is not None
    if not stands_for or bare in names.roles or bare in names.terms or _only_adjective(lowered, where, names, language):
        return None  # «Советские специалисты» are not the country; "the Borrower" is called so, whichever it is
    return entity


def _of_two(lowered: str, bare: str, where: Span | None, names: Names, language: str) -> str | None:
    """What two sides named together are, and one or both of a kind."""
    if _both(language).search(lowered) is not None:
        return "each_party"
    if where is not None and names.between and names.between <= {m.entity_id for m in names.inside(where)}:
        return "all_parties"  # "the Government of Norway and the Government of Iceland"
    return _peer(lowered, bare, names, language)


def _peer(lowered: str, bare: str, names: Names, language: str) -> str | None:
    """What "each Ministry", "both cities" are where the two parties are ministries, or cities."""
    cues = PACKS[language].norms
    head = bare.split(" which ")[0].split(" that ")[0]
    if not names.peers & {head, singular(head, language), head.removesuffix("s")}:
        return None
    if re.match(cues.distributive, lowered):
        return "each_party"
    return (
        "all_parties" if re.match(cues.collective, lowered) and head not in names.peers | names.terms.keys() else None
    )


def _only_adjective(lowered: str, where: Span | None, names: Names, language: str) -> bool:
    """Whether the country is only where somebody is from: "the Tunisian office", "the Embassy of Japan"."""
    words = PACKS[language].norms.country_words
    inside = names.inside(where) if where is not None else []
    if not words or where is None or not inside:
        return False
    low, high = inside[0].span.start - where.start, inside[0].span.end - where.start
    around = re.split(r"[^\w]+", f"{lowered[:low]} {lowered[high:].split(',')[0]}")
    return any(word and word not in words for word in around)


def _without_country(bare: str, text: str, names: Names, language: str) -> str:
    """A name without the adjective of a country before it; "the Swedish Space Corporation" is a proper name."""
    own = next((word for word in names.adjectives if bare.startswith(f"{word} ")), "")
    if own and not PACKS[language].norms.free_order and not _demonym(language, f"{own} x"):
        own = ""  # "Tonga Post" is called so
    own = own or _demonym(language, bare)
    kept = bare[len(own) :].strip()
    bare = kept if own and kept and (kept in text or " " not in kept) else bare
    own_name = any(bare in party for party in names.parties)  # a Party called by its own name keeps it
    return first_of_kind(bare if own_name else without_country(bare, names.adjectives, language))


def _demonym(language: str, bare: str) -> str:
    found = re.match(PACKS[language].norms.demonyms, bare)
    return found.group() if found is not None else ""


@cache
def _both(language: str) -> re.Pattern[str]:
    return re.compile(PACKS[language].norms.both_sides)


@cache
def _plural(language: str) -> re.Pattern[str]:
    return re.compile(PACKS[language].norms.plural_bodies)


@cache
def _for_country(language: str) -> re.Pattern[str]:
    return re.compile(PACKS[language].norms.for_country)


def _entity(text: str, where: Span, names: Names) -> str | None:
    """The entity that the phrase is about: the first name in it, the outermost where several begin together."""
    whole = names.around(where)
    if whole is not None and whole.span.end == where.end:
        return whole.entity_id
    inside = names.inside(where)
    if not inside or _SECOND.search(text[: inside[0].span.start - where.start]):
        return None  # «уполномоченные органы и Исполком …»: the first of them has no name of its own
    return inside[0].entity_id


def _opens_with(text: str, where: Span | None, names: Names, language: str) -> bool:
    """Whether nothing but a determiner stands before the first name in a phrase."""
    inside = names.inside(where) if where is not None else []
    if not inside or where is None:
        return False
    before = text[: inside[0].span.start - where.start].lower()
    return not _phrases(language)[0].sub("", before).strip()


@cache
def _anywhere(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    cues = PACKS[language].norms
    rows = (*cues.parties, *cues.organs)
    return tuple(
        (re.compile(re.sub(r"(?<!\[)\^", r"\\b", pattern)), canonical)
        for pattern, canonical in rows
        if canonical != "="
    )


def sided(words: str, language: str) -> bool:
    """Whether words name a Party or an organ."""
    parties, organs = _patterns(language)
    return any(pattern.search(words) is not None for pattern, _ in (*parties, *organs))


def first_in(text: str, language: str) -> str | None:
    """The canonical bearer named first in a stretch of a sentence: what a later pronoun means."""
    lowered = _SPACE.sub(" ", text.lower())
    hits = [
        (found.start(), rank, canonical)
        for rank, (pattern, canonical) in enumerate(_anywhere(language))
        if (found := pattern.search(lowered)) is not None
    ]
    return min(hits)[2] if hits else None


def last_in(text: str, language: str) -> str | None:
    """The canonical bearer named last in a stretch of a sentence: whom "the latter" means."""
    lowered = _SPACE.sub(" ", text.lower())
    hits = [
        (rank, found.start(), found.end(), canonical)
        for rank, (pattern, canonical) in enumerate(_anywhere(language))
        for found in pattern.finditer(lowered)
    ]
    if not hits:
        return None
    last = max(start for _, start, _, _ in hits)
    return min(hit for hit in hits if hit[2] > last)[3]


def organ_in(text: str, language: str) -> str | None:
    """The organ named first in a few words."""
    lowered = _SPACE.sub(" ", text.lower())
    hits = [
        (found.start(), rank, canonical)
        for rank, (pattern, canonical) in enumerate(_patterns(language)[1])
        if canonical != "=" and (found := pattern.search(lowered)) is not None
    ]
    return min(hits)[2] if hits else None
