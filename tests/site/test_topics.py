"""People, organisations and places in three lists; names in alphabetical order."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.site.sample import entry, many
from timeline import site
from timeline.model import ArticleCard, Entry, Source, Timeline
from timeline.site.base.options import SiteOptions
from timeline.site.pages.compose import written
from timeline.site.parts.topics import Topic, alphabetical, topics
from timeline.site.render.earlier import Earlier, known_topics

STORY = Timeline(
    "Retraites",
    "retraites",
    "retraites.yaml",
    entries=(
        entry("a", "2023-01-10", "Un", people=("Élisabeth Borne", "CGT", "Irak"), places=("Paris",)),
        entry("b", "2023-01-11", "Deux", people=("Élisabeth Borne", "Cour suprême", "manifestants"), places=("Irak",)),
        entry("c", "2023-01-12", "Trois", people=("Paris", "Eugène Dupont"), places=("Paris", "France")),
        entry("d", "2023-01-13", "Quatre", places=("France", "Paris"), people=("Édouard Philippe", "CGT")),
    ),
)


def test_each_name_is_in_the_list_of_its_kind() -> None:
    kinds = {name: topic.kind for (_, name), topic in topics(STORY, {}).items()}
    assert kinds == {
        "Élisabeth Borne": "people",
        "Eugène Dupont": "people",
        "Édouard Philippe": "people",
        "CGT": "organisations",
        "Cour suprême": "organisations",
        "manifestants": "organisations",
        "Irak": "places",
        "Paris": "places",
        "France": "places",
    }


def test_a_typed_apostrophe_makes_no_other_name() -> None:
    names = ("L’Haÿ-les-Roses", "L'Haÿ-les-Roses", "L’Haÿ-les-Roses")
    entries = tuple(entry(f"e{n}", "2023-01-10", "Un", places=(name,)) for n, name in enumerate(names))
    found = topics(replace(STORY, entries=entries), {("places", "L'Haÿ-les-Roses"): "l-hay"})
    assert set(found.values()) == {Topic("places", "L’Haÿ-les-Roses", "places/l-hay.html")}
    page = str(site.render([replace(STORY, entries=entries)])["retraites/places/lhay-les-roses.html"])
    assert page.count('<li class="tl-event') == 3


def test_a_state_that_acts_has_one_page() -> None:
    found = topics(STORY, {})
    assert found["people", "Irak"] is not None
    assert found["people", "Irak"] == found["places", "Irak"]
    pages = site.render([STORY])
    assert "retraites/people/irak.html" not in pages
    assert str(pages["retraites/places/irak.html"]).count('<li class="tl-event') == 2


ARTICLES = tuple(ArticleCard(id_, id_, datetime.date(2023, 1, 14)) for id_ in ("un", "deux"))
CITED = replace(
    STORY,
    entries=tuple(replace(one, sources=(Source(ARTICLES[n % 2].id),)) for n, one in enumerate(STORY.entries)),
    articles=ARTICLES,
)
CHANGES: dict[str, Callable[[Entry], Entry]] = {
    "people": lambda one: replace(one, people=("CGT",)),
    "places": lambda one: replace(one, places=()),
    "tags": lambda one: replace(one, tags=("loi",)),
    "sources": lambda one: replace(one, sources=(Source("un"), Source("deux"))),
}


def _earlier() -> Earlier:
    (before,) = written([CITED], SiteOptions())
    return before.earlier


def test_topics_stay_where_every_event_names_and_cites_what_it_did() -> None:
    surer = replace(CITED, entries=tuple(replace(one, weight=0.5, title="Autre") for one in CITED.entries))
    assert known_topics(_earlier(), surer, SiteOptions()) == topics(CITED, {})
    assert known_topics(None, CITED, SiteOptions()) is None


@pytest.mark.parametrize("change", CHANGES)
def test_topics_of_an_event_that_changed_are_counted_again(change: str) -> None:
    first, *others = CITED.entries
    now = replace(CITED, entries=(CHANGES[change](first), *others))
    assert known_topics(_earlier(), now, SiteOptions()) is None


def test_topics_of_another_timeline_are_counted_again() -> None:
    before, options = _earlier(), SiteOptions()
    others = (
        replace(CITED, language="en"),
        replace(CITED, entries=CITED.entries[1:]),
        replace(CITED, entries=CITED.entries[::-1]),
        replace(CITED, articles=(replace(ARTICLES[0], organisations=("CGT",)), ARTICLES[1])),
        replace(CITED, articles=ARTICLES[:1]),
    )
    assert [known_topics(before, one, options) for one in others] == [None] * len(others)
    assert known_topics(before, CITED, replace(options, typography=not options.typography)) is None
    chosen = {CITED.slug: {("people", "CGT"): "la-cgt"}}
    assert known_topics(before, CITED, replace(options, addresses=chosen)) is None


def test_a_chosen_address_holds_whatever_the_kind() -> None:
    found = topics(STORY, {("people", "CGT"): "la-cgt"})
    assert found["people", "CGT"].path == "organisations/la-cgt.html"


def test_the_first_chip_is_a_person() -> None:
    page = str(site.render([STORY])["retraites/index.html"])
    chips = [part.split("</button>")[0].split(">")[-1] for part in page.split('class="tl-chip"')[1:]]
    assert chips[0] == "Élisabeth Borne"
    assert chips.index("CGT") < chips.index("Paris")


def test_the_lists_have_their_tabs() -> None:
    page = str(site.render([STORY])["retraites/organisations/index.html"])
    assert 'aria-current="page">Organisations' in page
    assert "Élisabeth Borne" not in page
    assert "CGT" in page


@pytest.mark.parametrize(
    "names", list(itertools.permutations(["Élysée", "Elbeuf", "Eze", "Œuvre", "Odile", "Zoé"], 6))[::90]
)
def test_accents_do_not_move_a_name(names: tuple[str, ...]) -> None:
    assert sorted(names, key=alphabetical) == ["Elbeuf", "Élysée", "Eze", "Odile", "Œuvre", "Zoé"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Moscou", "places"), ("Ankara", "places"), ("Sofia", "people"), ("Victoria", "people"), ("Syrie", "places")],
)
def test_a_capital_that_acts_is_a_place_and_a_first_name_is_a_person(name: str, kind: str) -> None:
    timeline = Timeline("T", "t", "t.yaml", entries=(entry("a", "2017-01-01", "Un", people=(name,)),))
    assert topics(timeline, {})["people", name].kind == kind


def test_what_articles_read_as_no_person_is_none() -> None:
    """A company's name says nothing by itself; a person whom one article of four misread stays a person."""
    published = datetime.date(2023, 1, 10)
    read = {"1": ("Unédic", "Jeanne Duroc"), "2": ("Unédic",), "3": (), "4": ()}
    cards = tuple(ArticleCard(id_, id_, published, organisations=names) for id_, names in read.items())
    sources = tuple(Source(article=id_, quote="") for id_ in read)
    one = replace(entry("a", "2023-01-10", "Un", people=("Unédic", "Jeanne Duroc")), sources=sources)
    kinds = topics(Timeline("T", "t", "t.yaml", entries=(one,), articles=cards), {})
    assert {name: topic.kind for (_, name), topic in kinds.items()} == {
        "Unédic": "organisations",
        "Jeanne Duroc": "people",
    }


def _read(pages: dict[str, str | bytes], path: str) -> str:
    return str(pages[f"long/{path}"])


def test_a_name_of_very_many_events_has_several_pages() -> None:
    """No page grows with the timeline: each holds five hundred events in short, and leads to its neighbours."""
    pages = site.render([many(1_600, slug="long", title="Une longue histoire")])
    parts = [f"tags/budget{part}.html" for part in ("", "_2", "_3", "_4")]
    assert [_read(pages, part).count("<h3") for part in parts] == [500, 500, 500, 100]
    assert 'rel="next" href="budget_2.html"' in _read(pages, parts[0])
    assert 'rel="prev" href="budget.html"' in _read(pages, parts[1])
    assert "1600 événements" in _read(pages, parts[0]).replace("\u202f", "").replace("\u00a0", "")
    assert 'rel="next"' not in _read(pages, parts[3])
    assert "tl-pager" not in _read(pages, "people/personne-1.html")


def test_what_was_known_of_a_long_timeline_is_what_was_new_then() -> None:
    pages = site.render([many(1_600, slug="long", title="Une longue histoire")])
    last = max(path for path in pages if path.startswith("long/known-2"))
    assert str(pages[last]).count("<h3") == 500
    assert "événements que cette page ne répète pas" in str(pages[last])


def test_a_list_of_very_many_articles_has_several_pages() -> None:
    """An archive's own lists are no longer than a browser shows at once."""
    cards = tuple(ArticleCard(f"a{n}", f"Titre {n}", datetime.date(2023, 1, 10)) for n in range(2_500))
    sources = tuple(Source(article=card.id, quote="") for card in cards)
    one = replace(entry("a", "2023-01-10", "Un"), sources=sources)
    pages = site.render([Timeline("T", "long", "t.yaml", entries=(one,), articles=cards)])
    assert _read(pages, "articles/index.html").count('<li><a href="a') == 2_000
    assert _read(pages, "articles/index_2.html").count('<li><a href="a') == 500


def test_the_list_of_articles_names_their_papers() -> None:
    day = datetime.date(2023, 1, 10)
    cards = (ArticleCard("a", "Le pont ferme", day, publisher="Le Journal"), ArticleCard("b", "Le pont rouvre", day))
    one = replace(entry("a", "2023-01-10", "Un"), sources=tuple(Source(article=card.id, quote="") for card in cards))
    listed = _read(
        site.render([Timeline("T", "long", "t.yaml", entries=(one,), articles=cards)]), "articles/index.html"
    )
    assert "Le pont ferme (Le Journal, 10 janvier 2023)" in listed.replace("\u202f", " ").replace("\u00a0", " ")
    assert "Le pont rouvre (10 janvier 2023)" in listed.replace("\u202f", " ").replace("\u00a0", " ")
