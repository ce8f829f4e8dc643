"""Names and offices of speakers in the nominative: «с Тимуром Ахметовым» said something as «Тимур Ахметов»."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from pipeline.model import Quote

_NAMES = frozenset({"Name", "Surn", "Patr"})
_VOWELS = "аеёиоуыэюя"
_GIVEN_ENDINGS = {"а": "а", "у": "у", "ым": "ом", "е": "е"}
"""Case ending of a man's surname in -ов, -ев, -ин → the ending of his given name in that case."""


@cache
def _morphology() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def nominative(quote: Quote, forms: frozenset[str]) -> Quote:
    """The quote with its speaker and role in the dictionary case; words the dictionary does not know stay as they are.

    `forms` are the surnames the document uses for the speaker: a masculine one without ending shows the nominative.
    """
    speaker = quote.speaker
    if speaker and quote.speaker_id and quote.speaker_id.startswith("person:"):
        speaker = _name(speaker, _masculine(speaker.split()[-1], forms))
    elif speaker and quote.speaker_id is None:
        speaker = _role(speaker)
    return replace(quote, speaker=speaker, role=_role(quote.role) if quote.role else None)


def _masculine(surname: str, forms: frozenset[str]) -> str | None:
    """The form of `surname` without a case ending, if the document has one."""
    bare = [
        f for f in sorted(forms) if surname.startswith(f) and len(surname) - len(f) in {1, 2} and f[-1] not in _VOWELS
    ]
    return bare[0] if bare else None


@cache
def _name(name: str, masculine: str | None) -> str:
    words = name.split()
    if masculine is not None:
        given = [_without_ending(word, words[-1][len(masculine) :]) for word in words[:-1]]
        return " ".join((*given, masculine))
    gender = _gender(words)
    return " ".join(_nominative(word, gender) for word in words)


def _without_ending(word: str, surname_ending: str) -> str:
    """A man's given name in the case its surname shows: known names by the dictionary, others by their ending."""
    known = _nominative(word, "masc")
    if known != word:
        return known
    ending = _GIVEN_ENDINGS.get(surname_ending)
    return word[: -len(ending)] if ending and word.endswith(ending) and len(word) > len(ending) + 2 else word


def _gender(words: list[str]) -> str | None:
    for word in words:
        for parse in _morphology().parse(word):
            if "Name" in parse.tag or "Patr" in parse.tag:
                return str(parse.tag.gender) if parse.tag.gender else None
    return None


def _nominative(word: str, gender: str | None) -> str:
    if "." in word:
        return word
    for parse in _morphology().parse(word):
        tag = parse.tag
        if not _NAMES & tag.grammemes or tag.number != "sing" or (gender and tag.gender not in {gender, None}):
            continue
        if tag.case == "nomn":
            return word
        changed = parse.inflect({"nomn"})
        if changed is not None:
            return _cased(str(changed.word), word)
    return word


def _cased(changed: str, like: str) -> str:
    return "-".join(part.capitalize() for part in changed.split("-")) if like[:1].isupper() else changed


@cache
def _role(role: str) -> str:
    """The adjectives and the head noun of an office change; its complement stays («министр внутренних дел»)."""
    words = role.split()
    for i, word in enumerate(words):
        parses = _morphology().parse(word)
        best = next((p for p in parses if p.tag.POS in {"NOUN", "ADJF"} and p.tag.number == "sing"), None)
        if best is None:
            break
        changed = best.inflect({"nomn"})
        if changed is not None and best.tag.case != "nomn":
            words[i] = str(changed.word).capitalize() if word[:1].isupper() else str(changed.word)
        if best.tag.POS == "NOUN":
            break
    return " ".join(words)
