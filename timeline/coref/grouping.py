"""From articles to groups of mentions: the part of `merge` before entries are written."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.coref.clustering import clusters
from timeline.coref.copies import copies
from timeline.coref.meaning import Encode, encode
from timeline.coref.mentions import EventMention, mentions_of
from timeline.coref.names.canonical import Names
from timeline.coref.similarity import SimilarityModel
from timeline.coref.topic import TopicFilter, choose
from timeline.model import Annotated


def on_topic(annotated: Sequence[Annotated], about: TopicFilter | None, encode: Encode = encode) -> list[Annotated]:
    """The articles in the order of publication, each with the events that belong to the topic.

    Args:
        annotated: The articles, in any order.
        about: The topic; all events belong where it is None.
        encode: Returns a vector for each text.
    """
    in_order = sorted(annotated, key=lambda one: (one.article.published, one.article.id))
    return [one.annotated for one in choose(in_order, about, encode)]


def grouped(
    in_order: Sequence[Annotated], names: Names, encode: Encode = encode, fitted: SimilarityModel | None = None
) -> list[list[EventMention]]:
    """The mentions of all articles, one group for each event, in the order of their first mentions.

    Args:
        in_order: What each article says, in the order of publication.
        names: What a person ordered about the names of people and places.
        encode: Gives the vectors of texts.
        fitted: The similarity model; the packaged one unless given.
    """
    copied = copies([one.article for one in in_order])
    number = {identity: place for place, identity in enumerate(dict.fromkeys(copied.values()))}
    aliases = names.aliases()
    mentions = (
        mention for one in in_order for mention in mentions_of(one, number[copied[one.article.id]], aliases, encode)
    )
    return clusters(mentions, fitted)
