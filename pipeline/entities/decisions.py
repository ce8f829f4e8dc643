"""What people decided about entities: kept in one reviewed file, applied after every reading of mentions.

merge:                       # these ids are one entity; the first id stays
  - [person:umarov-kairat, person:umarov-kayrat]
split:                       # mentions of one id that are somebody else: by name, by document, or both
  - {id: person:umarov, into: person:umarov-bakhtiyor, names: [Б. Умаров], documents: [0f3a]}
alias:                       # a name that no gazetteer has
  Группа Север: org:CARICC
suppress:                    # ids, or words, that name nothing
  - org:some-noise
  - The Council
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from pipeline import codec
from pipeline.model import Document, Kind, Layer, Mention, Span

FILE = "decisions.yaml"
KINDS: Mapping[str, Kind] = {
    "country": Kind.COUNTRY,
    "org": Kind.ORGANISATION,
    "operation": Kind.OPERATION,
    "treaty": Kind.TREATY,
    "event": Kind.EVENT,
    "person": Kind.PERSON,
    "substance": Kind.SUBSTANCE,
    "place": Kind.LOCATION,
}
"""Prefix of an id → the kind of what it names."""
ID = re.compile(rf"(?:{'|'.join(KINDS)}):[^\s,\[\]{{}}#]+")


@dataclass(frozen=True, slots=True)
class Split:
    """Mentions of `entity_id` that are `into`: those with one of the `names`, in documents whose id begins so."""

    entity_id: str
    into: str
    names: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of one data directory; none by default."""

    merge: tuple[tuple[str, ...], ...] = ()
    split: tuple[Split, ...] = ()
    alias: tuple[tuple[str, str], ...] = ()
    suppress: tuple[str, ...] = ()

    @property
    def version(self) -> int:
        """Another number for other decisions, 0 for none; comments and order of sections do not matter."""
        if self == NONE:
            return 0
        return 1 + int(hashlib.sha256(codec.encode(self)).hexdigest()[:12], 16)

    def applied(self, document: Document, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """The mentions of `document` as decided; each changed one says so in its rule."""
        if self == NONE:
            return mentions
        named = (*mentions, *_added(self.alias, document, mentions))
        decided = [self._decided(mention, document.id) for mention in sorted(named, key=lambda m: m.span)]
        return tuple(self._kept(decided))

    def called(self, name: str) -> tuple[str, ...]:
        """The ids that decided names give `name`, for queries; none where no decision knows it."""
        return tuple(sorted({self.current(one) for known, one in self.alias if _folded(known) == _folded(name)}))

    def current(self, entity_id: str) -> str:
        """The id that a merge put in the place of `entity_id`, or the same."""
        return next((group[0] for group in self.merge if entity_id in group[1:]), entity_id)

    def _decided(self, mention: Mention, document_id: str) -> Mention:
        inner = tuple(self._kept([self._decided(one, document_id) for one in mention.inner]))
        mention = replace(mention, inner=inner) if inner != mention.inner else mention
        kind, entity_id, why = self._id(mention, document_id)
        if (kind, entity_id) == (mention.kind, mention.entity_id):
            return mention
        return replace(mention, kind=kind, entity_id=entity_id, rule=f"{mention.rule}; {why}")

    def _id(self, mention: Mention, document_id: str) -> tuple[Kind, str | None, str]:
        """Kind and id after aliases, splits and merges, in this order, and which of them changed it last."""
        kind, entity_id, why = mention.kind, mention.entity_id, ""
        given = {_folded(name): one for name, one in self.alias}.get(_folded(mention.text))
        if given is not None and given != entity_id:
            kind, entity_id, why = KINDS[given.partition(":")[0]], given, f"{FILE}: alias"
        for split in self.split:
            if entity_id == split.entity_id and _is_split(split, mention, document_id):
                entity_id, why = split.into, f"{FILE}: split from {split.entity_id}"
        if entity_id and (merged := self.current(entity_id)) != entity_id:
            entity_id, why = merged, f"{FILE}: merged from {entity_id}"
        return kind, entity_id, why

    def _kept(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """Without what is suppressed; what stands inside a suppressed mention comes out."""
        ids = {one for one in self.suppress if ID.fullmatch(one)}
        words = {_folded(one) for one in self.suppress} - ids
        for mention in mentions:
            if mention.entity_id in ids or _folded(mention.text) in words:
                yield from mention.inner
            else:
                yield mention


NONE = Decisions()


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _is_split(split: Split, mention: Mention, document_id: str) -> bool:
    named = not split.names or _folded(mention.text) in {_folded(name) for name in split.names}
    return named and (not split.documents or document_id.startswith(split.documents))


def _added(aliases: Iterable[tuple[str, str]], document: Document, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """Mentions of decided names where no other mention stands, the longest name first."""
    taken = [mention.span for mention in mentions]
    for name, entity_id in sorted(aliases, key=lambda pair: (-len(pair[0]), pair)):
        for found in _pattern(name).finditer(document.text):
            span = Span(*found.span())
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                kind = KINDS[entity_id.partition(":")[0]]
                yield Mention(span, found.group(), kind, entity_id, Layer.GAZETTEER, f"{FILE}: alias")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\s{1,3}".join(map(re.escape, name.split())) + r"(?!\w)")
