"""English: kinds of act by their verbs and things, and whose part each is between two sides.

Where nobody is named as the doer, a kind of act tells him: of two sides that an article speaks of, the one asks and pays,
the other gives and refuses; the one sends people, the other receives them; who owns the territory lets in and levies.
"""

from __future__ import annotations

_PEOPLE = (
    r"\b(?:experts?|specialists?|personnel|trainees?|candidates?|observers?|volunteers?|advis[eo]rs?|teachers?|lecturers?|scientists?|researchers?|officers?|fellows|interns?|instructors?|delegations?|"
    r"artists|performers|athletes|technicians|crews?|troops|students?|scholars?|participants|staff|auditors|inspectors|nominations?|names|visitors|guests|teams?|doctors|monitors|members)\b"
)
_GOODS = (
    r"\b(?:information|data|documents?|materials?|equipment|samples?|specimens?|objects?|articles|exhibits|records|books|funds|goods|products|software|images|maps|films|copies|medicines|vehicles|animals|instruments|reports?|results|"
    r"loan|grant|money|premises|land|collections?|publications)\b"
)
_LEAVE = (
    r"\b(?:visas?|permits?|licen[cs]es?|authori[sz]ations?|permission|identity cards?|entry|exit|access|landing|overflight|frequenc(?:y|ies)|taxes|duties|dut(?:y|ies)|fees|charges|tolls|restrictions?|"
    r"formalities|clearance|premises|archives|correspondence|baggage|personnel|staff|experts?|officials|members|goods|equipment|vehicles|weapons|persons?|accreditation|cards)\b"
)

ACTS: tuple[tuple[str, str, str], ...] = (
    (
        "joint",
        r"agree|negotiate|exchange|coordinate|cooperate|amend|revise|convene|sign|ratify|settle|resolve|establish",
        r"",
    ),
    ("send", r"nominate|select|choose|second|dispatch|recall|withdraw|replace|insure|designate", _PEOPLE),
    ("host", r"lodge|accommodate|house|feed|receive|escort|welcome|meet|train|brief|supervise", _PEOPLE),
    ("return", r"return|restore|re-?export|hand", _GOODS),
    (
        "use",
        r"use|keep|store|disclose|publish|copy|duplicate|destroy|erase|sell|transfer|modify|translate|divulge|lend|insure|maintain|spend|distribute|clean|alter|display|audit|pass",
        _GOODS,
    ),
    ("pay", r"pay|repay|reimburse|refund|bear|defray", r""),
    (
        "rule",
        r"admit|allow|permit|grant|issue|exempt|levy|impose|collect|charge|detain|arrest|search|examine|inspect|refuse|deny|cancel|seize|confiscate|expel|open|waive|clear|accredit|register|release|give|put",
        _LEAVE,
    ),
)
"""(kind of act, verb, what it is done to; "" for anything): the first that fits counts."""

_HOSTS = (
    r"[\"“”'‘]the government[\"”'’]|\b(?:host|hosting|receiving|visited|inviting|territorial)\s(?:contracting\s)?(?:part(?:y|ies|ner)|state|side|country|government|participant|nation|organi[sz]ation|institut|"
    r"universit|ministr|museum|academy|city|authorit|association)"
)

PLAYS: tuple[tuple[str, dict[str, str], str], ...] = (
    (
        r"\bborrower\b",
        {"use": "borrower", "pay": "borrower", "return": "borrower"},
        "what was lent is used and paid back by whoever borrowed it",
    ),
    (
        r"\bgrantee\b|\bprincipal recipient\b",
        {"use": "@recipient", "pay": "@recipient", "return": "@recipient"},
        "what was granted is used and accounted for by whoever received it",
    ),
    (
        _HOSTS,
        {"send": "sending_party", "host": "receiving_party", "rule": "receiving_party"},
        "people are sent by one side, and let in and looked after by the other",
    ),
    (
        r"\brequested (?:contracting )?(?:part|state|side|country|government|administration|authorit)",
        {"rule": "requested_party", "return": "requesting_party", "pay": "requesting_party"},
        "what is asked for is decided by the Party that is asked, and paid for by the one that asks",
    ),
)
"""(what an article or its instrument must speak of, kind of act → whose part it is, why)"""
