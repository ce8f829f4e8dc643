"""Lines that may be headings, by their shape and their neighbours; which of them are is for the chain to say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pipeline.language.pack import StructureWords
from pipeline.structure.identity import by_identity
from pipeline.structure.lines import Line, Page, ends_sentence
from pipeline.structure.numbering import Number, heading_number

QUOTES = '"“„«”»'
OPENING = '"“„«'
CLOSING = {"«": "»", "“": "”", "„": "“”", '"': '"'}
SEPARATOR = re.compile(r"\s{0,4}[.:—–-]{0,2}(?:[ \u00a0]{1,2}[—–-])?\s{0,4}")
GAP = r"[\s\u00a0]{0,4}[-–—:№]?[\s\u00a0]{0,4}"
LETTER_AT = re.compile(r"([A-ZА-ЯЁ])(?![\w])")
# Latin letters typed for the Cyrillic ones they look like, and what a scan reads for some letters.
LOOKALIKES = dict(zip("асеорхум", "aceopxym", strict=True)) | {"ь": "ъb", "l": "1i|", "i": "1l|", "o": "0"}
TITLE_LENGTH = 160
LONGEST_TITLE = 6  # words of a paragraph's title that ends with a stop
QUOTED_LINES = 200
FLAT = 1500
TAIL = 40


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, or a candidate for one: `text[start:end]` is its word, number and punctuation; `title` follows it.

    `score` is the evidence of the shape alone, in points: above zero speaks for a heading.
    """

    kind: str
    start: int
    end: int
    number: Number | None
    score: float
    title: tuple[int, int] | None = None

    @property
    def value(self) -> int:
        return self.number.value if self.number else 0


@dataclass(frozen=True, slots=True)
class Shapes:
    """The patterns of one language's headings. `cased` is false for a text without capitals."""

    words: StructureWords
    patterns: Mapping[str, re.Pattern[str]]
    bare: frozenset[str]
    cased: bool


def shapes(words: StructureWords, text: str) -> Shapes:
    patterns = {"article": _pattern(words.article), "paragraph": _pattern(words.paragraph)}
    patterns |= {"rule": _pattern(words.rules)} if words.rules else {}
    patterns |= {kind: _pattern(names) for kind, names in words.containers.items()}
    return Shapes(words, patterns, frozenset(words.bare_containers), has_capitals(text))


def has_capitals(text: str) -> bool:
    """False for a text that came in small letters throughout."""
    return sum(letter.isupper() for letter in text[:20_000]) * 200 > len(text[:20_000])


def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """A heading's word, also with its letters spaced out or typed in Latin, and what may stand before the number."""
    spaced = ("[ ]?".join(_letter(letter) for letter in name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?:{'|'.join(spaced)}){GAP}", re.IGNORECASE)


def _letter(letter: str) -> str:
    twin = LOOKALIKES.get(letter)
    return f"[{letter}{twin}]" if twin else re.escape(letter)


def candidates(page: Page, form: Shapes) -> tuple[Heading, ...]:
    """Everything that looks like a heading, in the order of the text."""
    quoted = quoted_lines(page)
    found = [h for i in range(len(page.lines)) if i not in quoted for h in _at_line(page, i, form)]
    found += [h for line in page.lines for h in _at_tail(page.text, line, form)]
    longest = max(page.lines, key=len, default=None)
    flat = longest is not None and len(longest) > max(FLAT, len(page.text) // 2)
    if longest is not None and (flat or _is_one_line(page, found, form)):
        known = {heading.start for heading in found}
        found += [h for h in _inside(page.text, longest, form) if h.start not in known]
    return tuple(sorted(found, key=lambda heading: heading.start))


def _is_one_line(page: Page, found: list[Heading], form: Shapes) -> bool:
    """Is it an instrument that lost all its line ends, and no sentence that names articles?"""
    if len(page.lines) > 1:
        return False
    lowered = page.text.lower()
    return any(h.score > 0 for h in found) or any(cue in lowered for cue in form.words.agreed if cue.count(" ") > 1)


def _at_tail(text: str, line: Line, form: Shapes) -> Iterator[Heading]:
    """An article's heading that a lost line break left at the end of the paragraph before it."""
    start = max(line.start, line.end - TAIL)
    for found in form.patterns["article"].finditer(text, start, line.end):
        read = heading_number(text, found.end(), form.words)
        before = text[start : found.start()].rstrip()
        if read is None or SEPARATOR.match(text, read[1]).end() < line.end or before == text[start : found.start()]:  # type: ignore[union-attr]  # it can be empty
            continue
        last = before.rsplit(None, 1)[-1].lower() if before else ""
        stopped = bool(before) and before[-1] in ".;:"
        if text[found.start()].isupper() and last not in form.words.running_on and before[-1:] != ",":
            yield Heading("article", found.start(), line.end, read[0], 1.0 if stopped else -0.5)


@by_identity
def quoted_lines(page: Page) -> frozenset[int]:
    """Lines inside a quotation that opens at a line's start: the words of an amended text, no headings of this one."""
    return frozenset(i for first, last in _quotations(page) for i in range(first, last + 1))


@by_identity
def quoted_on(page: Page) -> frozenset[int]:
    """Those of `quoted_lines` that carry on a quotation opened on a line before."""
    return frozenset(i for first, last in _quotations(page) for i in range(first + 1, last + 1))


def _quotations(page: Page) -> Iterator[tuple[int, int]]:
    """The first and last lines of quotations that open at a line's start."""
    tails = [page.text[max(line.start + 1, line.end - 6) : line.end].rstrip(".,;:) ")[-1:] for line in page.lines]
    closing = {opener: [i for i, tail in enumerate(tails) if tail and tail in CLOSING[opener]] for opener in CLOSING}
    i = 0
    while i < len(page.lines):
        opener = page.text[page.lines[i].start]
        if opener in CLOSING:
            last = _closing_line(page, i, closing[opener])
            yield i, last
            i = last
        i += 1


def _closing_line(page: Page, first: int, closing: list[int]) -> int:
    """The line that ends with the mark that closes the quotation opened at line `first`; `first` if there is none."""
    line = page.lines[first]
    if any(mark in CLOSING[page.text[line.start]] for mark in page.text[line.start + 1 : line.end]):
        return first
    at = bisect_right(closing, first)
    return closing[at] if at < len(closing) and closing[at] - first < QUOTED_LINES else first


def _at_line(page: Page, index: int, form: Shapes) -> Iterator[Heading]:
    line = page.lines[index]
    for kind, pattern in form.patterns.items():
        found = pattern.match(page.text, line.start, line.end)
        if not found:
            continue
        read = _number(page.text, found.end(), line, kind, form)
        if read is None:
            if kind == "article" and (odd := _unreadable(page.text, found.end(), line)):
                yield odd
            continue
        number, end = read
        end = min(SEPARATOR.match(page.text, end).end(), line.end)  # type: ignore[union-attr]  # it can be empty
        score = _rest_score(page.text, read[1], end, line, form) + _context_score(page, index, form)
        if form.cased and page.text[line.start].islower():
            score -= 2.0
        yield Heading(kind, line.start, end, number, score)
        return
    if page.words(index).lower().rstrip(" .:") in form.bare and not page.text[line.start].islower():
        yield Heading("attachment", line.start, line.end, None, 2.0 + min(0.0, _context_score(page, index, form)))


def _number(text: str, start: int, line: Line, kind: str, form: Shapes) -> tuple[Number, int] | None:
    read = heading_number(text, start, form.words)
    if read is None and kind in ("part", "attachment", "section"):
        letter = LETTER_AT.match(text, start, line.end)
        if letter and text[start - 1 : start] in " -–—\u00a0":
            value = ord(letter[1].lower()) - ord("a" if letter[1] < "А" else "а") + 1
            read = Number(letter[1], value, 0, letter[1]), letter.end()
    if read is None or read[1] > line.end or text[read[1] : read[1] + 1].isalpha():
        return None
    return read


def _unreadable(text: str, start: int, line: Line) -> Heading | None:
    """A line with the word and one short token that is no number: a scan's misread digit."""
    token = text[start : line.end].strip(" .,:;")
    if text[line.start].isupper() and 0 < len(token) <= 3 and " " not in token:
        return Heading("article", line.start, line.end, Number(token, 0), 0.5)
    return None


def _rest_score(text: str, number_end: int, end: int, line: Line, form: Shapes) -> float:
    """What stands behind the number: nothing, a title, the provision itself, or the rest of a sentence."""
    rest = text[end : line.end]
    if not rest:
        return 3.0
    separated = end > number_end and not text[number_end:end].isspace()
    first = rest[0]
    if first in ",;)":
        return -6.0
    if first == "(":
        return 1.0 if rest.rstrip(".").endswith(")") and " " in rest else -6.0
    word = re.match(r"\w*", rest)[0].lower()  # type: ignore[index]  # it can be empty
    if form.cased and first.islower():
        return -6.0
    if not separated and word in form.words.running_on and (not form.cased or rest.isupper()):
        return -6.0
    if separated:
        return 2.0
    return 1.5 if len(rest) <= TITLE_LENGTH and not ends_sentence(text, end, line.end) else 0.5


def _context_score(page: Page, index: int, form: Shapes) -> float:
    """What stands before the line: an empty line, the end of a sentence, or a sentence that runs on."""
    line = page.lines[index]
    if line.blank or index == 0:
        return 1.0
    before = page.lines[index - 1]
    if ends_sentence(page.text, before.start, before.end):
        return 0.5
    words = page.words(index - 1)
    last = words.rsplit(None, 1)[-1].lower() if words.strip() else ""
    if last in form.words.running_on or words[-1] == ",":
        return -3.0
    if page.width and len(before) > page.width * 0.75 and not words.isupper():
        return -1.0
    return 0.0


def _inside(text: str, line: Line, form: Shapes) -> Iterator[Heading]:
    """Headings inside one line that holds most of the text: behind the end of a sentence, or glued to one."""
    for kind in ("article", "chapter", "section", "part", "attachment"):
        pattern = form.patterns.get(kind)
        for found in pattern.finditer(text, line.start, line.end) if pattern else ():
            read = heading_number(text, found.end(), form.words)
            before = text[max(0, found.start() - 3) : found.start()].rstrip()
            if read is None or not before or before[-1:].isalpha() or _opens_quote(text, found.start()):
                continue
            score = 1.0 if before[-1] in ".:;)" else -2.5
            after = text[read[1] : read[1] + 2]
            score += 1.0 if after[:1].isalpha() else (-1.5 if after[:1] in ",;)(" else 0.0)
            if kind != "article":
                score -= 1.0
            yield Heading(kind, found.start(), read[1], read[0], score)


def _opens_quote(text: str, place: int) -> bool:
    """Is `place` right behind a mark that opens a quotation?"""
    return text[place - 1] in OPENING and not text[place - 2 : place - 1].isalnum()


def titled(heading: Heading, page: Page, form: Shapes, stop: int) -> Heading:
    """The heading with its title: on the same line, or alone on the next one. The next heading begins at `stop`."""
    line_index = page.line_at(heading.start)
    line = page.lines[line_index]
    if stop <= line.end or line.end - heading.end > FLAT:
        start = SEPARATOR.match(page.text, heading.end).end()  # type: ignore[union-attr]  # it can be empty
        end = _flat_title(page.text, start, min(stop, line.end), form)
        return replace(heading, title=(start, end)) if end else heading
    if heading.end < line.end:
        if heading.kind == "paragraph" and _is_sentence(page.text[heading.end : line.end]):
            return heading
        if _is_title(page, heading.end, line.end, line_index, form, same_line=True):
            return replace(heading, title=(heading.end, line.end))
        return heading
    following = line_index + 1
    if following >= len(page.lines):
        return heading
    after = page.lines[following]
    if _is_title(page, after.start, after.end, following, form, same_line=False):
        return replace(heading, title=(after.start, after.end))
    return heading


def _is_sentence(words: str) -> bool:
    """Does a paragraph begin with a whole sentence, too long for a title?"""
    return words.endswith(".") and len(words.split()) > LONGEST_TITLE


def _flat_title(text: str, start: int, stop: int, form: Shapes) -> int | None:
    """Where the title behind a heading in a text without lines ends; None without one.

    It ends where the first paragraph shows its number, or where words follow that begin a sentence or repeat it.
    """
    span = re.compile(r"[^\W\d][^.;:\n]{1,120}").match(text, start, stop)
    if span is None or not text[start].isupper():
        return None
    ends = [span.end() - 1] if text.startswith(("1.", "1)"), span.end() - 1) else []
    first = re.escape(re.match(r"\w+", span[0])[0])  # type: ignore[index]  # it begins with a letter
    opener = re.compile(rf"\s(?=(?:{form.words.sentence_openers}|{first})(?!\w))")
    ends += [found.start() for found in opener.finditer(text, start, span.end())]
    for end in sorted(ends):
        words = re.findall(r"[^\W\d_]+", text[start:end].lower())
        if words and words[-1] not in form.words.running_on and not form.words.has_verb(words):
            return end
    return None


LISTED = re.compile(r"\(?(?:\d{1,2}|[a-zа-я])[.)]\s")
NUMBERED = re.compile(r"\(?\w{1,4}[.)]|[-–—•|]")


def _is_title(page: Page, start: int, end: int, index: int, form: Shapes, *, same_line: bool) -> bool:
    """A title is short, no sentence, not broken off, and the provision's text comes behind it."""
    text = page.text
    words = text[start:end]
    if not 1 < end - start <= TITLE_LENGTH or NUMBERED.match(words) or words[0] in QUOTES:
        return False
    if ends_sentence(text, start, end) and not same_line:
        return False
    if words[-1] in ",;:" or (words[-1] == "." and same_line and len(words) > 80):
        return False
    tokens = re.findall(r"[^\W\d_]+", re.sub(form.words.relative, " ", words.lower()))
    if not tokens or tokens[-1] in form.words.running_on or form.words.has_verb(tokens):
        return False
    if form.cased and words[0].islower():
        return False
    return _stands_apart(page, index, form)


def _stands_apart(page: Page, index: int, form: Shapes) -> bool:
    """No sentence runs on from this line into the next, which must exist."""
    if index + 1 >= len(page.lines):
        return False
    after = page.lines[index + 1]
    if after.blank or LISTED.match(page.text, after.start):
        return True
    if page.width and len(page.lines[index]) > page.width * 0.8 and not page.words(index).isupper():
        return False
    return not (form.cased and page.text[after.start].islower())
