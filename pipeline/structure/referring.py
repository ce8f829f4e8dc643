"""The words of references: units with their numbers, and runs of them that together name one provision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from pipeline.language import PACKS
from pipeline.language.pack import StructureWords
from pipeline.structure.numbering import SUPERSCRIPTS, Number, roman_value, spelled

# "5 (2) (a)", «2 «б»», «2 б)», "5A"
TAIL = r"(?:\s?\(\w{1,4}\)|\s?[«\"“„]\w{1,2}[»\"”“]|\s[a-zа-я]\)|(?<=\d)[a-zа-яA-Z](?!\w)){0,3}"
NUMBER = (
    rf"(?:\d{{1,3}}(?:[-.]\d{{1,2}}|[⁰¹²³⁴-⁹]{{1,2}}|\s(?:bis|ter|quater)\b)?{TAIL}|[IVXLC]{{1,6}}\b{TAIL}|[A-Z]\b"
    rf"|\(\w{{1,4}}\)(?:\s?\(\w{{1,4}}\)){{0,2}}|[«\"“„]\w{{1,3}}[»\"”“])"
)
MOST_BETWEEN = 100  # numbers that a range may hold
MOST_LETTERS = 12
ALL = 0  # as a count: every provision before
MOST_BEFORE = 20
LAST = "last"
BEFORE = 40  # characters before a unit in which its ordinals stand


@dataclass(frozen=True, slots=True)
class Unit:
    """One word of a reference with its numbers: "paragraphs 1 and 2" or, with a `step`, "the preceding Article".

    `count` tells how many the step takes ("the two preceding Articles"), ALL of them where it is a plural.
    """

    kind: str
    start: int
    end: int
    numbers: tuple[tuple[str, ...], ...] = ()
    step: int | None = None
    count: int = 1

    @property
    def steps(self) -> tuple[int, ...]:
        """How far from here the provisions of a step stand, in the order of the text."""
        if not self.step:
            return (0,)
        many = self.count or MOST_BEFORE
        return tuple(range(-many, 0) if self.step < 0 else range(1, many + 1))


@dataclass(frozen=True, slots=True)
class Grammar:
    """The expressions of one language's references, compiled; names as in StructureWords."""

    units: re.Pattern[str]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    number: re.Pattern[str]
    lead: re.Pattern[str]
    bare: re.Pattern[str]
    more: re.Pattern[str]
    reach: re.Pattern[str]
    join: re.Pattern[str]
    here: re.Pattern[str]
    own: re.Pattern[str]
    other: re.Pattern[str]
    ordinals: Mapping[str, int]
    counted: re.Pattern[str]
    behind: Mapping[str, int]
    last: re.Pattern[str]
    plural: re.Pattern[str]
    letters: str


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of a language that has a pack."""
    words = PACKS[language].structure
    names = "|".join(words.reference_units.values())
    flags = re.IGNORECASE
    ordinal = rf"(?:{'|'.join(sorted(words.ordinals, key=len, reverse=True))})" if words.ordinals else r"(?!)"
    behind = "|".join(sorted(words.ordinals_behind, key=len, reverse=True)) or r"(?!)"
    return Grammar(
        re.compile(rf"(?<!\w)(?:{names})(?=[\s\u00a0,.;:)]|(?<=[.§])\d)", flags),
        tuple((kind, re.compile(pattern, flags)) for kind, pattern in words.reference_units.items()),
        re.compile(NUMBER),
        re.compile(words.reference_lead, flags),
        re.compile(words.reference_bare, flags),
        re.compile(rf"(?:{words.reference_list})(?={NUMBER}|(?:{ordinal}|{behind})\b|{words.reference_bare})", flags),
        re.compile(rf"(?:{words.reference_range})(?={NUMBER})"),
        re.compile(words.reference_join, flags),
        re.compile(rf"(?<!\w)(?:{words.reference_here})", flags),
        re.compile(words.reference_self, flags),
        re.compile(words.reference_other),
        words.ordinals,
        re.compile(rf"(?<!\w){ordinal}(?:(?:{words.reference_list}){ordinal}){{0,3}}\s{{1,3}}\Z", flags),
        words.ordinals_behind,
        re.compile(rf"(?<!\w)(?:{words.reference_last})\s{{1,3}}\Z", flags),
        re.compile(words.reference_plural, flags),
        words.letters,
    )


def chains(text: str, low: int, high: int, grammar: Grammar, language: str) -> Iterator[list[Unit]]:
    """Runs of units that together make one reference."""
    chain: list[Unit] = []
    for unit in _units(text, low, high, grammar, language):
        if chain and unit.start < chain[-1].end:
            continue
        if chain and grammar.join.fullmatch(text, chain[-1].end, unit.start):
            if unit.kind not in {u.kind for u in chain}:
                if (
                    "(" in text[chain[-1].end : unit.start] and len(chain[-1].numbers) > 1
                ):  # "Articles 6 and 8 (paragraph 2)"
                    yield [*chain[:-1], replace(chain[-1], numbers=chain[-1].numbers[:-1])]
                    chain[-1] = replace(chain[-1], numbers=chain[-1].numbers[-1:])
                chain.append(unit)
                continue
            if unit.kind == chain[-1].kind == "point":
                chain[-1] = _nested(chain[-1], unit, outer_first="," in text[chain[-1].end : unit.start])
                continue
        if chain:
            yield chain
        chain = [unit]
    if chain:
        yield chain


def _nested(first: Unit, second: Unit, *, outer_first: bool) -> Unit:
    """ "Clause (ii) of subparagraph (b)" and "subparagraph (b), clause (ii)" are one point inside another."""
    pairs = ((a, b) if outer_first else (b, a) for a in first.numbers for b in second.numbers)
    return replace(first, end=second.end, numbers=tuple((*outer, *inner) for outer, inner in pairs))


def _units(text: str, low: int, high: int, grammar: Grammar, language: str) -> Iterator[Unit]:
    found = [_numbered(text, match, grammar, low) for match in grammar.units.finditer(text, low, high)]
    found += [_here(match, language, grammar.plural) for match in grammar.here.finditer(text, low, high)]
    yield from sorted((unit for unit in found if unit is not None), key=lambda unit: (unit.start, -unit.end))


def _here(match: re.Match[str], language: str, plural: re.Pattern[str]) -> Unit | None:
    """ "This Article", "the preceding paragraph"."""
    words = PACKS[language].structure
    said = re.sub(r"\s+", " ", (match["step"] or match[0]).lower())
    step = next((step for word, step in words.reference_step.items() if said.startswith(word)), None)
    for kind, pattern in words.reference_units.items():
        if step is not None and re.fullmatch(pattern, match["unit"], re.IGNORECASE):
            count = _count(match, words, kind, step, plural)
            return None if count is None else Unit(kind, match.start(), match.end(), step=step, count=count)
    return None


def _count(match: re.Match[str], words: StructureWords, kind: str, step: int, plural: re.Pattern[str]) -> int | None:
    """How many "the two preceding Articles" are; ALL for "the preceding paragraphs"; None for another bare plural."""
    said = (match["count"] or match["number"] or "").lower()
    if said in words.reference_counts:
        return words.reference_counts[said]
    if not plural.search(match[0]):
        return 1
    return ALL if step < 0 and kind == "paragraph" else None


def _numbered(text: str, match: re.Match[str], grammar: Grammar, low: int) -> Unit | None:
    kind = next((kind for kind, pattern in grammar.kinds if _whole(pattern, match)), None)
    start = grammar.lead.match(text, match.end()).end()  # type: ignore[union-attr]  # it can be empty
    first = _number(text, start, kind or "", grammar) if kind else None
    if kind is None:
        return None
    if first is None:
        return _ordinal(text, match, kind, grammar, low)
    numbers, end, worded = [first[0]], first[1], _in_words(text, start, kind, grammar)
    while gap := grammar.reach.match(text, end) or grammar.more.match(text, end):
        following = _number(text, gap.end(), kind, grammar)
        if following is None or (not worded and _in_words(text, gap.end(), kind, grammar)):
            break
        reaching = grammar.reach.match(text, end) is not None
        numbers += _between(numbers[-1], following[0], grammar.letters) if reaching else []
        inner = kind != "point" and following[0][0].isalpha() and len(numbers[-1]) > len(following[0])
        numbers.append((*numbers[-1][: -len(following[0])], *following[0]) if inner else following[0])
        end = following[1]
    return Unit(kind, match.start(), end, tuple(numbers))


def _whole(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    """Does the pattern of a kind match just this word, with what it wants to see behind it?"""
    found = pattern.match(match.string, match.start())
    alone = pattern.fullmatch(match.string, match.start(), match.end())
    return alone is not None or (found is not None and found.end() == match.end())


def _number(text: str, start: int, kind: str, grammar: Grammar) -> tuple[tuple[str, ...], int] | None:
    """The number at `start`, in figures, letters or words, and where it ends."""
    found = grammar.number.match(text, start)
    if found:
        return _parts(found[0]), found.end()
    bare = grammar.bare.match(text, start) if kind in ("point", "paragraph") else None
    if bare:
        return (bare[0].rstrip(")"),), bare.end()
    said: tuple[Number, int] | None = spelled(text, start, grammar.behind)
    return ((said[0].slug,), said[1]) if said else None


def _in_words(text: str, start: int, kind: str, grammar: Grammar) -> bool:
    """Is the number at `start` in words? A list of figures does not go on in words ("paragraph 3, two members")."""
    bare = grammar.bare.match(text, start) if kind in ("point", "paragraph") else None
    return grammar.number.match(text, start) is None and bare is None


def _ordinal(text: str, match: re.Match[str], kind: str, grammar: Grammar, low: int) -> Unit | None:
    """ "The second paragraph of this Article", "the first and second paragraphs"."""
    if kind not in ("paragraph", "article", "point"):
        return None
    before = text[max(low, match.start() - BEFORE) : match.start()]
    if last := grammar.last.search(before):
        return Unit(kind, match.start() - len(last[0]), match.end(), ((LAST,),))
    found = grammar.counted.search(before)
    if found is None:
        return None
    said = [word for word in re.findall(r"[^\W\d_]+", found[0].lower()) if word in grammar.ordinals]
    numbers = tuple((str(grammar.ordinals[word]),) for word in said)
    return Unit(kind, match.start() - len(found[0]), match.end(), numbers)


def _parts(printed: str) -> tuple[str, ...]:
    """ "5 (2) (a)" → ("5", "2", "a")."""
    head = re.split(r"[(«\"“„]|\s[a-zа-я]\)", printed, maxsplit=1)[0].strip()
    inner = re.findall(r"[(«\"“„\s](\w{1,4})[)»\"”“]", printed)
    return (*((_slug(head),) if head else ()), *inner)


def _slug(head: str) -> str:
    value = roman_value(head) if head.isalpha() and head.isupper() and len(head) < 7 else None
    if value:
        return str(value)
    tail = re.fullmatch(r"(\d+)([⁰¹²³⁴-⁹]+)", head)
    if tail:
        return f"{tail[1]}-{tail[2].translate(SUPERSCRIPTS)}"
    return head.replace(" ", "")


def _between(first: tuple[str, ...], last: tuple[str, ...], letters: str) -> list[tuple[str, ...]]:
    """What lies strictly inside "Articles 5 to 9" and "(a) to (d)"."""
    if len(first) != 1 or len(last) != 1:
        return []
    if first[0].isdigit() and last[0].isdigit() and int(last[0]) - int(first[0]) < MOST_BETWEEN:
        return [(str(n),) for n in range(int(first[0]) + 1, int(last[0]))]
    if first[0] in letters and last[0] in letters and len(first[0]) == len(last[0]) == 1:
        inside = letters[letters.index(first[0]) + 1 : letters.index(last[0])]
        return [(letter,) for letter in inside] if len(inside) < MOST_LETTERS else []
    return []
