"""What readers of a whole timeline know before they read a line: a title need not tell it.

An article alone needs "Incendie du Galion : le parquet fait appel". A timeline of that fire says it in every other
line, and its editor writes "Le parquet fait appel".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from timeline.coref.blocking import number_of
from timeline.coref.features.vocabulary import rarities, stems
from timeline.coref.mentions import EventMention

CENTRAL = 0.16
"""The least mean similarity to all other articles of one that tells the timeline's story.

Readers marked 914 lines of 77 chronologies that stood behind a topic: of those from such articles they would print nine
in ten without it, of the others seven in ten.
"""

KNOWN = 0.75
"""The least share of articles that have a word among their heaviest for all readers to know it: of 58 lines of other
articles whose topic has only such words, nine in ten were better without it."""

FEWEST = 3
"""The least articles of a timeline that has a story."""

_SPECIFIC = 0.3
"""The rarity of a word that says what an article is about."""


@dataclass(frozen=True, slots=True)
class CommonGround:
    """What readers of a timeline know.

    Attributes:
        central: The ids of the articles that tell its story.
        words: The words of most articles, as numbers.
    """

    central: frozenset[str] = frozenset()
    words: frozenset[int] = frozenset()

    def includes_topic_of(self, mention: EventMention) -> bool:
        """Whether readers know what the title of a mention says before its colon.

        Args:
            mention: A mention.

        Returns:
            False where the title has no topic.
        """
        article, topic = mention.topic.article, mention.event.topic
        if not topic:
            return False
        if article.id in self.central:
            return True
        its, rarity = frozenset(stems(article.language, topic)), rarities(article.language)
        specific = [number_of(word) for word in its if rarity[word] > _SPECIFIC]
        return bool(specific) and self.words.issuperset(specific)


def common_ground(
    ids: Sequence[str], sizes: npt.NDArray[np.int64], words: npt.NDArray[np.uint64], weights: npt.NDArray[np.float64]
) -> CommonGround:
    """What readers of a timeline know.

    An article tells the timeline's story if its words are like those of all others: the mean of the cosines of its
    weights with theirs, `(w · Σ w' - 1) / (n - 1)`, is at least `CENTRAL`.

    Args:
        ids: The id of each article.
        sizes: How many heaviest words of each are known; 0 for one that does not count.
        words: The heaviest words of all articles, one article after the other.
        weights: The weight of each word; those of an article are a vector of the length 1.

    Returns:
        Nothing where the timeline has fewer articles than `FEWEST`.
    """
    count = int(np.count_nonzero(sizes))
    if count < FEWEST:
        return CommonGround()
    known, place = np.unique(words, return_inverse=True)
    article = np.repeat(np.arange(len(sizes)), sizes)
    products = weights * np.bincount(place, weights)[place]
    similar = (np.bincount(article, products, len(sizes)) - 1) / (count - 1)
    central = frozenset(ids[at] for at in np.flatnonzero(similar >= CENTRAL).tolist())
    return CommonGround(central, frozenset(known[np.bincount(place) >= KNOWN * count].tolist()))
