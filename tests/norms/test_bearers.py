"""Canonical bearers: how Parties are described, organs named and owners left out."""

from __future__ import annotations

import pytest

from pipeline.norms.bearers import described, first_in, short
from pipeline.norms.russian_words import dative, nominative
from pipeline.process import analyse_text


@pytest.mark.parametrize(
    ("words", "language", "side"),
    [
        ("The Party receiving a request shall", "en", "requested_party"),
        ("The State to which the request is addressed shall", "en", "requested_party"),
        ("Any Party making such a request shall", "en", "requesting_party"),
        ("The Party which supplied the information may", "en", "sending_party"),
        ("The Government of Latvia, as depositary, shall", "en", "depositary"),
        ("Сторона, получившая запрос, принимает", "ru", "requested_party"),
        ("Сторона, направившая запрос, уведомляет", "ru", "requesting_party"),
        ("Сторона, получившая информацию, хранит", "ru", "receiving_party"),
        ("The Party whose aircraft was inspected shall", "en", None),
    ],
)
def test_a_party_is_known_by_what_it_did(words: str, language: str, side: str | None) -> None:
    assert described(words, language) == side


@pytest.mark.parametrize(
    ("words", "language", "name"),
    [
        ("the airlines of both contracting parties", "en", "airlines"),
        ("neither the team leader nor any member", "en", "team leader"),
        ("persons entering under this arrangement", "en", "persons"),
        ("officials of the office", "en", "officials"),
        ("members of the team", "en", "members of the team"),
        ("эти лица", "ru", "лица"),
        ("пограничные органы сторон", "ru", "пограничные органы"),
    ],
)
def test_owners_and_determiners_fall_off(words: str, language: str, name: str) -> None:
    assert short(words, language) == name


def test_a_russian_name_is_given_in_the_nominative() -> None:
    assert nominative("Исполнительному секретарю") == "Исполнительный секретарь"
    assert nominative("Министерствам окружающей среды") == "Министерства окружающей среды"
    assert nominative("Уполномоченным") == "Уполномоченные"
    assert nominative("Каждая из Сторон") == "Каждая из Сторон"
    assert dative("Министерствам обороны")
    assert not dative("Министерства обороны")


def test_a_state_party_is_a_party_wherever_it_stands() -> None:
    assert first_in("If a State Party needs assistance,", "en") == "each_party"


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "sentence", "modality", "bearer"),
    [
        ("en", "The Council adopts the budget.", "power", "council"),
        ("en", "Decisions of the Council shall be taken by consensus.", "obligation", "council"),
        ("en", "Such consultations shall take place within ten days.", "obligation", "all_parties"),
        ("en", "The requested Party is under no obligation to return samples.", "exemption", "requested_party"),
        ("en", "Under no circumstances shall such information be disclosed.", "prohibition", "receiving_party"),
        ("en", "The Party in whose territory harm was done shall pay compensation.", "obligation", "each_party"),
        (
            "en",
            "The upkeep of the hall shall be the responsibility of the host State.",
            "obligation",
            "receiving_party",
        ),
        ("en", "Each Party is responsible for the safety of its staff.", "obligation", "each_party"),
        ("ru", "Совет утверждает бюджет.", "power", "council"),
        ("ru", "Имущество Центра не подлежит аресту.", "prohibition", "all_parties"),
        ("ru", "Контроль за выполнением возлагается на Секретариат.", "obligation", "secretariat"),
        ("ru", "Экспертам предоставляется право посещать лаборатории.", "right", "эксперты"),
        ("ru", "Чрезвычайные расходы возмещаются запрашивающей Стороной.", "obligation", "requesting_party"),
    ],
)
def test_modality_and_bearer_of_one_article(language: str, sentence: str, modality: str, bearer: str) -> None:
    heads = {
        "en": "AGREEMENT\n\nThe Parties have agreed as follows:\n\nArticle 1\n\n",
        "ru": "СОГЛАШЕНИЕ\n\nСтороны согласились о нижеследующем:\n\nСтатья 1\n\n",
    }
    documents = analyse_text(heads[language] + sentence, language=language)
    found = [(str(norm.modality), norm.bearer) for document in documents for norm in document.norms]
    assert found == [(modality, bearer)]


@pytest.mark.model
def test_each_verb_keeps_its_own_time_limit() -> None:
    text = (
        "AGREEMENT\n\nThe Parties have agreed as follows:\n\nArticle 1\n\n"
        "The requested Party shall acknowledge the request and shall, within twelve hours, send a reply."
    )
    norms = [norm for document in analyse_text(text, language="en") for norm in document.norms]
    assert [norm.deadline.iso8601 if norm.deadline else None for norm in norms] == [None, "PT12H"]
