"""One sentence with its things: what stands between words, what is denied, who did it, where and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.facts.things import Thing, fits
from pipeline.facts.words import SENTENCE_BREAK, Words
from pipeline.model import Document, FactKind, Figure, Kind, Mention, Span

_WORDS, _BARE_WORDS = 10, 3
_STOP = re.compile(SENTENCE_BREAK)
_CLAUSE = re.compile(rf"{SENTENCE_BREAK}|,\s|\s[–—-]\s")
_COLON = re.compile(r"\s{0,2}[:–—-]\s{0,2}$")
_BODIES = (Kind.ORGANISATION, Kind.COUNTRY, Kind.PERSON)
_NAMED = (Kind.ORGANISATION, Kind.ROLE)
_NAME = "X"
_REACH = 60
_OPENED = re.compile(r"\s{0,2}:\s{1,3}")
_DATELINE = re.compile(r"[\s,.(]{0,3}(?:[A-ZА-ЯЁ][\w.-]*[\s,.)]{1,3})?(?:\d{1,2}\s|[–—-]{1,2}\s|\()")
_HEAD = 1500


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with its mentions. `home` is the place of the dateline, if there is one."""

    document: Document
    sentence: Span
    mentions: tuple[Mention, ...]
    things: tuple[Thing, ...]
    words: Words
    home: str | None

    # --- what stands between

    def clear(self, gap: Span, *, bare: bool, noun: bool = False, back: bool = False) -> bool:
        """Whether nothing between cue and thing opens another clause; a thing without number stands near."""
        text = self._without_names(gap)
        if not back and _COLON.fullmatch(text):
            return True
        if _STOP.search(text) or "," in text or self.words.any_cue.search(text) or self.words.breaks.search(text):
            return False
        count = len(text.split())
        if count > (_BARE_WORDS if bare or noun else _WORDS):
            return False
        links = [found.end() for found in self.words.join.finditer(text)]
        return not links or (back and links[-1] < len(text))  # "three labs closed and seized …" begins anew

    def _without_names(self, gap: Span) -> str:
        """The words of a gap, each body or office in it as one word."""
        text, taken = gap.of(self.document.text), gap.start
        for mention in reversed(self._mentions(_NAMED)):
            if gap.covers(mention.span):
                low, high = mention.span.start - taken, mention.span.end - taken
                text = text[:low] + _NAME + text[high:]
        return text

    def after_preposition(self, before: Span, kind: FactKind) -> bool:
        """Whether the words that end `before` make what follows no object ("in 12 operations")."""
        text = before.of(self.document.text)
        if not self.words.preposition_before.search(text) or self.words.measure_before.search(text):
            return False
        return kind is not FactKind.CONTRIBUTION or not self.words.worth_before.search(text)

    def joined(self, one: Thing, other: Thing) -> bool:
        """Whether two things are neighbours in a list."""
        text = self.document.text[one.span.end : other.span.start]
        if one.figure is not None and other.figure is not None:
            text = text.replace(";", ",", 1)  # "36 kg of heroin; 12 kg of hashish"
        if len(text) > _REACH or any(p.search(text) for p in (_STOP, self.words.any_cue, self.words.breaks)):
            return False
        links = list(self.words.join.finditer(text))
        if not links:
            return False
        filling = text[links[-1].end() :]
        if other.figure is not None:
            return not filling.strip() and "," not in text[: links[-1].start()]
        near = len(filling.split()) < _BARE_WORDS and "," not in filling
        return near and not self.words.preposition_before.search(text)

    def listed(self, first: Span, kind: FactKind, *, part: bool) -> list[Thing]:
        """The things that follow `first` in a list; with `part` the first one follows at once."""
        found: list[Thing] = []
        end = first.end
        last: Thing | None = None
        for thing in self.things:
            if thing.span.start < end or not fits(kind, thing, self.words):
                if thing.span.start >= end:
                    break
                last = thing if thing.span.end == end else last
                continue
            if found or not part:
                if last is None or not self.joined(last, thing):
                    break
            elif thing.span.start - end > _PARTS_GAP or thing.figure is None:
                break
            if self._is_subject_of_next(thing):
                break
            if thing.figure is not None or not thing.substance or not (found or last):
                found.append(thing)
            last = thing
        return found

    def _is_subject_of_next(self, thing: Thing) -> bool:
        """Whether a passive of its own follows: "… and three laboratories were destroyed"."""
        rest = self.document.text[thing.span.end : self.sentence.end]
        stop = _CLAUSE.search(rest)
        rest = rest[: stop.start()] if stop else rest
        return any(self.words.cues[key].search(rest) for key in self.words.cues if key[1] == "passive")

    def breakdown(self, end: int, kind: FactKind) -> list[Thing]:
        """The things of "…, including A, B and C" behind an event, or behind a colon that follows a weight."""
        total = next((thing for thing in self.things if thing.span.end == end), None)
        opened = _OPENED.match(self.document.text, end, self.sentence.end)
        if opened and total is not None and total.weighed:
            return [one for one in self.listed(Span(end, opened.end()), kind, part=True) if one.weighed]
        text = self.document.text[end : min(end + 2 * _REACH, self.sentence.end)]
        for found in re.finditer(r"[,(–—]", text):
            start = end + found.start()
            if _STOP.search(text[: found.start()].rstrip("(")) or found.start() > _REACH:
                return []
            parts = self.words.parts.match(self.document.text, start, self.sentence.end)
            if parts:
                return self.listed(Span(start, parts.end()), kind, part=True)
        return []

    def in_part(self, thing: Thing) -> bool:
        before = self.document.text[self.sentence.start : thing.span.start]
        return bool(self.words.parts_before.search(before))

    # --- what is said to have happened

    def real(self, cue: Span, taken: Iterable[Span], kind: FactKind, how: str) -> bool:
        """Whether nothing in the clause denies or plans the event."""
        spans = [cue, *taken]
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        text = self.document.text
        base = self.sentence.start
        if how not in ("noun", "counted"):
            for found in _CLAUSE.finditer(text, self.sentence.start, start):
                base = found.end()
        region = list(text[base:end])
        for thing in self.things:
            if thing.figure is not None:
                low, high = max(thing.figure.span.start - base, 0), thing.figure.span.end - base
                for i in range(low, min(high, len(region))):
                    region[i] = " "
        if how == "noun":  # "seizures of 10 kg may be reported"
            stop = _CLAUSE.search(text, end, self.sentence.end)
            region.append(text[end : stop.start() if stop else self.sentence.end])
        told = self.words.exempt.sub(" ", "".join(region))
        if kind is FactKind.CONTRIBUTION and self.words.promised.search(text, self.sentence.start, end):
            return False
        return not self.words.unreal.search(told)

    def given(self, cue: Span, thing: Thing | None) -> bool:
        """Whether a verb of giving tells a gift: of money for a purpose, of goods to somebody named."""
        if thing is None or thing.money:
            return self.words.purposes.search(self.document.text, cue.end, self.sentence.end) is not None
        return self.recipient(cue, thing) is not None

    def passive(self, cue: Span) -> bool:
        """Whether a verb of giving stands in the passive: with an auxiliary, or a short form behind its subject."""
        return " " in cue.of(self.document.text) or not self.words.reduced

    def follows_passive(self, cue: Span, subject: Span) -> bool:
        """ "34 people were detained and eight laboratories destroyed": the auxiliary is understood."""
        before = self.document.text[self.sentence.start : subject.start]
        passive = any(self.words.cues[key].search(before) for key in self.words.cues if key[1] == "passive")
        return passive and len(self.document.text[subject.end : cue.start].split()) <= _BARE_WORDS

    # --- who, where and when

    def actor(self, cue: Span, kind: FactKind, how: str, thing: Thing) -> str | None:
        """Who did it: the id of a body or country, or words such as "customs officers"."""
        if self._received(cue):
            return self.donor(cue)
        if how in ("active", "supported") and thing.span.start >= cue.end:
            return self._subject(cue)
        start = max(cue.end, thing.span.end)
        mark = self.words.agent_mark.search(self.document.text, cue.end, min(start + _REACH, self.sentence.end))
        if mark:
            return self._named(Span(mark.end(), self.sentence.end))
        if how == "passive" and not self.words.reduced:
            return self._instrumental(cue)
        if how != "noun" or kind is not FactKind.CONTRIBUTION:
            return None
        inside = [m for m in self._mentions((Kind.ORGANISATION, Kind.COUNTRY)) if cue.covers(m.span)]
        return (inside[0].entity_id or inside[0].text) if inside else self._subject(cue)

    def _received(self, cue: Span) -> bool:
        """Whether a cue begins with "received", and tells from whom: then the subject is not the one who gave."""
        received = self.words.cues[FactKind.CONTRIBUTION, "received"]
        return received.match(self.document.text, cue.start) is not None and self.donor(cue) is not None

    def donor(self, cue: Span) -> str | None:
        """From whom something was received: the body or country right behind "from"."""
        text = self.document.text
        for mention in self._mentions((Kind.ORGANISATION, Kind.COUNTRY)):
            if mention.span.start >= cue.end and self.words.donor_before.search(text[cue.end : mention.span.start]):
                return mention.entity_id or " ".join(mention.text.split())
        return None

    def recipient(self, cue: Span, thing: Thing) -> str | None:
        """Whom a contribution was for: the body right behind the verb, or behind "to", "to the budget of"."""
        if self._received(cue):
            return self._subject(cue)
        text = self.document.text
        for mention in self._mentions((Kind.ORGANISATION, Kind.COUNTRY)):
            if mention.span.start < cue.end:
                continue
            before = text[cue.end : mention.span.start]
            if before.strip() in self.words.articles or (
                self.words.recipient_before.search(before)
                and len(text[thing.span.end : mention.span.start].split()) <= _WORDS
            ):
                return mention.entity_id or " ".join(mention.text.split())
        return None

    def _subject(self, cue: Span) -> str | None:
        """The body, country or person whose name stands right before the verb, or the officers there."""
        start = self._clause_start(cue.start)
        region = self.document.text[start : cue.start]
        agents = list(self.words.agents.finditer(region))
        officers = Span(start + agents[-1].start(), start + agents[-1].end()) if agents else None
        near = officers is not None and len(self.document.text[officers.end : cue.start].split()) <= _BARE_WORDS
        named = [m for m in self._mentions(_BODIES) if start <= m.span.start and m.span.end <= cue.start]
        for mention in reversed(named):
            if len(self.document.text[mention.span.end : cue.start].split()) > _SUBJECT_WORDS:
                break
            if mention.entity_id is None and near:
                break
            if not self.words.behind_before.search(self.document.text[start : mention.span.start]):
                return mention.entity_id or " ".join(mention.text.split())
        if officers is None or not near:
            return None
        if self.words.own.search(self.document.text, start, officers.end):
            return self._body_before(start)
        return " ".join(self.document.text[officers.start : cue.start].split())

    def _body_before(self, end: int) -> str | None:
        """The body or country named last before a clause: whose "its units" are."""
        bodies = [m for m in self._mentions((Kind.ORGANISATION, Kind.COUNTRY)) if m.span.end <= end]
        return (bodies[-1].entity_id or " ".join(bodies[-1].text.split())) if bodies else None

    def worth(self, thing: Thing) -> Figure | None:
        """The sum of money that a thing is said to be worth, right behind it."""
        text = self.document.text
        for other in self.things:
            if not thing.money and other.money and thing.span.end <= other.span.start <= thing.span.end + _REACH:
                return other.figure if self.words.valued.fullmatch(text, thing.span.end, other.span.start) else None
        return None

    def _clause_start(self, before: int) -> int:
        start = self.sentence.start
        for found in _CLAUSE.finditer(self.document.text, self.sentence.start, before):
            start = found.end()
        return start

    def _named(self, where: Span) -> str | None:
        """Whoever "by" introduces: a name near it, or officers."""
        for mention in self._mentions(_BODIES):
            words_between = self.document.text[where.start : mention.span.start].split()
            if where.start <= mention.span.start and len(words_between) <= _SUBJECT_WORDS:
                return mention.entity_id or mention.text
        agents = self.words.agents.search(self.document.text, where.start, min(where.start + _REACH, where.end))
        return " ".join(agents.group().split()) if agents else None

    def _instrumental(self, cue: Span) -> str | None:
        """Officers in the instrumental case, with the body they serve if it is named behind them."""
        text = self.document.text
        start = self._clause_start(cue.start)
        stop = _CLAUSE.search(text, cue.end, self.sentence.end)
        for found in self.words.agents.finditer(text, start, stop.start() if stop else self.sentence.end):
            helped = self.words.behind_before.search(text[start : found.start()])
            if helped or not found.group().endswith(("ми", "ей", "ой", "ом")):
                continue
            for mention in self._mentions((Kind.ORGANISATION, Kind.COUNTRY)):
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
            for m in self._mentions((Kind.LOCATION, Kind.COUNTRY))
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
        dates = [m for m in self._mentions((Kind.DATE,)) if m.entity_id]
        if dates:
            nearest = min(dates, key=lambda m: (abs(m.span.start - cue.start), m.span))
            day = str(nearest.entity_id).removeprefix("date:")
            before = self.document.text[self.sentence.start : nearest.span.start]
            return (f"{day}/.." if "/" not in day and self.words.since_before.search(before) else day), False
        issued = self.document.issued_on
        return (issued.isoformat(), True) if issued else (None, False)

    def _everybody(self) -> Iterator[Mention]:
        for mention in self.mentions:
            yield mention
            yield from mention.inner

    def _mentions(self, kinds: tuple[Kind, ...]) -> list[Mention]:
        return [m for m in self.mentions if m.kind in kinds]


_PARTS_GAP = 20
_SUBJECT_WORDS = 5
_SERVED = 25  # characters between "by officers" and the body they serve


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
