"""Which phrases name the affair of an article: learned from what editors wrote.

`python -m training.headlines.affairs` makes `models/affairs.onnx.gz` (boosted trees over `affair_signs`) and
`models/heads.json` (how often a noun names an affair).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from timeline.events import boosting
from timeline.events.headline.affair.candidates import affair_phrases
from timeline.events.headline.affair.signs import SIGNS, affair_signs
from timeline.events.headline.context import HeadlineContext

PACKAGE = "timeline.events.headline.affair"
MODEL, HEADS = "models/affairs.onnx.gz", "models/heads.json"
"""The files of the model and of its table, from this package."""

REMEMBERED = "affairs"
"""The key under which the first sentence of an article remembers what it may be called."""


@dataclass(frozen=True, slots=True)
class Affair:
    """A phrase, and the probability that an editor would call the article's affair so."""

    text: str
    chance: float


def affairs(context: HeadlineContext) -> tuple[Affair, ...]:
    """The phrases that may name the affair of an article, the likeliest first.

    Returns:
        "Pollution de la Semois" before "Pollution" and "Semois"; each phrase once.
    """
    return context.trees[0].remembered(REMEMBERED, context.trees, lambda: _affairs(context))


def _affairs(context: HeadlineContext) -> tuple[Affair, ...]:
    some = affair_phrases(context)
    if not some:
        return ()
    model = boosting.load(PACKAGE, MODEL)
    rows = boosting.table(affair_signs(context, some, usual_heads()))
    chances = 1 / (1 + np.exp(-model.scores(rows, SIGNS)[:, 0]))
    found = [Affair(one.text, float(chance)) for one, chance in zip(some, chances, strict=True)]
    return tuple(sorted(found, key=lambda one: -one.chance))


@cache
def usual_heads() -> Mapping[str, float]:
    """How often a phrase with a certain head names an affair, by the head's stem; "" has the share of all phrases."""
    found: dict[str, float] = json.loads(files(PACKAGE).joinpath(HEADS).read_text(encoding="utf-8"))
    return found
