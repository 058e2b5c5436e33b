"""Pairs of mentions that are known to be of one event or of two, and the similarity model fitted on them.

They come from four sources. In stories, an editor marked the clusters. Some pairs of mentions of news articles were
judged one by one (`judged_pairs.tsv`): those that the product finds similar, most of which are not one event. In news
articles near in time on one subject, two marked events are taken for one if their summaries mean nearly the same and
their dates are compatible; they are taken for two if the summaries mean something else, the days differ, or both are of
one article. The tests have invented retellings and look-alikes.
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from timeline.coref.features.pair import AGAINST, FOR, NAMES, dates_agree, features, topic_similarity
from timeline.coref.features.vetoes import veto
from timeline.coref.meaning import cosine
from timeline.coref.mentions import EventMention
from timeline.coref.similarity import SimilarityModel
from timeline.coref.trees import Node, Trees
from timeline.evaluation.gold import GoldEvent
from timeline.evaluation.matching import is_exact, words
from timeline.model import Date
from training import logistic
from training.story.data import ReadArticle

SETTINGS: Mapping[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 8,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
ROUNDS = 150
NEAR = 60
"""Days within which two articles may be on one story."""
ALIKE, VERY_ALIKE, OTHER = 0.7, 0.8, 0.62
"""Cosines of two summaries: at least that of possibly one event, of one event; at most that of two."""
SEED = 3
OF_NEWS, OF_INVENTED, OF_WRITTEN = 1.0, 12.0, 0.1
"""The weight of a pair of each source. Written stories retell in more different words than the press does: with their
full weight more pairs of real stories are joined falsely."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions, whether they are of one event, and the weight of the pair."""

    one: EventMention
    other: EventMention
    same: bool
    count: float = 1.0


def of_story(articles: Sequence[ReadArticle], count: float = 1.0) -> list[Pair]:
    """All pairs of the mentions of a story that best report a marked event, each with the weight `count`."""
    marked = [
        (its.mentions[place], its.event(number).cluster) for its in articles for number, place in its.best.items()
    ]
    return [Pair(a, b, one == other, count) for (a, one), (b, other) in combinations(marked, 2)]


def of_news(articles: Sequence[ReadArticle]) -> list[Pair]:
    """Pairs of news articles on one subject, and of single articles."""
    chance = random.Random(SEED)
    found = [pair for one, other in _related(articles) for pair in _across(one, other, chance)]
    return found + [pair for its in articles for pair in _within(its, chance)]


def _related(articles: Sequence[ReadArticle]) -> Iterator[tuple[ReadArticle, ReadArticle]]:
    for place, one in enumerate(articles):
        for other in articles[place + 1 :]:
            if other.day - one.day > NEAR:
                break
            if one.mentions and other.mentions and _one_subject(one.mentions[0], other.mentions[0]):
                yield one, other


def _one_subject(one: EventMention, other: EventMention) -> bool:
    alike = cosine(one.topic.vector, other.topic.vector)
    return alike > 0.35 and (alike > 0.6 or topic_similarity(one.topic, other.topic) > 0.2)


def _across(one: ReadArticle, other: ReadArticle, chance: random.Random) -> Iterator[Pair]:
    meanings = one.summaries @ other.summaries.T
    for a, place in one.best.items():
        for b, its in other.best.items():
            same = _silver(one.event(a), other.event(b), float(meanings[a, b]), chance)
            if same is not None:
                yield Pair(one.mentions[place], other.mentions[its], same, OF_NEWS)


def _silver(one: GoldEvent, other: GoldEvent, alike: float, chance: random.Random) -> bool | None:
    """Whether two marked events are one; None where it is not known, or enough pairs of two events are collected."""
    if alike < 0.55:
        return False if alike > 0.25 and chance.random() < 0.06 else None
    names = len(_names(one) & _names(other))
    together = _may_meet(one.dates, other.dates)
    if not together:
        return False if alike < 0.9 else None
    if alike >= VERY_ALIKE and names and len(words(one.summary) & words(other.summary)) >= 2:
        return True
    if alike >= ALIKE and names > 1 and any(is_exact(date, other.dates) for date in one.dates):
        return True
    return False if alike < OTHER else None


def _names(event: GoldEvent) -> frozenset[str]:
    return frozenset().union(*(words(name) for name in (*event.people, *event.places)))


def _may_meet(one: Sequence[Date], other: Sequence[Date]) -> bool:
    """Whether some dates of the two share a moment."""
    return not one or not other or any(_meet(a, b) for a in one for b in other)


def _meet(one: Date, other: Date) -> bool:
    before = one.end is not None and other.begin is not None and one.end <= other.begin
    after = other.end is not None and one.begin is not None and other.end <= one.begin
    return not before and not after


def _within(its: ReadArticle, chance: random.Random) -> Iterator[Pair]:
    for one, other in combinations(its.best.values(), 2):
        if chance.random() < 0.04:
            yield Pair(its.mentions[one], its.mentions[other], same=False, count=OF_NEWS / 2)


def of_judged(articles: Sequence[ReadArticle]) -> list[Pair]:
    """The judged pairs of mentions; a mention is identified by its article and the first code point of its trigger.

    Args:
        articles: The articles; pairs of other articles, and of triggers that are no longer mentions, are not used.
    """
    known = {(its.gold.article.id, one.event.trigger.start): one for its in articles for one in its.mentions}
    with Path(__file__).with_name("judged_pairs.tsv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file, delimiter="\t")
    ends = [((a, int(at)), (b, int(there)), event == "same") for a, at, b, there, event in rows]
    return [Pair(known[one], known[other], same) for one, other, same in ends if one in known and other in known]


def of_invented(rows: Sequence[tuple[str, EventMention]]) -> list[Pair]:
    """Pairs of invented mentions: rewrites of one event, and its look-alikes."""
    families: Mapping[str, list[tuple[str, EventMention]]] = defaultdict(list)
    for label, mention in rows:
        families[label[:3]].append((label, mention))
    return [
        Pair(a, b, one == other, OF_INVENTED)
        for family in families.values()
        for (one, a), (other, b) in combinations(family, 2)
    ]


def table(pairs: Sequence[Pair]) -> tuple[logistic.Floats, logistic.Floats, logistic.Floats]:
    """The features of the pairs that no veto decides, whether each is of one event, and its weight."""
    rows, same, counts = [], [], []
    for pair in pairs:
        agreed = dates_agree(pair.one, pair.other)
        if veto(pair.one, pair.other, agreed) is None:
            found = features(pair.one, pair.other, agreed)
            rows.append([found.get(name, 0.0) for name in NAMES])
            same.append(float(pair.same))
            counts.append(pair.count)
    return np.array(rows), np.array(same), np.array(counts)


def fit(
    tables: Sequence[tuple[logistic.Floats, logistic.Floats, logistic.Floats]], threshold: float, seed: int = 1
) -> SimilarityModel:
    """The similarity model of some tables: boosted trees with the monotonic signs of `FOR` and `AGAINST`.

    `seed` draws the pairs and features that each tree is fitted on.
    """
    rows, same, counts = (np.concatenate(column) for column in zip(*tables, strict=True))
    signs = [(name in FOR) - (name in AGAINST) for name in NAMES]
    data = lightgbm.Dataset(rows, label=same, weight=counts)
    fitted = lightgbm.train({**SETTINGS, "seed": seed, "monotone_constraints": signs}, data, ROUNDS)
    return SimilarityModel(Trees(tuple(NAMES), tuple(map(_tree, fitted.dump_model()["tree_info"]))), threshold)


def _tree(found: Mapping[str, Any]) -> tuple[Node, ...]:
    """A tree of LightGBM; its numbers are rounded as they are in the file."""
    nodes: list[Node] = []

    def add(node: Mapping[str, Any]) -> int:
        place = len(nodes)
        nodes.append(Node(-1, 0.0, -1, -1, round(node.get("leaf_value", 0.0), 5)))
        if "split_feature" in node:
            left, right = add(node["left_child"]), add(node["right_child"])
            nodes[place] = Node(node["split_feature"], round(node["threshold"], 5), left, right, 0.0)
        return place

    add(found["tree_structure"])
    return tuple(nodes)
