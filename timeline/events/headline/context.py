"""What writing headlines needs to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.context import Context
from timeline.events.entities.coreference import Referent
from timeline.events.entities.names import Cast
from timeline.events.headline.choice.model import HeadlineModel
from timeline.events.headline.conjugation import Conjugation
from timeline.events.headline.words import HeadlineWords
from timeline.model import Timex


@dataclass(frozen=True, slots=True)
class HeadlineContext:
    """What writing headlines needs besides the mention.

    The article, its names, what was told before, its dates, verbs' forms.
    """

    context: Context
    cast: Cast
    before: Sequence[Referent | None]
    timexes: Sequence[Timex]
    conjugation: Conjugation
    words: HeadlineWords
    model: HeadlineModel
