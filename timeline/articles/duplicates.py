"""Finds articles with the same text, word for word or nearly (MinHash over word shingles, by rensa).

Duplicates are reported, never dropped.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TypeAlias

from rensa import RMinHash, RMinHashLSH

from timeline.articles.source import warning
from timeline.i18n.messages import message
from timeline.model import Article, Problem

_SHINGLE = 4
_PERMUTATIONS, _BANDS = 48, 12  # proposes 0.998 of the texts that share 0.8 of their shingles, half that share 0.5
_NEAR = 0.8
_LIKELY = 27 / _PERMUTATIONS
"""The least share of equal numbers in two sketches of texts that are compared: 0.9999 of those with `_NEAR` have it."""
_COMPARED = 20
_ENOUGH = 20
"""The least number of shingles of a text that may be called nearly the same as another."""
_READ = 20_000
_WORD = re.compile(r"\w+")

Sketch: TypeAlias = tuple[bytes, bytes]
"""What a text is compared by: a digest of its words, and the state of its MinHash, or b"" for too few shingles."""


def sketch_of(article: Article) -> Sketch:
    """What an article's text is compared by.

    Args:
        article: The article.

    Returns:
        A sketch that depends on the text alone.
    """
    words = _words(article)
    name, shingles = hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).digest(), _shingles(words)
    if len(shingles) < _ENOUGH:
        return name, b""
    signature = RMinHash(num_perm=_PERMUTATIONS, seed=1)
    signature.update(list(shingles))
    return name, signature.__getstate__()


def shares_of(article: Article, others: Sequence[Article]) -> list[float]:
    """How much of two texts is the same, by Jaccard's measure: sketches only propose what may be near.

    Args:
        article: An article.
        others: Those that its text is compared with.

    Returns:
        For each of these a share from 0 to 1.
    """
    own = _shingles(_words(article)) if others else set[bytes]()
    return [len(own & its) / len(own | its) for its in (_shingles(_words(other)) for other in others)]


def duplicates(
    articles: Sequence[Article],
    sketch: Callable[[Article], Sketch],
    shares: Callable[[Article, Sequence[Article]], Sequence[float]],
) -> Iterator[Problem]:
    """A warning for every article that repeats an earlier one (in the given order); it names the earlier one.

    Args:
        articles: The articles, in the order of publication.
        sketch: Gives the sketch of an article's text, as `sketch_of` does.
        shares: Compares texts, as `shares_of` does.

    Yields:
        The warnings, in the order of the articles.
    """
    index = RMinHashLSH(threshold=_NEAR, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    whole: dict[bytes, Article] = {}
    sketches: dict[int, RMinHash] = {}
    for number, article in enumerate(articles):
        words, state = sketch(article)
        if twin := whole.get(words):
            yield _same(article, twin, message("articles.duplicate_whole"))
            continue
        whole[words] = article
        if not state:
            continue
        signature = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        signature.__setstate__(state)
        proposed = sorted(index.query(signature))[:_COMPARED]
        likely = [other for other in proposed if signature.jaccard(sketches[other]) >= _LIKELY]
        near = shares(article, [articles[other] for other in likely])
        best = max(zip(near, (-other for other in likely), strict=True), default=(0.0, 0))
        if best[0] >= _NEAR:
            yield _same(article, articles[-best[1]], message("articles.duplicate_near", share=round(100 * best[0])))
            continue  # the first of a family stands for all of it
        index.insert(number, signature)
        sketches[number] = signature


def _words(article: Article) -> tuple[str, ...]:
    return tuple(_WORD.findall(article.text[:_READ].lower()))


def _shingles(words: tuple[str, ...]) -> set[bytes]:
    encoded = [word.encode() for word in words]
    text = b" ".join(encoded)
    starts = [0, *accumulate(len(word) + 1 for word in encoded)]
    return {text[start : end - 1] for start, end in zip(starts, starts[_SHINGLE:], strict=False)}


def _same(article: Article, other: Article, how: str) -> Problem:
    published = message("articles.duplicate_of", day=other.published) if other.published != article.published else ""
    wording = message("articles.duplicate", how=how, other=other.path, published=published)
    return warning(article.path.split("#")[0], 0, wording)
