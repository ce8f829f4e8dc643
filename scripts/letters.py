"""Count which Cyrillic letters follow each other: what tells text from wrongly decoded text.

The counts come from the names of countries, languages, currencies, months and units that CLDR has in eight languages,
and from the Russian texts written for this project. Run it again when an alphabet is added:
`python scripts/letters.py [--check]` (it writes pipeline/language/letters.tsv).
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "pipeline" / "language" / "letters.tsv"
LANGUAGES = {"ru": 0.0, "uk": -0.4, "be": -0.8, "kk": -0.6, "ky": -0.8, "uz_Cyrl": -0.8, "tg": -0.8, "mn": -1.0}
"""The languages, and in bits how much less often than Russian each is met."""
ALPHABET = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўәғқңөұүһӣӯҳҷ"
SIGNS = f" {ALPHABET}"
NEVER = -5.0
_SEEN = 20  # times a letter must occur in a language to belong to it
_WORD = re.compile(f"[{ALPHABET}]+")
_SMOOTHING = 0.15


def texts(code: str) -> Iterator[str]:
    """Names and sentences of one language."""
    locale = Locale.parse(code)
    yield from (*locale.territories.values(), *locale.languages.values(), *locale.currencies.values())
    yield from locale.months["format"]["wide"].values()
    yield from (form for forms in locale.unit_display_names.values() for form in forms.values())
    own = (path for part in ("masters", "samples") for path in (ROOT / "corpora" / part / code).glob("*.txt"))
    yield from (path.read_text(encoding="utf-8") for path in sorted(own))


def odds(code: str) -> dict[str, float]:
    """In bits how much more often than by chance one letter, or the end of the word, follows another in a language."""
    pairs: Counter[str] = Counter()
    for text in texts(code):
        for word in _WORD.findall(text.lower()):
            pairs.update(a + b for a, b in zip(f" {word}", f"{word} ", strict=True))
    before: Counter[str] = Counter()
    for pair, n in pairs.items():
        before[pair[0]] += n
    size = len(SIGNS)
    return {
        a + b: math.log2((pairs[a + b] + _SMOOTHING) / (before[a] + _SMOOTHING * size) * size)
        for a in SIGNS
        for b in SIGNS
        if before[a] >= _SEEN and before[b] >= _SEEN
    }


def table() -> str:
    """One row a letter: tenths of a bit in the language where the pair is most at home."""
    known = [(bits, odds(code)) for code, bits in LANGUAGES.items()]
    rows = ["\t" + "\t".join(SIGNS)]
    for a in SIGNS:
        best = (max(found.get(a + b, NEVER) + bits for bits, found in known) for b in SIGNS)
        rows.append(a + "\t" + "\t".join(str(round(10 * max(n, NEVER))) for n in best))
    return "\n".join(rows) + "\n"


def main() -> None:
    made = table()
    if "--check" in sys.argv:
        if made != TABLE.read_text(encoding="utf-8"):
            sys.exit("pipeline/language/letters.tsv is not what scripts/letters.py makes: run it without --check")
    else:
        TABLE.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
