"""Who acts where an English clause names nobody, by what the sides of its instrument were just said to do."""

from __future__ import annotations

import pytest

from pipeline.process import analyse_text

LEASE = """AGREEMENT
between the Ministry of Culture of Latvia ("the Owner") and the Theatre of Turku ("the Tenant")

The Owner and the Tenant have agreed as follows:

Article 1
{clause}
"""

HUTS = """AGREEMENT
between the Republic of Chile and the Republic of Ecuador on Mountain Huts

The Parties have agreed as follows:

Article 1
{clause}
"""


def bearers(template: str, clause: str) -> list[str | None]:
    found = analyse_text(template.format(clause=clause), language="en")
    return [norm.bearer for one in found for norm in one.norms]


@pytest.mark.model
@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("The Owner shall supply the costumes. The costumes shall be kept dry.", ["owner", "tenant"]),
        ("The Owner shall deliver heating oil. Deliveries shall be paid for every month.", ["owner", "tenant"]),
        ("The stage shall not be altered without the Owner's written consent.", ["tenant"]),
        ("The stage shall not be altered without the consent of the Owner. Such consent shall not be withheld without "
         "good reason.", ["tenant", "owner"]),
        ("The Tenant shall clean the hall. Lamps shall be repaired at once.", ["tenant", "tenant"]),
        ("The Tenant shall be told of repairs two days before they begin.", ["owner"]),
        ("A plan approved by the Owner shall be hung in the foyer. Doors shall be painted in a colour approved by the "
         "Owner.", ["tenant", "tenant"]),
    ],
)  # fmt: skip
def test_one_side_does_what_the_other_is_given_or_asked_for(clause: str, wanted: list[str]) -> None:
    assert bearers(LEASE, clause)[-len(wanted) :] == wanted


@pytest.mark.model
@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("Chile shall build two huts. The huts shall be ready by autumn.", ["country:CL"]),
        ("The warden shall keep a log. Guests shall be entered in it.", ["warden", "warden"]),
        ("Chile shall build two huts. Disputes shall be settled by negotiation.", ["country:CL", "all_parties"]),
        ("The cost of the huts shall be borne in equal shares.", ["all_parties"]),
        ("The plan shall be approved in writing by both Parties.", ["all_parties"]),
        ("Climbers shall obey the warden. They shall be given hot meals.", ["climbers", "all_parties"]),
        ("The Republic of Chile and the Republic of Ecuador shall mark the paths.", ["all_parties"]),
        ("The Party which sends a guide shall pay him. The other Party shall lodge him.", ["sending_party"]),
        ("The hut shall be lit by the Party that receives the visitors.", ["receiving_party"]),
    ],
)
def test_who_acted_goes_on_unless_it_is_done_to_him_or_by_all(clause: str, wanted: list[str]) -> None:
    assert bearers(HUTS, clause)[: len(wanted)] == wanted
