"""Parts of a page that name different days, and days that a system's markup calls an event's: right or refused."""

# ruff: noqa: E501 - markup is clearer unbroken

from __future__ import annotations

import pytest

from tests.articles.test_fuzz import read
from tests.articles.test_other_days import H, after
from tests.articles.test_site_pages import TEXT, page
from timeline.model import Article

PAGES = {
    # Two parts of a page call different days the one of publication.
    "created, then published": (
        after("<dl><dd>Créé le mardi 3 mai 2022 14:22</dd><dd>Publié le jeudi 5 mai 2022 06:00</dd></dl>"),
        "2022-05-05",
    ),
    "created": (after("<dl><dd>Créé le mardi 3 mai 2022 14:22</dd></dl>"), "2022-05-03"),
    "metadata against the line that readers see": (
        after(
            "<p>Publié le 3 mai 2022</p>",
            '<meta property="article:published_time" content="2022-05-12T10:00:00+02:00">',
        ),
        None,
    ),
    "the address agrees with the line": (
        after(
            "<p>Publié le 3 mai 2022</p>",
            '<meta property="article:published_time" content="2022-05-12T10:00:00+02:00"><link rel="canonical" href="https://vere.example/2022/05/03/viaduc">',
        ),
        "2022-05-03",
    ),
    # Drupal's fields of a date, and the types of its pages.
    "a field with a clock": (
        after(
            '<div class="field"><span class="date-display-single" property="dc:date" content="2022-05-12T18:00:00+02:00">Jeudi 12 mai 2022 - 18:00</span></div>'
        ),
        None,
    ),
    "a field with an end": (
        after(
            '<div>Du <span class="date-display-start" property="dc:date" content="2022-05-12T00:00:00+02:00">12 mai 2022</span></div>'
        ),
        None,
    ),
    "a field with a clock and a line": (
        after(
            '<div class="field"><span class="date-display-single" property="dc:date" content="2022-05-12T18:00:00+02:00">Jeudi 12 mai 2022 - 18:00</span></div><p>Publié le 3 mai 2022</p>'
        ),
        "2022-05-03",
    ),
    "a field of a day": (
        after(
            '<div class="field"><span class="date-display-single" property="dc:date" content="2022-05-12T00:00:00+02:00">12 mai 2022</span></div>'
        ),
        "2022-05-12",
    ),
    "a page of the type agenda": (
        page(f'<article class="node node--type-agenda">{H}<p>12 mai 2022</p>{TEXT}</article>'),
        None,
    ),
    "a slash behind the day": (
        after('<p class="meta">12 mai 2022 / Actualités / Étiquettes : transports</p>'),
        "2022-05-12",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_article_has_its_own_day_or_none(name: str):
    markup, right = PAGES[name]
    found = [each for each in read("page.html", markup.encode()) if isinstance(each, Article)]
    assert [str(each.published) for each in found] == ([] if right is None else [right])
