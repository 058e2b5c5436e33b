"""What writing headlines needs to know."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from timeline.events.context import Context
from timeline.events.detection.predicates import Predicate, read
from timeline.events.entities.coreference import Referent
from timeline.events.entities.names import Cast, within
from timeline.events.headline import conjugation, words
from timeline.events.headline.choice import model
from timeline.events.headline.choice.model import HeadlineModel
from timeline.events.headline.conjugation import Conjugation
from timeline.events.headline.words import HeadlineWords
from timeline.events.tree import Tree
from timeline.model import Name, Timex

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class HeadlineContext:
    """What writing headlines needs besides the mention.

    The article, its names, what was told before, its dates, verbs' forms.

    `trees` are the article's sentences in order. `memo` keeps what was worked out of a sentence for its other events:
    all contexts of one article share it.
    """

    context: Context
    cast: Cast
    before: Sequence[Referent | None]
    timexes: Sequence[Timex]
    conjugation: Conjugation
    words: HeadlineWords
    model: HeadlineModel
    trees: Sequence[Tree] = ()
    memo: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: Hashable, work: Callable[[], Kept]) -> Kept:
        """What `work` gives, worked out once in an article for each `key`."""
        if key not in self.memo:
            self.memo[key] = work()
        found: Kept = self.memo[key]
        return found

    def names(self, tree: Tree, label: str) -> tuple[Name, ...]:
        """The names of a sentence that bear a label, in text order."""
        work = partial(within, self.cast, tree.sentence, tree.tokens, label)
        return self.once(("names", tree.sentence.span.start, label), work)

    def predicates(self, tree: Tree) -> tuple[Predicate, ...]:
        """The predicates of a sentence, in text order."""
        return self.once(("predicates", tree.sentence.span.start), lambda: read(tree, self.context.lexicon))


def headline_context(
    context: Context,
    cast: Cast,
    before: Sequence[Referent | None],
    timexes: Sequence[Timex],
    trees: Sequence[Tree],
    memo: dict[Hashable, Any],
) -> HeadlineContext:
    """What a headline is written with, in the article's language."""
    language = context.article.language
    forms, lists = conjugation.load(language), words.load(language)
    return HeadlineContext(context, cast, before, timexes, forms, lists, model.load(), trees, memo)
