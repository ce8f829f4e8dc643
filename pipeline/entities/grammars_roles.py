"""Positions of persons: how far they reach on both sides, and which of them are somebody's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pipeline.entities.grammars_heads import heads
from pipeline.entities.grammars_holders import in_apposition, named_before, named_behind
from pipeline.entities.grammars_people_rules import Rules, rules_of
from pipeline.entities.grammars_rules import atoms, phrases, style
from pipeline.entities.kinds import Candidate
from pipeline.language import PACKS
from pipeline.language.pack import EntityWords
from pipeline.model import Kind, Layer

_APART = frozenset({Kind.COUNTRY, Kind.ORGANISATION, Kind.LOCATION, Kind.DATE, Kind.PERSON})
_FIELD = re.compile(r"(?<![\w'’.-])(?P<word>[A-Z][a-z]{3,20})(?P<join>[^\S\n](?:and[^\S\n])?)\Z")
_QUOTED = re.compile(r"\s{1,3}«[^«»\n]{2,60}»")
_COMMA = re.compile(r",\s{1,3}")
_OPEN = re.compile(r"\s(?:of|for|the)\Z")


class _Edges:
    """Which known names begin and end where."""

    def __init__(self, found: Iterable[Candidate]) -> None:
        apart = [one for one in found if one.kind in _APART]
        self.ends = {one.end for one in apart}
        self.persons = {one.end: one for one in apart if one.kind is Kind.PERSON}


def roles(text: str, found: list[Candidate], persons: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    """Positions that somebody named holds, or that are one person's alone, with the persons whom only they announce."""
    words, rules, known = PACKS[language].entities, rules_of(language), atoms(found)
    reader, edges = phrases(text, known, language), _Edges(found)
    sure = atoms(one for one in found if one.by is not Layer.MODEL)
    certain = {**sure, **persons}
    how = replace(style("role", words, cities=True), lists=False, bare=False, country_ends=True)
    envoys = replace(how, accredited=words.accredited, posts=True)
    away = replace(envoys, regions=True)
    how = replace(how, links=how.links - words.accredited)
    last = 0
    chain: list[tuple[int, int]] = []  # positions in front that a dash or commas may join with this one
    for match in filter(None, (rules.head.match(text, offset) for offset in heads(text, language)["role"])):
        start = _of_field(text, _left(text, match.start(), rules), match, certain, words)
        if chain and rules.joined.fullmatch(text, chain[-1][1], start) and chain[-1][1] >= last:
            start = chain.pop()[0]
        if match.start() < last or _inside_name(sure, match.start(), match.end()) or rules.rank.match(text, start):
            continue
        end = reader.tail(match.end(), envoys if rules.envoy.match(match.group()) else how)
        if rules.abroad.search(text, match.end(), end):
            end = max(end, reader.tail(match.end(), away))
        end = _trimmed(text, match.end(), end, sure, rules, persons)
        end = _over_quoted(text, match.end(), end, rules)
        if not chain or start >= chain[-1][1]:
            chain = [*(chain if chain and _COMMA.fullmatch(text, chain[-1][1], start) else ()), (start, end)]
        person = named_behind(text, end, language, persons, known)
        if person is not None:
            others = chain[:-1] if chain[-1] == (start, end) else ()
            yield from (Candidate(*span, Kind.ROLE, None, Layer.GRAMMAR, "role.of-several") for span in others)
            last = person.end
            yield replace(person, by=Layer.GRAMMAR, rule="person.behind-role")
        elif missed := named_before(text, start, match.end(), end, language, known):
            yield missed
        elif named := in_apposition(text, start, rules, edges.persons):
            yield replace(named, by=Layer.GRAMMAR, rule="person.before-role")
        elif not _is_longer(sure.get(start), end) and (
            rules.plural.fullmatch(match.group()) or not _is_specific(text, start, match, end, sure, edges)
        ):
            continue
        last = max(last, end)
        yield Candidate(start, end, Kind.ROLE, None, Layer.GRAMMAR, "role.beside-person" if person else "role.of")


def _over_quoted(text: str, head_end: int, end: int, rules: Rules) -> int:
    """The end of a position with the name in quotation marks of what it is held in («лидер партии „Нур"»)."""
    quoted = _QUOTED.match(text, end) if end > head_end else None
    return quoted.end() if quoted and rules.of_named.search(text, max(end - 24, 0), end) else end


def _is_longer(known: Candidate | None, end: int) -> bool:
    """Whether a position that the tables know goes on: «посла Пакистана» with «в Узбекистане»."""
    return known is not None and known.kind is Kind.ROLE and known.end < end


def _trimmed(
    text: str, head_end: int, end: int, known: Mapping[int, Candidate], rules: Rules, persons: Mapping[int, Candidate]
) -> int:
    """The end of a position before the rank and name of its holder, behind the whole list of its fields."""
    if end == head_end:
        return end
    ranked = rules.ranked.search(text, head_end, end)
    if ranked and text[ranked.start() - 1].isalpha() and not _OPEN.search(text, head_end, ranked.start()):
        named = ranked["name"] or end + 1 in persons or rules.name.match(text, end + 1)
        return ranked.start() if named else end
    rest = rules.listed.match(text, end)
    if rest is None or any(at in known for at in range(rest.start(), rest.end())) or rules.head.search(rest.group()):
        return end
    return rest.end()


def _left(text: str, start: int, rules: Rules) -> int:
    """Over "First Deputy", "Foreign", «первый заместитель»; a country or organisation in front stays apart."""
    for _ in range(5):
        back = text[max(start - 40, 0) : start]
        found = rules.front.search(back)
        if found is None:
            break
        start -= len(back) - found.start()
    return start


def _of_field(text: str, start: int, head: re.Match[str], known: Mapping[int, Candidate], words: EntityWords) -> int:
    """Over the field in front of the head: "Public Security Minister", "Presidential Spokesperson"."""
    if not head.group()[0].isupper() or not re.fullmatch(words.role_fielded, head.group()):
        return start
    for _ in range(4):
        found = _FIELD.search(text, max(start - 30, 0), start)
        if found is None or found["word"].lower() in words.phrases.sentence_words | words.phrases.stops | words.common:
            break
        first, last = found.span("word")
        near = (known[at] for at in range(max(first - 40, 0), last) if at in known)
        if any(one.start < last and first < one.end for one in near):
            break
        start = first
    return start


def _inside_name(known: Mapping[int, Candidate], start: int, end: int) -> bool:
    """Whether a head noun belongs to the name of an organisation ("Prosecutor General's Office")."""
    for at in range(max(start - 60, 0), start + 1):
        one = known.get(at)
        if one is not None and one.end >= end and one.kind in (Kind.ORGANISATION, Kind.TREATY, Kind.OPERATION):
            return True
    return False


def _is_specific(
    text: str, start: int, head: re.Match[str], end: int, known: Mapping[int, Candidate], edges: _Edges
) -> bool:
    """A capitalised position of a named country or body is one person's even where the person is not named."""
    head_end = head.end()
    complement = any(known[at].kind in (Kind.COUNTRY, Kind.ORGANISATION) for at in range(head_end, end) if at in known)
    in_front = any(gap in edges.ends for gap in range(max(start - 3, 0), start))
    return text[start].isupper() and (complement or (in_front and start + 1 < head_end and " " in text[start:end]))
