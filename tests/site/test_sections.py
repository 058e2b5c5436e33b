"""The headings of the exports that are texts: years, and centuries where no year is known."""

from __future__ import annotations

import pytest

from tests.site.sample import entry
from timeline.model import Timeline
from timeline.site import SiteOptions, render
from timeline.site.exports.texts.sections import sections
from timeline.site.pages.compose import written

HEADINGS = {
    ("fr", "18XX 18XX~ 1801"): "XIXe siècle|1801",
    ("fr", "184X 1850-03 1850-05-06T10:00"): "Années 1840|1850",
    ("fr", "1XXX 17XX/18XX"): "IIe millénaire|XVIIIe siècle",
    ("fr", "-0443 1985/2007 ../1999 2000/.."): "444 av. J.-C.|1985|1999|2000",
    ("en", "18XX 199X 1999 "): "19th century|1990s|1999|Date unknown",
}


@pytest.mark.parametrize(("language", "dates"), HEADINGS)
def test_a_heading_is_no_finer_than_its_dates(language: str, dates: str) -> None:
    entries = tuple(entry(f"e{n}", date, f"Fait {n}") for n, date in enumerate(dates.split(" ")))
    (one,) = written([Timeline("T", "t", "t.yaml", language=language, entries=entries)], SiteOptions())
    found = list(sections(one.cards, one.shared.words))
    assert "|".join(heading for heading, _ in found) == HEADINGS[language, dates]
    assert [card.id for _, cards in found for card in cards] == [event.id for event in entries]


def test_wikitext_and_wordpress_have_the_same_headings() -> None:
    made = render([Timeline("T", "t", "t.yaml", entries=(entry("a", "18XX", "Un"), entry("b", "1901", "Deux")))])
    assert "== XIXe siècle ==" in str(made["t/timeline.wiki.txt"])
    assert '<h2 class="wp-block-heading">XIXe siècle</h2>' in str(made["t/wordpress.html.txt"])
