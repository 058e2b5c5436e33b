"""How likely a reader would call a line bad or good, learned from people's verdicts on the lines that we write.

`printable.onnx.gz` is made by `python -m training.headline_gate` (boosted trees over `signs`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from timeline.events import boosting
from timeline.events.detection.mentions import Frame, Mention
from timeline.events.headline.choice.ranking import features
from timeline.events.headline.choice.shape import shape
from timeline.events.headline.context import HeadlineContext
from timeline.events.headline.drafts.types import Draft

KINDS = ("clause", "above", "active", "noun", "noun told", "title")
_FRAMES = tuple(Frame)
_BLENDED = frozenset(":=*,")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The chances (0 to 1) that a reader calls a line bad (not to be printed) or good (printable as it is)."""

    bad: float
    good: float


def signs(draft: Draft, context: HeadlineContext, mention: Mention) -> dict[str, float]:
    """What the verdict is guessed from, by name.

    Args:
        draft: The line and how it was made.
        context: What headlines are written with.
        mention: The mention that it tells.

    Returns:
        The plain features of the ranking, the draft's `shape`, and how near the line is thought to be to an editor's.
    """
    seen = features(draft, context, mention)
    plain = {name: value for name, value in seen.items() if _BLENDED.isdisjoint(name)}
    codes = {
        "kind": float(KINDS.index(draft.kind)),
        "frame": float(_FRAMES.index(mention.frame)),
        "report": float(mention.kind in ("report", "announce")),
        "likeness": context.model.likeness(seen),
    }
    return plain | shape(draft, context, mention.tree) | codes


def verdicts(rows: Sequence[Mapping[str, float]]) -> tuple[Verdict, ...]:
    """The guessed verdict on each line, from its signs."""
    if not rows:
        return ()
    model = boosting.load("timeline.events.headline.choice", "printable.onnx.gz")
    table = np.array([[row.get(name, 0.0) for name in model.features] for row in rows], dtype=np.float32)
    scores = model.scores(table, model.features)
    powers = np.exp(scores - scores.max(1, keepdims=True))
    shares = powers / powers.sum(1, keepdims=True)
    return tuple(Verdict(float(bad), float(good)) for bad, _, good in shares)
