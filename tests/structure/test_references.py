"""References are resolved to the provisions they mean."""

from __future__ import annotations

import pytest

from pipeline.model import CrossRef, Kind, Layer, Mention, Span
from pipeline.structure.references import find_references
from tests.support.structure import read

TREATY = """CONVENTION ON BEES

The States Parties have agreed as follows:

Article 1
1. Bees are free.
2. Each Party shall:
(a) feed them;
(b) count them when:
(i) it rains;
(ii) it snows.

Article 2
Honey is sweet.

Article 3
1. {}
2. Wax is soft.

Article 4
The Council of Bees meets.

ANNEX I
1. Hives.
"""
ДОГОВОР = """ДОГОВОР О ПЧЕЛАХ

Стороны согласились о нижеследующем:

Статья 1
1. Пчелы свободны.
2. Стороны:
а) кормят их;
б) считают их.

Статья 2
Мед сладок.

Статья 3
1. {}
2. Воск мягок.
"""


def found(sentence: str, language: str = "en", mentions: tuple[Mention, ...] = ()) -> tuple[CrossRef, ...]:
    text = (TREATY if language == "en" else ДОГОВОР).format(sentence)
    structure = read(text, language)
    start = text.index(sentence)
    references = find_references(text, language, structure, Span(start, start + len(sentence)), mentions)
    for reference in references:
        assert reference.span.of(text) == reference.text
    return references


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Subject to Article 1, all is well.", ["art_1"]),
        ("Subject to Article 1, paragraph 2 (b), all is well.", ["art_1__para_2__point_b"]),
        ("Subject to article 1 (2) (a), all is well.", ["art_1__para_2__point_a"]),
        ("Subject to subparagraph (b) (ii) of paragraph 2 of Article 1.", ["art_1__para_2__point_b__point_ii"]),
        ("Articles 2 and 4 apply.", ["art_2", "art_4"]),
        ("Articles 1 to 4 apply.", ["art_1", "art_2", "art_3", "art_4"]),
        ("Paragraph 2 of this Article applies.", ["art_3__para_2"]),
        ("Paragraph 2 applies.", ["art_3__para_2"]),
        ("The preceding Article applies.", ["art_2"]),
        ("The following Article of this Convention applies.", ["art_4"]),
        ("Annex I applies.", ["att_1"]),
        ("The two preceding Articles apply.", ["art_1", "art_2"]),
        ("The preceding two Articles apply.", ["art_1", "art_2"]),
        ("The following goods and the following Articles pass.", []),
        ("Article 1 (2) (a) and (b) apply.", ["art_1__para_2__point_a", "art_1__para_2__point_b"]),
        ("Paragraph 2 a) of Article 1 applies.", ["art_1__para_2__point_a"]),
        ("Article 1, paragraph 2b, applies.", ["art_1__para_2__point_b"]),
        ("Articles 2 and 1 (paragraph 2) apply.", ["art_2", "art_1__para_2"]),
        ("Article 4, two members of the Council being absent.", ["art_4"]),
        ("Paragraphs one and two apply.", ["art_3__para_1", "art_3__para_2"]),
        ("The last paragraph of Article 1 applies.", ["art_1__para_2"]),
        ("Under paragraph 2, letter b), of Article 1.", ["art_1__para_2__point_b"]),
        ("Article 2 of this Convention applies.", ["art_2"]),
        ("Article 2 of the Convention, applies.", ["art_2"]),
        ("Article 1, paragraph 9, applies.", ["art_1"]),
        ("This Article applies to 5 bees.", []),
        ("Articles 1-2 and 4 apply.", ["art_1", "art_2", "art_4"]),
        ("Article 1.2 applies to bees.", ["art_1__para_2"]),
        ("The second paragraph of this Article applies.", ["art_3__para_2"]),
        ("The first and second paragraphs of Article 1 apply.", ["art_1__para_1", "art_1__para_2"]),
        ("See Article 1, second paragraph.", ["art_1__para_2"]),
        ("Article two applies here.", ["art_2"]),
        ("Items (a) to (b) of paragraph 2 of Article 1.", ["art_1__para_2__point_a", "art_1__para_2__point_b"]),
        ("Clause (ii) of subparagraph (b) of paragraph 2 of Article 1.", ["art_1__para_2__point_b__point_ii"]),
        ("Article 1, paragraph 2, subparagraph b) holds.", ["art_1__para_2__point_b"]),
        ("Article 1 § 2 applies.", ["art_1__para_2"]),
        ("Article 2 of Protocol No. 7 to the Treaty applies.", [None]),
    ],
)
def test_english(sentence: str, expected: list[str]) -> None:
    assert [reference.eid for reference in found(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Согласно статье 1 пчелы свободны.", ["art_1"]),
        ("Согласно подпункту «б» пункта 2 статьи 1 их считают.", ["art_1__para_2__point_б"]),
        ("Согласно статьям 1 и 2 пчелы свободны.", ["art_1", "art_2"]),
        ("Согласно пункту 2 настоящей статьи воск мягок.", ["art_3__para_2"]),
        ("Согласно предыдущей статье мед сладок.", ["art_2"]),
        ("Согласно двум предыдущим статьям мед сладок.", ["art_1", "art_2"]),
        ("Предыдущие две статьи сладки.", ["art_1", "art_2"]),
        ("Согласно подпунктам а) и б) пункта 2 статьи 1.", ["art_1__para_2__point_а", "art_1__para_2__point_б"]),
        ("Согласно пункту 2 «б» статьи 1 их считают.", ["art_1__para_2__point_б"]),
        ("Согласно статье 1 (пункт 2) их кормят.", ["art_1__para_2"]),
        ("Согласно последнему пункту статьи 1 их кормят.", ["art_1__para_2"]),
        ("Согласно статье 2 настоящего Договора мед сладок.", ["art_2"]),
        ("Согласно подпункту б) пункта 2 статьи 1 их считают.", ["art_1__para_2__point_б"]),
        ("Согласно подпункту а пункта 2 статьи 1 их кормят.", ["art_1__para_2__point_а"]),
        ("Согласно п.2 ст.3 воск мягок.", ["art_3__para_2"]),
        ("Согласно статьям с 1 по 3 все ясно.", ["art_1", "art_2", "art_3"]),
        ("Согласно статье второй мед сладок.", ["art_2"]),
        ("Согласно пункту второму статьи третьей воск мягок.", ["art_3__para_2"]),
        ("Во втором пункте настоящей статьи воск мягок.", ["art_3__para_2"]),
        ("Согласно статье 4 этого Соглашения осы злы.", [None]),
        ("Согласно пункту 3 Приложения к Соглашению осы злы.", [None]),
    ],
)
def test_russian(sentence: str, expected: list[str]) -> None:
    assert [reference.eid for reference in found(sentence, "ru")] == expected


def test_another_instrument() -> None:
    sentence = "Article 9 of the Treaty of the Hills applies."
    place = TREATY.format(sentence).index("Treaty of the Hills")
    span = Span(place, place + len("Treaty of the Hills"))
    hills = Mention(span, "Treaty of the Hills", Kind.TREATY, "treaty:HILLS", Layer.GAZETTEER, "test")
    (reference,) = found(sentence, mentions=(hills,))
    assert (reference.eid, reference.instrument) == (None, "treaty:HILLS")
    assert reference.text == "Article 9 of the Treaty of the Hills"
    (unknown,) = found("Article 9 of the Treaty of the Hills applies.")
    assert (unknown.eid, unknown.instrument) == (None, None)


def test_headings_are_no_references() -> None:
    text = TREATY.format("Nothing is named here.")
    assert find_references(text, "en", read(text)) == ()


def test_all_paragraphs_before_are_meant_and_those_of_other_articles_not():
    text = TREATY.replace("2. Wax is soft.", "2. Wax is soft.\n3. The preceding paragraphs do not bind drones.").format(
        "Wax."
    )
    place = text.index("The preceding paragraphs")
    references = find_references(text, "en", read(text, "en"), Span(place, place + 40))
    assert [reference.eid for reference in references] == ["art_3__para_1", "art_3__para_2"]
