"""From the tree of a query to the clauses of one index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.engines import amounts, dates, fields, limits, names
from pipeline.engines.analysis import analyzers, fold, synonyms
from pipeline.engines.grammar import Both, Either, Fielded, Text, Tree, Without, parse, wrong
from pipeline.engines.query import (
    All,
    And,
    Between,
    Clause,
    Fuzzy,
    Marks,
    Not,
    Or,
    Phrase,
    Prefix,
    Range,
    Scored,
    Value,
    Word,
)
from pipeline.engines.schema import EXACT, Schema, schema

ENTITY_SCORE = 2.0
"""What an entity named in other words counts, beside BM25 scores of about 1 to 10 a word."""

_SHORTEST_PREFIX = 2
_SPEAKER = "speaker_id"


@dataclass(frozen=True, slots=True)
class Planned:
    """What a query asks of one index, and what its answers mark."""

    clause: Clause
    marks: Marks = field(default_factory=Marks)


def plan(query: str, index: str, known: names.Known = names.entity_ids) -> Planned:
    """The clauses of a query text, names in it read by `known`; an empty one asks for everything. Raises QueryError."""
    tree = parse(query)
    return _Planner(schema(index), known).tree(tree) if tree is not None else Planned(All())


def valid_fields(index: str) -> tuple[str, ...]:
    """The fields a query of this index can name."""
    have = schema(index).fields
    return tuple(name for name, field in fields.FIELDS.items() if field in have)


class _Planner:
    def __init__(self, index: Schema, known: names.Known) -> None:
        self._schema = index
        self._known = known
        self._stemmed = analyzers()["stemmed"]
        self._exact = analyzers()[EXACT]

    # --- the shape of the query ---

    def tree(self, tree: Tree) -> Planned:
        match tree:
            case Text():
                return self._texts([tree])
            case Fielded():
                return self._fielded(tree)
            case Without():
                return Planned(Not(self.tree(tree.part).clause))
            case Either():
                return _join(Or, [self.tree(part) for part in tree.parts])
            case Both():
                return self._both(tree.parts)

    def _both(self, parts: Sequence[Tree]) -> Planned:
        """Neighbouring words are planned together: they may make up a name."""
        planned: list[Planned] = []
        run: list[Text] = []
        for part in parts:
            if isinstance(part, Text) and not (part.quoted or part.prefix or part.fuzzy):
                run.append(part)
                continue
            if run:
                planned.append(self._texts(run))
                run = []
            planned.append(self.tree(part))
        if run:
            planned.append(self._texts(run))
        return _join(And, planned)

    def _texts(self, run: Sequence[Text]) -> Planned:
        planned: list[Planned] = []
        here = 0
        while here < len(run):
            length, ids = _longest_name(run[here:], self._known)
            words = [self._text(text) for text in run[here : here + length]]
            joined = _join(And, words)
            planned.append(self._or_entities(joined, ids) if ids else joined)
            here += length
        return _join(And, planned)

    def _or_entities(self, words: Planned, ids: Sequence[str]) -> Planned:
        found = tuple(Value("entities", entity_id) for entity_id in ids)
        clause = Or((Scored(Or(found), ENTITY_SCORE), words.clause))
        return Planned(clause, words.marks | Marks(entities=frozenset(ids)))

    # --- words ---

    def _text(self, text: Text) -> Planned:
        if text.prefix:
            return self._prefix(text)
        if text.fuzzy:
            return self._fuzzy(text)
        bare = _bare(text)
        words = tuple(self._exact.tokens(bare))
        if not words:
            return Planned(All())
        others = () if text.quoted else synonyms().get(tuple(self._stemmed.tokens(bare)), ())
        group = (words, *others)
        clauses = tuple(self._everywhere(member) for member in group)
        return Planned(clauses[0] if len(clauses) == 1 else Or(clauses), self._marks(group))

    def _marks(self, group: Sequence[tuple[str, ...]]) -> Marks:
        rows = [tuple(self._stemmed.tokens(" ".join(words))) for words in group]
        return Marks(
            words=frozenset(row[0] for row in rows if len(row) == 1),
            phrases=frozenset(row for row in rows if len(row) > 1),
        )

    def _everywhere(self, words: tuple[str, ...]) -> Clause:
        """The words, in a row, in any field of a bare word."""
        clauses: list[Clause] = []
        for name, score in self._schema.words.items():
            found = _row(name, words)
            clauses.append(Scored(found, score) if score else found)
        return Or(tuple(clauses))

    def _whole(self, make: Callable[[str], Clause]) -> Clause:
        """A clause on the whole words of every field of a bare word."""
        names_ = (f"{field}.{EXACT}" for field in self._schema.words)
        return Scored(Or(tuple(make(name) for name in names_ if name in self._schema.fields)), 1.0)

    def _prefix(self, text: Text) -> Planned:
        tokens = self._exact.tokens(fold(text.text))
        if not tokens or len(tokens[-1]) < _SHORTEST_PREFIX:
            raise wrong(f"{text.text}* is too short", text.position, hint=f"give at least {_SHORTEST_PREFIX} letters")
        before = tuple(self._whole(lambda field, t=token: Word(field, t)) for token in tokens[:-1])  # type: ignore[misc]
        last = self._whole(lambda field: Prefix(field, tokens[-1]))
        return Planned(And((*before, last)) if before else last, Marks(prefixes=frozenset(tokens[-1:])))

    def _fuzzy(self, text: Text) -> Planned:
        tokens = self._exact.tokens(fold(text.text))
        if not tokens:
            return Planned(All())
        clauses = tuple(
            self._whole(lambda field, t=token: Fuzzy(field, t, text.fuzzy))  # type: ignore[misc]
            for token in tokens
        )
        marks = Marks(fuzzy=frozenset((token, text.fuzzy) for token in tokens))
        return Planned(clauses[0] if len(clauses) == 1 else And(clauses), marks)

    # --- fields ---

    def _fielded(self, part: Fielded) -> Planned:
        name = fields.ALIASES.get(part.name.lower(), part.name.lower())
        field = fields.FIELDS.get(name)
        if field is None or field not in self._schema.fields:
            valid = ", ".join(valid_fields(self._schema.index))
            what = f"{part.name}: is no field" if field is None else f"{self._schema.index} have no field {part.name}:"
            raise wrong(what, part.position, hint=f"valid fields: {valid}; quote the word to search for it")
        if name in fields.ENTITY_NAMES:
            return self._entity(field, part.value)
        if name in {"date", "mentioned"}:
            return Planned(Range(field, *dates.period(part.value.text, part.value.position)))
        if name == "deadline":
            return Planned(Between(field, *limits.hours(part.value.text, part.value.position)))
        if name in {"quantity", "money"}:
            value = part.value
            return Planned(Between(field, *amounts.interval(value.text, value.position, money=name == "money")))
        if name == "speaker":
            return self._speaker(field, part.value)
        if name in fields.TEXT_FIELDS:
            return self._in_text(field, part.value)
        return self._keyword(name, field, part.value)

    def _entity(self, field: str, value: Text) -> Planned:
        """By id where the name is known or an id is given, and by the words of the mention."""
        prefix = fields.PREFIXES.get(field, field)
        ids = tuple(i for i in self._known(value.text) if i.startswith(f"{prefix}:"))
        given = value.text if value.text.startswith(f"{prefix}:") else f"{prefix}:{value.text}"
        ids = tuple(dict.fromkeys((*ids, given)))
        found = Or(tuple(Value(field, entity_id) for entity_id in ids))
        words = tuple(self._exact.tokens(_bare(value)))
        named = (_row(f"{field}_names", words),) if words else ()
        marks = Marks(entities=frozenset(ids)) | (self._marks([words]) if words else Marks())
        return Planned(Scored(Or((found, *named)), ENTITY_SCORE), marks)

    def _in_text(self, field: str, value: Text) -> Planned:
        words = tuple(self._exact.tokens(_bare(value)))
        if not words:
            return Planned(All())
        return Planned(Scored(_row(field, words), 1.0), self._marks([words]))

    def _speaker(self, field: str, value: Text) -> Planned:
        """By the words of the name, and where the index knows who speaks in any script and spelling."""
        worded = self._in_text(field, value)
        ids = tuple(i for i in self._known(value.text) if i.startswith("person:"))
        if not ids or _SPEAKER not in self._schema.fields:
            return worded
        return Planned(Scored(Or((*(Value(_SPEAKER, one) for one in ids), worded.clause)), 1.0), worded.marks)

    def _keyword(self, name: str, field: str, value: Text) -> Planned:
        if name == "bearer":
            return self._bearer(value)
        wanted = value.text.strip().lower()
        if name == "art":
            wanted = wanted.replace(" ", "")
        if name == "fact":
            wanted = fields.FACTS.get(wanted, wanted)
        valid = fields.VALUES.get(name)
        if valid and wanted.replace(" ", "_") not in valid:
            raise wrong(f"{name}:{value.text} is unknown", value.position, hint=f"valid values: {', '.join(valid)}")
        return Planned(Value(field, wanted.replace(" ", "_")))

    def _bearer(self, value: Text) -> Planned:
        wanted = value.text.strip().lower().replace(" ", "_").replace("-", "_")
        if wanted in fields.BEARERS:
            return Planned(Value("bearer", wanted))
        ids = (*self._known(value.text), value.text)
        words = tuple(self._exact.tokens(_bare(value)))
        named = (_row("bearer_text", words),) if words else ()
        return Planned(Scored(Or((*(Value("bearer", i) for i in ids), *named)), 1.0), Marks(entities=frozenset(ids)))


def _join(kind: type[And] | type[Or], planned: Sequence[Planned]) -> Planned:
    marks = Marks()
    for part in planned:
        marks = marks | part.marks
    if len(planned) == 1:
        return planned[0]
    return Planned(kind(tuple(part.clause for part in planned)), marks)


def _row(field: str, words: tuple[str, ...]) -> Clause:
    return Word(field, words[0]) if len(words) == 1 else Phrase(field, words)


def _bare(text: Text) -> str:
    """The folded text of a term, a possessive 's left off an unquoted word."""
    folded = fold(text.text)
    if text.quoted or len(folded) <= _SHORTEST_PREFIX or folded[-2:] not in {"'s", "’s"}:
        return folded
    return folded[:-2]


def _longest_name(run: Sequence[Text], known: names.Known) -> tuple[int, tuple[str, ...]]:
    """How many words from the first on make up a name, and its ids; one word and none where they do not."""
    if run[0].quoted or run[0].prefix or run[0].fuzzy:
        return 1, ()
    for length in range(min(len(run), names.MAX_WORDS), 0, -1):
        ids = known(" ".join(text.text for text in run[:length]))
        if ids:
            return length, ids
    return 1, ()
