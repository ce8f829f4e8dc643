"""From marks and words of attribution to quotes; each rule has its name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.language import PACKS
from pipeline.model import Document, Genre, Kind, Quote, Span
from pipeline.quotes import embedded, marks, names, speakers
from pipeline.quotes.marks import Quoted
from pipeline.quotes.speakers import Cast, Speaker
from pipeline.sentences import sentences

_SPOKEN = frozenset({Genre.RELEASE, Genre.OTHER})
_NAMES = frozenset({Kind.OPERATION, Kind.ORGANISATION, Kind.TREATY, Kind.EVENT, Kind.SUBSTANCE, Kind.LOCATION})
_REACH = 220
_STOP = re.compile(r"(?<=[\w)»”\"])[.!?…](?=\s|$)|\n|[“«„]|(?<=\s)\"(?=\w)")
_LEADS_ON = re.compile(r"[\s,.!?…]*[-–—]*\s*")
_ENDS_OPEN = re.compile(r"[,;:–—!?…-][\s\"”»“]*$")
_ANNOUNCES = re.compile(r"[:,]\s*[-–—]?\s*$")
_ABBREVIATED = re.compile(r"(?:\b[A-ZА-ЯЁ]|\b(?:Mr|Mrs|Ms|Dr|St|г|им|ген))\.$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Attribution:
    speaker: Speaker | None
    cue: str
    rule: str
    where: Span


def read(document: Document) -> tuple[Quote, ...]:
    """The quotes of `document`; see pipeline.quotes.read_quotes."""
    if document.language not in PACKS or document.structure.genre not in _SPOKEN:
        return ()
    cast = Cast.of(document)
    quoted = _spoken(document)
    pieces, attributed = embedded.split(document, cast, quoted)
    direct = sorted((*_direct(document, cast, pieces), *attributed), key=lambda q: q.span)
    indirect = _indirect(document, cast, direct)
    found = sorted((*direct, *indirect), key=lambda q: (q.span, q.rule))
    if not PACKS[document.language].quotes.inflects:
        return tuple(found)
    return tuple(names.nominative(quote, cast.surnames(quote.speaker_id)) for quote in found)


def _spoken(document: Document) -> tuple[Quoted, ...]:
    """What stands in quotation marks and is no name: Operation "Black Poppy" says nothing."""
    named = [m.span for m in document.mentions if m.kind in _NAMES]
    return tuple(q for q in marks.find(document.text) if not any(span.covers(q.inner) for span in named))


# --- words in marks -------------------------------------------------------------------------------------------------


def _direct(document: Document, cast: Cast, quoted: tuple[Quoted, ...]) -> Iterator[Quote]:
    last: _Attribution | None = None
    before: Quoted | None = None
    given = [_attribution(document, cast, quoted, i) for i in range(len(quoted))]
    for i in range(len(quoted) - 2, -1, -1):
        if given[i] is None and quoted[i].continues:
            given[i] = given[i + 1]
    speaker: Speaker | None = None
    for piece, stated in zip(quoted, given, strict=True):
        found = stated
        if found is None and last is not None and before is not None:
            found = _continued(document, piece, before, last)
        if found is not None and found.speaker is None and _pronoun(document, found):
            paragraph = Span(document.text.rfind("\n", 0, piece.outer.start) + 1, piece.outer.start)
            meant = cast.only_person(paragraph, document.text) or speaker
            found = _Attribution(meant, found.cue, found.rule, found.where)
        if found is not None:
            speaker = found.speaker or speaker
            yield _quote(document, piece.inner, found, direct=True)
        last, before = found, piece


def _pronoun(document: Document, found: _Attribution) -> bool:
    return speakers.cue_in(document.text, found.where.start, found.where.end, document.language, "pronouns") is not None


def _attribution(document: Document, cast: Cast, quoted: tuple[Quoted, ...], i: int) -> _Attribution | None:
    return _after(document, cast, quoted[i]) or _before(document, cast, quoted, i)


def _after(document: Document, cast: Cast, piece: Quoted) -> _Attribution | None:
    """“…,” X said · «…», – сказал X · “…” reads the release"""
    text = document.text
    lead = _LEADS_ON.match(text, piece.outer.end)
    start = lead.end() if lead else piece.outer.end
    end = _sentence_end(text, start)
    if end <= start or "\n" in text[piece.outer.end : start]:
        return None
    closed = text[piece.inner.end - 1] == "." and not set(text[piece.outer.end : start]) & set(",–—-")
    cue = speakers.cue_in(text, start, min(end, start + 140), document.language)
    if cue is None:
        return None
    fragment = not _ENDS_OPEN.search(piece.outer.of(text)) and not set(text[piece.outer.end : start]) & set(",–—-")
    if fragment and ((closed and end - start > 60) or not closed):
        return None
    where = Span(start, end)
    return _Attribution(speakers.named(where, cue, document, cast, None), cue.of(text), "after", where)


def _before(document: Document, cast: Cast, quoted: tuple[Quoted, ...], i: int) -> _Attribution | None:
    """X said: “…” · X said that “…” · according to X, “…”"""
    text, piece = document.text, quoted[i]
    floor = quoted[i - 1].outer.end if i else 0
    start = _sentence_start(text, floor, piece.outer.start)
    if start >= piece.outer.start:
        return None
    where = Span(start, piece.outer.start)
    lead = where.of(text)
    found = speakers.cues_in(text, start, where.end, document.language)
    sources = speakers.cue_in(text, start, where.end, document.language, "according")
    cue = sources or (found[-1] if found else None)
    if cue is None:
        return None
    words = len(_WORD.findall(piece.inner.of(text)))
    gap = text[cue.end : piece.outer.start]
    if _ANNOUNCES.search(lead) or not gap.strip() or gap.split()[-1].lower() in {"that", "что"}:
        enough = words >= 2
    else:
        enough = words >= 4 and not piece.inner.of(text)[:1].isupper()
    if not enough:
        return None
    return _Attribution(speakers.named(where, cue, document, cast, None), cue.of(text), "before", where)


def _continued(document: Document, piece: Quoted, before: Quoted, last: _Attribution) -> _Attribution | None:
    """“…,” X said. “…”: the second half has the speaker of the first."""
    between = document.text[before.outer.end : piece.outer.start]
    if last.rule not in {"after", "continued"} or between.count("\n") or len(between) > _REACH:
        return None
    if last.rule == "after" and document.text[last.where.end : piece.outer.start].strip(" .,;:–—-!?…"):
        return None
    if last.rule == "continued" and between.strip(" .,;:–—-!?…"):
        return None
    return _Attribution(last.speaker, last.cue, "continued", last.where)


def _sentence_end(text: str, start: int) -> int:
    at = start
    while True:
        stop = _STOP.search(text, at, min(len(text), start + _REACH))
        if stop is None:
            return min(len(text), start + _REACH)
        if stop.group() == "." and _ABBREVIATED.search(text[max(start, stop.start() - 5) : stop.end()]):
            at = stop.end()
            continue
        return stop.start()


def _sentence_start(text: str, floor: int, end: int) -> int:
    """Where the sentence before a quote begins; one line break is crossed where the line ends with a colon."""
    low = max(floor, end - _REACH)
    region = text[low:end]
    body = region.rstrip()
    cut = body.rfind("\n") + 1 if body.endswith(":") else region.rfind("\n") + 1
    for stop in re.finditer(r"[.!?…]\s+(?=[A-ZА-ЯЁ“«\"])", region):
        if stop.end() > cut and not _ABBREVIATED.search(region[max(0, stop.start() - 4) : stop.start() + 1]):
            cut = stop.end()
    return low + cut


def _quote(document: Document, span: Span, found: _Attribution, *, direct: bool) -> Quote:
    speaker = found.speaker or Speaker(None)
    return Quote(
        span=span,
        words=span.of(document.text),
        speaker=speaker.name,
        speaker_id=speaker.entity_id,
        role=speaker.role,
        cue=found.cue,
        direct=direct,
        rule=f"{document.language}-{'direct' if direct else 'indirect'}-{found.rule}",
    )


# --- reported speech ------------------------------------------------------------------------------------------------


def _indirect(document: Document, cast: Cast, direct: list[Quote]) -> Iterator[Quote]:
    starts = [quote.span.start for quote in direct]
    last: tuple[int, Speaker] | None = None
    for sentence in sentences(document.text, document.language):
        at = bisect_right(starts, sentence.end - 1)
        if any(quote.span.overlaps(sentence) for quote in direct[max(0, at - 3) : at]):
            continue
        before = direct[at - 1] if at else None
        if before is not None and before.speaker and (last is None or last[0] < before.span.start):
            last = (before.span.start, Speaker(before.speaker, before.speaker_id, before.role))
        found = _reported(document, cast, sentence, last[1] if last else None)
        if found is not None:
            if found[1].speaker is not None and found[1].speaker.name:
                last = (sentence.start, found[1].speaker)
            yield _quote(document, found[0], found[1], direct=False)


def _reported(document: Document, cast: Cast, sentence: Span, last: Speaker | None) -> tuple[Span, _Attribution] | None:
    return (
        _that_clause(document, cast, sentence, last)
        or _source_first(document, cast, sentence, last)
        or _source_last(document, cast, sentence, last)
    )


def _that_clause(
    document: Document, cast: Cast, sentence: Span, last: Speaker | None
) -> tuple[Span, _Attribution] | None:
    """X said that … · X отметил, что …"""
    text, language = document.text, document.language
    for cue in speakers.cues_in(text, sentence.start, sentence.end, language):
        opener = speakers.cue_in(text, cue.end, min(cue.end + 80, sentence.end), language, "conjunctions")
        if opener is None or text[cue.end : opener.start].count(",") > 1:
            continue
        where = Span(sentence.start, opener.start)
        speaker = speakers.named(where, cue, document, cast, last)
        words = _trimmed(text, opener.end, sentence.end)
        if speaker is not None and words is not None:
            return words, _Attribution(speaker, cue.of(text), "that", where)
    return _bare_clause(document, cast, sentence)


def _bare_clause(document: Document, cast: Cast, sentence: Span) -> tuple[Span, _Attribution] | None:
    """X said the work would go on: a report without "that", where the speaker stands right before the verb."""
    text = document.text
    for cue in speakers.cues_in(text, sentence.start, sentence.end, document.language, "reporting"):
        person = next((p for p in cast.persons if 0 < cue.start - p.span.end <= 2 and sentence.covers(p.span)), None)
        words = _trimmed(text, cue.end, sentence.end)
        if person is None or words is None or words.start - cue.end != 1:
            continue
        return words, _Attribution(cast.person(person, text), cue.of(text), "said", Span(sentence.start, cue.end))
    return None


def _source_first(
    document: Document, cast: Cast, sentence: Span, last: Speaker | None
) -> tuple[Span, _Attribution] | None:
    """According to X, … · По словам X, …"""
    text = document.text
    cue = speakers.cue_in(text, sentence.start, min(sentence.start + 40, sentence.end), document.language, "according")
    if cue is None or cue.start > sentence.start + 2:
        return None
    for comma in re.finditer(",", text[cue.end : min(cue.end + 160, sentence.end)]):
        where = Span(sentence.start, cue.end + comma.start())
        speaker = speakers.named(where, cue, document, cast, last)
        if speaker is not None:
            words = _trimmed(text, cue.end + comma.end(), sentence.end)
            return (words, _Attribution(speaker, cue.of(text), "according", where)) if words else None
    return None


def _source_last(
    document: Document, cast: Cast, sentence: Span, last: Speaker | None
) -> tuple[Span, _Attribution] | None:
    """…, said X · …, сообщает пресс-служба · …, according to X"""
    text, language = document.text, document.language
    for comma in reversed(list(re.finditer(r",\s*[-–—]?\s*", text[sentence.start : sentence.end]))):
        start = sentence.start + comma.end()
        if sentence.end - start > 300:
            break
        cue = speakers.cue_in(text, start, min(start + 24, sentence.end), language)
        cue = cue or speakers.cue_in(text, start, min(start + 24, sentence.end), language, "according")
        ended = speakers.cues_in(text, start, sentence.end, language)[-1:]
        if (
            (cue is None or cue.start != start)
            and ended
            and not text[ended[0].end : sentence.end].strip(" .!")
            and sentence.end - start < 90
        ):
            cue = ended[0]
        elif cue is None or cue.start != start:
            continue
        where = Span(start, sentence.end)
        speaker = speakers.named(where, cue, document, cast, last)
        words = _trimmed(text, sentence.start, sentence.start + comma.start())
        if speaker is not None and words is not None:
            return words, _Attribution(speaker, cue.of(text), "said-last", where)
    return None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Reported words without the marks around them; fewer than three words report nothing."""
    while start < end and (text[start].isspace() or text[start] in ",:;–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:"):
        end -= 1
    return Span(start, end) if len(_WORD.findall(text[start:end])) >= 3 else None
