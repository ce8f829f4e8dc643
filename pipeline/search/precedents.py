"""What was said before: for each sentence of a draft the nearest passages, by its words and by whom it names.

Two lists are joined by reciprocal ranks: passages that share rare words (BM25), and passages that name the same
entities, which also finds the other language.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from pipeline import resources
from pipeline.engines.analysis import analyzers, fold
from pipeline.engines.base import Engine, Hit
from pipeline.engines.query import All, And, Clause, Marks, Or, Query, Scored, Value, Word
from pipeline.engines.schema import EXACT
from pipeline.errors import QueryError
from pipeline.language import PACKS
from pipeline.model import Span
from pipeline.sentences import sentences

MAX_SENTENCES = 500
_SHORTEST, _MOST_WORDS, _FEWEST_WORDS = 4, 60, 2
_SHARE = 0.3
"""The part of a sentence's words that a passage must share."""
_CANDIDATES = 20
_RANK_CONSTANT = 60
_LEAST_SHARED = 2


@dataclass(frozen=True, slots=True)
class Match:
    """An earlier passage. `shared` are the entities it has in common with the sentence; `score` compares matches of one
    sentence; `speaker` is who speaks in it, if it quotes anybody.
    """

    document_id: str
    kind: str
    title: str | None
    language: str
    issued_on: date | None
    eid: str | None
    page: int | None
    citation: str
    snippet: str
    speaker: str | None
    shared: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Precedent:
    """A sentence of the draft (`span` lies in the draft) and its matches, nearest first."""

    sentence: str
    span: Span
    matches: tuple[Match, ...]


def precedents(engine: Engine, draft: str, *, limit: int = 3) -> tuple[Precedent, ...]:
    """The nearest earlier passages of every sentence of `draft`; a sentence of too few words has none.

    Raises QueryError for a draft of more than 500 sentences, EngineError where the engine cannot answer.
    """
    spans = sentences(draft, _language(draft))
    if len(spans) > MAX_SENTENCES:
        raise QueryError(
            f"the draft has {len(spans)} sentences; {MAX_SENTENCES} are allowed", reason="draft", hint="split it"
        )
    return tuple(_precedent(engine, span.of(draft), span, limit) for span in spans)


def _precedent(engine: Engine, sentence: str, span: Span, limit: int) -> Precedent:
    words = _words(sentence)
    ids = _entities(sentence)
    marks = Marks(words=frozenset(analyzers()["stemmed"].tokens(" ".join(words))), entities=frozenset(ids))
    lists: list[tuple[Hit, ...]] = []
    if len(words) >= _FEWEST_WORDS:
        lists.append(_ask(engine, _sharing_words(words, ids), marks))
    if len(ids) >= _LEAST_SHARED:
        named = tuple(Scored(Value("entities", entity_id), 1.0) for entity_id in ids)
        lists.append(_ask(engine, Or(named, max(_LEAST_SHARED, (len(ids) + 1) // 2)), marks))
    return Precedent(sentence, span, tuple(_match(hit, score, ids) for hit, score in _fused(lists)[:limit]))


def _sharing_words(words: tuple[str, ...], ids: tuple[str, ...]) -> Clause:
    """Passages with enough of the words; those that name the same entities come first."""
    needed = max(_FEWEST_WORDS, int(len(words) * _SHARE))
    found = Or(tuple(Word("body", word) for word in words), needed)
    named = tuple(Scored(Value("entities", entity_id), 1.0) for entity_id in ids)
    return And((found, Or((All(), *named))))


def _ask(engine: Engine, clause: Clause, marks: Marks) -> tuple[Hit, ...]:
    return engine.search(Query("passages", clause, marks, limit=_CANDIDATES)).hits


def _fused(lists: Iterable[tuple[Hit, ...]]) -> list[tuple[Hit, float]]:
    """Hits by the sum of their reciprocal ranks; of passages with one text only the first."""
    best: dict[str, tuple[Hit, float]] = {}
    for hits in lists:
        for rank, hit in enumerate(hits, start=1):
            key = " ".join(str(hit.fields.get("body", "")).split()).casefold()
            have = best.get(key, (hit, 0.0))
            best[key] = (have[0], have[1] + 1 / (_RANK_CONSTANT + rank))
    return sorted(best.values(), key=lambda row: (-row[1], str(row[0].fields["id"])))


def _match(hit: Hit, score: float, ids: tuple[str, ...]) -> Match:
    have = set(hit.fields.get("entities", ()))
    speakers = hit.fields.get("speaker") or [None]
    return Match(
        document_id=hit.document_id,
        kind=hit.kind,
        title=hit.title,
        language=hit.language,
        issued_on=hit.issued_on,
        eid=hit.eid,
        page=hit.page,
        citation=hit.citation,
        snippet=hit.snippet,
        speaker=speakers[0],
        shared=tuple(i for i in ids if i in have),
        score=round(score, 6),
    )


def _words(sentence: str) -> tuple[str, ...]:
    """The telling words of a sentence: long ones and numbers, without common ones and repetitions."""
    tokens = analyzers()[EXACT].tokens(fold(sentence))
    telling = (t for t in tokens if (len(t) >= _SHORTEST or t.isdigit()) and t not in _common())
    return tuple(dict.fromkeys(telling))[:_MOST_WORDS]


def _entities(sentence: str) -> tuple[str, ...]:
    from pipeline.entities.gazetteer import gazetteer

    return tuple(dict.fromkeys(match.entity_id for match in gazetteer().find(sentence)))


@cache
def _common() -> frozenset[str]:
    lines = resources.index_config("common.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _language(text: str) -> str:
    """The pack whose script most letters of the beginning are of."""
    letters = [unicodedata.name(c, "").partition(" ")[0] for c in text[:2000] if c.isalpha()]
    return max(sorted(PACKS), key=lambda code: letters.count(PACKS[code].script.upper()))
