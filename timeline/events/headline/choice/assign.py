"""Assign headlines to the events of one article: its own once, no beginning twice, one day for a sentence's line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from timeline.events.headline.base.types import Headline
from timeline.events.headline.leading.choice import Printed
from timeline.languages.folding import fold
from timeline.languages.function_words import function_words
from timeline.model import Event, Span

_ALIKE = 10
_CLAIM = 0.5
"""The share of the likeliest event's weight from which another one of the sentence may have its line."""
_STEM = 4
"""The letters by which a word is known in its forms: "convenir", "conviennent"."""
_CIRCUMSTANCE = frozenset(map(fold, function_words("circumstance")))
_CLAUSES = ("clause", "active", "loose")
"""The kinds of drafts that a clause with its own verb makes."""
_REACH = 3
"""How many words before an event's word a preposition makes it a circumstance: "après la récente attaque"."""


def as_it_is(headline: Headline) -> Printed:
    """A headline without a topic before it."""
    return Printed(headline.text)


@dataclass(frozen=True, slots=True)
class HeadlineOptions:
    """An event with its possible headlines, best first, what makes its sentence a line, and what prints the chosen."""

    event: Event
    options: tuple[Headline, ...]
    sentence: Callable[[], Headline]
    printed: Callable[[Headline], Printed] = as_it_is


def assigned(wanted: Sequence[HeadlineOptions]) -> list[Event]:
    """The events, in the given order, each with its best headline that is still free.

    The most salient event chooses first; the article's headline goes to the event with the greatest gain from it.
    """
    owner = _owner(wanted)
    taken: set[tuple[str, ...]] = set()
    chosen: dict[int, Headline] = {}
    for place in sorted(range(len(wanted)), key=lambda one: _turn(wanted[one], one, owner)):
        options = [one for one in wanted[place].options if place == owner or not one.own] or wanted[place].options
        free = (one for one in options if _opening(one.text) not in taken)
        best = next(free, options[0])
        taken.add(_opening(best.text))
        chosen[place] = best
    _part_days(wanted, chosen)
    return [_titled(one, chosen[place]) for place, one in enumerate(wanted)]


def _turn(one: HeadlineOptions, place: int, owner: int | None) -> tuple[bool, bool, float, int]:
    """When an event chooses: a line that a cut made fit a headline may be that of another event of its sentence."""
    return place != owner, one.options[0].cut, -one.event.weight, place


def _part_days(wanted: Sequence[HeadlineOptions], chosen: dict[int, Headline]) -> None:
    """Gives their sentence to the events whose line tells another event of the sentence, of another day.

    Two events may share a line, or one has a part of the other's: "Le pont rouvrira le 1er juillet, a annoncé mardi le
    département". "Le pont rouvrira" has no word of the announcement; of two whose words it has, it tells the first ("X
    décide d'envoyer un émissaire"). Or the line has the event's word as a circumstance: "Le ministre démissionne après
    les révélations" is not of the day of the revelations. A clause tells the event of its verb, whatever stands first.
    """
    sentences: dict[Span, list[int]] = {}
    for place in chosen:
        sentences.setdefault(wanted[place].event.span, []).append(place)
    lines = {place: headline.text for place, headline in chosen.items()}
    verbs = {place for place, headline in chosen.items() if _tells_its_verb(headline, wanted[place].event)}
    for place, line in lines.items():
        event = wanted[place].event
        beside = ((wanted[at].event, line in lines[at], at in verbs) for at in sentences[event.span])
        apart = [one for one in beside if one[0].date != event.date and one[0].weight >= _CLAIM * event.weight]
        if not apart or place in verbs:
            continue
        words = re.findall(r"\w+", fold(line))
        told = [lines[at] for at in sentences[event.span] if at in verbs]
        if any(
            _tells(words, other, event, share=share) or (verb and share and _stands_behind(words, other, event))
            for other, share, verb in apart
        ):
            own = _of_its_own(wanted[place], [other for other, _, _ in apart], told)
            chosen[place] = own or wanted[place].sentence()
        elif any(_is_its_circumstance(chosen[place], other, event) for other, _, _ in apart):
            own = wanted[place].sentence()
            chosen[place] = own if own.confidence else chosen[place]


def _tells_its_verb(headline: Headline, event: Event) -> bool:
    """Whether the line is a clause whose verb is the event's word: "La plainte est classée" tells no complaint."""
    draft = headline.draft
    if draft is None or draft.predicate is None or draft.kind not in _CLAUSES:
        return False
    return draft.predicate.token.start == event.trigger.start


def _of_its_own(one: HeadlineOptions, apart: Sequence[Event], told: Sequence[str]) -> Headline | None:
    """The best line of an event that has its word, and before it no word of an event of another day; none of `told`."""
    for option in one.options:
        if option.text in told:
            continue
        words = re.findall(r"\w+", fold(option.text))
        named = option.confidence and not option.own and _place(one.event.lemma, words) < len(words)
        if named and not any(_tells(words, other, one.event, share=True) for other in apart):
            return option
    return None


def _tells(words: Sequence[str], other: Event, event: Event, *, share: bool) -> bool:
    """Whether the words of a line tell of another event: both have it, or it has the event as a circumstance."""
    first, own = _place(other.lemma, words), _place(event.lemma, words)
    if share:
        return (first, -other.weight, other.trigger.start) < (own, -event.weight, event.trigger.start)
    return first < own < len(words) and bool(_CIRCUMSTANCE & set(words[max(0, own - _REACH) : own]))


def _is_its_circumstance(headline: Headline, other: Event, event: Event) -> bool:
    """Whether the line is the clause of another event, which it dates: "Après l'incendie, le magasin rouvre"."""
    draft = headline.draft
    if draft is None or draft.predicate is None or draft.predicate.token.start != other.trigger.start:
        return False
    words = re.findall(r"\w+", fold(headline.text))
    own = _place(event.lemma, words)
    return own < len(words) and bool(_CIRCUMSTANCE & set(words[max(0, own - _REACH) : own]))


def _stands_behind(words: Sequence[str], other: Event, event: Event) -> bool:
    """Whether a line has the word of another event, whose clause it is, behind that of the event."""
    return _place(event.lemma, words) < _place(other.lemma, words) < len(words)


def _place(lemma: str, words: Sequence[str]) -> int:
    """The number of the first word that begins like a lemma; the number of all words where none does."""
    own = fold(lemma)
    stem = own[: max(_STEM - 1, min(_STEM, len(own) - 1))]
    return next((number for number, word in enumerate(words) if word.startswith(stem)), len(words))


def _titled(one: HeadlineOptions, headline: Headline) -> Event:
    printed = one.printed(headline)
    score, confidence = headline.score, headline.confidence
    return replace(one.event, title=printed.text, topic=printed.topic, title_score=score, title_confidence=confidence)


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
