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
from timeline.model import Meaning, Modifier, Signal, TimexType

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
    type: TimexType | None = None
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
    are the words before a day that something is set for ("un préavis pour le 26 juin"). With `firm`, a cue is as sure
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
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Plans:
    """Lemmas of plans: verbs whose clause is in the future ("devoir", "prévoir"), auxiliaries of the near future.

    `calls` are verbs whose infinitive is in the future, in any tense of their own ("a appelé à manifester samedi").
    `with_be` are verbs whose perfect looks like a passive of the present ("est survenu"). `unplanned` are verbs of
    unplanned events: their present describes what has happened ("il est poignardé mardi soir"). `modals` put an
    infinitive in the future ("peut être retiré lundi"), `just_done` in the past ("vient d'être nommée"). In the
    present, `saying` and `tolls` report what was said or counted ("assure lundi le maire"), and `looking_back` dates
    what happened ("les faits remontent au 8 mars"). `appointing` verbs set a future day, introduced by one of `aims`
    ("a fixé au 2 mars"); `dropping` verbs cancel a plan; `ending` verbs set an end ("prolongé jusqu'à lundi").
    `timeless` are participles without a time ("organisé le 5"). `mishaps` are nouns of unplanned events ("l'incendie de
    vendredi"). `outcome` is the beginning of an opening phrase that names a result ("Vainqueurs dimanche, …").
    `saying_phrases` give, by verb, the dependents that make it a verb of reporting ("faire état"); with `counts` as
    subject, the present reports a figure ("le bilan passe à 12 morts samedi"). `boding` verbs look ahead when reflexive
    ("le week-end s'annonce froid"). The object of `preparing` verbs is in the future ("ont préparé la visite de
    jeudi"). The infinitive of an `announcing` verb is in the future ("a annoncé quitter ses fonctions en juin"), unless
    it is one of `states` ("a annoncé être candidat"). The clause of an `awaiting` verb is in the future ("il craint
    que le barrage ne cède samedi"). `of` are the lemmas that join a date to a noun ("de"); `bare_of` forms a
    compound ("coups de feu"). What follows a `ready` adjective ("prête à témoigner jeudi", "applicable le 1er
    janvier"), or a verb with one of `calling_phrases` ("a donné rendez-vous"), is in the future; so is a day
    behind the object of a `summoning` verb. `expected` are beginnings of an apposition that looks ahead ("Opposés
    dimanche à Nantes, …"). Lemmas that `one_form` matches have one form for present and simple past ("réunit"). `have`
    is the auxiliary of perfects, `this` the subject of clefts ("c'est"), `indefinite` the article of what is new,
    `agents` the word before an agent, `since` that before a beginning. `bare` verbs are plans with an infinitive only
    ("doit à son père" is none); what `dative` verbs are said to is a person, not an aim ("promis au maire"). The
    infinitive of one of the nouns `prospects` is in the future ("le droit de le reprendre"). The complement of one of
    the nouns `stretches` is its own day ("la journée de dimanche"); that of `documents` is past ("l'arrêté du 3 mai").
    """

    lemmas: frozenset[str]
    near_future: frozenset[str]
    calls: frozenset[str]
    with_be: frozenset[str] = frozenset()
    unplanned: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    just_done: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    tolls: frozenset[str] = frozenset()
    looking_back: frozenset[str] = frozenset()
    appointing: frozenset[str] = frozenset()
    aims: frozenset[str] = frozenset()
    dropping: frozenset[str] = frozenset()
    ending: frozenset[str] = frozenset()
    timeless: frozenset[str] = frozenset()
    mishaps: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    outcome: re.Pattern[str] = re.compile("$^")
    saying_phrases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    counts: frozenset[str] = frozenset()
    boding: frozenset[str] = frozenset()
    preparing: frozenset[str] = frozenset()
    awaiting: frozenset[str] = frozenset()
    announcing: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    bare_of: frozenset[str] = frozenset()
    ready: frozenset[str] = frozenset()
    calling_phrases: Mapping[str, frozenset[str]] = field(default_factory=dict)
    summoning: frozenset[str] = frozenset()
    expected: re.Pattern[str] = re.compile("$^")
    one_form: re.Pattern[str] = re.compile("$^")
    have: frozenset[str] = frozenset()
    this: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    dative: frozenset[str] = frozenset()
    prospects: frozenset[str] = frozenset()
    stretches: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()


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
    plans: Plans
