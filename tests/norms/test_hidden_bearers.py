"""Who acts where an English passive names nobody: by what is done, to whom, in which article and instrument."""

from __future__ import annotations

import pytest

from pipeline.norms.passives import facing, in_hands
from pipeline.process import analyse_text
from tests.support.norms import check

CLAUSES = (
    "Requests shall be {{made|obligation|requesting_party}} in writing and shall be "
    "{{answered|obligation|requested_party}} at once.",
    "Requests shall be {{executed|obligation|requested_party}} under the laws of the requested State.",
    "This Agreement may be {{amended|permission|all_parties}} at any time.",
    "No reservations may be {{made|prohibition|all_parties}} to this Protocol.",
    "Disputes shall be {{settled|obligation|all_parties}} by negotiation.",
    "Such information shall be {{treated|obligation|receiving_party}} as confidential.",
    "The change shall be {{brought|obligation|each_party}} to the notice of the other Party.",
    "The administering State shall be {{given|obligation|sentencing state}} a copy.",
    "The results shall be {{communicated|obligation|receiving_party}} to the sending Party.",
    "Trainees shall be {{provided|obligation|receiving_party}} with uniforms.",
    "Candidates shall be {{nominated|obligation|sending_party}} in spring.",
    "The Fund shall be {{wound|obligation|board}} up by unanimous decision of the Board.",
    "The rules shall be {{adopted|obligation|None}} by a simple majority.",
    "Delegates may be {{accompanied|permission|delegates}} by advisers.",
    "The income of the Observatory shall be {{exempt|exemption|observatory}} from taxes.",
    "Either the sending State or the receiving State may {{ask|permission|each_party}} for a delay.",
    "The receiving State alone may {{decide|permission|receiving_party}} on the matter.",
    "The co-chairs shall {{draft|obligation|co-chairs}} an agenda.",
)
"""Read as instruments without "the Parties", so that what no row tells stays unsaid."""


def bearers(text: str) -> list[str | None]:
    return [norm.bearer for one in analyse_text(text, language="en") for norm in one.norms]


@pytest.mark.model
@pytest.mark.parametrize("sample", CLAUSES)
def test_clauses(sample: str) -> None:
    check(sample, "en")


LICENCES = """AGREEMENT on Timber

The Parties have agreed as follows:

Article 1
Licences
1. {authority}
2. Applications shall be examined within ten days.

Article 2
Obligations of carriers
1. Timber shall be weighed at the border.
2. Such report shall be kept.

Article 3
Register
1. The Secretariat shall open a register. Access to the register shall be granted free of charge.
2. The first session shall be held in spring.
"""


@pytest.mark.model
def test_rows_of_an_instrument_hold_only_where_it_speaks_of_their_actor() -> None:
    told = LICENCES.format(authority="The competent authority shall issue licences.")
    silent = LICENCES.format(authority="The Parties shall introduce licences.")
    assert bearers(told)[1] == "competent_authority"
    assert bearers(silent)[1] == "all_parties"


@pytest.mark.model
def test_a_heading_names_who_owes_and_a_body_goes_on_acting() -> None:
    found = bearers(LICENCES.format(authority="The Parties shall introduce licences."))
    assert found[2:4] == ["carriers", "carriers"]
    assert found[4:6] == ["secretariat", "secretariat"]
    assert found[6] == "all_parties"  # a session is not held by the Secretariat that was just spoken of


@pytest.mark.model
def test_what_was_just_spoken_of_is_done_by_whoever_did_it() -> None:
    text = (
        "TREATY\n\nThe Parties have agreed as follows:\n\nArticle 1\n\n1. Either Party may object. "
        "Such objection shall be explained.\n\nArticle 2\n\n1. The Parties shall cooperate."
    )
    assert bearers(text)[:2] == ["each_party", "each_party"]


def test_sides_that_face_one_another() -> None:
    assert facing("the exporting Party shall be informed of the arrival", "en") == "importing party"
    assert facing("the proof shall be sent directly to the sentencing State", "en") == "administering state"
    assert facing("the exporting Party shall inform the other", "en") is None
    assert facing("получающая Сторона уведомляется", "ru") is None


def test_by_whose_decision() -> None:
    assert in_hands("dissolved by a unanimous decision of the Council", "en") == "the council"
    assert in_hands("dissolved by decree", "en") is None
