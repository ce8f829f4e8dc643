"""Texts as they come: in one line, in small letters, with heads of pages, with annexes built otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.structure import gaps
from tests.support.structure import check_cover, document, eids, read, words

FLAT = (
    "AGREEMENT BETWEEN THE REPUBLIC OF ARCADIA AND THE KINGDOM OF ELBONIA ON BEES The Republic of Arcadia and the "
    "Kingdom of Elbonia, Recognizing the worth of bees, Desiring to keep them, Have agreed as follows: Article 1 "
    "Scope of keeping 1. This Agreement applies to bees. 2. It leaves wasps aside. Article 2 Hives Each Party shall "
    "build hives. They are described in the list that was agreed between the competent authorities of both Parties in "
    "spring, and in the tables that belong to it. Article 3 Entry into force This Agreement shall enter into force on "
    "signature. DONE at Elbow on 3 May 2001. For the Republic of Arcadia For the Kingdom of Elbonia"
)


def test_a_text_in_one_line() -> None:
    structure = read(FLAT)
    check_cover(FLAT, structure)
    assert structure.title == "AGREEMENT BETWEEN THE REPUBLIC OF ARCADIA AND THE KINGDOM OF ELBONIA ON BEES"
    assert structure.parties == ("The Republic of Arcadia", "the Kingdom of Elbonia")
    assert eids(structure, "recital") == ["preamble__recital_1", "preamble__recital_2"]
    assert [a.heading for a in structure.walk() if a.kind == "article"] == [
        "Scope of keeping",
        "Hives",
        "Entry into force",
    ]
    assert [e for e in eids(structure) if e.startswith("art_1")] == ["art_1", "art_1__para_1", "art_1__para_2"]


def test_a_text_in_small_letters() -> None:
    text = """соглашение между республикой аркадия и королевством эльбония о пчёлах

республика аркадия и королевство эльбония, именуемые в дальнейшем сторонами,
желая разводить пчёл,
признавая их пользу,
согласились о нижеследующем:

ст. 1
стороны считают пчёл в ульях, указанных в
статье 2 настоящего соглашения.

ст. 2
ульи бывают разные.
"""
    structure = read(text, "ru")
    check_cover(text, structure)
    assert structure.parties == ("республика аркадия", "королевство эльбония")
    assert eids(structure, "article", "recital") == ["preamble__recital_1", "preamble__recital_2", "art_1", "art_2"]


def test_heads_and_numbers_of_pages_are_no_provisions() -> None:
    head = "Collection of Arcadian treaties, volume 7"
    text = f"""{head}

AGREEMENT ON BEES

The Parties have agreed as follows:

Article 1

The Parties shall keep bees in accordance with
- 2 -
{head}
Article 2 of this Agreement.

Article 2

The Parties shall count:

{head}
Page 3 of 4

(a) bees;
(b) hives.
"""
    structure = read(text)
    check_cover(text, structure)
    assert eids(structure, "article", "paragraph", "point", "crossHeading") == [
        "art_1",
        "art_2",
        "art_2__point_a",
        "art_2__point_b",
    ]


def test_annexes_have_sections_of_their_own() -> None:
    text = """РЕШЕНИЕ
Совета пасечников Аркадии
О Положении о пасеках

Совет пасечников решил:

1. Утвердить Положение о пасеках (прилагается).
2. Настоящее Решение вступает в силу с даты подписания.

Приложение

Положение о пасеках

I. Общие положения

Пасеки ведутся с любовью.

II. Порядок

Улья красят весной.
"""
    structure = read(text, "ru")
    check_cover(text, structure)
    assert structure.title == "РЕШЕНИЕ Совета пасечников Аркадии О Положении о пасеках"
    assert eids(structure, "paragraph", "section") == ["para_1", "para_2", "att_1__sec_1", "att_1__sec_2"]
    assert structure.in_force_rule == "Настоящее Решение вступает в силу с даты подписания."


def test_the_second_note_stands_beside_the_first_and_not_in_its_schedule() -> None:
    text = """I

Excellency, I have the honour to propose the following:

1. Bees may cross the border.

2. Drones shall:
(a) fly low;
(b) return at night.

If this is acceptable, this note and your reply shall constitute an agreement between us, which shall enter into \
force at once.

SCHEDULE

1. Honey: four crowns.

II

Excellency, I have the honour to confirm that my Government agrees.
"""
    structure = read(text)
    check_cover(text, structure)
    assert [p.eid for p in structure.provisions] == ["sec_1", "att_1", "sec_2"]
    assert [e for e in eids(structure) if e.startswith("sec_1__")] == [
        "sec_1__para_1",
        "sec_1__para_2",
        "sec_1__para_2__point_a",
        "sec_1__para_2__point_b",
    ]
    assert (structure.in_force_rule or "").startswith("If this is acceptable")


def test_articles_that_begin_again_in_every_chapter() -> None:
    chapter = "CHAPTER {}\n\nArticle 1\n\nBees are kept.\n\nArticle 2\n\nHives are built.\n\n"
    text = "TREATY ON BEES\n\nThe Parties have agreed as follows:\n\n" + chapter.format("I") + chapter.format("II")
    structure = read(text)
    check_cover(text, structure)
    assert eids(structure, "article") == ["chp_1__art_1", "chp_1__art_2", "chp_2__art_1", "chp_2__art_2"]
    assert not structure.notes


def test_a_quoted_article_has_no_paragraphs_here() -> None:
    text = """PROTOCOL AMENDING THE TREATY ON BEES

The Parties have agreed as follows:

Article 1

Article 3 of the Treaty shall be replaced by the following:

"Article 3
Hives

1. Hives are round.

2. Hives are high."

Article 2

This Protocol shall enter into force on signature.
"""
    structure = read(text)
    check_cover(text, structure)
    assert eids(structure, "article", "paragraph") == ["art_1", "art_2"]
    assert "Hives are high" in words(text, structure, "art_1")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1.1 One.\n1.2 Two.\n2.1 Three.\n2.2 Four.", ["para_1", "para_2", "para_2-1", "para_2-2"]),
        (
            "1. One:\n(a) first;\n(b) second.\n1.1 Below one.\n1.2 Below one too.\n2. Two.",
            ["para_1", "para_1__point_a", "para_1__point_b", "para_1__subpara_1", "para_1__subpara_2", "para_2"],
        ),
    ],
)
def test_dotted_numbers(body: str, expected: list[str]) -> None:
    structure = read(f"TREATY\n\nThe Parties have agreed as follows:\n\nArticle 1\n\n{body}\n\nArticle 2\n\nEnd.\n")
    assert [e.removeprefix("art_1__") for e in eids(structure) if e.startswith("art_1__")] == expected


def test_a_title_in_two_alphabets_is_told_in_one() -> None:
    text = """TREATY ON BEES / ДОГОВОР О ПЧЁЛАХ

The Parties have agreed as follows:

Article 1 / Статья 1

Bees are kept.

Article 2 / Статья 2

Hives are built.
"""
    assert read(text).title == "TREATY ON BEES"


def test_a_title_as_long_as_the_lines_are_wide() -> None:
    text = "MEMORANDUM\n\nThe Ports have reached the following understandings:\n\nSection 1 - Calendar\n"
    text += "1. It is kept under\nSection 2 and with\nall due care by\nboth of the Ports\n"
    text += "in every season\nof every year.\n"
    text += "Section 2 - Final provisions\n1. Ports are kept.\n2. Ships are kept too.\n"
    assert [p.heading for p in read(text).walk() if p.kind == "section"] == ["Calendar", "Final provisions"]


def test_numbers_that_stand_twice_are_told() -> None:
    text = "TREATY\n\nThe Parties have agreed as follows:\n\nArticle 1\n\nBees.\n\nArticle 2\n\nWasps.\n"
    found = document(text)
    structure = read(text)
    again = replace(structure.provisions[-1], eid="art_1_again1")
    told = gaps.notes(found, (*structure.provisions[:-1], again))
    assert [(note.code, note.message) for note in told if note.code == "provision_repeated"] == [
        ("provision_repeated", "art_1 stands more than once; here it is art_1_again1")
    ]
