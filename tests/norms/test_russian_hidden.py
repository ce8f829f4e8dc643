"""Russian norms that name nobody: who is bound, by what is done to what, for whom, with whose consent and where."""

from __future__ import annotations

import pytest

from pipeline.norms import deadlines
from tests.support.norms import check

COUNTERPARTS = (
    "Об утрате груза передающая Сторона {{уведомляется|obligation|receiving_party}} немедленно.",
    "Табель успеваемости {{направляется|obligation|receiving_party}} направляющей Стороне.",
    "Перечень изделий {{сообщается|obligation|sending_party}} принимающей Стороне.",
    "Показ изделий {{допускается|permission|receiving_party}} с согласия предоставившей Стороны.",
    "Место встречи {{сообщается|obligation|requested_party}} запрашивающей Стороне.",
    "О закрытии рейса {{сообщается|obligation|each_party}} другой Стороне.",
)

TOPICS = (
    "О вывозе {{направляется|obligation|sending_party|P5D}} уведомление не менее чем за пять дней до отправки груза.",
    "Получение посылки {{подтверждается|obligation|receiving_party|P2D}} в течение двух дней.",
    "Допрос {{проводится|obligation|requested_party}} в суде, если запрашивающая Сторона не просит об ином.",
    "Стороны {{обмениваются|obligation|all_parties}} чертежами. "
    "На чертежах {{проставляется|obligation|sending_party}} гриф секретности.",
    "Уничтожение копий {{производится|obligation|receiving_party}} по акту.",
    "Принимающая Сторона {{готовит|obligation|receiving_party}} залы. "
    "Студентам {{предоставляются|obligation|receiving_party}} учебники.",
)

CLAUSES = (
    "Проезд курсантов {{оплачивается|obligation|sending_party}} направляющей Стороной.",
    "Принимающей Стороной {{обеспечивается|obligation|receiving_party}} охрана.",
    "Контактные пункты ежедневно {{сверяют|obligation|контактные пункты}} данные.",
    "Сторона, нашедшая груз, {{хранит|obligation|each_party}} его и {{извещает|obligation|each_party}} другую Сторону.",
    "Расходы, связанные с поиском, {{несёт|obligation|each_party}} та Сторона, на территории которой он ведётся.",
    "Обучающиеся {{соблюдают|obligation|обучающиеся}} распорядок. Им запрещается "
    "{{покидать|prohibition|обучающиеся}} лагерь.",
    "Перевозчик самостоятельно {{выбирает|right|перевозчик}} маршрут.",
    "Ремонт складов {{производится|obligation|перевозчик}} за счёт перевозчика.",
    "Должностные лица не {{подлежат|exemption|должностные лица}} ответственности за свои отчёты.",
    "Дипломы {{признаются|obligation|all_parties}} Сторонами.",
    "Поиск {{начинается|obligation|all_parties|PT2H}} не позднее чем через два часа после сигнала. Стороны уведомлены.",
    "Передача не {{имеет|prohibition}} места, если лицо больно.",
    "Граждане и юридические лица обеих Сторон {{соблюдают|obligation|граждане}} местные правила.",
    "Расходы на охрану {{возлагаются|obligation|sending_party}} на направляющую Сторону.",
)

RULES = """ПОЛОЖЕНИЕ
о Совете по стандартам

Решения {{принимаются|obligation|council}} консенсусом.
К работе могут {{привлекаться|permission|council}} эксперты."""


@pytest.mark.parametrize("sample", [*COUNTERPARTS, *TOPICS, *CLAUSES, RULES])
def test_who_is_bound_where_nobody_is_named(sample: str) -> None:
    check(sample, "ru")


LIMITS = (
    ("представляется не позднее пятого дня", "not_later_than", "P5D"),
    ("представляется не позднее 15 дней до визита", "not_later_than", "P15D"),
    ("в течение первых 90 дней года", "within", "P90D"),
    ("по итогам каждого квартала", "every", "P3M"),
    ("в течение одних суток", "within", "P1D"),
)


@pytest.mark.parametrize(("text", "relation", "iso"), LIMITS)
def test_limits_in_words_of_russian_drafting(text: str, relation: str, iso: str) -> None:
    (found,) = deadlines.find(text, "ru")
    assert (found.relation.value, found.iso8601) == (relation, iso)


def test_a_first_day_is_no_limit() -> None:
    assert not deadlines.find("прибывают не ранее чем за десять дней до занятий", "ru")
