"""The two sides of an instrument: what one is told, given or asked for its consent to is done by the other."""

from __future__ import annotations

import pytest

from pipeline.norms.bearers import body_of
from pipeline.process import analyse_text

LOAN = """LOAN AGREEMENT

between the Republic of Kenya (the "Borrower") and the Lake Bank (the "Bank")

The Borrower and the Bank agree as follows:

Article 1
The loan

1. The Borrower shall build a quay.

2. {clause}

3. The Bank may visit the quay.
"""
TREATY = """TREATY

between the Republic of Peru and the Kingdom of Jordan on the Surrender of Offenders

The Contracting Parties have agreed as follows:

Article 1
Procedure

1. The requesting Party shall apply in writing. The requested Party shall reply.

2. {clause}

3. Peru shall open a register. Jordan shall open another.
"""


def bearer(text: str) -> str | None:
    """The bearer of the first norm in paragraph 2."""
    norms = [norm for one in analyse_text(text, language="en") for norm in one.norms]
    return next(norm.bearer for norm in norms if norm.eid.endswith("para_2"))


@pytest.mark.model
@pytest.mark.parametrize(
    ("clause", "who"),
    [
        ("The Bank shall be informed of every delay.", "borrower"),
        ("Yearly accounts shall be sent to the Bank.", "borrower"),
        ("No wall shall be moved without the consent of the Bank.", "borrower"),
        ("The Borrower shall be given a receipt.", "bank"),
        ("The engineers of the Bank shall be admitted to the quay.", "borrower"),
        ("The works shall be insured.", "borrower"),
        ("No premium shall be charged.", "bank"),
        ("The Borrower shall paint the quay.", "borrower"),
    ],
)
def test_two_roles(clause: str, who: str) -> None:
    assert bearer(LOAN.format(clause=clause)) == who


@pytest.mark.model
@pytest.mark.parametrize(
    ("clause", "who"),
    [
        ("The person sought shall be arrested at once.", "requested_party"),
        ("A person surrendered shall not be tried for other acts.", "requesting_party"),
        ("All documents shall be translated.", "requesting_party"),
        ("Witnesses shall be heard in private.", "requested_party"),
        ("If further particulars are needed, they shall be supplied within a week.", "requesting_party"),
        ("Costs arising in the requested Party shall be borne by that Party.", "requested_party"),
        ("Costs arising in the requested Party shall be paid by the other Party.", "requesting_party"),
        ("Peru shall be notified of any change.", "country:JO"),
        ("Files shall be handed over to Jordan.", "country:PE"),
        ("Claims of consignees shall be lodged within a year.", "consignees"),
    ],
)
def test_a_request_and_two_countries(clause: str, who: str) -> None:
    assert bearer(TREATY.format(clause=clause)) == who


def test_the_body_whose_rules_these_are() -> None:
    assert body_of("RULES OF PROCEDURE\n\nof the Joint Weir Commission\n\nArticle 1", "en") == "joint_commission"
    assert body_of("TREATY on the Joint Weir Commission", "en") is None
