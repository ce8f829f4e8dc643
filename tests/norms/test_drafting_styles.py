"""English drafting families: it-clauses, be-to clauses, old conventions, statutes in the present, lists of tasks."""

from __future__ import annotations

import pytest

from pipeline.model import Norm
from pipeline.norms import read_norms
from pipeline.process import analyse_text
from tests.support.norms import check, document

CLAUSES = (
    "It is the duty of each Party to {{guard|obligation|each_party}} the dam.",
    "It shall be incumbent upon the Secretariat to {{print|obligation|secretariat}} the minutes.",
    "It shall be for the Council to {{determine|power|council}} the fees.",
    "It falls to the Registrar to {{keep|obligation|registrar}} the seal.",
    "Nothing in this Treaty obliges a Party to {{reveal|exemption|each_party}} a secret.",
    "Nothing in this Treaty shall be construed as preventing a Party from {{helping|permission|each_party}} refugees.",
    "Each Party is to {{name|obligation|each_party|P2W}} an expert within two weeks.",
    "The guard is also to {{warn|obligation|guard}} the fishermen.",
    "Visiting soldiers are to {{wear|obligation|visiting soldiers}} badges.",
    "There shall {{be|prohibition}} no fishing in the lagoon.",
    "A pensioner does not have to {{reapply|exemption|pensioner}}.",
    "The Secretariat shall {{impose|prohibition|secretariat}} no fee.",
    "The shipowner shall not be {{held|exemption}} liable for the loss.",
    "The Council shall endeavour, if asked, to {{settle|aspiration|council}} the matter.",
    "This article shall not be construed as obliging a State to {{open|exemption|state}} its archives.",
    "Where a person believes that the rules of a State are unjust, he may {{appeal|permission|person}}.",
    "The Detaining Power shall {{feed|obligation|detaining power}} the prisoners.",
    "The guards are not to {{leave|prohibition|guards}} the bridge.",
    "The High Contracting Parties engage themselves to {{lower|obligation|all_parties}} their tolls.",
    "Each Party binds itself not to {{raise|prohibition|each_party}} the weir.",
    "Each Party reserves to itself the right to {{close|right|each_party}} the pass.",
    "Fishermen shall be at liberty to {{dry|right|fishermen}} their nets.",
    "Fishermen are authorised to {{cross|permission|fishermen}} the bay with their boats.",
    "The Commission is authorised to {{hire|power|commission}} guides.",
    "Developing country Parties need not {{supply|exemption|developing country parties}} such maps.",
    "The Sending Organisation shall {{pay|obligation|sending_party}} the fare.",
    "If samples are sent to the Requesting Party, the latter shall {{return|obligation|requesting_party}} them.",
    "The authority shall {{decide|obligation|authority}} whether it is able to help and shall "
    "{{report|obligation|authority}} the result.",
    "Parties which withdraw or may withdraw in future shall {{warn|obligation|all_parties}} the Depositary.",
    "The guards established in the pass may {{stop|permission|guards}} carts.",
    "In that case the State shall, as appropriate, either {{recall|obligation|state}} the envoy or "
    "{{end|obligation|state}} his mission.",
    "The Council shall {{reply|obligation|council|None}}, unless a member objects within two days.",
    "A detainee shall be {{released|obligation}} after the hearing.",
    "Each Party shall {{inform|obligation|each_party}} the Council, which shall {{open|obligation|council|None}} "
    "an inquiry and shall {{publish|obligation|council|P6M}} its findings within six months.",
    "Passes shall be {{issued|obligation}} to drivers who owe nothing and shall be {{withdrawn|obligation}} on demand.",
    "The map shall be {{drawn|obligation}} in ink and shall be {{signed|obligation}} by hand.",
    "Fares shall be {{paid|obligation|sending_party}} by the sending Party, while meals will be "
    "{{paid|obligation|receiving_party}} by the receiving Party.",
    "In the event of a flood the host State shall {{permit|obligation|receiving_party}}, at the earliest opportunity, "
    "the departure of the guards.",
    "It shall be unlawful to {{fish|prohibition}} at night.",
    "All possible efforts shall be made to {{shorten|aspiration}} the delay.",
    "The Observatory shall have the capacity to {{contract|power|observatory}} and to {{sue|power|observatory}}.",
    "A log shall be {{kept|obligation}} and {{retained|obligation}} for two years.",
    "A member State which is in debt shall not {{vote|prohibition|each_party}}.",
    "The guards may {{leave|permission|guards|None}} the bridge, "
    "on condition that they have given notice two days in advance.",
)

SILENT = (
    "The purpose of this Protocol is to protect the delta.",
    "The tasks of the Office are described in the annex.",
    "The Council is made up of seven members.",
    "Withdrawal shall take effect one year later.",
    "The list is to be found in the annex.",
    "This Treaty shall be ratified.",
    "This Agreement shall be approved by the Parties.",
    "The Fund shall possess legal personality and shall have its seat in Quito.",
)


def norms_of(text: str) -> list[tuple[str, str, str | None, str]]:
    """Id, modality, bearer and first word of every norm of an instrument."""
    found: list[Norm] = [norm for one in analyse_text(text, language="en") for norm in one.norms]
    return [(norm.eid, norm.modality.value, norm.bearer, norm.action.split()[0]) for norm in found]


@pytest.mark.model
@pytest.mark.parametrize("sample", CLAUSES)
def test_clauses(sample: str) -> None:
    check(sample, "en")


@pytest.mark.model
@pytest.mark.parametrize("sample", SILENT)
def test_descriptions_bind_nobody(sample: str) -> None:
    check(sample, "en")


STATUTE = """STATUTE OF THE LAKE INSTITUTE

Article 1
Seat

The Institute has its seat at Ohrid.

Article 2
The Board

1. The Board meets in June. It elects its Chairperson.

2. The auditors are appointed by the Board.

3. Each member State names one member of the Board.

4. Costs are shared equally.

Article 3
The Rector

1. The Rector runs the Institute.

2. The duties of the Rector are:

(a) to prepare the budget;

(b) to hire the staff.

3. The Rector:

(a) may invite guests;

(b) reports to the Board.
"""


@pytest.mark.model
def test_a_statute_that_hardly_says_shall_binds_in_the_present() -> None:
    assert norms_of(STATUTE) == [
        ("art_2__para_1", "obligation", "board", "meets"),
        ("art_2__para_1", "power", "board", "elects"),
        ("art_2__para_2", "power", "board", "appointed"),
        ("art_2__para_3", "obligation", "each_party", "names"),
        ("art_2__para_4", "obligation", "board", "shared"),
        ("art_3__para_1", "obligation", "rector", "runs"),
        ("art_3__para_2__point_a", "obligation", "rector", "prepare"),
        ("art_3__para_2__point_b", "obligation", "rector", "hire"),
        ("art_3__para_3__point_a", "permission", "rector", "invite"),
        ("art_3__para_3__point_b", "obligation", "rector", "reports"),
    ]


BODY = """AGREEMENT

between the Republic of Malta and the Kingdom of Norway on Divers

The Republic of Malta and the Kingdom of Norway, hereinafter "the Parties", have agreed as follows:

Article 1

The Parties shall set up a Joint Committee. It shall meet every year.

Article 2

The frontier guards shall help each other, and they shall train together.
"""


@pytest.mark.model
def test_a_pronoun_means_the_body_set_up_or_the_subject_before() -> None:
    assert [row[2] for row in norms_of(BODY)] == [
        "all_parties",
        "joint_commission",
        "frontier guards",
        "frontier guards",
    ]


@pytest.mark.model
def test_rare_turns_are_read_without_moving_a_letter() -> None:
    text = "Each of the two Governments pledges itself to organise a market."
    (norm,) = read_norms(document(text, "en"))
    assert norm.quote == text.rstrip(".") or norm.quote == text
    assert norm.action == "organise a market"


RESOLUTION = """RESOLUTION 12

Safety of ferries

The Assembly of Ports,

Recalling the wreck of May,

1. Urges all States to inspect ferries and to publish the results, and requests the Secretariat to keep a list;

2. Demands that the owners cease all night sailings within ten days;

3. Expresses its intention to return to the matter;

4. Calls for calm;

5. Decides that the Panel shall have the following tasks:

(a) to visit shipyards;

(b) to advise captains;

6. Welcomes the offer of Chile.
"""


@pytest.mark.model
def test_a_paragraph_of_a_resolution_has_a_norm_for_every_task() -> None:
    assert [row[:3] for row in norms_of(RESOLUTION)] == [
        ("para_1", "aspiration", "state"),
        ("para_1", "aspiration", "state"),
        ("para_1", "obligation", "secretariat"),
        ("para_2", "obligation", "owners"),
        ("para_3", "aspiration", "assembly"),
        ("para_4", "aspiration", None),
        ("para_5__point_a", "obligation", "panel"),
        ("para_5__point_b", "obligation", "panel"),
    ]


@pytest.mark.model
def test_listed_exceptions_stay_with_their_introduction() -> None:
    text = """TREATY

The Parties have agreed as follows:

Article 1

1. A visitor shall be exempt from all fees, except:

(a) charges for water;

(b) charges for light.

2. The Parties shall meet.
"""
    assert [row[:2] for row in norms_of(text)] == [("art_1__para_1", "exemption"), ("art_1__para_2", "obligation")]


@pytest.mark.model
def test_a_limit_inside_a_condition_is_not_the_limit_of_the_duty() -> None:
    early = "The Council shall appoint an umpire if no reply comes within nine days."
    late = "If no reply comes within nine days, the Council shall appoint an umpire within one month."
    (one,), (two,) = (read_norms(document(text, "en")) for text in (early, late))
    assert one.deadline is None
    assert two.deadline is not None
    assert two.deadline.iso8601 == "P1M"
