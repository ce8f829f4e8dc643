"""Who does what in a parsed Russian clause: subordination, subject, agent and the words of an action."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.model import Span
from pipeline.norms.frames import span_of, subtree_span, upward
from pipeline.norms.russian_words import attribute, form, lemma, morphology, not_past, only_finite

NOMINAL = frozenset({"nsubj", "nsubj:pass"})
_BELOW = frozenset({"acl:relcl", "acl", "advcl", "ccomp", "csubj", "csubj:pass"})
_CARRIED = frozenset({"conj", "xcomp"})
_SHARING = frozenset({"conj", "xcomp", "parataxis", "aux"})
_MAIN = frozenset({"ROOT", "conj", "parataxis", "appos"})


def is_below(token: Token) -> bool:
    top = upward(token, _CARRIED)[-1]
    if _main_between(token, top) is not None:
        return False
    if (top.dep_ in _BELOW or top.dep_ not in _MAIN) and not predicate_beside(token):
        return True
    return any(c.dep_ == "mark" for t in (top, token) for c in t.children if c.i < t.i)


def _main_between(token: Token, top: Token) -> Token | None:
    """The main verb between a relative clause and a verb the parser coordinates with that clause.

    «Орган, которому направлен запрос, рассматривает его и сообщает …»: "сообщает" goes with "рассматривает".
    """
    if top.i == token.i or top.dep_ not in _BELOW or form(token, "VerbForm") != "Fin":
        return None
    between = token.doc[top.i + 1 : token.i]
    return next((t for t in between if t.dep_ == "ROOT" and form(t, "VerbForm") == "Fin"), None)


def predicate_beside(token: Token) -> bool:
    """«обладает правом заключать … и вправе открывать»: "вправе" is never coordinated with the infinitive."""
    return token.pos_ in {"ADV", "ADJ"} and token.dep_ == "conj" and form(token.head, "VerbForm") == "Inf"


def inside_clause(token: Token) -> bool:
    """Whether a conjunction or «который» opens the clause of a word, as far as commas tell."""
    for before in reversed(token.doc[: token.i]):
        if before.is_punct:
            return False
        if before.pos_ == "SCONJ" or before.lower_.startswith("котор"):
            return True
    return False


def is_negated(token: Token) -> bool:
    return any(c.lower_ == "не" and c.i < token.i and token.i - c.i < 3 for c in token.children)


def goal_of(cue: Token) -> Token | None:
    """The infinitive (or passive participle) that a modal word governs, else the noun it puts under a duty."""
    for child in cue.children:
        if child.pos_ in {"VERB", "AUX"} and child.dep_ in {
            "xcomp",
            "csubj",
            "parataxis",
            "ccomp",
            "obj",
            "obl",
            "conj",
            "csubj:pass",
        }:
            kind = form(child, "VerbForm")
            if kind == "Inf" or (kind == "Part" and child.i > cue.i):
                return child
    if cue.head.i != cue.i and form(cue.head, "VerbForm") == "Inf" and cue.dep_ in {"aux", "advmod", "cop", "obl"}:
        return cue.head
    return None


def future_of(verb: Token) -> Token | None:
    return next(
        (c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"} and c.lower_ in {"будет", "будут"}), None
    )


def is_finite(verb: Token) -> bool:
    """A present or future form, by the tagger or where the dictionary knows the word as nothing else."""
    return only_finite(verb.lower_) or (
        form(verb, "VerbForm") == "Fin"
        and (form(verb, "Tense") != "Past" or not_past(verb.lower_))
        and form(verb, "Mood") in {"Ind", ""}
    )


def subject_of(cue: Token, verb: Token, actors: frozenset[int]) -> Token | None:
    main = _main_between(cue, upward(cue, _CARRIED)[-1])
    found = stated_subject(main or cue, main or verb, actors)
    if found is None and predicate_beside(cue):
        above = next((t for t in cue.ancestors if any(c.dep_ in NOMINAL for c in t.children)), cue)
        found = next((c for c in above.children if c.dep_ in NOMINAL), None)
    if found is not None and (found.i in actors or cue.lower_.endswith(("ся", "сь"))):
        return found
    return _swallowed(cue, actors) or found


def _swallowed(verb: Token, actors: frozenset[int]) -> Token | None:
    """«В рамках законодательства Стороны проведут …»: the parser takes the subject for part of the phrase."""
    for token in reversed(verb.doc[: verb.i]):
        if form(token, "VerbForm") == "Fin" or token.text in {";", ":"}:
            return None
        if token.i in actors and _agrees(token, verb) and not any(form(c, "Case") == "Gen" for c in token.lefts):
            return token
    return None


def _agrees(noun: Token, verb: Token) -> bool:
    number = {"Plur": "plur", "Sing": "sing"}.get(form(verb, "Number"), "nomn")
    before = noun.nbor(-1) if noun.i else None
    if before is not None and before.pos_ == "ADP":
        return False
    return any({"nomn", number} <= parse.tag.grammemes for parse in morphology().parse(noun.lower_))


def stated_subject(cue: Token, verb: Token, actors: frozenset[int] = frozenset()) -> Token | None:
    for top in (*upward(cue, _SHARING), *upward(verb, _SHARING)):
        own = [c for c in top.children if c.dep_ in NOMINAL]
        if own:
            found = own[-1] if len(own) > 1 and own[-1].i < top.i else own[0]
            if found.i not in actors:  # «Расходы … несёт Сторона», both taken for subjects
                found = next((c for c in own if c.i in actors), found)
            inner = next((c for c in found.children if c.dep_ in NOMINAL and c.i == found.i + 1), None)
            return inner or found  # «запрашивающая Сторона»: the participle was taken for the head
    return next((c for c in cue.children if c.dep_ == "iobj" and c.i < cue.i), None)


def phrase_of(noun: Token) -> Span | None:
    """The subject with its attributes; a participle the parser left beside it («запрашивающая Сторона») is taken in."""
    span = _membership(noun) or subtree_span(noun, without=_loose(noun))
    prepositions = [c for c in noun.children if c.dep_ == "case"]
    if prepositions:  # «на Секретариат»
        span = subtree_span(noun, without=[*prepositions, *_loose(noun)])
    before = noun.nbor(-1) if noun.i else None
    if span is None or before is None or span.start < noun.idx or not attribute(before.lower_):
        return span
    return Span(before.idx, span.end)


def _membership(noun: Token) -> Span | None:
    """«государства – члены», «государство – участник»: one name in three tokens."""
    doc = noun.doc
    for at in (noun.i, noun.i - 2):
        if 0 <= at < len(doc) - 2 and doc[at + 1].text in {"-", "–", "—"} and lemma(doc[at]) == "государство":
            return span_of(doc[at : at + 3])
    return None


def is_passive(verb: Token) -> bool:
    return verb.lower_.endswith(("ся", "сь")) or form(verb, "VerbForm") == "Part"


def agent_of(verb: Token, actors: frozenset[int]) -> Token | None:
    """«… осуществляется компетентными органами»: a name in the instrumental."""
    return next(
        (
            c
            for c in verb.children
            if c.dep_ in {"obl", "obl:agent", "iobj", "nmod"} and c.i in actors and _instrumental(c)
        ),
        None,
    )


def _instrumental(noun: Token) -> bool:
    return form(noun, "Case") == "Ins" and not any(c.dep_ == "case" for c in noun.children)


def _loose(noun: Token) -> list[Token]:
    return [
        c
        for c in noun.children
        if c.dep_ in {"acl:relcl", "acl", "advcl", "parataxis", "conj"} and c.i > noun.i and c.pos_ == "VERB"
    ]


def action_of(verb: Token) -> Span | None:
    others = [
        c
        for c in verb.children
        if c.dep_ in {"conj", "parataxis"} and c.pos_ in {"VERB", "AUX", "ADJ"} and c.i > verb.i
    ]
    dropped = {t.i for branch in others for t in branch.subtree}
    return span_of(t for t in verb.subtree if t.i >= verb.i and t.i not in dropped)


def recipient_of(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "iobj"), None)


def entrusted_to(verb: Token) -> Token | None:
    """«возлагается на Секретариат»: whoever stands behind "на"."""
    return next(
        (c for c in verb.children if c.dep_ in {"obl", "nmod"} and any(g.lower_ == "на" for g in c.children)), None
    )
