"""How likely two mentions are to be of one event: fitted trees over their shared features, or a veto.

The score depends on the two mentions alone, never on the other articles. The trees are data
(`models/similarity.json`), fitted with `python -m training.story`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from timeline.coref.features.memo import PairMemo
from timeline.coref.features.pair import dates_agree, features
from timeline.coref.features.vetoes import Veto, reports_of_two_days, veto
from timeline.coref.mentions import EventMention
from timeline.coref.trees import Trees, probability

_LONG_ENOUGH = 40
_COPIED_WITHIN = 21  # days; a running story repeats its background for longer only with a day or a bound
_COPIED = 0.995
_VETOES = tuple(Veto)
"""A veto in a memo: -1 for the first, -2 for the second, and so on."""


@dataclass(frozen=True, slots=True)
class SimilarityModel:
    """The fitted trees, and the probability above which two mentions are one event.

    Attributes:
        trees: The trees, over the features of a pair.
        threshold: The probability from which two mentions are one event.
        memo: What is known of pairs already; it changes the time that a comparison takes, and nothing else.
    """

    trees: Trees
    threshold: float
    memo: PairMemo | None = None


@dataclass(frozen=True, slots=True)
class Similarity:
    """The verdict on two mentions: the probability that they are of one event, or why they cannot be."""

    score: float
    veto: Veto | None = None


@cache
def model() -> SimilarityModel:
    """The packaged model."""
    data = json.loads(files("timeline.coref").joinpath("models/similarity.json").read_text(encoding="utf-8"))
    return SimilarityModel(Trees.of(data), data["threshold"])


def similarity(one: EventMention, other: EventMention, fitted: SimilarityModel | None = None) -> Similarity:
    """How likely two mentions are to be of one event; symmetric.

    Args:
        one: A mention.
        other: Another one.
        fitted: The model; the packaged one where None.

    Returns:
        The probability; 0 with the veto where one applies.
    """
    fitted = fitted or model()
    if fitted.memo is None:
        return _compared(one, other, fitted)
    key = fitted.memo.key(one, other)
    if (known := fitted.memo.get(key)) is not None:
        return Similarity(known) if known >= 0 else Similarity(0.0, _VETOES[-1 - int(known)])
    found = _compared(one, other, fitted)
    fitted.memo.put(key, found.score if found.veto is None else -1.0 - _VETOES.index(found.veto))
    return found


def _compared(one: EventMention, other: EventMention, fitted: SimilarityModel) -> Similarity:
    if _same_words(one, other):
        return Similarity(_COPIED)
    agreed = dates_agree(one, other)
    if forbidden := veto(one, other, agreed):
        return Similarity(0.0, forbidden)
    return Similarity(probability(fitted.trees.log_odds(features(one, other, agreed))))


def _same_words(one: EventMention, other: EventMention) -> bool:
    """Whether two articles share the whole sentence, and no date belongs to it: boilerplate, or a copy.

    The same words as news of the day weeks later are a new event: the fourth day of next year's cup. So are they on
    another day of a series: the jersey of the next stage.
    """
    news = not (one.days.bounded and other.days.bounded)
    if news and abs(one.topic.published - other.topic.published) > _COPIED_WITHIN:
        return False
    return (
        one.topic.article.id != other.topic.article.id
        and len(one.event.quote) >= _LONG_ENOUGH
        and one.event.quote == other.event.quote
        and one.event.lemma == other.event.lemma
        and not (one.days.stated or other.days.stated)
        and not reports_of_two_days(one, other)
    )
