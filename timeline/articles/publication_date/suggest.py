"""Days for articles that have none: the day on which their events agree with those of dated articles.

A text that says "mardi" fits only some publication days if another article dates the same event. Every likely day is
tried: the article is read as if published then. Each of its events that a dated article also reports, with the same
word for it and a name or most of the sentence in common, counts for the day or against it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from timeline.calendar import edtf, to_date
from timeline.languages.folding import fold
from timeline.model import Annotated, Article, Basis, DateEvidence, Event

_STATED = (Basis.STATED, Basis.ANAPHORIC)
_AFTER = 8
"""Days after an event in which a news article still calls it by its weekday."""
_ALIKE = 0.3
_WORD = re.compile(r"\w{4,}")
_TRIED = 30


@dataclass(frozen=True, slots=True)
class Undated:
    """An article whose day of publication is not known, with what little evidence there is."""

    id: str
    path: str
    title: str
    text: str
    language: str = "fr"
    url: str | None = None
    publisher: str | None = None
    evidence: tuple[DateEvidence, ...] = ()

    @property
    def candidates(self) -> tuple[datetime.date, ...]:
        """The days that its own evidence gives for the publication, too weak or at odds: each once."""
        days = (hint.published for hint in self.evidence if not hint.kind.endswith("(modified)"))
        return tuple(dict.fromkeys(filter(None, days)))

    def published_on(self, day: datetime.date) -> Article:
        """The article as if published on `day`."""
        return Article(
            self.id,
            self.path,
            self.title,
            day,
            self.text,
            url=self.url,
            publisher=self.publisher,
            language=self.language,
        )


@dataclass(frozen=True, slots=True)
class SharedEvent:
    """Why a day is proposed: an event of the undated article, and the same one in a dated article."""

    quote: str
    article: str
    date: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed day; any from `earliest` to `latest` would agree as well. `because` holds the reasons."""

    path: str
    day: datetime.date
    earliest: datetime.date
    latest: datetime.date
    because: tuple[SharedEvent, ...]


class _DatedEvent(NamedTuple):
    """An event of an article that dates it, with the words and names by which it is recognised."""

    event: Event
    article: Article
    words: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, event: Event, article: Article) -> _DatedEvent:
        names = frozenset(fold(name.canonical) for name in (*event.people, *event.places))
        return cls(event, article, _words(event.quote), names)


def suggest_dates(
    undated: Sequence[Undated], known: Iterable[Annotated], annotate: Callable[[Article], Annotated]
) -> tuple[Suggestion, ...]:
    """Days for the undated articles that report dated events of `known` ones; nothing for those that report none.

    An article with candidates of its own gets none: a day from its events would contradict what the page says.

    Args:
        undated: The articles without a date.
        known: The annotations of the dated articles; one is held at a time.
        annotate: Reads an article as the build does. It is called once for every day that is tried, at most thirty
            times for each article.

    Returns:
        At most one suggestion for each undated article, in the order of `undated`.
    """
    dated, stated = list[_DatedEvent](), set[datetime.date]()
    for one in known:
        stated.add(one.article.published)
        dated += [_DatedEvent.of(event, one.article) for event in one.events if event.basis in _STATED]
    suggestions = (_suggest(each, dated, stated, annotate) for each in undated if not each.candidates)
    return tuple(each for each in suggestions if each)


def _suggest(
    undated: Undated, dated: Iterable[_DatedEvent], stated: Set[datetime.date], annotate: Callable[[Article], Annotated]
) -> Suggestion | None:
    words = _words(undated.text)
    near = [one for one in dated if _contained(one.words, words | _words(undated.title)) >= _ALIKE]
    likely = _likely_days(words, near)
    scored: dict[datetime.date, tuple[float, tuple[SharedEvent, ...]]] = {}
    for day in likely:
        scored[day] = _agreement(annotate(undated.published_on(day)), near)
    best = max((score for score, _ in scored.values()), default=0.0)
    if best <= 0:
        return None
    days = [day for day in sorted(scored) if scored[day][0] == best]
    day = next((each for each in days if each in stated), days[0])
    run = _run(days, day)
    return Suggestion(undated.path, day, run[0], run[-1], scored[day][1])


def _likely_days(words: frozenset[str], dated: Iterable[_DatedEvent]) -> list[datetime.date]:
    """The days on and after the dated events whose sentences share the most words with those of a text."""
    near: dict[datetime.date, float] = {}
    for one in dated:
        similarity = _contained(one.words, words)
        if similarity >= _ALIKE:
            for day in _around(one.event, one.article):
                near[day] = max(near.get(day, 0.0), similarity)
    ranked = sorted(near, key=lambda day: (-near[day], day))
    return sorted(ranked[:_TRIED])


def _around(event: Event, article: Article) -> Iterable[datetime.date]:
    """From the event's day to a week after it, and the publication day of the dated article that reports it."""
    first = to_date(event.date.begin) if event.date and event.date.begin is not None else None
    days = [] if first is None else [first + datetime.timedelta(days=offset) for offset in range(_AFTER)]
    return [*days, article.published]


def _agreement(annotated: Annotated, near: Sequence[_DatedEvent]) -> tuple[float, tuple[SharedEvent, ...]]:
    """How many sentences tell an event of `near` ones on its day, less those that tell it on another day.

    A sentence counts once: "a démissionné mardi, après la publication du rapport" may have two events on one day and
    one on the next, and neither day is likelier for it.
    """
    agrees: dict[str, bool] = {}
    because = []
    for event in annotated.events:
        if event.basis not in _STATED or event.timex is None or event.date is None:
            continue
        own = _DatedEvent.of(event, annotated.article)
        twins = [other for other in near if _same_event(own, other)]
        agreeing = [other for other in twins if other.event.date == event.date]
        if twins:
            agrees[event.quote] = agrees.get(event.quote, False) or bool(agreeing)
        because += [SharedEvent(event.quote, one.article.path, _edtf(one.event)) for one in agreeing[:1]]
    return sum(1.0 if one else -1.0 for one in agrees.values()), tuple(because)


def _edtf(event: Event) -> str:
    return edtf(event.date) if event.date else ""


def _same_event(one: _DatedEvent, other: _DatedEvent) -> bool:
    if other.event.date is None:
        return False
    similarity = min(_contained(one.words, other.words), _contained(other.words, one.words))
    shares = one.event.lemma == other.event.lemma and bool(one.names & other.names)
    return similarity >= 0.6 or (shares and similarity >= _ALIKE)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text)))


def _contained(part: frozenset[str], whole: frozenset[str]) -> float:
    return len(part & whole) / len(part) if part else 0.0


def _run(days: list[datetime.date], day: datetime.date) -> list[datetime.date]:
    """The run of consecutive `days` around `day`."""
    one = datetime.timedelta(days=1)
    first = last = day
    while first - one in days:
        first -= one
    while last + one in days:
        last += one
    return [first, last]
