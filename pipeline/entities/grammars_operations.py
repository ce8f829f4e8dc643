"""Named operations, initiatives, programmes: a head word with a name in quotes or capitals, coordinated names apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.grammars_heads import gapped, heads
from pipeline.entities.grammars_rules import atoms, phrases, style
from pipeline.entities.kinds import Candidate
from pipeline.entities.persons import latin
from pipeline.language import PACKS
from pipeline.model import Kind, Layer

_GAP = r"\s{1,3}"
_QUOTED = r"(?:«(?P<a>[^«»\n]{2,60})»|“(?P<b>[^“”\n]{2,60})”|„(?P<c>[^„“”\n]{2,60})[“”]|\"(?P<d>[^\"\n]{2,60})\")"
_NEXT = re.compile(rf"(?:,\s{{1,3}}|\s{{1,3}}(?:and|и|or|или|,)\s{{1,3}}){_QUOTED}")
_PHASE = r"(?:[- ](?:[IVX]{1,5}|\d{1,4})(?![\w]))?"


@dataclass(frozen=True, slots=True)
class _Rules:
    quoted: re.Pattern[str]
    plural: re.Pattern[str]
    behind: re.Pattern[str]
    named: re.Pattern[str]
    plural_named: re.Pattern[str]
    listed: re.Pattern[str]
    plural_behind: re.Pattern[str]
    titled_behind: re.Pattern[str] | None
    head: re.Pattern[str]
    quote: re.Pattern[str]
    lasting: re.Pattern[str]
    led: re.Pattern[str]


@cache
def _rules(language: str) -> _Rules:
    words = PACKS[language].entities
    head, heads = words.operation, words.operation_plural
    between = gapped(words.operation_between)
    name = rf"[A-ZА-ЯЁ][\w-]+(?:{_GAP}[A-ZА-ЯЁ][\w-]+){{0,3}}{_PHASE}"
    return _Rules(
        quoted=re.compile(rf"(?<![\w-]){head}{_GAP}(?:{between})?{_QUOTED}{_PHASE}"),
        plural=re.compile(rf"(?<![\w-]){heads}{_GAP}(?:{between})?{_QUOTED}"),
        head=re.compile(rf"(?<![\w-]){head}(?![\w-])"),
        quote=re.compile(rf"{_GAP}{_QUOTED}"),
        led=re.compile(rf"(?<![\w-])(?:{gapped(words.role)}){_GAP}\Z", re.IGNORECASE),
        lasting=re.compile(rf"(?:{gapped(words.operation_lasting)})\Z"),
        behind=re.compile(rf"{_QUOTED}{_GAP}{head}(?!\w)"),
        named=re.compile(rf"(?<![\w-]){words.operation_capital}{_GAP}(?P<name>{name})"),
        plural_named=re.compile(
            rf"(?<![\w-]){heads}{_GAP}(?P<list>{_LISTED}(?:,{_GAP}{_LISTED}){{0,5}}(?:,?{_GAP}(?:and|и){_GAP}{_LISTED}))"
            rf"(?![\w-]|{_GAP}[A-ZА-ЯЁ])"
        ),
        listed=re.compile(rf"(?:\A|,{_GAP}(?:(?:and|и){_GAP})?|{_GAP}(?:and|и){_GAP})(?P<name>{_LISTED})"),
        plural_behind=re.compile(
            rf"(?<![\w-])(?P<name>{_SINGLE}){_GAP}and{_GAP}(?P<other>{_SINGLE}){_GAP}"
            rf"(?:{gapped(words.operation_behind)}){heads}(?!\w)"
        )
        if words.operation_behind
        else _NEVER,
        titled_behind=re.compile(
            rf"(?<![\w-])(?:[Tt]he|[Ii]ts|[Ii]n|[Oo]f){_GAP}(?P<name>{_SINGLE}(?:{_GAP}(?:(?:(?:of|for)(?:{_GAP}the)?|and){_GAP})?{_SINGLE}){{1,5}}){_GAP}(?:project|initiative|programme|program)(?!\w)"
        )
        if words.operation_behind
        else None,
    )


_NEVER = re.compile(r"(?!)")
_SINGLE = r"[A-ZА-ЯЁ][\w-]{2,30}"
_LISTED = rf"{_SINGLE}(?:{_GAP}{_SINGLE}){{0,2}}"


def operations(text: str, found: Iterable[Candidate], language: str) -> Iterator[Candidate]:
    """Operations by their head word; a name that the gazetteer knows as something else is none."""
    rules = _rules(language)
    known = {(one.start, one.end): one for one in found}
    offsets = heads(text, language)["operation"]
    cased = bool(PACKS[language].entities.phrases.governed)
    for match in _at(rules.quoted, text, offsets):
        listed = cased and _NEXT.match(text, match.end())  # «учений „А" и „Б"»: the head is that of both
        span = _inside(match) if listed else match.span()
        yield _operation(text, *span, _name(match), "operation.quoted")
        yield from _others(text, match.end())
    for match in _at(rules.plural, text, offsets):
        yield _operation(text, *_inside(match), _name(match), "operation.coordinated")
        yield from _others(text, match.end())
    yield from _owned(text, known, offsets, language)
    for match in rules.behind.finditer(text):
        yield _operation(text, match.start(), match.end(), _name(match), "operation.behind")
    for match in _at(rules.named, text, offsets):
        position = PACKS[language].entities.role
        if rules.led.search(text, max(match.start() - 40, 0), match.start()) and " " in match["name"]:
            continue  # "the manager of the project Jane Doe"
        if not _is_other(known.get(match.span("name"))) and not re.match(gapped(position), match["name"]):
            yield _operation(text, match.start(), match.end(), match["name"], "operation.named")
    for match in rules.titled_behind.finditer(text) if rules.titled_behind else ():
        start = match.start("name")
        if not any((start, at) in known for at in range(start + 2, match.end() + 1)):
            yield _operation(text, start, match.end(), match["name"], "operation.titled")
    for match in rules.plural_behind.finditer(text):
        spans = [match.span(group) for group in ("name", "other")]
        yield from _coordinated(text, spans, known)
    for match in _at(rules.plural_named, text, offsets):
        base = match.start("list")
        spans = [(base + one.start("name"), base + one.end("name")) for one in rules.listed.finditer(match["list"])]
        yield from _coordinated(text, spans, known)


def _owned(
    text: str, known: Mapping[tuple[int, int], Candidate], offsets: Iterable[int], language: str
) -> Iterator[Candidate]:
    """Names in quotation marks behind whose the operation is: «учения сил ОДКБ „Рубеж"»; the head stays apart."""
    rules, words = _rules(language), PACKS[language].entities
    if "«" not in text or not words.phrases.governed:
        return
    names = atoms(known.values())
    ends = {one.end for one in names.values() if one.kind in (Kind.ORGANISATION, Kind.COUNTRY, Kind.LOCATION)}
    reader, how = phrases(text, names, language), style("organisation", words)
    for head in _at(rules.head, text, offsets):
        end = reader.tail(head.end(), how)
        quoted = rules.quote.match(text, end) if end > head.end() else None
        if quoted and (end in ends or rules.lasting.search(text, max(end - 20, 0), end)):
            yield _operation(text, *_inside(quoted), _name(quoted), "operation.owned")


def _coordinated(
    text: str, spans: Iterable[tuple[int, int]], known: Mapping[tuple[int, int], Candidate]
) -> Iterator[Candidate]:
    for start, end in spans:
        if not _is_other(known.get((start, end))):
            yield _operation(text, start, end, text[start:end], "operation.coordinated")


def _at(pattern: re.Pattern[str], text: str, offsets: Iterable[int]) -> Iterator[re.Match[str]]:
    return filter(None, (pattern.match(text, offset) for offset in offsets))


def _is_other(one: Candidate | None) -> bool:
    return one is not None and one.kind is not Kind.OPERATION


def _others(text: str, pos: int) -> Iterator[Candidate]:
    """Further quoted names of the same list."""
    while match := _NEXT.match(text, pos):
        yield _operation(text, *_inside(match), _name(match), "operation.coordinated")
        pos = match.end()


def _name(match: re.Match[str]) -> str:
    return next(match[group] for group in "abcd" if match[group] is not None)


def _inside(match: re.Match[str]) -> tuple[int, int]:
    return next(match.span(group) for group in "abcd" if match[group] is not None)


def _operation(text: str, start: int, end: int, name: str, rule: str) -> Candidate:
    plain = _YEAR.sub("", name)
    probes = (text[start:end], name, plain, f"operation {latin(plain)}")
    entity_id = next(filter(None, map(operation_id, dict.fromkeys(probes))), None)
    return Candidate(start, end, Kind.OPERATION, entity_id, Layer.GRAMMAR, rule)


def operation_id(name: str) -> str | None:
    """The id of a name as it stands, or of the same words in quotation marks, which alone may not count."""
    found = (*gazetteer().lookup(name), *(match.entity_id for match in gazetteer().find(f"«{name.strip(_QUOTES)}»")))
    return next((one for one in found if one.startswith("operation:")), None)


_QUOTES = "«»“”„\"' "
_YEAR = re.compile(r"[-–—\s]{1,3}(?:19|20)\d\d(?!\d)")  # «Мак-2015» is one of the operations called «Мак»


def proper(text: str, one: Candidate, language: str) -> Candidate:
    """A known name with the head word in front of it, without the quotation marks or class word it stands alone with.

    An operation takes its head word along ("programme CADAP"); a newspaper does not (газета «Известия»).
    """
    if one.kind is Kind.OPERATION:
        if text[one.start] in _QUOTES and text[one.end - 1] in _QUOTES:
            return replace(one, start=one.start + 1, end=one.end - 1)
        base = max(one.start - 24, 0)
        front = _head_in_front(language).search(text[base : one.start])
        if front:
            return replace(one, start=base + front.start())
        behind = _head_behind(language).match(text, one.end)
        if phase := _NUMBERED.match(text, one.end):
            own = operation_id(text[one.start : phase.end()])
            one = replace(one, end=phase.end(), entity_id=own or one.entity_id)
        if behind and text[one.start].isupper():
            one = replace(one, end=behind.end())
        years = _YEARS.match(text, one.end) if " " in text[one.start : one.end] else None
        return replace(one, end=years.end()) if years else one
    if one.kind is Kind.LOCATION and (known := _class_behind(language).match(text, one.end)):
        return _with_class(text, one, known.end())
    if one.kind is Kind.COUNTRY and (state := _state_prefix(language).search(text, max(one.start - 40, 0), one.start)):
        return replace(one, start=state.start())
    if one.kind is Kind.ORGANISATION and (found := _CLASS_WORD.fullmatch(text, one.start, one.end)):
        return replace(one, start=found.start("name"), end=found.end("name"))
    return one


_YEARS = re.compile(r",?[^\S\n](?:for[^\S\n])?(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d)(?![\w-])")
_NUMBERED = re.compile(r"[ -](?:[IVX]{1,4}|[1-9])(?![\w.,%-])")


@cache
def _class_behind(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s{gapped(PACKS[language].entities.place_known_behind)}")


def _with_class(text: str, one: Candidate, end: int) -> Candidate:
    """A place with the class word behind it, which may make it a larger one: "Batken area" is the region."""
    name = text[one.start : one.end]
    found = (
        *gazetteer().lookup(text[one.start : end]),
        *(gazetteer().lookup(f"{name} Region") if " area" in text[one.end : end] else ()),
    )
    larger = next((place for place in found if place.startswith("place:")), one.entity_id)
    return replace(one, end=end, entity_id=larger) if name[:1].isupper() else one


_CLASS_WORD = re.compile(r"[а-яёa-z]{4,20}\s{1,3}[«“\"](?P<name>[^«»“”\"]{2,60})[»”\"]")


@cache
def _head_behind(language: str) -> re.Pattern[str]:
    """The class word behind a name that has none ("BOMNAF project"), in languages that put it there."""
    words = PACKS[language].entities
    return re.compile(rf"{_GAP}{words.operation}(?![\w-])") if words.operation_behind else _NEVER


@cache
def _state_prefix(language: str) -> re.Pattern[str]:
    """ "Republic of" where the country's name behind it is inflected too («с Республикой Индией»)."""
    return re.compile(rf"(?<![\w-])(?:{gapped(PACKS[language].entities.state_prefix)}){_GAP}\Z")


@cache
def _head_in_front(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){PACKS[language].entities.operation}{_GAP}$")
