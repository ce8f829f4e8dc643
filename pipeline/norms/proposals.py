"""Which sentences are worth a parse: cues propose, and points are completed by the words that introduce them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from types import MappingProxyType

from pipeline.language import PACKS
from pipeline.language.pack import NormCues
from pipeline.model import CrossRef, Document, Genre, Kind, Mention, Span
from pipeline.norms import russian_words
from pipeline.norms.bearers import Names, body_of, named, organ_in
from pipeline.norms.passages import Passage
from pipeline.norms.passives import Row, topical
from pipeline.norms.sides import Across, across, pair_of, roles
from pipeline.structure.references import find_references

LONGEST = 2500  # characters; a longer "sentence" is a table or an unsegmented page, and parsing it costs too much
_LONGEST_LEAD = 200
_FEW_TIMES = 2  # times that an instrument without Parties speaks of States
_OFTEN = 8  # times that a trade is named in an instrument about it
_TITLE_WITHIN = 600  # characters
_LONGEST_HEADING = 60
_COMMA = re.compile(r",\s+(?:\w+ly\s+)?(\w+)")
_LEAVES = frozenset({"article", "paragraph", "subparagraph", "point", "p"})
_FEW, _SELDOM = 3, 0.35
_A_LINE = 15  # characters
_RULES = 3  # sentences in the words of rules, with which a text is no release
NOMINATIVES: Mapping[str, Callable[[str], str]] = MappingProxyType({"ru": russian_words.nominative})
_TO = re.compile(r"^\W*to\s(?=[a-z])")
ACTING = frozenset({Kind.ORGANISATION, Kind.COUNTRY, Kind.PERSON, Kind.ROLE})


@dataclass(frozen=True, slots=True)
class Context:
    """What the reading of one document needs everywhere."""

    document: Document
    cues: NormCues
    names: Names
    acting: tuple[Mention, ...]
    references: tuple[CrossRef, ...]
    reference_starts: tuple[int, ...]
    default: tuple[str, str] | None
    present: bool
    points: dict[int, list[str]]
    organs: Mapping[str, str]
    topics: tuple[Row, ...]
    cast: Mapping[str, str]
    across: tuple[Across, ...]
    renamed: Mapping[str, str]
    doers: frozenset[str]
    given: dict[str, str] = field(default_factory=dict)

    @property
    def language(self) -> str:
        return self.document.language


@dataclass(frozen=True, slots=True)
class Job:
    """One passage to parse: `lead` words that are not its own come first in `text`."""

    passage: Passage
    text: str
    lead: int


def context_of(document: Document, cues: NormCues) -> Context:
    binding = _party(document.language).search(document.text) is not None or bool(document.structure.parties)
    genre = document.structure.genre
    references = _references(document)
    names = Names.of(document)
    cast = _cast(document, names)
    return Context(
        document,
        cues,
        names,
        tuple(m for m in document.mentions if m.kind in ACTING),
        references,
        tuple(ref.span.start for ref in references),
        _default(document, binding, names),
        cues.always_present
        or genre in {Genre.MEMORANDUM, Genre.EXCHANGE_OF_NOTES}
        or body_of(document.text, document.language) is not None
        or _in_the_present(document),
        {},
        _organs(document, names),
        _played(topical(document.text, document.language), cast),
        cast,
        across(document),
        _renamed(document, cues),
        _doers(document, cues),
    )


def _default(document: Document, binding: bool, names: Names) -> tuple[str, str] | None:
    """Who acts where nothing tells: the body whose rules these are, or the Parties of an instrument that binds them."""
    body = body_of(document.text, document.language)
    if body is not None:
        return body, "a passive without agent, in the rules of this body"
    if document.structure.genre is Genre.RESOLUTION and not _lays_down(document):
        return None
    if not binding:
        titled = _titled(document, names)
        if titled is not None:
            return titled, "a passive without agent, in an instrument between them"
        if _genre_binds(document) or names.pair:
            return "all_parties", "a passive without agent, in an instrument that binds its Parties"
        return None
    trade = _trade(document)
    if trade is not None:
        return trade, "a passive without agent, in an instrument about what this trade does"
    return "all_parties", "a passive without agent, in an instrument that binds its Parties"


def _genre_binds(document: Document) -> bool:
    """Whether an instrument is of a kind that binds States, and speaks of them though it does not call them Parties."""
    spoken = any_of((PACKS[document.language].norms.bound_states,)).findall(document.text.lower())
    kinds = {Genre.TREATY, Genre.MEMORANDUM, Genre.EXCHANGE_OF_NOTES}
    return document.structure.genre in kinds and len(spoken) >= _FEW_TIMES


def _trade(document: Document) -> str | None:
    """The trade that an instrument speaks of more than of its Parties: railways, carriers, banks."""
    lowered = document.text.lower()
    parties = len(_party(document.language).findall(lowered))
    for pattern, trade in PACKS[document.language].norms.trades:
        if len(any_of((pattern,)).findall(lowered)) >= max(_OFTEN, parties):
            return trade
    return None


def _lays_down(document: Document) -> bool:
    """Whether a decision of a body has articles, and lays down rules for the Parties."""
    return any(one.kind == "article" for one in document.structure.provisions)


def _doers(document: Document, cues: NormCues) -> frozenset[str]:
    """The common nouns that an instrument says shall do what only somebody can do ("the railways shall inform")."""
    found = {match["who"] for match in any_of((cues.doers,)).finditer(document.text.lower())}
    found -= cues.not_actors | cues.documents | {noun + "s" for noun in cues.documents}
    return frozenset(found | {noun.removesuffix("s") for noun in found} | {noun + "s" for noun in found})


def _renamed(document: Document, cues: NormCues) -> Mapping[str, str]:
    """What an instrument calls the side that is inferred: its "Government" where it speaks of no receiving State."""
    own = roles(document) | set(pair_of(document))
    lowered = document.text.lower()
    called = {side: name for side, spoken, name in cues.called if name in own and re.search(spoken, lowered) is None}
    for side, name in tuple(called.items()):
        facing = cues.opposites.get(side)
        if facing is not None and name in (pair := pair_of(document)):
            called[facing] = next(one for one in pair if one != name)
    return called


def _cast(document: Document, names: Names) -> Mapping[str, str]:
    """Who plays the parts that an instrument gives somebody ("@borrower"), named as it calls him."""
    parts: dict[str, str] = {}
    for part, pattern in PACKS[document.language].norms.cast:
        found = any_of((pattern,)).search(document.text) if part not in parts else None
        if found is not None:
            words = NOMINATIVES.get(document.language, str)(found["who"])
            who = named(words, Span(*found.span("who")), names, document.language).canonical
            if who is not None:
                parts[part] = who
    return parts


def _played(rows: tuple[Row, ...], cast: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows for passives with the parts of an instrument named as it calls who plays them."""
    return tuple(
        (pattern, cast.get(canonical) or canonical, why)
        for pattern, canonical, why in rows
        if not canonical.startswith("@") or canonical in cast
    )


def _titled(document: Document, names: Names) -> str | None:
    """Those between whom an instrument is by its title ("between customs authorities"), where it has no Parties."""
    found = any_of((PACKS[document.language].norms.titled,)).search(document.text[:_TITLE_WITHIN].lower())
    if found is None:
        return None
    return named(NOMINATIVES.get(document.language, str)(found["who"]), None, names, document.language).canonical


def _in_the_present(document: Document) -> bool:
    """Whether an instrument hardly ever says "shall" or "must": then its plain present binds, as in many a statute."""
    leaves = sum(
        not one.children and one.kind in _LEAVES and len(one.span) > _A_LINE for one in document.structure.walk()
    )
    modals = len(any_of(PACKS[document.language].norms.strict).findall(document.text.lower()))
    headed = document.structure.genre is Genre.TREATY or _headed(document)
    return headed and leaves >= _FEW and modals < leaves * _SELDOM


def _headed(document: Document) -> bool:
    """Whether a text begins with the name of an instrument in capitals ("ADMINISTRATIVE AGREEMENT on …")."""
    return any_of((PACKS[document.language].norms.headed,)).match(document.text) is not None


def is_release(document: Document, cues: NormCues) -> bool:
    """Whether a document is news, and not rules that were taken for it."""
    ruled = len(any_of(cues.ruling).findall(document.text.lower()))
    return document.structure.genre is Genre.RELEASE and ruled < (1 if _headed(document) else _RULES)


def _organs(document: Document, names: Names) -> Mapping[str, str]:
    """Article id → the organ named in its heading ("The Council", "Meetings of the Joint Committee")."""
    found = {}
    for provision in document.structure.walk():
        heading = provision.heading if provision.kind in {"article", "section"} else None
        if heading and len(heading) <= _LONGEST_HEADING:
            owing = any_of((PACKS[document.language].norms.duties_of,)).match(heading.lower())
            if owing is not None and (who := named(owing["who"], None, names, document.language).canonical) is not None:
                found[provision.eid] = who
                continue
            organ = organ_in(heading, document.language) and named(heading, None, names, document.language).canonical
            if organ and not any_of((PACKS[document.language].norms.joined,)).search(heading.lower()):
                found[provision.eid] = organ
    return found


def _references(document: Document) -> tuple[CrossRef, ...]:
    """All references of an instrument to provisions, in order."""
    if not document.structure.provisions or document.structure.genre is Genre.RELEASE:
        return ()
    found = find_references(document.text, document.language, document.structure, mentions=document.mentions)
    return tuple(sorted(found, key=lambda ref: ref.span))


@cache
def _party(language: str) -> re.Pattern[str]:
    return re.compile(PACKS[language].norms.party_word, re.I)


@cache
def any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or r"(?!)")


# --- proposing ------------------------------------------------------------------------------------------------------


def jobs_of(unit: Passage, context: Context, *, release: bool) -> Iterator[Job]:
    cues = context.cues
    if len(unit.text) > LONGEST:
        return
    if (
        unit.chapeau is not None
        and (conditions_follow(unit.chapeau, cues) or is_condition(unit, cues))
        and not any_of(cues.own_modal).search(unit.text.lower())
    ):
        return
    named = named_lead(unit.chapeau, cues) if unit.chapeau is not None else None
    if named is not None:
        blank = _TO.sub(lambda to: " " * len(to.group()), unit.text)
        yield Job(unit, named + blank, len(named))
    elif unit.chapeau is not None and opens(unit.chapeau, cues):
        lead = _lead(unit.chapeau, cues)
        yield Job(unit, lead + unit.text, len(lead))
    elif any_of(cues.releases if release else cues.proposes).search(unit.text.lower()) or (
        context.present
        and not release
        and (not cues.always_present or _party(context.language).search(unit.text) is not None)
    ):
        yield Job(unit, unit.text, 0)


def conditions_follow(chapeau: Passage, cues: NormCues) -> bool:
    """Whether the points only set conditions ("may refuse if:"): then the norm stands in the introduction."""
    return any_of(cues.list_of_conditions).search(_tail(chapeau)) is not None


def is_condition(point: Passage, cues: NormCues) -> bool:
    """Whether a point is a condition of what its introduction says: "shall not be granted: (a) if …"."""
    return point.chapeau is not None and any_of((cues.point_conditions,)).match(point.text.lower()) is not None


def opens(chapeau: Passage, cues: NormCues) -> bool:
    """Whether the points complete the verb of the chapeau ("shall:"), not its object ("shall include:")."""
    return any_of(cues.open_list).search(_tail(chapeau)) is not None


def named_lead(chapeau: Passage, cues: NormCues) -> str | None:
    """The words that go before a point whose introduction has no verb of its own: it names who acts, or whose tasks
    the points are.
    """
    for pattern, lead in cues.tasks_of:
        tasks = any_of((pattern,)).match(chapeau.text.lower())
        if tasks is not None:
            return f"{chapeau.text[tasks.start('who') : tasks.end('who')]} {lead} "
    if any_of((cues.named_alone,)).match(chapeau.text.lower()):
        return chapeau.text.rstrip(" :–—-") + " "
    return None


def _tail(chapeau: Passage) -> str:
    """The last words of an introduction, where it shows how its points go on."""
    return chapeau.text[-300:].lower()


def _lead(chapeau: Passage, cues: NormCues) -> str:
    """The words before a point that make it a sentence; a long chapeau is cut to its pronoun and modal."""
    text = chapeau.text.rstrip(" :–—-")
    full = (_lead(chapeau.chapeau, cues) if chapeau.chapeau and opens(chapeau.chapeau, cues) else "") + text + " "
    if len(full) <= _LONGEST_LEAD:
        return full
    cue = any_of(cues.open_list).search(chapeau.text.lower())
    words = chapeau.text[cue.start() : cue.end()].split(",")[0].rstrip(" :–—-") if cue else ""
    return f"{cues.subject_of_list} {words} ".lstrip()


def readable(text: str, cues: NormCues) -> str:
    """The sentence as the parser reads it best, every letter in its place: rare turns of phrase in common words, and
    "…, where appropriate, …" after a modal blanked out, because the parser loses the verb behind it.
    """
    for pattern, words in cues.rewritten:
        text = any_of((pattern,)).sub(partial(_reworded, words=words), text)
    return _without_insertions(text, cues)


def _reworded(found: re.Match[str], words: str) -> str:
    """What was found, with its group (if it has one) replaced by `words` and blanks."""
    if found.group(1) is None:
        return found.group()
    low, high = found.start(1) - found.start(), found.end(1) - found.start()
    return found.group()[:low] + words.ljust(high - low) + found.group()[high:]


def _without_insertions(text: str, cues: NormCues) -> str:
    for pattern in (cues.subject_clause, cues.reduced_clause):
        clause = any_of((pattern,)).match(text)
        if clause is not None:
            text = text[: clause.start(1)] + " " * (clause.end(1) - clause.start(1)) + text[clause.end(1) :]
    for phrase in any_of(cues.phrases_after_modal).finditer(text):
        low, high = next(phrase.span(i) for i in range(1, (phrase.lastindex or 0) + 1) if phrase.group(i))
        text = text[:low] + " " * (high - low) + text[high:]
    for modal in any_of(cues.insertions).finditer(text):
        for comma in _COMMA.finditer(text, modal.end(1), min(len(text), modal.end() + 250)):
            word = comma.group(1).lower()
            if word not in cues.function_words and not word.endswith(cues.not_bare):
                blank = " " * (comma.start(1) - modal.end(1))
                text = text[: modal.end(1)] + blank + text[comma.start(1) :]
                break
    return text
