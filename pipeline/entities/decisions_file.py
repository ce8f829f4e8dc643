"""The file of decisions: read with every entry checked, and added to without losing a comment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.entities.decisions import FILE, ID, KINDS, NONE, Decisions, Split
from pipeline.errors import ConfigurationError

SECTIONS = ("merge", "split", "alias", "suppress")
_SPLIT_KEYS = {"id", "into", "names", "documents"}


def load(directory: Path) -> Decisions:
    """The decisions kept in `directory`, if any; raises ConfigurationError that names the entry."""
    path = directory / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return NONE
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: {error}", hint="correct the file or remove it") from error
    return parse(text, str(path))


def parse(text: str, where: str) -> Decisions:
    """The decisions in a text; `where` names it in errors. Raises ConfigurationError."""
    import yaml

    try:
        told = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise ConfigurationError(f"{where}{line}: not valid YAML", hint="correct the file") from error
    if told is None:
        return NONE
    return _Reader(where).decisions(told)


class _Reader:
    """Checks what YAML gave; every complaint names the entry and what would be valid there."""

    def __init__(self, where: str) -> None:
        self._where = where

    def decisions(self, told: Any) -> Decisions:
        if not isinstance(told, dict):
            raise self._wrong("sections are missing", f"valid sections: {', '.join(SECTIONS)}")
        unknown = [str(key) for key in told if key not in SECTIONS]
        if unknown:
            raise self._wrong(f"unknown section {unknown[0]}", f"valid sections: {', '.join(SECTIONS)}")
        found = Decisions(
            merge=tuple(self._group(one) for one in self._list(told, "merge")),
            split=tuple(self._split(one) for one in self._list(told, "split")),
            alias=self._aliases(told.get("alias") or {}),
            suppress=tuple(self._words(one, "suppress") for one in self._list(told, "suppress")),
        )
        self._check(found)
        return found

    def _check(self, found: Decisions) -> None:
        """One id in one merge only, and no split that leads back."""
        seen: set[str] = set()
        for group in found.merge:
            twice = seen.intersection(group)
            if twice:
                raise self._wrong(f"merge: {min(twice)} stands in two groups", "put all its ids into one group")
            seen.update(group)
        for split in found.split:
            merged = next((g for g in found.merge if split.entity_id in g and split.into in g), None)
            if merged:
                raise self._wrong(f"{split.entity_id} is split from {split.into} and merged", "keep one of both")

    def _list(self, told: Mapping[str, Any], section: str) -> list[Any]:
        value = told.get(section) or []
        if not isinstance(value, list):
            raise self._wrong(f"{section}: a list is needed", f"write entries below {section}: that begin with -")
        return value

    def _group(self, one: Any) -> tuple[str, ...]:
        if not isinstance(one, list) or len(one) < 2:
            raise self._wrong(f"merge: {one!r} is no list of two or more ids", "write - [org:A, org:B]")
        ids = tuple(self._id(entry, "merge") for entry in one)
        if len({i.partition(":")[0] for i in ids}) > 1:
            raise self._wrong(f"merge: {', '.join(ids)} are of different kinds", "merge ids with one prefix")
        if len(set(ids)) < len(ids):
            raise self._wrong(f"merge: an id stands twice in {', '.join(ids)}", "name each id once")
        return ids

    def _split(self, one: Any) -> Split:
        if not isinstance(one, dict) or not {"id", "into"} <= one.keys() or set(one) - _SPLIT_KEYS:
            raise self._wrong(f"split: {one!r} is no split", "write - {id: person:a, into: person:b, names: [A. Name]}")
        names, documents = (self._texts(one.get(key), f"split: {key}") for key in ("names", "documents"))
        if not names and not documents:
            raise self._wrong(f"split: all of {one['id']} would be {one['into']}", "give names or documents, or merge")
        source, into = self._id(one["id"], "split"), self._id(one["into"], "split")
        if source == into or source.partition(":")[0] != into.partition(":")[0]:
            raise self._wrong(f"split: {source} cannot be split into {into}", "give another id with the same prefix")
        return Split(source, into, names, documents)

    def _texts(self, value: Any, what: str) -> tuple[str, ...]:
        if value is None:
            return ()
        if not isinstance(value, list):
            raise self._wrong(f"{what}: a list is needed", "write [one, two]")
        return tuple(self._words(one, what) for one in value)

    def _aliases(self, value: Any) -> tuple[tuple[str, str], ...]:
        if not isinstance(value, dict):
            raise self._wrong("alias: names with their ids are needed", "write   Some Name: org:KEY")
        return tuple(sorted((self._words(name, "alias"), self._id(one, "alias")) for name, one in value.items()))

    def _words(self, one: Any, what: str) -> str:
        if not isinstance(one, (str, int)) or not str(one).strip():
            raise self._wrong(f"{what}: {one!r} is no name", "put names with special signs in quotation marks")
        return " ".join(str(one).split())

    def _id(self, one: Any, what: str) -> str:
        if not isinstance(one, str) or not ID.fullmatch(one):
            raise self._wrong(f"{what}: {one!r} is no id of an entity", f"begin with {', '.join(KINDS)} and a colon")
        return one

    def _wrong(self, what: str, hint: str) -> ConfigurationError:
        return ConfigurationError(f"{self._where}: {what}", hint=hint)


# --- adding to the file ---------------------------------------------------------------------------------------------


def add(directory: Path, section: str, entry: str, why: str = "") -> Decisions:
    """Append one entry to a section of the file, all else and every comment kept; returns the decisions then in force.

    `entry` is a line of YAML. Raises ConfigurationError where the file would not be valid; it is then left as it was.
    """
    path = directory / FILE
    load(directory)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    comment = f"  # {' '.join(why.split())}" if why.strip() else ""
    changed = _inserted(text, section, f"  {entry}{comment}\n")
    found = parse(changed, str(path))
    if found == parse(text, str(path)):
        raise ConfigurationError(f"{path}: {section} has this already", hint="nothing was changed")
    pending = path.with_suffix(".yaml.new")
    try:
        directory.mkdir(parents=True, exist_ok=True)
        pending.write_text(changed, encoding="utf-8")
        pending.replace(path)
    except OSError as error:
        raise ConfigurationError(f"{path}: {error.strerror}", hint="check space and permissions") from error
    return found


def _inserted(text: str, section: str, line: str) -> str:
    """The text with a line at the end of a section, or with the section at its end."""
    if text and not text.endswith("\n"):
        text += "\n"
    head = re.search(rf"^{section}:[^\n]*\n", text, re.MULTILINE)
    if head is None:
        return f"{text}{section}:\n{line}"
    start = head.end()
    opened = re.sub(r":\s*(?:\[\s*\]|\{\s*\}|null|~)", ":", head.group())
    following = re.compile(r"^(?=[^\s#-])", re.MULTILINE).search(text, start)
    end = following.start() if following else len(text)
    body = text[start:end]
    kept = body.rstrip("\n")
    gap = body[len(kept) :].removeprefix("\n") if kept else ""
    return text[: head.start()] + opened + (f"{kept}\n" if kept else "") + line + gap + text[end:]
