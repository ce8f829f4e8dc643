"""The parsers: batches give what single sentences give, circles in a parse are broken."""

from __future__ import annotations

import pytest

from pipeline import nlp
from pipeline.nlp import _without_circles

SENTENCES = {
    "en": ["The Parties shall exchange data.", "Each Party keeps a list.", "", "No Party may withdraw."],
    "ru": ["Стороны обмениваются сведениями.", "Сторона ведёт список.", "", "Выход не допускается."],
}


@pytest.mark.model
@pytest.mark.parametrize("language", ["en", "ru"])
def test_batches_agree_with_single_sentences(language: str) -> None:
    texts = SENTENCES[language]
    together = list(nlp.parse(texts, language, batch_size=3))
    assert [doc.text for doc in together] == texts
    for doc, alone in zip(together, (next(iter(nlp.parse([text], language))) for text in texts), strict=True):
        assert [(t.pos_, t.dep_, t.head.i) for t in doc] == [(t.pos_, t.dep_, t.head.i) for t in alone]


@pytest.mark.model
def test_russian_tokens_carry_morphology() -> None:
    (doc,) = nlp.parse(["Стороны обмениваются сведениями."], "ru")
    assert [t.dep_ for t in doc][:2] == ["nsubj", "ROOT"]
    assert doc[1].morph.get("Tense", []) == ["Pres"]


@pytest.mark.parametrize(
    ("heads", "mended"),
    [
        ([-1, 0, 1], [-1, 0, 1]),
        ([1, 0], [-1, 0]),
        ([1, 2, 1], [1, -1, 1]),
        ([0], [-1]),
        ([], []),
    ],
)
def test_circles_are_broken(heads: list[int], mended: list[int]) -> None:
    assert _without_circles(heads) == mended
