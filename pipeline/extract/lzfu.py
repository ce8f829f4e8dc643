"""The compression of rich text in Outlook's messages (MS-OXRTFCP)."""

from __future__ import annotations

import struct

_HEAD = struct.Struct("<IIII")
_COMPRESSED, _PLAIN = 0x75465A4C, 0x414C454D
_WINDOW = 4096
_START = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans "
    rb"SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    + b"\r\n"
    + rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What the window holds before the first byte."""


def unpacked(data: bytes, most: int) -> bytes:
    """The rich text of a compressed stream, at most `most` bytes; raises ValueError where it is none."""
    if len(data) < _HEAD.size:
        raise ValueError("rich text without a head")
    _, size, kind, _ = _HEAD.unpack_from(data)
    if size > most:
        raise ValueError(f"{size} bytes of rich text")
    if kind == _PLAIN:
        return data[_HEAD.size : _HEAD.size + size]
    if kind != _COMPRESSED:
        raise ValueError("rich text of an unknown kind")
    return _unpacked(data, size)


def _unpacked(data: bytes, size: int) -> bytes:
    window = bytearray(_START.ljust(_WINDOW, b"\0"))
    out, here, at = bytearray(), len(_START), _HEAD.size
    while at < len(data) and len(out) < size:
        flags, at = data[at], at + 1
        for bit in range(8):
            if flags >> bit & 1:
                pair, at = int.from_bytes(data[at : at + 2], "big"), at + 2
                place, length = pair >> 4, (pair & 15) + 2
                if place == here or at > len(data):
                    return bytes(out[:size])
            else:
                window[here] = data[at] if at < len(data) else 0
                place, length, at = here, 1, at + 1
            for i in range(length):
                byte = window[(place + i) % _WINDOW]
                window[here] = byte
                out.append(byte)
                here = (here + 1) % _WINDOW
    return bytes(out[:size])
