"""Russian: whose part a kind of act is, and who faces a side that is given, told or asked for leave."""

from __future__ import annotations

import pytest

from tests.support.norms import check

TOGETHER = "Стороны {{сотрудничают|obligation|all_parties}}. "

FACED = (
    TOGETHER + "О гибели животного {{сообщается|obligation|each_party}} другой Стороне.",
    "Записи {{публикуются|obligation|receiving_party}} с согласия Стороны, предоставившей их.",
    "Пробы {{высылаются|obligation|receiving_party}} в Сторону, которая командировала спортсмена.",
    "О поступлении груза {{оповещается|obligation|receiving_party}} направившая его Сторона.",
    TOGETHER + "Могилы {{содержатся|obligation|each_party}} за счёт Стороны, на территории которой они находятся.",
    "Рукописи {{возвращаются|obligation|receiving_party}} уполномоченному органу передающей Стороны.",
)
"""Who acts stands across from the side that is named."""

KINDS = (
    TOGETHER + "Разрешение {{выдаётся|obligation|all_parties}} в двухмесячный срок.",
    TOGETHER + "Присланный эталон {{хранится|obligation|receiving_party}} в термостате.",
    TOGETHER + "Изъятые сети {{уничтожаются|obligation|all_parties}}.",
    TOGETHER + "План {{утверждается|obligation|all_parties}} ежегодно.",
    "Жильё {{оплачивает|obligation|receiving_party}} принимающая Сторона. "
    "Студенты {{зачисляются|obligation|receiving_party}} на курс.",
    "Арендодатель {{передаёт|obligation|арендодатель}} станцию. Арендатор {{вывозит|obligation|арендатор}} отходы. "
    "Плата {{вносится|obligation|арендатор}} ежеквартально.",
)
"""A kind of act tells the doer: between two sides, or of each and of all."""

EXPLICIT = (
    "Обработки {{проводятся|obligation|each_party}} каждой из Договаривающихся Сторон.",
    "Стороны {{сверяют|obligation|all_parties}} счета, и каждая из них {{подтверждает|obligation|each_party}} сальдо.",
    "Сторона-получатель {{оплачивает|obligation|receiving_party}} пошлины.",
    "Договаривающиеся Государства {{поддерживают|obligation|all_parties}} русла рек.",
    "Сторона, которой предоставлены копии, {{ссылается|obligation|receiving_party}} на подлинник.",
    "Правила {{издаются|obligation|competent_authority}} тем органом, который их утвердил.",
)
"""Doers that are named by a pronoun, by what they did or in a name that the parser takes apart."""


@pytest.mark.model
@pytest.mark.parametrize("sample", FACED + KINDS + EXPLICIT)
def test_who_acts(sample: str) -> None:
    check(sample, "ru")
