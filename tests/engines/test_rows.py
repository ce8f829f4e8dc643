"""From a document to rows: nothing is lost, ids stay the same, order keys order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.engines.entries import entries
from pipeline.engines.passages import WHOLE, passages
from pipeline.engines.schema import schema
from pipeline.model import Document, Provision, SourceMeta, Span, Structure
from pipeline.search.documents import locate
from pipeline.structure import read_structure
from tests.support.corpus import corpus
from tests.support.marked import document
from tests.support.structure import document as bare_document


@pytest.mark.parametrize("which", range(6))
def test_every_word_stands_in_a_passage(which: int) -> None:
    whole = corpus()[which]
    covered = [False] * len(whole.text)
    for passage in passages(whole):
        for i in range(passage.span.start, passage.span.end):
            assert not covered[i]
            covered[i] = True
    left = "".join(c if not seen else "\n" for c, seen in zip(whole.text, covered, strict=True)).split()
    assert set(left) <= {"Article", "Статья", "5"}


def test_rows_fit_the_description_and_have_their_own_ids() -> None:
    rows = [row for whole in corpus() for row in entries(whole)]
    assert len({(row.index, row.id) for row in rows}) == len(rows)
    for row in rows:
        fields = schema(row.index).fields
        assert set(row.fields) <= {field.source for field in fields.values()}
        assert row.fields["id"] == row.id
        assert row.id.startswith(row.document_id)


def test_rows_are_the_same_each_time() -> None:
    assert list(entries(corpus()[0])) == list(entries(corpus()[0]))


def test_a_provision_gives_its_id_to_its_row() -> None:
    rows = {row.id: row.fields for row in entries(corpus()[0]) if row.index == "passages"}
    row = rows[f"{corpus()[0].id}#art_5__para_2"]
    assert row["article"] == ["5", "5.2"]
    assert row["provisions"] == ["art_5", "art_5__para_2"]
    assert row["heading"] == "Notification"
    assert row["organisation"] == ["org:CARICC"]
    start, end, entity_id = row["spans"][0]
    assert (row["body"][start:end], entity_id) == (
        "Central Asian Regional Information and Coordination Centre",
        "org:CARICC",
    )


@pytest.mark.parametrize(
    ("body", "eid", "numbers"),
    [
        ("Article IV\n\nA.\n\nArticle V\n\n1. B.\n\n2. C.\n", "art_5__para_2", ["v", "v.2", "5", "5.2"]),
        ("1. Aims\n\n1.1 A.\n\n1.2 B.\n\n2. Means\n\nC.\n", "para_1__subpara_2", ["1", "1.2"]),
    ],
)
def test_numbers_can_be_asked_for_in_figures(body: str, eid: str, numbers: list[str]) -> None:
    plain = bare_document(f"MEMORANDUM\n\nThey agree as follows:\n\n{body}")
    whole = replace(plain, structure=read_structure(plain))
    rows = entries(whole)
    row = next(row.fields for row in rows if row.id.endswith(f"#{eid}"))
    assert row["article"] == numbers
    found = locate(whole, numbers[-1])
    assert found is not None
    assert found.eid == eid


def test_a_folded_text_keeps_its_print() -> None:
    rows = [row.fields for row in entries(corpus()[1]) if row.index == "passages"]
    row = next(row for row in rows if "ООН" in row["body"])
    assert "О.О.Н." in row["printed"]["body"]
    assert "Статья о них" in row["body"]


def test_newest_orders_by_day_then_by_place() -> None:
    texts = "§ p_1 1 | First words.\n§ p_2 2 | Second words."
    days = (date(2020, 5, 5), date(1931, 1, 1), date(2020, 5, 6), None, date(1, 1, 1), date(9999, 12, 31))
    made = [document(texts, language="en", title=str(day), issued_on=day) for day in days]
    keyed = [
        (row.fields["newest"], day, row.fields.get("eid"))
        for whole, day in zip(made, days, strict=True)
        for row in entries(replace(whole, id=f"{day}-en"))
        if row.index == "passages"
    ]
    keyed.sort(reverse=True, key=lambda row: row[0])
    assert [day for _, day, _ in keyed][::2] == [*sorted(filter(None, days), reverse=True), None]
    assert [eid for _, _, eid in keyed][::2] == ["p_1"] * 6
    assert all(0 < key < 2**63 for key, _, _ in keyed)


def _plain(text: str, provisions: tuple[Provision, ...] = ()) -> Document:
    whole = document("x", language="en", title="t")
    return replace(whole, text=text, structure=Structure(provisions=provisions), meta=SourceMeta("text/plain"))


def test_a_long_text_without_structure_is_cut_at_lines() -> None:
    text = "\n".join(f"Line {i} speaks of something else." for i in range(400))
    cut = passages(_plain(text))
    assert all(WHOLE <= len(p.span) <= 2 * WHOLE for p in cut[:-1])
    assert all(p.span.of(text).startswith("Line ") and p.span.of(text).endswith("else.") for p in cut)
    assert len({p.key for p in cut}) == len(cut)


def test_points_stay_with_their_paragraph_until_it_is_long() -> None:
    for words, expected in ((3, ["para_1"]), (400, ["para_1", "para_1__point_a", "para_1__point_b"])):
        first, second = "a) " + "word " * words + "\n", "b) " + "word " * words
        chapeau = "1. The Parties shall, each in its own territory and at its own cost:\n"
        text = chapeau + first + second
        points = (
            Provision("para_1__point_a", "point", "a", None, Span(len(chapeau), len(chapeau + first))),
            Provision("para_1__point_b", "point", "b", None, Span(len(chapeau + first), len(text))),
        )
        whole = _plain(text, (Provision("para_1", "paragraph", "1", None, Span(0, len(text)), points),))
        assert [p.key for p in passages(whole)] == expected


def test_lone_surrogates_are_replaced() -> None:
    (row,) = [row for row in entries(_plain("broken \udc81 name")) if row.index == "passages"]
    assert row.fields["body"] == "broken \N{REPLACEMENT CHARACTER} name"


def test_an_empty_document_has_one_row() -> None:
    assert [row.index for row in entries(_plain(""))] == ["documents"]
