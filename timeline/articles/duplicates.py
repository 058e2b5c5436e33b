"""Finds articles with the same text, word for word or nearly (MinHash over word shingles, by rensa).

Duplicates are reported, never dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

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


def duplicates(articles: Sequence[Article]) -> Iterator[Problem]:
    """A warning for every article that repeats an earlier one (in the given order); it names the earlier one.

    Args:
        articles: The articles, in the order of publication.

    Yields:
        The warnings, in the order of the articles.
    """
    index = RMinHashLSH(threshold=_NEAR, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    whole: dict[tuple[str, ...], Article] = {}
    sketches: dict[int, RMinHash] = {}
    for number, article in enumerate(articles):
        words = _words(article)
        if twin := whole.get(words):
            yield _same(article, twin, message("articles.duplicate_whole"))
            continue
        whole[words] = article
        shingles = _shingles(words)
        if len(shingles) < _ENOUGH:
            continue
        signature = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        signature.update(list(shingles))
        near = [
            (_similarity(shingles, _shingles(_words(articles[other]))), -other)
            for other in sorted(index.query(signature))[:_COMPARED]
            if signature.jaccard(sketches[other]) >= _LIKELY
        ]
        best = max(near, default=(0.0, 0))
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


def _similarity(one: set[bytes], other: set[bytes]) -> float:
    """The exact Jaccard similarity: the sketches only propose candidates."""
    return len(one & other) / len(one | other)


def _same(article: Article, other: Article, how: str) -> Problem:
    published = message("articles.duplicate_of", day=other.published) if other.published != article.published else ""
    said = message("articles.duplicate", how=how, other=other.path, published=published)
    return warning(article.path.split("#")[0], 0, said)
