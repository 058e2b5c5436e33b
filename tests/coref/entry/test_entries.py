"""What an entry says once several articles told its event."""

import datetime
from dataclasses import replace

import pytest

from tests.coref.making import annotated, merged, telling
from timeline.calendar import parse_edtf
from timeline.coref.entry.build import entry
from timeline.coref.entry.dates import dating
from timeline.coref.entry.factuality import status
from timeline.coref.mentions import mentions_of
from timeline.coref.names.canonical import Names, canon
from timeline.model import (
    Annotated,
    Basis,
    Entry,
    Expression,
    Reference,
    Rejected,
    RejectedDate,
    RejectionReason,
    Span,
    Status,
    Timex,
    TimexType,
    Vague,
)


def one_entry(*articles: Annotated) -> Entry:
    (entry,) = merged(articles)
    return entry


def arrest(article: str, published: str, date: str = "2023-03-14", **facts: object) -> Annotated:
    quote = facts.pop("quote", f"Paul Rey, notaire à Gap, a été arrêté ({article}).")
    given = {"trigger": "arrêté", "people": ("Paul Rey",), "places": ("Gap",), **facts}
    return annotated(str(quote), "arrêter", date, article=article, published=published, **given)


def test_sources_stand_in_the_order_of_publication() -> None:
    entry = one_entry(arrest("late", "2023-03-20"), arrest("early", "2023-03-14"), arrest("middle", "2023-03-16"))
    assert [source.article for source in entry.sources] == ["early", "middle", "late"]
    assert entry.first_known == datetime.date(2023, 3, 14)


def test_a_stated_day_beats_inferred_ones_and_shows_the_conflict() -> None:
    entry = one_entry(
        arrest("a1", "2023-03-15", "2023-03-15", basis=Basis.LEAD), arrest("a2", "2023-03-20", "2023-03-14")
    )
    assert (entry.date, entry.basis, entry.conflict) == ("2023-03-14", "stated", True)
    assert [source.date for source in entry.sources] == ["2023-03-15", "2023-03-14"]


def test_a_time_by_the_clock_stands_in_the_date_of_the_entry_and_of_its_source() -> None:
    entry = one_entry(arrest("a1", "2023-03-15", "2023-03-14T20:30"))
    assert entry.date == entry.sources[0].date == "2023-03-14T20:30:00"


ELECTED = "Jair Bolsonaro a été élu président du Brésil avec 55 % des voix."
ROUND = "Lors du second tour, le 28 octobre, il a battu Fernando Haddad."


@pytest.mark.parametrize(
    ("headline", "date", "quote"),
    [
        ("Brésil : second tour", "2018-10-28", ELECTED),
        # its sentence gives another day: the one that gives the entry's day is quoted
        ("Brésil : second tour", "2018-10-29", ROUND),
        # a headline as a quote would say less than the sentence
        (ELECTED, "2018-10-28", ROUND),
    ],
)
def test_the_quote_is_the_sentence_of_the_title_where_that_has_the_date(headline: str, date: str, quote: str) -> None:
    whole = annotated(
        ELECTED, "élire", date, trigger="élu", published="2018-10-29", basis=Basis.LEAD, title=headline, weight=0.9
    )
    (elected,) = whole.events
    (won,) = annotated(ROUND, "battre", "2018-10-28", trigger="battu", published="2018-10-29").events
    won = replace(won, id="a1-2", span=Span(100, 100 + len(ROUND)), trigger=Span(147, 152), title_score=-1.0)
    mentions = mentions_of(replace(whole, events=(elected, won)), 1, {})
    made = entry("e", mentions, canon([whole], Names()), "fr", 0.5)
    assert (made.title, made.date, [source.quote for source in made.sources]) == (ELECTED, "2018-10-28", [quote])


def test_a_day_beats_a_month_and_they_do_not_conflict() -> None:
    entry = one_entry(arrest("a1", "2023-03-20", "2023-03"), arrest("a2", "2023-03-22", "2023-03-14"))
    assert (entry.date, entry.conflict) == ("2023-03-14", False)


def test_the_publication_day_alone_is_no_claim() -> None:
    entry = one_entry(
        arrest("a1", "2023-03-15", "2023-03-15", basis=Basis.PUBLISHED), arrest("a2", "2023-03-16", "2023-03-14")
    )
    assert (entry.date, entry.conflict) == ("2023-03-14", False)


def test_the_majority_beats_one() -> None:
    inferred = {"basis": Basis.LEAD}
    entry = one_entry(
        arrest("a1", "2023-03-15", "2023-03-15", **inferred),
        arrest("a2", "2023-03-15", "2023-03-14", **inferred),
        arrest("a3", "2023-03-16", "2023-03-14", **inferred),
    )
    assert entry.date == "2023-03-14"


def test_independent_sources_add_confidence_and_weight_and_copies_do_not() -> None:
    text = (
        "Paul Rey, notaire à Gap, a été arrêté. "
        + "Le parquet a ouvert une information judiciaire pour escroquerie. " * 3
    )
    other = (
        "Arrêté : c'est fini pour Paul Rey. "
        + "À Gap, les clients floués sont partagés entre soulagement et colère. " * 3
    )
    quote = "Paul Rey, notaire à Gap, a été arrêté."
    alone = one_entry(arrest("a1", "2023-03-15", quote=quote, text=text))
    copied = one_entry(
        arrest("a1", "2023-03-15", quote=quote, text=text), arrest("a2", "2023-03-15", quote=quote, text=text + "(AFP)")
    )
    confirmed = one_entry(
        arrest("a1", "2023-03-15", quote=quote, text=text),
        arrest("a2", "2023-03-15", quote="Le notaire de Gap Paul Rey a été arrêté.", text=other),
    )
    assert len(copied.sources) == len(confirmed.sources) == 2
    assert copied.confidence == alone.confidence
    assert copied.weight == alone.weight
    assert (confirmed.confidence or 0) > (alone.confidence or 0)
    assert (confirmed.weight or 0) > (alone.weight or 0)


def test_another_source_adds_confidence_in_the_date_and_the_title_keeps_its_own() -> None:
    found = [judged("a1", 0.7, 0.4), judged("a2", 0.6, 0.9)]
    alone, both = one_entry(found[0]), one_entry(*found)
    assert (alone.date_confidence, alone.title_confidence) == (0.7, 0.4)
    assert both.date_confidence == pytest.approx(1 - 0.3 * (1 - 0.5 * 0.6))
    assert both.title_confidence in (0.4, 0.9)
    assert one_entry(arrest("a1", "2023-03-15")).date_confidence is None


def judged(article: str, date: float, title: float) -> Annotated:
    """An arrest whose date and title a model judged."""
    one = arrest(article, "2023-03-15", quote=f"{article} : Paul Rey, notaire à Gap, a été arrêté.")
    judged = [replace(event, date_confidence=date, title_confidence=title) for event in one.events]
    return replace(one, events=tuple(judged))


def museum(quote: str, **facts: object) -> Annotated:
    return annotated(quote, "inaugurer", trigger="inauguré", places=("Gap",), **facts)


def test_a_plan_that_happened_is_asserted() -> None:
    entry = one_entry(
        museum("Le musée de Gap sera inauguré.", article="a1", published="2023-03-01", status=Status.PLANNED),
        museum("Le musée de Gap a été inauguré.", article="a2"),
    )
    assert entry.status is Status.ASSERTED
    assert entry.title == "Le musée de Gap a été inauguré."


@pytest.mark.parametrize(
    ("planned", "took_place", "status", "date"),
    [
        ("2023-03-01", "2023-03-14", Status.ASSERTED, "2023-03-14"),
        ("2023-03-14", "2023-03", Status.ASSERTED, "2023-03-14"),  # within the month that it took place in
        ("2023-03-01", "2023-03-14", Status.PLANNED, "2023-03-01"),  # two plans: the earlier source has no equal
    ],
)
def test_a_plan_that_came_otherwise_dates_nothing(planned: str, took_place: str, status: Status, date: str) -> None:
    plan = annotated("Le musée doit rouvrir.", "rouvrir", planned, published="2023-02-27", status=Status.PLANNED)
    told = annotated(
        "Le musée a rouvert.",
        "rouvrir",
        took_place,
        article="a2",
        published="2023-04-01",
        status=status,
        basis=Basis.LEAD,
    )
    assert dating([telling(plan), telling(told)]).text == date


def test_a_whole_line_goes_before_one_that_is_cut() -> None:
    """Even where the source of the whole one still plans what the other asserts."""
    opened = annotated("Le musée de Gap a ouvert.", "ouvrir", article="a1", places=("Gap",))
    planned = annotated("Le musée de Gap ouvrira.", "ouvrir", article="a2", places=("Gap",), status=Status.PLANNED)
    cut = replace(opened, events=(replace(opened.events[0], title="Le musée de Gap a…"),))
    (entry,) = merged([cut, planned])
    assert (entry.status, entry.title) == (Status.ASSERTED, "Le musée de Gap ouvrira.")


@pytest.mark.parametrize(
    ("status", "score", "title"),
    [
        (Status.REPORTED, 0.8, "Le musée de Gap est inauguré"),  # as true as what is asserted, and well written
        (Status.REPORTED, 0.3, "Le musée de Gap a été inauguré."),
        (Status.PLANNED, 0.8, "Le musée de Gap a été inauguré."),  # a plan's line tells what is still to come
    ],
)
def test_what_is_asserted_may_have_the_better_line_of_a_report(status: Status, score: float, title: str) -> None:
    asserted = museum("Le musée de Gap a été inauguré.", article="a1", published="2023-03-14")
    other = museum("Le musée de Gap est inauguré", article="a2", status=status)
    written = [
        replace(one, events=tuple(replace(event, title_score=score_) for event in one.events))
        for one, score_ in ((asserted, 0.3), (other, score))
    ]
    entry = one_entry(*written)
    assert (entry.status, entry.title) == (Status.ASSERTED, title)


@pytest.mark.parametrize(
    ("published", "score", "title"),
    [
        ("2023-03-07", 0.8, "Le musée de Gap a été inauguré."),  # out a week before: it only names the event
        ("2023-03-15", 0.8, "Le musée de Gap est inauguré"),
        ("2023-03-15", 0.3, "Le musée de Gap a été inauguré."),
    ],
)
def test_an_article_that_came_out_before_the_day_tells_no_event(published: str, score: float, title: str) -> None:
    day = "2023-03-14"
    told = museum("Le musée de Gap a été inauguré.", date=day, article="a1", published="2023-03-14")
    named = museum("Le musée de Gap est inauguré", date=day, article="a2", published=published)
    written = [
        replace(one, events=tuple(replace(event, title_score=score_) for event in one.events))
        for one, score_ in ((told, 0.5), (named, score))
    ]
    assert one_entry(*written).title == title


def test_a_long_line_goes_before_a_sentence_as_it_stands() -> None:
    """The sentence may tell of another event first."""
    line = f"Le musée de Gap est inauguré par {'le maire, ' * 9}le préfet"
    lines = {"a1": (line, 0.3), "a2": ("Le musée de Gap a été inauguré.", 0.0)}
    made = [
        replace(one, events=(replace(one.events[0], title=title, title_score=score),))
        for article, (title, score) in lines.items()
        for one in (museum("Le musée de Gap a été inauguré.", article=article),)
    ]
    assert one_entry(*made).title == line


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Le maire remercie les mécènes", "Le musée de Gap est inauguré"),  # of another event of the sentence
        ("Inauguration du musée de Gap par le maire", "Inauguration du musée de Gap par le maire"),
    ],
)
def test_a_line_with_the_word_of_its_event_goes_before_a_better_one_without(other: str, expected: str) -> None:
    lines = {"a1": ("Le musée de Gap est inauguré", 0.3), "a2": (other, 0.6)}
    made = [
        replace(one, events=(replace(one.events[0], title=title, title_score=score),))
        for article, (title, score) in lines.items()
        for one in (museum("Le musée de Gap a été inauguré.", article=article),)
    ]
    assert one_entry(*made).title == expected


@pytest.mark.parametrize(
    ("verb", "trigger", "line"),
    [
        ("mourir", "mort", "Un bébé meurt dans une ambulance"),
        ("obtenir", "obtenu", "Le musée obtient un prêt"),
    ],
)
def test_a_line_may_have_an_irregular_form_of_the_word_of_its_event(verb: str, trigger: str, line: str) -> None:
    other = f"Pour celui qui a {trigger} ainsi, l'enquête continue"
    made = []
    for article, title, score in (("a1", line, 0.8), ("a2", other, 0.1)):
        one = annotated(f"Il a {trigger}.", verb, "2023-03-14", article=article, trigger=trigger)
        made.append(replace(one, events=(replace(one.events[0], title=title, title_score=score),)))
    assert one_entry(*made).title == line


def concert(quote: str, lemma: str, date: str, **facts: object) -> Annotated:
    given = {"trigger": "concert", "places": ("Gap",), "people": ("Zaz",), **facts}
    return annotated(quote, lemma, date, **given)


def test_a_postponed_event_moves_and_keeps_its_old_date() -> None:
    moved = {"status": Status.PLANNED, "postponed_from": "2023-03-20"}
    entry = one_entry(
        concert("Le concert de Zaz à Gap est complet.", "concert", "2023-03-20", article="a1", published="2023-03-01"),
        concert(
            "Le concert de Zaz à Gap est reporté.",
            "reporter",
            "2023-04-04",
            article="a2",
            published="2023-03-10",
            **moved,
        ),
        concert(
            "Le concert de Zaz à Gap a fait le plein.", "concert", "2023-04-04", article="a3", published="2023-04-05"
        ),
    )
    assert (entry.date, entry.was, entry.conflict) == ("2023-04-04", ("2023-03-20",), False)
    assert entry.status is Status.ASSERTED


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ("planned asserted", "asserted"),
        ("asserted planned", "asserted"),
        ("reported denied", "denied"),
        ("reported asserted", "asserted"),
        ("asserted reported", "asserted"),
        ("conditional planned", "planned"),
        ("denied asserted", "asserted"),
        ("planned", "planned"),
        ("denied reported", "denied"),
    ],
)
def test_status(told: str, stands: str) -> None:
    assert status(map(Status, told.split())) == stands


def test_entries_are_in_order_of_date_and_undated_ones_last() -> None:
    dates = ["2023-05", None, "../2023-01-01", "2022", "2023-03-14"]
    towns = ["Gap", "Albi", "Brest", "Dax", "Pau"]
    entries = merged(
        [
            annotated(f"À {town}, il neige.", "neiger", date, article=f"a{number}", places=(town,))
            for number, (town, date) in enumerate(zip(towns, dates, strict=True))
        ]
    )
    assert [entry.date for entry in entries] == ["2022", "../2023-01-01", "2023-03-14", "2023-05", ""]


@pytest.mark.parametrize(
    "towns",
    [
        [("Pau", "2023-03-15", 0), ("Gap", "2023-03-16", 0), ("Albi", "2023-03-17", 0)],  # by publication
        [("Pau", "2023-03-15", 0), ("Gap", "2023-03-15", 70), ("Albi", "2023-03-15", 140)],  # in the order of the text
    ],
)
def test_events_of_one_day_are_in_the_order_in_which_the_articles_tell_them(towns: list[tuple[str, str, int]]) -> None:
    told = []
    for town, published, at in towns:
        one = annotated(f"À {town}, il neige.", "neiger", published=published, article=published, places=(town,))
        moved = replace(one.events[0], span=Span(at, at + 20), id=f"{published}-{at}")
        told.append((one, moved))
    articles = {one.article.id: one for one, _ in told}
    whole = [
        replace(one, events=tuple(event for _, event in told if event.article == id_)) for id_, one in articles.items()
    ]
    assert [entry.places for entry in merged(whole)] == [("Pau",), ("Gap",), ("Albi",)]


def test_the_dates_that_lost_stand_with_their_source() -> None:
    told = arrest("a1", "2023-03-20")
    expression = Expression(Span(0, 5), "mardi", TimexType.DATE, "weekday", Vague(Reference.PRESENT))
    dated = Timex(expression, "2023-03-21", parse_edtf("2023-03-21"))
    undated = replace(dated, date=None)
    rejected = (Rejected(dated, RejectionReason.SAYING, "annoncé"), Rejected(undated, RejectionReason.ASIDE))
    told = replace(told, events=tuple(replace(event, rejected=rejected) for event in told.events))
    (source,) = one_entry(told).sources
    assert source.discarded == (RejectedDate("mardi", "2023-03-21", RejectionReason.SAYING, "annoncé"),)


def test_what_a_list_of_other_articles_announces_is_no_event_of_this_one() -> None:
    quote = "Paul Rey arrêté"
    listed = annotated(quote, "arrêter", trigger="arrêté", text=f"{quote}\nSur le même sujet\nLe maire démissionne")
    assert merged([listed])
    text = f"Sur le même sujet\n{quote}\n\nLe marché de Gap est pavoisé."
    start = text.index(quote)
    event = replace(listed.events[0], span=Span(start, start + len(quote)), trigger=Span(start + 9, start + 15))
    assert not merged([replace(listed, article=replace(listed.article, text=text), events=(event,))])


@pytest.mark.parametrize(
    ("places", "kept"),
    [
        (("Gap", "centre de Gap"), ("Gap",)),
        (("base de Gap", "Gap", "Alpes"), ("Gap", "Alpes")),
        (("aéroport d'Orly", "Orly"), ("Orly",)),
        (("centre de Gap",), ("centre de Gap",)),
        (("Saint-Denis de La Réunion", "La Réunion"), ("Saint-Denis de La Réunion", "La Réunion")),
        (("Bissau", "Guinée-Bissau"), ("Bissau", "Guinée-Bissau")),
    ],
)
def test_a_description_of_a_place_that_is_named_is_left_out(places: tuple[str, ...], kept: tuple[str, ...]) -> None:
    assert one_entry(arrest("a1", "2023-03-15", places=places)).places == kept
