"""What a name typed in a query means in a corpus: gazetteers, people's decisions, and the persons of its documents."""

from __future__ import annotations

from functools import cache

from pipeline.engines.names import Known, entity_ids
from pipeline.entities.decisions import NONE, Decisions
from pipeline.entities.people import PREFIX, People
from pipeline.errors import StorageError
from pipeline.ledger import Ledger

_PERSONS = "SELECT entity_id, COUNT(*) FROM mentions WHERE entity_id >= ? AND entity_id < ? GROUP BY entity_id"
_MOST_WORDS = 4
"""Words of a person's name; longer phrases are not tried as one."""


def people(ledger: Ledger, decisions: Decisions = NONE) -> People:
    """The persons named in the documents of a ledger."""
    rows = ledger.rows(_PERSONS, PREFIX, PREFIX[:-1] + chr(ord(PREFIX[-1]) + 1))
    return People(((str(entity_id), int(str(count))) for entity_id, count in rows), decisions)


def known(ledger: Ledger | None, decisions: Decisions = NONE) -> Known:
    """From a name to its ids; without a ledger, or with a damaged one, the corpus's own persons are missing."""

    @cache
    def everybody() -> People:
        try:
            return people(ledger, decisions) if ledger is not None else People(())
        except StorageError:
            return People(())

    @cache
    def ids(name: str) -> tuple[str, ...]:
        found = {*decisions.called(name), *(decisions.current(one) for one in entity_ids(name))}
        if len(name.split()) <= _MOST_WORDS:
            found.update(decisions.current(one) for one in everybody().called(name))
        return tuple(sorted(found))

    return ids
