"""Articles that copy one text: agency copy in several papers counts as one source, though each is cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

import numpy as np
import numpy.typing as npt
from rensa import RMinHash, RMinHashLSH

from timeline.coref.features.sketches import Sketch, repeated, shared, sketches
from timeline.languages.folding import fold
from timeline.model import Article

_PERMUTATIONS, _BANDS = 64, 16
_THRESHOLD = 0.6  # of the shingles of two texts, as their signatures estimate it
_SHINGLE = 4
_ENOUGH = 10  # shingles: two notices of a line may share most of their words and tell two events
_LONGEST = 6_000  # characters of an article that are compared
_LEAST_SHARED = 0.3  # of two sketches; most articles share less with all others and are never indexed


def copies(articles: Sequence[Article], made: Sequence[Sketch] | None = None) -> dict[str, str]:
    """For each article's id, the id of the first article (in the order given) whose text it copies; its own if none.

    Articles later in the order do not change the result for the articles before them.

    Args:
        articles: The articles, in the order of publication.
        made: The sketch of each; made where None.

    Returns:
        An id of an article for the id of each.
    """
    made = sketches_of(articles) if made is None else made
    first = {article.id: article.id for article in articles}
    is_shared = repeated(made, _LEAST_SHARED)
    if not any(is_shared):
        return first
    index = RMinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    indexed: dict[int, tuple[Sketch, RMinHash]] = {}
    for number, own in compress(enumerate(made), is_shared):
        signature = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        signature.update(_shingles(articles[number]))
        proposed = (other for other in sorted(index.query(signature)) if _is_copy(own, signature, *indexed[other]))
        near = next(proposed, None)
        if near is None:
            index.insert(number, signature)
            indexed[number] = own, signature
        else:
            first[articles[number].id] = articles[near].id
    return first


def sketches_of(articles: Iterable[Article]) -> list[Sketch]:
    """The sketches of articles' texts, by which `near` finds those that may be copies.

    Returns:
        For each the smallest hashes of its first words.
    """
    return sketches(map(_words, articles), _SHINGLE)


def near(made: npt.NDArray[np.uint64], ends: npt.NDArray[np.int64], seeds: Sequence[int]) -> Iterator[list[int]]:
    """The articles that may copy each other, by chains of articles: `copies` of them alone is that of all.

    Args:
        made: The sketches of all articles, in the order of publication, one after the other.
        ends: For each article the place after its last hash.
        seeds: The places of the articles to begin with.

    Yields:
        The places of articles that belong together, in order; each seed is in one of these. All belong together where
        all are seeds: `copies` finds the chains as fast.
    """
    if len(seeds) == len(ends):
        yield [*seeds]
        return
    lengths = np.diff(ends, prepend=0)
    order = np.argsort(made)
    by_hash, owners = made[order], np.repeat(np.arange(len(ends)), lengths)[order]
    seen: set[int] = set()
    for seed in seeds:
        together, waiting = set[int](), [] if seed in seen else [seed]
        while waiting:
            place = waiting.pop()
            if place in together:
                continue
            together.add(place)
            own = np.unique(made[ends[place] - lengths[place] : ends[place]])
            first, last = np.searchsorted(by_hash, own), np.searchsorted(by_hash, own, "right")
            held = [owners[at:end] for at, end in zip(first.tolist(), last.tolist(), strict=True)]
            count = np.bincount(np.concatenate(held), minlength=len(ends)) if held else np.zeros(len(ends))
            alike = count >= _LEAST_SHARED * np.maximum(1, np.maximum(lengths, lengths[place]))
            waiting += [other for other in np.flatnonzero(alike).tolist() if other not in together]
        seen |= together
        if together:
            yield sorted(together)


def _is_copy(own: Sketch, signature: RMinHash, other: Sketch, other_signature: RMinHash) -> bool:
    """Whether two texts share enough: most of their shingles, or all of them where they are few."""
    least = _THRESHOLD if min(len(own), len(other)) >= _ENOUGH else 1
    return shared(own, other) >= _LEAST_SHARED and signature.jaccard(other_signature) >= least


def _words(article: Article) -> list[str]:
    return fold(article.text[:_LONGEST]).split()


def _shingles(article: Article) -> list[bytes]:
    words = _words(article)
    return [" ".join(shingle).encode() for shingle in zip(*(words[start:] for start in range(_SHINGLE)), strict=False)]
