"""Short citations of a provision for people: "Agreement on Trade, Article 5, paragraph 2 (a), p. 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.language import PACKS
from pipeline.language.pack import StructureWords
from pipeline.model import Document, Provision
from pipeline.structure.identity import by_identity

TITLE_LENGTH = 110
CONTAINERS = frozenset({"part", "title", "chapter", "section"})


def cite(document: Document, eid: str | None, *, page: int | None = None) -> str:
    """The document's title and, for a provision, its place in words of the document's language.

    `eid` None, or one the structure does not hold, cites the document alone; `page` counts from 1.
    """
    words = _words(document.language)
    parts = [short_title(document), place(document, eid)]
    if page is not None:
        parts.append(f"{words.cited.get('page', 'p.')} {page}")
    return ", ".join(part for part in parts if part)


def place(document: Document, eid: str | None) -> str:
    """Where in the document: "Article 5, paragraph 2 (a)"; empty for an unknown provision."""
    return places(document).get(eid or "", "")


def short_title(document: Document) -> str:
    """The title on one line, cut at a word; a document without one is named by its id."""
    title = re.sub(r"\s+", " ", document.title or "").strip()
    if not title:
        return document.id
    if len(title) <= TITLE_LENGTH:
        return title
    return title[:TITLE_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:-–—(") + "…"


def _words(language: str) -> StructureWords:
    return (PACKS.get(language) or PACKS["en"]).structure


@by_identity
def places(document: Document) -> Mapping[str, str]:
    """The place in words of every provision, by its id."""
    words = _words(document.language)
    out: dict[str, str] = {}
    for provision in document.structure.provisions:
        out.update(_below(provision, (), words))
    return out


def _below(provision: Provision, above: tuple[str, ...], words: StructureWords) -> Iterator[tuple[str, str]]:
    """Ids and places of a provision and all below it; containers are left out above articles, as lawyers cite."""
    own = _label(provision, words)
    here = (*above, own) if own else above
    yield provision.eid, "".join(part if part.startswith(" (") else f", {part}" for part in here).removeprefix(", ")
    for child in provision.children:
        outer = above if provision.kind in CONTAINERS and child.kind in {*CONTAINERS, "article"} else here
        yield from _below(child, outer, words)


def _label(provision: Provision, words: StructureWords) -> str:
    """The word and number of one provision: "Article 5", " (a)", «подпункт «а»»."""
    number = provision.number or _counted(provision.eid)
    counted = None if provision.number else words.cited.get(f"{provision.kind}_counted")
    pattern = counted or words.cited.get(provision.kind, "")
    if "{}" in pattern:
        return pattern.format(number).rstrip() if number else pattern.replace("{}", "").strip()
    return pattern


def _counted(eid: str) -> str:
    """The number an id ends with: "3" of `p_3`."""
    found = re.search(r"_([^_]+)$", eid)
    return found[1] if found else ""
