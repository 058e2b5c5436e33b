"""The learned part of headlines: how likely an editor keeps a subtree, and how near a draft is to an editor's line.

`weights.json` is made by `python -m training.headlines` (see `make model`): two tables of coefficients by feature.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from timeline.events.headline.drafts.valency import Valency


@dataclass(frozen=True, slots=True)
class HeadlineModel:
    """Coefficients by feature: `keep` of a logistic model, `rank` of a linear one; `valency`, what verbs need."""

    keep: Mapping[str, float] = field(default_factory=dict)
    rank: Mapping[str, float] = field(default_factory=dict)
    valency: Valency = field(default_factory=Valency)

    def chance(self, features: Mapping[str, float]) -> float:
        """The chance (0 to 1) that an editor keeps a subtree."""
        weights = self.keep
        return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features.items())))

    def likeness(self, features: Mapping[str, float]) -> float:
        """How near the draft is to what an editor would write (chrF, 0 to 1)."""
        weights = self.rank
        return sum(weights.get(name, 0.0) * value for name, value in features.items())


@cache
def load() -> HeadlineModel:
    """The packaged model, read once in a process."""
    path = files("timeline.events.headline.choice").joinpath("weights.json")
    tables = json.loads(path.read_text(encoding="utf-8"))
    needs = (frozenset(tables["valency"][name]) for name in ("objects", "complements", "bound"))
    return HeadlineModel(tables["keep"], tables["rank"], Valency(*needs))
