"""Footnotes in two styles; what is not known is [n.d.]."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.export.citations import Style, footnote
from pipeline.model import Document, SourceMeta
from pipeline.structure import read_structure
from tests.support.instruments import RELEASE_EN, SEEDS_EN, SEEDS_RU, read
from tests.support.structure import document

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


AGREED = "TREATY ON BEES\n\nThe Parties have agreed as follows:\n\n"


def _bees(text: str) -> Document:
    found = document(text)
    return replace(found, structure=read_structure(found))


def test_numbers_in_words_are_cited_in_figures() -> None:
    told = _bees(AGREED + "Article One\n\nA.\n\nArticle Two\n\nB.\n")
    assert footnote(told, "art_2").endswith(" art 2")
    roman = _bees(AGREED + "Article I\n\nA.\n\nArticle II\n\nB.\n")
    assert footnote(roman, "art_2").endswith(" art II")


def test_dashes_are_cited_by_their_count() -> None:
    text = AGREED + "Article 1\n\nThey keep:\n- bees;\n- hives.\n\nArticle 2\n\nB.\n"
    assert footnote(_bees(text), "art_1__indent_2").endswith(" art 1 indent 2")
    assert footnote(_bees(text), "art_1__indent_2", style=Style.GOST).endswith(". – Ст. 1, абз. 2.")


def test_parties_that_a_title_in_capitals_names_are_not_told_again() -> None:
    seeds = read(SEEDS_EN)
    loud = replace(seeds, structure=replace(seeds.structure, title=TITLE.upper()))
    assert "–" not in footnote(loud)


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


def test_a_russian_title_in_capitals_keeps_those_of_names() -> None:
    seeds = read(SEEDS_RU)
    loud = replace(seeds, structure=replace(seeds.structure, title=RU_TITLE.upper()))
    assert footnote(loud, style=Style.GOST).startswith(RU_TITLE)


@pytest.mark.parametrize(
    ("title", "cited"),
    [
        ("MEMORANDUM OF UNDERSTANDING between A and B", "Memorandum of Understanding between A and B"),
        ("МЕМОРАНДУМ О ВЗАИМОПОНИМАНИИ между А и Б", "Меморандум о взаимопонимании между А и Б"),
        ("UN Convention against Corruption", "UN Convention against Corruption"),
        ("AGREEMENT ON TRADE", "Agreement on Trade"),
        (
            "AGREEMENT1 BETWEEN GEORGIA AND UKRAINE ON CO-OPERATION.",
            "Agreement between Georgia and Ukraine on Co-operation",
        ),
        ("TREATY ON THE PEOPLE’S SEEDS", "Treaty on the People’s Seeds"),
        ("соглашение о банках семян", "Соглашение о банках семян"),
        ("AGREEMENT ON WTO SEEDS", "Agreement on WTO Seeds"),
    ],
)
def test_capitals_of_a_title_are_calmed(title: str, cited: str) -> None:
    document = read(SEEDS_EN)
    document = replace(document, text=f"{document.text} They apply the WTO rules.")
    other = replace(document, structure=replace(document.structure, title=title, parties=()))
    assert footnote(other).startswith(f"{cited} (signed")
