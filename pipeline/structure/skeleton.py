"""The headings that carry an instrument: its basic unit's chain, the containers around it, the annexes behind it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.language.pack import StructureWords
from pipeline.structure.chain import PLAIN, best_chain, with_strays
from pipeline.structure.headings import NUMBERED, Heading, Shapes, titled
from pipeline.structure.lines import Line, Page, ends_sentence
from pipeline.structure.numbering import Number, roman_value

CONTAINERS = ("part", "title", "chapter", "section")
LEAST_CONTAINER = 1.5
OPENING_LINES = 3
PLAINLY = 2.0
PARTED = 3.0
AGREED_WITHIN = 60_000
NOTE_WITHIN = 3000  # characters in which a diplomatic note shows its courtesy
ARABIC_HEAD = re.compile(r"(?P<number>\d{1,3})(?:[.)]{1,2}(?!\d)[\s\u00a0]{0,8}|(?=[\s\u00a0]{0,8}$))")
ROMAN_HEAD = re.compile(r"(?P<number>[IVXLC]{1,7})(?:[.)]{1,2}[\s\u00a0]{0,8}|(?=[\s\u00a0]{0,8}$))")
CODED_HEAD = re.compile(r"(?P<number>[A-ZА-Я]{1,2}[-\u2011–](?P<digits>\d{1,3}))(?![\w-])[.:]?[\s\u00a0]{0,8}")


def conclusion_lines(page: Page, words: StructureWords) -> tuple[int, ...]:
    """Offsets where a closing formula begins: at a line's start, or behind a full stop in a flattened text.

    The last courtesies of a diplomatic note are one.
    """
    cues = "|".join(re.escape(cue).replace(r"\ ", r"\s{1,3}") for cue in words.conclusions)
    cues += rf"|(?:{'|'.join(words.done_at)})(?=,?\s{{1,3}}[«\"“]?\d{{1,2}}[»\"”]?\s)" if words.done_at else ""
    pattern = re.compile(rf"(?:^[^\w\n]{{0,6}}|(?<=[.;])\s{{0,3}})({cues})(?!\w)", re.IGNORECASE | re.MULTILINE)
    places = {found.start(1) for found in pattern.finditer(page.text)}
    if re.search(words.notes, page.text[:NOTE_WITHIN], re.IGNORECASE):
        ending = re.compile(words.note_endings, re.IGNORECASE)
        places.update(line.start for line in page.lines if ending.match(page.text, line.start, line.end))
    return tuple(sorted(places))


def skeleton(
    page: Page, found: Sequence[Heading], endings: Sequence[int], words: StructureWords
) -> tuple[Heading, ...]:
    """The headings that carry the instrument, in order; empty where no unit of the text has a second one."""
    attachments = [h for h in found if h.kind == "attachment" and h.score >= LEAST_CONTAINER]
    counts = {h.start for h in (*attachments, *_new_counts(found))}
    boundaries = sorted({*endings, *counts, *_new_titles(page, found, words)})
    chain = _basic_chain(page, found, boundaries, words)
    if chain and attachments and attachments[0].start < chain[0].start:
        main = [h for h in found if h.start < attachments[0].start]
        chain = _basic_chain(page, main, boundaries, words, attachments[0].start) + chain
    if not chain:
        return ()
    base = chain[0].kind
    rest = [h for h in found if h.kind in CONTAINERS and h.kind != base and h.score >= LEAST_CONTAINER]
    attachments = [h for h in attachments if h.start > chain[0].start]
    known = {*chain, *_nested(rest), *attachments}
    known.update(_inner_chains(page, found, attachments, {h.start for h in known}))
    return tuple(sorted(known, key=lambda h: (h.start, -h.end)))


def _new_counts(found: Sequence[Heading]) -> Iterator[Heading]:
    """Parts and chapters in which articles begin again at 1, as some old treaties have them."""
    for before, after in pairwise(h for h in found if h.kind in CONTAINERS or h.kind == "article"):
        opens = after.kind == "article" and after.value == 1 and after.score >= PLAIN
        if before.kind in CONTAINERS and before.score >= LEAST_CONTAINER and opens:
            yield before


def _new_titles(page: Page, found: Sequence[Heading], words: StructureWords) -> Iterator[int]:
    """Lines in capitals, or that name an instrument, right before an article that begins to count again."""
    names = tuple(name for group in words.instruments.values() for name in group)
    for heading in found:
        row = page.line_at(heading.start)
        if heading.kind == "article" and heading.value == 1 and heading.score >= PLAINLY and row:
            line = page.words(row - 1)
            if len(line) < LINE_TITLE and (line.isupper() or line.lower().startswith(names)):
                yield page.lines[row - 1].start


def _inner_chains(
    page: Page, found: Sequence[Heading], attachments: Sequence[Heading], taken: Container[int]
) -> Iterator[Heading]:
    """The articles, or the sections under roman numbers, of annexes that are built otherwise than the instrument."""
    for annex, after in pairwise((*attachments, None)):
        assert annex is not None
        stop = after.start if after else len(page.text)
        if any(h.start in taken for h in found if annex.end <= h.start < stop and h.kind != "attachment"):
            continue
        chain = best_chain([h for h in found if h.kind == "article" and annex.end <= h.start < stop], ())
        if len(chain) < 2:
            chain = best_chain(list(_numbered(page, ROMAN_HEAD, "section", annex.end, stop)), ())
        if len(chain) > 1:
            yield from chain


def _basic_chain(
    page: Page, found: Sequence[Heading], boundaries: Sequence[int], words: StructureWords, stop: int | None = None
) -> tuple[Heading, ...]:
    """Articles if there are two, or one at the beginning; else sections, "Paragraph 1", coded, roman or plain numbers.

    A lone article elsewhere comes last. Nothing behind offset `stop` is looked at.
    """
    candidates = [h for h in found if h.kind == "article"]
    articles = _without_contents(page, best_chain(candidates, boundaries))
    articles = with_strays(articles, [h for h in candidates if articles and h.start > articles[0].start], boundaries)
    if len(articles) > 1:
        return articles
    opening = next((h for h in candidates if page.line_at(h.start) < OPENING_LINES and h.score >= PLAINLY), None)
    if opening is not None:
        return (opening,)
    notes = best_chain(list(_numbered(page, _note_head(words), "section", 0, stop)), boundaries)
    if len(notes) > 1:
        return notes
    for kind in ("section", "rule", "paragraph"):
        chain = _without_contents(page, best_chain([h for h in found if h.kind == kind], boundaries))
        if len(chain) > 1:
            return tuple(replace(h, kind="article") for h in chain) if kind == "rule" else chain
    coded = list(_numbered(page, CODED_HEAD, "article", 0, stop))
    if len(coded) > 2:
        chain = best_chain(coded, sorted({*boundaries, *_new_letters(coded)}))
        if len(chain) > 2:
            return chain
    start = after_agreed(page, words)
    roman = best_chain(list(_numbered(page, ROMAN_HEAD, "section", start, stop)), boundaries)
    plain = best_chain(list(_numbered(page, ARABIC_HEAD, "paragraph", start, stop)), boundaries)
    if len(roman) > 1 and (len(plain) < 2 or roman[0].start < plain[0].start):
        return roman
    return plain if len(plain) > 1 else articles


def _note_head(words: StructureWords) -> re.Pattern[str]:
    """A line that numbers a diplomatic note ("NOTE II.", «Нота № 1») and says nothing else."""
    return re.compile(
        rf"(?:{words.note_numbers})[\s\u00a0]{{0,3}}(?:№[\s\u00a0]{{0,3}})?(?P<number>[IVX]{{1,5}}|\d{{1,2}})(?=[.:]?[\s\u00a0]{{0,8}}$)[.:]?",
        re.IGNORECASE | re.MULTILINE,
    )


def after_agreed(page: Page, words: StructureWords) -> int:
    """Where the formula that ends a preamble ("have agreed as follows") is over; 0 without one."""
    cues = "|".join(re.escape(cue).replace(r"\ ", r"[\s\u00a0]{1,4}") for cue in words.agreed)
    said = rf"(?:(?<!\w)(?:{cues})(?!\w)|{words.agreed_form})"
    formula = re.compile(rf"{said}(?:[^.;:]{{0,40}}:|\s{{0,3}})", re.IGNORECASE)
    found = formula.search(page.text, 0, AGREED_WITHIN)
    return found.end() if found else 0


def _numbered(
    page: Page, pattern: re.Pattern[str], kind: str, start: int, stop: int | None = None
) -> Iterator[Heading]:
    """Lines that begin with a number of one shape, behind offset `start` and before `stop`."""
    for line in page.lines:
        if stop is not None and line.start >= stop:
            return
        found = pattern.match(page.text, line.start, line.end) if line.start >= start else None
        if not found:
            continue
        printed = found["number"]
        digits = found.groupdict().get("digits") or printed
        value = int(digits) if digits.isdigit() else roman_value(digits)
        if value:
            slug = printed if pattern is CODED_HEAD else str(value)
            score = _numbered_score(page, line, found.end()) + _parted_score(page, line, printed)
            yield Heading(kind, line.start, found.end(), Number(printed, value, 0, slug), score)


def _parted_score(page: Page, line: Line, printed: str) -> float:
    """ "10." is surely a heading where "10.1" begins on the next line."""
    after = page.line_at(line.start) + 1
    parted = after < len(page.lines) and page.text.startswith(f"{printed}.1", page.lines[after].start)
    return PARTED if parted and not page.text[page.lines[after].start + len(printed) + 2].isdigit() else 0.0


def _numbered_score(page: Page, line: Line, end: int) -> float:
    rest = page.text[end : line.end].strip()
    score = 0.5 if line.blank else 0.0
    if not rest:
        return score + 2.5
    return score + (1.0 if rest[0].isupper() or rest[0] in '"“«(' else -1.0)


def _new_letters(coded: Sequence[Heading]) -> Iterator[int]:
    """Where the letter of coded headings changes ("G-01" … "H-01"): numbers may begin again."""
    for before, after in pairwise(coded):
        if before.number and after.number and before.number.slug[0] != after.number.slug[0]:
            yield after.start


def _without_contents(page: Page, chain: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """The chain without a table of contents: a first run 1…N of headings on lines in a row, before a second run."""
    restart = next((i for i in range(1, len(chain)) if chain[i].value <= chain[0].value), None)
    if restart is None or restart < 3:
        return chain
    rows = [page.line_at(h.start) for h in chain[:restart]]
    close = sum(b - a <= 1 for a, b in pairwise(rows))
    return chain[restart:] if close >= 0.8 * (len(rows) - 1) else chain


def _nested(found: Iterable[Heading]) -> list[Heading]:
    """Containers without the repeats that page headers make."""
    kept: list[Heading] = []
    last: dict[str, int] = {}
    for heading in found:
        if last.get(heading.kind) == heading.value and heading.score < 3.0:
            continue
        last[heading.kind] = heading.value
        for lower in CONTAINERS[CONTAINERS.index(heading.kind) + 1 :]:
            last.pop(lower, None)
        kept.append(heading)
    return kept


BROKEN_OFF = ",;:-–—("
LINE_TITLE = 120
MOST = 0.6


def with_titles(page: Page, heads: Sequence[Heading], form: Shapes, endings: Sequence[int] = ()) -> tuple[Heading, ...]:
    """The headings with their titles: behind the number, on the next line, or, where most have one there, before it.

    A short line before a heading ("VOTING") becomes a head of its own, a cross heading, also where it is the title.
    """
    stops = [*(h.start for h in heads[1:]), len(page.text)]
    out = [
        h if _bodyless(page, h, after, endings) else titled(h, page, form, stop)
        for h, after, stop in zip(heads, [*heads[1:], None], stops, strict=True)
    ]
    before = [_line_before(page, out, i, form) for i in range(len(out))]
    units = [i for i, h in enumerate(out) if i and h.kind not in CONTAINERS and h.kind != "attachment"]
    has = [i for i in units if before[i] is not None]
    above = len(has) > 1 and len(has) >= MOST * len(units) and not any(out[i].title for i in has)
    result: list[Heading] = []
    for heading, line in zip(out, before, strict=True):
        if line is not None:
            result.append(Heading("crossHeading", line.start, line.end, None, 0.0, (line.start, line.end)))
            if above and heading.kind not in CONTAINERS and heading.kind != "attachment":
                heading = replace(heading, title=(line.start, line.end))  # noqa: PLW2901  # the title stands above
        result.append(heading)
    return tuple(result)


def _bodyless(page: Page, heading: Heading, after: Heading | None, endings: Sequence[int]) -> bool:
    """Does the next of its kind, or the closing formula, stand on the next line, so that this line is all it says?"""
    row = page.line_at(heading.start) + 1
    following = page.lines[row].start if row < len(page.lines) else None
    if following in endings:
        return heading.kind != "attachment"
    if after is None or heading.kind not in ("article", "paragraph", after.kind) or heading.kind == "attachment":
        return False
    return after.start == following


def _line_before(page: Page, heads: Sequence[Heading], index: int, form: Shapes) -> Line | None:
    """The line before heading `index`, if it reads like a title that stands apart from the text above it."""
    at = page.line_at(heads[index].start)
    if at < 2 or not index or page.lines[at].start != heads[index].start or heads[index].kind == "attachment":
        return None
    line, above = page.lines[at - 1], page.lines[at - 2]
    last = heads[index - 1]
    words = page.words(at - 1)
    if line.start < max(last.end, last.title[1] if last.title else 0) or len(line) > LINE_TITLE:
        return None
    if not words[0].isupper() or words[-1] in BROKEN_OFF or ends_sentence(page.text, line.start, line.end):
        return None
    if not ends_sentence(page.text, above.start, above.end) or NUMBERED.match(words):
        return None
    tokens = re.findall(r"[^\W\d_]+", words.lower())
    if not tokens or tokens[-1] in form.words.running_on or form.words.has_verb(tokens):
        return None
    return line
