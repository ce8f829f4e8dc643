"""Word files of before 2007: Word 97 and later by their pieces, older ones by the program catdoc."""

from __future__ import annotations

import io
import os
import re
import shutil
import struct
import subprocess
from collections.abc import Iterator

from pipeline.errors import MissingToolError, SkippedError, UnreadableError
from pipeline.extract import assemble, grid, marks
from pipeline.extract.base import Limits
from pipeline.extract.paragraphs import Paragraph
from pipeline.model import Extraction, Role, Source, SourceMeta

_IDENT, _WORD_97 = 0xA5EC, 0x00C1
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_LENGTHS, _FOOTNOTES = 0x4C, 0x50  # of the body, of the footnotes, in characters
_PIECES = 0x01A2  # place and size of the table of pieces
_PACKED = 0x40000000
_DAMAGE = (OSError, ValueError, IndexError, TypeError, struct.error)
_FIELD = re.compile(r"\x13[^\x13\x14\x15]*\x14|\x13[^\x13\x14\x15]*\x15|\x15")
_CODES = (*range(9), *range(0x0E, 0x1E))  # of pictures, notes, fields
_MARKS = dict.fromkeys(_CODES, "") | {0x0B: "\n", 0x1E: "\u2011", 0x1F: "\xad"}
_CATDOC_SECONDS = 10
_NESTED = 20  # fields inside fields


def warm() -> None:
    """Load the reader of OLE files."""
    import olefile  # noqa: F401 - loaded for its cost, once


def extract(source: Source, limits: Limits) -> Extraction:
    """The text of a .doc; raises MissingToolError where only catdoc could read it and it is not installed."""
    found = _pieces(source)
    if found is not None:
        body, notes = found
        paragraphs = (*_paragraphs(body), *(p for p in _paragraphs(notes, Role.FOOTNOTE)))
        if paragraphs:
            return assemble.document(paragraphs, SourceMeta(media_type="application/msword"))
    text = _by_catdoc(source, limits)
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return assemble.document((_paragraph(line) for line in lines if line), SourceMeta(media_type="application/msword"))


def _pieces(source: Source) -> tuple[str, str] | None:
    """Body and footnotes of a file of Word 97 or later; None for another or a damaged one."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(source.data)) as ole:
            main = ole.openstream("WordDocument").read()
            ident, version = struct.unpack_from("<HH", main)
            (flags,) = struct.unpack_from("<H", main, 0x0A)
            if ident != _IDENT or version < _WORD_97:
                return None
            if flags & _ENCRYPTED:
                raise SkippedError(
                    f"{source.path}: encrypted", reason="encrypted", hint="ask for a copy without a password"
                )
            table = ole.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
            start, size = struct.unpack_from("<II", main, _PIECES)
            text = "".join(_texts(main, table[start : start + size]))
            length, noted = struct.unpack_from("<I", main, _LENGTHS)[0], struct.unpack_from("<I", main, _FOOTNOTES)[0]
    except _DAMAGE:
        return None
    return text[:length], text[length : length + noted]


def _texts(main: bytes, table: bytes) -> Iterator[str]:
    """The pieces of the text in order, each in UTF-16 or in one byte a character."""
    at = 0
    while at < len(table) and table[at] == 1:  # properties that pieces refer to
        at += 3 + struct.unpack_from("<H", table, at + 1)[0]
    if table[at] != 2:
        raise ValueError("no table of pieces")
    (size,) = struct.unpack_from("<I", table, at + 1)
    count = (size - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", table, at + 5)
    left = len(main)
    for i in range(count):
        (place,) = struct.unpack_from("<I", table, at + 5 + 4 * (count + 1) + 8 * i + 2)
        length = ends[i + 1] - ends[i]
        left -= length
        if length < 0 or left < 0:
            raise ValueError("pieces that overlap")
        if place & _PACKED:
            start = (place & ~_PACKED) // 2
            yield main[start : start + length].decode("cp1252", "replace")
        else:
            yield main[place : place + 2 * length].decode("utf-16-le", "replace")


def _paragraphs(text: str, role: Role | None = None) -> Iterator[Paragraph]:
    """Paragraphs and table rows; codes of fields are left out, what they show stays."""
    for _ in range(_NESTED):
        text, done = _FIELD.subn("", text)
        if not done:
            break
    rows: list[list[list[Paragraph]]] = []
    row: list[list[Paragraph]] = []
    cell: list[Paragraph] = []
    for part, end in re.findall(r"([^\r\x0c\x07]*)([\r\x0c\x07]|\Z)", text):
        words = part.translate(_MARKS).strip()
        made = [_paragraph(words, role)] if words else []
        if end == "\x07":
            if not words and not cell and row:  # the mark of a row's end stands alone
                rows.append(row)
                row = []
            else:
                row.append([*cell, *made])
                cell = []
            continue
        if row:
            cell += made
            continue
        yield from grid.read(rows)
        rows = []
        yield from made
    yield from grid.read([*rows, *([[*row, cell]] if row or cell else [])])


def _paragraph(line: str, role: Role | None = None) -> Paragraph:
    if role is None:
        role = Role.HEADING if marks.is_unit(line) else Role.LIST_ITEM if marks.starts_item(line) else Role.TEXT
    return Paragraph(line, None, None, role)


def _by_catdoc(source: Source, limits: Limits) -> str:
    program = shutil.which("catdoc")
    if program is None:
        raise MissingToolError(
            f"{source.path}: a .doc file of this age needs catdoc, which is not installed",
            reason="missing-tool",
            hint="install catdoc, or save the file as .docx",
        )
    descriptor = os.memfd_create("document")
    try:
        with open(descriptor, "wb", closefd=False) as stream:
            stream.write(source.data)
        os.lseek(descriptor, 0, os.SEEK_SET)
        done = subprocess.run(
            [program, "-w", "-d", "utf-8"],
            stdin=descriptor,
            capture_output=True,
            check=False,
            timeout=min(limits.seconds, _CATDOC_SECONDS),
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(
            f"{source.path}: catdoc does not come to its end", reason="timeout", hint="save the file as .docx"
        ) from error
    finally:
        os.close(descriptor)
    text = done.stdout.decode("utf-8", "replace")
    if not text.strip():
        raise UnreadableError(f"{source.path}: no text in it", reason="broken", hint="save the file as .docx")
    return text
