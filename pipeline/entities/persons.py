"""One id for a person in every case, script and transliteration of the name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

import iuliia

from pipeline.entities.kinds import Candidate, slug
from pipeline.language import PACKS
from pipeline.model import Kind, Layer

_CENTRAL_ASIAN = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІҳҷӯӣҲҶӮӢ", "агкноуухиАГКНОУУХИхжуиХЖУИ")
_BARE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th"})
_SPELLINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"kh", "h"), (r"gh", "g"), (r"th", "t"), (r"ph", "f"), (r"dzh|dj|zh|j", "j"),
        (r"(?<=[aeiou])y(?=[aeou])", ""), (r"ye|yo", "e"), (r"w", "v"), (r"x", "ks"), (r"ou|oo", "u"),
        (r"tz|c(?=[eiy])", "ts"), (r"(?:iy|yy|ii|ij|yi|y)$", "i"), (r"(?<=[aeiou])y", "i"), (r"(.)\1", r"\1"),
        (r"['’`-]", ""), (r"q|ck", "k"),
    )
)  # fmt: skip
_SHORT = 3  # letters of a surname too short to be looked for alone
_LIKE = 7  # letters from which names that differ by one are spellings of one name


@lru_cache(maxsize=20_000)
def latin(word: str) -> str:
    """A Cyrillic word in Latin letters (the scheme of encyclopedias), with the letters of Central Asia."""
    return str(iuliia.WIKIPEDIA.translate(word.translate(_CENTRAL_ASIAN)))


@lru_cache(maxsize=20_000)
def key(word: str, language: str) -> str:
    """One spelling for a name in any case, script or transliteration: Daulbayev, Daulbaev, Даулбаева → daulbaev."""
    plain = _without_marks(word.lower())
    for pattern, ending in PACKS[language].entities.surname_endings:
        shorter, changes = re.subn(pattern, ending, plain)
        if changes:
            plain = shorter
            break
    written = latin(plain).lower()
    for spelling, replacement in _SPELLINGS:
        written = spelling.sub(replacement, written)
    return slug(written)


@lru_cache(maxsize=20_000)
def given_key(word: str, language: str) -> str:
    """One spelling for a given name: as `key`, without the ending that changes with the case («Мария», «Марией»)."""
    plain = word
    for pattern, ending in PACKS[language].entities.given_endings:
        shorter, changes = re.subn(pattern, ending, word.lower())
        if changes and len(shorter) > 1:
            plain = shorter
            break
    return key(plain, language)


def _without_marks(word: str) -> str:
    """Latin letters without accents: Radonjić is Radonjic in most agencies; й and ё stay letters of their own."""
    if word.isascii() or _CYRILLIC.search(word):
        return word
    split = unicodedata.normalize("NFD", word.translate(_BARE))
    return "".join(char for char in split if not unicodedata.combining(char))


_CYRILLIC = re.compile(r"[а-яё]")


def parts(name: str, language: str) -> tuple[str, str]:
    """Surname and given name as keys; initials count as a given name of one letter."""
    words = _NAME_WORD.findall(name)
    full = [word for word in words if not (word.endswith(".") or len(word) == 1)]
    if not full:
        return slug(name), ""
    initial = next((word for word in words if word not in full), "")
    if len(full) == 1:
        return key(full[0], language), key(initial[:1], language)
    surname, given = _ordered(full, language)
    return key(surname, language), given_key(given, language)


_NAME_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?")


def _ordered(full: list[str], language: str) -> tuple[str, str]:
    """Surname and given name of two words or more; lists and registers put the surname first."""
    patronymic, surname = _shapes(language)
    two = len(full) == len(("surname", "given"))
    named = full if two else [word for word in full if not patronymic.fullmatch(word)]
    if len(named) == 1:
        return full[-1], full[0]
    if surname.fullmatch(named[0]) and not surname.fullmatch(named[-1]):
        return named[0], named[1]
    return named[-1], named[0]


@cache
def _shapes(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = PACKS[language].entities
    return re.compile(words.patronymic, re.IGNORECASE), re.compile(words.surname, re.IGNORECASE)


class Persons:
    """The persons of one document by their surnames."""

    def __init__(self, names: Iterable[str], language: str) -> None:
        self.language = language
        self._given: dict[str, Counter[str]] = {}
        self._written: dict[tuple[str, str], set[str]] = {}
        for name in names:
            self._learn(name)
        self._same = self._spellings()
        self._alike: dict[str, list[str]] = {}  # surnames by their first letter, in which spellings agree
        for surname in self._given:
            self._alike.setdefault(surname[:1], []).append(surname)
        self._ids: dict[str, str] = {}

    def _learn(self, name: str) -> None:
        surname, given = parts(name, self.language)
        known = self._given.setdefault(surname, Counter())
        if given:
            known[given] += 1
            self._written.setdefault((surname, given), set()).update(name.split())

    def _spellings(self) -> Mapping[tuple[str, str], tuple[str, str]]:
        """Full names that differ by a letter of the surname, and agree in the given name, are the earlier one."""
        same: dict[tuple[str, str], tuple[str, str]] = {}
        full = [(surname, given) for surname, known in self._given.items() for given in known if len(given) > 1]
        for i, (surname, given) in enumerate(full):
            for other in full[:i]:
                if other not in same and same_surname(surname, other[0]) and same_given(given, other[1]):
                    same[surname, given] = other
                    break
        return same

    def id(self, name: str) -> str:
        """`person:<surname>-<given name>`; a surname alone or with initials takes the fullest name of the document."""
        known = self._ids.get(name)
        if known is None:
            known = self._ids[name] = self._id(name)
        return known

    def _id(self, name: str) -> str:
        surname, given = parts(name, self.language)
        if len(given) <= 1:
            surname, given = self._fullest(name, surname, given)
        surname, given = self._same.get((surname, given), (surname, given))
        return f"person:{surname}-{given}" if given else f"person:{surname}"

    def _fullest(self, name: str, surname: str, given: str) -> tuple[str, str]:
        """The full name that a surname, or a surname with initials, stands for; of several the one written alike."""
        alike = (
            other for other in self._alike.get(surname[:1], ()) if other != surname and same_surname(surname, other)
        )
        for known in (surname, *alike):
            full = self._given.get(known, Counter())
            fitting = [one for one in full if len(one) > 1 and one.startswith(given)]
            if fitting:
                words = set(name.split())
                written = {one: bool(words & self._written[known, one]) for one in fitting}
                return known, max(fitting, key=lambda one: (written[one], full[one], one))
        return surname, given or max(self._given.get(surname, Counter()), default="")

    def surnames(self, text: str) -> Iterator[Candidate]:
        """Surnames alone, in any case, of persons whose full name stands in the document."""
        known = {
            surname
            for surname, given in self._given.items()
            if len(surname) > _SHORT and any(len(one) > 1 for one in given)
        }
        if not known:
            return
        for match in _CAPITALISED.finditer(text):
            if key(match.group(), self.language) in known:
                yield Candidate(*match.span(), Kind.PERSON, self.id(match.group()), Layer.DOCUMENT, "person.surname")


_UPPER, _LOWER = (
    "".join(char for char in map(chr, range(0x41, 0x530)) if char.isalpha() and test(char))
    for test in (str.isupper, str.islower)
)
_CAPITALISED = re.compile(rf"(?<![\w-])[{_UPPER}][{_LOWER}]+(?:-[{_UPPER}][{_LOWER}]+)*(?![\w-])")


def same_surname(one: str, other: str) -> bool:
    """Whether two long surnames are spellings of one."""
    return one == other or (
        len(one) >= _LIKE <= len(other)
        and -1 <= len(one) - len(other) <= 1
        and one[0] == other[0]
        and _near(one, other)
    )


def same_given(one: str, other: str) -> bool:
    """Whether two given names are spellings of one: Yerlan and Erlan are, Anna and Inna are not."""
    return one == other or (one[0] == other[0] and len(one) > _SHORT < len(other) and _near(one, other))


def _near(one: str, other: str) -> bool:
    """Whether at most one letter is another, missing, or added."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, theirs = one[start:], other[start:]
    return rest[1:] == theirs[1:] or rest[1:] == theirs or rest == theirs[1:]
