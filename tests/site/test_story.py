"""What came before the story, what stands out of it, and the strip without empty years."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import examples
from tests.site.sample import entry, many
from timeline import site
from timeline.calendar import moment, parse_edtf
from timeline.model import ArticleCard, Source, Status, Timeline
from timeline.site import SiteOptions
from timeline.site.pages.compose import written
from timeline.site.parts.cards import Card
from timeline.site.parts.days import position
from timeline.site.parts.density import strip, tick_text
from timeline.site.parts.labels import Words
from timeline.site.parts.story import _near, background, highlights, now

FRENCH = Words("fr")
PUBLISHED = [datetime.date(2017, 2, 1), datetime.date(2017, 4, 1)]


def cards(*days: str, **more: object) -> list[Card]:
    article = ArticleCard("a", "Un article", PUBLISHED[0])
    entries = tuple(
        entry(f"e{n}", day, f"Fait {n}", sources=(Source("a", "Oui."),), **more) for n, day in enumerate(days)
    )
    (one,) = written([Timeline("T", "t", "t.yaml", entries=entries, articles=(article,))], SiteOptions())
    return list(one.cards)


@pytest.mark.parametrize(
    ("days", "folded"),
    [
        (["1977", "1995", "2015-01-07", "2017-01-25", "2017-02-01", "2017-03-01"], 3),
        (["1995", "2015", "2017-01-25", "2017-02-01", "2017-03-01"], 0),  # too few to fold
        (["1977", "1981", "1995", "2002", "2017-02-01"], 0),  # the past is the story
        (
            ["2016-12-10", "2016-12-20", "2017-01-01", "2017-01-25", "2017-02-01", "2017-03-01"],
            0,
        ),  # as near as it lasts
    ],
)
def test_background_is_what_came_before_the_articles(days: list[str], folded: int) -> None:
    assert background(cards(*days), PUBLISHED) == folded


def test_without_articles_nothing_is_background() -> None:
    assert background(cards("1977", "1978", "1979", "2017", "2018", "2019"), []) == 0


def test_highlights_are_ten_at_most_and_spread() -> None:
    crowd = cards(*["2017-02-01"] * 20, *[f"2017-{month:02}-15" for month in range(3, 10)], weight=0.5)
    chosen = highlights(crowd)
    assert len(chosen) == 10
    assert {card.begin[:7] for card in chosen} == {f"2017-{month:02}" for month in range(2, 10)}


def _one_by_one(crowd: list[Card], most: int) -> list[str]:
    """What `highlights` chooses of events with weights alone: the heaviest first, each makes those near it lighter."""
    left = {card.id: card.entry.weight or 0.0 for card in crowd}
    at = {card.id: position(card.date) or 0 for card in crowd}
    near, chosen = _near(at.values(), most), list[str]()
    while left and len(chosen) < most:
        best = max(left, key=left.__getitem__)
        chosen.append(best)
        del left[best]
        left = {id_: rank * (0.75 if abs(at[id_] - at[best]) < near else 1) for id_, rank in left.items()}
    return sorted(chosen, key=list(at).index)


@settings(max_examples=examples(25, 200), deadline=None)
@given(st.lists(st.tuples(st.integers(1, 28), st.integers(1, 4)), min_size=1, max_size=30))
def test_highlights_are_those_chosen_one_by_one(days: list[tuple[int, int]]) -> None:
    crowd = [
        replace(card, entry=replace(card.entry, weight=weight / 4))
        for card, (_, weight) in zip(cards(*(f"2017-{1 + day % 3:02}-{day:02}" for day, _ in days)), days, strict=True)
    ]
    alone = [replace(card, entry=replace(card.entry, title=f"{card.id}")) for card in crowd]  # no title repeats another
    assert [card.id for card in highlights(alone)] == _one_by_one(alone, 10)


def told(*events: tuple[str, float, int]) -> list[Card]:
    """Events of a day, a weight and so many articles."""
    articles = tuple(ArticleCard(f"a{n}", f"Article {n}", PUBLISHED[0]) for n in range(3))
    entries = tuple(
        entry(f"e{n}", day, f"Fait {n}", weight=weight, sources=tuple(Source(a.id, "Oui.") for a in articles[:count]))
        for n, (day, weight, count) in enumerate(events)
    )
    (one,) = written([Timeline("T", "t", "t.yaml", entries=entries, articles=articles)], SiteOptions())
    return list(one.cards)


def test_one_plan_for_years_ahead_does_not_make_the_days_of_the_story_one() -> None:
    days = [(f"2017-02-{day:02}", 0.9, 1) for day in range(1, 25)]
    chosen = highlights(told(*days, ("2037", 0.4, 1)), 10, PUBLISHED)
    assert [card.begin for card in chosen if card.begin > "2018"] == []
    assert len({card.begin for card in chosen}) == 10


@pytest.mark.parametrize(
    ("before", "chosen"),
    [
        (("1994-04-06", 0.9, 1), False),  # one article recalls it
        (("1994-04-06", 0.9, 2), True),  # where the story began
        (("2016-12-20", 0.9, 1), True),  # as near as the articles last
    ],
)
def test_what_came_before_the_story_stands_out_only_as_its_origin(
    before: tuple[str, float, int], *, chosen: bool
) -> None:
    cards_ = told(before, *((f"2017-02-{day:02}", 0.5, 1) for day in range(1, 9)))
    assert ("e0" in {card.id for card in highlights(cards_, 3, PUBLISHED)}) is chosen


def test_a_story_has_one_origin() -> None:
    past = [("1994-04-06", 0.9, 2), ("2005-06-01", 0.8, 2), ("2010-06-28", 0.7, 3)]
    chosen = highlights(told(*past, *((f"2017-02-{day:02}", 0.5, 1) for day in range(1, 6))), 4, PUBLISHED)
    assert [card.begin for card in chosen if card.begin < "2017"] == ["1994-04-06"]


def test_where_the_past_is_the_story_it_stands_out() -> None:
    past = [("1994-04-06", 0.9, 1), ("2005-06-01", 0.8, 1), ("2010-06-28", 0.7, 1)]
    chosen = highlights(told(*past, ("2017-02-01", 0.5, 1)), 4, PUBLISHED)
    assert [card.begin for card in chosen][:3] == ["1994-04-06", "2005-06-01", "2010-06-28"]


def test_a_person_decides_what_is_important() -> None:
    assert [card.id for card in highlights(cards("2017-02-01", "2017-02-02", importance=5))] == ["e0", "e1"]
    assert highlights(cards("2017-02-01", importance=1, weight=0.9)) == []


def test_a_strip_leaves_out_empty_years() -> None:
    drawn = strip([(moment(1977, 5, 1), "#a"), (moment(2017, 2, 1), "#b"), (moment(2017, 2, 3), "#c")])
    assert drawn is not None
    assert [(bar.slot, bar.href) for bar in drawn.bars] == [(0, "#a"), (3, "#b"), (5, "#c")]
    assert drawn.breaks == (1,)
    assert [tick.place for tick in drawn.ticks] == [0.0, 50.0]


def test_the_axis_names_the_year_of_most_bars_and_not_the_one_that_ends() -> None:
    months = ["2015-12", *(f"2016-{month:02}" for month in range(1, 13)), "2017-01"]
    drawn = strip([(moment(*map(int, month.split("-")), 1), f"#{month}") for month in months])
    assert drawn is not None
    assert [tick_text(tick, FRENCH) for tick in drawn.ticks] == ["2016", "2017"]


def test_a_day_of_the_past_takes_no_place_from_the_months_of_the_story() -> None:
    days = [(2016, 1, 1), *((2023, month, day) for month in (1, 2, 3) for day in range(10, 20))]
    drawn = strip([(moment(*day), "#a") for day in days])
    assert drawn is not None
    assert [tick_text(tick, FRENCH) for tick in drawn.ticks] == ["janv. 2023", "févr. 2023", "mars 2023"]


@pytest.mark.parametrize(
    ("days", "french", "english"),
    [
        (
            ["-0499-01-01", "-0043-03-15", "1789-07-14"],
            ["500 av. J.-C.", "44 av. J.-C.", "1789"],
            ["500 BC", "44 BC", "1789"],
        ),
        (["2031-03-01", "2033-01-01"], ["2031", "2033"], ["2031", "2033"]),
        (["2022-11-30", "2022-12-02"], ["nov. 2022", "déc. 2022"], ["Nov. 2022", "Dec. 2022"]),
    ],
)
def test_the_axis_says_no_more_than_it_has_room_for(days: list[str], french: list[str], english: list[str]) -> None:
    """Over years a tick names a year alone, as the labels do: none is "janv. -500"."""
    dates = [date for day in days if (date := parse_edtf(day)) and date.begin is not None]
    drawn = strip([(date.begin or 0, "#a") for date in dates])
    assert drawn is not None
    assert [tick_text(tick, FRENCH) for tick in drawn.ticks] == french
    assert [tick_text(tick, Words("en")) for tick in drawn.ticks] == english


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["2022-12-19", "2022-12-20T14:30"], "du 19 au 20 décembre 2022"),
        (["2022-12-19", "2022-12-20/2023-01-03"], "du 19 décembre 2022 au 3 janvier 2023"),
        (["2022-12-19", "2022-12-30/2023-02"], "de décembre 2022 à février 2023"),
        (["2010/2014"], "de 2010 à 2014"),
        (["2010/2014", "2012"], "de 2010 à 2014"),
        (["196X"], "de 1960 à 1969"),
        (["../2022-12-20", "2022-12-21/.."], "du 20 au 21 décembre 2022"),
        (["2022-12-20"], "le 20 décembre 2022"),
    ],
)
def test_the_line_under_the_title_covers_spans_to_their_ends(days: list[str], said: str) -> None:
    entries = tuple(entry(f"e{n}", day, f"Fait {n}") for n, day in enumerate(days))
    page = str(site.render([Timeline("T", "t", "t.yaml", entries=entries)])["t/index.html"])
    assert f", {said}, sans article cité." in page


def test_a_month_at_the_right_edge_is_hidden_where_its_name_would_be_cut() -> None:
    days = ["2024-09-09", "2024-09-21", "2024-10-14", "2024-11-05", "2024-12-02", "2025-01-27", "2025-01-31"]
    entries = tuple(entry(f"e{n}", day, f"Fait {n}") for n, day in enumerate(days))
    page = site.render([Timeline("T", "t", "t.yaml", entries=entries)], SiteOptions())["t/index.html"]
    assert isinstance(page, str)
    axis = page.partition('class="tl-axis"')[2].partition("</svg>")[0]
    ticks = re.findall(r'<text x="([\d.]+)%" y="13"( class="tl-alt")?>([^<]+)', axis)
    assert [text for _, _, text in ticks] == ["sept. 2024", "oct. 2024", "nov. 2024", "déc. 2024", "janv. 2025"]
    assert all(alt for place, alt, _ in ticks if float(place) > 79)


def test_a_single_day_is_named_once_below_the_strip() -> None:
    entries = tuple(entry(f"e{hour}", f"2022-12-20T{hour}:00", "Une étape") for hour in (10, 14, 18))
    page = str(site.render([Timeline("T", "t", "t.yaml", entries=entries)])["t/index.html"])
    assert page.partition("<figcaption>")[2].partition("</figcaption>")[0].count("20 décembre 2022") == 1


def test_a_long_page_begins_with_what_stands_out() -> None:
    page = str(site.render([many(60, slug="m", title="M")])["m/index.html"])
    section = page.partition('<section class="tl-key"')[2].partition("</section>")[0]
    assert "À retenir" in section
    assert section.count("<li>") == 10
    assert page.index("À retenir") < page.index('<ol class="tl-days">')
    assert "À retenir" not in str(site.render([many(19, slug="m", title="M")])["m/index.html"])
    assert "À retenir" not in str(site.render([many(60, slug="m", title="M")])["m/all.html"])


def test_one_news_of_a_day_stands_out_once() -> None:
    titles = ("L’armée turque commence son intervention en Syrie", "Intervention en Syrie", "Un séisme à Amatrice")
    entries = tuple(entry(f"e{n}", "2016-08-24", title, weight=0.9 - n / 10) for n, title in enumerate(titles))
    (one,) = written([Timeline("T", "t", "t.yaml", entries=entries)], SiteOptions())
    assert [card.id for card in highlights(one.cards)] == ["e0", "e2"]


def test_a_long_timeline_without_weights_begins_with_its_latest_events() -> None:
    long = many(60, slug="longue", title="Longue")
    entries = tuple(replace(one, weight=None, status=Status.ASSERTED) for one in long.entries)
    page = str(site.render([replace(long, entries=entries)], SiteOptions(per_page=40))["longue/index.html"])
    assert "À retenir" not in page
    section = page[page.index("Derniers événements") : page.index("Périodes")]
    assert re.findall(r"séance (\d+)</a>", section) == ["55", "56", "57", "58", "59"]


def test_what_is_planned_or_later_than_the_articles_is_not_the_latest() -> None:
    planned = replace(entry("p", "2017-02-03", "Fait"), status=Status.PLANNED)
    (one,) = written([Timeline("T", "t", "t.yaml", entries=(planned,))], SiteOptions())
    past, coming = now([*cards("2017-02-01", "2017-02-02"), *one.cards, *cards("2017-05-01")], PUBLISHED)
    assert ([card.when for card in past], [card.when for card in coming]) == (
        ["mercredi 1er février 2017", "jeudi 2 février 2017"],
        ["lundi 1er mai 2017"],
    )
