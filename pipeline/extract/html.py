"""Web pages: the article by trafilatura and our own line filter; every line that goes is listed with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urljoin

import lxml.html
from lxml import etree

from pipeline.errors import UnreadableError
from pipeline.extract import assemble, datelines, emptypage, examples, lines, marks
from pipeline.extract.base import MIB, Limits, too_long
from pipeline.extract.encodings import decode
from pipeline.extract.flow import HIDDEN, Piece, pieces
from pipeline.extract.paragraphs import Paragraph
from pipeline.model import Extraction, Note, Role, Source, SourceMeta

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})|<\?xml[^>]{0,100}encoding=[\"']([\w-]{2,40})",
    re.IGNORECASE,
)
_SENTENCE = 60  # characters of a line that can be a sentence of an article
_LINKED = 0.5  # share of linked characters from which a line is navigation
_JOINT = re.compile(r" (?:[|–—»·-]|::) ")
_TITLE = 8  # characters of the shortest title
_MUCH_HIDDEN = 400  # characters
_LONG_LIST = 2000  # lines
_SEARCHED = 512 * 1024  # characters of a page that is searched for a date far and wide


@dataclass(frozen=True, slots=True)
class _Judged:
    piece: Piece
    reason: str | None


def warm() -> None:
    """Load the libraries and tables every page needs."""
    examples.read(extract, *examples.page())


def extract(source: Source, limits: Limits) -> Extraction:
    """The article of a web page with title, author, address and date of publication."""
    if len(source.data) > 2 * limits.max_text_mib * MIB:
        raise too_long(source, limits)
    declared = _CHARSET.search(source.data[:4096])
    decoded = decode(source.data, (declared[1] or declared[2]).decode("ascii", "replace") if declared else None)
    tree = _parsed(source, decoded.text)
    found, told = _shown(list(pieces(tree)))
    meta = replace(_meta(tree, found), encoding=decoded.encoding)
    titles = f"{meta.title} {tree.findtext('.//title')}"
    judged = _judged(found, frozenset() if _list_of_links(found) else _article(decoded.text), _squeezed(titles))
    emptypage.refuse(source, tree, titles, [(item.piece.text, item.reason) for item in judged])
    issued = _date(tree, decoded.text, found, judged)
    return assemble.document(_paragraphs(judged), replace(meta, issued_on=issued), (*decoded.notes, *told))


def _parsed(source: Source, text: str) -> Any:
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    data = text.encode("utf-8", "replace")
    try:
        tree = lxml.html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"{source.path}: no page in it", reason="broken", hint="fetch it again") from error
    return tree


# --- which lines are the article -----------------------------------------------------------------------------------


def _shown(found: list[Piece]) -> tuple[list[Piece], tuple[Note, ...]]:
    """The lines; a page that hides nearly all of its text until its scripts have run is read as it will be shown."""
    unseen = sum(len(piece.text) for piece in found if piece.furniture == HIDDEN)
    if unseen < _MUCH_HIDDEN or sum(len(piece.text) for piece in found) > 1.2 * unseen:
        return found, ()
    told = Note("hidden-text", "the page hides nearly all of its text until its scripts have run; it was read")
    return [replace(piece, furniture=None) if piece.furniture == HIDDEN else piece for piece in found], (told,)


def _list_of_links(found: Sequence[Piece]) -> bool:
    """Whether a long page holds no line that can be a sentence: a search for the article would only take long."""
    return len(found) > _LONG_LIST and not any(len(p.text) >= _SENTENCE and p.linked < _LINKED for p in found)


def _article(text: str) -> frozenset[str]:
    """The lines trafilatura takes for the article, blanks squeezed out; empty where it finds none."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(text, favor_precision=True, include_comments=False, include_tables=True, fast=True)
    if found is None or found.body is None:
        return frozenset()
    texts = ["".join(item.itertext()) for item in found.body.iter("p", "head", "item", "cell", "quote", "ab", "hi")]
    return frozenset(key for text in texts for line in text.split("\n") if (key := _squeezed(line)))


def _squeezed(text: str) -> str:
    return "".join(text.split()).lower()


def _judged(found: Sequence[Piece], article: frozenset[str], titles: str) -> list[_Judged]:
    """Each line with the reason why it is no part of the article, or None; `titles` are those of the page, squeezed."""
    joined = "\n".join(sorted(article))
    chosen = [_named(piece, article, joined) for piece in found]
    inside = [i for i, ok in enumerate(chosen) if ok and len(found[i].text) >= _SENTENCE]
    first, last = (inside[0], inside[-1]) if inside else (0, len(found) - 1)
    judged: list[_Judged] = []
    begun = False
    for i, piece in enumerate(found):
        following = found[i + 1].text if i + 1 < len(found) else ""
        above = first - 5 <= i < first and len(piece.text) > 8 and _squeezed(piece.text) in titles
        within = first <= i <= last or piece.heading == 1 or above
        why = _why(piece, following, chosen=chosen[i], within=within, first=not begun)
        begun = begun or why is None
        judged.append(_Judged(piece, why))
    return judged


def _named(piece: Piece, article: frozenset[str], joined: str) -> bool:
    key = _squeezed(piece.text)
    return key in article or (len(key) > 30 and key in joined)


def _why(piece: Piece, following: str, *, chosen: bool, within: bool, first: bool) -> str | None:
    if piece.furniture == HIDDEN:
        return HIDDEN
    if first and lines.breadcrumb(piece.text, following):
        return "breadcrumb"
    phrase = lines.reason(piece.text) or (None if chosen and within else lines.weak_reason(piece.text))
    if phrase:
        return phrase
    if lines.only_date(piece.text) and not piece.furniture:
        return "date-line"
    if piece.furniture and not (chosen and piece.linked < _LINKED and len(piece.text) >= _SENTENCE):
        return piece.furniture if not (piece.heading == 1 and within) else None
    if piece.linked >= _LINKED and len(piece.text) < 200 and not (chosen and marks.ends_sentence(piece.text)):
        return "links"
    if chosen:
        return None
    return None if within and not piece.outside else "outside-article"


def _paragraphs(judged: Sequence[_Judged]) -> Iterator[Paragraph]:
    for item in judged:
        role = Role.HEADING if item.piece.heading or marks.is_unit(item.piece.text) else item.piece.role
        if role is Role.TEXT and marks.starts_item(item.piece.text):
            role = Role.LIST_ITEM
        yield Paragraph(item.piece.text, None, None, role, dropped=item.reason)


# --- metadata ------------------------------------------------------------------------------------------------------


def _meta(tree: Any, found: Sequence[Piece]) -> SourceMeta:
    heading = next((piece.text for piece in found if piece.heading == 1), None)
    title = _property(tree, "og:title") or heading or _without_site(tree.findtext(".//title") or "", found)
    canonical = _address(tree, tree.xpath("string(//link[@rel='canonical']/@href)")) or _property(tree, "og:url")
    return SourceMeta(
        media_type="text/html",
        title=" ".join(title.split()) or None if title else None,
        author=_property(tree, "author") or _property(tree, "article:author") or None,
        url=str(canonical).strip() or None if canonical else None,
    )


def _without_site(title: str, found: Sequence[Piece]) -> str:
    """The page's title without the name of its site, where a line says so: "Talks held | Office"."""
    whole = " ".join(title.split())
    shown = {piece.text for piece in found}
    parts = (whole[: m.start()] for m in _JOINT.finditer(whole))
    return next((part for part in parts if len(part) > _TITLE and part in shown), whole)


def _address(tree: Any, link: str) -> str:
    """A link as the page's own base address completes it; what stays without a host is no address."""
    base = str(tree.xpath("string((//base/@href)[1])")).strip()
    try:
        whole = urljoin(base, link.strip()) if link.strip() else ""
    except ValueError:  # no address at all
        return ""
    return whole if whole.startswith(("http://", "https://")) else ""


def _property(tree: Any, name: str) -> str:
    return str(tree.xpath("string((//meta[@property=$n or @name=$n]/@content)[1])", n=name)).strip()


def _date(tree: Any, html: str, found: Sequence[Piece], judged: Sequence[_Judged]) -> date | None:
    """The date of publication: as the page's head, a time element or a line states it; guesses need a day to show."""
    return (
        _evident(_guess(tree, thorough=False), html, found)
        or _timed(tree)
        or _stated_date(judged)
        or (_evident(_guess(tree, thorough=True), html, ()) if len(html) <= _SEARCHED else None)
    )


def _guess(tree: Any, *, thorough: bool) -> date | None:
    from htmldate import find_date

    found = find_date(tree, original_date=True, extensive_search=thorough, min_date="1990-01-01")
    return date.fromisoformat(found) if found else None


def _evident(day: date | None, html: str, found: Sequence[Piece]) -> date | None:
    """`day` if the page writes it out: in figures anywhere, or in one of the lines `found`; a bare year will not do."""
    if day is None:
        return None
    written = (f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}", f"{day:%Y%m%d}", f"{day:%d.%m.%Y}", f"{day:%d/%m/%Y}")
    if any(form in html for form in written) or any(lines.date_in(piece.text) == day for piece in found):
        return day
    return None


def _timed(tree: Any) -> date | None:
    """The day of the first time element."""
    for element in tree.iter("time"):
        day = lines.date_in(element.get("datetime") or "") or datelines.of_line(element.text_content())
        if day:
            return day
    return None


def _stated_date(judged: Sequence[_Judged]) -> date | None:
    """A date in a dropped line, or in a line of its own or a dateline near the beginning of the article."""
    for item in judged:
        if item.reason in ("date-line", "print-version") and (found := lines.date_in(item.piece.text)):
            return found
    first = next((i for i, item in enumerate(judged) if item.reason is None), 0)
    near = (item for item in judged[max(first - 1, 0) :] if item.reason in (None, "date-line", "outside-article"))
    stated = datelines.stated(item.piece.text for item in near)
    return stated or next((day for item in _under_title(judged) if (day := lines.date_in(item.piece.text))), None)


def _under_title(judged: Sequence[_Judged]) -> Sequence[_Judged]:
    """Lines set aside between the title and the article: where it was adopted, who published it."""
    text = next((i for i, x in enumerate(judged) if x.reason is None and not x.piece.heading), 0)
    title = next((i for i in range(text - 1, -1, -1) if judged[i].piece.heading), text)
    return [item for item in judged[title:text] if item.reason == "outside-article"]
