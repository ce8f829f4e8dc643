"""Properties that hold for every document."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pipeline.norms import read_norms
from tests.support.norms import document


@pytest.mark.parametrize("text", ["", "\n\n", "1.", "«»", "…", "(a)"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_nothing_is_read_from_nothing(text: str, language: str) -> None:
    assert read_norms(document(text, language)) == ()


def test_other_languages_have_no_norms() -> None:
    assert read_norms(document("Les Parties échangent des informations.", "fr")) == ()


@pytest.mark.model
def test_a_sentence_without_end_is_left_alone() -> None:
    assert read_norms(document("The Parties shall " + "x " * 2000, "en")) == ()


@pytest.mark.model
def test_the_order_is_that_of_the_text() -> None:
    lines = [f"The Parties shall send list {i}{' of names' * (9 - i)}." for i in range(9)]
    norms = read_norms(document("\n".join(lines), "en"))
    assert len(norms) == 9
    assert [norm.span.start for norm in norms] == sorted(norm.span.start for norm in norms)


def test_importing_norms_and_quotes_loads_no_model() -> None:
    code = "import sys, pipeline.norms, pipeline.quotes; print('spacy' in sys.modules or 'pymorphy3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
