"""The query language: words, "phrases", -not, OR, parentheses, prefix*, fuzzy~ and fields, parsed by hand.

    expression  = conjunction { ("OR" | "ИЛИ") conjunction }
    conjunction = unary { [ "AND" | "И" ] unary }
    unary       = ( "-" | "NOT" | "НЕ" ) unary | atom
    atom        = "(" expression ")" | field ":" value | phrase | word [ "*" | "~" | "~2" ]
    value       = phrase | word | "(" value { "OR" value } ")"

The operators are upper case: "or" and «или» in lower case are words. Positions count from 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.errors import QueryError

MAX_LENGTH = 10_000
MAX_NODES = 200
MAX_DEPTH = 40

_OPENING, _CLOSING = '"«“„‟‹＂”', '"»”“‟›＂'
_OR, _AND, _NOT = {"OR", "ИЛИ", "||"}, {"AND", "И", "&&"}, {"NOT", "НЕ"}
_FIELD = re.compile(r"([^\W\d_]{1,30}):\s{0,20}")
_WORD = re.compile(rf"[^\s()\"«»“”„‟‹›＂]{{1,{MAX_LENGTH}}}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FUZZY = re.compile(r"(.{1,200})~([12]?)$")


@dataclass(frozen=True, slots=True)
class Text:
    """A word or phrase. `position` counts from 1; `fuzzy` is the number of edits allowed, 0 for none."""

    text: str
    position: int
    quoted: bool = False
    prefix: bool = False
    fuzzy: int = 0


@dataclass(frozen=True, slots=True)
class Fielded:
    name: str
    value: Text
    position: int


@dataclass(frozen=True, slots=True)
class Both:
    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Either:
    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Without:
    part: Tree


Tree: TypeAlias = Text | Fielded | Both | Either | Without


def parse(query: str) -> Tree | None:
    """The tree of a query; None for a query without words. Raises QueryError that names the position."""
    if len(query) > MAX_LENGTH:
        raise QueryError(
            f"the query has {len(query)} characters; {MAX_LENGTH} are allowed", reason="query", hint="shorten it"
        )
    parser = _Parser(_lex(_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", query)), len(query) + 1)
    tree = parser.expression(0) if parser.here() is not None else None
    left = parser.here()
    if left is not None:
        raise wrong("there is no opening parenthesis for this one", left.position, hint="remove it or add (")
    return tree


def wrong(what: str, position: int, *, hint: str) -> QueryError:
    return QueryError(f"query, position {position}: {what}", reason="query", hint=hint)


@dataclass(frozen=True, slots=True)
class _Lexeme:
    """`kind` is one of ( ) - field phrase word or and not."""

    kind: str
    text: str
    position: int


def _lex(query: str) -> list[_Lexeme]:
    found: list[_Lexeme] = []
    here = 0
    while here < len(query):
        if query[here].isspace() or query[here] == "\0":
            here += 1
            continue
        lexeme, here = _next(query, here)
        found.append(lexeme)
        if len(found) > 6 * MAX_NODES:
            raise wrong("too many terms", here, hint=f"use at most {MAX_NODES}")
    return found


def _next(query: str, here: int) -> tuple[_Lexeme, int]:
    sign, position = query[here], here + 1
    if sign in "()":
        return _Lexeme(sign, sign, position), here + 1
    if sign in _OPENING:
        return _phrase(query, here)
    if sign in _CLOSING:
        raise wrong(f"a closing {sign} without an opening quotation mark", position, hint="remove it")
    if sign in "-−–" and here + 1 < len(query) and not query[here + 1].isspace():
        return _Lexeme("not", sign, position), here + 1
    field = _FIELD.match(query, here)
    if field:
        return _Lexeme("field", field.group(1), position), field.end()
    word = _WORD.match(query, here)
    text = word.group() if word else sign
    return _Lexeme(_kind(text), text, position), here + len(text)


def _kind(word: str) -> str:
    if word in _OR:
        return "or"
    if word in _AND:
        return "and"
    return "not" if word in _NOT else "word"


def _phrase(query: str, start: int) -> tuple[_Lexeme, int]:
    for end in range(start + 1, len(query)):
        if query[end] in _CLOSING:
            return _Lexeme("phrase", query[start + 1 : end], start + 1), end + 1
    raise wrong("this quotation mark is never closed", start + 1, hint="close it or remove it")


class _Parser:
    def __init__(self, lexemes: list[_Lexeme], end: int) -> None:
        self._lexemes = lexemes
        self._next = 0
        self._end = end
        self._nodes = 0

    def here(self) -> _Lexeme | None:
        return self._lexemes[self._next] if self._next < len(self._lexemes) else None

    def _take(self, *kinds: str) -> _Lexeme | None:
        lexeme = self.here()
        if lexeme is None or lexeme.kind not in kinds:
            return None
        self._next += 1
        return lexeme

    def expression(self, depth: int) -> Tree:
        parts = [self._conjunction(depth)]
        while self._take("or"):
            parts.append(self._conjunction(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _conjunction(self, depth: int) -> Tree:
        parts = [self._unary(depth)]
        while True:
            joined = self._take("and")
            following = self.here()
            if not joined and (following is None or following.kind in {"or", ")"}):
                return parts[0] if len(parts) == 1 else Both(tuple(parts))
            parts.append(self._unary(depth))

    def _unary(self, depth: int) -> Tree:
        sign = self._take("not")
        if depth > MAX_DEPTH:
            raise wrong("too deeply nested", self._position(), hint=f"use at most {MAX_DEPTH} levels")
        return Without(self._unary(depth + 1)) if sign else self._atom(depth)

    def _atom(self, depth: int) -> Tree:
        if self._take("("):
            inner = self.expression(depth + 1)
            self._close()
            return inner
        field = self._take("field")
        return self._value(field, depth) if field else self._text('a word, a "phrase", field:value or ( is expected')

    def _value(self, field: _Lexeme, depth: int) -> Tree:
        if self._take("("):
            values = [self._value(field, depth + 1)]
            while self._take("or"):
                values.append(self._value(field, depth + 1))
            self._close()
            return Either(tuple(values))
        value = self._text(f"{field.text}: needs a value")
        return Fielded(field.text, value, field.position)

    def _close(self) -> None:
        if not self._take(")"):
            raise wrong("a closing parenthesis is missing", self._position(), hint="add )")

    def _text(self, expected: str) -> Text:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise wrong("too many terms", self._position(), hint=f"use at most {MAX_NODES}")
        lexeme = self._take("word", "phrase")
        if lexeme is None:
            raise wrong(expected, self._position(), hint="quote OR and NOT to search for these words")
        if lexeme.kind == "phrase":
            return Text(lexeme.text, lexeme.position, quoted=True)
        return _modified(lexeme)

    def _position(self) -> int:
        lexeme = self.here()
        return lexeme.position if lexeme else self._end


def _modified(lexeme: _Lexeme) -> Text:
    """A word with its * or ~ read off."""
    text, position = lexeme.text, lexeme.position
    if text[0] in "*?" and any(c.isalnum() for c in text):
        raise wrong("a word cannot begin with *", position, hint="put * at the end: treat*")
    fuzzy = _FUZZY.match(text)
    if fuzzy:
        return Text(fuzzy.group(1), position, fuzzy=int(fuzzy.group(2) or 1))
    if text.endswith("*"):
        return Text(text.rstrip("*"), position, prefix=True)
    return Text(text, position)
