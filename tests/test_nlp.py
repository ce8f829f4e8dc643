"""The parsers: batches give what single sentences give, circles in a parse are broken."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.model
@given(st.data())
def test_every_tree_of_heads_can_be_walked(data: st.DataObject) -> None:
    """Crossing arcs, circles and several roots come from texts that were recognised badly."""
    length = data.draw(st.integers(2, 25))
    heads = data.draw(st.lists(st.integers(0, length), min_size=length, max_size=length))
    doc = nlp.parser("ru").make_doc(" ".join(f"слово{chr(1072 + i)}" for i in range(length)))
    tags = [SimpleNamespace(pos="NOUN", feats={"Case": "Nom"})] * length
    arcs = [SimpleNamespace(head_id=str(head), rel="nmod") for head in heads]
    nlp._set_syntax(list(doc), tags, arcs)
    for token in doc:
        assert {child.i for child in token.children} == {t.i for t in doc if t.head.i == token.i != t.i}
        assert token.head.i in (heads[token.i] - 1, token.i)
        assert (token.dep_ == "ROOT") == (token.head.i == token.i)
