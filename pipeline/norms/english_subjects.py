"""The subject of an English verb: its own, a shared one, one the parser hung elsewhere, and whom a pronoun means."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.norms.frames import upward

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_NO_SUBJECT = frozenset({"pobj", "compound", "dobj", "attr", "appos"})
_SHARING = frozenset({"conj", "xcomp"})
_TWO = 2
_OBJECTS = frozenset({"it", "them", "him", "her"})
_SHORTEST = 3  # words of "Party that found it"


def subject_of(verb: Token, before: Token) -> Token | None:
    """The subject of `verb`, its own or a shared one; else the last noun before the word `before`."""
    for top in upward(verb, _SHARING):
        own = [child for child in top.children if child.dep_ in SUBJECTS and child.i < top.i]
        behind = behind_clause(before, top)
        if behind is not None:
            return whole(behind)
        if own:
            stated = [t for t in own if t.dep_ != "expl"] or own[:1]
            found = stated[-1] if stated[-1].i - stated[0].i == len(stated) - 1 else stated[0]  # "co", "-", "chairs"
            if found.dep_ in {"csubj", "csubjpass"}:  # "a Party having entered a reservation may …"
                found = next((t for t in found.children if t.dep_ in {"nsubj", "nsubjpass"} and t.i < found.i), found)
                found = next((t for t in found.children if _described_by(found, t)), found)
            elif found.tag_ == "VBG":  # "a Party planning a well shall …"
                found = next((t for t in found.children if t.dep_ == "nsubj" and t.i < found.i), found)
            found = _described_before(found)
            if found.lower_ in RELATIVE and top.dep_ == "advcl" and set_off(found):
                return _spoken_of(found)
            return top.head if found.lower_ in RELATIVE and top.dep_ == "relcl" else whole(found)
    left = [t for t in before.doc[: before.i] if t.dep_ in {"nsubj", "nsubjpass"}]
    left = left or [
        t for t in before.doc[: before.i] if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.dep_ not in _NO_SUBJECT
    ]
    main = [t for t in left if not any(c.lower_ in RELATIVE for c in t.subtree if c.i < before.i and c.head.i != c.i)]
    return (main or left)[-1] if left else None


def behind_clause(modal: Token, verb: Token) -> Token | None:
    """The subject behind the comma of "Where the laws apply, the agency shall", all of it taken for one clause."""
    own = [t for t in verb.children if t.dep_ in SUBJECTS and t.i < modal.i]
    if len(own) < _TWO or own[0].doc[0].tag_ not in {"WRB", "IN"}:
        return None
    first = own[-1].left_edge.i
    opened = any(t.i == 0 and t.dep_ in {"mark", "advmod"} for t in verb.children)
    return own[-1] if opened and first > 1 and own[0].i < first and own[0].doc[first - 1].text == "," else None


def _described_before(pronoun: Token) -> Token:
    """ "The Party that found it shall": the noun before a relative clause whose object is taken for a subject."""
    if pronoun.lower_ not in _OBJECTS or pronoun.i < _SHORTEST or pronoun.nbor(-1).pos_ != "VERB":
        return pronoun
    relative, noun = pronoun.nbor(-2), pronoun.nbor(-3)
    return noun if relative.lower_ in RELATIVE and noun.pos_ in {"NOUN", "PROPN"} else pronoun


def _described_by(participle: Token, noun: Token) -> bool:
    """ "Visiting personnel shall": a participle before its noun that the parser takes for a verb with its object."""
    behind = noun.dep_ == "dobj" and noun.i == participle.i + 1
    return behind and participle.tag_ == "VBG" and participle.dep_ in {"csubj", "csubjpass"}


def joined_subject(modal: Token, verb: Token) -> Token | None:
    """ "A shall bear the fare and B shall provide": B, which the parser joins to the fare."""
    noun = next((t for t in reversed(modal.doc[: modal.i]) if not t.is_space), None)
    if noun is None or noun.dep_ != "conj" or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    own = any(t.dep_ in SUBJECTS and t.i > noun.head.i for t in verb.children)
    object_before = noun.head.dep_ in {"dobj", "pobj", "attr", "oprd"} and any(
        t.tag_ == "MD" for t in noun.doc[: noun.head.i]
    )
    return noun if object_before and not own else None


def meant_by(pronoun: Token, actors: frozenset[int]) -> Token | None:
    """The subject of an earlier clause that a pronoun takes up: one that can act, the first of its number."""
    many = pronoun.lower_ == "they"
    earlier = [t for t in pronoun.doc[: pronoun.i] if t.dep_ in {"nsubj", "nsubjpass"} and t.pos_ in {"NOUN", "PROPN"}]
    acting = [t for t in earlier if t.i in actors and (t.tag_ in {"NNS", "NNPS"}) == many]
    if acting:
        return acting[0]
    owners = [c for t in earlier for of in t.children if of.lower_ == "of" for c in of.children if c.dep_ == "pobj"]
    return next((t for t in owners if t.i in actors and (t.tag_ in {"NNS", "NNPS"}) == many), None)


def thing_meant(pronoun: Token) -> Token | None:
    """The subject of the clause before that a pronoun takes up, acting or not: "if information is needed, it shall"."""
    many = pronoun.lower_ == "they"
    earlier = [t for t in pronoun.doc[: pronoun.i] if t.dep_ in {"nsubj", "nsubjpass"} and t.pos_ in {"NOUN", "PROPN"}]
    return next((t for t in reversed(earlier) if (t.tag_ in {"NNS", "NNPS"}) == many), None)


def _spoken_of(relative: Token) -> Token:
    """The noun before the comma of a relative clause that the parser hung on the verb: "the Party of origin, which"."""
    noun = relative.nbor(-2) if relative.i > 1 else relative
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.i < noun.i:
        noun = noun.head.head
    return noun


def whole(noun: Token) -> Token:
    """ "the host State", where the parser takes the second word for an apposition of the first."""
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    return after if after.dep_ == "appos" and after.head.i == noun.i and after.text[:1].isupper() else noun


def set_off(relative: Token) -> bool:
    """Whether a comma stands before a relative pronoun."""
    return relative.i > 0 and relative.nbor(-1).text == ","
