"""Messages saved by Outlook (.msg): subject, body, attachments, and messages attached to messages, as one text.

A message is a folder of property streams inside an OLE file; a stream's name ends with the property's number and type.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from pipeline.errors import UnreadableError
from pipeline.extract import lzfu, mail, rtf
from pipeline.extract.base import MIB, Limits
from pipeline.extract.encodings import decode
from pipeline.model import Extraction, Source, SourceMeta

_SUBJECT, _SENDER, _BODY, _HTML, _RICH = "0037", "0C1A", "1000", "1013", "1009"
_DATA, _LONG_NAME, _NAME = "3701", "3707", "3704"
_SENT = (0x00390040, 0x0E060040)  # submitted, delivered
_CODE_PAGES = (0x3FDE0003, 0x3FFD0003)  # of the body, of the message
_ENTRY = struct.Struct("<IIq")
_TOP, _INNER = 32, 24  # bytes before the first property of a message, of a message inside another
_TEXT, _BYTES_TEXT, _BINARY, _FOLDER = "001F", "001E", "0102", "000D"
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_MAX_DEPTH = 3
_MAX_RICH = 64 * MIB
_DAMAGE = (OSError, ValueError, IndexError, TypeError, OverflowError, struct.error)

Place = tuple[str, ...]


def warm() -> None:
    """Load the reader of OLE files."""
    import olefile  # noqa: F401 - loaded for its cost, once


def extract(source: Source, limits: Limits) -> Extraction:
    """The body of a message (plain text, else the web page, else rich text) and the text of what is attached."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(source.data)) as ole:
            message = _Message(ole, (), 0)
            meta = SourceMeta(
                media_type="application/vnd.ms-outlook",
                title=message.line(_SUBJECT),
                author=message.line(_SENDER),
                issued_on=message.sent,
            )
            parts = list(message.parts())
    except _DAMAGE as error:
        raise UnreadableError(
            f"{source.path}: a damaged message", reason="broken", hint="save it again from Outlook"
        ) from error
    return mail.of_parts(source, parts, meta, limits)


class _Message:
    """One message of an OLE file: the folder `place` of its streams."""

    def __init__(self, ole: Any, place: Place, depth: int) -> None:
        self._ole, self._place, self._depth = ole, place, depth
        self._fixed = dict(_fixed(self._read(place, "__properties_version1.0"), _INNER if place else _TOP))

    def _read(self, place: Place, name: str) -> bytes:
        path = [*place, name]
        return bytes(self._ole.openstream(path).read()) if self._ole.exists(path) else b""

    def _property(self, place: Place, number: str, kind: str) -> bytes:
        return self._read(place, f"__substg1.0_{number}{kind}")

    def text(self, number: str, place: Place | None = None) -> str:
        """A property that is text, in UTF-16 or in the code page of the message."""
        where = self._place if place is None else place
        wide = self._property(where, number, _TEXT)
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self._property(where, number, _BYTES_TEXT).rstrip(b"\0")
        return decode(narrow, self._encoding).text if narrow else ""

    def line(self, number: str) -> str | None:
        return " ".join(self.text(number).split()) or None

    @property
    def _encoding(self) -> str | None:
        page = next((self._fixed[tag] & 0xFFFF for tag in _CODE_PAGES if tag in self._fixed), None)
        return None if page is None else "utf-8" if page == 65001 else f"cp{page}"

    @property
    def sent(self) -> date | None:
        """The day the message was sent (UTC)."""
        ticks = next((self._fixed[tag] for tag in _SENT if self._fixed.get(tag, 0) > 0), None)
        return None if ticks is None else (_EPOCH + timedelta(microseconds=ticks // 10)).date()

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Names and contents of the body and of the attachments."""
        page = self._property(self._place, _HTML, _BINARY) or self.text(_HTML).encode("utf-8", "replace")
        body = self.text(_BODY).encode("utf-8", "replace").strip() or page or self._rich()
        if body.strip():
            yield "body", body
        for folder in self._attachments()[: mail.MAX_PARTS]:
            yield from self._attached((*self._place, folder))

    def _rich(self) -> bytes:
        """The body where it is only compressed rich text, as the web page it was made from if it holds one."""
        packed = self._property(self._place, _RICH, _BINARY)
        rich = lzfu.unpacked(packed, _MAX_RICH) if packed else b""
        page = rtf.page_inside(rich)
        return rich if page is None else page.encode("utf-8", "replace")

    def _attachments(self) -> Sequence[str]:
        depth = len(self._place)
        folders = (tuple(path) for path in self._ole.listdir(streams=False, storages=True))
        inside = (path for path in folders if path[:depth] == self._place and len(path) == depth + 1)
        return sorted(path[depth] for path in inside if path[depth].startswith("__attach_version1.0_"))

    def _attached(self, place: Place) -> Iterator[tuple[str, bytes]]:
        name = self.text(_LONG_NAME, place) or self.text(_NAME, place) or place[-1].rpartition("#")[2]
        inner = (*place, f"__substg1.0_{_DATA}{_FOLDER}")
        data = self._property(place, _DATA, _BINARY)
        if data.strip():
            yield name, data
        elif self._depth < _MAX_DEPTH and self._ole.exists([*inner, "__properties_version1.0"]):
            message = _Message(self._ole, inner, self._depth + 1)
            yield from ((f"{message.line(_SUBJECT) or name}: {part}", content) for part, content in message.parts())


def _fixed(stream: bytes, start: int) -> Iterator[tuple[int, int]]:
    """(property with its type, value) for the properties that fit into eight bytes."""
    whole = len(stream) - (len(stream) - start) % _ENTRY.size
    if whole > start:
        for tag, _, number in _ENTRY.iter_unpack(stream[start:whole]):
            yield tag, number
