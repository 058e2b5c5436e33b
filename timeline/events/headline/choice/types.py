"""The type of the choices."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline, its estimated similarity to an editor's (chrF, 0 to 1), and whether it is the article's own."""

    text: str
    score: float
    own: bool = False
