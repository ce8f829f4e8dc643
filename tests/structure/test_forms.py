"""Forms of headings and numbers that drafters, typists and scanners leave behind."""

from __future__ import annotations

import pytest

from pipeline.model import Genre
from tests.support.structure import read

EN, RU = "The Parties have agreed as follows:", "Стороны договорились о нижеследующем:"
FORMS = [
    ("rules", "en", "RULES OF PROCEDURE|Rule 1|Chair|The chair is held yearly.|Rule 2|Votes|All vote.", "art_1 art_2"),
    (
        "scanned words", "en",
        f"TREATY ON KITES|{EN}|Artic1e 1|l. Kites are free.|2. Strings are not.|Articie 2|Tails wag.",
        "art_1 art_1__para_1 art_1__para_2 art_2",
    ),
    ("hard sign", "ru", f"ДОГОВОР О ЗМЕЯХ|{RU}|Статъя 1|Змеи летают.|Статья 2|Хвосты длинны.", "art_1 art_2"),
    ("endings", "ru", f"ДОГОВОР О ЗМЕЯХ|{RU}|Статья 1-я.|Змеи летают.|Статья 2-я.|Хвосты длинны.", "art_1 art_2"),
    ("yo", "ru", f"ДОГОВОР О ЗМЕЯХ|{RU}|Статья третья|Змеи летают.|Статья четвёртая|Хвосты длинны.", "art_3 art_4"),
    (
        "roman with a letter", "en",
        f"TREATY ON KITES|{EN}|Article VI|Kites are free.|Article VI A|Strings are not.|Article VII|Tails wag.",
        "art_6 art_6a art_7",
    ),
    (
        "signs", "en",
        "AGREEMENT ON KITES|The Kite Office and the String Office have agreed as follows:|§ 1|Free.|§ 2|Not so.",
        "para_1 para_2",
    ),
    (
        "signs inside", "en",
        f"AGREEMENT ON KITES|{EN}|Article 1|§ 1. Kites are free.|§ 2. Strings are not.|Article 2|Tails.",
        "art_1 art_1__para_1 art_1__para_2 art_2",
    ),
    (
        "sections left out", "en",
        f"MEMORANDUM ON KITES|{EN}|1. KITES|1.1 Kites will be free.|1.2 Kites will be red.|10. STRINGS|"
        "10.1 Strings will be long.|10.2 Strings will be white.",
        "para_1 para_1__subpara_1 para_1__subpara_2 para_10 para_10__subpara_1 para_10__subpara_2",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "eids"), [(form[2], form[1], form[3]) for form in FORMS])
def test_forms(text: str, language: str, eids: str) -> None:
    structure = read(text.replace("|", "\n\n"), language)
    assert [p.eid for p in structure.walk() if p.kind not in ("preface", "preamble")] == eids.split()


def test_captions_of_an_instrument_without_numbers_are_headings():
    text = (
        "MEMORANDUM OF UNDERSTANDING ON KITES\n\nThe Kite Office and the String Office have agreed as follows:\n\n"
        "Purpose\nThe offices will fly kites.\n\nCosts\nEach office will pay for its own string.\n"
    )
    structure = read(text, "en")
    assert [(p.eid, p.heading) for p in structure.provisions[2:]] == [("para_1", "Purpose"), ("para_2", "Costs")]
    assert structure.provisions[2].span.of(text).startswith("Purpose")


def test_a_relative_clause_does_not_keep_a_line_from_being_a_heading():
    text = (
        "СОГЛАШЕНИЕ О НАЛОГАХ НА ЗМЕЕВ\n\nСтороны договорились о нижеследующем:\n\nСтатья 1\n\n"
        "Налоги, на которые распространяется Соглашение\n\nСоглашение распространяется на хвостовой налог.\n\n"
        "Статья 2\n\nСоглашение вступает в силу со дня подписания.\n"
    )
    assert [p.heading for p in read(text, "ru").walk() if p.kind == "article"] == [
        "Налоги, на которые распространяется Соглашение",
        None,
    ]


def test_one_sentence_behind_a_number_is_no_heading():
    text = (
        "RESOLUTION 4 ON KITES\n\nThe Kite Council,\n\n1. Invites all members to fly kites;\n2. Requests a report.\n"
        "3. Remains seized of the matter.\n"
    )
    assert not any(p.heading for p in read(text, "en").walk())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("RULES OF PROCEDURE\n\nRule 1\nThe council held by the Parties meets.\n\nRule 2\nIt votes.\n", "en"),
        ("ПОЛОЖЕНИЕ\nо Комиссии по змеям\n\n1. Комиссия собирается ежегодно.\n2. Комиссия голосует.\n", "ru"),
    ],
)
def test_rules_of_an_organ_are_an_instrument(text: str, language: str) -> None:
    assert read(text, language).genre is Genre.RESOLUTION
