"""Word files of before 2007, by the program catdoc."""

from __future__ import annotations

import os
import shutil
import subprocess

from pipeline.errors import MissingToolError, UnreadableError
from pipeline.extract import assemble, marks
from pipeline.extract.base import Limits
from pipeline.extract.paragraphs import Paragraph
from pipeline.model import Extraction, Role, Source, SourceMeta


def warm() -> None:
    """Nothing to load."""


def extract(source: Source, limits: Limits) -> Extraction:
    """The text of a .doc; raises MissingToolError where catdoc is not installed."""
    program = shutil.which("catdoc")
    if program is None:
        raise MissingToolError(
            f"{source.path}: a .doc file needs catdoc, which is not installed",
            reason="missing-tool",
            hint="install catdoc, or save the file as .docx",
        )
    descriptor = os.memfd_create("document")
    try:
        with open(descriptor, "wb", closefd=False) as stream:
            stream.write(source.data)
        os.lseek(descriptor, 0, os.SEEK_SET)
        done = subprocess.run(
            [program, "-w", "-d", "utf-8"],
            stdin=descriptor,
            capture_output=True,
            check=False,
            timeout=limits.seconds,
        )
    finally:
        os.close(descriptor)
    text = done.stdout.decode("utf-8", "replace")
    if not text.strip():
        raise UnreadableError(f"{source.path}: no text in it", reason="broken", hint="save the file as .docx")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return assemble.document((_paragraph(line) for line in lines if line), SourceMeta(media_type="application/msword"))


def _paragraph(line: str) -> Paragraph:
    role = Role.HEADING if marks.is_unit(line) else Role.LIST_ITEM if marks.starts_item(line) else Role.TEXT
    return Paragraph(line, None, None, role)
