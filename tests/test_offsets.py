"""The way back from a cleaned text, for any text and any edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.offsets import Edit, OffsetMap, apply


@st.composite
def edited(draw: st.DrawFn, text: str | None = None) -> tuple[str, list[Edit]]:
    """A text with edits that do not overlap."""
    text = draw(st.text(alphabet="abcж \n", max_size=40)) if text is None else text
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    edits = [Edit(a, b, draw(st.text(alphabet="XYZ", max_size=3))) for a, b in pairs if a < b]
    return text, edits


@given(edited())
def test_unchanged_characters_lead_back_to_themselves(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    new, offsets = apply(text, edits)
    for i, char in enumerate(new):
        start, end = offsets.source(i, i + 1)
        assert 0 <= start <= end <= len(text)
        if char not in "XYZ":
            assert text[start:end] == char


@given(edited())
def test_ranges_lead_back_in_order_and_cover_their_parts(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    new, offsets = apply(text, edits)
    for start in range(len(new)):
        whole = offsets.source(start, len(new))
        part = offsets.source(start, start + 1)
        assert whole[0] <= part[0]
        assert part[1] <= max(whole[1], part[0])


@given(st.data())
def test_two_steps_are_as_one_after_the_other(data: st.DataObject) -> None:
    text, first = data.draw(edited())
    middle, one = apply(text, first)
    middle, second = data.draw(edited(middle))
    new, two = apply(middle, second)
    both = one.then(two)
    for i in range(len(new)):
        assert both.source(i, i + 1) == one.source(*two.source(i, i + 1))


def test_edits_may_come_in_any_order() -> None:
    edits = [Edit(4, 5, ""), Edit(0, 1, "A")]
    assert apply("abcd efg", edits)[0] == "Abcdefg"


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap at 1"):
        apply("abc", [Edit(0, 2, "x"), Edit(1, 3, "y")])


def test_a_replacement_of_another_length_stands_for_its_whole_source() -> None:
    new, offsets = apply("x---y", [Edit(1, 4, "--")])
    assert new == "x--y"
    assert offsets.source(1, 2) == (1, 4)
    assert offsets.source(3, 4) == (4, 5)


def test_identity() -> None:
    assert OffsetMap.identity(5).source(2, 4) == (2, 4)


def test_an_empty_text_has_a_map() -> None:
    assert apply("", [])[1].source(0, 0) == (0, 0)


def test_composition_of_many_pieces_keeps_few() -> None:
    text = "a\xa0b" * 50_000
    new, one = apply(text, (Edit(i, i + 1, " ") for i, c in enumerate(text) if c == "\xa0"))
    _, two = apply(new, [Edit(3, 4, "")])
    assert len(one.targets) == 1
    assert len(one.then(two).targets) == 2
