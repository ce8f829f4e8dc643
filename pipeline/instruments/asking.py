"""What people write to narrow norms, in either language and in everyday words, as the query language says it.

"30 days", "Article 5(2)", «Каждая Сторона», "Russia": each becomes the value that the index holds, or several of which
one must hold. What cannot be meant raises QueryError with the values that can.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.engines.fields import BEARERS
from pipeline.engines.names import Known
from pipeline.entities.gazetteer import gazetteer
from pipeline.errors import QueryError
from pipeline.language import PACKS
from pipeline.model import Modality

Given = str | Sequence[str] | None

_MODALITIES = (
    (r"obligation|obliged|dut(?:y|ies)|обязан|обязательств", Modality.OBLIGATION),
    (r"prohibit|ban|forbid|запре[тщ]", Modality.PROHIBITION),
    (r"permi[ts]|may\b|allow|разреш|дозвол", Modality.PERMISSION),
    (r"right|entitle|прав[оа]\b", Modality.RIGHT),
    (r"exempt|изъяти|освобожд", Modality.EXEMPTION),
    (r"aspir|endeavou?r|intention|стремлен|намерен", Modality.ASPIRATION),
    (r"defin|определени", Modality.DEFINITION),
    (r"power|competence|полномоч", Modality.POWER),
)
_LANGUAGES = {
    "en": r"en(?:g|glish)?|англ\w*",
    "ru": r"ru(?:s|ssian)?|рус\w*",
}
_CODE = re.compile(r"[a-z]{2,3}")
_SIDES = re.compile(
    r"(?:the |both |all )?(?:contracting )?(?:part(?:y|ies)|sides?)|(?:обе |все )?(?:договаривающ\w+ся )?сторон[аы]"
)
"""The Parties, however the text binds them: together or each for itself."""
_LENGTH = re.compile(
    r"(?:within|in|after|в течение|через)?\s*(?P<count>\d{1,5})[\s-]*"
    r"(?:(?P<H>hours?|час(?:а|ов)?)|(?P<D>days?|день|дн(?:я|ей)|сут(?:ки|ок))|(?P<W>weeks?|недел[яиюь])"
    r"|(?P<M>months?|месяц(?:а|ев)?)|(?P<Y>years?|год(?:а)?|лет))?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\.\.|…|\s[-–—]\s|(?<=\d)[-–—](?=\d)")
_SHORTEST_NAME = 3
_RANK = ("attachment", "part", "chapter", "section", "article", "paragraph", "point")
"""Kinds of units from the outermost to the innermost."""
_EID = re.compile(r"(?:(?:art|att|sec|chp|part|title|rec|para|p|preamble|conclusions)(?:_[\w-]+)?)(?:__[\w-]+)*")
_EID_OF = {
    **{"attachment": "att", "part": "part", "chapter": "chp", "section": "sec"},
    **{"article": "art", "paragraph": "para", "point": "point"},
}
_NUMBER = r"(?P<number>\d{1,4}(?:\s?(?:bis|ter|quater)\b)?|\b[ivxlc]{1,7}\b|SPELLED|\b[^\W\d_]\b)"
_SCRIPTS = (str.maketrans("aceopx", "асеорх"), str.maketrans("асеорх", "aceopx"))
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def values(given: Given) -> tuple[str, ...]:
    """The values of an option that may be given several times."""
    texts = (given,) if isinstance(given, str) else given or ()
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))


def quoted(value: str) -> str:
    """A value of the query language that may hold blanks."""
    return '"' + value.replace('"', " ") + '"'


def any_of(field: str, wanted: Iterable[str]) -> str:
    """A query for any of these values of a field; empty for none."""
    said = [f"{field}:{quoted(value)}" for value in dict.fromkeys(wanted)]
    return said[0] if len(said) == 1 else f"({' OR '.join(said)})" if said else ""


def modalities(given: Given) -> tuple[str, ...]:
    """Modalities from their names, plurals and translations, with commas between several; raises QueryError."""
    words = [word.strip() for one in values(given) for word in one.split(",") if word.strip()]
    return tuple(_modality(word) for word in words)


def _modality(word: str) -> str:
    for pattern, modality in _MODALITIES:
        if re.match(pattern, word.casefold()):
            return modality.value
    raise QueryError(f"modality {word} is unknown", reason="query", hint=f"valid values: {', '.join(Modality)}")


def languages(given: Given) -> tuple[str, ...]:
    """Languages by code or by name in English or Russian; raises QueryError for what is neither."""
    return tuple(_language(value.casefold()) for value in values(given))


def _language(word: str) -> str:
    for code, pattern in _LANGUAGES.items():
        if re.fullmatch(pattern, word):
            return code
    if _CODE.fullmatch(word):
        return word
    raise QueryError(f"{word} is no language", reason="query", hint="write its code, such as en or ru")


@dataclass(frozen=True, slots=True)
class Places:
    """Where norms stand: `numbers` of articles as the index holds them (5, 5.2.a), or `eids` of other provisions."""

    numbers: tuple[str, ...] = ()
    eids: tuple[str, ...] = ()


def places(given: Given) -> Places:
    """ "Article 5(2)(a)", «пункт 2 статьи 5» and art_5__para_2 are numbers, "Annex 1" and preamble eids.

    Raises QueryError for what is no place.
    """
    found = [_place(value) for value in values(given)]
    numbers = (one for eid, numbers in found if not eid for one in _alike(".".join(numbers)))
    return Places(tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(eid for eid, _ in found if eid)))


def _alike(number: str) -> tuple[str, ...]:
    """A number and the same with its letters in the other script: "2.a" as typed on either keyboard."""
    return (number, *(other for table in _SCRIPTS if (other := number.translate(table)) != number))


def _place(value: str) -> tuple[str, tuple[str, ...]]:
    lowered = value.casefold()
    if _EID.fullmatch(lowered):
        article = lowered.startswith("art_")
        return ("", tuple(step.rpartition("_")[2] for step in lowered.split("__"))) if article else (lowered, ())
    if re.match(r"preamble|преамбул", lowered):
        return "preamble", ()
    units = _units(lowered)
    if not units:
        raise QueryError(
            f"{value} is no article", reason="query", hint="write 5, 5.2.a, Annex 1 or an id as in answers"
        )
    if units[0][0] in ("article", "paragraph", "point"):
        return "", tuple(number for _, number in units)
    return "__".join(f"{_EID_OF[kind]}_{_figure(number)}" for kind, number in units), ()


def _figure(number: str) -> str:
    """A roman number as ids hold it, in figures."""
    if not re.fullmatch(r"[ivxlc]+", number):
        return number
    worth = [_ROMAN[letter] for letter in number]
    after = (*worth[1:], 0)
    return str(sum(-one if one < following else one for one, following in zip(worth, after, strict=True)))


def _units(lowered: str) -> list[tuple[str, str]]:
    """Kinds and numbers of the units named, outermost first, also where the text begins with the innermost."""
    groups: list[tuple[int, list[tuple[str, str]]]] = []
    for found in _unit_words().finditer(lowered):
        kind = found.lastgroup or ""
        if kind != "number":
            groups.append((_RANK.index(kind), []))
        elif groups:
            rank, numbers = groups[-1]
            numbers.append((_RANK[min(rank + len(numbers), len(_RANK) - 1)], _number(found["number"])))
        else:
            groups.append((_RANK.index("article"), [("article", _number(found["number"]))]))
    groups.sort(key=lambda group: group[0])
    return [unit for _, numbers in groups for unit in numbers]


def _number(text: str) -> str:
    """A number as printed, one in words in figures."""
    known = (pack.structure.numerals.get(text) for pack in PACKS.values())
    return str(next((n for n in known if n is not None), text))


@cache
def _unit_words() -> re.Pattern[str]:
    """The words of units in all languages, and numbers."""
    words: dict[str, list[str]] = {}
    for pack in PACKS.values():
        for kind, pattern in pack.structure.reference_units.items():
            words.setdefault(kind, []).append(pattern)
    kinds = (rf"(?P<{kind}>\b(?:{'|'.join(words[kind])})(?!\w))" for kind in _RANK if kind in words)
    spelled = "|".join(sorted((re.escape(w) for pack in PACKS.values() for w in pack.structure.numerals), reverse=True))
    return re.compile("|".join((*kinds, _NUMBER.replace("SPELLED", rf"\b(?:{spelled})\b"))), re.IGNORECASE)


def bearers(given: Given) -> tuple[tuple[str, ...], ...]:
    """For each bearer the values of which one must hold: as typed, by its canonical name, by its name in an index."""
    return tuple(tuple(dict.fromkeys(_bearer(value))) for value in values(given))


def _bearer(value: str) -> Iterator[str]:
    lowered = re.sub(r"\s+", " ", value.casefold())
    plain = re.sub(r"[\s-]+", "_", lowered)
    if plain in BEARERS:
        yield plain
        return
    if _SIDES.fullmatch(lowered):
        yield from ("each_party", "all_parties")
        return
    yield value
    if " " in lowered:
        yield plain
    for pack in PACKS.values():
        for pattern, canonical in (*pack.norms.parties, *pack.norms.organs):
            if canonical.isidentifier() and re.search(pattern, lowered):
                yield canonical
                break


def parties(given: Given, known: Known) -> tuple[tuple[str, ...], ...]:
    """For each party its names in all languages, the typed one first: the text may use any of them."""
    return tuple(tuple(dict.fromkeys((value, *_names(value, known)))) for value in values(given))


def _names(value: str, known: Known) -> Iterator[str]:
    for one in known(value):
        if one.startswith(("country:", "org:")):
            yield from (name for name in gazetteer().names(one) if len(name) >= _SHORTEST_NAME)


def lengths(value: str) -> str:
    """A range of time limits: "10..30 days", «30 дней» and "1 month - 1 year" besides what the query language takes."""
    low, *rest = _RANGE.split(value.strip(), maxsplit=1)
    ends = [_LENGTH.fullmatch(end.strip()) for end in (low, *rest)]
    units = [next((u for u in "HDWMY" if found and found[u]), "") for found in ends]
    if not any(units) or any(end and not found for end, found in zip((low, *rest), ends, strict=True)):
        return value
    said = [_iso(found["count"], unit or units[-1]) if found else "" for found, unit in zip(ends, units, strict=True)]
    return "..".join(said)


def _iso(count: str, unit: str) -> str:
    return f"PT{count}H" if unit == "H" else f"P{count}{unit}"
