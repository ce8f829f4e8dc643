"""Figures: values in base units with bound, range and what they count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.entities.grammars_numbers import amounts
from pipeline.figures import read_figures
from pipeline.model import Bound, Document, Figure, Kind, Layer, Mention, Span
from tests.support.annotated import document


def figures(text: str, language: str) -> tuple[Figure, ...]:
    whole: Document = document(text, language)
    found = [
        Mention(Span(a.start, a.end), text[a.start : a.end], a.kind, None, Layer.GRAMMAR, a.rule)
        for a in amounts(text, language)
    ]
    return read_figures(replace(whole, mentions=tuple(found)))


ENGLISH = [
    ("seized more than 440 tons of precursors under", "more than 440 tons", 440e6, "g", Bound.MORE_THAN, "precursors"),
    ("700 kilograms of heavy drugs and", "700 kilograms", 700e3, "g", Bound.EXACT, "heavy drugs"),
    ("worth U.S. $ 980 million for", "U.S. $ 980 million", 980e6, "USD", Bound.EXACT, None),
    ("36,068 euros were", "36,068 euros", 36068, "EUR", Bound.EXACT, None),
    ("250 thousand U.S. dollars", "250 thousand U.S. dollars", 250e3, "USD", Bound.EXACT, None),
    ("$ 50 thousand dollars in", "$ 50 thousand dollars", 50e3, "USD", Bound.EXACT, None),
    ("some 3 million dollars.", "some 3 million dollars", 3e6, "USD", Bound.ABOUT, None),
    ("eight drug laboratories were", "eight", 8, "", Bound.EXACT, "drug laboratories"),
    ("at least 25 per cent of", "at least 25 per cent", 25, "%", Bound.AT_LEAST, None),
    ("twenty-five suspects", "twenty-five", 25, "", Bound.EXACT, "suspects"),
    ("23 tons 417 kg of hashish", "23 tons 417 kg", 23.417e6, "g", Bound.EXACT, "hashish"),
    ("two and a half tonnes of straw", "two and a half tonnes", 2.5e6, "g", Bound.EXACT, "straw"),
    (
        "just over one and a half million euros",
        "just over one and a half million euros",
        1.5e6,
        "EUR",
        Bound.MORE_THAN,
        None,
    ),
    (
        "one million two hundred thousand dollars",
        "one million two hundred thousand dollars",
        1.2e6,
        "USD",
        Bound.EXACT,
        None,
    ),
    ("a hundred and twenty delegates", "a hundred and twenty", 120, "", Bound.EXACT, "delegates"),
    ("more than a tonne of opium", "more than a tonne", 1e6, "g", Bound.MORE_THAN, "opium"),
    ("10,000 (ten thousand) dollars", "10,000 (ten thousand) dollars", 10e3, "USD", Bound.EXACT, None),
    ("In Termez 12 laboratories", "12", 12, "", Bound.EXACT, "laboratories"),
    ("goods above EUR 5,000 are", "EUR 5,000", 5000, "EUR", Bound.MORE_THAN, None),
    ("not exceeding 5 kg of opium", "5 kg", 5000, "g", Bound.UP_TO, "opium"),
    ("987 kg 540 gr., withdrawn", "987 kg 540 gr.", 987540, "g", Bound.EXACT, None),
    ("ships of 2,000 gross tons", "2,000 gross tons", 2000, "GT", Bound.EXACT, None),
    ("held CHF 12'500'000", "CHF 12'500'000", 12.5e6, "CHF", Bound.EXACT, None),
    ("cost 5 dollars 50 cents", "5 dollars 50 cents", 5.5, "USD", Bound.EXACT, None),
    ("46 cents per kilowatt", "46 cents", 0.46, "XXX", Bound.EXACT, None),
    ("40,000 Kenyan shillings", "40,000 Kenyan shillings", 40e3, "KES", Bound.EXACT, None),
    ("ten thousand (10,000) euros", "ten thousand (10,000) euros", 10e3, "EUR", Bound.EXACT, None),
    ("handed over 10 vehicles", "10", 10, "", Bound.EXACT, "vehicles"),
    ("gave Tajikistan 15 vehicles", "15", 15, "", Bound.EXACT, "vehicles"),
    ("spent €700k.", "€700k", 700e3, "EUR", Bound.EXACT, None),
    ("it rose to twelve thousand.", "twelve thousand", 12e3, "", Bound.EXACT, None),
    ("12,5 % of them", "12,5 %", 12.5, "%", Bound.EXACT, "them"),
    ("wind of 7 m/s", "7 m/s", 7, "m/s", Bound.EXACT, None),
]
RUSSIAN = [
    ("1,2 т гашиша", "1,2 т", 1.2e6, "g", Bound.EXACT, "гашиша"),
    ("свыше 50 операций", "свыше 50", 50, "", Bound.MORE_THAN, "операций"),
    ("3 млн долларов США", "3 млн долларов США", 3e6, "USD", Bound.EXACT, None),
    ("около 2,5 млрд. руб. на", "около 2,5 млрд. руб.", 2.5e9, "RUB", Bound.ABOUT, None),
    ("100\u00a0000 тенге", "100\u00a0000 тенге", 100e3, "KZT", Bound.EXACT, None),
    ("восемь лабораторий", "восемь", 8, "", Bound.EXACT, "лабораторий"),
    ("5 га посевов", "5 га", 50e3, "m2", Bound.EXACT, "посевов"),
    ("700 кг тяжёлых наркотиков", "700 кг", 700e3, "g", Bound.EXACT, "тяжёлых наркотиков"),
    ("64 кг 250 г опия", "64 кг 250 г", 64250, "g", Bound.EXACT, "опия"),
    ("шестеро подозреваемых", "шестеро", 6, "", Bound.EXACT, "подозреваемых"),
    ("три с половиной центнера муки", "три с половиной центнера", 350e3, "g", Bound.EXACT, "муки"),
    ("семь с лишним тысяч ампул", "семь с лишним тысяч", 7000, "", Bound.MORE_THAN, "ампул"),
    ("почти полтора десятка тонн сырья", "почти полтора десятка тонн", 15e6, "g", Bound.ABOUT, "сырья"),
    ("2 миллиона 350 тысяч рублей", "2 миллиона 350 тысяч рублей", 2.35e6, "RUB", Bound.EXACT, None),
    ("15 тыс. 200 ампул", "15 тыс. 200", 15200, "", Bound.EXACT, "ампул"),
    ("полкило порошка", "полкило", 500, "g", Bound.EXACT, "порошка"),
    ("около тонны опия", "около тонны", 1e6, "g", Bound.ABOUT, "опия"),
    ("не менее полумиллиарда рублей", "не менее полумиллиарда рублей", 0.5e9, "RUB", Bound.AT_LEAST, None),
    ("12 000 (двенадцать тысяч) рублей", "12 000 (двенадцать тысяч) рублей", 12e3, "RUB", Bound.EXACT, None),
    ("выделено € 3,2 млн.", "€ 3,2 млн", 3.2e6, "EUR", Bound.EXACT, None),
    ("15 т. 420 кг опия", "15 т. 420 кг", 15.42e6, "g", Bound.EXACT, "опия"),
    ("1.2 т гашиша", "1.2 т", 1.2e6, "g", Bound.EXACT, "гашиша"),
    ("в 24-х мешках", "24-х", 24, "", Bound.EXACT, "мешках"),
    ("17 рублей 50 копеек", "17 рублей 50 копеек", 17.5, "RUB", Bound.EXACT, None),
    ("900 тыс. канадских долларов", "900 тыс. канадских долларов", 900e3, "CAD", Bound.EXACT, None),
    ("мощностью 930 млн кВт·ч", "930 млн кВт·ч", 930e9, "Wh", Bound.EXACT, None),
    ("калибра 5,45 мм – новые", "5,45 мм", 0.00545, "m", Bound.EXACT, None),
    ("посетило 714 млн. Однако", "714 млн", 714e6, "", Bound.EXACT, None),
    ("пятеро из них", "пятеро", 5, "", Bound.EXACT, None),
]
NOTHING = [
    ("en", "Article 5 of the text, within 30 days, the last three years, at 10:30, tel. 727 12345, a 25-year-old man"),
    ("en", "Articles 9, 11 and 33 of the text, at 09:17 goals, 5-3 vote, two thirds of it, aged 15-64"),
    ("en", "1 | Regional programme | 2,450 000\nTotal"),
    ("en", "It was agreed. 14.3 Each Party pays"),
    ("en", "In paragraph 2 the Parties agreed; one of the problems"),
    ("en", "Several thousand dollars and hundreds of people in Osh 18 May"),
    ("ru", "Сотни тысяч граждан и тысячи рублей, двое суток, в Бишкеке 18 мая"),
    ("ru", "статьями 9, 11 и 33 настоящего текста, в 19:28 была, около 7 вечера, две трети, в возрасте 15-64"),
    ("ru", "| Героин | 1 377 | 14\nИтого"),
    ("ru", "статья 5 настоящего текста, в течение 30 дней, за последние три года, № 5 от, один из них"),
]


@pytest.mark.parametrize(("text", "words", "value", "unit", "bound", "of"), ENGLISH)
def test_english(text: str, words: str, value: float, unit: str, bound: Bound, of: str | None) -> None:
    (figure,) = figures(text, "en")
    assert (figure.text, figure.unit, figure.bound, figure.of) == (words, unit, bound, of)
    assert figure.value == pytest.approx(value)


@pytest.mark.parametrize(("text", "words", "value", "unit", "bound", "of"), RUSSIAN)
def test_russian(text: str, words: str, value: float, unit: str, bound: Bound, of: str | None) -> None:
    (figure,) = figures(text, "ru")
    assert (figure.text, figure.unit, figure.bound, figure.of) == (words, unit, bound, of)
    assert figure.value == pytest.approx(value)


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_numbers_that_count_nothing(language: str, text: str) -> None:
    assert figures(text, language) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "between 5 and 10 kg"),
        ("en", "5-10 kg"),
        ("en", "from 5 kg to 10 kg"),
        ("en", "from 5,000 g to 10 kg"),
        ("ru", "от 5 до 10 кг"),
        ("ru", "от 5 кг до 10 кг"),
        ("ru", "5–10 кг"),
        ("ru", "от 5-ти до 10-ти кг"),
    ],
)
def test_ranges_have_two_ends(language: str, text: str) -> None:
    (figure,) = figures(text, language)
    assert (figure.text, figure.value, figure.high, figure.unit) == (text, 5000, 10000, "g")


def test_money_and_quantity_are_told_apart() -> None:
    assert [f.kind for f in figures("They paid €2 million for 15 vehicles", "en")] == [Kind.MONEY, Kind.QUANTITY]


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("ranged from US$ 28,000 to US$ 35,000 a kilo", "from US$ 28,000 to US$ 35,000", 28e3, 35e3),
        ("stood at $2.0 billion to $2.2 billion", "$2.0 billion to $2.2 billion", 2e9, 2.2e9),
    ],
)
def test_ranges_of_money_share_sign_and_scale(text: str, words: str, low: float, high: float) -> None:
    (figure,) = figures(text, "en")
    assert (figure.text, figure.value, figure.high, figure.unit) == (words, low, high, "USD")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They sent $5,000 to 3 officers.", [5000, 3]),
        ("en", "He moved 5 km to 10 villages.", [5000, 10]),
        ("en", "It rose from $3 million in 2012 to $9.8 million.", [3e6, 9.8e6]),
        ("ru", "Пять-шесть тонн груза", [5e6]),
    ],
)
def test_two_numbers_of_unlike_things_are_no_range(language: str, text: str, expected: list[float]) -> None:
    assert [figure.value for figure in figures(text, language)] == expected


def test_a_code_of_a_currency_stands_in_capitals() -> None:
    assert [f.kind for f in figures("all 27 states, the top ten risks, TRY 5 million", "en")] == [
        Kind.QUANTITY, Kind.QUANTITY, Kind.MONEY,
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["between $80 and $95", "$80-95", "$80-$95", "between 80 and 95 dollars"])
def test_both_ends_of_a_range_may_have_a_sign(text: str) -> None:
    (figure,) = figures(f"It cost {text}.", "en")
    assert (figure.text, figure.value, figure.high, figure.unit) == (text, 80, 95, "USD")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The Ministry closed 14 groups, the Agency - 5.", [14, 5]),
        ("ru", "МВД ликвидировало 14 групп, ГКНБ – 5.", [14, 5]),
        ("ru", "Задержано 11 человек, из них 4 – граждане соседнего государства.", [11, 4]),
        ("ru", "Осталось три выходных дня – 18, 23 и 26 января.", [3]),
    ],
)
def test_numbers_that_count_what_was_counted_before(language: str, text: str, expected: list[int]) -> None:
    assert [figure.value for figure in figures(text, language)] == expected


@pytest.mark.parametrize("text", ["123 " * 5000, "1-" * 5000, "двадцать " * 3000, "между 1 и " * 3000])
def test_long_rows_of_numbers_are_read_in_one_pass(text: str) -> None:
    assert all(text[amount.start : amount.end].strip() for amount in amounts(text, "ru"))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [("en", "The share rose from 4 to 6.5 %.", 6.5), ("ru", "Доля снизилась с 6 до 4,5 %.", 4.5)],
)
def test_what_rose_or_fell_is_no_range(language: str, text: str, value: float) -> None:
    (figure,) = figures(text, language)
    assert (figure.value, figure.high) == (value, None)


def test_what_reached_an_amount_is_exact() -> None:
    (figure,) = figures("Пошлины выросли до 340 млн долларов.", "ru")
    assert (figure.value, figure.bound) == (340e6, Bound.EXACT)


def test_money_of_an_unnamed_country_has_no_currency_of_its_own() -> None:
    (figure,) = figures("Взнос составил сто тысяч крон.", "ru")
    assert (figure.value, figure.unit) == (100_000, "XXX")
