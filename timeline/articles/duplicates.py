"""Articles that say the same: word for word, or nearly (MinHash over word shingles, by datasketch).

Noticed, never dropped.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence

from timeline.articles.source import warning
from timeline.model import Article, Problem

_SHINGLE = 4
_PERMUTATIONS = 48
_NEAR = 0.8
_ENOUGH = 20
"""Shingles that a text must have to be called nearly the same as another."""
_READ = 20_000
_WORD = re.compile(r"\w+")


def duplicates(articles: Sequence[Article]) -> Iterator[Problem]:
    """A warning for every article that an earlier one (in the given order) already tells, naming it."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=_NEAR, num_perm=_PERMUTATIONS)
    whole: dict[tuple[str, ...], Article] = {}
    sketches: dict[int, MinHash] = {}
    for number, article in enumerate(articles):
        words = tuple(_WORD.findall(article.text[:_READ].lower()))
        if twin := whole.get(words):
            yield _same(article, twin, "word for word the same")
            continue
        whole[words] = article
        shingles = {" ".join(words[start : start + _SHINGLE]).encode() for start in range(len(words) - _SHINGLE + 1)}
        if len(shingles) < _ENOUGH:
            continue
        sketch = MinHash(num_perm=_PERMUTATIONS, hashfunc=zlib.crc32)
        sketch.update_batch(shingles)
        near = [(sketches[other].jaccard(sketch), -other) for other in index.query(sketch)]
        best = max(near, default=(0.0, 0))
        if best[0] >= _NEAR:
            yield _same(article, articles[-best[1]], f"nearly the same ({best[0]:.0%})")
        index.insert(number, sketch)
        sketches[number] = sketch


def _same(article: Article, other: Article, how: str) -> Problem:
    published = f", of {other.published}" if other.published != article.published else ""
    message = f"this text is {how} as {other.path}{published}: if it is the same article, remove one"
    return warning(article.path.split("#")[0], 0, message)
