"""Fits the two models of the selection: the events that an editor keeps of an article, and those of a whole story."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.coref.entry.build import entry
from timeline.coref.meaning import DIMENSIONS
from timeline.coref.mentions import EventMention
from timeline.coref.names.canonical import Names, canon
from timeline.coref.selection.features import EVENT_SIGNS, OF_EVENT, OF_MENTION, of_event, of_mentions
from timeline.coref.selection.model import SelectionModel, chances, in_articles, publication_days
from timeline.coref.selection.repeats import OF_PAIR, heads, of_pair
from timeline.coref.similarity import SimilarityModel as Similarity
from timeline.evaluation.matching import is_exact
from timeline.evaluation.stories import GoldStory, main_cluster, source_clusters
from timeline.model import Entry
from training import logistic
from training.story.data import ReadArticle

PENALTY, PENALTY_OF_EVENTS, PENALTY_OF_PAIRS = 30.0, 3.0, 3.0
COMPONENTS = 64
"""The number of components of meaning that are used; more would overfit."""
RIGHT_BUT_UNWANTED = 0.3
"""The weight of a right event that another entry reports better."""
OF_WRITTEN = 0.3
"""The weight of a mention of a written story: its headlines name the main event less often than those of the press."""
SURE = frozenset({"weight", "weight over a half", "confidence", "like the title"})
"""Features whose weight must not be negative for a mention."""
PAIR_SIGNS = (1, 1, 1, 0, 1, 1, -1, 1, 0, -1)
ANOTHER_SOURCE = 0.25
"""The least weight of the logarithm of the number of independent sources. A fit gives too little, because few events
have several sources and these are often background; an editor prefers what two papers report."""
REPEAT = 0.15
"""The probability from which an event repeats another."""
LIKELY = 0.06
"""The lowest chance of being published at which an event teaches what repeats are; unlikely ones are too many."""


Rows = tuple[NDArray[Any], NDArray[Any], NDArray[Any]]
"""The features of mentions, their meanings, and whether an editor keeps each with its date."""


def rows_of(articles: Sequence[ReadArticle]) -> Rows:
    """The training rows of the mention model."""
    rows, meanings, kept = [], [], []
    for its in articles:
        best = {place: its.event(number) for number, place in its.best.items()}
        for place, numbers in enumerate(of_mentions(its.mentions)):
            rows.append(numbers)
            meanings.append(its.mentions[place].vector)
            marked, date = best.get(place), its.mentions[place].event.date
            kept.append(float(marked is not None and marked.salience >= 2 and is_exact(date, marked.dates)))
    return (
        np.array(rows).reshape(-1, len(OF_MENTION)),
        np.array(meanings).reshape(-1, DIMENSIONS),
        np.array(kept),
    )


def of_mention_rows(tables: Sequence[Rows], written: Sequence[Rows] = ()) -> SelectionModel:
    """The mention model: the probability that an editor keeps a mention of an article, with its date.

    Args:
        tables: The rows of real articles.
        written: The rows of written stories; they count less (`OF_WRITTEN`).

    Returns:
        The model, with plain weights of events and of pairs of them.
    """
    rows, meanings, kept = (np.concatenate(column) for column in zip(*tables, *written, strict=True))
    real = sum(len(each) for _, _, each in tables)
    counts = np.where(np.arange(len(kept)) < real, 1.0, OF_WRITTEN)
    directions = _directions(meanings)
    scale = 8.0  # brings the components to the spread of the other features
    columns = np.c_[rows, meanings @ directions.T * scale]
    signs = [int(name in SURE) for name in OF_MENTION] + [0] * len(directions)
    weights = logistic.fit(columns, kept, counts, PENALTY, signs)
    count = len(OF_MENTION)
    meaning = (weights[1 + count :] @ directions * scale).astype(np.float16).astype(np.float32)
    plain = dict.fromkeys(("", *OF_EVENT), 0.0) | {OF_EVENT[0]: 1.0}
    never = dict.fromkeys(OF_PAIR, 0.0) | {"": -1.0}
    return SelectionModel(logistic.named(weights[: 1 + count], OF_MENTION), plain, never, meaning, {})


def _directions(meanings: np.ndarray) -> np.ndarray:
    _, _, directions = np.linalg.svd(meanings - meanings.mean(axis=0), full_matrices=False)
    return directions[:COMPONENTS]


@dataclass(frozen=True)
class Grouped:
    """A story with the events that the product makes of it, and the entry of each.

    `clusters` are the gold events of the entries ("" where none is marked). `wanted` are those that report an entry of
    the chronology best, with its date. `counts` is the weight of each in training. `mention` and `similar` are models
    that were not trained on the story.
    """

    story: GoldStory
    mention: SelectionModel
    similar: Similarity
    groups: Sequence[Sequence[EventMention]]
    entries: Sequence[Entry]
    clusters: Sequence[str]
    wanted: Sequence[bool]
    counts: Sequence[float]


def grouped_story(
    story: GoldStory,
    articles: Sequence[ReadArticle],
    groups: Sequence[Sequence[EventMention]],
    model: SelectionModel,
    similar: Similarity,
) -> Grouped:
    """The entries of all events of a story, and which of them reports each entry of the chronology best.

    Args:
        story: The story.
        articles: The product's annotations of its articles.
        groups: The mentions of each event.
        model: The mention model.
        similar: The similarity by which the events were grouped.

    Returns:
        The story with the entry of each event.
    """
    names = canon([its.annotated for its in articles], Names())
    entries = [entry(str(place), group, names, "fr", 0.0) for place, group in enumerate(groups)]
    standing = in_articles([one for group in groups for one in group], model)
    chronology = {one.cluster: one for one in story.chronology}
    clusters = [main_cluster(source_clusters(story, made), chronology) for made in entries]
    right = [
        cluster in chronology and is_exact(made.interval, chronology[cluster].dates)
        for made, cluster in zip(entries, clusters, strict=True)
    ]
    likely = [max(standing[id(one)].odds for one in group) for group in groups]
    best: dict[str, int] = {}
    for place in sorted(filter(right.__getitem__, range(len(groups))), key=lambda place: likely[place]):
        best[clusters[place]] = place
    wanted = [best.get(cluster) == place for place, cluster in enumerate(clusters)]
    counts = [RIGHT_BUT_UNWANTED if its and not wanted_ else 1.0 for its, wanted_ in zip(right, wanted, strict=True)]
    return Grouped(story, model, similar, groups, entries, clusters, wanted, counts)


@dataclass(frozen=True)
class Examples:
    """The training data of a story: events, and pairs of the likely ones.

    `events` has a row for each event, `wanted` whether an editor publishes it, `counts` its weight; `pairs` has a row
    for each pair, `same` whether the two are one event.
    """

    events: logistic.Floats
    wanted: logistic.Floats
    counts: logistic.Floats
    pairs: logistic.Floats
    same: logistic.Floats


def examples(its: Grouped) -> Examples:
    """The training data of a story, with features by models that were not trained on it."""
    standing = in_articles([one for group in its.groups for one in group], its.mention)
    days = publication_days(its.groups)
    events = [of_event(group, [standing[id(one)] for one in group], days) for group in its.groups]
    first = list(heads(its.groups))
    likely = chances(its.groups, its.mention)
    compared = [place for place in range(len(first)) if likely[place] >= LIKELY]
    numbers = list(combinations(compared, 2))
    pairs = [of_pair(first[one], first[other], its.similar) for one, other in numbers]
    same = [bool(its.clusters[one]) and its.clusters[one] == its.clusters[other] for one, other in numbers]
    return Examples(
        np.array(events).reshape(-1, len(OF_EVENT)),
        np.array(its.wanted, float),
        np.array(its.counts),
        np.array(pairs).reshape(-1, len(OF_PAIR)),
        np.array(same, float),
    )


def of_stories(model: SelectionModel, stories: Sequence[Examples]) -> SelectionModel:
    """The event model: which of a story's events an editor would publish, and which repeat another one.

    Args:
        model: The mention model.
        stories: The training data of the stories.

    Returns:
        The model with its weights of events and of pairs of them.
    """
    rows = np.concatenate([its.events for its in stories])
    wanted = np.concatenate([its.wanted for its in stories])
    counts = np.concatenate([its.counts for its in stories])
    of_events = logistic.fit(rows, wanted, counts, PENALTY_OF_EVENTS, EVENT_SIGNS)
    of_events[1 + OF_EVENT.index("sources (log)")] = max(ANOTHER_SOURCE, of_events[1 + OF_EVENT.index("sources (log)")])
    pairs, same = np.concatenate([its.pairs for its in stories]), np.concatenate([its.same for its in stories])
    of_pairs = logistic.fit(pairs, same, np.ones(len(same)), PENALTY_OF_PAIRS, PAIR_SIGNS)
    of_pairs[0] -= math.log(REPEAT / (1 - REPEAT))
    return replace(model, of_event=logistic.named(of_events, OF_EVENT), of_pair=logistic.named(of_pairs, OF_PAIR))


def as_data(model: SelectionModel) -> Mapping[str, object]:
    """The model as the package stores it."""
    import base64

    assert model.meaning.shape == (DIMENSIONS,)
    meaning = base64.b64encode(model.meaning.astype("<f2").tobytes()).decode()
    return {
        "of_mention": dict(model.of_mention),
        "of_event": dict(model.of_event),
        "of_pair": dict(model.of_pair),
        "least": dict(model.least),
        "meaning": meaning,
    }
