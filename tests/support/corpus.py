"""A small corpus for engine tests: treaties and releases in English and Russian, with names, norms and quotes."""

from __future__ import annotations

from datetime import date
from functools import cache

from pipeline.model import Bound, Deadline, Document, Genre, Modality, Relation, Span
from tests.support.marked import document, with_fact, with_figure, with_norm, with_quote

THIRTY_DAYS = Deadline("", Span(0, 0), "P30D", Relation.WITHIN)


@cache
def corpus() -> tuple[Document, ...]:
    return (_treaty_en(), _treaty_ru(), _seizure_en(), _seizure_ru(), _meeting_en(), _old_ru())


def _treaty_en() -> Document:
    whole = document(
        """
Done by the Parties, hereinafter the Parties, at [[Bishkek|place:bishkek]].
§ art_1 1 Scope | This Agreement covers precursors and seized drugs.
§ art_5 5 Notification | Article 5
§ art_5__para_1 1 | 1. Each Party shall notify the other Party of any seizure of [[heroin|substance:heroin]] within thirty days.
§ art_5__para_2 2 | 2. The Parties may exchange officers through the [[Central Asian Regional Information and Coordination Centre|org:CARICC]].
§ art_6 6 Organisation | The international organizations of the [[U.N.|org:UN]] are informed of the Party's decisions.
""",  # noqa: E501
        language="en",
        title="Agreement on cooperation against drugs",
        issued_on=date(2004, 5, 13),
        genre=Genre.TREATY,
        parties=("Republic of Kazakhstan", "Kyrgyz Republic"),
    )
    words = "Each Party shall notify the other Party of any seizure of heroin within thirty days"
    whole = with_norm(whole, words, Modality.OBLIGATION, "each_party", bearer_text="Each Party", deadline=THIRTY_DAYS)
    return with_norm(
        whole, "The Parties may exchange officers", Modality.PERMISSION, "all_parties", bearer_text="The Parties"
    )


def _treaty_ru() -> Document:
    whole = document(
        """
Совершено в городе [[Бишкеке|place:bishkek]].
§ art_1 1 Предмет | Настоящее Соглашение касается прекурсоров и изъятых наркотиков.
§ art_5 5 Уведомление | Статья 5
§ art_5__para_1 1 | 1. Каждая Сторона уведомляет другую Сторону об изъятии [[героина|substance:heroin]] в течение тридцати дней.
§ art_5__para_2 2 | 2. Стороны могут обмениваться сотрудниками через [[ЦАРИКЦ|org:CARICC]], ещё не названный в приложении.
§ art_6 6 Организации | Учреждения [[О.О.Н.|org:UN]] получают сведения; Cтатья о них печатается отдельно.
""",  # noqa: E501
        language="ru",
        title="Соглашение о сотрудничестве в борьбе с наркотиками",
        issued_on=date(2004, 5, 13),
        genre=Genre.TREATY,
        parties=("Республика Казахстан", "Кыргызская Республика"),
    )
    words = "Каждая Сторона уведомляет другую Сторону об изъятии героина в течение тридцати дней"
    return with_norm(
        whole, words, Modality.OBLIGATION, "each_party", bearer_text="Каждая Сторона", deadline=THIRTY_DAYS
    )


def _seizure_en() -> Document:
    whole = document(
        """
§ p_1 1 | Officers in [[Kazakhstan|country:KZ]] seized 40 kg of [[heroin|substance:heroin]] hidden in a lorry of melons.
§ p_2 2 | “We will notify our neighbours at once,” said [[Aigerim Sadykova|person:aigerim-sadykova]], head of the press service.
§ p_3 3 | The seizure was part of [[Operation Quiet Steppe|operation:QUIET-STEPPE]], and of nothing else.
""",  # noqa: E501
        language="en",
        title="Heroin seized at the border",
        issued_on=date(2006, 3, 1),
    )
    whole = with_fact(
        whole, "seized 40 kg of heroin", "40 kg", 40_000, "g", of="substance:heroin", actor="country:KZ", on="2006-02"
    )
    return with_quote(whole, "We will notify our neighbours at once", "Aigerim Sadykova", "head of the press service")


def _seizure_ru() -> Document:
    whole = document(
        """
§ p_1 1 | В [[Казахстане|country:KZ]] изъято 40 кг [[героина|substance:heroin]], спрятанного в грузовике с дынями.
§ p_2 2 | «Мы немедленно уведомим соседей», — сказала [[Айгерим Садыкова|person:aigerim-sadykova]], руководитель пресс-службы.
§ p_3 3 | Изъятие прошло в рамках операции [[«Тихая степь»|operation:QUIET-STEPPE]].
""",  # noqa: E501
        language="ru",
        title="На границе изъят героин",
        issued_on=date(2006, 3, 1),
    )
    more_than = {"of": "substance:heroin", "place": "country:KZ", "bound": Bound.MORE_THAN}
    whole = with_fact(whole, "изъято 40 кг героина", "40 кг", 40_000, "g", **more_than)
    return with_quote(whole, "Мы немедленно уведомим соседей", "Айгерим Садыкова", "руководитель пресс-службы")


def _meeting_en() -> Document:
    whole = document(
        """
§ p_1 1 | Experts of [[CARICC|org:CARICC]] met in [[Almaty|place:almaty]] to compare notes on notification and on organisational matters.
§ p_2 2 | The universities of [[Tajikistan|country:TJ]] and of [[Kyrgyzstan|country:KG]] sent observers to the international meeting.
§ p_3 3 | <script>alert(1)</script> is printed here as ** plain ** text, in a state's paper of 1.5 million dollars.
""",  # noqa: E501
        language="en",
        title="Experts meet in Almaty",
        issued_on=date(2010, 11, 30),
    )
    return with_figure(whole, "1.5 million dollars", 1_500_000, "USD")


def _old_ru() -> Document:
    return document(
        """
Старая заметка без даты о пчёлах и мёде; пчела летит.
Вторая строка заметки: мёд продаётся в Санкт-Петербурге.
""",
        language="ru",
        title="О пчёлах",
        genre=Genre.OTHER,
    )
