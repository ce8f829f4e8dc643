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
]
NOTHING = [
    ("en", "Article 5 of the text, within 30 days, the last three years, at 10:30, tel. 727 12345, a 25-year-old man"),
    ("en", "In paragraph 2 the Parties agreed; one of the problems"),
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
    ("language", "text"), [("en", "between 5 and 10 kg"), ("en", "5-10 kg"), ("ru", "от 5 до 10 кг"), ("ru", "5–10 кг")]
)
def test_ranges_have_two_ends(language: str, text: str) -> None:
    (figure,) = figures(text, language)
    assert (figure.text, figure.value, figure.high, figure.unit) == (text, 5000, 10000, "g")


def test_money_and_quantity_are_told_apart() -> None:
    assert [f.kind for f in figures("They paid €2 million for 15 vehicles", "en")] == [Kind.MONEY, Kind.QUANTITY]
