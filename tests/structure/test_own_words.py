"""What instruments say of themselves in the words of many drafters: parties, signature, force, end, nature."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.structure import binding
from tests.support.structure import document, read

OPENING = (
    "AGREEMENT ON KITES\n\nThe Kite Office and the String Office have agreed as follows:\n\n"
    "Article 1\nKites are free.\n\nArticle 2\n"
)
НАЧАЛО = (
    "СОГЛАШЕНИЕ О ЗМЕЯХ\n\nУправление змеев и Управление нитей договорились о нижеследующем:\n\n"
    "Статья 1\nЗмеи летают.\n\nСтатья 2\n"
)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("This Agreement takes effect upon signature.", {"in_force"}),
        ("This Agreement shall be effective from the date of its signing.", {"in_force"}),
        ("Once approved, the Agreement shall become operational on 3 May 2001.", {"in_force"}),
        ("The ban on tails takes effect at sunset.", set()),
        ("This Agreement lasts for five years.", {"duration"}),
        ("This Agreement is concluded for one year.", {"duration"}),
        ("Licences are valid for one year.", set()),
        ("This Agreement may be extended by mutual consent.", {"renewal"}),
        ("The time for an answer may be extended by mutual consent.", set()),
        ("An Office wishing to terminate this Agreement shall say so.", {"termination"}),
        ("Either Office may give notice of its decision to terminate this Agreement.", {"termination"}),
        ("A flight may be terminated by the Kite Office.", set()),
        ("The Kite Office may withdraw any reservation to this Agreement.", set()),
        ("Both copies have equal validity.", {"authentic_texts"}),
        ("Should a difference arise, the English version shall be decisive.", {"prevailing_text"}),
        ("Either Office can end the Agreement by letter.", {"termination"}),
        ("Unless it is denounced, the Agreement goes on.", {"termination"}),
        ("Present Agreement enters into force on signature.", {"in_force"}),
        ("Any change of the present Agreement enters into force on signature.", set()),
        ("This Agreement expires on 3 May 2001.", {"duration"}),
        ("The words “long tails” shall be deleted.", {"amends"}),
        ("The present Agreement is drawn up twice. It takes effect at once.", {"in_force"}),
        ("From the coming into force of this Agreement kites are free.", set()),
        ("This Agreement is deemed renewed from year to year.", {"renewal"}),
        ("Each Office is free to withdraw from this Agreement.", {"termination"}),
        ("The Kite Arrangement of 1978 ceases to be valid.", {"supersedes"}),
        ("The Agreement of 1949 loses its validity.", {"supersedes"}),
        ("The tax on tails is repealed.", set()),
        ("This Agreement is not intended to be legally binding.", {"not_binding"}),
        ("Nothing in this Agreement gives rise to obligations under international law.", {"not_binding"}),
    ],
)
def test_english_clauses(sentence: str, kinds: set[str]) -> None:
    assert {clause.kind for clause in read(OPENING + sentence + "\n").clauses} == kinds


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Настоящее Соглашение войдёт в действие через десять дней.", {"in_force"}),
        ("Соглашение применяется с даты подписания до завершения полётов.", {"in_force", "duration"}),
        ("Соглашение действует три года.", {"duration"}),
        ("Соглашение остаётся в силе, пока дует ветер.", {"duration"}),
        ("Оно считается продлённым каждый раз на один год.", {"renewal"}),
        ("Любая Сторона может прекратить участие в Соглашении.", {"termination"}),
        ("Сторона вправе заявить о его расторжении.", {"termination"}),
        ("С этой даты прекращает действие Соглашение о нитях.", {"supersedes"}),
        ("Соглашение сие возымеет силу и пребудет в действии десять лет.", {"in_force", "duration"}),
        ("Действие настоящего Соглашения прекращается через год.", {"termination"}),
        ("Соглашение заменяет Соглашение 1949 года.", {"supersedes"}),
        ("Уведомление направляется депозитарию.", set()),
        ("Депозитарием настоящего Соглашения является Управление змеев.", {"depositary"}),
        ("Оба экземпляра равнозначны.", {"authentic_texts"}),
        ("Предпочтение отдаётся русскому тексту.", {"prevailing_text"}),
        ("Соглашение не носит обязательного характера.", {"not_binding"}),
    ],
)
def test_russian_clauses(sentence: str, kinds: set[str]) -> None:
    assert {clause.kind for clause in read(НАЧАЛО + sentence + "\n", "ru").clauses} == kinds


@pytest.mark.parametrize(
    ("opening", "language", "parties"),
    [
        ("AGREEMENT, dated the third day of May 1995, between the KINGDOM OF KITES (hereinafter called “the Lender”) "
         "and the STRING BANK (hereinafter called “the Bank”).\n\nThe Lender and the Bank agree as follows:", "en",
         ("the KINGDOM OF KITES", "the STRING BANK")),
        ("KITE AGENCY (hereinafter referred to as “KA”) and THE STRING OFFICE hereby agree as follows:", "en",
         ("KITE AGENCY", "THE STRING OFFICE")),
        ("Управление змеев, именуемое в дальнейшем «Управление», в лице директора Нитева Н.Н., с одной стороны, и Союз "
         "нитей, в лице председателя Узлова У.У., с другой стороны, договорились о нижеследующем:", "ru",
         ("Управление змеев", "Союз нитей")),
    ],
)  # fmt: skip
def test_parties_stand_before_what_is_said_of_them(opening: str, language: str, parties: tuple[str, ...]) -> None:
    title, unit = ("KITE AGREEMENT", "Article") if language == "en" else ("ДОГОВОР О ЗМЕЯХ", "Статья")
    text = f"{title}\n\n{opening}\n\n{unit} 1\nKites.\n\n{unit} 2\nStrings.\n"
    assert read(text, language).parties == parties


@pytest.mark.parametrize(
    ("ending", "language", "signed"),
    [
        ("Drawn up at Riga on 9 December 1949 in two copies.", "en", (date(1949, 12, 9), "Riga")),
        ("Executed in duplicate at Riga as of December 8, 2011.", "en", (date(2011, 12, 8), "Riga")),
        ("Kites:\nDate: 11 April 2006\n\nStrings:\nDate: 3 April 2006", "en", (date(2006, 4, 11), None)),
        ("Совершено в Риге двадцатого сентября две тысячи двенадцатого года.", "ru", (date(2012, 9, 20), "Рига")),
        ("СОВЕРШЕНО 19 января 1988 года в двух экземплярах.", "ru", (date(1988, 1, 19), None)),
        ("12 июля 2003 года", "ru", (date(2003, 7, 12), None)),
        ("Рига, 25 мая 2016 года\n\nПриложение 1\n1. Ель.\n2. Сосна.", "ru", (date(2016, 5, 25), "Рига")),
        ("Dated 3 March 2022     Dated 28 February 2022", "en", (date(2022, 3, 3), None)),
    ],
)  # fmt: skip
def test_day_and_place(ending: str, language: str, signed: tuple[date, str | None]) -> None:
    text = f"{OPENING}Strings are long.\n\n{ending}\n" if language == "en" else f"{НАЧАЛО}Нити длинны.\n\n{ending}\n"
    structure = read(text, language)
    assert (structure.signed_on, structure.signed_at) == signed


def test_a_line_of_place_and_day_is_no_title():
    text = НАЧАЛО.replace("О ЗМЕЯХ\n", "О ЗМЕЯХ\n\nг. Рига                18 мая 2018 г.\n") + "Нити длинны.\n"
    structure = read(text, "ru")
    assert (structure.title, structure.signed_on, structure.signed_at) == (
        "СОГЛАШЕНИЕ О ЗМЕЯХ",
        date(2018, 5, 18),
        "Рига",
    )


def test_a_title_is_over_where_the_parties_are_named_again():
    text = OPENING.replace(
        "AGREEMENT ON KITES\n\nThe Kite", "AGREEMENT BETWEEN THE KITE OFFICE AND THE STRING OFFICE\n\nThe Kite"
    )
    assert read(text.replace("Office and", "Office\nand\n", 1) + "Strings.\n").title == (
        "AGREEMENT BETWEEN THE KITE OFFICE AND THE STRING OFFICE"
    )


def test_a_memorandum_that_creates_no_obligations_does_not_bind():
    text = (
        OPENING.replace("AGREEMENT", "MEMORANDUM")
        + "This Memorandum establishes no rights or obligations under international law.\n"
    )
    made = document(text)
    assert binding(replace(made, structure=read(text))).answer == "no"


def test_an_abbreviation_does_not_end_a_sentence():
    text = НАЧАЛО + "Соглашение вступает в силу с 1 июля 1993 г. и может быть расторгнуто Управлением змеев.\n"
    assert {clause.kind for clause in read(text, "ru").clauses} == {"in_force", "termination"}


def test_notes_that_take_effect_at_once_bind():
    text = (
        "EXCHANGE OF LETTERS ON KITES\n\nRiga, 9 September 1977\n\nDear Director,\n\n"
        "I have the honour to confirm that your letter and this reply constitute an agreement effective today.\n\n"
        "Yours sincerely,\n"
    )
    made = document(text)
    structure = read(text)
    assert binding(replace(made, structure=structure)).answer == "yes"
    assert not structure.notes
