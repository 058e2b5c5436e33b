"""The topic of a timeline: which events of the articles belong to it, which are left out, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from timeline.coref.features.vocabulary import stems
from timeline.coref.meaning import Encode, Vector, cosine, encode, texts_of, vectors_of
from timeline.coref.names.same_name import alike, tokens
from timeline.model import Annotated, Date, Event, Name

LIKE_TITLE = 0.42
"""The least similarity of meaning between a word of the topic and the title of an article about it."""
LIKE_EVENT = 0.5
"""The least similarity of meaning between a word of the topic and an event about it."""


@dataclass(frozen=True, slots=True)
class TopicFilter:
    """The topic of a timeline (`about:` in its head).

    An event belongs where its date overlaps `period` (where given) and its text has one of the words, people or places
    (where any are given). An entry of several words ("réforme des retraites") requires all of them. Words are searched
    in the event's sentence and title and in the title of its article; inflection, case and accents do not matter. An
    event whose meaning is close to one of `words` belongs too, in any language that the encoder knows.
    """

    words: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    period: Date | None = None

    def names(self, event: Event, article_title: str, language: str) -> bool:
        """Whether an event's text has one of the topic's words, people or places, regardless of its date.

        Args:
            event: The event.
            article_title: The title of its article, whose words count as the event's.
            language: The code of the article's language.
        """
        if not (self.words or self.people or self.places):
            return True
        stems_of_event = _stems(language, f"{event.quote} {event.title} {article_title}")
        return (
            any(_stems(language, phrase) <= stems_of_event for phrase in self.words)
            or _named(event.people, self.people)
            or _named(event.places, self.places)
        )


class OffTopic(StrEnum):
    """Why an event is left out; the interface has a text for each (`about.<reason>`)."""

    PERIOD = "period"
    SUBJECT = "subject"
    NAMES = "names"  # the topic has no words, so that nothing can be near to it in meaning


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An event outside the topic, and why. `nearness` is its similarity in meaning to the topic, 0 to 1."""

    event: Event
    reason: OffTopic
    nearness: float = 0.0


@dataclass(frozen=True, slots=True)
class Chosen:
    """An article with the events that belong to the topic, and those that are left out."""

    annotated: Annotated
    left_out: tuple[LeftOut, ...] = ()


def choose(annotated: Sequence[Annotated], about: TopicFilter | None, encode: Encode = encode) -> list[Chosen]:
    """The events of each article that belong to the topic.

    Args:
        annotated: The articles with their events.
        about: The topic; all events belong where it is None.
        encode: Returns a vector for each text.

    Returns:
        One value for each article, in order, with the events left out and why.
    """
    if about is None:
        return [Chosen(one) for one in annotated]
    phrases = list(encode(list(about.words)))
    return [_chosen(one, about, phrases, encode) for one in annotated]


def _chosen(one: Annotated, about: TopicFilter, phrases: Sequence[Vector], encode: Encode) -> Chosen:
    left = {id(lost.event): lost for lost in _left_out(one, about, phrases, encode)}
    events, others = (tuple(event for event in its if id(event) not in left) for its in (one.events, one.other_events))
    return Chosen(replace(one, events=events, other_events=others), tuple(left.values()))


def _left_out(one: Annotated, about: TopicFilter, phrases: Sequence[Vector], encode: Encode) -> Iterator[LeftOut]:
    article, unnamed = one.article, []
    for event in (*one.events, *one.other_events):
        if not touches(event.date, about.period):
            yield LeftOut(event, OffTopic.PERIOD)
        elif not about.names(event, article.title, article.language):
            unnamed.append(event)
    if not phrases:
        yield from (LeftOut(event, OffTopic.NAMES) for event in unnamed)
    if not phrases or not unnamed:
        return
    title, vectors = vectors_of(encode(texts_of(article.title, unnamed)), len(unnamed))
    of_title = max(cosine(phrase, title.vector) for phrase in phrases) if article.title else 0.0
    for event, its in zip(unnamed, vectors, strict=True):
        nearness = max(cosine(phrase, its.vector) for phrase in phrases)
        if of_title < LIKE_TITLE and nearness < LIKE_EVENT:
            yield LeftOut(event, OffTopic.SUBJECT, round(max(nearness, of_title, 0.0), 2))


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


def touches(date: Date | None, period: Date | None) -> bool:
    """Whether a date has a moment in a period.

    Args:
        date: The date of an event or of an entry; without one it is in no period.
        period: The period; everything touches None.

    Returns:
        True where they share a moment; open ends reach without end.
    """
    if period is None:
        return True
    if date is None:
        return False
    starts_in_time = date.begin is None or period.end is None or date.begin < period.end
    ends_in_time = date.end is None or period.begin is None or date.end > period.begin
    return starts_in_time and ends_in_time


def _stems(language: str, text: str) -> set[str]:
    return set(stems(language, text))


def _named(names: tuple[Name, ...], wanted: tuple[str, ...]) -> bool:
    return any(alike(tokens(name.canonical), tokens(want)) for name in names for want in wanted)
