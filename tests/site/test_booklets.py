"""The whole for print: one page, or parts of about a thousand events that a list leads to."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from tests.site.sample import BAKHMUT_CARD, entry, many
from timeline import site
from timeline.model import Timeline
from timeline.site import SiteOptions
from timeline.site.pages.compose import written
from timeline.site.render.periods import booklets

# years with as many events from 1 January on, one a day,, and the parts of at most 100 that they are printed in
CUTS = {
    "years together": ([(2017, 40), (2018, 30), (2019, 90)], ["2017_2018", "2019"]),
    "a long year in even stretches": ([(2018, 10), (2019, 240), (2020, 10)], ["2018", 3, "2020"]),
}


@pytest.mark.parametrize("name", CUTS)
def test_parts_are_whole_years_or_even_stretches_of_one(name: str) -> None:
    years, expected = CUTS[name]
    days = [date(year, 1, 1) + timedelta(days=n) for year, count in years for n in range(count)]
    entries = tuple(entry(f"e{n}", day.isoformat(), f"Fait {n}") for n, day in enumerate(days))
    (one,) = written([Timeline("T", "t", "t.yaml", articles=(BAKHMUT_CARD,), entries=entries)], SiteOptions())
    parts = booklets(one.cards, 100)
    assert [card.id for part in parts for card in part.cards] == [card.id for card in one.cards]
    assert max(len(part.cards) for part in parts) <= 100
    named = [part.name for part in parts]
    assert len(named) == sum(each if isinstance(each, int) else 1 for each in expected)
    assert {each for each in expected if isinstance(each, str)} <= set(named)


def test_a_thousand_events_are_printed_from_one_page_and_more_from_parts() -> None:
    short, long = (site.render([many(count, slug="m", title="M", per_day=5)]) for count in (1000, 1001))
    assert str(short["m/all.html"]).count('<li class="tl-event') == 1000
    assert not [path for path in short if path.startswith("m/all-")]
    first = str(long["m/all.html"])
    assert '<li class="tl-event' not in first
    assert "parties, faites pour le papier" in first
    listed = re.findall(r'<li><a href="(all-[^"]+)">([^<]+)</a> <span>([^<]+)</span>', first)
    assert [path for path, _, _ in listed] == [path[2:] for path in long if path.startswith("m/all-")]
    assert len(listed) == 2
    held = "".join(str(long[f"m/{path}"]) for path, _, _ in listed)
    ids = re.findall(r'<li class="tl-event[^>]* id="([^"]+)"', held)
    assert ids == [event.id for event in many(1001, slug="m", title="M", per_day=5).entries]
    assert all(re.fullmatch(r"\d+ événements, environ \d+ pages A4", length) for _, _, length in listed)
    assert 'rel="next" href="all-' in held
    assert "Tout, à imprimer" in str(long["m/index.html"])


def test_parts_leave_the_explanations_to_the_pages_that_they_lead_to() -> None:
    made = site.render([many(1001, slug="m", title="M", per_day=5)])
    parts = [str(text) for path, text in made.items() if path.startswith("m/all-")]
    assert not any("<blockquote>" in part for part in parts)
    assert sum(part.count('">Pourquoi cette date\u202f?</a>') for part in parts) == 1001
