"""The edges that a reader meets one day: nothing to show, too much to show, names that are no addresses."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

import pytest

from tests.site.sample import BAKHMUT, CROWD, EDGES, EMPTY, NAMES, entry, quoted
from timeline import site
from timeline.model import RejectedDate, RejectionReason, Timeline
from timeline.site.base.options import Correction


def html(timeline: Timeline, path: str, **options: object) -> str:
    return str(site.render([timeline], site.SiteOptions(**options))[f"{timeline.slug}/{path}"])


class Links(HTMLParser):
    """The ids of a page and what its links lead to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.hrefs += [given[key] or "" for key in ("href", "src") if key in given]


@pytest.mark.parametrize("timeline", [EDGES, BAKHMUT], ids=lambda timeline: timeline.slug)
def test_every_link_within_the_site_leads_somewhere(timeline: Timeline) -> None:
    files = site.render([timeline], site.SiteOptions())
    read = {path: Links(str(text)) for path, text in files.items() if path.endswith(".html")}
    broken = []
    for path, page in read.items():
        assert len(page.ids) == len(set(page.ids)), path
        for href in page.hrefs:
            to = urlsplit(href)
            if to.scheme or to.netloc:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(to.path))) if to.path else path
            if target not in files or (to.fragment and unquote(to.fragment) not in read[target].ids):
                broken.append((path, href))
    assert broken == []


def test_a_timeline_without_events_says_so_and_offers_no_filter() -> None:
    page = html(EMPTY, "index.html")
    assert "Aucun événement pour le moment." in page
    assert "tl-bar" not in page
    assert "Chaque date" not in page


def test_one_event_needs_no_filter_and_its_day_has_an_article() -> None:
    page = html(replace(BAKHMUT, entries=(entry("x", "2020-05-01", "La seule"),), articles=()), "index.html")
    assert "tl-bar" not in page
    assert "1 événement, le 1er mai 2020" in page


def test_a_crowd_is_named_in_full_behind_its_first_names() -> None:
    page = html(EDGES, "index.html")
    named = page.count('class="tl-people"') + page.count('class="tl-organisations"')
    assert named == len(NAMES) + len(CROWD)
    assert "et 276 autres noms" in page


def test_corrections_are_told_event_by_event_field_by_field() -> None:
    changes = (
        Correction(2, "changed", "7f3a1c", "Visite", "person", "title", "Ancien", "Nouveau"),
        Correction(2, "changed", "9d0e4b", "Accord", "machine", "places", "", "Minsk"),
        Correction(2, "changed", "7f3a1c", "Visite", "person", "date", "2022-12", "2022-12-19"),
    )
    page = html(BAKHMUT, "corrections.html", changes={"bakhmut": changes})
    order = [page.index(text) for text in (">Visite<", "<dt>date</dt>", "<dt>titre</dt>", ">Accord<", "<dt>lieux</dt>")]
    assert order == sorted(order)
    assert page.count(">Visite<") == 1
    assert "corrigé par la rédaction" in page


def test_corrections_are_set_as_the_events_are() -> None:
    changes = (Correction(2, "changed", "zz", "L'été", "person", "title", "L'an", "L'été"),)
    shown = html(BAKHMUT, "corrections.html", changes={"bakhmut": changes}, typography=True)
    assert (shown.count("L’été"), shown.count("L’an"), "L&#39;" in shown) == (2, 1, False)


def test_a_timeline_in_another_language_says_so_on_the_home_page() -> None:
    other = replace(BAKHMUT, slug="other", title="The Battle", language="en")
    home = str(site.render([BAKHMUT, other], site.SiteOptions())["index.html"])
    assert '<li>\n<h2><a href="bakhmut/index.html">' in home
    assert '<li lang="en">\n<h2><a href="other/index.html">' in home


def test_dates_set_aside_are_in_the_json_export() -> None:
    lost = RejectedDate("mardi", "2022-12-20", RejectionReason.SAYING, "annoncé")
    source = replace(quoted("Il a annoncé mardi que…"), discarded=(lost,))
    files = site.render(
        [replace(BAKHMUT, entries=(entry("x", "2022", "Une annonce", sources=(source,)),))], site.SiteOptions()
    )
    said = '"discarded":[{"words":"mardi","date":"2022-12-20","reason":"saying","word":"annoncé"}]'
    export = files["bakhmut/timeline.json"]
    assert isinstance(export, bytes)
    assert said in export.decode()
