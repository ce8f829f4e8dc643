"""Facts: sentences that carry what they report. `{12 kg|seizure substance:heroin}` marks an amount with the kind of fact and
what was counted; a `~` before the words says that there is no number."""

from __future__ import annotations

import re

import pytest

from pipeline import analyse
from pipeline.facts import read_facts
from pipeline.model import Document, Fact, FactKind, Genre
from tests.support import facts as marked

ENGLISH = """
Customs officers seized {12 kg|seizure substance:heroin} of heroin and {three|seizure cars} cars at the port of Poti.
The authorities of Georgia seized {more than 440 tons|seizure substance:precursors} of precursors under control.
Over ten years the network led to the seizure of {700 kilograms|seizure substance:heavy-drugs} of heavy drugs and arrests of {more than 50|arrest members} members of gangs.
As a result, {34|arrest associates} associates of the ring were detained, {eight|laboratory drug laboratories} drug laboratories were destroyed.
{34|arrest suspects} suspects were arrested and {six|laboratory laboratories} laboratories destroyed.
{More than 1.2 tons|seizure drugs} of drugs were seized, including {212 kg|seizure substance:heroin} of heroin and {about 36 kg|seizure substance:opium} of opium.
{Seven|arrest people} people, among them {two|arrest foreign citizens} foreign citizens, were detained.
Norway donated {15|contribution vehicles} vehicles and {2 million euros|contribution -} to the border service.
In 2011 Kazakhstan made a voluntary contribution of {250 thousand U.S. dollars|contribution -} to UNODC.
In June {36,068 euros|contribution -} were sent to support a rehabilitation project.
The court sentenced {12|conviction traffickers} traffickers to 8 years in prison.
{Five|conviction couriers} couriers were convicted in Tashkent.
{3 tons|destruction drugs} of drugs were burned in Dushanbe on Friday.
The government destroyed {2 hectares|destruction poppy} of poppy and closed {two|laboratory laboratories} laboratories.
The campaign led to {120|arrest arrests} arrests.
The {89 kg|seizure substance:heroin} of heroin seized in May came over the mountains.
Police dismantled a clandestine {~laboratory|laboratory laboratory} in Lodz.
During the two operations {47 kg|seizure substance:hashish} of hashish was seized from 5 couriers.
Not only was {20 kg|seizure substance:opium} of opium seized.
From illegal turnover it was withdrawn {240 kg|seizure narcotics} of narcotics, and {54|arrest persons} persons were detained.
Customs officers found {402 kg|seizure substance:cocaine} of cocaine hidden among bananas.
Belgian police arrested {12|arrest dockers} dockers in October.
The agencies took out of circulation {984 kg|seizure drugs} of drugs, 11 per cent less than in 2015.
Japan handed over {10|contribution computers} computers and {2|contribution service dogs} service dogs.
Police raided two houses and arrested {33|arrest people} people, two of whom are students.
A court jailed {two|conviction brokers} brokers for 15 years.
The raid led to the arrest of {two|arrest men} men and {44|arrest people} people were held.
Officers seized {1,130 kg|seizure substance:cocaine} of cocaine, {2.4 million euros|seizure -} in cash and {six|seizure cars} cars.
"""
RUSSIAN = """
Сотрудники полиции изъяли {12 кг|seizure substance:heroin} героина и {3|seizure автомобиля} автомобиля в порту Актау.
С начала года изъято {более 36 кг|seizure substance:heroin} героина, задержаны {5|arrest человек} человек.
{36 кг|seizure substance:heroin} героина изъято, {5|arrest человек} человек задержаны.
Сообщается об изъятии {36 кг|seizure substance:opium} опия и задержании {4|arrest подозреваемых} подозреваемых.
Изъято {64 кг 250 г|seizure наркотиков} наркотиков, в том числе {19 кг|seizure substance:heroin} героина.
В Душанбе сожжено {3 т|destruction наркотиков} наркотиков. В их числе {164 кг|destruction substance:heroin} героина и {302 кг|destruction substance:opium} опия.
Ликвидировано {8|laboratory лабораторий} лабораторий, {34|arrest участника} участника группы задержаны.
Под Рязанью ликвидирована подпольная {~лаборатория|laboratory лаборатория}.
Пограничниками Таджикистана задержано {12 кг|seizure substance:heroin} героина.
Норвегия безвозмездно передала {15|contribution автомобилей} автомобилей пограничной службе.
Казахстан внёс добровольный взнос в размере {50 тыс. долларов|contribution -} в бюджет УНП ООН.
Япония выделила {1,5 млн долларов|contribution -} на проект УНП ООН.
Суд приговорил {12|conviction наркокурьеров} наркокурьеров к лишению свободы.
В Ташкенте осуждены {5|conviction граждан} граждан соседних стран.
Сотрудниками МВД Казахстана ликвидированы {3|laboratory нарколаборатории} нарколаборатории и изъято {15 кг|seizure substance:mephedrone} мефедрона.
Уничтожено {около 2 га|destruction посевов} посевов мака.
В ходе 12 обысков изъято {7|seizure единиц} единиц оружия и {2 млн рублей|seizure -}.
На границе найдено {150 кг|seizure substance:hashish} гашиша.
Операция завершилась арестом {45|arrest подозреваемых} подозреваемых.
{Около 190 кг|seizure substance:ketamine} кетамина нашли в фургоне.
{Пятеро|arrest мужчин} мужчин заключены под стражу.
Привлечены 97 граждан, {54|arrest граждан} из них задержаны.
Партнёры передали Агентству по контролю за наркотиками при Президенте Республики Таджикистан {45|contribution пикапов} пикапов.
Полиция раскрыла свыше 150 преступлений и задержала {168|arrest подозреваемых} подозреваемых.
"""
NOTHING = [
    ("en", "No drugs were seized during the 12 searches."),
    ("en", "Police did not seize 5 kg of opium."),
    ("en", "Officials denied that 5 kg of heroin had been seized."),
    ("en", "The operation will help seize 5 tons of opium a year."),
    ("en", "If 5 kg of heroin are seized, the service notifies the other."),
    ("en", "Officers planned the seizure of 50 kg of hashish."),
    ("en", "Japan announced a voluntary contribution of 3 million dollars."),
    ("en", "Drug seizures of 10 kg may be reported."),
    ("en", "Seizures rose by 20 % to 440 tons."),
    ("en", "5,000 dollars were transferred to the courier."),
    ("en", "The Paris Pact has a budget of 980 million dollars for 600 projects."),
    ("en", "Five laboratories should have been destroyed by March."),
    ("en", "Customs found 40 tonnes of bananas."),
    ("en", "If convicted, the two brothers lose their house."),
    ("ru", "Не было изъято 5 кг опия."),
    ("ru", "Конфискованы бы 12 квартир."),
    ("ru", "Планируется изъятие 50 кг гашиша."),
    ("ru", "Если изъято 5 кг героина, служба уведомляет другую."),
    ("ru", "Должны быть уничтожены 5 лабораторий."),
    ("ru", "Изъято на 20 % больше наркотиков."),
    ("ru", "Участники приняли решение об уничтожении 5 тонн наркотиков."),
    ("ru", "Уничтожено 40 тонн мусора."),
    ("ru", "Выявлено 2 236 преступлений, связанных с наркотиками."),
]


def _facts(text: str, language: str) -> tuple[Fact, ...]:
    (document,) = analyse(text, language=language)
    return document.facts


@pytest.mark.parametrize(
    "line", [("en", s) for s in ENGLISH.split("\n") if s] + [("ru", s) for s in RUSSIAN.split("\n") if s]
)
def test_each_event_is_one_record(line: tuple[str, str]) -> None:
    language, sentence = line
    text, expected = marked.read(sentence)
    assert [marked.told(fact) for fact in _facts(text, language)] == expected


@pytest.mark.parametrize(("language", "sentence"), NOTHING)
def test_what_is_denied_planned_or_possible_is_no_fact(language: str, sentence: str) -> None:
    assert _facts(sentence, language) == ()


def test_bounds_and_units_come_from_the_figure() -> None:
    (fact,) = _facts("Изъято более 36 кг героина.", "ru")
    assert fact.kind is FactKind.SEIZURE
    assert fact.amount is not None
    assert (fact.amount.value, fact.amount.unit, fact.amount.bound) == (36_000, "g", "more_than")


@pytest.mark.parametrize(
    ("language", "sentence", "actor"),
    [
        ("en", "In 2014 Tajik agencies seized 6,297 kg of drugs.", "country:TJ"),
        ("en", "Customs officers seized 12 kg of heroin.", "Customs officers"),
        ("en", "40 laboratories were dismantled by the police of Poland.", "country:PL"),
        ("en", "12 kg of heroin was seized in Georgia.", None),
        ("en", "Georgia opened two posts on the road and confiscated 12 kg of heroin.", "country:GE"),
        ("ru", "Пограничниками Таджикистана задержано 12 кг героина.", "country:TJ"),
        ("ru", "Таможенники Узбекистана при поддержке УНП ООН изъяли 45 кг опия.", "country:UZ"),
        ("ru", "В Казахстане изъяли 12 кг героина.", None),
        ("ru", "Норвегия пожертвовала 2 млн евро.", "country:NO"),
    ],
)
def test_who_did_it(language: str, sentence: str, actor: str | None) -> None:
    assert [fact.actor for fact in _facts(sentence, language)] == [actor]


def test_place_and_day_of_the_sentence_are_stated() -> None:
    (fact,) = _facts("On 4 May 2016 officers seized 12 kg of opium in the city of Osh.", "en")
    assert (fact.place, fact.place_inferred) == ("place:osh", False)
    assert (fact.on, fact.on_inferred) == ("2016-05-04", False)


def test_a_date_of_a_comparison_is_not_the_day() -> None:
    (fact,) = _facts("Изъято 12 кг опия, на 5 % меньше, чем за тот же период 2015 года.", "ru")
    assert fact.on is None


def test_what_things_are_worth() -> None:
    heroin, opium = _facts("Officers seized 5 kg of heroin and 12 kg of opium, worth about $2 million.", "en")
    assert heroin.worth is None
    assert opium.worth is not None
    assert (opium.worth.value, opium.worth.unit, opium.worth.bound) == (2e6, "USD", "about")


def test_the_day_of_the_sentence_goes_before_that_of_its_dateline() -> None:
    stated, inferred = (
        _facts(f"OSH, 12 June 2015 – Officers seized 5 kg of opium{when}.", "en")[0] for when in (" on 4 May 2015", "")
    )
    assert (stated.on, stated.on_inferred) == ("2015-05-04", False)
    assert (inferred.on, inferred.on_inferred) == ("2015-06-12", True)


def test_its_units_belong_to_the_body_named_before() -> None:
    text = "The Drug Control Agency of Tajikistan said that in May its units seized 5 kg of opium."
    assert [fact.actor for fact in _facts(text, "en")] == ["org:TJ-DCA"]


def test_a_time_that_goes_on_is_open() -> None:
    (fact,) = _facts("С 1994 года в республике уничтожено свыше 52 тонн наркотиков.", "ru")
    assert fact.on == "1994/.."


RELEASE = """Border guards report a catch

BISHKEK, 12 March 2015 – The border service told reporters about its winter on Thursday, a quiet one as it said.

Officers seized 12 kg of opium.

Uzbek customs seized 5 kg of hashish in 2014.
"""


def test_place_and_day_of_the_dateline_are_flagged() -> None:
    first, second = _facts(RELEASE, "en")
    assert (first.place, first.place_inferred) == ("place:bishkek", True)
    assert (first.on, first.on_inferred) == ("2015-03-12", True)
    assert (second.on, second.on_inferred) == ("2014", False)
    assert second.place is None, "what another country did is not placed in the town where it is told"


def test_parts_of_a_sum_are_told_apart() -> None:
    whole, part = _facts("Изъято 64 кг наркотиков, в том числе 19 кг героина.", "ru")
    assert (whole.part, part.part) == (False, True)


@pytest.mark.parametrize(
    ("language", "text", "weights"),
    [
        ("ru", "Пограничники изъяли героина – 36 кг, гашиша – 12 кг, опия – 5,5 кг.", [36, 12, 5.5]),
        ("ru", "За неделю изъято: героина – 36 кг; гашиша – 12 кг; опия – 200 г.", [36, 12, 0.2]),
        ("en", "Border guards seized heroin – 36 kg, hashish – 12 kg and opium – 5.5 kg.", [36, 12, 5.5]),
        ("en", "Seized: 36 kg of heroin; 12 kg of hashish; 200 g of opium.", [36, 12, 0.2]),
    ],
)
def test_a_list_gives_one_record_each(language: str, text: str, weights: list[float]) -> None:
    found = _facts(text, language)
    assert [fact.amount.value / 1000 for fact in found if fact.amount] == weights
    assert [fact.of for fact in found] == ["substance:heroin", "substance:hashish", "substance:opium"]
    assert not any(fact.part for fact in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Изъято почти полторы тонны наркотиков: гашиша – 1 т 300 кг, героина – 36 кг."),
        ("en", "The police seized 1.4 tonnes of drugs: hashish – 1.3 tonnes, heroin – 36 kg."),
    ],
)
def test_what_follows_a_total_and_a_colon_is_part_of_it(language: str, text: str) -> None:
    assert [fact.part for fact in _facts(text, language)] == [False, True, True]


@pytest.mark.parametrize(
    ("language", "text", "actor", "recipient"),
    [
        ("en", "Norway donated 75,000 euros to the Drug Control Agency of Tajikistan.", "country:NO", "org:TJ-DCA"),
        ("en", "Japan provided CARICC with 75,000 euros to support its training.", "country:JP", "org:CARICC"),
        ("ru", "Япония внесла 120 тыс. долларов США в бюджет УНП ООН.", "country:JP", "org:UNODC"),
        ("ru", "Норвегия выделила ЦАРИКЦ 75 000 евро на закупку оборудования.", "country:NO", "org:CARICC"),
        ("ru", "Япония пожертвовала 5 000 евро.", "country:JP", None),
        ("en", "Italy's contribution of 500,000 euros was received in March.", "country:IT", None),
        ("ru", "Взнос Италии в размере 500 тыс. евро поступил в марте.", "country:IT", None),
        ("en", "In 2015 Japan gave 45 trucks to the Drug Control Agency of Tajikistan.", "country:JP", "org:TJ-DCA"),
    ],
)
def test_who_gave_and_who_received(language: str, text: str, actor: str, recipient: str | None) -> None:
    (fact,) = _facts(text, language)
    assert (fact.kind, fact.actor, fact.recipient) == (FactKind.CONTRIBUTION, actor, recipient)


def test_instruments_have_none() -> None:
    (document,) = analyse("Officers seized 12 kg of opium.", language="en")
    assert document.facts
    assert read_facts(_as(document, Genre.TREATY)) == ()


def _as(document: Document, genre: Genre) -> Document:
    from dataclasses import replace

    return replace(document, structure=replace(document.structure, genre=genre))


@pytest.mark.parametrize(
    "text",
    [
        "seized " * 8000,
        "seized 5 kg of opium, " * 2000,
        "was seized in " + " " * 50_000,
        "изъято 5 кг и " * 3000,
        '"seized" ' * 6000,
    ],
)
def test_floods_of_cues_end(text: str) -> None:
    for fact in _facts(text, "en" if text.isascii() else "ru"):
        assert fact.span.of(text) == fact.text


def test_every_record_lies_in_its_text() -> None:
    text = re.sub(r"[{}~]|\|[^}]*", "", RUSSIAN)
    (document,) = analyse(text, language="ru")
    assert len(document.facts) > 20
    for fact in document.facts:
        assert fact.span.of(document.text) == fact.text
        assert fact.amount is None or fact.span.covers(fact.amount.span)


@pytest.mark.parametrize(
    ("language", "sentence", "actor", "recipient"),
    [
        ("en", "UNODC received $3 million from Sweden in 2012.", "country:SE", "org:UNODC"),
        ("en", "Interpol received a grant of 90,000 euros from the European Union.", "org:EU", "org:INTERPOL"),
        ("ru", "УНП ООН получило от Швеции 3 млн долларов США.", "country:SE", "org:UNODC"),
    ],
)
def test_what_is_received_from_somebody_is_a_gift(language: str, sentence: str, actor: str, recipient: str) -> None:
    (fact,) = _facts(sentence, language)
    assert (fact.kind, fact.actor, fact.recipient) == (FactKind.CONTRIBUTION, actor, recipient)


def test_what_is_received_from_nobody_named_is_no_gift() -> None:
    assert _facts("The officer received $35,000 from a dealer.", "en") == ()
