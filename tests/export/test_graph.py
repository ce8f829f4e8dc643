"""The graph of citations as data and as a picture."""

from __future__ import annotations

import json
from dataclasses import replace

from lxml import etree

from pipeline.export import graph, picture
from pipeline.instruments.survey import Citation, Instrument, Place, Survey, of_documents
from tests.support.instruments import RELEASE_EN, corpus, read

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
SVG = "{http://www.w3.org/2000/svg}"


def _ring(count: int) -> Survey:
    """Instruments that cite one another in a circle; names as bad as they come."""
    held = tuple(
        Instrument(f"doc:{n}", f'<Treaty> & "{n}" \x00\u202e' + "Ш" * 60, "treaty", None, (f"d{n}",), ("en",))
        for n in range(count)
    )
    place = Place("d0", "art_1", 0, 5, "words")
    links = tuple(Citation(f"doc:{n}", f"doc:{(n + 1) % count}", "cites", (place,) * n) for n in range(count))
    return Survey(held, (), links)


def test_json_holds_every_instrument_and_place() -> None:
    told = json.loads(graph.as_json(of_documents(corpus())))
    ids = {node["id"] for node in told["nodes"]}
    assert {"treaty:UNTOC", "treaty:VCDR"} <= ids
    assert f"doc:{read(RELEASE_EN).sha256[:16]}" not in ids
    assert all({edge["source"], edge["target"]} <= ids for edge in told["edges"])
    assert all(edge["count"] == len(edge["places"]) for edge in told["edges"])
    assert {edge["relation"] for edge in told["edges"]} == {"cites", "amends"}


def test_graphml_declares_what_it_uses() -> None:
    tree = etree.fromstring(graph.as_graphml(of_documents(corpus())).encode())
    keys = {key.get("id") for key in tree.iter(f"{GRAPHML}key")}
    nodes = {node.get("id") for node in tree.iter(f"{GRAPHML}node")}
    assert {data.get("key") for data in tree.iter(f"{GRAPHML}data")} <= keys
    assert all({e.get("source"), e.get("target")} <= nodes for e in tree.iter(f"{GRAPHML}edge"))
    assert len(nodes) == 5


def test_the_picture_draws_every_tied_instrument_once() -> None:
    tree = etree.fromstring(picture.as_svg(of_documents(corpus())).encode())
    boxes = [r for r in tree.iter(f"{SVG}rect") if r.get("rx") == "5"]
    assert len(boxes) == 5
    assert sum(r.get("class") == "miss" for r in boxes) == 2
    assert "3 held, 2 cited and not held" in tree.findtext(f"{SVG}desc")


def test_boxes_lie_on_the_page_and_not_on_each_other() -> None:
    tree = etree.fromstring(picture.as_svg(_ring(9)).encode())
    boxes = [
        tuple(float(r.get(name)) for name in ("x", "y", "width", "height"))
        for r in tree.iter(f"{SVG}rect")
        if r.get("rx") == "5"
    ]
    assert len(boxes) == 9
    page = float(tree.get("width")), float(tree.get("height"))
    assert all(x >= 0 and y >= 0 and x + w <= page[0] and y + h <= page[1] for x, y, w, h in boxes)
    for i, (x, y, w, h) in enumerate(boxes):
        for u, v, s, t in boxes[i + 1 :]:
            assert x + w <= u or u + s <= x or y + h <= v or v + t <= y


def test_names_are_text_and_never_markup() -> None:
    drawn = picture.as_svg(_ring(3))
    tree = etree.fromstring(drawn.encode())
    assert not tree.findall(".//{*}Treaty")
    assert "\x00" not in drawn
    assert "\u202e" not in drawn
    assert etree.fromstring(graph.as_graphml(_ring(3)).encode()) is not None


def test_nothing_tied_is_an_empty_picture_that_says_so() -> None:
    lonely = replace(_ring(4), citations=())
    assert "4 tied to none" in picture.as_svg(lonely)
    assert etree.fromstring(picture.as_svg(Survey((), (), ())).encode()).get("width")


def test_the_same_survey_gives_the_same_picture() -> None:
    assert picture.as_svg(_ring(7)) == picture.as_svg(_ring(7))
