"""Headings: every shape, the chain through them, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.support.structure import check_cover, eids, read

HEAD = (
    "AGREEMENT ON ORCHARDS\n\nThe Government of Arcadia and the Government of Elbonia,\n\nHave agreed as follows:\n\n"
)
KOPF = "СОГЛАШЕНИЕ о садах\n\nПравительство Аркадии и Правительство Эльбонии,\n\nсогласились о нижеследующем:\n\n"


def articles(*heads: str, text: str = "The Parties shall plant apple trees.") -> str:
    return "\n\n".join(f"{head}\n\n{text}" for head in heads)


@pytest.mark.parametrize(
    ("heads", "language", "expected"),
    [
        (("Article 1", "Article 2", "Article 3"), "en", ["art_1", "art_2", "art_3"]),
        (("ARTICLE I", "ARTICLE II", "ARTICLE III", "ARTICLE IV"), "en", ["art_1", "art_2", "art_3", "art_4"]),
        (("ARTICLE - I", "ARTICLE – II", "ARTICLE—III"), "en", ["art_1", "art_2", "art_3"]),
        (("Article One", "Article Two", "Article Twenty-one"), "en", ["art_1", "art_2", "art_21"]),
        (("Art. 1.", "Art. 2.", "Art. 3."), "en", ["art_1", "art_2", "art_3"]),
        (("### Article  1  ", "### Article  2  "), "en", ["art_1", "art_2"]),
        (("Article 1", "Article 2", "Article 2 bis", "Article 2 ter", "Article 3"), "en",
         ["art_1", "art_2", "art_2bis", "art_2ter", "art_3"]),
        (("Article 1", "Article 1A", "Article 2"), "en", ["art_1", "art_1a", "art_2"]),
        (("Article 1.1", "Article 1.2", "Article 2.1"), "en", ["art_1-1", "art_1-2", "art_2-1"]),
        (("A R T I C L E 1", "A R T I C L E 2"), "en", ["art_1", "art_2"]),
        (("Статья 1", "Статья 2", "Статья 3"), "ru", ["art_1", "art_2", "art_3"]),
        (("Статья 1", "Статья 2", "Статья 2¹", "Статья 3"), "ru", ["art_1", "art_2", "art_2-1", "art_3"]),
        (("Ст. 1", "Ст. 2", "Ст. 3"), "ru", ["art_1", "art_2", "art_3"]),
        (("Статья первая", "Статья вторая", "Статья третья"), "ru", ["art_1", "art_2", "art_3"]),
        (("СТАТЬЯ I", "СТАТЬЯ II", "СТАТЬЯ III"), "ru", ["art_1", "art_2", "art_3"]),
        (("Cтатья 1", "Статья 2", "Cтатья 3"), "ru", ["art_1", "art_2", "art_3"]),  # a Latin C
        (("СТАТЬЯ ІХ", "СТАТЬЯ Х"), "ru", ["art_9", "art_10"]),  # Cyrillic letters for roman numerals
    ],
)  # fmt: skip
def test_shapes(heads: tuple[str, ...], language: str, expected: list[str]) -> None:
    text = (HEAD if language == "en" else KOPF) + articles(*heads)
    structure = read(text, language)
    assert eids(structure, "article") == expected
    check_cover(text, structure)


def test_coded_headings() -> None:
    text = HEAD + articles("G-01 Scope", "G-02 Definitions", "H-01 Trade in Pears", "H-02 Customs")
    assert eids(read(text), "article") == ["art_G-01", "art_G-02", "art_H-01", "art_H-02"]


def test_numbers_a_scan_misread_are_told_by_the_series() -> None:
    text = KOPF + articles("Статья Г.", "Статья 2.", "Статья 3.", "Статья Ч.", "Статья 5.")
    structure = read(text, "ru")
    assert eids(structure, "article") == ["art_1", "art_2", "art_3", "art_4", "art_5"]
    assert structure.find("art_4") is not None
    assert structure.find("art_4").number == "Ч"  # type: ignore[union-attr]


def test_titles_behind_and_below_the_number() -> None:
    text = HEAD + (
        "Article 1. Definitions\nIn this Agreement a tree is a tree.\n\n"
        "Article 2\nSeeds and Seedlings\n\nEach Party shall exchange seeds.\n\n"
        "Article 3. Each Party shall inform the other Party of frost, and the Parties shall consult at once.\n\n"
        "Article 4\nThe Parties shall meet every spring.\n"
    )
    structure = read(text)
    titles = [p.heading for p in structure.walk() if p.kind == "article"]
    assert titles == ["Definitions", "Seeds and Seedlings", None, None]


def test_titles_above_the_number() -> None:
    body = "The Parties shall take care of this matter."
    text = HEAD + "\n\n".join(
        f"{t}\n\nArticle {i}\n\n{body}" for i, t in enumerate(["Scope", "Seeds", "Water"], start=1)
    )
    structure = read(text)
    assert [structure.find(f"art_{i}").heading for i in (2, 3)] == ["Seeds", "Water"]  # type: ignore[union-attr]
    check_cover(text, structure)


def test_cross_headings_are_no_paragraphs() -> None:
    text = HEAD + (
        "Article 1\nThe Council consists of growers.\nEach grower has one seat.\nVOTING\n"
        "Article 2\nEach grower has one vote.\nArticle 3\nThe Council meets in May.\n"
    )
    structure = read(text)
    assert eids(structure, "paragraph") == ["art_1__para_1", "art_1__para_2"]
    assert eids(structure, "crossHeading") == ["crossHeading_1"]
    check_cover(text, structure)


@pytest.mark.parametrize(
    "line",
    [
        "Article 2 of this Convention shall apply to pears as well.",
        "Article 9, paragraph 2, of the Treaty of the Hills does not apply.",
        "Article 7 (2) (b) of the Charter shall be observed.",
        "article 3 shall be carried out in good faith.",
    ],
)
def test_cross_references_at_a_line_start(line: str) -> None:
    text = (
        HEAD + f"Article 1\n\nThe Parties shall respect the rule in\n{line}\n\nArticle 2\n\nThe Parties shall meet.\n"
    )
    structure = read(text)
    assert eids(structure, "article") == ["art_1", "art_2"]
    assert structure.find("art_2").span.start == text.rindex("Article 2")  # type: ignore[union-attr]


def test_a_heading_left_at_the_end_of_the_paragraph_before_it() -> None:
    text = HEAD + (
        "Article 1\nThe Parties shall plant trees, as the Commission of Orchards may direct. Article 2\nSeeds\n"
        "The Parties shall exchange seeds in accordance with the plan laid down under Article 1\n"
        "of the Treaty of the Hills. Article 3\nThe Parties shall meet.\n"
    )
    assert eids(read(text), "article") == ["art_1", "art_2", "art_3"]


def test_russian_references_at_a_line_start() -> None:
    text = KOPF + "Статья 1\n\nСтороны соблюдают\nстатьи 5 и 6 Договора о реках.\n\nСтатья 2\n\nСтороны встречаются."
    assert eids(read(text, "ru"), "article") == ["art_1", "art_2"]


def test_quoted_amendments_hold_no_headings_of_this_instrument() -> None:
    text = HEAD + (
        "Article 1\n\nArticle 5 of the Agreement shall be replaced by the following:\n\n"
        "“Article 5\n\nThe Parties shall plant plum trees.\n\nArticle 6\n\nThe Parties shall water them.”\n\n"
        "Article 2\n\nThis Protocol shall enter into force on signature.\n"
    )
    assert eids(read(text), "article") == ["art_1", "art_2"]


def test_containers_do_not_prefix_articles() -> None:
    text = HEAD + (
        "PART I\nGeneral\n\nChapter 1: Scope\n\nArticle 1\n\nOne shall do.\n\nChapter 2: Terms\n\nArticle "
        "2\n\nTwo shall do.\n\n"
        "PART II\nSpecial\n\nChapter 1: Water\n\nArticle 3\n\nThree shall do.\n"
    )
    structure = read(text)
    assert eids(structure, "part", "chapter", "article") == [
        "part_1", "part_1__chp_1", "art_1", "part_1__chp_2", "art_2", "part_2", "part_2__chp_1", "art_3",
    ]  # fmt: skip
    assert structure.find("part_1__chp_1").heading == "Scope"  # type: ignore[union-attr]
    check_cover(text, structure)


def test_sections_within_russian_parts() -> None:
    text = KOPF + (
        "Часть I. Общие положения\n\nРаздел 1\n\nСтатья 1\n\nСтороны сажают яблони.\n\nСтатья 2\n\nСтороны "
        "поливают их.\n\n"
        "Часть II. Заключительные положения\n\nГлава 1\n\nСтатья 3\n\nСтороны встречаются весной.\n"
    )
    structure = read(text, "ru")
    assert eids(structure, "part", "section", "chapter") == ["part_1", "part_1__sec_1", "part_2", "part_2__chp_1"]
    assert eids(structure, "article") == ["art_1", "art_2", "art_3"]


def test_annexes_begin_again_at_one() -> None:
    text = (
        HEAD
        + articles("Article 1", "Article 2")
        + (
            "\n\nDone at Elbow on 3 May 2001.\n\nANNEX I\n\nRules of Procedure\n\nArticle 1\n\nThe chair shall "
            "open the meeting.\n\n"
            "Article 2\n\nThe chair shall close it.\n\nANNEX II\n\n1. Apples.\n2. Pears.\n"
        )
    )
    structure = read(text)
    assert eids(structure, "article") == ["art_1", "art_2", "att_1__art_1", "att_1__art_2"]
    assert eids(structure, "attachment", "conclusions") == ["conclusions", "att_1", "att_2"]
    assert eids(structure, "paragraph") == ["att_2__para_1", "att_2__para_2"]
    check_cover(text, structure)


def test_a_second_instrument_in_the_same_file() -> None:
    text = (
        HEAD
        + articles("Article 1", "Article 2")
        + ("\n\nDone at Elbow on 3 May 2001.\n\nPROTOCOL ON PLUMS\n\nThe Parties have agreed:\n\n")
        + articles("Article 1", "Article 2", "Article 3")
    )
    structure = read(text)
    assert eids(structure, "article") == ["art_1", "art_2", "att_1__art_1", "att_1__art_2", "att_1__art_3"]
    check_cover(text, structure)


def test_a_table_of_contents_is_no_chain() -> None:
    contents = "\n".join(f"Article {i} Title of {i}" for i in range(1, 6))
    text = "TREATY ON APPLES\n\nContents\n" + contents + "\n\n" + articles(*(f"Article {i}" for i in range(1, 6)))
    structure = read(text)
    assert eids(structure, "article") == [f"art_{i}" for i in range(1, 6)]
    assert structure.find("art_1").span.start > len("TREATY ON APPLES\n\nContents\n" + contents)  # type: ignore[union-attr]


def test_text_flattened_to_one_line() -> None:
    text = "соглашение о садах правительство аркадии и правительство эльбонии согласились о нижеследующем:" + "".join(
        f"статья {i}стороны сажают яблони и поливают их каждый день, как сказано в статье 1 договора о реках, "
        "и сообщают друг другу о морозе, граде, засухе и других бедствиях, о которых им стало известно." * 3
        for i in range(1, 8)
    )
    # the same number three times: only the first of each is a heading
    assert eids(read(text, "ru"), "article") == [f"art_{i}" for i in range(1, 8)]


def test_articles_out_of_order_are_all_kept() -> None:
    text = HEAD + articles("Article 1", "Article 2", "Article 4", "Article 3", "Article 5")
    assert sorted(eids(read(text), "article")) == ["art_1", "art_2", "art_3", "art_4", "art_5"]


def test_an_instrument_of_two_thousand_articles() -> None:
    text = HEAD + articles(*(f"Article {i}" for i in range(1, 2001)))
    assert eids(read(text), "article") == [f"art_{i}" for i in range(1, 2001)]
