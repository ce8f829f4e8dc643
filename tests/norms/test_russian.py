"""Russian norms, each sample with the norms it holds."""

from __future__ import annotations

import pytest

from pipeline.model import Genre, Strength
from pipeline.norms import read_norms
from tests.support.norms import check, document

TREATY = (
    "Стороны {{обмениваются|obligation|all_parties}} сведениями и {{информируют|obligation|all_parties}} друг друга.",
    "Каждая Сторона {{назначает|obligation|each_party}} ответственное ведомство.",
    "Стороны обязуются {{хранить|obligation|all_parties}} образцы.",
    "Стороны обязуются не {{передавать|prohibition|all_parties}} образцы третьим странам.",
    "Стороны будут {{оказывать|obligation|all_parties}} друг другу помощь.",
    "Стороны {{создадут|obligation|all_parties}} рабочую группу.",
    "Запрашиваемая Сторона может {{отказать|permission|requested_party}} в помощи.",
    "Запрашивающая Сторона не вправе {{разглашать|prohibition|requesting_party}} сведения.",
    "Передача образцов не {{допускается|prohibition}}.",
    "{{Запрещается|prohibition}} публикация списков.",
    "Стороны {{воздерживаются|prohibition|all_parties}} от любых публикаций.",
    "Стороны стремятся {{урегулировать|aspiration|all_parties}} споры.",
    "Стороны {{прилагают|aspiration|all_parties}} усилия к расширению обмена.",
    "Стороны имеют право {{выйти|right|all_parties}} из Соглашения.",
    "Сторона не {{несет|exemption|each_party}} ответственности за убытки.",
    "Сторонам следует {{проводить|aspiration|all_parties}} учения.",
    "Он составлен на бланке. В срочных случаях Стороны {{передают|obligation|all_parties}} его устно.",
    "Ни одна из Сторон не будет {{публиковать|prohibition|each_party}} списки.",
    "В рамках законодательств своих государств Стороны {{проведут|obligation|all_parties}} учения.",
    "Специалисты Сторон {{проводят|obligation}} замеры.",
)

HIDDEN = (
    "Запрос {{направляется|obligation|requesting_party}} в письменной форме.",
    "Исполнение запроса {{завершается|obligation|requested_party|P30D}} в тридцатидневный срок.",
    "Полученные сведения не могут быть {{использованы|prohibition|receiving_party}} в иных целях.",
    "Стороны согласны с этим. Споры {{разрешаются|obligation|all_parties}} путём переговоров.",
    "Учения {{проводятся|obligation|competent_authority}} компетентными органами.",
)

SILENT = (
    "Настоящее Соглашение вступает в силу со дня подписания.",
    "Настоящее Соглашение не затрагивает прав третьих государств.",
    "Положения Соглашения применяются ко всей территории.",
    "Соглашение прекращает своё действие через год.",
    "Приложение является неотъемлемой частью Соглашения.",
    "Если Сторона отказывает в помощи, решение окончательно.",
)


@pytest.mark.model
@pytest.mark.parametrize("sample", TREATY + HIDDEN)
def test_norms_of_treaties(sample: str) -> None:
    check(sample, "ru")


@pytest.mark.model
@pytest.mark.parametrize("sample", SILENT)
def test_no_norm_is_made_of_what_only_states_the_law(sample: str) -> None:
    check(sample, "ru")


@pytest.mark.model
def test_strength_tells_present_future_and_should_apart() -> None:
    text = "Стороны обмениваются опытом.\nСтороны будут обмениваться опытом.\nСторонам следует обмениваться опытом."
    strengths = [norm.strength for norm in read_norms(document(text, "ru"))]
    assert strengths == [Strength.PRESENT, Strength.WILL, Strength.SHOULD]


@pytest.mark.model
def test_releases_tell_only_what_was_undertaken() -> None:
    check("Стороны договорились {{провести|obligation|all_parties}} учения.", "ru", Genre.RELEASE)
    check("Стороны обсуждают новые маршруты и обмениваются мнениями.", "ru", Genre.RELEASE)


@pytest.mark.model
def test_definitions_are_constitutive() -> None:
    (norm,) = read_norms(document("Термин «прекурсор» означает вещество для изготовления наркотиков.", "ru"))
    assert (norm.modality.value, norm.statement.value) == ("definition", "constitutive")


@pytest.mark.model
def test_condition_and_counterparty() -> None:
    (norm,) = read_norms(document("В случае угрозы, Сторона уведомляет об этом другую Сторону.", "ru"))
    assert norm.condition == "В случае угрозы"
    assert norm.counterparty == "другую Сторону"
