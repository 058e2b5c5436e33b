"""axe-core on every kind of page: no violation of WCAG 2.2 A and AA; targets, and the budget of a page."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import write_site
from tests.browser.conftest import Open
from tests.site.sample import many
from timeline import site
from timeline.site.pages.chronicle import chronicle
from timeline.site.pages.compose import written
from timeline.site.render.shell import framed

KINDS = (
    "index.html",
    "bakhmut/index.html",
    "bakhmut/all.html",
    "bakhmut/people/index.html",
    "bakhmut/people/vladimir-poutine.html",
    "bakhmut/places/bakhmut.html",
    "bakhmut/map.html",
    "bakhmut/tags/diplomatie.html",
    "bakhmut/articles/index.html",
    "bakhmut/articles/000-757b3090b5a09eac.html",
    "bakhmut/known.html",
    "bakhmut/known-2022-12-20.html",
    "bakhmut/method.html",
    "bakhmut/corrections.html",
    "bakhmut/embed.html",
    "bakhmut/embedding.html",
    "longue/index.html",
    "longue/2019-02_2.html",
    "bords/index.html",
    "bords/people/index.html",
    "bords/organisations/index.html",
    "vide/index.html",
    "mille/all.html",
    "404.html",
)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ("color-contrast", "link-in-text-block")  # all that the dark changes
NO_OPTIONS = site.SiteOptions()
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module", autouse=True)
def in_parts(site: Path) -> None:
    """The list of the parts that a long timeline is printed in, and a page of all events without explanations."""
    for count, slug in ((1_001, "mille"), (501, "cinqcents")):
        (made,) = written([many(count, slug=slug, title=slug, per_day=5)], NO_OPTIONS)
        whole = next(one for one in chronicle(made) if "/all.html" in one.path)
        write_site(site, {whole.path: framed(whole.make(), [], NO_OPTIONS)})


def violations(page: Page, only: tuple[str, ...] = ()) -> list[str]:
    """What axe finds, or what its rules `only` find."""
    if not page.evaluate("() => !!globalThis.axe"):
        page.evaluate(AXE)
    asked = {"type": "rule", "values": only} if only else {"type": "tag", "values": TAGS}
    found = page.evaluate("asked => axe.run(document, {runOnly: asked, resultTypes: ['violations']})", asked)
    return [f"{v['id']}: {n['html'][:160]} ({n['failureSummary']})" for v in found["violations"] for n in v["nodes"]]


@pytest.mark.parametrize("path", KINDS)
def test_no_violation(turn_to: Open, path: str) -> None:
    """At both ends of the widths in the light; the dark changes colours alone, of the same elements."""
    page = turn_to(path)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        assert violations(page) == [], f"{path} at {width} px"
    page.set_viewport_size({"width": 768, "height": 900})
    page.emulate_media(color_scheme="dark")
    assert violations(page, only=OF_COLOUR) == [], f"{path} at 768 px, in the dark"


def test_no_violation_with_all_open(open_page: Open) -> None:
    page = open_page(bypass_csp=True)
    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert violations(page) == []
    page.keyboard.press("?")
    assert violations(page) == []


@pytest.mark.parametrize("path", ["bakhmut/index.html", "cinqcents/all.html"])
def test_targets_are_large_enough(open_page: Open, path: str) -> None:
    """24 CSS pixels each way, or in the middle of a sentence (WCAG 2.2, 2.5.8)."""
    page = open_page(path, viewport={"width": 360, "height": 900})
    small = page.evaluate(
        """() => [...document.querySelectorAll('a, button, summary, input, select')]
          .filter(e => e.checkVisibility() && e.tabIndex >= 0 && !e.closest('.tl-cite, .tl-text, .tl-skip'))
          .map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 120)])
          .filter(([r]) => r.width && (r.height < 24 || r.width < 24))
          .map(([r, html]) => `${r.width}x${r.height} ${html}`)"""
    )
    assert small == []


def test_the_budget_of_a_page() -> None:
    hundred = many(100, slug="cent", title="Cent événements")
    document = str(
        site.render([hundred], site.SiteOptions(edit_url="https://example.org/{path}#L{line}"))["cent/index.html"]
    )
    sizes = {path: len(content) for path, content in site.assets().items()}
    assert len(document.encode()) <= 150_000
    assert sizes["assets/timeline.css"] <= 28_000
    assert sizes["assets/timeline.js"] <= 28_000


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_the_page_loads(open_page: Open, width: int, site: Path) -> None:
    page = open_page("about:blank", viewport={"width": width, "height": 800})
    page.add_init_script(
        "globalThis.shift = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) shift += e.value })"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.goto((site / "bakhmut" / "index.html").as_uri())
    page.evaluate("() => document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    assert page.evaluate("() => globalThis.shift") < 0.01
