"""Articles that copy one text: agency copy in several papers counts as one source, though each is cited."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from datasketch import MinHash, MinHashLSH

from timeline.merge.vocabulary import fold
from timeline.model import Article

_PERMUTATIONS = 64
_THRESHOLD = 0.6
_SHINGLE = 4
_LONGEST = 6_000  # characters of an article that are looked at


def copies(articles: Sequence[Article]) -> dict[str, str]:
    """For each article's id, the id of the first article (in the order given) whose text it copies; its own if none."""
    index = MinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS)
    blank = MinHash(num_perm=_PERMUTATIONS, seed=1, hashfunc=crc32)
    first: dict[str, str] = {}
    for article in articles:
        shingles = _shingles(article)
        if not shingles:
            first[article.id] = article.id
            continue
        sketch = blank.copy()
        sketch.update_batch(shingles)
        near = sorted(first[other] for other in index.query(sketch))
        first[article.id] = near[0] if near else article.id
        if not near:
            index.insert(article.id, sketch)
    return first


def _shingles(article: Article) -> list[bytes]:
    words = fold(article.text[:_LONGEST]).split()
    return [" ".join(shingle).encode() for shingle in zip(*(words[start:] for start in range(_SHINGLE)), strict=False)]
