"""Counts which definite nouns stand alone in editors' headlines, and in the articles that they belong to."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from timeline import nlp
from timeline.evaluation.gold import GoldArticle
from timeline.events.headline.usage import nouns
from timeline.events.headline.usage.nouns import NounUse, stands_alone, use
from timeline.events.tree import grow
from timeline.model import Sentence
from training.headlines.choice import FOLDS, fold_of

TABLE = Path(nouns.__file__).parent / "nouns.json"
RARE = 2


@dataclass(frozen=True, slots=True)
class NounCounts:
    """How often nouns are in headlines, definite and alone in headlines, and definite and alone in articles."""

    headlines: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)
    in_text: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: NounCounts) -> NounCounts:
        """The sums of both."""
        return NounCounts(self.headlines + other.headlines, self.alone + other.alone, self.in_text + other.in_text)

    def use(self) -> NounUse:
        """The table of the nouns that are not rare."""
        often = sorted(noun for noun in self.headlines | self.in_text if self._count(noun) >= RARE)
        return NounUse({noun: use(self.alone[noun], self.headlines[noun], self.in_text[noun]) for noun in often})

    def _count(self, noun: str) -> int:
        return self.headlines[noun] + self.in_text[noun]


def counted(headlines: Iterable[Sentence], texts: Iterable[Sentence]) -> NounCounts:
    """The counts of some headlines and of the articles' sentences."""
    found = NounCounts()
    for tree in map(grow, headlines):
        for word in tree.tokens:
            if word.pos == "NOUN" and not word.entity:
                found.headlines[word.lemma.lower()] += 1
                found.alone[word.lemma.lower()] += stands_alone(tree, word)
    for tree in map(grow, texts):
        found.in_text.update(word.lemma.lower() for word in tree.tokens if stands_alone(tree, word))
    return found


def uses(articles: Sequence[GoldArticle], parsed: Sequence[Sequence[Sentence]]) -> tuple[dict[int, NounUse], NounUse]:
    """For each fold the table of the articles outside it, and the table of all.

    Args:
        articles: Annotated articles; their events have editors' headlines (`summary`).
        parsed: The sentences of each.

    Returns:
        The tables, by fold, and that of all articles.
    """
    lines = [(fold_of(gold.article.published), event.summary) for gold in articles for event in gold.events]
    lines = [(fold, line) for fold, line in lines if line]
    read = list(nlp.read(nlp.load("fr"), [line for _, line in lines]))
    counts = [
        counted(
            (one for (own, _), sentences in zip(lines, read, strict=True) if own == fold for one in sentences),
            (
                one
                for gold, sentences in zip(articles, parsed, strict=True)
                if fold_of(gold.article.published) == fold
                for one in sentences
            ),
        )
        for fold in range(FOLDS)
    ]
    without = {fold: sum((counts[one] for one in range(FOLDS) if one != fold), NounCounts()) for fold in range(FOLDS)}
    return {fold: one.use() for fold, one in without.items()}, sum(counts, NounCounts()).use()


def as_json(table: NounUse) -> str:
    """The table as the package stores it, a noun a line."""
    rows: Mapping[str, tuple[float, float]] = table.nouns
    lines = ",\n".join(f"{json.dumps(noun, ensure_ascii=False)}: {json.dumps(rows[noun])}" for noun in sorted(rows))
    return f"{{\n{lines}\n}}\n"
