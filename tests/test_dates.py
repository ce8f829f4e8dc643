"""The date grammar: what is a date, how far it reaches, which days it means."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.dates import find

ENGLISH = [
    ("opened on 13 May 2014 in", "13 May 2014", "2014-05-13"),
    ("on May 13-14 2014)", "May 13-14 2014", "2014-05-13/2014-05-14"),
    ("30-31 March 2010 in", "30-31 March 2010", "2010-03-30/2010-03-31"),
    ("until 31.08.2024. Then", "31.08.2024", "2024-08-31"),
    ("November 29, 2005 decree", "November 29, 2005", "2005-11-29"),
    ("for 2006-2014.", "2006-2014", "2006/2014"),
    ("from the end of 2019.", "end of 2019", "2019"),
    ("30 December - 2 January 2011", "30 December - 2 January 2011", "2010-12-30/2011-01-02"),
    ("the first half of 2014", "first half of 2014", "2014-40"),
    ("in the second quarter of 2015", "second quarter of 2015", "2015-34"),
    ("in the summer of 2014", "summer of 2014", "2014-22"),
    ("fifth day of May, nineteen hundred and six", "fifth day of May, nineteen hundred and six", "1906-05-05"),
    ("the twenty-first of June 1990", "twenty-first of June 1990", "1990-06-21"),
    ("on 2014-05-13, again", "2014-05-13", "2014-05-13"),
    ("on 14/11/2017", "14/11/2017", "2017-11-14"),
    ("in the 1990s", "1990s", "199X"),
    ("met on Friday, 18 December 2015, in", "Friday, 18 December 2015", "2015-12-18"),
    ("on Monday December 14, 2015", "Monday December 14, 2015", "2015-12-14"),
    ("grew in Q3 2014 only", "Q3 2014", "2014-35"),
    ("prices of the ’90s", "90s", "199X"),
    ("April 1992 to May 1993", "April 1992 to May 1993", "1992-04/1993-05"),
    ("from 01/04/2018 to 31/03/2021.", "from 01/04/2018 to 31/03/2021", "2018-04-01/2021-03-31"),
    ("open 2018-04-01/2018-05-01", "2018-04-01/2018-05-01", "2018-04-01/2018-05-01"),
    ("sent 2013-11-05T18:30", "2013-11-05", "2013-11-05"),
    ("founded on 14.XII.1950,", "14.XII.1950", "1950-12-14"),
    ("paid in FY 2013/14", "2013/14", "2013/2014"),
    ("grew in 1999/00", "1999/00", "1999/2000"),
    ("spent in 2004–08.", "2004–08", "2004/2008"),
    ("by the end of the first quarter of 2021", "end of the first quarter of 2021", "2021-33"),
    ("the I-st half of 2014", "I-st half of 2014", "2014-40"),
    ("in the winter of 2012-2013 we", "winter of 2012-2013", "2012-24"),
    ("in the first ten days of May 2013", "first ten days of May 2013", "2013-05"),
    ("on 14, 15 and 16 May 2013", "14, 15 and 16 May 2013", "2013-05-14/2013-05-16"),
    ("on May, 14, 2013", "May, 14, 2013", "2013-05-14"),
    ("from May to July it", "from May to July", "XXXX-05/XXXX-07"),
    ("4 per cent above 2019.", "2019", "2019"),
    ("the 2014 elections", "2014", "2014"),
    ("signed the 3rd oct. 1987, in", "3rd oct. 1987", "1987-10-03"),
    ("on JUNE 5TH, 1996 at", "JUNE 5TH, 1996", "1996-06-05"),
    ("this 1st. February, 1949", "1st. February, 1949", "1949-02-01"),
    ("April the 9th, 1911.", "April the 9th, 1911", "1911-04-09"),
    ("at Riga, 7/VI-1958", "7/VI-1958", "1958-06-07"),
    ("the tenth (10th) day of May 2003", "tenth (10th) day of May 2003", "2003-05-10"),
    (
        "the second day of the month of April in the year of Our Lord eighteen hundred and seventy",
        "second day of the month of April in the year of Our Lord eighteen hundred and seventy",
        "1870-04-02",
    ),
]  # fmt: skip
RUSSIAN = [
    ("_07_ июня 2011 г.", "_07_ июня 2011 г.", "2011-06-07"),
    ("20 (двадцатого) мая 2001 года", "20 (двадцатого) мая 2001 года", "2001-05-20"),
    ("третьего дня месяца марта 1922 года", "третьего дня месяца марта 1922 года", "1922-03-03"),
    ("5 дня мая месяца 1903 года", "5 дня мая месяца 1903 года", "1903-05-05"),
    ("в Риге, 14.Х.1964", "14.Х.1964", "1964-10-14"),
    ("от «14» декабря 2005 г. в", "«14» декабря 2005 г.", "2005-12-14"),
    ("13–14\u00a0мая 2014 г. в", "13–14\u00a0мая 2014 г.", "2014-05-13/2014-05-14"),
    ("прошла с 30 марта по 2 апреля 2010 года", "с 30 марта по 2 апреля 2010 года", "2010-03-30/2010-04-02"),
    ("в 2006-2014 гг.", "2006-2014 гг.", "2006/2014"),
    ("в мае 2014 года", "мае 2014 года", "2014-05"),
    ("весной 2014 года", "весной 2014 года", "2014-21"),
    ("в первом полугодии 2014 года", "первом полугодии 2014 года", "2014-40"),
    ("в I квартале 2014 года", "I квартале 2014 года", "2014-33"),
    ("14.05.2014 г.", "14.05.2014 г.", "2014-05-14"),
    ("четырнадцатого мая две тысячи четвёртого года", "четырнадцатого мая две тысячи четвёртого года", "2004-05-14"),
    ("2 мая тысяча девятьсот девяностого года", "2 мая тысяча девятьсот девяностого года", "1990-05-02"),
    ("с 2006 по 2014 год", "с 2006 по 2014 год", "2006/2014"),
    ("в ночь с 3 на 4 мая 2014 года", "с 3 на 4 мая 2014 года", "2014-05-03/2014-05-04"),
    ("с 31 мая на 1 июня 2014 г. шёл", "с 31 мая на 1 июня 2014 г.", "2014-05-31/2014-06-01"),
    ("перенесено с 3 на 12 мая 2014 года", "12 мая 2014 года", "2014-05-12"),
    ("в пятницу, 18 декабря 2015 года, суд", "18 декабря 2015 года", "2015-12-18"),
    ("в начале 90-х годов добыча", "90-х годов", "199X"),
    ("июня двадцать шестого дня тысяча девятьсот сорок пятого года",) * 2 + ("1945-06-26",),
    ("в 1990-х годах", "1990-х годах", "199X"),
    ("с 01.04.2018 по 31.03.2021 г.", "с 01.04.2018 по 31.03.2021 г.", "2018-04-01/2021-03-31"),
    ("прошла 12-13.05.2014 в", "12-13.05.2014", "2014-05-12/2014-05-13"),
    ("основано 14.XII.1950 г.,", "14.XII.1950 г.", "1950-12-14"),
    ("в 2013/14 учебном году", "2013/14", "2013/2014"),
    ("в первой декаде мая", "первой декаде мая", "XXXX-05"),
    ("в 2012-ом году", "2012-ом году", "2012"),
    ("до конца II квартала 2014 г.", "конца II квартала 2014 г.", "2014-34"),
    ("поздней осенью 2013 года", "поздней осенью 2013 года", "2013-23"),
    ("18 апр. 2013 сожжено", "18 апр. 2013", "2013-04-18"),
    ("за январь — сентябрь", "январь — сентябрь", "XXXX-01/XXXX-09"),
]
NOTHING = [
    ("en", "Article 5 (2) applies to 2000 kg of cargo; they may march on."),
    ("en", "see paragraph 1991 of document 12.34.56"),
    ("ru", "статья 5 (2) применяется к 2000 кг груза"),
    ("ru", "май, потом июнь"),
    ("en", "resolution 2013/14 and 2014/15, document A/2013/14, resolution 1988 (2011)"),
    ("en", "in the year 0022, within 12 months, under file 03/04/05"),
    ("ru", "в течение 12 месяцев, 29.02.1900, 32.01.2014"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), ENGLISH)
def test_english(text: str, words: str, edtf: str) -> None:
    assert [(m.span.of(text), m.edtf) for m in find(text, "en")] == [(words, edtf)]


@pytest.mark.parametrize(("text", "words", "edtf"), RUSSIAN)
def test_russian(text: str, words: str, edtf: str) -> None:
    assert [(m.span.of(text), m.edtf) for m in find(text, "ru")] == [(words, edtf)]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_numbers_that_are_no_dates(language: str, text: str) -> None:
    assert find(text, language) == ()


@pytest.mark.parametrize(("language", "text"), [("en", "on 31 February 2014"), ("ru", "29 февраля 1900 года")])
def test_a_day_that_no_calendar_has_is_none(language: str, text: str) -> None:
    assert [m.precision for m in find(text, language)] == ["month"]


def test_days_alone_are_the_days_among_all_dates() -> None:
    text = "On 13 May 2014, between 2 and 5 June 2015, in July 2016 and in 2017; 18.09.2018, 2019-10-20."
    alone = find(text, "en", days=True)
    assert alone == tuple(m for m in find(text, "en") if m.precision == "day")
    assert len(alone) == 4


def test_first_and_last_day() -> None:
    half, month, decade = find("second half of 2014, in February 2016, in the 1980s", "en")
    assert (half.start, half.end) == (date(2014, 7, 1), date(2014, 12, 31))
    assert (month.start, month.end) == (date(2016, 2, 1), date(2016, 2, 29))
    assert (decade.start, decade.end) == (date(1980, 1, 1), date(1989, 12, 31))
    assert [m.precision for m in (half, month, decade)] == ["half", "month", "decade"]


def test_unknown_year_stays_unknown() -> None:
    (match,) = find("on March 13 in", "en")
    assert (match.edtf, match.start, match.inferred) == ("XXXX-03-13", None, False)


def test_given_year_completes_and_is_marked() -> None:
    (match,) = find("on March 13 in", "en", year=2023)
    assert (match.edtf, match.start, match.inferred) == ("2023-03-13", date(2023, 3, 13), True)
    assert match.rule.endswith(".inferred")


def test_day_that_an_inferred_year_does_not_have() -> None:
    (match,) = find("on February 29 in", "en", year=2023)
    assert match.start is None


def test_several_dates_do_not_overlap() -> None:
    text = "(2000-2003 and 2008-2011.) On 4 May 1996 and until March 17."
    assert [m.span.of(text) for m in find(text, "en")] == ["2000-2003", "2008-2011", "4 May 1996", "March 17"]


def test_unknown_language_has_no_dates() -> None:
    assert find("2014 жылғы 13 мамыр", "kk") == ()


def test_a_month_in_small_letters_needs_its_day_and_year():
    assert not find("they may 4 times march on", "en")
