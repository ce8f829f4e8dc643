"""Resolutions: whom an operative paragraph binds, and how."""

from __future__ import annotations

import pytest

from pipeline.model import Modality, Norm
from pipeline.process import analyse_text

pytestmark = pytest.mark.model

EN = """RESOLUTION 7/2024

Protection of mountain glaciers

The Conference of Ministers,

Recalling its earlier resolutions on mountain regions,

{}

Done at Bern on 3 May 2024.
"""

RU = """РЕШЕНИЕ

Совета министров об охране ледников

Совет министров,

рассмотрев доклад рабочей группы,

решил:

{}
"""


def _norms(text: str, language: str) -> list[Norm]:
    return [norm for document in analyse_text(text, language=language) for norm in document.norms]


@pytest.mark.parametrize(
    ("paragraph", "modality", "bearer"),
    [
        ("Decides to hold a special session on glaciers", Modality.OBLIGATION, "conference"),
        ("Instructs the Secretariat to publish a map within six weeks", Modality.OBLIGATION, "secretariat"),
        ("Requests the Executive Director to report on progress", Modality.OBLIGATION, "executive_director"),
        ("Requests member States to reply to the questionnaire", Modality.ASPIRATION, "all_parties"),
        ("Strongly urges member States to measure their glaciers", Modality.ASPIRATION, "all_parties"),
        ("Invites donors to support the survey", Modality.ASPIRATION, "donors"),
        ("Authorizes the Executive Director to sign the contract", Modality.POWER, "executive_director"),
    ],
)
def test_the_addressee_of_an_operative_paragraph_is_its_bearer(paragraph: str, modality: Modality, bearer: str) -> None:
    found = _norms(EN.format(f"1. {paragraph};\n\n2. Takes note of the report of the survey."), "en")
    assert [(norm.eid, norm.modality, norm.bearer) for norm in found] == [("para_1", modality, bearer)]
    assert found[0].quote == paragraph


@pytest.mark.parametrize(
    ("paragraph", "modality", "bearer"),
    [
        ("Поручить Секретариату подготовить карту ледников", Modality.OBLIGATION, "secretariat"),
        ("Рекомендовать государствам-участникам измерять ледники", Modality.ASPIRATION, "all_parties"),
        ("Призвать государства сократить выбросы", Modality.ASPIRATION, "state"),
        ("Уполномочить Исполнительного секретаря подписать договор", Modality.POWER, "executive_secretary"),
        ("Министерствам обороны обеспечить вывоз отходов", Modality.OBLIGATION, "министерства обороны"),
        ("Провести очередное заседание в городе Алматы", Modality.OBLIGATION, "council"),
    ],
)
def test_russian_decisions_direct_in_the_infinitive(paragraph: str, modality: Modality, bearer: str) -> None:
    found = _norms(RU.format(f"1. {paragraph}.\n\n2. Принять к сведению доклад рабочей группы."), "ru")
    assert [(norm.eid, norm.modality, norm.bearer) for norm in found] == [("para_1", modality, bearer)]


def test_points_of_an_operative_paragraph_inherit_the_addressee_and_keep_their_own_limits() -> None:
    points = (
        "1. Requests the Secretariat:\n\n(a) to draw up a list of laboratories;\n\n"
        "(b) to circulate it within thirty days;\n\n2. Takes note of the report of the survey."
    )
    found = _norms(EN.format(points), "en")
    assert [(norm.bearer, norm.deadline.iso8601 if norm.deadline else None) for norm in found] == [
        ("secretariat", None),
        ("secretariat", "P30D"),
    ]


def test_remaining_seized_of_a_matter_binds_nobody() -> None:
    assert _norms(EN.format("1. Decides to remain seized of the matter."), "en") == []
