"""What the defined terms of an instrument stand for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.entities.mentions import read_mentions
from pipeline.entities.terms import identified
from pipeline.model import Document
from pipeline.structure import read_structure
from tests.support.annotated import document

pytestmark = pytest.mark.model
ENGLISH = """AGREEMENT
between Georgia and the Republic of Armenia

Georgia and the Republic of Armenia, hereinafter referred to as the "Parties",

Guided by the United Nations Convention against Transnational Organized Crime (hereinafter "the Convention"),
Noting the work of the Central Asian Regional Information and Coordination Centre (hereinafter "the Centre"),

Have agreed as follows:

Article 1

For the purposes of this Agreement:
(a) "Secretariat" means the CIS Executive Committee;
(b) "official" means any person who works for the Centre.

Article 2

The Parties shall inform the Centre within 30 days.
"""
RUSSIAN = """СОГЛАШЕНИЕ
между Грузией и Республикой Армения

Грузия и Республика Армения (далее – Стороны),

руководствуясь Конвенцией ООН против транснациональной организованной преступности (далее – Конвенция),

согласились о нижеследующем:

Статья 1

Стороны исполняют Конвенцию.
"""


def read(text: str, language: str) -> Document:
    draft = document(text, language)
    draft = replace(draft, structure=read_structure(draft))
    return replace(draft, mentions=read_mentions(draft))


def ids(text: str, language: str) -> dict[str, str | None]:
    return {term.term: term.entity_id for term in identified(read(text, language)).terms}


def test_terms_are_the_entities_they_are_given_to() -> None:
    assert ids(ENGLISH, "en") == {
        "Parties": None,
        "the Convention": "treaty:UNTOC",
        "the Centre": "org:CARICC",
        "Secretariat": "org:CIS-EXCOM",
        "official": None,
    }


def test_the_parties_are_not_the_last_of_them() -> None:
    found = ids(RUSSIAN, "ru")
    assert found["Стороны"] is None
    assert found["Конвенция"] == "treaty:UNTOC"


def test_a_text_without_terms_keeps_its_structure() -> None:
    told = read("Officers met in Vienna.", "en")
    assert identified(told) == told.structure
