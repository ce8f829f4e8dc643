"""What is missing, out of order, empty or cut off is told with its place."""

from __future__ import annotations

import pytest

from pipeline.structure.gaps import MOST_REPEATED
from tests.support.structure import read

HEAD = "TREATY ON KITES\n\nThe Parties have agreed as follows:\n\n"


def _article(number: int, words: str = "Kites are free and shall so remain.") -> str:
    return f"Article {number}\n{words}\n\n"


def _told(*articles: str) -> list[tuple[str, str]]:
    return [(note.code, note.message) for note in read(HEAD + "".join(articles)).notes]


@pytest.mark.parametrize(
    ("articles", "code", "message"),
    [
        ((_article(7), _article(8)), "provision_missing", "no number 1–6 before art_7"),
        ((_article(1, "1. Kites.\n2. Strings.\n5. Tails."), _article(2)), "provision_missing",
         "no number 3–4 between art_1__para_2 and art_1__para_5"),
        (("Article 1\n\n", _article(2), _article(3)), "provision_empty", "art_1 has no words"),
        ((_article(1), _article(2, "1. The Council meets.\n2.")), "text_cut_short",
         "the text breaks off in art_2__para_2, behind"),
    ],
)  # fmt: skip
def test_gaps_are_told(articles: tuple[str, ...], code: str, message: str) -> None:
    told = _told(*articles)
    assert [code for code, _ in told] == [code]
    assert told[0][1].startswith(message)


def test_many_gaps_inside_articles_are_counted() -> None:
    count = MOST_REPEATED + 3
    told = _told(*(_article(n, "1. Kites.\n2. Strings.\n4. Tails.") for n in range(1, count + 1)))
    assert len(told) == MOST_REPEATED + 1
    assert told[-1] == ("provision_missing", "3 more gaps inside articles")


def test_a_whole_instrument_has_no_notes() -> None:
    assert not _told(*(_article(n) for n in range(1, 9)))
