"""Annotated articles as training examples of the event models."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from timeline import nlp
from timeline.evaluation.gold import GoldArticle, read
from timeline.events.dating.options import Days, days
from timeline.events.ranking import rank as ranking
from timeline.events.ranking.facts import Facts
from timeline.events.ranking.meaning import vectors
from timeline.events.ranking.prepare import prepare
from timeline.events.ranking.rank import ConsideredCandidates
from timeline.model import Sentence, Span
from timeline.timex import normalise, recognise

MAY_BE_KEPT = 0.6
"""The weight of an event of salience 1, beside 1 for the others."""
MUST_BE_KEPT = 1.5
"""The weight of an event of salience 3 where the models learn what an entry is: a chronology without it is wrong."""


@dataclass(frozen=True)
class Example:
    """An annotated article: its facts, its candidates with words and meanings, and the gold event of each candidate."""

    gold: GoldArticle
    facts: Facts
    words: Sequence[tuple[str, ...]]
    meanings: NDArray[np.float64]
    labels: Sequence[int | None]

    @property
    def month(self) -> str:
        """Year and month."""
        return self.gold.article.published.isoformat()[:7]

    @cached_property
    def seen(self) -> ConsideredCandidates:
        """All candidates with their features and options, without the scores of words."""
        return ranking.consider(self.facts, range(len(self.facts.mentions)))

    @cached_property
    def right(self) -> list[NDArray[np.bool_]]:
        """For each candidate, which of its options are right; none is where it reports no gold event."""
        found = []
        for label, options in zip(self.labels, self.seen.options, strict=True):
            wanted = set() if label is None else self.days(label)
            found.append(np.array([option.days in wanted for option in options]))
        return found

    def days(self, label: int) -> set[Days | None]:
        """The accepted days of a gold event."""
        return {days(date) for date in self.gold.events[label].dates}

    def count(self, number: int) -> float:
        """The weight of a candidate in training."""
        label = self.labels[number]
        return MAY_BE_KEPT if label is not None and self.gold.events[label].salience == 1 else 1.0

    def count_as_entry(self, number: int) -> float:
        """The weight of a candidate in training the model of entries."""
        label = self.labels[number]
        important = label is not None and self.gold.events[label].salience == 3
        return MUST_BE_KEPT if important else self.count(number)


def example(gold: GoldArticle, sentences: Sequence[Sentence]) -> Example:
    """An annotated article with its candidates."""
    article = gold.article
    found = recognise.find(article.text, article.language)
    resolved = normalise.resolve(article.text, found, article.published, sentences, article.language)
    facts = prepare(article, sentences, resolved.timexes)
    words = ranking.words_of_all(facts)
    return Example(gold, facts, words, vectors.load(article.language).meanings(words), labels(gold, facts))


def labels(gold: GoldArticle, facts: Facts) -> list[int | None]:
    """The number of the gold event that each candidate reports.

    By its own word, otherwise by its verb group. An event of which no candidate has the word ("prononcer la
    relégation", "une loterie est tirée") is reported by the verb that governs the word, where that is free.
    """
    found: list[int | None] = [None] * len(facts.mentions)
    for serves in (_has_word, _serves, _governs):
        for number, event in enumerate(gold.events):
            if number not in found:
                free = (at for at in reversed(range(len(found))) if found[at] is None)
                at = next((at for at in free if serves(facts, at, event.trigger)), None)
                if at is not None:
                    found[at] = number
    return found


def _has_word(facts: Facts, number: int, trigger: Span) -> bool:
    return facts.mentions[number].span.overlaps(trigger)


def _serves(facts: Facts, number: int, trigger: Span) -> bool:
    mention = facts.mentions[number]
    if mention.own_predicate is None:
        return False
    group = (mention.tree.tokens[index] for index in mention.own_predicate.parts)
    return any(Span(token.start, token.end).overlaps(trigger) for token in group)


def _governs(facts: Facts, number: int, trigger: Span) -> bool:
    """Whether a candidate's word is the governor of the trigger's highest word."""
    mention = facts.mentions[number]
    words = [token for token in mention.tree.tokens if Span(token.start, token.end).overlaps(trigger)]
    inside = {token.index for token in words}
    return any(token.head == mention.trigger.index for token in words if token.head not in inside)


def folds(examples: Sequence[Example], count: int) -> list[int]:
    """A fold for each article: whole months, distributed so that folds have similar sizes."""
    sizes = Counter(one.month for one in examples)
    loads, of_month = [0] * count, {}
    for month, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold = loads.index(min(loads))
        of_month[month] = fold
        loads[fold] += size
    return [of_month[one.month] for one in examples]


def parsed(folder: Path) -> list[Example]:
    """The articles of a folder's part `train`, parsed by the packaged pipeline, in the order of their ids."""
    wanted = frozenset(json.loads((folder / "splits.json").read_text(encoding="utf-8"))["train"])
    return parsed_articles([one for one in read(folder) if one.article.id in wanted])


def parsed_articles(articles: Sequence[GoldArticle]) -> list[Example]:
    """Annotated articles, parsed by the packaged pipeline, in the order of their ids."""
    in_order = sorted(articles, key=lambda one: one.article.id)
    texts = nlp.read(nlp.load("fr"), [one.article.text for one in in_order])
    return [example(one, sentences) for one, sentences in zip(in_order, texts, strict=True)]
