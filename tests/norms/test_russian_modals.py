"""What binds in Russian beside plain modals: bounds, rights given or left, duties without a verb or gone on to."""

from __future__ import annotations

import pytest

from pipeline.model import Genre
from pipeline.norms import deadlines
from tests.support.norms import check

BOUNDS = (
    "Стипендиаты должны быть {{моложе|obligation}} 30 лет.",
    "Пеня не может быть {{более|prohibition}} одного процента.",
    "Вода должна {{содержаться|obligation}} в чистоте.",
    "Опыты должны {{прекращаться|obligation}} к вечеру.",
    "Стороны должны {{прилагать|aspiration|all_parties}} усилия к охране лесов.",
    "Каждая Сторона будет {{ответственна|obligation|each_party}} за свои долги.",
    "Стороны согласны {{хранить|obligation|all_parties}} тайну.",
    "Университеты готовы {{принимать|aspiration|университеты}} стажёров.",
    "Ни один из участников не станет {{передавать|prohibition}} ключи.",
    "Шкипер волен {{менять|right|шкипер}} курс.",
    "{{Повторять|exemption}} анализ не нужно.",
    "Лектор {{избавлен|exemption|лектор}} от дежурств.",
    "Рабочая неделя не {{превышает|prohibition}} сорока часов.",
)

LEFT = (
    "Молчание не {{лишает|right|заявитель}} заявителя права обратиться повторно.",
    "Ни одна статья не {{обязывает|exemption}} Стороны раскрывать источники.",
    "Участники не {{берут|exemption}} на себя финансовых обязательств.",
    "Освобождение не {{препятствует|permission}} повторному аресту лица.",
    "Аттестаты {{дают|right}} право на поступление в колледжи.",
    "За матросом {{сохраняется|right|матрос}} место на судне.",
    "Ветераны {{пользуются|right|ветераны}} бесплатным проездом.",
    "Справки не {{требуют|exemption}} перевода.",
    "Требования этой главы не {{распространяются|exemption}} на туристов.",
    "Лекарства {{ввозятся|exemption}} беспошлинно.",
    "Учителю {{полагается|right}} отпуск.",
    "Лесник не {{несёт|exemption}} ответственности за грозу, но обязан {{вести|obligation}} журнал.",
    "Школьники {{въезжают|exemption|школьники}} без виз.",
)

ACTS = (
    "Города {{обмениваются|obligation|города}} школьниками.",
    "Лесничество {{оповещает|obligation|лесничество}} соседей.",
    "О болезни ребёнка родителей {{извещают|obligation}}.",
    "Стороны {{признают|obligation|all_parties}} дипломы колледжей.",
    "Жалобы не {{рассматриваются|prohibition}}.",
    "На островах {{исключается|prohibition}} всякая охота.",
    "Выплата {{прекращается|obligation}} с выездом получателя.",
)

GONE_ON = (
    "Стороны {{составляют|obligation}} акт, копия которого {{вручается|obligation}} капитану.",
    "Груз {{взвешивают|obligation}}, о чём {{делается|obligation}} запись.",
    "Секретариат {{готовит|obligation}} отчёт, который {{рассылается|obligation}} членам.",
)

UNSAID = (
    "Страхование картин – {{за|obligation}} счёт музея.",
    "Хранение ключей – {{за|obligation|секретарь}} секретарём.",
    "Срок рассмотрения жалобы – {{десять|obligation|None|P10D}} дней.",
    "Отстрел волков – {{только|permission}} по решению директоров.",
)

SILENT = (
    "Высокие Стороны отмечают, что реки мелеют.",
    "Настоящее Соглашение автоматически продлевается на новый период.",
    "Перечень указывается в приложении.",
    "Ничто в Меморандуме не должно толковаться как создание товарищества.",
    "Иные слова имеют значение, которое придаётся им законом.",
    "Срок действия договора – пять лет.",
    "Судьи не освобождаются от основной работы.",
    "Взятка карается по закону.",
)

RULES_OF_A_BODY = (
    "Сотруднику не разрешается {{торговать|prohibition}}.",
    "Иметь при себе оружие не {{разрешается|prohibition}}.",
    "Тренеру разрешено {{находиться|permission}} на скамейке.",
)


@pytest.mark.model
@pytest.mark.parametrize("sample", BOUNDS + LEFT + ACTS + GONE_ON + UNSAID + SILENT)
def test_what_a_clause_binds_to(sample: str) -> None:
    check(sample, "ru")


@pytest.mark.model
@pytest.mark.parametrize("sample", RULES_OF_A_BODY)
def test_rules_of_a_body_are_no_decisions(sample: str) -> None:
    check(sample, "ru", Genre.RESOLUTION)


@pytest.mark.parametrize(
    ("text", "relation", "iso"),
    [
        ("уведомляет не менее чем за год", "before", "P1Y"),
        ("выставляются до десятого числа каждого месяца", "every", "P1M"),
        ("подаются в течение часа после финиша", "within", "PT1H"),
    ],
)
def test_limits_of_one_unit(text: str, relation: str, iso: str) -> None:
    (found,) = deadlines.find(text, "ru")
    assert (found.relation.value, found.iso8601) == (relation, iso)


@pytest.mark.parametrize("text", ["не более восьми часов в неделю", "погашается ежегодными долями"])
def test_a_rate_is_no_limit(text: str) -> None:
    assert not deadlines.find(text, "ru")
