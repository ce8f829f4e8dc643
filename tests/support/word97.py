"""Files of Word 97, made stream by stream: a head, the text in pieces, the table of pieces."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from tests.support import outlook

_START = 1024


def doc(pieces: Sequence[tuple[str, bool]], notes: str = "", *, encrypted: bool = False) -> bytes:
    """A .doc of these pieces (text, whether in one byte a character); `notes` are its footnotes."""
    every = [*pieces, (notes, False)] if notes else list(pieces)
    body, places, ends = b"", [], [0]
    for text, packed in every:
        here = _START + len(body)
        places.append(2 * here | 0x40000000 if packed else here)
        body += text.encode("cp1252" if packed else "utf-16-le")
        ends.append(ends[-1] + len(text))
    plan = struct.pack(f"<{len(ends)}I", *ends) + b"".join(struct.pack("<HIH", 0, place, 0) for place in places)
    table = b"\x01\x02\x00\x00\x00" + b"\x02" + struct.pack("<I", len(plan)) + plan
    length = sum(len(text) for text, _ in pieces)
    head = bytearray(_START)
    struct.pack_into("<HHHH", head, 0, 0xA5EC, 0x00C1, 0, 0x0419)
    struct.pack_into("<HHI", head, 0x0A, 0x1200 | (0x0100 if encrypted else 0), 0x00BF, 0)
    struct.pack_into("<II", head, 0x18, _START, _START + len(body))
    struct.pack_into("<H", head, 0x20, 14)
    struct.pack_into("<H", head, 0x3E, 22)
    struct.pack_into("<I", head, 0x40, _START + len(body))
    struct.pack_into("<II", head, 0x4C, length, len(notes))
    struct.pack_into("<H", head, 0x98, 93)
    struct.pack_into("<II", head, 0x01A2, 0, len(table))
    main = (bytes(head) + body).ljust(4096, b"\0")
    return outlook.compound({"WordDocument": main, "1Table": table.ljust(4096, b"\0")})
