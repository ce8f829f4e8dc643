"""Documents for engine tests, written as text with marks: `[[Казахстан|country:KZ]]` is a mention with its id.

A line that begins with "§ eid number heading |" opens a provision; a line without it stands outside all provisions.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date

from pipeline.model import (
    Block,
    Document,
    Fact,
    FactKind,
    Figure,
    Genre,
    Kind,
    Layer,
    Mention,
    Modality,
    Norm,
    Provision,
    Quote,
    SourceMeta,
    Span,
    Statement,
    Strength,
    Structure,
)
from pipeline.offsets import OffsetMap

_MARK = re.compile(r"\[\[([^|\]]+)\|([a-z]+):([^\]]*)\]\]")
_KINDS = {"org": Kind.ORGANISATION, "place": Kind.LOCATION}


def document(
    marked: str,
    *,
    language: str,
    title: str,
    issued_on: date | None = None,
    genre: Genre = Genre.RELEASE,
    parties: tuple[str, ...] = (),
) -> Document:
    """A Document of one page whose lines are provisions or plain paragraphs."""
    provisions: list[Provision] = []
    text = ""
    mentions: list[Mention] = []
    for line in marked.strip("\n").split("\n"):
        head, body = _head(line)
        start = len(text)
        plain, found = _plain(body, start)
        text += plain + "\n"
        mentions += found
        if head:
            eid, number, heading = head
            kind = {"art": "article", "para": "paragraph", "p": "p"}[eid.rsplit("__", 1)[-1].split("_")[0]]
            provisions.append(Provision(eid, kind, number, heading or None, Span(start, len(text) - 1)))
    sha256 = hashlib.sha256(marked.encode()).hexdigest()
    return Document(
        id=f"{sha256[:16]}-{language}",
        sha256=sha256,
        language=language,
        text=text,
        origin=OffsetMap.identity(len(text)),
        blocks=(Block(Span(0, len(text)), page=1, language=language),),
        meta=SourceMeta("text/plain", title=title, issued_on=issued_on),
        structure=Structure(genre, parties=parties, provisions=_nested(provisions)),
        mentions=tuple(mentions),
    )


def with_norm(whole: Document, words: str, modality: Modality, bearer: str | None, **more: object) -> Document:
    """The document with one more norm, whose quote is `words`."""
    start = whole.text.index(words)
    span = Span(start, start + len(words))
    inside = whole.structure.innermost(start)
    norm = Norm(
        eid=inside.eid if inside else "",
        span=span,
        modality=modality,
        statement=Statement.PRESCRIPTIVE,
        strength=Strength.SHALL,
        bearer=bearer,
        action=words,
        quote=words,
        rule="test",
    )
    return replace(whole, norms=(*whole.norms, replace(norm, **more)))  # type: ignore[arg-type]


def with_quote(whole: Document, words: str, speaker: str, role: str) -> Document:
    """The document with one more quote."""
    start = whole.text.index(words)
    quote = Quote(Span(start, start + len(words)), words, speaker, f"person:{speaker}", role, "said", True, "test")
    return replace(whole, quotes=(*whole.quotes, quote))


def with_fact(whole: Document, words: str, amount: str, value: float, unit: str, **more: object) -> Document:
    """The document with one more seizure, told by `words`, and its figure."""
    start = whole.text.index(words)
    figure = with_figure(whole, amount, value, unit).figures[-1]
    bound = more.pop("bound", figure.bound)
    figure = replace(figure, bound=bound)  # type: ignore[arg-type]
    fact = Fact(Span(start, start + len(words)), FactKind.SEIZURE, figure, None, words, "test")
    return replace(whole, figures=(*whole.figures, figure), facts=(*whole.facts, replace(fact, **more)))  # type: ignore[arg-type]


def with_figure(whole: Document, words: str, value: float, unit: str) -> Document:
    """The document with one more figure; units in capitals are currencies."""
    start = whole.text.index(words)
    kind = Kind.MONEY if unit.isupper() else Kind.QUANTITY
    return replace(whole, figures=(*whole.figures, Figure(Span(start, start + len(words)), words, kind, value, unit)))


def _head(line: str) -> tuple[tuple[str, str, str] | None, str]:
    if not line.startswith("§ "):
        return None, line
    head, _, body = line[2:].partition("|")
    eid, number, *heading = head.strip().split(" ", 2)
    return (eid, number, heading[0] if heading else ""), body.strip()


def _plain(body: str, offset: int) -> tuple[str, list[Mention]]:
    text, mentions, here = "", [], 0
    for found in _MARK.finditer(body):
        text += body[here : found.start()]
        surface, prefix, key = found.groups()
        start = offset + len(text)
        kind = _KINDS.get(prefix) or Kind(prefix)
        entity_id = f"{prefix}:{key}" if key else None
        mentions.append(Mention(Span(start, start + len(surface)), surface, kind, entity_id, Layer.GAZETTEER, "test"))
        text += surface
        here = found.end()
    return text + body[here:], mentions


def _nested(flat: list[Provision]) -> tuple[Provision, ...]:
    """Paragraphs under the article whose id begins theirs."""
    top: list[Provision] = []
    for provision in flat:
        parent = top[-1] if top and provision.eid.startswith(f"{top[-1].eid}__") else None
        if parent is None:
            top.append(provision)
        else:
            span = Span(parent.span.start, provision.span.end)
            top[-1] = replace(parent, span=span, children=(*parent.children, provision))
    return tuple(top)
