"""One person behind the ids that documents of a corpus give to spellings of a name."""

from __future__ import annotations

import pytest

from pipeline.entities.decisions import Decisions, Split
from pipeline.entities.people import People

COUNTED = (
    ("person:nurmagambetov-erlan", 5),
    ("person:nurmagambetof-erlan", 1),
    ("person:umarov-kairat", 4),
    ("person:umarov-bahtiior", 3),
    ("person:umarov-k", 1),
    ("person:umarov", 6),
    ("org:CARICC", 9),
)


def test_spellings_of_a_full_name_are_one_person_under_the_commonest() -> None:
    people = People(COUNTED)
    assert people.one("person:nurmagambetof-erlan") == "person:nurmagambetov-erlan"
    assert people.spellings("person:nurmagambetof-erlan") == (
        "person:nurmagambetof-erlan",
        "person:nurmagambetov-erlan",
    )


@pytest.mark.parametrize("entity_id", ["person:umarov-kairat", "person:umarov-k", "person:umarov", "org:CARICC"])
def test_namesakes_initials_and_other_kinds_stay_by_themselves(entity_id: str) -> None:
    assert People(COUNTED).one(entity_id) == entity_id


def test_what_people_split_is_not_joined_again() -> None:
    apart = Decisions(split=(Split("person:nurmagambetov-erlan", "person:nurmagambetof-erlan", documents=("0f",)),))
    assert People(COUNTED, apart).one("person:nurmagambetof-erlan") == "person:nurmagambetof-erlan"


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Умарова", {"person:umarov-kairat", "person:umarov-bahtiior", "person:umarov-k", "person:umarov"}),
        ("Kairat Umarov", {"person:umarov-kairat", "person:umarov-k"}),
        ("Умаров К.", {"person:umarov-kairat", "person:umarov-k"}),
        ("Ерлан Нурмагамбетов", {"person:nurmagambetov-erlan", "person:nurmagambetof-erlan"}),
        ("person:nurmagambetof-erlan", {"person:nurmagambetov-erlan", "person:nurmagambetof-erlan"}),
        ("Petrov", set()),
        ("CARICC", set()),
    ],
)
def test_a_typed_name_means_persons_in_any_script_and_case(name: str, ids: set[str]) -> None:
    assert set(People(COUNTED).called(name)) == ids


def test_the_order_of_reading_changes_nothing() -> None:
    forwards, backwards = People(COUNTED), People(COUNTED[::-1])
    assert [forwards.one(one) for one, _ in COUNTED] == [backwards.one(one) for one, _ in COUNTED]
