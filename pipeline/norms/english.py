"""Reading modality, verb and subject from a parsed English sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Span, Strength
from pipeline.norms.frames import Frame, conjuncts, span_of, subtree_span, upward

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_BELOW = frozenset({"relcl", "advcl", "acl", "pcomp", "csubj", "csubjpass"})
_RELATIVE = frozenset({"which", "who", "that", "whom", "whose"})
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_NO_SUBJECT = frozenset({"pobj", "compound", "dobj", "attr", "appos"})
_PHRASAL = frozenset({"pobj", "prep", "det", "poss", "nsubj", "nsubjpass", "advmod", "dobj", "nmod", "pcomp"})
_NOT = frozenset({"not", "never", "neither"})
_NEGATIVE = frozenset({"no", "neither", "none", "nobody", "nothing", "nor"})
_MODALITIES = {"may": Modality.PERMISSION, "should": Modality.ASPIRATION}
_CONJ = frozenset({"conj"})
_SHARING = frozenset({"conj", "xcomp"})
_DONE_TO = frozenset({"nsubjpass", "csubjpass"})


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a verb group binds: what `modality`, through which word (`rule`), with the verb that carries the action."""

    modality: Modality
    strength: Strength
    rule: str
    verb: Token
    undertaking: bool = False


def frames(doc: Doc, cues: NormCues, *, actors: frozenset[int], present: bool) -> Iterator[Frame]:
    """Every norm of one sentence. `actors` are the tokens of names that can owe something; `present` allows bare
    present-tense duties, as memoranda have them.
    """
    actors = actors | {t.i for t in doc if t.dep_ in _SUBJECTS and _acting(t, cues)}
    named = min((t.i for t in doc if t.dep_ in _SUBJECTS and t.i in actors), default=len(doc))
    actors = actors | {t.i for t in doc if t.lower_ in cues.anaphors and t.i > named}
    seen: set[int] = set()
    for token in doc:
        for reading, subject in _readings(token, cues, actors, present):
            for verb in _coordinated(reading.verb):
                if verb.i in seen:
                    continue
                seen.add(verb.i)
                frame = _frame(replace(reading, verb=verb), subject, actors)
                if frame is not None:
                    yield frame


def _acting(noun: Token, cues: NormCues) -> bool:
    """A noun for persons by its ending ("investigator"), or a proper name that is no instrument ("the Centre")."""
    if noun.lower_ in cues.not_actors or noun.lemma_.lower() in cues.documents:
        return False
    if noun.tag_ in {"NNP", "NNPS"}:
        return noun.text[:1].isupper() and (noun.i > 1 or noun.text.isupper())
    return noun.tag_ in {"NN", "NNS"} and len(noun) > 5 and noun.lower_.endswith(cues.actor_endings)


def _readings(
    token: Token, cues: NormCues, actors: frozenset[int], present: bool
) -> Iterator[tuple[_Reading, Token | None]]:
    if token.tag_ == "MD" and token.lower_ in cues.modals:
        yield from _modal(token, cues, actors, present)
    elif token.tag_ in {"VBP", "VBZ"} and not any(child.tag_ == "MD" for child in token.children):
        yield from _finite(token, cues, actors, present)
    elif token.tag_ == "NNS" and token.lower_ == "reserves":
        yield from _reserved(token, actors)
    elif (
        token.tag_ in {"VBD", "VBN"}
        and token.lemma_.lower() in cues.performatives
        and token.dep_ in {"ROOT", "conj", "ccomp"}
    ):
        yield from _undertook(token, cues, actors)


# --- a modal verb ---------------------------------------------------------------------------------------------------


def _modal(
    modal: Token, cues: NormCues, actors: frozenset[int], present: bool
) -> Iterator[tuple[_Reading, Token | None]]:
    verb = _governed(modal)
    if verb is None or _subordinate(modal, verb):
        return
    subject = _subject(verb, modal)
    acts = subject is not None and subject.i in actors
    word = "can" if modal.lower_ == "ca" else modal.lower_
    negated = _negated(verb, subject) or _followed_by_not(modal) or _fronted_no(modal)
    if word == "can" and not negated and verb.lemma_.lower() in cues.can_be and _is_passive(verb):
        yield _Reading(Modality.PERMISSION, Strength.SHALL, "can-be", verb), subject
    if (word in {"can", "need"} and not negated) or (word == "can" and acts):
        return
    if word in {"will", "can"} and not (acts or _agent(verb) is not None or (present and _is_passive(verb))):
        return
    reading = _read_verb(verb, cues, acts, Strength(cues.modals[modal.lower_]), word, negated)
    if reading is not None:
        yield reading, subject


def _governed(modal: Token) -> Token | None:
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


def _subordinate(modal: Token, verb: Token) -> bool:
    """Whether the clause only sets a condition, a purpose or a description for another one."""
    if modal.lower_ == "should" and modal.i <= 1 and any(t.dep_ in _SUBJECTS and t.i > modal.i for t in verb.children):
        return True
    subject = next((t for t in verb.children if t.dep_ in _SUBJECTS), None)
    if subject is not None and subject.lower_ in _RELATIVE and subject.lower_ != "that":
        return modal.lower_ not in {"shall", "must"} or not _set_off(subject)
    first = subject.left_edge.i if subject is not None else modal.i
    if modal.lower_ == "may" and subject is not None and subject.tag_ == "PRP" and _after_noun(subject, verb):
        return True
    marks = [t for t in verb.children if t.dep_ in {"mark", "advmod"} and t.i < modal.i and t.tag_ in {"IN", "WRB"}]
    if any(t.lower_ not in {"that", "whether"} or t.i > first for t in marks):
        return True
    top = upward(verb, _CONJ)[-1]
    if top.dep_ in _BELOW and any(_opens_clause(t, verb) for t in verb.doc[: modal.i]):
        return True
    if top.dep_ in {"relcl", "acl", "pcomp"} or (top.dep_ == "advcl" and top.i != verb.i):
        return not (
            top.dep_ == "relcl"
            and modal.lower_ in {"shall", "must"}
            and subject is not None
            and subject.lower_ not in _RELATIVE
            and top.head.i < first - 1
        )
    return any(t.lower_ == "that" for t in marks) and not _agreed(top)


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


def _set_off(relative: Token) -> bool:
    return relative.i > 0 and relative.nbor(-1).text == ","


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
        verb.lemma_.lower(),
    }


def _subject(verb: Token, before: Token) -> Token | None:
    for top in upward(verb, _SHARING):
        own = [child for child in top.children if child.dep_ in _SUBJECTS and child.i < top.i]
        if own:
            stated = [t for t in own if t.dep_ != "expl"] or own[:1]
            found = stated[-1] if stated[-1].i - stated[0].i == len(stated) - 1 else stated[0]  # "co", "-", "chairs"
            if found.dep_ in {"csubj", "csubjpass"}:  # "a Party having entered a reservation may …"
                found = next((t for t in found.children if t.dep_ in {"nsubj", "nsubjpass"} and t.i < found.i), found)
            return top.head if found.lower_ in _RELATIVE and top.dep_ == "relcl" else _whole(found)
    left = [t for t in before.doc[: before.i] if t.dep_ in {"nsubj", "nsubjpass"}]
    left = left or [
        t for t in before.doc[: before.i] if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.dep_ not in _NO_SUBJECT
    ]
    return left[-1] if left else None


def _whole(noun: Token) -> Token:
    """ "the host State", where the parser takes the second word for an apposition of the first."""
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    return after if after.dep_ == "appos" and after.head.i == noun.i and after.text[:1].isupper() else noun


def _followed_by_not(modal: Token) -> bool:
    after = [t.lower_ for t in modal.doc[modal.i + 1 : modal.i + 4] if not t.is_space]
    return after[:1] in (["not"], ["never"]) or (
        len(after) > 1 and after[0] in {"under", "in", "at"} and after[1] == "no"
    )


def _fronted_no(modal: Token) -> bool:
    """ "Under no circumstances shall …", "In no case may …"."""
    before = [t.lower_ for t in modal.doc[max(0, modal.i - 3) : modal.i]]
    return modal.i <= 4 and (before[-2:-1] == ["no"] or before[-1:] == ["nor"])


def _negated(verb: Token, subject: Token | None) -> bool:
    if any(child.dep_ == "neg" or child.lower_ in _NOT for child in verb.children if child.i < verb.i + 3):
        return True
    if subject is None:
        return False
    return (
        any(t.lower_ == "neither" for t in subject.subtree)
        or subject.lower_ in _NEGATIVE
        or any(t.lower_ in _NEGATIVE for t in subject.children if t.i < subject.i)
    )


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            found = next((t for t in child.children if t.dep_ == "pobj"), None)
            if found is not None:
                return _whole(found)
    return None


def _read_verb(
    verb: Token, cues: NormCues, acts: bool, strength: Strength, word: str, negated: bool
) -> _Reading | None:
    lemma = verb.lemma_.lower()
    passive = any(child.dep_ == "auxpass" for child in verb.children) or (verb.tag_ == "VBN" and _has_be(verb))
    plain = _plain(word, negated, strength, verb)
    if lemma == "be":
        return _copula(verb, cues, acts, plain, negated)
    if passive:
        return _passive(verb, cues, plain, negated, lemma)
    if lemma in cues.strivings and (goal := _infinitive(verb)) is not None:
        modality = Modality.PROHIBITION if negated and plain.modality is Modality.PROHIBITION else Modality.ASPIRATION
        return _Reading(modality, Strength.ENDEAVOUR, f"{word}-endeavour", goal)
    if lemma in {"make", "use", "exert", "do"} and any(
        t.lemma_.lower() in cues.efforts for t in verb.subtree if t.i - verb.i < 6
    ):
        return _Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, f"{word}-best-efforts", _effort_goal(verb, cues))
    if lemma in {"have", "enjoy", "retain", "reserve"}:
        return _possession(verb, cues, plain, negated, acts)
    if lemma in cues.always_constitutive:
        return None
    if _occurs(verb, cues):
        return plain
    if lemma in cues.abstaining and plain.modality is Modality.OBLIGATION:
        return replace(plain, modality=Modality.PROHIBITION)
    if not acts and (lemma in cues.constitutive or not _is_document(_subject(verb, verb), cues)):
        return None  # a thing cannot owe: "the period shall not exceed" states how it is
    return plain


def _occurs(verb: Token, cues: NormCues) -> bool:
    """ "consultations shall take place": whoever meets owes it."""
    subject = _subject(verb, verb)
    return (
        subject is not None
        and subject.lemma_.lower() in cues.occasions
        and verb.lemma_ == "take"
        and any(t.lower_ == "place" for t in verb.children)
    )


def _is_document(subject: Token | None, cues: NormCues) -> bool:
    """A request or report "shall contain …": whoever writes it owes the content."""
    return subject is not None and (subject.lemma_.lower() in cues.documents or subject.lower_ in cues.anaphors)


def _has_be(verb: Token) -> bool:
    return any(child.lemma_ == "be" and child.dep_ in {"aux", "auxpass"} for child in verb.children)


def _plain(word: str, negated: bool, strength: Strength, verb: Token) -> _Reading:
    if word == "need":
        return _Reading(Modality.EXEMPTION, Strength.SHALL, "need-not", verb)
    if negated:
        return _Reading(Modality.PROHIBITION, strength, f"{word}-not", verb)
    return _Reading(_MODALITIES.get(word, Modality.OBLIGATION), strength, word, verb)


def _infinitive(verb: Token) -> Token | None:
    """The verb of a to-infinitive that depends on `verb`."""
    for child in verb.children:
        if child.i > verb.i and child.tag_ == "VB" and child.dep_ in {"xcomp", "advcl", "ccomp", "acl", "relcl"}:
            return child
    return None


def _effort_goal(verb: Token, cues: NormCues) -> Token:
    noun = next((t for t in verb.children if t.lemma_.lower() in cues.efforts), None)
    return (_infinitive(noun) if noun is not None else None) or _infinitive(verb) or verb


def _copula(verb: Token, cues: NormCues, acts: bool, plain: _Reading, negated: bool) -> _Reading | None:
    for child in verb.children:
        named = cues.adjectives.get(child.lower_) if child.i > verb.i else None
        if named is not None:
            return _adjectival(child, named, plain, negated)
    owed = _under_duty(verb)
    if owed is not None:
        none = negated or any(t.lower_ == "no" for t in owed.children)
        modality = Modality.EXEMPTION if none else Modality.OBLIGATION
        rule = f"{plain.rule.removesuffix('-not')}-be-under-{owed.lemma_.lower()}"
        return _Reading(modality, plain.strength, rule, _infinitive(owed) or _infinitive(verb) or verb)
    if _bearer_behind(verb) is not None and plain.strength is not Strength.PRESENT:
        return replace(plain, rule=f"{plain.rule}-responsibility")
    subject = _subject(verb, verb)
    if subject is not None and subject.lemma_.lower() in cues.documents and not acts:
        return plain
    return plain if acts and any(t.dep_ == "prep" for t in verb.children) is False and negated else None


def _bearer_behind(verb: Token) -> Token | None:
    """Whose responsibility something "shall be": "the responsibility of the requesting State"."""
    noun = next((t for t in verb.children if t.dep_ == "attr" and t.lemma_.lower() == "responsibility"), None)
    of = next((t for t in noun.children if t.lower_ == "of"), None) if noun is not None else None
    who = next((t for t in of.children if t.dep_ == "pobj"), None) if of is not None else None
    return _whole(who) if who is not None else None


def _under_duty(verb: Token) -> Token | None:
    """The noun of "be under an obligation to", "be under no duty to"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "under":
            return next((t for t in child.children if t.lemma_.lower() in {"obligation", "duty"}), None)
    return None


def _adjectival(word: Token, named: str, plain: _Reading, negated: bool) -> _Reading | None:
    modality = Modality(named)
    answers = word.lower_ == "responsible" and any(t.lower_ == "for" for t in word.children)
    stated = plain.strength is Strength.PRESENT and modality is Modality.OBLIGATION and not answers
    if stated and _infinitive(word) is None:
        return None  # "his presence is required for …" describes
    if negated:
        modality = {
            Modality.OBLIGATION: Modality.EXEMPTION,
            Modality.ASPIRATION: Modality.EXEMPTION,
            Modality.PROHIBITION: Modality.PERMISSION,
        }.get(modality, Modality.PROHIBITION)
    verb = _infinitive(word) or (_infinitive(word.head) if word.dep_ in {"acomp", "attr"} else None) or word
    return _Reading(modality, plain.strength, f"{plain.rule.removesuffix('-not')}-be-{word.lower_}", verb)


def _passive(verb: Token, cues: NormCues, plain: _Reading, negated: bool, lemma: str) -> _Reading | None:
    named = cues.adjectives.get(verb.lower_)
    if named is not None:
        return _adjectival(verb, named, plain, negated)
    if plain.modality is Modality.PERMISSION and lemma in cues.changing:
        return plain
    return None if lemma in cues.constitutive_passive else plain


def _possession(verb: Token, cues: NormCues, plain: _Reading, negated: bool, acts: bool) -> _Reading | None:
    thing = next((t for t in verb.children if t.dep_ in {"dobj", "attr"}), None)
    named = cues.possessions.get(thing.lemma_.lower()) if thing is not None else None
    if named is None:
        if verb.lemma_ in {"enjoy", "reserve"}:
            return replace(plain, modality=Modality.RIGHT, rule=f"{plain.rule}-{verb.lemma_}")
        return plain if acts else None
    modality = Modality(named)
    if negated or (thing is not None and any(t.lower_ == "no" for t in thing.children)):
        modality = Modality.EXEMPTION if modality is Modality.OBLIGATION else Modality.PROHIBITION
    goal = _infinitive(thing) if thing is not None else None
    rule = f"{plain.rule.removesuffix('-not')}-have-{thing.lemma_.lower() if thing is not None else ''}"
    return _Reading(modality, plain.strength, rule, goal or _infinitive(verb) or verb)


# --- a present tense ------------------------------------------------------------------------------------------------


def _finite(
    verb: Token, cues: NormCues, actors: frozenset[int], present: bool
) -> Iterator[tuple[_Reading, Token | None]]:
    if verb.dep_ in {"aux", "auxpass"}:
        if verb.dep_ == "auxpass" and verb.head.lower_ in cues.adjectives:
            yield from _stated(verb.head, verb, cues)
        return
    subject = _subject(verb, verb)
    acts = subject is not None and subject.i in actors
    lemma = verb.lemma_.lower()
    if _below(verb) and not (verb.dep_ == "relcl" and acts and lemma in cues.performatives):
        return
    negated = _negated(verb, subject)
    plain = _Reading(Modality.PROHIBITION if negated else Modality.OBLIGATION, Strength.PRESENT, "present", verb)
    if lemma == "be" and (any(child.lower_ in cues.adjectives for child in verb.children) or _under_duty(verb)):
        reading = _copula(verb, cues, acts, plain, negated)
        if reading is not None and _says_how(reading) and (acts or not reading.rule.endswith("responsible")):
            yield reading, subject
    elif lemma in {"have", "reserve", "enjoy"}:
        reading = _possession(verb, cues, plain, negated, acts)
        if reading is not None and reading.modality is not Modality.OBLIGATION:
            yield reading, subject
    elif acts and lemma in cues.performatives:
        yield from _performative(verb, subject, cues, negated)
    elif subject is not None and subject.lower_ in cues.deciders and lemma in cues.deciding and not negated:
        yield replace(plain, modality=Modality.POWER, rule="present-decides"), subject
    elif acts and present and lemma not in cues.descriptive:
        yield plain, subject


def _says_how(reading: _Reading) -> bool:
    """ "is responsible", "is free", "is competent" bind only with what for."""
    word = reading.rule.split("-be-")[-1]
    return word not in {"free", "competent"} or reading.verb.tag_ == "VB"


def _reserved(noun: Token, actors: frozenset[int]) -> Iterator[tuple[_Reading, Token | None]]:
    """ "Either Party reserves the right to …", where the tagger takes the verb for a noun."""
    right = next((t for t in noun.doc[noun.i + 1 : noun.i + 4] if t.lemma_.lower() == "right"), None)
    who = noun.nbor(-1) if noun.i else None
    if right is not None and who is not None and who.i in actors:
        goal = _infinitive(right) or right
        yield _Reading(Modality.RIGHT, Strength.PRESENT, "present-reserve", goal), who


def _stated(participle: Token, be: Token, cues: NormCues) -> Iterator[tuple[_Reading, Token | None]]:
    """ "is required to", "are prohibited" in a main clause."""
    if _below(participle):
        return
    subject = _subject(participle, be)
    negated = _negated(participle, subject)
    plain = _Reading(Modality.OBLIGATION, Strength.PRESENT, "present", participle)
    reading = _adjectival(participle, cues.adjectives[participle.lower_], plain, negated)
    if reading is not None:
        yield reading, subject


def _below(verb: Token) -> bool:
    top = upward(verb, _CONJ)[-1]
    marked = any(t.dep_ == "mark" or t.tag_ in {"WDT", "WP", "WRB"} for t in top.children if t.i < top.i)
    return top.dep_ in _BELOW or marked or (top.dep_ in {"ccomp", "xcomp"} and top.head.i < top.i)


def _performative(
    verb: Token, subject: Token | None, cues: NormCues, negated: bool
) -> Iterator[tuple[_Reading, Token | None]]:
    goal = _infinitive(verb)
    if goal is None and verb.lemma_.lower() in {"commit", "bind"}:
        goal = next((t for t in verb.subtree if t.dep_ == "pcomp" and t.tag_ == "VBG"), None)
    if goal is None:
        return
    modality = Modality(cues.performatives[verb.lemma_.lower()])
    strength = Strength.ENDEAVOUR if modality is Modality.ASPIRATION else Strength.SHALL
    if modality is Modality.OBLIGATION and (negated or any(t.dep_ == "neg" for t in goal.children)):
        modality = Modality.PROHIBITION
    if goal.lemma_.lower() in cues.strivings and (inner := _infinitive(goal)) is not None:
        yield _Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, f"{verb.lemma_.lower()}-endeavour", inner), subject
        return
    yield _Reading(modality, strength, f"performative-{verb.lemma_.lower()}", goal, undertaking=True), subject


def _undertook(verb: Token, cues: NormCues, actors: frozenset[int]) -> Iterator[tuple[_Reading, Token | None]]:
    """ "agreed to exchange", "has pledged to provide": what a report says was undertaken."""
    subject = _subject(verb, verb)
    if subject is None or subject.i not in actors or any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return
    yield from _performative(verb, subject, cues, _negated(verb, subject))


# --- the frame ------------------------------------------------------------------------------------------------------


def _coordinated(verb: Token) -> list[Token]:
    """`verb` and the verbs that share its modal and subject."""
    shared = [verb]
    for token in conjuncts(verb)[0:]:
        if token.i <= verb.i or token.pos_ not in {"VERB", "AUX"} or token.head not in shared:
            continue
        if any(t.tag_ == "MD" or t.dep_ in _SUBJECTS for t in token.children):
            continue
        if token.tag_ in {"VBZ", "VBP"} and verb.tag_ in {"VBZ", "VBP"} and token.lemma_ in {"have", "be"}:
            continue  # read on its own: "determines its rules and has the power to …"
        if token.tag_ == verb.tag_ or {token.tag_, verb.tag_} <= {"VB", "VBP"}:
            shared.append(token)
    return shared


def _frame(reading: _Reading, subject: Token | None, actors: frozenset[int]) -> Frame | None:
    verb = reading.verb
    passive = "-be-" not in reading.rule and _is_passive(verb)
    others = [c for c in verb.children if c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"} and c.i > verb.i]
    action = _action(verb, others)
    if action is None:
        return None
    agent = _agent(verb) if passive else None
    if reading.rule.endswith("-responsibility"):
        passive, agent = True, _bearer_behind(verb)
    agent = agent if agent is not None and agent.i in actors else None
    return Frame(
        rule=f"en-{reading.rule}",
        modality=reading.modality,
        strength=reading.strength,
        lemma=verb.lemma_.lower(),
        action=action,
        subject=_phrase(subject) if subject is not None else None,
        subject_acts=subject is not None and subject.i in actors,
        passive=passive,
        undertaking=reading.undertaking,
        agent=_phrase(agent) if agent is not None else None,
    )


def _phrase(noun: Token) -> Span | None:
    """The subject with its attributes and, of a name the parser cut in two ("host State"), its first word."""
    head = noun.head if noun.dep_ == "appos" and noun.head.i == noun.i - 1 else noun
    dropped = [c for token in {head, noun} for c in _loose(token) if c.i != noun.i]
    return subtree_span(head, without=dropped)


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in _DONE_TO or c.dep_ == "auxpass" for c in verb.children) or (
        verb.dep_ == "conj" and verb.tag_ == "VBN" and _is_passive(verb.head)
    )


def _loose(noun: Token) -> list[Token]:
    """Relative clauses and appositions after a noun: no part of a name."""
    return [c for c in noun.children if c.dep_ in {"relcl", "advcl", "appos", "parataxis"} and c.i > noun.i]


def _action(verb: Token, others: list[Token]) -> Span | None:
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
