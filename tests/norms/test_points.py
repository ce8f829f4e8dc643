"""Enumerated points: what they inherit from the words that introduce them, and what stays with those words."""

from __future__ import annotations

import pytest

from pipeline.model import Document, Genre, Norm, Provision, Span
from pipeline.norms import read_norms
from tests.support.norms import document


def _article(*parts: tuple[str, str, str | None], language: str = "en") -> Document:
    """One article from (own words, kind, number) of its introduction and its points."""
    text, spans = "", []
    for words, _kind, _number in parts:
        start = len(text)
        text += words + "\n"
        spans.append(Span(start, len(text) - 1))
    points = tuple(
        Provision(f"art_1__point_{number}", kind, number, None, span)
        for (_words, kind, number), span in zip(parts[1:], spans[1:], strict=True)
    )
    article = Provision("art_1", "article", None, None, Span(0, len(text) - 1), points)
    return document(text, language, provisions=(article,))


def _row(norm: Norm) -> tuple[str, str, str | None, str | None]:
    return norm.eid, norm.modality.value, norm.bearer, norm.lemma


@pytest.mark.model
def test_points_that_complete_the_verb() -> None:
    doc = _article(
        ("Each Party shall:", "article", None),
        ("(a) appoint a contact point;", "point", "a"),
        ("(b) publish its address and keep it up to date.", "point", "b"),
    )
    norms = read_norms(doc)
    assert [_row(norm) for norm in norms] == [
        ("art_1__point_a", "obligation", "each_party", "appoint"),
        ("art_1__point_b", "obligation", "each_party", "publish"),
        ("art_1__point_b", "obligation", "each_party", "keep"),
    ]
    assert {norm.chapeau for norm in norms} == {"Each Party shall:"}
    assert norms[0].quote == "appoint a contact point;" == norms[0].span.of(doc.text)


@pytest.mark.model
def test_points_that_are_objects_of_the_verb() -> None:
    norms = read_norms(
        _article(
            ("The Parties shall exchange information on:", "article", None),
            ("(a) new routes;", "point", "a"),
            ("(b) new substances.", "point", "b"),
        )
    )
    assert [_row(norm) for norm in norms] == [
        ("art_1__point_a", "obligation", "all_parties", "exchange"),
        ("art_1__point_b", "obligation", "all_parties", "exchange"),
    ]
    assert norms[1].action == "exchange information on: new substances."


@pytest.mark.model
def test_points_that_are_conditions_leave_the_norm_to_the_introduction() -> None:
    (norm,) = read_norms(
        _article(
            ("The Requested Party may refuse assistance if:", "article", None),
            ("(a) its security is at risk;", "point", "a"),
            ("(b) the file cannot be kept secret.", "point", "b"),
        )
    )
    assert _row(norm) == ("art_1", "permission", "requested_party", "refuse")
    assert norm.condition == "its security is at risk; the file cannot be kept secret."


@pytest.mark.model
def test_points_with_their_own_subject_stand_alone() -> None:
    norms = read_norms(
        _article(
            ("The following rules govern the meetings:", "article", None),
            ("(a) the Council shall meet each year;", "point", "a"),
        )
    )
    assert [(norm.bearer, norm.lemma, norm.deadline and norm.deadline.iso8601) for norm in norms] == [
        ("council", "meet", "P1Y")
    ]


@pytest.mark.model
def test_a_deadline_of_the_introduction_holds_for_its_points() -> None:
    norms = read_norms(
        _article(
            ("Within ten days each Party shall:", "article", None),
            ("(a) appoint a contact point;", "point", "a"),
        )
    )
    assert [norm.deadline and norm.deadline.iso8601 for norm in norms] == ["P10D"]


@pytest.mark.model
@pytest.mark.parametrize("chapeau", ["Стороны обязуются:", "Каждая Сторона:"])
def test_russian_points(chapeau: str) -> None:
    words = ("хранить образцы;", "сообщать о них.") if "обяз" in chapeau else ("хранит образцы;", "сообщает о них.")
    norms = read_norms(
        _article(
            (chapeau, "article", None),
            ("а) " + words[0], "point", "а"),
            ("б) " + words[1], "point", "б"),
            language="ru",
        )
    )
    assert [(norm.modality.value, norm.lemma) for norm in norms] == [
        ("obligation", "хранить"),
        ("obligation", "сообщать"),
    ]


@pytest.mark.model
def test_preamble_and_signatures_hold_no_norms() -> None:
    text = "The Parties shall be guided by friendship.\nThe Parties shall meet."
    first, second = Span(0, text.index("\n")), Span(text.index("\n") + 1, len(text))
    doc = document(
        text,
        "en",
        provisions=(
            Provision("preamble", "preamble", None, None, first),
            Provision("art_1", "article", None, None, second),
        ),
    )
    assert [norm.eid for norm in read_norms(doc)] == ["art_1"]


@pytest.mark.model
def test_points_beside_their_introduction_go_on_with_it() -> None:
    lines = ("The cities will:", "- invite each other's craftsmen;", "- lend exhibits.", "Costs are shared.")
    text = "\n".join(lines)
    units = tuple(
        Provision(f"p_{i}", "p", None, None, Span(text.index(line), text.index(line) + len(line)))
        for i, line in enumerate(lines, 1)
    )
    norms = read_norms(document(text, "en", Genre.MEMORANDUM, units))
    assert [norm.quote for norm in norms] == ["invite each other's craftsmen;", "lend exhibits.", "Costs are shared."]
    assert [norm.chapeau for norm in norms] == [lines[0], lines[0], None]


@pytest.mark.model
def test_what_the_parties_agree_that_stands_in_points() -> None:
    doc = _article(
        ("The Parties agree that:", "article", None),
        ("(a) the Agency shall send its news;", "point", "a"),
        ("(b) copies may be kept.", "point", "b"),
    )
    assert [norm.modality.value for norm in read_norms(doc)] == ["obligation", "permission"]
