"""English norms, each sample with the norms it holds."""

from __future__ import annotations

import pytest

from pipeline import analyse
from pipeline.model import Genre, Strength
from pipeline.norms import read_norms
from tests.support.norms import check, document

TREATY = (
    "The Parties shall {{exchange|obligation|all_parties}} data and {{inform|obligation|all_parties}} each other.",
    "Each Party shall {{designate|obligation|each_party}} a contact point.",
    "No Party shall {{disclose|prohibition|each_party}} the file.",
    "Neither of the Parties may {{transfer|prohibition|each_party}} the samples to a third State.",
    "The Requested Party may {{refuse|permission|requested_party}} assistance.",
    "The Requested Party shall not be obliged to {{return|exemption|requested_party}} the samples.",
    "The Parties shall endeavour to {{settle|aspiration|all_parties}} every dispute by talks.",
    "Each Party undertakes to {{train|obligation|each_party}} officers and to {{lend|obligation|each_party}} dogs.",
    "The Parties should {{publish|aspiration|all_parties}} a yearly review.",
    "Every State must {{keep|obligation|state}} a register.",
    "The Council may {{invite|permission|council}} observers.",
    "Each Party has the right to {{withdraw|right|each_party}} from this Agreement.",
    "The Parties are entitled to {{inspect|right|all_parties}} the laboratory.",
    "A person shall not be {{prosecuted|prohibition}} for an earlier offence.",
    "The Parties shall {{refrain|prohibition|all_parties}} from any use of the samples.",
    "The Central Authority shall, where appropriate, {{consult|obligation|central_authority}} the other side.",
    "The Director shall under no circumstances {{publish|prohibition|director}} the names.",
    "The Court shall {{have|power|court}} jurisdiction over the dispute.",
    "Each Party agrees to {{use|aspiration|each_party}} its best efforts to find the vessel.",
    "Without the consent of both Parties no building may be {{erected|prohibition}} on the strip.",
    "The carrier may be required to {{show|permission|carrier}} the permit.",
    "The seal is {{compulsory|obligation}}.",
    "The NCA shall {{keep|obligation}} the register and shall not {{sell|prohibition}} copies.",
    "The fees shall not {{exceed|prohibition}} the cost of the service.",
    "The label must {{name|obligation}} the breeder.",
    "Charges shall {{be|obligation}} just and reasonable.",
    "No handover shall {{take|prohibition}} place at night.",
    "The costs of the track shall be {{borne|obligation|sending_party}} by the sending Party and "
    "{{those|obligation|receiving_party}} of the station by the receiving Party.",
    "The Board, which may {{delegate|permission|board}} this task, shall {{meet|obligation|board}} in spring.",
    "Each Party {{bears|obligation|each_party}} the costs of its experts.",
    "The tests are no longer to be {{repeated|prohibition}}.",
    "The samples may be {{put|prohibition}} to no other use.",
    "Goods cannot be {{stopped|prohibition}} by reason of their origin.",
    "No Party shall {{incur|exemption|each_party}} liability for the delay.",
    "The crews do not {{need|exemption|crews}} visas.",
    "The Parties express their willingness to {{share|aspiration|all_parties}} the maps.",
    "Catches shall be {{limited|obligation}} to the quota.",
    "Upon receiving a complaint the Agency shall {{open|obligation|agency}} a file.",
    "Either Party shall have thirty days in which to {{object|right|each_party|P30D}}.",
    "No more than one expert may {{address|prohibition}} the Board.",
    "They carry out projects, whose cost shall be {{met|obligation|fund}} by the Fund.",
    "Members shall {{declare|obligation}} any interest and {{refrain|prohibition}} from the vote.",
    "The licence shall be {{renewed|obligation}} by the harbour master.",
    "The concessionaire is {{granted|right}} the right to build the cableway.",
    "The carrier shall not be {{answerable|exemption|carrier}} for the delay.",
    "The dues levied on shipping shall be {{applied|obligation}} to the upkeep of the lights.",
    "Between May and June no nets of any kind shall be {{set|prohibition}}.",
    "Each national point shall {{keep|obligation}} a log.",
    "Should the talks fail, the other may {{recall|permission}} its team.",
)

HIDDEN = (
    "Requests under this Agreement shall be {{made|obligation|requesting_party}} in writing.",
    "The request shall {{contain|obligation|requesting_party}} the name of the office.",
    "The request shall be {{executed|obligation|requested_party|P30D}} within thirty (30) days.",
    "Information received from the other side shall be {{kept|obligation|receiving_party}} secret.",
    "The Parties agree as follows. Consultations shall be {{held|obligation|all_parties}} in Astana.",
)

SILENT = (
    "This Agreement shall enter into force on the date of its signature.",
    "The provisions of this Agreement shall apply to the whole territory.",
    "This Agreement shall not affect other treaties of the Parties.",
    "This Article shall be without prejudice to the rights of third States.",
    "The annex shall be deemed to form part of this Agreement.",
    "The Committee shall consist of six members.",
    "The period shall not exceed three months.",
    "The archives shall be inviolable.",
    "Point 3 of the annex shall apply to imports.",
    "The principles shall be applied to all cargoes.",
    "The profits shall be taxable only in the first State.",
    "Whenever the Parties may think fit, the list is renewed.",
    "The conditions which the Council may impose are listed below.",
)


@pytest.mark.model
@pytest.mark.parametrize("sample", TREATY + HIDDEN)
def test_norms_of_treaties(sample: str) -> None:
    check(sample, "en")


@pytest.mark.model
@pytest.mark.parametrize("sample", SILENT)
def test_no_norm_is_made_of_what_only_states_the_law(sample: str) -> None:
    check(sample, "en")


@pytest.mark.model
def test_memoranda_bind_in_the_present_and_with_will() -> None:
    check("The Parties {{hold|obligation|all_parties|P6M}} a meeting twice a year.", "en", Genre.MEMORANDUM)
    check("The Parties will {{share|obligation|all_parties}} their manuals.", "en", Genre.MEMORANDUM)
    (norm,) = read_norms(document("The Parties will share their manuals.", "en", Genre.MEMORANDUM))
    assert norm.strength is Strength.WILL
    check("The Parties hold a meeting every spring.", "en", Genre.TREATY)


@pytest.mark.model
def test_releases_tell_only_what_was_undertaken() -> None:
    check("The Parties agreed to {{extend|obligation|all_parties}} the operation.", "en", Genre.RELEASE)
    check("The ministers shall meet again, and the delegations discussed new routes.", "en", Genre.RELEASE)


@pytest.mark.model
def test_inferred_bearers_say_why_and_stated_ones_do_not() -> None:
    hidden, stated = read_norms(document("Requests shall be made in writing.\nThe Requested Party shall reply.", "en"))
    assert (hidden.bearer_inferred, hidden.bearer_text) == (True, None)
    assert hidden.bearer_why
    assert (stated.bearer_inferred, stated.bearer_text, stated.bearer_why) == (False, "The Requested Party", "")


@pytest.mark.model
def test_a_pronoun_means_the_bearer_named_before_it() -> None:
    check(
        "The Council shall {{meet|obligation|council}} in Almaty. It shall {{adopt|obligation|council}} its rules.",
        "en",
    )
    check("If the Requested Party cannot comply, it shall {{consult|obligation|requested_party}} the other side.", "en")


@pytest.mark.model
def test_condition_exception_and_counterparty() -> None:
    text = (
        "If the matter is urgent, each Party shall inform the other Party by telephone, unless the line is not secure."
    )
    (norm,) = read_norms(document(text, "en"))
    assert norm.condition == "If the matter is urgent"
    assert norm.exception == "unless the line is not secure"
    assert norm.counterparty == "the other Party"


@pytest.mark.model
def test_definitions_are_constitutive() -> None:
    (norm,) = read_norms(document("The term “precursor” means a substance used to make a drug.", "en"))
    assert (norm.modality.value, norm.statement.value, norm.bearer) == ("definition", "constitutive", None)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (
            "The receiving State shall permit and protect free passage of the post.",
            ["permit and protect free passage of the post", "protect free passage of the post"],
        ),
        (
            "Each Party may establish, alter or operate stations.",
            ["establish, alter or operate stations", "alter or operate stations", "operate stations"],
        ),
        ("The Parties shall exchange lists and notify the Centre.", ["exchange lists", "notify the Centre"]),
    ],
)
def test_an_object_said_once_for_several_verbs_belongs_to_each(text: str, actions: list[str]) -> None:
    (document,) = analyse(text, language="en")
    assert [norm.action for norm in document.norms] == actions
