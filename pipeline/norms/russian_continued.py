"""Duties a Russian sentence goes on to in a relative clause: «о чём делается запись», «копия которого высылается»."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Strength
from pipeline.norms.russian_clauses import is_finite, is_negated
from pipeline.norms.russian_holdings import Reading
from pipeline.norms.russian_words import animate, form, in_nominative, lemma, noun_form

_TOLD_OF = frozenset({"obj", "nsubj:pass", "nsubj"})
_MADE = frozenset({"obl", "iobj", "conj"})
_OPENING = 5  # words between the comma and the relative pronoun


def continued(verb: Token, cues: NormCues) -> Reading | None:
    """The duty of a clause that describes nothing: it stands at the end and tells what is to be done next."""
    subject_to = verb.lower_ in cues.undergoing and cues.modals.get(verb.lower_) == "obligation"
    if not subject_to and (not is_finite(verb) or not _done(verb, cues)):
        return None
    comma = _comma(verb, cues)
    if comma is None or not _behind_main(comma, cues) or not _last(verb, cues):
        return None
    opening = list(verb.doc[comma.i + 1 : verb.i])
    made = (subject_to or verb.lower_.endswith(("ся", "сь"))) and _made(comma, opening, cues)
    if not (made or _about_what(opening, cues) or _part_of(opening, cues)):
        return None
    modality = Modality.PROHIBITION if is_negated(verb) else Modality.OBLIGATION
    return Reading(modality, Strength.PRESENT, "continued", verb, verb)


def _done(verb: Token, cues: NormCues) -> bool:
    """Whether a verb tells an act: no state, no effect of a thing."""
    word = lemma(verb)
    bare = word.removesuffix("ся").removesuffix("сь")
    states = cues.constitutive | cues.always_constitutive | cues.descriptive | cues.telling_what_is | cues.laid_down
    return word not in states and not {word, bare} & cues.lifeless and bare not in cues.telling_what_is


def _comma(verb: Token, cues: NormCues) -> Token | None:
    """The comma before the relative clause of a verb, none where another verb or clause stands between."""
    for token in reversed(verb.doc[max(0, verb.i - 14) : verb.i]):
        if is_finite(token) or token.text in {";", ":"}:
            return None
        if token.lower_.startswith(cues.relatives) or token.lower_ in cues.about_what:
            before = token.doc[max(0, token.i - _OPENING) : token.i]
            return next((t for t in reversed(before) if t.text == ","), None)
    return None


def _behind_main(comma: Token, cues: NormCues) -> bool:
    before = comma.doc[: comma.i]
    return any(t.lower_ in cues.modals or form(t, "VerbForm") == "Fin" or form(t, "Variant") == "Short" for t in before)


def _last(verb: Token, cues: NormCues) -> bool:
    """Whether no other predicate stands behind: the clause is the end of its sentence."""
    for token in verb.doc[verb.i + 1 :]:
        if token.text == ";":
            return True
        if token.lower_ in cues.modals or (is_finite(token) and not _conditional(token)):
            return False
    return True


def _conditional(token: Token) -> bool:
    return any(t.lower_ in {"если", "когда", "и", "а"} for t in token.doc[max(0, token.i - 8) : token.i])


def _about_what(opening: list[Token], cues: NormCues) -> bool:
    """«, о чём …», «, после чего …»"""
    return any(t.lower_ in cues.about_what and t.i and t.nbor(-1).lower_ in {"о", "после"} for t in opening[:2])


def _part_of(opening: list[Token], cues: NormCues) -> bool:
    """«, копия которого …», «, один из которых …», «, о результатах которого …», «, записи в который …»"""
    if not opening or opening[0].lower_.startswith(cues.relatives):
        return False
    return any(lemma(t) in cues.copies for t in opening[:3])


def _made(comma: Token, opening: list[Token], cues: NormCues) -> bool:
    """«… составляет отчёт, который представляется …»: of what the main clause is about, or a paper just made."""
    if not opening or not opening[0].lower_.startswith(cues.relatives) or not in_nominative(opening[0].lower_):
        return False
    for token in reversed(comma.doc[max(0, comma.i - _OPENING) : comma.i]):
        if form(token, "VerbForm") == "Fin":
            return False
        if noun_form(token.lower_):
            determined = any(c.lower_.startswith(("т", "вс", "люб", "как")) and c.pos_ == "DET" for c in token.children)
            told = token.dep_ in _TOLD_OF or (lemma(token) in cues.made and token.dep_ in _MADE)
            meant = lemma(token.head) in cues.telling_what_is | cues.possessors  # «имеют значение, которое придаётся …»
            return told and not determined and not meant and not animate(token.lower_)
    return False
