"""What networks show of a page, the embed of a part, and the home page's cards."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from lxml import html
from PIL import Image

from tests.site.sample import BAKHMUT, EDGES, EMPTY, entry, many
from timeline import site
from timeline.model import Image as Picture
from timeline.model import Timeline
from timeline.site.social.card import picture

AT = site.SiteOptions(site_name="Le fil", site_url="https://example.org/fil/")


def tags(page: str | bytes) -> dict[str, str]:
    found = html.document_fromstring(page).iter("meta")
    return {meta.get("property") or meta.get("name", ""): meta.get("content", "") for meta in found}


def test_every_page_says_how_a_link_to_it_looks() -> None:
    pages = site.render([BAKHMUT, EDGES], AT)
    for path, page in pages.items():
        if path.endswith(".html") and path != "404.html":
            said = tags(page)
            folder = path.rpartition("/")[0].partition("/")[0]
            card = f"{folder}/card.png" if folder else "card.png"
            assert said["og:image"] == said["twitter:image"] == f"https://example.org/fil/{card}", path
            assert said["og:url"] == f"https://example.org/fil/{path}"
            assert said["og:title"]
            assert said["og:description"]
            assert (said["og:locale"], said["og:site_name"]) == ("fr_FR", "Le fil")
            assert said["twitter:card"] == "summary_large_image"
            assert card in pages


def test_without_an_address_there_is_no_card() -> None:
    pages = site.render([BAKHMUT])
    assert not [path for path in pages if path.endswith("card.png")]
    said = tags(pages["bakhmut/index.html"])
    assert "og:image" not in said
    assert said["twitter:card"] == "summary"


def test_a_picture_of_ones_own_is_everywhere() -> None:
    pages = site.render([BAKHMUT], replace(AT, social_image="img/carte.png"))
    assert not [path for path in pages if path.endswith("card.png")]
    for path in ("index.html", "bakhmut/index.html", "bakhmut/method.html"):
        assert tags(pages[path])["og:image"] == "https://example.org/fil/img/carte.png"


@pytest.mark.parametrize("timeline", [BAKHMUT, EDGES, EMPTY, many(30, slug="m", title="Mot" * 200)])
def test_a_card_is_a_picture_of_the_right_size(timeline: Timeline) -> None:
    card = site.render([timeline], AT)[f"{timeline.slug}/card.png"]
    assert isinstance(card, bytes)
    with Image.open(io.BytesIO(card)) as opened:
        assert (opened.format, opened.size) == ("PNG", (1200, 630))
    assert len(card) < 60_000
    assert card == site.render([timeline], AT)[f"{timeline.slug}/card.png"]


@pytest.mark.parametrize("title", ["", "É", "Œuvres", "mot " * 200, "x" * 400, "الانتخابات", "🔥"])
def test_any_title_fits_on_its_card(title: str) -> None:
    """The last hundred rows above the density, and the right edge, stay paper."""
    with Image.open(io.BytesIO(picture(title, "dit " * 100, title))) as opened:
        seen = opened.convert("RGB")
    paper = (251, 250, 247)
    assert {seen.getpixel((1199, y)) for y in range(20, 630)} == {paper}
    assert {seen.getpixel((x, 500)) for x in range(1200)} == {paper}


def test_the_home_page_tells_of_each_timeline_what_is_new_and_what_comes() -> None:
    first = replace(BAKHMUT.entries[5], image=Picture("photos/pont.jpg", "Le pont"))
    shown = replace(BAKHMUT, entries=(*BAKHMUT.entries[:5], first, *BAKHMUT.entries[6:]))
    page = html.document_fromstring(site.render([shown, EMPTY])["index.html"])
    full, empty = page.xpath("//ul[@class='tl-cards']/li")
    assert [h.text for h in full.xpath(".//h3")] == ["Derniers événements", "À venir"]
    latest, coming = full.xpath(".//ul")
    assert [a.text for a in latest.xpath(".//a")] == [
        "Visite surprise de Volodymyr Zelensky à Bakhmut",
        "Vladimir Poutine admet que la situation dans les provinces annexées est « très difficile »",
        "Les deux chefs d’État conviennent de poursuivre la coopération et les exercices militaires conjoints",
    ]
    assert [a.get("href") for a in coming.xpath(".//a")] == [
        "bakhmut/index.html#b8c9d0",
        "bakhmut/index.html#d0e1f2",
    ]
    assert full.xpath(".//*[local-name()='path']")
    assert [img.get("src") for img in full.xpath(".//img")] == ["photos/pont.jpg"]
    assert "Derniers articles\u00a0: 20 décembre 2022." in full.text_content()
    assert not empty.xpath(".//h3|.//ul|.//img")


def test_without_articles_the_latest_is_the_last_told() -> None:
    made = Timeline("A", "a", "a.yaml", entries=(entry("x", "2020-01-01", "Un"), entry("y", "2021-01-01", "Deux")))
    page = html.document_fromstring(site.render([made])["index.html"])
    assert [a.text for a in page.xpath("//ul[@class='tl-cards']//ul//a")] == ["Deux", "Un"]
