"""What a reader sees and does, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.site.sample import BAKHMUT

TITLES = [entry.title for entry in BAKHMUT.entries]


def visible_titles(page: Page) -> list[str]:
    return [title for title in page.locator(".tl-event:visible > h3").all_inner_texts() if title]


def test_everything_reads_without_javascript(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    assert visible_titles(page) == TITLES
    expect(page.locator(".tl-bar")).to_be_hidden()
    page.get_by_text("Pourquoi cette date ?").nth(1).click()
    expect(page.get_by_text("Donc : lundi 19 décembre 2022.").first).to_be_visible()
    page.get_by_role("link", name="Volodymyr Zelensky", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Volodymyr Zelensky")
    assert visible_titles(page) == ["Visite surprise de Volodymyr Zelensky à Bakhmut"]
    page.get_by_role("link", name="Visite surprise").click()
    expect(page.locator("#f6a7b8 h3")).to_be_in_viewport()


def test_a_filter_is_a_link_and_back_undoes_it(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("button", name="Biélorussie").click()
    assert visible_titles(page) == [TITLES[1], TITLES[2]]
    expect(page.locator(".tl-found")).to_have_text("2 sur 9")
    expect(page.get_by_role("button", name="Biélorussie")).to_have_attribute("aria-pressed", "true")
    assert "places=Bi%C3%A9lorussie" in page.url
    other = open_page(page.url)
    expect(other.locator(".tl-found")).to_have_text("2 sur 9")
    assert visible_titles(other) == [TITLES[1], TITLES[2]]
    page.go_back()
    expect(page.locator(".tl-found")).to_have_text("")
    assert visible_titles(page) == TITLES
    page.go_forward()
    expect(page.locator(".tl-found")).to_have_text("2 sur 9")


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("people", "Alexandre Loukachenko", [1, 3]),
        ("places", "Bakhmut", [0, 5]),
        ("tags", "diplomatie", [1]),
        ("status", "planned", [6]),
        ("source", "Autre journal", [3]),
    ],
)
def test_filters(turn_to: Open, field: str, value: str, kept: list[int]) -> None:
    page = turn_to()
    page.locator(".tl-filters summary").click()
    page.locator(f"select[name={field}]").select_option(value)
    assert visible_titles(page) == [TITLES[n] for n in kept]
    page.get_by_role("button", name="Tout afficher").click()
    expect(page.locator(".tl-found")).to_have_text("")
    assert visible_titles(page) == TITLES


def test_filter_by_period_and_by_certainty(open_page: Open) -> None:
    page = open_page()
    page.locator(".tl-filters summary").click()
    page.locator("input[name=from]").fill("2022-12-20")
    page.locator("input[name=to]").fill("2023-03-31")
    page.locator("input[name=to]").blur()
    assert visible_titles(page) == [TITLES[n] for n in (0, 4, 5, 6)], "an open beginning stands where it ends"
    page.get_by_label("Dates certaines seulement").check()
    assert visible_titles(page) == [TITLES[n] for n in (4, 5)]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("etats", [2, 6]),
        ("vouloirs", [3]),
        ("l'armée", [0]),
        ("LOUKACHENKO guerre", [3]),
        ("loukashenko", [1, 3]),
        ("zelenski", [5]),
        ("exercices conjoints", [2, 7]),
        ("lundi", [1, 2, 3]),
        ("licorne", []),
    ],
)
def test_search_folds_accents_and_forgives_a_typo(turn_to: Open, typed: str, kept: list[int]) -> None:
    page = turn_to()
    page.get_by_role("searchbox").fill(typed)
    expect(page.locator(".tl-found")).to_have_text(f"{len(kept)} sur 9")
    assert visible_titles(page) == [TITLES[n] for n in kept]
    if not kept:
        expect(page.get_by_text("Aucun événement ne correspond.")).to_be_visible()


def test_a_permalink_leads_to_its_event(open_page: Open) -> None:
    page = open_page("bakhmut/index.html#b8c9d0")
    expect(page.locator("#b8c9d0 h3")).to_be_in_viewport()
    link = page.locator("[id='7f3a1c'] .tl-link").get_attribute("href")
    assert link == "index.html#7f3a1c"


def test_the_keyboard_walks_searches_and_helps(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("j")
    expect(page.locator(".tl-here h3")).to_have_text(TITLES[0])
    page.keyboard.press("j")
    expect(page.locator(".tl-here h3")).to_have_text(TITLES[1])
    page.keyboard.press("ArrowRight")
    expect(page.locator(".tl-here h3")).to_have_text(TITLES[4])
    page.keyboard.press("k")
    expect(page.locator(".tl-here h3")).to_have_text(TITLES[3])
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("j")
    expect(page.get_by_role("searchbox")).to_have_value("j")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_label("Raccourcis actifs").uncheck()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_everything_is_reached_with_tab_and_shows_its_focus(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_focused()
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_in_viewport()
    seen = set()
    for _ in range(90):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement === document.body"):
            break
        name, outline = page.evaluate(
            "() => [document.activeElement.textContent.trim() || document.activeElement.name,"
            " getComputedStyle(document.activeElement).outlineStyle]"
        )
        seen.add(name)
        assert outline == "solid" or name == "", f"{name} shows no focus"
    assert {"Filtrer", "Mois", "Pourquoi cette date\u202f?", "Vladimir Poutine", "JSON", "Raccourcis clavier"} <= seen


def test_the_density_strip_leads_and_zooms(open_page: Open) -> None:
    page = open_page()
    page.locator(".tl-density a").last.click()
    expect(page.locator("#d0e1f2 h3")).to_be_in_viewport()
    bars = page.locator(".tl-density a")
    assert bars.count() == 4
    page.get_by_role("button", name="Mois").click()
    assert bars.count() == 3
    page.get_by_role("button", name="Année").click()
    assert bars.count() == 2


@pytest.mark.parametrize("width", [360, 1280])
def test_no_label_of_the_density_strip_is_cut(turn_to: Open, width: int) -> None:
    page = turn_to("deuxcents/index.html?from=2019-02-01", width=width)  # April begins close to the right edge
    for unit in ("", "Jour", "Mois", "Année"):
        if unit:
            page.get_by_role("button", name=unit, exact=True).click()
        strip = page.locator(".tl-axis").bounding_box()
        labels = [label.bounding_box() for label in page.locator(".tl-axis text:visible").all()]
        assert strip
        assert labels
        assert all(label and label["x"] + label["width"] <= strip["x"] + strip["width"] + 1 for label in labels), unit


def test_dark_and_light_have_their_own_paper(open_page: Open) -> None:
    papers = {
        scheme: open_page(color_scheme=scheme).evaluate("() => getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    }
    assert papers == {"light": "rgb(251, 250, 247)", "dark": "rgb(23, 23, 21)"}


def test_print_numbers_every_source_and_cuts_no_event(open_page: Open) -> None:
    page = open_page()
    page.emulate_media(media="print")
    expect(page.locator("#c4d5e6 .tl-refs")).to_have_text("[1, 2]")
    expect(page.locator(".tl-references li")).to_have_count(2)
    for source in page.locator(".tl-references li").all():
        expect(source).to_be_visible()
    expect(page.locator("blockquote").first).to_be_hidden()
    expect(page.locator(".tl-bar")).to_be_hidden()
    assert page.locator(".tl-event").first.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
    printed = page.pdf(format="A4")
    assert printed.startswith(b"%PDF")
    assert 1 <= printed.count(b"/Type /Page\n") <= 5


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_every_permalink_lands_at_the_top(open_page: Open, width: int) -> None:
    page = open_page("deuxcents/index.html", viewport={"width": width, "height": 800})
    ids = [f"e{n:05}" for n in range(0, 180, 20)]
    for id_ in ids:
        page.goto(f"{page.url.split('#')[0]}#{id_}")
        page.wait_for_function(
            "id => { const t = document.getElementById(id).getBoundingClientRect().top; return t >= 0 && t <= 100 }",
            arg=id_,
        )


def test_search_is_the_same_on_a_page_of_a_name(open_page: Open) -> None:
    page = open_page("bakhmut/people/vladimir-poutine.html")
    page.get_by_role("searchbox").fill("visites zelensky")
    expect(page.locator(".tl-results .tl-event")).to_have_count(1)
    expect(page.locator(".tl-results cite")).to_contain_text("Poutine admet")
    page.locator(".tl-results a").click()
    expect(page.locator("#f6a7b8 h3")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_is_wider_than_the_screen(turn_to: Open, width: int) -> None:
    for path in ("bakhmut/index.html", "bakhmut/people/index.html", "longue/index.html", "bakhmut/embedding.html"):
        page = turn_to(path, width=width)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_the_embed_stands_in_a_frame_and_leads_out(open_page: Open, site: Path, address: str) -> None:
    frame = (
        f'<!doctype html><title>hôte</title><iframe src="{address}bakhmut/embed.html" width=400 height=500></iframe>'
    )
    (site / "host.html").write_text(frame, encoding="utf-8")
    page = open_page("host.html")
    inside = page.frame_locator("iframe")
    expect(inside.get_by_role("heading", level=1)).to_have_text(BAKHMUT.title)
    expect(inside.get_by_role("link", name=TITLES[1])).to_be_visible()
    with page.expect_popup() as opened:
        inside.get_by_role("link", name=TITLES[1]).click()
    expect(opened.value.locator("[id='7f3a1c'] h3")).to_be_in_viewport()


def test_it_works_from_a_disk(open_page: Open, site: Path) -> None:
    page = open_page((site / "bakhmut" / "index.html").as_uri())
    page.get_by_role("searchbox").fill("zelenski")
    expect(page.locator(".tl-found")).to_have_text("1 sur 9")
    page.get_by_role("link", name="Personnes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Personnes")
    page.get_by_role("link", name="Le fil des jours").click()
    expect(page.get_by_role("link", name="Bakhmut, décembre 2022").first).to_be_visible()
    split = open_page((site / "longue" / "index.html").as_uri())
    split.get_by_role("searchbox").fill("seance 111")
    expect(split.locator(".tl-found")).to_have_text("1 sur 120")


def test_a_split_timeline_searches_and_pages(open_page: Open) -> None:
    page = open_page("longue/index.html")
    page.get_by_role("searchbox").fill("seance 111")
    expect(page.locator(".tl-results .tl-event")).to_have_count(1)
    page.locator(".tl-results a").click()
    expect(page.locator("#e00111 h3")).to_be_in_viewport()
    page.get_by_role("link", name="→").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2019")
    page.get_by_role("searchbox").fill("séance 12")
    page.keyboard.press("Enter")
    expect(page.locator(".tl-found")).to_contain_text("sur 120")
    expect(page.locator(".tl-results .tl-meta b").first).to_contain_text("2019")
    assert "q=s%C3%A9ance+12" in page.url


def test_a_permalink_finds_its_event_on_a_split_timeline(open_page: Open) -> None:
    page = open_page("longue/index.html#e00110")
    expect(page.locator("#e00110 h3")).to_be_in_viewport()
    assert page.url.endswith(".html#e00110")


def test_reduced_motion_is_respected(open_page: Open) -> None:
    page = open_page(reduced_motion="reduce")
    assert page.evaluate("() => getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_filtered_view_and_a_code_are_copied(open_page: Open, address: str) -> None:
    page = open_page("bakhmut/index.html?places=Bakhmut", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="copier le lien").click()
    expect(page.get_by_role("button", name="copier le lien")).to_have_attribute("data-done", "copié")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}bakhmut/index.html?places=Bakhmut"
    page.get_by_role("button", name="intégrer cette vue").click()
    expect(page.get_by_role("button", name="intégrer cette vue")).to_have_attribute("data-done", "copié")
    assert f'src="{address}bakhmut/embed.html?places=Bakhmut"' in page.evaluate("navigator.clipboard.readText()")
    page.goto(f"{address}bakhmut/embedding.html")
    page.get_by_role("button", name="copier").click()
    expect(page.get_by_role("button", name="copier")).to_have_attribute("data-done", "copié")
    assert f'src="{address}bakhmut/embed.html"' in page.evaluate("navigator.clipboard.readText()")


def test_an_embed_may_show_one_event_or_a_part(open_page: Open) -> None:
    page = open_page("bakhmut/embed.html?event=7f3a1c")
    expect(page.locator(".tl-event:visible h3")).to_have_text(TITLES[1])
    other = open_page("bakhmut/embed.html?places=Bakhmut")
    expect(other.locator(".tl-event:visible h3")).to_have_text([TITLES[0], TITLES[5]])
    expect(other.locator(".tl-bar")).to_be_hidden()


def test_the_brush_keeps_a_stretch(open_page: Open) -> None:
    page = open_page("deuxcents/index.html", viewport={"width": 1280, "height": 800})
    bars = page.locator(".tl-bars")
    box = bars.bounding_box()
    assert box is not None
    at, across, down = box["x"], box["width"], box["y"] + 30
    page.mouse.move(at + across * 0.255, down)
    page.mouse.down()
    page.mouse.move(at + across * 0.495, down, steps=5)
    page.mouse.up()
    expect(page.locator(".tl-found")).to_have_text("50 sur 200")
    assert "from=2019-01-26" in page.url
    assert "to=2019-02-19" in page.url
    page.get_by_role("button", name="Toute la période").click()
    expect(page.locator(".tl-found")).to_have_text("")
    page.locator(".tl-density").focus()
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(page.locator(".tl-found")).to_have_text("4 sur 200")


def test_pages_are_whole_without_javascript(open_page: Open) -> None:
    """The map with its dots, links and list; the strip's bars; names, articles, the method and the exports."""
    page = open_page("bakhmut/map.html", java_script_enabled=False)
    dots = page.locator(".tl-map svg a")
    assert dots.count() >= 3
    expect(page.locator(".tl-map svg circle").first).to_be_visible()
    expect(page.get_by_role("link", name="Bakhmut", exact=True).first).to_be_visible()
    page.goto(page.url.replace("map.html", "index.html"))
    expect(page.locator(".tl-bars a").first).to_be_attached()
    for hidden in (".tl-bar", ".tl-share", ".tl-results", ".tl-more"):
        expect(page.locator(hidden).first).to_be_hidden()
    for name in ("Personnes", "Lieux", "Carte", "Articles", "Méthode", "Corrections"):
        expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
    page.goto(page.url.replace("index.html", "index.html#f6a7b8"))
    expect(page.locator("#f6a7b8 h3")).to_be_in_viewport()
    page.get_by_role("link", name="Tout sur une page").click()
    assert visible_titles(page) == TITLES


def test_a_title_from_right_to_left_ends_at_its_left(open_page: Open) -> None:
    """The page is French and its reading order from the left; a Hebrew title keeps its own."""
    page = open_page()
    ends = page.locator(".tl-event > h3").first.evaluate("""title => {
      title.textContent = "מירי רגב!";
      const at = n => {
        const one = document.createRange();
        one.setStart(title.firstChild, n);
        one.setEnd(title.firstChild, n + 1);
        return one.getBoundingClientRect().left;
      };
      return [at(0), at(8)];
    }""")
    assert ends[1] < ends[0], "the exclamation mark stands at the end"
