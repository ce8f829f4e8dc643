"""Span grammars of long names: organisations, treaties, events.

Each begins at a head noun and asks how far the name reaches to both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.grammars_heads import heads
from pipeline.entities.grammars_initiatives import initiatives
from pipeline.entities.grammars_quoted import quoted
from pipeline.entities.grammars_rules import Rules, around, atoms, has_cases, matches, partner, phrases, rules_of, style
from pipeline.entities.grammars_territory import territorial
from pipeline.entities.grammars_treaties import treaties
from pipeline.entities.kinds import Candidate
from pipeline.entities.russian_words import is_known_word
from pipeline.language import PACKS
from pipeline.language.pack import EntityWords
from pipeline.model import Kind, Layer


def long_names(text: str, found: Iterable[Candidate], language: str) -> Iterator[Candidate]:
    """Organisations, then treaties and events, which may contain them."""
    known = atoms(found)
    for read in (territorial, quoted, _organisations, treaties, initiatives, _events):
        fresh = list(read(text, known, language))
        yield from fresh
        for one in fresh:
            have = known.get(one.start)
            if have is None or have.end < one.end:
                known[one.start] = one


# --- organisations ---------------------------------------------------------------------------------------------------


def _organisations(text: str, known: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    words, rules, reader = PACKS[language].entities, rules_of(language), phrases(text, known, language)
    inside = sorted((one for one in known.values() if one.kind is Kind.ORGANISATION), key=lambda one: one.start)
    how = replace(style("organisation", words), country_ends=True, subject=rules.subject)
    abroad = replace(how, regions=True, accredited=words.accredited if has_cases(words) else frozenset())
    for match in matches(text, rules.organisation, heads(text, language)["organisation"]):
        known_name = around(inside, match.start(), match.end())
        if known_name and rules.qualifier.search(text, max(known_name.start - 20, 0), known_name.start):
            known_name = None  # a National Security Council is not the Security Council
        if known_name is None and rules.instrument_behind.match(text, match.end()):
            continue  # "Association Agreement"
        start = known_name.start if known_name else reader.left(match.start())
        reach = abroad if rules.abroad.match(match.group()) else how
        end = reader.tail(known_name.end if known_name else match.end(), reach)
        if under := rules.attached.match(text, end):
            end = reader.tail(under.end(), reach)
        if known_name and _is_whole(text, known_name, known, words):
            end = known_name.end  # "the listing by the Security Council of somebody"
        if known_name and (start, end) == (known_name.start, known_name.end):
            continue
        named = _is_name(text, start, match, end, words) or _of_known(match, end, known, words)
        if not (known_name or named or _is_local(text, start, match, known, language)):
            continue
        entity_id = _organisation_id(text[start:end], known_name) or _of_larger(text, start, end, known)
        yield Candidate(start, end, Kind.ORGANISATION, entity_id, Layer.GRAMMAR, "organisation.long-name")


def _is_whole(text: str, one: Candidate, known: Mapping[int, Candidate], words: EntityWords) -> bool:
    """Whether nothing behind the known name of an international body belongs to it."""
    international = _INTERNATIONAL.match(one.entity_id or "") is not None
    return international and (has_cases(words) or _of_another(text, one.end, known))


_INTERNATIONAL = re.compile(r"org:(?![A-Z]{2}-)")


def _of_another(text: str, end: int, known: Mapping[int, Candidate]) -> bool:
    """Whether "of" and a capitalised word that no table knows stand behind a name."""
    found = _OF.match(text, end)
    return found is not None and found.end() not in known


_OF = re.compile(r"\sof\s(?=[A-Z])")


def _is_local(text: str, start: int, head: re.Match[str], known: Mapping[int, Candidate], language: str) -> bool:
    """Whether the adjective of a place makes a name of a court in lower case («Ошский городской суд»)."""
    words = PACKS[language].entities
    if start == head.start() or not text[start].isupper() or not re.fullmatch(words.organisation_local, head.group()):
        return False
    place = known.get(start)
    if place is not None:
        return place.kind is Kind.LOCATION
    if not _sentence_start(text, start) or re.match(words.organisation_highest, text[start:]):
        return True
    front = text[start : head.start()]
    return re.match(words.organisation_local_front, front) is not None or not is_known_word(front.split()[0])


def _of_known(head: re.Match[str], end: int, known: Mapping[int, Candidate], words: EntityWords) -> bool:
    """Whether a head in small letters belongs to a body that is named behind it («управление кадров МВД»)."""
    if not re.fullmatch(words.organisation_of_body, head.group()):
        return False
    inside = (known[at] for at in range(head.end(), end) if at in known)
    return any(one.kind is Kind.ORGANISATION and one.end == end for one in inside)


def _is_name(text: str, start: int, head: re.Match[str], end: int, words: EntityWords) -> bool:
    """A head noun alone, or with generic modifiers only, names nothing, nor does "the Requested Authority"."""
    if re.fullmatch(words.instrument_names, text[start:end]):
        return False
    if end == head.end():
        if not head.group()[0].isupper():
            return False
        modifiers = [word.lower() for word in re.findall(r"[^\W\d_][\w-]*", text[start : head.start()])]
        return any(word not in words.generic for word in modifiers) and text[start].isupper()
    if text[start].isupper():
        return True
    return bool(words.organisation_lower) and re.match(words.organisation_lower, text[head.start() :][:60]) is not None


def _organisation_id(name: str, known_name: Candidate | None) -> str | None:
    """The id of the name, or of the name that it only makes longer ("… for combating …")."""
    plain = re.sub(r"\s+(?=['’]s?\b)", "", name)
    found = next((one for one in gazetteer().lookup(plain) if one.startswith("org:")), None)
    if found or known_name is None:
        return found
    rest = name[known_name.length :].split()
    return known_name.entity_id if rest and rest[0].lower() in _TAIL_ONLY else None


def _of_larger(text: str, start: int, end: int, known: Mapping[int, Candidate]) -> str | None:
    """The id of a body by its name alone, in front of the body that it belongs to ("… of the State Department")."""
    near = (known[at] for at in range(start + 1, end) if at in known)
    larger = next((one for one in near if one.kind is Kind.ORGANISATION and one.end == end and one.entity_id), None)
    if larger is None:
        return None
    own = _BEFORE_LARGER.sub("", text[start : larger.start])
    country = (larger.entity_id or "")[:7]
    return next((one for one in gazetteer().lookup(own) if one.startswith(country)), None)


_BEFORE_LARGER = re.compile(r"(?:\s(?:of|at))?(?:\sthe)?\s+\Z")
_TAIL_ONLY = frozenset({"for", "по", "to"})

# --- events ----------------------------------------------------------------------------------------------------------


def _events(text: str, known: Mapping[int, Candidate], language: str) -> Iterator[Candidate]:
    words, rules, reader = PACKS[language].entities, rules_of(language), phrases(text, known, language)
    how = replace(style("event", words), people=True)
    repeated = re.compile(words.event_repeated)
    for match in matches(text, rules.event, heads(text, language)["event"]):
        if rules.event_compound.match(text, match.end()):
            continue
        topic = reader.tail(match.end(), how)
        end = _with_quote(text, topic, rules)
        base = max(match.start() - _FRONT, 0)
        numbered = rules.ordinal.search(text[base : match.start()])
        if numbered:
            yield Candidate(base + numbered.start(), end, Kind.EVENT, None, Layer.GRAMMAR, "event.numbered")
            continue
        start = reader.left(match.start())
        if repeated.fullmatch(text, start, end):
            continue
        titled = match.group()[0].isupper() and (topic > match.end() or start < match.start())
        named = start < match.start() and text[start].isupper() and not _sentence_start(text, start)
        if _has_host(text, match.end(), known, language) and not repeated.match(text, start):
            end = partner(text, start, end, known, rules)
            yield Candidate(start, end, Kind.EVENT, None, Layer.GRAMMAR, "event.of-body")
        elif _of_place(text, start, match, known, words):
            end = end if end > topic or any(at in known for at in range(match.end(), topic)) else match.end()
            yield Candidate(start, end, Kind.EVENT, None, Layer.GRAMMAR, "event.of-place")
        elif end > topic or titled or (named and has_cases(words) and topic > match.end()):
            yield Candidate(start, end, Kind.EVENT, None, Layer.GRAMMAR, "event.titled")


def _of_place(text: str, start: int, head: re.Match[str], known: Mapping[int, Candidate], words: EntityWords) -> bool:
    """Whether the adjective of a city alone names the meeting («Бишкекский саммит»)."""
    place = known.get(start)
    pair = place is not None and text[place.end : place.end + 1] in ("-", "–") and place.end + 1 in known
    in_front = place is not None and (pair or place.kind is Kind.LOCATION) and place.end < head.start()
    return in_front and text[start].isupper() and re.match(words.event_of_place, head.group()) is not None


def _has_host(text: str, end: int, known: Mapping[int, Candidate], language: str) -> bool:
    """Whether the body that meets follows a head noun directly («заседание Совета министров обороны»)."""
    host = known.get(end + 1) if has_cases(PACKS[language].entities) else None
    return host is not None and host.kind is Kind.ORGANISATION and " " in text[host.start : host.end].strip()


_FRONT = 110  # characters in front of a head noun that its ordinal and adjectives may take


def _with_quote(text: str, end: int, rules: Rules) -> int:
    quoted = rules.quoted.match(text, end)
    return quoted.end() if quoted else end


def _sentence_start(text: str, start: int) -> bool:
    return re.search(r"(?:^|[.!?…:;]\s{0,3}|\n\s{0,3}|[«“\"]\s?)$", text[max(start - 6, 0) : start]) is not None
