"""English."""

from __future__ import annotations

from pipeline.language.pack import DateWords, EntityWords, LanguagePack, NormCues, QuoteCues, StructureWords

ABBREVIATIONS = frozenset(
    "art arts para paras no nos vol p pp cf etc e.g i.e mr mrs ms dr prof gen col lt st inc ltd co u.s u.n jan feb mar apr "
    "jun jul aug sep sept oct nov dec h.e viz approx".split()
)

DATES = DateWords(months={})

STRUCTURE = StructureWords(article=("article", "art."))

NORMS = NormCues()

QUOTES = QuoteCues()

ENTITIES = EntityWords()

PACK = LanguagePack(
    code="en",
    name="English",
    script="Latin",
    abbreviations=ABBREVIATIONS,
    dates=DATES,
    structure=STRUCTURE,
    norms=NORMS,
    quotes=QUOTES,
    entities=ENTITIES,
)
