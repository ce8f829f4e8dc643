"""Paragraphs, points and indents inside articles."""

from __future__ import annotations

import pytest

from tests.support.structure import check_cover, eids, read, words

HEAD = "TREATY ON ORCHARDS\n\nThe Kingdom of Arcadia and the Republic of Elbonia,\n\nHave agreed as follows:\n\n"
KOPF = "ДОГОВОР о садах\n\nКоролевство Аркадия и Республика Эльбония,\n\nсогласились о нижеследующем:\n\n"
TAIL = "\n\nArticle 2\n\nThis Treaty shall enter into force on signature.\n"
SCHWANZ = "\n\nСтатья 2\n\nНастоящий Договор вступает в силу со дня подписания.\n"


def below(structure_ids: list[str]) -> list[str]:
    return [eid.removeprefix("art_1__") for eid in structure_ids if eid.startswith("art_1__")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("One paragraph alone.", []),
        ("The first shall stand.\n\nThe second shall stand.", ["para_1", "para_2"]),
        ("1. The first.\n\n2. The second.\n\n3. The third.", ["para_1", "para_2", "para_3"]),
        ("(1) The first.\n(2) The second.", ["para_1", "para_2"]),
        (
            "1. Each Party shall:\n(a) plant;\n(b) water; and\n(c) prune.\n2. It shall report.",
            ["para_1", "para_1__point_a", "para_1__point_b", "para_1__point_c", "para_2"],
        ),
        (
            "1. Each Party:\n(a) Shall do so when:\n(i) It rains;\n(ii) It snows;\n(b) May do so otherwise.",
            ["para_1", "para_1__point_a", "para_1__point_a__point_i", "para_1__point_a__point_ii", "para_1__point_b"],
        ),
        ("1.1 The first.\n1.2 The second.\n1.2.1 Below it.", ["para_1", "para_2", "para_2__subpara_1"]),
        (
            "1. First.\n1.1. Below.\n1.2. Below too.\n2. Second.",
            ["para_1", "para_1__subpara_1", "para_1__subpara_2", "para_2"],
        ),
        ("1. First.\n1 bis. Inserted.\n2. Second.", ["para_1", "para_1bis", "para_2"]),
        ("The Parties shall exchange:\n- apples;\n- pears;\n- plums.", ["indent_1", "indent_2", "indent_3"]),
        ("The aims are:\n\nTo plant;\n\nTo water; and\n\nTo prune.", ["indent_1", "indent_2", "indent_3"]),
        (
            "For this Treaty (a) apple means a fruit; (b) pear means another; and (c) plum a third.",
            ["point_a", "point_b", "point_c"],
        ),
        ("The rules of subparagraphs (a) and (b) apply, with paragraph 1, (a) and (b) thereof.", []),
    ],
)
def test_nesting(body: str, expected: list[str]) -> None:
    text = HEAD + "Article 1\n\n" + body + TAIL
    structure = read(text)
    assert below(eids(structure)) == expected
    check_cover(text, structure)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. Стороны:\nа) сажают;\nб) поливают;\nв) стригут.\n2. Стороны сообщают.",
         ["para_1", "para_1__point_а", "para_1__point_б", "para_1__point_в", "para_2"]),
        ("Стороны обязуются:\n1) сажать;\n2) поливать.", ["point_1", "point_2"]),
        ("1) Стороны сажают.\n2) Стороны поливают.", ["para_1", "para_2"]),
        ("Стороны сажают.\nСтороны поливают.", ["para_1", "para_2"]),
        ("Стороны обмениваются:\n– яблоками;\n– грушами.", ["indent_1", "indent_2"]),
        ("Стороны обмениваются:\nяблоками;\nгрушами;\nсливами.", ["indent_1", "indent_2", "indent_3"]),
        ("a) яблоки;\nб) груши;\nc) сливы.", ["point_a", "point_б"]),
    ],
)  # fmt: skip
def test_russian_nesting(body: str, expected: list[str]) -> None:
    text = KOPF + "Статья 1\n\n" + body + SCHWANZ
    structure = read(text, "ru")
    assert below(eids(structure))[: len(expected)] == expected
    check_cover(text, structure)


def test_words_and_numbers_of_a_point() -> None:
    text = HEAD + "Article 1\n\n1. Each Party shall:\n\n(a) plant; and\n\n(b) water." + TAIL
    structure = read(text)
    point = structure.find("art_1__para_1__point_b")
    assert point is not None
    assert (point.kind, point.number) == ("point", "b")
    assert words(text, structure, "art_1__para_1__point_b") == "(b) water."


def test_lines_broken_by_a_page_are_one_paragraph() -> None:
    text = (
        HEAD
        + (
            "Article 1\n1. The Parties shall plant apple trees along the common frontier and\n"
            "shall water them in the months of May, June and July of every year in\n"
            "which no rain falls.\n2. Each Party shall prune its own trees in the manner laid down by\n"
            "the Commission, and shall report on it before the end of March of the\nfollowing year.\n"
        )
        + TAIL
    )
    structure = read(text)
    assert below(eids(structure)) == ["para_1", "para_2"]
    assert words(text, structure, "art_1__para_1").endswith("no rain falls.")


def test_a_memorandum_of_numbered_paragraphs() -> None:
    text = (
        "MEMORANDUM OF UNDERSTANDING ON BEES\n\nThe Ministry of Bees of Arcadia and the Ministry of Honey of "
        "Elbonia,\n\n"
        "have reached the following understanding:\n\n"
        "1. Purpose\n\nThe Participants will keep bees.\n\n"
        "2. Exchange\n\n2.1 The Participants will exchange queens.\n\n2.2 They will exchange honey.\n\n"
        "3. Final\n\nThis Memorandum is not legally binding.\n"
    )
    structure = read(text)
    assert structure.genre == "memorandum"
    assert eids(structure, "paragraph", "subparagraph") == [
        "para_1", "para_2", "para_2__subpara_1", "para_2__subpara_2", "para_3",
    ]  # fmt: skip
    assert [structure.find(f"para_{i}").heading for i in (1, 2, 3)] == ["Purpose", "Exchange", "Final"]  # type: ignore[union-attr]
    check_cover(text, structure)


def test_sections_as_the_basic_unit() -> None:
    text = (
        "MEMORANDUM OF UNDERSTANDING ON BEES\n\nThe Participants have agreed as follows:\n\n"
        "I. PURPOSE\n\n1. They will keep bees.\n2. They will keep hives.\n\nII. COSTS\n\nEach side bears its costs.\n"
    )
    assert eids(read(text), "section", "paragraph") == ["sec_1", "sec_1__para_1", "sec_1__para_2", "sec_2"]


def test_paragraphs_that_run_through_the_sections() -> None:
    text = (
        "МЕМОРАНДУМ О ПЧЕЛАХ\n\nСлужба пчел Аркадии и Служба меда Эльбонии\n\nдостигли следующего взаимопонимания:\n\n"
        "I. ЦЕЛЬ\n\n1. Стороны разводят пчел.\n\nII. ОБМЕН\n\n2. Стороны меняются медом.\n\n3. Мед дают весной.\n"
    )
    structure = read(text, "ru")
    assert structure.genre == "memorandum"
    assert eids(structure, "section", "paragraph") == [
        "sec_1", "sec_1__para_1", "sec_2", "sec_2__para_2", "sec_2__para_3",
    ]  # fmt: skip


def test_a_protocol_flattened_to_one_line() -> None:
    text = (
        "протокол о внесении изменений в соглашение о пчелах, правительства согласились о нижеследующем:"
        "1. в соглашении:а) слово мед исключить;б) слово воск дополнить.2. настоящий протокол вступает в силу со дня "
        "подписания.совершено в городе эльбе 3 мая 2001 года."
    )
    structure = read(text, "ru")
    assert eids(structure, "paragraph", "point", "conclusions") == [
        "para_1", "para_1__point_а", "para_1__point_б", "para_2", "conclusions",
    ]  # fmt: skip
    check_cover(text, structure)


def test_recitals() -> None:
    text = (
        "CONVENTION ON HONEY\n\nThe States Parties to this Convention,\n\nRecalling the Charter of Bees,\n\n"
        "Convinced that honey is sweet,\n\n(c) Mindful of the needs of bears,\n\nHave agreed as follows:\n\n"
        "Article 1\n\nBees shall be free.\n\nArticle 2\n\nBears shall be fed.\n"
    )
    structure = read(text)
    assert eids(structure, "recital") == [f"preamble__recital_{i}" for i in (1, 2, 3)]
    assert words(text, structure, "preamble__recital_2") == "Convinced that honey is sweet,"
