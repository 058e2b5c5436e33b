"""The chance that an editor would publish an event: two fitted logistic models, and how long a chronology may be.

Their weights are data (`models/selection.json`), fitted with `python -m training.story`. The first model is fitted on
what editors marked in single articles; the second, and the repeats, on what they published of whole stories.
"""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from timeline.coref.meaning import Vector, cosine
from timeline.coref.mentions import EventMention
from timeline.coref.selection.features import OF_EVENT, OF_MENTION, Standing, of_event, of_mentions, standings
from timeline.coref.trees import probability
from timeline.model import Event, Length

_OF_A_REPEAT = 0.08
"""The factor for the odds of an event that repeats another one: what is nearly sure to be published is an entry still.

Who hides it hides all its sources. By cross-validation over 122 stories the story F1 is 0.0013 (0.0001 to 0.0028)
higher than with a factor for its chance; from 0.05 to 0.13 it is the same.
"""
_OF_A_PLAN_THAT_IS_OVER = 0.2
"""The factor for the odds of an event of which all mentions are plans for a time that the story has left behind.

By cross-validation the story F1 of 58 chronologies that were written as an editor's is 0.617 with it, 0.595 without;
that of 60 made of marked news articles, each of which is marked alone and whose plans count therefore, 0.521 and 0.525.
"""
_OF_A_BAD_TITLE = 0.5
"""The factor for the chance of an event whose title a reader would surely call bad.

An entry that must be rewritten is worth less to an editor. By cross-validation over 60 stories the story F1 is the same
with it (0.514 and 0.512 at 1,360 entries), and one bad title in nine is left out for a better one.
"""


@dataclass(frozen=True, slots=True)
class SelectionModel:
    """The weights of the features and of the meaning, and the lowest chance at which each length keeps an event."""

    of_mention: Mapping[str, float]
    of_event: Mapping[str, float]
    of_pair: Mapping[str, float]
    meaning: Vector
    least: Mapping[str, float]


@cache
def model() -> SelectionModel:
    """The packaged model."""
    data = json.loads(files("timeline.coref").joinpath("models/selection.json").read_text(encoding="utf-8"))
    meaning = np.frombuffer(base64.b64decode(data["meaning"]), np.dtype("<f2")).astype(np.float32)
    return SelectionModel(data["of_mention"], data["of_event"], data["of_pair"], meaning, data["least"])


def chances(groups: Sequence[Sequence[EventMention]], fitted: SelectionModel | None = None) -> list[float]:
    """For each event, the chance that an editor would publish it, from its mentions alone.

    Args:
        groups: The mentions of each event, in the order of publication.
        fitted: The model; the packaged one unless given.

    Returns:
        A probability for each event; another source never lowers it.
    """
    fitted = fitted or model()
    standing = in_articles([one for group in groups for one in group], fitted)
    days = publication_days(groups)
    return [chance(group, [standing[id(one)] for one in group], days, fitted) for group in groups]


def weight(chance: float, *, is_repeat: bool = False, is_over: bool = False) -> float:
    """The chance that an editor would publish an event beside the others.

    Args:
        chance: The chance by its mentions alone.
        is_repeat: Whether it repeats another one.
        is_over: Whether it is a plan whose time is over.
    """
    factor = (_OF_A_REPEAT if is_repeat else 1.0) * (_OF_A_PLAN_THAT_IS_OVER if is_over else 1.0)
    return chance if factor == 1 else factor * chance / (1 - (1 - factor) * chance)


def _title_confidence(event: Event) -> float:
    """That of the title; of one that no model judged, whether it is more than the sentence as it stands."""
    return float(event.title_score > 0) if event.title_confidence is None else event.title_confidence


def chance(
    mentions: Sequence[EventMention], standing: Sequence[Standing], days: Sequence[int], fitted: SelectionModel
) -> float:
    """The chance that an editor would publish an event, from its mentions alone, with their best title.

    Of two events that repeat each other, the likelier one stays: so that with the better title.

    Args:
        mentions: The mentions, in the order of publication.
        standing: How each stands in its article.
        days: The days on which the story's articles were published, in order.
        fitted: The model.
    """
    bad = 1 - max(_title_confidence(one.event) for one in mentions)
    found = probability(_weighed(fitted.of_event, OF_EVENT, of_event(mentions, standing, days)))
    return found * (1 - (1 - _OF_A_BAD_TITLE) * bad)


def publication_days(groups: Sequence[Sequence[EventMention]]) -> list[int]:
    """The days on which the articles of a story were published.

    Returns:
        Their numbers, each once, in order.
    """
    return sorted({one.topic.published for group in groups for one in group})


def in_articles(mentions: Sequence[EventMention], fitted: SelectionModel) -> dict[int, Standing]:
    """How every mention stands in its article.

    Returns:
        Its standing, by the `id()` of a mention.
    """
    articles: dict[str, list[EventMention]] = defaultdict(list)
    for one in mentions:
        articles[one.topic.article.id].append(one)
    found: dict[int, Standing] = {}
    for article in articles.values():
        article.sort(key=lambda one: one.key)
        odds = [
            _weighed(fitted.of_mention, OF_MENTION, numbers) + cosine(one.vector, fitted.meaning)
            for one, numbers in zip(article, of_mentions(article), strict=True)
        ]
        found.update(zip(map(id, article), standings(odds), strict=True))
    return found


def _weighed(weights: Mapping[str, float], names: Sequence[str], numbers: Sequence[float]) -> float:
    return weights[""] + sum([weights[name] * number for name, number in zip(names, numbers, strict=True)])


def least(length: Length) -> float:
    """The lowest chance at which an event becomes an entry in a timeline of that length.

    Returns:
        A probability, from 0 to 1.
    """
    return 0.0 if length is Length.ALL else model().least[length.value]
