"""Which events an editor keeps of an article, and which of a whole story: the two models of the selection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from timeline.coref.entry.build import entry
from timeline.coref.meaning import DIMENSIONS
from timeline.coref.mentions import Telling
from timeline.coref.names.canonical import Names, canon
from timeline.coref.selection.features import OF_EVENT, OF_MENTION, of_event, of_mentions
from timeline.coref.selection.model import Model, mention_odds
from timeline.evaluation.matching import is_exact
from timeline.evaluation.stories import GoldStory, clusters_told, main_cluster
from timeline.model import Entry
from training import logistic
from training.story.data import Told

PENALTY, PENALTY_OF_MEANING, PENALTY_OF_EVENTS = 30.0, 30.0, 3.0
COMPONENTS = 64
"""How many directions of meaning are learnt from: more than these fit the articles at hand."""
EVENT_SIGNS = (1, 1, 1, 1, 1, -1, -1)
"""More sources and a better place never count against an event."""


def of_articles(articles: Sequence[Told]) -> Model:
    """The model of a mention: would an editor keep it, of what its article tells?"""
    rows, meanings, kept = [], [], []
    for its in articles:
        best = {place: its.event(number).salience for number, place in its.best.items()}
        for place, numbers in enumerate(of_mentions(its.mentions)):
            rows.append(numbers)
            meanings.append(its.mentions[place].vector)
            kept.append(float(best.get(place, 0) >= 2))
    directions = _directions(np.array(meanings))
    scale = 8.0  # brings the components to the spread of the other features
    columns = np.c_[np.array(rows), np.array(meanings) @ directions.T * scale]
    weights = logistic.fit(columns, np.array(kept), np.ones(len(kept)), PENALTY)
    count = len(OF_MENTION)
    meaning = (weights[1 + count :] @ directions * scale).astype(np.float16).astype(np.float32)
    plain = dict.fromkeys(("", *OF_EVENT), 0.0) | {OF_EVENT[0]: 1.0}
    return Model(logistic.named(weights[: 1 + count], OF_MENTION), plain, meaning, {})


def _directions(meanings: np.ndarray) -> np.ndarray:
    _, _, directions = np.linalg.svd(meanings - meanings.mean(axis=0), full_matrices=False)
    return directions[:COMPONENTS]


@dataclass(frozen=True)
class Grouped:
    """A story with the events that the product makes of it, the entry of each, and which the chronology has."""

    story: GoldStory
    groups: Sequence[Sequence[Telling]]
    entries: Sequence[Entry]
    wanted: Sequence[bool]


def grouped_story(
    story: GoldStory, articles: Sequence[Told], groups: Sequence[Sequence[Telling]], model: Model
) -> Grouped:
    """The entries of all events of a story, and which of them tells an entry of the chronology best."""
    names = canon([its.annotated for its in articles], Names())
    entries = [entry(str(place), group, names, "fr", 0.0) for place, group in enumerate(groups)]
    odds, _ = mention_odds([one for group in groups for one in group], model)
    chronology = {one.cluster: one for one in story.chronology}
    best: dict[str, tuple[float, int]] = {}
    for place, (group, made) in enumerate(zip(groups, entries, strict=True)):
        sources = clusters_told(story, made)
        cluster = main_cluster(sources, chronology)
        if cluster in chronology:
            exact = is_exact(made.interval, chronology[cluster].dates)
            rank = max(odds[id(one)] for one in group) + exact + sum(its == cluster for _, its in sources)
            best[cluster] = max(best.get(cluster, (-99.0, -1)), (rank, place))
    told = {place for _, place in best.values()}
    return Grouped(story, groups, entries, [place in told for place in range(len(groups))])


def of_stories(model: Model, stories: Sequence[Grouped]) -> Model:
    """The model of an event: would an editor publish it, of what the story's articles tell?"""
    rows, wanted = [], []
    for its in stories:
        odds, ranks = mention_odds([one for group in its.groups for one in group], model)
        for group, right in zip(its.groups, its.wanted, strict=True):
            rows.append(of_event(group, [odds[id(one)] for one in group], [ranks[id(one)] for one in group]))
            wanted.append(float(right))
    weights = logistic.fit(np.array(rows), np.array(wanted), np.ones(len(rows)), PENALTY_OF_EVENTS, EVENT_SIGNS)
    return replace(model, of_event=logistic.named(weights, OF_EVENT))


def as_data(model: Model) -> Mapping[str, object]:
    """The model as the package keeps it."""
    import base64

    assert model.meaning.shape == (DIMENSIONS,)
    meaning = base64.b64encode(model.meaning.astype("<f2").tobytes()).decode()
    return {
        "of_mention": dict(model.of_mention),
        "of_event": dict(model.of_event),
        "least": dict(model.least),
        "meaning": meaning,
    }
