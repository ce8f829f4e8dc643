"""Who is the subject of a Russian clause: stated, carried over from the verb before, behind its verb, given leave."""

from __future__ import annotations

from spacy.tokens import Token

from pipeline.norms.frames import upward
from pipeline.norms.russian_agents import prepositions
from pipeline.norms.russian_depth import main_between, predicate_beside
from pipeline.norms.russian_words import (
    accusative,
    animate,
    attribute,
    form,
    in_dative,
    in_nominative,
    morphology,
    noun_form,
    only_finite,
)

NOMINAL = frozenset({"nsubj", "nsubj:pass"})
_REACH = 25  # words between a verb and what is carried over to it
_SHARING = frozenset({"conj", "xcomp", "parataxis", "aux"})


def subject_of(cue: Token, verb: Token, actors: frozenset[int]) -> Token | None:
    main = main_between(cue)
    found = stated_subject(main or cue, main or verb, actors)
    if found is None and predicate_beside(cue):
        above = next((t for t in cue.ancestors if any(c.dep_ in NOMINAL for c in t.children)), cue)
        found = next((c for c in above.children if c.dep_ in NOMINAL), None)
    if found is not None and not agrees(found, verb) and (behind := named_behind(cue, actors)) is not None:
        return behind  # «Помещения предоставляет государство пребывания»
    if found is not None and found.i > cue.i and (first := _first_of_two(found, verb, actors)) is not None:
        return first
    if found is not None and found.i > cue.i and not agrees(found, verb) and form(verb, "Number") == "Sing":
        found = _swallowed(cue, actors) or found  # «орган, у которого …, информирует другие органы»
    if found is not None and (carried := _rather_carried(found, verb, actors)) is not None:
        return carried
    if found is not None and found.dep_ == "iobj" and (thing := _thing_before(verb)) is not None:
        return thing
    if found is not None and (found.i in actors or cue.lower_.endswith(("ся", "сь"))):
        return found
    return (
        _swallowed(cue, actors)
        or found
        or _carried_over(cue, actors)
        or named_behind(cue, actors)
        or _carried_on(cue, actors)
        or _thing_behind(cue)
        or _allowed(cue, actors)
        or _named_before(cue, actors)
    )


def _first_of_two(found: Token, verb: Token, actors: frozenset[int]) -> Token | None:
    """«Общее собрание избирает Бюро»: where both can be subject and object, whoever stands first acts."""
    if verb.lower_.endswith(("ся", "сь")) or not accusative(found.lower_):
        return None
    before = next((c for c in verb.children if c.dep_ == "obj" and c.i < verb.i and c.i in actors), None)
    return before if before is not None and in_nominative(before.lower_) and agrees(before, verb) else None


def _carried_over(verb: Token, actors: frozenset[int]) -> Token | None:
    behind = named_behind(verb, actors)
    return _rather_carried(behind, verb, actors) if behind is not None else None


def _rather_carried(found: Token, verb: Token, actors: frozenset[int]) -> Token | None:
    """«… оплачивает расходы и извещает представительство»: behind a joined active verb stands its object."""
    if found.i < verb.i or verb.lower_.endswith(("ся", "сь")) or not accusative(found.lower_):
        return None
    return _carried_on(verb, actors)


def _thing_before(verb: Token) -> Token | None:
    """«Членам делегаций визы выдаются»: the noun next before a passive, whatever the parser hung it on."""
    noun = verb.nbor(-1) if verb.i > 1 and verb.lower_.endswith(("ся", "сь")) else None
    if noun is None or not noun_form(noun.lower_) or not in_nominative(noun.lower_) or not agrees(noun, verb):
        return None
    return noun


def _named_before(cue: Token, actors: frozenset[int]) -> Token | None:
    """«Экономический и Социальный Совет уполномочивается»: the name next before the cue, hung on another word."""
    noun = cue.nbor(-1) if cue.i else None
    named = noun is not None and noun.i in actors and in_nominative(noun.lower_) and noun_form(noun.lower_)
    return noun if named else None


def _allowed(cue: Token, actors: frozenset[int]) -> Token | None:
    """«указанным гражданам не разрешается …»: whom an impersonal modal is about, in the dative next before it."""
    at = cue.i - 1
    if at > 0 and cue.doc[at].lower_ == "не":
        at -= 1
    noun = cue.doc[at] if at >= 0 else None
    if noun is None or not in_dative(noun.lower_):
        noun = _told_behind(cue) or noun
    if noun is None or noun.dep_ != "iobj" or not noun_form(noun.lower_) or not in_dative(noun.lower_):
        return None
    return noun if animate(noun.lower_) or noun.i in actors else None


def _told_behind(cue: Token) -> Token | None:
    """«Запрещается транзитному государству отбирать газ»: whom an impersonal modal tells, next behind it."""
    for token in cue.doc[cue.i + 1 : cue.i + 5]:
        if noun_form(token.lower_):
            return token
        if not attribute(token.lower_):
            return None
    return None


def _thing_behind(verb: Token) -> Token | None:
    """«По итогам встречи подписывается протокол»: a passive has no object, whatever the parser says."""
    if not verb.lower_.endswith(("ся", "сь")):
        return None
    thing = next((c for c in verb.children if c.dep_ == "obj" and not prepositions(c) and agrees(c, verb)), None)
    if thing is not None or not only_finite(verb.lower_):
        return thing
    for token in verb.doc[verb.i + 1 : verb.i + 5]:
        if noun_form(token.lower_):
            return token if in_nominative(token.lower_) and agrees(token, verb) else None
        if token.pos_ != "ADV" and not attribute(token.lower_):
            return None
    return None


def named_behind(verb: Token, actors: frozenset[int]) -> Token | None:
    """«Расходы несёт та Сторона, …»: whoever is named in the nominative in the words next behind an active verb."""
    if verb.lower_.endswith(("ся", "сь")) or not (form(verb, "VerbForm") == "Fin" or only_finite(verb.lower_)):
        return None
    for token in verb.doc[verb.i + 1 : verb.i + 7]:
        if token.is_punct or form(token, "VerbForm") == "Fin" or token.pos_ in {"ADP", "CCONJ"}:
            return None
        if token.i in actors and agrees(token, verb):
            return token
    return None


def _carried_on(verb: Token, actors: frozenset[int]) -> Token | None:
    """«Сторона, …, приостанавливает отправку и извещает …»: the subject of the verb before, behind a conjunction."""
    at = _conjunction_before(verb)
    if at < 0 or not (form(verb, "VerbForm") == "Fin" or only_finite(verb.lower_)):
        return None
    for token in reversed(verb.doc[:at]):
        if form(token, "VerbForm") == "Fin" and token.dep_ in {"ROOT", "conj"}:
            subject = next((c for c in token.children if c.dep_ in NOMINAL and c.i in actors and agrees(c, verb)), None)
            if subject is not None or any(c.dep_ in NOMINAL for c in token.children):
                return subject
    return None


def _conjunction_before(verb: Token) -> int:
    """Where the conjunction stands that joins a verb to the one before, over adverbs and limits; -1: there is none.

    «Комиссия ведёт реестр и ежегодно, не позднее 1 апреля, представляет доклад»
    """
    for token in reversed(verb.doc[max(0, verb.i - _REACH) : verb.i]):
        if token.lower_ in {"и", "также", "или", "либо", "но"} or (token.text == "," and _behind_comma(verb, token)):
            return token.i
        if form(token, "VerbForm") == "Fin" or token.text in {";", ":"} or token.lower_.startswith("котор"):
            return -1
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and form(token, "Case") == "Nom":
            return -1
    return -1


def _behind_comma(verb: Token, comma: Token) -> bool:
    """«проверяет документы, составляет доклад»: nothing but adverbs between the comma and an active verb."""
    active = not verb.lower_.endswith(("ся", "сь"))
    return active and all(t.pos_ in {"ADV", "PART"} for t in verb.doc[comma.i + 1 : verb.i])


def _swallowed(verb: Token, actors: frozenset[int]) -> Token | None:
    """«В рамках законодательства Стороны проведут …»: the parser takes the subject for part of the phrase."""
    at = verb.i - 1
    while at >= 0:
        token = verb.doc[at]
        if token.text in {";", ":"}:
            return None
        if form(token, "VerbForm") == "Fin" and token.head.i != verb.i:
            at = _before_relative(token)  # «Сторона, на территории которой произошла авария, обеспечивает»
        elif token.i in actors and agrees(token, verb) and not any(form(c, "Case") == "Gen" for c in token.lefts):
            return token
        at -= 1
    return None


def _before_relative(verb: Token) -> int:
    """The position of the comma before the relative clause of a verb; -1 where it stands in none."""
    near = verb.doc[max(0, verb.i - _REACH) : verb.i]
    opening = next((t.i for t in reversed(near) if t.lower_.startswith("котор")), -1)
    return next((i for i in range(opening, max(0, opening - 4), -1) if verb.doc[i].text == ","), -1)


def agrees(noun: Token, verb: Token) -> bool:
    number = {"Plur": "plur", "Sing": "sing"}.get(form(verb, "Number"), "nomn")
    if form(verb, "VerbForm") != "Fin" and only_finite(verb.lower_):
        number = "plur" if verb.lower_.removesuffix("ся").endswith(("ут", "ют", "ат", "ят")) else "sing"
    before = noun.nbor(-1) if noun.i else None
    if before is not None and before.pos_ == "ADP":
        return False
    return any({"nomn", number} <= parse.tag.grammemes for parse in morphology().parse(noun.lower_))


def stated_subject(cue: Token, verb: Token, actors: frozenset[int] = frozenset()) -> Token | None:
    for top in (*upward(cue, _SHARING), *upward(verb, _SHARING)):
        own = [c for c in top.children if c.dep_ in NOMINAL and not _taken_for_subject(c, top, actors)]
        own = _not_given(own, top)
        own = [c for c in own if in_nominative(c.lower_)] or own  # «заседание созывается по предложению членов»
        if own:
            second = len(own) > 1 and own[-1].i < top.i and not any(c.dep_ == "cc" for c in own[-1].children)
            found = own[-1] if second else own[0]
            if found.i not in actors and not verb.lower_.endswith(
                ("ся", "сь")
            ):  # «Расходы … несёт Сторона», both taken for subjects
                found = next((c for c in own if c.i in actors), found)
            return _named_by(found)
    return next((c for c in cue.children if c.dep_ == "iobj" and c.i < cue.i), None)


def _named_by(found: Token) -> Token:
    """The noun next behind a participle that was taken for its head («Договаривающаяся Сторона, обнаружившая …»)."""
    inner = found.nbor(1) if found.i + 1 < len(found.doc) else None
    if inner is None or inner.head.i != found.i:
        return found
    taken = inner.dep_ in NOMINAL or (attribute(found.lower_) and not noun_form(found.lower_))
    return inner if taken and noun_form(inner.lower_) and in_nominative(inner.lower_) else found


def _not_given(own: list[Token], verb: Token) -> list[Token]:
    """«сообщаются запрашивающей Стороне»: whom something is given to in the dative is no subject of a passive."""
    kept = [c for c in own if not in_dative(c.lower_)]
    passive = verb.lower_.endswith(("ся", "сь")) and all(c.i > verb.i for c in own)
    return kept if kept or passive else own


def _taken_for_subject(noun: Token, verb: Token, actors: frozenset[int]) -> bool:
    """«… и сообщит их имена»: what stands behind a transitive verb coordinated with another is its object."""
    if any(t.lower_ in {"если", "когда", "пока"} for t in verb.doc[verb.i : noun.i]):
        return True  # «Правление правомочно …, если присутствуют представители»
    behind = noun.i > verb.i and noun.i not in actors and verb.dep_ == "conj"
    return behind and not verb.lower_.endswith(("ся", "сь")) and accusative(noun.lower_)
