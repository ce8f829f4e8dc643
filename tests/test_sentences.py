"""Sentence boundaries: | stands between the sentences."""

from __future__ import annotations

import pytest

from pipeline.sentences import sentences

CASES = (
    ("en", "See Art. 5, para. 2 of the Agreement. | Mr. Brown signed it."),
    ("en", "The U.S. side agreed. | It left."),
    ("en", "J. Brown and P. Green met. | They spoke."),
    ("en", "Pipes, tubes, etc. are listed. | Nothing else is."),
    ("en", "Is it so? | Yes!"),
    ("ru", "Согласно п. 2 ст. 4 Соглашения от 5 мая 2001 г. № 3 Стороны действуют. | Далее."),
    ("ru", "В 2001 г. Стороны встретились. | А.С. Белов и др. приняли участие."),
    ("ru", "Изъято 5 млн. рублей и 2 кг. гашиша. | Дело передано в суд."),
)


@pytest.mark.parametrize(("language", "sample"), CASES)
def test_boundaries(language: str, sample: str) -> None:
    parts = sample.split(" | ")
    text = " ".join(parts)
    assert [span.of(text) for span in sentences(text, language)] == parts


LOWERED = (
    ("ru", "стороны обмениваются сведениями об авариях. | если сведения неполны, они дополняются в течение 5 дней."),
    (
        "ru",
        "совет собирается не реже одного раза в год. | сведения по п. 2 ст. 4 передаются секретариату и т.п. органам.",
    ),
    (
        "en",
        "the parties shall exchange lists of experts. | the lists shall be renewed every year under para. 2 of art. 5.",
    ),
)


@pytest.mark.parametrize(("language", "sample"), LOWERED)
def test_texts_without_capitals_end_their_sentences_too(language: str, sample: str) -> None:
    test_boundaries(language, sample)


def test_numbers_of_paragraphs_that_lost_their_lines_begin_sentences() -> None:
    text = (
        "Заседания Совета созываются его Председателем.2. Решения принимаются консенсусом;3.Протокол ведет Секретариат."
    )
    assert [span.of(text) for span in sentences(text, "ru")] == [
        "Заседания Совета созываются его Председателем.",
        "2. Решения принимаются консенсусом;",
        "3.Протокол ведет Секретариат.",
    ]


def test_a_capital_anywhere_leaves_small_letters_behind_full_stops_alone() -> None:
    text = "Размер выплат устанавливает Совет. см. приложение к настоящему соглашению о взносах."
    assert len(sentences(text, "ru")) == 1


def test_no_sentence_crosses_a_line() -> None:
    text = "one line\nanother line\n\nlast"
    assert [span.of(text) for span in sentences(text, "en")] == ["one line", "another line", "last"]


@pytest.mark.parametrize("text", ["", "\n", "   \n  "])
def test_nothing(text: str) -> None:
    assert sentences(text, "en") == ()


def test_a_language_without_a_pack_is_split_too() -> None:
    text = "Un. Deux."
    assert len(sentences(text, "fr")) == 2
