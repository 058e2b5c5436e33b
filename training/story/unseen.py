"""Annotates articles with an event model that was not trained on them; on its own training data it is too confident.

A selection fitted on such confidences would trust those of new articles too much.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from unittest import mock

from timeline.annotator import read_one
from timeline.evaluation.gold import GoldArticle
from timeline.events import extraction
from timeline.events.ranking.meaning import vectors
from timeline.events.ranking.model import Ranker, from_bytes, to_bytes
from timeline.model import Annotated, Article
from training.events import ranking
from training.events.examples import parsed_articles


def event_model(articles: Sequence[GoldArticle]) -> bytes:
    """The event model of some articles, as the bytes of a file."""
    examples = parsed_articles(articles)
    return to_bytes(ranking.fit(examples, range(len(examples))))


def reader(model: bytes) -> Callable[[Article], Annotated]:
    """A function that annotates articles with that event model."""
    events = from_bytes(model, vectors.load("fr"))

    def read(article: Article) -> Annotated:
        with _instead(events):
            return read_one(article)

    return read


@contextmanager
def _instead(model: Ranker) -> Iterator[None]:
    with mock.patch.object(extraction, "load_model", lambda language: model if language == "fr" else None):
        yield
