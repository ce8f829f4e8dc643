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

CLAUSES = (
    "Если в этом случае Сторона сообщит об отказе, Комиссия {{рассматривает|obligation|commission}} вопрос.",
    "Если Сторона, получившая запрос, не может его исполнить, она {{передаёт|obligation|requested_party}} его.",
    "Сторона, на территории которой произошла авария, {{принимает|obligation|each_party}} меры.",
    "Стороны согласились, что расходы {{несёт|obligation|receiving_party}} принимающая Сторона.",
    "Каждая Сторона будет в пределах своих возможностей, а также в рамках закона "
    "{{содействовать|obligation|each_party}} обмену.",
    "Споры {{передаются|obligation|all_parties}} в суд, который {{выносит|obligation|court|P6M}} решение "
    "в течение шести месяцев.",
    "Стороны обязуются {{хранить|obligation|all_parties}} сведения и не {{передавать|prohibition|all_parties}} их.",
    "Стороны принимают на себя обязательство не {{размещать|prohibition|all_parties}} оружие.",
    "Лицо, выданное другой Стороне, не может быть без её согласия {{привлечено|prohibition|each_party}} к суду.",
)

AGENTS = (
    "Каждая из Высоких Договаривающихся Сторон {{воздержится|prohibition|each_party}} от угроз.",
    "Руководитель группы {{назначается|obligation|requesting_party}} запрашивающей Стороной.",
    "Проверка {{производится|obligation|commission}} ревизионной комиссией.",
    "Координация работ {{поручается|obligation|secretariat}} Секретариату.",
    "Обязанность хранить документы {{лежит|obligation|secretariat}} на Секретариате.",
    "За Сторонами {{сохраняется|right|all_parties}} право пересмотра тарифов.",
    "Ничто не {{препятствует|permission|all_parties}} Сторонам заключать протоколы.",
    "Стороны не {{препятствуют|prohibition|all_parties}} въезду экспертов.",
    "К компетенции Совета {{относится|power|council}} рассмотрение споров.",
    "Каждый член Совета {{имеет|power|член совета}} один голос.",
    "Граждане одной Стороны {{пользуются|right|граждане}} на территории другой Стороны теми же правами.",
    "Решения Совета {{обязательны|obligation|all_parties}} для государств-членов.",
    "Передача сведений {{возможна|permission|receiving_party}} только с согласия Сторон.",
    "Стороны {{выражают|aspiration|all_parties}} намерение расширять обмен.",
    "Товары Сторон не {{облагаются|exemption}} сборами.",
    "Вызванному лицу {{возмещаются|obligation|requesting_party}} расходы. "
    "Оно {{имеет|right|вызванное лицо}} право на вознаграждение.",
    "Суда Сторон могут {{заходить|permission|суда}} в порты. Они {{освобождаются|exemption|суда}} от сборов.",
    "Документы {{направляются|obligation|requested_party}} запрашивающей Стороне.",
    "Запрашиваемая Сторона {{исполняет|obligation|requested_party}} запрос. "
    "Акт {{составляется|obligation|requested_party}} в двух экземплярах.",
)

LIMITS = (
    "Сторона {{уведомит|obligation|each_party|P3M}} об этом другую Сторону за три месяца.",
    "Комиссия {{собирается|obligation|commission|P6M}} не реже одного раза в полугодие.",
    "Группа {{собирается|obligation|группа|P6M}} дважды в год.",
    "Стороны {{вносят|obligation|all_parties|P1Y}} взносы не позднее 31 марта каждого года.",
    "Сторона {{ответит|obligation|each_party|P1M}} не позднее чем через месяц.",
    "Сторона {{ответит|obligation|each_party|P5D}} не позднее пяти рабочих дней.",
    "Стороны {{уничтожают|obligation|all_parties|P6M}} данные по истечении шестимесячного срока.",
    "Стороны {{обменяются|obligation|all_parties|P3M}} перечнями в трёхмесячный срок.",
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
    "В состав Комиссии входят представители Сторон.",
    "Порядок исполнения определяется законодательством Сторон.",
    "Если в течение месяца ответ не поступит, запрос считается отклонённым.",
    "Для Сторон, сдавших грамоты позднее, оно вступает в силу с даты сдачи.",
    "Заседание правомочно, если на нём присутствует большинство членов.",
    "Целью является описание того, как Стороны намерены сотрудничать.",
    "Ничто не препятствует применению более льготных условий.",
)


@pytest.mark.model
@pytest.mark.parametrize("sample", TREATY + CLAUSES + AGENTS + LIMITS + HIDDEN)
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
