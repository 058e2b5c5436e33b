"""Hostile texts in a real browser: nothing runs, nothing breaks out of the page, all of it is read as text."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Dialog, expect

from tests.browser.chromium import write_site
from tests.browser.conftest import Open
from tests.site.test_hostile import HOSTILE, everywhere
from timeline import site
from timeline.site.parts.sanitise import clean_text


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    timelines = [everywhere(text) for text in HOSTILE]
    write_site(root, site.render(timelines, site.SiteOptions(full_articles=True)))
    return root


def test_nothing_runs_and_nothing_breaks(open_page: Open, hostile_site: Path) -> None:
    folders = sorted(path for path in hostile_site.iterdir() if (path / "embed.html").exists())
    assert len(folders) == len(HOSTILE)
    page = open_page((hostile_site / "index.html").as_uri(), viewport={"width": 360, "height": 800})
    said: list[str] = []

    def note(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    for folder in folders:
        page.goto((folder / "index.html").as_uri())
        page.evaluate("() => document.querySelectorAll('.tl-event details').forEach(d => { d.open = true })")
        page.locator(".tl-event").first.hover()
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 360, folder
        assert page.locator("main script, main iframe, main style, main object").count() == 0
    assert said == []


def test_each_title_is_read_as_it_was_written(open_page: Open, hostile_site: Path) -> None:
    page = open_page((hostile_site / "index.html").as_uri())
    shown = [" ".join(text.split()) for text in page.locator(".tl-cards h2").all_text_contents()]
    for text in HOSTILE:
        assert " ".join(clean_text(text).split()) in shown
    expect(page.locator("main script")).to_have_count(0)
