"""What dragoman knows of one language: words as data, one record for each room that reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.language.parallel import ParallelWords


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words of dates, lower case: month names in every form a date can take (without a full stop) → 1…12, and the rest.

    `seasons` maps to EDTF season codes (21 spring … 24 winter); `numerals` holds cardinals, ordinals and multipliers in
    the forms that dates are written out in. The other fields are regular expressions, read case-insensitively;
    `night_word` joins the two days of one night («с 3 на 4 мая»), `day_word` closes a day behind its month, `weekday` is a
    name of a day of the week, `short_decade` a decade in two figures with the group `tens`;
    `of_word` joins a day to its month, `in_the_year` a month to its year, `before_day` a month to its day;
    `before_split_year` stands before a year of account (2013/14), `before_last_year` before a year that ends its clause;
    `recurring_before` and `recurring_after` stand beside a day of every year and beside limits ("by 1 April").
    """

    months: Mapping[str, int]
    seasons: Mapping[str, str] = field(default_factory=dict)
    numerals: Mapping[str, int] = field(default_factory=dict)
    ordinal_suffix: str = ""
    year_word: str = ""
    start_word: str = ""
    to_word: str = ""
    and_word: str = ""
    part: str = ""
    half: str = ""
    quarter: str = ""
    halves: Mapping[str, int] = field(default_factory=dict)
    before_year: str = ""
    before_split_year: str = "(?!)"
    before_last_year: str = "(?!)"
    before_month: str = ""
    not_year_after: str = ""
    decade: str = ""
    of_word: str = ""
    in_the_year: str = ""
    before_day: str = ""
    between_word: str = ""
    night_word: str = ""
    day_word: str = ""
    weekday: str = ""
    short_decade: str = ""
    recurring_before: str = "(?!)"
    recurring_after: str = "(?!)"
    capital_months: bool = False


@dataclass(frozen=True, slots=True)
class StructureWords:
    """Words of headings and of the frame of an instrument, lower case.

    `rules` are words that do for an article's where a text has none; `containers` maps an Akoma Ntoso element name (part, title, chapter, section, attachment) to its heading words;
    `numerals` the number words of headings ("one", "first") to their values, tens apart ("twenty" + "one").
    Tuples of cues are read as words at the place their name tells; `_stems` match the beginning of a word. `agreed_form`, `clauses`,
    `named` (with the group `term`), `reference_*`, `means`, `party_split`, `party_stop` and `place` are regular expressions.
    `ordinals` stand before the unit of a reference ("the second paragraph"), `ordinals_behind` behind it (“Article seven”).
    `title_asides` are remarks of editors in a title; `title_openers` begin a line that says what an instrument is about; `sentence_openers` are the capitalised words that begin a provision behind its title in a text without lines.
    `duties` finds what only an instrument says of its Parties, `notes` the courtesies of a diplomatic note, `note_numbers` the word
    that numbers one ("Note II"), `note_endings` how its last paragraphs begin; `closed` (with
    the group `done`) a formula of signature at the end, `adopted` one of a resolution.
    `title_parties` introduces the parties in a title, `title_ends` what follows them unless one of `body_nouns` stands before
    ("Office on Drugs"); `strict_split` parts names that begin with an article. `binding` finds where an
    instrument says that it binds; `itself` is the instrument as the subject of a sentence, `not_itself` what else in it
    begins to have effect (an amendment, a denunciation); `named_here` is the instrument named anywhere in a sentence; `sides` is what only groups parties ("on the one hand"), `party_asides` what stands behind the name of one ("hereinafter …",
    "represented by …"), `party_ends` (group end) a word in small letters behind the capitals of a name; `opened_by` are first words that are themselves a formula of conclusion ("This Agreement, dated … between"),
    `constituting` says that notes are an agreement;
    `relative` is a relative clause in a title, or the part of one that has its verb; `date_label` introduces the day beside a signature.
    """

    article: tuple[str, ...]
    paragraph: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    containers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bare_containers: tuple[str, ...] = ()
    numerals: Mapping[str, int] = field(default_factory=dict)
    running_on: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ()
    title_asides: str = r"(?!)"
    title_openers: tuple[str, ...] = ("\0",)
    sentence_openers: str = r"(?!)"
    instruments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    agreed: tuple[str, ...] = ()
    agreed_form: str = r"(?!)"
    recital_stems: tuple[str, ...] = ()
    recital_endings: tuple[str, ...] = ()
    conclusions: tuple[str, ...] = ()
    done_at: tuple[str, ...] = ()
    letters: str = ""
    release_names: tuple[str, ...] = ()
    reporting: tuple[str, ...] = ()
    cited: Mapping[str, str] = field(default_factory=dict)
    preamble: tuple[str, ...] = ()
    clauses: Mapping[str, str] = field(default_factory=dict)
    named: tuple[str, ...] = ()
    means: str = ""
    unnamed_parties: tuple[str, ...] = ()
    party_openers: tuple[str, ...] = ()
    in_force_not: str = ""
    itself: str = r"(?!)"
    named_here: str = r"(?!)"
    not_itself: str = r"(?!)"
    first_person: tuple[str, ...] = ()
    point_words: tuple[str, ...] = ()
    reference_units: Mapping[str, str] = field(default_factory=dict)
    reference_lead: str = r"[\s\u00a0]{0,3}"
    reference_bare: str = r"(?!)"
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ordinals_behind: Mapping[str, int] = field(default_factory=dict)
    reference_join: str = ""
    reference_list: str = ""
    reference_range: str = ""
    reference_here: str = ""
    reference_step: Mapping[str, int] = field(default_factory=dict)
    reference_counts: Mapping[str, int] = field(default_factory=dict)
    reference_plural: str = r"(?!)"
    reference_last: str = r"(?!)"
    reference_self: str = ""
    reference_other: str = ""
    parallel: ParallelWords = field(default_factory=ParallelWords)
    party_split: str = ""
    party_stop: str = ""
    party_asides: str = r"(?!)"
    opened_by: str = r"(?!)"
    party_ends: str = r"(?!)(?P<end>)"
    constituting: str = r"(?!)"
    relative: str = r"(?!)"
    date_label: str = r"(?!)"
    place: str = ""
    duties: str = r"(?!)"
    notes: str = r"(?!)"
    note_numbers: str = r"(?!)"
    note_endings: str = r"(?!)"
    closed: str = r"(?!)(?P<done>)"
    adopted: str = r"(?!)"
    title_parties: str = r"(?!)(?P<names>)"
    title_ends: str = r"(?!)"
    body_nouns: tuple[str, ...] = ()
    strict_split: str = r"(?!)"
    binding: str = r"(?!)"
    sides: str = r"(?!)"

    def has_verb(self, tokens: Iterable[str]) -> bool:
        """Whether one of the small-lettered words is surely a verb, which no title has."""
        return any(token in self.verbs or (self.verb_endings and token.endswith(self.verb_endings)) for token in tokens)


@dataclass(frozen=True, slots=True)
class NormCues:
    """Words that propose a norm; the parse confirms.

    `proposes`, `parties`, `organs`, `hidden` and `units`-like keys that hold words of a sentence are regular expressions,
    matched in lower-cased text; all other words are lemmas or lower-case forms. `modals` maps a form to a strength,
    `performatives` a verb lemma to a modality, `adjectives` the word after "to be" to a modality, `possessions` the noun
    after "to have". `parties` and `organs` are (pattern, canonical bearer) in order of preference; `hidden` is (pattern of
    what is done, canonical bearer, why).

    `determiners`, `owners` and `joined` are what falls off before, behind and after a conjunction of a bearer's name;
    `tails` are other words behind a name; `described` names a Party by what it did ("the Party receiving a request"); `acts_of` holds the organ whose acts a
    passive tells, `own_acts` those of whom was named before; `subject_clause` is the relative clause between a subject and its modal, `reduced_clause` one without its pronoun. Of resolutions: `directives`
    are (opening words of an operative paragraph, modality), `directed` the words between addressee and task, `told` an
    addressee before an infinitive, `resolving` and `performed` the decisions about oneself and the verbs that are done by being said, `issuer` the line that names
    who resolves.

    `rewritten` are (pattern, words): the first group of the pattern is read as those words, which are no longer than it.
    `impersonal` are (pattern with the groups who and verb, modality): duties that "it" lays on somebody. `tasks_of` are
    (pattern of an introduction that lists the tasks or powers of `who`, words its points are read behind); `named_alone` is an introduction
    that only names who acts. `owed` are words after "to be" of what somebody has to give,
    `dutiful` verbs bind anybody in the present of any instrument, any verb who is `bound` by it,
    `middle` are reflexive verbs that somebody can do himself, those of `own_with` only with the words given, `agent_pronouns` name who acts in a passive, `acts` are (kind of act, verbs, things), told by the `head_noun` (group noun) of the subject of `light` verbs except `mutual_kinds`,
    `plays` (words of an instrument, kind → whose part it is, why), `alone` the same where no sides are spoken of; `role_form` and `role_said` are how a {role} without its `role_ending` stands in a text, `on_request` says that a request is fulfilled, `act_behind` (group noun) the act
    behind a verb of being subject to it, rules of `going_on` read what goes on with a clause, nouns of `in_manner` tell how something is done, `faced_last` ends what speaks of the other side, `whose_leave` opens a side by what it has; the side `faced` (group who) is not the one that acts, the one in whose `hands` it is does, papers have what they are `containing`, `courtesies` are what notes open with, `latter` stands for whoever was named last, `one_side` is the name of one, `that_one` is the side just named, `other_one` the one of `opposites` that faces it,
    `doers` (group who) do in an instrument what only somebody can do, `claims_of` (group who) are acts by their name, a body that is `told_peer` is told by
    one of its kind, `capital_actors` act where they are written large, `point_conditions` open a point that is a condition, `realms` are short names of a country itself, `opening` verbs forbid with "may not" whatever their subject, `subordinating` words open a condition with a verb of its own, `released` are those words that free from a duty only with "from", `standing` nouns after "to be in", `described_passive` participles that tell no duty in the present, `private` persons whom an
    authorisation permits something rather than empowers, `mutual` what either of two does to the other; `singular` pronouns mean one; `strict` are the modals
    that bind.
    In a resolution `another` stands before a second directive of one paragraph, `another_task` before a second task of one
    addressee; `voiced` are (opening words, modality, whether they bind who resolves) of what is addressed to nobody.

    For a language with cases. Of clauses: `clause_openers` open one that binds nobody, `subordinating_after` only behind the
    words given, `relatives` is what relative pronouns begin with, `purposes` open clauses that can do with an infinitive;
    behind a verb of `agreeing` such a clause says what was agreed. Of verbs: `own_reflexives` are acts of their subject,
    `unsaid` (pattern with the groups what, how and perhaps who, modality) are norms told without a verb, `entitling` verbs make things give a right, `assuring` ones give somebody whatever it is, `enjoying` ones say of people what they have a right to, `declaring` ones bind nobody before «что», `exceeding` ones set a bound and `using_up` ones forbid when denied of things, `parts` are those of an instrument, `burdens` do not reach whom `extending` verbs deny, behind `about_what`, `copies` or things just `made` a relative clause goes on to another duty, `accepting` verbs bind where documents or what else can be `accepted` is their object, `compelling` and `depriving` verbs leave somebody free when denied, `interpreting` verbs bind nobody even behind a modal, `ending` ones only where the instrument `itself` or one of `states` is their subject, `lifeless` verbs are what things do, other verbs make somebody of their subject unless it is `unable` or ends as `abstract` nouns do, `timed` ones bind behind one of `limiting`, `recognising` ones with
    an agent or one of `as_valid`, `choosing` ones give a right with words of `own_choice`; `occurring` maps a verb to the noun with which it says
    when denied that something must not be; `unhindering` verbs permit when denied, `unburdened` exempt, `laid_down` states the law where one of `laws` is its agent,
    `telling_what_is` bind no organ in a relative clause, `assuming` take a duty on oneself, `belonging` ties one of
    `competences` or `task_nouns` to its organ, `forces` are nouns behind a verb of entry into force, `naming`
    verbs say who is what. Of predicates: `possible`
    ones need a subject, `releasing` exempt only with "from", `undergoing` and `binding_for` name who is bound otherwise than
    by the subject; `predicates` are other words that carry a clause; with `impersonal_modals` whoever is bound stands in the
    dative. `intentions` and `effort_nouns` go with the verbs of `efforts`, `by_decision` nouns with the organ that
    decides, `organs_named` are organs of which a relative clause tells duties. `inherited_sides` hold through a provision
    where no doer is named, except for what is `shared` by all; `free_order` lets the subject stand behind its verb;
    `hidden_in` rows are those of `hidden` that only hold where the instrument speaks of their first word; `statute` is the
    title of the rules `of` one body; `whole_conditions` are conditions that need no more words. `counterparts` are sides that face one another: what one is told (`told_side`, with
    the groups side and noun), given (`given_side`) or asked for its consent to (`consenting_side`) comes from the other; `across` says the same of
    any {side}, `of_country` is a side by any of the {names} of its country, `resumed` (group what) takes up what was just spoken of, the sides of `specific`
    go on acting through a paragraph; `role_pairs` are sides that face one another by their trade (one, others parted by |), `called` (side, words that name it, what it is called where a text has none of them). `deciding_hands` (group who) is by whose decision
    something happens, `duties_of` (group who) a heading that names who owes, `both_sides` two sides named together; bodies
    and trades of `inheriting` go on acting where no doer is named, `such_act` opens what was just spoken of; who may be `attended` is whom it is permitted, whose goods may be `carried` too, the
    `owner` (group who) of a thing that is exempt is spared; `secret` words
    say how a thing is treated; authorities and States are `public`; `attributes` are had, not owed, what is `measured` may be limited, costs are `borne`, charges `fair`, points are of `contacting`, what is `lasting` is prolonged by itself and applied like what is `holding`, `answering` may be denied, a title is `headed` by the name of an instrument, what one is `unable` to do is not forbidden, words of `ruling` stand in no news, `elliptic` (groups own, what, who) goes on with a verb said before;
    `instruments` come into being
    by verbs of `ratifying`; a document is `final`. `for_country` finds the names that stand for a country, `fronted` a task behind its object.
    `head_of_name` (group head) is what a party is called for short, `done_by` (group who) is the doer of a passive some words behind its verb, `lettered` a party called by its letter. `own_members` are chosen by others. Its `proceedings` are acts of the one of `meeting_bodies` spoken of;
    verbs of `paying` pay whoever did one of `supplying`; `payers` only pay for what another does; `bound_to_do` stands between a subject and what he must do himself; `given_to_it` is a pronoun that gets something, `own_request` that of one
    who is no Party; verbs of `using` are for whoever was given something by verbs of `giving` (`thing_given`, group what). What is `done_jointly` binds all, `such_requests` go on with who makes them by verbs of `asking`, consent is in the `withholding` of whose it was (`consent_of`, group who).
    Instruments without Parties bind the `bound_states` they speak of. `visitors` do not go on acting where no doer is named, but with `own_things`. Pronouns `of_persons` mean whoever holds one of `offices_held`. `demonyms` are adjectives of countries before one noun; `before_country` stands between a name and its country, which `proper_heads` keep; `state_as_name` opens the name of a body of a State ("State Bank"); verbs of `becoming` say what somebody is; what is `done_by_people` is done by whoever stands behind "by". `country_words` may stand around the name of a country that acts itself; `one_of_two` (group what) is said of either party by its kind ("each Ministry"), `distributive` and
    `collective` open what one of them and what both are called.
    """

    proposes: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    definition: tuple[str, ...] = ()
    modals: Mapping[str, str] = field(default_factory=dict)
    performatives: Mapping[str, str] = field(default_factory=dict)
    adjectives: Mapping[str, str] = field(default_factory=dict)
    possessions: Mapping[str, str] = field(default_factory=dict)
    strivings: frozenset[str] = frozenset()
    efforts: frozenset[str] = frozenset()
    constitutive: frozenset[str] = frozenset()
    constitutive_passive: frozenset[str] = frozenset()
    always_constitutive: frozenset[str] = frozenset()
    descriptive: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    actor_endings: tuple[str, ...] = ()
    not_actors: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    reflexive_passive: frozenset[str] = frozenset()
    bearing: frozenset[str] = frozenset()
    possessors: frozenset[str] = frozenset()
    settling: frozenset[str] = frozenset()
    settled: frozenset[str] = frozenset()
    abstaining: frozenset[str] = frozenset()
    forbidding_not: frozenset[str] = frozenset()
    taxing: frozenset[str] = frozenset()
    untaxed: frozenset[str] = frozenset()
    granting: frozenset[str] = frozenset()
    needless: frozenset[str] = frozenset()
    attaching: frozenset[str] = frozenset()
    entrusting: frozenset[str] = frozenset()
    deciders: frozenset[str] = frozenset()
    deciding: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    determiners: str = "(?!)"
    owners: str = "(?!)"
    joined: str = "(?!)"
    tails: tuple[str, ...] = ()
    described: tuple[tuple[str, str], ...] = ()
    acts_of: str = "(?!)"
    own_acts: str = "(?!)"
    changing: frozenset[str] = frozenset()
    can_be: frozenset[str] = frozenset()
    subject_clause: str = "(?!)"
    reduced_clause: str = "(?!)"
    directives: tuple[tuple[str, str], ...] = ()
    directed: str = "(?!)"
    resolving: str = "(?!)"
    told: str = "(?!)"
    rewritten: tuple[tuple[str, str], ...] = ()
    impersonal: tuple[tuple[str, str], ...] = ()
    tasks_of: tuple[tuple[str, str], ...] = ()
    strict: tuple[str, ...] = ()
    another: str = "(?!)"
    another_task: str = "(?!)"
    voiced: tuple[tuple[str, str, bool], ...] = ()
    named_alone: str = "(?!)"
    singular: frozenset[str] = frozenset()
    owed: frozenset[str] = frozenset()
    released: frozenset[str] = frozenset()
    dutiful: frozenset[str] = frozenset()
    latter: str = "(?!)"
    that_one: str = "(?!)"
    other_one: str = "(?!)"
    opposites: Mapping[str, str] = field(default_factory=dict)
    point_conditions: str = "(?!)"
    holders: frozenset[str] = frozenset()
    doers: str = "(?!)(?P<who>)"
    claims_of: str = "(?!)(?P<who>)"
    told_peer: str = "(?!)"
    capital_actors: frozenset[str] = frozenset()
    guests: tuple[str, ...] = ()
    disclaimed: frozenset[str] = frozenset()
    opinions: frozenset[str] = frozenset()
    one_side: str = "(?!)"
    middle: frozenset[str] = frozenset()
    agent_pronouns: frozenset[str] = frozenset()
    own_with: Mapping[str, frozenset[str]] = field(default_factory=dict)
    acts: tuple[tuple[str, str, str], ...] = ()
    light: frozenset[str] = frozenset()
    head_noun: str = "(?!)"
    going_on: frozenset[str] = frozenset()
    in_manner: frozenset[str] = frozenset()
    role_form: str = r"(?:the )?(?:{role})"
    role_said: str = r"\bthe {role}\b"
    role_ending: str = r"(?!)"
    on_request: str = "(?!)"
    act_behind: str = "(?!)"
    faced_last: str = "(?!)"
    whose_leave: str = "(?!)"
    mutual_kinds: frozenset[str] = frozenset()
    plays: tuple[tuple[str, Mapping[str, str], str], ...] = ()
    alone: Mapping[str, str] = field(default_factory=dict)
    faced: tuple[str, ...] = ()
    hands: tuple[str, ...] = ()
    containing: frozenset[str] = frozenset()
    courtesies: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    realms: frozenset[str] = frozenset()
    subordinating: str = "(?!)"
    standing: frozenset[str] = frozenset()
    described_passive: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()
    mutual: str = "(?!)"
    performed: frozenset[str] = frozenset()
    issuer: str = "(?!)"
    undertaking: frozenset[str] = frozenset()
    waiving: frozenset[str] = frozenset()
    need_infinitive: frozenset[str] = frozenset()
    always_present: bool = False
    party_word: str = "(?!)"
    anaphors: frozenset[str] = frozenset()
    clause_openers: frozenset[str] = frozenset()
    subordinating_after: Mapping[str, frozenset[str]] = field(default_factory=dict)
    relatives: str = "\0"
    organs_named: frozenset[str] = frozenset()
    unhindering: frozenset[str] = frozenset()
    unburdened: frozenset[str] = frozenset()
    competences: frozenset[str] = frozenset()
    belonging: frozenset[str] = frozenset()
    intentions: frozenset[str] = frozenset()
    effort_nouns: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    own_reflexives: frozenset[str] = frozenset()
    by_decision: frozenset[str] = frozenset()
    task_nouns: frozenset[str] = frozenset()
    releasing: frozenset[str] = frozenset()
    inherited_sides: frozenset[str] = frozenset()
    forces: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    binding_for: frozenset[str] = frozenset()
    undergoing: frozenset[str] = frozenset()
    assuming: frozenset[str] = frozenset()
    telling_what_is: frozenset[str] = frozenset()
    fronted: str = "(?!)"
    for_country: str = ""
    country_words: frozenset[str] = frozenset()
    demonyms: str = "(?!)"
    before_country: str = "(?!)"
    state_as_name: str = "(?!)"
    proper_heads: frozenset[str] = frozenset()
    becoming: frozenset[str] = frozenset()
    done_by_people: frozenset[str] = frozenset()
    visitors: str = ""
    bound_states: str = "(?!)"
    done_by: str = "(?!)(?P<who>)"
    head_of_name: str = ""
    lettered: str = "(?!)"
    proceedings: str = "(?!)"
    meeting_bodies: str = "(?!)"
    paying: frozenset[str] = frozenset()
    supplying: frozenset[str] = frozenset()
    giving: frozenset[str] = frozenset()
    own_members: str = "(?!)"
    payers: str = "(?!)"
    bound_to_do: str = "(?!)"
    own_request: str = "(?!)"
    given_to_it: str = "(?!)"
    thing_given: str = "(?!)(?P<what>)"
    using: frozenset[str] = frozenset()
    done_jointly: str = "(?!)"
    such_requests: str = "(?!)"
    asking: frozenset[str] = frozenset()
    withholding: str = "(?!)"
    consent_of: str = "(?!)(?P<who>)"
    own_things: str = "(?!)"
    of_persons: frozenset[str] = frozenset()
    offices_held: str = "(?!)"
    distributive: str = "(?!)"
    collective: str = "(?!)"
    one_of_two: str = "(?!)(?P<what>)"
    laid_down: frozenset[str] = frozenset()
    laws: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    agreeing: frozenset[str] = frozenset()
    list_of_conditions: tuple[str, ...] = ()
    own_modal: tuple[str, ...] = ()
    verbless: str = "(?!)"
    insertions: tuple[str, ...] = ()
    phrases_after_modal: tuple[str, ...] = ()
    function_words: frozenset[str] = frozenset()
    not_bare: tuple[str, ...] = ()
    open_list: tuple[str, ...] = ()
    subject_of_list: str = ""
    parties: tuple[tuple[str, str], ...] = ()
    organs: tuple[tuple[str, str], ...] = ()
    phrase_end: str = r"\Z(?!\Z)"
    hidden: tuple[tuple[str, str, str], ...] = ()
    hidden_in: tuple[tuple[str, str, str, str], ...] = ()
    shared: str = "(?!)"
    lifeless: frozenset[str] = frozenset()
    unsaid: tuple[tuple[str, str], ...] = ()
    entitling: frozenset[str] = frozenset()
    assuring: frozenset[str] = frozenset()
    declaring: frozenset[str] = frozenset()
    enjoying: frozenset[str] = frozenset()
    exceeding: frozenset[str] = frozenset()
    using_up: frozenset[str] = frozenset()
    burdens: frozenset[str] = frozenset()
    extending: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    about_what: frozenset[str] = frozenset()
    copies: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()
    accepting: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    compelling: frozenset[str] = frozenset()
    depriving: frozenset[str] = frozenset()
    interpreting: frozenset[str] = frozenset()
    ending: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    itself: tuple[str, ...] = ()
    abstract: tuple[str, ...] = ()
    unable: frozenset[str] = frozenset()
    timed: frozenset[str] = frozenset()
    limiting: frozenset[str] = frozenset()
    recognising: frozenset[str] = frozenset()
    as_valid: frozenset[str] = frozenset()
    choosing: frozenset[str] = frozenset()
    own_choice: frozenset[str] = frozenset()
    occurring: Mapping[str, str] = field(default_factory=dict)
    predicates: frozenset[str] = frozenset()
    impersonal_modals: frozenset[str] = frozenset()
    counterparts: Mapping[str, str] = field(default_factory=dict)
    told_side: str = "(?!)"
    consenting_side: str = "(?!)"
    across: tuple[str, ...] = ()
    role_pairs: tuple[tuple[str, str], ...] = ()
    of_country: str = "(?!)"
    resumed: str = "(?!)(?P<what>)"
    specific: frozenset[str] = frozenset()
    called: tuple[tuple[str, str, str], ...] = ()
    given_side: str = "(?!)"
    deciding_hands: str = "(?!)"
    duties_of: str = "(?!)"
    both_sides: str = "(?!)"
    inheriting: frozenset[str] = frozenset()
    held: Mapping[str, str] = field(default_factory=dict)
    replying: str = "(?!)"
    given_to: str = "(?!)(?P<who>)"
    subordinating_before: Mapping[str, frozenset[str]] = field(default_factory=dict)
    plural_bodies: str = "(?!)"
    continuing: str = "(?!)"
    acting_phrases: str = "(?!)"
    trades: tuple[tuple[str, str], ...] = ()
    taken_up: str = "(?!)(?P<what>)"
    titled: str = "(?!)(?P<who>)"
    cast: tuple[tuple[str, str], ...] = ()
    vague: frozenset[str] = frozenset()
    such_act: str = "(?!)"
    attended: frozenset[str] = frozenset()
    carried: frozenset[str] = frozenset()
    secret: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()
    measured: frozenset[str] = frozenset()
    borne: frozenset[str] = frozenset()
    fair: frozenset[str] = frozenset()
    contacting: frozenset[str] = frozenset()
    holding: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    headed: str = r"(?!)"
    answering: frozenset[str] = frozenset()
    ruling: tuple[str, ...] = ()
    elliptic: str = r"(?!)"
    instruments: frozenset[str] = frozenset()
    ratifying: frozenset[str] = frozenset()
    final: frozenset[str] = frozenset()
    owner: str = "(?!)"
    statute: str = r"(?!)(?P<of>)"
    free_order: bool = False
    conditions: tuple[str, ...] = ()
    whole_conditions: str = "(?!)"
    exceptions: tuple[str, ...] = ()
    counterparties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeadlineWords:
    """The grammar of time limits: number words, units and regular expressions with the groups count, unit, anchor.

    `limits` is (pattern, relation), `periods` (pattern, ISO 8601 duration) and `prompt` patterns without a length.
    """

    numbers: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    working: tuple[str, ...] = ("working",)
    calendar: tuple[str, ...] = ("calendar",)
    anchors: tuple[str, ...] = ("of",)
    anchor_stops: tuple[str, ...] = ("and",)
    limits: tuple[tuple[str, str], ...] = ()
    adjectival: tuple[tuple[str, str], ...] = ()
    periods: tuple[tuple[str, str], ...] = ()
    prompt: tuple[str, ...] = ()
    dated: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteCues:
    """Words that attribute speech. All tuples hold regular expressions for lower-cased text.

    `verbs` are forms of verbs of speaking; `reporting` those of them that report without "that"; `according` phrases whose
    complement is the speaker; `conjunctions` open reported speech; `pronouns` stand for the last speaker, `offices` for whoever holds one;
    `inflects` tells that names take cases; `sources` are nouns
    that speak without a name ("the statement"), after one of the `lead_ins`.
    """

    verbs: tuple[str, ...] = ()
    reporting: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    inflects: bool = False
    sources: tuple[str, ...] = ()
    lead_ins: tuple[str, ...] = ()


ISO_4217 = frozenset(
    (
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD "
        "CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GMD GNF GTQ "
        "GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP "
        "LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR "
        "PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SOS SRD SSP STN SYP SZL "
        "THB TJS TMT TND TOP TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW"
    ).split()
)
"""Codes of the currencies in use; in front of an amount or behind it they mean themselves."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words of amounts, lower case. `scales` multiply; `bounds` maps approximators to `Bound` values.

    `units` maps a unit in every form to its base unit (g, m, m2, l, W, pieces "") and the factor to it; `currencies` and
    `signs` map what stands behind and in front of an amount to ISO 4217. A number that follows one of `references` or
    precedes one of `uncounted` (regular expressions) counts nothing: an article, an age, a length of time.
    `phrasal` verbs own the word that ends them ("handed over 10 vehicles"); `thresholds` are words that bound an amount without belonging to it ("above"); `digit_suffix` are case endings behind
    digits («24-х»), `subunits` maps what a hundredth part is called to its currency.
    `fractions` and `surplus` stand behind a number («с половиной», «с лишним»). `measures` are quantities in one word
    («полкило»), `lone` and `vague` quantities and numerals that only tell an amount behind an approximator («более
    тонны», «более тысячи»). `collective` numerals count without a noun, any number does behind a `partitive`
    («из них»). Behind a verb of
    `changes` the second of two numbers is the amount, the first stands behind `change_start`. A place named behind one of `places_before` does not belong to the number behind it.
    """

    numerals: Mapping[str, float] = field(default_factory=dict)
    scales: Mapping[str, float] = field(default_factory=dict)
    bounds: Mapping[str, str] = field(default_factory=dict)
    thresholds: Mapping[str, str] = field(default_factory=dict)
    phrasal: str = "(?!)"
    digit_suffix: str = "(?!)"
    units: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    percent: str = ""
    subunits: Mapping[str, str] = field(default_factory=dict)
    currencies: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[str, str] = field(default_factory=dict)
    decimal: str = "."
    thousands: str = ","
    to_word: str = ""
    and_word: str = "(?!)"
    changes: str = "(?!)"
    change_start: str = "(?!)"
    range_start: str = ""
    references: str = ""
    uncounted: str = ""
    uncounted_numerals: frozenset[str] = frozenset()
    counted: str = ""
    counted_stop: frozenset[str] = frozenset()
    head_noun: str = ""
    of_word: str = ""
    fractions: Mapping[str, float] = field(default_factory=dict)
    surplus: str = "(?!)"
    measures: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    lone: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    vague: frozenset[str] = frozenset()
    collective: frozenset[str] = frozenset()
    partitive: str = "(?!)"
    places_before: str = "(?!)"


@dataclass(frozen=True, slots=True)
class PhraseWords:
    """How a long name goes on behind its head, lower case.

    `stops` end every name, `lists` join ("and"), `determiners` are passed over. `head` finds head nouns of names; a name
    in front of a possessive belongs to a longer name only if it ends in `possessors`. For a language with cases,
    `governed` maps prepositions to the cases behind them, `after` to the words they have to follow (a regular
    expression), `only_before` to the words they have to precede; either is enough. A dash may follow `dashed`. `governing` has a group for each case that a noun governs
    besides the genitive. Of `several` the countries are listed; a `place_class` stands before a place's name in any case, a
    `charge` before an envoy's `field`, or a known name.
    `adverbial` finds prepositions that no name goes over ("in accordance with"); a `position` behind a body is its own, a `rank` its
    holder's.
    """

    stops: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    sentence_words: frozenset[str] = frozenset()
    head: re.Pattern[str] = re.compile(r"(?!)")
    possessors: re.Pattern[str] = re.compile(r"(?!)")
    governed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    dashed: str = "(?!)"
    governing: re.Pattern[str] = re.compile(r"(?!)")
    several: re.Pattern[str] = re.compile(r"(?!)")
    place_class: re.Pattern[str] = re.compile(r"(?!)")
    charge: re.Pattern[str] = re.compile(r"(?!)")
    only_before: Mapping[str, str] = field(default_factory=dict)
    adverbial: re.Pattern[str] = re.compile(r"(?!)")
    position: re.Pattern[str] = re.compile(r"(?!)")
    rank: re.Pattern[str] = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class TerritoryWords:
    """Services with offices in regions; regular expressions.

    `acronym` is such an office, `over` the preposition before what it serves, `region` a region behind it, `whole` what
    is served that is no region ("on transport"), `genitive` the end of a region's name right behind the acronym; `never` are letters of no body.
    """

    acronym: str = "(?!)"
    over: str = "(?!)"
    region: str = "(?!)"
    whole: str = "(?!)"
    genitive: str = "(?!)"
    never: str = "(?!)"


@dataclass(frozen=True, slots=True)
class EntityWords:
    """Head nouns, titles and approximators that the span grammars of entities/ need; regular expressions.

    Head nouns of organisations, treaties, events, operations and roles; `*_lower` are heads that count in lower case
    too; `first_words` begin heads of several words. `links` and `lower_links` say, by kind of name, which prepositions a name goes over and behind which of them
    words in lower case still belong to it. `surname_endings` and `given_endings` are (pattern, replacement) that undo cases
    and genders; `patronymic` and `surname` are the shapes of such names, a `particle` joins
    their parts, `national_acronyms` maps acronyms that bodies of several states share to parts of ids, `synonyms` a word of a
    body's name to the one it is as good as, `formal` words of a title tell nothing, `attached` is what bodies stand under, `place_front` and `place_behind` what stands beside places only, an `article` before no person, a `term` in no name,
    `instrument_names` how an instrument calls the bodies that act under it, `rank_of_two` a rank that sounds like a position. `organisation_local` heads in lower case name a body with a place's
    adjective (`organisation_local_front`), or one of `organisation_highest`, in front, `organisation_of_body` with the body they belong to; `organisation_quoted` and
    `place_quoted` stand before a name in quotation marks, which they are no part of; an `event_repeated` is no particular one, an `event_compound` behind makes it a room or a body, a `treaty_of_place` is one by its city alone, what has an `instrument_behind` it is no body, a titled `initiative` is an operation, `given_places` are given names that places have too, a `role_fielded` has its field in front, a `rank_of_person` nobody but a person behind, an `event_of_place` is one by its city's adjective alone, a
    `programme_joint` one that a body of states carries out; below a `numbered_unit` stands a heading; a `domestic` instrument is no body; a `programme` is an
    instrument only where states adopt it, as those `programme_of_members` and the `interstate` ones are; `treaty_sides` runs from one side to the other. A `signature` stands in the line above them. `operation_lasting` may stand between an operation's head and its
    name, `of_several_states` behind what bodies of several states share. `role_joined` makes one position of two, a `role_plural` is mostly a plural.
    """

    numbers: NumberWords = field(default_factory=NumberWords)
    phrases: PhraseWords = field(default_factory=PhraseWords)
    territory: TerritoryWords = field(default_factory=TerritoryWords)
    first_words: tuple[str, ...] = ()
    organisation: str = ""
    organisation_lower: str = ""
    organisation_subject: str = ""
    organisation_abroad: str = "(?!)"
    organisation_local: str = "(?!)"
    organisation_of_body: str = "(?!)"
    organisation_quoted: str = "(?!)"
    place_quoted: str = "(?!)"
    organisation_highest: str = "(?!)"
    organisation_local_front: str = "(?!)"
    generic: frozenset[str] = frozenset()
    treaty: str = ""
    treaty_capitals: str = ""
    treaty_lower: str = ""
    treaty_links: str = ""
    pair: str = ""
    date_link: str = ""
    event: str = ""
    event_repeated: str = "(?!)"
    event_compound: str = "(?!)"
    instrument_behind: str = "(?!)"
    initiative: str = "(?!)"
    given_places: frozenset[str] = frozenset()
    treaty_of_place: str = "(?!)"
    event_of_place: str = "(?!)"
    programme_joint: str = "(?!)"
    ordinal: str = ""
    modifier: str = ""
    quote_link: str = ""
    operation: str = ""
    operation_plural: str = ""
    operation_behind: str = ""
    operation_between: str = ""
    operation_capital: str = ""
    operation_lasting: str = "(?!)"
    of_several_states: str = "(?!)"
    role: str = ""
    role_front: str = ""
    role_joined: str = "(?!)"
    role_plural: str = "(?!)"
    role_abroad: str = "(?!)"
    son_of: str = "(?!)"
    role_fielded: str = "(?!)"
    rank_of_person: str = ""
    person_title: str = ""
    rank: str = ""
    rank_of_two: str = "(?!)"
    name_word: str = ""
    instrument_names: str = "(?!)"
    article: str = "(?!)"
    term: str = "(?!)"
    numbered_unit: str = "(?!)"
    domestic: str = "(?!)"
    place_front: str = "(?!)"
    place_behind: str = "(?!)"
    place_known_behind: str = "(?!)"
    place_class_behind: str = ""
    apposition: str = ""
    national: tuple[str, ...] = ()
    national_acronyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    synonyms: Mapping[str, str] = field(default_factory=dict)
    attached: str = "(?!)"
    formal: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    bloc: str = ""
    surname_endings: tuple[tuple[str, str], ...] = ()
    given_endings: tuple[tuple[str, str], ...] = ()
    patronymic: str = "(?!)"
    surname: str = "(?!)"
    particle: str = "(?!)"
    signature: str = "(?!)"
    accredited: frozenset[str] = frozenset()
    joint: str = "(?!)"
    programme: str = "(?!)"
    programme_of_states: str = "(?!)"
    programme_of_members: str = "(?!)"
    interstate: str = "(?!)"
    treaty_bare: str = "(?!)"
    treaty_frame: str = "(?!)"
    treaty_sides: str = "(?!)"
    treaty_programme: str = "(?!)"
    secretary: str = "(?!)"
    qualifier: str = "(?!)"
    state_prefix: str = "(?!)"
    envoy: str = "(?!)"
    generic_bodies: str = "(?!)"
    of_country: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lower_links: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InstrumentWords:
    """How instruments are named, what their deadlines count from, how they are cited.

    All are regular expressions over small letters. `vague` stands at the start of names of no particular instrument
    ("such agreements"); `here` finds the noun by which an instrument calls itself ("the present Charter", group `noun`).
    `parent` ends where a title names the instrument it belongs to ("Protocol to the"), `amending` finds that it changes it.
    `events` maps an event to its words in a deadline's anchor; what follows must match `own` (group `noun`), or the event
    may be another's. `day_of` are words before an event ("the date of"), `each` finds events that differ for every
    party, `before` and `after` the words of direction in a deadline.
    """

    vague: str = r"(?!)"
    here: str = r"(?!)"
    parent: str = r"(?!)"
    amending: str = r"(?!)"
    events: Mapping[str, str] = field(default_factory=dict)
    own: str = r"(?P<noun>(?!))"
    day_of: str = r"(?!)"
    each: str = r"(?!)"
    before: str = r"(?!)"
    after: str = r"(?!)"


@dataclass(frozen=True, slots=True)
class FactCues:
    """Words that report events: seizures, arrests, contributions. All strings are regular expressions for lower-cased text.

    `active`, `passive` and `nouns` map a kind of fact to the words that take what was seized, arrested, given as their
    object behind them, as their subject before them, and as their complement; `counted` to nouns that count events
    themselves ("50 arrests"). `supported` are verbs of giving that count only beside one of `purposes`. `reduced` tells
    that a participle behind a noun needs no auxiliary ("50 kg of heroin seized in May").
    `weighed` verbs report a seizure only of drugs by weight («задержано 12 кг героина»), the objects of `of_people` are always
    people unless they are `property`; `them` behind a number stands for people named before, `own` before officers for a
    body named before; `impersonal` verbs may stand behind what somebody unnamed took, `goods` are things that are given (`handed` tells a gift even to nobody named), `valued` tells what they are worth.
    `people`, `laboratories`, `drugs` and `abstract` tell what a number counts; a number behind one of `prepositions` is no
    object unless one of `measures` stands there; `worth` introduces the value of a gift. `joins` link members of a list,
    `parts` begin the breakdown of a sum, `breaks` end a clause. `unreal` words deny or plan what follows them in a
    clause, `conditional` ones anywhere in the sentence, `promised` those of gifts; `exempt` is taken out before. `agents` are officers without a name, `agent_mark` introduces who did it;
    `behind` are prepositions whose names are no agents; `places` introduce where,
    `place_nouns` stand between them and a name; a date behind one of `compared` is another one's; a day behind `since` is the beginning of a time that goes on.
    `received` and `donors` tell a gift from the other side; `recipients` introduce whom a gift was for; `articles` may stand before a name.
    """

    active: Mapping[str, str] = field(default_factory=dict)
    passive: Mapping[str, str] = field(default_factory=dict)
    nouns: Mapping[str, str] = field(default_factory=dict)
    counted: Mapping[str, str] = field(default_factory=dict)
    supported: str = "(?!)"
    received: str = "(?!)"
    donors: str = "(?!)"
    purposes: str = "(?!)"
    reduced: bool = False
    weighed: str = "(?!)"
    of_people: str = "(?!)"
    property: str = "(?!)"
    them: str = "(?!)"
    own: str = "(?!)"
    goods: str = "(?!)"
    handed: str = "(?!)"
    impersonal: str = "(?!)"
    valued: str = "(?!)"
    people: str = "(?!)"
    laboratories: str = "(?!)"
    drugs: str = "(?!)"
    abstract: str = "(?!)"
    prepositions: str = "(?!)"
    measures: str = "(?!)"
    worth: str = "(?!)"
    joins: str = "(?!)"
    parts: str = "(?!)"
    breaks: str = "(?!)"
    unreal: str = "(?!)"
    conditional: str = "(?!)"
    promised: str = "(?!)"
    exempt: str = "(?!)"
    agents: str = "(?!)"
    agent_mark: str = "(?!)"
    behind: str = "(?!)"
    places: str = "(?!)"
    place_nouns: str = "(?!)"
    since: str = "(?!)"
    compared: str = "(?!)"
    recipients: str = "(?!)"
    articles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """One language. `code` is ISO 639-1; `script` the Unicode script its letters come from."""

    code: str
    name: str
    script: str
    abbreviations: frozenset[str]
    dates: DateWords
    structure: StructureWords
    norms: NormCues
    quotes: QuoteCues
    entities: EntityWords
    ending_abbreviations: frozenset[str] = frozenset()
    deadlines: DeadlineWords = field(default_factory=DeadlineWords)
    facts: FactCues = field(default_factory=FactCues)
    instruments: InstrumentWords = field(default_factory=InstrumentWords)
