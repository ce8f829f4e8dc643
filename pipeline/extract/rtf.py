"""Rich text: paragraphs of an .rtf, whatever code page its Cyrillic letters stand in."""

from __future__ import annotations

import re
from typing import Any

from striprtf.striprtf import rtf_to_text

from pipeline.errors import UnreadableError
from pipeline.extract import assemble, marks
from pipeline.extract.base import MIB, Limits, too_long
from pipeline.extract.encodings import decode
from pipeline.extract.grid import SEPARATOR
from pipeline.extract.paragraphs import Paragraph
from pipeline.model import Extraction, Role, Source, SourceMeta

_HEX = re.compile(rb"[0-9a-fA-F\r\n]{256,}")  # pictures and embedded objects


_striprtf: Any = rtf_to_text  # the library ships no types


def warm() -> None:
    """Nothing to load beyond the reader."""


def extract(source: Source, limits: Limits) -> Extraction:
    """The text of an .rtf; tables row by row."""
    data = _HEX.sub(b"", source.data)
    if len(data) > 4 * limits.max_text_mib * MIB:
        raise too_long(source, limits)
    try:
        text: str = _striprtf(decode(data).text, errors="replace")
    except (ValueError, LookupError, IndexError) as error:
        raise UnreadableError(
            f"{source.path}: a damaged RTF file", reason="broken", hint="open it in a word processor and save it again"
        ) from error
    lines = (line.strip() for line in text.split("\n"))
    return assemble.document((_paragraph(line) for line in lines if line), SourceMeta(media_type="application/rtf"))


def _paragraph(line: str) -> Paragraph:
    if "|" in line.rstrip("|"):
        cells = [" ".join(cell.split()) for cell in line.rstrip("|").split("|")]
        return Paragraph(SEPARATOR.join(cells), None, None, Role.TABLE_ROW)
    line = line.rstrip("|").rstrip()
    role = Role.HEADING if marks.is_unit(line) else Role.LIST_ITEM if marks.starts_item(line) else Role.TEXT
    return Paragraph(line, None, None, role)
