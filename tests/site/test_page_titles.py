"""The title of a page in the browser: the page, the timeline, the site, each once."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.site.sample import BAKHMUT
from timeline.site import SiteOptions, render

TITLE = re.compile(r"<title>([^<]*)</title>")


@pytest.mark.parametrize(
    ("name", "end"), [("Le fil", "– Le feuilleton – Le fil"), ("Le feuilleton", "– Le feuilleton")]
)
def test_a_name_is_said_once(name: str, end: str) -> None:
    pages = render([replace(BAKHMUT, title="Le feuilleton")], SiteOptions(site_name=name))
    titles = {path: TITLE.search(str(page)) for path, page in pages.items() if path.endswith("map.html")}
    assert titles
    for found in titles.values():
        assert found is not None
        assert found[1].endswith(end)
        assert found[1].count(name) == 1


@pytest.mark.parametrize(("name", "heading"), [("Le fil", "Le feuilleton"), ("Le feuilleton", "Chronologie")])
def test_the_home_page_of_one_timeline_says_its_title_once(name: str, heading: str) -> None:
    page = str(render([replace(BAKHMUT, title="Le feuilleton")], SiteOptions(site_name=name))["index.html"])
    assert re.findall(r"<h1[^>]*>([^<]*)<", page) == [name]
    assert re.findall(r"<h2><a [^>]*>([^<]*)<", page) == [heading]
