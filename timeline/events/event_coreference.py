"""Ids of events, and repeated mentions of the same event in one article.

What makes two mentions one event is a table of named rules; `tests/events/test_repeats.py` has their examples.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from timeline.calendar import edtf
from timeline.events.context import Context
from timeline.events.headline.base.gate import LONGEST
from timeline.events.lexicon import Lexicon, VerbClass, WordList
from timeline.languages.folding import fold
from timeline.model import Date, Event, Name, Span

_LENGTH = 8
_MAIN_NAMES = 2
_WORD = re.compile(r"\w+")


def fingerprint(event: Event) -> str:
    """An id from the event's article, word, date and main people; it does not depend on the wording around them.

    It begins with a letter, so that no YAML reader takes it for a number.
    """
    names = sorted(name.canonical.casefold() for name in event.people[:_MAIN_NAMES])
    date = edtf(event.date) if event.date else ""
    text = "\x1f".join((event.article, event.lemma.casefold(), date, *names))
    return "e" + hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def identify(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events with their ids.

    Returns:
        The same events in the same order; equal ids are followed by a number.
    """
    seen: Counter[str] = Counter()
    result = []
    for event in events:
        name = fingerprint(event)
        seen[name] += 1
        result.append(replace(event, id=name if seen[name] == 1 else f"{name}-{seen[name]}"))
    return tuple(result)


def in_text_order(events: Sequence[Event]) -> tuple[Event, ...]:
    """Sorts events by position in the article.

    Returns:
        The events by sentence and trigger.
    """
    return tuple(sorted(events, key=lambda event: (event.span.start, event.trigger.start)))


def finished(events: Sequence[Event], keep: float) -> tuple[Event, ...]:
    """The events of an article without equal lines, in text order, with their ids.

    Args:
        events: The events with their headlines.
        keep: The lowest salience of an event with a written headline.

    Returns:
        The events; of those with equal lines only the most salient.
    """
    return identify(in_text_order(without_equal_lines(events, keep)))


def without_repeats(made: Sequence[Event], context: Context) -> list[Event]:
    """Merge the candidates of one article that are the same event.

    Noun and verb of a light verb construction are one event, whatever their dates ("une enquête a été ouverte"): only
    the likelier word stays.

    Args:
        made: The candidates.
        context: The article's context, which knows which words can name one event.

    Returns:
        The candidates without repeats: the likelier one mostly stays, and gets the people of the other.
    """
    kept: list[Event] = []
    alike: dict[str, list[int]] = {}
    beside: dict[Span, list[int]] = {}
    for candidate in sorted(made, key=lambda event: (-event.weight, event.trigger.start)):
        others = beside.setdefault(candidate.span, [])
        partner = next((at for at in others if is_one_expression(candidate, kept[at])), None)
        if partner is not None:
            kept[partner] = _better_word(kept[partner], candidate, context.lexicon)
            continue
        places = alike.setdefault(context.lexicon.same_event(candidate.lemma), [])
        same = (place for place in places if repeat(candidate, kept[place], context.lexicon) is not None)
        twin = next(same, None)
        if twin is None:
            places.append(len(kept))
            others.append(len(kept))
            kept.append(candidate)
        else:
            kept[twin] = _joined(kept[twin], candidate, context)
    return kept


def _better_word(kept: Event, other: Event, lexicon: Lexicon) -> Event:
    """Of two words of one expression the likelier one; of "l'investiture prévue" the noun, "annoncé" is itself news."""
    participles = lexicon.words(WordList.PLANNED_PARTICIPLES)
    if kept.lemma not in participles or lexicon.is_verb(kept.lemma, VerbClass.ANNOUNCE):
        return kept
    return replace(other, weight=kept.weight, confidence=kept.confidence)


def is_one_expression(one: Event, other: Event) -> bool:
    """Whether two triggers of a sentence form one light verb construction: "une *enquête* a été *ouverte*".

    Args:
        one: An event.
        other: Another one of its sentence; the order does not matter.

    Returns:
        True where the words of one event begin or end with the trigger of the other; a word between them is another
        event ("*ouvert* lundi, après le *meurtre*, une enquête").
    """
    return _ends_with(one, other.trigger) or _ends_with(other, one.trigger)


def _ends_with(event: Event, trigger: Span) -> bool:
    words = event.expression
    return words is not None and trigger != event.trigger and (trigger.start == words.start or trigger.end == words.end)


class RepeatReason(Enum):
    """Why two mentions of an article are one event, if word, factuality and date are the same."""

    PEOPLE = "the same people"
    SENTENCE = "one sentence, and a date, not of different people"


@dataclass(frozen=True, slots=True)
class RepeatRule:
    """A reason, and whether it applies to two events with the same word, factuality and date."""

    reason: RepeatReason
    applies: Callable[[Event, Event], bool]


RULES: tuple[RepeatRule, ...] = (
    RepeatRule(RepeatReason.PEOPLE, lambda one, other: bool(_people(one) & _people(other))),
    RepeatRule(
        RepeatReason.SENTENCE,
        lambda one, other: one.span == other.span and one.date is not None and not _are_of_others(one, other),
    ),
)


def repeat(one: Event, other: Event, lexicon: Lexicon) -> RepeatReason | None:
    """Why two events of one article are the same event.

    Args:
        one: An event.
        other: Another one; the order does not matter.
        lexicon: The words of the article's language, with the words that can name one event ("fermer", "fermeture").

    Returns:
        The reason of the first rule that applies; None where they are two events.
    """
    alike = lexicon.same_event(one.lemma) == lexicon.same_event(other.lemma)
    if not alike or one.status is not other.status or one.date != other.date:
        return None
    return next((rule.reason for rule in RULES if rule.applies(one, other)), None)


def _are_of_others(one: Event, other: Event) -> bool:
    """Whether each event has its own people: "l'épreuve masculine (remportée par X), féminine (remportée par Y)"."""
    return bool(one.people) and bool(other.people) and not _people(one) & _people(other)


def _people(event: Event) -> set[str]:
    return {name.canonical for name in event.people}


def without_equal_lines(events: Sequence[Event], keep: float) -> list[Event]:
    """Merge the kept events of one article that a reader could not distinguish.

    They have one date and one headline; or one date and sentence, and all words of one's headline stand in the other's
    ("Un homme ouvre le feu dans un cinéma", "Un homme ouvre le feu dans un cinéma de Viernheim").

    Args:
        events: The events with their headlines.
        keep: The lowest salience of an event with a written headline; the others share their sentence's words and stay.

    Returns:
        The events; of equal ones the most salient stays, with the people and places of all; of one sentence's the most
        salient with the line that says most, and with the people and places of the other only where it has none.
    """
    kept: list[Event] = []
    dated: dict[Date | None, list[int]] = {}
    rest = [event for event in events if event.weight < keep]
    for event in sorted(events, key=lambda event: (-event.weight, event.trigger.start)):
        if event.weight >= keep:
            places = dated.setdefault(event.date, [])
            twin = next((place for place in places if _reads_alike(kept[place], event)), None)
            if twin is None:
                places.append(len(kept))
                kept.append(event)
            else:
                kept[twin] = _one_of(kept[twin], event)
    return [*kept, *rest]


def _reads_alike(one: Event, other: Event) -> bool:
    """Whether a reader could not distinguish two events of one date."""
    if one.line == other.line:
        return True
    if one.span != other.span or one.status is not other.status:
        return False
    first, second = _words(one.line), _words(other.line)
    return first <= second or second <= first


def _one_of(kept: Event, other: Event) -> Event:
    if kept.line == other.line:
        return _with_names(kept, other)
    people, places = kept.people or other.people, kept.places or other.places
    titled = kept if _fuller(kept.line, other.line, kept.quote) == kept.line else other
    return replace(
        kept,
        title=titled.title,
        topic=titled.topic,
        title_score=titled.title_score,
        title_confidence=titled.title_confidence,
        people=people,
        places=places,
    )


def _fuller(title: str, other: str, sentence: str) -> str:
    """The longer of two lines; the shorter where the longer is the sentence itself, or too long to print."""
    shorter, longer = sorted((title, other), key=len)
    return shorter if len(longer) > LONGEST or sentence.startswith(longer) else longer


def _words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(title)))


def _with_names(kept: Event, other: Event) -> Event:
    """An event with its own people and places first, then those of another mention."""
    return replace(kept, people=_union(kept.people, other.people), places=_union(kept.places, other.places))


def _union(first: Sequence[Name], more: Sequence[Name]) -> tuple[Name, ...]:
    known = {name.canonical for name in first}
    return (*first, *(name for name in more if name.canonical not in known))


def _joined(kept: Event, other: Event, context: Context) -> Event:
    """One of two mentions of an event, with the people and the salience of both.

    It is `other` if that comes earlier and stands in the first sentence, else `kept`, the likelier one.
    """
    opening = other.span.start < kept.span.start and context.opens(other.span)
    chosen, left = (other, kept) if opening else (kept, other)
    people = _union(chosen.people, left.people)
    return replace(chosen, people=people, weight=kept.weight, confidence=kept.confidence)
