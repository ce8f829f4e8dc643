"""Which verbs of a Russian sentence stand below another clause: opening words and commas first, the parse in doubt.

The parser often takes a main verb for part of a relative clause or a conditional verb for the main one; a finite verb
is surely below only where "если", «который» or the like opens its clause.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from pipeline.language.pack import NormCues
from pipeline.norms.frames import upward
from pipeline.norms.russian_words import form, only_finite, predicative

_BELOW = frozenset({"acl:relcl", "acl", "advcl", "ccomp", "csubj", "csubj:pass"})
_CARRIED = frozenset({"conj", "xcomp"})
_MAIN = frozenset({"ROOT", "conj", "parataxis", "appos"})
_JOINING = frozenset({"и", "или", "либо", "но", "а", "также"})


@dataclass(slots=True)
class _Clause:
    """An open subordinate clause: whether an infinitive will do, its verb, and the commas behind opening or verb."""

    takes_infinitive: bool
    verb: Token | None = None
    commas: int = 0


def verbs_below(doc: Doc, cues: NormCues) -> frozenset[int]:
    """The positions of all finite verbs and other predicates that only set a condition, a purpose or a description."""
    below: set[int] = set()
    opened: list[_Clause] = []
    for token in doc:
        if token.text == ";":
            opened.clear()
        elif token.is_punct:
            if opened and token.text != "-":
                opened[-1].commas += 1
        elif _opens(token, cues):
            if opened:
                opened[-1].commas -= opened[-1].commas > 0  # the comma before an inner clause is its own
            opened.append(_Clause(token.lower_ in cues.purposes))
        elif _predicate(token, cues):
            while opened and _closed(opened[-1], token, below):
                opened.pop()
                if opened and opened[-1].verb is not None:
                    opened[-1].commas += 1  # «если …, что другая не выполняет …, она может»: one comma ends both
            if opened:
                below.add(token.i)
                opened[-1].verb, opened[-1].commas = token, 0
        elif opened and opened[-1].takes_infinitive and form(token, "VerbForm") == "Inf":
            opened[-1].verb, opened[-1].commas = token, 0
    return frozenset(below)


def _opens(token: Token, cues: NormCues) -> bool:
    """Whether a word opens a subordinate clause; «Стороны согласились, что …» goes on as if it stood alone."""
    word = token.lower_
    if word.startswith(cues.relatives) and len(word) < 9:
        return True
    before = next((t.lower_ for t in reversed(token.doc[: token.i]) if not t.is_punct), "")
    if word in cues.subordinating_after and before in cues.subordinating_after[word]:
        return True
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if follows is not None and follows.lower_ in cues.subordinating_before.get(word, ()):
        return True
    if word not in cues.clause_openers or (follows is not None and follows.text == "-"):
        return False
    return not any(t.lower_ in cues.agreeing for t in token.doc[max(0, token.i - 4) : token.i])


def _predicate(token: Token, cues: NormCues) -> bool:
    if token.lower_ in cues.modals or token.lower_ in cues.predicates or only_finite(token.lower_):
        return True
    finite = token.pos_ in {"VERB", "AUX"} and form(token, "VerbForm") == "Fin"
    return predicative(token.lower_, by_tagger=finite)


def _closed(clause: _Clause, token: Token, below: set[int]) -> bool:
    """Whether a clause ended before `token`: behind a comma, unless the verb is coordinated with that of the clause."""
    if clause.commas == 0:
        return False
    if clause.verb is None:  # two commas are an insertion: «если Сторона, получившая запрос, не может …»
        return clause.commas % 2 == 1 and not parsed_below(token)
    start = token.i - 1
    while start >= 0 and token.doc[start].lower_ in {"не", "также"}:
        start -= 1
    joined = start >= 0 and token.doc[start].lower_ in _JOINING
    return not (joined and token.dep_ == "conj" and token.head.i in below)


def parsed_below(token: Token) -> bool:
    """What the parse says of the same question."""
    top = upward(token, _CARRIED)[-1]
    if main_between(token, top) is not None:
        return False
    if (top.dep_ in _BELOW or top.dep_ not in _MAIN) and not predicate_beside(token):
        return True
    return any(c.dep_ == "mark" for t in (top, token) for c in t.children if c.i < t.i)


def main_between(token: Token, top: Token | None = None) -> Token | None:
    """The main verb between a relative clause and a verb the parser coordinates with that clause.

    «Орган, которому направлен запрос, рассматривает его и сообщает …»: "сообщает" goes with "рассматривает".
    """
    top = top or upward(token, _CARRIED)[-1]
    subordinate = top.dep_ in _BELOW or any(c.dep_ == "mark" and c.i < top.i for c in top.children)
    if top.i == token.i or not subordinate or form(token, "VerbForm") != "Fin":
        return None
    between = token.doc[top.i + 1 : token.i]
    return next((t for t in between if t.dep_ == "ROOT" and form(t, "VerbForm") == "Fin"), None)


def predicate_beside(token: Token) -> bool:
    """«обладает правом заключать … и вправе открывать»: "вправе" is never coordinated with the infinitive."""
    return token.pos_ in {"ADV", "ADJ"} and token.dep_ == "conj" and form(token.head, "VerbForm") == "Inf"
