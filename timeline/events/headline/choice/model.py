"""Learned models for headlines: whether a line needs a subtree, and how similar a draft is to an editor's line.

`python -m training.headlines.choice` makes `weights.json` (see `make model`): two tables of coefficients by feature.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from timeline.events.headline.base.valency import Valency


@dataclass(frozen=True, slots=True)
class HeadlineModel:
    """Coefficients by feature: `keep` of a logistic model, `rank` of a linear one; `valency` for the needs of verbs."""

    keep: Mapping[str, float] = field(default_factory=dict)
    rank: Mapping[str, float] = field(default_factory=dict)
    valency: Valency = field(default_factory=Valency)

    def chance(self, features: Mapping[str, float]) -> float:
        """The probability that a line needs a subtree."""
        weights = self.keep
        return 1 / (1 + math.exp(-sum([weights.get(name, 0.0) * value for name, value in features.items()])))

    def similarity(self, features: Mapping[str, float]) -> float:
        """The estimated similarity of the draft to an editor's line (chrF, 0 to 1)."""
        weights = self.rank
        return sum([weights.get(name, 0.0) * value for name, value in features.items()])


@cache
def load() -> HeadlineModel:
    """The packaged model, read once per process."""
    path = files("timeline.events.headline.choice").joinpath("weights.json")
    tables = json.loads(path.read_text(encoding="utf-8"))
    needs = tables["valency"]
    objects, complements, bound = (frozenset(needs[name]) for name in ("objects", "complements", "bound"))
    return HeadlineModel(tables["keep"], tables["rank"], Valency(objects, complements, bound, needs["rates"]))
