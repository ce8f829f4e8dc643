"""Word documents: paragraphs as Word would print them, list numbers and insertions in, deletions out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.errors import UnreadableError
from pipeline.extract import assemble, examples, grid, marks, numbering
from pipeline.extract.base import Limits
from pipeline.extract.numbering import Numbering, W, value
from pipeline.extract.paragraphs import Paragraph
from pipeline.extract.xml import Container, broken
from pipeline.model import Extraction, Note, Role, Source, SourceMeta

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_SKIPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "footnoteRef"))
_HEADING = re.compile(r"heading|title|заголовок|название", re.IGNORECASE)


@dataclass(slots=True)
class _Word:
    """What the parts of one document know: its lists, the styles' numbering and names, the footnotes to be printed."""

    numbering: Numbering
    style_lists: Mapping[str, tuple[str, int]]
    headings: frozenset[str]
    notes: Mapping[str, etree._Element] = field(default_factory=dict)
    cited: list[str] = field(default_factory=list)


def warm() -> None:
    """Read an example."""
    examples.read(extract, *examples.word())


def extract(source: Source, limits: Limits) -> Extraction:
    """The text of a .docx: body, tables row by row, text boxes where they are anchored, notes after their paragraph."""
    parts = Container(source, limits)
    main = _main_part(parts)
    tree = parts.tree(main)
    body = None if tree is None else tree.find(f"{W}body")
    if body is None:
        raise broken(source, "a Word file without a document")
    folder = main.rpartition("/")[0]
    styles = parts.tree(f"{folder}/styles.xml")
    word = _Word(
        numbering.read(parts.tree(f"{folder}/numbering.xml")),
        _style_lists(styles),
        _heading_styles(styles),
        _footnotes(parts, folder),
    )
    changes = sum(1 for _ in body.iter(f"{W}ins", f"{W}del"))
    told = f"{changes} tracked changes: insertions read, deletions left out"
    notes = (Note("tracked-changes", told),) if changes else ()
    return assemble.document(_body(body, word), _meta(parts), notes)


def _main_part(parts: Container) -> str:
    """The main part's name as the package's relationships give it."""
    tree = parts.tree("_rels/.rels")
    if tree is not None:
        for item in tree:
            if str(item.get("Type", "")).endswith("/officeDocument"):
                return str(item.get("Target", "")).lstrip("/")
    return "word/document.xml"


# --- body ----------------------------------------------------------------------------------------------------------


def _body(container: etree._Element, word: _Word) -> Iterator[Paragraph]:
    for item in container:
        if item.tag == f"{W}p":
            yield from _paragraph(item, word)
        elif item.tag == f"{W}tbl":
            yield from _table(item, word)
        elif item.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}smartTag", f"{W}customXml", f"{W}moveTo"):
            yield from _body(item, word)


def _paragraph(item: etree._Element, word: _Word) -> Iterator[Paragraph]:
    text = "".join(_text(item, word)).strip()
    boxes = [p for box in _boxes(item) for p in _body(box, word)]
    number = _number(item, word)
    if text:
        whole = f"{number} {text}" if number and number != "•" else text
        yield Paragraph(whole, None, None, _role(item, whole, number, word))
    yield from boxes
    cited, word.cited = word.cited, []
    for key in cited:
        note = word.notes.get(key)
        for p in _body(note, word) if note is not None else ():
            yield replace(p, role=Role.FOOTNOTE)


def _text(item: etree._Element, word: _Word) -> Iterator[str]:
    """The visible characters of a paragraph; a line break stays one."""
    for child in item:
        tag = child.tag
        if tag in _SKIPPED or tag == _ALTERNATE or tag == f"{W}txbxContent":
            continue
        if tag in (f"{W}t", _MATH_TEXT):
            yield child.text or ""
        elif tag == f"{W}tab":
            yield "\t"
        elif tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag == f"{W}softHyphen":
            yield "\xad"
        elif tag == f"{W}footnoteReference" or tag == f"{W}endnoteReference":
            word.cited.append(f"{tag}{child.get(f'{W}id')}")
        elif isinstance(tag, str) and not _hidden(child):
            yield from _text(child, word)


def _hidden(run: etree._Element) -> bool:
    properties = run.find(f"{W}rPr") if run.tag == f"{W}r" else None
    vanish = properties.find(f"{W}vanish") if properties is not None else None
    return vanish is not None and vanish.get(f"{W}val") not in ("0", "false")


def _boxes(item: etree._Element) -> Iterator[etree._Element]:
    """Text boxes anchored in a paragraph, each once: not the copy for older programs."""
    for box in item.iter(f"{W}txbxContent"):
        if not any(above.tag == _ALTERNATE for above in box.iterancestors()):
            yield box


def _number(item: etree._Element, word: _Word) -> str:
    """The automatic number of a paragraph, from itself or its style; counted also where the text is empty later."""
    properties = item.find(f"{W}pPr")
    if properties is None:
        return ""
    style = word.style_lists.get(value(properties, "pStyle") or "")
    own = properties.find(f"{W}numPr")
    number_id, level = style or ("", 0)
    if own is not None:
        number_id = value(own, "numId") or number_id
        level = numbering.integer(value(own, "ilvl"), level)
    return word.numbering.next(number_id, level) if number_id not in ("", "0") else ""


def _role(item: etree._Element, text: str, number: str, word: _Word) -> Role:
    properties = item.find(f"{W}pPr")
    style = value(properties, "pStyle") if properties is not None else None
    if (style in word.headings and len(text) < 300) or marks.is_unit(text):
        return Role.HEADING
    return Role.LIST_ITEM if number or marks.starts_item(text) else Role.TEXT


# --- tables --------------------------------------------------------------------------------------------------------


def _table(table: etree._Element, word: _Word) -> Iterator[Paragraph]:
    rows = [[list(_body(cell, word)) for cell in _cells(row)] for row in table.iter(f"{W}tr") if _own(row, table)]
    yield from grid.read(rows)


def _own(row: etree._Element, table: etree._Element) -> bool:
    return next((x for x in row.iterancestors(f"{W}tbl")), None) is table


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return (cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row)


# --- other parts ---------------------------------------------------------------------------------------------------


def _footnotes(parts: Container, folder: str) -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    for name, item in (("footnotes", "footnote"), ("endnotes", "endnote")):
        tree = parts.tree(f"{folder}/{name}.xml")
        for note in tree.iterfind(f"{W}{item}") if tree is not None else ():
            found[f"{W}{item}Reference{note.get(f'{W}id')}"] = note
    return found


def _style_lists(styles: etree._Element | None) -> dict[str, tuple[str, int]]:
    """Styles that number their paragraphs, with those they are based on."""
    own: dict[str, tuple[str, int]] = {}
    based: dict[str, str] = {}
    for style in styles.iterfind(f"{W}style") if styles is not None else ():
        name = style.get(f"{W}styleId", "")
        based[name] = value(style, "basedOn") or ""
        properties = style.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            own[name] = (value(properties, "numId") or "", numbering.integer(value(properties, "ilvl")))
    for name in based:
        chain, seen = name, {name}
        while chain not in own and based.get(chain) and based[chain] not in seen:
            chain = based[chain]
            seen.add(chain)
        if chain in own:
            own.setdefault(name, own[chain])
    return own


def _heading_styles(styles: etree._Element | None) -> frozenset[str]:
    found = styles.iterfind(f"{W}style") if styles is not None else ()
    return frozenset(s.get(f"{W}styleId", "") for s in found if _HEADING.match(value(s, "name") or ""))


def _meta(parts: Container) -> SourceMeta:
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    try:
        tree = parts.tree("docProps/core.xml")
    except UnreadableError:  # the text is worth more than its label
        tree = None
    if tree is None:
        return SourceMeta(media_type=media)
    title, author = tree.findtext(f"{_DUBLIN}title"), tree.findtext(f"{_DUBLIN}creator")
    return SourceMeta(media_type=media, title=title or None, author=author or None)
