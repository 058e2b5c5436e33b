"""From articles to groups of tellings: the part of `merge` before entries are written."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.coref.clustering import clusters
from timeline.coref.copies import copies
from timeline.coref.mentions import Telling, story, tellings
from timeline.coref.names.canonical import Names
from timeline.coref.topic import About, chosen
from timeline.model import Annotated


def on_topic(annotated: Sequence[Annotated], about: About | None) -> list[Annotated]:
    """The articles in the order of publication, each with the events that the topic asks for."""
    in_order = sorted(annotated, key=lambda one: (one.article.published, one.article.id))
    return [chosen(one, about) for one in in_order]


def grouped(in_order: Sequence[Annotated], names: Names) -> list[list[Telling]]:
    """The tellings of all articles, one group for each event, in the order of what first told them surely."""
    copied = copies([one.article for one in in_order])
    number = {identity: place for place, identity in enumerate(dict.fromkeys(copied.values()))}
    aliases = names.aliases()
    return clusters(
        telling
        for one in in_order
        for telling in tellings(one, story(one.article, number[copied[one.article.id]]), aliases)
    )
