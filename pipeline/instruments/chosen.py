"""The one document a user means: by its id, by its path, or by words of its title."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.engines.analysis import analyzers
from pipeline.engines.names import entity_ids
from pipeline.entities.gazetteer import gazetteer
from pipeline.errors import DragomanError
from pipeline.ledger import Ledger
from pipeline.ledger.records import DocumentRow
from pipeline.model import Document
from pipeline.search.documents import by_path

_SHORTEST_ID = 3
_LISTED = 6
_TITLE = 70


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
