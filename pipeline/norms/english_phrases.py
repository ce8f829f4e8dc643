"""The words of an English noun phrase: a name without what hangs on it, whole where the parser cut it in two."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.model import Span
from pipeline.norms.english_subjects import SUBJECTS
from pipeline.norms.frames import subtree_span


def phrase(noun: Token) -> Span | None:
    """The subject with its attributes and, of a name the parser cut in two ("host State"), its first word."""
    head = noun.head if noun.dep_ == "appos" and noun.head.i == noun.i - 1 else noun
    dropped = [c for token in {head, noun} for c in _loose(token) if c.i != noun.i]
    span = subtree_span(head, without=dropped)
    if span is None:
        return None
    first = _beside(noun)
    return _hyphened(Span(min(span.start, first.left_edge.idx), span.end), noun)


def _beside(noun: Token) -> Token:
    """ "a member State" whose words the parser takes for two subjects: the first of them."""
    before = noun.nbor(-1) if noun.i else noun
    if before == noun.head and before.dep_ in {"csubj", "csubjpass"}:
        return before  # "visiting personnel"
    split = before.dep_ in SUBJECTS and before.dep_ == noun.dep_ and before.head == noun.head
    return before if split and before.tag_ == "NN" else noun


def _hyphened(span: Span, noun: Token) -> Span:
    """A name with the first half of its hyphened word, which the parser may set apart ("co-chairs")."""
    first = next(t for t in noun.doc if t.idx >= span.start)
    while first.i > 1 and first.nbor(-1).text == "-" and not (first.nbor(-1).whitespace_ or first.nbor(-2).whitespace_):
        first = first.nbor(-2)
    return Span(min(first.idx, span.start), span.end)


def _loose(noun: Token) -> list[Token]:
    """Relative clauses and appositions after a noun: no part of a name."""
    return [c for c in noun.children if c.dep_ in {"relcl", "advcl", "appos", "parataxis"} and c.i > noun.i]
