"""What counts as a mention, of which kind, with which id: sentences with the answer marked in place."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.entities.mentions import read_mentions
from pipeline.entities.reader import layers
from pipeline.model import Kind, Layer, Mention
from tests.support.annotated import Marked, document, read

pytestmark = pytest.mark.model
HERE = Path(__file__).parent
SENTENCES = [
    pytest.param(language, read(line), id=f"{language}-{number}")
    for language in ("en", "ru")
    for number, line in enumerate((HERE / f"marked_{language}.txt").read_text(encoding="utf-8").splitlines(), 1)
]


def mentions(text: str, language: str, issued_on: date | None = None) -> tuple[Mention, ...]:
    return read_mentions(document(text, language, issued_on))


def one(found: tuple[Mention, ...], text: str) -> Mention:
    return next(mention for mention in found if mention.text == text)


@pytest.mark.parametrize(("language", "marked"), SENTENCES)
def test_marked_sentence(language: str, marked: Marked) -> None:
    found = mentions(marked.text, language)
    assert [(m.text, m.kind) for m in found] == [(words, kind) for words, kind, _ in marked.mentions]
    ids = {m.text: m.entity_id for m in found}
    assert {words: ids[words] for words, _, key in marked.mentions if key} == {
        words: key for words, _, key in marked.mentions if key
    }


@pytest.mark.parametrize("language", ["en", "ru"])
def test_layers_declare_what_they_read_and_write(language: str) -> None:
    nlp: Language = layers(language)
    assert nlp.analyze_pipes()["problems"] == {name: [] for name in nlp.pipe_names}


def test_spans_hold_their_text_and_do_not_overlap() -> None:
    text = (HERE / "marked_en.txt").read_text(encoding="utf-8").replace("[[", "").replace("]]", " ")
    found = mentions(text, "en")
    assert all(text[m.span.start : m.span.end] == m.text for m in found)
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))
    assert all(m.span.covers(inner.span) and m.span != inner.span for m in found for inner in m.inner)


def test_country_inside_an_organisation_stays_visible() -> None:
    found = mentions("It was signed by the Ministry of Justice of Georgia.", "en")
    ministry = one(found, "Ministry of Justice of Georgia")
    assert [(inner.text, inner.entity_id) for inner in ministry.inner] == [("Georgia", "country:GE")]


def test_surname_alone_is_the_person_named_before() -> None:
    found = mentions("Minister Askar Tolegenov spoke first. Later Tolegenov left.", "en")
    assert one(found, "Askar Tolegenov").entity_id == one(found, "Tolegenov").entity_id is not None
    assert one(found, "Tolegenov").by is Layer.DOCUMENT


def test_one_person_in_two_scripts_and_spellings() -> None:
    english = mentions("Prosecutor Daniyar Umarbayev and Mr. Umarbaev agreed.", "en")
    russian = mentions("Прокурор Данияр Умарбаев встретил прокурора Данияра Умарбаева.", "ru")
    ids = {m.entity_id for m in (*english, *russian) if m.kind is Kind.PERSON}
    assert ids == {"person:umarbaev-daniar"}


def test_acronym_defined_by_the_text_keeps_its_id() -> None:
    text = "The Joint Border Liaison Bureau (JBLB) met twice. The JBLB has twelve members."
    found = mentions(text, "en")
    long_name, *short = [m for m in found if m.kind is Kind.ORGANISATION]
    assert long_name.text == "Joint Border Liaison Bureau"
    assert {m.text for m in short} == {"JBLB"}
    assert len(short) == 2
    assert {m.entity_id for m in (long_name, *short)} == {"org:JBLB"}


def test_ministry_without_country_belongs_to_the_country_of_the_text() -> None:
    text = "Uzbekistan and Kazakhstan met. The Foreign Ministry of Uzbekistan and the Interior Ministry agreed."
    found = mentions(text, "en")
    assert one(found, "Interior Ministry").entity_id == "org:UZ-MVD"


def test_year_comes_from_the_release_and_is_marked() -> None:
    found = mentions("They met on Nov.13 in Vienna.", "en", date(2019, 11, 15))
    day = one(found, "Nov.13")
    assert day.entity_id == "date:2019-11-13"
    assert day.rule.endswith(".inferred")


def test_year_comes_from_full_dates_of_the_text() -> None:
    found = mentions("14 мая 2014 г. открылся семинар. 15 мая он закрылся.", "ru")
    assert one(found, "15 мая").entity_id == "date:2014-05-15"


def test_headline_capitals_make_no_names() -> None:
    text = "Ministers Underline Importance of Regional Border Cooperation Initiatives\n\nThe ministers met in Vienna."
    assert [m.text for m in mentions(text, "en")] == ["Vienna"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Parties shall inform the Secretariat. The Council decided so under Article 5 within 30 days."),
        ("ru", "Стороны информируют Секретариат. Совет решил так в соответствии со статьёй 5 в течение 30 дней."),
    ],
)
def test_generic_nouns_name_nobody(language: str, text: str) -> None:
    assert mentions(text, language) == ()


def test_no_break_spaces_and_line_breaks_inside_names() -> None:
    text = "The United\u00a0Nations Office on\nDrugs and  Crime gave 250\u00a0kg."
    found = mentions(text, "en")
    assert [(m.text, m.entity_id) for m in found if m.entity_id] == [
        ("United\u00a0Nations Office on\nDrugs and  Crime", "org:UNODC")
    ]


def test_languages_without_a_pack_give_nothing() -> None:
    assert mentions("Қазақстан Республикасы Астана қаласында", "kk") == ()


def test_coordinated_operations_stand_apart() -> None:
    found = mentions("В ходе операций «Невод» и «Перевал» изъято 5 кг.", "ru")
    assert [m.text.strip("«»") for m in found if m.kind is Kind.OPERATION] == ["Невод", "Перевал"]


def test_same_text_same_mentions() -> None:
    text = (HERE / "marked_ru.txt").read_text(encoding="utf-8")
    assert mentions(text, "ru") == mentions(text, "ru")
