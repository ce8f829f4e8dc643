"""English words that report seizures, arrests, laboratories destroyed, destructions, convictions and contributions."""

from __future__ import annotations

from pipeline.language.pack import FactCues

_BE = r"(?:was|were|(?:has|have|had)[ ]been)[ ](?:[a-z]+ly[ ]|also[ ]|then[ ]){0,2}"
_OFF = r"(?:took|taken|withdrew|withdrawn|removed)[ ](?:out[ ]of|from)[ ](?:the[ ])?(?:(?:illegal|illicit)[ ])?(?:circulation|turnover|traffic|trafficking)"
_FOUND = r"(?:found|discovered|uncovered|detected|netted|withdrawn)"
_SEIZED = rf"(?:seized|confiscated|intercepted|interdicted|impounded|recovered|{_OFF})"
_ARRESTED = r"(?:arrested|detained|apprehended|taken[ ]into[ ]custody)"
_CLOSED = r"(?:destroyed|dismantled|liquidated|eliminated|neutrali[sz]ed|shut[ ]down|closed[ ]down|closed)"
_DESTROYED = r"(?:destroyed|burned|burnt|incinerated|eradicated)"
_CONVICTED = r"(?:convicted|condemned|sentenced|jailed|found[ ]guilty)"
_GAVE = r"(?:donated|contributed)"
_SENT = r"(?:sent|transferred|remitted|allocated|provided|disbursed|granted|directed|handed[ ]over|gave|given|supplied|delivered|presented)"

FACTS = FactCues(
    active={
        "seizure": rf"(?:{_SEIZED}|{_FOUND})",
        "arrest": _ARRESTED,
        "laboratory": _CLOSED,
        "destruction": _DESTROYED,
        "conviction": rf"{_CONVICTED}",
        "contribution": _GAVE,
    },
    passive={
        "seizure": (
            rf"{_BE}(?:{_SEIZED}|{_FOUND})|"
            rf"from[ ](?:illegal|illicit)[ ](?:circulation|turnover|traffic)[ ](?:it[ ])?{_BE}withdrawn"
        ),
        "arrest": rf"{_BE}(?:{_ARRESTED}|held(?![ ](?:hostage|captive|responsible|talks)))",
        "laboratory": _BE + _CLOSED,
        "destruction": _BE + _DESTROYED,
        "conviction": _BE + _CONVICTED,
        "contribution": _BE + _GAVE,
    },
    nouns={
        "seizure": r"(?:seizures?|confiscations?|interceptions?)[ ]of",
        "arrest": r"(?:arrests?|detentions?|apprehension)[ ]of",
        "laboratory": r"(?:destruction|dismantling|liquidation|closure|elimination)[ ]of",
        "destruction": r"(?:destruction|burning|incineration)[ ]of",
        "conviction": r"convictions?[ ]of",
        "contribution": (
            r"(?:made|making|implemented|received|makes)[ ](?:[a-z-]+[ ]){0,4}(?:contributions?|donations?|grants?)[ ](?:of|worth|totall?ing)"
            r"|(?:voluntary|financial|in-kind|its|annual)[ ]contributions?[ ](?:of|worth|totall?ing)|(?:donations?|(?<=['’]s\s)(?:voluntary[ ]|annual[ ]|first[ ])?contributions?)[ ](?:of|worth|totall?ing)"
        ),
    },
    counted={"arrest": r"\b(?:arrests|detentions)$", "conviction": r"\bconvictions$"},
    supported=_BE + _SENT + "|" + _SENT,
    received=r"(?:has[ ]|have[ ])?received",
    weighed=rf"(?:.*\s)?{_FOUND}",
    of_people=r"arrest|apprehend|convict|condemn|sentenc|jail|custody|guilty",
    handed=r"handed[ ]over|presented",
    property=r"\b(?:vehicles?|cars?|ships?|vessels?|boats?|accounts?|assets|houses?|flats?|apartments?|goods|containers?|property|weapons|firearms)\b",
    them=r"\s{1,3}of[ ](?:(?P<people>those[ ](?:arrested|detained|held|convicted)|whom)|them|those)\b",
    own=r"\b(?:its|their)\b",
    goods=(
        r"\b(?:vehicles?|cars?|trucks?|jeeps?|pick-?ups?|motorcycles|boats?|helicopters?|computers?|laptops|scanners?|radios?|kits?|"
        r"dogs?|detectors?|uniforms|generators?|microscopes?|spectrometers?|analysers?|cameras?|sets|units|ambulances|buses|drones|tents)\b"
    ),
    valued=(
        r"(?:[ ]?,?[ ](?:(?:collectively|together|all|reportedly)[ ])?(?:worth|valued[ ]at|estimated[ ]at|costing|to[ ]the[ ]value[ ]of|"
        r"with[ ]an?[ ](?:[a-z-]+[ ]){0,4}value[ ]of)|[ ]?\((?:worth|valued[ ]at|about)?)\s{0,3}"
    ),
    donors=r"from(?:[ ]the)?(?:[ ](?:government|people)[ ]of(?:[ ]the)?)?",
    purposes=r"\b(?:support|assist(?:ance)?|projects?|program(?:me)?s?|co-financ|budget[ ]of|rehabilitation|reconstruction[ ]of|equipment|victims|refugees|humanitarian)\b",
    reduced=True,
    people=(
        r"\b(?:people|persons?|individuals|suspects?|members|associates|accomplices|citizens?|nationals|foreigners|traffickers|"
        r"dealers|couriers|smugglers|offenders|criminals|defendants|men|women|man|woman|drivers?|leaders?|organi[sz]ers?|"
        r"participants|fugitives|terrorists|militants|officials|officers|migrants|ringleaders?|passengers?|figurants|perpetrators|facilitators|brokers)\b"
    ),
    laboratories=r"\b(?:[a-z-]*laborator(?:y|ies)|labs?)\b",
    drugs=(
        r"\b(?:drugs?|narcotics?|narcotic|psychotropic|precursors?|opiates?|opioids?|tablets|pills|plants|bushes|poppy|"
        r"poppies|hemp|plantations?|crops|hashish|heroin|opium|cannabis|cocaine|marijuana|chemicals)\b"
    ),
    abstract=(
        r"\b(?:operations?|cases?|crimes?|offences|offenses|countries|states|times|facts|regions|provinces|districts|places|"
        r"raids|searches|groups?|channels|routes|organi[sz]ations?|agencies|services|occasions|incidents|months|weeks|days|years|"
        r"seizures?|requests|parties|bodies|units|stages|projects|seconds|minutes|hours|attempts|deliveries|steps|percent|times|"
        r"towns?|cities|villages?|networks?|gangs?|cartels|companies|banks|donors|governments|ministries|nations|priorities|opportunit(?:y|ies)|possibilities|initiatives?|hearts|attention|power|control)\b"
    ),
    prepositions=(
        r"(?:in|during|from|by|of|since|within|on|at|for|to|with|after|than|against|between|into|through|under|near|worth|valued|"
        r"before|until|among|across|over|per|as|about|every|each|the[ ](?:last|past|first|next)|no|not|all|article|"
        r"(?:in|during|from|by|of|after|within|at|on|to|with|for|between|all)[ ](?:the|these|those|its|their))"
    ),
    measures=(
        r"(?:total|amount|quantity|volume|number|consignment|batch|shipment|load|weight|record)[ ]of|to[ ]the[ ]amount[ ]of|"
        r"in[ ]the[ ]amount[ ]of|containing|carrying|weighing|totall?ing"
    ),
    worth=r"(?:worth|valued[ ]at|of|for|with)",
    joins=r"(?:,[ ]?(?:and[ ](?:also[ ])?|as[ ]well[ ]as[ ]|plus[ ])?|[ ](?:and|as[ ]well[ ]as|plus|along[ ]with)[ ](?:also[ ])?)",
    parts=r"(?:including|among[ ]them|of[ ]which|of[ ]whom|of[ ]them|comprising|namely)",
    breaks=r"\b(?:who|whom|which|that|whose|where|while|whereas|but|because|although|when|so|whether|if|said|is|are)\b",
    unreal=(
        r"(?:\bno\b|\bnot\b|n['’]t\b|\bnever\b|\bnor\b|\bneither\b|\bwithout\b|\bwill\b|\bwould\b|\bshall\b|\bshould\b|\bcould\b|"
        r"\bcan(?:not)?\b|\bmay\b|\bmight\b|\bmust\b|\bto[ ]be\b|\bplan(?:s|ned|ning)?\b|\bintend(?:s|ed|ing)?\b|\baim(?:s|ed|ing)?[ ](?:at|to)\b|"
        r"\bpledge[sd]?\b|\bpromise[sd]?\b|\bpropos(?:e[sd]?|al)\b|\brequest(?:s|ed)?\b|\bexpect(?:s|ed)?\b|\burge[sd]?\b|"
        r"\bcall(?:s|ed)?[ ](?:for|on|upon)\b|\bfail(?:s|ed|ure)?[ ](?:to|in)\b|\battempt(?:s|ed)?[ ]to\b|\btr(?:y|ies|ied)[ ]to\b|"
        r"\bden(?:y|ies|ied)\b|\ballege[sd]?\b|\ballegedly\b|\breportedly\b|\brumou?rs?\b|\bpossibility\b|"
        r"\bready\b|\bable[ ]to\b|\bgoal\b|\bin[ ]order[ ]to\b|\btarget(?:s|ed)?[ ]of\b|\bconsider\w*|"
        r"\brequire[sd]?\b|\bdemand(?:s|ed)?\b|\bfalse\b|\bdecisions?\b|\bdecid(?:e|ed|ing)[ ]to\b|\bdoubt\w*|\bavoid\w*|\bprevent\w*|\bappeal(?:s|ed)?\b)"
    ),
    conditional=r"\b(?:if|unless|whether|in[ ]case|in[ ]the[ ]event|provided[ ]that|suppose)\b|\?",
    promised=r"\b(?:announc\w+|approv\w+|agreed|commit\w+|offer\w*|negotiat\w+|propos\w+)\b",
    exempt=(
        r"\bnot[ ](?:only|less|fewer|more)\b|\bno[ ](?:less|fewer)[ ]than\b|\bno[ ]doubt\b|\b(?:last|in|on|of)[ ]may\b|\bmay[ ]\d{1,4}\b|\b\d{1,2}[ ]may\b|"
        r"\bas[ ]requested\b|\bat[ ]the[ ]request[ ]of\b|\bon[ ]request\b"
    ),
    agents=(
        r"\b(?:(?:[a-z]+[ ])?(?:officers|police|policemen|customs|authorities|guards|agents|detectives|investigators|units|teams|staff|"
        r"services|agencies|prosecutors|troops|forces|courts?|operatives|navy|coast[ ]guard))\b"
    ),
    agent_mark=r"\bby[ ](?!(?:\d|the[ ]end|mid|means|air|sea|road|post|mail))",
    behind=r"(?:(?:support|help|assistance)[ ]of|in|from|to|with|for|at|on|by|against|into|near|through|via|between)",
    places=r"(?:in|at|near|outside|across|throughout|on[ ]the[ ]territory[ ]of|on[ ]the[ ]border[ ](?:of|with))",
    since="since|from",
    compared=r"(?:than|compared[ ](?:with|to)|against|versus|unlike)(?:[ ][\w%.,-]{1,20}){0,7}",
    recipients=(
        r"to(?:[ ]the)?|(?:to|towards|into)[ ](?:the[ ])?(?:\w+[ ])?(?:budget|fund|account|activities|work|programme)[ ]of(?:[ ]the)?|"
        r"(?:in[ ])?support(?:[ ]of)?(?:[ ]the)?"
    ),
    articles=frozenset({"the"}),
    place_nouns=(
        r"the|a|city|town|village|port|airport|province|region|district|capital|suburbs?|outskirts|area|of|"
        r"northern|southern|eastern|western|central|north|south|east|west|international|border|station|checkpoint"
    ),
)
