"""The entities of a corpus: how often, where and with whom each is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.entities.decisions import NONE, Decisions
from pipeline.entities.gazetteer import gazetteer
from pipeline.ledger import Ledger
from pipeline.search.names import known, people

_COMPANIONS = 5


@dataclass(frozen=True, slots=True)
class Entity:
    """One entity (or unresolved name) of the corpus; `companions` are the ids most often found beside it.

    `spelt` are other ids of a person whose name documents spell differently.
    """

    id: str
    kind: str
    label: str
    mentions: int
    documents: int
    first_seen: str | None
    last_seen: str | None
    aliases: tuple[str, ...]
    companions: tuple[tuple[str, int], ...]
    spelt: tuple[str, ...] = ()


_PERSON = "person"
_VALUES = ("date", "quantity", "money")
_LIVE = (
    "SELECT m.kind, m.entity_id, m.name, m.count, m.document_id, d.issued_on "
    "FROM mentions m JOIN documents d ON d.id = m.document_id "
    "WHERE d.sha256 IN (SELECT sha256 FROM paths WHERE gone = 0) ORDER BY m.document_id, m.kind, m.entity_id, m.name"
)


def entities(
    ledger: Ledger, query: str = "", *, kind: str | None = None, limit: int = 50, decisions: Decisions = NONE
) -> tuple[Entity, ...]:
    """The entities that match a name (any language or case) or the beginning of an id, most mentioned first.

    A person is listed once, under the commonest spelling of the name. Dates, quantities and money are values, not
    entities: they are listed only when `kind` asks for them.
    """
    groups: dict[tuple[str, str], list[tuple[str, int, str, str | None]]] = {}
    by_document: dict[str, set[str]] = {}
    persons = people(ledger, decisions)
    for found_kind, entity_id, name, count, document, issued in ledger.rows(_LIVE):
        if (found_kind != kind) if kind else (found_kind in _VALUES):
            continue
        key = persons.one(str(entity_id)) or str(name)
        groups.setdefault((str(found_kind), key), []).append(
            (str(name), int(str(count)), str(document), str(issued) if issued else None)
        )
        if entity_id:
            by_document.setdefault(str(document), set()).add(key)
    wanted = frozenset(map(persons.one, known(ledger, decisions)(query))) if query else frozenset()
    chosen = [key for key, rows in groups.items() if not query or _matches(key[1], rows, query, wanted)]
    chosen.sort(key=lambda key: (-sum(row[1] for row in groups[key]), key))
    return tuple(_entity(key, groups[key], by_document, persons.spellings(key[1])) for key in chosen[:limit])


def _matches(entity_id: str, rows: list[tuple[str, int, str, str | None]], query: str, wanted: frozenset[str]) -> bool:
    folded = query.casefold()
    return (
        entity_id in wanted
        or entity_id.casefold().startswith(folded)
        or any(folded in row[0].casefold() for row in rows)
    )


def _entity(
    key: tuple[str, str],
    rows: list[tuple[str, int, str, str | None]],
    by_document: dict[str, set[str]],
    spelt: tuple[str, ...],
) -> Entity:
    kind, entity_id = key
    names: Counter[str] = Counter()
    for name, count, _, _ in rows:
        names[name] += count
    ordered = [name for name, _ in sorted(names.items(), key=lambda pair: (-pair[1], pair[0]))]
    documents = {row[2] for row in rows}
    days = sorted(row[3] for row in rows if row[3])
    companions = Counter(
        other for document in documents for other in by_document.get(document, ()) if other != entity_id
    )
    nearest = sorted(companions.items(), key=lambda pair: (-pair[1], pair[0]))[:_COMPANIONS]
    label = gazetteer().label(entity_id, "en") or (_full_name(ordered) if kind == _PERSON else ordered[0])
    return Entity(
        entity_id,
        kind,
        label,
        sum(names.values()),
        len(documents),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(name for name in ordered if name != label),
        tuple(nearest),
        tuple(one for one in spelt if one != entity_id),
    )


def _full_name(names: Sequence[str]) -> str:
    """The commonest name of a person that is more than a surname or initials; else the commonest."""
    return next((name for name in names if " " in name and "." not in name), names[0])
