"""Assign headlines to the events of one article: its own once, no beginning twice, one day for a sentence's line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.headline.choice.types import Headline
from timeline.languages.folding import fold
from timeline.model import Event, Span

_ALIKE = 10
_CLAIM = 0.5
"""The share of the likeliest event's weight from which another one of the sentence may have its line."""
_STEM = 4
"""The letters by which a word is known in its forms: "convenir", "conviennent"."""


@dataclass(frozen=True, slots=True)
class HeadlineOptions:
    """An event with its possible headlines, best first, and its sentence as a line."""

    event: Event
    options: tuple[Headline, ...]
    sentence: Headline


def assigned(wanted: Sequence[HeadlineOptions]) -> list[Event]:
    """The events, in the given order, each with its best headline that is still free.

    The most salient event chooses first; the article's headline goes to the event with the greatest gain from it.
    """
    owner = _owner(wanted)
    taken: set[tuple[str, ...]] = set()
    chosen: dict[int, Headline] = {}
    for place in sorted(range(len(wanted)), key=lambda one: (one != owner, -wanted[one].event.weight, one)):
        options = [one for one in wanted[place].options if place == owner or not one.own] or wanted[place].options
        free = (one for one in options if _opening(one.text) not in taken)
        best = next(free, options[0])
        taken.add(_opening(best.text))
        chosen[place] = best
    _part_days(wanted, chosen)
    return [_titled(one.event, chosen[place]) for place, one in enumerate(wanted)]


def _part_days(wanted: Sequence[HeadlineOptions], chosen: dict[int, Headline]) -> None:
    """Gives a line that two events of a sentence and of two days share to one of them, and the sentence to the other.

    "Le pont rouvrira le 1er juillet, a annoncé mardi le département": "Le pont rouvrira" tells what was announced: it
    has no word of the announcement. Of two whose words it has, it tells the first ("X décide d'envoyer un émissaire").
    """
    sharing: dict[tuple[Span, str], list[int]] = {}
    for place, headline in chosen.items():
        sharing.setdefault((wanted[place].event.span, headline.text), []).append(place)
    for (_, line), places in sharing.items():
        least = _CLAIM * max(wanted[place].event.weight for place in places)
        likely = [place for place in places if wanted[place].event.weight >= least]
        told = min(likely, key=lambda at: (_word(wanted[at].event.lemma, line), -wanted[at].event.weight, at))
        for place in places:
            if wanted[place].event.date != wanted[told].event.date:
                chosen[place] = wanted[place].sentence


def _word(lemma: str, line: str) -> int:
    """The number of the first word of a line that begins like a lemma; the number of its words where none does."""
    words, own = re.findall(r"\w+", fold(line)), fold(lemma)
    stem = own[: max(_STEM - 1, min(_STEM, len(own) - 1))]
    return next((number for number, word in enumerate(words) if word.startswith(stem)), len(words))


def _titled(event: Event, headline: Headline) -> Event:
    return replace(event, title=headline.text, title_score=headline.score, title_confidence=headline.confidence)


def _owner(wanted: Sequence[HeadlineOptions]) -> int | None:
    """The index of the event that gets the article's own headline."""
    gains = {}
    for place, one in enumerate(wanted):
        own = next((option.score for option in one.options if option.own), None)
        if own is not None and one.options[0].own:
            other = next((option.score for option in one.options if not option.own), 0.0)
            gains[place] = own - other + 0.2 * one.event.weight
    return max(gains, key=lambda place: (gains[place], -place)) if gains else None


def _opening(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text.lower())[:_ALIKE])
