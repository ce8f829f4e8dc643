"""Who does what in a parsed Russian clause: subordination, subject, agent and the words of an action."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from pipeline.language.pack import NormCues
from pipeline.model import Span
from pipeline.norms.frames import span_of, subtree_span
from pipeline.norms.russian_subjects import NOMINAL
from pipeline.norms.russian_words import (
    animate,
    attribute,
    can_be_short_participle,
    form,
    in_genitive,
    lemma,
    not_past,
    noun_form,
    only_finite,
    participle_of_people,
    predicative,
)

_BESIDE = frozenset({"acl:relcl", "acl", "advcl", "parataxis", "conj", "advmod"})
_AMOUNTS = frozenset({"nummod", "nummod:gov"})
_AROUND = frozenset({"в", "на", "за", "до", "без", "для", "после", "через", "во"})
_REACH = 25  # words between a modal and its verb
_BINDING = frozenset({"обязан", "обязана", "обязаны", "вправе", "должен", "должна", "должны", "не", "может", "могут"})


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
    return None if any(c.dep_ in NOMINAL and c.i > cue.i for c in cue.children) else _next_goal(cue)


def _next_goal(cue: Token) -> Token | None:
    """«не может быть без согласия Стороны привлечено»: the next infinitive, or participle behind "быть"."""
    behind_be = False
    for token in cue.doc[cue.i + 1 : cue.i + _REACH]:
        kind = form(token, "VerbForm")
        behind_be = behind_be or token.lower_ == "быть"
        if (kind == "Inf" and token.lower_ != "быть") or (behind_be and can_be_short_participle(token.lower_)):
            return token
        if (
            kind == "Fin"
            or token.text in {";", ":"}
            or token.pos_ == "SCONJ"
            or token.lower_ in {"если", "когда", "но"}
        ):
            return None
    return None


def future_of(verb: Token) -> Token | None:
    return next(
        (c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"} and c.lower_ in {"будет", "будут"}), None
    )


def is_finite(verb: Token) -> bool:
    """A present or future form, by the tagger or where the dictionary knows the word as nothing else."""
    return only_finite(verb.lower_) or (
        form(verb, "VerbForm") == "Fin"
        and predicative(verb.lower_, by_tagger=True)
        and (form(verb, "Tense") != "Past" or not_past(verb.lower_))
        and form(verb, "Mood") in {"Ind", ""}
    )


def phrase_of(noun: Token) -> Span | None:
    """The subject with its attributes; a participle the parser left beside it («запрашивающая Сторона») is taken in."""
    span = _membership(noun) or subtree_span(noun, without=_loose(noun))
    prepositions = [c for c in noun.children if c.dep_ == "case"]
    if prepositions:  # «на Секретариат»
        span = subtree_span(noun, without=[*prepositions, *_loose(noun)])
    if span is None:
        return None
    span = _one_of(noun, span)
    first = next((t for t in noun.doc if t.idx == span.start), noun)
    first = _opening(noun, first)
    while first.i and attribute(first.nbor(-1).lower_) and not first.nbor(-1).is_punct:
        first = first.nbor(-1)
    return Span(first.idx, _with_kind(noun.doc, span))


def _opening(noun: Token, first: Token) -> Token:
    """The first word of a name: what stands between and is a numeral, a mark or a conjunction begins no name."""
    for token in reversed(noun.doc[first.i : noun.i]):
        if token.text in {"-", "–", "—"}:
            return first
        if token.pos_ in {"CCONJ", "PUNCT", "X"} or token.like_num or token.lower_ in {"г", "г.", "года"}:
            return token.nbor(1)
    return first


def _with_kind(doc: Doc, span: Span) -> int:
    """The end of a name: «государство пребывания» with its second word, wherever the parser hung it."""
    at = next((t.i for t in doc if t.idx + len(t) == span.end), None)
    if at is None or at + 2 >= len(doc):
        return span.end
    kind = doc[at + 1]
    if lemma(doc[at]) not in {"государство", "страна"}:
        whose = in_genitive(kind.lower_) and noun_form(kind.lower_) and doc[at + 2].lower_ in _BINDING
        return kind.idx + len(kind) if whose and noun_form(doc[at].lower_) else span.end  # «Получатель пенсии обязан»
    return kind.idx + len(kind) if kind.lower_.endswith(("ния", "ения")) and noun_form(kind.lower_) else span.end


def _one_of(noun: Token, span: Span) -> Span:
    """«каждая из Высоких Договаривающихся Сторон»: with the noun the parser left out."""
    rest = noun.doc[noun.i + 1 : noun.i + 6]
    if not rest or rest[0].lower_ != "из":
        return span
    last = next((t for t in rest[1:] if noun_form(t.lower_) or t.pos_ == "PRON"), None)  # «каждая из них»
    return Span(span.start, max(span.end, last.idx + len(last))) if last is not None else span


def _membership(noun: Token) -> Span | None:
    """«государства – члены», «страна-экспортёр»: one name in three tokens."""
    doc = noun.doc
    if (
        noun.i + 2 < len(doc)
        and doc[noun.i + 1].text == "-"
        and not noun.whitespace_
        and noun_form(doc[noun.i + 2].lower_)
    ):
        return span_of(doc[noun.i : noun.i + 3])
    if noun.i > 1 and doc[noun.i - 1].text == "-" and not doc[noun.i - 2].whitespace_:
        return span_of(doc[noun.i - 2 : noun.i + 1])  # «Трудящийся-мигрант»
    for at in (noun.i, noun.i - 2):
        if 0 <= at < len(doc) - 2 and doc[at + 1].text in {"-", "–", "—"} and lemma(doc[at]) == "государство":
            return span_of(doc[at : at + 3])
    return None


def _loose(noun: Token) -> list[Token]:
    """What stands beside a name in its subtree and is no part of it: clauses, adverbs, amounts, circumstances."""
    found = []
    for token in noun.subtree:
        if token.i == noun.i:
            continue
        beside = token.dep_ in _BESIDE and token.pos_ in {"VERB", "ADV", "PART", "AUX", "ADJ"}
        around = token.head.i == noun.i and any(c.dep_ == "case" and c.lower_ in _AROUND for c in token.children)
        if (
            only_finite(token.lower_)
            or (token.dep_ == "parataxis" and token.i > noun.i)
            or (beside and token.i > noun.i)
            or token.pos_ == "ADV"
            or token.dep_ in _AMOUNTS
            or (token.lower_ == "права" and token.i > noun.i)  # «лишает заявителя права …»
            or around
        ):
            found.append(token)
    return found


def action_of(verb: Token) -> Span | None:
    others = [
        c
        for c in verb.children
        if c.dep_ in {"conj", "parataxis"} and c.pos_ in {"VERB", "AUX", "ADJ"} and c.i > verb.i
    ]
    dropped = {t.i for branch in others for t in branch.subtree}
    return span_of(t for t in verb.subtree if t.i >= verb.i and t.i not in dropped)


def standing_alone(noun: Token) -> bool:
    """A participle that names people by itself: «Обучающиеся соблюдают …», not «Запрашивающая Сторона …»."""
    follows = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    if follows is not None and (noun_form(follows.lower_) or attribute(follows.lower_)) and follows.pos_ != "VERB":
        return False
    return participle_of_people(noun.lower_)


def owes(noun: Token, cues: NormCues) -> bool:
    """A noun for living beings, or one of the cue nouns in whatever case («Исполнительному комитету»)."""
    subject = noun.dep_ in NOMINAL or noun.dep_ == "iobj"
    return lemma(noun) in cues.actors or (subject and noun.pos_ == "NOUN" and animate(noun.lower_))
