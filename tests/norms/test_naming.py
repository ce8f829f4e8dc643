"""Names of those who are bound: as the text calls them, without their country, in the nominative."""

from __future__ import annotations

import pytest

from pipeline.norms.naming import first_of_kind, singular, without_country
from pipeline.norms.russian_words import animate, nominative
from pipeline.process import analyse_text

ENGLISH = """AGREEMENT between the Ministry of Culture of Malta and the Ministry of Culture of Malawi

The Ministry of Culture of Malta and the Ministry of Culture of Malawi, hereinafter the Ministries, have agreed:

Article 1

{clause}
"""
RUSSIAN = """СОГЛАШЕНИЕ между Музеем часов Риги и Музеем часов Пензы

Музей часов Риги и Музей часов Пензы, далее – Музеи, согласились о нижеследующем:

Статья 1

{clause}
"""


def _bearers(text: str, language: str) -> list[str | None]:
    return [norm.bearer for document in analyse_text(text, language=language) for norm in document.norms]


def test_a_country_behind_a_name_falls_off() -> None:
    assert without_country("roads authority of malawi", {"malawi"}, "en") == "roads authority"
    assert without_country("дорожное агентство малави", {"малави"}, "ru") == "дорожное агентство"
    assert without_country("bank of korea", {"korea"}, "en") == "bank of korea"
    assert without_country("bank indonesia", {"indonesia"}, "en") == "bank indonesia"


def test_of_two_of_a_kind_the_first_counts() -> None:
    assert first_of_kind("oulu hospital and pori hospital") == "oulu hospital"
    assert first_of_kind("ministry of labour and social affairs") == "ministry of labour and social affairs"


def test_one_of_a_kind() -> None:
    assert singular("ministries", "en") == "ministry"
    assert singular("университеты", "ru") == "университет"


def test_nominatives_of_judges_and_behind_particles() -> None:
    assert nominative("Следственным судьёй") == "Следственный судья"
    assert nominative("только аккредитованными лабораториями") == "аккредитованные лаборатории"
    assert nominative("главного инженера") == "главный инженер"
    assert animate("кинологами")


@pytest.mark.parametrize(
    ("clause", "bearer"),
    [
        ("The State Printing Works shall print the catalogue.", "state printing works"),
        ("The head keeper and two assistant keepers shall wear uniforms.", "head keeper"),
        ("Conservators from both institutions shall prepare reports.", "conservators"),
        ("The catalogue shall be checked by an independent editor acceptable to the Ministries.", "independent editor"),
        ("No Contracting Power shall erect fortifications.", "each_party"),
        ("Any archivist working at a site shall sign the book.", "archivist"),
        ("Certificates shall be verified by border inspection posts.", "border inspection posts"),
        ("Each dean shall nominate a coordinator.", "dean"),
        ("Responsibility for the vitrines rests with the Curator.", "curator"),
        ("It is for the Heritage Chamber to settle complaints.", "heritage chamber"),
        ("Party A shall pay the rent in advance.", "party a"),
        ("Each Ministry shall publish a list.", "each_party"),
    ],
)
def test_whom_an_english_clause_names(clause: str, bearer: str) -> None:
    assert bearer in _bearers(ENGLISH.format(clause=clause), "en")


@pytest.mark.parametrize(
    ("clause", "bearer"),
    [
        ("Отбор образцов производится присяжными весовщиками.", "присяжные весовщики"),
        ("Завершение работ удостоверяется инженером кредиторов.", "инженер кредиторов"),
        ("Следственным судьёй могут быть допрошены иные лица.", "следственный судья"),
        ("Директором Службы нанимается персонал.", "director"),
        ("Общее собрание избирает Бюро.", "общее собрание"),
        ("Секретарю вменяется в обязанность ведение архива.", "секретарь"),
        ("На Главу миссии возлагается связь с местными властями.", "глава миссии"),
        ("Запрещается транзитному государству отбирать газ.", "транзитное государство"),
        ("Ни один из Участников не вводит дополнительных условий.", "each_party"),
        ("Каждый Музей назначает хранителя.", "each_party"),
        ("Музеи ежегодно утверждают план.", "all_parties"),
        ("Договаривающиеся Правительства вносят взносы.", "all_parties"),
        ("Приглашающая сторона предоставляет рабочее место.", "receiving_party"),
        ("Сторона А передаёт склад в течение пяти дней.", "сторона а"),
    ],
)
def test_whom_a_russian_clause_names(clause: str, bearer: str) -> None:
    text = RUSSIAN.format(clause=f"{clause} Любой Музей вправе отказаться.")
    assert _bearers(text, "ru")[0] == bearer


@pytest.mark.model
@pytest.mark.parametrize(
    ("clause", "bearer"),
    [
        ("EachState Party shall report on its museums.", "each_party"),
        ("Two or more curators may lend the same clock.", "curators"),
    ],
)
def test_lost_blanks_and_counts_are_no_part_of_a_name(clause: str, bearer: str) -> None:
    assert _bearers(ENGLISH.format(clause=clause), "en") == [bearer]
