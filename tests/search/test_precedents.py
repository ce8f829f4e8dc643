"""Precedents: the same words, and the same names in the other language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.engines.embedded import EmbeddedEngine
from pipeline.engines.entries import entries
from pipeline.errors import QueryError
from pipeline.search.precedents import MAX_SENTENCES, precedents
from tests.support.corpus import corpus


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedEngine]:
    made = EmbeddedEngine(tmp_path_factory.mktemp("precedents"))
    made.prepare()
    list(made.write(row for whole in corpus() for row in entries(whole)))
    made.refresh()
    yield made
    made.close()


def test_each_sentence_has_its_nearest_passage(engine: EmbeddedEngine) -> None:
    draft = (
        "Every Party notifies the other of seizures within thirty days.\n"
        "The weather was fine.\n"
        "Стороны обмениваются сотрудниками."
    )
    found = precedents(engine, draft)
    assert [p.span.of(draft) for p in found] == [p.sentence for p in found] == draft.split("\n")
    assert found[0].matches[0].eid == "art_5__para_1"
    assert found[0].matches[0].language == "en"
    assert "**" in found[0].matches[0].snippet
    assert found[1].matches == ()
    assert (found[2].matches[0].eid, found[2].matches[0].language) == ("art_5__para_2", "ru")


def test_shared_names_find_the_other_language(engine: EmbeddedEngine) -> None:
    (found,) = precedents(engine, "Heroin was found in Kazakhstan.")
    places = {(match.language, match.eid): match.shared for match in found.matches}
    assert places["ru", "p_1"] == places["en", "p_1"] == ("substance:heroin", "country:KZ")


def test_date_and_speaker_are_told(engine: EmbeddedEngine) -> None:
    (found,) = precedents(engine, "We will notify all our neighbours at once.", limit=1)
    (match,) = found.matches
    assert (match.speaker, str(match.issued_on)) == ("Aigerim Sadykova", "2006-03-01")


def test_limits(engine: EmbeddedEngine) -> None:
    assert precedents(engine, "") == ()
    assert len(precedents(engine, "Seizure of heroin by officers.", limit=2)[0].matches) == 2
    with pytest.raises(QueryError, match="sentences"):
        precedents(engine, "One two three four.\n" * (MAX_SENTENCES + 1))
