"""Whose part an agentless Russian passive is: by kind of instrument, by what was just said, by who plays which part."""

from __future__ import annotations

import pytest

from pipeline.norms import deadlines
from tests.support.norms import check

BY_INSTRUMENT = (
    # asking for help in criminal matters
    "Стороны {{сотрудничают|obligation|all_parties}} в вопросах, касающихся запросов о выдаче. "
    "Выдача может быть {{обусловлена|permission|requested_party}} гарантиями.",
    "Дело о правовой помощи: материалы уголовного дела {{пересылаются|obligation|requesting_party}} бесплатно.",
    "Вопросы правовой помощи. Если лицо не принято, оно {{подлежит|obligation|requested_party}} освобождению.",
    # loans: who borrows is said once
    "Индийская Сторона {{предоставляет|obligation}} Непальской Стороне кредит. "
    "Кредит {{используется|obligation|непальская сторона}} для строительства плотины.",
    # visas and pensions
    "Заявитель {{представляет|obligation|заявитель}} паспорт. Визы {{выдаются|obligation|receiving_party}} за день.",
    "Компетентные учреждения {{ведут|obligation|компетентные учреждения}} учёт. "
    "Размер пенсии {{пересматривается|obligation|компетентные учреждения|P1Y}} ежегодно.",
    # rescue
    "Стороны {{помогают|obligation|all_parties}} друг другу при чрезвычайных ситуациях. "
    "Спасательным группам {{предоставляется|obligation|requesting_party}} горючее.",
    # guests
    "Принимающая Сторона {{готовит|obligation|receiving_party}} аудитории. "
    "Прибывшие лекторы {{обеспечиваются|obligation|receiving_party}} жильём.",
    "Найденные обломки {{доводятся|obligation|receiving_party}} до сведения отправляющей Стороны. "
    "Раскопки {{ведутся|obligation|receiving_party}} с участием представителей отправляющей Стороны.",
    "Охрана лагеря {{обеспечивается|obligation|receiving_party}} силами принимающей Стороны.",
)

RULES = """РЕГЛАМЕНТ
Комиссии по карантину
Секретариат {{готовит|obligation|secretariat}} залы.
Ответы членов Комиссии {{направляются|obligation|члены комиссии|P10D}} в течение 10 дней.
Стенограмма {{рассылается|obligation|secretariat}} после сессии."""

GOING_ON = (
    "Каждая Сторона {{создаёт|obligation|each_party}} пункт связи. "
    "Его адрес {{сообщается|obligation|each_party}} депозитарию.",
    "Замечания {{передаются|obligation|sending_party}} принимающей Стороне. "
    "Возражения {{представляются|obligation|receiving_party}} позднее.",
    "Запрашивающая Сторона {{уведомляет|obligation|requesting_party}} об этом. "
    "Эта Сторона {{оплачивает|obligation|requesting_party}} перевод.",
    "Стороны {{сдают|obligation|all_parties}} грамоты депозитарию. "
    "Последний {{уведомляет|obligation|depositary}} об этом.",
    "Центр {{хранит|obligation|centre}} карты. В этом случае он {{уведомляет|obligation|centre}} фирму.",
)

CLAUSES = (
    "Комиссия {{ведёт|obligation|commission}} реестр, {{готовит|obligation|commission}} прогноз и ежегодно, не позднее "
    "весны, {{представляет|obligation|commission|P1Y}} доклад.",
    "Страна-поставщик {{упаковывает|obligation|страна-поставщик}} груз.",
    "Указанным туристам не разрешается {{купаться|prohibition|туристы}}.",
    "Наблюдателям не {{предоставляется|prohibition|наблюдатели}} право голоса.",
    "Совет уполномочивается {{выбирать|power|council}} место.",
    "Стороны постараются {{сблизить|aspiration|all_parties}} тарифы.",
    "Станции не {{подлежат|exemption}} координации. Стороны извещены.",
    "Доступ к картам {{имеют|right|должностные лица}} только должностные лица.",
    "Служба {{вручает|obligation|служба}} пропуск и незамедлительно {{извещает|obligation|служба}} представительство.",
    "Предприятие {{закрывает|obligation|предприятие}} цех, если любое Государство-участник не представит справку.",
)

NO_LIMITS = (
    "избирается на двухлетний срок",
    "в пределах ежегодной квоты",
)


@pytest.mark.parametrize("sample", [*BY_INSTRUMENT, RULES, *GOING_ON, *CLAUSES])
def test_whose_part_it_is(sample: str) -> None:
    check(sample, "ru")


@pytest.mark.parametrize("text", NO_LIMITS)
def test_terms_of_office_and_quotas_are_no_limits(text: str) -> None:
    assert not deadlines.find(text, "ru")
