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


def test_no_sentence_crosses_a_line() -> None:
    text = "one line\nanother line\n\nlast"
    assert [span.of(text) for span in sentences(text, "en")] == ["one line", "another line", "last"]


@pytest.mark.parametrize("text", ["", "\n", "   \n  "])
def test_nothing(text: str) -> None:
    assert sentences(text, "en") == ()


def test_a_language_without_a_pack_is_split_too() -> None:
    text = "Un. Deux."
    assert len(sentences(text, "fr")) == 2
