"""Snippets: the right stretch, the right marks, nothing a terminal or page could trip over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.highlight import MARK, WIDTH, marked, snippet
from pipeline.engines.query import Marks

FILLER = "The delegation spoke of roads and of weather. " * 20


def test_inflected_words_are_marked_whole() -> None:
    marks = Marks(words=frozenset({"notifi", "уведомля"}))
    assert (
        snippet("It notifies, they notified; он уведомляет.", marks)
        == "It **notifies**, they **notified**; он **уведомляет**."
    )


def test_phrases_are_one_mark() -> None:
    marks = Marks(phrases=frozenset({("shall", "notifi")}))
    assert (
        snippet("Each Party shall, shall notify and notify.", marks) == "Each Party shall, **shall notify** and notify."
    )


def test_names_are_marked_by_their_place() -> None:
    text = "The Centre and CARICC are one."
    rows = [[4, 10, "org:CARICC"], [15, 21, "org:CARICC"], [0, 3, "org:OTHER"]]
    assert snippet(text, Marks(entities=frozenset({"org:CARICC"})), rows) == "The **Centre** and **CARICC** are one."


def test_beginnings_and_near_words_are_marked() -> None:
    marks = Marks(prefixes=frozenset({"precurs"}), fuzzy=frozenset({("heorin", 1)}))
    assert snippet("Precursors and heroin.", marks) == "**Precursors** and **heroin**."


def test_printed_shape_stays() -> None:
    marks = Marks(words=frozenset({"оон", "стат"}))
    assert snippet("О.О.Н. — Cтатья", marks) == "**О.О.Н.** — **Cтатья**"


def test_the_stretch_with_most_different_words_is_shown() -> None:
    text = f"A seizure here. {FILLER}The seizure of precursors. {FILLER}"
    told = snippet(text, Marks(words=frozenset({"seizur", "precursor"})))
    assert "**seizure** of **precursors**" in told
    assert told.startswith("…")
    assert told.endswith("…")
    assert len(told.replace(MARK, "")) <= WIDTH + 2


def test_without_a_match_the_beginning_is_shown() -> None:
    told = snippet(FILLER, Marks())
    assert told.startswith("The delegation spoke")
    assert told.endswith("…")


def test_control_signs_and_stars_are_neutralised() -> None:
    told = snippet("a\x1b[31m red\u202eder **bold** \n\n line\0", Marks(words=frozenset({"red"})))
    assert told == "a [31m **red** der ∗∗bold∗∗ line"
    assert marked("x **y** z") == (("x ", False), ("y", True), (" z", False))


@given(
    st.text(alphabet="ab Сс.*\n\u202e\u0301\u00ad«»1" + "seizure", max_size=600),
    st.lists(st.tuples(st.integers(0, 700), st.integers(0, 700)), max_size=5),
)
def test_marks_are_always_pairs_and_text_is_kept(text: str, rows: list[tuple[int, int]]) -> None:
    marks = Marks(words=frozenset({"a", "с", "seizur"}), entities=frozenset({"x"}))
    told = snippet(text, marks, [[*sorted(row), "x"] for row in rows])
    assert told.count(MARK) % 2 == 0
    assert not any(ord(c) < 32 or c == "\u202e" for c in told)
