"""Entities of a corpus in the shape of the followthemoney data model: one JSON object each, for tools that speak it."""

from __future__ import annotations

from typing import Any

from pipeline.search.entities import Entity

_SCHEMATA = {
    "country": "PublicBody",
    "organisation": "Organization",
    "person": "Person",
    "location": "Address",
    "event": "Event",
    "operation": "Event",
    "treaty": "Document",
    "role": "Position",
}
_NAMES = {"location": "full", "treaty": "title"}
_CODE = 2


def followthemoney(entity: Entity) -> dict[str, Any] | None:
    """One entity as `{id, schema, properties}` with lists of strings; None for kinds that the model
    does not have: substances and values (dates, quantities, money).

    `first_seen` and `last_seen` are the days of the first and last document that names it.
    """
    schema = _SCHEMATA.get(entity.kind)
    if schema is None:
        return None
    properties: dict[str, list[str]] = {"name": [entity.label]}
    if entity.aliases:
        properties["alias"] = sorted(set(entity.aliases))
    if entity.kind in _NAMES:
        properties[_NAMES[entity.kind]] = [entity.label]
    country = _country(entity)
    if country:
        properties["country"] = [country]
    told: dict[str, Any] = {"id": entity.id, "caption": entity.label, "schema": schema, "properties": properties}
    if entity.first_seen:
        told["first_seen"] = entity.first_seen
    if entity.last_seen:
        told["last_seen"] = entity.last_seen
    return told


def _country(entity: Entity) -> str | None:
    """The ISO code, lower case: of a country itself, or of a national body (`org:KZ-MFA`)."""
    prefix, _, key = entity.id.partition(":")
    code, dash, _ = key.partition("-")
    if len(code) != _CODE or not code.isupper() or not code.isalpha():
        return None
    return code.lower() if prefix == "country" or (prefix == "org" and dash) else None
