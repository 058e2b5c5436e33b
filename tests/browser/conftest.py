"""A real Chromium, and sites of known timelines. Requests to another host and errors of a script fail a test."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from tests.site.sample import BAKHMUT, EDGES, EMPTY, many
from timeline.site import SiteOptions, render

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SPLIT = many(120, slug="longue", title="Une longue chronologie")
TWO_HUNDRED = many(200, slug="deuxcents", title="Deux cents événements")

Open = Callable[..., Page]


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


def write_site(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Writes the files of a site below `root`."""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())


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
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the site (or a whole address) in a context of its own; keyword arguments are Playwright's."""
    contexts = []
    strange: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((address.split("/journal", maxsplit=1)[0], "file:", "data:", "about:", "blob:")):
            strange.append(request.url)

    def note_error(said: ConsoleMessage) -> None:
        if said.type == "error" and "Failed to load resource" not in said.text:
            strange.append(said.text)

    def call(path: str = "bakhmut/index.html", **context: object) -> Page:
        contexts.append(chromium.new_context(**{"locale": "fr-FR", **context}))
        page = contexts[-1].new_page()
        page.on("request", note)
        page.on("pageerror", lambda error: strange.append(f"script error: {error}"))
        page.on("console", note_error)
        page.on("response", lambda answer: strange.append(answer.url) if answer.status >= 400 else None)
        page.goto(path if ":" in path else address + path)
        return page

    yield call
    for context in contexts:
        assert context.cookies() == []
        context.close()
    assert strange == [], "no request to another host, no error"
