"""Excerpts that begin at any number, diplomatic notes, and papers that only number their paragraphs."""

from __future__ import annotations

import pytest

from pipeline.structure import read_structure
from tests.support.structure import check_cover, document, eids, read, words

ARTICLE = """Article 5
Honey

1. Each Party shall:

(a) label its honey;

(b) report the harvest within thirty days.

2. Neither Party shall tax it.

Article 6

The Parties shall share the costs.
"""
СТАТЬЯ = """Статья 5
1. Запрашиваемая Сторона отвечает в течение месяца.
3. Стороны:
а) считают ульи;
б) сообщают о меде;
в) не облагают его налогом.
4. Расходы несет запрашивающая Сторона.
"""


def test_articles_of_an_excerpt() -> None:
    structure = read(ARTICLE)
    assert structure.genre == "treaty"
    assert "an excerpt: 2 articles" in structure.evidence
    assert eids(structure) == [
        "art_5", "art_5__para_1", "art_5__para_1__point_a", "art_5__para_1__point_b", "art_5__para_2", "art_6",
    ]  # fmt: skip
    assert structure.provisions[0].heading == "Honey"
    check_cover(ARTICLE, structure)


def test_one_russian_article_with_letters() -> None:
    structure = read(СТАТЬЯ, "ru")
    assert structure.genre == "treaty"
    assert eids(structure, "paragraph", "point") == [
        "art_5__para_1",
        "art_5__para_3",
        "art_5__para_3__point_а",
        "art_5__para_3__point_б",
        "art_5__para_3__point_в",
        "art_5__para_4",
    ]


@pytest.mark.parametrize(
    ("text", "language", "ids"),
    [
        ("Article 12\n\nThe Parties shall plant trees.\n", "en", ["art_12"]),
        ("Article 7. The Parties may plant trees by mutual consent.", "en", ["art_7"]),
        ("ARTICLE V\n\nEach Party shall plant a tree.\n", "en", ["art_5"]),
        ("Статья 9. Стороны могут сажать деревья.", "ru", ["art_9"]),
        (
            "Article 5 1. Each Party shall plant. 2. No Party shall fell. Article 6 The Parties shall water.",
            "en",
            ["art_5", "art_5__para_1", "art_5__para_2", "art_6"],
        ),
    ],
)
def test_one_article_in_any_form(text: str, language: str, ids: list[str]) -> None:
    structure = read(text, language)
    assert (structure.genre, eids(structure)) == ("treaty", ids)
    check_cover(text, structure)


@pytest.mark.parametrize(
    ("text", "language", "ids"),
    [
        (
            "1. The Parties shall:\n(a) sow;\n(b) reap.\n2. Neither Party shall burn.",
            "en",
            ["para_1", "para_1__point_a", "para_1__point_b", "para_2"],
        ),
        ("3. Each Party shall sow.\n4. The Parties shall reap.", "en", ["para_3", "para_4"]),
        ("4. Стороны:\nа) сеют;\nб) жнут.", "ru", ["para_4", "para_4__point_а", "para_4__point_б"]),
        ("The Parties shall:\n(a) sow;\n(b) reap.", "en", ["para_1", "para_1__point_a", "para_1__point_b"]),
        ("Стороны сеют. \n\n1. Зерно.\n2. Лен.", "ru", ["p_1", "para_1", "para_2"]),
        ("How to sow\n\n1. Plough the field.\n2. Sow it.\n", "en", ["p_1", "para_1", "para_2"]),
    ],
)
def test_numbered_paragraphs_without_articles(text: str, language: str, ids: list[str]) -> None:
    structure = read(text, language)
    assert (structure.genre, eids(structure)) == ("other", ids)
    check_cover(text, structure)


@pytest.mark.parametrize(
    "text",
    [
        "Seven hives found\n\nThe police said on Monday that they had found seven hives.\n\n1. Two were empty.\n"
        "2. Five were full, officials told reporters.\n",
        "Article 3 of the Bee Convention applies.\nThe minister said so yesterday and added nothing.\n",
        "1. Two hives were empty, the police said on Monday.\n2. Five were full, officials told reporters.\n",
    ],
)
def test_a_release_with_numbers_stays_a_release(text: str) -> None:
    structure = read(text)
    assert structure.genre == "release"
    assert {p.kind for p in structure.walk()} <= {"p", "heading"}


def test_articles_of_no_treaty_are_read_but_named_other() -> None:
    text = "Article 14\n\nHives are registered by the owner.\n\nArticle 15\n\nThe registry is public.\n"
    structure = read(text)
    assert (structure.genre, eids(structure)) == ("other", ["art_14", "art_15"])


def test_the_end_of_an_article_before_the_next_one() -> None:
    text = "and shall be kept in a dry place.\n\nArticle 6\n\nEach Party shall keep records.\n"
    structure = read(text)
    assert eids(structure) == ["p_1", "art_6"]
    assert words(text, structure, "p_1") == "and shall be kept in a dry place."


NOTE = """Excellency,

I have the honour to propose the following between our Governments:

1. Each Government shall post one gardener.

2. The gardeners shall:

(a) meet every month;

(b) report every year.

If the foregoing is acceptable to your Government, this Note and your reply shall constitute an agreement.

Please accept, Excellency, the assurances of my highest consideration.
"""


def test_a_note_ends_with_its_courtesies() -> None:
    structure = read(NOTE)
    assert structure.genre == "exchange_of_notes"
    assert "have the honour to propose" in structure.evidence
    assert eids(structure, "paragraph", "point") == ["para_1", "para_2", "para_2__point_a", "para_2__point_b"]
    assert words(NOTE, structure, "conclusions").startswith("If the foregoing")
    check_cover(NOTE, structure)


def test_numbered_notes_are_sections() -> None:
    text = f"NOTE I.\n\n{NOTE}\nNOTE II.\n\nExcellency,\n\nI have the honour to confirm that my Government agrees.\n"
    structure = read(text)
    assert structure.genre == "exchange_of_notes"
    assert eids(structure, "section") == ["sec_1", "sec_2"]
    assert structure.title is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Excellency, I have the honour to propose that the Agreement be extended by a year.", "en"),
        ("Имею честь предложить продлить Соглашение на один год.", "ru"),
        ("Посольство Аркадии свидетельствует свое уважение Министерству и просит принять ноту.", "ru"),
    ],
)
def test_the_beginning_of_a_note(text: str, language: str) -> None:
    assert read(text, language).genre == "exchange_of_notes"


def test_a_toast_in_a_release_is_no_note() -> None:
    text = (
        "Minister opens the fair\n\n“I have the honour to propose a toast,” the Minister said on Monday. He noted "
        "that the fair was held for the third time.\n"
    )
    assert read(text).genre == "release"


def test_norms_of_an_excerpt_find_their_introduction() -> None:
    made = document("4. Стороны:\nа) обмениваются семенами;\nб) учат садовников.", "ru")
    structure = read_structure(made)
    parent = structure.find("para_4")
    assert parent is not None
    assert made.text[parent.span.start : parent.children[0].span.start].strip() == "4. Стороны:"
