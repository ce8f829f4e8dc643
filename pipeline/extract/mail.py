"""E-mail: subject, body and attached documents as one text, each part named."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from email.message import EmailMessage

from pipeline.errors import DragomanError, SkippedError
from pipeline.extract import bundle
from pipeline.extract.base import Limits
from pipeline.extract.encodings import decode
from pipeline.model import Extraction, Note, Source, SourceMeta

MAX_PARTS = 200


def warm() -> None:
    """Nothing to load beyond the standard library."""


def extract(source: Source, limits: Limits) -> Extraction:
    """The body of a message (plain text if it has any, else the web page) and the text of what is attached."""
    message = email.message_from_bytes(source.data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    meta = SourceMeta(
        media_type="message/rfc822", title=_header(message, "subject"), author=_header(message, "from"),
        issued_on=_sent(message),
    )  # fmt: skip
    return of_parts(source, _parts(message), meta, limits)


def of_parts(source: Source, parts: Iterable[tuple[str, bytes]], meta: SourceMeta, limits: Limits) -> Extraction:
    """Body and attachments of a message, given by name and content, as one text; what cannot be read is noted."""
    read: list[Extraction] = []
    notes: list[Note] = []
    for name, data in parts:
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


def _parts(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Names and contents of the body and of the attachments."""
    body = message.get_body(preferencelist=("plain", "html"))
    if body is not None:
        data = body.get_payload(decode=True)
        if isinstance(data, bytes) and data.strip():
            text = decode(data, body.get_content_charset()).text
            yield "body", text.encode("utf-8", "replace")
    for i, part in enumerate(message.iter_attachments()):
        data = part.get_payload(decode=True)
        if i < MAX_PARTS and isinstance(data, bytes) and data.strip():
            yield part.get_filename() or f"attachment {i + 1}", data


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return " ".join(str(value).split()) or None if value is not None else None


def _sent(message: EmailMessage) -> date | None:
    sent = getattr(message.get("date"), "datetime", None)
    return sent.date() if sent is not None else None
