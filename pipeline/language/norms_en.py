"""English: words of duties, time limits and attribution."""

from __future__ import annotations

from pipeline.language import acts_en
from pipeline.language.hidden_en import (
    ACROSS,
    BOTH_SIDES,
    CALLED,
    CAST,
    CONSENTING_SIDE,
    COUNTERPARTS,
    DECIDING_HANDS,
    DUTIES_OF,
    GIVEN_SIDE,
    HIDDEN,
    HIDDEN_IN,
    INHERITING,
    OPPOSITES,
    REALMS,
    ROLE_PAIRS,
    TOLD_SIDE,
)
from pipeline.language.pack import DeadlineWords, NormCues, QuoteCues


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ALSO = r"(?:(?:also|further|strongly|again|once|urgently|likewise|solemnly)\s){0,3}"

_DECIDERS = _words(
    """
    council committee commission board assembly conference congress secretariat director president chairman chairperson
    chair bureau tribunal court centre center secretary secretary-general panel organization organisation depositary
    director-general vice-president deputy presidency group observatory institute rapporteur treasurer registrar coordinator
    """
)
_BODIES = "|".join(sorted(_DECIDERS)) + "|group|mission|team|unit|office"
_AIMS = r"purposes?|aims?|objects?|objectives?|goals?|intentions?|intent|functions?|tasks?|roles?|mandates?|missions?|idea|effect"
_IT_IS = r"^[\W\d]{0,6}(?:[^.;:]{0,100}?,\s)?it\s(?:is|shall|will|must)(?:\sbe)?\s(?:also\s|further\s|therefore\s|however,?\s)?"
_NOTHING = r"\bnothing\s(?:contained\s)?in\s[^;:.]{3,100}?\s(?:shall\s|may\s|will\s)?(?:be\s(?:construed|interpreted|understood|taken|deemed|read)\s(?:as|to)\s)?"

_NOT_CONSTRUED = (
    r"(?:^|[,.;]\s)(?:[^;:.]{3,140}\s(?:shall|may|is|are|will)\s(?:not|in\sno\s(?:case|way|circumstances?))\s(?:to\s)?be\s|(?:in|under)\s(?:no|any)\s(?:case|circumstances?|way)\s(?:shall|may|will)\s[^;:.]{3,140}?\sbe\s)"
    r"(?:construed|interpreted|understood|taken|deemed|read)\s"
)
_CONSTRUED = _NOT_CONSTRUED + r"as\s"
_CONSTRUED_TO = _NOT_CONSTRUED + r"(?:so\sas\s)?to\s"

_A_SIDE = (
    r"^(?:the |each |any |a |that )?(?:contracting |state |other )?(?:party|state|side|participant|government|country|city|university|institution|institute|ministry|organi[sz]ation|administration|authority|"
    r"agency|partner|museum|academy|school|service|inspectorate|bank|office|association|federation|archives?|library|team|board|body|senate|parliament)(?: part(?:y|ies))?,? "
)

NORMS = NormCues(
    proposes=(
        r"\b(?:shall|must|will|should|may|can|cannot|undertakes?|agrees?|commits?|pledges?|entitled|prohibited|forbidden|obliged|"
        r"required|bound|engages?|binds?|falls|incumbent|liberty|nothing|need|released|relieved|vested|allowed|absolved|excused|precluded|liable|immune|obligated|encouraged|invited|urged|requested|competent|obligations?|dut(?:y|ies)|adopts?|approves?|decides?|determines?|appoints?|elects?|represents?|establishes|empowered|authori[sz]ed|permitted|exempt(?:ed)?|has|have|reserves?|responsible|free|expected|payable|due|ensures?|waives?|renounces?|guarantees?|refrains?|do(?:es)? not require)\b",
        r"\b(?:is|are) (?:not |also |further |likewise |no longer |never )?to [a-z]",
        r"\b(?:intention|readiness|willingness|resolve)s? to\b",
        r"\bit (?:is|(?:shall|will) be) (?:for|up to|with) |\b(?:responsibility|burden|task)\b[^.;:]{3,120}?\s(?:rests?|lies|devolves?) (?:\w+ )?(?:with|on|upon)\b",
        r"\bnot subject to\b",
        r"\b(?:is|are) (?:granted|accorded|given) the right\b",
        r"\b(?:enjoys?|bears?|pays?|covers?|defrays?|compulsory|mandatory)\b",
        r"\b(?:part(?:y|ies)|sides?|participants?|partners?|states?)\s(?:do(?:es)?\snot|(?:are|is)\s[a-z]{3,}ing)\b",
        r"\b(?:state|government)\s(?:also\s|[a-z]{2,12}ly\s)?(?!(?:has|is|as|was|this|its|ships|parties|bodies|authorities|organs|officials|laws)\b)[a-z]{3,}s\b",
        r"\b(?:part(?:y|ies)|sides?|participants?|partners?)\s(?:also\s|[a-z]{2,12}ly\s)?(?!(?:have|to|of|in|and|or|which|who|that|concerned|under|with|from|making)\b)[a-z]{4,}",
        r"\b(?:is|are)\s[a-z]+\sby\s(?:the|each|either|that|both)\s(?:[\w-]+\s){0,3}?(?:part(?:y|ies)|sides?|participants?)\b",
        r"\b(?:"
        + "|".join(sorted(_DECIDERS))
        + r"|authorit(?:y|ies)|staff)\b[^.;:]{0,40}?\s(?:\w{3,}s|\w{4,}ate|are)\b",
        r"\bby (?:the|an?|its|their) (?:[\w-]+ ){0,3}?(?:" + "|".join(sorted(_DECIDERS)) + r")\b",
    ),
    releases=(
        r"\b(?:agreed|undertook|undertakes?|agrees?|pledged|pledges|committed|commits|vowed|promised|obliged|obligated|"
        r"undertaken|commit)\b",
    ),
    definition=(
        r"^\W*(?:[^,;:.”\"]{0,80},\s)?(?:the\s)?(?:term|expression|word)s?\s[\"“«‘'][^\"”»’']{2,80}[\"”»’']\s(?:shall\s)?(?:also\s)?includes?\b",
        r"(?:[”\"»’']|\bterms?\b[^.;:]{1,80})\)?[^.;:”\"]{0,60}?\b(?:shall\s+)?(?:means?|(?:is|are)\s+understood\s+to\s+be|denotes?|refers?\s+to|signif(?:y|ies))\b",
        r"^[^.;:]{2,60}?\b(?:shall\s+mean|means)\b\s*(?:an?|the|any|all|that|those|such|:)",
        r"^\W*(?:an?\s|the\s|any\s)?(?:term\s|expression\s)?['‘“\"«][^'’”\"»]{2,60}['’”\"»]\s(?:is|are|shall be (?:taken|understood) to mean)\s(?:an?|the|any|all)\b",
        r"^\W*(?:[^,;:.]{0,60},\s)?(?:any\s|a\s)?references?\sto\s[^.;]{3,120}?\s(?:shall|are\sto|is\sto|will)\sbe\s(?:construed|understood|read|interpreted|deemed|taken)\b",
    ),
    modals={
        "shall": "shall",
        "must": "shall",
        "will": "will",
        "should": "should",
        "may": "shall",
        "can": "shall",
        "ca": "shall",
        "need": "shall",
    },
    rewritten=(
        (r"(?<=[a-z])(\(e?s\))", "s"),
        (
            r"\b(?:"
            + _AIMS
            + r")\b[^.;:]{0,100}?\b(?:is|are)\s(?:also|further|likewise)\sto\b|\b((?:is|are)\s(?:also|further|likewise)\sto)(?=\s(?!be\s(?:found|understood|seen)\b|(?:the|an?|this|that|these|those|its|their|each|all|any)\b)[a-z]{2})",
            "shall also",
        ),
        (r"\b(retains\sthe\sright)(?=\sto\b)", "has the right"),
        (
            r"\b(takes?\s(?:up)?on\s(?:itself|himself|themselves)\sthe\s(?:obligation|duty|commitment|responsibility)\sto)\b",
            "undertakes to",
        ),
        (r"\b(assumes?\s(?:the|an)\s(?:obligation|duty|commitment|responsibility)\sto)\b", "undertakes to"),
        (
            r"\b(?:"
            + _AIMS
            + r"|(?<=, )(?:if|where)|(?:(?<=^)|(?<=\s))(?:where|when|whenever|unless|as|whether)\s(?=an?\s|the\s))\b[^.;:,]{0,100}?\b(?:is|are)\s(?:not\s)?to\b|\b((?:is|are)\snot\sto)(?=\s(?!be\s(?:found|understood|confused))[a-z]{2})",
            "shall not",
        ),
        (
            r"\b(?:"
            + _AIMS
            + r"|(?<=, )(?:if|where)|(?:(?<=^)|(?<=\s))(?:where|when|whenever|unless|as|whether)\s(?=an?\s|the\s))\b[^.;:,]{0,100}?\b(?:is|are)\sto\b|\b((?:is|are)\sto)(?=\s(?!be\s(?:found|understood|seen)\b|(?:the|an?|this|that|these|those|its|"
            r"their|each|all|any|such|which|whom)\b)[a-z]{2})",
            "shall",
        ),
        (r"\b((?:engage|bind|pledge|commit|oblige)\s(?:themselves|ourselves)\snot\sto)\b", "undertake not to"),
        (r"\b((?:engage|bind|pledge|commit|oblige)\s(?:themselves|ourselves)\sto)\b", "undertake to"),
        (r"\b((?:engages|binds|pledges|commits|obliges)\s(?:itself|himself|herself)\snot\sto)\b", "undertakes not to"),
        (r"\b((?:engages|binds|pledges|commits|obliges)\s(?:itself|himself|herself)\sto)\b", "undertakes to"),
        (r"\b((?:does|do)\snot\s(?:have|need)\sto)\b", "need not"),
        (r"\b((?:is|are)\s(?:no\slonger|never|(?:in|under)\sno\s(?:case|way|circumstances?))\sto)\b", "shall not"),
        (
            r"\b((?:expresses|declares|states|confirms|announces)\s(?:its|his|her)\s(?:\w+\s)?(?:intention|readiness|willingness|resolve|determination))(?=\sto\b)",
            "intends",
        ),
        (
            r"\b((?:express|declare|state|confirm|announce)\s(?:their|our)\s(?:\w+\s)?(?:intention|readiness|willingness|resolve|determination))(?=\sto\b)",
            "intend",
        ),
        (
            r"^\W*(?:[Tt]he\s|[Ee]ach\s)?(?:[\w-]+\s){0,2}(?:[Pp]arty|[Pp]arties|[Ss]ides?|[Pp]articipants?|[Ii]nstitutions?|[Uu]niversity|[Aa]gency|[Mm]inistry)(:)(?=\s[a-z]+s?\s)",
            " ",
        ),
        (r"\b(?:[Nn]either|[Nn]o(?:body|ne|\sone)?)\b[^.;:,]{0,60}?\s((?:has|have)\sto)\b", "need"),
        (r"\b((?:has|have)\sto)\b(?=\s(?!do\swith)[a-z]{2})", "must"),
        (
            r"\b(?:they|we|you|it|he|she|(?!(?:its|his|this|is|was|has|as|less|pressing)\b)[a-z]{3,}s|people|persons|personnel|staff)\s(need\s(?:only\s)?to)\b(?=\s[a-z]{2})|\b[a-z]+\s(needs\s(?:only\s)?to)\b(?=\s[a-z]{2})",
            "must",
        ),
        (r"\b(need\sonly)\b(?=\s(?!to\b)[a-z]{2})", "must"),
        (r"\b((?:reserve|retain)(?:\s(?:to|for)\sthemselves)?\sthe\sright)\b", "have the right"),
        (r"\b(reserves(?:\s(?:to|for)\s(?:itself|himself))?\sthe\sright)\b", "has the right"),
        (r"\b(at\sliberty\sto)\b", "free to"),
        (r"(,\sin\swhich\s(?:case|event))\b", ";"),
        (r"\b(summons)(?=\s(?:the|its|all)\b)", "invites"),
        (r"\b([Rr]e-)(?=[a-z]{4})", ""),
        (
            r"\b(?:shall|must|will|may|should)(?:,[^,;:]{2,80},)?\s(either)\s(?!of\b|the\b|an?\b|party\b|side\b|state\b)",
            "",
        ),
        (r"\b(practise)(?=s?\b|d\b)", "practice"),
        (r"\b(co-operate)(?=s?\b)", "cooperate"),
        (r"\b(co-ordinate)(?=s?\b)", "coordinate"),
        (
            r"\b(?!(?:exerc|adv|prom|prem|comprom|superv|telev|rev|dev|compr|surpr|enterpr|otherw|likew|expert|franch|merchand|exc|inc|disgu|pract|prec|conc|appra|pra|cru|bru|improv|dem|"
            r"parad|treat|desp|cha?st|circumc|adverti|adm|dis|mis|appr|rei)is)[A-Za-z]{3,14}i(s)(?=(?:e|es|ed|er|ing|ation|ations)\b)",
            "z",
        ),
        (
            r"\b(?:[Tt]he|[Aa]n?|[Ee]ach|[Ee]very|[Tt]hat)\s([a-z]{3,}ing\s)(?=(?:[Cc]ontracting\s)?(?:[Pp]arty|[Ss]tate|[Cc]ountry|[Ss]ignatory|[Pp]articipant|[Ss]ide|[Aa]dministration|[Oo]rgani[sz]ation|[Ii]nstitut|"
            r"[Aa]genc|[Mm]inistr|[Uu]niversit|[Oo]ffice|[Gg]overnment|[Ss]ervice)\w{0,4}\b)",
            "",
        ),
    ),
    impersonal=(
        (
            _IT_IS
            + r"(?:for|up\sto)\s(?P<who>[^,;:.]{3,80}?)\sto\s(?P<verb>(?:decide|determine|adopt|approve|settle|fix|judge|assess|choose|elect|appoint)\b)",
            "power",
        ),
        (
            r"^\W*(?:[^.;:]{0,60}?,\s)?(?:this|the|these)\s(?:present\s)?(?:provisions?|agreement|convention|treaty|protocol|memorandum|arrangement|article|paragraph|section)s?\b[^;:.,]{0,60}?\s(?:shall|do|does|will|may)\snot\s"
            r"(?:oblige|require|compel|obligate|bind)\s(?P<who>[^,;:.]{3,80}?)\sto\s(?P<verb>[a-z]+)",
            "exemption",
        ),
        (
            _IT_IS
            + r"(?:the\s(?:duty|responsibility|obligation|task)\sof|incumbent\s(?:up)?on|up\sto)\s(?P<who>[^,;:.]{3,80}?)\sto\s(?P<verb>[a-z]+)",
            "obligation",
        ),
        (
            _IT_IS
            + r"for\s(?P<who>[^,;:.]{3,80}?)\sto\s(?P<verb>(?:decide|determine|adopt|approve|settle|fix|judge|assess|choose|elect|appoint)\b)",
            "power",
        ),
        (_IT_IS + r"for\s(?P<who>[^,;:.]{3,80}?)\sto\s(?P<verb>[a-z]+)", "obligation"),
        (
            _IT_IS + r"(?:lawful|permissible|open)\s(?:for|to)\s(?P<who>[^,;:.]{3,80}?)\sto\s(?P<verb>[a-z]+)",
            "permission",
        ),
        (
            r"^\W*(?:[^.;:]{0,100}?,\s)?it\s(?:falls|belongs|pertains|rests|lies)\s(?:to|with|upon)\s(?P<who>[^,;:.]{3,80}?)\sto\s(?P<verb>[a-z]+)",
            "obligation",
        ),
        (
            r"^\W*(?:[^.;:,]{0,60},\s)?(?:the\s|this\s|full\s|sole\s|primary\s)?(?:responsibility|obligation|duty|task|burden)\s(?:for|of|to)\s[^.;:]{3,120}?\s(?:shall\s|will\s)?"
            r"(?P<verb>rests?|lies?|falls?|devolves?)\s(?:\w+ly\s)?(?:with|on|upon|to)\s(?P<who>(?:the|each|that|its)\s[^,;:.]{3,80})",
            "obligation",
        ),
        (
            _NOTHING
            + r"(?:obliges?|requires?|compels?|obligates?|obliging|requiring|compelling|obligating|impos(?:es?|ing)\san(?:y)?\sobligation\s(?:up)?on)\s"
            r"(?P<who>[^,;:.]{3,80}?)\sto\s(?P<verb>[a-z]+)",
            "exemption",
        ),
        (
            _CONSTRUED
            + r"(?:obliging|requiring|compelling|obligating|binding|imposing\s(?:up)?on)\s(?P<who>[^,;:.]{3,80}?)\s(?:to|an?\sobligation\sto|the\sobligation\sto|any\sobligation\sto|a\sduty\sto)\s(?P<verb>[a-z]+)",
            "exemption",
        ),
        (
            _CONSTRUED_TO
            + r"(?:oblige|require|compel|obligate|bind|impose\s(?:up)?on)\s(?P<who>[^,;:.]{3,80}?)\s(?:to|(?:an?|the|any)\s(?:obligation|duty)\sto)\s(?P<verb>[a-z]+)",
            "exemption",
        ),
        (
            _CONSTRUED
            + r"(?:preventing|precluding|prohibiting|limiting|restricting)\s(?P<who>[^,;:.]{3,80}?)\sfrom\s(?P<verb>[a-z]+ing)\b",
            "permission",
        ),
        (
            _NOTHING
            + r"(?:prevents?|precludes?|prohibits?|debars?|preventing|precluding|prohibiting)\s(?P<who>[^,;:.]{3,80}?)\sfrom\s(?P<verb>[a-z]+ing)\b",
            "permission",
        ),
    ),
    tasks_of=(
        (
            r"^\W*(?:[^,;:.]{0,40},\s)?(?:the\s)?(?:\w+\s){0,2}(?:functions|tasks|duties|responsibilities|functions and tasks)\sof\s(?P<who>(?:the|each)\s[^,;:.]{3,80}?)\s"
            r"(?:shall\s(?:be|include|comprise)|are|include|comprise|will be)(?:\s(?:the following|as follows|inter alia|in particular))?,?\s*[:–—-]?\s*(?:to\s*[:–—-]?)?$",
            "shall",
        ),
        (
            r"^\W*(?:[^;:.]{0,60}\s)??(?P<who>(?:the|an?|each)\s(?:[\w-]+\s){0,5}?(?:"
            + _BODIES
            + r"))\b[^;:.]{0,160}?\s(?:(?:shall|will)\s)?(?:ha(?:s|ve)|perform|carry out|discharge|exercise|"
            r"undertake|fulfil)s?\s(?:in particular\s)?the following\s(?:\w+\s)?(?:tasks|functions|duties|responsibilities|functions and tasks|mandate)\s*[:–—-]\s*$",
            "shall",
        ),
        (
            r"^\W*(?:[^,;:.]{0,40},\s)?(?:the\s)?(?:\w+\s){0,2}powers\sof\s(?P<who>(?:the|each)\s[^,;:.]{3,80}?)\s(?:shall\s(?:be|include|comprise)|are|include|comprise)"
            r"(?:\s(?:the following|as follows|inter alia|in particular))?,?\s*[:–—-]?\s*$",
            "has the power to",
        ),
        (
            r"^\W*(?:[^;:.]{0,60}\s)??(?P<who>(?:the|an?|each)\s(?:[\w-]+\s){0,5}?(?:"
            + _BODIES
            + r"))\b[^;:.]{0,160}?\s(?:(?:shall|will)\s)?(?:ha(?:s|ve)|exercise)s?\s"
            r"(?:in particular\s)?the following\s(?:\w+\s)?(?:powers|powers and functions|competences|rights and powers)\s*[:–—-]\s*$",
            "has the power to",
        ),
    ),
    another=r"(?:,?\sand|;|,)\s(?="
    + _ALSO
    + r"(?:requests|asks|urges|calls\s(?:up)?on|encourages|invites|recommends|appeals\sto|demands|instructs|directs|decides\sto|authori[sz]es)\s)",
    another_task=r",?\s(?:and|or)\s(?:also\s|further\s|in particular\s)?(?=to\s(?!the\b|an?\b|all\b|any\b|its\b|their\b|his\b|this\b|that\b|these\b|those\b|such\b|each\b|other\b|it\b|them\b)[a-z]{2})",
    voiced=(
        (
            _ALSO + r"express(?:es|ed) its (?:intention|readiness|willingness|determination|resolve) to",
            "aspiration",
            True,
        ),
        (_ALSO + r"(?:calls|appeals) for", "aspiration", False),
    ),
    named_alone=r"^\W*(?:in addition,\s|to that end,\s|for this purpose,\s)?(?:the|each|every|either|any|all|an?|both|no|neither)\s(?:[\w'’-]+\s){0,6}?(?:part(?:y|ies)|states?|members?|"
    r"sides?|signator(?:y|ies)|participants?|governments?|authorit(?:y|ies)|master|owner|carrier|staff|"
    + "|".join(sorted(_DECIDERS))
    + r")(?:e?s)?(?:\sof\s(?:the\s)?[\w-]+)?\s?[:–—-]\s*$|^\W*the\s(?!following|purposes?|aims?|objectives?|objects?|terms?|definitions?|expressions?|words?)[a-z][a-z’'-]{3,30}(?:\s[a-z’'-]{3,30})?\s?:\s*$",
    subordinating=r"(?:if|unless|where|when|whenever|provided that|(?:except|save) (?:where|when|that|if)|in the event that|on condition that)\b",
    one_side=r"\b(?:the|an?|any|each|its|his) (?:[\w’'-]+ ){0,3}?(?:party|side|state|participant|government|administration|authority|ministry|agency|organi[sz]ation|"
    + "|".join(sorted(_DECIDERS))
    + r")\b",
    statute=r"\b(?:rules of procedure|terms of reference|procedural rules|by-?laws|rules)\s{1,6}(?:of|for)\s{1,3}(?:the\s)?(?P<of>[^\n.(]{3,120})",
    that_one=r"^(?:that|such|the said|the same)\s(?:contracting\s)?(?:party|state|side|participant)$",
    other_one=r"^the other\s(?:contracting\s)?(?:party|state|side|participant)$",
    opposites=OPPOSITES,
    point_conditions=r"^\W*(?:\(?[a-z0-9]{1,3}\)\s)?(?:if|where|when|whenever|unless|in (?:the )?case|in the event)\b(?![^;]*,\s[^,;]{2,80}\b(?:shall|must|may|will)\b)",
    guests=("participant",),
    done_by_people=_words(
        "verify sign issue inspect examine insure appoint train supervise approve select pay collect carry guard escort audit certify draft prepare organise organize host maintain "
        "repair operate license employ draw pack check keep chair submit choose recruit convene transport store deliver collect investigate"
    ),
    doers=r"(?:\b(?:the|each|every|any|an?|all|both|such|no)\s|(?:^|[.;]\s{1,3}|\n\s{0,4}(?:\(?\w{1,2}[.)]\s)?))(?:[\w-]+\s){0,2}?(?P<who>[a-z]{4,})\s(?:of\s(?:the\s)?(?:[\w-]+\s){1,3}?)?(?:(?:shall|must|will|may)\s|(?:undertakes?|is\sobliged|are\sobliged|is\srequired|are\srequired)\sto\s)"
    r"(?:not\s|also\s|immediately\s|promptly\s|further\s)?(?:inform|notify|consult|ensure|pay|submit|send|transmit|issue|grant|designate|appoint|accept|refuse|inspect|examine|decide|allow|permit|bear|cooperate|co-operate|assist|communicate|convene|"
    r"report|furnish|reimburse|observe|obey|comply|refrain|endeavour|keep|deliver|return|nominate|elect|exchange|prepare|approve|sign|select|choose|reject|certify|hire|employ|supervise|train|lend|insure|invite|host|repay|repair|lodge|board|consult|attend|assist|verify|carry out|hand over)\s(?!place)",
    claims_of=r"^(?:the\s|all\s|any\s)?(?:claims?|complaints?|applications?|proposals?|objections?|repl(?:y|ies)|requests?|reports?|notifications?|declarations?|comments|observations)\s(?:of|from|by)\s(?:the\s|any\s|an?\s)?(?P<who>[a-z-]+)(?=\s(?:shall|must|may|will|should)\b)",
    told_peer=r"^(?:the\s)?(?:[\w-]+\s){0,3}?(?:authorit(?:y|ies)|administrations?|agenc(?:y|ies)|institutions?|railways?)\b.{0,60}?\b(?:requesting|(?:which|that)\s(?:has\s|have\s)?(?:made|sent|requested|asked)|of the other)\b.{0,80}?\b(?:informed|notified|advised|told|sent|given)\b",
    capital_actors=_words("Power Powers"),
    courtesies=_words("compliment compliments honour honor assurance assurances"),
    holders=_words(
        "personnel staff member members official officials expert experts person persons national nationals officer officers agent agents delegate delegates representative representatives family families travellers traveller"
    ),
    disclaimed=_words("obligation duty right commitment relationship liability"),
    opinions=_words("view opinion concern conviction belief interest aim goal desire understanding"),
    latter=r"^the latter(?:\s(?:party|state|side|contracting party))?$",
    bound=_words("party side participant signatory state government partner"),
    dutiful=_words(
        "assume accord ensure guarantee refrain waive renounce inform notify designate facilitate undertake pay bear assist inform exchange cover defray meet"
    ),
    released=_words("released relieved"),
    owed=_words("payable repayable due available"),
    standing=_words("possession attendance readiness charge"),
    described_passive=_words(
        """
        base intend sign do draw conclude set found locate situate establish write list describe mention refer specify contain provide recognise recognize
        relate concern aim design make include exclude entitle mean vest link connect know agree convince resolve desire create bring comprise
        involve cover represent
        """
    ),
    strict=(r"\b(?:shall|must|will)\b",),
    ruling=(r"\b(?:shall|must not|may not|(?:is|are) (?:not )?to be)\b",),
    headed=r"\s*(?:[A-Z][A-Z’'-]*[\s,]+){0,5}(?:AGREEMENTS?|TREATY|CONVENTION|PROTOCOL|COVENANT|CHARTER|STATUTE|PACT|ACCORD|CODE|COMPACT|ARRANGEMENTS?|MEMORANDUM|RULES|REGULATIONS|BY-?LAWS|"
    r"TERMS|GUIDELINES|PLAN|PROGRAMME|CONTRACT|DECISION|ACT|CARTEL|MINUTES|CONCESSION|INTENT|UNDERSTANDING)\b",
    singular=_words("it he she"),
    private=_words(
        "persons person nationals national citizens citizen inhabitants inhabitant residents ships ship vessels vessel aircraft carriers carrier airlines airline "
        "travellers traders trader fishermen workers worker owners owner masters master trainees trainee students passengers individuals everyone"
    ),
    mutual=r"^[^;.]{0,160}?\b(?:in|by|of)\s(?:the|that)\sother\s(?:contracting\s|high contracting\s)?(?:party|state|country)\b|^[^;.]{0,160}?\b(?:notice|attention|knowledge)\sof\sthe\sother\b|\bone\scountry\b[^;.]{0,120}?\bin\sthe\sother\b|\bone\s(?:contracting\s|high contracting\s)?(?:party|state|side|signatory|participant|government)\b[^;.]{0,120}?\b(?:by|to|of|with)\sthe\sother\b|"
    r"^[^;.]{0,120}?\b(?:by|to|with|from)\sthe\sother\s(?:contracting\s)?(?:party|state|side|signatory|participant|government|administration|ministry|agency|institution|institute|university|city|museum|authority|service|country|archives|academy|library|organi[sz]ation|partner)\b(?!\sof\b)",
    performatives={
        "undertake": "obligation",
        "agree": "obligation",
        "commit": "obligation",
        "pledge": "obligation",
        "engage": "obligation",
        "promise": "obligation",
        "vow": "obligation",
        "bind": "obligation",
        "intend": "aspiration",
        "endeavour": "aspiration",
        "endeavor": "aspiration",
        "strive": "aspiration",
        "seek": "aspiration",
        "try": "aspiration",
        "aim": "aspiration",
        "attempt": "aspiration",
    },
    adjectives={
        "required": "obligation",
        "obliged": "obligation",
        "obligated": "obligation",
        "bound": "obligation",
        "responsible": "obligation",
        "liable": "obligation",
        "answerable": "obligation",
        "accountable": "obligation",
        "entitled": "right",
        "free": "right",
        "prohibited": "prohibition",
        "forbidden": "prohibition",
        "unlawful": "prohibition",
        "impermissible": "prohibition",
        "compulsory": "obligation",
        "mandatory": "obligation",
        "permissible": "permission",
        "precluded": "prohibition",
        "permitted": "permission",
        "allowed": "permission",
        "authorized": "power",
        "authorised": "power",
        "empowered": "power",
        "competent": "power",
        "exempt": "exemption",
        "exempted": "exemption",
        "immune": "exemption",
        "committed": "obligation",
        "expected": "aspiration",
        "absolved": "exemption",
        "excused": "exemption",
        "dispensed": "exemption",
        "released": "exemption",
        "relieved": "exemption",
        "vested": "power",
        "encouraged": "aspiration",
        "invited": "aspiration",
        "urged": "aspiration",
        "recommended": "aspiration",
    },
    deciders=_DECIDERS,
    deciding=_words(
        """
        adopt approve decide determine appoint elect establish represent authorize authorise delegate dismiss choose fix conclude admit nominate create dissolve remove suspend lay set issue
        """
    ),
    changing=_words("amend extend renew prolong replace insert add delete substitute annex attach"),
    can_be=_words(
        "invite ask request consult refuse deny decline postpone defer withdraw extend suspend terminate transfer grant revoke shorten waive"
    ),
    occasions=_words(
        """
        consultation meeting session negotiation exchange visit talk conference inspection review hearing consultations
        talks negotiations meetings sessions round
        """
    ),
    determiners=r"^(?:(?:the|the\sother|(?:one|two|three)\sor\smore|only|relevant|appropriate|said|same|respective|one|none|an?|his\sor\sher|her\sor\shis|its\sor\stheir|its|their|his|her|this|that|these|those|such|said|each|every|any|all|both|either|neither|no(?!\sone$)|new|two|three|four|five|six)\s+){1,4}",
    owners=r"(?<!\bpart)(?<!governments)(?<!government)(?<!states)(?<!majority)\s(?:of|from|in)\s(?:(?:any|each|either|one|both|all)\sof\s)?(?:(?:the|each|either|both|any|that|its|their|two|other|high|contracting|[a-z-]+ing|requested|"
    r"respective|member|state|states|those|host|affected|neighbouring|flag|coastal|port|home)\s){0,4}(?:part(?:y|ies)|sides?|states?|participants?|powers)\b[^\n]{0,200}$|(?<!government)(?<!governments)(?<!both)\s(?:of|from|in)\s(?:both|the\stwo|the\sother|either)\s(?:the\s)?(?:[a-z-]+\s){0,2}?[a-z-]{4,}$",
    tails=(
        r"(?<=ing state)\sof\s[^\n]{0,200}$|(?<=ed state)\sof\s[^\n]{0,200}$|(?<=ing party)\sof\s[^\n]{0,200}$|(?<=ed party)\sof\s[^\n]{0,200}$",
        r"\s(?:alone|itself|himself|themselves|only|(?<!person )(?<!persons )concerned|responsible|affected|interested|involved|in question|so (?:requested|asked|named|chosen|appointed))$",
        r",\s(?:other|and|or)\s[^\n]{0,200}$|(?<=\w\w\w\w)\s(?:without|on board|aboard)\s[^\n]{0,200}$",
        r"\s(?:summoned|chosen|drawn|given|held|sent|paid|taken|built|born|bound|taught|present|acceptable|accountable|answerable|eligible|entitled|subject|liable|called|invited|found|arrested|convicted|sentenced|transferred|extradited|detained|seconded|established|registered|residing|resident|located|situated|stationed|engaged|flying|belonging|taking|calling|holding|travelling|operating|employed|designated|appointed|referred|"
        r"mentioned|licensed)\s(?:in|by|to|under|at|on|from|with|for|pursuant|out|part|as|the|an?|off)\s[^\n]{0,200}$",
        r"\s(?:responsible|competent)\s(?:for|in)\s[^\n]{0,200}$",
        r"(?<!^group)(?<!^other)(?<!^board)(?<!^committee)(?<!^council)(?<!^conference)(?<!^court)(?<!^state)(?<!^party)(?<!^country)(?<!^member)(?<!^members)(?<!^point)(?<!^points)(?<!^head)(?<!^heads)(?<!^team)"
        r"(?<!^teams)(?<!^groups)(?<!^panel)(?<!^person)(?<!^persons)(?<!^port)(?<!^chamber)(?<!^majority)(?<!^assembly)(?<!^bureau)(?<!^ministry)(?<!^minister)(?<!^ministers)\sof\s(?:an?|any|each|every|such|one)\s[^\n]{0,200}$",
        r"(?<=^owners)\sof\s[^\n]{0,200}$|(?<=^owner)\sof\s[^\n]{0,200}$|(?<=^masters)\sof\s[^\n]{0,200}$|(?<=^master)\sof\s[^\n]{0,200}$|(?<=^captain)\sof\s[^\n]{0,200}$|(?<=^directors)\sof\s[^\n]{0,200}$|"
        r"(?<=^agency)\sof\s[^\n]{0,200}$|(?<=^agencies)\sof\s[^\n]{0,200}$|(?<=^institution)\sof\s[^\n]{0,200}$|(?<=^authorities)\sof\s[^\n]{0,200}$|(?<=^authority)\sof\s[^\n]{0,200}$|(?<=^crew)\sof\s[^\n]{0,200}$",
        r"(?<=\w\w\w)\s(?!united\s)[a-z]{3,}ed\s(?:in|by|under|to|for|from|on|with|at|pursuant)\s[^\n]{0,200}$",
        r"(?<=s)\s(?:\w{3,}ing\s(?!(?:\w+\s)?(?:part|state|countr|bod|group|committee|council|agenc|cent(?:re|er)|service|unit|offic|authorit|institut|board|commission|compan|team|station|inspector|mission|administration|department|association|organi[sz]ation|section|division|bureau|staff|personnel|cell|fund|bank|school|programme))|\w{3,}ed\s(?:by|under|in|to|for|from|on|with|at|pursuant)\s)[^\n]{0,200}$",
        r"(?<=\w\w\w)\s(?:working|serving|living|staying|acting|stationed|present|detained|studying|travelling|passing)\s(?:in|at|on|for|under|as|with|from|through|within)\s[^\n]{0,200}$",
        r"(?<=^aircraft)\sof\s.{0,200}$|(?<=^vessels)\sof\s.{0,200}$|(?<=^ships)\sof\s.{0,200}$|(?<=^vehicles)\sof\s.{0,200}$|(?<=^dependants)\sof\s.{0,200}$|(?<=^crews)\sof\s.{0,200}$|(?<=^agents)\sof\s.{0,200}$|(?<=^consuls)\sof\s.{0,200}$",
        r"(?<=members of the family)\sof\s.{0,200}$|(?<=operators)\sof\s.{0,200}$|(?<=operator)\sof\s.{0,200}$|(?<=owners)\sof\s.{0,200}$",
        r"(?<=officials)\sof\s.{0,200}$|(?<=official)\sof\s.{0,200}$|(?<=officers)\sof\s.{0,200}$|(?<=officer)\sof\s.{0,200}$|"
        r"(?<=personnel)\sof\s.{0,200}$|(?<=staff)\sof\s.{0,200}$|(?<=employees)\sof\s.{0,200}$|(?<=experts)\sof\s.{0,200}$|"
        r"(?<=representatives)\sof\s.{0,200}$|(?<=nationals)\sof\s.{0,200}$|(?<=citizens)\sof\s.{0,200}$|(?<=expert)\sof\s.{0,200}$",
        r"(?<=\w\w\w)\s(?:in (?!charge|chief|custody|arrears|office|command|residence)|on (?:mission|duty|board)|in$|under (?!secretary)|together with)[^\n]{0,200}$",
    ),
    joined=r"(?:(?<!^his)(?<!^her)(?<!^its)\s(?:and|or|nor|as well as)\s(?:the|its|their|his|her|an?|any|all|each|every|two|three|four|five|six)|,\s(?:its|their|his|her))\s[^\n]{0,200}$",
    described=(
        (r"^[^;]{0,120}?,?\s(?:as|acting as|in its capacity as)\s(?:the\s)?depositar", "depositary"),
        (
            _A_SIDE
            + r"(?:(?:which|that|who) (?:has )?(?:(?:sends?|sent|second(?:s|ed)|dispatch(?:es|ed)|nominate[sd]?|posts|posted) (?!(?:the |an? |such |its |their )?(?:\w+ )?(?:requests?|notif|letter|repl|application|report|notes?\b|notice|communication|proposal|invitation|message|quer|inquir))|made? the visit\b)|(?:making|paying) (?:the|a) visit\b|sending (?:the|its|such) (?!request|notif))",
            "sending_party",
        ),
        (
            _A_SIDE
            + r"(?:(?:which|that|who) (?:has )?(?:receives?|received|hosts?|hosted|invites?|invited|welcomes?|accepts?|accepted) (?:the |its |such |them\b|him\b|an? )?(?!(?:\w+ )?(?:request|application|letter|notif|invitation|offer|notice))|(?:hosting|receiving|inviting) (?:the |its |such |an? )?(?:\w+ )?(?:visit|delegation|expert|personnel|specialist|trainee|student|participant|mission|group))",
            "receiving_party",
        ),
        (
            _A_SIDE
            + r"(?:(?:which|that|who) (?:has )?(?:asks?|asked|requests?|requested|made (?:the|a|such) request|applies|applied for)\b|(?:asking|requesting) (?:for )?(?:it|help|assistance))",
            "requesting_party",
        ),
        (
            r"^(?:the |each |any |an? |that )?[a-z-]+ (?:that|which) (?:is|was|has been) (?:so )?(?:asked|requested|called|approached)\b",
            "requested_party",
        ),
        (_A_SIDE + r"(?:so )?(?:requested|asked)\b(?! (?:for|to))", "requested_party"),
        (
            r"^[^,;]{0,40}?\b(?:party|state|authority|participant|side)(?: \w+)?,? (?:(?:receiving|which (?:has )?receive[sd]|that (?:has )?receive[sd]|"
            r"having received|in receipt of) (?:(?:an?|the|such|that|this|any) )?(?:\w+ )?request|to (?:which|whom) (?:an?|the|such|that) (?:\w+ )?(?:request|letter|application))\b",
            "requested_party",
        ),
        (
            r"^[^,;]{0,40}?\b(?:party|state|authority|participant|side)(?: \w+)?,? (?:(?:making|submitting|sending|that (?:has )?(?:made|makes|submitted|submits|sent)|"
            r"which (?:has )?(?:made|makes|submitted|submits|sent)) (?:(?:an?|the|such|that|this|any) )?(?:\w+ )?request|(?:requesting|seeking|which requests?|which requested) "
            r"(?:assistance|information|extradition|surrender|transfer|readmission))\b",
            "requesting_party",
        ),
        (
            r"^[^,;]{0,40}?\b(?:party|state|authority|participant|side)(?: \w+)?,? (?:receiving|(?:which|that) (?:has )?(?:receive[sd]|obtain(?:s|ed))|having (?:received|obtained)|"
            r"in receipt of) (?:(?:the|such|any|this) )?(?:\w+ )?(?:information|data|evidence|documents?|objects?|samples?|results?|materials?)\b",
            "receiving_party",
        ),
        (
            r"^[^,;]{0,40}?\b(?:party|state|authority|participant|side)(?: \w+)?,? (?:(?:(?:which|that) (?:has )?|having )?(?:supplie[sd]|supplying|provid(?:es|ed|ing)|"
            r"transmit(?:s|ted|ting)|disclos(?:es|ed|ing)|furnish(?:es|ed|ing)|communicat(?:es|ed|ing))) (?:(?:the|such|any|this) )?(?:\w+ )?"
            r"(?:information|data|evidence|documents?|objects?|samples?|materials?)\b",
            "sending_party",
        ),
    ),
    directives=(
        (_ALSO + r"(?:instructs|directs|mandates|tasks|charges|demands|requires)", "obligation"),
        (_ALSO + r"(?:requests|asks)", "request"),
        (
            _ALSO
            + r"(?:urges|calls (?:up)?on|encourages|invites|recommends(?: to)?|appeals to|exhorts|implores|reiterates its (?:call|appeal|request|invitation) (?:(?:up)?on|to))",
            "aspiration",
        ),
        (_ALSO + r"(?:authori[sz]es|empowers)", "power"),
    ),
    directed=r",\s|:|\sto(?=\s[a-z])(?!\s(?:(?:the|any|all|an?|this|that)\s)?(?:(?:armed|internal|present|current)\s){0,2}(?:conflicts?|disputes?)\b)|\s(?:shall|should|must|will|may|be|take|ensure|consider|continue|designate|adopt|make|establish|provide|report|in|by|on|within|allow|cease|respect|release|end|stop|refrain|comply|abide|cooperate|co-operate|return|withdraw|investigate|submit|hold|keep|give|grant|open|lift|implement|accept|agree|facilitate|permit|protect|prevent|halt|disarm|engage|resume|begin|start|pursue|fulfil|observe|honour|bring|remove|declare|dismantle|leave|include|develop|strengthen|inform|notify|apply|afford|exercise|review|enter|guarantee|immediately|fully|unconditionally|promptly|urgently|without|who|which|and\s(?:immediately|fully))\b",
    resolving=r"(?i)" + _ALSO + r"decides,?\sto\s(?!remain|continue|keep|be\b)(\w+)",
    issuer=r"(?m)^\s{0,8}(The [A-Z][^,\n]{3,90}),\s{0,4}$",
    own_acts=r"^(?:its|their|his|her)\s(?:\w+\s)?(?:decisions?|meetings?|sessions?|recommendations?|resolutions?)$",
    acts_of=r"^(?:(?:the|all|such|any|ordinary|extraordinary|annual|regular|special)\s){0,2}(?:decisions?|meetings?|sessions?|recommendations?|sittings?|deliberations|resolutions?|reports?)\s(?:and \w+ )?of\s((?:the\s)?[^,;.]{3,60}?)"
    r"(?=\s(?:shall|will|must|may|should|are|is)\b)",
    reduced_clause=r"^\W*(?!(?:[Ii]f|[Ww]here|[Ww]hen|[Ii]n|[Oo]n|[Aa]t|[Uu]pon|[Ff]or|[Aa]ny\s\w+ing|[Ww]ithout|[Ss]ubject|[Ww]ithin|[Bb]efore|[Aa]fter|[Uu]nless)\b)(?:(?!(?:shall|must|will|may|should|is|are)\b)[\w’'-]+\s){1,6}?"
    r"((?:summoned|called|invited|convicted|sentenced|arrested|sought|found|established|registered|residing|resident|located|situated|stationed|engaged|flying|belonging|taking|calling|holding|travelling|operating|employed|designated|appointed|seconded|listed|"
    r"enumerated|mentioned|named|referred|carried|obtained|received|supplied|transmitted|seized|transferred|extradited|detained|making|receiving|seeking|having|wishing|intending|using|carrying|"
    r"concluded|arising|resulting|relating|pertaining|issued|granted|made|marked|provided|placed|sent|exchanged|acquired)\s(?:to|in|by|under|on|from|with|for|at|of|out|part|within|pursuant|as|"
    r"the|an?|such|this|these|its|their|between|into)\s[^,;:.]{2,100}?)(?=\s(?:shall|must|will|may|should|are|is)\s(?!the\b|an?\b))",
    subject_clause=r"(?i)^\W*(?!if\s|where\s|when\s)(?:(?!(?:shall|must|will|may|should|agrees?|undertakes?|ensures?|is|are)\b)[\w-]+\s){1,8}?((?:(?:in|to|from|on|by|for|of|at|within|under|with)\s)?"
    r"(?:whose|which|who|whom|(?:(?<=party )|(?<=state )|(?<=side )|(?<=participant ))that|that(?=\s(?:has|have|had|is|are|was|were|wishes|seeks|makes|receives|intends|fails|becomes|holds|carries|operates|uses)\b))\s(?:(?!(?:shall|must|will|may|should)\b)[^,;:.]{3,140}?(?<!\sor)(?<!\sand)(?=\s(?:shall|must|will|may|should)\b)|"
    r"(?:may|will|can)\s(?:[\w-]+\s){1,12}?(?=(?:shall|must)\b)))",
    opening=_words("begin commence start proceed"),
    possessions={
        "right": "right",
        "duty": "obligation",
        "obligation": "obligation",
        "responsibility": "obligation",
        "power": "power",
        "authority": "power",
        "competence": "power",
        "capacity": "power",
        "jurisdiction": "power",
        "option": "right",
        "freedom": "right",
        "discretion": "right",
        "vote": "power",
        "votes": "power",
        "access": "right",
        "immunity": "exemption",
        "claim": "right",
        "say": "power",
        "decision": "power",
        "liberty": "right",
        "word": "power",
        "title": "right",
        "ownership": "right",
    },
    strivings=frozenset(["endeavour", "endeavor", "strive", "seek", "aim", "try", "attempt"]),
    abstaining=frozenset({"refrain", "abstain", "desist"}),
    efforts=frozenset(["effort", "endeavour", "endeavor"]),
    constitutive=_words(
        """
        apply enter affect mean constitute prevail remain come take cease terminate expire consist comprise relate
        extend cover prejudice denote include begin commence continue lapse become refer form bind derogate exclude
        impair operate involve differ depend count supersede replace limit alter imply preclude prevent end run date
        arise originate govern represent amount require
        """
    ),
    constitutive_passive=_words(
        """
        deem consider regard construe interpret understand govern define base call know compose annex attach replace
        amend delete insert add substitute renew extend prolong bind affect apply limit prejudice constitute ratify
        presume impair mean treat prolong suppose entitle name
        """
    ),
    descriptive=_words(
        """
        avail
        be have recognize recognise consider believe note desire wish constitute remain exist acknowledge affirm reaffirm welcome
        share understand confirm declare recall express attach stress emphasise emphasize underline mean know hope trust expect form
        possess enjoy consist comprise include comprehend bear rely depend appear seem belong stand lie vary differ relate concern
        want need regard appreciate value support like prefer
        """
    ),
    actors=_words(
        """
        troops soldiers sailors contingent contingents candidates candidate delegates graduates youth spouse spouses relatives heirs tribe tribes community communities province provinces district districts
        consortium federation academy academies clinics college colleges faculty faculties association associations society societies club clubs foundation foundations army navy gendarmerie coastguard coastguards battalion
        military notary notaries tenant tenants author authors insured dependent dependents dependant city cities town towns municipality municipalities crew crews forces force party parties state states government governments signatory signatories participant participants side sides
        member members country countries authority authorities council committee commission secretariat depositary
        director court tribunal conference assembly board agency agencies ministry ministries minister ministers
        organization organisation organizations organisations secretary-general secretary president chairman
        chairperson chair bureau body bodies person persons everyone individual individuals child national nationals
        official officials officer officers agent carrier carriers airline airlines operator operators owner owners
        master administration administrations service services centre center bank company companies police
          belligerent occupant expert experts judge judges group institution institutions coordinator
        coordinators delegation delegations team representative representatives prosecutor investor investors
        mission arbitrator arbitrators majority registrar union community parliament embassy consul consulate
        firm firms corporation corporations studio studios museums universities university school schools hospital hospitals laboratories
        library libraries seamen enterprise enterprises employer employers worker workers undertaking administrator holder applicant
        contractor contractors enterprise institute department fund signatories partner partners anyone
        chairs co-chairs crew buyer seller producers manufacturers user users commander commanders prisoner prisoners internee
        internees detainee detainees accused defendant witness witnesses victim victims refugee refugees women men children people
        peoples public parents guardian ambassador diplomat staff personnel commissioner chamber panel secretaries commissioners head
        heads captain pilot ship ships vessel vessels aircraft specialists scientists occupier attaché envoy mediator conciliator
        arbiter nobody teachers students wounded protector donor donors recipient recipients supplier suppliers sender receiver
        magistrate magistrates prosecutors investigator investigators counsel custodian entity entities mechanism tribunals courts
        general
        guard guards shepherds herdsmen pilots merchants nurses physicians midwives doctors monks merchant physician agents couriers presidents dependants clients students vehicle vehicles train trains traveller travellers passenger passengers inhabitants inhabitant residents resident
        brigade brigades escort escorts chief chiefs headman headmen club clubs federation federations dean deans rector rectors coastguard registry
        railway railways railroad governor governors member-state lender borrower guarantor depositor
        office offices laboratory unit units
        """
    ),
    actor_endings=("er", "ers", "or", "ors", "ist", "ists", "ant", "ants", "ee", "ees", "men", "man", "ian", "ians"),
    not_actors=_words(
        """
        waiver waivers disclaimer disclaimers reminder reminders banner banners counter counters folder folders header headers identifier
        identifiers marker markers monitor monitors poster posters shutter shutters sticker stickers tracker trackers transformer transformers
        voucher vouchers disaster disasters encounter encounters gender genders ledger ledgers locker lockers mirror mirrors pointer pointers
        prayer prayers printer printers radiator radiators refrigerator refrigerators sensor sensors server servers tremor tremors calculator
        calculators generator generators precursor precursors restaurant restaurants variant variants pollutant pollutants determinant
        determinants guarantees degrees decree decrees specimen specimens regimen median checklists manners quarters centers covers filters
        levers motors towers tractors vectors corridors harbors colors computers scanners trailers tankers liners boilers reactors detectors
        compressors steamers helicopters elevators escalators rotors stators meters thermometers barometers newsletters answers headquarters
        remainder remainders coffee jubilee constant constants lubricant lubricants coolant coolants remnants covenants elephants pendants
        talisman
        order orders matter matters number numbers letter letters paper papers power water waters factor factors sector sectors error errors
        chapter chapters transfer transfers register registers border borders offer offers river harbor charter vector container containers
        tender tenders corridor parameter parameters labor labour behavior favor honor collar cover river shelter tower computer
        meter filter buffer procedure fee fees guarantee degree plan covenant grant grants warrant warrants
        plant plants amount relevant reactor motor tractor indicator indicators trailer paragraph agreement convention
        protocol treaty article annex annexes regulation decision directive memorandum section part title constitution statute
        charter appendix schedule agreements provisions provision articles protocols conventions act order rules rule arrangement
        arrangements project projects programme program programmes programs plan plans action operation quarter semester calendar
        chapters paragraphs annexes declaration resolution pact accord entry disorder laser layer layers labels contract contracts
        remainder transponder transmitter weather winter summer danger temper finger corner manner measure other others further
        whether earlier later greater lesser number barrier barriers liver
        """
    ),
    party_word=r"\b(?:parties|states part(?:y|ies)|signatories|contracting states|participants|sides|two governments|members|member states)\b",
    subject_of_list="They",
    pronouns=frozenset(
        {
            "they",
            "he",
            "she",
            "we",
            "those",
            "each",
            "both",
            "all",
            "either",
            "neither",
            "none",
            "one",
            "any",
            "latter",
            "former",
            "another",
            "who",
        }
    ),
    always_constitutive=frozenset(
        {"consist", "comprise", "constitute", "mean", "denote", "prevail", "expire", "avail"}
    ),
    anaphors=frozenset({"it", "they", "he", "she", "he-or-she", "she-or-he"}),
    insertions=(r"\b((?:shall|must|will|may|should)(?: not| also)?),\s+(?=\w)",),
    phrases_after_modal=(
        r"\b(?:endeavou?rs?|undertakes?|agrees?|seeks?|strives?|obliged|required|entitled|authori[sz]ed|empowered|permitted|bound|right)(,\s(?![^,;:.]{0,120}\b(?:shall|must|will)\b)[^,;:.]{2,120},)(?=\sto\s)",
        r"\b(?:shall|must|will|may)(?:\snot)?\s[a-z]{3,14}(,\s(?:at|in|on|upon|without|as|where|within|for|through|under)\s(?![^,;:.]{0,60}\b(?:shall|must|will|may)\b)[^,;:.]{2,60},)(?=\s(?:the|an?|any|all|its|their|such|that|to)\s)",
        r"(?<=\w)(,\s(?:where|if|when|as|in|on|upon|at|subject|with|within|by|after|for|during|under|without|unless)\s(?![^,;:.]{0,80}\b(?:shall|must|will|may|should)\b)[^,;:.]{2,80},)(?=\s(?:shall|must|will|may|should)\b)",
        r"\b(?:shall|must|will|may|should)(?: not| also)?(\s+(?:at any time|at all times|for (?:this|that) purpose|in any (?:case|event)|in good faith|"
        r"to (?:this|that) end|as far as possible|so far as possible|by (?:common|mutual) (?:accord|agreement|consent)|by agreement(?: between them)?|where (?:appropriate|possible|necessary)|by reason thereof|in particular|"
        r"as appropriate|in such (?:a )?(?:case|cases|event)|if necessary|upon request|on request|inter alia|by mutual (?:consent|agreement)|by consensus|by unanimity|unanimously|by an? (?:\w+[ -]){1,3}majority))\b",
        r"\b(?:shall|must|will|may|should)(?: not| also)?(\s+(?:at|for|in|under|by|on|with|within|upon|if|as|to|during|after|before|throughout|until|from|where|when|without)\s(?!no\b)[^,;:.]{2,80}?)(?=\s+be\s)",
    ),
    function_words=_words(
        """
        a an the and or but nor of in on at by to for from with within without under over through upon where when if as who which that whose
        this these those such any all each its their his her it they he she not no also including particular particularly especially
        inter before after during until pursuant subject whenever unless except so while taking insofar either neither both other only
        whether wherever notwithstanding namely alia provided however therefore moreover nevertheless furthermore accordingly instead likewise
        thereafter thereupon meanwhile consequently thus then again nonetheless
        """
    ),
    not_bare=("s", "ing", "ed", "tion", "ly", "ment", "ity", "al", "ive"),
    own_modal=(r"^(?:\W{0,3}\w{1,4}\W{1,3})?(?:the|each|all|any|no)\s[^,;:]{2,80}\b(?:shall|must|may)\b",),
    list_of_conditions=(
        r"\bone(?:\sor\smore)?\sof\sthe\sfollowing\b[^:]{0,60}:\s*$",
        r"\b(?:if|when|where|whenever|unless)\s(?:(?!(?:shall|must|may|will|should|to)\b)[\w’'()-]+\s){1,12}?(?:(?!(?:shall|must|may|will|should|to)\b)[\w’'()-]+)\s*:\s*$",
        r"\b(?:if|where|when|whenever|should|unless|upon|after|in)\s(?:any|one|either|each|all)?(?:\s(?:one\s)?or\smore)?\s?(?:of\s)?the\sfollowing\s(?:\w+\s){0,2}?(?:events?|conditions|cases|circumstances|situations)\b[^:.;]{0,240}:\s*$",
        r"\b(?:under|on|upon|subject to|in)\s(?:any of |all of |one of )?(?:the\s)?following\s(?:\w+\s)?(?:conditions|cases|circumstances)(?: are met)?\s*[:\-–—]?\s*$",
        r"\b(?:except|except for|except in|except where|except that|except when|with the exception of|save|save for|other than|excluding|save in|save where)\s*[:\-–—]?\s*$",
        r"\b(?:if|when|where|whenever|unless|(?:provided|condition|event|extent|cases?) that|in (?:the )?(?:case|cases|event)(?: of| that)?|"
        r"where either|if either)\s*[:\-–—]?\s*$",
    ),
    documents=_words(
        """
        request notification reply response application notice communication report information letter invoice
        document instrument certificate record
        declaration statement proposal summons order judgment decision recommendation
        """
    ),
    open_list=(
        r"(?:\b(?:shall|must|will|should|may)(?:\s+(?:not|also|further|likewise|either|jointly|therefore|in particular|"
        r"inter alia|as appropriate|only|at least))*|\b(?:undertakes?|agrees?|endeavou?r|seek|strive|entitled|right|obliged|"
        r"required|empowered|authori[sz]ed|power|competent|commits?(?: itself| themselves)?|efforts?|intentions?|readiness|willingness|is|are)\s+(?:not\s)?to|\b(?:undertakes?|agrees?|engages?|pledges?|(?:intention|readiness|willingness)))\s*"
        r"(?:,\s(?:and|or|but|where|subject|in|to|as|if|when|whenever|within|on|upon|at|without|by|taking|for|with|failing|having|pursuant|under|consistent|not\slater|also|so\sfar|through|inter)\b"
        r"[^:,]{0,160}){0,3},?\s*[:\-–—]?\s*$",
    ),
    parties=(
        (
            r"\b(?:requesting|applicant)\s+(?:contracting\s+|state\s+|central\s+|competent\s+)?(?:part|state|country|countries|administration|authorit|signator|side|government|institut|agenc|ministr|universit|organi[sz]ation|service)",
            "requesting_party",
        ),
        (
            r"\b(?:requested)\s+(?:contracting\s+|state\s+|central\s+|competent\s+)?(?:part|state|country|countries|administration|authorit|signator|side|government|institut|agenc|ministr|universit|organi[sz]ation|service)",
            "requested_party",
        ),
        (
            r"\b(?:receiving|recipient|host|hosting|importing|inviting)\s+(?:contracting\s+|state\s+)?(?:part|state|country|signator|side|government|institut|agenc|ministr|universit|organi[sz]ation|senate|parliament|association|federation|cit(?:y|ies)\b|bank|library|archive|museum|school|college|academy|club|society|union|council|laborator|hospital|administration|partner|nation)",
            "receiving_party",
        ),
        (
            r"\b(?:sending|dispatching|seconding|delegating|nominating|transmitting|supplying|exporting|providing|disclosing|visiting)\s+(?:contracting\s+|state\s+)?(?:part|state|country|signator|side|government|institut|agenc|ministr|universit|organi[sz]ation|senate|parliament|association|federation|cit(?:y|ies)\b|bank|library|archive|museum|school|college|academy|club|society|union|council|laborator|hospital|administration|partner|nation)",
            "sending_party",
        ),
        (
            r"^(?:(?:no|neither|each|every|either|any|an?|one|such|that|this|another|none|if a)\b\s?(?:(?!(?:in|of|to|by|from|with|between|for|under|at|on)\s)[^,;\s]{1,20}\s){0,3}?|the\s(?:(?:high|contracting|state|states|other|latter|former|same|"
            r"said|concerned|interested|first|second|relevant|respective|participating|signatory|member|two)\s){0,3})?(?:(?:high )?(?:contracting |state |other |latter |former ))?(?:party|signatory|participant|"
            r"state part(?:y|ies)|member state|contracting (?:state|government)|partner|member(?! states)(?!\s[a-z]{3,}s$)|side)\b(?!\s(?:agents?|officials?|representatives?|leaders?|delegates?|observers?|experts?|members?)\b)(?!\s[a-z]$)(?!ies|s\b|'s|’s|\sof\s(?:origin|transit|export|import|destination|transfer|registry))",
            "each_party",
        ),
        (
            r"^(?:each|either|neither)$|^(?:each|either|neither|every|no|the other)\s(?:contracting\s)?(?:government|country)\b(?! part)|^(?:either|neither)\sstate\b",
            "each_party",
        ),
        (r"^(?:no|each|every|either|neither|any|a)\s(?:high\s)?(?:contracting\s|signatory\s)?power$", "each_party"),
        (r"^(?:all\s)?(?:the\s)?(?:high\s)?(?:contracting\s|signatory\s)powers$", "all_parties"),
        (
            r"^(?:either|neither|the other)\s(?:service|senate|parliament|institution|institute|agency|ministry|administration|university|academy|museum|library|archives|bank|inspectorate|federation|association|museum|authority|organi[sz]ation|city|office)$",
            "each_party",
        ),
        (
            r"^(?:the two|both(?: the)?|these two)\s(?:services|senates|parliaments|institutions|institutes|agencies|ministries|administrations|universities|academies|museums|libraries|archives|banks|inspectorates|federations|associations|organi[sz]ations|cities|offices)$",
            "all_parties",
        ),
        (
            r"^(?:each|every|neither|either|one|any|none|no one)\s+of\s+(?:the|them|these)\b[^,;]{0,30}?(?:parties|states|governments|sides|signatories|$)",
            "each_party",
        ),
        (
            r"^(?:[^,;]{0,40}\b)?(?:parties|signatories|participants|participating states|states part(?:y|ies)|member states|"
            r"contracting (?:states|governments)|two (?:governments|countries|states|sides)|both (?:sides|governments|countries)|partners|sides|"
            r"(?<!\w\w\w\w )(?<!two )(?<!three )members(?! of))\b(?!['’])(?!\s+to\s+(?:(?:the|any|an?|all|armed|internal)\s+){0,2}(?:dispute|conflict|proceeding|litigation|case))",
            "all_parties",
        ),
        (
            r"^(?:(?:only|the|all|these|those|such|other|developed|developing|bordering|every|each|any|an?|no|that)\s+){0,3}"
            r"(?:(?!(?!neighbouring|existing|remaining|participating|adjoining|acceding|ratifying|signing|bordering|consenting|interven)[a-z]+ing\s|flag\s|coastal\s|port\s|transit\s|archipelagic\s|home\s|"
            r"custodial\s|riparian\s|user\s|depositary\s)[a-z-]+\s+)?states?\b(?!\s+of\s(?:origin|transit|residence|destination|nationality|registry|export|import|departure)|\s+(?:personnel|citizens?|nationals|forces|government|officials|vessels|embassy|military|contractors?|bank|agency|secretary|budget|of\s(?!america)))",
            "state",
        ),
    ),
    phrase_end=r"(?<=\w\w\w)\s(?:by|referred|under|pursuant|appointed|established|set up|which|who|that|in|on|for)\s",
    organs=(
        (
            r"^(?:the |an? |each |any |no |every |other |\w+ )?(?:members?|heads?|chair\w*|presidents?|vice-presidents?|nationals?|officials?|representatives?|citizens?|"
            r"officers?|staff|experts?|delegates?|judges?|employees|personnel|majority) of\b",
            "=",
        ),
        (
            r"^(?:the |an? |each |any |no |every |all |only )?(?:(?!the |competent )[a-z-]+ ){0,2}?(?:witness(?:es)?|persons?|nationals?|experts?|prisoners?|offenders?|suspects?|carriers?|operators?|"
            r"vessels?|ships?|vehicles?|aircraft|masters?|owners?|trainees?|workers?|inspectors?|travellers?)\b",
            "=",
        ),
        (
            r"^(?:the |all )?(?:developed|developing|least[ -]developed|land-?locked|annex \w+|affected)\b[^,;]{0,30}\bparties\b",
            "=",
        ),
        (r"\bcompetent (?:(?!(?:and|or)\b)\w+ )?(?:authorit|bod|agenc|organ)", "competent_authority"),
        (r"\bcentral authorit", "central_authority"),
        (r"\bdepositar", "depositary"),
        (r"\bsecretary[- ]general\b", "secretary_general"),
        (r"\bdirector[- ]general\b", "director_general"),
        (r"\bchair(?:person|man|woman)\b", "chairperson"),
        (r"\bexecutive director\b", "executive_director"),
        (r"\bexecutive secretary\b", "executive_secretary"),
        (r"\bexecutive committee\b", "executive_committee"),
        (r"\bsecretariat\b", "secretariat"),
        (r"\b(?:joint|mixed) (?:\w+ )?(?:commission|committee)", "joint_commission"),
        (
            r"^(?:the |an? |each )?(?!(?:said|same|other|present|new|whole|full|relevant|competent|respective|such|said|that|this|its|their)\s)[a-z-]+ (?:[a-z-]+ )?"
            r"(?:director|committee|council|board|panel|manager)$",
            "=",
        ),
        (r"^(?:the )?(?:\w+ )?meetings? of (?:the )?(?:contracting |states )?parties\b", "meeting_of_the_parties"),
        (r"\bconference\b", "conference"),
        (r"\bassembly\b", "assembly"),
        (r"\bcommission\b", "commission"),
        (r"\bcommittee\b", "committee"),
        (r"\bcouncil\b", "council"),
        (r"\btribunal\b", "tribunal"),
        (r"\bcourt\b", "court"),
        (r"\bworking group", "working_group"),
        (r"\bdirector\b", "director"),
        (r"(?<!on )\bboard\b", "board"),
        (r"\bteam leader|\bleader of the (?:\w+ ){0,2}team", "team_leader"),
        (r"^(?:the )?cent(?:re|er)$", "centre"),
    ),
    hidden=HIDDEN,
    acts=acts_en.ACTS,
    plays=acts_en.PLAYS,
    hidden_in=HIDDEN_IN,
    cast=CAST,
    counterparts=COUNTERPARTS,
    consenting_side=CONSENTING_SIDE,
    across=ACROSS,
    role_pairs=ROLE_PAIRS,
    of_country=r"(?:the )?(?:government of (?:the )?)?(?:{names})(?: (?:side|party|government|participant))?",
    shared=r"^(?:(?:the|any|such|all|regular|joint|first|ordinary|extraordinary|annual)\s){0,3}(?:meetings?|sessions?|consultations?|negotiations?|decisions?|disputes?|differences?|amendments?|modifications?|"
    r"work(?:ing)? (?:plans?|programmes?)|programmes?|(?:working|expert) groups?|cooperation|co-operation|exchanges?|votes?|quorum|protocols?)\b",
    resumed=r"^(?:the|this|that|such|these|those)\s(?:[\w-]+\s){0,2}?(?P<what>[\w-]{4,})$",
    specific=_words("receiving_party sending_party requested_party requesting_party"),
    called=CALLED,
    realms=REALMS,
    told_side=TOLD_SIDE,
    given_side=GIVEN_SIDE,
    deciding_hands=DECIDING_HANDS,
    duties_of=DUTIES_OF,
    inheriting=INHERITING,
    such_act=r"^(?:any\s)?(?:such|that|this)\s(?:\w+\s){0,2}?(?:notices?|notifications?|reports?|declarations?|communications?|statements?|proposals?|objections?|repl(?:y|ies)|designations?|certifications?)\b|^the\s(?:[\w-]+\s)?(?:notification|notice|report|declaration|communication|reply|objection)s?$",
    attended=_words("assist accompany represent"),
    carried=_words("import export bring take sell carry dispose re-export transfer"),
    public=_words(
        "authorities states parties members governments bodies organs agencies services ministries organizations organisations courts administrations "
        "institutions departments offices units sides participants signatories countries presidents directors"
    ),
    instruments=_words("agreement treaty convention protocol memorandum arrangement charter covenant amendment"),
    ratifying=_words("approve ratify accept sign"),
    attributes=_words("personality seat headquarters"),
    fair=_words("reasonable equitable legible"),
    borne=_words("cost expense charge fee expenditure risk responsibility loss share price salary insurance"),
    elliptic=r"(?P<own>[^.;:]{3,160}?),?\s(?:and|while|but)\s(?P<what>(?:those|that|the)\s[^.;:,]{3,120}?)\sby\s(?P<who>(?:the|an?|each|its|both|that)\s[^.;:,]{3,80}?)(?=[.;:,]|$)",
    lasting=_words(
        "agreement convention treaty protocol memorandum arrangement accord term period validity mandate duration time deadline provision article"
    ),
    contacting=_words("contact focal liaison national"),
    holding=_words(
        "rule rules law laws principle principles procedure procedures definition legislation regulation regulations paragraph section chapter annex this that it they"
    ),
    answering=_words("liability responsibility"),
    unable=_words(
        "settle execute reach determine achieve resolve find identify foresee expect avoid exclude comply agree provide meet fulfil attend obtain "
        "see say describe summarise perform attain conclude locate be afford guarantee"
    ),
    measured=_words(
        "taxes charge fee tax rate price fare tariff number total catch quantity weight level speed amount cost load size deduction interest fine "
        "penalty discharge discharges withdrawal export import stock consumption production expenditure temperature concentration emission"
    ),
    final=_words("binding final valid authentic effective open applicable"),
    secret=_words("confidential confidentially confidence secret secrecy"),
    owner=r"^(?P<whose>(?:[Tt]he|[Ee]ach|[Aa]ny)\s(?:[\w-]+\s){0,3}?[\w-]+)['’]s?\s|\b(?:of|by|belonging to)\s(?P<who>(?:the|its|an?|such|those|these)\s[^,;]{3,60}?)(?=\s(?:shall|must|may|will|is|are)\b|\s*$)",
    both_sides=BOTH_SIDES,
    head_of_name=r"^(?:the\s)?(?:[A-Z][\w’'-]+\s){0,6}?(?P<head>[A-Z][a-z]{3,}|[A-Z]{3,})(?=\s(?:of|for|on)\s|[\s,]*$|\s?\()",
    done_by=r"(?:[\w-]+(?: (?:for|out|up|on|over))? (?:and|or) (?=[\w-]+(?:ed|en|id|wn|nt|ld|ut)(?: (?:for|out|up|on|over))? by))?[\w-]+(?: (?!by\b|and\b|or\b|shall\b|may\b|which\b|that\b|who\b|if\b|when\b|where\b|unless\b)[\w-]+){0,8}? (?<!ed )(?<!en )(?<!made )(?<!given )(?<!set )(?<!held )(?<!sent )(?<!laid )by (?P<who>(?:(?:the|both|each|either|any|that|such|all) (?:[A-Za-z-]+ ){0,3}?"
    r"[A-Za-z-]+|[Pp]arty [A-D]))(?=[,;:.]|$| (?:in|on|at|within|before|after|to|for|and|or|not|under|upon|during|by|when|if|unless|every|once|concerned|free|whose|which|who|that)\b)",
    lettered=r"\b((?:party|side) [a-d])\b",
    proceedings=r"^(?:the\s|its\s|all\s|any\s|agreed\s|provisional\s|draft\s)*(?:minutes|agenda|decisions?|recommendations?|quorum|votes?|sessions|meetings|summary records?|proceedings|rules of procedure)\b",
    meeting_bodies=r"(?:^|[\s_])(?:commission|committee|council|board|assembly|conference|group|panel|bureau)$",
    paying=_words("pay settle reimburse refund"),
    giving=_words("supply deliver provide sell furnish lend lease render send hand give ship grant transfer place"),
    supplying=_words("supply deliver provide sell furnish lend lease render perform carry"),
    own_members=r"^(?:its|their|his|her)\s(?:[\w-]+\s)?(?:members|judges|experts|chair\w*|president|director|head|staff|officers|officials)\b",
    payers=r"(?:^|[\s_])(?:consignees?|importers?|exporters?|owners?|carriers?|holders?|employers?|insurers?|claimants?|applicants?|parents?)$",
    bound_to_do=r"\b(?:required|obliged|bound|entitled|expected|compelled|forced|obligated|free)\s+to\s+(?!be\b)$",
    own_request=r"^(?:the|his|her|its|their|this|that)\s(?:\w+\s)?(?:requests?|applications?|claims?)$",
    given_to_it=r"\b(?:sent|transmitted|forwarded|given|handed|delivered|communicated|notified|supplied|furnished|submitted|returned|paid|provided|addressed)\s(?:\w+\s){0,2}?to\s(?:it|them|him)\b",
    thing_given=r"^[\w-]+\s(?:[\w.,’'-]+\s){0,6}?(?P<what>[a-z-]{3,})(?=\s(?:to|by|with|in|of|for|at|on|from|listed|named|set|within|free|which|that|needed|before|and)\b|[,;.]|$)",
    using=_words(
        "use store keep sell resell pass distribute show display copy cut duplicate alter restore clean return maintain repair publish translate lend modify destroy spend protect disclose transfer house plant test"
    ),
    done_jointly=r"^(?!requests?\b).{3,160}?\b(?:shall|must|may|will|should)\b(?:(?!by the|by an?\b)[^;,])*?\b(?:jointly|in common|in equal (?:parts|shares)|equally|by (?:mutual|common) (?:agreement|consent|accord)|by agreement between (?:them|the parties)|by a joint \w+|(?:in|of) (?:the [a-z]+ of )?both (?:parties|sides|states|governments|countries))\b",
    such_requests=r"^(?:such|these|those|the said)\s(?:\w+\s)?(?:requests?|applications?|claims?)\b",
    asking=_words(
        "make submit address send forward transmit accompany draw communicate present direct sign contain include specify indicate state confirm translate support lodge"
    ),
    withholding=r"^(?:such|this|that|the|said)\s(?:\w+\s)?(?:consent|approval|permission|authori[sz]ation|agreement|concurrence)\b",
    consent_of=r"\b(?:consent|approval|permission|authori[sz]ation|agreement|concurrence) (?:of|by|from) (?P<who>the [^,;:.]{3,60}?)(?=\s(?:to|for|in|before|which|that|shall|and|or)\b|[,;:.]|$)",
    bound_states=r"\b(?:states?|governments?|powers|countries|members|administrations)\b",
    visitors=r"(?:^|[\s_])(?:everyone|anyone|no one|nobody|all|those|who|women|men|peoples|civilians|prisoners?|wounded|parents|young people|nationals?|citizens?|residents?|inhabitants?|persons?|people|individuals?|observers?|officers?|officials?|experts?|specialists?|students?|scholars?|trainees?|pupils?|workers?|employees?|staff|personnel|members?|inspectors?|visitors?|"
    r"tourists?|teachers?|professors?|lecturers?|researchers?|scientists?|delegates?|delegations?|representatives?|candidates?|crew|passengers?|travellers?|witness(?:es)?|prisoners?|families|guests?|volunteers?|interns?|fellows?|athletes|artists|journalists|"
    r"correspondents?|refugees|migrants|children|child|teams?|units?|troops|family|patients?|advis[eo]rs?|doctors?|victims?|engineers?|technicians?|instructors?|veterinarians?|applicants?|claimants?|vessels?|ships?|vehicles?|aircraft|trains?|(?!carriers?|operators?|owners?|exporters?|importers?|employers?|contractors?|holders?|suppliers?|manufacturers?|producers?|insurers?|senders?|shippers?|"
    r"brokers?|lenders?|borrowers?|licensors?|sellers?|buyers?|governors?|chair|director|directors|secretar|registrar|ministers?|producer|broadcaster|administrators?|users?|consumers?|traders?|dealers?|donors?|masters?|members?|centers?)[a-z]{3,}(?:ers?|ors?|ees?|ists?|men)|laborator(?:y|ies)|arbitrators?|couriers?|agents?|cadets?)(?:_of_.*| of .*)?$",
    own_things=r"^.{0,120}?\b(?:shall|must|may|will|should)\s(?:not\s|always\s|also\s|only\s)?(?:be|have\sbeen)\s(?:\w+ly\s)?(?:carried|worn|shown|produced|presented|applied\sfor|claimed|lodged|taken\s(?:out|away)|removed|declared|obtained|surrendered|registered|kept)\b",
    of_persons=frozenset({"he", "she", "he or she", "she or he"}),
    offices_held=r"\b(?:(?:vice-|co-)?chair(?:man|person|woman)|(?:vice-)?president|(?:executive |managing )?director(?:[- ]general)?|(?:executive )?secretary(?:[- ]general)?|commissioner|rapporteur|registrar|judge|"
    r"ambassador|coordinator|manager|administrator|treasurer|auditor|curator|commander|officer|inspector|expert|observer|adviser|consultant|person|member|master|captain|driver|trainee|student|fellow|official|agent|witness|teacher|"
    r"worker|employee|applicant|beneficiary|holder|owner|head|representative|arbitrator|delegate|minister|governor|consul|dean|rector)\b",
    state_as_name=r"^(?:(?:[Tt]he|[Aa]|[Ee]ach)\s)?State\s(?!Part(?:y|ies)\b|Members?\b|Signator|Participant|Contracting)[A-Z]",
    before_country=r"\s(?:of|for|in)(?:\sthe)?$",
    proper_heads=_words(
        "bank university republic kingdom people peoples union federation government state states parliament museum"
    ),
    demonyms=r"(?:[a-z]{3,}(?:ian|ean|ish|ese)|french|greek|dutch|swiss|uzbek|kyrgyz|kazakh|tajik|turkmen|thai|czech|afghan|iraqi|israeli|pakistani|qatari|kuwaiti|emirati|saudi|yemeni|azerbaijani|american|mexican|german|cuban|moroccan|slovak|slovene|"
    r"serb|croat|finnish|filipino|sri lankan|south african|kenyan|cypriot|icelandic|lao|nepali|malagasy|basotho|argentine|philippine)(?=\s[a-z]+$)",
    country_words=_words(
        "the of a both each either royal imperial federal democratic people islamic socialist soviet united arab kingdom republic republics "
        "federation union state states principality sultanate emirate confederation commonwealth grand duchy side party government governments "
        "contracting participant high his her majesty s and itself peoples"
    ),
    one_of_two=r"\b(?:each|either|neither|every|both|the other|the two|one)\s(?:of the (?:two )?)?(?P<what>[a-z]{4,})\b",
    distributive=r"^(?:each|every|either|neither|any|no|an?|one|the other|that|such|another)\s",
    collective=r"^(?:(?:the|both|the two|these|all)\s)",
    conditions=(
        r"\b(?:if|(?<!place )(?<!places )(?<!area )(?<!areas )(?<!state )(?<!country )(?<!territory )where|"
        r"(?<!time )(?<!moment )(?<!date )(?<!day )when|whenever|provided that|in the event (?:of|that)|in case(?:s)?(?: of| where)?|in cases? (?:of|where)|"
        r"(?<!based )(?<!call )(?<!calls )(?<!called )(?<!agreed )(?<!agree )(?<!light )(?<!decide )(?<!incumbent )(?<!conferred )(?<!imposed )(?<!binding )(?<!depend )(?<!dependent )(?<!rely )upon (?!the question)(?=(?:(?:the|an?|any|its|their|his|her|such|that|prior|written|mutual|joint|due|reasonable|payment of) ){0,3}(?:\w{3,}(?:tion|sion|ment|ance|ence|al)|receipt|request|expiry|death|entry|notice|proof|consent|delivery|demand|signature|return|date|terms)\b)|on condition that|"
        r"(?<!be )(?<!is )(?<!are )subject to(?! (?:(?:the|its|their|his|such) ){0,2}(?:jurisdiction|control|authority|immigration control|tax|taxation|dut))|as long as|in so far as|insofar as|to the extent (?:that|possible)|(?<![\w)] )should(?= (?:the|an?|any|such|they|it|he|she|either|one|no|this|that|those|these|circumstances|there)\b))\b",
    ),
    whole_conditions=(
        r"(?:if|where|when|whenever|as)(?:\sso|\sit is|\sdeemed|\sconsidered)?\s(?:appropriate|necessary|possible|applicable|required|needed|requested|"
        r"feasible|practicable|available|desirable|relevant)(?! (?:for|to|in|under|by|from|at|but|and|or|that|pursuant)\b)(?![\w-])"
    ),
    exceptions=(
        r"\b(?:unless|except(?:ing)?(?: (?:for|that|where|when|in|with|as))?|save (?:for|as|where|in|that|with)|with the exception of|other than|"
        r"notwithstanding|without prejudice to)\b",
    ),
    counterparties=(
        r"\b(?:to|with|from|upon|against)\s+((?:the|each|any|all|such|that)?\s?(?:other|requesting|requested|sending|receiving)\s+"
        r"(?:contracting\s+)?(?:part(?:y|ies)|states?)(?: concerned)?)\b",
        r"\b((?:the|all)?\s?other\s+(?:contracting\s+)?(?:part(?:y|ies)|states?)|each other|one another)\b",
        r"\b(?:to|with)\s+(the\s+(?:depositary|secretariat|secretary[- ]general|commission|committee|council|board|director|centre|center))\b",
    ),
)

_EN_NUMBERS = {
    word: n
    for n, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ).split()
    )
} | {
    "a": 1,
    "an": 1,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}

DEADLINES = DeadlineWords(
    numbers=_EN_NUMBERS,
    units={"hour": "H", "day": "D", "week": "W", "month": "M", "year": "Y"},
    working=("working", "business"),
    calendar=("calendar", "consecutive", "full"),
    anchors=(
        "(?:counting )?from",
        "of",
        "after",
        "following",
        "before",
        "prior to",
        "in advance of",
        "preceding",
        "as of",
        "since",
    ),
    anchor_stops=(
        "and",
        "or",
        "unless",
        "if",
        "shall",
        "may",
        "will",
        "to(?= [a-z]+ )",
        "in writing",
        "through",
        "by",
        "except",
    ),
    limits=(
        (
            r"at (?:regular )?intervals (?:of )?(?:not exceeding|not more than|no more than|no longer than|not longer than|at most|up to|at least) (?P<count>) (?P<unit>)",
            "every",
        ),
        (
            r"(?:(?:not|no|in no (?:case|event)) later than|at the latest|not more than|no more than) (?P<count>) (?P<unit>)",
            "not_later_than",
        ),
        (r"(?P<count>) (?P<unit>)(?= (?:in|within) which)", "within"),
        (
            r"(?:within|in) (?:a (?:further )?(?:period|term|time|delay) (?:of )?)?(?:a )?(?:maximum (?:of )?)?(?P<count>) (?P<unit>)",
            "within",
        ),
        (
            r"(?:within|in)(?: a (?:period|term|time|delay|time[- ]limit))?(?: of)? (?:not (?:more|longer|greater) than|no (?:more|longer|greater) than|not exceeding|not to exceed|at most|up to) (?P<count>) (?P<unit>)",
            "within",
        ),
        (
            r"(?:at least|not less than|no less than|no fewer than|a minimum of) (?P<count>) (?P<unit>)(?:'|’)?(?= (?:in advance|before|beforehand|earlier|prior|preceding|notice|written))",
            "before",
        ),
        (
            r"(?P<count>) (?P<unit>)(?:'|’)?(?= (?:in advance|before|beforehand|prior|preceding|(?:written )?notice))",
            "before",
        ),
        (r"notice of (?:at least |not less than |no less than )?(?P<count>) (?P<unit>)", "before"),
        (r"(?:upon|on|after) (?:the )?(?:expir\w+|elapse|lapse) of (?:a period of )?(?P<count>) (?P<unit>)", "after"),
        (
            r"(?<!for\x20)(?<!for\x20at\x20least\x20)(?<!period\x20of\x20)(?P<count>) (?P<unit>)(?= (?:after|following|from))",
            "after",
        ),
        (r"(?:at intervals of|once every|once in every|once in|every|each) (?P<count>) (?P<unit>)", "every"),
        (
            r"before (?:the )?(?:expir\w+|elapse|lapse|end) of (?:a (?:period|term) of )?(?P<count>) (?P<unit>)",
            "before",
        ),
    ),
    periods=(
        (
            r"twice (?:a|each|per|every|in (?:each|every|a)) (?:calendar )?year|semi-?annual(?:ly)?|half-?yearly|every six months|biannual(?:ly)?",
            "P6M",
        ),
        (r"every other year|every second year|biennial(?:ly)?", "P2Y"),
        (
            r"(?:by|before|on or before|(?:not|no) later than|on) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december)|"
            r"(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}|(?:first|last) (?:working )?day|beginning|end) (?:of )?(?:each|every) (?:calendar |academic |financial |fiscal )?year",
            "P1Y",
        ),
        (
            r"annual(?:ly)?(?= (?:basis|report|meet|inform|submit|exchange|consult|hold|review)\w*|[,.;]|$)|annually|yearly(?!\s(?:work|plan|program|budget))|(?:every|each) (?:calendar |academic |financial |school |fiscal |budgetary |budget )?year|"
            r"once (?:a|each|per|every) (?:calendar )?year|at least once a year",
            "P1Y",
        ),
        (r"quarterly|every quarter|each quarter|once a quarter", "P3M"),
        (r"hourly|every hour|each hour", "PT1H"),
        (r"monthly|every month|each month|once a month", "P1M"),
        (r"weekly|every week|each week|once a week", "P1W"),
        (r"daily|every day|each day", "P1D"),
    ),
    prompt=(
        r"immediately|forthwith|without (?:undue |any )?delay|promptly|as soon as (?:possible|practicable)|as early as possible|"
        r"within the shortest possible (?:time|period)|in the shortest possible time|at the earliest (?:possible )?(?:date|opportunity|time)|"
        r"within a reasonable (?:time|period)(?: of time)?|in a timely manner|expeditiously",
    ),
    dated=(
        (r"(?:not|no) later than|on or before|by|until|till", "not_later_than"),
        (r"before|prior to", "before"),
        (r"after|from|since", "after"),
        (r"on", "on"),
    ),
)

QUOTES = QuoteCues(
    verbs=(
        r"sa(?:id|ys|y)",
        r"not(?:ed|es)",
        r"stat(?:ed|es)",
        r"stress(?:ed|es)",
        r"emphasi[sz](?:ed|es)",
        r"underlin(?:ed|es)",
        r"underscor(?:ed|es)",
        r"add(?:ed|s)",
        r"t(?:old|ells)",
        r"report(?:ed|s)",
        r"announc(?:ed|es)",
        r"declar(?:ed|es)",
        r"explain(?:ed|s)",
        r"remark(?:ed|s)",
        r"comment(?:ed|s)",
        r"claim(?:ed|s)",
        r"warn(?:ed|s)",
        r"point(?:ed|s) out",
        r"highlight(?:ed|s)",
        r"reiterat(?:ed|es)",
        r"recall(?:ed|s)",
        r"observ(?:ed|es)",
        r"mention(?:ed|s)",
        r"confirm(?:ed|s)",
        r"affirm(?:ed|s)",
        r"assur(?:ed|es)",
        r"acknowledg(?:ed|es)",
        r"argu(?:ed|es)",
        r"conclud(?:ed|es)",
        r"continu(?:ed|es)",
        r"repl(?:ied|ies)",
        r"answer(?:ed|s)",
        r"wr(?:ote|ites)",
        r"reads?",
        r"quot(?:ed|es)",
        r"inform(?:ed|s)",
        r"insist(?:ed|s)",
        r"believ(?:ed|es)",
        r"expressed (?:hope|confidence|the view|the hope)",
        r"cit(?:ed|es)",
        r"specif(?:ied|ies)",
        r"clarif(?:ied|ies)",
        r"ask(?:ed|s)",
        r"call(?:ed|s)",
        r"describ(?:ed|es)",
        r"admitt?(?:ed|s)",
        r"asserts?|asserted",
        r"saying",
        r"noting",
        r"adding",
        r"stressing",
        r"stating",
    ),
    reporting=(r"sa(?:id|ys)",),
    according=(
        r"according to",
        r"in the words of",
        r"as (?:noted|stated|reported|stressed|emphasi[sz]ed|pointed out|mentioned) by",
        r"as (?:reported|stated|noted) in",
        r"in the opinion of",
    ),
    conjunctions=(r"that",),
    pronouns=(r"s?he", r"the (?:official|speaker|diplomat|head of state|politician|expert|envoy)"),
    offices=(
        r"the ((?:deputy |prime |foreign |interior |first )?(?:minister|president|director|prosecutor|secretary|ambassador|chairman|head|general|governor))",
    ),
    sources=(
        r"(?:in )?(?:(?:the|a|an|its|their) )?(?:(?!the |a |its |their |in |said |says |reads? |stated |reported )\w+ ){0,2}(?:statement|press release|release|report|communiqu[eé]|message|press service|spokes(?:man|woman|person)|"
        r"document|ministry|embassy|news agency|press office|announcement)(?:['’]s (?:press service|press office|statement|release))?",
    ),
    lead_ins=(r"in",),
)
