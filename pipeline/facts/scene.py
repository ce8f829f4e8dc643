"""One sentence with its things: what stands between words, in which lists they are, what is denied."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.facts.circumstances import BARE_WORDS, CLAUSE, NEAR_WORDS, REACH, Circumstances
from pipeline.facts.things import Thing, fits
from pipeline.facts.words import SENTENCE_BREAK
from pipeline.model import FactKind, Kind, Span

_STOP = re.compile(SENTENCE_BREAK)
_COLON = re.compile(r"\s{0,2}[:–—-]\s{0,2}$")
_NAMED = (Kind.ORGANISATION, Kind.ROLE)
_NAME = "X"
_OPENED = re.compile(r"\s{0,2}:\s{1,3}")
_PARTS_GAP = 20


@dataclass(frozen=True, slots=True)
class Scene(Circumstances):
    """A sentence, asked which things belong to a cue and whether the event happened."""

    # --- what stands between

    def clear(self, gap: Span, *, bare: bool, noun: bool = False, back: bool = False) -> bool:
        """Whether nothing between cue and thing opens another clause; a thing without number stands near."""
        text = self._without_names(gap)
        if not back and _COLON.fullmatch(text):
            return True
        if _STOP.search(text) or "," in text or self.words.any_cue.search(text) or self.words.breaks.search(text):
            return False
        count = len(text.split())
        if count > (BARE_WORDS if bare or noun else NEAR_WORDS):
            return False
        links = [found.end() for found in self.words.join.finditer(text)]
        return not links or (back and links[-1] < len(text))  # "three labs closed and seized …" begins anew

    def _without_names(self, gap: Span) -> str:
        """The words of a gap, each body or office in it as one word."""
        text, taken = gap.of(self.document.text), gap.start
        for mention in reversed(self.named(_NAMED)):
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
        if len(text) > REACH or any(p.search(text) for p in (_STOP, self.words.any_cue, self.words.breaks)):
            return False
        links = list(self.words.join.finditer(text))
        if not links:
            return False
        filling = text[links[-1].end() :]
        if other.figure is not None:
            return not filling.strip() and "," not in text[: links[-1].start()]
        near = len(filling.split()) < BARE_WORDS and "," not in filling
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
            if thing.people or self._is_subject_of_next(thing):
                break
            if thing.figure is not None or not thing.substance or not (found or last):
                found.append(thing)
            last = thing
        return found

    def _is_subject_of_next(self, thing: Thing) -> bool:
        """Whether a passive of its own follows: "… and three laboratories were destroyed"."""
        rest = self.document.text[thing.span.end : self.sentence.end]
        stop = CLAUSE.search(rest)
        rest = rest[: stop.start()] if stop else rest
        return any(self.words.cues[key].search(rest) for key in self.words.cues if key[1] == "passive")

    def breakdown(self, end: int, kind: FactKind) -> list[Thing]:
        """The things of "…, including A, B and C" behind an event, or behind a colon that follows a weight."""
        total = next((thing for thing in self.things if thing.span.end == end), None)
        opened = _OPENED.match(self.document.text, end, self.sentence.end)
        if opened and total is not None and total.weighed:
            return [one for one in self.listed(Span(end, opened.end()), kind, part=True) if one.weighed]
        text = self.document.text[end : min(end + 2 * REACH, self.sentence.end)]
        for found in re.finditer(r"[,(–—]", text):
            start = end + found.start()
            if _STOP.search(text[: found.start()].rstrip("(")) or found.start() > REACH:
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
            for found in CLAUSE.finditer(text, self.sentence.start, start):
                base = found.end()
        region = list(text[base:end])
        for thing in self.things:
            if thing.figure is not None:
                low, high = max(thing.figure.span.start - base, 0), thing.figure.span.end - base
                for i in range(low, min(high, len(region))):
                    region[i] = " "
        if how == "noun":  # "seizures of 10 kg may be reported"
            stop = CLAUSE.search(text, end, self.sentence.end)
            region.append(text[end : stop.start() if stop else self.sentence.end])
        told = self.words.exempt.sub(" ", "".join(region))
        if kind is FactKind.CONTRIBUTION and self.words.promised.search(text, self.sentence.start, end):
            return False
        return not self.words.unreal.search(told)

    def given(self, cue: Span, thing: Thing | None) -> bool:
        """Whether a verb of giving tells a gift: of money for a purpose, of goods to somebody named."""
        if thing is None or thing.money:
            return self.words.purposes.search(self.document.text, cue.end, self.sentence.end) is not None
        handed = self.words.handed.search(cue.of(self.document.text)) is not None
        return handed or self.recipient(cue, thing) is not None

    def passive(self, cue: Span) -> bool:
        """Whether a verb of giving stands in the passive: with an auxiliary, or a short form behind its subject."""
        return " " in cue.of(self.document.text) or not self.words.reduced

    def follows_passive(self, cue: Span, subject: Span) -> bool:
        """ "34 people were detained and eight laboratories destroyed": the auxiliary is understood."""
        before = self.document.text[self.sentence.start : subject.start]
        passive = any(self.words.cues[key].search(before) for key in self.words.cues if key[1] == "passive")
        return passive and len(self.document.text[subject.end : cue.start].split()) <= BARE_WORDS
