"""Genre with its evidence, and what an instrument states of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.citation import cite, place
from pipeline.structure import read_structure
from tests.support.structure import check_cover, document, eids, read

AGREEMENT = """AGREEMENT
between the Government of the Republic of Arcadia
and the Government of the Kingdom of Elbonia
on Cooperation in Beekeeping

The Government of the Republic of Arcadia and the Government of the Kingdom of Elbonia, hereinafter "the Parties",

Desiring to keep bees,

Have agreed as follows:

Article 1

The Central Bee Office (hereinafter the Office) shall count the bees.

Article 2

Amendments to this Agreement shall enter into force on the day both Parties approve them.

Article 3

This Agreement shall enter into force on the thirtieth day following the last notification.

It shall remain in force for five years and shall be automatically extended for periods of one year.

Either Party may terminate it by giving six months' notice.

DONE at Elbow on 3 May 2001, in two originals, in Arcadian and Elbonian, both texts being equally authentic.

For the Government of Arcadia
"""
СОГЛАШЕНИЕ = """СОГЛАШЕНИЕ
между Правительством Республики Аркадия и Правительством
Королевства Эльбония о сотрудничестве в пчеловодстве
(Эльба, 3 мая 2001 г.)

Правительство Республики Аркадия и Правительство Королевства Эльбония, именуемые в дальнейшем Сторонами,

желая разводить пчел,

согласились о нижеследующем:

Статья 1

Центральное бюро пчел (далее – Бюро) считает пчел.

Статья 2

Настоящее Соглашение вступает в силу с даты последнего уведомления.

Каждая из Сторон может прекратить действие Соглашения.

Совершено в городе Эльбе 3 мая 2001 года в двух экземплярах, причем оба текста имеют одинаковую силу.
"""


def test_an_agreement() -> None:
    structure = read(AGREEMENT)
    assert structure.genre == "treaty"
    assert "agreed as follows" in structure.evidence or "Have agreed" in structure.evidence
    assert structure.title == (
        "AGREEMENT between the Government of the Republic of Arcadia and the Government of the Kingdom of Elbonia "
        "on Cooperation in Beekeeping"
    )
    assert structure.parties == (
        "The Government of the Republic of Arcadia",
        "the Government of the Kingdom of Elbonia",
    )
    assert (structure.signed_on, structure.signed_at) == (date(2001, 5, 3), "Elbow")
    assert structure.in_force_rule is not None
    assert structure.in_force_rule.startswith("This Agreement shall enter into force on the thirtieth day")
    check_cover(AGREEMENT, structure)


def test_defined_terms_and_clauses_lie_in_the_text() -> None:
    structure = read(AGREEMENT)
    assert [term.term for term in structure.terms] == ["the Parties", "Office"]
    assert structure.terms[1].meaning == "The Central Bee Office"
    for term in structure.terms:
        assert term.span.of(AGREEMENT) == term.term
    assert {c.kind for c in structure.clauses} >= {"in_force", "duration", "renewal", "termination", "authentic_texts"}
    for clause in structure.clauses:
        assert clause.span.of(AGREEMENT) == clause.text


def test_a_russian_agreement() -> None:
    structure = read(СОГЛАШЕНИЕ, "ru")
    assert structure.genre == "treaty"
    assert structure.title == (
        "СОГЛАШЕНИЕ между Правительством Республики Аркадия и Правительством Королевства Эльбония о сотрудничестве в "
        "пчеловодстве"
    )
    assert structure.parties == ("Правительство Республики Аркадия", "Правительство Королевства Эльбония")
    assert (structure.signed_on, structure.signed_at) == (date(2001, 5, 3), "Эльба")
    assert structure.in_force_rule == "Настоящее Соглашение вступает в силу с даты последнего уведомления."
    assert [term.term for term in structure.terms] == ["Сторонами", "Бюро"]


def test_nothing_is_inferred() -> None:
    structure = read(
        "TREATY ON RAIN\n\nThe States Parties have agreed as follows:\n\nArticle 1\n\nIt rains.\n\nArticle "
        "2\n\nIt stops.\n"
    )
    assert structure.genre == "treaty"
    assert (structure.parties, structure.signed_on, structure.signed_at, structure.in_force_rule) == (
        (),
        None,
        None,
        None,
    )


def test_meanings_in_a_definitions_article() -> None:
    text = (
        "TREATY ON RAIN\n\nThe States Parties have agreed as follows:\n\nArticle 1\n\nIn this Treaty:\n\n"
        "(a) “rain” means water that falls;\n\n(b) “Council” shall mean the Council of Rain.\n\nArticle "
        "2\n\nIt rains.\n"
    )
    assert [(t.term, t.meaning) for t in read(text).terms] == [
        ("rain", "water that falls"),
        ("Council", "the Council of Rain"),
    ]


def test_a_release_about_a_treaty_is_a_release() -> None:
    text = (
        "Arcadia and Elbonia sign agreement on bees\n\n3 May 2001\n\n"
        "ELBOW – The Government of Arcadia and the Government of Elbonia today signed an agreement on cooperation in "
        "beekeeping, the Ministry of Bees said.\n\n"
        "“We have agreed on the main points,” the Minister told reporters, adding that Article 5 of the agreement "
        "concerns honey.\n\nNext steps\n\nThe agreement will be sent to both parliaments in June, according "
        "to the Ministry, "
        "which also announced a festival.\n"
    )
    structure = read(text)
    assert structure.genre == "release"
    assert structure.evidence
    assert structure.title == "Arcadia and Elbonia sign agreement on bees"
    assert structure.signed_on == date(2001, 5, 3)
    assert eids(structure) == ["h_1", "p_1", "p_2", "p_3", "h_2", "p_4"]
    check_cover(text, structure)


def test_a_russian_release() -> None:
    text = (
        "Пресс-релиз\n\nВ Эльбе состоялась встреча пчеловодов\n\nСегодня в городе Эльба состоялась встреча "
        "пчеловодов двух стран, "
        "сообщила пресс-служба министерства.\n\nМинистр отметил, что соглашение о пчелах действует.\n"
    )
    assert read(text, "ru").genre == "release"


def test_a_resolution_of_numbered_paragraphs() -> None:
    text = (
        "RESOLUTION 17 (2001)\n\nThe Council of Rain,\n\nRecalling its earlier resolutions,\n\nConcerned at "
        "the drought,\n\n"
        "Hereby agree as follows:\n\n1. Calls upon all States to save water;\n\n2. Requests the Secretary to "
        "report;\n\n"
        "3. Decides to remain seized of the matter.\n"
    )
    structure = read(text)
    assert structure.genre == "resolution"
    assert eids(structure, "paragraph") == ["para_1", "para_2", "para_3"]


def test_a_resolution_without_a_formula_and_its_dateline() -> None:
    text = (
        "РЕЗОЛЮЦИЯ № 3\n\nСовет дождя,\n\nссылаясь на прежние резолюции,\n\n1. Призывает государства беречь воду;\n\n"
        "2. Постановляет продолжать рассмотрение этого вопроса.\n\nЭльба, 4 мая 2001 года\n"
    )
    structure = read(text, "ru")
    assert structure.genre == "resolution"
    assert eids(structure, "paragraph") == ["para_1", "para_2"]
    assert (structure.signed_on, structure.signed_at) == (date(2001, 5, 4), "Эльба")
    assert structure.notes == ()


def test_an_exchange_of_notes() -> None:
    text = (
        "EXCHANGE OF NOTES\n\nI\n\nThe Embassy of Arcadia presents its compliments and proposes as follows:\n\n"
        "1. Each Government may post two gardeners.\n2. They shall be paid.\n\nII\n\n"
        "The Ministry of Elbonia accepts the proposal.\n"
    )
    structure = read(text)
    assert structure.genre == "exchange_of_notes"
    assert eids(structure, "section") == ["sec_1", "sec_2"]


def test_other_languages_get_paragraphs() -> None:
    text = "Келісім\n\nБірінші абзац.\n\nЕкінші абзац."
    structure = read(text, "kk")
    assert structure.genre == "other"
    assert eids(structure)[-1].startswith("p_")
    check_cover(text, structure)


def test_an_empty_text_has_no_provisions() -> None:
    assert read("").provisions == ()
    assert read(" \n\n ").provisions == ()


def test_a_text_that_breaks_off_and_a_missing_article_are_noted() -> None:
    text = AGREEMENT[: AGREEMENT.index("It shall remain")].replace("Article 3", "Article 4") + "It shall remain in"
    notes = {note.code: note.message for note in read(text).notes}
    assert set(notes) == {"provision_missing", "text_cut_short"}
    assert "3" in notes["provision_missing"]
    assert "art_4" in notes["text_cut_short"]
    assert read(AGREEMENT).notes == ()


def test_citations() -> None:
    text = AGREEMENT.replace("The Central", "1. Each Party shall:\n\n(a) plant; and\n\n(b) water.\n\n2. The Central")
    made = document(text)
    made = replace(made, structure=read_structure(made))
    assert place(made, "art_1__para_1__point_b") == "Article 1, paragraph 1 (b)"
    assert cite(made, "art_3", page=2).endswith("…, Article 3, p. 2")
    assert cite(made, None).startswith("AGREEMENT between")
    assert place(made, "art_99") == ""


def test_russian_citations() -> None:
    text = СОГЛАШЕНИЕ.replace("Центральное", "1. Стороны:\n\nа) сажают;\n\nб) поливают.\n\n2. Центральное")
    made = document(text, "ru")
    made = replace(made, structure=read_structure(made))
    assert place(made, "art_1__para_1__point_б") == "статья 1, пункт 1, подпункт «б»"
    assert cite(made, "art_2", page=3).endswith("статья 2, с. 3")


def test_rules_that_speak_of_meetings_held_are_no_release() -> None:
    text = (
        "STATUTE OF THE BEEKEEPING COMMISSION\n\n1. Meetings are held once a year.\n\n"
        "2. The Secretary shall keep the minutes.\n\n3. The Commission may set up working groups.\n"
    )
    assert read(text).genre == "treaty"
    news = (
        "Protocol on beekeeping signed\n\nThe ministers met in Elbow and discussed the harvest, Arcadia said today.\n"
    )
    assert read(news).genre == "release"
