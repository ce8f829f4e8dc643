"""English words that authentic texts are held against each other by."""

from __future__ import annotations

from pipeline.language.parallel import ParallelWords
from pipeline.language.parallel_en_things import THINGS

_NOUN = r"(?:part(?:y|ies)|states?|sides?|participants?|countr|authorit|institution|organi[sz]|administration|border|agenc|government)"

PARALLEL = ParallelWords(
    permission=r"\bmay\b(?! not\b| be (?:necessary|needed|required|appropriate|requisite|desirable|subject)| (?:arise|occur|have "
    r"been|need)| require\b(?! (?:that|the|an?|any|such|from|\w+ to)\b))|\b(?:is|are|be) (?:entitled|free|authori[sz]ed|permitted|allowed) to\b|\b(?:has|have) the (?:right|power|"
    r"authority) to\b",
    permission_words={
        "modal": r"\b(?:may|can|could|might)\b(?! not\b(?! (?:\w+ ){1,4}(?:longer|more|later|earlier|less|fewer|higher|lower|greater|larger|smaller|shorter|older|younger) than\b))|\bneed not\b",
        "right": r"\b(?:rights?|entitle\w*|eligib\w+|authori[sz]\w+|empower\w*|powers?|free to|capacity|licen[cs]\w+)\b",
        "allow": r"\b(?:permit\w*|permission|allow(?:s|ed|ing)?\b|enable\w*|admit\w*|admission|admissible)\b",
        "possible": r"\b(?:possib\w+|able|unable|capab\w+|likely|feasib\w+|practicab\w+)\b",
        "discretion": r"\b(?:discretion\w*|option\w*|voluntar\w+|wish\w*)\b",
    },
    unlicensed=r"^\W{0,3}(?:no|neither|nor|none|nothing)\b|\b(?:no|neither|nor|none|nothing|nobody)\b[^.;:]{0,120}$b(?:shall|is|are) not $|\bnot be $",
    dependent=r"(?:\b(?:which|who|whom|whose|where|whether|what|such|measures?|steps?)\b[^,.;:]{0,40}|\bas\b[^,.;:]{0,40}|\bthat\b"
    r"[^,.;:]{0,25}|(?<!^)(?<![.;,] )\b(?:it|they|he|she)\b (?:also )?|\bthere )$",
    restricted=r"\b(?:only|solely|exclusively|without|unless|except|save)\b",
    aspiration=r"\bendeavou?rs?\b|\bstrives?\b|\b(?:shall|will|to|parties|states|members|party|participants) (?:jointly |also )?seek to\b"
    r"|\b(?:every|all|best|their|its) (?:\w+ )?efforts?\b|\bdo (?:its|their) (?:best|utmost)\b",
    aspiration_words={
        "strive": r"\b(?:endeavou?r\w*|striv\w+|seek\w*|sought|efforts?|aim\w*|try|tries|attempt\w*|pursu\w+)\b",
        "wish": r"\b(?:desir\w+|wish\w*|inten\w+)\b",
        "possible": r"\b(?:possible|practicable|feasible)\b",
    },
    advice=r"(?:^should(?= (?:be|not|have|also|make|take|endeavou?r)\b)|(?<=[\w)] )should\b|(?<=, )should\b)(?! (?:it|they|the|a|any|either|one|this|such)\b)|\b(?:is|are) (?:recommended|advised|encouraged) to\b",
    advice_words={
        "advise": r"\b(?:recommend\w*|advis\w+|advisable|desirable|encourag\w+|invit\w+|urg\w+)\b",
        "must": r"\b(?:must|ought|required|necessary|possible)\b",
    },
    denial=r"(?<!\bor )\bnot(?! (?:\w+ ){1,4}(?:later|earlier) than\b)(?! (?:\w+ ){1,4}(?:more|less|fewer) than\b[^.;:]{0,40}\d)(?! (?:\w+ ){0,4}(?:longer|higher|lower|greater|larger|smaller|shorter|older|younger) than\b[^.;:]{0,40}\d)(?! (?:later|earlier|less|more|fewer|only|limited to|necessarily)\b)(?! (?:(?:yet )?(?:attain\w*|reach\w*)|exceed\w*|in excess of)\b[^.;:]{0,40}\d)\b|\bcannot\b|\bno(?! (?:later|earlier|less|more|"
    r"fewer)\b)(?! longer than\b[^.;:]{0,40}\d)(?!\.)\b|\bneither\b|\bnor\b|\bnever\b|\bnone\b|\bnothing\b|\bnobody\b|\bunless\b"
    r"|\bwithout\b(?! (?:\w+ )?(?:delays?|exception|fail|hindrance|limit|interruption)\b)",
    doubling=r"\b(?:without|unless|until|except|save|other than|only|solely|before|otherwise)\b",
    duty=r"\b(?:shall|must|will)\b|\b(?:is|are) (?:to|obliged|required|bound)\b|\bundertakes?\b",
    repeated=r"\bnor\b",
    shared=r"\b(?:not|cannot|never) (?:be )?\w+ or\b|\b(?:neither|nor)\b|\bno \w+ or\b|\bnothing\b[^;.]{0,250}\bor\b",
    denial_words={
        "refuse": r"\b(?:refus\w+|den(?:y|ies|ied|ial)|reject\w*|declin\w+)\b",
        "withhold": r"\bwithh[eo]ld\w*\b",
        "forbid": r"\b(?:prohibit\w*|forbid\w*|forbidden|ban(?:s|ned)?)\b",
        "abstain": r"\b(?:refrain\w*|abstain\w*|abstention\w*)\b",
        "exempt": r"\b(?:exempt\w*|reliev\w+|waiv\w+|immun\w+|free (?:from|of)|exonerat\w+|duty-free)\b",
        "release": r"\b(?:releas\w+|libert\w+|liberat\w+|set free|discharg\w+)\b",
        "breach": r"\b(?:breach\w*|violat\w+|contraven\w+|infring\w+)\b",
        "limit": r"\b(?:limited|restrict\w*)\b",
        "cease": r"\b(?:ceas\w+|laps\w+|terminat\w+|discontinu\w+|(?:shall|will|to) end|ends)\b",
        "final": r"\bfinal\b",
        "independent": r"\bindependen(?!tly)\w+\b",
        "prevent": r"\b(?:prevent\w*|preclud\w+|avoid\w*|imped\w+|hinder\w*|obstruct\w*|interfer\w+)\b",
        "lack": r"\b(?:absen(?:ce|t)|missing|lack\w*|fail(?:s|ed|ing|ures?)?|omit\w*|omission|depriv\w+(?! of (?:his |her |their )?liberty)|forfeit\w*|los(?:e|es|ing) (?:the|its|their|his|any)|in default)\b",
        "except": r"\b(?:except\w*|save|other than|apart from|exclud\w+|exclusion|otherwise than)\b",
        "beside": r"\b(?:irrespective|regardless|independently|beyond|outside|notwithstanding|instead)\b",
        "un": r"\b(?:un(?!der|it|iv|ion|til|less|ite|iq|if|an|do|load|duly|due delay)\w{3,}|non|negligen\w+|in(?:ability|admiss\w+|valid\w*|violab\w+|appropriate\w*|compatib\w+|"
        r"sufficien\w+|adequa\w+|applicab\w+|alienab\w+|accessib\w+|capab\w+|evitab\w+|operativ\w+|solven\w+|volunt\w+|consisten\w+|eligib\w+|divisib\w+|definite\w*|direct\w*|correct\w*|complete\w*|accura\w+)|im(?:poss\w+|partial\w*|"
        r"proper\w*)|il(?:legal\w*|licit\w*)|irregular\w*|irrevocab\w+|dis(?:agree\w*|regard\w*|approv\w*|proportion\w+|qualif\w+))\b",
        "less": r"\b\w{3,}(?<!un)(?<!regard)(?<!neverthe)(?<!doubt)less\b",
        "until": r"\buntil\b",
    },
    words_deny=frozenset({"except", "until"}),
    words_negate=frozenset({"refuse", "forbid", "abstain", "exempt", "lack", "un", "independent"}),
    limiting=r"(?<!not )\b(?:only|sole|solely|exclusively)\b",
    durations={
        r"hours?": ("H", 1),
        r"days?": ("D", 1),
        r"weeks?": ("D", 7),
        r"months?": ("M", 1),
        r"years?": ("M", 12),
    },
    lone_durations={
        r"fortnight(?:ly)?": "P14D",
        r"annual(?:ly)?|yearly|(?:an?|per|each|every|following|calendar) year": "P12M",
        r"monthly|(?:an?|per|each|every) month": "P1M",
        r"weekly|(?:an?|per|each|every) week": "P7D",
        r"daily|(?:an?|per|each|every) day": "P1D",
        r"quarter(?:ly)?": "P3M",
        r"half-yearly|six-monthly|semi-annual(?:ly)?": "P6M",
        r"biennial(?:ly)?|every other year": "P24M",
    },
    counts={"once": 1, "twice": 2, "thrice": 3, "duplicate": 2, "triplicate": 3, "both": 2, "half": 2},
    bounds={
        r"(?:not|no)(?: \w+){0,4} (?:less|fewer|shorter) than|at least|a minimum of": "least",
        r"(?:not|no)(?: \w+){0,4} (?:more|longer) than|not exceed(?:ing)?|up to|at (?:the )?most|a maximum of": "most",
        r"(?:not|no) later than|within|by|for": "late",
        r"(?:not|no) earlier than|(?:not|no) sooner than|after": "early",
        r"more than|exceed(?:s|ing)?|over|longer than|older than": "least",
        r"fewer than|less than|under|shorter than": "most",
    },
    bounds_after={
        r"at the latest|or less|or fewer": "late",
        r"at the earliest|or more|or over": "early",
    },
    between=r"(?:\s+(?:an?|the|of|period|periods|expiry|expiration|lapse|end|elapse|total|time|another|further|additional))*\s*",
    lead_after=r"\W{0,3}(?:\w+\W{1,2}){0,3}?(?:before|prior|in advance|ahead|preceding|notice)\b",
    date_bounds={
        r"(?:not|no) later than|by|before|until|till|up to|prior to|not after|to": "late",
        r"(?:not|no) earlier than|after|from|since|as of|starting(?: on)?|not before": "early",
    },
    roles={
        "requesting": rf"\brequesting {_NOUN}|\b(?:making|submitting|made|submitted|sent|makes|submits) (?:the|a|such a?) ?request\b",
        "requested": rf"\brequested {_NOUN}|\b(?:receiving|received|receives) (?:the|a|such a?) ?request\b|\bto (?:which|whom) (?:the|a) request (?:is|was|has been) \w+",
        "sending": rf"\bsending {_NOUN}",
        "receiving": rf"\b(?:receiving|host(?:ing)?) {_NOUN}",
        "importing": rf"\bimporting {_NOUN}",
        "exporting": rf"\bexporting {_NOUN}",
        "issuing": rf"\bissuing {_NOUN}",
        "transit": rf"\btransit {_NOUN}",
        "detaining": rf"\bdetaining {_NOUN}",
        "sentencing": rf"\bsentencing {_NOUN}",
        "administering": rf"\badministering {_NOUN}",
        "supplying": rf"\b(?:supplying|providing|transmitting) {_NOUN}",
        "coastal": rf"\bcoastal {_NOUN}",
        "depositary": r"\bdepositar(?:y|ies)\b",
        "secretariat": r"\bsecretariats?\b",
        "secretary": r"\b(?:secretary-general|executive secretary|general secretary|secretary)\b",
        "commission": r"\bcommissions?\b",
        "committee": r"\bcommittees?\b",
        "council": r"\bcouncils?\b",
        "conference": r"\bconferences?\b",
        "assembly": r"\bassembl(?:y|ies)\b",
        "chair": r"\bchair(?:man|person|s|men)?\b",
        "director": r"\bdirectors?\b",
        "court": r"\bcourts?\b|\btribunals?\b",
        "ministry": r"\bministr(?:y|ies)\b",
        "minister": r"\bministers?\b",
        "government": r"\bgovernments?\b",
        "competent": r"\bcompetent (?:\w+ )?(?:authorit\w+|bod\w+|organs?|agenc\w+)",
        "central": r"\bcentral (?:authorit\w+|bod\w+|organs?)",
        "inspector": r"\binspectors?\b",
        "expert": r"\bexperts?\b",
        "consul": r"\bconsul(?:s|ar|ate|ates)?\b",
        "centre": r"\bcent(?:re|er)s?\b",
        "laboratory": r"\blaborator(?:y|ies)\b",
        "working_group": r"\bworking groups?\b",
        "coordinator": r"\bco-?ordinators?\b",
        "third": r"\bthird (?:part\w+|states?|countr\w+|persons?)",
    },
    things=THINGS,
    instruments={
        name: rf"\b(?:this|the present) {name}\b"
        for name in (
            "agreement",
            "treaty",
            "memorandum",
            "protocol",
            "convention",
            "charter",
            "statute",
            "programme",
            "plan",
            "annex",
        )
    },
    parties=r"\b(?:part(?:y|ies)|sides?|participants?|(?:member|contracting|signatory) states?)\b",
    ending=r"(?:ies|y|e?s|e)$",
)
