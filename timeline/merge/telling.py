"""An event as one article tells it, made ready to be compared: days, meaning, names, numbers, words, and the story."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.merge.days import Days, days
from timeline.merge.rounds import rounds
from timeline.merge.same_name import Tokens, tokens
from timeline.merge.triggers import Meaning, meaning, objects
from timeline.merge.vocabulary import Word, fold, rarity, stem, words
from timeline.model import Annotated, Article, Event, Name, Span

_NEAR = 70  # characters around a trigger in which words belong to its clause, as a rule
_OBJECT = 30  # characters after a light verb in which its object stands, as a rule
_FAR_WEIGHT = 0.45
_HEAD = 3000  # characters of an article's body that tell its story
_TITLE_COUNTS = 3
_LEAST_RARITY = 0.25  # words commoner than this tell nothing
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


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
    """One event in one article, ready to be compared; see the module."""

    event: Event
    story: Story
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
    counts = Counter(word.stem for word in words(language, article.text[:_HEAD]) if not word.number)
    counts.update({word.stem: _TITLE_COUNTS for word in words(language, article.title) if not word.number})
    weights = {
        word: rarity(language, word) * (1 + math.log(count))
        for word, count in counts.items()
        if rarity(language, word) > _LEAST_RARITY
    }
    return Story(article, article.published.toordinal() - 1, weights, _norm(weights), copy)


def tellings(annotated: Annotated, its_story: Story, aliases: Mapping[str, str]) -> list[Telling]:
    """The events of one article, ready to be compared; `aliases` maps folded names to the ones that a person gave."""
    return [_telling(event, annotated, its_story, aliases) for event in annotated.events]


def _telling(event: Event, annotated: Annotated, its_story: Story, aliases: Mapping[str, str]) -> Telling:
    language = annotated.article.language
    trigger = Span(event.trigger.start - event.span.start, event.trigger.end - event.span.start)
    quoted = list(_told(language, event, annotated))
    its_meaning = meaning(language, event.lemma)
    weights = _weights(language, (w for w in quoted if _is_near(w, trigger)))
    for word, weight in _weights(language, quoted).items():
        weights[word] = max(weights.get(word, 0.0), weight * _FAR_WEIGHT)
    for word, weight in _weights(language, words(language, event.title)).items():
        weights[word] = max(weights.get(word, 0.0), weight)
    return Telling(
        event=event,
        story=its_story,
        days=days(event.date, event.basis),
        postponed=days(event.postponed_from, event.basis) if event.postponed_from else None,
        meaning=its_meaning,
        families=its_meaning.families | (_objects(language, quoted, trigger) if its_meaning.light else frozenset()),
        stem=stem(language, event.lemma.lower()),
        objects=frozenset(w.stem for w in quoted if _is_near(w, trigger)) if _of_another(event, its_meaning) else frozenset(),
        people=_names((name for name in event.people if name.label == "PER"), aliases),
        organisations=_names((name for name in event.people if name.label != "PER"), aliases),
        places=_names(event.places, aliases),
        weights=weights,
        norm=_norm(weights),
        numbers=frozenset(w.stem for w in quoted if w.number and len(w.stem) > 1 and not _YEAR.fullmatch(w.stem)),
        rounds=rounds(language, f"{event.quote} \n {event.title}"),
    )


def _of_another(event: Event, its_meaning: Meaning) -> bool:
    """Whether the trigger speaks of an event that another word names: « mène une grève », « le concert est reporté »."""
    return its_meaning.light or event.postponed_from is not None


def _objects(language: str, quoted: Iterable[Word], trigger: Span) -> frozenset[str]:
    """The families of the words that follow a light verb: « émet une injonction », « annonce son abandon »."""
    after = [word for word in quoted if trigger.end <= word.start < trigger.end + _OBJECT]
    return frozenset().union(*(objects(language, word.stem) for word in after))


def _told(language: str, event: Event, annotated: Annotated) -> Iterable[Word]:
    """The words of the quote that belong to no time expression."""
    masked = [
        (timex.span.start - event.span.start, timex.span.end - event.span.start)
        for timex in annotated.timexes
        if timex.span.overlaps(event.span)
    ]
    for word in words(language, event.quote):
        if not any(start <= word.start < end for start, end in masked):
            yield word


def _is_near(word: Word, trigger: Span) -> bool:
    return word.start < trigger.end + _NEAR and word.end > trigger.start - _NEAR


def _weights(language: str, told: Iterable[Word]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for word in told:
        weight = _number_weight(word.stem) if word.number else rarity(language, word.stem)
        if weight > _LEAST_RARITY:
            weights[word.stem] = weight
    return weights


def _number_weight(digits: str) -> float:
    return 0.3 if _YEAR.fullmatch(digits) else min(1.0, 0.25 * len(digits))


def _norm(weights: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights.values()))


def _names(names: Iterable[Name], aliases: Mapping[str, str]) -> tuple[Tokens, ...]:
    return tuple(dict.fromkeys(tokens(aliases.get(fold(name.canonical), name.canonical)) for name in names))
