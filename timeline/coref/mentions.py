"""An event mention of one article, prepared for comparison: days, meaning, names, numbers, words, and topic."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from timeline.coref.features.clause_words import EventWords, clause, norm
from timeline.coref.features.days import Days, days
from timeline.coref.features.series_ordinals import another, daily_members, members_of_the_day, series_ordinals
from timeline.coref.features.triggers import Meaning, meaning, objects
from timeline.coref.features.vocabulary import NOTHING, rarities, stem, stems
from timeline.coref.meaning import Encode, Rounded, Vector, encode, texts_of, vectors_of
from timeline.coref.names.same_name import Tokens, family_name, name_words, tokens
from timeline.languages.folding import fold
from timeline.lines.related_lists import related_lists
from timeline.model import Annotated, Article, Event, Granularity, Name, Span

_HEAD = 2000  # characters of an article's body that describe its topic
_TITLE_COUNTS = 3
_LEAST_WEIGHT = 0.15  # of a candidate; a less likely event is left out, as in `timeline.events.extraction`
_CAPITAL = re.compile(r"(?<=[\s'’-])[A-ZÀ-ÖØ-Þ][^\W\d_]+")
_STORY_WORDS = 40
_OFTEN = (0.0, *(1 + math.log(count) for count in range(1, _HEAD + _TITLE_COUNTS + 1)))
"""The weight of a word by its number of occurrences in an article's first lines."""


class _OnDemand:
    """Has room for what is computed on demand beside the fields, which have slots: a dictionary of all takes thrice."""

    __slots__ = ("__dict__",)


@dataclass(frozen=True, slots=True)
class TopicVector(_OnDemand):
    """The topic of an article; `copy` numbers the text it is a copy of. Rarely used fields are computed on demand."""

    article: Article
    published: int
    copy: int
    rounded: Rounded = field(default_factory=Rounded, compare=False)

    @property
    def vector(self) -> Vector:
        """The meaning of the title."""
        return self.rounded.vector

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """The weights of the words of the article's title and first lines, heaviest first."""
        counts = Counter(stems(self.article.language, self.article.text[:_HEAD]))
        for word in self.headline:
            counts[word] = counts.get(word, 0) + _TITLE_COUNTS
        rarity = rarities(self.article.language)
        heaviest = sorted([(rarity[word] * _OFTEN[count], word) for word, count in counts.items()], reverse=True)
        return {word: weight for weight, word in heaviest[:_STORY_WORDS]}

    @cached_property
    def headline(self) -> frozenset[str]:
        """The stems of the article's title."""
        return frozenset(stems(self.article.language, self.article.title))

    @cached_property
    def series_ordinals(self) -> Mapping[str, frozenset[str]]:
        """The members of series that the title names."""
        return series_ordinals(self.article.language, self.article.title)

    @cached_property
    def daily_members(self) -> frozenset[str]:
        """The series of which the title and the first lines report the day's member."""
        text, aside = self.article.text[:_HEAD], related_lists(self.article.text[:_HEAD])
        ends = [0, *(place for stretch in aside for place in stretch), len(text)]
        own = "".join(text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True))
        return daily_members(self.article.language, f"{self.article.title}\n{own}")

    @cached_property
    def norm(self) -> float:
        """The Euclidean length of these weights as a vector."""
        return norm(self.weights)


@dataclass(frozen=True, slots=True)
class EventMention(_OnDemand):
    """One event in one article, prepared for comparison. Rarely compared fields are computed on demand.

    `families` are those of the trigger, and of the object of a light verb. `objects` are the stems beside a trigger
    whose event is named by another word: « mène une grève », « le concert est reporté ».
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
    rounded: Rounded = field(default_factory=Rounded, compare=False)

    @property
    def vector(self) -> Vector:
        """The meaning of its title and of the words around its trigger."""
        return self.rounded.vector

    @cached_property
    def norm(self) -> float:
        """The Euclidean length of `weights` as a vector."""
        return norm(self.weights)

    @cached_property
    def protagonists(self) -> tuple[Tokens, ...]:
        """The people whom the title names."""
        in_title = name_words(self.event.line) if self.people else ()
        return tuple(name for name in self.people if family_name(name) in in_title)

    @property
    def title_stems(self) -> frozenset[str]:
        """The stems of the event's title."""
        return frozenset(stems(self.topic.article.language, self.event.line))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The capitalised words of the title besides places, including people not recognised (« la Thaïlandaise »)."""
        places = frozenset(part for name in self.event.places for part in tokens(name.canonical))
        return frozenset(fold(word) for word in _CAPITAL.findall(self.event.line)) - places or NOTHING

    @property
    def named(self) -> frozenset[str]:
        """The words of `capitals` and of the people and organisations, those of the sentence's pronouns included."""
        return self.capitals.union(*self.people, *self.organisations)

    @cached_property
    def sentence(self) -> str:
        """The sentence without case, accents and runs of spaces, to compare it with another."""
        return fold(self.event.quote)

    @property
    def moment(self) -> int | None:
        """The beginning in seconds, where the text gives the clock time."""
        date = self.event.date
        return date.begin if date and date.granularity <= Granularity.HOUR else None

    @property
    def trigger_stems(self) -> frozenset[str]:
        """The stems of the trigger: of its lemma and of its form in the text (« survenu »)."""
        its = _within(self.event, self.event.trigger)
        return frozenset({self.stem, *stems(self.topic.article.language, self.event.quote[its.start : its.end])})

    @cached_property
    def another(self) -> bool:
        """Whether the sentence mentions another event of its kind: « une autre », « à nouveau »."""
        return another(self.topic.article.language, self.sentence)

    @cached_property
    def series_ordinals(self) -> Mapping[str, frozenset[str]]:
        """The members of series that the sentence mentions."""
        article = self.topic.article
        return series_ordinals(article.language, self.sentence, article.published.isoformat())

    @cached_property
    def members_of_the_day(self) -> frozenset[str]:
        """The series of which the sentence names a member without its number."""
        return members_of_the_day(self.topic.article.language, self.sentence)

    @property
    def is_of_the_day(self) -> bool:
        """Whether the event is news of its article's own day, or of the day before."""
        last = self.days.last
        return self.days.fine and last is not None and 0 <= self.topic.published - last <= 1

    @property
    def key(self) -> tuple[object, ...]:
        """The sort key: by publication, then by position in the text; the same for every order of articles."""
        article, event = self.topic.article, self.event
        return (article.published, article.id, event.span.start, event.trigger.start, event.trigger.end, event.id)


def mentioned(annotated: Annotated) -> list[Event]:
    """The events of one article that are compared, both kept and other events; the least likely are left out.

    Events in a list of other articles ("Sur le même sujet") are left out too: they belong to those articles.

    Returns:
        The events, in text order within the kept events and within the others.
    """
    aside = related_lists(annotated.article.text)
    return [
        event
        for event in (*annotated.events, *annotated.other_events)
        if event.weight >= _LEAST_WEIGHT and not any(start <= event.trigger.start < end for start, end in aside)
    ]


def mentions_of(
    annotated: Annotated, copy: int, aliases: Mapping[str, Tokens], encode: Encode = encode
) -> list[EventMention]:
    """The events of one article, prepared for comparison, both kept and other events: see `mentioned`.

    Args:
        annotated: What the article says.
        copy: The number of the text that the article is a copy of.
        aliases: From folded names to the words of those that a person gave.
        encode: Gives the vectors of texts.

    Returns:
        The mentions, in text order within the kept events and within the others.
    """
    article, events = annotated.article, mentioned(annotated)
    title, vectors = vectors_of(encode(texts_of(article.title, events)), len(events))
    topic = TopicVector(article, article.published.toordinal() - 1, copy, title)
    return [_mention(event, annotated, topic, aliases, its) for event, its in zip(events, vectors, strict=True)]


def _mention(
    event: Event, annotated: Annotated, topic: TopicVector, aliases: Mapping[str, Tokens], rounded: Rounded
) -> EventMention:
    language = annotated.article.language
    its_meaning = meaning(language, event.lemma)
    trigger = _within(event, event.trigger)
    masked = [_within(event, timex.span) for timex in annotated.timexes if timex.span.overlaps(event.span)]
    its_clause = clause(language, event.quote, trigger, masked, event.line)
    return EventMention(
        event=event,
        topic=topic,
        days=days(event.date, event.basis),
        postponed=days(event.postponed_from, event.basis) if event.postponed_from else None,
        meaning=its_meaning,
        families=_families(language, its_meaning, its_clause),
        stem=stem(language, event.lemma.lower()),
        objects=_beside(event, its_meaning, its_clause) or NOTHING,
        people=_names((name for name in event.people if name.label == "PER"), aliases),
        organisations=_names((name for name in event.people if name.label != "PER"), aliases),
        places=_names((name for name in event.places if _is_one_place(name.canonical)), aliases),
        weights=its_clause.weights,
        numbers=its_clause.numbers,
        rounded=rounded,
    )


def _beside(event: Event, its_meaning: Meaning, its_clause: EventWords) -> frozenset[str]:
    """The stems beside a trigger whose event is named by another word."""
    return its_clause.near if event.postponed_from else frozenset(its_clause.after if its_meaning.light else ())


def _families(language: str, its_meaning: Meaning, its_clause: EventWords) -> frozenset[str]:
    own = NOTHING if its_meaning.empty else its_meaning.families
    return own | _of_object(language, its_clause) if its_meaning.light else own


def _of_object(language: str, its_clause: EventWords) -> frozenset[str]:
    """The families of a light verb's object: « émet une injonction », or « une injonction est émise ».

    Very common words are not objects: « commence son tour entre les anneaux » is not an entry (entrée).
    """
    beside = [word for word in (*its_clause.before, *its_clause.after) if word in its_clause.weights]
    return frozenset[str]().union(*(objects(language, word) for word in beside))


def _within(event: Event, span: Span) -> Span:
    """Converts a span of the article into one of the quote."""
    return Span(span.start - event.span.start, span.end - event.span.start)


def _is_one_place(name: str) -> bool:
    """Whether a place is one place: not « salle des fêtes », which every town has, but « salle Rex », « RD 32 »."""
    return name != name.lower() or name == name.upper() or any(map(str.isdigit, name))


def _names(names: Iterable[Name], aliases: Mapping[str, Tokens]) -> tuple[Tokens, ...]:
    if not aliases:
        return tuple(dict.fromkeys(tokens(name.canonical) for name in names))
    return tuple(dict.fromkeys(aliases.get(fold(name.canonical)) or tokens(name.canonical) for name in names))
