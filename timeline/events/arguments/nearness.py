"""Where the names of an article stand, seen from one of its sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from timeline.events import boosting
from timeline.events.arguments.candidates import NameCandidate

NEARNESS = ("back", "forward", "rank", "same paragraph", "was subject", "was place")
"""The number of sentences since the name last stood (0: here) and until it stands again, its rank by the first among
the names of its class, whether it stands in the paragraph, and whether the last sentence with it before this one had it
as a subject, and as a place."""
FAR = 30
"""The number of sentences from which a distance is no longer counted."""
_LAST_RANK = 9


@dataclass(frozen=True, slots=True)
class NameTrace:
    """The sentences of a name, ascending, whether it was a subject and a place in each, and its paragraphs."""

    sentences: tuple[int, ...]
    roles: tuple[tuple[bool, bool], ...]
    paragraphs: frozenset[int]

    @classmethod
    def of(cls, candidate: NameCandidate, paragraphs: Sequence[int]) -> NameTrace:
        """The trace of a candidate.

        Args:
            candidate: The candidate.
            paragraphs: The paragraph of each sentence of the article.
        """
        at = sorted(candidate.by_sentence.items())
        return cls(
            tuple(sentence for sentence, _ in at),
            tuple((any(one.is_subject for one in its), any(one.is_locative for one in its)) for _, its in at),
            frozenset(paragraphs[sentence] for sentence, _ in at),
        )

    def seen_from(self, sentence: int, paragraph: int) -> tuple[float, ...]:
        """The values of `NEARNESS` for a sentence and its paragraph; the rank is 0."""
        behind, before = bisect_right(self.sentences, sentence), bisect_left(self.sentences, sentence)
        back = min(sentence - self.sentences[behind - 1], FAR) if behind else FAR
        forward = min(self.sentences[behind] - sentence, FAR) if behind < len(self.sentences) else FAR
        was = self.roles[before - 1] if before else (False, False)
        return (back, forward, 0.0, paragraph in self.paragraphs, *was)

    def before(self, sentence: int) -> tuple[int, bool]:
        """How many sentences back the name last stood, and whether the last one with it before this had it as subject.

        Args:
            sentence: The number of a sentence without the name.
        """
        last = bisect_left(self.sentences, sentence) - 1
        return (min(sentence - self.sentences[last], FAR), self.roles[last][0]) if last >= 0 else (FAR, False)


@dataclass(frozen=True, slots=True)
class Nearness:
    """The traces of an article's candidates, with the class of each and the paragraph of each sentence."""

    traces: tuple[NameTrace, ...]
    classes: tuple[int, ...]
    paragraphs: Sequence[int]
    _known: dict[int, NDArray[np.float32]] = field(init=False, default_factory=dict, repr=False, compare=False)

    def seen_from(self, sentence: int) -> NDArray[np.float32]:
        """The values of `NEARNESS` for each candidate (candidates, values), seen from a sentence; not to be changed."""
        if sentence not in self._known:
            self._known[sentence] = self._seen_from(sentence)
        return self._known[sentence]

    def _seen_from(self, sentence: int) -> NDArray[np.float32]:
        paragraph = self.paragraphs[sentence]
        found = boosting.table([one.seen_from(sentence, paragraph) for one in self.traces])
        for kind in set(self.classes):
            columns = [number for number, other in enumerate(self.classes) if other == kind]
            near = found[columns, 0].tolist()
            order = {value: rank for rank, value in enumerate(sorted(set(near)))}
            found[columns, 2] = [order[value] if value < FAR else _LAST_RANK for value in near]
        return found
