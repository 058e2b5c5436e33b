"""How long a saved edit takes to the refreshed page of a browser: `python -m benchmarks.site.serve [EVENTS [EDITS]]`.

A made-up timeline of 5,000 events is served, a page of it is open in Chromium, the title of an event is changed in the
file, and the clock runs until the reloaded page shows it. Prints each edit's seconds, then the best and the median.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, expect

from benchmarks.site.pages import write
from tests.browser.chromium import launched
from tests.browser.served import served


def edit(page: Page, file: Path, number: int) -> float:
    """Saves another title for one event and gives the seconds until the page shows it."""
    text = file.read_text(encoding="utf-8")
    start = text.index("- id: e00010\n")
    begin = text.index("  title: ", start) + len("  title: ")
    titled = f"Le conseil, titre {'bis ' * number}{number}"
    changed = text[:begin] + titled + text[text.index("\n", begin) :]
    began = time.monotonic()
    file.write_text(changed, encoding="utf-8")
    expect(page.locator("#e00010 h3")).to_have_text(titled, timeout=60_000)
    return time.monotonic() - began


def main(events: int, edits: int) -> None:
    """Serves a timeline of `events` events and edits one of them `edits` times."""
    with TemporaryDirectory() as folder, launched() as browser:
        root = Path(folder)
        write(root, events)
        with served(root) as address:
            page = browser.new_page()
            page.goto(f"{address}conseil/2014-01.html")
            expect(page.locator("#e00010")).to_be_visible()
            took = []
            for number in range(edits):
                page.wait_for_timeout(1000)
                took.append(edit(page, root / "timeline.yaml", number))
    print(f"{events} events:", " ".join(f"{one:.2f}" for one in took))
    print(f"best {min(took):.2f} s, median {statistics.median(took):.2f} s")


if __name__ == "__main__":
    main(*(int(given) for given in (*sys.argv[1:3], *("5000", "7")[len(sys.argv) - 1 :])))
