"""The visible lines of a web page in order, each with what its surroundings say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.extract import grid, styles
from pipeline.extract.paragraphs import Paragraph
from pipeline.model import Role

_INVISIBLE = frozenset({
    "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "applet", "select",
    "option", "button", "input", "textarea", "audio", "video", "canvas", "map", "datalist",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul", "caption",
})  # fmt: skip
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_FURNITURE_TAGS = {"nav": "navigation", "footer": "page-foot", "menu": "navigation", "aside": "sidebar"}


def _named(*words: str) -> re.Pattern[str]:
    """One of `words` as a whole part of a class or id."""
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(words)})(?:$|[\s_-])", re.IGNORECASE)


_NAMES = (
    (_named("breadcrumbs?", "bread-crumbs?", "crumbs"), "breadcrumb"),
    (_named("nav", "navbar", "navigation", "menu", "mainmenu", "submenu", "topmenu", "sitemap", "pager"), "navigation"),
    (_named("footer", "copyright", "counters?"), "page-foot"),
    (_named("sidebar", "banners?", "advert", "ads", "related", "similar", "widget", "promo"), "sidebar"),
    (_named("share", "social", "sharing", "socials", "likes?"), "share"),
    (_named("comments?", "respond", "disqus"), "comments"),
    (_named("cookies?", "gdpr", "consent"), "cookies"),
    (_named("print", "printer", "print-link", "fontsize", "font-size", "accessibility"), "widget"),
    (_named("subscribe", "subscription", "newsletter"), "subscribe"),
)  # fmt: skip
HIDDEN = "hidden"
"""Why text goes that the page does not show."""
_MAX_DEPTH = 200
_WHITE = re.compile(r"[ \t\r\n\f\xa0]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One line: `linked` is the share of its characters inside links, `furniture` why its place is no article's.

    `heading` is the level of a heading, 0 for other lines; `outside` says it stands in a list of links.
    """

    text: str
    linked: float = 0.0
    furniture: str | None = None
    heading: int = 0
    role: Role = Role.TEXT
    outside: bool = False


@dataclass(slots=True)
class _Line:
    """The line that is being collected."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0

    def add(self, text: str | None, in_link: bool) -> None:
        if text:
            self.parts.append(text)
            if in_link:
                self.linked += len("".join(text.split()))

    def take(self, context: _Context) -> Iterator[Piece]:
        text = _WHITE.sub(" ", "".join(self.parts)).strip()
        size = len("".join(text.split()))
        if text:
            share = self.linked / size if size else 0.0
            yield Piece(text, min(share, 1.0), context.furniture, context.heading, context.role, share > 0.9)
        self.parts.clear()
        self.linked = 0


@dataclass(frozen=True, slots=True)
class _Context:
    furniture: str | None = None
    heading: int = 0
    role: Role = Role.TEXT
    link: bool = False
    depth: int = 0
    rules: tuple[styles.Rule, ...] = ()


def pieces(tree: Any) -> Iterator[Piece]:
    """All lines of a parsed page, also those that will be dropped; what it does not show stands apart as HIDDEN."""
    body = tree.find(".//body")
    line = _Line()
    start = _Context(rules=styles.rules(tree))
    yield from _walk(tree if body is None else body, start, line)
    yield from line.take(start)


def _walk(item: Any, context: _Context, line: _Line) -> Iterator[Piece]:
    line.add(item.text, context.link)
    for child in item:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag and tag not in _INVISIBLE and context.depth < _MAX_DEPTH:
            if context.furniture != HIDDEN and styles.hidden(child, tag, context.rules):
                yield from _unseen(child, context)
            else:
                yield from _element(child, tag, context, line)
        line.add(child.tail, context.link)


def _unseen(child: Any, context: _Context) -> Iterator[Piece]:
    """What a hidden element holds: lines of its own, even where it stands in the middle of one."""
    inner = _Context(furniture=HIDDEN, depth=context.depth + 1)
    line = _Line()
    yield from _walk(child, inner, line)
    yield from line.take(inner)


def _element(child: Any, tag: str, context: _Context, line: _Line) -> Iterator[Piece]:
    inner = _inner(child, tag, context)
    if tag == "br":
        yield from line.take(context)
    elif tag in _BLOCKS:
        yield from line.take(context)
        rows = list(_data_rows(child, inner)) if tag == "table" else []
        yield from rows or _walk(child, inner, line)
        yield from line.take(inner)
    else:
        yield from _walk(child, inner, line)


def _inner(child: Any, tag: str, context: _Context) -> _Context:
    return _Context(
        furniture=context.furniture or _furniture(child, tag),
        heading=_HEADINGS.get(tag, context.heading),
        role=Role.LIST_ITEM if tag == "li" else Role.CAPTION if tag in ("figcaption", "caption") else context.role,
        link=context.link or tag == "a",
        depth=context.depth + 1,
        rules=context.rules,
    )


def _furniture(child: Any, tag: str) -> str | None:
    """Why an element is no part of an article, told by its tag, role, class or id."""
    if tag in _FURNITURE_TAGS:
        return _FURNITURE_TAGS[tag]
    if tag in ("body", "html", "main", "article"):
        return None
    role = (child.get("role") or "").lower()
    if role in ("navigation", "menu", "menubar", "search", "contentinfo", "banner"):
        return "navigation"
    names = f"{child.get('class') or ''} {child.get('id') or ''}"[:300]
    return next((why for pattern, why in _NAMES if pattern.search(names)), None) if names.strip() else None


def _data_rows(table: Any, context: _Context) -> Iterator[Piece]:
    """The rows of a table that holds data: short cells, no table inside, few links; nothing for a layout table."""
    if table.find(".//table") is not None:
        return
    unseen = dict.fromkeys(row for row in table.iter("tr") if styles.hidden(row, "tr", context.rules))
    read = [
        [list(_cell(cell, context)) for cell in row.iterfind("*") if cell.tag in ("td", "th")]
        for row in table.iter("tr")
        if row not in unseen
    ]
    rows = [[[p for p in cell if not p.dropped] for cell in row] for row in read]
    links = sum(len(a.text_content()) for a in table.iter("a"))
    if (
        len(rows) < 2
        or grid.lays_out(rows)
        or any(_is_page(row) for row in rows)
        or links > 0.5 * len(table.text_content())
    ):
        return
    for p in grid.read(rows):
        yield Piece(p.text, 0.0, context.furniture, 0, Role.TABLE_ROW)
    yield from (Piece(p.text, furniture=HIDDEN) for row in read for cell in row for p in cell if p.dropped)
    for row in unseen:
        yield from _unseen(row, context)


def _is_page(row: Sequence[Sequence[Paragraph]]) -> bool:
    """Whether a row is one cell with several paragraphs: no data, but a page below its menu."""
    return len(row) == 1 and len(row[0]) > 1


def _cell(cell: Any, context: _Context) -> Iterator[Paragraph]:
    line = _Line()
    plain = _Context(rules=context.rules)
    for piece in (*_walk(cell, plain, line), *line.take(plain)):
        yield Paragraph(piece.text, None, None, dropped=HIDDEN if piece.furniture == HIDDEN else None)
