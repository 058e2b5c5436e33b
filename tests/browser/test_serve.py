"""The preview: what an editor saves is on screen, what they break is told with its line, what they mend recovers."""

from __future__ import annotations

import datetime
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.served import served

EVENT = """- id: e{n:05}
  date: {day}
  title: Séance {n} du conseil
  people: [Personne {person}]
  places: [Ville-{place}]
  sources:
  - article: seance
    quote: Le conseil a voté le budget numéro {n}.
    because: le {day}, dit par l’article
"""


def text_of(count: int) -> str:
    first = datetime.date(2019, 1, 1)
    events = (
        EVENT.format(n=n, day=first + datetime.timedelta(days=n // 4), person=n % 60, place=n % 40)
        for n in range(count)
    )
    return "title: Le conseil\nslug: conseil\nlanguage: fr\narticles: articles\n\nevents:\n" + "".join(events)


def project(tmp_path: Path, count: int) -> Path:
    """A project whose timeline has `count` events."""
    for folder in ("docs", "articles"):
        (tmp_path / folder).mkdir()
    article = "---\ntitle: La séance\ndate: 2024-01-01\n---\nLe conseil a voté.\n"
    (tmp_path / "articles" / "seance.md").write_text(article, encoding="utf-8")
    (tmp_path / "timeline.yaml").write_text(text_of(count), encoding="utf-8")
    config = "site_name: Le fil\ntheme: {name: timeline}\nplugins: [timeline]\n"
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("count", "path"), [(100, "conseil/index.html"), (1_500, "conseil/2019-01.html")])
def test_a_save_is_on_screen_a_fault_is_told_and_a_mend_recovers(
    chromium: Browser, tmp_path: Path, count: int, path: str
) -> None:
    root = project(tmp_path, count)
    file = root / "timeline.yaml"
    whole = file.read_text(encoding="utf-8")
    with served(root) as address:
        page = chromium.new_page()
        page.goto(f"{address}{path}")
        expect(page.locator("#e00010 h3")).to_have_text("Séance 10 du conseil")
        expect(page.locator("#e00010 .tl-line")).to_have_text("ligne 97")
        start = time.monotonic()
        file.write_text(whole.replace("Séance 10 du", "Dixième séance du"), encoding="utf-8")
        expect(page.locator("#e00010 h3")).to_have_text("Dixième séance du conseil", timeout=30_000)
        print(f"\na save of {count} events is on screen after {time.monotonic() - start:.1f} s")
        assert "Dixième séance du conseil" in page.request.get(f"{address}conseil/timeline.json").text()
        page.goto(f"{address}conseil/index.html")
        expect(page.get_by_role("complementary", name="Marge de la rédaction")).to_be_visible()
        file.write_text(whole.replace("date: 2019-01-01\n", "date: 2019-02-31\n", 1), encoding="utf-8")
        expect(page.get_by_role("alert")).to_contain_text("timeline.yaml:8:9", timeout=30_000)
        file.write_text(whole, encoding="utf-8")
        expect(page.get_by_role("heading", level=1)).to_have_text("Le conseil", timeout=30_000)
        page.close()
