"""Which reader a file needs, told from its content, and the table of all readers.

To add a format: a module with `extract(source, limits) -> Extraction`, a test of content, and one line in EXTRACTORS.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Protocol

from pipeline.errors import SkippedError, UnreadableError
from pipeline.model import Extraction, Source

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: wall-clock seconds, MiB of address space, pages, MiB of file and of text.

    Each page that had to be recognised adds `page_seconds`, up to `most_seconds` in all.
    `max_unpacked_mib` bounds all parts of an archive together, `max_ratio` how tightly one part may be packed.
    `passwords` are tried on encrypted PDFs and stand in no message.
    """

    seconds: int = 120
    page_seconds: int = 30
    most_seconds: int = 3600
    memory_mib: int = 2048
    max_pages: int = 5000
    max_file_mib: int = 100
    max_text_mib: int = 16
    max_unpacked_mib: int = 200
    max_ratio: int = 200
    passwords: tuple[str, ...] = field(default=(), repr=False)


class Extractor(Protocol):
    """What a reader's module offers."""

    def warm(self) -> None:
        """Load libraries and tables once, before documents are read in forked children."""
        ...

    def extract(self, source: Source, limits: Limits) -> Extraction:
        """The whole text of `source`; raises UnreadableError, SkippedError or MissingToolError, never returns None."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file. `accepts` looks at the content only; `module` is imported when a file needs it.

    `several` says that one child process may read several such files: our own Python alone looks at their content, so
    that no hostile file can change what is read after it. Never for a parser in native code (lxml, pdfium, zip parts
    as XML), other programs, or files within files.
    """

    name: str
    media_type: str
    accepts: Callable[[bytes], bool]
    module: str
    several: bool = False

    def load(self) -> Extractor:
        reader: Extractor = import_module(self.module)
        return reader


_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_TAGS = re.compile(rb"</?(?:p|div|br|table|tr|td|span|h[1-6]|a|font|center)\b", re.IGNORECASE)
_MAIL = re.compile(
    rb"^(?:Received|From|To|Subject|Date|MIME-Version|Message-ID|Return-Path|Content-Type|Delivered-To|X-[\w-]{1,40}):",
    re.IGNORECASE | re.MULTILINE,
)
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_POSTMARK = re.compile(rb"From [^\r\n]{1,200}\r?\n(?=[\w-]{2,40}:)")
_ZIP, _EMPTY_ZIP = b"PK\x03\x04", b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _zip_with(*names: bytes) -> Callable[[bytes], bool]:
    """A zip whose directory (at its end) or first entries name one of these parts."""

    def accepts(data: bytes) -> bool:
        if not data.startswith((_ZIP, _EMPTY_ZIP)):
            return False
        return any(name in data[-(4 * MIB) :] or name in data[: 64 * 1024] for name in names)

    return accepts


def _odt(data: bytes) -> bool:
    return data.startswith(_ZIP) and b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]


_OTHER_PACKAGES = (b"xl/workbook", b"ppt/presentation", b"mimetypeapplication/", b"META-INF/MANIFEST")


def _zip_of_documents(data: bytes) -> bool:
    """A plain archive, no package of another program."""
    if not data.startswith((_ZIP, _EMPTY_ZIP)):
        return False
    return not any(mark in data[-MIB:] or mark in data[:4096] for mark in _OTHER_PACKAGES)


def _ole_with(name: str) -> Callable[[bytes], bool]:
    wide = name.encode("utf-16-le")
    return lambda data: data.startswith(_OLE) and wide in data


def _rtf(data: bytes) -> bool:
    return data.lstrip()[:5] == b"{\\rtf"


def _mail(data: bytes) -> bool:
    """A message, or a mailbox: there a line "From …" with the time stands before each."""
    mark = _POSTMARK.match(data)
    data = data[mark.end() if mark else 0 :][:4096]
    head = data.split(b"\r\n\r\n")[0].split(b"\n\n")[0]
    names = {m.group().lower() for m in _MAIL.finditer(head)}
    return bool(_MAIL.match(data)) and len(names) >= 3


def _html(data: bytes) -> bool:
    head = data[: 32 * 1024].replace(b"\0", b"")
    if _HTML.search(head[:4096]):
        return True
    return head.lstrip()[:1] == b"<" and len(_TAGS.findall(head)) >= 3


_MAGIC = (
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"), (b"MM\0*", "a TIFF image"), (b"\x7fELF", "a program"), (b"MZ", "a program"),
    (b"\x1f\x8b", "a gzip archive"), (b"7z\xbc\xaf", "a 7z archive"), (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"), (b"\xfd7zXZ", "an xz archive"), (b"ID3", "a sound file"), (b"OggS", "a media file"),
    (b"RIFF", "a media file"), (b"SQLite format 3", "a database"), (_OLE, "an Office file of another kind"),
    (b"PK\x03\x04", "an archive of another kind"),
)  # fmt: skip


def binary_kind(data: bytes) -> str | None:
    """In words what a file without a reader is; None for text."""
    for magic, words in _MAGIC:
        if data.startswith(magic):
            return words
    head = data[: 64 * 1024]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _wide(head):
        return None
    control = sum(head.count(c) for c in (0, 1, 2, 3, 4, 5, 6, 14, 15, 16, 17, 18, 19, 20, 127))
    return "a binary file" if control > max(0.003 * len(head), 3) else None


def _wide(head: bytes) -> bool:
    """UTF-16 without a mark: one byte of each pair has few values, and there are zero bytes of blanks and digits."""
    even, odd = head[0 : len(head) // 2 * 2 : 2], head[1 : len(head) // 2 * 2 : 2]
    if len(even) < 8:
        return False
    for high, low in ((odd, even), (even, odd)):
        plain = sum(high.count(c) for c in (0, 4))
        if plain >= 0.9 * len(high) and high.count(0) > 0 and low.count(0) < 0.05 * len(low):
            return True
    return False


EXTRACTORS: tuple[Format, ...] = (
    Format("pdf", "application/pdf", _pdf, "pipeline.extract.pdf"),
    Format("docx", _DOCX, _zip_with(b"word/document.xml", b"word/document2.xml"), "pipeline.extract.docx"),
    Format("odt", "application/vnd.oasis.opendocument.text", _odt, "pipeline.extract.odt"),
    Format("zip", "application/zip", _zip_of_documents, "pipeline.extract.bundle"),
    Format("rtf", "application/rtf", _rtf, "pipeline.extract.rtf", several=True),
    Format("msg", "application/vnd.ms-outlook", _ole_with("__properties_version1.0"), "pipeline.extract.msg"),
    Format("doc", "application/msword", _ole_with("WordDocument"), "pipeline.extract.doc"),
    Format("mail", "message/rfc822", _mail, "pipeline.extract.mail"),
    Format("html", "text/html", _html, "pipeline.extract.html"),
    Format("plain", "text/plain", lambda data: binary_kind(data) is None, "pipeline.extract.plain", several=True),
)
"""Asked in this order; the first that accepts the content reads it."""


def sniff(source: Source) -> Format:
    """The format of `source` by its content, whatever its name says; raises SkippedError where no reader exists."""
    for candidate in EXTRACTORS:
        if candidate.accepts(source.data):
            return candidate
    kind = binary_kind(source.data) or "a file of an unknown kind"
    raise SkippedError(
        f"{source.path}: {kind}, not a document that can be read",
        reason="unsupported",
        hint="convert it to PDF, DOCX, HTML or text",
    )


def extract(source: Source, limits: Limits | None = None) -> Extraction:
    """The whole text of `source`, read in this process: hostile files belong into `sandbox.extract`.

    Raises UnreadableError (broken, empty, over a limit), SkippedError (encrypted, unsupported) or MissingToolError.
    """
    limits = limits or Limits()
    if not source.data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise UnreadableError(f"{source.path}: nothing but blanks", reason="empty", hint="fetch it again")
    found = sniff(source).load().extract(source, limits)
    if len(found.text) > limits.max_text_mib * MIB:
        raise too_long(source, limits)
    if not any(char.isalnum() for char in found.text):
        raise UnreadableError(f"{source.path}: no text in it", reason="empty", hint="look at the file")
    return found


def too_long(source: Source, limits: Limits) -> UnreadableError:
    """More text than one document can hold."""
    return UnreadableError(
        f"{source.path}: more than {limits.max_text_mib} million characters of text",
        reason="too-large",
        hint="split it into documents",
    )
