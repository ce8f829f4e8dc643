"""What every engine has to do, checked on a small corpus; a subclass names the engine by a fixture `opened`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from pipeline.engines.base import INDEXES, Engine, Entry, Results
from pipeline.engines.entries import entries
from pipeline.search.find import find
from tests.support.corpus import corpus

Opener = Callable[[], Engine]

FOUND = (
    # words, inflected in both languages
    ("notify", {"treaty-en art_5__para_1", "seizure-en p_2"}),
    ("notified party", {"treaty-en art_5__para_1"}),
    ("seizures", {"treaty-en art_5__para_1", "seizure-en p_3"}),
    ("изъятиями", {"treaty-ru art_1", "treaty-ru art_5__para_1", "seizure-ru p_1", "seizure-ru p_3"}),
    ("уведомлять", {"treaty-ru art_5__para_1", "treaty-ru art_5__para_2", "seizure-ru p_2"}),
    ("уведомила соседа", {"seizure-ru p_2"}),
    ("international university", {"meeting-en p_2"}),
    ("organisations", {"treaty-en art_6", "meeting-en p_1"}),
    ("organization", {"treaty-en art_6", "meeting-en p_1"}),
    ("Party's", {"treaty-en", "treaty-en art_5__para_1", "treaty-en art_5__para_2", "treaty-en art_6"}),
    # one letter, several shapes
    ("пчел", {"old-ru"}),
    ("пчёлы", {"old-ru"}),
    ("ЕЩЕ", {"treaty-ru art_5__para_2"}),
    ("статья печатать", {"treaty-ru art_6"}),
    ("UN", {"treaty-en art_6", "treaty-ru art_6"}),
    ("ООН", {"treaty-en art_6", "treaty-ru art_6"}),
    ("О.О.Н.", {"treaty-en art_6", "treaty-ru art_6"}),
    ("Санкт-Петербург", {"old-ru"}),
    # entities in any language and case
    ("ЦАРИКЦ", {"treaty-en art_5__para_2", "treaty-ru art_5__para_2", "meeting-en p_1"}),
    ("org:caricc", {"treaty-en art_5__para_2", "treaty-ru art_5__para_2", "meeting-en p_1"}),
    ("country:Казахстана", {"seizure-en p_1", "seizure-ru p_1"}),
    ('country:"Kyrgyz Republic"', {"meeting-en p_2"}),
    ("country:TJ", {"meeting-en p_2"}),
    ("substance:героин lang:en", {"treaty-en art_5__para_1", "seizure-en p_1"}),
    ("person:Садыкова", {"seizure-ru p_2"}),
    ("operation:QUIET-STEPPE", {"seizure-en p_3", "seizure-ru p_3"}),
    # phrases, with every quotation mark
    ('"shall notify"', {"treaty-en art_5__para_1"}),
    ("«обмениваться сотрудниками»", {"treaty-ru art_5__para_2"}),
    ("„обмениваться сотрудниками“", {"treaty-ru art_5__para_2"}),
    ("“exchange officers”", {"treaty-en art_5__para_2"}),
    ('"officers exchange"', set()),
    # boolean
    ("heroin -melons type:treaty", {"treaty-en art_5__para_1", "treaty-ru art_5__para_1"}),
    ("heroin -melons type:release", {"seizure-en p_2", "seizure-en p_3", "seizure-ru p_1"}),
    ("melons OR дыня", {"seizure-en p_1", "seizure-ru p_1"}),
    ("melons ИЛИ lorry", {"seizure-en p_1"}),
    ("(melons OR universities) type:release NOT observers", {"seizure-en p_1"}),
    ("lorry НЕ melons", set()),
    ("lang:ru type:other", {"old-ru"}),
    # beginnings and slips of the pen
    ("notif* thirty", {"treaty-en art_5__para_1"}),
    ("уведомл*", {"treaty-ru art_5__para_1", "treaty-ru art_5__para_2"}),
    ("hefoin~ lorry", {"seizure-en p_1"}),
    ("heorin~ lorry", {"seizure-en p_1"}),
    ("hero~2 lorry", {"seizure-en p_1"}),
    # dates, articles, norms
    ("date:2004 exchange", {"treaty-en art_5__para_2"}),
    ("date:2005..2009 lang:en", {"seizure-en p_1", "seizure-en p_2", "seizure-en p_3"}),
    ("date:>=2007", {"meeting-en p_1", "meeting-en p_2", "meeting-en p_3"}),
    ("date:30.11.2010 notes", {"meeting-en p_1"}),
    ("art:5.2", {"treaty-en art_5__para_2", "treaty-ru art_5__para_2"}),
    ("art:5 lang:en", {"treaty-en art_5__para_1", "treaty-en art_5__para_2"}),
    ("modality:permission", {"treaty-en art_5__para_2"}),
    ("bearer:each_party", {"treaty-en art_5__para_1", "treaty-ru art_5__para_1"}),
    ("speaker:Sadykova", {"seizure-en p_2"}),
    ("title:almaty notes", {"meeting-en p_1"}),
    # quantities, money and facts
    ("quantity:40kg", {"seizure-en p_1", "seizure-ru p_1"}),
    ("quantity:>=30кг lang:ru", {"seizure-ru p_1"}),
    ("quantity:0.03..0.05t substance:heroin lang:en", {"seizure-en p_1"}),
    ("количество:>40кг", {"seizure-ru p_1"}),
    ("quantity:<40kg", set()),
    ("quantity:40", set()),
    ("quantity:>40000l", set()),
    ("money:>=1млнUSD", {"meeting-en p_3"}),
    ("money:1..2millioneuros", set()),
    ("деньги:<2000000долл", {"meeting-en p_3"}),
    ("fact:seizure", {"seizure-en p_1", "seizure-ru p_1"}),
    ("факт:изъятие country:KZ lang:en", {"seizure-en p_1"}),
    ("fact:arrest", set()),
)


def names() -> dict[str, str]:
    """document id → its name in these tests."""
    return dict(
        zip(
            (document.id for document in corpus()),
            ("treaty-en", "treaty-ru", "seizure-en", "seizure-ru", "meeting-en", "old-ru"),
            strict=True,
        )
    )


def places(results: Results) -> list[str]:
    known = names()
    return [f"{known[hit.document_id]} {hit.eid or ''}".strip() for hit in results.hits]


def rows() -> list[Entry]:
    return [entry for document in corpus() for entry in entries(document)]


class EngineContract:
    @pytest.fixture(scope="class")
    @classmethod
    def opener(cls) -> Iterator[Opener]:
        """Each call opens an engine on a place of its own; all are closed afterwards."""
        raise NotImplementedError

    @pytest.fixture(scope="class")
    @classmethod
    def engine(cls, opener: Opener) -> Engine:
        """An engine with the corpus, only read by tests."""
        engine = opener()
        engine.prepare()
        assert all(verdict.ok for verdict in engine.write(rows()))
        engine.refresh()
        return engine

    @pytest.fixture
    def empty(self, opener: Opener) -> Engine:
        engine = opener()
        engine.prepare()
        return engine

    @pytest.mark.parametrize(("query", "expected"), FOUND, ids=[query for query, _ in FOUND])
    def test_finds(self, engine: Engine, query: str, expected: set[str]) -> None:
        found = find(engine, query, limit=50)
        assert set(places(found)) == expected
        assert found.total == len(found.hits)

    def test_counts_each_index(self, engine: Engine) -> None:
        counted = {index: engine.count(index) for index in INDEXES}
        assert counted == {"documents": 6, "passages": 20, "norms": 3, "quotes": 2, "facts": 2}
        assert engine.document_ids() == {document.id for document in corpus()}

    def test_facets_count_all_answers(self, engine: Engine) -> None:
        found = find(engine, "substance:heroin", facets=("language", "type", "year", "substance"), limit=1)
        assert found.total == 4
        assert found.facets == {
            "language": (("en", 2), ("ru", 2)),
            "type": (("release", 2), ("treaty", 2)),
            "year": (("2004", 2), ("2006", 2)),
            "substance": (("substance:heroin", 4),),
        }

    def test_newest_first(self, engine: Engine) -> None:
        days = [hit.issued_on for hit in find(engine, "", sort="date", limit=50).hits]
        dated = [day for day in days if day]
        assert dated == sorted(dated, reverse=True)
        assert days[-len([d for d in days if d is None]) :].count(None) == days.count(None) == 1

    def test_more_of_the_words_rank_first(self, engine: Engine) -> None:
        found = find(engine, "notification OR notes OR observers", limit=50)
        scores = [hit.score for hit in found.hits]
        assert scores == sorted(scores, reverse=True)
        assert places(found)[0] == "meeting-en p_1"

    @pytest.mark.parametrize("sort", ["relevance", "date"])
    def test_pages_make_up_the_whole(self, engine: Engine, sort: str) -> None:
        whole = [hit.fields["id"] for hit in find(engine, "", sort=sort, limit=50).hits]
        paged = [
            hit.fields["id"]
            for offset in range(0, 24, 3)
            for hit in find(engine, "", sort=sort, limit=3, offset=offset).hits
        ]
        assert paged == whole
        assert len(set(whole)) == 20

    def test_no_hits_asked(self, engine: Engine) -> None:
        found = find(engine, "heroin", limit=0, facets=("language",))
        assert found.hits == ()
        assert found.total == sum(count for _, count in found.facets["language"]) > 0

    def test_filters_allow_values(self, engine: Engine) -> None:
        found = find(engine, "", filters={"language": "ru", "year": ["2004", "2006"]}, limit=50)
        assert {hit.language for hit in found.hits} == {"ru"}
        assert {hit.issued_on.year for hit in found.hits if hit.issued_on} == {2004, 2006}

    def test_snippet_marks_words_and_names(self, engine: Engine) -> None:
        snippets = {hit.language: hit.snippet for hit in find(engine, "ЦАРИКЦ сотрудник OR officer art:5.2").hits}
        assert "**officers**" in snippets["en"]
        assert snippets["ru"].count("**") == 4
        found = find(engine, "ЦАРИКЦ type:treaty lang:en")
        assert "**Central Asian Regional Information and Coordination Centre**" in found.hits[0].snippet

    def test_snippets_are_as_printed(self, engine: Engine) -> None:
        assert "**О.О.Н.**" in find(engine, "ООН lang:ru").hits[0].snippet
        told = find(engine, "alert").hits[0].snippet
        assert told.startswith("<script>**alert**(1)</script> is printed here as ∗∗ plain ∗∗ text")

    def test_hit_tells_where_it_is_written(self, engine: Engine) -> None:
        hit = find(engine, '"shall notify"').hits[0]
        assert (hit.eid, hit.page, hit.kind, hit.language) == ("art_5__para_1", 1, "paragraph", "en")
        assert hit.title == "Agreement on cooperation against drugs"
        assert "5" in hit.citation
        assert hit.fields["heading"] == "Notification"
        assert hit.fields["body"].startswith("1. Each Party shall notify")

    def test_norms_carry_their_record(self, engine: Engine) -> None:
        found = find(engine, "modality:obligation notify", index="norms")
        assert [(hit.fields["bearer"], hit.fields["bearer_inferred"], hit.eid) for hit in found.hits] == [
            ("each_party", False, "art_5__para_1")
        ]
        assert find(engine, "party:Казахстан", index="norms").total == 1

    @pytest.mark.parametrize(
        ("query", "languages"),
        [("deadline:30d", ["en", "ru"]), ("срок:>1m", []), ("deadline:P1D..1m lang:ru", ["ru"]), ("deadline:<30d", [])],
    )
    def test_norms_are_found_by_how_long_they_give(self, engine: Engine, query: str, languages: list[str]) -> None:
        assert sorted(hit.language for hit in find(engine, query, index="norms").hits) == languages

    def test_quotes_carry_their_record(self, engine: Engine) -> None:
        found = find(engine, "speaker:Садыкова", index="quotes")
        assert [hit.fields["words"] for hit in found.hits] == ["Мы немедленно уведомим соседей"]

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("substance:heroin quantity:>=40kg", ["en", "ru"]),
            ("quantity:>40kg", ["ru"]),
            ("fact:seizure country:KZ", ["en", "ru"]),
            ("грузовик", ["ru"]),
            ("substance:opium", []),
            ("mentioned:2006-02", ["en"]),
        ],
    )
    def test_facts_are_rows_of_their_own(self, engine: Engine, query: str, found: list[str]) -> None:
        hits = find(engine, query, index="facts", limit=50).hits
        assert sorted(hit.language for hit in hits) == found
        assert all(hit.fields["amount"]["value"] == 40_000 for hit in hits)

    def test_documents_join_words_of_any_passage(self, engine: Engine) -> None:
        found = find(engine, "precursors officers", index="documents")
        assert places(found) == ["treaty-en"]

    def test_write_replaces_by_id(self, empty: Engine) -> None:
        entry = next(row for row in rows() if row.index == "passages" and "lorry" in row.fields["body"])
        list(empty.write([entry]))
        empty.refresh()
        list(empty.write([replace(entry, fields={**entry.fields, "body": "a cart of melons"})]))
        empty.refresh()
        assert empty.count("passages") == 1
        assert find(empty, "lorry").total == 0
        assert find(empty, "cart").total == 1

    def test_delete_takes_every_row(self, empty: Engine) -> None:
        list(empty.write(rows()))
        empty.refresh()
        gone = corpus()[0].id
        empty.delete([gone])
        empty.refresh()
        assert gone not in empty.document_ids()
        assert {index: empty.count(index) for index in INDEXES} == {
            "documents": 5,
            "passages": 15,
            "norms": 1,
            "quotes": 2,
            "facts": 2,
        }

    def test_rebuild_shows_the_old_index_until_the_end(self, empty: Engine) -> None:
        treaty, other = corpus()[0], corpus()[2]
        list(empty.write(entries(treaty)))
        empty.refresh()
        verdicts = empty.rebuild(entries(other))
        assert next(verdicts).ok
        assert find(empty, "officers").total > 0
        assert all(verdict.ok for verdict in verdicts)
        assert empty.document_ids() == {other.id}
        assert find(empty, "lorry").total == 1

    def test_interrupted_rebuild_keeps_the_old_index(self, empty: Engine) -> None:
        list(empty.write(entries(corpus()[0])))
        empty.refresh()

        def failing() -> Iterator[Entry]:
            yield from list(entries(corpus()[2]))[:2]
            raise RuntimeError("stop")

        with pytest.raises(RuntimeError, match="stop"):
            list(empty.rebuild(failing()))
        assert empty.document_ids() == {corpus()[0].id}

    def test_bad_row_is_refused_alone(self, empty: Engine) -> None:
        good, other = [row for row in rows() if row.index == "passages"][:2]
        bad = replace(good, id="bad", fields={**good.fields, "id": "bad", "no_such_field": "x"})
        verdicts = list(empty.write([good, bad, other]))
        assert [verdict.ok for verdict in verdicts] == [True, False, True]
        assert "no_such_field" in verdicts[1].error
        empty.refresh()
        assert empty.count("passages") == 2

    def test_prepare_again_changes_nothing(self, empty: Engine) -> None:
        list(empty.write(rows()))
        empty.refresh()
        empty.prepare()
        assert empty.count("documents") == 6
