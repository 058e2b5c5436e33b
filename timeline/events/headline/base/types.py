"""The types of drafts and headlines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.events.detection.predicates import Predicate
from timeline.events.headline.context import HeadlineContext
from timeline.events.tree import Tree
from timeline.model import Token


@dataclass(frozen=True, slots=True)
class Subject:
    """The wording of a subject.

    `plural` is None and `gender` is "" if unknown. `person` is set for the name of one person, `named` if it contains a
    name. `lost` is the greatest probability of being needed among its words that are left out. `resolved` is set if it
    replaces a pronoun, `filled` if a complement from an earlier sentence was added, `vague` if a possessive whose owner
    is unknown became an article. `head` is the head of the noun phrase.
    """

    text: str
    plural: bool | None = None
    gender: str = ""
    person: bool = False
    named: bool = False
    lost: float = 0.0
    resolved: bool = False
    filled: bool = False
    head: Token | None = None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A possible headline.

    It has its derivation ("clause", "above", "active", "noun", "title"), its ranking features, the words of the
    sentence that it keeps besides the subject, and, if there are any, its verb group and the wording of its subject.
    `cut` is set where it leaves out only what stands beside the news of a longer one, to fit a headline.
    """

    kind: str
    text: str
    features: Mapping[str, float] = field(default_factory=dict)
    words: tuple[Token, ...] = ()
    predicate: Predicate | None = None
    subject: Subject | None = None
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause from which drafts are made.

    It has its predicate, its subject in the parse, the words of the subject (`taken`), the words that no headline keeps
    (`out`), and those that this one must keep (`forced`). `loose` drops the tests of completeness: such drafts are only
    for mentions that have no others. `whom` is the wording of the verb's object, if that is what a relative describes:
    "le hangar" of "le hangar que la ville utilise". `again` is the pronoun that takes up an object of the clause
    before, with that object.
    """

    context: HeadlineContext
    tree: Tree
    predicate: Predicate
    head: Token | None
    out: frozenset[int]
    parts: frozenset[int]
    forced: frozenset[int]
    loose: bool = False
    whom: str = ""
    again: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline: its `score` (similarity to an editor's, less what it loses), and whether it is the article's `own`.

    The `confidence` is the probability that a reader does not call it bad; 0 for a sentence that no rule lets pass. The
    `cut` is that of its `draft`, which is None for a line of no draft; `way` is how it was made readable, one of
    `timeline.events.headline.topic.placing.WAYS`.
    """

    text: str
    score: float
    own: bool = False
    confidence: float = 0.0
    cut: bool = False
    draft: Draft | None = field(default=None, compare=False, repr=False)
    way: str = ""
