"""The cue words of a language, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.language import PACKS
from pipeline.language.pack import FactCues
from pipeline.model import FactKind

SENTENCE_BREAK = r"[;:!?()\[\]\"“”«»„]"


@dataclass(frozen=True, slots=True)
class Words:
    """Compiled expressions, all case-insensitive; those named *_before end where a search region ends."""

    cues: Mapping[tuple[FactKind, str], re.Pattern[str]]
    any_cue: re.Pattern[str]
    trigger: re.Pattern[str]
    counted: Mapping[FactKind, re.Pattern[str]]
    purposes: re.Pattern[str]
    people: re.Pattern[str]
    laboratories: re.Pattern[str]
    drugs: re.Pattern[str]
    abstract: re.Pattern[str]
    preposition_before: re.Pattern[str]
    measure_before: re.Pattern[str]
    worth_before: re.Pattern[str]
    join: re.Pattern[str]
    parts: re.Pattern[str]
    parts_before: re.Pattern[str]
    breaks: re.Pattern[str]
    unreal: re.Pattern[str]
    conditional: re.Pattern[str]
    promised: re.Pattern[str]
    exempt: re.Pattern[str]
    agents: re.Pattern[str]
    agent_mark: re.Pattern[str]
    behind_before: re.Pattern[str]
    since_before: re.Pattern[str]
    compared_before: re.Pattern[str]
    place_before: re.Pattern[str]
    place_nouns: re.Pattern[str]
    weighed: re.Pattern[str]
    of_people: re.Pattern[str]
    property: re.Pattern[str]
    them: re.Pattern[str]
    own: re.Pattern[str]
    goods: re.Pattern[str]
    handed: re.Pattern[str]
    impersonal: re.Pattern[str]
    valued: re.Pattern[str]
    recipient_before: re.Pattern[str]
    donor_before: re.Pattern[str]
    articles: frozenset[str]
    collective: frozenset[str]
    reduced: bool


@cache
def words(language: str) -> Words:
    """The cue words of one language; the language must have a pack."""
    cues = PACKS[language].facts
    tables = (("active", cues.active), ("passive", cues.passive), ("noun", cues.nouns))
    by_kind = {(FactKind(kind), how): _bounded(told) for how, table in tables for kind, told in table.items()}
    by_kind[FactKind.CONTRIBUTION, "supported"] = _bounded(cues.supported)
    by_kind[FactKind.CONTRIBUTION, "received"] = _bounded(cues.received)
    every = [told for _, table in tables for told in table.values()]
    return Words(
        cues=by_kind,
        any_cue=_bounded("|".join([*every, "(?!)"])),
        trigger=_bounded(
            "|".join([*every, cues.supported, cues.received, *(told.rstrip("$") for told in cues.counted.values())])
        ),
        counted={FactKind(kind): _compiled(told) for kind, told in cues.counted.items()},
        join=_compiled(rf"\s{{0,2}}(?:{cues.joins})\s{{0,2}}"),
        parts=_compiled(rf"\s{{0,2}}[,(–—-]?\s{{0,2}}(?:{cues.parts})(?!\w)\s{{0,2}}:?\s{{0,2}}"),
        parts_before=_compiled(rf"[,(–—-]\s{{0,2}}(?:{cues.parts})\s{{1,3}}$"),
        place_nouns=_compiled(rf"(?:(?<!\w)(?:{cues.place_nouns})\s{{1,3}}){{1,5}}$"),
        articles=frozenset({"", *cues.articles}),
        collective=PACKS[language].entities.numbers.collective,
        reduced=cues.reduced,
        **_plain(cues),
    )


def _plain(cues: FactCues) -> dict[str, re.Pattern[str]]:
    """The expressions that are taken as they stand, and those that are looked for at the end of a region."""
    plain = ("purposes", "people", "laboratories", "drugs", "abstract", "breaks", "unreal", "conditional", "promised",
             "exempt", "agents", "agent_mark", "weighed", "of_people", "property", "them", "goods", "handed", "valued",
             "impersonal",
             "own")  # fmt: skip
    ends = {"preposition_before": cues.prepositions, "measure_before": cues.measures, "worth_before": cues.worth,
            "behind_before": cues.behind, "place_before": cues.places, "since_before": cues.since,
            "compared_before": cues.compared,
            "recipient_before": cues.recipients, "donor_before": cues.donors}  # fmt: skip
    return {
        **{name: _compiled(getattr(cues, name)) for name in plain},
        **{name: _compiled(rf"(?<!\w)(?:{told})\s{{1,3}}$") for name, told in ends.items()},
    }


def _bounded(pattern: str) -> re.Pattern[str]:
    return _compiled(rf"(?<![\w-])(?:{pattern})(?![\w-])")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("[ ]?", r"\s{0,3}").replace("[ ]", r"\s{1,3}"), re.I)
