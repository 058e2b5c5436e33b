"""An event as one article tells it, made ready to be compared: days, meaning, names, numbers, words, and the story."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from timeline.coref.features.clause_words import Clause, clause, norm
from timeline.coref.features.days import Days, days
from timeline.coref.features.measures import measures
from timeline.coref.features.series_ordinals import another, series_ordinals
from timeline.coref.features.triggers import Meaning, meaning, objects
from timeline.coref.features.vocabulary import rarities, stem, stems
from timeline.coref.meaning import DIMENSIONS, Encode, Vector, encode, texts_of, vectors_of
from timeline.coref.names.same_name import Tokens, family_name, name_words, tokens
from timeline.languages.folding import fold
from timeline.languages.related_lists import related_lists
from timeline.model import Annotated, Article, Event, Granularity, Name, Span

_HEAD = 2000  # characters of an article's body that tell its story
_TITLE_COUNTS = 3
_LEAST_WEIGHT = 0.05  # of a candidate; what is less likely an event tells nothing
_CAPITAL = re.compile(r"(?<=[\s'’-])[A-ZÀ-ÖØ-Þ][^\W\d_]+")
_STORY_WORDS = 40
_OFTEN = (0.0, *(1 + math.log(count) for count in range(1, _HEAD + _TITLE_COUNTS + 1)))
"""How much a word counts that stands so often in an article's first lines."""

_BY_THE_CLOCK = frozenset({Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND})


def _no_vector() -> Vector:
    return np.zeros(DIMENSIONS, np.float32)


@dataclass(frozen=True)
class TopicVector:
    """What an article is about; `copy` numbers the text it is a copy of. What few comparisons ask for is read then."""

    article: Article
    published: int
    copy: int
    vector: Vector = field(default_factory=_no_vector, compare=False)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """The weights of the words of its title and first lines, heaviest first."""
        counts = Counter(stems(self.article.language, self.article.text[:_HEAD]))
        for word in self.headline:
            counts[word] = counts.get(word, 0) + _TITLE_COUNTS
        rarity = rarities(self.article.language)
        told = sorted([(rarity[word] * _OFTEN[count], word) for word, count in counts.items()], reverse=True)
        return {word: weight for weight, word in told[:_STORY_WORDS]}

    @cached_property
    def headline(self) -> frozenset[str]:
        """The stems of its title."""
        return frozenset(stems(self.article.language, self.article.title))

    @cached_property
    def norm(self) -> float:
        """The length of these weights as a vector."""
        return norm(self.weights)


@dataclass(frozen=True)
class EventMention:
    """One event in one article, ready to be compared. What few comparisons ask for is read when one does.

    `families` are those of the trigger, and of the object of a light verb. `objects` are the stems beside a trigger
    that speaks of an event which another word names: « mène une grève », « le concert est reporté ».
    """

    event: Event
    topic: TopicVector
    days: Days
    postponed: Days | None
    meaning: Meaning
    families: frozenset[str]
    stem: str
    objects: frozenset[str]
    people: tuple[Tokens, ...]
    organisations: tuple[Tokens, ...]
    places: tuple[Tokens, ...]
    weights: Mapping[str, float]
    numbers: frozenset[str]
    vector: Vector = field(default_factory=_no_vector, compare=False)

    @cached_property
    def norm(self) -> float:
        """The length of `weights` as a vector."""
        return norm(self.weights)

    @cached_property
    def protagonists(self) -> tuple[Tokens, ...]:
        """The people whom the title names."""
        in_title = name_words(self.event.title) if self.people else ()
        return tuple(name for name in self.people if family_name(name) in in_title)

    @cached_property
    def title_stems(self) -> frozenset[str]:
        """The stems of the event's title."""
        return frozenset(stems(self.topic.article.language, self.event.title))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """What the title names beside the places: also people not known as such (« la Thaïlandaise »)."""
        places = frozenset(part for name in self.event.places for part in tokens(name.canonical))
        return frozenset(fold(word) for word in _CAPITAL.findall(self.event.title)) - places

    @cached_property
    def sentence(self) -> str:
        """The sentence without case, accents and runs of spaces, to tell whether two say the same."""
        return " ".join(fold(self.event.quote).split())

    @property
    def moment(self) -> int | None:
        """When it began, in seconds, where the text gives the time of day by the clock."""
        date = self.event.date
        return date.begin if date and date.granularity in _BY_THE_CLOCK else None

    @cached_property
    def trigger_stems(self) -> frozenset[str]:
        """The stems of the trigger: of its lemma, and as it stands (« survenu »)."""
        its = _within(self.event, self.event.trigger)
        return frozenset({self.stem, *stems(self.topic.article.language, self.event.quote[its.start : its.end])})

    @cached_property
    def another(self) -> bool:
        """Whether the sentence speaks of another one of its kind: « une autre », « à nouveau »."""
        return another(self.topic.article.language, self.sentence)

    @cached_property
    def measures(self) -> Mapping[str, frozenset[float]]:
        """What the sentence measures, by unit."""
        return measures(self.topic.article.language, self.sentence)

    @cached_property
    def series_ordinals(self) -> Mapping[str, frozenset[str]]:
        """The members of series that the sentence names."""
        article = self.topic.article
        return series_ordinals(article.language, self.sentence, article.published.isoformat())

    @property
    def key(self) -> tuple[object, ...]:
        """The order of reading: of publication, then of the text; the same for every order of articles."""
        article, event = self.topic.article, self.event
        return (article.published, article.id, event.span.start, event.trigger.start, event.trigger.end, event.id)


def mentions_of(
    annotated: Annotated, copy: int, aliases: Mapping[str, Tokens], encode: Encode = encode
) -> list[EventMention]:
    """The events of one article, ready to be compared, likely or not: the least likely are left out.

    So is what a list of other articles announces ("Sur le même sujet"): it is news of theirs.

    Args:
        annotated: What the article says.
        copy: The number of the text that the article is a copy of.
        aliases: From folded names to the words of those that a person gave.
        encode: Gives the vectors of texts.

    Returns:
        The mentions, in the order of the text within those kept and the others.
    """
    article = annotated.article
    aside = related_lists(article.text)
    events = [
        event
        for event in (*annotated.events, *annotated.other_events)
        if event.weight >= _LEAST_WEIGHT and not any(start <= event.trigger.start < end for start, end in aside)
    ]
    title, vectors = vectors_of(encode(texts_of(article.title, events)), len(events))
    topic = TopicVector(article, article.published.toordinal() - 1, copy, title)
    return [_mention(event, annotated, topic, aliases, vector) for event, vector in zip(events, vectors, strict=True)]


def _mention(
    event: Event, annotated: Annotated, topic: TopicVector, aliases: Mapping[str, Tokens], vector: Vector
) -> EventMention:
    language = annotated.article.language
    its_meaning = meaning(language, event.lemma)
    trigger = _within(event, event.trigger)
    masked = [_within(event, timex.span) for timex in annotated.timexes if timex.span.overlaps(event.span)]
    its_clause = clause(language, event.quote, trigger, masked, event.title)
    return EventMention(
        event=event,
        topic=topic,
        days=days(event.date, event.basis),
        postponed=days(event.postponed_from, event.basis) if event.postponed_from else None,
        meaning=its_meaning,
        families=_families(language, its_meaning, its_clause),
        stem=stem(language, event.lemma.lower()),
        objects=its_clause.near if event.postponed_from else frozenset(its_clause.after if its_meaning.light else ()),
        people=_names((name for name in event.people if name.label == "PER"), aliases),
        organisations=_names((name for name in event.people if name.label != "PER"), aliases),
        places=_names(event.places, aliases),
        weights=its_clause.weights,
        numbers=its_clause.numbers,
        vector=vector,
    )


def _families(language: str, its_meaning: Meaning, its_clause: Clause) -> frozenset[str]:
    own = frozenset[str]() if its_meaning.empty else its_meaning.families
    return own | _of_object(language, its_clause) if its_meaning.light else own


def _of_object(language: str, its_clause: Clause) -> frozenset[str]:
    """The families of a light verb's object: « émet une injonction », or « une injonction est émise ».

    Words too common to tell anything are no objects: « commence son tour entre les anneaux » is no entry (entrée).
    """
    beside = [word for word in (*its_clause.before, *its_clause.after) if word in its_clause.weights]
    return frozenset[str]().union(*(objects(language, word) for word in beside))


def _within(event: Event, span: Span) -> Span:
    """A span of the article as one of the quote."""
    return Span(span.start - event.span.start, span.end - event.span.start)


def _names(names: Iterable[Name], aliases: Mapping[str, Tokens]) -> tuple[Tokens, ...]:
    if not aliases:
        return tuple(dict.fromkeys(tokens(name.canonical) for name in names))
    return tuple(dict.fromkeys(aliases.get(fold(name.canonical)) or tokens(name.canonical) for name in names))
