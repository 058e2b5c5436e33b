"""Articles that copy one text: agency copy in several papers counts as one source, though each is cited."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from timeline.coref.features.sketches import Sketch, repeated, shared, sketches
from timeline.languages.folding import fold
from timeline.minhash import NearTexts
from timeline.model import Article

_PERMUTATIONS, _BANDS = 64, 10  # proposes nearly all texts that share 0.8 of their shingles, most that share 0.7
_SHINGLE = 4
_LONGEST = 6_000  # characters of an article that are compared
_LEAST_SHARED = 0.3  # of two sketches; most articles share less with all others and are never indexed


def copies(articles: Sequence[Article]) -> dict[str, str]:
    """For each article's id, the id of the first article (in the order given) whose text it copies; its own if none.

    Articles later in the order do not change the result for the articles before them.

    Args:
        articles: The articles, in the order of publication.

    Returns:
        An id of an article for the id of each.
    """
    made = sketches(map(_words, articles), _SHINGLE)
    first = {article.id: article.id for article in articles}
    is_shared = repeated(made, _LEAST_SHARED)
    if not any(is_shared):
        return first
    index = NearTexts[str](_PERMUTATIONS, _BANDS)
    indexed: dict[str, Sketch] = {}
    for article, own in compress(zip(articles, made, strict=True), is_shared):
        signature = index.signature(_shingles(article))
        near = [other for other in index.near(signature) if shared(own, indexed[other]) >= _LEAST_SHARED]
        if near:
            first[article.id] = near[0]
        else:
            index.add(article.id, signature)
            indexed[article.id] = own
    return first


def _words(article: Article) -> list[str]:
    return fold(article.text[:_LONGEST]).split()


def _shingles(article: Article) -> list[bytes]:
    words = _words(article)
    return [" ".join(shingle).encode() for shingle in zip(*(words[start:] for start in range(_SHINGLE)), strict=False)]
