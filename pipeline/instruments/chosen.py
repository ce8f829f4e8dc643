"""The one document a user means: by its id, by its path, or by words of its title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.engines.analysis import analyzers
from pipeline.engines.names import entity_ids
from pipeline.entities.gazetteer import gazetteer
from pipeline.errors import DragomanError
from pipeline.instruments import asking
from pipeline.ledger import Ledger
from pipeline.ledger.records import DocumentRow
from pipeline.model import Document, Provision
from pipeline.search.documents import by_path

_SHORTEST_ID = 3
_LISTED = 6
_TITLE = 70
_OUTER = ("preamble", "part", "title", "chapter", "section", "attachment")


def opened(ledger: Ledger, name: str, language: str | None = None) -> Document:
    """The document with this id or beginning of an id, read from this path, or with these words in its title.

    `language` chooses among several; raises DragomanError where none or several are left.
    """
    rows = {row.id: row for row in ledger.live_rows()}
    found = [rows[i] for i in (name,) if i in rows] or [rows[i] for i in named(ledger, name) if i in rows]
    found = found or _titled(rows.values(), name)
    kept = [row for row in found if language in (None, row.language)]
    if len(kept) > 1:
        told = "; ".join(f"{row.id} {(row.title or '')[:_TITLE]}".strip() for row in kept[:_LISTED])
        more = "; …" if len(kept) > _LISTED else ""
        hint = "say which with --language, or give the id" if _one_file(kept) else "give the id of one"
        raise DragomanError(f"{name}: {len(kept)} documents: {told}{more}", reason="ambiguous", hint=hint)
    document = ledger.document(kept[0].id) if kept else None
    if document is None:
        held = sorted({row.language for row in found})
        told = f"no such document in {language}" if held else "no such document"
        hint = f"there is {', '.join(held)}" if held else "give an id, a file that was read, or words of a title"
        raise DragomanError(f"{name}: {told}", reason="unknown", hint=hint)
    return document


def placed(document: Document, place: str) -> Provision:
    """The provision meant by "5", "5(2)(a)", «пункт 2 статьи 5», "Annex 1" or an id.

    A bare number is an article where the document has articles. Raises DragomanError, with what there is, where it
    finds none.
    """
    structure = document.structure
    if exact := structure.find(place):
        return exact
    asked = asking.places(place)
    found = next((p for eid in asked.eids if (p := structure.find(eid))), None)
    units = ("article",) if any(p.kind == "article" for p in structure.walk()) else ("section", "paragraph")
    numbered = _numbered(structure.provisions, (), units)
    found = found or next((p for p, numbers in numbered if numbers & {*asked.numbers}), None)
    if found is None:
        articles = ", ".join(_spans([p.number or p.eid for p in structure.walk() if p.kind == "article"])) or "none"
        others = [p.eid for p in structure.walk() if p.kind in _OUTER][:_LISTED]
        hint = f"articles: {articles}" + (f"; also {', '.join(others)}" if others else "")
        what = place if asked.eids else f"article {place}"
        raise DragomanError(f"{document.id}: no {what}", reason="unknown", hint=hint)
    return found


def _numbered(
    provisions: tuple[Provision, ...], above: tuple[Provision, ...], units: tuple[str, ...]
) -> Iterator[tuple[Provision, frozenset[str]]]:
    """Provisions with the numbers they go by from a unit on: 5.2.a, as printed and in figures."""
    for provision in provisions:
        path = (*above, provision)
        first = next((i for i, p in enumerate(path) if p.kind in units and p.number), None)
        steps = [p for p in path[first:] if p.number] if first is not None else []
        printed = [(p.number or "").casefold().strip(" .()") for p in steps]
        figures = [p.eid.rpartition("_")[2].casefold() for p in steps]
        yield provision, frozenset({_joined(printed), _joined(figures)} - {""})
        yield from _numbered(provision.children, path, units)


def _joined(steps: list[str]) -> str:
    """5.2 of 5 and 2, and of 5 and 5.2."""
    whole = ""
    for step in steps:
        whole = step if not whole or step.startswith(f"{whole}.") else f"{whole}.{step}"
    return whole


def _spans(numbers: list[str]) -> Iterator[str]:
    """Numbers with those that follow one another as one range: 1–5, 5 bis, 6–71."""
    here = 0
    while here < len(numbers):
        last = here
        while last + 1 < len(numbers) and _next(numbers[last]) == numbers[last + 1]:
            last += 1
        yield from ((f"{numbers[here]}–{numbers[last]}",) if last > here + 1 else numbers[here : last + 1])
        here = last + 1


def _next(number: str) -> str:
    return str(int(number) + 1) if number.isdecimal() else ""


def named(ledger: Ledger, instrument: str) -> tuple[str, ...]:
    """The documents whose id begins so, or that were read from this path; none for words of a title."""
    ids = tuple(
        row.id for row in ledger.live_rows() if row.id.startswith(instrument) and len(instrument) > _SHORTEST_ID
    )
    return ids or tuple(by_path(ledger, instrument))


def _one_file(rows: list[DocumentRow]) -> bool:
    return len({row.language for row in rows}) == len(rows)


def _titled(rows: Iterable[DocumentRow], words: str) -> list[DocumentRow]:
    """Those whose title has all these words, or is a name of the treaty that goes by them ("UNCAC")."""
    known = gazetteer()
    labels = {name for one in entity_ids(words) if one.startswith("treaty:") for name in known.names(one)}
    wanted = [stems for name in (words, *sorted(labels)) if (stems := _stems(name))]
    titled = [(row, _stems(row.title or "")) for row in rows]
    exact = [row for row, title in titled if title in wanted]
    return exact or [row for row, title in titled if any(stems <= title for stems in wanted)]


def _stems(text: str) -> frozenset[str]:
    return frozenset(analyzers()["stemmed"].tokens(text))
