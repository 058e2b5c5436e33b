"""What is chosen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline, how near it is thought to be to an editor's (chrF, 0 to 1), and whether it is the article's own."""

    text: str
    score: float
    own: bool = False
