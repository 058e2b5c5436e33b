"""The articles of a topic, and their mentions grouped by event without any entry, to measure and to learn."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.coref.copies import copies
from timeline.coref.meaning import Encode, encode
from timeline.coref.mentions import EventMention, mentions_of
from timeline.coref.merging.placing import clusters
from timeline.coref.names.canonical import Names
from timeline.coref.topic import TopicFilter, choose
from timeline.model import Annotated


def on_topic(annotated: Sequence[Annotated], about: TopicFilter | None, encode: Encode = encode) -> list[Annotated]:
    """The articles with the events that belong to a topic.

    Args:
        annotated: The articles, in any order.
        about: The topic; all events belong where it is None.
        encode: Returns a vector for each text.

    Returns:
        The articles, in the order of publication.
    """
    in_order = sorted(annotated, key=lambda one: (one.article.published, one.article.id))
    return [one.annotated for one in choose(in_order, about, encode)]


def grouped(in_order: Sequence[Annotated], names: Names) -> list[list[EventMention]]:
    """The mentions of all articles, grouped by event.

    Args:
        in_order: The annotations of the articles, in the order of publication.
        names: A person's orders about the names of people and places.

    Returns:
        One list of mentions for each event, in the order of their first mentions.
    """
    copied = copies([one.article for one in in_order])
    number = {identity: place for place, identity in enumerate(dict.fromkeys(copied.values()))}
    aliases = names.aliases()
    mentions = (
        mention for one in in_order for mention in mentions_of(one, number[copied[one.article.id]], aliases, encode)
    )
    return clusters(mentions)
