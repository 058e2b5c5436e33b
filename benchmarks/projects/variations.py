"""Many articles made of a few real ones: their annotations are varied, so that none of the new ones need be read.

In each variation a third of the longer words is changed for others of the same length, the same ones in its text,
titles, quotes and names, so that all offsets stand; and its days lie some weeks after those of the real one, so that
two variations of one article tell events of different days, as an archive's articles do. The vectors are those of the
real one with noise: variations are as like each other as texts that share two words of three (a cosine of 0.7).
"""

from __future__ import annotations

import datetime
import io
import pickle
import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import count

import numpy as np

from timeline import coref, model
from timeline.annotation import Annotation
from timeline.archive.values import OwnTypes
from timeline.archive.vectors import Vectors
from timeline.coref.meaning import texts_of
from timeline.model import Article, Date, Event, Timex
from timeline.workflow.commands.archive import likely

_WORD = re.compile(rb"(?<![\w.])(?:[A-Z][a-z]{4,13}|[a-z]{5,14})(?![\w.])")
_SHARE = 3
"""One word of so many is changed."""
_NOISE = 0.65
"""The length of the noise that is added to a vector of length 1: the cosine of two variations is then 0.7."""
_ENUMS = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Enum)]
_OURS = {word.encode() for kind in _ENUMS for one in kind for word in str(one.value).split()}
_OURS |= {name.encode() for name in vars(model)} | {b"Europe", b"Paris"}
"""Words that pickles hold for types, values and zones."""
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Variation:
    """One made article with its annotation, and the vectors of its texts (`coref.meaning.texts_of`)."""

    annotation: Annotation
    vectors: Vectors


class Varied:
    """The variations of one annotation.

    Args:
        annotation: That of the real article.
        words: The words that may replace others, by length and by whether they begin with a capital.
        vectors: The vectors of the texts of its events.
    """

    def __init__(self, annotation: Annotation, words: dict[tuple[int, bool], list[bytes]], vectors: Vectors) -> None:
        self._pickle, self._words, self._vectors = pickle.dumps(annotation), words, vectors
        self._own = sorted(words_of(annotation.article) - _keys(annotation))

    def make(self, number: int, turn: int) -> Variation:
        """A variation, the same on every run.

        Args:
            number: The number of the made article, which its id and its vectors depend on.
            turn: How many weeks its days lie after those of the real article.
        """
        chance = random.Random(number)
        swap = {word: chance.choice(self._words[kind(word)]) for word in self._own if not chance.randrange(_SHARE)}
        data = _WORD.sub(lambda match: swap.get(match[0], match[0]), self._pickle)
        article = f"a{number:06}"
        varied = moved(OwnTypes(io.BytesIO(data)).load(), datetime.timedelta(weeks=turn), article)
        noise = np.random.default_rng(number).standard_normal(self._vectors.shape, dtype=np.float32)
        vectors = self._vectors + _NOISE * noise / np.sqrt(np.float32(coref.DIMENSIONS))
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return Variation(varied, np.asarray(vectors / np.maximum(lengths, 1e-9), np.float32))


def kind(word: bytes) -> tuple[int, bool]:
    """What a word and its replacement have in common: the length, and a capital."""
    return len(word), word[:1].isupper()


def words_of(article: Article) -> set[bytes]:
    """The words of an article that may be changed."""
    return set(_WORD.findall(article.text.encode())) - _OURS


def _keys(annotation: Annotation) -> set[bytes]:
    """The words of the keys by which steps of an explanation are told, and of what they say."""
    steps = [step for timex in annotation.timexes for step in timex.steps]
    steps += [step for event in (*annotation.events, *annotation.other_events) for step in event.steps]
    said = [word for step in steps for word in (step.key, *step.arguments, *map(str, step.arguments.values()))]
    return {word.encode() for text in said for word in text.split()}


def variations(
    annotations: Iterable[Annotation], events: Callable[[Annotation], Sequence[Event]] = likely
) -> Iterator[Variation]:
    """Variations of some annotations, in turn and without end; `events` are those whose vectors are made."""
    read = list(annotations)
    words: dict[tuple[int, bool], list[bytes]] = {}
    for word in sorted(set().union(*(words_of(one.article) for one in read))):
        words.setdefault(kind(word), []).append(word)
    made = [Varied(one, words, coref.encode(texts_of(one.article.title, events(one)))) for one in read]
    return (one.make(turn * len(made) + place, turn) for turn in count() for place, one in enumerate(made))


def moved(annotation: Annotation, by: datetime.timedelta, article: str) -> Annotation:
    """An annotation with all its days moved, as that of another article.

    Args:
        annotation: Any; the TIMEX3 values of its expressions stay.
        by: How far its days are moved.
        article: The id of the other article.
    """

    def event(one: Event) -> Event:
        return replace(
            one,
            article=article,
            date=_date(one.date, by),
            timex=None if one.timex is None else _timex(one.timex, by),
            rejected=tuple(replace(each, timex=_timex(each.timex, by)) for each in one.rejected),
            postponed_from=_date(one.postponed_from, by),
        )

    old = annotation.article
    return replace(
        annotation,
        article=replace(old, id=article, path=f"{article}.md", published=old.published + by),
        timexes=tuple(_timex(timex, by) for timex in annotation.timexes),
        events=tuple(map(event, annotation.events)),
        other_events=tuple(map(event, annotation.other_events)),
    )


def _date(date: Date | None, by: datetime.timedelta) -> Date | None:
    if date is None:
        return None
    begin, end = (None if side is None else side + by.days * _DAY for side in (date.begin, date.end))
    return replace(date, begin=begin, end=end)


def _timex(timex: Timex, by: datetime.timedelta) -> Timex:
    anchor = timex.anchor
    if anchor is not None:
        anchor = _timex(anchor, by) if isinstance(anchor, Timex) else anchor + by
    return replace(timex, date=_date(timex.date, by), anchor=anchor)
