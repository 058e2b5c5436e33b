"""What a language folder is made of: words, rules, joins and cues. No word of any language is here.

Patterns are written on *folded* text: no accents, straight apostrophes, plain spaces and hyphens, letters as they
stand (matching ignores case; write `(?-i:[A-Z])` where capitals matter). `{month}` stands for any word of the class
`month`, and becomes an argument of the rule's meaning, converted to the word's value; `{month2}` is a second one of the
same class, and `{first:month}` one under another name. `{number}`, `{year}` … are read by a reader of that name. `[[`
and `]]` mark the extent within the match, where words that only lead to the expression are matched too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from timeline.model import Meaning, Modifier, Signal, TimexType

Made: TypeAlias = "Meaning | Mapping[str, Meaning] | None"
"""What a rule makes of a match: one meaning; one for each named group, where a match holds several expressions; None
where the words are no time after all."""

NOTHING = r"(?:\b\B)"
"""A pattern that matches nothing."""

Expected: TypeAlias = "str | tuple[str, ...]"
"""The TIMEX3 values that an example must give, in text order."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a time.

    `kind` is what joins ask for ("day", "clock", …); a rule of kind "" is a refusal: it claims its words so that no
    other rule takes them. `before`, `not_before`, `after` and `not_after` are patterns on the folded text beside
    the match. A `helper` is nothing without a join. A `dotted` pattern may end in a full stop; all others end where a
    word ends. Where several rules match the same words, the first of the language wins. `examples` are read on
    Wednesday 2020-05-20.
    """

    name: str
    pattern: str
    kind: str
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
    """Two neighbours that make one expression: "lundi" + " à " + "18 h".

    `gaps` are the folded texts that may stand between, lower case. `make` gets both meanings, and gives the whole's, or
    None where they do not fit. The whole is of `kind`. With `each`, a left match of several expressions stays as
    many, and each is made with the right one.
    """

    name: str
    left: Sequence[str]
    gaps: Sequence[str]
    right: Sequence[str]
    make: Callable[[Any, Any], Meaning | None]
    kind: str
    each: bool = False
    examples: Mapping[str, Expected] = field(default_factory=dict)
    refuses: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Cues:
    """What tells the time of a clause where no pipeline has read it, and words that tell it better than the tense does.

    Patterns on folded text; `sentence_end` finds the borders of a clause. `opening`, with accents, is how a clause
    begins that tells of the past without a finite verb ("Réélu dimanche, …"). `done`, `planned`, `passive` and
    `of_noun`, with accents, are looked for just before the expression: a participle that tells of the past ("publiée"
    jeudi), one that plans ("prévue"), an auxiliary that makes it a passive of any time, a noun's "de", and
    "pour", which aims at a day to come. `timeless` are participles that tell no time ("organisée"); `wake` is what
    comes after something ("après une chute samedi"). `changed`, just
    after the expression, says of something to come that it is put off ("la réunion de mardi est annulée").
    `parting` stands between two clauses of a sentence
    (", que"). `deferred` aims at a day to come as `aimed` does, of any kind ("mis en délibéré au"); `formerly` opens a
    plan that was dropped ("initialement prévu"), `retold` a chronology, all of it past ("Chronologie : le 16 janvier").
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
    retold: str = NOTHING
    timeless: str = NOTHING
    wake: str = NOTHING
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Plans:
    """Lemmas that say that their clause is still to come ("devoir", "prévoir"), auxiliaries of the near future.

    `calls` are the verbs whose infinitive is still to come, whatever their own tense ("a appelé à manifester samedi").
    `with_be` are verbs whose perfect looks like a passive of the present ("est survenu"). `unplanned` are verbs of what
    nobody plans: in the present they tell what has happened ("il est poignardé mardi soir"). `modals` put an
    infinitive in the future ("peut être retiré lundi"), `just_done` in the past ("vient d'être nommée"). In the present
    `saying` and `tolls` report what was said or counted ("assure lundi le maire"), and `looking_back` dates what
    happened ("les faits remontent au 8 mars"). `appointing` verbs set a day to come, which one of `aims` leads to ("a
    fixé au 2 mars"); `dropping` verbs call a plan off; `ending` verbs set an end ("prolongé jusqu'à lundi").
    `timeless` participles tell no time ("organisé le 5"). `mishaps` are nouns of what nobody plans ("l'incendie de
    vendredi"). `outcome` is how an opening phrase begins that names a result ("Vainqueurs dimanche, …").
    `saying_phrases` give, by their verb, the words beneath it that make it report ("faire état"); of `counts` the
    present reports a figure ("le bilan passe à 12 morts samedi"). `boding` verbs look ahead when reflexive ("le
    week-end s'annonce froid"). What `preparing` verbs have for an object is still to come ("ont préparé la visite de
    jeudi"). `of` are the lemmas that hang a date on a noun ("de"); `bare_of` makes a compound ("coups de feu"). What
    follows a `ready` adjective ("prête à témoigner jeudi", "applicable le 1er janvier"), or a verb with one of
    `calling_phrases` ("a donné rendez-vous"), is still to come.
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
    of: frozenset[str] = frozenset()
    bare_of: frozenset[str] = frozenset()
    ready: frozenset[str] = frozenset()
    calling_phrases: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that the engine needs to know of a language.

    `words` maps each class to its folded words (patterns) and their values; `readers` read the classes that are no
    finite lists, with the pattern of each in `shapes`. `signals` are the words before an expression, with accents.
    `modifiers` likewise ("plus de", "environ"). `lists` and `ranges` are the gaps that make one out of neighbours,
    `openers` what begins a range of two that a list would join too ("entre"). `item` is what stands before an item
    of a list under a heading.
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
