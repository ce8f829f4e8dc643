"""Who cites whom as JSON, GraphML and a picture."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from pipeline.export.text import line
from pipeline.instruments.survey import Citation, Instrument, Survey

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_NODE_DATA = ("title", "held", "genre", "signed_on", "languages", "documents")
_EDGE_DATA = ("relation", "count", "places")


def chosen(survey: Survey) -> tuple[tuple[Instrument, ...], tuple[Citation, ...]]:
    """The instruments, held and missing, and the citations between them; releases are left out."""
    citing = {c.source for c in survey.citations}
    held = [i for i in survey.held if i.is_instrument or (i.id in citing and i.genre != "release")]
    kept = {i.id for i in held}
    edges = tuple(c for c in survey.citations if c.source in kept)
    targets = {c.target for c in edges}
    return (*held, *(i for i in survey.missing if i.id in targets)), edges


def as_json(survey: Survey) -> str:
    """Nodes and edges, with every place of every citation."""
    nodes, edges = chosen(survey)
    value = {"nodes": [node(one) for one in nodes], "edges": [edge(one) for one in edges]}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def node(one: Instrument) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": line(one.title),
        "held": one.held,
        "genre": one.genre,
        "signed_on": one.signed_on.isoformat() if one.signed_on else None,
        "languages": list(one.languages),
        "documents": list(one.documents),
    }


def edge(one: Citation) -> dict[str, Any]:
    return {
        "source": one.source,
        "target": one.target,
        "relation": one.relation,
        "count": len(one.places),
        "places": [
            {
                "document_id": place.document_id,
                "eid": place.eid,
                "start": place.start,
                "end": place.end,
                "text": line(place.text),
                "target_document": place.target_document,
                "target_eid": place.target_eid,
            }
            for place in one.places
        ],
    }


def as_graphml(survey: Survey) -> str:
    """GraphML for graph programs; lists are joined by blanks, places are the provisions that cite."""
    nodes, edges = chosen(survey)
    ET.register_namespace("", _GRAPHML)
    root = ET.Element(_tag("graphml"))
    for scope, names in (("node", _NODE_DATA), ("edge", _EDGE_DATA)):
        for name in names:
            kind = {"held": "boolean", "count": "int"}.get(name, "string")
            ET.SubElement(
                root, _tag("key"), {"id": f"{scope}_{name}", "for": scope, "attr.name": name, "attr.type": kind}
            )
    graph = ET.SubElement(root, _tag("graph"), {"id": "treaties", "edgedefault": "directed"})
    for one in nodes:
        drawn = ET.SubElement(graph, _tag("node"), {"id": line(one.id)})
        _data(drawn, "node", _NODE_DATA, node(one))
    for number, link in enumerate(edges, start=1):
        ends = {"id": f"e{number}", "source": line(link.source), "target": line(link.target)}
        value = edge(link)
        value["places"] = dict.fromkeys(place["eid"] or place["document_id"] for place in value["places"])
        _data(ET.SubElement(graph, _tag("edge"), ends), "edge", _EDGE_DATA, value)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False) + "\n"


def _tag(name: str) -> str:
    return f"{{{_GRAPHML}}}{name}"


def _data(parent: ET.Element, scope: str, names: Sequence[str], value: dict[str, Any]) -> None:
    for name in names:
        told = value[name]
        if told is not None:
            ET.SubElement(parent, _tag("data"), {"key": f"{scope}_{name}"}).text = _told(told)


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(map(str, value)) if isinstance(value, Iterable) and not isinstance(value, str) else line(str(value))
