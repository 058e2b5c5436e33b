"""A real Chromium, and sites of known timelines. Requests to another host and errors of a script fail a test."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from tests.browser.chromium import CHROMIUM, launched, write_site
from tests.site.sample import BAKHMUT, EDGES, EMPTY, many
from timeline.site import SiteOptions, render

SPLIT = many(120, slug="longue", title="Une longue chronologie")
TWO_HUNDRED = many(200, slug="deuxcents", title="Deux cents événements")

Open = Callable[..., Page]

expect.set_options(timeout=30_000)  # ms: what is expected comes at once, but other work may hold a machine up


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a Chromium these tests cannot run; `.ci/run` installs one, so in CI its absence is a failure."""
    if CHROMIUM is None and not os.environ.get("CI"):
        for item in items:
            if "browser" in item.path.parts:
                item.add_marker(pytest.mark.skip(reason="no chromium on this machine"))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a site with a short, a split, a long, an empty timeline and one of edges, below what is served."""
    root = tmp_path_factory.mktemp("served") / "journal" / "chronologies"
    options = SiteOptions(site_name="Le fil des jours", edit_url="https://example.org/edit/{path}#L{line}")
    long = render([TWO_HUNDRED], options)
    write_site(root, long | render([BAKHMUT, SPLIT, EDGES, EMPTY], replace(options, per_page=40)))
    return root


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    handler = functools.partial(_Quiet, directory=str(site.parent.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/journal/chronologies/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


class Watched:
    """Opens pages, each in a context of its own, and notes what none of them may do."""

    def __init__(self, chromium: Browser, address: str) -> None:
        self._chromium, self._address = chromium, address
        self._contexts: list[BrowserContext] = []
        self._strange: list[str] = []

    def open(self, **context: object) -> Page:
        """An empty page; the keyword arguments are Playwright's for a context."""
        self._contexts.append(self._chromium.new_context(**{"locale": "fr-FR", **context}))
        page = self._contexts[-1].new_page()
        page.on("request", self._note)
        page.on("pageerror", lambda error: self._strange.append(f"script error: {error}"))
        page.on("console", self._note_error)
        page.on("response", lambda answer: self._strange.append(answer.url) if answer.status >= 400 else None)
        return page

    def check(self) -> None:
        """No cookie, no request to another host, no error since the last time."""
        strange, self._strange = self._strange, []
        assert [context.cookies() for context in self._contexts if context.cookies()] == []
        assert strange == [], "no request to another host, no error"

    def close(self) -> None:
        """Closes the pages."""
        for context in self._contexts:
            context.close()

    def _note(self, request: Request) -> None:
        ours = (self._address.split("/journal", maxsplit=1)[0], "file:", "data:", "about:", "blob:")
        if not request.url.startswith(ours):
            self._strange.append(request.url)

    def _note_error(self, said: ConsoleMessage) -> None:
        if said.type == "error" and "Failed to load resource" not in said.text:
            self._strange.append(said.text)


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the site (or a whole address) in a context of its own; keyword arguments are Playwright's."""
    watched = Watched(chromium, address)

    def call(path: str = "bakhmut/index.html", **context: object) -> Page:
        page = watched.open(**context)
        page.goto(path if ":" in path else address + path)
        return page

    yield call
    watched.check()
    watched.close()


@pytest.fixture(scope="module")
def one_page(chromium: Browser, address: str) -> Iterator[tuple[Watched, Page]]:
    """A page for the tests of a file that only look: a page of its own for each of them takes longer than they do."""
    watched = Watched(chromium, address)
    yield watched, watched.open(bypass_csp=True)
    watched.close()


@pytest.fixture
def turn_to(one_page: tuple[Watched, Page], address: str) -> Iterator[Open]:
    """Opens a page of the site in the page that the file's tests share, with nothing stored by an earlier one."""
    watched, page = one_page

    def call(path: str = "bakhmut/index.html", *, width: int = 1280) -> Page:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light")
        page.goto(address + path)
        return page

    yield call
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear() }")
    watched.check()
