"""Span grammars of long names: organisations, treaties, events.

Each begins at a head noun and asks how far the name reaches to both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.grammars_english import EnglishPhrases, Style
from pipeline.entities.grammars_heads import gapped, heads
from pipeline.entities.grammars_russian import RussianPhrases
from pipeline.entities.kinds import Candidate
from pipeline.language import PACKS
from pipeline.language.pack import EntityWords
from pipeline.model import Kind, Layer

Phrases = EnglishPhrases | RussianPhrases
_ENGINES: Mapping[str, type[EnglishPhrases] | type[RussianPhrases]] = {"en": EnglishPhrases, "ru": RussianPhrases}
_GAP = r"\s{1,3}"
_QUOTE = r"(?:«[^«»\n]{3,250}(?:«[^«»\n]{1,80}»[^«»\n]{0,150})?»|“[^“”\n]{3,250}”|\"[^\"\n]{3,250}\")"


@dataclass(frozen=True, slots=True)
class _Rules:
    organisation: re.Pattern[str]
    treaty: re.Pattern[str]
    treaty_lower: re.Pattern[str]
    treaty_tail: re.Pattern[str]
    treaty_bare: re.Pattern[str]
    programme: re.Pattern[str]
    ordinal: re.Pattern[str]
    event: re.Pattern[str]
    date_link: re.Pattern[str]
    quoted: re.Pattern[str]
    year_in_front: re.Pattern[str]
    subject: re.Pattern[str] | None
    abroad: re.Pattern[str]
    qualifier: re.Pattern[str]
    attached: re.Pattern[str]


@cache
def _rules(language: str) -> _Rules:
    words = PACKS[language].entities
    edge = r"(?![\w-])"
    return _Rules(
        organisation=re.compile(rf"(?<![\w-])(?:{words.organisation}){edge}"),
        treaty=re.compile(rf"(?<![\w-])(?:{words.treaty}|{words.treaty_capitals}|{words.treaty_programme}){edge}"),
        programme=re.compile(words.treaty_programme),
        treaty_lower=re.compile(rf"(?<![\w-])(?:{gapped(words.treaty_lower)}){edge}", re.I),
        treaty_tail=re.compile(rf"{_GAP}(?:{words.treaty_links})(?!\w)", re.I),
        treaty_bare=re.compile(rf"{_GAP}(?:{gapped(words.treaty_bare)})", re.I),
        ordinal=re.compile(rf"(?<![\w-])(?P<ordinal>{words.ordinal}){_GAP}(?:{words.modifier}{_GAP}){{0,3}}$"),
        event=re.compile(rf"(?<![\w-])(?:{gapped(words.event)}){edge}"),
        date_link=re.compile(gapped(words.date_link)),
        quoted=re.compile(rf",?{_GAP}(?:(?:{gapped(words.quote_link)}){_GAP})?(?P<quote>{_QUOTE})"),
        year_in_front=re.compile(r"(?<!\w)(?:1[89]|20)\d\d\s$"),
        subject=re.compile(words.organisation_subject) if words.organisation_subject else None,
        abroad=re.compile(words.organisation_abroad, re.IGNORECASE),
        qualifier=re.compile(rf"(?<![\w-])(?:{words.qualifier}){_GAP}\Z"),
        attached=re.compile(rf"{_GAP}(?:{gapped(words.attached)})"),
    )


def atoms(found: Iterable[Candidate]) -> dict[int, Candidate]:
    """The longest candidate at each start."""
    longest: dict[int, Candidate] = {}
    for one in found:
        have = longest.get(one.start)
        if have is None or one.end > have.end:
            longest[one.start] = one
    return longest


def phrases(text: str, known: Mapping[int, Candidate], language: str) -> Phrases:
    engine = _ENGINES[language]
    return engine(text, known, PACKS[language].entities.phrases)


def style(kind: str, words: EntityWords, *, regions: bool = False, cities: bool = False) -> Style:
    nothing: frozenset[str] = frozenset()
    return Style(words.links.get(kind, nothing), words.lower_links.get(kind, nothing), regions, cities)


def long_names(text: str, found: Iterable[Candidate], language: str) -> Iterator[Candidate]:
    """Organisations, then treaties and events, which may contain them."""
    known = atoms(found)
    for read in (_organisations, _treaties, _events):
        fresh = list(read(text, known, language))
        yield from fresh
        for one in fresh:
            have = known.get(one.start)
            if have is None or have.end < one.end:
                known[one.start] = one


# --- organisations ---------------------------------------------------------------------------------------------------


def _organisations(text: str, known: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    words, rules, reader = PACKS[language].entities, _rules(language), phrases(text, known, language)
    inside = sorted((one for one in known.values() if one.kind is Kind.ORGANISATION), key=lambda one: one.start)
    how = replace(style("organisation", words), country_ends=True, subject=rules.subject)
    abroad = replace(how, regions=True)
    for match in _matches(text, rules.organisation, heads(text, language)["organisation"]):
        known_name = _around(inside, match.start(), match.end())
        if known_name and rules.qualifier.search(text, max(known_name.start - 20, 0), known_name.start):
            known_name = None  # a National Security Council is not the Security Council
        start = known_name.start if known_name else reader.left(match.start())
        reach = abroad if rules.abroad.match(match.group()) else how
        end = reader.tail(known_name.end if known_name else match.end(), reach)
        if under := rules.attached.match(text, end):
            end = reader.tail(under.end(), reach)
        if known_name and (start, end) == (known_name.start, known_name.end):
            continue
        if not known_name and not _is_name(text, start, match, end, words):
            continue
        entity_id = _organisation_id(text[start:end], known_name)
        yield Candidate(start, end, Kind.ORGANISATION, entity_id, Layer.GRAMMAR, "organisation.long-name")


def _matches(text: str, pattern: re.Pattern[str], offsets: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of a head's pattern at the places where it may begin, without overlaps."""
    end = 0
    for offset in offsets:
        match = pattern.match(text, offset) if offset >= end else None
        if match is not None:
            end = match.end()
            yield match


def _around(ordered: list[Candidate], start: int, end: int) -> Candidate | None:
    """The longest known name that covers a head noun."""
    low, high = 0, len(ordered)
    while low < high:
        middle = (low + high) // 2
        if ordered[middle].start <= start:
            low = middle + 1
        else:
            high = middle
    near = [one for one in ordered[max(low - 8, 0) : low] if one.start <= start and end <= one.end]
    return max(near, key=lambda one: one.length, default=None)


def _is_name(text: str, start: int, head: re.Match[str], end: int, words: EntityWords) -> bool:
    """A head noun alone, or with generic modifiers only, names nothing, nor does "the Requested Authority"."""
    if re.fullmatch(words.instrument_names, text[start:end]):
        return False
    if end == head.end():
        if not head.group()[0].isupper():
            return False
        modifiers = [word.lower() for word in re.findall(r"[^\W\d_][\w-]*", text[start : head.start()])]
        return any(word not in words.generic for word in modifiers) and text[start].isupper()
    if text[start].isupper():
        return True
    return bool(words.organisation_lower) and re.match(words.organisation_lower, text[head.start() :][:60]) is not None


def _organisation_id(name: str, known_name: Candidate | None) -> str | None:
    """The id of the name, or of the name that it only makes longer ("… for combating …")."""
    plain = re.sub(r"\s+(?=['’]s?\b)", "", name)
    found = next((one for one in gazetteer().lookup(plain) if one.startswith("org:")), None)
    if found or known_name is None:
        return found
    rest = name[known_name.length :].split()
    return known_name.entity_id if rest and rest[0].lower() in _TAIL_ONLY else None


_TAIL_ONLY = frozenset({"for", "по", "to"})

# --- treaties --------------------------------------------------------------------------------------------------------


def _treaties(text: str, known: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    words, rules, reader = PACKS[language].entities, _rules(language), phrases(text, known, language)
    inside = sorted((one for one in known.values() if one.kind is Kind.TREATY), key=lambda one: one.start)
    other = sorted((one for one in known.values() if one.kind is Kind.ORGANISATION), key=lambda one: one.start)
    how = replace(style("treaty", words, regions=True), topics=True, longest=600)
    for head in _heads(text, rules, heads(text, language)["treaty"]):
        known_name = _around(inside, *head)
        if known_name is None and _around(other, *head) is not None:
            continue
        start = known_name.start if known_name else reader.left(head[0])
        end = reader.tail(known_name.end if known_name else head[1], how)
        if known_name and text[known_name.end : end].split()[:1] and not rules.treaty_tail.match(text, known_name.end):
            end = known_name.end
        tail = _with_date(text, end, known, rules)
        if known_name is None and not _is_title(text, start, head, end, rules, words, dated=tail > end):
            continue
        if rules.programme.match(text, *head) and not (text[start].isupper() and _international(known, start, end)):
            continue  # a state's own strategy
        core, end = end, tail
        start = _with_year(text, start, rules)
        if known_name and (start, end) == (known_name.start, known_name.end):
            continue
        entity_id = _treaty_id((text[start:end], text[start:core]), known_name)
        yield Candidate(start, end, Kind.TREATY, entity_id, Layer.GRAMMAR, "treaty.title")
    for one in inside:
        year = _YEAR_BEHIND.match(text, one.end)
        end = year.end() if year else _with_date(text, one.end, known, rules)
        if end > one.end:
            yield Candidate(one.start, end, Kind.TREATY, one.entity_id, Layer.GRAMMAR, "treaty.dated")


_YEAR_BEHIND = re.compile(r"\s(?:1[89]|20)\d\d(?![\w-]|\s?[–—/])")


def _heads(text: str, rules: _Rules, offsets: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    patterns = (rules.treaty, rules.treaty_lower)
    spans = {match.span() for pattern in patterns for match in _matches(text, pattern, offsets)}
    last = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            last = end
            yield start, end


def _is_title(
    text: str, start: int, head: tuple[int, int], end: int, rules: _Rules, words: EntityWords, *, dated: bool
) -> bool:
    """A title has a subject behind its head, or a proper name in front of it ("Vienna Convention")."""
    goes_on = rules.treaty_tail.match(text, head[1]) is not None and end > head[1]
    modifiers = [word for word in re.findall(r"[^\W\d_][\w-]*", text[start : head[0]]) if not rules.treaty.match(word)]
    if any(word[0].isupper() and word.lower() not in words.generic | _BARE_MODIFIERS for word in modifiers):
        return True
    if goes_on and not dated and rules.treaty_bare.fullmatch(text, head[1], end):
        return False  # "a memorandum of understanding": every one has this name
    if text[head[0]].isupper() or not goes_on:
        return goes_on or (dated and text[head[0]].isupper())
    # in lower case only what names its parties, its date, or a long subject by a fixed term is one instrument
    between = words.pair and re.search(words.pair, text[head[1] : end])
    return bool(between) or dated or (not language_has_cases(words) and end - head[1] > _SHORT_SUBJECT)


_SHORT_SUBJECT = 12


def language_has_cases(words: EntityWords) -> bool:
    """Whether names of the language are written in lower case behind their first word."""
    return bool(words.phrases.governed)


_BARE_MODIFIERS = frozenset(
    {"framework", "bilateral", "present", "additional", "optional", "contracting", "final", "draft", "agreed", "party"}
)


def _international(known: Mapping[int, Candidate], start: int, end: int) -> bool:
    """Whether a title names an organisation of several states."""
    inside = (known[at] for at in range(start, end) if at in known)
    return any(one.kind is Kind.ORGANISATION and _BODY.match(one.entity_id or "") for one in inside)


_BODY = re.compile(r"org:(?![A-Z]{2}-(?!RATS))")


def _with_date(text: str, end: int, known: Mapping[int, Candidate], rules: _Rules) -> int:
    """Over "of 1988", ", 20 December 1988", «от 5 мая 1998 года», «1988 года»."""
    link = rules.date_link.match(text, end)
    if link is None:
        return end
    date = known.get(link.end())
    if not link.group().strip() and (date is None or not text[date.start : date.start + 4].isdigit()):
        date = None  # without a word between, only a year belongs to the title
    if date is not None and date.kind is Kind.DATE and re.search(r"\d{4}", text[date.start : date.end]):
        return date.end
    year = re.compile(r"(?:1[89]|20)\d\d(?![\w-])").match(text, link.end())
    return year.end() if year and link.group().strip(" ,\n") else end


def _with_year(text: str, start: int, rules: _Rules) -> int:
    found = rules.year_in_front.search(text, max(start - 6, 0), start)
    return found.start() if found else start


def _treaty_id(names: Iterable[str], known_name: Candidate | None) -> str | None:
    """The id of the title, with its date or without it."""
    found = next((one for name in names for one in gazetteer().lookup(name) if one.startswith("treaty:")), None)
    return found or (known_name.entity_id if known_name else None)


# --- events ----------------------------------------------------------------------------------------------------------


def _events(text: str, known: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    words, rules, reader = PACKS[language].entities, _rules(language), phrases(text, known, language)
    how = replace(style("event", words), people=True)
    for match in _matches(text, rules.event, heads(text, language)["event"]):
        topic = reader.tail(match.end(), how)
        end = _with_quote(text, topic, rules)
        base = max(match.start() - _FRONT, 0)
        numbered = rules.ordinal.search(text[base : match.start()])
        if numbered:
            yield Candidate(base + numbered.start(), end, Kind.EVENT, None, Layer.GRAMMAR, "event.numbered")
            continue
        start = reader.left(match.start())
        titled = match.group()[0].isupper() and (topic > match.end() or start < match.start())
        named = start < match.start() and text[start].isupper() and not _sentence_start(text, start)
        if end > topic or titled or (named and language_has_cases(words) and topic > match.end()):
            yield Candidate(start, end, Kind.EVENT, None, Layer.GRAMMAR, "event.titled")


_FRONT = 110  # characters in front of a head noun that its ordinal and adjectives may take


def _with_quote(text: str, end: int, rules: _Rules) -> int:
    quoted = rules.quoted.match(text, end)
    return quoted.end() if quoted else end


def _sentence_start(text: str, start: int) -> bool:
    return re.search(r"(?:^|[.!?…:;]\s{0,3}|\n\s{0,3}|[«“\"]\s?)$", text[max(start - 6, 0) : start]) is not None
