"""E-mail: subject, body and attached documents as one text, each part named."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from email.message import EmailMessage, Message

from pipeline.errors import DragomanError, SkippedError, UnreadableError
from pipeline.extract import bundle
from pipeline.extract.base import Limits
from pipeline.extract.encodings import decode
from pipeline.model import Extraction, Note, Source, SourceMeta

MAX_PARTS = 200
MAX_MESSAGES = 1000
_DAMAGE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)  # of headers that no parser expects
_BETWEEN = re.compile(rb"(?:\A|(?<=\n)\r?\n)From [^\r\n]{1,200}\r?\n(?=[\w-]{2,40}:)")
_QUOTED = re.compile(rb"^>(>{0,20}From )", re.MULTILINE)
_TNEF = b"\x78\x9f\x3e\x22"  # winmail.dat


def warm() -> None:
    """Nothing to load beyond the standard library."""


def extract(source: Source, limits: Limits) -> Extraction:
    """The body of a message (plain text if it has any, else the web page) and the text of what is attached.

    The messages of a mailbox are read one after the other, as the members of an archive are.
    """
    messages = _messages(source.data)
    if len(messages) > MAX_MESSAGES:
        raise UnreadableError(
            f"{source.path}: a mailbox of {len(messages)} messages", reason="too-large", hint="save them one by one"
        )
    if len(messages) > 1:
        named = ((f"message {i}", data) for i, data in enumerate(messages, 1))
        return of_parts(source, named, SourceMeta(media_type="application/mbox"), limits)
    doubts: list[Note] = []
    try:
        message = email.message_from_bytes(messages[0], policy=email.policy.default)
        parts = list(_parts(message, doubts))
    except _DAMAGE as error:
        raise UnreadableError(
            f"{source.path}: a damaged message", reason="broken", hint="save it again from the mail program"
        ) from error
    meta = SourceMeta(
        media_type="message/rfc822", title=_header(message, "subject"), author=_header(message, "from"),
        issued_on=_sent(message),
    )  # fmt: skip
    found = of_parts(source, parts, meta, limits)
    return replace(found, notes=(*doubts, *found.notes))


def _messages(data: bytes) -> list[bytes]:
    """The messages of a mailbox without the lines between them; a single message is one."""
    starts = list(_BETWEEN.finditer(data)) if data.startswith(b"From ") else []
    if not starts:
        return [data]
    ends = [start.start() for start in starts[1:]] + [len(data)]
    return [_QUOTED.sub(rb"\1", data[a.end() : b]) for a, b in zip(starts, ends, strict=True)]


def of_parts(source: Source, parts: Iterable[tuple[str, bytes]], meta: SourceMeta, limits: Limits) -> Extraction:
    """Body and attachments of a message, given by name and content, as one text; what cannot be read is noted."""
    read: list[Extraction] = []
    notes: list[Note] = []
    for name, data in parts:
        if data.startswith(_TNEF):
            notes.append(Note("attachment", f"{name}: a package that only Outlook opens; ask for the files themselves"))
            continue
        try:
            read.append(bundle.member(source, name, data, limits))
        except DragomanError as error:
            notes.append(Note("attachment", f"{name}: {error.message}"))
    if not read:
        raise SkippedError(
            f"{source.path}: a message without a text that can be read", reason="unsupported", hint="look at it"
        )
    joined = bundle.joined(read, meta)
    return replace(joined, notes=joined.notes + tuple(notes))


def _parts(message: EmailMessage, doubts: list[Note]) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the body and of the attachments; doubts about the encoding of the body are added."""
    for kind in ("plain", "html"):
        body = message.get_body(preferencelist=(kind,))
        data: object = body.get_payload(decode=True) if body is not None else None
        if body is not None and isinstance(data, bytes) and data.strip():
            found = decode(data, body.get_content_charset())
            doubts += found.notes
            text = found.text if kind == "plain" or "<html" in found.text[:2000].lower() else f"<html>{found.text}"
            yield "body", text.encode("utf-8", "replace")
            break
    for i, part in enumerate(message.iter_attachments()):
        if i < MAX_PARTS and (attached := _content(part)).strip():
            yield part.get_filename() or f"attachment {i + 1}", attached


def _content(part: Message) -> bytes:
    """What is attached; a message that was forwarded whole is a file of its own."""
    inner = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and inner:
        forwarded = inner[0]
        return forwarded.as_bytes(policy=email.policy.SMTP) if isinstance(forwarded, Message) else b""
    data: object = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _header(message: EmailMessage, name: str) -> str | None:
    """A header as people read it; bytes that nobody declared are decoded like a text."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name), None)
    if raw is None:
        return None
    if any("\udc80" <= char <= "\udcff" for char in raw):
        text = decode(raw.encode("utf-8", "surrogateescape")).text
    else:
        try:
            text = str(message.get(name))
        except _DAMAGE:
            text = raw
    return " ".join(text.split()) or None


def _sent(message: EmailMessage) -> date | None:
    try:
        sent = getattr(message.get("date"), "datetime", None)
    except _DAMAGE:
        return None
    return sent.date() if sent is not None else None
