"""What an instrument states of itself: clauses on its life, defined terms. Nothing is inferred."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from pipeline.extract import datelines
from pipeline.language import PACKS
from pipeline.model import Clause, DefinedTerm, Provision, Span, Structure
from pipeline.structure.lines import Page

SENTENCE = 900
MEANING = 300
BEHIND = 60  # characters within which a subject follows its verb
_OF_ITSELF = frozenset({"in_force"})
_NAMING_IT = frozenset({"duration", "renewal", "termination", "supersedes", "not_binding"})
BREAKS = r"\n\s*\n|\n(?=\s{0,4}(?:\(?\w{1,3}[.)]|[-–—])\s)"
STOPS = re.compile(rf"[.;!?](?=[\s»”\"]|$)|{BREAKS}")
# With capitals at hand: no stop before a small letter, as behind an abbreviation («1993 г. и может»).
CASED_STOPS = re.compile(rf"[;!?](?=[\s»”\"]|$)|\.(?=[»”\"]|\s{{1,3}}[^\sa-zа-яё]|\s*$|\s{{4}})|{BREAKS}")


@dataclass(frozen=True, slots=True)
class Patterns:
    """The pack's expressions on the frame of an instrument, compiled; names as in StructureWords."""

    clauses: tuple[tuple[str, re.Pattern[str]], ...]
    named: tuple[re.Pattern[str], ...]
    means: re.Pattern[str]
    split: re.Pattern[str]
    strict: re.Pattern[str]
    capitals: tuple[re.Pattern[str], ...]
    stop: re.Pattern[str]
    title_ends: re.Pattern[str]
    place: re.Pattern[str]
    done: re.Pattern[str]
    closed: re.Pattern[str]
    adopted: re.Pattern[str]
    other_force: re.Pattern[str]
    itself: re.Pattern[str]
    named_here: re.Pattern[str]
    not_itself: re.Pattern[str]
    sides: re.Pattern[str]
    asides: re.Pattern[str]
    opened_by: re.Pattern[str]
    label: re.Pattern[str]
    constituting: re.Pattern[str]


@cache
def patterns_of(language: str) -> Patterns:
    """Those of a language that has a pack."""
    words = PACKS[language].structure
    return Patterns(
        tuple((kind, re.compile(cue.replace(" ", r"\s{1,3}"))) for kind, cue in words.clauses.items()),
        tuple(_loose(cue) for cue in words.named),
        re.compile(rf"[\"“«]([^\"”»\n]{{1,80}})[\"”»][*_]{{0,2}}\s{{0,3}}{words.means}", re.IGNORECASE),
        re.compile(words.party_split),
        re.compile(words.strict_split),
        (re.compile(words.strict_split, re.IGNORECASE), re.compile(words.party_split, re.IGNORECASE)),
        re.compile(words.party_stop),
        re.compile(words.title_ends, re.IGNORECASE),
        re.compile(words.place),
        re.compile(rf"\b(?:{'|'.join(words.done_at)})\b", re.IGNORECASE),
        re.compile(words.closed, re.IGNORECASE | re.MULTILINE),
        re.compile(words.adopted, re.IGNORECASE),
        _loose(words.in_force_not),
        _loose(words.itself),
        _loose(words.named_here),
        _loose(words.not_itself),
        _loose(words.sides),
        re.compile(words.party_asides),
        _loose(words.opened_by),
        re.compile(rf"{words.date_label}\s{{0,3}}[:–—-]?\s{{1,3}}", re.IGNORECASE),
        _loose(words.constituting),
    )


def _loose(cue: str) -> re.Pattern[str]:
    """The cue with any white space between its words, a line's end among it."""
    return re.compile(cue.replace(" ", r"\s{1,3}"), re.IGNORECASE)


def clauses(page: Page, structure: Structure, language: str) -> tuple[Clause, ...]:
    """The sentences on entry into force, duration, termination, texts and the like, in the order of the text."""
    lowered = page.text.lower().replace("ё", "е")
    lowered = lowered if len(lowered) == len(page.text) else page.text  # a few letters grow when lowered
    top = [p for p in structure.provisions if p.kind not in ("preface", "preamble")]
    found: dict[tuple[str, int], Clause] = {}
    patterns = patterns_of(language)
    for provision in top:
        for kind, pattern in patterns.clauses:
            for match in pattern.finditer(lowered, provision.span.start, provision.span.end):
                place = structure.innermost(match.start()) or provision
                begin = min(body_start(page.text, place), match.start())
                span = sentence(page.text, match.start(), match.end(), Span(begin, place.span.end))
                if kind in _OF_ITSELF and not _of_itself(lowered, span, match, patterns):
                    continue
                if kind in _NAMING_IT and not patterns.named_here.search(lowered[span.start : span.end]):
                    continue
                key = (kind, span.start)
                found.setdefault(key, Clause(kind, place.eid, span, span.of(page.text)))
    return tuple(sorted(found.values(), key=lambda clause: (clause.span, clause.kind)))


def sentence(text: str, start: int, end: int, within: Span) -> Span:
    """The sentence around `start:end`, never beyond `within`."""
    low = max(within.start, start - SENTENCE)
    cased = any(letter.isupper() for letter in text[low : min(within.end, end + SENTENCE)])
    stops = CASED_STOPS if cased else STOPS
    before = [stop.end() for stop in stops.finditer(text, low, start)]
    first = before[-1] if before else low
    after = stops.search(text, end, min(within.end, end + SENTENCE))
    last = after.end() if after else min(within.end, end + SENTENCE)
    first += len(text[first:last]) - len(text[first:last].lstrip(' \t\n*_»”"'))
    return Span(first, first + len(text[first:last].rstrip()))


def _of_itself(text: str, span: Span, cue: re.Match[str], patterns: Patterns) -> bool:
    """Whether the instrument is what the cue speaks of: its subject stands nearest before it, or right behind it."""
    before = text[span.start : cue.start()]
    subjects = patterns.itself.finditer(text[span.start : cue.end()])  # which look at the verb behind them
    itself = [found.end() for found in subjects if found.end() <= len(before)]
    if not itself:
        return not before.strip() and patterns.itself.search(text, cue.end(), cue.end() + BEHIND) is not None
    return not any(found.start() > itself[-1] for found in patterns.not_itself.finditer(before))


def in_force(found: Sequence[Clause], language: str) -> Clause | None:
    """The sentence that says when the instrument begins to bind, not one on later parties where there is another."""
    patterns = patterns_of(language)
    rules = [clause for clause in found if clause.kind == "in_force"]
    own = [rule for rule in rules if any(named["own"] for named in patterns.itself.finditer(rule.text.lower()))]
    constituting = [rule for rule in rules if patterns.constituting.search(rule.text)]
    ranked = [*constituting, *_original(own, patterns), *_original(rules, patterns), *own, *rules]
    return ranked[0] if ranked else None


def _original(rules: list[Clause], patterns: Patterns) -> list[Clause]:
    """Those that do not speak of amendments or of later parties."""
    return [rule for rule in rules if not patterns.other_force.search(rule.text)]


def in_force_rule(found: Sequence[Clause], language: str) -> str | None:
    """The text of `in_force` on one line."""
    rule = in_force(found, language)
    return re.sub(r"\s+", " ", rule.text) if rule else None


def body_start(text: str, provision: Provision) -> int:
    """Where the provision's own words begin, behind its number and heading."""
    here = provision.span.start
    for part in (provision.number, provision.heading):
        at = text.find(part, here, here + 400) if part else -1
        here = at + len(part) if part and at >= 0 else here
    while here < provision.span.end and not (text[here].isalnum() or text[here] in '"“«(['):
        here += 1
    return here


def defined_terms(page: Page, language: str) -> tuple[DefinedTerm, ...]:
    """Names the text gives: "hereinafter the Parties", "“Centre” means …"; every name once, at its first place."""
    patterns = patterns_of(language)
    found: dict[str, DefinedTerm] = {}
    for term in sorted((*_named(page, patterns), *_meant(page, patterns)), key=lambda term: term.span):
        found.setdefault(term.term.lower(), term)
    return tuple(found.values())


def _named(page: Page, patterns: Patterns) -> Iterator[DefinedTerm]:
    for pattern in patterns.named:
        for match in pattern.finditer(page.text):
            start = match.start("term")
            words = match["term"]
            words = words if match["quote"] else _first_words(words)
            words = words.strip(' \n*_"“«»”')
            if not words or not any(letter.isalpha() for letter in words):
                continue
            start = page.text.find(words, start)
            meaning = _meaning(page.text, match.start())
            yield DefinedTerm(words, Span(start, start + len(words)), meaning)


def _first_words(words: str) -> str:
    """A name without quotation marks: the capitalised words it begins with, or its first word."""
    kept = re.match(r"(?:the\s)?[^\W\d_][\w-]*(?:\s+(?:of\s+the\s|of\s|and\s)?[A-ZА-ЯЁ][\w-]*){0,6}", words)
    return kept[0] if kept else words


def _meaning(text: str, end: int) -> str:
    """The words before a definition, back to the stop, comma or line before the phrase it names."""
    low = max(0, end - MEANING)
    before = text[low:end].rstrip(" ,(\n")
    cut = max((m.end() for m in re.finditer(r"[.;:]\s|\n\s*\n|,\s(?=[A-ZА-ЯЁ])", before)), default=0)
    return re.sub(r"\s+", " ", before[cut:]).strip()


def _meant(page: Page, patterns: Patterns) -> Iterator[DefinedTerm]:
    for match in patterns.means.finditer(page.text):
        end = STOPS.search(page.text, match.end(), match.end() + MEANING)
        meaning = page.text[match.end() : end.start() if end else match.end() + MEANING]
        yield DefinedTerm(match[1], Span(*match.span(1)), re.sub(r"\s+", " ", meaning).strip(" *_"))


def issued(page: Page) -> date | None:
    """The day a release gives itself: on a line of its own among the first or as the last, or in a dateline."""
    texts = [page.words(i)[:200] for i in range(len(page.lines))]
    return datelines.stated(texts) or (datelines.of_line(texts[-1]) if len(texts) > 1 and len(texts[-1]) < 60 else None)
