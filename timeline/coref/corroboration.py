"""What an editor would not keep of one article alone is a source where another article tells it surely.

« L'injonction qui suspendait le décret » is background in an article on something else, and no event of its own. Beside
an article that tells the suspension it is a second source: it shows that the event was told again, and how.

Only what is told surely has a say in what is one event, so that a candidate neither founds an event nor holds two of
them together: a timeline holds the same events with candidates as without. A candidate waits for the first event that
it fits, and stays with it, so that a later article only adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.coref.blocking import Blocks
from timeline.coref.linkage import belonging
from timeline.coref.mentions import Telling
from timeline.coref.similarity import THRESHOLD, likeness

_TOLD_ALIKE = 0.5  # how much the words of the two tellings and the stories of their articles must speak for one event
_NAMED = ("people", "organisations", "places", "numbers")
_TELLS = 0.1  # what a name in common must speak for one event: a country says too little


class Candidates:
    """The candidates read so far: those that joined an event, by its number, and those that wait for one."""

    def __init__(self, blocks: Blocks) -> None:
        self._sure = blocks
        self._filed = Blocks(blocks.numbers)
        self._read: list[Telling] = []
        self._waiting: set[int] = set()
        self._joined: dict[int, list[Telling]] = {}

    def ask(self, article: Sequence[Telling], found: Sequence[Sequence[Telling]]) -> None:
        """Lets the candidates of an article join the events of `found` that they fit best, or else wait."""
        pairs = [self._sure.pairs(candidate) for candidate in article]
        offers = (
            (-fit, place, number)
            for place, candidate in enumerate(article)
            for number in self._sure.candidates(candidate, pairs[place])
            if (fit := corroboration(candidate, found[number]))
        )
        placed: set[int] = set()
        for _, place, number in sorted(offers):
            if place not in placed and self._is_new(article[place], found[number], number):
                placed.add(place)
                self._joined.setdefault(number, []).append(article[place])
        for place, candidate in enumerate(article):
            if place not in placed:
                self._wait(candidate, pairs[place])

    def answer(self, number: int, telling: Telling, pairs: Sequence[int], found: Sequence[Sequence[Telling]]) -> None:
        """Lets those that wait join the event of this number, which `telling` has just told."""
        for place in self._filed.candidates(telling, pairs) if self._waiting else ():
            candidate = self._read[place]
            waits = place in self._waiting and self._is_new(candidate, found[number], number)
            if waits and corroborates(candidate, found[number]):
                self._waiting.remove(place)
                self._joined.setdefault(number, []).append(candidate)

    def beside(self, number: int, members: list[Telling]) -> list[Telling]:
        """The tellings of an event with the candidates that joined it, in the order of publication."""
        joined = self._joined.get(number)
        return sorted((*members, *joined), key=lambda one: one.key) if joined else members

    def _is_new(self, candidate: Telling, members: Iterable[Telling], number: int) -> bool:
        """Whether the candidate's article is not a source of the event already."""
        article = candidate.story.article.id
        return all(told.story.article.id != article for told in (*members, *self._joined.get(number, ())))

    def _wait(self, candidate: Telling, pairs: Sequence[int]) -> None:
        place = len(self._read)
        self._read.append(candidate)
        self._waiting.add(place)
        self._filed.file(place, candidate, pairs)


def corroborates(candidate: Telling, members: Sequence[Telling]) -> bool:
    """Whether a candidate tells an event again that others tell surely: it belongs to them, and is much like one."""
    return corroboration(candidate, members) > 0


def corroboration(candidate: Telling, members: Sequence[Telling]) -> float:
    """How much a candidate belongs to an event that it tells again; 0 where it does not."""
    if not any(_tells_again(candidate, member) for member in members):
        return 0.0
    fit = belonging(candidate, members)
    return fit if fit >= THRESHOLD else 0.0


def _tells_again(candidate: Telling, member: Telling) -> bool:
    """Whether the kind of event, a name or number, and the words are the same.

    A candidate has seldom a date that could speak for it. The same sentence in another article shows nothing: it was
    copied.
    """
    if not candidate.families & member.families:
        return False
    signs = dict(likeness(candidate, member).signs)
    return (
        signs.get("words", 0.0) + signs.get("story", 0.0) >= _TOLD_ALIKE
        and signs["nothing shared"] == 0
        and max(signs[name] for name in _NAMED) >= _TELLS
    )
