"""Texts that would choke a careless pattern, and any text at all."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.support.structure import check_cover, read

OPENING = {
    "en": "TREATY\n\nThe Parties have agreed as follows:\n\nArticle 1\nOne.\nArticle 2\nTwo.\n",
    "ru": "ДОГОВОР\n\nСтороны согласились о нижеследующем:\n\nСтатья 1\nРаз.\nСтатья 2\nДва.\n",
}
RUNS = (
    " ",
    "1",
    ".",
    '"',
    "«",
    "(",
    "\n",
    "I",
    "- ",
    "1. ",
    "(a) ",
    ":a) ",
    "Article ",
    "Article 1\n",
    "Статья 1\n",
    "“\n",
)
PIECES = st.sampled_from(
    ["Article 1\n", "Article 2. Scope\n", "1. ", "(a) ", "(i) ", "- ", "\n", "\n\n", "The Parties shall meet. ",
     "Annex I\n",     "PART I\n", "“", "”", "have agreed as follows:\n",
     "Done at Rome on 3 May 2001.\n", "Статья 5¹\n", "word ", ";",
     "2) "]
)  # fmt: skip


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_long_runs(run: str, language: str) -> None:
    text = OPENING[language] + run * (20_000 // len(run))
    assert len(read(text, language).provisions) >= 2


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40), st.sampled_from(["en", "ru"]))
@example(pieces=["Article 1\n", "\n", "Article 1\n", "Done at Rome on 3 May 2001.\n"], language="en")
def test_every_text_is_covered(pieces: list[str], language: str) -> None:
    text = "".join(pieces)
    check_cover(text, read(text, language))
