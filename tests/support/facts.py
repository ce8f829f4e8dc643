"""Sentences with facts marked in place: `{12 kg|seizure substance:heroin}`; `-` counts nothing, `~` says no number."""

from __future__ import annotations

import re

from pipeline.model import Fact

_MARK = re.compile(r"\{(~?)([^|}]+)\|(\w+) ([^}]+)\}")


def read(marked: str) -> tuple[str, list[tuple[str, str | None, str | None]]]:
    """The text without marks, and (kind, words of the amount, what it counts) of each mark in order."""
    told = [
        (kind, None if bare else words, None if of == "-" else of) for bare, words, kind, of in _MARK.findall(marked)
    ]
    return _MARK.sub(r"\2", marked), told


def told(fact: Fact) -> tuple[str, str | None, str | None]:
    return fact.kind.value, fact.amount.text if fact.amount else None, fact.of
