"""English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pipeline.language.facts_en import FACTS
from pipeline.language.instruments_en import INSTRUMENTS
from pipeline.language.norms_en import DEADLINES, NORMS, QUOTES
from pipeline.language.pack import (
    ISO_4217,
    DateWords,
    EntityWords,
    LanguagePack,
    NumberWords,
    PhraseWords,
)
from pipeline.language.structure_en import STRUCTURE

_MONTHS_SHORT = "jan feb mar apr jun jul aug sep sept oct nov dec".split()

ABBREVIATIONS = frozenset(
    [
        "art",
        "arts",
        "para",
        "paras",
        "no",
        "nos",
        "vol",
        "p",
        "pp",
        "cf",
        "etc",
        "e.g",
        "i.e",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "col",
        "lt",
        "st",
        "inc",
        "ltd",
        "co",
        "u.s",
        "u.n",
        *_MONTHS_SHORT,
        "h.e",
        "viz",
        "approx",
    ]
)

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMERALS = {
    **{word: i for i, word in enumerate(_ONES.split(), 1)},
    **{word: i * 10 for i, word in enumerate(_TENS.split(), 2)},
    "hundred": 100,
    "thousand": 1000,
}

DATES = DateWords(
    months={
        **{name: i for i, name in enumerate(_MONTHS, 1)},
        **{short: i for short in _MONTHS_SHORT for i, name in enumerate(_MONTHS, 1) if name.startswith(short)},
    },
    seasons={"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"},
    numerals={
        **NUMERALS,
        **{word: i for i, word in enumerate(_ORDINALS.split(), 1)},
        "twentieth": 20,
        "thirtieth": 30,
    },
    ordinal_suffix=r"(?:st|nd|rd|th)",
    start_word=r"from",
    to_word=r"to|until|till|through",
    and_word=r"and",
    part=(
        r"(?:(?:beginning|start|middle|end|close)[ ]of(?:[ ]the(?:[ ]year)?)?|early(?:[ ]in)?|mid(?:dle)?|late|(?:year-)?end(?=-)|year-end|"
        r"(?:first|second|third|fourth|last|final|latter)[ ](?:half|part|week|decade|fortnight|(?:\w{1,8}[ ])?days)[ ]of)"
    ),
    half=r"(?P<nth>first|second|1-?st|2-?nd|I-?st|II-?nd|I{1,2}|1|2)[ ]half(?:[ ]of|-year(?:[ ]of)?)",
    quarter=r"(?P<figure>Q)?(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th|III|II|IV|I|[1-4])(?(figure)|[ ]quarter(?:[ ]of)?)",
    halves={
        **{str(number): number for number in range(1, 5)},
        "first": 1,
        **dict.fromkeys(("1st", "1-st", "i", "ist", "i-st"), 1),
        "second": 2,
        **dict.fromkeys(("2nd", "2-nd", "ii", "iind", "ii-nd"), 2),
        "third": 3,
        "3rd": 3,
        "iii": 3,
        "fourth": 4,
        "4th": 4,
        "iv": 4,
    },  # fmt: skip
    before_year=(
        r"in|since|until|till|by|from|during|before|after|of|for|to|through|year|years|and|or|between|throughout|dated|"
        r"early|late|mid|as of|than|fiscal|FY|through to|the"
    ),
    before_split_year=r"in|for|during|since|throughout|the|FY|(?:fiscal|financial|academic|school|marketing)[ ]year|season",
    before_last_year=r"above|below|with|against|versus|vs\.?|like|over|on",
    before_month=r"in|since|until|till|by|from|during|before|after|of|for|next|last|this|every|each|through|throughout|early|late|and|to",
    not_year_after=r"\[?(?:Convention|Protocol|Treaty|Agreement|Covenant|Declaration|Memorandum|Charter)|km|kg|tons?|tonnes?|grams?|kilograms?|people|persons|cases|dollars|euros|per[ ]cent|percent|%|metres|meters|hectares|times",
    decade=r"(?P<decade>\d{3}0)s",
    of_word=r"(?:day[ ])?of(?:[ ]the[ ]month[ ]of)?",
    in_the_year=r"in[ ]the[ ]year(?:[ ]of[ ](?:Our|the)[ ]Lord)?|of[ ]the[ ]year",
    before_day=r"the",
    between_word=r"between",
    weekday=r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
    short_decade=r"(?<=[’'])(?P<tens>[2-9]0)s",
    recurring_before=r"by|before|until|till|(?:not|no)[ ]later[ ]than|(?:each|every)[ ]year[ ]on|annually[ ](?:by|on)",
    recurring_after=r"(?:of|in)[ ](?:each|every|any|that|the[ ](?:following|same|current|next))[ ](?:calendar[ ]|financial[ ]|reporting[ ])?year|annually|each[ ]year|every[ ]year",
    capital_months=True,
)

_UNITS = {
    ("g", 1.0): "g gram grams gramme grammes gr",
    ("g", 1e3): "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    ("g", 1e-3): "mg milligram milligrams",
    ("g", 1e-6): "mcg µg microgram micrograms",
    ("g", 0.2): "carat carats",
    ("g", 1e6): "t tn mt ton tons tonne tonnes metric_ton metric_tons metric_tonne metric_tonnes",
    ("g", 453.59237): "lb lbs pound pounds",
    ("g", 28.349523): "oz ounce ounces",
    ("g", 1e5): "quintal quintals",
    ("g", 1e9): "kiloton kilotons kilotonne kilotonnes",
    ("m", 1.0): "m metre metres meter meters",
    ("m", 1e3): "km kilometre kilometres kilometer kilometers",
    ("m", 1e-2): "cm centimetre centimetres centimeter centimeters",
    ("m", 1e-3): "mm millimetre millimetres millimeter millimeters",
    ("m", 1609.344): "mile miles",
    ("m", 1852.0): "nautical_mile nautical_miles nm",
    ("m", 0.3048): "ft foot feet",
    ("m", 0.0254): "inch inches",
    ("m", 0.9144): "yard yards",
    ("m2", 1.0): "m2 m² sqm sq_m sq._m square_metre square_metres square_meter square_meters",
    ("m2", 1e6): "km2 km² sq_km sq._km square_kilometre square_kilometres square_kilometer square_kilometers",
    ("m2", 1e4): "ha hectare hectares",
    ("m2", 4046.8564224): "acre acres",
    ("m2", 2589988.110336): "square_mile square_miles",
    ("m3", 1.0): "m3 m³ cu._m cu_m cbm cubic_metre cubic_metres cubic_meter cubic_meters",
    ("m3", 1e9): "cubic_kilometre cubic_kilometres cubic_kilometer cubic_kilometers km3 km³",
    ("l", 1.0): "l litre litres liter liters",
    ("l", 1e-3): "ml cc millilitre millilitres milliliter milliliters",
    ("l", 158.987294928): "barrel barrels",
    ("l", 3.785411784): "gallon gallons",
    ("l", 100.0): "hl hectolitre hectolitres hectoliter hectoliters",
    ("W", 1e3): "kw kilowatt kilowatts",
    ("W", 1e6): "mw megawatt megawatts",
    ("W", 1e9): "gw gigawatt gigawatts",
    ("Wh", 1e3): "kwh kilowatt-hour kilowatt-hours kilowatt_hours",
    ("Wh", 1e6): "mwh megawatt-hour megawatt-hours megawatt_hours",
    ("Wh", 1e9): "gwh gigawatt-hours gigawatt_hours",
    ("V", 1e3): "kv kilovolt kilovolts",
    ("m/s", 1.0): "m/s metres_per_second meters_per_second",
    ("m/s", 0.2777777778): "km/h kmh kph kilometres_per_hour kilometers_per_hour",
    ("m/s", 0.5144444444): "knot knots",
    ("°C", 1.0): "°c degree degrees degrees_celsius degree_celsius degrees_centigrade",
    ("GT", 1.0): (
        "gt grt gross_ton gross_tons gross_tonnes gross_tonnage gross_register_tons gross_registered_tons register_tons "
        "tons_gross_tonnage"
    ),
}
_CURRENCIES = {
    "USD": "dollar dollars us_dollar us_dollars u.s._dollar u.s._dollars american_dollars united_states_dollars dollars_of_the_usa dollars_of_usa dollars_usa dollars_of_the_united_states usd bucks",
    "EUR": "euro euros eur €",
    "GBP": "pounds_sterling pound_sterling british_pounds gbp",
    "RUB": "rouble roubles ruble rubles russian_rubles russian_roubles rub",
    "KZT": "tenge tenges tg tg. kzt",
    "KGS": "som soms kgs",
    "UZS": "sum sums uzs",
    "TJS": "somoni tjs",
    "TMT": "turkmen_manat turkmen_manats tmt",
    "AZN": "manat manats azerbaijani_manat azerbaijani_manats azn",
    "AMD": "dram drams amd",
    "GEL": "lari gel",
    "BYN": "belarusian_rubles byn",
    "UAH": "hryvnia hryvnias uah",
    "MDL": "moldovan_lei mdl",
    "CNY": "yuan renminbi cny rmb",
    "JPY": "yen jpy",
    "CHF": "swiss_franc swiss_francs chf",
    "TRY": "turkish_lira lira liras try",
    "INR": "indian_rupee indian_rupees rupee rupees inr",
    "PKR": "pakistani_rupee pakistani_rupees pkr",
    "AFN": "afghani afghanis afn",
    "IRR": "rial rials irr",
    "AED": "dirham dirhams aed",
    "SEK": "swedish_krona swedish_kronor sek",
    "NOK": "norwegian_kroner norwegian_krone nok",
    "DKK": "danish_kroner danish_krone dkk",
    "CAD": "canadian_dollar canadian_dollars cad",
    "AUD": "australian_dollar australian_dollars aud",
    "XDR": "special_drawing_rights sdr sdrs",
    "NLG": "guilder guilders",
    "DEM": "deutsche_mark deutsche_marks",
    "FRF": "french_franc french_francs",
    "KRW": "won krw",
    "JOD": "jordanian_dinar jordanian_dinars jod",
    "IQD": "iraqi_dinar iraqi_dinars iqd",
    "KWD": "kuwaiti_dinars kwd",
    "RSD": "serbian_dinars rsd",
    "SAR": "saudi_riyals riyals sar",
    "QAR": "qatari_riyals qar",
    "EGP": "egyptian_pounds egp",
    "MNT": "tugrik tugriks togrog mnt",
    "PLN": "zloty zlotys pln",
    "CZK": "czech_crowns koruna czk",
    "HUF": "forint forints huf",
    "BRL": "reais brl",
    "MXN": "mexican_pesos mxn",
    "COP": "colombian_pesos cop",
    "ZAR": "rand zar",
    "THB": "baht thb",
    "MYR": "ringgit myr",
    "IDR": "rupiah idr",
    "BDT": "taka bdt",
    "ILS": "shekels shekel",
    "VND": "dong",
    "NGN": "naira",
    "ETB": "birr",
    "GHS": "cedis cedi",
    "XOF": "cfa_francs fcfa",
    "XXX": "kroner kronor francs dinars pesos crowns shillings",
}
_BOUNDS = {
    "more_than": (
        "more_than over in_excess_of upwards_of just_over well_over slightly_over a_little_over "
        "just_above well_above slightly_more_than a_little_more_than much_more_than"
    ),
    "at_least": "at_least no_less_than not_less_than no_fewer_than not_fewer_than a_minimum_of minimum_of",
    "about": (
        "about as_many_as as_much_as around approximately nearly almost some roughly an_estimated estimated close_to "
        "circa approx. in_the_region_of in_the_order_of on_the_order_of"
    ),
    "up_to": "up_to no_more_than not_more_than at_most a_maximum_of maximum_of up_to_some",
    "less_than": "less_than fewer_than just_under just_below slightly_less_than a_little_less_than a_little_under well_under well_below",
}
_THRESHOLDS = {
    "more_than": "above exceeding exceeds exceeded exceed surpassing topping",
    "up_to": "not_exceeding not_exceed",
    "less_than": "under below",
}

_COINS = {
    "dollars dollar": "hong_kong HKD singapore SGD new_zealand NZD jamaican JMD namibian NAD",
    "rubles roubles ruble rouble": "russian RUB belarusian BYN soviet SUR",
    "pounds pound": "egyptian EGP lebanese LBP syrian SYP sudanese SDG cyprus CYP",
    "shillings shilling": "kenyan KES kenya KES tanzanian TZS ugandan UGX somali SOS",
    "pesos peso": "mexican MXN argentine ARS colombian COP chilean CLP philippine PHP cuban CUP dominican DOP",
    "rupees rupee": "sri_lankan LKR nepalese NPR mauritian MUR nepali NPR",
    "dinars dinar": "jordanian JOD iraqi IQD kuwaiti KWD serbian RSD algerian DZD libyan LYD tunisian TND bahraini BHD",
    "rials rial riyals riyal": "iranian IRR omani OMR yemeni YER saudi SAR qatari QAR",
    "francs franc": "belgian BEF rwandan RWF congolese CDF burundi BIF",
    "crowns kronor koruna krona kronur": "icelandic ISK czech CZK estonian EEK swedish SEK danish DKK norwegian NOK",
    "marks mark": "german DEM finnish FIM",
    "lei leu": "romanian RON moldovan MDL",
    "leva lev": "bulgarian BGN",
    "dirhams dirham": "uae AED emirati AED moroccan MAD",
    "tenge": "kazakh KZT kazakhstani KZT",
    "som soms": "kyrgyz KGS kyrgyzstani KGS",
    "sum soum sums": "uzbek UZS",
    "somoni": "tajik TJS",
    "manat manats": "turkmen TMT azerbaijani AZN",
    "dram drams": "armenian AMD",
    "lari": "georgian GEL",
    "hryvnia hryvnias": "ukrainian UAH",
    "yuan": "chinese CNY",
    "yen": "japanese JPY",
    "won": "korean KRW south_korean KRW",
    "zloty zlotys": "polish PLN",
    "lira liras": "turkish TRY italian ITL",
    "baht": "thai THB",
    "rand": "south_african ZAR",
    "reais real": "brazilian BRL",
}
"""Coins of more than one country: their forms, and adjectives with the ISO 4217 code of each."""


def _coins() -> dict[str, str]:
    """Every coin behind every adjective."""
    made = {}
    for forms, owners in _COINS.items():
        names = owners.split()
        for name, code in zip(names[::2], names[1::2], strict=True):
            made.update({f"{name.replace('_', ' ')} {form}": code for form in forms.split()})
    return made


_LONE = "ton tonne kilo kilogram kilogramme litre liter hectare gram"


def _spread(table: Mapping[Any, str]) -> dict[str, Any]:
    """Every word of the values to its key; an underscore stands for a blank."""
    return {word.replace("_", " "): key for key, words in table.items() for word in words.split()}


NUMBERS = NumberWords(
    numerals={
        **NUMERALS,
        "dozen": 12,
        "a dozen": 12,
        "zero": 0,
        "half a": 0.5,
        "half an": 0.5,
        "a hundred": 100,
        "a thousand": 1000,
        "a million": 1e6,
        "a billion": 1e9,
    },
    fractions={"and a half": 0.5, "and one half": 0.5, "and a quarter": 0.25, "and three quarters": 0.75},
    lone={f"a {word}": _spread(_UNITS)[word] for word in _LONE.split()},
    vague=frozenset({"hundred", "thousand", "dozen"}),
    partitive=r"of[ ](?:them|whom|which)|(?:stood|stands?)[ ]at|amount(?:s|ed)?[ ]to|totall?(?:s|ed|ing)|reach(?:es|ed)|including|among[ ]them|jails?|arrests?|detains?|kills?|injures?|wounds?|charges?|sentences?|convicts?|indicts?",
    places_before=r"in|at|near|from|outside|around",
    scales={
        "thousand": 1e3,
        "million": 1e6,
        "billion": 1e9,
        "trillion": 1e12,
        **dict.fromkeys(("thous.", "thsd", "thsd."), 1e3),
        **dict.fromkeys(("mln", "mln.", "mio", "mio."), 1e6),
        **dict.fromkeys(("bln", "bln.", "bn."), 1e9),
        "k": 1e3,
        "m": 1e6,
        "bn": 1e9,
    },
    bounds=_spread(_BOUNDS),
    thresholds=_spread(_THRESHOLDS),
    phrasal=r"(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|t(?:akes?|ook|aken|aking)|sign(?:s|ed|ing)?|carr(?:y|ied)|brought|won)[ ]over",
    units=_spread(_UNITS),
    percent=r"%|per[ ]?cent(?:age[ ]points?)?|percentage[ ]points?",
    subunits=_spread(
        {"XXX": "cent cents", "GBP": "pence penny", "RUB": "kopeck kopecks kopek kopeks", "KZT": "tiyn tiyns"}
    ),
    currencies={**{code.lower(): code for code in ISO_4217 - {"ALL", "TOP"}}, **_spread(_CURRENCIES), **_coins()},
    signs={
        **{code.lower(): code for code in ISO_4217 - {"ALL", "TOP"}},
        "$": "USD",
        "us$": "USD",
        "u.s.$": "USD",
        "us $": "USD",
        "u.s. $": "USD",
        "usd": "USD",
        "€": "EUR",
        "eur": "EUR",
        "£": "GBP",
        "gbp": "GBP",
        "¥": "JPY",
        "₽": "RUB",
        "rub": "RUB",
        "₸": "KZT",
        "kzt": "KZT",
        "chf": "CHF",
        "cny": "CNY",
        "₴": "UAH",
        "try": "TRY",
        "hk$": "HKD",
        "s$": "SGD",
        "nz$": "NZD",
        "au$": "AUD",
        "r$": "BRL",
        "₩": "KRW",
        "₦": "NGN",
        "₪": "ILS",
        "ksh": "KES",
        "uah": "UAH",
        "₹": "INR",
        "₼": "AZN",
        "₺": "TRY",
        "₾": "GEL",
        "rs.": "INR",
        "ca$": "CAD",
        "c$": "CAD",
        "a$": "AUD",
        "sek": "SEK",
        "nok": "NOK",
        "dkk": "DKK",
        "xdr": "XDR",
        "sdr": "XDR",
        "kgs": "KGS",
        "tjs": "TJS",
        "uzs": "UZS",
        "u.s. dollars": "USD",
        "us dollars": "USD",
    },
    to_word="to",
    and_word="and",
    changes=r"(?:ris|ros|grow|grew|increas|fall|fell|drop|declin|decreas|jump|climb|soar|went|chang|reduc|rais|cut)\w{0,4}(?:[ ](?!from\b|to\b)[\w-]{2,12})?",
    change_start="from",
    range_start="from|between",
    references=(
        r"articles?|arts?\.?|paragraphs?|paras?\.?|sections?|chapters?|annex|annexes|appendix|schedule|rule|rules|regulation|"
        r"items?|nos?\.?|number|numbers|resolutions?|decision|order|decree|part|title|page|pages|pp?\.|figure|table|"
        r"aged|ages?|age[ ]group|room|floor|building|tel\.?|fax|phone|category|version|point|clause|clauses|law|protocol no|"
        r"document|volume|vol\.?|recommendation|goal|goals|flight|chapter"
    ),
    uncounted=(
        r"(?:(?:calendar|working|business|full|consecutive|more|further)[ ])?(?:days?|weeks?|fortnights?|months?|years?|"
        r"decades?|hours?|minutes?|seconds?|centur(?:y|ies)|nights?|quarters?|semesters?|thirds?|fifths|tenths)\b|a\.?m\.?\b|p\.?m\.?\b|"
        r"o['’]clock|times\b|of\b(?![ ](?:the|its|their|his|her|my|these|those|our|them|us|which|whom)\b)|(?:and|or|the|to|in|at|on|by|is|are|was|were|has|have|had|shall|will|may|above|below|hereof|"
        r"thereof|that|which|who|a|an|for|from\b(?![ ](?:which|whom|them)\b)|with|as|under|if|when|per|st|nd|rd|th|et)\b"
    ),
    uncounted_numerals=frozenset({"one", "first", "second", "zero"}),
    counted=r"(?:[A-Z][\w-]{2,30}[ ]){1,2}(?:[a-z-]{3,20}[ ]){0,2}[a-z]{3,30}s\b|[a-z][\w’'-]{1,40}|[A-Z][a-z]{2,30}s\b|Member\b|UN\b|[A-Z][a-z]{2,20}ed\b|Dead\b|Held\b|[A-Z][a-z]{3,20}(?:an|ish|ese|ani|ek|gyz|ajik)\b",
    counted_stop=frozenset(
        [
            "of",
            "in",
            "from",
            "at",
            "on",
            "by",
            "for",
            "to",
            "with",
            "during",
            "under",
            "were",
            "was",
            "are",
            "is",
            "have",
            "has",
            "had",
            "that",
            "which",
            "who",
            "and",
            "or",
            "as",
            "between",
            "among",
            "against",
            "across",
            "into",
            "within",
            "since",
            "through",
            "over",
            "more",
            "will",
            "shall",
            "may",
            "can",
            "been",
            "being",
            "be",
            "aimed",
            "said",
            "noted",
            "seized",
            "worth",
            "including",
            "located",
            "against",
        ]
    ),
    head_noun=r"[^s]s$|people$|men$|children$",
    of_word="of",
)

_ORGANISATION = (
    r"(?:Ministry|Department|Sub-?[Cc]ommittee|Committee|Commission|Council|Agency|Office|Bureau|Service|Organi[sz]ation|"
    r"Cent(?:er|re)|Institute|Institution|University|Academy|Court|Tribunal|Parliament|Assembly|Senate|Congress|Delegation|Union|Association|"
    r"Federation|Confederation|Bank|Fund|Foundation|Group|Force|Directorate|Authority|Secretariat|Embassy|Mission|Administration|"
    r"Inspectorate|Police|Alliance|League|Society|Company|Corporation|Board|Chamber|Network|Guard|Commonwealth|Community|"
    r"Consulate|College|School|Division|Unit|Branch|Partnership|Programme|Program|Majlis|Mazhilis|Directorate-General|"
    r"EMBASSY|MINISTRY|AGENCY|COMMITTEE|COMMISSION|DEPARTMENT|DIRECTORATE|SERVICE|AUTHORITY|SECRETARIAT|Hospital|(?<=ing )Body|(?<=Appellate )Body|(?<=Advisory )Body|(?<=Subsidiary )Body|"
    r"Cabinet|Registry|Observatory|Consortium|Club|Press|Times|Post|Gazette|News)"
)
_TREATY = (
    r"(?:Convention|Treaty|Agreement|Protocol|Covenant|Charter|Memorandum|Declaration|Pact|Accords?|Statute|Compact|"
    r"Arrangement|Code of Conduct|Plan of Action|Action Plan)"
)
_EVENT = (
    r"(?:(?:SESSION|MEETING|CONFERENCE|SUMMIT|FORUM|CONGRESS)|[Ss]ession|[Mm]eeting|[Cc]onference|[Ww]orkshop|[Ss]ummit|[Ff]orum|[Ss]eminar|[Rr]ound\s[Tt]able|[Rr]oundtable|[Cc]ongress|"
    r"[Ss]ymposium|[Cc]onsultations|[Dd]ialogue|[Cc]olloquium|[Tt]raining(?:\s[Cc]ourse)?|[Ww]ebinar|[Ee]xhibition|[Oo]lympiad)"
)
_ROLE = (
    r"(?:President|Prime[ ]Minister|Minister|Premier|Chancellor|Secretary[- ]General|Under-?[ ]?Secretary(?:[- ]General)?|Secretary|"
    r"Director[- ]General|Director|Chair(?:man|woman|person)?|Head|Ambassador|Representative|Commissioner|"
    r"Prosecutor[- ]General|General[ ]Prosecutor|Attorney[- ]General|Prosecutor|Governor|Mayor|Chief|Commander|Coordinator|"
    r"Spokes(?:man|woman|person)|Co-?ordinator|Envoy|Rapporteur|King|Queen|Prince(?:ss)?|Emir|Sheikh|Speaker|Magistrate|"
    r"Attaché|Counsellor|Councill?or|Ombuds(?:man|woman|person)|Auditor[- ]General|Chief[ ]of[ ](?:General[ ])?Staff|"
    r"Chief[ ]of[ ]Cabinet|Negotiator|Hakim|Khokim|Hokim|Archbishop|Patriarch|Observer|"
    r"Senator|Judge|Akim|Administrator|Rector|Manager|"
    r"Adviser|Advisor|Consul(?:[ ]General)?|Chargé[ ]d['’]Affaires|Inspector|Registrar|Editor|Leader|Member[ ]of[ ]Parliament)"
)

_UPPER, _LOWER = (
    "".join(char for char in map(chr, range(0x41, 0x250)) if char.isalpha() and test(char))
    for test in (str.isupper, str.islower)
)
"""Latin letters, those with marks included."""

_STOPS = frozenset(
    (
        "was were is are has have had will shall would may can could might should must been being be said says told noted "
        "stressed held took takes place signed adopted entered came went made met agreed decided discussed opened began "
        "attended participated expressed invited which who whom whose that where when while as but however also then than "
        "during after before until since because if it its he she they we you i his her our your this these those there here "
        "today yesterday tomorrow not no so such both each every either neither what how why reported according did do does "
        "via through per including include includes conducted provides provided gave given set up down out over under above "
        "mr mrs ms dr messrs below into onto upon except unless whereas preamble amends enters requires obliges applies establishes allows contains covers defines governs prevails supersedes replaces remains becomes hosts meets receives visits discusses renews extradites urges warns hails vows agrees welcomes condemns addresses announces launches joins seeks wins loses says tells pledges approves adopts ratifies rejects praises thanks stresses reaffirms underlines pays stops finds closes shall hereinafter hereafter dated done within without between among amid"
    ).split()
)

PHRASES = PhraseWords(
    stops=_STOPS - {"its"},
    lists=frozenset({"and", "or", "&"}),
    determiners=frozenset({"the", "a", "an", "their", "its", "other"}),
    links=frozenset(
        "of for on against in to concerning regarding relating relative respecting between among with from by at establishing amending "
        "supplementing implementing".split()
    ),
    participles=frozenset(
        "organized organised related sentenced enriched armed united wounded displaced advanced integrated coordinated shared "
        "associated enhanced strengthened simplified expedited consolidated protected limited forced stolen specialized specialised mixed connected unmanned drug-related".split()
    ),
    sentence_words=frozenset(
        (
            "the a an this that these those in on at by for from to of with as and or but if when while after before since under "
            "over during his her its our their your my he she it we they there here today yesterday according earlier later "
            "also however moreover besides thus meanwhile recently currently now mr mrs ms dr said both all each every some "
            "many most more other another such no not what which who whom where why how per via between among within without "
            "regarding concerning following despite including against about into through until upon"
        ).split()
    ),
    head=re.compile(
        rf"(?:{_ORGANISATION}|{_TREATY}|{_EVENT}|{_ROLE}|Government|Republic|Kingdom|States?|Part(?:y|ies)|Members?|Articles?|Annex(?:es)?|Note)(?![\w])"
    ),
    adverbial=re.compile(
        r"(?:in\s+(?:accordance|conformity|conjunction|connection|compliance|pursuance|virtue|case|cases|force|effect|order|"
        r"particular|general|writing|time|view|so\s+far|question|which|whole|part|any|certain|some|several|most|many|good|duplicate|such|favou?r|return|response|"
        r"addition|consultation|charge|areas?|relation\s+to\s+(?:any|such|each|a|an)|respect\s+of\s+(?:any|such|each|a|an|which)|"
        r"(?:its|his|her|their|this|that|these|those|each|every|a|an|no|all|the\s+(?:case|event|light|course|presence|absence|"
        r"interests?|countr(?:y|ies)|territory|same|following|first|second|last|form|manner|sense|meaning|name|territor(?:y|ies)|other|present|meantime))\b)|"
        r"for\s+(?:the\s+(?:States?|Part(?:y|ies)|supervision|purposes?|time|year|years|period|duration|sake|first|second|other|same|benefit|said)|which|that|any|such|"
        r"each|a|an|its|his|her|their|this|these|all|one|two|three|four|five|six|seven|eight|nine|ten|many|several|\d{1,3}|"
        r"the\s+(?:entire|whole|full|next|last|past|coming)|example|instance|signature|ratification|accession|approval|acceptance)\b|"
        r"on\s+(?:request|behalf|condition|account|the\s+(?:basis|part|grounds?|date|one|other|occasion|request|territor(?:y|ies)|"
        r"understanding|same|proposal|recommendation|initiative|margins|sidelines|eve)|which|that|any|such|each|its|his|her|"
        r"their|this|these|all|or|and)\b|"
        r"to\s+(?:which|that|any|such|each|a|an|its|his|her|their|this|these|be|make|do|take|give|have|nominate|appoint|request|"
        r"the\s+(?:extent|other|effect|contrary|same|said|member|Contracting|Requested|Requesting|Applicant|States|Government|Part(?:y|ies)|United\s+States))\b|"
        r"of\s+(?:which|that|any|such|each|its|his|her|their|this|these|whatever|course)\b|"
        r"by\s+(?:which|virtue|reason|means|the\s+(?:other|said|same))\b|from\s+(?:time|which|the\s+dates?)\b|at\s+(?:the\s+(?:request|time|"
        r"latest|level|end|same)|any|least|all|its|their|that|this|which)\b|"
        r"with\s+(?:effect|respect|regard|which|reference|the\s+(?:exception|aim|purpose|view|consent|other|assistance)|an?|its|their|any|such|"
        r"each|this|that|these|those)\b)"
    ),
    position=re.compile(rf"{_ROLE.replace('[ ]', ' ')}(?![\w'’])"),
    rank=re.compile(
        r"(?:(?:Major|Lieutenant|Brigadier|Police|Colonel)[- ])?(?:General|Colonel|Major|Captain|Lieutenant|Admiral|Sergeant)"
        r"(?:\s{1,3}[A-Z][a-z]{1,20}|\s{1,3}[A-Z]\.){1,2}\s{1,3}[A-Z][a-z][\w'’-]{0,25}(?!\s{1,3}[A-Z])(?<!s)(?![\w-])"
    ),
    possessors=re.compile(
        r"(?:General|Attorney|Prosecutors?|President|Minister|People|Women|Children|Chief|Writers|Journalists|States)$"
    ),
)
_NAME_LINKS = frozenset({"of", "for", "on", "against", "to", "in", "over"})
_TOPIC_LINKS = frozenset(
    (
        "of on for against to in concerning regarding relating relative respecting between among with from by at establishing "
        "amending supplementing implementing"
    ).split()
)

ENTITIES = EntityWords(
    numbers=NUMBERS,
    phrases=PHRASES,
    first_words=(
        "round",
        "prime",
        "general",
        "prosecutor",
        "attorney",
        "under",
        "member",
        "chargé",
        "auditor",
        "work",
        "code",
        "road",
        "master",
        "memorandum",
        "plan",
        "action",
    ),
    organisation=_ORGANISATION,
    organisation_subject=(
        r"(?:the\s)?(?:\w{4,}ing\b|prevention|control|protection|promotion|suppression|coordination|combat|fight|study|research|"
        r"cooperation|development|support)"
    ),
    organisation_abroad=r"(?:office|mission|force|cent(?:er|re)|delegation|bureau|embassy)",
    generic=frozenset(
        (
            "regional new joint special working coordinating other executive first second third competent relevant national "
            "international main local central general permanent standing annual head state technical interim country field the"
        ).split()
    ),
    treaty=_TREATY,
    treaty_capitals="(?:CONVENTION|TREATY|AGREEMENT|PROTOCOL|COVENANT|CHARTER|MEMORANDUM|DECLARATION|STATUTE|ARRANGEMENT)",
    treaty_of_place=r"Amendment|Document|Principles|Rules|Consensus|Framework|Agreements|agreements|convention|protocol|declaration|accords?|treaty|charter",
    treaty_lower=r"memorandum[ ]of[ ](?:mutual[ ])?(?:understanding|cooperation)(?:(?:,|[ ]and)[ ](?:understanding|cooperation))?",
    pair=r"\bbetween\b",
    treaty_links=r"dated|establishing|amending|supplementing|implementing|on|for|against|concerning|regarding|relating|relative|respecting|between|among|to|in|of",
    date_link=r"(?:,)?[ ](?:of[ ]|for[ ](?:the[ ](?:period|years)[ ])?|until[ ]|dated[ ]|from[ ]|signed[ ](?:on|in)[ ])?|,[ ]",
    event=_EVENT,
    ordinal=(
        r"(?:\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)|(?<!(?i:article)\s)(?<!(?i:chapter)\s)(?<!(?i:section)\s)(?<!(?i:annex)\s)[IVXL]{1,7}|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|"
        r"[Tt]enth|[Ee]leventh|[Tt]welfth|[Tt]hirteenth|[Ff]ourteenth|[Ff]ifteenth|[Ss]ixteenth|[Ss]eventeenth|[Ee]ighteenth|[Nn]ineteenth|"
        r"FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|"
        r"[Tt]wentieth|(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))"
    ),
    event_repeated=(
        r"(?:Annual |Ordinary |Extraordinary )?(?:Meetings?|Conference|Session) of (?:the |all )?(?:States )?(?:(?:High )?Contracting )?"
        r"(?:Part(?:ies|y)|Member States|Signatories)"
    ),
    instrument_behind=r"Meeting|Session|Conference|Summit|Workshop|Agreement|Treaty|Convention|Protocol|Charter|Process|Statement|Resolution|Directive|Regulation|Decision|Judgment",
    initiative=r"Initiative|Project|Campaign|Operation|Exercise|(?<!Legal )(?<!Judicial )(?<!Due )(?<!Peace )Process",
    given_places=frozenset(
        (
            "salvador israel jordan chad milan georgia florence sofia cyprus chelsea austin dallas houston santiago carolina "
            "victoria adelaide sydney lourdes medina valencia asia india verona lima trinidad montserrat samara paris london vienna "
            "alexandria odessa madison lincoln washington jackson aden kiel tours nancy"
        ).split()
    ),
    event_of_place=r"[Ss]ummit|[Ff]orum|[Cc]onference",
    event_compound=(
        r"Halls?|Rooms?|Cent(?:er|re)s?|Complex|Palace|Building|Committee|Secretariat|Institute|Academy|School|Unit|Fund|Bureau|"
        r"Office|Officers?|Manual|Department|Section|Division|Programme|Table|Venue|Facility|Base|Ground|Series|Interpreters?"
    ),
    modifier=r"(?!of\b|in\b|and\b|the\b|on\b|to\b|for\b|was\b|is\b|at\b|a\b|phase\b|stage\b|day\b|half\b|time\b)[\w-]{3,25}",
    quote_link=r"(?:on[ ]the[ ](?:theme|topic|subject)(?:[ ]of)?|on|entitled|titled|called|under[ ]the[ ](?:title|theme|motto))",
    operation=r"(?:[Oo]peration|[Pp]roject|[Ii]nitiative|[Pp]rogram(?:me)?|[Cc]ampaign|[Ee]xercise)",
    operation_plural=r"(?:[Oo]perations|[Pp]rojects|[Ii]nitiatives|[Pp]rogram(?:me)?s|[Cc]ampaigns|[Ee]xercises)",
    operation_behind=r"(?:(?:special|humanitarian|international|joint|anti-drug|counter-narcotics|preventive|regional)[ ]){0,2}",
    operation_between=r"(?:code-?named|called|entitled|titled|known[ ]as)[ ]",
    operation_capital=r"(?:[Oo]peration|Project|Exercise|Initiative)",
    role=_ROLE,
    role_fielded=r"Minister|Secretary|Spokes(?:man|woman|person)|Advis[eo]r|Commissioner",
    rank_of_person=(
        r"(?:Major|Lieutenant|Brigadier|Colonel|Police)[- ](?:General|Colonel|Major|Captain|Lieutenant|Admiral|Commander)|"
        r"Colonel|Lieutenant|Sergeant|Superintendent|(?:Maj|Lt|Brig|Col|Gen|Capt|Sgt|Adm)\.(?:[ ]?Gen\.|[ ]?Col\.)?"
    ),
    son_of=r"oglu|ogly|oghlu|uly|uulu|kyzy|gyzy|qizi|ugli",
    role_front=r"(?:First|Cabinet|Force|Government|Field|Sector|Deputy[ ]Force|Lord|Public|Federal|District|Deputy(?:[ ]of)?(?:[ ]the)?|Vice|Acting|Executive|Assistant|Associate|Senior|Chief|Special|Personal|Permanent|Regional|High|General|Foreign|Interior|Defen[cs]e|Prime|State|Liaison|Legal|Military|Police|Press|Political|Resident|Crown|Economy|Finance|Justice|Health|Trade|Energy|Education|Environment|Technical|Chief[ ]Technical|Principal|Managing|Programme|Program|Project|Country|Commercial|Deputy[ ]State)",
    person_title=(
        r"(?:(?:H\.[ ]?E\.?[ ]|His[ ]Excellency[ ]|Her[ ]Excellency[ ]|(?:The[ ])?Hon(?:ou?rable|\.)[ ]|Eng\.[ ])?(?:Mr|Mrs|Ms|Dr|Prof|Mme|Messrs|Engr?|Amb)\.?|H\.[ ]?E\.?|Shri|Smt\.?|(?:His|Her)[ ]Excellency|(?:The[ ])?(?:Right[ ])?Hon(?:ou?rable|\.)|Rev\.|"
        r"(?:Chief[ ]|Detective[ ])?(?:Superintendent|Constable|Inspector)|"
        r"(?:Lt|Col|Maj|Brig|Capt|Sgt|Adm|Gen)\.(?:[ ](?:Col|Gen|Cdr)\.)?+(?![ ](?:Col|Gen|Cdr)\.)|Brigadier|Sheikh|Sir|Lord|Dame)"
    ),
    rank=(
        r"(?:(?:Major|Lieutenant|Brigadier|Police|Colonel)[- ])?(?:General|Colonel|Major|Captain|Lieutenant|Admiral|Marshal|"
        r"Commissioner|Sergeant|Academician|Professor|Doctor)|(?:Chief[ ]|Detective[ ]|Senior[ ])?(?:Superintendent|Constable|Inspector)|"
        r"(?:Lt|Col|Gen|Maj|Brig|Capt|Sgt|Adm|Cmdr|Cdr)\.?(?:[ ](?:Col|Gen|Cdr|Cmdr)\.?)?(?:[ ]\(ret(?:\.|ired|'d)?\))?|(?:Rear|Vice)[ ]Adm(?:\.|iral)|"
        r"(?:Major[- ]|Lieutenant[- ])?(?:[Gg]eneral|[Cc]olonel|[Mm]ajor|[Cc]aptain|[Ll]ieutenant)[ ]of[ ](?:the[ ])?(?:police|justice|customs|militia|internal[ ]service|medical[ ]service)|"
        r"(?:Assistant|Deputy)[ ](?:Commissioner|Superintendent|Inspector)(?:[ ]of[ ]Police)?|"
        r"(?i:(?:state[ ])?(?:senior[ ]|junior[ ])?(?:advis[eo]r|counsell?or)[ ]of[ ]justice)(?:[ ]of[ ](?:the[ ])?(?:1st|2nd|3rd|first|second|third)[ ](?:class|rank))?|Lord|Lady|Sir|Dame"
    ),
    rank_of_two=r"(?:Chief|Detective|Senior|Police)[ ](?:Superintendent|Constable|Inspector|Commissioner|Warrant[ ]Officer|Petty[ ]Officer|Marshal)",
    instrument_names=(
        r"(?:[\w-]{3,20}\s){0,2}(?:Request(?:ed|ing)|Contracting|Sending|Receiving|Transferring|Designated|Competent|Notifying|Detaining|Protecting|Host|Other|"
        r"Flag|Coastal|Port|Investigating|Administering|Exporting|Importing|Appropriate|Responsible|Concerned)\s(?:[\w-]{3,20}\s){0,2}"
        r"(?:Part(?:y|ies)|States?|Administrations?|Authorit(?:y|ies)|Airlines?|Power|Powers|Countr(?:y|ies)|Bod(?:y|ies)|Agenc(?:y|ies)|Organi[sz]ations?)|"
        r".{0,200}\sof\s(?:the\s|each\s|either\s|both\s|a\s)?(?:[\w-]{3,20}\s)?(?i:request(?:ed|ing)|contracting|sending|receiving|other|host|detaining|protecting)\s"
        r"(?:Part(?:y|ies)|States?|Power)"
    ),
    name_word=rf"(?:(?:Ma?c|O['’]|D['’])?[{_UPPER}][{_LOWER}]+)(?:[-'’][{_UPPER}]?[{_LOWER}]+){{0,4}}",
    article=r"the|each|any|such|every",
    numbered_unit=r"article|section|chapter|part|annex|rule|clause|title|schedule|appendix",
    domestic=r"Strategy|Law|Act|Code|Decree|Bill|Constitution|Concept|Ordinance|Roadmap|Guidelines",
    term=r"Navy|Army|Police|Brigade|States?|Part(?:y|ies)|Members?|Articles?|Annex(?:es)?|Notes?|Chapters?|Paragraphs?|Schedules?|Appendix",
    place_front=r"in|near|outside|bound[ ]for|en[ ]route[ ]to|arrived[ ]at|city[ ]of|town[ ]of|port[ ]of|village[ ]of",
    place_behind=r"(?:region|province|oblast|district|valley|dam|gorge|reservoir|peninsula|desert|county|governorate)|(?:border[ ])?(?:checkpoint|check-point|crossing(?:[ ]point)?)|border[ ]post|airport|seaport",
    place_known_behind=r"(?:City|city|town|area|region|valley|dam|airport|gorge|reservoir|county|governorate|prefecture|peninsula|province|oblast|district)(?![ ](?:court|council|hall|police|prosecutor|administration|of)|[\w-])",
    place_class_behind=(
        r"(?:[Rr]egion|[Oo]blast|[Aa]rea|[Pp]rovince|[Dd]istrict|[Cc]ounty|[Ss]ea|[Rr]iver|[Vv]alley|[Oo]cean|[Ii]slands?|[Pp]eninsula|"
        r"[Mm]ountains|[Bb]asin|[Ll]akes?|[Dd]am|[Cc]reek|[Cc]anal|[Hh]ighway|[Bb]ridge|[Pp]ass|[Gg]ulf|[Bb]ay|[Ss]trait|[Cc]hannel|[Ii]nlet|[Gg]orge|[Dd]esert|[Rr]eservoir|State|[Aa]irport|Square|Street|Avenue|Rd|[Gg]overnorate|[Pp]refecture|[Pp]lateau|[Aa]rchipelago|[Aa]utonomous[ ]Region|[Rr]ayon)"
    ),
    apposition=r",[ ](?:the[ ]|a[ ])?|[ ][–—-][ ](?:the[ ])?|[ ]\((?:the[ ])?",
    common=frozenset(
        (
            "party parties contracting state states government governments article articles annex secretariat council centre center "
            "committee commission assembly court convention agreement treaty protocol memorandum member members press photo service "
            "office department president minister internet online covid-19 sputnik facebook twitter instagram telegram youtube tiktok "
            "whatsapp linkedin embassy ministry ministries embassies question questions answer interview moderator requesting requested sending receiving central authority authorities depositary desiring recognising "
            "recognizing recalling considering noting bearing having whereas reaffirming convinced aware mindful not of the to "
            "and or for in north south east west competent national designated executive board director deputy secretary chair "
            "troops customs hindi urdu dari pashto farsi arabic tajik kazakh mandarin swahili bengali latin chairman chairperson general secretary-general secretariat-general host country countries coastal flag nature "
            "scope definitions preamble signatory signatories community communities organization organisation organizations "
            "organisations tribunal registrar registry judge judges chamber chambers mission head delegation delegations interior justice defense defence foreign affairs counter-terrorism counterpart counterparts colleague colleagues hosts meets receives visits discusses renews extradites urges hails vows agrees welcomes condemns announces launches joins seeks ratifies reaffirms underlines inter alia mutatis mutandis done treedt bis ter kingdom province prefecture plenipotentiary plenipotentiaries resolution resolutions headquarters attachment attachments consignor consignee carrier carriers recipient recipients donor donors beneficiary beneficiaries contractor contractors transporter applicant claimant defendant permittee licensee licence license invoice certificate latitude longitude degree tariff annexure annexures paragraph subparagraph braille notwithstanding add share print home side sides agency agencies purpose purposes objective objectives joint finance financing protocol provisions entry force duration termination amendments settlement disputes expenses costs language languages confidentiality cooperation implementation forms requests execution refusal scope subject obligations principles introduction conclusion background participants working group participant plan understanding international programme program project projects service services forum summit conference session chapter section part preamble schedule appendix"
        ).split()
    ),
    bloc=r"(?:European|Eurasian|African|Arab)[ ](?:Economic[ ])?(?:Union|Communit(?:y|ies)|League)",
    national=("{} of Kazakhstan", "Kazakhstan {}", "{} of Russia", "Russian {}"),
    attached=(
        r"(?:under|at|of|attached[ ]to)[ ](?:the[ ])?(?:President|Government|Cabinet[ ]of[ ]Ministers|Council[ ]of[ ]Ministers|"
        r"Prime[ ]Minister)(?![\w-])"
    ),
    national_acronyms={
        **dict.fromkeys(("MIA", "MVD", "MoIA", "MOIA"), ("MVD",)),
        **dict.fromkeys(("MFA", "MoFA", "MOFA"), ("MFA",)),
        **dict.fromkeys(("SCNS", "GKNB", "SNSC", "UKMK"), ("GKNB", "KNB", "KGB")),
        **dict.fromkeys(("KNB", "NSC"), ("KNB", "GKNB")),
        **dict.fromkeys(("GSKN", "SDCS", "SSDC"), ("GSKN",)),
        **dict.fromkeys(("DCA", "AKN"), ("DCA",)),
        "GP": ("GP",),
        "GPO": ("GP",),
        "PGO": ("GP",),
        "MoJ": ("MOJ",),
        "MOJ": ("MOJ",),
        "MoD": ("MOD",),
        "MoH": ("MOH",),
        "SSS": ("SGB",),
    },
    formal=frozenset(
        "united nations un international the their its other states state member members parties combating combat struggle fight "
        "dated signed concluded may june july march april january february august september october november december".split()
    ),
    synonyms={
        **dict.fromkeys(("narcotic", "narcotics", "drugs"), "drug"),
        **dict.fromkeys(
            ("struggle", "fight", "fighting", "countering", "counteraction", "counteracting", "counter", "combatting"),
            "combat",
        ),
        **dict.fromkeys(("turnover", "circulation", "traffic"), "trafficking"),
        "illegal": "illicit",
        "means": "drug",
        "prohibition": "ban",
        "organised": "organized",
        "kidnapping": "hostage",
        "center": "centre",
        "defense": "defence",
        "agencies": "agency",
        "ministry": "ministr",
        "ministries": "ministr",
        "frontier": "border",
    },
    of_country={
        "KZ": "of Kazakhstan",
        "KG": "of Kyrgyzstan",
        "TJ": "of Tajikistan",
        "TM": "of Turkmenistan",
        "UZ": "of Uzbekistan",
        "RU": "of Russia",
        "BY": "of Belarus",
        "AM": "of Armenia",
        "AZ": "of Azerbaijan",
        "GE": "of Georgia",
        "MD": "of Moldova",
        "UA": "of Ukraine",
        "AF": "of Afghanistan",
        "IR": "of Iran",
        "PK": "of Pakistan",
        "CN": "of China",
        "MN": "of Mongolia",
        "TR": "of Turkey",
        "US": "of the United States",
        "GB": "of the United Kingdom",
        "IN": "of India",
        "DE": "of Germany",
        "FR": "of France",
        "IT": "of Italy",
        "EE": "of Estonia",
        "LV": "of Latvia",
        "LT": "of Lithuania",
    },  # fmt: skip
    particle=r"(?:y|e|de|da|do|dos|du|del|della|la|le|van|von|der|den|ter|bin|ibn|bint|al|el|ul|uulu|kyzy|ogly|oglu)(?:\s(?:la|las|los|der|den))?",
    signature=r"(?:For|On[ ]behalf[ ]of)(?:[ ]and[ ]on[ ]behalf[ ]of)?(?:[ ]the)?[ ][^\n.;:]{3,160}:?",
    surname_endings=(
        (r"(?<=\w{3})(ov|ev|in|yn)a$", r"\1"),
        (r"(?<=\w{2})(sk|tsk|[rtlh]n)a[yi]a$", r"\1y"),
    ),
    given_endings=((r"(?:a|ya)$", ""),),
    patronymic=r"\w{2,}(?:[oe]vich|[oe]vna|ichna|uulu|ul[uy]|kyzy|kizi|qizi|gyzy|ogl[uy]|oghlu)",
    surname=r"\w{3,}(?:ov|ev|ova|eva|ovskiy|evskiy|ovsky|evsky|skaya|yan|adze|idze|shvili|enko|chuk|bekov)",
    accredited=frozenset({"to", "in"}),
    treaty_programme=r"(?:Strategy|Concept|Programme|Program|Work Plan|Road ?[Mm]ap|Agenda|Master Plan)",
    secretary=r"Secretary[ ]of(?:[ ]the)?",
    joint=r"[Jj]oint",
    programme=r"Program(?:me)?",
    programme_of_states=r"(?i:cooperation|co-operation|measures)|Member States",
    treaty_frame=r"[ ](?:with)?in[ ]the[ ][Ff]rameworks?[ ]of[ ](?:the[ ])?",
    treaty_bare=r"(?:of|on|to|in)[ ](?:understanding|cooperation|intent|accession)",
    qualifier=r"National|Regional|Supreme",
    envoy=r"Ambassador|Representative|Consul|Envoy|Advis[eo]r|Assistant|Delegate|Observer|Commissioner|Coordinator|Liaison|Attaché",
    generic_bodies=r"police|parliament|customs|army|military|government|authorities|embassy|court|navy|militia",
    links={
        "organisation": _NAME_LINKS,
        "treaty": _TOPIC_LINKS,
        "event": frozenset({"of", "on", "for", "against", "to", "from"}),
        "role": frozenset({"of", "for", "to", "on"}),
    },
    lower_links={
        "organisation": frozenset({"for", "against", "on"}),
        "treaty": _TOPIC_LINKS - {"between", "among", "to", "of"},
        "event": frozenset({"on", "against", "of", "for"}),
        "role": frozenset({"of", "for"}),
    },
)

PACK = LanguagePack(
    code="en",
    name="English",
    script="Latin",
    abbreviations=ABBREVIATIONS,
    dates=DATES,
    structure=STRUCTURE,
    norms=NORMS,
    instruments=INSTRUMENTS,
    quotes=QUOTES,
    entities=ENTITIES,
    deadlines=DEADLINES,
    facts=FACTS,
    ending_abbreviations=frozenset(
        [
            "etc",
            "no",
            "inc",
            "ltd",
            "co",
            "u.s",
            "u.n",
            "p",
            "pp",
            "para",
            "paras",
            *_MONTHS_SHORT,
        ]
    ),
)
