"""Folding before analysis, stems and synonyms: different shapes of one word are one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.analysis import analyzers, fold, fold_with_map, synonyms
from pipeline.engines.schema import schemas


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("the U.N. and the О.О.Н.", "the UN and the ООН"),
        ("И.И.Иванов", "ИИ Иванов"),
        ("a U.S.-led force", "a US-led force"),
        ("Cтатья 5", "Статья 5"),  # the first letter is Latin
        ("САRICC", "CARICC"),  # the first two are Cyrillic
        ("век ХXI", "век XXI"),
        ("об\u00adъект", "объект"),
        ("и\u0306 е\u0308", "й ё"),
        ("а́том", "атом"),
        ("caf\u0065\u0301", "café"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("e.g. Art. 5.2, i.e. No. 7", "e.g. Art. 5.2, i.e. No. 7"),
        ("Эл. почта: A. B. Smith", "Эл. почта: A. B. Smith"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


LETTERS = st.text(alphabet="abСcаеиуёйUN.О \u00ad\u0301\u0306\u200b-«»X1ХPр", max_size=60)


@given(LETTERS)
def test_the_way_back_leads_to_the_same_letters(text: str) -> None:
    folded, offsets = fold_with_map(text)
    for token in analyzers()["exact"].spans(text):
        assert 0 <= token.start < token.end <= len(text)
        assert any(c.isalnum() for c in text[token.start : token.end])
    assert offsets.source(0, len(folded))[0] >= 0


@given(LETTERS)
def test_folding_twice_changes_no_word(text: str) -> None:
    exact = analyzers()["exact"]
    once = fold(text)
    assert exact.tokens(fold(once)) == exact.tokens(once)


@pytest.mark.parametrize(
    "hostile",
    [
        " " * 100_000,
        "1" * 100_000,
        "«а»" * 30_000,
        "U." * 50_000,
        "aа" * 50_000,
        "а\u0301" * 50_000,
        "\u00ad" * 100_000,
    ],
)
def test_hostile_text_is_folded(hostile: str) -> None:
    assert len(fold(hostile)) <= 2 * len(hostile)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("notified", "notifying"),
        ("seizures", "seizure"),
        ("agreements", "Agreement"),
        ("уведомление", "уведомлениями"),
        ("обязуются", "обязуется"),
        ("прекурсоров", "прекурсор"),
        ("ещё", "еще"),
        ("пчёлы", "пчел"),
    ],
)
def test_inflected_forms_share_a_stem(one: str, other: str) -> None:
    stemmed = analyzers()["stemmed"]
    assert stemmed.tokens(one) == stemmed.tokens(other)


@pytest.mark.parametrize(("one", "other"), [("university", "universal"), ("органы", "организация"), ("party", "part")])
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    stemmed = analyzers()["stemmed"]
    assert stemmed.tokens(one) != stemmed.tokens(other)


def test_a_stem_of_one_language_leaves_the_other_alone() -> None:
    assert analyzers()["stemmed"].tokens("notification уведомление") == [
        *analyzers()["stemmed"].tokens("notification"),
        *analyzers()["stemmed"].tokens("уведомление"),
    ]


def test_no_word_has_two_groups_of_synonyms() -> None:
    members = [key for key, others in synonyms().items() for _ in (key,) if others]
    assert len(members) == len(set(members))
    for key, others in synonyms().items():
        for other in others:
            stems = tuple(analyzers()["stemmed"].tokens(" ".join(other)))
            assert key in {tuple(analyzers()["stemmed"].tokens(" ".join(back))) for back in synonyms()[stems]}


def test_every_analyzer_and_type_of_the_description_is_known() -> None:
    for schema in schemas().values():
        assert set(schema.words) <= set(schema.fields)
        for field in schema.fields.values():
            assert field.type in {"text", "keyword", "boolean", "date", "integer", "long", "object"}
            assert field.type != "text" or field.analyzer in analyzers()
