"""A preview's memory: what shows the same is not made again, and what changed is."""

from __future__ import annotations

from dataclasses import replace

from tests.site.sample import BAKHMUT, entry
from timeline.model import Timeline
from timeline.site import Site, SiteOptions
from timeline.site.base.cache import RenderCache
from timeline.site.pages.compose import site_of, written

MANY = replace(
    BAKHMUT,
    entries=(*BAKHMUT.entries, *(entry(f"m{n:03}", f"20{10 + n % 9}-05-01", f"Séance {n}") for n in range(300))),
)


def built(timeline: Timeline, keep: RenderCache | None, options: SiteOptions | None = None) -> Site:
    told = options or SiteOptions(margin={}, per_page=100)
    return site_of(written((timeline,), told, (), keep), told)


def edited(timeline: Timeline) -> Timeline:
    first, *others = timeline.entries
    return replace(timeline, entries=(replace(first, title="Un autre titre"), *others))


def test_only_what_shows_something_else_is_made_again() -> None:
    keep, made = RenderCache(lasting=True), []
    for shown in ("a", "a", "b", "a"):
        keep.turn()
        keep.get("key", shown, lambda shown=shown: made.append(shown))
    assert made == ["a", "b", "a"]


def test_what_a_build_did_not_ask_for_is_forgotten() -> None:
    keep, made = RenderCache(lasting=True), []
    keep.get("key", "a", lambda: made.append("first"))
    keep.turn()
    keep.turn()
    keep.get("key", "a", lambda: made.append("again"))
    assert made == ["first", "again"]


def test_a_site_with_a_memory_is_the_site_without_one() -> None:
    keep = RenderCache(lasting=True)
    changes = (
        (MANY, None),
        (edited(MANY), None),
        (replace(MANY, title="Un autre nom"), None),
        (replace(MANY, entries=MANY.entries[1:]), None),
        (MANY, SiteOptions(margin={}, per_page=100, site_url="https://example.org/")),
        (MANY, SiteOptions(margin={}, per_page=50)),
    )
    for timeline, options in changes:
        keep.turn()
        assert built(timeline, keep, options) == built(timeline, None, options)


def test_a_page_that_an_edit_does_not_touch_is_the_very_same() -> None:
    keep = RenderCache(lasting=True)
    before = {page.path: page for page in built(MANY, keep).pages}
    keep.turn()
    after = {page.path: page for page in built(edited(MANY), keep).pages}
    same = {path for path in before if after[path] is before[path]}
    assert "bakhmut/people/vladimir-poutine.html" in same
    assert "bakhmut/all.html" not in same
