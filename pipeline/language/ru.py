"""Russian."""

from __future__ import annotations

from pipeline.language.pack import DateWords, EntityWords, LanguagePack, NormCues, QuoteCues, StructureWords

ABBREVIATIONS = frozenset(
    "ст п пп подп ч гл разд г гг в вв т д др пр им руб тыс млн млрд трлн долл см ср напр т.е т.д т.п т.к н.э ул обл р-н "
    "акад проф ген полк кг".split()
)

DATES = DateWords(months={})

STRUCTURE = StructureWords(article=("статья", "ст."))

NORMS = NormCues()

QUOTES = QuoteCues()

ENTITIES = EntityWords()

PACK = LanguagePack(
    code="ru",
    name="Russian",
    script="Cyrillic",
    abbreviations=ABBREVIATIONS,
    dates=DATES,
    structure=STRUCTURE,
    norms=NORMS,
    quotes=QUOTES,
    entities=ENTITIES,
)
