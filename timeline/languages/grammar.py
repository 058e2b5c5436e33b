"""The parts of a language folder: words, rules, joins and cues. This module has no word of any language.

Patterns are written on *folded* text: no accents, straight apostrophes, plain spaces and hyphens, letters as written
(matching ignores case; write `(?-i:[A-Z])` where capitals matter). `{month}` matches any word of the class `month`,
and becomes an argument of the rule's meaning, converted to the word's value; `{month2}` is a second one of the same
class, and `{first:month}` one with another name. `{number}`, `{year}` … are read by a reader of that name. `[[` and
`]]` mark the extent within the match, where words that only introduce the expression are matched too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from timeline.languages.kinds import Kind
from timeline.model import Meaning, Modifier, Signal

Made: TypeAlias = "Meaning | Mapping[str, Meaning] | None"
"""The result of a rule for a match: one meaning; one for each named group, where a match holds several expressions;
None where the words are not a time expression."""

NOTHING = r"(?:\b\B)"
"""A pattern that matches nothing."""

Expected: TypeAlias = "str | tuple[str, ...]"
"""The TIMEX3 values expected for an example, in text order."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for one kind of time expression.

    `kind` is what joins refer to (DAY, CLOCK, …). A rule of kind REFUSAL claims its words so that no other rule takes
    them. `before`, `not_before`, `after` and `not_after` are patterns on the folded text beside the match. A `helper`
    has no meaning without a join. A match of a `dotted` pattern can end in a full stop; all others end where a word
    ends. Where several rules match the same words, the first of the language wins. `examples` are read on Wednesday
    2020-05-20.
    """

    name: str
    pattern: str
    kind: Kind
    meaning: Callable[..., Made] | None = None
    modifier: Modifier | None = None
    before: str = ""
    not_before: str = ""
    after: str = ""
    not_after: str = ""
    helper: bool = False
    dotted: bool = False
    examples: Mapping[str, Expected] = field(default_factory=dict)
    refuses: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Join:
    """Two neighbours that form one expression: "lundi" + " à " + "18 h".

    `gaps` are the folded texts allowed between them, in lower case. `make` gets both meanings and returns the meaning
    of the whole, or None where they do not fit. The whole is of `kind`. With `each`, a left match of several
    expressions keeps their number, and each is joined with the right one.
    """

    name: str
    left: Sequence[Kind]
    gaps: Sequence[str]
    right: Sequence[Kind]
    make: Callable[[Any, Any], Meaning | None]
    kind: Kind
    each: bool = False
    examples: Mapping[str, Expected] = field(default_factory=dict)
    refuses: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues for the time of a clause without a parse, and cues that are more reliable than the tense.

    All are patterns on folded text, unless they are marked "with accents". `sentence_end` finds the borders of a
    clause. `opening` (with accents) is the beginning of a clause about the past without a finite verb ("Réélu dimanche,
    …"). `done`, `planned`, `passive` and `of_noun` (with accents) are searched just before the expression: a participle
    of the past ("publiée" jeudi), one of a plan ("prévue"), an auxiliary of a passive in any tense, and a noun's "de";
    `aimed` is "pour", which refers to a future day. `timeless` are participles without a time ("organisée"); `wake`
    follows something that has happened ("après une chute samedi"). `changed`, just after the expression, marks a
    postponement of something in the future ("la réunion de mardi est annulée"). `parting` stands between two clauses of
    a sentence (", que"). `deferred` refers to a future day of any kind, as `aimed` does for weekdays ("mis en délibéré
    au"). `formerly` introduces a plan that was dropped ("initialement prévu"), `chronology` a list of events, all past
    ("Chronologie : le 16 janvier"). `not_before` (with accents) is a negated "before", up to the expression; `toward`
    are the words before a day that something is set for ("un préavis pour le 26 juin"), `starting` those before a first
    day whose "de" is no noun's ("à partir de ce lundi"). With `firm`, a cue is as sure
    as a verb where there is no parse.
    """

    past: str
    future: str
    plan: str
    opening: str
    done: str
    planned: str
    passive: str
    of_noun: str
    sentence_end: str
    aimed: str = NOTHING
    changed: str = NOTHING
    deferred: str = NOTHING
    parting: str = NOTHING
    formerly: str = NOTHING
    chronology: str = NOTHING
    timeless: str = NOTHING
    wake: str = NOTHING
    not_before: str = NOTHING
    toward: str = NOTHING
    starting: str = NOTHING
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Plans:
    """Verbs of plans, whose own clause is in the future ("devoir", "prévoir"), and what says that nothing came of it.

    `near_future` are its auxiliaries ("va rouvrir"), `with_infinitive` the plans that need an infinitive ("doit à son
    père" is none). `modals` put an infinitive in the future ("peut être retiré lundi"). The weekday of a `scheduled`
    verb in the present is to come ("le salon ouvre lundi"). `dropping` verbs cancel a plan.
    """

    verbs: frozenset[str] = frozenset()
    near_future: frozenset[str] = frozenset()
    with_infinitive: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    scheduled: frozenset[str] = frozenset()
    dropping: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Calls:
    """Verbs that set something for a future day, in any tense of their own ("a appelé à manifester samedi").

    What `dative` verbs are said to is a person, not an aim ("promis au maire"). What follows a verb with one of
    `phrases` ("a donné rendez-vous") is in the future; so is a day behind the object of a `summoning` verb. An
    `appointing` verb sets a future day, introduced by one of `aims` ("a fixé au 2 mars"), an `ending` verb an end
    ("prolongé jusqu'à lundi").
    """

    verbs: frozenset[str] = frozenset()
    dative: frozenset[str] = frozenset()
    summoning: frozenset[str] = frozenset()
    phrases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    appointing: frozenset[str] = frozenset()
    aims: frozenset[str] = frozenset()
    ending: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Prospects:
    """Words whose complement is still to come.

    The clause of an `awaiting` verb ("il craint que le barrage ne cède samedi"), the object of a `preparing` one ("ont
    préparé la visite de jeudi"), what a `boding` verb says when reflexive ("le week-end s'annonce froid"), a participle
    of what a `foreseeing` one expects ("prévoit un trafic perturbé jeudi"), what follows one of `adjectives` ("prête à
    témoigner jeudi"), the infinitive of one of `nouns` ("le droit de le reprendre").
    `states` are infinitives of what is so already ("a annoncé être candidat").
    """

    awaiting: frozenset[str] = frozenset()
    preparing: frozenset[str] = frozenset()
    boding: frozenset[str] = frozenset()
    foreseeing: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reports:
    """Words with which a present reports what is over.

    `saying` and `tolls` report what was said or counted ("assure lundi le maire"); so do verbs of `phrases` with one
    of their dependents ("faire état"), and any verb with one of `counts` as subject ("le bilan passe à 12 morts").
    `looking_back` dates what happened ("les faits remontent au 8 mars"); `just_done` puts an infinitive in the past
    ("vient d'être nommée"). In an aside, `reporting` verbs tell who says what the sentence tells ("un bilan communiqué
    lundi").
    """

    saying: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    phrases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    tolls: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    looking_back: frozenset[str] = frozenset()
    just_done: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Happenings:
    """Verbs and nouns of what nobody plans: a present of theirs is over ("il est poignardé mardi soir", "l'incendie").

    The complement of one of `documents` is past ("l'arrêté du 3 mai"); that of one of `stretches` is its own day ("la
    journée de dimanche").
    """

    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    stretches: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms that do not show the time of their clause.

    The perfect of `with_be` verbs looks like a passive of the present ("est survenu"). Lemmas that `one_form` matches
    have one form for present and simple past ("réunit"). `timeless` are participles without a time ("organisé le 5").
    Words that `results` matches name a result where they open a phrase ("Vainqueurs dimanche, …"), unless `expected`
    matches them, too: then they look ahead ("Opposés dimanche à Nantes, …").
    """

    with_be: frozenset[str] = frozenset()
    one_form: re.Pattern[str] = re.compile("$^")
    timeless: frozenset[str] = frozenset()
    results: re.Pattern[str] = re.compile("$^")
    expected: re.Pattern[str] = re.compile("$^")


@dataclass(frozen=True, slots=True)
class ClauseLexicon:
    """The lemmas that give a clause another time than the tense of its verb, for sentences with a parse."""

    plans: Plans = Plans()
    calls: Calls = Calls()
    prospects: Prospects = Prospects()
    reports: Reports = Reports()
    happenings: Happenings = Happenings()
    forms: Forms = Forms()


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that the engine needs to know about a language.

    `words` maps each class to its folded words (patterns) and their values; `readers` read the classes that are not
    finite lists, with the pattern of each in `shapes`. `signals` are the words before an expression, with accents, and
    so are `modifiers` ("plus de", "environ"). `lists` and `ranges` are the gaps that join neighbours into one;
    `openers` begin a range of two that would otherwise be a list ("entre"). `item` is the text before an item of a list
    under a heading.
    """

    code: str
    words: Mapping[str, Mapping[str, object]]
    shapes: Mapping[str, str]
    readers: Mapping[str, Callable[[str], object]]
    rules: Sequence[Rule]
    joins: Sequence[Join]
    signals: Mapping[str, Signal]
    modifiers: Mapping[str, Modifier]
    articles: Sequence[str]
    lists: frozenset[str]
    ranges: frozenset[str]
    openers: str
    item: str
    cues: Cues
    lexicon: ClauseLexicon = ClauseLexicon()
