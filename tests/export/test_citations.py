"""Footnotes in two styles; what is not known is [n.d.]."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.export.citations import Style, footnote
from pipeline.model import SourceMeta
from tests.support.instruments import RELEASE_EN, SEEDS_EN, SEEDS_RU, read

TITLE = "Agreement between the Government of Georgia and the Government of Ukraine on Seed Banks"
RU_TITLE = "Соглашение между Правительством Грузии и Правительством Украины о банках семян"


@pytest.mark.parametrize(
    ("eid", "place"),
    [
        (None, ""),
        ("art_1__para_2__point_a", " art 1(2)(a)"),
        ("art_2__para_1", " art 2(1)"),
        ("art_3", " art 3"),
        ("preamble", " preamble"),
        ("art_99", ""),
    ],
)
def test_oscola(eid: str | None, place: str) -> None:
    assert footnote(read(SEEDS_EN), eid) == f"{TITLE} (signed 4 May 2011, entered into force [n.d.]){place}"


def test_gost() -> None:
    told = footnote(read(SEEDS_RU), "art_1__para_2__point_а", style=Style.GOST, page=3)
    dates = "(дата подписания: 4 мая 2011 г., вступление в силу: [n.d.])"
    assert told == f"{RU_TITLE} {dates}. – Ст. 1, п. 2, подп. «а». – С. 3."


def test_unknown_days_are_said_to_be_unknown() -> None:
    document = read(SEEDS_EN)
    undated = replace(document, structure=replace(document.structure, signed_on=None))
    assert "(signed [n.d.], entered into force [n.d.])" in footnote(undated)
    nameless = replace(document, structure=replace(document.structure, title=None), meta=SourceMeta("text/plain"))
    assert footnote(nameless).startswith("[untitled] (Georgia–Ukraine) (signed 4 May 2011")


def test_a_known_treaty_has_its_day_and_registration() -> None:
    document = read(SEEDS_EN)
    title = "Convention on Psychotropic Substances"
    known = replace(
        document,
        mentions=(),
        text=title,
        structure=replace(document.structure, title=title, signed_on=None, parties=()),
    )
    assert footnote(known) == f"{title} (adopted 21 February 1971, entered into force [n.d.]) UNTS Reg No 14956"


def test_a_release_is_cited_by_title_day_and_address() -> None:
    document = read(RELEASE_EN)
    addressed = replace(document, meta=replace(document.meta, url="https://example.org/seeds"))
    assert footnote(addressed) == "‘Seed banks opened’ (5 May 2011) <https://example.org/seeds>"
    assert footnote(document, style=Style.GOST) == "Seed banks opened [Электронный ресурс]. – 5 мая 2011 г."


@pytest.mark.parametrize(
    ("title", "cited"),
    [
        ("MEMORANDUM OF UNDERSTANDING between A and B", "Memorandum of Understanding between A and B"),
        ("МЕМОРАНДУМ О ВЗАИМОПОНИМАНИИ между А и Б", "Меморандум о взаимопонимании между А и Б"),
        ("UN Convention against Corruption", "UN Convention against Corruption"),
        ("AGREEMENT ON TRADE", "AGREEMENT ON TRADE"),
    ],
)
def test_capitals_at_the_head_of_a_title_are_calmed(title: str, cited: str) -> None:
    document = read(SEEDS_EN)
    other = replace(document, structure=replace(document.structure, title=title, parties=()))
    assert footnote(other).startswith(f"{cited} (signed")
