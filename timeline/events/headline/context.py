"""The inputs of headline writing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.context import Context
from timeline.events.detection.predicates import Predicate, read
from timeline.events.entities.coreference import Referent, name_of
from timeline.events.entities.names import EntityIndex, of_sentence
from timeline.events.headline import conjugation, words
from timeline.events.headline.choice import model
from timeline.events.headline.choice.model import HeadlineModel
from timeline.events.headline.conjugation import Conjugation
from timeline.events.headline.words import HeadlineWords
from timeline.events.tree import Tree
from timeline.model import Name, Timex, Token


@dataclass(frozen=True, slots=True)
class HeadlineContext:
    """The inputs of headline writing besides the mention.

    They are the article, its names, the referents before, its dates and verb forms; `trees` are the article's sentences
    in order.
    """

    context: Context
    entities: EntityIndex
    before: Sequence[Referent | None]
    timexes: Sequence[Timex]
    conjugation: Conjugation
    words: HeadlineWords
    model: HeadlineModel
    trees: Sequence[Tree]

    def names(self, tree: Tree, label: str) -> tuple[Name, ...]:
        """The names of a sentence with a given label, in text order."""
        return of_sentence(self.entities, tree, label)

    def referent(self, tree: Tree, head: Token) -> Referent:
        """What the head of a noun phrase stands for, with its name if it has one."""
        return Referent(tree, head, name_of(tree, head, self.entities))

    def trees_before(self, tree: Tree) -> list[Tree]:
        """The sentences of the article that stand before a sentence, in text order."""
        return [one for one in self.trees if one.sentence.span.start < tree.sentence.span.start]

    def tree_before(self, tree: Tree) -> Tree | None:
        """The sentence right before a sentence; None for the first one."""
        return next(iter(self.trees_before(tree)[-1:]), None)

    def predicates(self, tree: Tree) -> tuple[Predicate, ...]:
        """The predicates of a sentence, in text order."""
        return read(tree, self.context.lexicon)

    def predicate_of(self, tree: Tree, word: Token) -> Predicate | None:
        """The first verb group that has a word among its parts; None where there is none."""
        return next((one for one in self.predicates(tree) if word.index in one.parts), None)

    def predicate_by_verb(self, tree: Tree, verb: Token) -> Predicate | None:
        """The first verb group whose verb a word is; None where there is none."""
        return next((one for one in self.predicates(tree) if one.token.index == verb.index), None)


def headline_context(
    context: Context,
    entities: EntityIndex,
    before: Sequence[Referent | None],
    timexes: Sequence[Timex],
    trees: Sequence[Tree],
) -> HeadlineContext:
    """The inputs of headline writing, in the article's language."""
    language = context.article.language
    forms, lists = conjugation.load(language), words.load(language)
    return HeadlineContext(context, entities, before, timexes, forms, lists, model.load(), trees)
