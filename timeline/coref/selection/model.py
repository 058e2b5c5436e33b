"""The chance that an editor would publish an event: two fitted logistic models, and how long a chronology may be.

Their weights are data (`models/selection.json`), fitted with `python -m training.story`. The first model is fitted on
what editors marked in single articles; the second, and the repeats, on what they published of whole stories.
"""

from __future__ import annotations

import base64
import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from timeline.coref.meaning import Vector, cosine
from timeline.coref.mentions import EventMention
from timeline.coref.selection.features import OF_EVENT, OF_MENTION, of_event, of_mentions
from timeline.coref.selection.repeats import heads, repeated
from timeline.coref.similarity import SimilarityModel as Similarity
from timeline.coref.similarity import model as similarity_model
from timeline.model import Length

_OF_A_REPEAT = 0.1
"""The factor for the chance of an event that repeats another one."""
_OF_A_SENTENCE = 0.7
"""The factor for the chance of an event that no line reports better than its sentence as it stands (title score 0).

An entry that must be rewritten is worth less to an editor; the story F1 is the same with it, by cross-validation.
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


@dataclass(frozen=True, slots=True)
class Weighed:
    """How likely an editor is to publish each of some events.

    Attributes:
        odds: By the `id()` of a mention, its log odds.
        ranks: By the `id()` of a mention, its rank among its article's mentions, from 0.
        likely: For each event, its chance by its first article alone.
        repeats: For each event, whether it repeats another one.
        weights: For each event, the chance that an editor would publish it beside the others.
    """

    odds: Mapping[int, float]
    ranks: Mapping[int, int]
    likely: Sequence[float]
    repeats: Sequence[bool]
    weights: Sequence[float]


def chances(groups: Sequence[Sequence[EventMention]], fitted: SelectionModel | None = None) -> list[float]:
    """For each event, the chance that an editor would publish it, from its mentions alone.

    Args:
        groups: The mentions of each event, in the order of publication.
        fitted: The model; the packaged one unless given.

    Returns:
        A probability for each event; another source never lowers it.
    """
    fitted = fitted or model()
    odds, ranks = mention_odds([one for group in groups for one in group], fitted)
    return chances_by(groups, odds, ranks, first_day(groups), fitted)


def weights(
    groups: Sequence[Sequence[EventMention]], fitted: SelectionModel | None = None, similar: Similarity | None = None
) -> list[float]:
    """The weights of `weighed`, which has the arguments."""
    return list(weighed(groups, fitted, similar).weights)


def weighed(
    groups: Sequence[Sequence[EventMention]], fitted: SelectionModel | None = None, similar: Similarity | None = None
) -> Weighed:
    """For each event, the chance that an editor would publish it beside the others.

    It is close to 0 for a repeat, and lower where no mention has a title but its whole sentence.

    Args:
        groups: The mentions of each event, in the order of publication.
        fitted: The model; the packaged one unless given.
        similar: The similarity of mentions; the packaged one unless given.

    Returns:
        A probability for each event, which an article published later never lowers; and what it was made from.
    """
    fitted = fitted or model()
    odds, ranks = mention_odds([one for group in groups for one in group], fitted)
    first, begin = list(heads(groups)), first_day(groups)
    likely = chances_by(first, odds, ranks, begin, fitted)
    again = repeated(first, likely, fitted.of_pair, similar or similarity_model())
    whole = chances_by(groups, odds, ranks, begin, fitted)
    found = [weight(*each) for each in zip(groups, whole, again, strict=True)]
    return Weighed(odds, ranks, likely, again, found)


def weight(group: Sequence[EventMention], chance: float, is_repeat: bool) -> float:
    """The chance that an editor would publish an event beside the others.

    Args:
        group: Its mentions.
        chance: The chance by its mentions alone.
        is_repeat: Whether it repeats another one.

    Returns:
        A probability.
    """
    return chance * (_OF_A_REPEAT if is_repeat else 1.0) * (1.0 if _has_a_title(group) else _OF_A_SENTENCE)


def _has_a_title(group: Sequence[EventMention]) -> bool:
    return any(one.event.title_score > 0 for one in group)


def chances_by(
    groups: Sequence[Sequence[EventMention]],
    odds: Mapping[int, float],
    ranks: Mapping[int, int],
    begin: int,
    fitted: SelectionModel,
) -> list[float]:
    """For each event, the chance that an editor would publish it, from its mentions alone.

    Args:
        groups: The mentions of each event, in the order of publication.
        odds: By the `id()` of a mention, its log odds.
        ranks: By the `id()` of a mention, its rank in its article.
        begin: The day on which the story's first article was published.
        fitted: The model.

    Returns:
        A probability for each event.
    """
    found = []
    for group in groups:
        own = of_event(group, [odds[id(one)] for one in group], [ranks[id(one)] for one in group], begin)
        found.append(_probability(_weighed(fitted.of_event, OF_EVENT, own)))
    return found


def first_day(groups: Sequence[Sequence[EventMention]]) -> int:
    """The day on which the first article of a story was published; 0 without one.

    Args:
        groups: The mentions of each event, in the order of publication.
    """
    return min((group[0].topic.published for group in groups), default=0)


def mention_odds(mentions: Sequence[EventMention], fitted: SelectionModel) -> tuple[dict[int, float], dict[int, int]]:
    """The log odds of every mention to be published, and its rank in its article.

    Args:
        mentions: The mentions of all articles.
        fitted: The model.

    Returns:
        Two mappings by the `id()` of a mention: its log odds, and its rank among its article's mentions, from 0.
    """
    articles: dict[str, list[EventMention]] = defaultdict(list)
    for one in mentions:
        articles[one.topic.article.id].append(one)
    odds: dict[int, float] = {}
    ranks: dict[int, int] = {}
    for article in articles.values():
        article.sort(key=lambda one: one.key)
        for one, numbers in zip(article, of_mentions(article), strict=True):
            odds[id(one)] = _weighed(fitted.of_mention, OF_MENTION, numbers) + cosine(one.vector, fitted.meaning)
        in_order = sorted(article, key=lambda one: -odds[id(one)])
        ranks.update({id(one): rank for rank, one in enumerate(in_order)})
    return odds, ranks


def _weighed(weights: Mapping[str, float], names: Sequence[str], numbers: Sequence[float]) -> float:
    return weights[""] + sum([weights[name] * number for name, number in zip(names, numbers, strict=True)])


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def least(length: Length) -> float:
    """The lowest chance at which an event becomes an entry in a timeline of that length.

    Args:
        length: The length.

    Returns:
        A probability, from 0 to 1.
    """
    return 0.0 if length is Length.ALL else model().least[length.value]
