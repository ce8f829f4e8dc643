"""The records every room passes on: frozen, slotted, made of tuples; only the standard library is imported.

All offsets are Python string indices (code points), half open, into the text of the record's own document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipeline.offsets import OffsetMap


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


# --- reading -------------------------------------------------------------------------------------------------------


class Role(StrEnum):
    """What a block of a page is for."""

    TEXT = "text"
    HEADING = "heading"
    TABLE_ROW = "table_row"
    LIST_ITEM = "list_item"
    FOOTNOTE = "footnote"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Source:
    """One file as it was found; `sha256` is the identity, `path` only an attribute."""

    path: str
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth telling about one document: a stable `code`, a sentence, and the page where it happened."""

    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in PDF points, origin at the top left."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, table row or note; `span` lies in the text of its Extraction or Document.

    `page` counts from 1 and is None where the format has no pages; `language` is an ISO 639-1 code, "und"
    (undetermined), or "" before detection.
    """

    span: Span
    role: Role = Role.TEXT
    page: int | None = None
    box: Box | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Dropped:
    """Characters of the extracted text that are no part of the document, with the reason (a stable code)."""

    span: Span
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceMeta:
    """What the container says of itself: taken from the file, never from its path or clock."""

    media_type: str
    title: str | None = None
    author: str | None = None
    url: str | None = None
    issued_on: date | None = None
    encoding: str | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """The whole text of one file. `blocks` lie in order and cover all of `text` that is not in `dropped`."""

    text: str
    blocks: tuple[Block, ...]
    meta: SourceMeta
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class CleanText:
    """Normalised text and the way back into the text it was made from."""

    text: str
    offsets: OffsetMap


# --- structure -----------------------------------------------------------------------------------------------------


class Genre(StrEnum):
    TREATY = "treaty"
    MEMORANDUM = "memorandum"
    EXCHANGE_OF_NOTES = "exchange_of_notes"
    RESOLUTION = "resolution"
    RELEASE = "release"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Provision:
    """One unit of an instrument, or one paragraph of a release.

    `kind` is an Akoma Ntoso element name (preamble, recital, part, title, chapter, section, article, paragraph, point,
    indent, attachment, conclusions; `p` and `heading` in releases); `eid` an Akoma Ntoso id such as
    `art_5__para_2__point_a`; `number` is the number as printed, without its word ("5", "5 bis", "a"); `span` covers
    number, heading and all children.
    """

    eid: str
    kind: str
    number: str | None
    heading: str | None
    span: Span
    children: tuple[Provision, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """This provision and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class DefinedTerm:
    """A name the text gives to something: "hereinafter the Parties", «далее - ЦАРИКЦ»."""

    term: str
    span: Span
    meaning: str
    entity_id: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence in which an instrument speaks of itself: `text` is `span` of the document.

    `kind`: in_force, provisional, duration, renewal, termination, depositary, authentic_texts, prevailing_text,
    registration, amends, supersedes, not_binding.
    """

    kind: str
    eid: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Structure:
    """How a document is built. `evidence` says in words why `genre` was chosen; `parties` are names as printed.

    `signed_on`, `signed_at` and `in_force_rule` are only what the text states; nothing is inferred.
    """

    genre: Genre = Genre.OTHER
    evidence: str = ""
    title: str | None = None
    parties: tuple[str, ...] = ()
    signed_on: date | None = None
    signed_at: str | None = None
    in_force_rule: str | None = None
    provisions: tuple[Provision, ...] = ()
    terms: tuple[DefinedTerm, ...] = ()
    clauses: tuple[Clause, ...] = ()
    notes: tuple[Note, ...] = ()

    def walk(self) -> Iterator[Provision]:
        for provision in self.provisions:
            yield from provision.walk()

    def find(self, eid: str) -> Provision | None:
        return next((p for p in self.walk() if p.eid == eid), None)

    def innermost(self, offset: int) -> Provision | None:
        """The deepest provision that holds the character at `offset`."""
        found = None
        level = self.provisions
        while level:
            inside = next((p for p in level if p.span.start <= offset < p.span.end), None)
            if inside is None:
                break
            found, level = inside, inside.children
        return found


# --- entities ------------------------------------------------------------------------------------------------------


class Kind(StrEnum):
    COUNTRY = "country"
    ORGANISATION = "organisation"
    OPERATION = "operation"
    TREATY = "treaty"
    EVENT = "event"
    PERSON = "person"
    ROLE = "role"
    SUBSTANCE = "substance"
    QUANTITY = "quantity"
    MONEY = "money"
    DATE = "date"
    LOCATION = "location"


class Layer(StrEnum):
    """Which layer made a record; gazetteer beats grammar beats model."""

    GAZETTEER = "gazetteer"
    GRAMMAR = "grammar"
    MODEL = "model"
    DOCUMENT = "document"  # a pass over the whole document: surnames, defined terms, acronyms


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names something. An unresolved mention (`entity_id` None) is a normal value.

    `entity_id` is `<prefix>:<key>` with the prefixes country, org, operation, treaty, event, person, role, substance,
    place and date (a date's key is an EDTF value or interval: `date:2014-05-13/2014-05-14`). `rule` names the grammar
    rule, the gazetteer row or the model. `inner` holds countries, organisations, locations, treaties and operations
    inside this span.
    """

    span: Span
    text: str
    kind: Kind
    entity_id: str | None
    by: Layer
    rule: str
    inner: tuple[Mention, ...] = ()


class Bound(StrEnum):
    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    ABOUT = "about"
    UP_TO = "up_to"
    LESS_THAN = "less_than"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity or a sum of money in base units: g, m2, l, pieces (""), "%" for shares, ISO 4217 codes for money.

    `high` is set for ranges (36-40 kg); `of` says in the text's words what is counted ("heavy drugs").
    """

    span: Span
    text: str
    kind: Kind
    value: float
    unit: str
    bound: Bound = Bound.EXACT
    high: float | None = None
    of: str | None = None


# --- norms ---------------------------------------------------------------------------------------------------------


class Modality(StrEnum):
    """LegalRuleML's deontic terms, with definitions, powers and aspirations apart."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    RIGHT = "right"
    EXEMPTION = "exemption"
    ASPIRATION = "aspiration"
    DEFINITION = "definition"
    POWER = "power"


class Statement(StrEnum):
    PRESCRIPTIVE = "prescriptive"
    CONSTITUTIVE = "constitutive"


class Strength(StrEnum):
    SHALL = "shall"
    WILL = "will"
    PRESENT = "present"
    SHOULD = "should"
    ENDEAVOUR = "endeavour"


class Relation(StrEnum):
    """How a deadline stands to its anchor."""

    WITHIN = "within"
    BEFORE = "before"
    NOT_LATER_THAN = "not_later_than"
    AFTER = "after"
    EVERY = "every"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit. `iso8601` is a duration (P30D) or a date; `unit` tells calendar from working days."""

    text: str
    span: Span
    iso8601: str | None
    relation: Relation
    anchor_event: str | None = None
    unit: str = "calendar"


@dataclass(frozen=True, slots=True)
class CrossRef:
    """A reference to a provision: of this instrument (`eid`) or of another (`instrument`, an entity id)."""

    text: str
    span: Span
    eid: str | None = None
    instrument: str | None = None


@dataclass(frozen=True, slots=True)
class Norm:
    """One modality for one verb (and one enumerated point): who, what, to whom, when, on which condition.

    `bearer` is canonical: each_party, all_parties, requesting_party, requested_party, receiving_party, sending_party,
    state, or an entity id; None where the text names nobody and nothing can be inferred. `bearer_text` is what the text
    says; one that was inferred has no text, and `bearer_why` tells how. `quote` is `span` of the text, `chapeau` the
    introductory words an enumerated point inherits.
    """

    eid: str
    span: Span
    modality: Modality
    statement: Statement
    strength: Strength
    bearer: str | None
    action: str
    quote: str
    rule: str
    bearer_text: str | None = None
    bearer_inferred: bool = False
    bearer_why: str = ""
    counterparty: str | None = None
    lemma: str | None = None
    condition: str | None = None
    exception: str | None = None
    deadline: Deadline | None = None
    chapeau: str | None = None
    cross_refs: tuple[CrossRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Words attributed to a speaker. `span` covers `words` without quotation marks; `speaker` is the full name."""

    span: Span
    words: str
    speaker: str | None
    speaker_id: str | None
    role: str | None
    cue: str
    direct: bool
    rule: str


# --- facts ---------------------------------------------------------------------------------------------------------


class FactKind(StrEnum):
    SEIZURE = "seizure"
    ARREST = "arrest"
    LABORATORY = "laboratory"
    DESTRUCTION = "destruction"
    CONVICTION = "conviction"
    CONTRIBUTION = "contribution"


@dataclass(frozen=True, slots=True)
class Fact:
    """One event that a text reports as done: a seizure, arrest, destroyed laboratory, destruction of drugs, conviction
    or contribution. What is planned, denied or only possible is none.

    `amount` is how much or how many, None where the text gives no number; `of` what was seized, who was arrested: a
    substance's id or the text's words. `actor` and `place` are entity ids where known, else words; `on` is an EDTF
    value.
    What the sentence leaves open is taken from the dateline and flagged. `part` tells that the amount is contained in
    that of an earlier fact ("1.2 tons of drugs, including 212 kg of heroin"). `recipient` is whom a contribution was
    for, `worth` the sum that the text says the things are worth.
    """

    span: Span
    kind: FactKind
    amount: Figure | None
    of: str | None
    text: str
    rule: str
    actor: str | None = None
    place: str | None = None
    on: str | None = None
    place_inferred: bool = False
    on_inferred: bool = False
    part: bool = False
    recipient: str | None = None
    worth: Figure | None = None


# --- the document --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Document:
    """One language version of one source, with everything read from it.

    `text[m.start:m.end] == m.text` holds for every record. `origin` maps `text` back to the text that was extracted (or
    passed to `analyse`).
    """

    id: str
    sha256: str
    language: str
    text: str
    origin: OffsetMap
    blocks: tuple[Block, ...]
    meta: SourceMeta
    structure: Structure = Structure()
    mentions: tuple[Mention, ...] = ()
    norms: tuple[Norm, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    facts: tuple[Fact, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[Note, ...] = ()
    stage_versions: tuple[tuple[str, int], ...] = ()

    @property
    def title(self) -> str | None:
        return self.structure.title or self.meta.title

    @property
    def issued_on(self) -> date | None:
        """When the document was signed or published, if it says so."""
        return self.structure.signed_on or self.meta.issued_on

    def source_span(self, span: Span) -> tuple[int, int]:
        """Start and end of `span` in the text that was extracted or passed to `analyse`."""
        return self.origin.source(span.start, span.end)

    def page_of(self, offset: int) -> int | None:
        """The page that holds the character at `offset`; None for formats without pages."""
        block = self.block_of(offset)
        return block.page if block else None

    def block_of(self, offset: int) -> Block | None:
        """The block that holds the character at `offset`, or the last one before it."""
        low, high = 0, len(self.blocks)
        while low < high:
            middle = (low + high) // 2
            if self.blocks[middle].span.start <= offset:
                low = middle + 1
            else:
                high = middle
        return self.blocks[low - 1] if low else None
