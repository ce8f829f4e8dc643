"""The query language: what is refused says where and what is valid; what is allowed becomes the clauses meant."""

from __future__ import annotations

import pytest

from pipeline.engines.dates import period
from pipeline.engines.grammar import MAX_DEPTH, MAX_LENGTH, MAX_NODES, Both, Either, Fielded, Text, Without, parse
from pipeline.engines.plan import plan, valid_fields
from pipeline.engines.query import All, And, Between, Fuzzy, Not, Or, Phrase, Prefix, Range, Scored, Value, Word, walk
from pipeline.errors import QueryError


@pytest.mark.parametrize(
    ("query", "position", "says"),
    [
        ("contry:KZ", 1, "contry: is no field"),
        ("notify contry:KZ", 8, "contry: is no field"),
        ("notify (party", 14, "closing parenthesis is missing"),
        ("notify party)", 13, "no opening parenthesis"),
        ('notify "the party', 8, "never closed"),
        ("notify» party", 7, "without an opening"),
        ("*tify", 1, "cannot begin with *"),
        ("n*", 1, "too short"),
        ("notify OR", 10, "is expected"),
        ("OR notify", 1, "is expected"),
        ("country:", 9, "needs a value"),
        ("date:soon", 6, "is no date"),
        ("date:2004-13", 6, "there is no day"),
        ("date:2006..2001", 6, "ends before it begins"),
        ("date:..", 6, "needs a beginning or an end"),
        ("type:contract", 6, "valid values: treaty"),
        ("modality:must", 10, "valid values: obligation"),
        ("strength:shall", 1, "is no field"),
    ],
)
def test_a_wrong_query_names_the_position(query: str, position: int, says: str) -> None:
    with pytest.raises(QueryError) as told:
        plan(query, "passages")
    assert told.value.line().startswith(f"query, position {position}:")
    assert says in told.value.line()
    assert told.value.exit_code == 2


@pytest.mark.parametrize(
    ("query", "low", "high"),
    [
        ("deadline:30d", 720, 720),
        ("срок:P1D..P60D", 24, 1440),
        ('deadline:"P1D..P60D"', 24, 1440),
        ("deadline:..2m", 0, 1461),
        ("deadline:<=24h", 0, 24),
        ("deadline:<1w", 0, 167),
        ("deadline:>=1мес", 730, 1 << 40),
        ("deadline:>P1Y", 8767, 1 << 40),
    ],
)
def test_limits_of_time_are_compared_in_hours(query: str, low: int, high: int) -> None:
    assert plan(query, "norms").clause == Between("hours", low, high)


@pytest.mark.parametrize("query", ["deadline:soon", "deadline:..", "deadline:60d..30d", "deadline:P", "deadline:>=1"])
def test_a_wrong_limit_of_time_names_the_forms(query: str) -> None:
    with pytest.raises(QueryError) as told:
        plan(query, "norms")
    assert told.value.line().startswith("query, position 10:")
    assert "write deadline:" in told.value.line() or "swap" in told.value.line()


def test_an_unknown_field_names_the_valid_ones() -> None:
    with pytest.raises(QueryError) as told:
        plan("foo:bar", "quotes")
    assert ", ".join(valid_fields("quotes")) in told.value.line()
    assert "speaker" in valid_fields("quotes")
    assert "modality" not in valid_fields("quotes")


def test_a_field_of_another_index_is_told() -> None:
    with pytest.raises(QueryError, match="quotes have no field modality:"):
        plan("modality:obligation", "quotes")


@pytest.mark.parametrize(
    "query",
    [
        "x" * (MAX_LENGTH + 1),
        " ".join(["word"] * (MAX_NODES + 1)),
        " OR ".join(["word"] * (MAX_NODES + 1)),
        "(" * 3000 + "x" + ")" * 3000,
        "(" * (MAX_DEPTH + 2) + "x" + ")" * (MAX_DEPTH + 2),
        "-" * 3000 + "x",
        "NOT " * 2000 + "x",
    ],
    ids=["long", "words", "alternatives", "brackets", "depth", "minus", "not"],
)
def test_a_query_too_large_is_refused(query: str) -> None:
    with pytest.raises(QueryError):
        plan(query, "passages")


@pytest.mark.parametrize("query", ["", "   ", "—", "§ . ,", "/(.+)+/", "\0", "\ud800", "…"])
def test_a_query_without_words_or_with_odd_signs_is_answered(query: str) -> None:
    assert plan(query, "passages").clause is not None


def test_the_tree_follows_the_rule_of_precedence() -> None:
    assert parse("a b OR -c (d ИЛИ e)") == Either(
        (
            Both((Text("a", 1), Text("b", 3))),
            Both((Without(Text("c", 9)), Either((Text("d", 12), Text("e", 18))))),
        )
    )


@pytest.mark.parametrize("phrase", ['"due notice"', "«due notice»", "“due notice”", "„due notice“", "‹due notice›"])
def test_every_quotation_mark_makes_a_phrase(phrase: str) -> None:
    assert parse(phrase) == Text("due notice", 1, quoted=True)


def test_lower_case_operators_are_words() -> None:
    assert parse("to be or not to be") == Both(
        tuple(Text(word, at) for word, at in (("to", 1), ("be", 4), ("or", 7), ("not", 10), ("to", 14), ("be", 17)))
    )


def test_a_hyphen_inside_a_word_is_no_minus() -> None:
    assert parse("Санкт-Петербург") == Text("Санкт-Петербург", 1)


def test_a_field_takes_several_values() -> None:
    assert parse("country:(KZ OR KG)") == Either(
        (Fielded("country", Text("KZ", 10), 1), Fielded("country", Text("KG", 16), 1))
    )


def _clauses(query: str, kind: type) -> list[object]:
    return [clause for clause in walk(plan(query, "passages").clause) if isinstance(clause, kind)]


def test_words_are_looked_for_in_text_heading_and_title() -> None:
    assert {clause.field for clause in _clauses("seizure", Word)} == {"body", "heading", "title"}  # type: ignore[attr-defined]
    assert Word("body", "seizure") in _clauses("Seizure", Word)


def test_each_form_has_its_clause() -> None:
    assert Phrase("body", ("shall", "notify")) in _clauses('"Shall notify"', Phrase)
    assert Phrase("body", ("санкт", "петербург")) in _clauses("Санкт-Петербург", Phrase)
    assert Prefix("body.exact", "notif") in _clauses("Notif*", Prefix)
    assert Fuzzy("body.exact", "heorin", 2) in _clauses("heorin~2", Fuzzy)
    assert _clauses("date:2004..2006", Range) == [Range("issued_on", "2004-01-01", "2006-12-31")]
    assert isinstance(plan("-heroin", "passages").clause, Not)
    assert plan("", "passages").clause == All()
    assert isinstance(plan("a b", "passages").clause, And)


def test_a_name_finds_the_entity_or_its_words() -> None:
    for typed in ("ЦАРИКЦ", "caricc", "Central Asian Regional Information and Coordination Centre"):
        planned = plan(typed, "passages")
        assert isinstance(planned.clause, Or)
        assert planned.clause.clauses[0] == Scored(Or((Value("entities", "org:CARICC"),)), 2.0)
        assert planned.marks.entities == {"org:CARICC"}


def test_a_quoted_name_is_only_words() -> None:
    assert plan('"ЦАРИКЦ"', "passages").marks.entities == frozenset()


def test_short_words_are_no_names_unless_in_capitals() -> None:
    assert plan("us", "passages").marks.entities == frozenset()
    assert plan("US", "passages").marks.entities == {"country:US"}


def test_a_spelling_finds_the_other() -> None:
    found = {clause.word for clause in _clauses("organised programmes", Word)}  # type: ignore[attr-defined]
    assert {"organised", "programmes", "program"} <= found
    assert {clause.words for clause in _clauses("MoU", Phrase)} == {("memorandum", "of", "understanding")}  # type: ignore[attr-defined]


def test_excluded_words_are_not_marked() -> None:
    assert plan("heroin -melon", "passages").marks.words == {"heroin"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2004", ("2004-01-01", "2004-12-31")),
        ("2004-02", ("2004-02-01", "2004-02-29")),
        ("2004-02-05", ("2004-02-05", "2004-02-05")),
        ("05.02.2004", ("2004-02-05", "2004-02-05")),
        ("02.2004", ("2004-02-01", "2004-02-29")),
        ("2001..2006", ("2001-01-01", "2006-12-31")),
        ("2001-2006", ("2001-01-01", "2006-12-31")),
        ("2001..", ("2001-01-01", None)),
        ("..2006-03", (None, "2006-03-31")),
        (">=2004-05", ("2004-05-01", None)),
        (">2004", ("2005-01-01", None)),
        ("<=2004", (None, "2004-12-31")),
        ("<2004-03", (None, "2004-02-29")),
        ("9999", ("9999-01-01", "9999-12-31")),
        (">9999", ("9999-12-31", None)),
        ("<0001", (None, "0001-01-01")),
    ],
)
def test_periods(text: str, expected: tuple[str | None, str | None]) -> None:
    assert period(text, 1) == expected
