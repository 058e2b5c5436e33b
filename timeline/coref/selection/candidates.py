"""Which of the unlikely entries are worth a look: those that say what no likelier one says."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from operator import attrgetter

from timeline.coref.selection.model import least
from timeline.model import Entry, Length
from timeline.model.events import TOPIC_END

_CUT = " .…"
_SENTENCE = attrgetter("article", "quote")


def each_told_once(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without those that no length publishes and that tell nothing new.

    An entry tells nothing new where a weightier one of its day has its title, or where its title is a sentence, whole
    or cut, that a weightier entry quotes: « Le maire, Luc Petit, a décrété un deuil » beside « Luc Petit décrète un
    deuil ».

    Args:
        entries: All entries; an entry without a weight counts as 0.

    Returns:
        The others, in their order.
    """
    every, enough = tuple(entries), least(Length.FULL)
    weights = [one.weight or 0.0 for one in every]
    likely = [one for one, its in zip(every, weights, strict=True) if its >= enough]
    lines = {(one.date, one.title) for one in likely}
    quoted = {*map(_SENTENCE, chain.from_iterable(one.sources for one in likely))}
    left = set[int]()
    unlikely = [place for place, its in enumerate(weights) if its < enough]
    for place in sorted(unlikely, key=weights.__getitem__, reverse=True):
        one = every[place]
        line, sentences = (one.date, one.title), [*map(_SENTENCE, one.sources)]
        if line in lines or (quoted.issuperset(sentences) and _is_a_sentence(one)):
            left.add(place)
        lines.add(line)
        quoted.update(sentences)
    return [one for place, one in enumerate(every) if place not in left]


def _is_a_sentence(one: Entry) -> bool:
    """Whether the title is the beginning of a sentence that the entry quotes."""
    title = " ".join(one.title.split()).rstrip(_CUT)
    lines = [line.lower() for line in (title, title.partition(TOPIC_END)[2]) if line]
    return any(_begins(source.quote, line) for line in lines for source in one.sources)


def _begins(quote: str, line: str) -> bool:
    """Whether a sentence begins with a line, whatever its blanks and capitals; the first letter tells of most."""
    return line.startswith(quote.lstrip()[:1].lower()) and " ".join(quote.split()).lower().startswith(line)
