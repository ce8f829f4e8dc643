"""Everyday words of both languages as the values that an index holds."""

from __future__ import annotations

import pytest

from pipeline.engines.names import entity_ids
from pipeline.errors import QueryError
from pipeline.instruments import asking
from pipeline.instruments.asking import Places
from pipeline.model import Modality


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("5", ("5",)),
        ("5.2.b", ("5.2.b",)),
        ("Article 5(2)(b)", ("5.2.b",)),
        ("Art. V", ("v",)),
        ("paragraph 2 of Article 5", ("5.2",)),
        ("статья 5, пункт 2", ("5.2",)),
        ("подпункт «б» пункта 2 статьи 5", ("5.2.б",)),
        ("п. 2 ст. 5", ("5.2",)),
        ("Статья пятая", ("5",)),
        ("art_5__para_2__point_b", ("5.2.b",)),
        ("5.1.a", ("5.1.a", "5.1.а")),
    ],
)
def test_articles_as_people_name_them(said: str, numbers: tuple[str, ...]) -> None:
    assert asking.places(said) == Places(numbers)


@pytest.mark.parametrize(
    ("said", "eid"),
    [
        ("Annex II", "att_2"),
        ("Annex 1, paragraph 3", "att_1__para_3"),
        ("приложение 2", "att_2"),
        ("Chapter XIV", "chp_14"),
        ("preamble", "preamble"),
        ("att_1__para_2", "att_1__para_2"),
    ],
)
def test_what_is_no_article_is_an_id(said: str, eid: str) -> None:
    assert asking.places(said) == Places(eids=(eid,))


def test_what_is_no_place_is_refused() -> None:
    with pytest.raises(QueryError):
        asking.places("somewhere")


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("30 days", "P30D"),
        ("within 30 days", "P30D"),
        ("10..30 days", "P10D..P30D"),
        ("10-30 дней", "P10D..P30D"),
        ("1 month - 1 year", "P1M..P1Y"),
        ("..2 недели", "..P2W"),
        ("48 часов..", "PT48H.."),
        ("..2m", "..2m"),
        (">=1y", ">=1y"),
        ("30", "30"),
        ("soon", "soon"),
    ],
)
def test_lengths_in_words(said: str, asked: str) -> None:
    assert asking.lengths(said) == asked


def test_modalities_by_their_own_names_and_others() -> None:
    assert asking.modalities(tuple(Modality)) == tuple(one.value for one in Modality)
    assert asking.modalities("запреты, rights,Обязанности") == ("prohibition", "right", "obligation")
    assert asking.modalities(None) == ()
    with pytest.raises(QueryError, match="wish"):
        asking.modalities("wish")


@pytest.mark.parametrize(("said", "code"), [("English", "en"), ("русский", "ru"), ("RU", "ru"), ("kk", "kk")])
def test_languages_by_name_and_code(said: str, code: str) -> None:
    assert asking.languages(said) == (code,)


@pytest.mark.parametrize(
    ("said", "canonical"),
    [
        ("Each Party", "each_party"),
        ("Каждая Сторона", "each_party"),
        ("requested State", "requested_party"),
        ("запрашиваемая Сторона", "requested_party"),
        ("competent authorities", "competent_authority"),
        ("компетентные органы", "competent_authority"),
        ("Депозитарий", "depositary"),
        ("the Parties", "all_parties"),
        ("стороны", "each_party"),
    ],
)
def test_bearers_in_both_languages(said: str, canonical: str) -> None:
    ((*names,),) = asking.bearers(said)
    assert canonical in names


def test_a_party_goes_by_all_its_names() -> None:
    ((*english,),) = asking.parties("Georgia", entity_ids)
    ((*russian,),) = asking.parties("Грузия", entity_ids)
    assert {"Georgia", "Грузия"} <= set(english) == set(russian)
    assert asking.parties("Atlantis", entity_ids) == (("Atlantis",),)


def test_values_cannot_break_out_of_their_field() -> None:
    assert asking.any_of("party", ['a" OR lang:ru OR "']) == 'party:"a  OR lang:ru OR  "'
    assert asking.any_of("party", []) == ""
