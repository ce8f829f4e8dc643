"""What one clause says before it is tied to its document: modality, verb, subject and the stretches around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.model import Modality, Span, Statement, Strength


@dataclass(frozen=True, slots=True)
class Frame:
    """One modality for one verb. Spans lie in the text that was parsed.

    `subject` is the grammatical subject, `subject_acts` tells that it can owe something, `agent` is the doer
    of a passive ("by …"); a passive without agent hides its bearer. `antecedent` is the subject of an
    earlier clause that a pronoun in the place of the subject takes up, `resumes` one that cannot act.
    """

    rule: str
    modality: Modality
    strength: Strength
    lemma: str
    action: Span
    subject: Span | None
    subject_acts: bool = False
    passive: bool = False
    agent: Span | None = None
    antecedent: Span | None = None
    resumes: Span | None = None
    undertaking: bool = False
    statement: Statement = Statement.PRESCRIPTIVE


def span_of(tokens: Iterable[Token]) -> Span | None:
    """The characters from the first to the last of `tokens`, without punctuation at either end."""
    kept = sorted(tokens, key=lambda token: token.i)
    while kept and (kept[-1].is_punct or kept[-1].is_space) and kept[-1].text not in {")", "»", '"', "”"}:
        kept.pop()
    while kept and (kept[0].is_punct or kept[0].is_space) and kept[0].text not in {"(", "«", '"', "“"}:
        kept.pop(0)
    return Span(kept[0].idx, kept[-1].idx + len(kept[-1])) if kept else None


def subtree_span(head: Token, *, without: Iterable[Token] = ()) -> Span | None:
    """The characters of the contiguous part of the subtree of `head` that holds it, less the subtrees in `without`."""
    dropped = {token.i for branch in without for token in branch.subtree}
    inside = {token.i for token in head.subtree} - dropped
    low = high = head.i
    while low - 1 in inside:
        low -= 1
    while high + 1 in inside:
        high += 1
    return span_of(head.doc[low : high + 1])


def upward(token: Token, deps: frozenset[str]) -> list[Token]:
    """`token` and the heads above it, as long as the arc that leads up is one of `deps`."""
    path = [token]
    while path[-1].dep_ in deps and path[-1].head.i != path[-1].i and len(path) <= len(token.doc):
        path.append(path[-1].head)
    return path


def conjuncts(head: Token, dep: str = "conj") -> list[Token]:
    """`head` and the tokens coordinated with it, in the order of the text."""
    found, queue = [head], [head]
    while queue:
        more = [child for child in queue.pop(0).children if child.dep_ == dep]
        found.extend(more)
        queue.extend(more)
    return sorted(found, key=lambda token: token.i)


def at(doc: Doc, span: Span) -> list[Token]:
    """The tokens that begin inside `span`."""
    return [token for token in doc if span.start <= token.idx < span.end]
