"""What dragoman knows of one language: words as data, one record for each room that reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DateWords:
    """Month names in every form a date can take (lower case, without a full stop) → 1…12, and other words of dates."""

    months: Mapping[str, int]
    seasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StructureWords:
    """Words of headings and of the frame of an instrument, lower case."""

    article: tuple[str, ...]
    paragraph: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NormCues:
    """Words that propose a norm; the parse confirms."""

    obligation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteCues:
    """Verbs and phrases that attribute words to a speaker."""

    verbs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityWords:
    """Head nouns, titles and approximators that the span grammars of entities/ need."""

    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """One language. `code` is ISO 639-1; `script` the Unicode script its letters come from."""

    code: str
    name: str
    script: str
    abbreviations: frozenset[str]
    dates: DateWords
    structure: StructureWords
    norms: NormCues
    quotes: QuoteCues
    entities: EntityWords
