"""English words for naming and citing instruments, and for the events their deadlines count from."""

from __future__ import annotations

from pipeline.language.pack import InstrumentWords

_INSTRUMENT = r"(?:agreement|convention|treaty|protocol|memorandum(?: of understanding)?|charter|covenant|statute|arrangement|pact|instrument)"
_OWN = rf"(?:this|the present|the) {_INSTRUMENT}"

INSTRUMENTS = InstrumentWords(
    vague=(
        r"(?:(?:this|that|these|those|the present|the said|the same|such|any|every|each|all|no|other|another|an?|its|their|his|our|"
        r"existing|future|further|new|several|various|additional|separate|bilateral|multilateral|international|regional|"
        r"relevant|applicable|subsequent|previous|earlier|special|supplementary|draft|two|three|four|five)\b"
        r"|(?:[a-z]+ ){1,2}(?:thereto|to it)\b"
        r"|(?:the )?(?:relevant|present|said|following|parent|principal|main|original|existing)\b)"
    ),
    article=r"(?:the|an?)\s+",
    here=r"\b(?:the present|this) (?P<noun>[a-z]{4,20})\b",
    events={
        "entry_into_force": r"(?:the )?(?:date (?:of|on which) )?(?:(?:its|the) )?(?:entry into force|coming into force|enters into force)",
        "signature": r"(?:the )?(?:date of )?(?:(?:its|the) )?(?:signature|signing|conclusion)",
        "ratification": r"(?:the )?(?:date of )?(?:(?:its|the) )?(?:ratification|exchange of (?:the )?instruments of ratification)",
        "expiry": r"(?:the )?(?:date of )?(?:(?:its|the) )?(?:expiry|expiration|end)(?: of (?:its|the|that|this) (?:period|term|duration|period of validity))?",
        "termination": r"(?:the )?(?:date of )?(?:(?:its|the) )?(?:termination|denunciation|withdrawal)",
    },
    own=rf"(?:\s+(?:of|to|for))?\s+{_OWN}|\s+hereof|\s+thereof|",
    each=r"\bfor (?:each|it|that|the (?:state|party)|such|them|those)\b|\bby (?:it|each|that)\b",
    before=r"\b(?:before|prior to|in advance of|ahead of|preceding)\b",
    after=r"\b(?:after|from|following|of|since|upon)\b",
    cited={
        "quoted": "‘{}’",
        "signed": "signed {}",
        "adopted": "adopted {}",
        "day": "{day} {month} {year}",
        "in_force": "entered into force {}",
        "article": "art",
        "page": "{}",
    },
)
