"""The provision a person means, in instruments of several shapes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.errors import DragomanError
from pipeline.instruments.chosen import placed
from pipeline.model import Document, Provision, Span
from tests.support.instruments import SEEDS_EN, read


def _unit(eid: str, kind: str, number: str | None, *children: Provision) -> Provision:
    return Provision(eid, kind, number, None, Span(0, 1), children)


def _built(*provisions: Provision) -> Document:
    document = read(SEEDS_EN)
    return replace(document, structure=replace(document.structure, provisions=provisions))


ANNEX = _unit("att_2", "attachment", "II", _unit("att_2__para_9", "paragraph", "9"))
TREATY = _built(
    _unit("preamble", "preamble", None),
    *(_unit(f"art_{n}", "article", str(n)) for n in range(1, 4)),
    _unit("art_3bis", "article", "3 bis", _unit("art_3bis__para_2", "paragraph", "2")),
    _unit(
        "art_5",
        "article",
        "V",
        _unit("art_5__para_1", "paragraph", "5.1", _unit("art_5__para_1__point_b", "point", "b")),
    ),
    ANNEX,
)
MEMO = _built(
    _unit("sec_1", "section", "I", _unit("sec_1__para_2", "paragraph", "2")), _unit("para_3", "paragraph", "3")
)


@pytest.mark.parametrize(
    ("place", "eid"),
    [
        ("2", "art_2"),
        ("3 bis", "art_3bis"),
        ("Article 3 bis (2)", "art_3bis__para_2"),
        ("V", "art_5"),
        ("5", "art_5"),
        ("5.1(b)", "art_5__para_1__point_b"),
        ("Annex II", "att_2"),
        ("Annex 2, paragraph 9", "att_2__para_9"),
        ("preamble", "preamble"),
        ("att_2__para_9", "att_2__para_9"),
    ],
)
def test_places_of_a_treaty(place: str, eid: str) -> None:
    assert placed(TREATY, place).eid == eid


@pytest.mark.parametrize(("place", "eid"), [("I.2", "sec_1__para_2"), ("1.2", "sec_1__para_2"), ("3", "para_3")])
def test_places_of_a_memorandum_without_articles(place: str, eid: str) -> None:
    assert placed(MEMO, place).eid == eid


@pytest.mark.parametrize("place", ["9", "Annex 1", "Chapter 3", "2.1"])
def test_what_is_not_there_is_told_with_what_is(place: str) -> None:
    with pytest.raises(DragomanError) as refused:
        placed(TREATY, place)
    assert refused.value.hint == "articles: 1–3, 3 bis, V; also preamble, att_2"
