"""Chronologies of news articles on one subject: which marked events an editor would publish, and which are one.

`chronologies.json` holds only ids and dates, for articles of the folder `news`: for each story its articles, the
entries of its chronology (`d`: dates, the best first; `k`: salience; `e`: the marked events that report it, each an
article's id and the event's), and the events of several articles that are left out of the chronology.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from timeline.evaluation.gold import GoldArticle
from timeline.evaluation.stories import ChronologyEntry, GoldStory

PATH = Path(__file__).with_name("chronologies.json")


def of_news(articles: Sequence[GoldArticle], path: Path = PATH) -> list[GoldStory]:
    """The stories of news articles.

    Args:
        articles: The annotated articles.
        path: The file of the chronologies.

    Returns:
        The stories of which all articles are given, in the order of the file.
    """
    by_id = {gold.article.id: gold for gold in articles}
    stories = json.loads(path.read_text(encoding="utf-8"))
    return [_story(name, story, by_id) for name, story in stories.items() if by_id.keys() >= set(story["articles"])]


def _story(name: str, story: Mapping[str, Any], articles: Mapping[str, GoldArticle]) -> GoldStory:
    clusters = dict(_clusters(story))
    marked = tuple(_marked(articles[identity], clusters) for identity in story["articles"])
    titles = {f"{gold.article.id} {event.id}": event.summary for gold in marked for event in gold.events}
    entries = ((one["e"][0], one["d"], one["k"]) for one in story["chronology"])
    chronology = (
        ChronologyEntry.of(first, dates, salience, titles.get(first, "")) for first, dates, salience in entries
    )
    return GoldStory(name, marked, tuple(chronology))


def _clusters(story: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each event with the first event of its cluster."""
    for events in (*(one["e"] for one in story["chronology"]), *story["left out"]):
        for event in events:
            yield event, events[0]


def _marked(gold: GoldArticle, clusters: Mapping[str, str]) -> GoldArticle:
    """The article with the cluster of each event; an event that no other article reports is its own cluster."""
    names = [f"{gold.article.id} {event.id}" for event in gold.events]
    events = [replace(event, cluster=clusters.get(name, name)) for event, name in zip(gold.events, names, strict=True)]
    return replace(gold, events=tuple(events))
