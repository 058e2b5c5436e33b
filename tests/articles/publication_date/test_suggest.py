"""Proposed days: an undated text that says "mardi" fits the days on which that is the day which dated articles tell."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from timeline import articles
from timeline.articles import Undated, suggest_dates
from timeline.articles.publication_date import suggest
from timeline.calendar import from_date, unit
from timeline.model import (
    Annotated,
    Article,
    Basis,
    DateEvidence,
    Event,
    Expression,
    Granularity,
    Name,
    Span,
    Status,
    Timex,
    TimexType,
)

TUESDAY = datetime.date(2022, 12, 20)
QUOTE = "Volodymyr Zelensky a effectué mardi une visite surprise à Bakhmut."
SAME = "Mardi, le président Zelensky a effectué une visite surprise dans la ville de Bakhmut."
OTHER = "Le festival de jazz ouvrira mardi à Vienne."


def reader(*people: str) -> Callable[[Article], Annotated]:
    """A reader for these tests: "mardi" is the last Tuesday up to the day of publication; each text tells one event."""

    def annotate(article: Article) -> Annotated:
        back = (article.published.weekday() - 1) % 7
        day = article.published - datetime.timedelta(days=back)
        span, date = Span(0, len(article.text)), unit(from_date(day), Granularity.DAY)
        said = Expression(Span(0, 5), "mardi", TimexType.DATE, "weekday", None)
        names = tuple(Name(person, person, span, "PER") for person in people if person.split()[-1] in article.text)
        timex = Timex(said, day.isoformat(), date, article.published)
        event = Event(
            "e",
            article.id,
            span,
            span,
            "effectuer",
            "",
            article.text,
            date,
            Basis.STATED,
            Status.ASSERTED,
            timex,
            people=names,
        )
        return Annotated(article, (timex,), (event,))

    return annotate


def known(*days: datetime.date) -> list[Annotated]:
    annotate = reader("Volodymyr Zelensky")
    return [annotate(Article(f"k{day}", f"k{day}.txt", "", day, QUOTE)) for day in days]


def test_the_day_that_agrees_is_proposed_and_says_why():
    undated = Undated("u", "u.txt", "", SAME)
    (suggestion,) = suggest_dates([undated], known(TUESDAY), reader("Volodymyr Zelensky"))
    assert suggestion.day == TUESDAY
    assert (suggestion.earliest, suggestion.latest) == (TUESDAY, TUESDAY + datetime.timedelta(days=6))
    assert [(each.quote, each.article, each.date) for each in suggestion.because] == [
        (SAME, "k2022-12-20.txt", "2022-12-20")
    ]


def test_an_article_of_the_next_day_is_the_likelier_day():
    wednesday = TUESDAY + datetime.timedelta(days=1)
    (suggestion,) = suggest_dates([Undated("u", "u.txt", "", SAME)], known(wednesday), reader("Volodymyr Zelensky"))
    assert suggestion.day == wednesday


def test_nothing_is_proposed_without_an_event_in_common():
    assert suggest_dates([Undated("u", "u.txt", "", OTHER)], known(TUESDAY), reader("Volodymyr Zelensky")) == ()
    assert suggest_dates([Undated("u", "u.txt", "", SAME)], [], reader("Volodymyr Zelensky")) == ()


def test_it_is_asked_at_most_thirty_times():
    calls: list[datetime.date] = []
    inner = reader("Volodymyr Zelensky")

    def counting(article: Article) -> Annotated:
        calls.append(article.published)
        return inner(article)

    many = known(*(TUESDAY + datetime.timedelta(days=7 * week) for week in range(20)))
    articles.suggest_dates([Undated("u", "u.txt", "", SAME)], many, counting)
    assert len(calls) == len(set(calls)) == 30


def test_a_dated_article_is_looked_at_once_however_many_days_are_tried(monkeypatch: pytest.MonkeyPatch):
    read: list[str] = []
    whole = suggest._words
    monkeypatch.setattr(suggest, "_words", lambda text: (read.append(text), whole(text))[1])
    far = [replace(one, events=(replace(one.events[0], quote=OTHER),)) for one in known(TUESDAY) * 9]
    undated = [Undated("u", "u.txt", "", SAME), Undated("v", "v.txt", "", SAME)]
    found = suggest_dates(undated, iter(known(TUESDAY) + far), reader("Volodymyr Zelensky"))
    assert [each.day for each in found] == [TUESDAY] * 2
    assert read.count(OTHER) == 9
    assert read.count(QUOTE) == 1


def test_a_page_that_gives_a_candidate_of_its_own_gets_no_other_day():
    weak = DateEvidence("htmldate", "2022-09-10", datetime.date(2022, 9, 10))
    changed = DateEvidence("meta (modified)", "2022-09-12", datetime.date(2022, 9, 12))
    undated = Undated("u", "u.html", "", SAME, evidence=(weak, changed))
    assert undated.candidates == (weak.published,)
    assert suggest_dates([undated], known(TUESDAY), reader("Volodymyr Zelensky")) == ()


def test_two_events_of_one_sentence_count_once():
    """A day on which the reader finds "publication" beside "démissionné" is no likelier than the others."""
    once, thursday = reader("Volodymyr Zelensky"), TUESDAY + datetime.timedelta(days=2)

    def annotate(article: Article) -> Annotated:
        found = once(article)
        return replace(found, events=found.events * 2) if article.published == thursday else found

    wednesday = TUESDAY + datetime.timedelta(days=1)
    (suggestion,) = suggest_dates([Undated("u", "u.txt", "", SAME)], known(wednesday), annotate)
    assert suggestion.day == wednesday
