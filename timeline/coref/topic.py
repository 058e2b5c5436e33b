"""What a timeline is about: which events of the articles belong on it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.coref.features.vocabulary import stems
from timeline.coref.names.same_name import alike, tokens
from timeline.model import Annotated, Date, Event, Name


@dataclass(frozen=True, slots=True)
class About:
    """The topic of a timeline (`about:` in its head).

    An event belongs where its date touches `period` (where given) and it is told with one of the words, people or
    places (where any are given). A word of several words ("réforme des retraites") asks for all of them. Words are
    looked for in the event's sentence and title and in the title of its article; inflection, case and accents do not
    matter.
    """

    words: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    period: Date | None = None

    def covers(self, event: Event, article_title: str, language: str) -> bool:
        """Whether an event belongs."""
        if not _touches(event.date, self.period):
            return False
        if not (self.words or self.people or self.places):
            return True
        told = _stems(language, f"{event.quote} {event.title} {article_title}")
        return (
            any(_stems(language, phrase) <= told for phrase in self.words)
            or _named(event.people, self.people)
            or _named(event.places, self.places)
        )


def chosen(annotated: Annotated, about: About | None) -> Annotated:
    """An article with the events that a topic asks for; all where there is none."""
    if about is None:
        return annotated
    title, language = annotated.article.title, annotated.article.language
    events, others = (
        tuple(event for event in its if about.covers(event, title, language))
        for its in (annotated.events, annotated.other_events)
    )
    return replace(annotated, events=events, other_events=others)


def _touches(date: Date | None, period: Date | None) -> bool:
    if period is None:
        return True
    if date is None:
        return False
    starts_in_time = date.begin is None or period.end is None or date.begin < period.end
    ends_in_time = date.end is None or period.begin is None or date.end > period.begin
    return starts_in_time and ends_in_time


def _stems(language: str, text: str) -> set[str]:
    return set(stems(language, text))


def _named(told: tuple[Name, ...], wanted: tuple[str, ...]) -> bool:
    return any(alike(tokens(name.canonical), tokens(want)) for name in told for want in wanted)
