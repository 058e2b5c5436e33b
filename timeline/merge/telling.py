"""An event as one article tells it, made ready to be compared: days, meaning, names, numbers, words, and the story."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from timeline.merge.clause import Clause, clause, norm
from timeline.merge.days import Days, days
from timeline.merge.rounds import rounds
from timeline.merge.same_name import Tokens, family_name, tokens
from timeline.merge.triggers import Meaning, meaning, objects
from timeline.merge.vocabulary import fold, rarities, stem, stems
from timeline.model import Annotated, Article, Event, Name, Span

_HEAD = 2000  # characters of an article's body that tell its story
_TITLE_COUNTS = 3
_CAPITAL = re.compile(r"(?<=[\s'’-])[A-ZÀ-ÖØ-Þ][^\W\d_]+")
_STORY_WORDS = 40


@dataclass(frozen=True, slots=True)
class Story:
    """What an article is about: the weights of its title's and first lines' words."""

    article: Article
    published: int
    weights: Mapping[str, float]
    norm: float
    copy: int


@dataclass(frozen=True, slots=True)
class Telling:
    """One event in one article, ready to be compared.

    `families` are those of the trigger, and of the object of a light verb. `objects` are the stems beside a trigger
    that speaks of an event which another word names: « mène une grève », « le concert est reporté ».
    `protagonists` are the people whom the title names, `capitals` its other words with a capital, but for places.
    """

    event: Event
    story: Story
    days: Days
    postponed: Days | None
    meaning: Meaning
    families: frozenset[str]
    stem: str
    objects: frozenset[str]
    people: tuple[Tokens, ...]
    protagonists: tuple[Tokens, ...]
    capitals: frozenset[str]
    organisations: tuple[Tokens, ...]
    places: tuple[Tokens, ...]
    weights: Mapping[str, float]
    norm: float
    numbers: frozenset[str]
    rounds: Mapping[str, frozenset[str]]

    @property
    def key(self) -> tuple[object, ...]:
        """The order of reading: of publication, then of the text; the same for every order of articles."""
        article, event = self.story.article, self.event
        return (article.published, article.id, event.span.start, event.trigger.start, event.trigger.end, event.id)


def story(article: Article, copy: int = 0) -> Story:
    """The story of an article; `copy` numbers the text it is a copy of."""
    language = article.language
    counts = Counter(stems(language, article.text[:_HEAD]))
    counts.update(dict.fromkeys(stems(language, article.title), _TITLE_COUNTS))
    rarity = rarities(language)
    told = sorted(((rarity[word] * _often(count), word) for word, count in counts.items()), reverse=True)
    weights = {word: weight for weight, word in told[:_STORY_WORDS]}
    return Story(article, article.published.toordinal() - 1, weights, norm(weights), copy)


@cache
def _often(count: int) -> float:
    return 1 + math.log(count)


def tellings(annotated: Annotated, its_story: Story, aliases: Mapping[str, Tokens]) -> list[Telling]:
    """The events of one article, ready to be compared; `aliases` maps folded names to the words of those
    that a person gave."""
    return [_telling(event, annotated, its_story, aliases) for event in annotated.events]


def _telling(event: Event, annotated: Annotated, its_story: Story, aliases: Mapping[str, Tokens]) -> Telling:
    language = annotated.article.language
    its_meaning = meaning(language, event.lemma)
    trigger = _within(event, event.trigger)
    masked = [_within(event, timex.span) for timex in annotated.timexes if timex.span.overlaps(event.span)]
    its_clause = clause(language, event.quote, trigger, masked, event.title)
    people = _names((name for name in event.people if name.label == "PER"), aliases)
    in_title = tokens(event.title)
    objects_of = its_clause.near if event.postponed_from else frozenset(its_clause.after if its_meaning.light else ())
    return Telling(
        event=event,
        story=its_story,
        days=days(event.date, event.basis),
        postponed=days(event.postponed_from, event.basis) if event.postponed_from else None,
        meaning=its_meaning,
        families=its_meaning.families | (_of_object(language, its_clause) if its_meaning.light else frozenset()),
        stem=stem(language, event.lemma.lower()),
        objects=objects_of,
        people=people,
        capitals=_capitals(event),
        protagonists=tuple(name for name in people if family_name(name) in in_title),
        organisations=_names((name for name in event.people if name.label != "PER"), aliases),
        places=_names(event.places, aliases),
        weights=its_clause.weights,
        norm=norm(its_clause.weights),
        numbers=its_clause.numbers,
        rounds=rounds(language, event.quote, annotated.article.published.isoformat()),
    )


def _of_object(language: str, its_clause: Clause) -> frozenset[str]:
    """The families of a light verb's object: « émet une injonction », or « une injonction est émise ».

    Words too common to tell anything are no objects: « commence son tour entre les anneaux » is no entry (entrée).
    """
    beside = [word for word in (*its_clause.before, *its_clause.after) if word in its_clause.weights]
    return frozenset[str]().union(*(objects(language, word) for word in beside))


def _capitals(event: Event) -> frozenset[str]:
    """What the title names beside the places: also the people that were not known as such (« la Thaïlandaise »)."""
    places = frozenset(part for name in event.places for part in tokens(name.canonical))
    return frozenset(fold(word) for word in _CAPITAL.findall(event.title)) - places


def _within(event: Event, span: Span) -> Span:
    """A span of the article as one of the quote."""
    return Span(span.start - event.span.start, span.end - event.span.start)


def _names(names: Iterable[Name], aliases: Mapping[str, Tokens]) -> tuple[Tokens, ...]:
    return tuple(dict.fromkeys(aliases.get(fold(name.canonical)) or tokens(name.canonical) for name in names))
