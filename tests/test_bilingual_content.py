# ruff: noqa: E501  (the sample's paragraphs are whole lines)
"""What two texts speak of: words replaced, members and clauses left out, both or either, roles that change places."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from pipeline.bilingual import Comparison, compare, held, passages
from pipeline.bilingual.vocabulary import exact, firm, meanings
from pipeline.language.parallel_words import DICTIONARY
from pipeline.model import Document
from pipeline.structure import read_structure
from tests.support.structure import document

ENGLISH = """AGREEMENT
on the Lighthouse of Saint Brendan

Article 1
The sending State appoints a keeper of the lighthouse; the receiving State supplies lodging, bread and firewood.

Article 2
1. The keeper lights the lamp at 6 p.m. and cleans the glass every week.
2. He keeps a record of ships, storms and wrecks.
3. Tourists may visit the lighthouse on Sundays or Mondays, if the sea is calm and the keeper has agreed in advance.

Article 3
The bell is rung in fog. Cattle, sheep and horses are not admitted to the island.

Article 4
The costs of the boat are borne in equal parts, unless the States decide otherwise.

Article 5
The museum of the lighthouse is open to pupils and to journalists. The insurance of the museum is paid by the sending State.
"""
RUSSIAN = """СОГЛАШЕНИЕ
о маяке Святого Брендана

Статья 1
Направляющее государство назначает смотрителя маяка; принимающее государство снабжает его жильем, хлебом и дровами.

Статья 2
1. Смотритель зажигает лампу в 18 часов и еженедельно протирает стекла.
2. Он ведет запись судов, бурь и крушений.
3. По воскресеньям или понедельникам, если море спокойно и смотритель заранее дал на то согласие, маяк могут посещать туристы.

Статья 3
В туман звонят в колокол. Коровы, овцы и лошади на остров не допускаются.

Статья 4
Если государства не примут иного решения, расходы на лодку делятся поровну.

Статья 5
Музей маяка открыт для школьников и журналистов. Страхование музея оплачивает направляющее государство.
"""


@cache
def analysed(text: str, language: str) -> Document:
    made = document(text, language)
    return replace(made, structure=read_structure(made))


def compared(english: str = ENGLISH, russian: str = RUSSIAN) -> Comparison:
    return compare(analysed(english, "en"), analysed(russian, "ru"))


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def test_a_free_rendering_is_no_divergence() -> None:
    assert compared().divergences == ()


@pytest.mark.parametrize(
    ("language", "old", "new", "kind", "eid"),
    [
        ("en", "The keeper lights", "The tourist lights", "term", "art_2__para_1"),
        ("ru", "Музей маяка открыт", "Колокол маяка открыт", "term", "art_5"),
        ("en", ", unless the States decide otherwise", "", "negation", "art_4"),
        ("ru", ", если море спокойно и смотритель заранее дал на то согласие,", "", "missing_provision", "art_2__para_3"),
        ("en", "Cattle, sheep and horses", "Cattle and horses", "missing_provision", "art_3"),
        ("en", "on Sundays or Mondays", "on Sundays and Mondays", "term", "art_2__para_3"),
        ("en", "at 6 p.m.", "at 7 p.m.", "number", "art_2__para_1"),
    ],
)  # fmt: skip
def test_a_change_of_a_word_or_clause_is_told(language: str, old: str, new: str, kind: str, eid: str) -> None:
    english = changed(ENGLISH, old, new) if language == "en" else ENGLISH
    russian = changed(RUSSIAN, old, new) if language == "ru" else RUSSIAN
    assert (kind, eid) in {(d.kind, d.eid) for d in compared(english, russian).divergences}


def test_roles_that_change_places_are_told() -> None:
    one = changed(ENGLISH, "The sending State appoints", "The X State appoints")
    one = changed(one, "the receiving State supplies", "the sending State supplies")
    one = changed(one, "The X State", "The receiving State")
    assert [(d.kind, d.eid) for d in compared(one).divergences] == [("party", "art_1")]


def test_paragraphs_that_one_text_joins_say_the_same() -> None:
    joined = changed(changed(RUSSIAN, "\n2. Он ведет", " Он ведет"), "\n3. По воскресеньям", " По воскресеньям")
    assert compared(russian=joined).divergences == ()


def test_texts_divided_in_other_ways_are_held_against_each_other_by_line() -> None:
    pair = held.Pair(analysed(ENGLISH, "en"), analysed(RUSSIAN, "ru"), 1.0)
    found = list(passages.of_lines(pair))
    beads = [bead.passages for bead in found if isinstance(bead, passages.Bead)]
    assert len(beads) == len(found) >= 7
    said = [(p.english.of(pair.english.text), p.russian.of(pair.russian.text)) for p in beads]
    assert [other[:8] for one, other in said if one.startswith("The bell")] == ["В туман "]


def test_quotations_stand_where_they_are_said_to() -> None:
    english = changed(ENGLISH, "bread and firewood", "bread and coal")
    one, other = analysed(english, "en"), analysed(RUSSIAN, "ru")
    for divergence in compare(one, other).divergences:
        for said, passage in ((one, divergence.english), (other, divergence.russian)):
            assert passage is None or said.text[passage.start : passage.end] == passage.quote


def test_the_dictionary_holds_two_columns_of_words_once_each() -> None:
    lines = [line for line in DICTIONARY.splitlines() if line and not line.startswith("#")]
    assert lines[0] == "en | ru"
    assert [line for line in lines if line.count("|") != 1] == []
    assert [line for line in lines if "ё" in line] == []


@pytest.mark.parametrize(
    ("english", "russian", "same"),
    [
        ("lighthouses", "маяками", True),
        ("insured", "застрахованный", True),
        ("countries", "странам", True),
        ("horse", "корова", False),
        ("ally", "всех", False),
    ],
)
def test_words_that_may_stand_for_each_other(english: str, russian: str, same: bool) -> None:
    assert (not meanings(english, "en").isdisjoint(meanings(russian, "ru"))) is same


def test_words_of_many_renderings_tell_nothing() -> None:
    assert firm("hospital", "en")
    assert exact("police", "en")
    assert not firm("circumstances", "en")
    assert not firm("осуществляется", "ru")
    assert meanings("qwerty", "en") == frozenset()
