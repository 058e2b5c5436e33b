"""Annotated articles as the product reads them, and the marked event of each mention."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from timeline.coref.copies import copies
from timeline.coref.meaning import Encode, encode
from timeline.coref.mentions import EventMention, mentions_of
from timeline.evaluation.chrf import chrf
from timeline.evaluation.gold import GoldArticle, GoldEvent, read
from timeline.evaluation.stories import GoldStory, read_stories
from timeline.model import Annotated, Article

Annotate = Callable[[Article], Annotated]
_LIKE = 0.2  # chrF of two titles of which one may stand for the other


@dataclass(frozen=True)
class ReadArticle:
    """One article: the marked events, the product's annotation, its mentions, and the meaning of the marked summaries.

    `found` maps the index of a mention to the index of the marked event that it reports best; `best` is the reverse,
    for events that a mention reports well enough to learn from.
    """

    gold: GoldArticle
    annotated: Annotated
    mentions: tuple[EventMention, ...]
    summaries: NDArray[np.float32]
    best: dict[int, int]

    @property
    def day(self) -> int:
        """The day of publication, as a number."""
        return self.gold.article.published.toordinal()

    def event(self, place: int) -> GoldEvent:
        """A marked event."""
        return self.gold.events[place]


def read_articles(articles: Sequence[GoldArticle], annotate: Annotate, encode: Encode = encode) -> list[ReadArticle]:
    """The annotations of articles, in the order of publication."""
    in_order = sorted(articles, key=lambda gold: (gold.article.published, gold.article.id))
    copied = copies([gold.article for gold in in_order])
    number = {identity: place for place, identity in enumerate(dict.fromkeys(copied.values()))}
    return [_read_article(gold, annotate(gold.article), number[copied[gold.article.id]], encode) for gold in in_order]


def _read_article(gold: GoldArticle, annotated: Annotated, copy: int, encode: Encode) -> ReadArticle:
    mentions = tuple(mentions_of(annotated, copy, {}, encode))
    summaries = encode([event.summary for event in gold.events])
    return ReadArticle(gold, annotated, mentions, summaries, _best(gold.events, mentions))


def _best(events: Sequence[GoldEvent], mentions: Sequence[EventMention]) -> dict[int, int]:
    """The mention that reports each marked event: by its trigger, otherwise by the best title in its sentence."""
    nearest: dict[int, tuple[tuple[bool, float, float], int]] = {}
    for place, mention in enumerate(mentions):
        offers = [
            ((event.trigger.overlaps(mention.event.trigger), chrf(mention.event.title, event.summary)), number)
            for number, event in enumerate(events)
            if event.sentence.overlaps(mention.event.span)
        ]
        if not offers:
            continue
        (shared, like), number = max(offers)
        rank = (shared, like, mention.event.weight)
        if number not in nearest or rank > nearest[number][0]:
            nearest[number] = (rank, place)
    return {number: place for number, (rank, place) in nearest.items() if rank[0] or rank[1] > _LIKE}


def news(folder: Path, without: Iterable[str] = ()) -> list[GoldArticle]:
    """The articles of a folder for training: those of `train` where there are splits, except `without`."""
    splits, aside = folder / "splits.json", set(without)
    kept = set(json.loads(splits.read_text(encoding="utf-8"))["train"]) if splits.exists() else None
    return [gold for gold in read(folder) if gold.article.id not in aside and (kept is None or gold.article.id in kept)]


def stories(folder: Path) -> tuple[GoldStory, ...]:
    """The stories of a folder."""
    return read_stories(folder)
