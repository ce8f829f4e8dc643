"""English: words of headings, of the frame of an instrument, of references and citations."""

from __future__ import annotations

from pipeline.language.pack import StructureWords
from pipeline.language.parallel_en import PARALLEL

_NUMERALS = {
    word: value
    for value, words in {
        1: "one first",
        2: "two second",
        3: "three third",
        4: "four fourth",
        5: "five fifth",
        6: "six sixth",
        7: "seven seventh",
        8: "eight eighth",
        9: "nine ninth",
        10: "ten tenth",
        11: "eleven eleventh",
        12: "twelve twelfth",
        13: "thirteen thirteenth",
        14: "fourteen fourteenth",
        15: "fifteen fifteenth",
        16: "sixteen sixteenth",
        17: "seventeen seventeenth",
        18: "eighteen eighteenth",
        19: "nineteen nineteenth",
        20: "twenty twentieth",
        30: "thirty thirtieth",
        40: "forty fortieth",
        50: "fifty fiftieth",
        60: "sixty sixtieth",
        70: "seventy seventieth",
        80: "eighty eightieth",
        90: "ninety ninetieth",
    }.items()
    for word in words.split()
}


def _is_ordinal(word: str) -> bool:
    return word.endswith(("th", "first", "second", "third"))


STRUCTURE = StructureWords(
    article=("article the", "article", "artide", "art."),
    rules=("rule", "regulation", "clause"),
    paragraph=("paragraph", "para.", "§"),
    containers={
        "part": ("part",),
        "title": ("title",),
        "chapter": ("chapter",),
        "section": ("section",),
        "attachment": ("annex", "appendix", "schedule", "attachment", "enclosure"),
    },
    bare_containers=("annex", "appendix", "schedule", "attachment", "protocol", "agreed minutes"),
    numerals=_NUMERALS,
    ordinals={word: value for word, value in _NUMERALS.items() if _is_ordinal(word)},
    ordinals_behind={word: value for word, value in _NUMERALS.items() if not _is_ordinal(word)},
    relative=r"\b(?:who|which|that)\s+(?:is|are|was|were|may|shall|has|have|will|must)\b",
    date_label=r"dated?\b(?: of signature)?",
    running_on=(
        "of",
        "in",
        "under",
        "to",
        "and",
        "or",
        "with",
        "by",
        "from",
        "for",
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "on",
        "at",
        "as",
        "than",
        "pursuant",
        "per",
        "into",
        "upon",
        "between",
        "which",
        "who",
        "article",
        "articles",
        "see",
    ),
    title_asides=r"[\s(]{0,3}\b(?:unofficial|courtesy|working) translation\b\)?",
    title_openers=("on the ", "concerning ", "relating to ", "regarding "),
    sentence_openers=r"The|This|These|Each|Either|Neither|No|Any|All|Every|Both|Nothing|If|Where|When|Upon|Such|Parties"
    r"|Contracting|States|(?:In|For|At|On) (?:accordance|order|case|the|this|any|each|request)",
    verbs=(
        "shall",
        "will",
        "may",
        "must",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "agree",
        "undertake",
        "undertakes",
    ),
    instruments={
        "treaty": (
            "agreement",
            "treaty",
            "convention",
            "protocol",
            "covenant",
            "charter",
            "statute",
            "pact",
            "accord",
            "constitution",
            "code",
            "compact",
            "declaration",
        ),
        "memorandum": (
            "memorandum",
            "arrangement",
            "letter of intent",
            "letter of understanding",
            "declaration of intent",
            "statement of intent",
            "joint action plan",
            "plan of work",
            "work plan",
            "joint statement",
            "agreed minutes",
            "programme of cooperation",
            "terms of reference",
        ),
        "exchange_of_notes": (
            "exchange of notes",
            "exchange of letters",
            "exchange of diplomatic notes",
            "note verbale",
        ),
        "resolution": (
            "resolution",
            "decision",
            "recommendation",
            "rules of procedure",
            "rules",
            "regulations",
            "by-laws",
        ),
    },
    agreed_form=r"\b(?:have|has|hereby)\b[^.;:]{0,60}\b(?:agreed?|understandings?|decided?|resolved?|accepted"
    r"|reached)\b"
    r"[^.;:]{0,60}\bfollow(?:s|ing)\b[^.;:]{0,40}(?=:)",
    agreed=(
        "agreed as follows",
        "agreed to the following",
        "agreed upon the following",
        "agree as follows",
        "agreed on the following",
        "agreed that",
        "decided as follows",
        "reached the following understanding",
        "reached the following understandings",
        "have resolved as follows",
        "come to the following understanding",
        "have agreed",
        "hereby agree",
        "declare as follows",
        "declare their intention",
        "declare their common intention",
        "express their intention",
        "share the following understanding",
    ),
    recital_stems=(
        "aware",
        "mindful",
        "conscious",
        "convinced",
        "determined",
        "concerned",
        "guided",
        "resolved",
        "desirous",
        "whereas",
        "anxious",
        "inspired",
        "alarmed",
        "moved",
        "further",
        "in pursuance",
        "in accordance",
        "on the basis",
        "with a view",
        "prompted",
        "animated",
        "committed",
        "deeply",
        "gravely",
        "also",
        "in view",
        "in the light",
        "based on",
        "in order",
    ),
    recital_endings=("ing",),
    conclusions=(
        "in witness",
        "in faith whereof",
        "made at",
        "drawn up at",
        "drawn up in",
        "executed at",
        "executed in",
        "concluded at",
        "given at",
        "done at",
        "done in",
        "done on",
        "signed at",
        "signed in",
        "opened for signature",
        "adopted at",
        "adopted in",
        "adopted on",
    ),
    done_at=("done", "signed", "executed", "adopted", "opened for signature", "drawn up", "concluded", "made"),
    letters="abcdefghijklmnopqrstuvwxyz",
    preamble=("preamble",),
    clauses={
        "in_force": r"\b(?:(?:enters?|comes?) into|(?:be|is|are) (?:put|brought) into|become in) (?:force|effect|operation)\b"
        r"|\btakes? effect\b|\bbecomes? (?:effective|operative|operational|applicable|binding)\b|\b(?:be|is|are) effective "
        r"(?:from|on|as|upon|when|immediately|for)\b|\b(?:commences?|starts?|begins?) (?:on|upon|with) (?:the )?(?:date|day|signature|\d)"
        r"|\bwith effect from the (?:date|day) of\b"
        r"|\bentering into (?:force|effect) (?:on|upon|today|from)\b|\beffective (?:today|from today|forthwith|this day)\b",
        "provisional": r"\bprovisional(?:ly)? (?:appl|in force)|\b(?:applied|apply|applies) provisionally",
        "duration": r"\b(?:(?:remains?|continues?|stays?) (?:in (?:full )?(?:force|effect|operation)|valid|operative|effective|binding)|(?:be|is|are) (?:in (?:force|effect)|valid))"
        r" (?:and \w+ )?(?:for|until|till|indefinitely|unless|as long|so long|through|throughout|during|up to)\b"
        r"|\bconcluded for (?!the (?:purpose|benefit))|\bvalid for\b|\bof (?:unlimited|indefinite) (?:duration|validity)\b"
        r"|\blasts? (?:for|until)\b|\bexpires? (?:on|upon|after|at|\w+ (?:years?|months?))\b|\b(?:term|duration|validity|life|period of validity) of (?:this|the present|the) (?:\w+ ){0,2}"
        r"(?:agreement|memorandum|mou|arrangement|treaty|convention|protocol|contract) (?:shall be|is|will be)\b"
        r"|\b(?:have|has) a (?:duration|term|validity) of\b",
        "renewal": r"\b(?:automatically|tacitly) (?:be )?(?:extended|renewed|prolonged)\b|\b(?:extended|renewed|prolonged) "
        r"(?:automatically|tacitly|for|each time|by (?:mutual|written|agreement|the parties|consent)|upon (?:mutual|written))\b"
        r"|\brenew (?:it|this|the (?:agreement|memorandum|arrangement|contract))\b|\bextend (?:it|this agreement|this memorandum) (?:for|by)\b|\btacit (?:renewal|reconduction|extension)\b|\brenewable (?:for|by|upon)\b|\b(?:regarded|considered|deemed) (?:as |to be |to have been )?(?:extended|renewed|prolonged)\b",
        "termination": r"\b(?:may|can) (?:\w+ ){0,3}(?:terminate|denounce|withdraw|discontinue)\b(?! (?:\w+ ){0,3}(?:reservations?|declarations?|objections?|consents?|requests?|statements?)\b)|\b(?:may|can) (?:\w+ ){0,2}be (?:\w+ )?(?:terminated|denounced"
        r"|discontinued|ended|cancelled)\b|\b(?:may|can) (?:\w+ ){0,2}(?:end|cancel) (?:this|the|it)\b|\bnotice of (?:\w+ ){0,2}(?:termination|denunciation|withdrawal)"
        r"|\bfree to (?:withdraw|terminate)\b|\b(?:unless|if) (?:\w+ ){0,5}(?:denounced?|denounces|terminated?|terminates)\b"
        r"|\b(?:decision|intention|wish|wish(?:es|ing)?|desire|desir(?:es|ing)|right) (?:of|to) (?:terminat|denounc|discontinu|withdraw|stop|cease)\w*",
        "depositary": r"\bdepositary of (?:this|the present)\b|\b(?:be|is|as) (?:the )?depositary\b|\bdeposited (?:with|in "
        r"the archives)\b",
        "authentic_texts": r"\bequally (?:authentic|authoritative)\b|\b(?:texts?|versions?|copies|originals?|languages?|each|both|all)\b"
        r"[^.;]{0,40}\b(?:equally (?:valid|official|binding)|(?:equal|same|identical) (?:legal )?(?:force|validity|authenticity|authority|value|effect)"
        r"|(?:being|are|is|be) authentic)\b",
        "prevailing_text": r"\b(?:text|version|language)\b[^.;]{0,30}\b(?:prevails?|controls?|(?:be|is) (?:decisive|operative|controlling|authoritative)"
        r"|takes? precedence|governs?)\b|\b(?:text|version) (?:shall|will) be used\b",
        "registration": r"\bregist(?:er|ered|ration) (?:\w+ ){0,4}with the (?:secretariat|secretary|united nations"
        r"|international civil|council)|\bregist(?:er|ered|ration) (?:\w+ ){0,4}(?:with icao|(?:under|in accordance with) article 102)",
        "amends": r"\b(?:shall|is|are|will) (?:be )?(?:hereby )?(?:amended|replaced by the (?:following|words?|figures?)|deleted|revised to read)"
        r"|\b(?:words?|figures?|sentence) [\"“«][^\"”»\n]{1,120}[\"”»],? (?:shall|is|are) (?:hereby )?(?:be )?(?:replaced|substituted|deleted|omitted|inserted|added)"
        r"|\b(?:shall|is|are) (?:hereby )?(?:be )?(?:inserted|added) (?:after|before|in|to) [^.;]{0,60}(?:article|paragraph|annex)"
        r"|\bthe following (?:\w+ ){0,2}(?:articles?|paragraphs?|sub-?paragraphs?|points?|annex|section|chapter)\b[^.;]{0,60}"
        r"\b(?:shall|is|are|will) (?:hereby )?(?:be )?(?:inserted|added)\b|\bto read as follows\b|\bhereby amends?\b",
        "supersedes": r"\bsupersedes?\b|\b(?:be|is|are) (?:hereby )?(?:superseded|abrogated|repealed)\b|\b(?:shall |will |hereby )?replaces? the\b"
        r"|\b(?:(?:ceases|(?:shall|will) cease) to (?:have effect|be in force|apply|be valid)|lose (?:its|their) (?:force|validity))\b|\bloses? (?:its|their) (?:force|validity)\b",
        "not_binding": r"\b(?:is|are|be) not (?:intended to be |intended as |meant to be )?(?:legally[ -]binding|binding|a (?:legally )?binding|an international (?:treaty|agreement))\b"
        r"|\b(?:not|nothing in (?:this|the)(?: \w+){1,4})(?: intended to)? (?:creates?|constitutes?|gives? rise to|entails?|establish(?:es)?|impos(?:e|es))"
        r" (?:any )?(?:legal(?:ly)?|binding|an? (?:legal|international|binding)|(?:\w+ ){0,3}(?:rights?|obligations?|commitments?)[^.;]{0,30} under (?:\w+ ){0,3}law)"
        r"|\b(?:no|without) (?:any )?legal(?:ly binding)? (?:obligations?|effect|force|commitments?)|\b(?:establish|creat|impos|giv|entail)\w* (?:rise to )?no (?:\w+ ){0,3}(?:rights?|obligations?|commitments?)"
        r"[^.;]{0,30} under (?:\w+ ){0,3}law|\bnon[ -](?:legally )?binding\b|\bbinding in honou?r only\b|\bmorally binding\b",
    },
    named=(
        r"\b(?:herein|here|there)after\b,?(?: (?:collectively|jointly|individually|together|also))?"
        r"(?: (?:referred to|called|known|named|designated|termed))?(?: (?:collectively|jointly|individually))?(?: as)?"
        r"[\s:,–—-]{0,3}(?:the |an? )?(?P<quote>[\"“«'‘])?(?P<term>(?:the )?[^\"”»'’,;.()\n]{2,80})",
        r"\bfurther (?:named|called|referred to as)[\s:]{0,2}(?:the "
        r")?(?P<quote>[\"“«'‘])?(?P<term>[^\"”»'’,;.()\n]{2,80})",
        r"\b(?:collectively|jointly|together),? (?:referred to as|called|as)[\s:,]{0,3}(?:the )?(?P<quote>[\"“«'‘])?(?P<term>(?:the )?[^\"”»'’,;.()\n]{2,80})",
        r"\((?:(?:together|collectively|jointly|each|individually),? )?(?:the |an? )?(?P<quote>[\"“«‘])(?P<term>[^\"”»’()\n]{2,60})[\"”»’]\)",
    ),
    means=r"(?:shall )?(?:means?|mean|denotes?)\b",
    unnamed_parties=("states parties", "contracting parties", "undersigned", "parties", "member states", "signator"),
    parallel=PARALLEL,
    reference_units={
        "attachment": r"annex(?:es)?|appendi(?:x|ces)|schedules?",
        "article": r"articles?|arts?\.|arts?(?=\s\d)",
        "paragraph": r"paragraphs?|paras?\.?|§§?",
        "point": r"sub-?paragraphs?|points?|clauses?|items?|letters?(?=\s\(?[a-z]\))|lit\.",
        "section": r"sections?",
        "chapter": r"chapters?",
        "part": r"parts?",
    },
    reference_lead=r"[\s\u00a0]{0,3}(?:[Nn]o\.?\s|№\s?|from\s(?=\d))?",
    reference_bare=r"[a-z]\)|[a-z](?=\s(?:of|to)\s)",
    reference_join=r"\s{0,2},?\s{1,3}(?:of\s{1,3}(?:the\s{1,3})?)?|\s?\(|,",
    reference_list=r"\s{0,2},\s{1,3}(?:and\s{1,3}|or\s{1,3})?|\s{1,3}(?:and|or|and/or)\s{1,3}",
    reference_range=r"\s{1,3}(?:to|through)\s{1,3}|\s{0,2}[-–]\s{0,2}",
    reference_here=r"(?:this|the\s{1,3}(?:(?P<count>two|three|four|five)\s{1,3})?(?P<step>present|last\s{1,3}preceding|preceding|previous|foregoing|following|next(?: following)?))\s{1,3}"
    r"(?:(?P<number>two|three|four|five)\s{1,3})?(?P<unit>articles?|paragraphs?|sections?)\b(?!\s{1,3}\d)",
    reference_step={
        "this": 0,
        "present": 0,
        "last preceding": -1,
        "preceding": -1,
        "previous": -1,
        "foregoing": -1,
        "following": 1,
        "next": 1,
    },
    reference_counts={"two": 2, "three": 3, "four": 4, "five": 5},
    reference_plural=r"s$",
    reference_last=r"last",
    reference_self=r"\s{1,3}(?:of|to)\s{1,3}(?:this|the\s{1,3}present)\s{1,3}(?P<noun>\w{4,20})\b|\s{1,3}(?:hereof"
    r"|above|below)\b",
    reference_other=r"\s{1,3}(?:of\s{1,3}(?P<proper>(?:Protocol|Convention|Regulation|Directive|Resolution|Decision|Law|Act|Council|Recommendation)\s[^.;:()\n]{1,80})|(?:of|to)\s{1,3}(?:the|that|its|their|such)\s{1,3}(?P<name>[^.;:()\n]{3,90})"
    r"|thereof\b)",
    point_words=(
        "paragraph",
        "subparagraph",
        "sub-paragraph",
        "point",
        "item",
        "article",
        "clause",
        "section",
        "para",
        "no.",
    ),
    first_person=("we ", "we,"),
    party_openers=("the ", "we ", "we,", "having ", "whereas"),
    in_force_not=r"amend|acceding|accedes?|\b(?:each|any|every) (?:other )?(?:state|party)|thereafter|after the "
    r"(?:entry|date of entry)|prior to",
    party_split=r",?\s+and\s+(?=the\b|[A-Z](?!erzegovina|obago|arbuda|evis|rincipe|orthern Ireland))|[,;]\s+(?=the\b"
    r"|[A-Z])",
    party_asides=r"\([^()]{0,200}\)|,?\s+(?:herein|here)after\b[^;:\"“]{0,60}(?:[\"“][^\"”]{1,80}[\"”]|[^,;:\"“]{0,60}),?(?=\s+(?:and\s+(?:the\s+)?[A-Z]|of the (?:one|first)))"
    r"|,\s+(?:represented by|acting through|acting by)\s[^;:]{1,160}?,(?=\s+(?:and|of|agree|have|hereby)\b)",
    party_ends=(
        r"\b[A-Z][\w'’-]*,?\s+(?P<end>(?:on|concerning|regarding|for)\s(?:the\s)?(?:Co-?operation|Mutual|Assistance|Avoidance|Abolition|Exchange|Promotion|Protection|Transfer)\b|"
        r"(?!(?:of|the|for|and|on|in|to|at|with|de|del|la|le|du|des|von|van|as|or|its|own|by|under|against|concerning|regarding|between|an?)\b)[a-z]{2})"
    ),
    opened_by=r"\W{0,3}between\b|\W{0,3}(?:this |the present )?(?:[\w-]+ ){0,3}?(?:agreement|memorandum of understanding|memorandum|contract|treaty|arrangement|mou)\b"
    r"(?:\s{0,2}\([^()]{1,30}\))?,?\s+(?:(?:is|was|has been)\s+)?(?:made|dated|entered into|concluded|signed|between)\b",
    party_stop=r"(?:(?<=\w{4})|(?<=\s))\.(?=\s+[A-Z])|[,(]?\s*\b(?:herein|here)after\b|[,(]\s*further named|\(\s*[\"“]|[,;]\s+(?=[A-Za-z]+ing\b)|:"
    r"|\b(?i:have|has|hereby)\b|\s(?:agrees?|concludes?|declares?|undertakes?)\b|\bAGREE\b"
    r"|,\s+(?i:aware|mindful|conscious|convinced|determined|guided|desirous|being|as)\b|\n\s{0,4}[A-Z][A-Za-z]+(?:ing"
    r"|ING|ful|ed)\b",
    place=r"\b(?i:done|signed|executed|adopted|concluded|drawn up|given|made|opened for signature)\s+(?:(?:[^.\d]{0,60}?\s)??(?:(?i:at)(?:\s+the(?:\s+city\s+of)?)?"
    r"|(?i:in)(?:\s+(?:the\s+)?city\s+of)?)|[^.]{0,120}?\s(?i:at))\s+(?!(?:duplicate|triplicate|two|three|one|four|(?i:the )?(?:\w+ )?languages?)\b)"
    r"(?P<place>[A-Z][^,，.;\d\n]{1,60}?)(?=\s*[,，.;\d\n]|\s+(?:on|this|in|the|as of|dated)\b|\s*$)",
    cited={
        "preface": "title",
        "preamble": "preamble",
        "recital": "recital {}",
        "part": "Part {}",
        "title": "Title {}",
        "chapter": "Chapter {}",
        "section": "Section {}",
        "article": "Article {}",
        "paragraph": "paragraph {}",
        "subparagraph": "subparagraph {}",
        "point": " ({})",
        "indent": "item {}",
        "attachment": "Annex {}",
        "conclusions": "final clauses",
        "p": "paragraph {}",
        "heading": "heading {}",
        "page": "p.",
    },
    release_names=(
        "press release",
        "press-release",
        "press statement",
        "media release",
        "news release",
        "for immediate release",
    ),
    reporting=(
        "said",
        "told",
        "announced",
        "reported",
        "noted",
        "stressed",
        "underlined",
        "emphasised",
        "emphasized",
        "added",
        "welcomed",
        "thanked",
        "visited",
        "held",
        "took",
        "met",
        "discussed",
        "highlighted",
        "presented",
        "informed",
        "reaffirmed",
        "expressed",
        "today",
        "yesterday",
        "according",
    ),
    duties=r"\b(?:(?:each|either|neither|no|any|every|both|the)\s{1,3}(?:\w+\s{1,3}){0,2}(?:party|parties|states?)"
    r"|(?:states? )?parties)\b(?:\s{1,3}\w+){0,2},?(?: [^.;:]{0,60},)? (?:shall|may|undertakes?|agree|must|will)\b"
    r"|\b(?:this|the present) (?:agreement|convention|treaty|protocol|memorandum)\b[^.;:]{0,40}\bshall\b",
    notes=r"\b(?:ha(?:s|ve) the hono(?:u)?r(?:,[^.]{0,80},)? to (?:propose|refer|acknowledge|confirm|inform|advise|state|communicate"
    r"|transmit|address|convey|notify|request|suggest)|presents? (?:its|their|his|her) compliments to)\b",
    note_numbers=r"(?:note|letter)\b(?:\s{1,3}no\.?)?",
    note_endings=r"yours (?:sincerely|faithfully|truly|very truly)\b|(?:very )?(?:sincerely|truly) yours\b|if (?:(?:the|this|these|your) )?(?:foregoing|above|proposals?|arrangement|agreeable)\b[^.]{0,160}"
    r"(?:accept|agree|concur|acceptable)|if (?:the|your) government\b[^.]{0,120}(?:the (?:above|foregoing)|concur|acceptable)"
    r"|(?:please )?accept,? (?:sir|madam|excellency|your)|[^.]{0,160}\bavails? (?:itself|myself|themselves) of (?:this|the) (?:opportunity|occasion)",
    closed=r"(?:^|[.;]\s{1,3}|\b(?:agreement|memorandum|protocol|treaty|convention|arrangement) (?:is|was|has been) )"
    r"(?P<done>(?:done|signed|executed|drawn up|concluded)\b)",
    adopted=r"\badopted\b",
    title_parties=r"\bbetween\s+(?P<names>.{10,600})",
    title_ends=r",?\s+(?:on|authoriz?s?ing|providing|amending|extending|modifying|supplementing|concerning|regarding|relating to|relative to|with respect to|with regard to|in respect of|in the field|for"
    r"|about|constituting|and its|\()\b",
    body_nouns=(
        "office",
        "commission",
        "committee",
        "council",
        "conference",
        "agency",
        "centre",
        "center",
        "service",
        "organization",
        "organisation",
        "programme",
        "group",
        "board",
        "department",
        "ministry",
        "institute",
        "network",
    ),
    strict_split=r",?\s+and\s+(?=the\b)|[,;]\s+(?=the\b)",
    sides=r",?\s+(?:of|on) the (?:one|other) (?:hand|part)\b,?",
    named_here=r"\b(?:this|the present|these|the said|the) (?:\w+ ){0,2}?(?:agreements?|conventions?|treaty|treaties|protocols?|memorand(?:um|a)|mou|arrangements?"
    r"|contract|charter|statute|constitution|covenant|declarations?|understandings?|undertakings?|terms of reference|notes|letters?|rules|act|plan|programme|statement)\b"
    r"|(?:^|[,:;] |\band )(?:it|they|the same) |\b(?:terminat|extend|renew|prolong|end|discontinu)\w* (?:it|them)\b|\bdenounc|\bdenunciation|\bwithdraw|\bparticipation\b|\bnotice of termination|\bconstitut\w{1,3} an agreement\b",
    constituting=r"\bconstitut(?:e|es|ing) an agreement\b",
    itself=r"\bconstitut(?:e|es|ing) an agreement\b(?:[^.;]{0,80}?\b(?:which|that|and|to)\b)?|(?<!to\s)(?<!of\s)(?<!in\s)(?<!by\s)(?<!with\s)(?<!after\s)(?<!before\s)(?<!when\s)(?<!until\s)(?<!unless\s)(?<!once\s)"
    r"(?<!if\s)(?<!date\s)(?<!which\s)(?<!under\s)(?<!from\s)(?<!as\s)(?<!since\s)(?<!for\s)(?<!while\s)"
    r"\b(?:(?P<own>this|the present|(?<!the\s)present|these)|the) (?:\w+ ){0,2}?(?:agreement|convention|treaty|protocol|memorandum|covenant|charter|statute"
    r"|arrangement|constitution|act|notes?|understanding|terms of reference|rules|amendment protocol|mou|contract)\b|\b(?:this|the present) (?:\w+ ){0,2}?(?:decision|resolution|declaration|plan)\b"
    r"|\b(?:co-?operation|collaboration|activities) under (?:this|the present) (?:\w+ ){0,2}?(?:declaration|memorandum|arrangement|agreement|programme|plan|statement)\b"
    r"|(?:^|[,:] |[,)] and )(?:it|they) (?=shall|will|enters?|comes?|takes?|becomes?)",
    not_itself=r"(?<!to\s)(?<!of\s)(?<!in\s)(?<!by\s)(?<!after\s)(?<!before\s)\b(?:(?:any|all|such|each|the|every|an?) (?:\w+ )?)?(?:amendments?|alterations?|modifications?"
    r"|revisions?|denunciations?|withdrawals?|terminations?|accessions?|suspensions?|notifications?|tariffs?|prices?"
    r"|extensions?|reservations?|declarations?|multilateral \w+|changes?|measures?|adjustments?|which)\b",
    binding=r"\bconstitutes? an agreement (?:between|by|in force)\b|\b(?:this|the present) (?:agreement|memorandum|treaty|protocol|arrangement|convention|decision|resolution)\b[^.;]{0,80}"
    r"(?<!not )(?:\b(?:is|are|be|creates?|constitutes?) (?:a |an )?(?:legally )?binding\b|\blegally binding (?:obligations|instrument))",
)
