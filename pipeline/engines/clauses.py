"""Clauses of a query as each engine takes them: one way to say each, on both."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import tantivy

from pipeline.engines.analysis import analyzers
from pipeline.engines.query import (
    All,
    And,
    Between,
    Boosted,
    Clause,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Range,
    Scored,
    Value,
    Word,
)
from pipeline.engines.schema import Field

_MUST, _SHOULD, _MUST_NOT = tantivy.Occur.Must, tantivy.Occur.Should, tantivy.Occur.MustNot
_SPECIAL = frozenset('.+*?()|[]{}^$\\&~#@"<>-')


def day(text: str) -> int:
    """An ISO day as a number."""
    return date.fromisoformat(text).toordinal()


class Tantivy:
    """Compiles clauses for the tantivy schema of one index."""

    def __init__(self, schema: tantivy.Schema, fields: Mapping[str, Field]) -> None:
        self._schema = schema
        self._fields = fields

    def compile(self, clause: Clause) -> tantivy.Query:
        query = tantivy.Query
        match clause:
            case All():
                return query.const_score_query(query.all_query(), 0.0)
            case Word(field, word):
                return self._row(field, (word,))
            case Phrase(field, words):
                return self._row(field, words)
            case Value(field, value):
                return query.const_score_query(query.term_query(self._schema, field, value, "basic"), 0.0)
            case Prefix(field, start):
                pattern = "".join(f"\\{c}" if c in _SPECIAL else c for c in start)
                return query.const_score_query(query.regex_query(self._schema, field, f"{pattern}.*"), 0.0)
            case Fuzzy(field, word, distance):
                return query.const_score_query(query.fuzzy_term_query(self._schema, field, word, distance), 0.0)
            case Range(field, low, high):
                return query.const_score_query(self._range(field, low, high), 0.0)
            case Between(field, least, most):
                numbers = query.range_query(self._schema, field, tantivy.FieldType.Integer, least, most)
                return query.const_score_query(numbers, 0.0)
            case And() | Or() | Not():
                return self._boolean(clause)
            case Scored(inner, score):
                return query.const_score_query(self.compile(inner), score)
            case Boosted(inner, factor):
                return query.boost_query(self.compile(inner), factor)

    def _row(self, field: str, words: tuple[str, ...]) -> tantivy.Query:
        analyzer = analyzers()[str(self._fields[field].analyzer)]
        tokens = analyzer.tokens(" ".join(words))
        if len(tokens) == 1:
            return tantivy.Query.term_query(self._schema, field, tokens[0], "freq")
        return tantivy.Query.phrase_query(self._schema, field, list(tokens))

    def _range(self, field: str, low: str | None, high: str | None) -> tantivy.Query:
        return tantivy.Query.range_query(
            self._schema,
            field,
            tantivy.FieldType.Integer,
            day(low) if low else None,
            day(high) if high else None,
        )

    def _boolean(self, clause: And | Or | Not) -> tantivy.Query:
        query = tantivy.Query
        match clause:
            case Not(inner):
                return query.boolean_query([(_MUST, self.compile(All())), (_MUST_NOT, self.compile(inner))])
            case And(parts):
                rows = [(_MUST_NOT, p.clause) if isinstance(p, Not) else (_MUST, p) for p in (All(), *parts)]
                return query.boolean_query([(occur, self.compile(part)) for occur, part in rows])
            case Or(parts, minimum):
                return query.boolean_query(
                    [(_SHOULD, self.compile(part)) for part in parts], minimum_number_should_match=minimum
                )


def elastic(clause: Clause) -> Mapping[str, Any]:
    """A clause in Elasticsearch's query language."""
    match clause:
        case All():
            return _constant({"match_all": {}}, 0.0)
        case Word(field, word):
            return {"match": {field: {"query": word}}}
        case Phrase(field, words):
            return {"match_phrase": {field: {"query": " ".join(words)}}}
        case Value(field, value):
            return _constant({"term": {field: {"value": value}}}, 0.0)
        case Prefix(field, start):
            return _constant({"prefix": {field: {"value": start}}}, 0.0)
        case Fuzzy(field, word, distance):
            told = {"value": word, "fuzziness": distance, "rewrite": "constant_score"}
            return _constant({"fuzzy": {field: told}}, 0.0)
        case Range(field, low, high):
            bounds = {"gte": low, "lte": high}
            return _constant({"range": {field: {k: v for k, v in bounds.items() if v is not None}}}, 0.0)
        case Between(field, least, most):
            return _constant({"range": {field: {"gte": least, "lte": most}}}, 0.0)
        case And(parts):
            return {
                "bool": {
                    "must": [elastic(part) for part in parts if not isinstance(part, Not)],
                    "must_not": [elastic(part.clause) for part in parts if isinstance(part, Not)],
                }
            }
        case Or(parts, minimum):
            return {"bool": {"should": [elastic(part) for part in parts], "minimum_should_match": minimum}}
        case Not(inner):
            return {"bool": {"must_not": [elastic(inner)]}}
        case Scored(inner, score):
            return _constant(elastic(inner), score)
        case Boosted(inner, factor):
            return {"bool": {"must": [elastic(inner)], "boost": factor}}


def _constant(query: Mapping[str, Any], score: float) -> dict[str, Any]:
    return {"constant_score": {"filter": query, "boost": score}}
