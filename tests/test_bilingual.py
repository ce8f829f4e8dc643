# ruff: noqa: E501  (the sample's paragraphs are whole lines)
"""A faithful pair raises no alarm; every planted change is found, with its kind, provision and both quotations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.bilingual import Comparison, compare
from pipeline.errors import DragomanError
from pipeline.model import Document
from pipeline.structure import read_structure
from tests.support.structure import document

ENGLISH = """AGREEMENT
between the Government of Arcadia and the Government of Elbonia
on the Return of Stray Bees

The Government of Arcadia and the Government of Elbonia, hereinafter referred to as "the Parties",

Desiring to protect bees,

Have agreed as follows:

Article 1
Definitions

For the purposes of this Agreement the Central Hive Office (hereinafter "the Office") and the Bee Exchange Register (hereinafter "the Register") shall be established in Elbow.

Article 2
Requests

1. The Parties shall return stray bees to each other without delay.

2. A request for the return of bees shall be sent in writing and shall contain:

(a) the name of the requesting authority;

(b) the number and colour of the bees;

(c) a description of the hive from which they flew away.

3. The requested Party shall reply to the request within 30 days of its receipt.

Article 3
Refusal

1. The requested Party may refuse the return of bees if the return would harm its flowers.

2. No fee shall be charged for the return of bees.

3. The Parties shall not use returned bees for the production of honey without the consent of the other Party.

Article 4
Costs

Each Party shall bear the costs of 15 inspectors of the Office and shall pay them before 1 March 2005.

Article 5
Register

The Office shall keep the Register and shall publish it twice a year.

Article 6
Consultations

The Parties shall endeavour to settle disputes by consultations. The Parties may invite experts to these consultations.

Article 7
Final provisions

This Agreement shall enter into force on the date of the last notification and shall remain in force for five years. Either Party may terminate it by giving written notice six months in advance.

DONE at Elbow on 3 May 2001 in two originals in the English and Russian languages, both texts being equally authentic.
"""
RUSSIAN = """СОГЛАШЕНИЕ
между Правительством Аркадии и Правительством Эльбонии
о возвращении заблудившихся пчел

Правительство Аркадии и Правительство Эльбонии, именуемые в дальнейшем «Сторонами»,

желая защитить пчел,

согласились о нижеследующем:

Статья 1
Определения

Для целей настоящего Соглашения в Эльбе создаются Центральное бюро ульев (далее – «Бюро») и Реестр обмена пчелами (далее – «Реестр»).

Статья 2
Запросы

1. Стороны безотлагательно возвращают друг другу заблудившихся пчел.

2. Запрос о возвращении пчел направляется в письменной форме и содержит:

а) наименование запрашивающего органа;

б) количество и цвет пчел;

в) описание улья, из которого они улетели.

3. Запрашиваемая Сторона отвечает на запрос в течение 30 дней с даты его получения.

Статья 3
Отказ

1. Запрашиваемая Сторона может отказать в возвращении пчел, если возвращение повредит ее цветам.

2. За возвращение пчел плата не взимается.

3. Стороны не используют возвращенных пчел для производства меда без согласия другой Стороны.

Статья 4
Расходы

Каждая Сторона несет расходы на 15 инспекторов Бюро и оплачивает их до 1 марта 2005 года.

Статья 5
Реестр

Бюро ведет Реестр и публикует его дважды в год.

Статья 6
Консультации

Стороны стремятся урегулировать споры путем консультаций. Стороны могут приглашать экспертов для участия в этих консультациях.

Статья 7
Заключительные положения

Настоящее Соглашение вступает в силу с даты последнего уведомления и остается в силе в течение пяти лет. Любая из Сторон может прекратить его действие, направив письменное уведомление за шесть месяцев.

СОВЕРШЕНО в Эльбе 3 мая 2001 года в двух экземплярах на английском и русском языках, причем оба текста имеют одинаковую силу.
"""


def analysed(text: str, language: str) -> Document:
    made = document(text, language)
    return replace(made, structure=read_structure(made))


def compared(english: str = ENGLISH, russian: str = RUSSIAN) -> Comparison:
    return compare(analysed(english, "en"), analysed(russian, "ru"))


def test_a_faithful_pair() -> None:
    result = compared()
    assert result.divergences == ()
    assert result.unaligned == ()
    assert [a for a, _ in result.aligned] == ["preamble", *(f"art_{i}" for i in range(1, 8)), "conclusions"]
    assert (result.notes, result.partial) == ((), False)


@pytest.mark.parametrize(
    ("kind", "eid", "old", "new"),
    [
        ("deadline", "art_2__para_3", "в течение 30 дней", "в течение 60 дней"),
        ("deadline", "art_2__para_3", "в течение 30 дней", "в течение 30 месяцев"),
        ("deadline", "art_7", "в течение пяти лет", "в течение семи лет"),
        ("deadline", "art_7", "за шесть месяцев", "за три месяца"),
        ("number", "art_4", "15 инспекторов", "25 инспекторов"),
        ("date", "art_4", "1 марта 2005", "1 марта 2006"),
        ("date", "conclusions", "3 мая 2001", "3 июня 2001"),
        ("modality", "art_3__para_1", "Сторона может отказать", "Сторона обязана отказать"),
        ("modality", "art_3__para_1", "Сторона может отказать", "Сторона отказывает"),
        ("modality", "art_2__para_1", "Стороны безотлагательно возвращают", "Стороны могут безотлагательно возвращать"),
        ("modality", "art_6", "Стороны стремятся урегулировать", "Стороны обязаны урегулировать"),
        ("modality", "art_4", "Каждая Сторона несет", "Каждая Сторона вправе нести"),
        ("negation", "art_3__para_2", "плата не взимается", "плата взимается"),
        ("negation", "art_2__para_3", "Сторона отвечает", "Сторона не отвечает"),
        ("negation", "art_3__para_3", "Стороны не используют", "Стороны используют"),
        ("party", "art_2__para_3", "Запрашиваемая Сторона отвечает", "Запрашивающая Сторона отвечает"),
        ("term", "art_4", "инспекторов Бюро", "инспекторов Реестра"),
        ("missing_provision", "art_2__para_2__point_b", "б) количество и цвет пчел;\n\nв)", "б)"),
        ("missing_provision", "art_3__para_2", "2. За возвращение пчел плата не взимается.\n\n3.", "2."),
        ("missing_provision", "art_5", "Статья 5\nРеестр\n\nБюро ведет Реестр и публикует его дважды в год.\n\n", ""),
    ],
)
def test_changes_in_the_russian_text(kind: str, eid: str, old: str, new: str) -> None:
    assert RUSSIAN.count(old) == 1
    result = compared(russian=RUSSIAN.replace(old, new))
    assert (kind, eid) in {(d.kind, d.eid) for d in result.divergences}
    assert len(result.divergences) <= 2


@pytest.mark.parametrize(
    ("kind", "eid", "old", "new"),
    [
        ("deadline", "art_2__para_3", "within 30 days", "within 40 days"),
        ("modality", "art_2__para_1", "The Parties shall return", "The Parties may return"),
        ("modality", "art_3__para_1", "Party may refuse", "Party shall refuse"),
        ("negation", "art_5", "shall keep the Register and", "shall not keep the Register and"),
        ("negation", "art_3__para_3", "shall not use", "shall use"),
        ("missing_provision", "art_3__para_2", "2. No fee shall be charged for the return of bees.\n\n3.", "2."),
    ],
)
def test_changes_in_the_english_text(kind: str, eid: str, old: str, new: str) -> None:
    assert ENGLISH.count(old) == 1
    result = compared(english=ENGLISH.replace(old, new))
    assert (kind, eid) in {(d.kind, d.eid) for d in result.divergences}


def test_both_quotations_lie_in_their_texts() -> None:
    russian = RUSSIAN.replace("30 дней", "60 дней")
    (found,) = compared(russian=russian).divergences
    assert found.english is not None
    assert found.russian is not None
    assert ENGLISH[found.english.start : found.english.end] == found.english.quote
    assert russian[found.russian.start : found.russian.end] == found.russian.quote
    assert "P30D" in found.detail


def test_an_article_left_out_and_the_rest_renumbered() -> None:
    cut = RUSSIAN.replace("Статья 5\nРеестр\n\nБюро ведет Реестр и публикует его дважды в год.\n\n", "")
    result = compared(russian=cut.replace("Статья 6", "Статья 5").replace("Статья 7", "Статья 6"))
    assert [(d.kind, d.eid) for d in result.divergences] == [("missing_provision", "art_5")]
    assert ("art_7", "art_6") in result.aligned


def test_the_order_of_the_arguments_does_not_matter() -> None:
    swapped = compare(analysed(RUSSIAN, "ru"), analysed(ENGLISH, "en"))
    assert swapped == compared()


def test_different_instruments_are_not_compared() -> None:
    other = "ДОГОВОР О МЕДВЕДЯХ\n\nСтороны согласились о нижеследующем:\n\n" + "\n\n".join(
        f"Статья {i}\n\n" + "Медведи живут в лесу и едят малину, а зимой они спят в берлоге. " * (12 - i)
        for i in range(1, 12)
    )
    result = compared(russian=other)
    assert result.partial
    assert result.divergences == ()
    assert [note.code for note in result.notes] == ["different_instruments"]


def test_a_text_cut_short_is_compared_as_far_as_it_goes() -> None:
    cut = RUSSIAN[: RUSSIAN.index("и остается в силе")] + "и остается"
    result = compared(russian=cut)
    assert result.partial
    assert [note.code for note in result.notes] == ["text_cut_short"]
    assert ("art_4", "art_4") in result.aligned


def test_two_texts_of_one_language_are_refused() -> None:
    with pytest.raises(DragomanError, match="English and a Russian"):
        compare(analysed(ENGLISH, "en"), analysed(ENGLISH, "en"))


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        ("Hives may be moved only with a permit.", "Перемещение ульев без разрешения не допускается."),
        ("The number of hives shall not exceed 20.", "Число ульев не может превышать 20."),
        ("Hives must not be opened except at night.", "Ульи открываются только ночью."),
        ("The Office shall not seek or accept gifts.", "Бюро не просит и не принимает подарков."),
        (
            "Bees shall be returned at least two days before winter.",
            "Пчелы возвращаются не позднее чем за двое суток до зимы.",
        ),
        ("A hive which has not been sealed shall be rejected.", "Улей, не опечатанный ранее, отклоняется."),
        ("Keepers should wear masks.", "Пчеловодам следует носить маски."),
        ("Reports shall be sent every fortnight.", "Отчеты направляются каждые две недели."),
        ("No keeper may sell bees.", "Ни один пчеловод не вправе продавать пчел."),
        ("Bees shall be accepted only with papers.", "Пчелы без документов не принимаются."),
        ("The Office need not prove damage.", "Бюро освобождается от обязанности доказывать ущерб."),
        ("Hives shall not be larger than those in use.", "Размер ульев не превышает размера используемых."),
        ("An unsafe hive shall be closed.", "Улей, не отвечающий требованиям безопасности, закрывается."),
        ("A keeper may stay and may work.", "Пчеловод может оставаться и работать."),
        ("Should bees fly away, the keeper shall say so.", "Если пчелы улетят, пчеловод сообщает об этом."),
        ("A keeper under 18 shall have a teacher.", "Пчеловоду моложе 18 лет назначается наставник."),
        ("Honey shall not be sold without a label.", "Мед продается не иначе как с этикеткой."),
        ("Honey shall not be sold before it has been tested.", "Мед продается лишь после проверки."),
        ("Hives may be opened only by the keeper.", "Ульи открываются только пчеловодом."),
        ("Hives shall neither be moved nor painted.", "Перемещать и красить ульи запрещается."),
        ("Hives must in no case be kept for more than five years.", "Ульи хранятся не более пяти лет."),
        ("Bees shall be kept until the keeper releases them.", "Пчелы содержатся, пока пчеловод не выпустит их."),
        ("Bees shall be kept at least as well as goats.", "Пчелы содержатся не хуже коз."),
        ("A decision shall be taken without undue delay.", "Решение принимается без неоправданной задержки."),
        ("The Office shall meet once a year.", "Заседания Бюро проводятся ежегодно."),
        ("A keeper who may not travel is replaced.", "Пчеловод, не имеющий права выезда, заменяется."),
    ],
)
def test_fair_renderings_are_no_divergences(english: str, russian: str) -> None:
    old, new = (
        "The Office shall keep the Register and shall publish it twice a year.",
        "Бюро ведет Реестр и публикует его дважды в год.",
    )
    result = compared(ENGLISH.replace(old, f"{old} {english}"), RUSSIAN.replace(new, f"{new} {russian}"))
    assert [(d.kind, d.eid) for d in result.divergences] == []


@pytest.mark.parametrize(
    ("kind", "english", "russian"),
    [
        ("negation", "Hives which have been sealed shall be returned.", "Возвращаются ульи, которые не опечатаны."),
        ("negation", "If the bees are not healthy, they shall be kept.", "Если пчелы здоровы, они остаются на месте."),
        ("negation", "Hives may be moved only with a permit.", "Перемещение ульев без разрешения допускается."),
        ("modality", "The Office shall endeavour to count the bees.", "Бюро считает пчел."),
        (
            "modality",
            "The Office shall count the bees unless it rains.",
            "Бюро может считать пчел, если не идет дождь.",
        ),
        ("deadline", "The Office shall reply within ten days.", "Бюро отвечает по истечении десяти дней."),
        ("number", "No more than 20 bees shall be sent.", "Направляется не менее 20 пчел."),
        ("party", "The importing Party shall pay the keepers.", "Экспортирующая Сторона оплачивает пчеловодов."),
        ("party", "The Secretariat shall inform the keepers.", "Комитет сообщает об этом пчеловодам."),
        ("term", "This Agreement shall be published.", "Настоящий Протокол подлежит опубликованию."),
        (
            "term",
            "The warehouse shall be dry. The warehouse has a lock. Bees like the warehouse.",
            "Музей содержится в сухости. Склад имеет замок. Пчелам нравится склад.",
        ),
        (
            "negation",
            "The Office shall be required to prove damage.",
            "Бюро освобождается от обязанности доказывать ущерб.",
        ),
        ("negation", "The Office shall seek or receive gifts.", "Бюро не просит и не получает подарков."),
        ("negation", "Bees stay until the Office decides.", "Пчелы остаются, пока Бюро принимает решения."),
        ("deadline", "The Office shall reply within ten working days.", "Бюро отвечает в течение десяти дней."),
        ("deadline", "Reports come 30 days after the meeting.", "Отчеты поступают за 30 дней до заседания."),
        ("number", "The Office shall meet once a year.", "Бюро заседает не реже двух раз в год."),
        ("number", "Loads above 20 tons are weighed.", "Грузы менее 20 тонн взвешиваются."),
        ("term", "Decisions shall be taken unanimously.", "Решения принимаются большинством голосов."),
        ("modality", "Persons who keep bees must hold a permit.", "Лица, держащие пчел, могут иметь разрешение."),
        ("modality", "Fees may be agreed and may be published.", "Сборы могут согласовываться и публикуются."),
        (
            "modality",
            "Keepers from whom a Party may buy honey pay.",
            "Платят пчеловоды, у которых Сторона покупает мед.",
        ),
        ("number", "Keepers who have reached the age of 18 may join.", "Могут вступать пчеловоды, достигшие 19 лет."),
    ],
)
def test_a_sentence_that_says_something_else(kind: str, english: str, russian: str) -> None:
    old, new = (
        "The Office shall keep the Register and shall publish it twice a year.",
        "Бюро ведет Реестр и публикует его дважды в год.",
    )
    result = compared(ENGLISH.replace(old, f"{old} {english}"), RUSSIAN.replace(new, f"{new} {russian}"))
    assert (kind, "art_5") in {(d.kind, d.eid) for d in result.divergences}


def test_a_term_that_one_text_drops() -> None:
    found = compared(russian=RUSSIAN.replace("инспекторов Бюро", "инспекторов улья")).divergences
    assert ("term", "art_4") in {(d.kind, d.eid) for d in found}


PARTIES = (
    "The sending Party counts every swarm.",
    "The host Party builds sheds.",
    "Hives are painted by the sending Party.",
    "Masks come from the host Party.",
    "The sending Party shall feed the bees of the host Party.",
), (
    "Направляющая Сторона подсчитывает все рои.",
    "Принимающая Сторона строит навесы.",
    "Окраску ульев производит направляющая Сторона.",
    "Маски предоставляет принимающая Сторона.",
    "Направляющая Сторона кормит пчел принимающей Стороны.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("last", "kinds"),
    [(PARTIES[1][4], []), ("Принимающая Сторона кормит пчел направляющей Стороны.", ["party"])],
)
def test_the_party_that_acts_is_the_same(last: str, kinds: list[str]) -> None:
    english = ENGLISH.replace("twice a year.", "twice a year.\n\n" + "\n\n".join(PARTIES[0]))
    russian = RUSSIAN.replace("дважды в год.", "дважды в год.\n\n" + "\n\n".join((*PARTIES[1][:4], last)))
    assert [d.kind for d in compared(english, russian).divergences] == kinds


def test_points_in_another_order_are_put_side_by_side() -> None:
    english = ENGLISH.replace("(b) the number and colour of the bees;", "(b) the number of the 30 bees and 20 wasps;")
    english = english.replace("(a) the name of the requesting authority;", "(a) the requesting authority and 50 goats;")
    russian = RUSSIAN.replace("а) наименование запрашивающего органа;", "а) количество 30 пчел и 20 ос;")
    russian = russian.replace("б) количество и цвет пчел;", "б) запрашивающий орган и 50 коз;")
    assert [(d.kind, d.eid) for d in compared(english, russian).divergences] == []


def test_a_word_that_lacks_its_usual_answer_once_is_told() -> None:
    english = ("is dry", "needs a fence", "opens in May", "stays quiet", "faces south", "lies far from roads")
    russian = ("сухая", "огораживается", "открывается в мае", "соблюдает тишину", "обращена на юг", "далека от дорог")
    old, new = "twice a year.", "дважды в год."
    for last, kinds in (("Пасека", []), ("Кормушка", ["term"])):
        here = ENGLISH.replace(old, "\n\n".join((old, *(f"The apiary {said}." for said in (*english, "grows")))))
        lines = (new, *(f"Пасека {said}." for said in russian), f"{last} растет.")
        there = RUSSIAN.replace(new, "\n\n".join(lines))
        assert [d.kind for d in compared(here, there).divergences] == kinds


def test_dates_in_titles_agree() -> None:
    title = ("on the Return of Stray Bees", "о возвращении заблудившихся пчел")
    english = ENGLISH.replace(title[0], title[0] + " of 4 May 1999", 1)
    for day, kinds in (("4 мая 1999 года", []), ("4 мая 1998 года", ["date"])):
        russian = RUSSIAN.replace(title[1], f"{title[1]} от {day}", 1)
        assert [d.kind for d in compared(english, russian).divergences] == kinds


def test_articles_out_of_order_are_brought_together_and_told() -> None:
    start, middle, end = (RUSSIAN.index(f"Статья {n}\n") for n in (3, 4, 5))
    moved = RUSSIAN[:start] + RUSSIAN[middle:end] + RUSSIAN[start:middle] + RUSSIAN[end:]
    result = compared(russian=moved)
    assert [note.code for note in result.notes] == ["out_of_order"]
    assert {("art_3", "art_3"), ("art_4", "art_4")} <= set(result.aligned)
    assert result.divergences == ()


def test_what_stands_behind_a_break_is_not_called_missing() -> None:
    result = compared(russian=RUSSIAN[: RUSSIAN.index("оплачивает их")])
    assert result.partial
    assert all(note.message.startswith("Russian text") for note in result.notes)
    assert "missing_provision" not in {d.kind for d in result.divergences}
    assert ("en", "art_7") in result.unaligned


def test_many_short_sentences_against_one() -> None:
    old, new = "and shall publish it twice a year.", "и публикует его дважды в год."
    result = compared(
        ENGLISH.replace(old, "and shall publish it." + " It shall hum." * 8), RUSSIAN.replace(new, "и публикует его.")
    )
    assert ("art_5", "art_5") in result.aligned


def test_a_word_that_stands_for_another_throughout_is_usage() -> None:
    sentences = ("{} shall be dry", "{} shall be clean", "{} shall be locked", "{} shall be guarded")
    renderings = ("{} содержится сухим", "{} убирается", "{} запирается", "{} охраняется")
    english = ENGLISH.replace(
        "twice a year.", "twice a year. " + ". ".join(s.format("The museum") for s in sentences) + "."
    )
    russian = RUSSIAN.replace(
        "дважды в год.", "дважды в год. " + ". ".join(s.format("Архив") for s in renderings) + "."
    )
    assert [d.kind for d in compared(english, russian).divergences] == []


@pytest.mark.parametrize("share", [0.3, 0.5, 0.6, 0.7, 0.8])
def test_a_break_hides_what_follows_and_nothing_else(share: float) -> None:
    whole = RUSSIAN[: int(len(RUSSIAN) * share)].rstrip(" .;:,\n") + " и"
    result = compared(russian=whole)
    assert result.divergences == ()


def test_what_the_texts_always_call_so_and_what_a_pronoun_stands_for_is_no_divergence() -> None:
    english = """AGREEMENT on Schools

The Parties have agreed as follows:

Article 1
For the purposes of this Agreement "certificate" means a paper issued by a school.

Article 2
1. The Parties shall recognise certificates of all schools.
2. Recognition does not release the holder from examinations.

Article 3
Scholars shall use the libraries. A certificate is shown at the door.

Article 4
Scholars shall return the books. If a book is missing, the library is informed.

Article 5
Every certificate bears a number.
"""
    russian = """СОГЛАШЕНИЕ о школах

Стороны согласились о нижеследующем:

Статья 1
Для целей настоящего Соглашения «аттестат» означает документ, выданный школой.

Статья 2
1. Стороны признают аттестаты всех школ.
2. Признание не освобождает обладателя аттестата от экзаменов.

Статья 3
Научные сотрудники пользуются библиотеками. Аттестат предъявляется при входе.

Статья 4
Научные сотрудники возвращают книги. При отсутствии книги об этом сообщают библиотеке.

Статья 5
Каждый аттестат имеет номер.
"""
    assert compared(english, russian).divergences == ()
