"""The persons of a whole corpus: one person behind the ids that spellings of the name got in single documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.entities.decisions import NONE, Decisions
from pipeline.entities.persons import parts, same_given, same_surname
from pipeline.language import PACKS

PREFIX = "person:"


class People:
    """The persons of a corpus by id; `counted` says how often each id is found, and the commonest spelling stands.

    Two ids are one person where surname and given name agree but for a letter. A surname alone, or with an initial,
    stays by itself: another document's Umarov may be somebody else. Ids that `decisions` split are kept apart.
    """

    def __init__(self, counted: Iterable[tuple[str, int]], decisions: Decisions = NONE) -> None:
        self._apart = {frozenset((one.entity_id, one.into)) for one in decisions.split}
        ordered = [entity_id for entity_id, _ in sorted(counted, key=lambda pair: (-pair[1], pair[0]))]
        self._names = {one: _name(one) for one in ordered if one.startswith(PREFIX)}
        self._of = self._grouped(ordered)
        self._spelt: dict[str, list[str]] = defaultdict(list)
        for entity_id, first in self._of.items():
            self._spelt[first].append(entity_id)

    def _grouped(self, ordered: Sequence[str]) -> Mapping[str, str]:
        """Each full name → the commoner one that it spells, or itself."""
        heads: dict[tuple[str, str], list[str]] = defaultdict(list)
        of: dict[str, str] = {}
        for entity_id in ordered:
            surname, given = self._names.get(entity_id, ("", ""))
            if len(given) <= 1:
                continue
            near = heads[surname[:1], given[:1]]  # both agree in the first letter
            of[entity_id] = next((one for one in near if self._same(entity_id, one)), entity_id)
            if of[entity_id] == entity_id:
                near.append(entity_id)
        return of

    def _same(self, one: str, other: str) -> bool:
        (surname, given), (their_surname, their_given) = self._names[one], self._names[other]
        return (
            same_surname(surname, their_surname)
            and same_given(given, their_given)
            and frozenset((one, other)) not in self._apart
        )

    def one(self, entity_id: str) -> str:
        """The id that stands for all spellings of a person; any other id is its own."""
        return self._of.get(entity_id, entity_id)

    def spellings(self, entity_id: str) -> tuple[str, ...]:
        """All ids of the person, `entity_id` among them."""
        return tuple(sorted({entity_id, *self._spelt.get(self.one(entity_id), ())}))

    def called(self, name: str) -> tuple[str, ...]:
        """The ids of the persons that a typed name can mean, in any script, case or spelling; sorted.

        A surname alone means everybody who bears it, a full name also those known by the initial of that given name.
        """
        if name.startswith(PREFIX):
            return self.spellings(name) if name in self._names else ()
        wanted = {parts(name, language) for language in PACKS}
        found = {
            entity_id
            for entity_id, (surname, given) in self._names.items()
            if any(same_surname(surname, theirs) and _agree(given, asked) for theirs, asked in wanted)
        }
        return tuple(sorted({spelt for entity_id in found for spelt in self.spellings(entity_id)}))


def _name(entity_id: str) -> tuple[str, str]:
    surname, _, given = entity_id.removeprefix(PREFIX).partition("-")
    return surname, given


def _agree(given: str, asked: str) -> bool:
    """Whether a person of that given name, which may be an initial, can be the one asked for."""
    if not asked or not given:
        return not asked
    if len(asked) == 1 or len(given) == 1:
        return given[:1] == asked[:1]
    return same_given(given, asked)
