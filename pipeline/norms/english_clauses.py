"""The grammar of one parsed English clause: its verb, subject and agent, and what negates or subordinates it."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.model import Span
from pipeline.norms.english_subjects import RELATIVE, SUBJECTS, behind_clause, set_off, whole
from pipeline.norms.frames import conjuncts, span_of, upward

_BELOW = frozenset({"relcl", "advcl", "acl", "pcomp", "csubj", "csubjpass"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_PHRASAL = frozenset({"pobj", "prep", "det", "poss", "nsubj", "nsubjpass", "advmod", "dobj", "nmod", "pcomp"})
_NOT = frozenset({"not", "never", "neither"})
_PHRASE = 7  # words of "no building of any kind whatever"
_NEGATIVE = frozenset({"no", "neither", "none", "nobody", "nothing", "nor"})
_CONTRAST = frozenset({"while", "whereas", "whilst"})
_SELF = frozenset({"itself", "himself", "herself", "themselves"})
_CONJ = frozenset({"conj"})
_CLOSE = 3  # words from a verb to the next: "permit and", "alter, or"
_DONE_TO = frozenset({"nsubjpass", "csubjpass"})


def governed(modal: Token) -> Token | None:
    """The verb of a modal: the bare verb after an inserted phrase, else its head, else the next bare verb."""
    inserted = _after_insertion(modal)
    if inserted is not None:
        return inserted
    if modal.dep_ in {"aux", "auxpass"} and modal.head.i > modal.i and modal.head.tag_.startswith("VB"):
        return modal.head
    for token in modal.doc[modal.i + 1 :]:
        if token.tag_ in {"VB", "VBN"} and not _named_subject(token):
            return token
        if token.tag_ == "MD" or token.text in {";", ":"}:
            break
    return None


def _named_subject(token: Token) -> bool:
    """ "subject to …" is no verb."""
    return token.lower_ == "subject" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to"


def _after_insertion(modal: Token) -> Token | None:
    """ "shall, where appropriate, consult": the verb after the comma that closes the insertion."""
    doc = modal.doc
    if modal.i + 1 >= len(doc) or doc[modal.i + 1].text != ",":
        return None
    for token in doc[modal.i + 2 : -1]:
        if token.text in {";", ":"} or token.tag_ == "MD":
            return None
        if token.text == ",":
            following = next((t for t in doc[token.i + 1 :] if t.tag_ not in {"RB", "RBR"}), None)
            if following is not None and following.tag_ in {"VB", "VBP"} and not _named_subject(following):
                return _passive_of(following)
    return None


def _passive_of(verb: Token) -> Token:
    """The participle of a passive whose "be" is given."""
    return verb.head if verb.dep_ == "auxpass" and verb.head.i > verb.i else verb


def subordinate(modal: Token, verb: Token) -> bool:
    """Whether the clause only sets a condition, a purpose or a description for another one."""
    if modal.lower_ == "should" and any(t.dep_ in SUBJECTS and t.i > modal.i for t in verb.children):
        return True
    subject = next((t for t in verb.children if t.dep_ in SUBJECTS), None)
    if behind_clause(modal, verb):
        return False
    if subject is not None and subject.lower_ in RELATIVE and subject.lower_ != "that":
        return modal.lower_ not in {"shall", "must", "may"} or not set_off(subject)
    first = subject.left_edge.i if subject is not None else modal.i
    if modal.lower_ == "may" and subject is not None and subject.tag_ == "PRP" and _after_noun(subject, verb):
        return True
    marks = [t for t in verb.children if t.dep_ in {"mark", "advmod"} and t.i < modal.i and t.tag_ in {"IN", "WRB"}]
    if any(t.lower_ not in _CONTRAST and (t.lower_ != "that" or t.i > first) for t in marks):
        return True
    top = upward(verb, _CONJ)[-1]
    if _back_in_main(modal, top) or (subject is None and _adds(modal, top)) or _added_object(modal, top):
        return False
    told = top.dep_ == "relcl" and modal.lower_ in {"shall", "must"} and subject is not None
    if told and _told_beside(modal, top):
        return False
    if top.dep_ in _BELOW and any(_opens_clause(t, verb) for t in verb.doc[: modal.i]):
        return True
    if top.dep_ in {"relcl", "acl", "pcomp"} or (top.dep_ == "advcl" and top.i != verb.i):
        if (
            top.dep_ == "acl"
            and modal.lower_ in {"shall", "must"}
            and first < modal.i
            and subject is not None
            and subject.lower_ not in RELATIVE
        ):
            return False  # "upon receiving a request the Party shall …", without its comma
        return not (
            top.dep_ == "relcl"
            and modal.lower_ in {"shall", "must"}
            and subject is not None
            and subject.lower_ not in RELATIVE
            and top.head.i < first - 1
        )
    return any(t.lower_ == "that" for t in marks) and not _agreed(top)


def _adds(modal: Token, top: Token) -> bool:
    """ "the Secretariat, which shall inquire and shall report": the second verb of a clause that adds a duty."""
    told = any(t.lower_ in RELATIVE and t.dep_ in SUBJECTS and set_off(t) for t in top.children)
    return modal.lower_ in {"shall", "must"} and told and any(t.tag_ == "MD" for t in top.children)


def _added_object(modal: Token, top: Token) -> bool:
    """ "projects, which the Parties shall complete": a relative clause set off, whose subject gets a duty."""
    told = any(t.lower_ == "which" and t.dep_ == "dobj" and set_off(t) for t in top.children)
    return top.dep_ == "relcl" and modal.lower_ in {"shall", "must"} and told


def _told_beside(modal: Token, top: Token) -> bool:
    """ "projects, the cost of which shall be borne by …", "…, for which it shall …": a clause set off."""
    low = min((t.i for t in top.subtree), default=0)
    words = top.doc[low : modal.i]
    return low > 0 and top.doc[low - 1].text == "," and any(t.lower_ in {"which", "whose", "whom"} for t in words)


def _back_in_main(modal: Token, top: Token) -> bool:
    """ "shall be issued to those who apply and shall be withdrawn": the modal goes on with the one before it."""
    if modal.i == 0 or modal.nbor(-1).tag_ != "CC" or top.tag_ not in {"VBP", "VBZ", "VBD"} or top.dep_ != "relcl":
        return False
    return any(t.tag_ == "MD" and t.lower_ == modal.lower_ for t in modal.doc[: top.head.i])


def _opens_clause(word: Token, verb: Token) -> bool:
    """Whether "which", "where" … belongs to the clause of `verb` itself ("the time in which a party must act")."""
    if word.tag_ not in _WH or word.lower_ == "that":
        return False
    return any(token.head.i == verb.i for token in upward(word, _PHRASAL))


def _after_noun(pronoun: Token, verb: Token) -> bool:
    """ "conditions it may specify", "as it may decide": a relative clause without its pronoun."""
    if pronoun.i == 0 or pronoun.nbor(-1).lower_ in {"as", "than"}:
        return pronoun.i > 0
    return pronoun.nbor(-1).pos_ in {"NOUN", "PROPN"} and verb.dep_ in _BELOW


def _agreed(verb: Token) -> bool:
    """A that-clause counts where the Parties agree, undertake or decide that something shall be done."""
    return verb.dep_ in {"ccomp", "ROOT"} and verb.head.lemma_.lower() in {
        "agree",
        "undertake",
        "decide",
        "provide",
        "understand",
        "stipulate",
        "establish",
        "reaffirm",
        "affirm",
        "stress",
        "underline",
        "emphasize",
        "remind",
        "reiterate",
        "demand",
        verb.lemma_.lower(),
    }


def followed_by_not(modal: Token) -> bool:
    """Whether "not", "never" or "under no …" stands right behind a modal."""
    after = [t.lower_ for t in modal.doc[modal.i + 1 : modal.i + 4] if not t.is_space]
    return after[:1] in (["not"], ["never"]) or (
        len(after) > 1 and after[0] in {"under", "in", "at"} and after[1] == "no"
    )


def fronted_no(modal: Token) -> bool:
    """ "Under no circumstances shall …", "In no case may …"."""
    before = [t.lower_ for t in modal.doc[max(0, modal.i - 3) : modal.i]]
    for token in reversed(modal.doc[max(0, modal.i - _PHRASE) : modal.i]):
        if token.is_punct or token.pos_ in {"VERB", "AUX", "SCONJ", "CCONJ"}:
            break
        if token.lower_ == "no" and not (token.i and token.nbor(-1).tag_ == "IN"):
            return True  # "without the consent of both Parties no building of any kind may be …"
    return modal.i <= 4 and (before[-2:-1] == ["no"] or before[-1:] == ["nor"])


def negated_by(verb: Token, subject: Token | None) -> bool:
    """Whether the verb is negated, or its subject is nobody."""
    if any(child.dep_ == "neg" or child.lower_ in _NOT for child in verb.children if child.i < verb.i + 3):
        return True
    if subject is None:
        return False
    before = [t.lower_ for t in subject.subtree if t.i < subject.i]
    if before[:3] in (["no", "more", "than"], ["not", "more", "than"]):
        return any(t.lower_ in {"may", "shall"} for t in verb.children)
    return (
        any(t.lower_ == "neither" for t in subject.subtree)
        or subject.lower_ in _NEGATIVE
        or any(t.lower_ in _NEGATIVE for t in subject.children if t.i < subject.i)
    )


def does_nothing(verb: Token) -> bool:
    """ "shall impose no impediment": whose object is nothing; what is had or borne is read with its noun."""
    if verb.lemma_ in {"have", "be", "bear", "incur", "enjoy", "take"}:
        return False
    things = [c for c in verb.children if c.dep_ == "dobj"]
    if is_passive(verb):  # "may be put to no other use"
        put = [t for c in verb.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
        things += [t for t in put if any(c.lower_ == "other" for c in t.children)]
    return any(t.lower_ == "no" for thing in things if thing.i > verb.i for t in thing.children)


def agent_of(verb: Token) -> Token | None:
    """The doer of a passive, after "by"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            named = [t for t in child.children if t.dep_ == "pobj"]
            joined = named[1:] and named[-1].i - named[0].i == len(named) - 1  # "co", "-", "chairman"
            found = named[-1] if joined else next(iter(named), None)
            if found is not None:
                return whole(found)
    return None


def has_be(verb: Token) -> bool:
    """Whether a form of "be" helps the verb."""
    return any(child.lemma_ == "be" and child.dep_ in {"aux", "auxpass"} for child in verb.children)


def infinitive_of(verb: Token) -> Token | None:
    """The verb of a to-infinitive that depends on `verb`."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in {"xcomp", "advcl", "ccomp", "acl", "relcl"} and _infinitive(child):
            return child
    return None


def _infinitive(verb: Token) -> bool:
    """ "to inform", "to be informed"; not "may inform" behind "that"."""
    marks = {t.tag_ for t in verb.children if t.i < verb.i}
    return "MD" not in marks and (verb.tag_ == "VB" or (verb.tag_ == "VBN" and "TO" in marks))


def is_passive(verb: Token) -> bool:
    """Whether the subject of the verb is what something is done to."""
    return any(c.dep_ in _DONE_TO or c.dep_ == "auxpass" for c in verb.children) or (
        verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and verb.head.tag_ == "VBN" and is_passive(verb.head)
    )


def coordinated(verb: Token) -> list[Token]:
    """`verb` and the verbs that share its modal and subject."""
    shared = [verb]
    if verb.dep_ == "acl" and verb.tag_ == "VB":  # "the capacity to contract, to acquire …"
        shared += [t for t in verb.head.children if t.dep_ == "acl" and t.tag_ == "VB" and t.i > verb.i]
        shared += [t for one in shared for t in conjuncts(one) if t.i > one.i and _to(t)]
        return sorted(set(shared), key=lambda t: t.i)
    strayed = [t for c in verb.children if c.dep_ == "dobj" and c.i > verb.i for t in c.children if _strayed(t, verb)]
    shared += strayed
    for token in sorted({*conjuncts(verb), *(t for one in strayed for t in conjuncts(one))}, key=lambda t: t.i):
        if token.i <= verb.i or token.pos_ not in {"VERB", "AUX"} or token.head not in shared:
            continue
        if any(t.tag_ == "MD" or (t.dep_ in SUBJECTS and t.lower_ not in _SELF) for t in token.children):
            continue
        if token.tag_ in {"VBZ", "VBP"} and verb.tag_ in {"VBZ", "VBP"} and token.lemma_ in {"have", "be"}:
            continue  # read on its own: "determines its rules and has the power to …"
        passive = verb.tag_ == "VBN" and token.tag_ == "VBD" and is_passive(verb)
        denied = verb.tag_ in {"VBZ", "VBP"} and any(t.lemma_ == "do" and t.dep_ == "aux" for t in token.children)
        if denied or token.tag_ == verb.tag_ or {token.tag_, verb.tag_} <= {"VB", "VBP"} or passive:
            shared.append(token)
    return sorted(set(shared), key=lambda t: t.i)


def _strayed(token: Token, verb: Token) -> bool:
    """ "declare any interest and refrain from the vote": a verb that the parser joins to the object before it."""
    if token.dep_ != "conj" or token.tag_ != "VB" or verb.tag_ != "VB":
        return False
    return not any(t.tag_ in {"MD", "TO", "DT"} or t.dep_ in SUBJECTS for t in token.children)


def _to(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(t.tag_ == "TO" for t in verb.children)


def action_of(verb: Token, others: list[Token]) -> Span | None:
    """The verb with all that belongs to it, less the verbs in `others` that are coordinated with it.

    Where only the last of them has an object, it is that of all: "permit and protect free communication".
    """
    if _shares_object(verb, others):
        return span_of(t for t in verb.subtree if t.i >= verb.i)
    dropped = {t.i for branch in others for t in branch.subtree}
    stop = min((c.left_edge.i for c in others), default=len(verb.doc))
    tokens = [
        t
        for t in verb.subtree
        if t.i >= verb.i
        and t.i not in dropped
        and not (t.dep_ == "cc" and t.head.i == verb.i and t.i < stop + 1 and others)
    ]
    return span_of(tokens)


def _shares_object(verb: Token, others: list[Token]) -> bool:
    """Whether nothing stands between a verb and those coordinated with it but conjunctions, and they have an object."""
    if not others or is_passive(verb):
        return False
    own = [t for t in verb.children if t.i > verb.i and t not in others and t.dep_ not in {"cc", "punct"}]
    near = others[0].left_edge.i - verb.i <= _CLOSE and not any(t.i < others[0].i for t in own)
    return near and any(t.dep_ == "dobj" for one in others for other in conjuncts(one) for t in other.children)


def is_below(verb: Token) -> bool:
    """Whether the clause of a finite verb depends on another one."""
    top = upward(verb, _CONJ)[-1]
    marked = any(t.dep_ == "mark" or t.tag_ in {"WDT", "WP", "WRB"} for t in top.children if t.i < top.i)
    return top.dep_ in _BELOW or marked or (top.dep_ in {"ccomp", "xcomp"} and top.head.i < top.i)


def under_duty(verb: Token) -> Token | None:
    """The noun of "be under an obligation to", "be under no duty to"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "under":
            return next((t for t in child.children if t.lemma_.lower() in {"obligation", "duty"}), None)
    return None


def bearer_behind(verb: Token) -> Token | None:
    """Whose responsibility something "shall be": "the responsibility of the requesting State"."""
    noun = next((t for t in verb.children if t.dep_ == "attr" and t.lemma_.lower() == "responsibility"), None)
    of = next((t for t in noun.children if t.lower_ == "of"), None) if noun is not None else None
    who = next((t for t in of.children if t.dep_ == "pobj"), None) if of is not None else None
    return whole(who) if who is not None else None
