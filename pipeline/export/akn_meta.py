"""The metadata of Akoma Ntoso: what the work, its text in one language and this file are, and whom the text names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from pipeline.entities.gazetteer import gazetteer
from pipeline.export.text import line
from pipeline.instruments.names import own_name
from pipeline.model import Document, Kind

UNKNOWN_DAY = "0001-01-01"
COUNTRY = "xx"
"""An instrument belongs to no one country: the code that ISO 3166 leaves to users."""
_LANGUAGES = {
    "en": "eng", "ru": "rus", "kk": "kaz", "ky": "kir", "uz": "uzb", "tg": "tgk", "tk": "tuk", "uk": "ukr", "be": "bel",
    "fr": "fra", "de": "deu", "es": "spa", "ar": "ara", "zh": "zho", "az": "aze", "hy": "hye", "ka": "kat",
}  # fmt: skip
_CLASSES = {
    Kind.COUNTRY: ("TLCLocation", "location"),
    Kind.LOCATION: ("TLCLocation", "location"),
    Kind.ORGANISATION: ("TLCOrganization", "organization"),
    Kind.PERSON: ("TLCPerson", "person"),
    Kind.EVENT: ("TLCEvent", "event"),
    Kind.OPERATION: ("TLCEvent", "event"),
    Kind.SUBSTANCE: ("TLCObject", "object"),
}


class _Namespace:
    """Qualified names of Akoma Ntoso 3.0."""

    namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

    def __call__(self, tag: str) -> str:
        return f"{{{self.namespace}}}{tag}"


EN = _Namespace()


def href(entity_id: str) -> str:
    """The address of an entity: "/akn/xx/act/treaty/UN1988", "/akn/ontology/org/CARICC"."""
    kind, _, key = entity_id.partition(":")
    return f"/akn/{COUNTRY}/act/treaty/{_slug(key)}" if kind == "treaty" else f"/akn/ontology/{kind}/{_slug(key)}"


def entity_eid(entity_id: str) -> str:
    return _slug(entity_id.replace(":", "-"))


def _slug(text: str) -> str:
    return re.sub(r"[^\w.~-]+", "-", text).strip("-") or "-"


def fill_meta(meta: etree._Element, document: Document, *, part: str = "main") -> None:
    """Identification and references; `part` is "main" or the eId of an annex."""
    identification = _add(meta, "identification", source="#dragoman")
    day, made = _day(document)
    language = _LANGUAGES.get(document.language, "und")
    work = _work(document)
    expression = f"{work}/{language}@{day if made != 'unknown' else ''}"
    levels = (("FRBRWork", work), ("FRBRExpression", expression), ("FRBRManifestation", f"{expression}.akn"))
    authors = [f"#party-{n}" for n, _ in enumerate(document.structure.parties, start=1)] or ["#unknown"]
    for level, uri in levels:
        made_by = authors if level == "FRBRWork" else ["#dragoman"]
        _level(identification, level, uri, part, (day, made), made_by)
    title = line(document.title or "")
    if title and part == "main":
        alias = etree.Element(EN("FRBRalias"), {"name": "title", "value": title})
        identification[0].insert(2, alias)
    _add(identification[0], "FRBRcountry", value=COUNTRY)
    _add(identification[1], "FRBRlanguage", language=language)
    _add(identification[2], "FRBRformat", value="application/akn+xml")
    if part == "main":
        _references(_add(meta, "references", source="#dragoman"), document, authors == ["#unknown"])


def _level(parent: etree._Element, level: str, uri: str, part: str, made: tuple[str, str], authors: list[str]) -> None:
    holder = _add(parent, level)
    bare, dot, extension = uri.partition(".akn") if level == "FRBRManifestation" else (uri, "", "")
    _add(holder, "FRBRthis", value=f"{bare}/!{part}{dot}{extension}")
    _add(holder, "FRBRuri", value=uri)
    _add(holder, "FRBRdate", date=made[0], name=made[1])
    for author in authors:
        _add(holder, "FRBRauthor", href=author)


def _work(document: Document) -> str:
    """The address of the work: genre, day, and the key of a known treaty or the hash of the file."""
    known = own_name(document).entity_id
    key = _slug(known.partition(":")[2]) if known else document.sha256[:16]
    day = _day(document)[0]
    return f"/akn/{COUNTRY}/act/{document.structure.genre.value}/{day}/{key}"


def _day(document: Document) -> tuple[str, str]:
    structure = document.structure
    if structure.signed_on:
        return structure.signed_on.isoformat(), "signature"
    issued = document.issued_on
    return (issued.isoformat(), "publication") if issued else (UNKNOWN_DAY, "unknown")


def _references(parent: etree._Element, document: Document, nameless: bool) -> None:
    """Parties, then the entities the text names, each once, in the order of the text; then defined terms."""
    _tlc(parent, "TLCOrganization", "dragoman", "/akn/ontology/organization/dragoman", "dragoman")
    if nameless:
        _tlc(parent, "TLCOrganization", "unknown", "/akn/ontology/organization/unknown", "unknown")
    for number, party in enumerate(document.structure.parties, start=1):
        _tlc(parent, "TLCOrganization", f"party-{number}", f"/akn/ontology/organization/party-{number}", line(party))
    for entity_id, tag, name in _named(document):
        _tlc(parent, tag, entity_eid(entity_id), href(entity_id), name)
    for number, term in enumerate(document.structure.terms, start=1):
        key = f"term-{number}"
        _tlc(parent, "TLCTerm", key, f"/akn/ontology/term/{document.sha256[:16]}/{number}", line(term.term))


def _named(document: Document) -> Iterator[tuple[str, str, str]]:
    seen: set[str] = set()
    for mention in document.mentions:
        if mention.entity_id and mention.kind in _CLASSES and mention.entity_id not in seen:
            seen.add(mention.entity_id)
            label = gazetteer().label(mention.entity_id, document.language)
            yield mention.entity_id, _CLASSES[mention.kind][0], line(label or mention.text)


def _tlc(parent: etree._Element, tag: str, eid: str, address: str, shown: str) -> None:
    _add(parent, tag, eId=eid, href=address, showAs=shown or eid)


def _add(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, EN(tag), attributes)
