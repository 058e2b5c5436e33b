"""People, organisations and places in three lists; names in alphabetical order."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import replace

import pytest

from tests.site.sample import entry
from timeline import site
from timeline.model import ArticleCard, Source, Timeline
from timeline.site.parts.topics import alphabetical, topics

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


def test_a_state_that_acts_has_one_page() -> None:
    found = topics(STORY, {})
    assert found["people", "Irak"] is not None
    assert found["people", "Irak"] == found["places", "Irak"]
    pages = site.render([STORY])
    assert "retraites/people/irak.html" not in pages
    assert str(pages["retraites/places/irak.html"]).count('<li class="tl-event') == 2


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
