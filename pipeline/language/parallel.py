"""What must say the same in two authentic texts: the record that each language fills with its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

COUNTERPARTS = frozenset(
    "requesting requested delivering sending receiving importing exporting issuing transit sentencing administering supplying "
    "assisting affected".split()
)
"""Roles that one of the parties plays towards the other."""


@dataclass(frozen=True, slots=True)
class ParallelWords:
    """Words that two authentic texts are held against each other by; regular expressions over small letters.

    `permission`, `aspiration`, `advice` and `denial` find the words that count one by one. The mappings beside them (`*_words`)
    hold, under keys shared by all languages, other words by which a translator may fairly render them: only those that
    the other text does not answer with words of the same key excuse a difference.

    `unlicensed` ends right before a permission that a negative subject takes away ("no Party may"), `dependent` before
    one in a subordinate clause; where `restricted` stands in the sentence a permission may be told as a prohibition, where
    `limited` does also as what is done. `doubling` finds what makes a second
    denial undo the first, `duty` the verbs of duties, `conditional` ends right before
    one that only conditions another. `repeated` finds denials of that kind, `shared` those
    that deny two things at once; `words_negate` are keys of `denial_words`
    that deny as surely as a plain "not", `words_deny` those that deny by themselves, or do not, `words_either` those that may be
    left untold; `limiting` finds the words that say in one ("only") what others say with a denial
    and an exception. `pleonastic` finds what ends in a denial that denies nothing ("until he has not come"), `references`
    numbers of provisions, which no comparison before them means.

    `durations` maps a unit to a letter of ISO 8601 and a factor, `lone_durations` words without a number to a duration,
    `prefixes` finds numbers grown together with a unit, `counts` holds numerals that only count times and copies, `once`
    finds what says that something is done a single time, `working` days that are working days, `clock` times of day in words. `contrasts` maps what cannot
    stand for another to its words, `subject` finds who acts: the word that tells one party from the other in the group
    `nominative` where it governs the verb, in `neuter` where its form alone does not tell, in `other` where the verb is passive.
    `bounds` stands before a number and tells its side: most, least, late or early; `bounds_after` behind it; `between`
    may stand in between. `lead_before` and `lead_after` mark times that count back from an event, `ahead` those that do so even where no event is named, `since_before` and `since_after` those that
    count on from one, `date_bounds` stands
    before dates. `roles` maps parties, organs and offices to their words, `things` what else agreements deal with, each to a pattern of
    single whole words,
    `instruments` what a text calls itself. `parties` finds the names of the parties, `common` single words
    of every text, `verbal` those that are hardly nouns, `pronouns` what may stand for a noun, `opening` a
    pronoun that a sentence begins with, `ending` what a word changes when it is declined, and `forms` what may stand in its place;
    a word of the dictionary takes `inflected`, and changes by `shortened` before it does. `conditions` finds what begins conditions, exceptions and
    limits, `conjunctions` what joins the members of a list, all of which or one of which are meant.
    """

    permission: str = r"(?!)"
    permission_words: Mapping[str, str] = field(default_factory=dict)
    unlicensed: str = r"(?!)"
    dependent: str = r"(?!)"
    restricted: str = r"(?!)"
    limited: str = r"(?!)"
    aspiration: str = r"(?!)"
    aspiration_words: Mapping[str, str] = field(default_factory=dict)
    advice: str = r"(?!)"
    advice_words: Mapping[str, str] = field(default_factory=dict)
    denial: str = r"(?!)"
    doubling: str = r"(?!)"
    duty: str = r"(?!)"
    conditional: str = r"(?!)"
    repeated: str = r"(?!)"
    shared: str = r"(?!)"
    denial_words: Mapping[str, str] = field(default_factory=dict)
    words_deny: frozenset[str] = frozenset()
    words_negate: frozenset[str] = frozenset()
    words_either: frozenset[str] = frozenset()
    limiting: str = r"(?!)"
    pleonastic: str = r"(?!)"
    references: str = r"(?!)"
    durations: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    lone_durations: Mapping[str, str] = field(default_factory=dict)
    prefixes: str = r"(?!)"
    counts: Mapping[str, int] = field(default_factory=dict)
    once: str = r"(?!)"
    working: str = r"(?!)"
    clock: str = r"(?!)"
    contrasts: Mapping[str, str] = field(default_factory=dict)
    subject: str = r"(?!)"
    bounds: Mapping[str, str] = field(default_factory=dict)
    bounds_after: Mapping[str, str] = field(default_factory=dict)
    between: str = r"(?!)"
    lead_before: str = r"(?!)"
    lead_after: str = r"(?!)"
    ahead: str = r"(?!)"
    since_before: str = r"(?!)"
    since_after: str = r"(?!)"
    date_bounds: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    things: Mapping[str, str] = field(default_factory=dict)
    instruments: Mapping[str, str] = field(default_factory=dict)
    parties: str = r"(?!)"
    common: str = r"(?!)"
    verbal: str = r"(?!)"
    pronouns: str = r"(?!)"
    opening: str = r"(?!)"
    forms: str = r"\w{0,4}"
    ending: str = r"(?!)"
    inflected: str = r"\w{0,3}"
    shortened: Mapping[str, str] = field(default_factory=dict)
    conditions: str = r"(?!)"
    conjunctions: Mapping[str, str] = field(default_factory=dict)
