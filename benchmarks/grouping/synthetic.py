"""Synthetic events, as many as are asked for, with the vectors of their sentences."""

from __future__ import annotations

import datetime
import random
import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from timeline.calendar import from_date, unit
from timeline.coref.features.vocabulary import table
from timeline.coref.meaning import DIMENSIONS
from timeline.model import Annotated, Article, Basis, Event, Granularity, Name, Span, Status

POOL = np.random.default_rng(7).standard_normal((4096, DIMENSIONS)).astype(np.float32)


def synthetic(count: int) -> list[Annotated]:
    """`count` events, each reported by one to four articles of their own; the same ones in every run."""
    chance = random.Random(7)
    common = [row["stem"] for row in table("fr", "document_frequencies")][200:3500]
    rare = [f"mot{number:05}" for number in range(20_000)]
    verbs = [word for row in table("fr", "trigger_families") for word in row["words"].split() if word[0] != "@"]
    people = [f"Prénom{number % 400} Nom{number}" for number in range(max(400, count // 20))]
    towns = [f"Ville{number}" for number in range(max(200, count // 50))]
    found: list[Annotated] = []
    while len(found) < count:
        day = datetime.date(2015, 1, 1) + datetime.timedelta(chance.randrange(3000))
        topic = chance.sample(common, 6) + chance.sample(rare, 3)
        names = tuple(chance.sample(people, chance.choice((0, 1, 1, 2))))
        facts = (day, chance.choice(verbs), names, chance.choice(towns))
        for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
            found.append(synthetic_article(len(found), facts, topic, common, chance))
    return found[:count]


def synthetic_article(
    number: int,
    facts: tuple[datetime.date, str, tuple[str, ...], str],
    topic: list[str],
    common: list[str],
    chance: random.Random,
) -> Annotated:
    day, verb, people, town = facts
    quote = " ".join([*people, verb, town, *chance.sample(topic, 6), *chance.sample(common, 8)]) + "."
    text = " ".join([quote, *chance.sample(topic, 5), *chance.sample(common, 30)])
    published = day + datetime.timedelta(chance.randrange(6))
    article = Article(f"a{number:06}", f"a{number:06}.txt", " ".join(topic[:4]), published, text)
    span, start = Span(0, len(quote)), quote.index(verb)
    event = Event(
        id="1",
        article=article.id,
        span=span,
        trigger=Span(start, start + len(verb)),
        lemma=verb,
        title=quote[:80],
        quote=quote,
        date=unit(from_date(day), Granularity.DAY),
        basis=Basis.STATED,
        status=Status.ASSERTED,
        people=tuple(Name(name, name, span, "PER") for name in people),
        places=(Name(town, town, span, "LOC"),),
        weight=0.5,
        confidence=0.8,
    )
    return Annotated(article, (), (event,))


def vectors(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """Vectors that a real run has in its cache: one for each topic, the same for texts that end alike."""
    if not texts:
        return np.zeros((0, DIMENSIONS), np.float32)
    return np.stack([POOL[zlib.crc32(" ".join(text.split()[-14:-8]).encode()) % len(POOL)] for text in texts])
