"""The type of the choices."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline: its `score` (similarity to an editor's, less what it loses), and whether it is the article's `own`.

    The `confidence` is the probability that a reader does not call it bad; 0 for a sentence that no rule lets pass.
    """

    text: str
    score: float
    own: bool = False
    confidence: float = 0.0
