"""Which instruments a corpus holds, which it only names, and who cites whom, down to the provision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.citation import place, short_title
from pipeline.entities.gazetteer import gazetteer
from pipeline.instruments.names import Name, is_own, likeness, name_of, own_name, parent, particular
from pipeline.instruments.references import Pointer, pointers
from pipeline.ledger import Ledger
from pipeline.model import Document, Genre, Kind, Span, Structure

CITES, AMENDS, SUPERSEDES = "cites", "amends", "supersedes"
INSTRUMENTS = (Genre.TREATY, Genre.MEMORANDUM, Genre.EXCHANGE_OF_NOTES, Genre.RESOLUTION)
_NO_NAME = Name("", "", None, None, frozenset(), frozenset())
"""That of a release, which is no instrument whatever its title says."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument, or another document that cites one; `documents` are its versions, none where it is not held.

    `id` is the entity id of a known treaty, "doc:" and the hash of a file for another held document, "name:" and words
    for one that is only named.
    """

    id: str
    title: str
    genre: str | None
    signed_on: date | None
    documents: tuple[str, ...]
    languages: tuple[str, ...]

    @property
    def held(self) -> bool:
        return bool(self.documents)

    @property
    def is_instrument(self) -> bool:
        """Not for releases and papers that only cite instruments."""
        return self.genre is None or self.genre in INSTRUMENTS


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a citation: `text` stands in provision `eid` of a document; `target_eid` is the provision cited.

    `place` names the provision for people ("Article 5, paragraph 2").
    """

    document_id: str
    eid: str | None
    start: int
    end: int
    text: str
    target_document: str | None = None
    target_eid: str | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """`source` cites `target` (instrument ids) at these places; `relation` is cites, amends or supersedes."""

    source: str
    target: str
    relation: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """The instruments of a corpus in the order of their titles, those cited and not held, and all citations."""

    held: tuple[Instrument, ...]
    missing: tuple[Instrument, ...]
    citations: tuple[Citation, ...]

    def citing(self, target: str) -> tuple[Citation, ...]:
        return tuple(c for c in self.citations if c.target == target)

    def find(self, instrument_id: str) -> Instrument | None:
        return next((i for i in (*self.held, *self.missing) if i.id == instrument_id), None)


@dataclass(frozen=True, slots=True)
class _Named:
    """An instrument that a document names at `span`, and how it stands to it; one `above` it is not itself."""

    name: Name
    span: Span
    relation: str
    above: bool = False


@dataclass(frozen=True, slots=True)
class _Read:
    """What is kept of a document that was read."""

    id: str
    source: str
    language: str
    title: str
    genre: str
    signed_on: date | None
    name: Name
    structure: Structure
    named: tuple[_Named, ...]
    words: Mapping[Span, str]
    where: Mapping[Span, tuple[str | None, str]]
    pointers: Mapping[Span, tuple[Pointer, ...]]


def survey(ledger: Ledger) -> Survey:
    """The instruments of the live documents of a ledger; press releases count where they name an instrument."""
    naming = {str(row[0]) for row in ledger.rows("SELECT DISTINCT document_id FROM mentions WHERE kind = 'treaty'")}
    rows = [row for row in ledger.live_rows() if row.genre != Genre.RELEASE or row.id in naming]
    return of_documents(document for row in rows if (document := ledger.document(row.id)))


def of_documents(documents: Iterable[Document]) -> Survey:
    """The same of documents at hand; they are read one after the other and not kept."""
    read = [_read(document) for document in documents]
    nodes = _nodes(read)
    targets = _Targets(read, nodes)
    missing: dict[str, list[Name]] = {}
    found: dict[tuple[str, str, str], list[Place]] = {}
    for one in read:
        for named in one.named:
            target = targets.of(named.name, nodes[one.id] if named.above else None)
            if target is None:
                missing.setdefault(named.name.key, []).append(named.name)
            if target != nodes[one.id]:
                places = found.setdefault((nodes[one.id], target or named.name.key, named.relation), [])
                places += targets.places(one, named.span, target)
    citations = tuple(Citation(*key, tuple(places)) for key, places in sorted(found.items()))
    return Survey(tuple(_held(read, nodes)), tuple(_missing(missing)), citations)


def _read(document: Document) -> _Read:
    structure = document.structure
    own = own_name(document) if structure.genre is not Genre.RELEASE else _NO_NAME
    named = tuple(_named(document, own))
    return _Read(
        document.id,
        document.sha256,
        document.language,
        short_title(document),
        structure.genre.value,
        document.issued_on,
        own,
        structure,
        named,
        {one.span: one.span.of(document.text) for one in named},
        {one.span: _where(document, one.span) for one in named},
        pointers(document, [one.span for one in named]),
    )


def _where(document: Document, span: Span) -> tuple[str | None, str]:
    """The provision that holds a span, by its id and in words."""
    inside = document.structure.innermost(span.start)
    return (inside.eid, place(document, inside.eid)) if inside else (None, "")


def _named(document: Document, own: Name) -> Iterator[_Named]:
    """Every particular instrument that a document names, with how it stands to it."""
    if above := parent(document):
        name, span, amended = above
        yield _Named(name, span, AMENDS if amended else CITES, above=True)
    clauses = [c for c in document.structure.clauses if c.kind in (AMENDS, SUPERSEDES)]
    for mention in document.mentions:
        if mention.kind is not Kind.TREATY or is_own(mention, document, own):
            continue
        if particular(mention, document):
            relation = next((c.kind for c in clauses if c.span.covers(mention.span)), CITES)
            yield _Named(name_of(mention, document.language), mention.span, relation)


def _nodes(read: Sequence[_Read]) -> dict[str, str]:
    """Document id → instrument id; versions of one file, and of one known treaty, are one instrument."""
    by_source: dict[str, str] = {}
    for one in read:
        if one.name.entity_id:
            by_source.setdefault(one.source, one.name.entity_id)
    return {one.id: by_source.get(one.source, f"doc:{one.source[:16]}") for one in read}


class _Targets:
    """Finds the held instrument that a name means, and the provision that a reference means."""

    def __init__(self, read: Sequence[_Read], nodes: Mapping[str, str]) -> None:
        self._nodes = nodes
        self._instruments = [one for one in read if one.genre != Genre.RELEASE]
        self._ids = set(nodes.values())
        self._known: dict[str, str | None] = {}

    def of(self, name: Name, but: str | None = None) -> str | None:
        """The instrument held that a name means, unless two come equally near; `but` is not meant."""
        if name.entity_id:
            return name.entity_id if name.entity_id in self._ids else None
        key = f"{name.key} {name.language} {but}"
        if key not in self._known:
            scored = [(likeness(name, one.name), self._nodes[one.id]) for one in self._others(but)]
            best = max((score for score, _ in scored), default=0.0)
            found = {node for score, node in scored if score == best > 0}
            self._known[key] = found.pop() if len(found) == 1 else None
        return self._known[key]

    def _others(self, but: str | None) -> Iterator[_Read]:
        return (one for one in self._instruments if self._nodes[one.id] != but)

    def places(self, one: _Read, span: Span, target: str | None) -> Iterator[Place]:
        eid, said = one.where[span]
        pointing = one.pointers.get(span, ())
        for pointer in pointing:
            document, found = self._provisions(pointer, one.language, target)
            for target_eid in found or (None,):
                yield Place(one.id, eid, pointer.span.start, pointer.span.end, pointer.text, document, target_eid, said)
        if not pointing:
            yield Place(one.id, eid, span.start, span.end, one.words[span], place=said)

    def _provisions(self, pointer: Pointer, language: str, target: str | None) -> tuple[str | None, tuple[str, ...]]:
        """The provisions in the version of the target in this language, or in its first version."""
        versions = [one for one in self._instruments if self._nodes[one.id] == target]
        versions.sort(key=lambda one: (one.language != language, one.id))
        for version in versions:
            if eids := pointer.resolve(version.structure):
                return version.id, eids
        return None, ()


def _held(read: Sequence[_Read], nodes: Mapping[str, str]) -> Iterator[Instrument]:
    """Instruments and the documents that cite; the English title first, where there is one."""
    groups: dict[str, list[_Read]] = {}
    for one in read:
        groups.setdefault(nodes[one.id], []).append(one)
    made = []
    for instrument_id, versions in groups.items():
        versions.sort(key=lambda one: (one.language != "en", one.id))
        first = versions[0]
        signed = next((one.signed_on for one in versions if one.signed_on), None)
        bare = first.structure.title is None and first.genre in INSTRUMENTS
        title = gazetteer().label(instrument_id, first.language) if bare else first.title
        languages = tuple(dict.fromkeys(one.language for one in versions))
        ids = tuple(one.id for one in versions)
        made.append(Instrument(instrument_id, title or first.title, first.genre, signed, ids, languages))
    yield from sorted(made, key=lambda one: (one.title.casefold(), one.id))


def _missing(named: Mapping[str, Sequence[Name]]) -> Iterator[Instrument]:
    made = []
    for key, names in named.items():
        entity_id = names[0].entity_id
        label = gazetteer().label(entity_id, "en") if entity_id else None
        title = label or min(names, key=lambda n: (-len(n.text), n.text)).text
        day = next((name.day for name in names if name.day), None) or _adopted(entity_id)
        made.append(Instrument(key, title, None, day, (), ()))
    yield from sorted(made, key=lambda one: (one.title.casefold(), one.id))


def _adopted(entity_id: str | None) -> date | None:
    """The day of adoption of a known treaty."""
    told = str(gazetteer().row(entity_id).get("date") or "") if entity_id and entity_id in gazetteer() else ""
    try:
        return date.fromisoformat(told) if told else None
    except ValueError:
        return None
