"""Short names of those who are bound: a noun phrase without the country it is of and without those named beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType

from pipeline.language import PACKS
from pipeline.norms import russian_words


def _english(word: str) -> str:
    return word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")


_SINGULARS: Mapping[str, Callable[[str], str]] = MappingProxyType({"ru": russian_words.singular})


def singular(word: str, language: str) -> str:
    """One of a kind: "ministries" → "ministry", «университеты» → «университет»."""
    return _SINGULARS.get(language, _english)(word)


def without_country(bare: str, countries: Iterable[str], language: str) -> str:
    """A name without the country behind it: "roads authority of malawi" → "roads authority".

    `countries` are the names of countries that the document speaks of, in small letters. A name of one common noun for
    a body that is nothing without its country ("bank of korea") keeps it.
    """
    for country in sorted(countries, key=len, reverse=True):
        if bare.endswith(f" {country}"):
            kept = _of(language).sub("", bare[: -len(country)].rstrip())
            whole = kept == bare[: -len(country)].rstrip() and not PACKS[language].norms.free_order
            return bare if whole or not kept or kept in PACKS[language].norms.proper_heads else kept
    return bare


def first_of_kind(bare: str) -> str:
    """The first of two proper names of one kind: "oulu hospital and pori hospital" → "oulu hospital"."""
    found = _TWO_OF_KIND.match(bare)
    return found["first"] if found is not None else bare


_TWO_OF_KIND = re.compile(
    r"^(?P<first>(?:[\w’'-]+ ){1,6}?(?P<kind>\w{4,})) (?:and|or|и|или) (?:[\w’'-]+ ){1,6}?(?P=kind)$"
)


@cache
def _of(language: str) -> re.Pattern[str]:
    return re.compile(PACKS[language].norms.before_country)
