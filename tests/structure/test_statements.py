"""What a text states of its own day, place, parties, changes and force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.extract.datelines import of_line, stated
from pipeline.structure import binding, read_structure
from pipeline.structure.places import nominative
from tests.support.structure import document, read

MEMORANDUM = """MEMORANDUM OF UNDERSTANDING
between the Bee Control Agency under the President of Arcadia and the World Office on Bees and Honey on Cooperation

have reached the following understanding:

I. Purpose

1. The Sides will count bees.

II. Costs

2. Each Side will pay its own costs.

{end}
"""


@pytest.mark.parametrize(
    ("end", "day", "place"),
    [
        ("Signed at Vienna on 22 April 2016 in two copies, each in English.", date(2016, 4, 22), "Vienna"),
        ("Done this third day of May 2011 in duplicate at The Hague.", date(2011, 5, 3), "The Hague"),
        ("Done on 3 May 2011, in two originals, in English and French.", date(2011, 5, 3), None),
        ("This Memorandum is executed in Vienna on 3 May 2011.", date(2011, 5, 3), "Vienna"),
        ("It replaces the Agreement signed at Vienna on 3 May 1991.", None, None),
    ],
)
def test_signature(end: str, day: date | None, place: str | None) -> None:
    structure = read(MEMORANDUM.format(end=end))
    assert (structure.signed_on, structure.signed_at) == (day, place)


@pytest.mark.parametrize(
    "end",
    [
        "Подписан в г. Ашхабаде 22 апреля 2016 года в двух экземплярах.",
        "Совершено в городе Ашхабаде 22 апреля 2016 г.",
        "Подписано в двух экземплярах в Ашхабаде 22 апреля 2016 года.",
    ],
)
def test_russian_signatures_and_the_nominative(end: str) -> None:
    text = (
        "МЕМОРАНДУМ\nмежду Службой пчел Аркадии и Комитетом меда Эльбонии о пчелах\n\nСлужба пчел Аркадии и Комитет "
        "меда Эльбонии (далее – «Стороны»),\n\nдостигли следующего понимания:\n\n1. Стороны считают пчел.\n\n"
        f"2. Стороны несут свои расходы.\n\n{end}\n"
    )
    structure = read(text, "ru")
    assert (structure.signed_on, structure.signed_at) == (date(2016, 4, 22), "Ашхабад")
    assert structure.parties == ("Служба пчел Аркадии", "Комитет меда Эльбонии")


def test_a_place_the_gazetteer_does_not_know_stays_as_printed() -> None:
    assert (nominative("Ашхабаде"), nominative("Эльбонбурге")) == ("Ашхабад", "Эльбонбурге")
    assert nominative("Vienna") == "Vienna"


def test_parties_of_a_title_whose_names_hold_its_own_words() -> None:
    assert read(MEMORANDUM.format(end="")).parties == (
        "the Bee Control Agency under the President of Arcadia",
        "the World Office on Bees and Honey",
    )


def test_a_resolution_is_adopted() -> None:
    text = (
        "RESOLUTION 5\n\nAdopted at Vienna on 9 June 2012\n\nThe Bee Council,\n\nRecalling its resolutions,\n\n"
        "1. Urges States to count bees;\n\n2. Decides to meet again.\n"
    )
    structure = read(text)
    assert (structure.genre, structure.signed_on, structure.signed_at) == ("resolution", date(2012, 6, 9), "Vienna")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("VIENNA, 12 March 2015 – Bees met.", date(2015, 3, 12)),
        ("14 May 2014, 10:30", date(2014, 5, 14)),
        ("Issued on 5 December 2018", date(2018, 12, 5)),
        ("The Hague, 7 February 2019", date(2019, 2, 7)),
        ("БИШКЕК, 30 июля 2019 г. Пчелы прилетели", date(2019, 7, 30)),
        ("АСТАНА. 5 мая 2014 г. /Мед/ – Сегодня пчелы прилетели", date(2014, 5, 5)),
        ("Пресс-релиз от 14 мая 2014 г.", date(2014, 5, 14)),
        ("On 5 May 2014 the bees came", None),
        ("13 мая 2014 года в Астане прошла ярмарка", None),
        ("В Бишкеке, 30 июля 2019 г., прошла ярмарка", None),
        ("Honey fair, 21-22 June 2012", None),
        ("Convention of 20 December 1988", None),
        ("© 2010–2020", None),
    ],
)
def test_the_day_of_a_line(line: str, day: date | None) -> None:
    assert of_line(line) == day


def test_only_the_first_lines_are_looked_at() -> None:
    assert stated(["Title", "Text.", "5 May 2014"]) == date(2014, 5, 5)
    assert stated(["Title", "Text.", "Text.", "Text.", "5 May 2014"]) is None


def test_a_release_dated_in_its_last_line() -> None:
    text = "Bees counted\n\nThe Office said that it had counted the bees.\n\nIt added more.\n\nVienna, 5 May 2014\n"
    assert read(text).signed_on == date(2014, 5, 5)


def test_changes_of_another_instrument_are_clauses() -> None:
    text = (
        "PROTOCOL to the Bee Agreement\n\nThe Parties have agreed as follows:\n\nArticle 1\n\nArticle 4 of the "
        "Agreement shall be replaced by the following: Bees are free.\n\nArticle 2\n\nThis Protocol may be amended.\n"
    )
    assert [(c.kind, c.eid) for c in read(text).clauses] == [("amends", "art_1")]


@pytest.mark.parametrize(
    ("last", "answer", "eid"),
    [
        ("This Agreement shall enter into force on signature.", "yes", "art_2"),
        ("This Agreement is not legally binding.", "no", "art_2"),
        ("Bees are free.", "unclear", None),
    ],
)
def test_whether_it_binds(last: str, answer: str, eid: str | None) -> None:
    text = (
        "AGREEMENT on bees\n\nThe Parties have agreed as follows:\n\nArticle 1\n\nBees are counted.\n\nArticle 2\n\n"
        f"{last}\n"
    )
    made = document(text)
    found = binding(replace(made, structure=read_structure(made)))
    assert (found.answer, found.eid) == (answer, eid)
    assert found.quote is None or found.quote in text


def test_the_title_in_the_language_of_the_version() -> None:
    text = (
        "Verdrag inzake bijen tussen Arcadia en Elbonia\n\nBee Agreement between Arcadia and Elbonia\n\n"
        "The Government of Arcadia and the Government of Elbonia have agreed as follows:\n\nArticle 1\n\n"
        "Each Party shall count bees.\n\nArticle 2\n\nThis Agreement shall enter into force at once.\n"
    )
    made = document(text)
    first, *rest = made.blocks
    made = replace(made, blocks=(replace(first, language="nl"), *(replace(b, language="en") for b in rest)))
    assert read_structure(made).title == "Bee Agreement between Arcadia and Elbonia"


ARTICLES = "Article 1\nThe Parties shall count bees.\n\nArticle 2\nEach Party shall report its bees."


def agreement(articles: str, opening: str = "The Kingdom of Arcadia and the Republic of Elbonia,\n") -> str:
    return f"AGREEMENT ON BEES\n\n{opening}\nHave agreed as follows:\n\n{articles}\n"


def test_the_force_of_an_instrument_is_not_that_of_its_amendments() -> None:
    text = agreement(
        "Article 1\nThere shall be a meeting in the year in which this Agreement enters into force.\n"
        "Article 2\nAny amendment to this Agreement shall enter into force upon its acceptance by both Parties.\n"
        "Article 3\nWithdrawal shall take effect six months after the notification.\n"
        "Article 4\nThis Agreement is concluded for five years and shall enter into force on the day of its signature."
    )
    found = read(text)
    assert [c.eid for c in found.clauses if c.kind == "in_force"] == ["art_4"]
    assert found.in_force_rule is not None
    assert found.in_force_rule.startswith("This Agreement is concluded")


def test_the_parties_stand_apart_from_their_sides() -> None:
    sides = "The Government of Canada, on the one hand, and the Government of the Kyrgyz Republic, on the other hand,\n"
    assert read(agreement(ARTICLES, opening=sides)).parties == (
        "The Government of Canada",
        "the Government of the Kyrgyz Republic",
    )
    we = "We, the Republic of Belarus, the Russian Federation and Ukraine, hereinafter the Parties,\n"
    assert read(agreement(ARTICLES, opening=we)).parties == (
        "the Republic of Belarus",
        "the Russian Federation",
        "Ukraine",
    )


def test_an_exchange_is_complete_with_its_last_note() -> None:
    text = (
        "EXCHANGE OF NOTES BETWEEN CANADA AND THE KYRGYZ REPUBLIC AUTHORIZING THE USE OF LABORATORIES\n\nNOTE I\n"
        "Ottawa, 3 March 2009\nSir,\nI have the honour to propose that the two Governments share their laboratories.\n"
        "If the foregoing is acceptable, this note and your reply shall constitute an agreement.\n\nNOTE II\n"
        "Bishkek, 17 April 2009\nSir,\nI have the honour to acknowledge your note, whose proposal is acceptable.\n"
    )
    found = read(text)
    assert (found.genre.value, found.parties) == ("exchange_of_notes", ("CANADA", "THE KYRGYZ REPUBLIC"))
    assert (str(found.signed_on), found.signed_at) == ("2009-04-17", "Bishkek")
