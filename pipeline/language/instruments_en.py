"""English words for naming and citing instruments, and for the events their deadlines count from."""

from __future__ import annotations

from pipeline.language.pack import InstrumentWords

_NOUNS = "agreement convention treaty protocol memorandum charter covenant statute arrangement pact"
_INSTRUMENT = rf"(?:memorandum of understanding|{'|'.join(_NOUNS.split())})"
_VAGUE = (
    "this that these those such any every each all no other another a an its their his our existing future further new "
    "several various additional separate bilateral multilateral international regional relevant applicable subsequent "
    "previous earlier special supplementary draft two three four five"
)
_VAGUE_BEHIND_THE = "present said same following relevant parent principal main original existing above"

INSTRUMENTS = InstrumentWords(
    vague=(
        rf"(?:{'|'.join(_VAGUE.split())})\b|the (?:{'|'.join(_VAGUE_BEHIND_THE.split())})\b"
        r"|(?:[a-z]{3,20} ){1,2}(?:thereto|to it)\b"
        rf"|{_INSTRUMENT} (?:in|to|within|by|at|from|if|on behalf"
        r"|for (?:the )?(?:purposes?|states?|entire|contracting|party|parties))\b"
    ),
    here=r"\b(?:the present|this) (?P<noun>[a-z]{4,20})\b",
    parent=rf"(?<=\w )(?:to|of|amending) the (?={_INSTRUMENT}\b)",
    amending=r"\bamend",
    events={
        "entry_into_force": (
            r"(?:its |the )?(?:entry|coming) into (?:force|effect|operation)"
            r"|(?:it|(?:this|the present) [a-z]{4,20}) (?:enters|comes) into (?:force|effect)"
            r"|(?:enforcement|commencement)(?= of (?:this|the present)\b)"
        ),
        "signature": r"(?:its |the )?(?:signature|signing|conclusion)",
        "ratification": r"(?:its |the )?(?:ratification|exchange of (?:the )?instruments of ratification)",
        "expiry": (
            r"(?:its |the )?(?:expiry|expiration)"
            r"(?: of (?:its|the|that|this) (?:period|term|duration) of validity"
            r"| of (?P<term>(?:its|the|that|this) (?:period|term|duration)))?"
            r"|the end of (?P<period>(?:its|that|this) (?:period|term))"
        ),
        "termination": r"(?:its |the )?(?:termination|denunciation)",
        "withdrawal": r"(?:its |the )?withdrawal",
    },
    own=(
        rf"(?:(?:\s(?:of|to|for))?\s(?:this|the present|the) (?P<noun>{_INSTRUMENT})|\shereof|\sthereof|)"
        r"(?:,? (?:as (?:provided|set out|laid down|specified|defined)|in accordance|pursuant|under article)\b.*)?"
    ),
    day_of=r"(?:the )?(?:(?:date|day|moment|time) (?:of|on which|when)|date)\b",
    each=r"\bfor (?:each|it|that|the (?:state|party)|such|them|those)\b|\bby (?:it|each|that)\b",
    before=r"\b(?:before|prior to|in advance of|ahead of|preceding)\b",
    after=r"\b(?:after|from|following|of|since|upon)\b",
)
