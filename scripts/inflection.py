"""Russian inflection for the gazetteer builder: names by case, adjectives and nouns by case, gender and number."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pymorphy3

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_VERY_LONG = 40
_FUNCTION = {"PREP", "CONJ", "PRCL", "NPRO", "Apro"}
_UNWANTED = {"Surn", "Abbr", "Anph", "Apro"}


@cache
def _analyzer() -> Any:
    return pymorphy3.MorphAnalyzer()


@cache
def _parses(word: str) -> tuple[Any, ...]:
    return tuple(_analyzer().parse(word))


def is_function_word(word: str) -> bool:
    """Whether Russian has this word as a preposition, conjunction, particle or pronoun."""
    return any(p.is_known and _FUNCTION & p.tag.grammemes for p in _parses(word.lower()))


def is_cyrillic(text: str) -> bool:
    """Whether the first letter is Russian."""
    return _CYRILLIC.match(text) is not None


def cases_of(name: str, *, both_numbers: bool = False, apposition: bool = False) -> tuple[str, ...]:
    """A name in the nominative → the name in all cases; words that depend on its head noun stay as they are.

    With `apposition` a proper noun after the head also moves with it: «Республики Мавритания», «Республики Мавритании».
    """
    words = name.split(" ")
    if len(words) > _VERY_LONG or not _CYRILLIC.match(words[0]):
        return (name,)
    movable, length = _head_phrase(words)
    if not movable:
        return _by_ending(name) if len(words) == 1 else (name,)
    tail = words[length:]
    phrases = [" ".join([*_phrase(movable, case, None), *tail]) for case in CASES]
    if len(movable) == 1:
        phrases += [" ".join([form, *tail]) for form in _locatives(movable[0])]
    if apposition:
        phrases += _apposed(movable, tail)
    if both_numbers:
        other = "sing" if "plur" in movable[-1].tag else "plur"
        phrases += [" ".join([*_phrase(movable, case, other), *tail]) for case in CASES]
    return tuple(dict.fromkeys([name, *phrases]))


def adjective_forms(adjective: str) -> tuple[str, ...]:
    """All cases, genders and numbers of an adjective given in the masculine nominative; no short forms."""
    return _lexeme(adjective, "ADJF")


def noun_forms(noun: str) -> tuple[str, ...]:
    """All cases and both numbers of a noun given in the nominative singular."""
    return _lexeme(noun, "NOUN")


def _by_ending(name: str) -> tuple[str, ...]:
    """The cases of a proper noun that the dictionary takes for something else («Тайбэй»), by its last letters alone."""
    if not name[:1].isupper() or name[-2:-1].isupper() or not _CYRILLIC.match(name[-1]):
        return (name,)
    for ending, cut, endings in _DECLENSIONS:
        if re.search(ending, name):
            return tuple(dict.fromkeys([name, *(name[: len(name) - cut] + new for new in endings)]))
    return (name,)


_DECLENSIONS = (
    ("[аеиоуэы]а$|[еёиоуыэю]$", 0, ()),  # Самоа, Баку
    ("ия$", 1, ("и", "ю", "ей")),
    ("[гкхжчшщ]а$", 1, ("и", "е", "у", "ой")),
    ("а$", 1, ("ы", "е", "у", "ой")),
    ("ь$", 1, ("я", "ю", "ем", "е", "и", "ью")),  # the gender is not to be seen: Забуль, Юньнань
    ("й$", 1, ("я", "ю", "ем", "е")),
    ("[жчшщц]$", 0, ("а", "у", "ем", "е")),
    ("[бвгдзклмнпрстфх]$", 0, ("а", "у", "ом", "е")),
)


def _apposed(movable: list[Any], tail: list[str]) -> list[str]:
    second, length = _head_phrase(tail) if tail and tail[0][:1].isupper() else ([], 0)
    if not second or length != len(tail) or any("gent" in p.tag for p in _parses(tail[-1])):
        return []
    return [" ".join([*_phrase(movable, case, None), *_phrase(second, case, None)]) for case in CASES]


class _Word:
    """A word that moves with the case: its dictionary parse, its fixed first part, and how it was capitalised."""

    def __init__(self, text: str, parse: Any) -> None:
        self.text = text
        self.tag = parse.tag
        self.parse = parse
        self.fixed = text[: len(text) - len(parse.word)]

    def form(self, grammemes: set[str]) -> str:
        found = self.parse.inflect(grammemes) if "Fixd" not in self.tag else None
        return self.fixed + _capitals(self.text[len(self.fixed) :], found.word) if found else self.text


def _head_phrase(words: list[str]) -> tuple[list[Any], int]:
    """The leading words that inflect (adjectives, head noun, a coordinated noun) and how many words they take."""
    moved: list[Any] = []
    for place, word in enumerate(words):
        noun = _best(word, "NOUN")
        adjective = _best(word, "ADJF") or _best(word, "PRTF")
        if adjective and not _is_noun_here(noun, adjective, words[place + 1 :]):
            moved.append(_Word(word, adjective))
        elif noun:
            moved.append(_Word(word, noun))
            return _with_second(moved, words, place + 1)
        elif word in {"и", "-"} and moved:
            moved.append(word)
        else:
            return [], 0
    return moved, len(words)


def _is_noun_here(noun: Any, adjective: Any, rest: list[str]) -> bool:
    """«Верховный» before a noun is an adjective; «Управляющий» alone is a noun."""
    if noun is None:
        return False
    return not any(_best(w, "NOUN") for w in rest[:3]) or noun.score > 4 * adjective.score


def _with_second(moved: list[Any], words: list[str], place: int) -> tuple[list[Any], int]:
    """«Босния и Герцеговина»: the noun after «и» moves too."""
    if len(words) > place + 1 and words[place] == "и" and words[place + 1][:1].isupper() == words[0][:1].isupper():
        second = _best(words[place + 1], "NOUN")
        if second:
            return [*moved, "и", _Word(words[place + 1], second)], place + 2
    return moved, place


def _best(word: str, part: str) -> Any:
    """The nominative parse of `word` as this part of speech; geographic names first for capitalised words."""
    last = word.rpartition("-")[2] if not _known(word) else word
    if not last or not _CYRILLIC.fullmatch(last[-1]) or (last.isupper() and len(last) > 1):
        return None
    found = [p for p in _parses(last) if {part, "nomn"} <= p.tag.grammemes and not _UNWANTED & p.tag.grammemes]
    if word[:1].isupper():
        found.sort(key=lambda p: "Geox" not in p.tag)
    return found[0] if found else None


def _known(word: str) -> bool:
    return any(p.is_known for p in _parses(word))


def _phrase(movable: list[Any], case: str, number: str | None) -> list[str]:
    head = next((w for w in reversed(movable) if not isinstance(w, str) and "NOUN" in w.tag), None)
    return [word if isinstance(word, str) else word.form(_grammemes(word, head, case, number)) for word in movable]


def _grammemes(word: Any, head: Any, case: str, number: str | None) -> set[str]:
    wanted = {case, number or word.tag.number} - {None}
    plural = "plur" in wanted
    if "NOUN" in word.tag:
        return wanted
    if not plural:
        wanted |= {word.tag.gender} - {None}
    if case == "accs" and (plural or word.tag.gender == "masc") and _lifeless(head):
        wanted.add("inan")
    return wanted


def _lifeless(head: Any) -> bool:
    return head is None or "anim" not in head.tag


def _locatives(word: Any) -> list[str]:
    """«в Крыму», «чашка чаю»: the second locative and genitive where the dictionary has them."""
    return [word.form({case}) for case in ("loc2", "gen2") if any(case in f.tag for f in word.parse.lexeme)]


def _lexeme(word: str, part: str) -> tuple[str, ...]:
    parse = _best(word, part)
    if parse is None:
        return (word,)
    base = _Word(word, parse)
    skip = {"Supr", "Cmp2", "V-ej", "Abbr", "voct"}
    forms = [f for f in parse.lexeme if part in f.tag and not skip & set(f.tag.grammemes)]
    return tuple(dict.fromkeys([word, *(base.fixed + _capitals(word[len(base.fixed) :], f.word) for f in forms)]))


def _capitals(model: str, word: str) -> str:
    """`word` with the capitals of `model`, part by part where both have hyphens."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    models, parts = model.split("-"), word.split("-")
    if len(models) != len(parts):
        models = [model] * len(parts)
    return "-".join(p[:1].upper() + p[1:] if m[:1].isupper() else p for m, p in zip(models, parts, strict=True))
