"""Press releases and other running text: a headline, paragraphs and the headings between them."""

from __future__ import annotations

from pipeline.model import Block, Provision, Role, Span
from pipeline.structure.lines import CLOSERS, Page, ends_sentence

HEADLINE_LENGTH = 300
HEADING_LENGTH = 180


def read_paragraphs(page: Page, blocks: tuple[Block, ...]) -> tuple[Provision, ...]:
    """Every paragraph as `p_n`, every heading between them as `h_n`."""
    marked = {block.span.start for block in blocks if block.role is Role.HEADING}
    out: list[Provision] = []
    paragraphs = headings = 0
    for first, last in _paragraphs(page):
        start, end = page.lines[first].start, page.lines[last].end
        if start in marked or (first == last and _is_heading(page, first)):
            headings += 1
            title = page.text[start:end]
            out.append(Provision(f"h_{headings}", "heading", None, title, Span(start, end)))
        else:
            paragraphs += 1
            out.append(Provision(f"p_{paragraphs}", "p", None, None, Span(start, end)))
    return tuple(out)


def headline(page: Page, blocks: tuple[Block, ...]) -> str | None:
    """The first marked heading if the container has one near the top, else the first line if it is short."""
    marked = next((b.span for b in blocks[:8] if b.role is Role.HEADING), None)
    if marked is not None and marked.start < 1000:
        return " ".join(marked.of(page.text).split())[:HEADLINE_LENGTH] or None
    first = page.words(0)
    return first if len(first) <= HEADLINE_LENGTH else None


def _paragraphs(page: Page) -> list[tuple[int, int]]:
    """Runs of lines that belong together: one line each, or lines that a page's width broke."""
    runs: list[tuple[int, int]] = []
    for i, line in enumerate(page.lines):
        if runs and page.width and not line.blank and not _paragraph_ends(page, i - 1):
            runs[-1] = (runs[-1][0], i)
        else:
            runs.append((i, i))
    return runs


def _paragraph_ends(page: Page, index: int) -> bool:
    line = page.lines[index]
    short = len(line) < page.width * 0.75
    return short and (ends_sentence(page.text, line.start, line.end) or page.words(index).isupper())


def _is_heading(page: Page, index: int) -> bool:
    """A short line that ends like no sentence, with a longer paragraph behind it."""
    words = page.words(index)
    if len(words) > HEADING_LENGTH or words.rstrip(CLOSERS)[-1:] in (".", "!", ";", ":", ",", "…"):
        return False
    if words[0].isdigit() and len(words) < 60:  # a date, a number of a page
        return False
    if not any(letter.isalpha() for letter in words) or index + 1 >= len(page.lines):
        return False
    rest = page.lines[index + 1 : index + 4]
    return any(len(line) > 1.3 * len(words) and len(line) > 80 for line in rest)
