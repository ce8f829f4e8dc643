"""Messages as Outlook saves them: a writer of OLE compound files, with every stream where a test wants it."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_END, _FREE, _TABLE, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
Tree = Mapping[str, Any]  # name → bytes, or another tree


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    right: int = _NONE
    child: int = _NONE
    start: int = _END
    children: list[int] = field(default_factory=list)


def compound(tree: Tree) -> bytes:
    """An OLE file with these streams and folders."""
    entries = [_Entry("Root Entry", 5)]
    _add(entries, 0, tree)
    small, small_table, big, table = b"", [], b"", []
    for entry in entries[1:]:
        if entry.kind != 2:
            continue
        if len(entry.data) < _CUTOFF:
            entry.start = _chained(small_table, len(entry.data), _SMALL)
            small += _padded(entry.data, _SMALL)
        else:
            entry.start = _chained(table, len(entry.data), _SECTOR)
            big += _padded(entry.data, _SECTOR)
    entries[0].data = small
    entries[0].start = _chained(table, len(small), _SECTOR)
    big += _padded(small, _SECTOR)
    small_words = b"".join(struct.pack("<I", n) for n in small_table)
    small_start = _chained(table, len(small_words), _SECTOR)
    big += _padded(small_words, _SECTOR, b"\xff")
    directory = b"".join(_record(entry) for entry in entries)
    directory_start = _chained(table, len(directory), _SECTOR)
    big += _padded(directory, _SECTOR)
    tables = 1
    while (len(table) + tables) * 4 > tables * _SECTOR:
        tables += 1
    first_table = len(table)
    table += [_TABLE] * tables
    big += _padded(b"".join(struct.pack("<I", n) for n in table), tables * _SECTOR, b"\xff")
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, tables,
        directory_start, 0, _CUTOFF, small_start, -(-len(small_words) // _SECTOR), _END, 0, first_table,
    )  # fmt: skip
    rest = [first_table + i for i in range(1, tables)]
    return head + b"".join(struct.pack("<I", n) for n in [*rest, *[_FREE] * (108 - len(rest))]) + big


def _add(entries: list[_Entry], parent: int, tree: Tree) -> None:
    for name, content in tree.items():
        number = len(entries)
        folder = isinstance(content, Mapping)
        entries.append(_Entry(name, 1 if folder else 2, b"" if folder else content))
        siblings = entries[parent].children
        if siblings:
            entries[siblings[-1]].right = number
        else:
            entries[parent].child = number
        siblings.append(number)
        if folder:
            _add(entries, number, content)


def _chained(table: list[int], size: int, sector: int) -> int:
    """Add a chain of sectors for so many bytes; its first sector."""
    count = -(-size // sector)
    if count == 0:
        return _END
    first = len(table)
    table += [*range(first + 1, first + count), _END]
    return first


def _padded(data: bytes, sector: int, fill: bytes = b"\0") -> bytes:
    return data + fill * (-len(data) % sector)


def _record(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    size = len(entry.data)
    links = struct.pack("<III", _NONE, entry.right, entry.child)
    return (
        name.ljust(64, b"\0")
        + struct.pack("<HBB", len(name), entry.kind, 1)
        + links
        + bytes(36)
        + struct.pack("<IQ", entry.start, size)
    )


def properties(sent: date | None = None, code_page: int | None = None, *, inner: bool = False) -> bytes:
    """The stream of a message's fixed properties."""
    rows = b""
    if sent is not None:
        since = datetime(sent.year, sent.month, sent.day, 9, tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)
        rows += struct.pack("<IIq", 0x00390040, 6, int(since.total_seconds()) * 10_000_000)
    if code_page is not None:
        rows += struct.pack("<IIq", 0x3FFD0003, 6, code_page)
    return bytes(24 if inner else 32) + rows


def message(subject: str, body: str, sent: date | None = None, **more: Any) -> dict[str, Any]:
    """The streams of a message in UTF-16; `more` adds streams and folders."""
    return {
        "__properties_version1.0": properties(sent),
        "__substg1.0_0037001F": subject.encode("utf-16-le"),
        "__substg1.0_0C1A001F": "Press service".encode("utf-16-le"),
        "__substg1.0_1000001F": body.encode("utf-16-le"),
        **more,
    }


def rich(text: bytes) -> bytes:
    """Rich text as Outlook compresses it: repeated runs of the text itself become references."""
    from pipeline.extract import lzfu

    window, here, items, at = bytearray(lzfu._START.ljust(4096, b"\0")), len(lzfu._START), [], 0
    while at < len(text):
        length = next(
            (n for n in range(17, 1, -1) if at + n <= len(text) and 0 <= window.find(text[at : at + n]) < here - n), 0
        )
        if length and here + length < 4096:
            place = window.find(text[at : at + length])
            items.append(struct.pack(">H", place << 4 | length - 2))
        else:
            length = 1
            items.append(text[at : at + 1])
        for byte in text[at : at + length]:
            window[here] = byte
            here = (here + 1) % 4096
        at += length
    items.append(struct.pack(">H", here << 4))
    packed = b""
    for i in range(0, len(items), 8):
        eight = items[i : i + 8]
        packed += bytes([sum((len(item) == 2) << bit for bit, item in enumerate(eight))]) + b"".join(eight)
    return struct.pack("<IIII", len(packed) + 12, len(text), 0x75465A4C, 0) + packed


def attachment(name: str, data: bytes) -> dict[str, bytes]:
    """The streams of an attached file."""
    return {
        "__properties_version1.0": bytes(8),
        "__substg1.0_3707001F": name.encode("utf-16-le"),
        "__substg1.0_37010102": data,
    }
