"""Takes the pictures of the documentation from the project's own timelines, so that they never go stale.

`python -m benchmarks.site.screenshots [FOLDER]` writes PNG files to FOLDER (docs/images). It needs Debian's chromium.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import launched, write_site
from tests.browser.served import edited
from timeline.site import SiteOptions, render
from timeline.workflow.load import load_timeline
from timeline.workflow.project import timeline_files

WHY = "document.querySelectorAll('.tl-event details')[0].open = true"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its name, the page within the site, what to do there first, and how the browser is set."""

    name: str
    page: str
    width: int
    height: int
    before: str = ""
    media: dict[str, Any] = field(default_factory=dict)


def pictures(slug: str) -> Iterator[Picture]:
    """Each picture of the documentation, of the timeline `slug`."""
    index = f"{slug}/index.html"
    yield Picture("home", "index.html", 1280, 900)
    yield Picture("timeline", index, 1280, 1100, WHY)
    yield Picture("timeline-dark", index, 1280, 1100, WHY, {"color_scheme": "dark"})
    yield Picture("timeline-phone", index, 360, 780)
    yield Picture("timeline-phone-dark", index, 360, 780, WHY, {"color_scheme": "dark"})
    yield Picture("timeline-print", index, 794, 1123, media={"media": "print"})
    yield Picture("map", f"{slug}/map.html", 1280, 1000)
    yield Picture("map-dark", f"{slug}/map.html", 360, 780, media={"color_scheme": "dark"})
    yield Picture("event", index, 1280, 700, "location.hash = document.querySelectorAll('.tl-event')[1].id; " + WHY)
    yield Picture("people", f"{slug}/people/index.html", 1280, 700)


def take(browser: Browser, site: Path, picture: Picture, folder: Path) -> Path:
    """Takes one picture and gives its file."""
    page = browser.new_page(viewport={"width": picture.width, "height": picture.height})
    page.emulate_media(**picture.media)
    page.goto((site / picture.page).as_uri())
    if picture.before:
        page.evaluate(picture.before)
    target = folder / f"{picture.name}.png"
    page.screenshot(path=target, animations="disabled")
    page.close()
    return target


def take_editor(browser: Browser, slug: str, folder: Path) -> Iterator[Path]:
    """Takes the pictures of `timeline serve --edit`: a date that is being typed, and the review."""
    files = [path for name in timeline_files(None) for path in (name, name.with_suffix(".lock")) if path.exists()]
    with TemporaryDirectory() as copy:
        for path in (Path("mkdocs.yml"), *files):
            Path(copy, path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, Path(copy, path))
        shutil.copytree("site_src", Path(copy, "site_src"))
        with edited(Path(copy)) as address:
            page = browser.new_page(viewport={"width": 1100, "height": 780}, locale="fr-FR")
            page.goto(address)
            page.goto(f"{address.partition('?')[0]}{slug}/index.html")
            event = page.locator(".tl-days .tl-event[id]").first
            event.hover()
            event.get_by_role("button", name="Date").click()
            page.locator("#tle-date").fill("vendredi 3 février 2017")
            expect(page.locator(".tle-read")).to_contain_text("·")
            yield _shot(page, folder / "editing.png")
            page.keyboard.press("Escape")
            page.keyboard.press("r")
            expect(page.locator(".tle-review h2")).to_be_visible()
            yield _shot(page, folder / "editing-review.png")
            page.close()


def _shot(page: Page, target: Path) -> Path:
    page.screenshot(path=target, animations="disabled")
    return target


def main(folder: Path) -> None:
    """Renders the project's timelines and takes every picture of the last of them."""
    timelines = [load_timeline(path) for path in timeline_files(None)]
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as site, launched() as browser:
        write_site(Path(site), render(timelines, SiteOptions(site_name="Chronologies")))
        for picture in pictures(timelines[-1].slug):
            print(take(browser, Path(site), picture, folder), file=sys.stderr)
        for taken in take_editor(browser, timelines[-1].slug, folder):
            print(taken, file=sys.stderr)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images"))
