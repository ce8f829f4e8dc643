"""Positions of persons, and persons where a position, a title or initials announce them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from pipeline.entities.grammars_heads import around_signs, gapped, heads
from pipeline.entities.grammars_rules import atoms, phrases, style
from pipeline.entities.kinds import Candidate
from pipeline.entities.russian_words import may_be_personal
from pipeline.language import PACKS
from pipeline.language.pack import EntityWords
from pipeline.model import Kind, Layer

_GAP = r"\s{1,3}"
_INITIAL = r"(?:[A-ZА-ЯЁ]|Kh|Sh|Zh|Ch|Ts|Yu|Ya|Ye|Yo|Dzh|Dj|Gh)\."
_INITIALS = rf"(?:{_INITIAL}\s{{0,2}}(?:{_INITIAL}\s{{0,2}})?)(?<![IVX]\.\n)"
_TWO_INITIALS = r"[А-ЯЁ]\.\s{0,2}[А-ЯЁ]\."
_APART = frozenset({Kind.COUNTRY, Kind.ORGANISATION, Kind.LOCATION, Kind.DATE, Kind.PERSON})


@dataclass(frozen=True, slots=True)
class _Rules:
    head: re.Pattern[str]
    front: re.Pattern[str]
    title: re.Pattern[str]
    ranking: re.Pattern[str]
    name: re.Pattern[str]
    initials: re.Pattern[str]
    between: re.Pattern[str]
    before: re.Pattern[str]
    apposition: re.Pattern[str]
    envoy: re.Pattern[str]
    rank: re.Pattern[str]
    son_of: re.Pattern[str]
    abroad: re.Pattern[str]
    ranked: re.Pattern[str]
    listed: re.Pattern[str]
    joined: re.Pattern[str]
    of_named: re.Pattern[str]
    plural: re.Pattern[str]
    patronymic: re.Pattern[str]
    patronymic_behind: re.Pattern[str]
    word_before: re.Pattern[str]
    surname: re.Pattern[str]


@cache
def _rules(language: str) -> _Rules:
    words = PACKS[language].entities
    word = words.name_word
    name = rf"{word}(?:{_GAP}{word}){{1,3}}"
    return _Rules(
        head=re.compile(rf"(?<![\w-])(?:{gapped(words.role)})(?![\w-])", re.IGNORECASE),
        front=re.compile(rf"(?<![\w-])(?:{words.role_front})(?:{_GAP}|-)$", re.IGNORECASE),
        title=re.compile(rf"(?<![\w-])(?:{gapped(words.person_title)}){_GAP}(?P<name>{word}(?:{_GAP}{word}){{0,2}})"),
        ranking=re.compile(
            rf"(?<![\w-])(?:{gapped(words.rank_of_person)}){_GAP}(?P<name>{word}(?:{_GAP}(?:(?:{words.particle}){_GAP})?{word}){{1,2}})(?![\w-])"
            if words.rank_of_person
            else "(?!)"
        ),
        name=re.compile(rf"(?P<name>{name})(?!\w)"),
        initials=re.compile(rf"(?<![\w.-])(?P<name>{_INITIALS}{word}|{word}{_GAP}{_TWO_INITIALS})(?!\w)"),
        between=re.compile(
            rf"(?:\s?\([^()\n]{{2,12}}\))?,?{_GAP}"
            rf"(?:(?:{gapped(words.person_title)}|{gapped(words.rank)}){_GAP}){{0,2}}"
        ),
        before=re.compile(rf"(?<![\w-])(?P<name>{name}),{_GAP}(?:the{_GAP})?$"),
        apposition=re.compile(rf"(?:{gapped(words.apposition)})$"),
        envoy=re.compile(words.envoy, re.IGNORECASE),
        rank=re.compile(rf"(?:{gapped(words.rank_of_two)})(?![\w-])", re.IGNORECASE),
        son_of=re.compile(rf"{_GAP}(?:{words.son_of})(?!\w)(?:{_GAP}{word})?"),
        abroad=re.compile(words.role_abroad, re.IGNORECASE),
        ranked=re.compile(rf"{_GAP}(?:{gapped(words.rank)})(?P<name>(?:{_GAP}{word}){{2,4}})?\Z"),
        listed=_listed("|".join(sorted(words.phrases.lists))),
        of_named=re.compile(rf"(?<![\w-])(?:{gapped(words.organisation_quoted)})\Z"),
        joined=re.compile(words.role_joined),
        plural=re.compile(words.role_plural),
        patronymic=re.compile(rf"{word}{_GAP}(?=[A-ZА-ЯЁ])(?:{words.patronymic})"),
        patronymic_behind=re.compile(rf"{_GAP}(?=[A-ZА-ЯЁ])(?:{words.patronymic})(?![\w-])"),
        surname=re.compile(words.surname, re.IGNORECASE),
        word_before=re.compile(rf"(?<![\w.-])(?P<word>{word}|[A-ZА-ЯЁ]{{3,20}}){_GAP}\Z"),
    )


def _listed(joins: str) -> re.Pattern[str]:
    """The rest of a list of fields: ", Industry and Energy", of one or two words each, not into a name behind it."""
    word = r"[A-Z][a-z]{2,20}"
    pair = rf"{word}(?:{_GAP}{word})?"
    last = rf"(?:{pair}(?!{_GAP}[A-Z])|{word}(?={_GAP}{word}{_GAP}{word}(?!{_GAP}[A-Z])))"
    return re.compile(rf"(?:,{_GAP}{pair}){{1,4}},?{_GAP}(?:{joins}){_GAP}{last}(?!\w)")


def people(text: str, found: Iterable[Candidate], language: str) -> Iterator[Candidate]:
    """Roles that stand beside a person or name whose they are; persons behind roles and titles."""
    candidates = list(found)
    persons = {one.start: one for one in candidates if one.kind is Kind.PERSON}
    for one in tuple(persons.values()):
        if son_of := _rules(language).son_of.match(text, one.end):
            persons[one.start] = replace(one, end=son_of.end(), by=Layer.GRAMMAR, rule="person.son-of")
            yield persons[one.start]
    for one in _completed(text, persons, language):
        persons[one.start] = one
        yield one
    for one in _announced(text, atoms(candidates), language):
        persons.setdefault(one.start, one)
        yield one
    yield from _roles(text, [*candidates, *persons.values()], persons, language)


def _completed(text: str, persons: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    """Given name and patronymic with the surname on either side, where the model saw two names or half of one."""
    rules = _rules(language)
    for one in list(persons.values()):
        if rules.patronymic.fullmatch(text, one.start, one.end):
            found = rules.word_before.search(text, max(one.start - 40, 0), one.start)
            if found and (found.start("word") in persons or rules.surname.fullmatch(found["word"])):
                yield replace(one, start=found.start("word"), by=Layer.GRAMMAR, rule="person.patronymic")
        elif behind := rules.patronymic_behind.match(text, one.end):
            yield replace(one, end=behind.end(), by=Layer.GRAMMAR, rule="person.patronymic")
        elif text[one.end : one.end + 1] == "." and _ONE_LETTER.search(text, one.start, one.end):
            yield replace(one, end=one.end + 1, by=Layer.GRAMMAR, rule="person.initials")


def _announced(text: str, known: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    rules = _rules(language)
    for name, pattern in (
        ("person.title", rules.title),
        ("person.title", rules.ranking),
        ("person.initials", rules.initials),
    ):
        places = around_signs(text, _DOT, _REACH) if pattern is rules.initials else ((0, len(text)),)
        for match in (found for place in places for found in pattern.finditer(text, *place)):
            one = known.get(match.start("name"))
            if (one is None or one.kind is Kind.PERSON) and not _is_plain(text, match["name"], rules):
                yield _person(match, name)


_DOT = re.compile(r"\.(?:(?<=[A-ZА-ЯЁ]\.)|(?<=[A-Z][a-z]\.)|(?<=[A-Z][a-z]{2}\.))")
_REACH = 120  # characters that a name may take on either side of the full stop of an initial


def _is_plain(text: str, name: str, rules: _Rules) -> bool:
    """Whether a position follows the title ("Mr. President"), or a word of the text the letter of a list ("E.Any")."""
    if rules.head.match(name):
        return True
    listed = _LISTED_WORD.fullmatch(name)
    return listed is not None and re.search(rf"(?<!\w){re.escape(listed[1].lower())}(?!\w)", text) is not None


_LISTED_WORD = re.compile(r"[A-Z]\.([A-Z][a-z]+)")


def _person(match: re.Match[str], rule: str) -> Candidate:
    start, end = match.span("name")
    return Candidate(start, end, Kind.PERSON, None, Layer.GRAMMAR, rule)


class _Edges:
    """Which known names begin and end where."""

    def __init__(self, found: Iterable[Candidate]) -> None:
        apart = [one for one in found if one.kind in _APART]
        self.ends = {one.end for one in apart}
        self.persons = {one.end: one for one in apart if one.kind is Kind.PERSON}


def _roles(text: str, found: list[Candidate], persons: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    words, rules, known = PACKS[language].entities, _rules(language), atoms(found)
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
        person = _behind(text, end, language, persons, known)
        if person is not None:
            others = chain[:-1] if chain[-1] == (start, end) else ()
            yield from (Candidate(*span, Kind.ROLE, None, Layer.GRAMMAR, "role.of-several") for span in others)
            last = person.end
            yield replace(person, by=Layer.GRAMMAR, rule="person.behind-role")
        elif missed := _before(text, start, match.end(), end, language, known):
            yield missed
        elif named := _in_apposition(text, start, rules, edges):
            yield replace(named, by=Layer.GRAMMAR, rule="person.before-role")
        elif not _is_longer(sure.get(start), end) and (
            rules.plural.fullmatch(match.group()) or not _is_specific(text, start, match, end, sure, edges)
        ):
            continue
        last = max(last, end)
        yield Candidate(start, end, Kind.ROLE, None, Layer.GRAMMAR, "role.beside-person" if person else "role.of")


def _over_quoted(text: str, head_end: int, end: int, rules: _Rules) -> int:
    """The end of a position with the name in quotation marks of what it is held in («лидер партии „Нур"»)."""
    quoted = _QUOTED.match(text, end) if end > head_end else None
    return quoted.end() if quoted and rules.of_named.search(text, max(end - 24, 0), end) else end


def _is_longer(known: Candidate | None, end: int) -> bool:
    """Whether a position that the tables know goes on: «посла Пакистана» with «в Узбекистане»."""
    return known is not None and known.kind is Kind.ROLE and known.end < end


def _trimmed(
    text: str, head_end: int, end: int, known: Mapping[int, Candidate], rules: _Rules, persons: Mapping[int, Candidate]
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


_FIELD = re.compile(r"(?<![\w'’.-])(?P<word>[A-Z][a-z]{3,20})(?P<join>[^\S\n](?:and[^\S\n])?)\Z")
_ONE_LETTER = re.compile(r"\w{3}\s[А-ЯЁ]\Z")
_QUOTED = re.compile(r"\s{1,3}«[^«»\n]{2,60}»")
_COMMA = re.compile(r",\s{1,3}")
_OPEN = re.compile(r"\s(?:of|for|the)\Z")


def _left(text: str, start: int, rules: _Rules) -> int:
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


def _behind(
    text: str, end: int, language: str, persons: Mapping[int, Candidate], known: Mapping[int, Candidate]
) -> Candidate | None:
    """The person whose name follows a role."""
    rules = _rules(language)
    gap = rules.between.match(text, end)
    if gap is None:
        return None
    person = persons.get(gap.end())
    if person is not None:
        return person
    if text[max(end - _HEADING, 0) : end].isupper() and (capitals := _in_capitals(text, gap.end(), rules)):
        return capitals
    name = rules.name.match(text, gap.end())
    doubtful = known.get(gap.end())
    if name and doubtful and doubtful.by is Layer.MODEL and (doubtful.start, doubtful.end) == name.span("name"):
        return replace(doubtful, kind=Kind.PERSON)  # what has a position is no body
    if name is None or "," in gap.group() or gap.end() in known or _holds_known(name, known):
        return None
    words = PACKS[language].entities
    if not (words.phrases.stops | words.common).isdisjoint(name.group().lower().split()):
        return None
    if rules.head.search(name.group()) or rules.front.match(f"{name.group().split()[0]} "):
        return None
    return Candidate(*name.span("name"), Kind.PERSON, None, Layer.GRAMMAR, "person.behind-role")


def _in_capitals(text: str, start: int, rules: _Rules) -> Candidate | None:
    """The name behind a position in a heading in capitals, word for word as long as no dictionary has the words."""
    found = _CAPITALS.match(text, start)
    words = list(_WORD_IN_CAPITALS.finditer(found.group())) if found else []

    def is_name(word: re.Match[str]) -> bool:
        surname = word.start() > 0 and rules.surname.fullmatch(word.group()) is not None
        return surname or all(map(may_be_personal, word.group().split("-")))

    fitting = list(takewhile(is_name, words))
    if found is None or len(fitting) < _NAMES:
        return None
    end = start + fitting[-1].end()
    return Candidate(start, end, Kind.PERSON, None, Layer.GRAMMAR, "person.behind-role")


_HEADING = 12  # characters of a position that tell whether its line is in capitals
_NAMES = 2  # words of a name
_WORD_IN_CAPITALS = re.compile(r"[А-ЯЁ]{2,20}(?:-[А-ЯЁ]{2,20}){0,2}")
_CAPITALS = re.compile(r"[А-ЯЁ]{2,20}(?:-[А-ЯЁ]{2,20}){0,2}(?:\s[А-ЯЁ]{2,20}(?:-[А-ЯЁ]{2,20}){0,2}){1,2}")


def _before(
    text: str, start: int, head_end: int, end: int, language: str, known: Mapping[int, Candidate]
) -> Candidate | None:
    """A name that the model missed in front of ", Head of …", with a complement or at the end of a line."""
    if not text[start].isupper() or (end == head_end and text[end : end + 1] not in ("", "\n")):
        return None
    base = max(start - 60, 0)
    found = _rules(language).before.search(text[base:start])
    if found is None:
        return None
    first, last = base + found.start("name"), base + found.end("name")
    words = text[first:last].lower().split()
    stops = PACKS[language].entities.phrases.sentence_words | PACKS[language].entities.phrases.stops
    if any(at in known for at in range(first, last)) or any(word in stops for word in words):
        return None
    if any(_rules(language).head.match(word) for word in words):
        return None
    return Candidate(first, last, Kind.PERSON, None, Layer.GRAMMAR, "person.before-role")


def _holds_known(name: re.Match[str], known: Mapping[int, Candidate]) -> bool:
    start, end = name.span("name")
    inside = (known[at] for at in range(start, end) if at in known and known[at].kind is not Kind.PERSON)
    return any(one.by is not Layer.MODEL or one.end > end for one in inside)


def _in_apposition(text: str, start: int, rules: _Rules, edges: _Edges) -> Candidate | None:
    """The person whose name and a comma stand in front of the role."""
    found = rules.apposition.search(text, max(start - _APART_BY, 0), start)
    return edges.persons.get(found.start()) if found else None


_APART_BY = 24  # characters between a name and the position behind it: ", the former "


def _is_specific(
    text: str, start: int, head: re.Match[str], end: int, known: Mapping[int, Candidate], edges: _Edges
) -> bool:
    """A capitalised position of a named country or body is one person's even where the person is not named."""
    head_end = head.end()
    complement = any(known[at].kind in (Kind.COUNTRY, Kind.ORGANISATION) for at in range(head_end, end) if at in known)
    in_front = any(gap in edges.ends for gap in range(max(start - 3, 0), start))
    return text[start].isupper() and (complement or (in_front and start + 1 < head_end and " " in text[start:end]))
