"""How long an act takes in `timeline serve --edit`: `python -m benchmarks.site.editing [EVENTS [ACTS]]`.

A made-up timeline of 300 events is edited in Chromium: events are confirmed one after the other. Prints the median and
the longest time from the key to what is said of the act (it is in the file by then), when the next act comes at once,
while the site is still being rebuilt, too; and from the key to the rebuilt page.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, expect

from benchmarks.site.pages import write
from tests.browser.chromium import launched
from tests.browser.served import edited

CLOCK = """() => {
  const note = (name) => { globalThis.log[name] = performance.now(); };
  new MutationObserver(() => { if (document.querySelector(".tle-said").textContent) note("said"); })
    .observe(document.querySelector(".tle-said"), { childList: true });
  new MutationObserver(() => note("rebuilt")).observe(document.querySelector("main"), { childList: true });
}"""


def confirmed(page: Page, place: int, name: str) -> float:
    """Confirms an event by its key and gives the milliseconds until `name` is noted."""
    page.locator(".tl-days .tl-event[id] .tle-tools button").nth(6 * place).focus()
    page.evaluate("() => { globalThis.log = { key: performance.now() } }")
    page.keyboard.press("c")
    for _ in range(6_000):
        log = page.evaluate("() => globalThis.log")
        if name in log:
            return float(log[name] - log["key"])
        page.wait_for_timeout(10)
    raise TimeoutError(name)


def timing(name: str, taken: list[float]) -> str:
    """A line of figures."""
    return f"{name}: median {statistics.median(taken):.0f} ms, longest {max(taken):.0f} ms"


def main(events: int, acts: int) -> None:
    """Confirms `acts` events twice: each after the page was rebuilt, then one right after the other."""
    with TemporaryDirectory() as folder, launched() as browser:
        root = Path(folder)
        write(root, events)
        with edited(root) as address:
            page = browser.new_page(locale="fr-FR")
            page.goto(address)
            page.goto(f"{address.partition('?')[0]}conseil/all.html")
            expect(page.locator(".tle-tools").first).to_be_attached()
            page.evaluate(CLOCK)
            rebuilt = [confirmed(page, place, "rebuilt") for place in range(acts)]
            alone = []
            for place in range(acts):
                alone.append(confirmed(page, place, "said"))
                page.wait_for_timeout(3_000)
            busy = [confirmed(page, place, "said") for place in range(acts)]
    print(
        f"{events} events",
        timing("said", alone),
        timing("said, during a rebuild", busy),
        timing("rebuilt", rebuilt),
        sep="\n",
    )


if __name__ == "__main__":
    main(*(int(given) for given in (*sys.argv[1:3], *("300", "8")[len(sys.argv) - 1 :])))
