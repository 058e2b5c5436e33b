"""Ten thousand events on one page: what a reader does is answered within a tenth of a second."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

LIMIT = 100  # ms an action
ACTIONS = {
    "search": "form.elements.q.value = 'seance 4567'; form.requestSubmit()",
    "typo": "form.elements.q.value = 'budjet ville'; form.requestSubmit()",
    "all again": "form.elements.q.value = ''; form.requestSubmit()",
    "person": "form.elements.people.value = 'Personne 7'; form.requestSubmit()",
    "status too": "form.elements.status.value = 'planned'; form.requestSubmit()",
    "all once more": "form.reset()",
}
TIMED = """async action => {
  const form = document.querySelector('.tl-bar');
  const start = performance.now();
  new Function('form', action)(form);
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""


def timed(page: Page, action: str) -> float:
    return float(page.evaluate(TIMED, action))


def test_ten_thousand_events_are_searched_and_filtered_at_once(open_page: Open) -> None:
    page = open_page("immense/index.html", bypass_csp=True)
    page.get_by_role("searchbox").focus()
    page.wait_for_function("() => globalThis.timelineIndex")
    timed(page, ACTIONS["search"])  # the first search reads the index
    best = {name: min(timed(page, action) for _ in range(3)) for name, action in ACTIONS.items()}
    print("\n" + "\n".join(f"{name}: {took:.0f} ms" for name, took in best.items()))
    assert max(best.values()) < LIMIT, best


def test_a_page_of_two_hundred_filters_in_place_at_once(open_page: Open) -> None:
    page = open_page("deuxcents/index.html", bypass_csp=True)
    timed(page, ACTIONS["search"])
    best = {name: min(timed(page, action) for _ in range(3)) for name, action in ACTIONS.items()}
    print("\n" + "\n".join(f"{name}: {took:.0f} ms" for name, took in best.items()))
    assert max(best.values()) < LIMIT, best


@pytest.mark.parametrize("path", ["immense/2019-03_1.html", "immense/all.html"])
def test_ten_thousand_events_scroll_at_once(open_page: Open, path: str) -> None:
    page = open_page(path, bypass_csp=True, reduced_motion="reduce")
    expect(page.locator(".tl-event").first).to_be_visible()
    page.wait_for_timeout(500)
    steps = [timed(page, "scrollBy(0, innerHeight)") for _ in range(10)]
    print(f"\n{path}: a screen further in {min(steps):.0f} to {max(steps):.0f} ms")
    assert sorted(steps)[5] < LIMIT


def test_the_first_page_of_a_long_timeline_is_ready_at_once(open_page: Open) -> None:
    page = open_page("immense/index.html")
    ready = page.evaluate("() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    print(f"\nready after {ready:.0f} ms")
    assert ready < 1500
