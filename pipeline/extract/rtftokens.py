"""Rich text taken apart: control words, groups and characters, each character in the code page of its font."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n\x00]+)|[\r\n\x00]+|\\",
    re.DOTALL,
)
_CHARSETS = {
    77: "mac-roman", 89: "mac-cyrillic", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp437",
}  # fmt: skip
_SYMBOL_FONT = 2
_BULLETS = {0xA7: "•", 0xA8: "•", 0xB7: "•", 0xD8: "•", 0xFC: "•", 0x2D: "-"}
_SYMBOLS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "", "zwnj": "",
}  # fmt: skip
_ESCAPES = {b"~": "\xa0", b"_": "\u2011", b"-": "\xad", b"\\": "\\", b"{": "{", b"}": "}", b"\t": "\t"}
_MAX_DEPTH = 2000


@dataclass(frozen=True, slots=True)
class Token:
    """`kind`: "{", "}", "word" (a control word with its number), "starred" (`\\*`) or "text" (decoded characters)."""

    kind: str
    text: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class _State:
    encoding: str = ""
    symbol: bool = False
    fallback: int = 1  # characters that follow a \\u for programs that do not know it


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._page = "cp1252"
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._defined: int | None = None  # the font being described
        self._state = _State()
        self._stack: list[_State] = []
        self._pending = bytearray()
        self._skip = 0
        self._high = ""

    def tokens(self) -> Iterator[Token]:
        position = 0
        while (m := _TOKEN.match(self._data, position)) is not None:
            position = m.end()
            word, number, code, escape, brace, plain = m.groups()
            if word == b"bin":
                position += max(int(number or 0), 0)
            elif word is not None:
                yield from self._word(word.decode("ascii"), int(number) if number is not None else None)
            elif code is not None:
                self._bytes(bytes([int(code, 16)]))
            elif plain is not None:
                self._plain(plain)
            elif brace is not None:
                yield from self._brace(brace)
            elif escape is not None:
                yield from self._escape(escape)
        yield from self._flush()

    def _brace(self, brace: bytes) -> Iterator[Token]:
        yield from self._flush()
        self._skip = 0
        if brace == b"{":
            if len(self._stack) < _MAX_DEPTH:
                self._stack.append(self._state)
        elif self._stack:
            self._state = self._stack.pop()
        yield Token(brace.decode())

    def _escape(self, escape: bytes) -> Iterator[Token]:
        yield from self._flush()
        if escape == b"*":
            yield Token("starred")
        elif escape in b"\r\n":
            yield Token("word", "par")
        elif escape in _ESCAPES:
            yield Token("text", _ESCAPES[escape])

    def _word(self, word: str, number: int | None) -> Iterator[Token]:
        if word == "u" and number is not None:
            yield from self._flush()
            yield from self._unicode(number & 0xFFFF)
            self._skip = self._state.fallback
            return
        yield from self._flush()
        if word in _SYMBOLS:
            yield Token("text", _SYMBOLS[word])
            return
        self._fonts_and_pages(word, number)
        yield Token("word", word, number)

    def _unicode(self, code: int) -> Iterator[Token]:
        """One UTF-16 unit; halves are joined, signs of symbol fonts become bullets."""
        if 0xD800 <= code < 0xDC00:
            self._high = chr(code)
        elif 0xDC00 <= code < 0xE000:
            pair, self._high = self._high + chr(code), ""
            yield Token("text", pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
        elif 0xF020 <= code <= 0xF0FF:
            yield Token("text", _BULLETS.get(code - 0xF000, ""))
        else:
            yield Token("text", chr(code))

    def _fonts_and_pages(self, word: str, number: int | None) -> None:
        if word == "ansicpg" and number:
            self._page = _known(f"cp{number}") or self._page
        elif word in ("mac", "pc", "pca") and number is None:
            self._page = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850"}[word]
        elif word == "uc" and number is not None:
            self._state = replace(self._state, fallback=min(max(number, 0), 8))
        elif word == "f" and number is not None:
            self._defined = number
            encoding, symbol = self._fonts.get(number, ("", False))
            self._state = replace(self._state, encoding=encoding, symbol=symbol)
        elif word == "plain":
            self._state = replace(self._state, encoding="", symbol=False)
        elif word == "fcharset" and number is not None and self._defined is not None:
            self._fonts[self._defined] = (_CHARSETS.get(number, ""), number == _SYMBOL_FONT)
        elif word == "cpg" and number and self._defined is not None:
            self._fonts[self._defined] = (_known(f"cp{number}"), False)

    def _plain(self, data: bytes) -> None:
        if self._skip:
            data, self._skip = data[self._skip :], max(self._skip - len(data), 0)
        self._pending += data

    def _bytes(self, data: bytes) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._pending += data

    def _flush(self) -> Iterator[Token]:
        if self._pending:
            data, self._pending = bytes(self._pending), bytearray()
            if self._state.symbol:
                text = "".join(chr(b) if b < 128 and chr(b).isalnum() else _BULLETS.get(b, "") for b in data)
            else:
                text = data.decode(self._state.encoding or self._page, "replace")
            yield Token("text", text)


def _known(encoding: str) -> str:
    if encoding == "cp65001":
        return "utf-8"
    try:
        "".encode(encoding)
    except LookupError:
        return {"cp10007": "mac-cyrillic", "cp10000": "mac-roman", "cp20866": "koi8-r"}.get(encoding, "")
    return encoding


def tokens(data: bytes) -> Iterator[Token]:
    """The parts of a rich text in order; never raises on damage."""
    return _Reader(data).tokens()
