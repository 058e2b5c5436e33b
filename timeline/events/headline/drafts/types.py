"""What drafts are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.events.detection.predicates import Predicate
from timeline.events.headline.context import HeadlineContext
from timeline.events.tree import Tree
from timeline.model import Token


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject in words.

    `plural` is None and `gender` "" where they are not known; `person` tells that it is one person's name, `named`
    that it holds a name; `lost` is the greatest chance that an editor had kept what it left out; `resolved` tells
    that a pronoun stood there, `filled` that an earlier sentence's complement was added, and `head` the noun that
    stands here.
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


@dataclass(frozen=True, slots=True)
class Draft:
    """A line that may become the headline.

    How it was made ("clause", "above", "active", "noun", "title"), the features by which it is ranked, the words of
    the sentence that it keeps beside the subject, the verb group that it tells and the subject as worded, where it has
    them.
    """

    kind: str
    text: str
    features: Mapping[str, float] = field(default_factory=dict)
    words: tuple[Token, ...] = ()
    predicate: Predicate | None = None
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that is to be told.

    Its predicate, its subject in the parse, the words that are the subject's own (`taken`), those that no headline
    keeps (`out`), those that this one must keep (`forced`).
    """

    context: HeadlineContext
    tree: Tree
    predicate: Predicate
    head: Token | None
    out: frozenset[int]
    parts: frozenset[int]
    forced: frozenset[int]
