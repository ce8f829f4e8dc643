"""Russian words without their sentence: dictionary forms, cases and what the dictionary knows a form as."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from spacy.tokens import Token

_PROFESSIONS = ("олог", "щик", "чик")
_POINTING = frozenset({"тем", "той", "этим", "этой", "таким", "такой", "тому", "этому", "самим", "самой"})
_ONLY = frozenset({"только", "лишь", "исключительно"})
_WHOSE = frozenset({"его", "её", "ее", "их"})
_GENDERS = {"он": "masc", "она": "femn", "оно": "neut", "они": "plur"}
_ATTRIBUTES = (
    "ая",
    "яя",
    "ое",
    "ые",
    "ие",
    "ий",
    "ый",
    "ей",
    "ой",
    "им",
    "ым",
    "ими",
    "ыми",
    "ему",
    "ому",
    "их",
    "ых",
    "ую",
    "юю",
    "его",
    "ого",
)


def form(token: Token, name: str) -> str:
    """One morphological feature, "" where the token has none."""
    values: list[str] = token.morph.get(name, [])
    return values[0] if values else ""


@cache
def morphology() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def lemma(token: Token) -> str:
    """The dictionary form: an infinitive for verbs, the nominative singular for nouns."""
    return _lemma(token.lower_, token.pos_)


@cache
def _lemma(word: str, pos: str) -> str:
    parses = morphology().parse(word)
    wanted = {
        "VERB": {"VERB", "INFN", "PRTS", "PRTF", "GRND"},
        "AUX": {"VERB", "INFN"},
        "NOUN": {"NOUN"},
        "ADJ": {"ADJF", "ADJS", "PRTF", "PRTS"},
    }
    kept = [p for p in parses if p.tag.POS in wanted.get(pos, set())]
    return str((kept or parses)[0].normal_form)


def nominative(phrase: str) -> str:
    """A name in the nominative, as dictionaries have it: «Исполнительному секретарю» → «Исполнительный секретарь».

    Only its head noun and the attributes before it change; what follows stays as it stands.
    """
    words = _first_of(phrase.split())
    words = words[1:] if words[1:] and words[0].lower() in _ONLY else words
    phrase = " ".join(words)
    for at, word in enumerate(words[:6]):
        parses = morphology().parse(word.strip("«»,"))
        if at == 0 and word.lower() in _POINTING and len(words) > 1:
            return nominative(" ".join(words[1:]))
        if at == 0 and word.lower() in _WHOSE:
            return f"{word} {nominative(' '.join(words[1:]))}"
        described = parses[0].tag.POS in {"ADJF", "PRTF"} or (attribute(word.lower()) and _cases(words[at : at + 2]))
        if described and _goes_on(words[at + 1 : at + 2]):
            continue  # «главного инженера», though «главное» is a noun too
        if parses[0].tag.POS not in {"NOUN", "ADJF", "PRTF"}:
            return phrase
        cases = _cases(words[: at + 1])
        if any(case == "nomn" for case, _ in cases):
            return phrase
        if not cases and at and parses[0].tag.POS == "NOUN" and any(c == ("gent", "plur") for c in _cases(words[:at])):
            return " ".join(
                [*(_inflected(w, "plur", None) for w in words[: at + 1]), *words[at + 1 :]]
            )  # «два … судна»
        if not cases:
            return phrase
        number = next((n for case in ("datv", "ablt", "gent", "loct", "accs") for c, n in cases if c == case), "sing")
        noun = next((p for p in parses if p.tag.POS == "NOUN" and p.tag.number == number), parses[0])
        gender = (noun.tag.gender or "masc") if number == "sing" and noun.tag.POS == "NOUN" else None
        return " ".join([*(_inflected(w, number, gender) for w in words[: at + 1]), *words[at + 1 :]])
    return phrase


def _first_of(words: list[str]) -> list[str]:
    """The first of several names: «граждане и юридические лица»; «Министерство науки и образования» is one."""
    for at, word in enumerate(words[:4]):
        best = morphology().parse(word.strip("«»,"))[0]
        if best.tag.POS in {"ADJF", "PRTF"}:
            continue
        several = best.tag.POS == "NOUN" and words[at + 1 : at + 2] in (["и"], ["или"], ["либо"])
        return words[: at + 1] if several else words
    return words


def _cases(words: list[str]) -> list[tuple[str, str]]:
    """The cases and numbers that all words of a phrase can have, those of the last word first come first."""
    common: list[tuple[str, str]] | None = None
    for word in reversed(words):
        tags = [p.tag for p in morphology().parse(word.strip("«»,")) if p.tag.POS in {"NOUN", "ADJF", "PRTF", "NPRO"}]
        found = [(str(tag.case), str(tag.number)) for tag in tags]
        common = found if common is None else [one for one in common if one in found]
    return common or []


def _goes_on(following: list[str]) -> bool:
    """Whether the next word is an attribute or noun too; else an adjective is the head («Уполномоченным»)."""
    return any(morphology().parse(word)[0].tag.POS in {"ADJF", "PRTF", "NOUN"} for word in following)


def _inflected(word: str, number: str, gender: str | None) -> str:
    parses = morphology().parse(word.strip("«»,"))
    kinds = (
        {"ADJF", "PRTF"} if gender and any(p.tag.POS in {"ADJF", "PRTF"} for p in parses) else {"NOUN", "ADJF", "PRTF"}
    )
    best = next((p for p in parses if p.tag.POS in kinds), parses[0])
    wanted = {"nomn", number} | ({gender} if gender and best.tag.POS != "NOUN" else set())
    form = best.inflect(wanted)
    if form is None:
        return word
    return str(form.word).capitalize() if word[:1].isupper() else str(form.word)


def dative(phrase: str) -> bool:
    """Whether a phrase opens with a name in the dative: who is told to do something."""
    for word in phrase.split()[:4]:
        best = morphology().parse(word)[0]
        if best.tag.POS in {"ADJF", "PRTF"} and "datv" in best.tag:
            continue
        return best.tag.POS == "NOUN" and any("datv" in p.tag and p.tag.POS == "NOUN" for p in morphology().parse(word))
    return False


@cache
def only_finite(word: str) -> bool:
    return all(p.tag.POS == "VERB" and p.tag.person == "3per" and p.is_known for p in morphology().parse(word))


@cache
def not_past(word: str) -> bool:
    """Whether the dictionary knows a form as present or future only, whatever the tagger says."""
    return all(parse.tag.tense in {"pres", "futr"} for parse in morphology().parse(word))


@cache
def animate(word: str) -> bool:
    """Whether a noun names living beings («специалисты», «учёные»): they can owe something."""
    best = morphology().parse(word)[0]
    return "anim" in best.tag or (best.tag.POS == "NOUN" and best.normal_form.endswith(_PROFESSIONS))


@cache
def participle_of_people(word: str) -> bool:
    """Whether a word is first of all a participle in the nominative that is not neuter («обучающиеся», «прибывший»)."""
    parses = morphology().parse(word)
    tag = parses[0].tag
    if any(parse.tag.POS == "NOUN" and "inan" in parse.tag for parse in parses):
        return False  # «данные»
    return (
        tag.POS == "PRTF"
        and tag.case == "nomn"
        and tag.gender in {"masc", None}
        and word.endswith(("ся", "ие", "ые", "ий", "ый"))
    )


@cache
def attribute(word: str) -> bool:
    """Whether a word before a noun can be its attribute («запрашивающая»); «действий» only ends like one."""
    kinds = {parse.tag.POS for parse in morphology().parse(word)}
    return word.removesuffix("ся").endswith(_ATTRIBUTES) and bool(kinds & {"ADJF", "PRTF"})


@cache
def predicative(word: str, *, by_tagger: bool) -> bool:
    """Whether a word can carry a clause: a verb by tagger and dictionary, a short participle or adjective."""
    parses = morphology().parse(word)
    if by_tagger and any(parse.tag.POS == "VERB" for parse in parses):
        return True
    return parses[0].tag.POS in {"PRTS", "ADJS", "PRED"}


@cache
def transitive_below(verb: str) -> bool:
    """Whether a reflexive verb has a transitive one below it, so that its subject can be what something is done to."""
    below = morphology().parse(verb.removesuffix("ся").removesuffix("сь"))
    return any(p.tag.POS == "INFN" and "tran" in p.tag and p.is_known for p in below)


@cache
def short_participle(word: str) -> bool:
    """«выдано», «привлечены»: what was done to somebody."""
    return bool(morphology().parse(word)[0].tag.POS == "PRTS")


@cache
def can_be_short_participle(word: str) -> bool:
    """«обоснован»: a word that the dictionary knows as a short participle among other things."""
    return any(parse.tag.POS == "PRTS" for parse in morphology().parse(word))


@cache
def comparative(word: str) -> bool:
    """«старше», «менее»: a word that sets a bound."""
    return word in {"менее", "более"} or any(parse.tag.POS == "COMP" for parse in morphology().parse(word))


@cache
def instrumental(word: str) -> bool:
    """Whether a word can stand in the instrumental, by dictionary."""
    return any("ablt" in parse.tag for parse in morphology().parse(word))


@cache
def singular(word: str) -> str:
    """A noun as dictionaries have it: «министерствами» → «министерство»; other words as they stand."""
    noun = next((parse for parse in morphology().parse(word) if parse.tag.POS == "NOUN"), None)
    return str(noun.normal_form) if noun is not None else word


@cache
def instrumental_only(word: str) -> bool:
    """Whether the dictionary knows a noun in the instrumental and in no other case («весовщиками»)."""
    nouns = [parse for parse in morphology().parse(word) if parse.tag.POS == "NOUN"]
    return bool(nouns) and all(parse.tag.case == "ablt" for parse in nouns)


@cache
def in_dative(word: str) -> bool:
    """Whether a word can stand in the dative and not in the nominative, by dictionary."""
    cases = {parse.tag.case for parse in morphology().parse(word)}
    return "datv" in cases and "nomn" not in cases


@cache
def in_genitive(word: str) -> bool:
    """Whether a word can stand in the genitive, by dictionary."""
    return any(parse.tag.case == "gent" for parse in morphology().parse(word))


@cache
def in_nominative(word: str) -> bool:
    """Whether a word can stand in the nominative, by dictionary."""
    return any(parse.tag.case == "nomn" for parse in morphology().parse(word))


@cache
def accusative(word: str) -> bool:
    """Whether a word can stand in the accusative, by dictionary."""
    return any("accs" in parse.tag for parse in morphology().parse(word))


@cache
def noun_form(word: str) -> bool:
    """Whether a word is a noun first of all («Сторон»), not an attribute («Договаривающихся»)."""
    return bool(morphology().parse(word)[0].tag.POS == "NOUN")


def antecedent(pronoun: str, sentence: str, actors: frozenset[str]) -> str | None:
    """The words of a sentence that a pronoun in the next one can mean: the first noun for somebody in its gender.

    «Вызванному лицу возмещаются расходы. Оно имеет право …» → «Вызванное лицо».
    """
    wanted = _GENDERS.get(pronoun.lower())
    words = re.findall(r"[\w-]+", sentence)
    for at, word in enumerate(words):
        parses = morphology().parse(word.lower())
        noun = next((p for p in parses if p.tag.POS == "NOUN"), None)
        if noun is None and at == 0 and participle_of_people(word.lower()) and wanted in {None, "plur"}:
            return str(word)  # «Обучающиеся не привлекаются … Им предоставляется …»
        if noun is None or not (noun.normal_form in actors or animate(word.lower())):
            continue
        if wanted is not None and ("plur" if noun.tag.number == "plur" else str(noun.tag.gender)) != wanted:
            continue
        start = at
        while start and at - start < 3 and attribute(words[start - 1].lower()):
            start -= 1
        return nominative(" ".join(words[start : at + 1]))
    return None


def verbless(phrase: str) -> bool:
    """Whether a phrase has no verb, no short predicate and no subject in a name: it is what something is done to."""
    return not any(
        carries_clause(word) or morphology().parse(word)[0].tag.POS == "INFN"
        for word in re.findall(r"[\w-]+", phrase.lower())
    )


@cache
def carries_clause(word: str) -> bool:
    """Whether a word is first of all a finite verb or a short predicate («может», «не разрешено»)."""
    best = morphology().parse(word)[0].tag
    return (best.POS == "VERB" and best.person == "3per") or only_finite(word) or predicative(word, by_tagger=False)
