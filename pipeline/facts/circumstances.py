"""Who did what a sentence reports, for whom, where, when, and what it was worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.facts.things import Thing
from pipeline.facts.words import SENTENCE_BREAK, Words
from pipeline.model import Document, FactKind, Figure, Kind, Mention, Span

NEAR_WORDS, BARE_WORDS = 10, 3
"""Words between a cue and what it takes: with a number, without one."""
REACH = 60
CLAUSE = re.compile(rf"{SENTENCE_BREAK}|,\s|\s[–—-]\s")
_BODIES = (Kind.ORGANISATION, Kind.COUNTRY, Kind.PERSON)
_SUBJECT_WORDS = 5
_SERVED = 25  # characters between "by officers" and the body they serve
_DATELINE = re.compile(r"[\s,.(]{0,3}(?:[A-ZА-ЯЁ][\w.-]*[\s,.)]{1,3})?(?:\d{1,2}\s|[–—-]{1,2}\s|\()")
_DATELINE_GAP = 20  # characters between the place and the day
_HEAD = 1500


@dataclass(frozen=True, slots=True)
class Circumstances:
    """One sentence with its mentions. `home` is the place of the dateline, if there is one."""

    document: Document
    sentence: Span
    mentions: tuple[Mention, ...]
    things: tuple[Thing, ...]
    words: Words
    home: str | None

    def actor(self, cue: Span, kind: FactKind, how: str, thing: Thing) -> str | None:
        """Who did it: the id of a body or country, or words such as "customs officers"."""
        if self._received(cue):
            return self.donor(cue)
        if how in ("active", "supported") and thing.span.start >= cue.end:
            return self._subject(cue)
        start = max(cue.end, thing.span.end)
        mark = self.words.agent_mark.search(self.document.text, cue.end, min(start + REACH, self.sentence.end))
        if mark:
            return self._named(Span(mark.end(), self.sentence.end))
        if how == "passive" and not self.words.reduced:
            return self._instrumental(cue)
        if how != "noun" or kind is not FactKind.CONTRIBUTION:
            return None
        inside = [m for m in self.named((Kind.ORGANISATION, Kind.COUNTRY)) if cue.covers(m.span)]
        return (inside[0].entity_id or inside[0].text) if inside else self._subject(cue)

    def _received(self, cue: Span) -> bool:
        """Whether a cue begins with "received", and tells from whom: then the subject is not the one who gave."""
        received = self.words.cues[FactKind.CONTRIBUTION, "received"]
        return received.match(self.document.text, cue.start) is not None and self.donor(cue) is not None

    def donor(self, cue: Span) -> str | None:
        """From whom something was received: the body or country right behind "from"."""
        text = self.document.text
        for mention in self.named((Kind.ORGANISATION, Kind.COUNTRY)):
            if mention.span.start >= cue.end and self.words.donor_before.search(text[cue.end : mention.span.start]):
                return mention.entity_id or " ".join(mention.text.split())
        return None

    def recipient(self, cue: Span, thing: Thing) -> str | None:
        """Whom a contribution was for: the body right behind the verb, or behind "to", "to the budget of"."""
        if self._received(cue):
            return self._subject(cue)
        text = self.document.text
        for mention in self.named((Kind.ORGANISATION, Kind.COUNTRY)):
            if mention.span.start < cue.end:
                continue
            before = text[cue.end : mention.span.start]
            if before.strip() in self.words.articles or (
                self.words.recipient_before.search(before)
                and len(text[thing.span.end : mention.span.start].split()) <= NEAR_WORDS
            ):
                return mention.entity_id or " ".join(mention.text.split())
        return None

    def _subject(self, cue: Span) -> str | None:
        """The body, country or person whose name stands right before the verb, or the officers there."""
        start = self._clause_start(cue.start)
        region = self.document.text[start : cue.start]
        agents = list(self.words.agents.finditer(region))
        officers = Span(start + agents[-1].start(), start + agents[-1].end()) if agents else None
        near = officers is not None and len(self.document.text[officers.end : cue.start].split()) <= BARE_WORDS
        named = [m for m in self.named(_BODIES) if start <= m.span.start and m.span.end <= cue.start]
        for mention in reversed(named):
            if len(self.document.text[mention.span.end : cue.start].split()) > _SUBJECT_WORDS:
                break
            if mention.entity_id is None and near:
                break
            if not self.words.behind_before.search(self.document.text[start : mention.span.start]):
                return mention.entity_id or " ".join(mention.text.split())
        if officers is None or not near:
            return self._of_first_verb(region, start, named)
        if self.words.own.search(self.document.text, start, officers.end):
            return self._body_before(officers.start)
        return " ".join(self.document.text[officers.start : cue.start].split())

    def _of_first_verb(self, region: str, start: int, named: list[Mention]) -> str | None:
        """The subject that opens the clause, of a second verb: "Myanmar police raided two houses and arrested …"."""
        joined = any(found.end() == len(region) for found in self.words.join.finditer(region))
        first = named[0] if named else None
        if not joined or first is None or len(region[: first.span.start - start].split()) > BARE_WORDS:
            return None
        if self.words.behind_before.search(region[: first.span.start - start]):
            return None
        return first.entity_id or " ".join(first.text.split())

    def _body_before(self, end: int) -> str | None:
        """The body or country named last before a clause: whose "its units" are."""
        bodies = [m for m in self.named((Kind.ORGANISATION, Kind.COUNTRY)) if m.span.end <= end]
        return (bodies[-1].entity_id or " ".join(bodies[-1].text.split())) if bodies else None

    def worth(self, thing: Thing) -> Figure | None:
        """The sum of money that a thing is said to be worth, right behind it."""
        behind = [one for one in self.things if one.figure is not None and one.span.start >= thing.span.end]
        if thing.money or not behind or not behind[0].money or behind[0].span.start > thing.span.end + REACH:
            return None
        end = behind[0].span.start
        valued = self.words.valued.finditer(self.document.text, thing.span.end, end)
        return behind[0].figure if any(found.end() == end for found in valued) else None

    def _clause_start(self, before: int) -> int:
        start = self.sentence.start
        for found in CLAUSE.finditer(self.document.text, self.sentence.start, before):
            start = found.end()
        return start

    def _named(self, where: Span) -> str | None:
        """Whoever "by" introduces: a name near it, or officers."""
        for mention in self.named(_BODIES):
            words_between = self.document.text[where.start : mention.span.start].split()
            if where.start <= mention.span.start and len(words_between) <= _SUBJECT_WORDS:
                return mention.entity_id or mention.text
        agents = self.words.agents.search(self.document.text, where.start, min(where.start + REACH, where.end))
        return " ".join(agents.group().split()) if agents else None

    def _instrumental(self, cue: Span) -> str | None:
        """Officers in the instrumental case, with the body they serve if it is named behind them."""
        text = self.document.text
        start = self._clause_start(cue.start)
        stop = CLAUSE.search(text, cue.end, self.sentence.end)
        for found in self.words.agents.finditer(text, start, stop.start() if stop else self.sentence.end):
            helped = self.words.behind_before.search(text[start : found.start()])
            if helped or not found.group().endswith(("ми", "ей", "ой", "ом")):
                continue
            for mention in self.named((Kind.ORGANISATION, Kind.COUNTRY)):
                touches = mention.span.start < found.end() <= mention.span.end
                if mention.entity_id and (touches or 0 <= mention.span.start - found.end() <= _SERVED):
                    return mention.entity_id
            return " ".join(found.group().split())
        return None

    def place(self, cue: Span, kind: FactKind) -> tuple[str | None, bool]:
        """Where: the nearest place of the sentence that a preposition introduces, else that of the dateline (True)."""
        if kind is FactKind.CONTRIBUTION:
            return None, False
        found = [
            m
            for m in self.named((Kind.LOCATION, Kind.COUNTRY))
            if self.words.place_before.search(self._two_words_before(m.span.start))
        ]
        if found:
            places = [m for m in found if m.kind is Kind.LOCATION] or found
            nearest = min(places, key=lambda m: (abs(m.span.start - cue.start), m.span))
            return nearest.entity_id or " ".join(nearest.text.split()), False
        if any(m.kind is Kind.COUNTRY for m in self._everybody()):
            return None, False  # what another country's police did is no news of the town it is told in
        return self.home, self.home is not None

    def _two_words_before(self, start: int) -> str:
        """The text before a name, without "the northern city of" between."""
        text = self.document.text[max(self.sentence.start, start - 60) : start]
        return self.words.place_nouns.sub("", text.rstrip('«„“"'))

    def on(self, cue: Span) -> tuple[str | None, bool]:
        """When, as EDTF: the nearest date of the sentence, else the day of the document (True)."""
        known = [m for m in self.named((Kind.DATE,)) if m.entity_id and not self._compared(m.span.start)]
        dates = [m for m in known if not self._of_dateline(m.span.start)]
        if known and not dates:
            return str(known[0].entity_id).removeprefix("date:"), True
        if dates:
            nearest = min(dates, key=lambda m: (abs(m.span.start - cue.start), m.span))
            day = str(nearest.entity_id).removeprefix("date:")
            before = self.document.text[self.sentence.start : nearest.span.start]
            return (f"{day}/.." if "/" not in day and self.words.since_before.search(before) else day), False
        issued = self.document.issued_on
        return (issued.isoformat(), True) if issued else (None, False)

    def _of_dateline(self, start: int) -> bool:
        """Whether a date is the one of the dateline at the head of this sentence: "OSH, 12 March – Officers …"."""
        first = self.mentions[0] if self.mentions else None
        if first is None or first.kind is not Kind.LOCATION or first.span.start != self.sentence.start:
            return False
        return start - first.span.end <= _DATELINE_GAP and bool(_DATELINE.match(self.document.text, first.span.end))

    def _compared(self, start: int) -> bool:
        """Whether a date is the one that something is compared with: "less than in the same period of 2015"."""
        before = self.document.text[max(self.sentence.start, start - REACH) : start]
        return self.words.compared_before.search(before) is not None

    def _everybody(self) -> Iterator[Mention]:
        for mention in self.mentions:
            yield mention
            yield from mention.inner

    def named(self, kinds: tuple[Kind, ...]) -> list[Mention]:
        """The mentions of some kinds in the sentence."""
        return [m for m in self.mentions if m.kind in kinds]


def dateline(document: Document) -> str | None:
    """The place that a dateline names: "BISHKEK, 12 March –" at the head of a paragraph near the beginning."""
    for mention in document.mentions:
        if mention.span.start > _HEAD:
            return None
        if mention.kind is not Kind.LOCATION:
            continue
        opens = mention.span.start == 0 or document.text[mention.span.start - 1] == "\n"
        if opens and _DATELINE.match(document.text, mention.span.end):
            return mention.entity_id or mention.text
    return None
