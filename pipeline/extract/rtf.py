"""Rich text: paragraphs, tables and footnotes of an .rtf as they are printed; deletions and hidden text set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extract import assemble, grid, marks, mojibake
from pipeline.extract.base import MIB, Limits, too_long
from pipeline.extract.paragraphs import Paragraph
from pipeline.extract.rtftokens import Token, tokens
from pipeline.model import Extraction, Note, Role, Source, SourceMeta

_HEX = re.compile(rb"[0-9a-fA-F\r\n]{256,}")  # pictures and embedded objects
_NOT_TEXT = """fonttbl colortbl stylesheet pict objdata object fldinst themedata colorschememapping latentstyles
datastore listtable listoverridetable revtbl rsidtbl generator xmlnstbl mmath atnid atnauthor annotation atrfstart
atrfend bkmkstart bkmkend template ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonshppict filetbl private xe tc upr
header headerl headerr headerf footer footerl footerr footerf info userprops docvar wgrffmtfilter sp"""
_STARRED_TEXT = "shpinst shptxt footnote listtext pntext result ud fldrslt title author shp"
_SKIPPED, _SHOWN = frozenset(_NOT_TEXT.split()), frozenset(_STARRED_TEXT.split())
_BOXES = frozenset(("shptxt", "footnote"))
_MAX_BOXES = 4  # boxes inside boxes
_ENDS = frozenset(("par", "sect", "page", "column", "nestcell"))


def warm() -> None:
    """Load the tables of letters."""
    from pipeline.extract import examples

    examples.read(extract, *examples.rich())


def extract(source: Source, limits: Limits) -> Extraction:
    """The text of an .rtf; tables row by row, deleted and hidden words in `dropped`."""
    data = _HEX.sub(b"", source.data)
    if len(data) > 8 * limits.max_text_mib * MIB:
        raise too_long(source, limits)
    reader = _Document()
    reader.read(tokens(data))
    paragraphs, notes = _repaired(reader.written)
    meta = SourceMeta(media_type="application/rtf", title=reader.title or None, author=reader.author or None)
    return assemble.document(paragraphs, meta, notes)


def _repaired(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], tuple[Note, ...]]:
    """Letters that the file gives in another code page than it says."""
    text = "\n".join(p.text.replace("\n", "\x0b") for p in paragraphs)
    fixed, notes = mojibake.undo(text)
    lines = fixed.split("\n")
    if fixed == text or len(lines) != len(paragraphs):
        return list(paragraphs), notes
    return [replace(p, text=line.replace("\x0b", "\n")) for p, line in zip(paragraphs, lines, strict=True)], notes


@dataclass(frozen=True, slots=True)
class _State:
    """What holds until the end of a group: where text goes ("" is the body, "-" nowhere) and whether it is printed."""

    place: str = ""
    deleted: bool = False
    hidden: bool = False
    in_table: bool = False


@dataclass(slots=True)
class _Sink:
    """A paragraph being written, with the notes and boxes that hang on it."""

    parts: list[str] = field(default_factory=list)
    unprinted: list[tuple[str, str]] = field(default_factory=list)
    hanging: list[Paragraph] = field(default_factory=list)
    finished: list[Paragraph] = field(default_factory=list)


class _Document:
    def __init__(self) -> None:
        self.written: list[Paragraph] = []
        self.title = self.author = ""
        self._state = _State()
        self._stack: list[tuple[_State, bool]] = []
        self._sinks = [_Sink()]
        self._cell: list[Paragraph] = []
        self._row: list[list[Paragraph]] = []
        self._rows: list[list[list[Paragraph]]] = []
        self._starred = False

    def read(self, found: Iterable[Token]) -> None:
        for token in found:
            if token.kind == "{":
                self._stack.append((self._state, False))
            elif token.kind == "}":
                self._close()
            elif token.kind == "starred":
                self._starred = True
                continue
            elif token.kind == "word":
                self._word(token.text, token.number)
            else:
                self._text(token.text)
            self._starred = False
        while self._stack:
            self._close()
        self._paragraph()
        self._table()

    def _close(self) -> None:
        if not self._stack:
            return
        in_table = self._state.in_table
        state, box = self._stack.pop()
        if box:
            self._paragraph()
            inner, role = self._sinks.pop(), Role.FOOTNOTE if self._state.place == "footnote" else None
            kept = (replace(p, role=role) if role and not p.dropped else p for p in inner.finished)
            self._sinks[-1].hanging += kept
            in_table = state.in_table
        self._state = replace(state, in_table=in_table)

    def _word(self, word: str, number: int | None) -> None:
        if word in _SKIPPED or (self._starred and word not in _SHOWN):
            self._state = replace(self._state, place="-")
        elif word in _BOXES and self._stack and len(self._sinks) < _MAX_BOXES:
            self._stack[-1] = (self._stack[-1][0], True)
            self._sinks.append(_Sink())
            self._state = _State(place=word)
        elif word in ("title", "author"):
            self._state = replace(self._state, place=word)
        elif word == "ud":
            self._state = replace(self._state, place="")
        elif self._state.place in ("-", "title", "author", "shpinst"):
            return
        elif word in ("deleted", "v"):
            off = number == 0
            deleted = not off if word == "deleted" else self._state.deleted
            self._state = replace(self._state, deleted=deleted, hidden=not off if word == "v" else self._state.hidden)
        elif word == "plain":
            self._state = replace(self._state, deleted=False, hidden=False)
        elif word in ("pard", "intbl"):
            self._state = replace(self._state, in_table=word == "intbl")
        elif word in _ENDS:
            self._paragraph()
        elif word in ("cell", "row", "nestrow"):
            self._cell_or_row(word)

    def _text(self, text: str) -> None:
        place = self._state.place
        if place == "title":
            self.title += text
        elif place == "author":
            self.author += text
        elif place == "-":
            return
        elif self._state.deleted or self._state.hidden:
            reason = "deleted" if self._state.deleted else "hidden"
            held = self._sinks[-1].unprinted
            before = held.pop()[0] if held and held[-1][1] == reason else ""
            held.append((before + text, reason))
        else:
            self._sinks[-1].parts.append(text)

    def _paragraph(self) -> None:
        """End the paragraph: it goes into the cell, the box or the body it stands in."""
        sink = self._sinks[-1]
        text = "".join(sink.parts).strip()
        made = [_paragraph(text)] if text else []
        made += [Paragraph(words, None, None, dropped=why) for words, why in sink.unprinted if words.strip()]
        made += sink.hanging
        sink.parts, sink.unprinted, sink.hanging = [], [], []
        if len(self._sinks) > 1:
            sink.finished += made
        elif self._state.in_table:
            self._cell += made
        elif made:
            self._table()
            self.written += made

    def _cell_or_row(self, word: str) -> None:
        if len(self._sinks) > 1:
            self._sinks[-1].parts.append("\n")
            return
        self._state = replace(self._state, in_table=True)
        self._paragraph()
        if word == "cell":
            self._row.append(self._cell)
            self._cell = []
        elif word == "row" and (self._row or self._cell):
            self._rows.append([*self._row, *([self._cell] if self._cell else [])])
            self._row, self._cell = [], []

    def _table(self) -> None:
        if self._row or self._cell:
            self._rows.append([*self._row, self._cell])
            self._row, self._cell = [], []
        if self._rows:
            rows, self._rows = self._rows, []
            printed = [[[p for p in cell if not p.dropped] for cell in row] for row in rows]
            self.written += grid.read(printed)
            self.written += (p for row in rows for cell in row for p in cell if p.dropped)


def _paragraph(text: str) -> Paragraph:
    role = Role.HEADING if marks.is_unit(text) else Role.LIST_ITEM if marks.starts_item(text) else Role.TEXT
    return Paragraph(text, None, None, role)


# --- web pages inside ----------------------------------------------------------------------------------------------


def page_inside(data: bytes) -> str | None:
    """The web page that a mail program wrapped into rich text (`\\fromhtml1`); None where there is none."""
    if b"\\fromhtml" not in data[:1024]:
        return None
    return "".join(_page(tokens(data)))


def _page(found: Iterable[Token]) -> Iterator[str]:
    muted: list[tuple[bool, str]] = []
    rich, place, starred = False, "", False
    for token in found:
        if token.kind == "{":
            muted.append((rich, place))
        elif token.kind == "}":
            rich, place = muted.pop() if muted else (False, "")
        elif token.kind == "starred":
            starred = True
            continue
        elif token.kind == "word" and token.text == "htmlrtf":
            rich = token.number != 0
        elif token.kind == "word" and token.text == "htmltag":
            place = "tag"
        elif token.kind == "word" and (token.text in _SKIPPED or starred):
            place = "-"
        elif token.kind == "word":
            yield "\n" if token.text in ("par", "line") and not rich and place != "-" else ""
        elif token.kind == "text" and place != "-" and not rich:
            yield token.text if place == "tag" else _escaped(token.text)
        starred = False


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
