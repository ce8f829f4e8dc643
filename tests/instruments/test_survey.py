"""What a corpus holds and names, and who cites whom."""

from __future__ import annotations

from datetime import date

from pipeline.instruments.survey import AMENDS, CITES, of_documents
from tests.support.instruments import PROTOCOL_EN, RELEASE_EN, SEEDS_EN, SEEDS_RU, corpus, read

CHARTER = """
WE, the seed banks, do establish the present Charter of the United Nations.

Article 1
The Members shall keep seeds.
"""


def _id(text: str) -> str:
    return f"doc:{read(text).sha256[:16]}"


def test_instruments_are_held_and_releases_are_not() -> None:
    found = of_documents(corpus())
    assert {one.id for one in found.held if one.is_instrument} == {_id(t) for t in (SEEDS_EN, PROTOCOL_EN, SEEDS_RU)}
    assert [one.id for one in found.held if not one.is_instrument] == [_id(RELEASE_EN)]


def test_what_is_named_and_not_held_is_listed_with_who_names_it() -> None:
    found = of_documents(corpus())
    assert [(one.id, one.held) for one in found.missing] == [("treaty:UNTOC", False), ("treaty:VCDR", False)]
    assert {c.source for c in found.citing("treaty:UNTOC")} == {_id(t) for t in (SEEDS_EN, PROTOCOL_EN, SEEDS_RU)}
    assert {c.source for c in found.citing("treaty:VCDR")} == {_id(SEEDS_EN), _id(RELEASE_EN)}
    assert found.missing[1].signed_on == date(1961, 4, 18)


def test_a_reference_into_another_instrument_finds_the_provision_there() -> None:
    found = of_documents(corpus())
    (citation,) = (c for c in found.citing(_id(SEEDS_EN)) if c.relation == CITES)
    (place,) = citation.places
    assert place.text.startswith("Article 2, paragraph 1 of the Agreement between")
    assert read(PROTOCOL_EN).text[place.start : place.end] == place.text
    assert (place.eid, place.target_document, place.target_eid) == ("art_1", read(SEEDS_EN).id, "art_2__para_1")


def test_the_title_of_a_protocol_names_what_it_amends() -> None:
    found = of_documents(corpus())
    (citation,) = (c for c in found.citations if c.relation == AMENDS)
    assert (citation.source, citation.target) == (_id(PROTOCOL_EN), _id(SEEDS_EN))
    assert citation.places[0].eid == "preface"


def test_an_instrument_that_is_not_held_is_missing_until_it_is() -> None:
    (name,) = (one for one in of_documents([read(PROTOCOL_EN)]).missing if one.id != "treaty:UNTOC")
    assert (name.id, name.signed_on) == ("name:2011-05-04:GE+UA", date(2011, 5, 4))
    assert name.id not in {one.id for one in of_documents([read(PROTOCOL_EN), read(SEEDS_EN)]).missing}


def test_this_agreement_and_such_agreements_name_nothing() -> None:
    names = {one.title.lower() for one in of_documents(corpus()).missing}
    assert not any(name.startswith(("this", "such", "настоящ")) for name in names)


def test_a_text_that_says_what_it_is_is_known_by_that() -> None:
    found = of_documents([read(CHARTER)])
    assert [one.id for one in found.held] == ["treaty:UN-CHARTER"]
    assert found.citations == ()


def test_the_order_of_the_documents_changes_nothing() -> None:
    forth, back = of_documents(corpus()), of_documents(corpus()[::-1])
    assert (forth.held, forth.missing) == (back.held, back.missing)
    assert {(c.source, c.target, c.relation) for c in forth.citations} == {
        (c.source, c.target, c.relation) for c in back.citations
    }
