"""The probability that a reader calls a line bad or good, learned from people's verdicts on generated lines.

`python -m training.headlines.gate` makes `printable.onnx.gz` and `order.onnx.gz` (boosted trees over `signs`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat

import numpy as np

from timeline.events import boosting
from timeline.events.detection.mentions import Frame, Mention
from timeline.events.headline.base.types import Draft
from timeline.events.headline.choice.ranking import features
from timeline.events.headline.choice.shape import shape
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.topic.placing import WAYS
from timeline.events.headline.usage import nouns
from timeline.events.headline.usage.known import reader_signs
from timeline.events.headline.usage.nouns import NounUse

KINDS = ("clause", "above", "active", "noun", "noun told", "title", "loose", "saying", "sentence", "trimmed")
MODELS = ("models/printable.onnx.gz", "models/order.onnx.gz")
"""The files of the two models, from this package: the verdict on a line, and the order of an event's drafts."""

_FRAMES = tuple(Frame)
_BLENDED = frozenset(":=*,")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The probabilities that a reader calls a line bad (not to be printed) or good (printable as it is).

    `rank` orders the drafts of one event, the best highest; it says nothing beside drafts of another event.
    """

    bad: float
    good: float
    rank: float = 0.0


def signs(
    draft: Draft, context: HeadlineContext, mention: Mention, use: NounUse | None = None, way: str = ""
) -> dict[str, float]:
    """The features from which the verdict is predicted, by name.

    Args:
        draft: The line with its derivation.
        context: The inputs of headline writing.
        mention: The mention that it describes.
        use: How headlines use nouns; None for the packaged table.
        way: How its line was made readable, one of `WAYS`.

    Returns:
        The plain features of the ranking, the draft's `shape`, what its reader knows, and the line's estimated
        similarity to an editor's line.
    """
    seen = features(draft, context, mention)
    plain = {name: seen[name] for name in _plain(tuple(seen))}
    codes = {
        "kind": float(KINDS.index(draft.kind)),
        "frame": float(_FRAMES.index(mention.frame)),
        "report": float(mention.kind.is_saying),
        "topic": float(WAYS.index(way)),
        "likeness": context.model.similarity(seen),
    }
    reader = reader_signs(draft, context, mention.tree, use if use is not None else nouns.load())
    return plain | shape(draft, context, mention.tree) | reader | codes


@lru_cache(maxsize=1 << 10)
def _plain(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of plain features; drafts of one kind have the same ones."""
    return tuple([name for name in names if _BLENDED.isdisjoint(name)])


def verdicts(rows: Sequence[Mapping[str, float]]) -> tuple[Verdict, ...]:
    """The predicted verdict on each line, from its signs."""
    if not rows:
        return ()
    gate, order = (boosting.load("timeline.events.headline.choice", name) for name in MODELS)
    table = boosting.table([[*map(row.get, gate.features, repeat(0.0))] for row in rows])
    scores, ranks = gate.scores(table, gate.features), order.scores(table, gate.features)[:, 0]
    powers = np.exp(scores - scores.max(1, keepdims=True))
    shares = powers / powers.sum(1, keepdims=True)
    return tuple(
        Verdict(float(bad), float(good), float(rank)) for (bad, _, good), rank in zip(shares, ranks, strict=True)
    )
