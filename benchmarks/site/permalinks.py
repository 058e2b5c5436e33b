"""Where permalinks land: `python -m benchmarks.site.permalinks [COUNT]` in Debian's chromium, at three widths.

A made-up timeline of 292 events is written to a temporary folder. COUNT of its events (200) are opened as the first
page of a fresh tab, then each again from within the page. An event that is not within 100 px of the top is printed,
unless the page ends there. The exit code is 1 if one missed.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from tests.browser.chromium import launched, write_site
from tests.site.sample import many
from timeline import site

WIDTHS = (360, 768, 1280)
WITHIN = 100  # px from the top
EVENTS = 292
SETTLED = """async id => {
  let before = NaN, same = 0;
  for (let frame = 0; frame < 120 && same < 10; frame++) {
    await new Promise(requestAnimationFrame);
    const now = document.getElementById(id).getBoundingClientRect().top;
    same = now === before ? same + 1 : 0;
    before = now;
  }
  return [before, innerHeight + scrollY >= document.documentElement.scrollHeight - 2];
}"""


def written(root: Path) -> Path:
    """Writes the site below `root` and returns the page of its timeline."""
    timeline = many(EVENTS, slug="longue", title="Une longue chronologie")
    write_site(root, site.render([timeline], site.SiteOptions(per_page=400)))
    return root / "longue" / "index.html"


def missed(browser: Browser, page: Path, width: int, count: int) -> list[tuple[str, str, float]]:
    """Opens `count` permalinks each way.

    Returns:
        Of each that missed: when it was opened ("first" or "after"), the event's id, and pixels from the top.
    """
    chosen = random.Random(width)
    ids = [f"e{number:05}" for number in chosen.sample(range(EVENTS), count)]
    found = []
    context = browser.new_context(viewport={"width": width, "height": 800})
    for name in ids:
        tab = context.new_page()
        tab.goto(f"{page.as_uri()}#{name}")
        found.append(("first", name, *tab.evaluate(SETTLED, name)))
        tab.close()
    tab = context.new_page()
    tab.goto(page.as_uri())
    for name in ids:
        tab.evaluate("name => { location.hash = name }", name)
        found.append(("after", name, *tab.evaluate(SETTLED, name)))
    context.close()
    return [(when, name, top) for when, name, top, end in found if not (0 <= top <= WITHIN or (end and top >= 0))]


def main(count: int) -> int:
    """Prints how many missed at each width.

    Returns:
        The exit code.
    """
    failed = False
    with TemporaryDirectory() as folder, launched() as browser:
        page = written(Path(folder))
        for width in WIDTHS:
            lost = missed(browser, page, width, count)
            failed = failed or bool(lost)
            print(f"{width} px: {count} permalinks, first load and after: {len(lost)} missed {lost[:5]}", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
