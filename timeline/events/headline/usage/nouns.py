"""Which definite nouns stand alone in headlines: a reader knows "le gouvernement", but not which bridge "le pont" is.

`python -m training.headlines.gate` makes `nouns.json` from editors' headlines and the articles that they belong to.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from timeline.events.tree import Tree
from timeline.model import Token

COMPLEMENTS = ("nmod", "amod", "acl", "appos", "nummod", "obl")
"""The relations of words that say which one is meant."""

_IN_TEXT, _PRIOR, _PRIOR_TEXT, _PRIOR_ALL = 0.12, 0.3, 0.6, 3.0


@dataclass(frozen=True, slots=True)
class NounUse:
    """For each noun two numbers, from `use`; a noun that is not there has those of an unseen one."""

    nouns: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    def familiar(self, noun: str) -> float:
        """How much more often than others the noun stands alone in headlines, relative to articles: a log ratio."""
        return self.nouns.get(noun, _UNSEEN)[0]

    def share(self, noun: str) -> float:
        """The share of its occurrences in headlines in which it is definite and stands alone."""
        return self.nouns.get(noun, _UNSEEN)[1]


def use(alone: int, headlines: int, in_text: int) -> tuple[float, float]:
    """The two numbers of `NounUse` for a noun.

    Args:
        alone: How often it is definite and alone in headlines.
        headlines: How often it is in headlines.
        in_text: How often it is definite and alone in articles.

    Returns:
        The log ratio and the share, smoothed.
    """
    ratio = math.log((alone + _PRIOR) / (in_text * _IN_TEXT + _PRIOR_TEXT))
    return round(ratio, 2), round((alone + _PRIOR) / (headlines + _PRIOR_ALL), 2)


_UNSEEN = use(0, 0, 0)


def stands_alone(tree: Tree, word: Token, shown: Collection[int] | None = None) -> bool:
    """Whether the word is a definite common noun of which no complement is shown: "le pont", not "le pont de Nantes".

    Args:
        tree: The sentence.
        word: A word of it.
        shown: The indices of the words that are shown; None for all.
    """
    if word.pos != "NOUN" or word.entity or not tree.is_definite(word):
        return False
    return not any(shown is None or one.index in shown for one in tree.dependents(word, *COMPLEMENTS))


@cache
def load() -> NounUse:
    """The packaged table, read once per process."""
    path = files("timeline.events.headline.usage").joinpath("nouns.json")
    table = json.loads(path.read_text(encoding="utf-8"))
    return NounUse({noun: (ratio, share) for noun, (ratio, share) in table.items()})
