"""Reading modality, verb and subject from a parsed Russian sentence, the normative present included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from pipeline.language.pack import NormCues
from pipeline.model import Modality, Span, Strength
from pipeline.norms.frames import Frame, conjuncts, span_of, subtree_span, upward

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass"})
_NOMINAL = frozenset({"nsubj", "nsubj:pass"})
_OWING = frozenset({"nsubj", "nsubj:pass", "iobj", "obl", "obl:agent"})
_FINITE_ENDINGS = ("ит", "ет", "ёт", "ут", "ют", "ат", "ят", "ся")
_ATTRIBUTES = ("ая", "яя", "ое", "ые", "ий", "ый", "ей", "ой", "им", "ым", "ими", "ыми", "ему", "ому")
_BELOW = frozenset({"acl:relcl", "acl", "advcl", "ccomp", "csubj", "csubj:pass"})
_CARRIED = frozenset({"conj", "xcomp"})
_SHARING = frozenset({"conj", "xcomp", "parataxis", "aux"})
_MAIN = frozenset({"ROOT", "conj", "parataxis", "appos"})
_NEGATED = {
    Modality.OBLIGATION: Modality.EXEMPTION,
    Modality.PERMISSION: Modality.PROHIBITION,
    Modality.RIGHT: Modality.PROHIBITION,
    Modality.POWER: Modality.PROHIBITION,
    Modality.PROHIBITION: Modality.PERMISSION,
}


@dataclass(frozen=True, slots=True)
class _Reading:
    """`cue` is the word that binds, `verb` the one that carries the action (often the same)."""

    modality: Modality
    strength: Strength
    rule: str
    cue: Token
    verb: Token
    undertaking: bool = False


def frames(doc: Doc, cues: NormCues, *, actors: frozenset[int], present: bool) -> Iterator[Frame]:
    """Every norm of one sentence. `actors` are the tokens of names that can owe something; `present` allows duties in
    the present tense, as Russian instruments have them.
    """
    seen: set[int] = set()
    actors = actors | {t.i for t in doc if t.dep_ in _OWING and t.pos_ in {"NOUN", "PROPN"} and _owes(t, cues)}
    first = min((t.i for t in doc if t.i in actors or lemma(t) in cues.actors), default=len(doc))
    actors = actors | {t.i for t in doc if t.lower_ in cues.anaphors and t.i > first}
    for token in doc:
        reading = _read(token, cues, actors, present)
        if reading is None:
            continue
        subject = _subject(reading.cue, reading.verb, actors)
        for verb in _coordinated(reading):
            if verb.i not in seen:
                seen.add(verb.i)
                frame = _frame(replace(reading, verb=verb), subject, actors, cues)
                if frame is not None:
                    yield frame


def _owes(noun: Token, cues: NormCues) -> bool:
    """A noun for living beings, or one of the cue nouns in whatever case («Исполнительному комитету»)."""
    subject = noun.dep_ in _NOMINAL or noun.dep_ == "iobj"
    return lemma(noun) in cues.actors or (subject and noun.pos_ == "NOUN" and _animate(noun.lower_))


def _read(token: Token, cues: NormCues, actors: frozenset[int], present: bool) -> _Reading | None:
    named = cues.modals.get(token.lower_)
    if named is not None and not _settles(token, cues):
        return None if _below(token) else _modal(token, named, cues, actors)
    if _mistaken(token):
        return _present(token, cues, actors) if present and not _inside_clause(token) else None
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "aux:pass"} or _below(token):
        return None
    if _future(token) is not None:
        return _will(token, cues, actors)
    if not _finite(token):
        return None
    return (
        _effort(token, cues)
        or _granted(token, cues)
        or _possession(token, cues)
        or (_present(token, cues, actors) if present else None)
    )


def _mistaken(token: Token) -> bool:
    """Whether the tagger took a finite verb for another word: the dictionary knows «уведомит» as a verb only."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "ADV", "X"} or not token.lower_.endswith(_FINITE_ENDINGS):
        return False
    return _only_finite(token.lower_)


def _inside_clause(token: Token) -> bool:
    """Whether a conjunction or «который» opens the clause of a word, as far as commas tell."""
    for before in reversed(token.doc[: token.i]):
        if before.is_punct:
            return False
        if before.pos_ == "SCONJ" or before.lower_.startswith("котор"):
            return True
    return False


def _settles(token: Token, cues: NormCues) -> bool:
    """«споры разрешаются»: settled, not permitted."""
    if token.lower_ not in cues.settling:
        return False
    subject = _stated_subject(token, token)
    return subject is not None and (lemma(subject) in cues.settled or subject.lower_ in cues.anaphors)


def _below(token: Token) -> bool:
    top = upward(token, _CARRIED)[-1]
    if _main_between(token, top) is not None:
        return False
    if (top.dep_ in _BELOW or top.dep_ not in _MAIN) and not _predicate_beside(token):
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


def _predicate_beside(token: Token) -> bool:
    """«обладает правом заключать … и вправе открывать»: "вправе" is never coordinated with the infinitive."""
    return token.pos_ in {"ADV", "ADJ"} and token.dep_ == "conj" and form(token.head, "VerbForm") == "Inf"


def _negated(token: Token) -> bool:
    return any(c.lower_ == "не" and c.i < token.i and token.i - c.i < 3 for c in token.children)


def _goal(cue: Token) -> Token | None:
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


def _modal(cue: Token, named: str, cues: NormCues, actors: frozenset[int]) -> _Reading | None:
    kind, _, grade = named.partition("/")
    modality, strength = Modality(kind), Strength(grade or "shall")
    goal = _goal(cue)
    if goal is None and cue.lower_ in cues.need_infinitive and not (cue.lower_ in cues.waiving and _negated(cue)):
        return None
    if goal is not None and _constitutes(goal, _subject(cue, goal, actors), cues, actors):
        return None
    if _negated(cue):
        freed = any(lemma(c) in cues.taxing for c in cue.children)  # «не подлежит налогообложению»
        forbids = cue.lower_ in cues.forbidding_not and not freed
        modality = Modality.PROHIBITION if forbids else _NEGATED.get(modality, modality)
    elif (goal is not None and _negated(goal) and modality is Modality.OBLIGATION) or (
        goal is not None and modality is Modality.OBLIGATION and lemma(goal) in cues.abstaining
    ):
        modality = Modality.PROHIBITION
    if goal is not None and lemma(goal) in cues.strivings and modality is Modality.OBLIGATION:
        inner = _goal(goal)
        return _Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, "endeavour", cue, inner or goal)
    verb = goal or cue
    if verb.lemma_ == "быть" or verb.lower_ == "быть":
        verb = next((c for c in verb.children if c.dep_ in {"xcomp", "conj"} and c.pos_ == "VERB"), verb)
    return _Reading(modality, strength, cue.lower_, cue, verb, cue.lower_ in cues.undertaking)


def _constitutes(verb: Token, subject: Token | None, cues: NormCues, actors: frozenset[int]) -> bool:
    """«не должно рассматриваться как …»: the law itself speaks, nobody is bound."""
    if subject is not None and (subject.i in actors or lemma(subject) in cues.documents):
        return False
    if lemma(verb) in cues.attaching and any(lemma(c) in cues.documents for c in verb.children):
        return False  # «К запросу прилагаются …»
    return lemma(verb) in cues.constitutive


def _future(verb: Token) -> Token | None:
    return next(
        (c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"} and c.lower_ in {"будет", "будут"}), None
    )


def _will(verb: Token, cues: NormCues, actors: frozenset[int]) -> _Reading | None:
    if _constitutes(verb, _subject(verb, verb, actors), cues, actors):
        return None
    aux = _future(verb)
    negated = _negated(verb) or (aux is not None and _negated(aux))
    if lemma(verb) in cues.strivings:
        return _Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, "endeavour", verb, _goal(verb) or verb)
    return _Reading(Modality.PROHIBITION if negated else Modality.OBLIGATION, Strength.WILL, "будут", verb, verb)


def _finite(verb: Token) -> bool:
    """A present or future form, by the tagger or where the dictionary knows the word as nothing else."""
    return _only_finite(verb.lower_) or (
        form(verb, "VerbForm") == "Fin"
        and (form(verb, "Tense") != "Past" or _not_past(verb.lower_))
        and form(verb, "Mood") in {"Ind", ""}
    )


def _effort(verb: Token, cues: NormCues) -> _Reading | None:
    """«прилагают усилия к …»"""
    if lemma(verb) in cues.efforts and any(c.lower_ in {"усилия", "усилий"} for c in verb.children):
        return _Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, "best-efforts", verb, verb)
    if lemma(verb) in cues.strivings:
        return _Reading(Modality.ASPIRATION, Strength.ENDEAVOUR, "endeavour", verb, _goal(verb) or verb)
    return None


def _granted(verb: Token, cues: NormCues) -> _Reading | None:
    """«Уполномоченным предоставляется право …», «Право … принадлежит Стороне»."""
    thing = next((c for c in verb.children if c.dep_ in _NOMINAL and c.lower_ in cues.possessions), None)
    if thing is None or lemma(verb) not in cues.granting or _recipient(verb) is None:
        return None
    return _Reading(Modality(cues.possessions[thing.lower_]), Strength.SHALL, "granted", verb, verb)


def _recipient(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "iobj"), None)


def _possession(verb: Token, cues: NormCues) -> _Reading | None:
    """«имеет право», «несет ответственность», «пользуется иммунитетом»"""
    if lemma(verb) not in cues.possessors:
        return None
    thing = next(
        (c for c in verb.children if c.dep_ in {"obj", "obl", "iobj", "nsubj"} and c.lower_ in cues.possessions), None
    )
    if thing is None:
        return None
    modality = Modality(cues.possessions[thing.lower_])
    if _negated(verb):
        modality = _NEGATED.get(modality, modality)
    goal = next((c for c in thing.children if form(c, "VerbForm") == "Inf"), None) or _goal(verb)
    return _Reading(modality, Strength.SHALL, f"иметь-{lemma(thing)}", verb, goal or verb)


def _present(verb: Token, cues: NormCues, actors: frozenset[int]) -> _Reading | None:
    """«Стороны обмениваются», «осуществляется»: a duty, unless the verb only says how the law stands."""
    subject = _subject(verb, verb, actors)
    acts = subject is not None and subject.i in actors
    word = lemma(verb)
    if word in cues.entrusting and _entrusted(verb) is not None:
        return _Reading(Modality.OBLIGATION, Strength.PRESENT, "entrusted", verb, verb)
    if word in cues.always_constitutive:
        return None
    if subject is not None and lemma(subject) in cues.deciders and not _negated(verb) and _decides(verb, cues):
        return _Reading(Modality.POWER, Strength.PRESENT, "decides", verb, verb)
    if word in cues.descriptive or _constitutes(verb, subject, cues, actors):
        return None
    if not acts and not verb.lower_.endswith(("ся", "сь")) and _document(subject, cues) is False:
        return None
    if word in cues.needless and _negated(verb) and not acts:
        return _Reading(Modality.EXEMPTION, Strength.PRESENT, "needs-no", verb, verb)
    if _duty_free(verb, cues):
        return _Reading(Modality.EXEMPTION, Strength.PRESENT, "duty-free", verb, verb)
    future = form(verb, "Tense") == "Fut"
    modality = Modality.PROHIBITION if _negated(verb) or word in cues.abstaining else Modality.OBLIGATION
    strength = Strength.WILL if future else Strength.PRESENT
    return _Reading(modality, strength, "future" if future else "present", verb, verb)


def _duty_free(verb: Token, cues: NormCues) -> bool:
    """«ввозится без уплаты пошлин»"""
    return any(c.lower_ in cues.untaxed and any(g.lower_ == "без" for g in c.children) for c in verb.children)


def _decides(verb: Token, cues: NormCues) -> bool:
    """«Совет утверждает бюджет», «Директор представляет Центр в отношениях с …»: an act of office, not a duty."""
    word = lemma(verb)
    if word in cues.deciding:
        return True
    objects = {lemma(c) for c in verb.children if c.dep_ == "obj"}
    links = {g.lower_ for c in verb.subtree if c.i > verb.i for g in c.children if g.dep_ == "case" and g.i < c.i}
    return any(f"{word}/{extra}" in cues.deciding for extra in (*objects, *links))


def _entrusted(verb: Token) -> Token | None:
    """«возлагается на Секретариат»: whoever stands behind "на"."""
    return next(
        (c for c in verb.children if c.dep_ in {"obl", "nmod"} and any(g.lower_ == "на" for g in c.children)), None
    )


def _document(subject: Token | None, cues: NormCues) -> bool:
    return subject is not None and lemma(subject) in cues.documents


# --- the frame ------------------------------------------------------------------------------------------------------


def _subject(cue: Token, verb: Token, actors: frozenset[int]) -> Token | None:
    main = _main_between(cue, upward(cue, _CARRIED)[-1])
    found = _stated_subject(main or cue, main or verb, actors)
    if found is None and _predicate_beside(cue):
        above = next((t for t in cue.ancestors if any(c.dep_ in _NOMINAL for c in t.children)), cue)
        found = next((c for c in above.children if c.dep_ in _NOMINAL), None)
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
    return any({"nomn", number} <= parse.tag.grammemes for parse in _morphology().parse(noun.lower_))


def _stated_subject(cue: Token, verb: Token, actors: frozenset[int] = frozenset()) -> Token | None:
    for top in (*upward(cue, _SHARING), *upward(verb, _SHARING)):
        own = [c for c in top.children if c.dep_ in _NOMINAL]
        if own:
            found = own[-1] if len(own) > 1 and own[-1].i < top.i else own[0]
            if found.i not in actors:  # «Расходы … несёт Сторона», both taken for subjects
                found = next((c for c in own if c.i in actors), found)
            inner = next((c for c in found.children if c.dep_ in _NOMINAL and c.i == found.i + 1), None)
            return inner or found  # «запрашивающая Сторона»: the participle was taken for the head
    return next((c for c in cue.children if c.dep_ == "iobj" and c.i < cue.i), None)


def _coordinated(reading: _Reading) -> list[Token]:
    """The infinitives that share one modal; finite verbs are read on their own."""
    verb = reading.verb
    if verb.i == reading.cue.i and _future(verb) is None:
        return [verb]
    shared = [verb]
    for token in conjuncts(verb):
        if token.i > verb.i and token.head in shared and _same_form(token, verb):
            shared.append(token)
    return shared


def _same_form(token: Token, verb: Token) -> bool:
    """Whether a coordinated word is a verb in the form of the first, without a subject or future of its own."""
    if token.pos_ != "VERB" or form(token, "VerbForm") != form(verb, "VerbForm") or _future(token) is not None:
        return False
    return not any(c.dep_ in _NOMINAL for c in token.children)


def _frame(reading: _Reading, subject: Token | None, actors: frozenset[int], cues: NormCues) -> Frame | None:
    verb = reading.verb
    action = _action(verb)
    if action is None:
        return None
    acts = subject is not None and (subject.i in actors or reading.cue.lower_ in cues.bearing)
    if subject is not None and subject.dep_ == "iobj":
        acts = True  # «Сотруднику следует …»
    if reading.rule == "granted":
        acts = False
    told_of = subject is not None and subject.lower_ in cues.anaphors and (_passive(verb) or _passive(reading.cue))
    if told_of or lemma(verb) in cues.reflexive_passive:
        acts = False
    passive = not acts and (_passive(verb) or _passive(reading.cue))
    agent = _agent(verb, actors) if not acts else None
    if reading.rule in {"entrusted", "granted"}:
        agent = _entrusted(verb) if reading.rule == "entrusted" else _recipient(verb)
    return Frame(
        rule=f"ru-{reading.rule}",
        modality=reading.modality,
        strength=reading.strength,
        lemma=lemma(verb),
        action=action,
        subject=_phrase(subject) if subject is not None else None,
        subject_acts=acts,
        passive=passive or agent is not None,
        agent=_phrase(agent) if agent is not None else None,
        undertaking=reading.undertaking,
    )


def _phrase(noun: Token) -> Span | None:
    """The subject with its attributes; a participle the parser left beside it («запрашивающая Сторона») is taken in."""
    span = _membership(noun) or subtree_span(noun, without=_loose(noun))
    prepositions = [c for c in noun.children if c.dep_ == "case"]
    if prepositions:  # «на Секретариат»
        span = subtree_span(noun, without=[*prepositions, *_loose(noun)])
    before = noun.nbor(-1) if noun.i else None
    if span is None or before is None or span.start < noun.idx or not _attribute(before.lower_):
        return span
    return Span(before.idx, span.end)


@cache
def _attribute(word: str) -> bool:
    """Whether a word before a noun can be its attribute («запрашивающая»); «действий» only ends like one."""
    kinds = {parse.tag.POS for parse in _morphology().parse(word)}
    return word.endswith(_ATTRIBUTES) and bool(kinds & {"ADJF", "PRTF"})


def _membership(noun: Token) -> Span | None:
    """«государства – члены», «государство – участник»: one name in three tokens."""
    doc = noun.doc
    for at in (noun.i, noun.i - 2):
        if 0 <= at < len(doc) - 2 and doc[at + 1].text in {"-", "–", "—"} and lemma(doc[at]) == "государство":
            return span_of(doc[at : at + 3])
    return None


def _passive(verb: Token) -> bool:
    return verb.lower_.endswith(("ся", "сь")) or form(verb, "VerbForm") == "Part"


def _agent(verb: Token, actors: frozenset[int]) -> Token | None:
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


def _action(verb: Token) -> Span | None:
    others = [
        c
        for c in verb.children
        if c.dep_ in {"conj", "parataxis"} and c.pos_ in {"VERB", "AUX", "ADJ"} and c.i > verb.i
    ]
    dropped = {t.i for branch in others for t in branch.subtree}
    return span_of(t for t in verb.subtree if t.i >= verb.i and t.i not in dropped)


def form(token: Token, name: str) -> str:
    """One morphological feature, "" where the token has none."""
    values: list[str] = token.morph.get(name, [])
    return values[0] if values else ""


@cache
def _morphology() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def lemma(token: Token) -> str:
    """The dictionary form: an infinitive for verbs, the nominative singular for nouns."""
    return _lemma(token.lower_, token.pos_)


def nominative(phrase: str) -> str:
    """A name in the nominative, as dictionaries have it: «Исполнительному секретарю» → «Исполнительный секретарь».

    Only its head noun and the attributes before it change; what follows stays as it stands.
    """
    words = phrase.split()
    for at, word in enumerate(words[:6]):
        parses = _morphology().parse(word.strip("«»,"))
        if parses[0].tag.POS in {"ADJF", "PRTF"} and _goes_on(words[at + 1 : at + 2]):
            continue
        if parses[0].tag.POS not in {"NOUN", "ADJF", "PRTF"} or any("nomn" in parse.tag for parse in parses):
            return phrase
        told = next((p for p in parses if "datv" in p.tag), parses[0])  # "-ым" of an adjective: rather the dative
        number = (parses[0] if parses[0].tag.POS == "NOUN" else told).tag.number or "sing"
        return " ".join([*(_inflected(w, number) for w in words[: at + 1]), *words[at + 1 :]])
    return phrase


def _goes_on(following: list[str]) -> bool:
    """Whether the next word is an attribute or noun too; else an adjective is the head («Уполномоченным»)."""
    return any(_morphology().parse(word)[0].tag.POS in {"ADJF", "PRTF", "NOUN"} for word in following)


def dative(phrase: str) -> bool:
    """Whether a phrase opens with a name in the dative: who is told to do something."""
    for word in phrase.split()[:4]:
        best = _morphology().parse(word)[0]
        if best.tag.POS in {"ADJF", "PRTF"} and "datv" in best.tag:
            continue
        return best.tag.POS == "NOUN" and any(
            "datv" in p.tag and p.tag.POS == "NOUN" for p in _morphology().parse(word)
        )
    return False


def _inflected(word: str, number: str) -> str:
    form = _morphology().parse(word)[0].inflect({"nomn", number})
    if form is None:
        return word
    return str(form.word).capitalize() if word[:1].isupper() else str(form.word)


@cache
def _only_finite(word: str) -> bool:
    return all(p.tag.POS == "VERB" and p.tag.person == "3per" and p.is_known for p in _morphology().parse(word))


@cache
def _not_past(word: str) -> bool:
    """Whether the dictionary knows a form as present or future only, whatever the tagger says."""
    return all(parse.tag.tense in {"pres", "futr"} for parse in _morphology().parse(word))


@cache
def _animate(word: str) -> bool:
    """Whether a noun names living beings («специалисты», «учёные»): they can owe something."""
    best = _morphology().parse(word)[0]
    return "anim" in best.tag


@cache
def _lemma(word: str, pos: str) -> str:
    parses = _morphology().parse(word)
    wanted = {
        "VERB": {"VERB", "INFN", "PRTS", "PRTF", "GRND"},
        "AUX": {"VERB", "INFN"},
        "NOUN": {"NOUN"},
        "ADJ": {"ADJF", "ADJS", "PRTF", "PRTS"},
    }
    kept = [p for p in parses if p.tag.POS in wanted.get(pos, set())]
    return str((kept or parses)[0].normal_form)
