"""Which language a block is in, and which language versions a source holds.

Three voices decide, each where it is strong:

1. the script: letters are counted; a block mostly Cyrillic is never called English, letters that only Kazakh, Kyrgyz,
   Tajik, Uzbek, Ukrainian or Belarusian have decide among Cyrillic languages before any statistics;
2. py3langid, restricted to the languages of the block's script, for every block with enough letters;
3. langdetect, seeded, only between English and Russian, for blocks in which neither script clearly prevails.

A block with too few letters takes the language of its neighbours. Everything is deterministic.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

from pipeline.clean import look_alikes
from pipeline.model import Block, Extraction
from pipeline.offsets import apply

VERSION = 1

UNKNOWN = "und"
CYRILLIC = ("ru", "uk", "be", "kk", "ky", "tg", "bg", "sr", "mn", "tt", "ba")
LATIN = (
    "en", "fr", "de", "es", "it", "pt", "nl", "pl", "cs", "sk", "ro", "hu", "fi", "sv", "no", "da", "et", "lv", "lt",
    "tr", "az", "uz", "tk", "hr", "sl", "sq", "la", "id", "vi",
)  # fmt: skip
MARKERS = {
    "kk": "әғқңөұүһі",
    "ky": "ңөү",
    "tg": "ӣӯҷҳғқ",
    "uz": "ўқғҳ",
    "uk": "іїєґ",
    "be": "ўі",
    "mn": "өү",
}
"""Letters of the Cyrillic alphabets that Russian does not have."""

_ALL_MARKERS = "".join(sorted(set("".join(MARKERS.values()))))
_MARKER = re.compile(f"[{_ALL_MARKERS}]")
_OWN_RUSSIAN = {"uk": "ыэёъ", "be": "щъи", "kk": "", "ky": "", "tg": "щыь", "uz": "щы", "mn": ""}
"""Letters of Russian that the other alphabet lacks: they speak against it."""

_SELDOM_WITHOUT = {"kk": "ыіүөңқғұ", "ky": "ыүөң", "tt": "ыүөңәһ", "ba": "ыүөңәһ"}
"""Letters of which a sentence in that language has at least one; Uzbek, unknown to the statistics, has none of them."""

_SLAVIC_LETTERS = {"uk": "іїєґ", "be": "ўі", "sr": "јљњћђџ"}
"""Letters of which hardly a sentence in that language has none."""

_BULGARIAN = re.compile(r"ъ(?![еёюя])|ия(?:та|т)\b|\w{4}ето\b")
"""Spellings that Russian has not: ъ as a vowel, the article behind the noun."""

_RELATED = frozenset(("kk", "ky", "tg", "tt", "ba", "mn", "uz"))
"""Languages that the statistics take for each other, and short Russian for them."""

_SMALL_WORDS = {
    "en": "the of and to in is was were are for on by with at from has have that this which shall not",
    "fr": "le la les des du et est une dans pour par sur au aux qui ne pas ont été",
    "de": "der die das und des den dem von mit im zu ist ein eine für auf bei wird nicht",
    "es": "el los las del y en por con una que se al para es fue",
    "it": "il di della e del dei delle per con che una nel alla è gli",
    "pt": "o os das dos da do em para com uma que não foi pela",
    "nl": "de het een van en dat op te zijn met voor niet door",
    "pl": "i w na z do się o oraz przez przy jest dla nie od",
    "tr": "ve bir bu için ile olarak olan da de",
    "az": "və bu bir üçün ilə olan da də",
    "uz": "va bilan uchun bu haqida boʻyicha o'z boʻlgan edi ham ва билан учун ушбу ҳақида бўйича эди ҳам",
    "tk": "we bilen üçin bu hem",
    "ky": "жана менен үчүн бул боюнча деп эле жөнүндө тууралуу болгон кийин",
    "kk": "және мен бен үшін бұл бойынша деп туралы болған кейін арқылы",
    "tg": "ва дар аз ба бо ки барои ин бар ҳам як",
    "mn": "ба нь энэ болон бөгөөд тухай гэж байна юм",
    "tt": "һәм белән өчен бу турында",
    "bg": "се са ще към със във през които която който като че този тази това са е му си ѝ бе бяха беше",
}
"""Words that stand in nearly every sentence of a language and in few of the others."""

_CYRILLIC_RUN = re.compile(r"[\u0400-\u052f]+")
_LATIN_RUN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_TWO_SCRIPTS = re.compile(r"[A-Za-z][\u0400-\u052f]|[\u0400-\u052f][A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻʼ][^\W\d_]+)?")
_OTHER_SCRIPTS = (
    (re.compile(r"[\u0600-\u06ff]+"), ("ar", "fa", "ur", "ps", "ug")),
    (re.compile(r"[\u0530-\u058f]+"), ("hy",)),
    (re.compile(r"[\u10a0-\u10ff]+"), ("ka",)),
    (re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]+"), ("zh", "ja")),
    (re.compile(r"[\u0370-\u03ff]+"), ("el",)),
    (re.compile(r"[\u0590-\u05ff]+"), ("he",)),
    (re.compile(r"[\uac00-\ud7af]+"), ("ko",)),
    (re.compile(r"[\u0900-\u097f]+"), ("hi", "ne", "mr")),
)
_ANY_OTHER = re.compile("|".join(pattern.pattern for pattern, _ in _OTHER_SCRIPTS))

MARKER_SHARE = 0.025  # Russian with a Kazakh name stays below, running Kazakh or Kyrgyz text is at 0.05-0.2
SURE_LETTERS = 25
SURE_SHARE = 0.5  # of the statistics, for a short line
DOUBT = (0.4, 0.6)  # share of Cyrillic letters between which langdetect is asked
VERSION_SHARE = 0.2
VERSION_LETTERS = 40
_SAMPLE = 1500  # characters of a block that are looked at
_STATISTICS = 500  # characters the statistics need at most


def label(text: str) -> str:
    """The ISO 639-1 code of the language `text` is in, or "und" where it has no letters."""
    text = text[:_SAMPLE]
    if _TWO_SCRIPTS.search(text):  # Latin letters in Cyrillic words and the reverse are counted as what they look like
        text = apply(text, look_alikes(text))[0]
    return _label(text)


@lru_cache(maxsize=4096)
def _label(text: str) -> str:
    cyrillic = "".join(_CYRILLIC_RUN.findall(text))
    latin = sum(map(len, _LATIN_RUN.findall(text)))
    for pattern, languages in _OTHER_SCRIPTS if _ANY_OTHER.search(text) else ():
        if sum(map(len, pattern.findall(text))) > len(cyrillic) + latin:
            return _statistical(text, languages)
    if len(cyrillic) + latin < 2:
        return UNKNOWN
    share = len(cyrillic) / (len(cyrillic) + latin)
    if share < DOUBT[0]:
        return _latin(text, latin, len(cyrillic))
    marked = _by_letters(text, cyrillic.lower())
    if marked:
        return marked
    if share < DOUBT[1]:
        return _second_voice(text) or ("ru" if share >= 0.5 else "en")
    return _cyrillic(text)


def _by_letters(text: str, cyrillic: str) -> str:
    """A language whose own letters are too many for Russian (the statistics decide a draw); "" where none is."""
    least = max(2 if len(cyrillic) >= SURE_LETTERS else 1, MARKER_SHARE * len(cyrillic))
    if len(_MARKER.findall(cyrillic)) < least:
        return ""
    counts = Counter(cyrillic)

    def fit(code: str) -> int:
        own = sum(counts[c] for c in MARKERS[code])
        foreign = sum(counts[c] for c in _ALL_MARKERS if c not in MARKERS[code])
        return own - 2 * foreign - sum(counts[c] for c in _OWN_RUSSIAN[code])

    fits = {code: fit(code) for code in sorted(MARKERS)}
    best = tuple(code for code, n in fits.items() if n == max(fits.values()))
    return _statistical(text, best)


def _cyrillic(text: str) -> str:
    """py3langid among Cyrillic languages; without their own letters the Turkic and Iranian ones need a long text."""
    found = _statistical(text, (*CYRILLIC, "uz"))
    if len(text) >= SURE_LETTERS and found in _SELDOM_WITHOUT and set(_SELDOM_WITHOUT[found]).isdisjoint(text.lower()):
        found = "uz"
    if _russian_unlike(found, text):
        return "ru"
    if found in _RELATED:
        return _by_words(text, least=1) or ("ru" if len(text) < SURE_LETTERS else found)
    return found


def _russian_unlike(found: str, text: str) -> bool:
    """Whether short Russian was taken for a Slavic neighbour none of whose letters or small words it has."""
    if found == "bg":
        small = any("bg" in _small_words().get(word, ()) for word in _WORD.findall(text.lower()))
        return not (small or _BULGARIAN.search(text.lower()))
    return found in _SLAVIC_LETTERS and set(_SLAVIC_LETTERS[found]).isdisjoint(text.lower())


def _latin(text: str, letters: int, cyrillic: int) -> str:
    """py3langid among languages of the Latin script; a few plain letters that might be anything are taken for English."""
    if cyrillic:
        text = _CYRILLIC_RUN.sub(" ", text)
    worded = _by_words(text, least=2)
    if worded in LATIN:
        return worded
    if letters >= SURE_LETTERS or not text.isascii():
        return _statistical(text, LATIN)
    code, share = _identifier(LATIN).classify(text)
    return code if share >= SURE_SHARE else "en"


def _by_words(text: str, least: int) -> str:
    """The language of which `text` has at least so many small words, and twice as many as of any other; else ""."""
    counts = Counter(code for word in _WORD.findall(text.lower()) for code in _small_words().get(word, ()))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return ""
    return ranked[0][0]


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    for code, words in sorted(_SMALL_WORDS.items()):
        for word in words.split():
            codes[word] = (*codes.get(word, ()), code)
    return codes


def _statistical(text: str, languages: tuple[str, ...]) -> str:
    if len(languages) == 1:
        return languages[0]
    code: str = _identifier(languages).classify(text[:_STATISTICS])[0]
    return code


@cache
def _identifier(languages: tuple[str, ...]) -> Any:
    identifier = copy.copy(_model())
    identifier.set_languages(languages)
    return identifier


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _second_voice(text: str) -> str:
    """langdetect between English and Russian; "" where it names another language or none."""
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0
    try:
        found = detect(text)
    except LangDetectException:  # no letters it knows
        return ""
    return found if found in {"en", "ru"} else ""


# --- documents -----------------------------------------------------------------------------------------------------


def versions(extraction: Extraction) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    """The language versions of a source in the order in which they begin: code and blocks, each complete and in order.

    A language makes a version when it holds a substantial share of the letters; the blocks of other languages stay in
    the version around them. A source without letters gives none.
    """
    blocks = tuple(b for b in extraction.blocks if b.span.of(extraction.text).strip())
    if not blocks:
        return ()
    sizes = [_letters(b.span.of(extraction.text)) for b in blocks]
    labels = _settled([_first_label(b.span.of(extraction.text), n) for b, n in zip(blocks, sizes, strict=True)])
    kept = _substantial(labels, sizes)
    if not kept:
        return ((UNKNOWN, blocks),) if any(sizes) else ()
    homes = _homes(labels, kept)
    ordered = sorted(kept, key=homes.index)
    named = [replace(b, language=code) for b, code in zip(blocks, labels, strict=True)]
    return tuple((code, tuple(b for b, home in zip(named, homes, strict=True) if home == code)) for code in ordered)


def _letters(text: str) -> int:
    return sum(char.isalpha() for char in text)


def _first_label(text: str, letters: int) -> str:
    """The label of a block; "" where it is too short to tell more than its script."""
    if letters >= SURE_LETTERS:
        return label(text)
    weak = label(text) if letters > 1 else UNKNOWN
    return "" if weak == UNKNOWN else f"?{weak}"


def _settled(labels: Sequence[str]) -> list[str]:
    """Weak labels ("" or "?xx") take the language of the nearest sure neighbour, of their own script if it has one."""
    sure = [code if code and not code.startswith("?") else "" for code in labels]
    anywhere = _nearest(sure, None)
    near = {script: _nearest(sure, script) for script in sorted({_script(code) for code in sure if code})}
    settled = []
    for i, (code, weak) in enumerate(zip(sure, labels, strict=True)):
        same = near[_script(weak[1:])][i] if _script(weak[1:]) in near else ""
        settled.append(code or same or weak[1:] or anywhere[i] or UNKNOWN)
    return settled


def _nearest(sure: Sequence[str], script: str | None) -> list[str]:
    """For each place the code of the nearest sure label (of one script); the one before wins over the one after."""
    before = _last_seen(sure, script)
    after = [(len(sure) - 1 - at, code) for at, code in reversed(_last_seen(sure[::-1], script))]
    return [
        (left if not right or (left and i - at_left <= at_right - i) else right)
        for i, ((at_left, left), (at_right, right)) in enumerate(zip(before, after, strict=True))
    ]


def _last_seen(sure: Sequence[str], script: str | None) -> list[tuple[int, str]]:
    seen, last = [], (0, "")
    for i, code in enumerate(sure):
        if code and (script is None or _script(code) == script):
            last = (i, code)
        seen.append(last)
    return seen


def _script(code: str) -> str:
    return "Cyrillic" if code in CYRILLIC else "Latin" if code in LATIN else code


def _substantial(labels: Sequence[str], sizes: Sequence[int]) -> set[str]:
    counts: Counter[str] = Counter()
    for code, size in zip(labels, sizes, strict=True):
        if code != UNKNOWN:
            counts[code] += size
    if not counts:
        return set()
    total = sum(counts.values())
    most = max(sorted(counts), key=lambda c: counts[c])
    return {most} | {c for c, n in counts.items() if n >= VERSION_LETTERS and n >= VERSION_SHARE * total}


def _homes(labels: Sequence[str], kept: set[str]) -> list[str]:
    """For each block the version it belongs to: its own language, else that of the block before (or after)."""
    homes: list[str] = []
    current = next(code for code in labels if code in kept)
    for code in labels:
        current = code if code in kept else current
        homes.append(current)
    return homes
