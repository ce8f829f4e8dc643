"""English: who acts where a passive names nobody, by what is done to what.

`HIDDEN` rows are (pattern, canonical bearer, why), `HIDDEN_IN` rows hold only in instruments that have the words before. `COUNTERPARTS` face one another: what
one is told or given comes from the other.
"""

from __future__ import annotations

HIDDEN = (
    (
        r"^(?:the )?receipt of (?:the|a|an|such|any|each) (?:\w+ )?(?:requests?|applications?|quer(?:y|ies)|documents?)\b.{0,60}\b(?:confirmed|acknowledged|notified)",
        "requested_party",
        "whoever receives a request confirms it",
    ),
    (
        r"\b(?:requests?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|letters? rogatory)\b.{0,100}§ (?:\w+ly )?(?:executed|complied|fulfilled|granted|refused|denied|considered|carried out|answered|met|processed|postponed|deferred|declined|rejected|examined|acted)\b",
        "requested_party",
        "a request is carried out or refused by the Party that is asked",
    ),
    (
        r"\b(?:requests?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|letters? rogatory)\b.{0,100}§ (?:\w+ly )?(?:made|submitted|addressed|sent|forwarded|transmitted|accompanied|drawn up|communicated|presented|directed|signed|contain|include|specify|indicate|state|be in|confirmed|translated|"
        r"prepared|formulated|supported|lodged|reasoned|withdrawn)\b",
        "requesting_party",
        "a request is made by the Party that asks",
    ),
    # The instrument itself, and what all its Parties do to it.
    (
        r"^(?:this|the present) (?:agreement|treaty|convention|protocol|memorandum|arrangement|instrument|charter|constitution|statute)\b.{0,80}\b(?:amended|modified|supplemented|revised|terminated|"
        r"denounced|registered|extended|renewed|reviewed)\b",
        "all_parties",
        "what becomes of the instrument is for its Parties",
    ),
    (
        r"^(?:no |any )?(?:reservations?|interpretative declarations?)\b|^(?:the |their )?instruments? of (?:ratification|acceptance|accession|approval)\b",
        "all_parties",
        "reservations and ratifications are acts of the Parties",
    ),
    (
        r"^(?:the |any |all |such )?(?:disputes?|differences?|disagreements?|difficult(?:y|ies)|divergences?|controvers(?:y|ies))\b.{0,140}\b(?:settled|resolved|submitted|referred|solved|brought)\b",
        "all_parties",
        "a dispute is settled by those between whom it is",
    ),
    (
        r"^(?:a |any |the |all )?(?:proposals?|proposed amendments?)\b.{0,60}\b(?:addressed|submitted|communicated|sent|presented)\b",
        "each_party",
        "a proposal is made by the Party that wishes the change",
    ),
    # Training and visits.
    (
        r"^(?:the |all |such |any )?(?:candidates|trainees|students|cadets|participants|lists? of (?:trainees|participants|candidates|students)|names of (?:trainees|participants|candidates)|nominations?|applications of candidates)"
        r"(?: for \w+(?: \w+)?)?\b.{0,20}\s(?:nominated|selected|chosen|proposed|sent(?! home)|submitted|forwarded|communicated)\b",
        "sending_party",
        "who goes to be trained is chosen by the Party that sends him",
    ),
    (
        r"^(?:the |all |such |any |a )?(?:trainees?|students?|cadets?|participants in|interns?|visiting \w+)\b.{0,80}\b(?:sent home|sent back|returned|expelled|provided|given|awarded|insured|admitted|allowed|permitted|accommodated|met|"
        r"received|granted|issued|offered|lodged|supplied)\b|\b(?:board|lodging|accommodation|meals|tuition|course fees|classrooms?|training (?:facilities|grounds?|materials))\b.{0,60}\b(?:provided|supplied|furnished|charged|"
        r"made available|offered|paid|borne)\b|\b(?:certificates? of (?:attendance|completion|training|participation)|diplomas?)\b.{0,40}\b(?:issued|awarded|given|conferred)",
        "receiving_party",
        "who trains looks after those who come to be trained",
    ),
    (
        r"^(?:(?:such|this|that|the|any|all|personal|commercial|trade|business|professional|classified|sensitive|proprietary|confidential|restricted) ){0,2}(?:secrets?|data|information|materials?)\b.{0,100}\b(?:protected|safeguarded|secured)\b",
        "receiving_party",
        "what is received is protected by the Party that received it",
    ),
    (
        r"^(?:(?:such|this|that|the|any|all|personal) ){0,2}(?:information|data|evidence|documents?|materials?|contents? of \w+)\b.{0,80}\b(?:treated|kept|handled|held)\b.{0,40}\b(?:confidential\w*|secret)",
        "receiving_party",
        "what is received is kept secret by the Party that received it",
    ),
    (
        r"^(?:(?:such|this|that|the|any|personal) ){0,2}(?:information|data|evidence)\b.{0,60}\b(?:passed|disclosed|used|revealed|divulged|published)\b",
        "receiving_party",
        "what is received is kept by the Party that received it",
    ),
    (
        r"^(?:the |each |an? )?(?:[a-z-]+ )(?:that|which|who) (?:has )?(?:sent|made|submitted|addressed) (?:the|a|such) (?:request|query|inquiry|application)\b.{0,60}\b(?:notified|informed|advised|consulted|told)",
        "requested_party",
        "whoever asked is told by the Party that is asked",
    ),
    (
        r"^(?:the |all |any |detailed )*(?:programmes? (?:of|for) (?:the |a |each |every |such )?(?:visits?|stay|delegations?)|(?:local|internal|ground) (?:travel|transport(?:ation)?)|hotels?|lodgings?|board and lodging|hospitality)\b.{0,60}\b(?:sent|drawn up|prepared|provided|arranged|"
        r"paid|covered|found|offered|booked|reserved|given|met|borne)\b",
        "receiving_party",
        "guests are looked after by whoever receives them",
    ),
    (
        r"^(?:the )?other (?:contracting |state )?[a-z]+\b(?: concerned)?.{0,40}\b(?:notified|informed|advised|consulted|told)",
        "each_party",
        "what the other Party is told comes from the Party that acts",
    ),
    (
        r"\b(?:visas?|residence permits?|work permits?|entry permits?)\b.{0,60}\b(?:issued|granted|extended|given)",
        "receiving_party",
        "visas and permits are given by the State that receives",
    ),
    (
        r"\b(?:additional|supplementary|further) (?:information|documents|particulars|data)\b.{0,40}\b(?:supplied|provided|submitted|furnished|sent|communicated)",
        "requesting_party",
        "what completes a request comes from the Party that asks",
    ),
    (
        r"\bdecision on (?:the|a|such) (?:\w+ )?request\b",
        "requested_party",
        "a request is decided by the Party that is asked",
    ),
    (
        r"\brequests?\b.{0,80}\b(?:made|submitted|addressed|sent|forwarded|transmitted|accompanied|drawn up|communicated|presented|"
        r"directed|signed|contain|include|specify|indicate|state|confirmed|translated|writing|prepared|formulated|supported|lodged)",
        "requesting_party",
        "a request is made by the Party that asks",
    ),
    (
        r"^(?:the |this |such |that )?(?:time[- ]?limit|limit|deadline)\b.{0,20}\b(?:extended|prolonged)",
        "requested_party",
        "a limit for an answer is extended by the Party that is asked",
    ),
    (
        r"^the (?:\w+ )?(?:party|state|side) (?:that|which) (?:has )?(?:supplied|provided|transmitted|disclosed|communicated)\b.{0,80}\b(?:notified|informed|consulted)",
        "receiving_party",
        "what the Party that supplied something is told comes from the one that received it",
    ),
    (
        r"\b(?:assistance|extradition|surrender|co-?operation|transit|readmission|provision of (?:\w+ )?(?:information|data|documents|evidence))\b.{0,60}\b(?:refused|granted|denied|postponed|deferred|declined|provided|rendered|afforded)",
        "requested_party",
        "assistance is given or refused by the Party that is asked",
    ),
    (
        r"^(?:the )?(?:execution|compliance|enforcement|performance|service)\b.{0,60}\b(?:postponed|deferred|refused|suspended|adjourned|delayed|made conditional)",
        "requested_party",
        "a request is carried out or put off by the Party that is asked",
    ),
    (
        r"^(?:the |such |any )?(?:objects?|property|articles?|proceeds|valuables|assets)\b.{0,160}\b(?:seized|handed over|frozen|confiscated|searched)\b",
        "requested_party",
        "what is sought is seized and handed over by the Party that is asked",
    ),
    (
        r"\b(?:repl(?:y|ies)|answers?|responses?|results?|refusal|reasons)\b.{0,60}\b(?:reasoned|justified|explained|given|sent|transmitted|communicated|provided|notified|forwarded)",
        "requested_party",
        "the Party that is asked gives the answer",
    ),
    (
        r"^(?!requests?\b)[^;§]{2,80}?\b(?:received|obtained|supplied|furnished|transmitted|provided|communicated|exchanged|lent|loaned|handed over|made available)\b[^;]{0,120}?\b(?:shall|must|may|will|should) (?:not |only |also )?(?:be )?(?:\w+ly )?(?:used|kept|treated|protected|disclosed|returned|"
        r"disseminated|transferred|divulged|duplicated|copied|reproduced|stored|destroyed|marked|safeguarded|handled|released|published|passed|re-exported|retained|erased|deleted|translated|sold|corrected|reverse)\b",
        "receiving_party",
        "what was handed over is kept by the Party that received it",
    ),
    (
        r"^(?:the |all |such |any |each |every |these |those |an? |no )*(?:[\w-]+ ){0,2}?(?:experts?|specialists?|personnel|trainees?|observers?|volunteers?|advis[eo]rs?|teachers?|lecturers?|scientists?|researchers?|scholars?|students?|(?:liaison )?officers?|crews?|guests|fellows|"
        r"interns?|instructors?|delegat\w+|visitors?|guests|artists|performers|athletes|technicians|monitors|inspectors|journalists|members of (?:the )?(?:mission|delegation|team))\b[^§]{0,120}§ (?:\w+ly )?(?:housed|lodged|accommodated|boarded|received|met|escorted|shown|briefed|welcomed|"
        r"admitted|fed|protected|assisted|given (?:free )?(?:\w+ )?(?:access|board|lodging|transport|accommodation|assistance|every|all|office|use|facilit\w+)|provided with|supplied with|granted (?:free )?(?:access|entry|leave|facilit\w+|visas)|sent (?:back )?home)\b",
        "receiving_party",
        "guests are looked after by whoever receives them",
    ),
    (
        r"\b(?:confidential|confidentiality|disclosed|divulged)\b",
        "receiving_party",
        "confidence binds the Party that received the information",
    ),
)

_PERSON = (
    r"(?:he|she|they|persons?(?: (?:sought|claimed|concerned|arrested|so arrested|in custody|to be (?:extradited|surrendered|transferred)|whose (?:extradition|transfer|surrender) (?:is|has been) (?:requested|sought|granted)))?|"
    r"fugitive|offender|prisoner|individual|accused)"
)
_A = r"^(?:the |an? |any |all |no |such |each |every |this |that |these |those |both |other |\w+ly ){0,6}"
_SENT = r"(?:experts?|specialists?|personnel|trainees?|observers?|volunteers?|advis[eo]rs?|teachers?|lecturers?|scientists?|researchers?|liaison officers?|fellows|interns?|instructors?|delegations?|visitors?|artists|performers|technicians|crews?|troops)"
_PARTY = r"(?:part|state|side|country|government|administration|authorit)"
_REQUESTED = rf"\brequested (?:contracting )?{_PARTY}"
_REQUESTING = rf"\brequesting (?:contracting )?{_PARTY}"

HIDDEN_IN = (
    (
        r"\b(?:assistance|relief|rescue) (?:teams?|units?|goods)\b",
        rf"{_A}(?:\w+ )?(?:(?:members of the )?(?:teams?|units?)|relief goods|equipment(?: and relief goods)?|rescue (?:dogs|aircraft))\b[^§]{{0,160}}§ (?:\w+ly )?(?:provided|admitted|supplied|accommodated|exempted|received|escorted|guided|protected|housed|fed)\b",
        "requesting_party",
        "who comes to help is received by the Party that asked for help",
    ),
    (
        r"\bcustoms (?:authorit|administration|office|service)",
        rf"{_A}(?:\w+ )?(?:verifications?|checks?|controls?|examinations?|customs supervision|certificates?|proofs? of origin|declarations?|clearance|seals?)\b[^§]{{0,160}}§ (?:\w+ly )?(?:carried out|accepted|refused|performed|effected|issued|endorsed|stamped|verified|"
        r"undertaken|affixed|rejected|required)\b",
        "@customs",
        "goods and their papers are checked by the customs",
    ),
    (
        r"\bexporters?\b",
        rf"{_A}(?:consignments?|goods|products|shipments?|materials?)\b[^§]{{0,160}}§ (?:\w+ly )?(?:accompanied|labelled|packed|marked|declared)\b",
        "exporter",
        "goods are sent with their papers by whoever exports them",
    ),
    (
        _REQUESTED,
        rf"{_A}(?:\w+ )?(?:witness(?:es)?|experts?|suspects?|victims?|persons? (?:named|specified|to be heard))\b[^§]{{0,160}}§ (?:\w+ly )?(?:summoned|heard|examined|questioned|interviewed|interrogated|identified|located)\b|"
        r"^[^§]{0,60}\brequests?\b[^§]{0,100}§ (?:\w+ly )?(?:kept|treated|held) (?:as )?(?:confidential|secret|in confidence)\b",
        "requested_party",
        "witnesses are heard and requests kept secret where the request is executed",
    ),
    (
        _REQUESTING,
        rf"{_A}persons? in custody\b[^§]{{0,120}}§ (?:\w+ly )?(?:kept|held|returned|sent back|detained)\b",
        "requesting_party",
        "who is lent as a witness is kept and sent back by the Party that asked for him",
    ),
    (
        r"\b(?:exporting|importing) (?:part|countr|state|side)|\bexport of\b|\bfor export\b",
        rf"{_A}(?:[\w-]+ ){{0,2}}?(?:animals?|horses|cattle|plants|consignments?|goods|products|shipments?|seeds?|meat|semen|fruit|vehicles|birds|cargo(?:es)?|lots?)\b[^;]{{0,160}}?\b(?:before|prior to|until|at the time of) (?:the |their )?(?:shipment|export\w*|departure|dispatch|loading)\b",
        "sending_party",
        "what is done before goods leave is done where they come from",
    ),
    (
        r"\b(?:exporting|importing) (?:part|countr|state|side)|\bexport of\b|\bfor export\b|\bcountry of origin\b",
        rf"^(?:(?:up)?on (?:their )?arrival,? |at the (?:border|point of entry),? )?{_A[1:]}(?:[\w-]+ ){{0,2}}?(?:animals?|horses|cattle|plants|consignments?|goods|products|shipments?|seeds?|meat|fruit|birds|cargo(?:es)?|lots?)\b(?:.{{0,60}}\b(?:found|that react|infested|infected|at the border|on arrival)\b|[^§]{{0,120}}§ (?:\w+ly )?(?:sent back|refused|rejected|quarantined|slaughtered|destroyed))",
        "receiving_party",
        "what arrives is examined and turned back where it arrives",
    ),
    (
        _REQUESTING,
        rf"{_A}(?:persons?|witness(?:es)?|experts?) (?:appearing|coming|present|invited|summoned|who (?:appears?|comes?|has come|agrees to come))\b[^§]{{0,160}}§ (?:\w+ly )?(?:detained|prosecuted|arrested|punished|subjected|tried|reimbursed|paid|compensated|protected)\b",
        "requesting_party",
        "who comes to give evidence is safe from the Party that asked him to come",
    ),
    (
        _REQUESTING,
        rf"{_A}(?:person|individual|fugitive|offender)s? (?:who (?:has|have) been |so )?(?:extradited|surrendered|handed over|transferred)\b[^§]{{0,160}}§ (?:\w+ly )?(?:tried|proceeded|prosecuted|sentenced|detained|punished|re-?extradited|subjected|returned|kept|"
        r"arrested|put on trial)\b",
        "requesting_party",
        "a person handed over is in the hands of the Party that asked",
    ),
    (
        _REQUESTING,
        rf"{_A}{_PERSON}\b[^§]{{0,160}}§ (?:\w+ly )?(?:taken over|taken away|received|removed|collected|fetched|sent back|tried|re-?extradited)\b|"
        rf"{_A}(?:\w+ )?(?:applications?|translations?|following (?:documents|particulars|information)|documents|supporting documents|warrants?(?: of arrest)?|assurances?|guarantees?|authentication|particulars|information required|"
        r"(?:further|additional|supplementary|missing|necessary) (?:information|documents|particulars|data|evidence))\b(?! requested| sought| seized| served)[^§]{0,160}§ (?:\w+ly )?(?:attached|translated|made|authenticated|certified|legali[sz]ed|annexed|"
        r"enclosed|accompanied|supplied|furnished|sealed|stamped|completed|certified|notarized|apostilled)\b",
        "requesting_party",
        "what a request needs comes from the Party that asks",
    ),
    (
        _REQUESTED,
        rf"{_A}{_PERSON}\b[^§]{{0,160}}§ (?:\w+ly )?(?:conveyed|delivered|surrendered|handed over|released|set at liberty|set free|at liberty|arrested|detained|brought before|heard|informed|escorted|transferred|re-arrested|extradited)\b|"
        rf"{_A}(?:his |her |their )?(?:\w+ )?(?:case|decisions?|surrender|extradition|transfer|release|arrest|provisional arrest|hearings?|execution|testimony|summons(?:es)?|writs?|service|proof of service|property|objects|articles|search(?:es)?|seizures?|"
        r"(?:date|place|time) of (?:surrender|transfer|the hearing)|requested (?:measures|documents|acts|information|objects)|proceedings|custody|outcome|rejection|delays?|obstacles?|circumstances)\b[^§]{0,160}§ "
        r"(?:\w+ly )?(?:submitted|notified|communicated|given|granted|refused|postponed|deferred|handed over|seized|taken|served|executed|carried out|transmitted|delivered|obtained|produced|held|fixed|rejected|suspended|reported|effected|referred)\b",
        "requested_party",
        "what is asked for is done, refused and told of by the Party that is asked",
    ),
    (
        r"\bcarriers?\b",
        rf"{_A}(?:\w+ )?(?:carriage|transport(?:ation)?|haulage)\b[^§]{{0,160}}§ (?:\w+ly )?(?:performed|carried out|effected|undertaken|operated)\b|"
        rf"{_A}(?:fuel|lubricants|spare parts|replaced parts|provisions)\b[^§]{{0,160}}§ (?:\w+ly )?(?:brought in|imported|taken out|re-exported|destroyed|returned)\b|"
        rf"{_A}(?:lists? of passengers|passenger lists?|way ?bills?|consignment notes?)\b[^§]{{0,160}}§ (?:\w+ly )?(?:kept|carried|completed|presented)\b",
        "carrier",
        "carriage is performed by whoever carries",
    ),
    (
        r"\bdrivers?\b",
        rf"{_A}(?:driving )?licences?\b[^§]{{0,160}}§ (?:\w+ly )?(?:presented|shown|produced|carried)\b",
        "drivers",
        "a driving licence is shown by whoever drives",
    ),
    (
        r"\bpart(?:y|ies) of origin\b",
        rf"{_A}(?:\w+ ){{0,2}}?(?:(?:proposed )?activit(?:y|ies)|assessments?|impact (?:studies|study|assessments?)|authori[sz]ations?|permits?|licences?|final decision|affected part(?:y|ies))\b[^§]{{0,160}}§ (?:\w+ly )?(?:subject to|subjected|assessed|carried out|granted|notified|informed|prepared|"
        r"taken|transmitted|given|consulted|afforded)\b",
        "party_of_origin",
        "an activity is assessed, authorised and told of by the Party in whose territory it is",
    ),
    (
        _REQUESTING,
        r"^(?:the |any |a |no |such )?(?:person|individual) (?:(?:who has been |so )?(?:extradited|surrendered|handed over|transferred)|in custody (?:so )?transferred)\b.{0,100}\b(?:proceeded|prosecuted|"
        r"tried|sentenced|detained|punished|extradited to|re-?extradited|subjected|returned|kept)\b",
        "requesting_party",
        "a person handed over is in the hands of the Party that asked",
    ),
    (
        _REQUESTING,
        rf"{_A}(?:witness(?:es)?|experts?|persons?)\b(?! (?:so )?(?:arrested|sought|claimed|detained))[^§]{{0,160}}§ (?:\w+ly )?(?:prosecuted|detained|proceeded against|arrested|compelled|required to (?:give|testify)|subjected)\b",
        "requesting_party",
        "who comes to give evidence is safe from the Party that asked him to come",
    ),
    (
        r"\bsentencing state",
        r"^(?:the |any |a |such )?(?:sentenced|convicted) persons?\b.{0,80}\b(?:handed over|surrendered|delivered|escorted)\b",
        "sentencing_state",
        "a sentenced person is in the hands of the State that sentenced him",
    ),
    (
        r"\b(?:receiving|host|territorial) (?:state|country|party|government)\b",
        rf"{_A}(?:\w+ )?(?:consular (?:officers?|employees?|archives|premises|bag)|diplomatic (?:agents?|couriers?|bag)|members of (?:the )?(?:mission|consul\w+|families?)|representatives?|officials?|delegates?|couriers?|honorary consuls?)\b[^§]{{0,120}}§ (?:\w+ly )?(?:arrested|detained|prosecuted|"
        r"searched|examined|compelled|subjected|opened|interfered|required|expelled|molested)\b",
        "receiving_party",
        "those who represent the sending State are not to be touched where they are received",
    ),
    (
        r"\bhost (?:state|country|government)\b",
        r"\b(?:premises|archives|correspondence|papers|baggage|bag|couriers?|property|assets)\b.{0,60}\b(?:searched|opened|entered|requisitioned|confiscated|expropriated|seized|attached|censored|inspected|detained|"
        r"inviolable|immune)\b|\b(?:tolls?|taxes|tax|duties|fees|charges|landing fees|customs duties|restrictions?|censorship)\b.{0,50}\b(?:levied|imposed|collected|applied)\b.{0,100}"
        r"|\b(?:radio )?(?:frequenc(?:y|ies)|call signs?|number plates|licence plates)\b.{0,40}\b(?:allocated|assigned|provided|issued|granted|accorded)|^(?:an |any |no )?(?:autopsy|post-mortem)\b",
        "receiving_party",
        "premises, dues and facilities are in the power of the host State",
    ),
    (
        _REQUESTING,
        r"^(?:such |the |these |any |all |said |\w+ ){0,3}?(?:equipment|objects?|documents?|files?|originals?|articles?|materials?|samples?|propert(?:y|ies)|items?|means of transport|vehicles?|tools|judgments?|persons?|records)\b"
        r".{0,100}\breturned\b",
        "requesting_party",
        "what was handed over is given back by the Party that received it",
    ),
    (
        r"\breceiving (?:part|state|side|country)",
        r"^(?:such |the |these |any |all |said |\w+ ){0,3}?(?:equipment|objects?|documents?|files?|originals?|articles?|materials?|samples?|propert(?:y|ies)|items?|means of transport|vehicles?|tools|judgments?|persons?|records)\b"
        r".{0,100}\breturned\b",
        "receiving_party",
        "what was handed over is given back by the Party that received it",
    ),
    (
        _REQUESTING,
        r"^(?:the |any |such )?(?:reimbursements?|repayments?)\b.{0,40}\b(?:effected|made|paid)\b|^(?:the |such |any |all |these )?(?:costs?|expenses|expenditure)\b.{0,60}\b(?:reimbursed|refunded)\b",
        "requesting_party",
        "what was spent on a request is paid back by the Party that asked",
    ),
    *(
        (trade, pattern, who, why)
        for trade, who in (
            (r"\bdesignated airlines?\b", "designated_airlines"),
            (r"\bcarriers?\b", "carrier"),
            (r"\boperators?\b", "operator"),
            (r"\bmaster of the\b|\bthe masters?\b", "master"),
        )
        for pattern, why in (
            (
                r"\b(?:authori[sz]ations?|licen[cs]es?|permits?|documents?|certificates?|passes|log ?books?|record books?)\b.{0,50}\b(?:kept on board|carried on board|carried|produced|presented|shown)\b",
                "papers on board are kept and shown by whoever carries",
            ),
            (
                r"^(?:the |all |such |any )?(?:records?|books|registers? of transactions|accounts of transactions|a journey log|logs?)\b.{0,60}\b(?:kept|maintained|preserved|retained|made available|open to)\b",
                "records of a trade are kept by whoever carries it on",
            ),
            (
                r"^(?:time-?tables?|flight schedules?|schedules|tariffs|traffic programmes?)\b.{0,60}\b(?:submitted|filed|notified|communicated)\b",
                "timetables and tariffs are filed by whoever runs the service",
            ),
        )
    ),
    (
        r"\bcompetent (?:\w+ )?(?:authorit(?:y|ies)|institutions?|agenc(?:y|ies))\b|\bagenc(?:y|ies) of (?:a|the|one|that|either)\b|\bliaison agenc|\bcompetent institutions?\b",
        rf"{_A}(?:claims?|applicants?|claimants?|beneficiar(?:y|ies)|benefits?|pensions?|original documents|persons? concerned|insured persons?|holders?|importers?|consignees?|employees?|workers?)\b[^§]{{0,160}}§ (?:\w+ly )?(?:told|informed|notified|advised|heard|returned|paid|awarded|calculated|examined|"
        r"refused|rejected|given|granted|dealt with|processed|recovered|date-stamped|forwarded|suspended|reduced|increased)\b|"
        rf"{_A}(?:certificates?|statements?|copies|a copy|medical (?:examinations?|reports?))\b[^§]{{0,160}}§ (?:\w+ly )?(?:issued|given|sent|carried out|handed)\b",
        "@authority",
        "who decides on claims and licences deals with those who apply",
    ),
    (
        r"\bcompetent authorit(?:y|ies)\b",
        r"^(?:an |the |any |all |such |each )?applications?\b.{0,60}\b(?:dealt with|processed|decided|examined|considered|answered|approved|rejected)\b|"
        r"^(?:an |the |any |all |such |each |no )?(?:authori[sz]ations?|licen[cs]es?|permits?|approvals?)\b.{0,60}\b(?:issued|granted|renewed|withdrawn|refused|suspended|revoked|extended)\b|"
        r"^(?:the |an |any |each )?applicants?\b.{0,40}\b(?:heard|informed|notified|told)\b|^(?:the |an |a |any )?(?:carriers?|operators?|licensees?|holders?)\b.{0,60}\b(?:denied|refused|warned|granted|deprived|excluded)\b",
        "competent_authority",
        "licences and applications are decided by the competent authority",
    ),
    (
        r"\bcompetent authorit(?:y|ies)\b",
        r"^(?:an?\s|the\s|any\s|such\s|each\s|no\s)?(?:\w+\s){0,2}?(?:inspections?|ships?|vessels?|vehicles?|consignments?|results of (?:the )?(?:inspections?|checks)|shipments?|cargo(?:es)?)\b.{0,80}\b(?:detained|isolated|carried out|impounded|"
        r"immobilised|published|quarantined|inspected|stopped)\b",
        "competent_authority",
        "inspecting and detaining are for the competent authority",
    ),
    *(
        (topic, pattern, canonical, why)
        for topic in (
            r"[\"“”'‘]the government[\"”'’]|\b(?:host|hosting|receiving|visited|inviting)\s(?:contracting\s)?(?:part(?:y|ies|ner)|state|side|country|government|participant|nation|organi[sz]ation|institut)",
        )
        for pattern, canonical, why in (
            (
                rf"{_A}(?:\w+ )?{_SENT}\b[^§]{{0,160}}§ (?:\w+ly )?(?:recalled|withdrawn|selected|nominated|replaced|dispatched|despatched|seconded|chosen|insured|sent)\b|"
                rf"{_A}(?:\w+ ){{0,2}}?insurance\b[^§]{{0,160}}§ (?:\w+ly )?(?:arranged|taken out|provided|paid|covered|effected)\b|"
                rf"{_A}(?:invoices?|bills?|salar(?:y|ies)|wages|pay|allowances|pensions|insurance|air ?fares|return tickets|(?:international )?travel (?:costs|expenses))\b[^§]{{0,160}}§ (?:\w+ly )?(?:paid|settled|met|arranged|covered|taken out|provided|borne)\b|"
                rf"{_A}(?:fuel|supplies|provisions|spare parts|stores|services|assistance)\b[^§]{{0,160}}§ (?:\w+ly )?(?:paid for|reimbursed|refunded)\b|"
                rf"{_A}(?:names?|particulars|curricula vitae|lists?|nominations?|personal details|flight plans?|itinerar(?:y|ies)|notifications? of arrival|security clearances?|visit requests?)\b[^§]{{0,160}}§ (?:\w+ly )?(?:submitted|sent|communicated|notified|forwarded|provided|furnished|transmitted|given)\b|"
                rf"{_A}(?:weapons|arms|ammunition|uniforms?|sidearms|firearms)\b[^§]{{0,160}}§ (?:\w+ly )?(?:stored|kept|carried|worn|declared|secured|deposited)\b|"
                rf"{_A}(?:vehicles|aircraft|ships|vessels|equipment) of (?:the |its )?(?:sending|visiting)\b[^§]{{0,160}}§ (?:\w+ly )?(?:marked|insured|removed|registered|maintained|re-exported)\b",
                "sending_party",
                "who is sent is named, paid, equipped and insured by the side that sends him",
            ),
            (
                rf"{_A}(?:\w+ )?{_SENT}\b[^§]{{0,160}}§ (?:\w+ly )?(?:provided|given|granted|afforded|admitted|accommodated|allowed|permitted|exempted|issued|assisted|accorded|escorted|briefed|supplied|treated)\b|"
                rf"{_A}(?:access|(?:emergency )?(?:medical|dental) (?:treatment|care|services)|facilit(?:y|ies)|office (?:space|accommodation)|transport(?:ation)?|escorts?|interpret(?:ers?|ation)|security|protection|programmes? (?:of|for) (?:the |each |every |any |a )?visits?|"
                rf"(?:detailed )?programmes?|customs clearance|berths?|landing rights|local transport|training areas|ranges|classrooms|meals|accommodation|hospitality)\b[^§]{{0,160}}§ (?:\w+ly )?(?:given|granted|provided|arranged|prepared|drawn up|ensured|made available|allowed|allocated|offered|afforded|assigned|put at)\b|"
                rf"{_A}(?:(?:port|landing|harbour|airport|parking|navigation|tuition|course|entrance|visa|overflight|pilotage|berthing|customs) (?:and \w+ )?)?(?:fees|duties|taxes|charges|dues|tolls)\b[^§]{{0,160}}§ (?:\w+ly )?(?:charged|levied|imposed|collected|waived|payable|exacted|demanded)\b|"
                rf"{_A}(?:visiting|members of the (?:visiting|sending)|personnel of the sending|the sending)\b[^§]{{0,160}}§ (?:\w+ly )?(?:given|granted|provided|admitted|accommodated|permitted|allowed|exempted|escorted|met|received|treated|briefed|issued|accorded|afforded)\b|"
                rf"{_A}(?:\w+ ){{0,2}}?(?:rooms?|premises|halls?|desks?|police protection|protection|first[- ]aid|hospital|admission to \w+|local staff|ushers|drivers|receptionists|telephones?|offices?|equipment (?:needed|required))\b[^§]{{0,160}}§ (?:\w+ly )?(?:equipped|furnished|set up|"
                r"ensured|recruited|engaged|provided|installed|admitted|assured|heated|cleaned|kept|maintained|guarded|put)\b|"
                rf"^.{{0,120}}?\bsent (?:back )?home\b|"
                rf"{_A}(?:jurisdiction|custody|offen[cs]es?)\b[^§]{{0,160}}§ (?:\w+ly )?(?:waived|notified|exercised)\b",
                "receiving_party",
                "what those who come find there is given or charged by the side that receives them",
            ),
        )
    ),
    *(
        (
            rf"\b{borrower}\b",
            rf"{_A}(?:goods|works|services|contracts?|equipment|consultants?|records?|(?:separate |adequate )?accounts?|financial statements|statements|(?:progress |quarterly |annual |completion )?reports?|the project|project|insurance|indemnity|facilities|counterpart funds|procurement|"
            rf"principal|interest|(?:the )?loans?|credit|repayments?|instalments?|commitment (?:charge|fee)|service charges?|land|permits|annual budget|withdrawals?|(?:the )?(?:amount|proceeds) of the (?:loan|credit|grant|financing)|(?:the )?(?:grant|loan|credit) proceeds)\b[^§]{{0,160}}§ "
            r"(?:\w+ly )?(?:procured|awarded|executed|carried out|employed|selected|kept|maintained|audited|prepared|furnished|submitted|insured|obtained|acquired|paid|payable|repaid|repayable|used|applied|provided|opened|completed|operated|established|withdrawn|allocated|transferred|imported|adopted|made)\b",
            canonical,
            "a project is carried out, accounted for and paid back by whoever borrowed for it",
        )
        for borrower, canonical in (("borrower", "borrower"), ("grantee", "grantee"), ("beneficiary", "beneficiary"))
    ),
    (
        r"\bborrower\b",
        rf"{_A}(?:premium|commission|penalty|(?:additional |front-end )?fees?|disbursements?|loan account|letter of credit|funds)\b[^§]{{0,160}}§ (?:\w+ly )?(?:charged|levied|disbursed|opened|released|made|credited)\b",
        "lender",
        "a loan is paid out and charged for by whoever lends",
    ),
    (
        r"\bapplica(?:tion|nt)s?\b",
        rf"{_A}applications?\b(?! for (?:extradition|assistance|provisional))[^§]{{0,120}}§ (?:\w+ly )?(?:made|submitted|lodged|handed in|filed|sent|presented|addressed|accompanied|signed)\b|^applications? must reach\b",
        "applicant",
        "an application is made by whoever applies",
    ),
    (
        r"\bclaims?\b",
        r"^(?:an? |any |each |every |all |such )?(?!no |the )claims?\b(?: for| to| under|[^§]{0,20}§)[^§]{0,100}(?:§ )?(?:\w+ly )?(?:made|submitted|lodged|filed|presented|addressed)\b",
        "claimant",
        "a claim is made by whoever claims",
    ),
)

# Parts that one instrument gives somebody, by the words it calls him in.
CAST = (
    ("@recipient", r"\b[Tt]he (?P<who>[Gg]rantee|[Pp]rincipal [Rr]ecipient)\b"),
    ("@customs", r"\b(?P<who>[Cc]ustoms (?:[Aa]uthorit|[Aa]dministration|[Oo]ffice|[Ss]ervice)\w{0,3})\b"),
    (
        "@authority",
        r"\b(?:[Tt]he|[Ee]ach|[Aa]n|that) (?P<who>agency|agencies|institutions?)(?= (?:of|which|shall|that|must|will|may)\b)",
    ),
    (
        "@authority",
        r"\b(?P<who>[Cc]ompetent (?:\w+ )?(?:[Aa]uthorit|[Ii]nstitution|[Aa]genc)\w{1,3})\b",
    ),
)
COUNTERPARTS = {
    "requesting": "requested",
    "requested": "requesting",
    "sending": "receiving",
    "receiving": "sending",
    "sentencing": "administering",
    "administering": "sentencing",
    "exporting": "importing",
    "importing": "exporting",
    "supplying": "receiving",
    "providing": "receiving",
    "transmitting": "receiving",
    "disclosing": "receiving",
    "assisting": "requesting",
    "lending": "borrowing",
    "borrowing": "lending",
    "donor": "recipient",
    "recipient": "donor",
    "transferring": "receiving",
}
_SIDE = (
    r"(?P<side>"
    + "|".join(sorted(COUNTERPARTS))
    + r")\s(?:contracting\s)?(?P<noun>part(?:y|ies)|states?|side|participant|signatory|country|government)\b"
)
TOLD_SIDE = (
    r"^(?:the\s)?"
    + _SIDE
    + r".{0,40}?\b(?:notified|informed|advised|consulted|told|afforded|given|provided|granted|allowed|permitted|enabled|heard|supplied|reimbursed|compensated|warned|asked)\b"
)
GIVEN_SIDE = (
    r"^.{0,120}?\b(?:(?:transmitted|sent|forwarded|handed over|delivered|provided|supplied|communicated|surrendered|submitted|notified|reported|transferred|returned|paid|reimbursed|repaid|made available|given|"
    r"furnished|shown|presented|addressed|disclosed|granted)\s(?:\w+\s){0,2}?to|reach)\s(?:the\s)(?:competent authorit(?:y|ies) of the\s)?"
    + _SIDE
)
CONSENTING_SIDE = (
    r"^.{0,160}?\b(?:without|with|subject to|unless|until|except with)\s(?:the\s)?(?:(?:prior|written|express|previous|prior written|express written)\s){0,2}"
    r"(?:(?:consent|approval|permission|authori[sz]ation|agreement|concurrence|knowledge)\s(?:of|by|from)\s)?(?:the\s)?"
    + _SIDE
)
# What is done to one of the two sides of an instrument is done by the other; {side} is the one.
_TOLD = (
    r"notified|informed|advised|consulted|told|afforded|given|provided|granted|allowed|permitted|enabled|heard|supplied|reimbursed|compensated|warned|asked|exempted|accorded|"
    r"indemnified|held harmless|furnished|sent|paid|kept informed|invited|assisted|admitted|shown|offered"
)
_GIVEN = (
    r"transmitted|sent|handed|told|forwarded|handed over|delivered|provided|supplied|communicated|surrendered|submitted|notified|reported|transferred|returned|paid|reimbursed|repaid|made available|given|"
    r"furnished|shown|presented|addressed|payable|repayable|disclosed|granted|made|remitted|credited"
)
ACROSS = (
    rf"^{{side}}(?=,?\s(?:shall|will|must|may|should|is|are|concerned|has|have)\b).{{0,40}}?\b(?:{_TOLD})\b",
    rf"^(?:the |all |any |duly |authori[sz]ed |accredited ){{0,4}}(?:representatives?|officials?|experts?|staff|personnel|auditors?|inspectors|officers|members|employees|missions|agents|consultants|engineers|delegates|advisers) of {{side}}\b.{{0,60}}?\b(?:{_TOLD})\b",
    rf"^.{{0,160}}?\b(?:{_GIVEN})\b(?: \w+){{0,4}}? to {{side}}(?!['’]s)\b",
    r"^.{0,200}?\b(?:without|with|subject to|unless|until)\s(?:the\s)?(?:(?:prior|written|express|previous)\s){0,3}(?:consent|approval|permission|authori[sz]ation|agreement|concurrence) of {side}\b",
    r"^.{0,200}?\b(?:without|with|subject to) {side}['’]s? (?:(?:prior|written|express|previous)\s){0,3}(?:consent|approval|permission|authori[sz]ation|agreement|concurrence)\b",
    r"^.{0,200}?\b(?:unless|until) {side} (?:\w+ ){0,2}?(?:agrees?|consents?|approves?|approved|agreed|permits?|authori[sz]es)\b",
    r"^.{0,200}?\b(?:(?:acceptable|satisfactory) to|(?:approved|prescribed|cleared|accepted) by) {side}\b",
    r"^.{0,160}?\b(?:deposited|lodged|filed|left|registered)\b(?: \w+){0,3}? with {side}(?!['’]s)\b",
)
ROLE_PAIRS = (
    ("borrower", "lender|bank|fund|association|agency|guarantor"),
    ("lessee", "lessor"),
    ("licensee", "licensor"),
    ("contractor", "client|employer|owner"),
    ("buyer", "seller"),
    ("purchaser", "seller|supplier"),
    ("donor", "recipient|grantee"),
    ("grantee", "grantor|bank|fund|agency"),
    ("recipient", "agency|bank|fund|association"),
    (
        "host state",
        "mission|organization|organisation|office|centre|center|institute|secretariat|tribunal|court|bank|union|fund|force|operation",
    ),
    (
        "host country",
        "mission|organization|organisation|office|centre|center|institute|secretariat|tribunal|court|bank|union|fund|force|operation",
    ),
    ("host government", "organization|organisation|office|centre|center|institute|secretariat|united nations"),
    ("flag state", "coastal state|port state"),
    ("state of origin", "affected state"),
    ("party of origin", "affected party"),
    ("assisting state", "requesting state"),
    ("assisting party", "requesting party"),
    (
        "government",
        "organization|organisation|office|centre|center|institute|bank|agency|fund|secretariat|university|united nations|programme|company|corporation",
    ),
)
CALLED = (
    *(("lender", r"\bthe lender\b", lender) for lender in ("bank", "fund", "association", "agency")),
    (
        "receiving_party",
        r"\b(?:receiving|host|recipient)\s(?:contracting\s)?(?:part|state|side|country|government|participant)",
        "government",
    ),
)
REALMS = frozenset(
    "republic kingdom federation union state states principality sultanate emirate confederation commonwealth".split()
)
# Sides that face one another by their canonical names: who "the other Party" is behind the one.
OPPOSITES = {
    "requested_party": "requesting_party",
    "requesting_party": "requested_party",
    "receiving_party": "sending_party",
    "sending_party": "receiving_party",
}
DECIDING_HANDS = (
    r"\bat\s(?:the\s)?(?:expense|cost)\sof\s(?P<payer>(?:the|that)\s[^,;:.]{3,60}?)(?=[,;:.]|$)|\bat\s(?P<paying>the\s[a-z ]{3,40})['’]s?\s(?:own\s)?(?:expense|cost)\b|"
    r"\bby\s(?:an?\s|the\s)?(?:[\w-]+\s){0,3}?(?:decision|vote|majority|resolution|consent|agreement|accord)\s(?:vote\s)?(?:of|between|among)\s"
    r"(?P<who>(?:the\s|all\s|both\s)?[^,;:.]{3,60})"
)
DUTIES_OF = (
    r"^(?:general\s)?(?:obligations?|duties|duty|responsibilities|responsibility|powers|functions|tasks|rights and (?:obligations|duties)|undertakings)\s(?:of|incumbent on)\s"
    r"(?P<who>(?:the\s)?[^,;:.]{3,60})$"
)
INHERITING = frozenset(
    """
    authority carrier operator airline exporter importer contractor licensee holder employer owner master secretariat
    depositary director registrar
    """.split()
)
BOTH_SIDES = r"^(?:either\s|both\s|neither\s)?the\s[a-z]+\s(?:state|party|side|participant)\s(?:or|and|nor)\s(?:by\s)?the\s[a-z]+\s(?:state|party|side|participant)$|^(?:either\s|both\s|neither\s)?(?:party|side)\s[a-z]\s(?:or|and|nor)\s(?:party|side)\s[a-z]$"
